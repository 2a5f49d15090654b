"""The program killed while it plays: no line that was acknowledged is ever lost."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.opening import open_session
from tests.cli.terminal import MEETING, play, run, until
from tests.proofs import tally

LINES = 300


def killed(archive: Path, number: int, patience: int) -> set[str]:
    """Play notes, kill the program after `patience` answers, and return the notes it had acknowledged."""
    notes = [f"k{number}-{n}" for n in range(LINES)]
    script = "".join(
        json.dumps({"do": "notes.write", "meeting": MEETING, "note": note, "text": "一句话" * 20})
        + "\n"
        for note in notes
    )
    command = [sys.executable, "-m", "facilitator", "play", "-", "--archive", str(archive)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "LANG": "C.UTF-8"},
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(script.encode())
        program.stdin.close()
        answers = [program.stdout.readline() for _ in range(patience)]
        program.kill()
        answers += program.stdout.readlines()
    whole = [json.loads(line) for line in answers if line.endswith(b"\n")]
    assert all(answer["accepted"] for answer in whole)
    return {notes[answer["line"] - 1] for answer in whole}


def survive(archive: Path, kills: int, seed: int = 13) -> None:
    """Kill the program again and again on one archive, then look for everything it had acknowledged."""
    play(archive, *until("floor.agree-limits"))
    chance = random.Random(seed)
    told: set[str] = set()
    for number in range(kills):
        told |= killed(archive, number, chance.randrange(1, LINES))
    session = open_session(str(archive))
    with session.record:
        kept = session.meeting(MEETING).notes.lines.keys()
    assert told <= kept
    assert len(told) >= kills
    assert run("verify", archive).code == 0
    tally(kills=kills, events=len(told))


def test_five_kills_lose_no_acknowledged_line(tmp_path: Path) -> None:
    """After 5 kill -9 every acknowledged line is in the archive, and the archive is sound."""
    survive(tmp_path / "a.facilitator", 5)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(20))
def test_a_thousand_kills_lose_no_acknowledged_line(tmp_path: Path, seed: int) -> None:
    """The same with 1,000 kills: 50 on each of 20 archives, for a meeting grows with what it survives."""
    survive(tmp_path / "a.facilitator", 50, seed)
