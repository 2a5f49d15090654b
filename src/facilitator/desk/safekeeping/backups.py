"""Backups as rows of a table: when, how large, and what was recorded since."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.desk.safekeeping.grid import Row
from facilitator.safekeeping.names import read_name
from facilitator.words.figures import airy, clock, date_words
from facilitator.words.keeping import size_words
from facilitator.words.tongue import Tongue

if TYPE_CHECKING:
    from facilitator.safekeeping.choosing import Choice


def rows_of(found: Iterable[Choice], t: Tongue, now: datetime, *, gone: bool = False) -> list[Row]:
    """A row for each; `key` is its path. One that is damaged says so; of several archives each says which.

    `gone`: the archive is not there any more, so that nothing was recorded in it since.
    """
    found = list(found)
    several = len({one.backup.first for one in found}) > 1
    return [_row(one, t, now, several=several, gone=gone) for one in found]


def _row(one: Choice, t: Tongue, now: datetime, *, several: bool, gone: bool) -> Row:
    backup = one.backup
    when = airy(when_words(t, backup.at, now))
    if not backup.sound:
        return Row((f"✗ {when}", "", t("The file is damaged.")), backup.path, "bad_ink")
    since = t("There is no archive any more") if gone else _since(one, t)
    if several:
        since = t("{since} (archive {name})", since=since, name=backup.archive)
    return Row((when, size_words(backup.size), airy(since)), backup.path)


def row_of(path: Path, t: Tongue, now: datetime) -> Row:
    """A row for a file that was found elsewhere: what a backup's name says, any other name as it is."""
    try:
        size = size_words(path.stat().st_size)
    except OSError:
        size = ""
    if (name := read_name(path.name)) is None:
        return Row((path.name, size, ""), path)
    return Row((airy(when_words(t, name.at, now)), size, path.name), path)


def _since(one: Choice, t: Tongue) -> str:
    since = one.since
    if since is None:
        return t("Cannot be told")
    if not since.events:
        return t("Nothing: all of it is in")
    entries = t.many("{n} entry", "{n} entries", since.events)
    parts: list[str] = []
    if since.meetings:
        parts.append(t.many("{n} meeting", "{n} meetings", since.meetings))
    if since.decisions:
        parts.append(t.many("{n} decision", "{n} decisions", since.decisions))
    if not parts:
        return entries
    what = t.within("listing", ", ").join(parts)
    return t("{entries}, of {what}", entries=entries, what=what)


def when_words(t: Tongue, at: datetime, now: datetime) -> str:
    """A local time near now: today 21:04, yesterday 9:30, else with its date."""
    days = (now.date() - at.date()).days
    if days == 0:
        return t("today {time}", time=clock(at))
    if days == 1:
        return t("yesterday {time}", time=clock(at))
    return f"{date_words(at.date(), t.lang)} {clock(at)}"
