"""When an archive was last seen to be whole, and whether to look again: that means to read all of it."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from facilitator.session import Session

EVERY = timedelta(days=1)
"""An archive in which nothing is recorded is read whole once a day: a disk can fail all the same."""
SHARE = 2000
"""Reading may take so small a part of the time: an archive that takes five minutes is read once a week."""
SELDOM = timedelta(days=30)
"""However long it takes."""


class Whole(msgspec.Struct, frozen=True):
    """What an archive was like when all of it was read, and found to be whole."""

    path: str
    last: str
    """The hash of its last event."""
    at: datetime
    took: float = 0.0
    """Seconds that it took."""

    def that_took(self, seconds: float) -> Whole:
        """The same, read in so long."""
        return msgspec.structs.replace(self, took=seconds)

    @property
    def text(self) -> str:
        """The same as a line to be remembered."""
        return msgspec.json.encode(self).decode()


def as_it_is(session: Session, at: datetime) -> Whole:
    """What an archive is like now; quick. Trouble as for every question to it."""
    return Whole(str(session.path), session.record.extent().last, at)


def read_whole(text: str) -> Whole | None:
    """What a remembered line says; None when it says nothing."""
    try:
        return msgspec.json.decode(text, type=Whole)
    except msgspec.MsgspecError:
        return None


def look_due(now: Whole, seen: Whole | None, *, left: bool) -> bool:
    """Whether to read the archive whole that is like `now`; `left` when it was not closed in order before."""
    if left or seen is None or (now.path, now.last) != (seen.path, seen.last):
        return True
    try:
        since = now.at - seen.at
    except TypeError:  # a remembered time without an offset is none of ours
        return True
    wait = min(max(EVERY, SHARE * timedelta(seconds=seen.took)), SELDOM)
    return not timedelta() <= since < wait
