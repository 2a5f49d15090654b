"""When a backup is made."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum, auto

EVERY = timedelta(minutes=10)
SHARE = 20
"""A backup by the clock may take one twentieth of the time: that of a very large archive is made less often."""


class Moment(Enum):
    """What has just happened when it is asked whether a backup is due."""

    OPENED = auto()
    POLL = auto()
    """A vote was closed."""
    MEETING = auto()
    """A meeting was closed."""
    CLOCK = auto()
    """Nothing: time has passed."""


def due(
    moment: Moment, *, changed: bool, since: timedelta | None, took: timedelta = timedelta()
) -> bool:
    """Whether to make a backup now.

    `changed`: something was recorded that is in no backup. `since` the last one was made: None if it never was
    in this run of the program. `took`: how long that one took.
    """
    if not changed:
        return False
    if since is None or moment in (Moment.OPENED, Moment.MEETING):
        return True
    if moment is Moment.POLL:
        return since >= took
    return since >= max(EVERY, took * SHARE)
