"""What a page may ask of the program itself: `desk.wished.emit(OpenArchive(path))`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenArchive:
    """Open the archive at `path`, "" for one's own; with `create`, make it if it is not there."""

    path: str = ""
    create: bool = False


@dataclass(frozen=True, slots=True)
class LookAt:
    """Look at a copy of an archive that cannot be written to; nothing can be recorded in it."""

    path: str


@dataclass(frozen=True, slots=True)
class Rehearse:
    """Open the sample archive; make it first if it is not there, or in any case when `anew`."""

    anew: bool = False


@dataclass(frozen=True, slots=True)
class End:
    """Close the program."""


Wish = OpenArchive | LookAt | Rehearse | End
