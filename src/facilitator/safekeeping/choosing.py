"""Which backup to restore: those there are, what was recorded after each, and what one would lose."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import date
from itertools import islice
from pathlib import Path

from facilitator import overview
from facilitator.acts import RuleViolation, Trouble
from facilitator.data import dataclass
from facilitator.followup.matter import matter_of
from facilitator.opening import Onlooker, open_session
from facilitator.record.comparing import Since, since
from facilitator.rounds.project import project_of
from facilitator.safekeeping import restoring
from facilitator.safekeeping.backing import Backup, backups
from facilitator.safekeeping.names import SHORT, archive_word
from facilitator.safekeeping.restoring import Plan
from facilitator.safekeeping.taking import Raw
from facilitator.session import Session

NAMED = 20
"""Histories that are told by name."""
MOST_ON_A_STICK = 500
"""Entries of a stick that are looked at: somebody's photos may lie on it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A backup, and what was recorded since; None where that cannot be told."""

    backup: Backup
    since: Since | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What a history is of, as far as the archive tells it: a body, a meeting, what became of something."""

    stream: str
    body: str = ""
    """What the body is called."""
    title: str = ""
    day: date | None = None
    """Of the meeting."""
    number: int = 0
    """Of the decision that was followed up."""


@dataclass(frozen=True, slots=True)
class Told:
    """What restoring would do, and what the histories are that would lose something."""

    plan: Plan
    histories: dict[str, History]
    bodies: tuple[str, ...] = ()
    """Of whom the backup is, where the archive of now does not tell it."""


def choices(folder: Path, archive: Path, raw: Raw | None = None) -> list[Choice]:
    """The backups of an archive, newest first; with a raw copy of it, also what each has not.

    Without one (it cannot be opened) they are told by its file's name, and if none bears it, all are named.
    Trouble as for `backing.backups`.
    """
    return _choices(backups(folder), archive, raw)


def choices_on(roots: Iterable[Path], archive: Path, raw: Raw | None = None) -> list[Choice]:
    """The same of what lies on sticks, in them or in a folder of theirs; nothing where one cannot be read."""
    found: list[Backup] = []
    for root in roots:
        for folder in _folders(root):
            with suppress(Trouble):  # no place of ours, and pulled out at any time
                found += backups(folder)
    found.sort(key=lambda one: (one.at, one.path.name), reverse=True)
    return _choices(found, archive, raw)


def after_nothing(choice: Choice) -> Choice:
    """The same beside an archive in which nothing is recorded yet."""
    return dataclasses.replace(choice, since=Since(0, 0, 0))


def _choices(every: list[Backup], archive: Path, raw: Raw | None) -> list[Choice]:
    if raw is not None:
        found = [one for one in every if one.first == raw.extent.first[:SHORT]]
        later: dict[str, Since] = {}
        with suppress(Trouble):  # it is damaged, and its backups are wanted all the more
            later = since(raw.path, {one.last for one in found})
        return [Choice(one, later.get(one.last)) for one in found]
    name = archive_word(archive.stem)
    return [Choice(one) for one in every if one.archive == name] or [Choice(one) for one in every]


def _folders(root: Path) -> list[Path]:
    try:
        inside = sorted(one for one in islice(root.iterdir(), MOST_ON_A_STICK) if one.is_dir())
    except OSError:
        return []
    return [root, *inside]


def plan(
    archive: Path, backup: Path, raw: Raw | None = None, *, empty: bool = False, unread: str = ""
) -> Told:
    """Verify a backup and say what restoring it would lose: told from a raw copy while the archive is in use.

    `empty`: it is in use, and nothing is in it yet. `unread`: it is in use, and why no copy could be taken.
    Refusals and Trouble as for `restoring.plan`.
    """
    if empty or unread:
        nothing = restoring.plan(backup.with_name(f"{backup.name}.none"), backup)
        found = dataclasses.replace(nothing, archive=archive, there=True, unknown=unread)
        return Told(found, {}, _bodies(backup) if unread else ())
    if raw is None:
        found = restoring.plan(archive, backup)
        known = found.there and found.same and not found.unknown
        return Told(found, {}, () if known else _bodies(backup))
    if archive.exists() and backup.exists() and archive.samefile(backup):
        raise RuleViolation("backup-is-archive", path=str(backup))
    found = dataclasses.replace(restoring.plan(raw.path, backup), archive=archive)
    bodies = () if found.same and not found.unknown else _bodies(backup)
    if not found.lost:
        return Told(found, {}, bodies)
    try:
        with closing(open_session(str(raw.path))) as session:
            named = {one.stream: history(session, one.stream) for one in found.lost[:NAMED]}
    except Trouble:  # so much of it can be read, and no more
        return Told(found, {}, bodies)
    return Told(found, named, bodies)


def _bodies(backup: Path) -> tuple[str, ...]:
    """What the bodies are called whose archive it is a backup of."""
    with suppress(Trouble), closing(Onlooker(backup)) as session:
        return tuple(one.name for one in overview.bodies(session))
    return ()


def history(session: Session, stream: str) -> History:
    """What a history of an open archive is of; its name alone where it does not say."""
    try:
        return _history(session, stream)
    except (RuleViolation, Trouble, ValueError):
        return History(stream)


def _history(session: Session, stream: str) -> History:
    room, _, name = stream.partition("/")
    if room == "body":
        return History(stream, body=session.body(name).name)
    if room == "meeting":
        return _meeting(session, stream, name)
    if room == "followup":
        meeting, decision, _ = matter_of(stream)
        return dataclasses.replace(_meeting(session, stream, meeting), number=decision)
    if room == "round":
        return History(stream, title=session.round(name).round.title)
    if room == "project":
        project = session.project(*project_of(stream))
        return History(stream, title=f"{project.number} {project.title}")
    return History(stream)


def _meeting(session: Session, stream: str, name: str) -> History:
    meeting = session.meeting(name)
    return History(
        stream,
        body=meeting.council.name,
        title=meeting.call.title,
        day=meeting.call.planned.date(),
    )
