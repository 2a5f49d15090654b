"""Cycles are looked for on the window's thread alone."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject

from facilitator.desk.sweeping import Sweeper, due, sweep


class Round:
    """Holds itself, and tells on which thread it goes."""

    def __init__(self, told: list[int]) -> None:
        self.told, self.itself = told, self

    def __del__(self) -> None:
        self.told.append(threading.get_ident())


@pytest.fixture
def quiet():
    """Whatever the collector was told to do before, it is told again."""
    was = gc.isenabled()
    gc.collect()
    yield
    if was:
        gc.enable()


def many() -> list[list[int]]:
    """Make far more than it takes for Python to look for cycles by itself."""
    return [[one] for one in range(100_000)]


@pytest.mark.usefixtures("quiet")
def test_another_thread_collects_nothing_that_is_the_windows(qapp):
    """However much is made there; at the next look it goes, on the thread of the window."""
    told: list[int] = []
    sweeper = Sweeper(QObject(qapp))
    Round(told)
    elsewhere = threading.Thread(target=many)
    elsewhere.start()
    elsewhere.join()
    assert told == []
    kept = many()
    sweep()
    assert told == [threading.get_ident()]
    del kept
    sweeper.parent().deleteLater()


@pytest.mark.parametrize(
    ("made", "generation"),
    [((700, 50, 50), -1), ((701, 10, 50), 0), ((701, 11, 10), 1), ((701, 11, 11), 2)],
)
def test_an_older_generation_waits_for_the_younger(made, generation):
    """As Python has it by itself: more than so many, and never the old one alone."""
    assert due(made, (700, 10, 10)) == generation
