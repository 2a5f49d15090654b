"""The program is killed in the middle of an evening that is done by hand, and started once more."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from facilitator.demo.stage import EVENING, script

ROOT = Path(__file__).parents[2]
TYPED = "还没有记下来的一句 <b>"


def mortal(folder, *args):
    """Start the program that can be killed."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.desk.mortal_evening", str(folder), *map(str, args)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def kill(program):
    """Nothing is asked, nothing is said."""
    program.send_signal(signal.SIGKILL) if os.name == "posix" else program.kill()
    program.wait(10)


def until(program, wanted):
    """What it told, up to and with the first that has a key, or that many."""
    told = []
    for line in program.stdout:
        told.append(json.loads(line))
        if len(told) == wanted or wanted in told[-1]:
            break
    return told


def next_start(folder):
    """Start once more, and hear what is there."""
    program = mortal(folder)
    out, _ = program.communicate(timeout=60)
    assert program.returncode == 0
    return json.loads(out)


def at(mark, nth=0):
    """The number of the line of the script that holds a mark."""
    return [n for n, line in enumerate(script()) if mark.encode() in line][nth]


@pytest.mark.parametrize(
    ("first", "kind"),
    [(at("floor.give"), "item"), (at("polls.open"), "poll"), (at("polls.open", 2), "poll")],
    ids=["a-speech", "a-show-of-hands", "a-roll-call"],
)
def test_a_killed_program_comes_back_to_where_it_was(tmp_path, first, kind):
    """The meeting, its item in hand, the vote that runs, all that was recorded, and the line being typed."""
    program = mortal(tmp_path, first, first + (2 if kind == "poll" and first > 90 else 0))
    before = until(program, "typed")[-1]
    kill(program)
    program.stdout.close()
    assert before.pop("typed") == TYPED
    after = next_start(tmp_path)
    assert after["place"] == f"meetings/{EVENING}"
    assert {key: after[key] for key in before} == before
    assert after["scene"] == [kind, before["poll"]]
    assert after["draft"] == TYPED


@pytest.mark.soak
def test_whenever_it_is_killed_nothing_recorded_is_lost(tmp_path):
    """Twenty times, at any moment of the meeting: what was told as recorded is there, and one lands there."""
    chance = random.Random(20261127)
    begin, end = at("2026-11-27T19:36"), at("read-back") - 1
    for number in range(20):
        folder = tmp_path / str(number)
        folder.mkdir()
        program = mortal(folder, chance.randint(begin, end - 10), end)
        before = until(program, chance.randint(1, 8))[-1]
        time.sleep(chance.random() / 2)
        kill(program)
        program.stdout.close()
        after = next_start(folder)
        assert after["version"] >= before["version"]
        if after["version"] == before["version"]:
            assert {key: after[key] for key in before} == before
        assert after["place"] == f"meetings/{EVENING}"
        if after["poll"]:
            assert after["scene"] == ["poll", after["poll"]]
