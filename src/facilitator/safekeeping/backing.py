"""Backups: whole, verified, one file each, and not more of them than are of use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import platformdirs

from facilitator.acts import Trouble
from facilitator.data import dataclass
from facilitator.papers import shelf
from facilitator.record.copying import Extent
from facilitator.record.finished import extent_of, finished
from facilitator.safekeeping.names import SHORT, copy_name, read_name
from facilitator.safekeeping.taking import Raw, Step, Tell, begin, verified
from facilitator.safekeeping.thinning import superfluous
from facilitator.session import Session

__all__ = [
    "Backup",
    "back_up",
    "backups",
    "begin",
    "default_folder",
    "extent",
    "finish",
    "in_backup",
]

OWNER_READS = 0o400
"""Nobody writes to a backup, and only its owner reads it: it is full of neighbours' names."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that lies in a folder. Whatever bears such a name was verified when it was put there."""

    path: Path
    at: datetime
    """The local time, without an offset."""
    archive: str
    """What the archive's file was called."""
    first: str
    """The beginning of the hash of the archive's first event: it tells one archive from another."""
    last: str
    """The same of the last event that is in it."""
    size: int
    sound: bool
    """Whether it is as long as it says, and a file of ours; reading it through is what `restoring` does."""


def default_folder() -> Path:
    """Where backups go unless another folder was chosen; it is made when it is not there."""
    folder = Path(platformdirs.user_data_dir("facilitator", appauthor=False)) / "backups"
    shelf.make_folder(folder)
    return folder


def extent(session: Session) -> Extent:
    """How far a session's journal reaches now; quick."""
    return session.record.extent()


def backups(folder: Path, first: str = "") -> list[Backup]:
    """The backups in a folder, newest first; of one archive, if the hash of its first event is given.

    Trouble `no-folder`, `read-only`, `io` when the folder cannot be looked at.
    """
    found = (one for one in _all(folder) if not first or one.first == first[:SHORT])
    return sorted(found, key=lambda one: (one.at, one.path.name), reverse=True)


def in_backup(session: Session, folder: Path) -> bool:
    """Whether all that is recorded is in the newest sound backup of the folder; True when nothing is yet."""
    now = extent(session)
    if not now.events:
        return True
    newest = next((one for one in backups(folder, now.first) if one.sound), None)
    return newest is not None and newest.last == now.last[:SHORT]


def finish(raw: Raw, folder: Path, at: datetime, tell: Tell | None = None) -> Backup:
    """Make a verified backup of a copy in a folder, and remove those that are superfluous now.

    Trouble `copy-unsound` when the archive is damaged (earlier backups stay), and `disk-full`, `no-folder`,
    `read-only`, `not-read-back`, `io` as the place has it. The raw copy is gone in any case.
    """
    try:
        if not folder.is_dir():
            raise Trouble("no-folder", path=str(folder))
        single, report = verified(raw, tables=False, tell=tell)
        assert report.paper is not None
        if tell is not None:
            tell(Step.PLACING, 0, 0)
        path = _put(raw, single, folder, at)
    finally:
        raw.discard()
    made = _backup(path)
    assert made is not None
    thin(folder, made.first, made.at, made)
    return made


def back_up(session: Session, folder: Path, at: datetime, tell: Tell | None = None) -> Backup:
    """Make a backup on this thread, from beginning to end; see `finish`."""
    return finish(begin(session).run(tell), folder, at, tell)


def thin(folder: Path, first: str, now: datetime, *spared: Backup) -> list[Path]:
    """Remove the superfluous backups of one archive, as far as the system lets us; return what is gone."""
    gone: list[Path] = []
    for one in superfluous(backups(folder, first), now):
        if one not in spared:
            with suppress(OSError):
                one.path.chmod(0o600)  # Windows removes nothing that is marked read-only
                one.path.unlink()
                gone.append(one.path)
    return gone


def _put(raw: Raw, single: Path, folder: Path, at: datetime) -> Path:
    last = extent_of(single).last
    while True:  # two within a second, or a clock that was put back
        path = folder / str(copy_name(raw.archive, raw.extent.first, last, at))
        try:
            shelf.put_file(path, single, mode=OWNER_READS)
        except Trouble as trouble:
            if trouble.code != "file-exists":
                raise
            at += timedelta(seconds=1)
        else:
            return path


def _all(folder: Path) -> Iterator[Backup]:
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        code = {FileNotFoundError: "no-folder", NotADirectoryError: "no-folder"}
        code = code.get(type(error), "read-only" if isinstance(error, PermissionError) else "io")
        raise Trouble(code, path=str(folder), reason=error.strerror or str(error)) from error
    for path in paths:
        if (one := _backup(path)) is not None:
            yield one


def _backup(path: Path) -> Backup | None:
    """What lies there, if it has the name of a backup."""
    name = read_name(path.name)
    if name is None:
        return None
    try:
        size, sound = path.stat().st_size, finished(path)
    except (OSError, Trouble):
        size, sound = 0, False
    return Backup(path, name.at, name.archive, name.first, name.last, size, sound)
