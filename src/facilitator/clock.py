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

    def unnoticed(self) -> timedelta:
        """What `jump` would answer, without being an answer: it can be asked as often as one likes."""
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
        moved = self.unnoticed()
        self._offset += moved.total_seconds()
        return moved

    def unnoticed(self) -> timedelta:
        """How far it has moved since `jump` was last asked; nothing when that is mere drift."""
        offset = time.time() - time.monotonic()
        moved = timedelta(seconds=offset - self._offset)
        return moved if abs(moved) > NOTICEABLE else timedelta()


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

    def unnoticed(self) -> timedelta:
        """None, then."""
        return timedelta()
