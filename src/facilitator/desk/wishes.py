"""What a page may ask of the program itself: `desk.wished.emit(OpenArchive(path))`."""

from __future__ import annotations

from pathlib import Path

from facilitator.data import dataclass


@dataclass(frozen=True, slots=True)
class OpenArchive:
    """Open the archive at `path`, "" for one's own; with `create`, make it if it is not there."""

    path: str = ""
    create: bool = False


@dataclass(frozen=True, slots=True)
class LookAt:
    """Look at an archive that cannot be written to; nothing can be recorded in it."""

    path: str


@dataclass(frozen=True, slots=True)
class Salvage:
    """Look at what is still sound in a damaged archive."""

    path: str


@dataclass(frozen=True, slots=True)
class Rehearse:
    """Open the sample archive; make it first if it is not there, or in any case when `anew`."""

    anew: bool = False


@dataclass(frozen=True, slots=True)
class Restore:
    """Choose a backup for the archive at `path`, "" for the one that is open; `backup` is proposed first."""

    path: str = ""
    backup: str = ""


@dataclass(frozen=True, slots=True)
class RestoreNow:
    """Put the backup in the archive's place, and open it."""

    archive: Path
    backup: Path


@dataclass(frozen=True, slots=True)
class Merge:
    """Choose archives to merge into the one that is open, and see what they would bring."""


@dataclass(frozen=True, slots=True)
class MergeNow:
    """Take over what only goes on in those archives into the one that is open."""

    others: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class End:
    """Close the program."""


Wish = OpenArchive | LookAt | Salvage | Rehearse | Restore | RestoreNow | Merge | MergeNow | End
