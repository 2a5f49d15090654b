"""What time it is, and whether the computer's clock has moved by itself."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from typing import Protocol

NOTICEABLE = timedelta(seconds=2)
"""A smaller difference between wall clock and steady clock is drift, not a jump."""


class Clock(Protocol):
    """What a session asks for the time."""

    def now(self) -> datetime:
        """The time, aware."""
        ...

    def jump(self) -> timedelta:
        """How far the clock has jumped since this was last asked; zero when it has not."""
        ...


class SystemClock:
    """The computer's clock, held against the steady one that nobody can set."""

    def __init__(self) -> None:
        self._offset = time.time() - time.monotonic()

    def now(self) -> datetime:
        """The local time with its UTC offset."""
        return datetime.now().astimezone()

    def jump(self) -> timedelta:
        """How far the wall clock has moved against the steady one since this was last asked."""
        offset = time.time() - time.monotonic()
        moved = timedelta(seconds=offset - self._offset)
        if abs(moved) <= NOTICEABLE:
            return timedelta()
        self._offset = offset
        return moved


class ToldClock:
    """A clock that is told the time: scripts and stories bring theirs with them."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        """The time as last told."""
        return self.at

    def jump(self) -> timedelta:
        """Being told a time is no jump."""
        return timedelta()
