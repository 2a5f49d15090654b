"""Which backups can go: all of the last two days stay, then one a day, one a week, one a month."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

ALL = timedelta(days=2)
DAILY = timedelta(days=16)
"""A fortnight after the two days."""
WEEKLY = timedelta(days=107)
"""Three months more; from then on one of each month stays for ever."""


class Dated(Protocol):
    """A backup: when it was made, and whether it can be relied upon."""

    @property
    def at(self) -> datetime:
        """When."""
        ...

    @property
    def sound(self) -> bool:
        """Whether it was verified and is as it was then, as far as can be seen."""
        ...


One = TypeVar("One", bound=Dated)


def superfluous(copies: Iterable[One], now: datetime) -> list[One]:
    """Those of one archive's backups that can go, oldest first; never the newest that is sound.

    Of each day, week and month the last one stays, and among those a sound one before one that is not.
    Times are all with an offset or all without.
    """
    latest_first = sorted(copies, key=lambda one: (one.at, one.sound), reverse=True)
    newest = next((one for one in latest_first if one.sound), None)
    kept: dict[Hashable, One] = {}
    for one in latest_first:
        span = _span(one.at, now) or id(one)
        if span not in kept or (one.sound and not kept[span].sound):
            kept[span] = one
    stays = {id(one) for one in (*kept.values(), newest)}
    return [one for one in reversed(latest_first) if id(one) not in stays]


def _span(at: datetime, now: datetime) -> Hashable:
    """The day, week or month of which one stays; None where all stay, which is also so after `now`."""
    age = now - at
    if age < ALL:
        return None
    if age < DAILY:
        return at.date()
    if age < WEEKLY:
        year, week, _ = at.isocalendar()
        return ("week", year, week)
    return ("month", at.year, at.month)
