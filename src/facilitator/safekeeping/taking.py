"""The copy that every other step is made from: taken while the archive is used, written anew, verified."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

import platformdirs

from facilitator.acts import RuleViolation, Trouble
from facilitator.data import dataclass
from facilitator.opening import Onlooker
from facilitator.record.archive import NO_REGISTERS
from facilitator.record.copying import Copying, Extent, make_single
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.record.report import Report
from facilitator.record.verify import verify
from facilitator.session import Session

ABANDONED = 24 * 3600
"""Seconds after which what a killed run left in the working place is thrown away."""


class Step(Enum):
    """What is being done; told with how much of it, where that is known (else 0 of 0)."""

    COPYING = auto()
    WRITING = auto()
    VERIFYING = auto()
    PLACING = auto()
    LOOKING = auto()
    """At other archives, before they are merged."""
    MERGING = auto()


Tell = Callable[[Step, int, int], None]
"""Told what is being done, so much of so much."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A copy as it was taken, in a folder of its own. Plain data; `discard` it, or finish with it."""

    folder: str
    archive: str
    """What the archive's file is called, without its ending."""
    source: Path
    """Where the archive itself lies: whatever is wrong in the copy is wrong there."""
    extent: Extent
    """What must be in it at least."""

    @property
    def path(self) -> Path:
        """The copy itself."""
        return Path(self.folder) / "raw"

    @property
    def single(self) -> Path:
        """Where it is written anew."""
        return Path(self.folder) / "single"

    def discard(self) -> None:
        """Throw it away."""
        shutil.rmtree(self.folder, ignore_errors=True)


class Taking:
    """A copy about to be taken; made on the session's thread, run on any other."""

    def __init__(self, session: Session) -> None:
        if isinstance(session, Onlooker) and session.salvaged is not None:
            raise Trouble("copy-unsound", path=str(session.path))  # what is left is not the archive
        self._copying: Copying = session.record.copying()
        self.extent = self._copying.extent
        self._source = session.path
        if not self.extent.events:
            raise RuleViolation("archive-empty")

    def run(self, tell: Tell | None = None) -> Raw:
        """Take the copy. `Stopped` when the archive is closed meanwhile; Trouble when there is no room."""
        folder = tempfile.mkdtemp(prefix="copy-", dir=_workplace())
        raw = Raw(folder, self._source.stem, self._source, self.extent)
        try:
            self._copying.run(
                raw.path, tell and (lambda done, total: tell(Step.COPYING, done, total))
            )
        except BaseException as error:
            raw.discard()
            if isinstance(error, Trouble) and error.code == "damaged":
                raise _unsound(raw) from error  # it is not the copy, which nobody has read yet
            raise
        return raw

    def stop(self) -> None:
        """Give up; return when the archive is used no more."""
        self._copying.stop()


def begin(session: Session) -> Taking:
    """Begin a copy of a session's archive; refused (`archive-empty`) when there is nothing to lose yet."""
    return Taking(session)


def verified(raw: Raw, *, tables: bool, tell: Tell | None = None) -> tuple[Path, Report]:
    """Write a copy anew as one file and verify it: every stream to its last event, and every attached content.

    With `tables` the registers too, on which other programs rely; they can be made anew, and a backup does
    without that. Trouble `copy-unsound` when something is found: then the archive itself is damaged.
    """
    if tell is not None:
        tell(Step.WRITING, 0, 0)
    try:
        make_single(raw.path, raw.single)
    except Trouble as trouble:
        if trouble.code == "damaged":
            raise _unsound(raw, codes=["pages"]) from trouble
        raise
    raw.path.unlink(missing_ok=True)
    if tell is not None:
        tell(Step.VERIFYING, 0, 0)
    registers = REGISTERS if tables else NO_REGISTERS
    report = verify(raw.single, KINDS, raw.extent.last, registers=registers)
    if not report.sound or report.paper is None:
        streams = sorted({one.stream for one in report.findings if one.stream})
        codes = sorted({one.code for one in report.findings})
        raise _unsound(raw, streams=streams, codes=codes)
    return raw.single, report


def examine(raw: Raw, tell: Tell | None = None) -> None:
    """Only see whether the archive is whole, as a backup would; the copy is gone afterwards.

    Trouble `copy-unsound` when it is damaged.
    """
    try:
        verified(raw, tables=False, tell=tell)
    finally:
        raw.discard()


def _unsound(raw: Raw, **facts: list[str]) -> Trouble:
    """It names the archive: whoever were told of the copy would guard a file that is gone."""
    return Trouble("copy-unsound", path=str(raw.source), **facts)


def _workplace() -> Path | None:
    """A folder of our own on a disk of this computer; what killed runs left in it is thrown away."""
    place = Path(platformdirs.user_cache_dir("facilitator", appauthor=False)) / "copies"
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in place.iterdir():
            if time.time() - left.stat().st_mtime > ABANDONED:
                shutil.rmtree(left, ignore_errors=True)
    except OSError:
        return None  # the system's own place for such things will do
    return place
