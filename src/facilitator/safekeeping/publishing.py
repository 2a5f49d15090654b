"""Publishing an archive: one verified file that nobody can write to, and its checksum beside it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from facilitator.acts import RuleViolation, Trouble
from facilitator.data import dataclass
from facilitator.papers import shelf
from facilitator.record.verify import CHECKSUM
from facilitator.safekeeping.names import ENDING
from facilitator.safekeeping.taking import Raw, Step, Tell, begin, verified
from facilitator.session import Session

__all__ = ["CHECKSUM", "Published", "begin", "finish", "finish_in", "publish"]

EVERYBODY_READS = 0o444


@dataclass(frozen=True, slots=True)
class Published:
    """A published archive."""

    path: Path
    checksum: Path
    """The file that `sha256sum --check` takes."""
    sha256: str
    """64 hex digits."""
    size: int
    streams: int
    events: int


def finish(raw: Raw, target: Path, at: datetime, tell: Tell | None = None) -> Published:
    """Make a published archive of a copy: `target` is a folder, or a file that is not there yet.

    In a folder it is called by the archive and the day. Refused (`file-exists`) rather than put in place of
    another file. Trouble as for `backing.finish`; then nothing is there. The raw copy is gone in any case.
    """
    try:
        path = _free(target, raw.archive, at)
        single, report = verified(raw, tables=True, tell=tell)
        if tell is not None:
            tell(Step.PLACING, 0, 0)
        sha256 = shelf.put_file(path, single, mode=EVERYBODY_READS)
        checksum = path.with_name(path.name + CHECKSUM)
        try:
            shelf.put(checksum, f"{sha256}  {path.name}\n".encode())
        except BaseException:
            with suppress(OSError):  # the stick may be gone, with the file on it
                path.chmod(0o600)
                path.unlink()
            raise
        size = single.stat().st_size
    finally:
        raw.discard()
    events = sum(one.head.version for one in report.streams)
    return Published(path, checksum, sha256, size, len(report.streams), events)


def finish_in(raw: Raw, folder: Path, at: datetime, tell: Tell | None = None) -> Published:
    """The same into a folder, never into a new file of its name: a stick may be gone by now (`no-folder`)."""
    if not folder.is_dir():
        raw.discard()
        raise Trouble("no-folder", path=str(folder))
    return finish(raw, folder, at, tell)


def publish(session: Session, target: Path, at: datetime, tell: Tell | None = None) -> Published:
    """Publish a session's archive on this thread, from beginning to end; see `finish`."""
    taking = begin(session)
    _free(target, session.path.stem, at)  # said at once, not after all the work
    return finish(taking.run(tell), target, at, tell)


def _free(target: Path, archive: str, at: datetime) -> Path:
    """The name that the file will have."""
    if not target.is_dir():
        if not target.parent.is_dir():
            raise Trouble("no-folder", path=str(target.parent))
        if target.exists() or target.with_name(target.name + CHECKSUM).exists():
            raise RuleViolation("file-exists", path=str(target))
        return target
    for number in count(1):
        again = str(number) if number > 1 else ""
        name = shelf.paper_name(archive, f"{at:%Y-%m-%d}", again, ending=ENDING.lstrip("."))
        path = target / name
        if not path.exists() and not path.with_name(name + CHECKSUM).exists():
            return path
    raise AssertionError("numbers do not end")
