"""What was acknowledged survives the sudden death of the program, every time."""

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from time import perf_counter

import pytest

from facilitator.record.verify import verify
from tests.proofs import tally
from tests.record.toys import KINDS, REGISTERS, opened

ROOT = Path(__file__).parents[2]
LIVES = 50
"""Kills that one archive goes through before the next one is begun."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture
def nursery():
    """Start the process that bears the children."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.record.mortal"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.stdin.close()


def one_life(nursery, path):
    """Let a child live until a random moment; return the acknowledgements that it gave."""
    nursery.stdin.write(f"{path}\n")
    nursery.stdin.flush()
    lines = iter(nursery.stdout.readline, "")
    child = 0
    acks = []
    left = random.choice([0, 0, 1, 5, 20, 40])  # 0: while it opens, recovers or is newly made
    killed = False
    while True:
        word, *rest = next(lines).split()
        if word == "born":
            child = int(rest[0])
        elif word == "ack":
            acks.append((int(rest[0]), rest[1], int(rest[2]), rest[3]))
        elif word == "dead":
            assert int(rest[0]) == -signal.SIGKILL
            return acks
        if child and not killed and len(acks) >= left:
            until = perf_counter() + random.random() * (0.003 if left else 0.02)
            while perf_counter() < until:  # land anywhere inside the next commits
                pass
            os.kill(child, signal.SIGKILL)
            killed = True


def check(path, acknowledged):
    """Open after the death: everything acknowledged is there, and every batch whole."""
    with opened(path, create=True) as record:
        for head in record.streams():
            for _ in record.read(head.stream):
                pass
        rows = record._db.execute(
            "SELECT seq, stream, version, hash, actor FROM journal"
        ).fetchall()
    there = {row[:4] for row in rows}
    assert acknowledged <= there
    sizes = Counter((stream, actor) for _, stream, _, _, actor in rows)
    assert all(count == int(actor.split("+")[1]) for (_, actor), count in sizes.items())


@pytest.mark.parametrize("kills", [50, pytest.param(1000, marks=pytest.mark.soak)])
def test_no_acknowledged_event_is_lost(nursery, tmp_path, kills):
    """Killed with SIGKILL at any moment, no event that was acknowledged is lost and none is half there."""
    total = 0
    for start in range(0, kills, LIVES):
        path = tmp_path / f"archive-{start}"
        acknowledged = set()
        for _ in range(LIVES):
            acknowledged |= set(one_life(nursery, path))
            check(path, acknowledged)
        assert verify(path, KINDS, registers=REGISTERS).sound
        total += len(acknowledged)
        tally(kills=LIVES, events=len(acknowledged))
    assert total > kills
