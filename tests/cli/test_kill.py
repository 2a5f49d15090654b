"""The program killed while it plays: no line that was acknowledged is ever lost."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.opening import open_session
from tests.cli.terminal import MEETING, play, run, until
from tests.proofs import tally

LINES = 100
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
Nursery = subprocess.Popen[str]


@pytest.fixture
def nursery() -> Iterator[Nursery]:
    """Start the process that bears the programs."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.cli.mortal"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "LANG": "C.UTF-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        yield process
        process.stdin.close()


def killed(nursery: Nursery, archive: Path, number: int, patience: int) -> set[str]:
    """Play notes, kill the program after `patience` answers, and return the notes it had acknowledged."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    notes = [f"k{number}-{n}" for n in range(LINES)]
    script, pipe = archive.with_name("script.jsonl"), archive.with_name(f"answers-{number}")
    script.write_text(
        "".join(
            json.dumps(
                {"do": "notes.write", "meeting": MEETING, "note": note, "text": "一句话" * 20}
            )
            + "\n"
            for note in notes
        )
    )
    os.mkfifo(pipe)
    words = ["play", "-", "--archive", str(archive)]
    order = {"words": words, "script": str(script), "answers": str(pipe)}
    nursery.stdin.write(json.dumps(order) + "\n")
    nursery.stdin.flush()
    child = int(nursery.stdout.readline())
    with pipe.open("rb") as told:
        answers = [told.readline() for _ in range(patience)]
        os.kill(child, signal.SIGKILL)
        answers += told.readlines()
    assert int(nursery.stdout.readline()) == -signal.SIGKILL
    whole = [json.loads(line) for line in answers if line.endswith(b"\n")]
    assert all(answer["accepted"] for answer in whole)
    return {notes[answer["line"] - 1] for answer in whole}


def survive(nursery: Nursery, archive: Path, kills: int, seed: int = 13) -> None:
    """Kill the program again and again on one archive, then look for everything it had acknowledged."""
    play(archive, *until("floor.agree-limits"))
    chance = random.Random(seed)
    told: set[str] = set()
    for number in range(kills):
        told |= killed(nursery, archive, number, chance.randrange(1, LINES - 20))
    session = open_session(str(archive))
    with session.record:
        kept = session.meeting(MEETING).notes.lines.keys()
    assert told <= kept
    assert len(told) >= kills
    assert run("verify", archive).code == 0
    tally(kills=kills, events=len(told))


def test_five_kills_lose_no_acknowledged_line(nursery: Nursery, tmp_path: Path) -> None:
    """After 5 kill -9 every acknowledged line is in the archive, and the archive is sound."""
    survive(nursery, tmp_path / "a.facilitator", 5)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(20))
def test_a_thousand_kills_lose_no_acknowledged_line(
    nursery: Nursery, tmp_path: Path, seed: int
) -> None:
    """The same with 1,000 kills: 50 on each of 20 archives, for a meeting grows with what it survives."""
    survive(nursery, tmp_path / "a.facilitator", 50, seed)
