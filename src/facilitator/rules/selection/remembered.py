"""What was worked out lately is not worked out again: the last few results, by all that they follow from.

A result follows from its problem alone, so that whoever asks the same again (the close of a vote after its last
ballot was entered, an act that is taken back) is given the same.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock

import msgspec

from facilitator.rules.selection.outcome import Selection
from facilitator.rules.selection.problem import Problem

KEPT = 8
"""So many results are remembered; a problem of 500 ballots takes some tens of kilobytes."""


class NotWorkedOut(Exception):
    """Only what is known was asked for (`known_only`), and the result of this problem is not."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem


_kept: OrderedDict[bytes, Selection] = OrderedDict()
_lock = Lock()
_known_only: ContextVar[bool] = ContextVar("known_only", default=False)


def selected(problem: Problem) -> Selection:
    """As `select`; a result that was worked out lately is given again."""
    key = msgspec.msgpack.encode(problem)
    with _lock:
        found = _kept.get(key)
        if found is not None:
            _kept.move_to_end(key)
            return found
    if _known_only.get():
        raise NotWorkedOut(problem)
    from facilitator.rules.selection.selecting import select

    found = select(problem)
    with _lock:
        _kept[key] = found
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return found


@contextmanager
def known_only() -> Generator[None]:
    """Within it nothing is worked out: `selected` raises `NotWorkedOut` for what it does not know."""
    before = _known_only.set(True)
    try:
        yield
    finally:
        _known_only.reset(before)


def forget() -> None:
    """Remember nothing any more."""
    with _lock:
        _kept.clear()
