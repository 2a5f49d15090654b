"""What was acknowledged survives a cut of the power, whatever of the un-synced rest reaches the disk."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.record.verify import verify
from tests.effort import cases
from tests.proofs import tally
from tests.record.cuts import KINDS, WATCH, Disk, calls
from tests.record.test_kill import check
from tests.record.toys import KINDS as EVENTS
from tests.record.toys import REGISTERS
from tests.tools import lacking, need

ROOT = Path(__file__).parents[2]
CUTS = 25
"""Cuts that one archive goes through before another one is lived through."""


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace is a program of Linux")


@pytest.fixture(scope="module", autouse=True)
def _watched():
    """See that the system calls of a child can be watched here."""
    need("strace")
    tried = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True)
    if tried.returncode:
        lacking("strace may not watch here")


def lived(folder, batches=12, synchronous="FULL"):
    """Let three processes append to one archive, one of them ending without closing; return their calls."""
    lives = []
    for end in ("close", "drop", "close"):
        log = folder.with_name(folder.name + ".log")
        command = [*WATCH, str(log), sys.executable, "-S", "-c", START, str(folder / "archive")]
        subprocess.run(
            [*command, str(batches), synchronous, end],
            cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        lives.append(list(calls(log.read_text())))
    return lives


START = "import sys; sys.path[:] = %r; from tests.record.mortal import main; main()" % [
    str(ROOT), *sys.path,
]  # fmt: skip


def cut(folder, tmp_path, lives, cuts, chance):
    """Cut the power at random moments; yield for each the archive that is left and what it must hold."""
    steps = sum(1 for _ in replayed(folder, lives))
    chosen = set(chance.sample(range(steps), cuts))
    for step, disk in enumerate(replayed(folder, lives)):
        if step in chosen:
            left = tmp_path / f"left-{step}"
            left.mkdir()
            disk.cut(chance.choice(KINDS), chance, left)
            acks = [line.split()[1:] for line in disk.said if line.startswith("ack")]
            yield left / "archive", {(int(a), b, int(c), d) for a, b, c, d in acks}
            shutil.rmtree(left)


def replayed(folder, lives):
    """Yield the disk after each call that did anything."""
    disk = Disk(folder)
    for life in lives:
        disk.begin()
        for call in life:
            if disk.do(*call):
                yield disk


@pytest.mark.parametrize("part", range(cases(1, 8)))
def test_no_acknowledged_event_is_lost(tmp_path, part):
    """Cut off at any moment, no event that was acknowledged is lost, none is half there, and all is sound."""
    chance = random.Random(os.urandom(8))
    cuts = cases(CUTS, 250)  # in each part: several processors work on them
    for number in range(0, cuts, CUTS):
        folder = tmp_path / str(number)
        folder.mkdir()
        events = set()
        for archive, acknowledged in cut(folder, tmp_path, lived(folder), CUTS, chance):
            assert archive.exists() or not acknowledged
            check(archive, acknowledged)
            assert verify(archive, EVENTS, registers=REGISTERS).sound
            events |= acknowledged
            tally(cuts=1, looked_for=len(acknowledged))
        tally(events=len(events))
        shutil.rmtree(folder)


def test_the_cuts_find_what_is_not_synced(tmp_path):
    """With a disk that is asked for less, as WAL and NORMAL do, acknowledged events are missing."""
    folder = tmp_path / "normal"
    folder.mkdir()
    cuts, lost = 20, 0
    lives = lived(folder, synchronous="NORMAL")
    for archive, acknowledged in cut(folder, tmp_path, lives, cuts, random.Random(5)):
        try:
            check(archive, acknowledged)
        except AssertionError:
            lost += 1
    assert lost
    tally(cuts_without_sync=cuts, lost_without_sync=lost)
