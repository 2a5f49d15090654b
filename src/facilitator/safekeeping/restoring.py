"""Putting a backup in the place of an archive: what that would lose is said first, and nothing is deleted.

The present archive is given a second name, with the time in it, before the backup takes its own in one step of
the file system. Whoever is stopped in the middle finds one archive or the other, whole.
"""

from __future__ import annotations

import dataclasses
import tempfile
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from facilitator.acts import RuleViolation, Trouble
from facilitator.data import dataclass
from facilitator.papers import shelf
from facilitator.record.comparing import Ahead, ahead, natures_of, same_archive
from facilitator.record.copying import make_single, make_working
from facilitator.record.finished import finished
from facilitator.record.registers.product import KINDS
from facilitator.record.replacing import replace
from facilitator.record.samples import NOTHING, SAMPLE, expect_unreplaced
from facilitator.record.verify import copy_whole, verify

OWNER_WRITES = 0o600


@dataclass(frozen=True, slots=True)
class Plan:
    """What restoring a backup would do. Plain data."""

    archive: Path
    backup: Path
    events: int
    """How many events the backup holds, in `streams` histories."""
    streams: int
    last_at: datetime | None
    """When the last of them was recorded."""
    lost: tuple[Ahead, ...] = ()
    """What the present archive has recorded that is not in the backup, by history."""
    unknown: str = ""
    """Why that cannot be told: the code of what is wrong with the present archive; "" when it can."""
    there: bool = True
    """Whether there is an archive now."""
    same: bool = True
    """Whether both began with the same event; otherwise the backup is one of another archive."""
    sample: bool = False
    """Whether all that the backup holds is invented."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done."""

    archive: Path
    aside: Path | None
    """Where the archive of before is now; None if there was none."""


def plan(archive: Path, backup: Path) -> Plan:
    """Verify a backup and say what putting it in the place of an archive would lose. Changes nothing.

    Both are closed. Trouble `backup-unsound` when the backup is damaged, `locked` when the archive is in use;
    else as for opening the backup. RuleViolation `backup-is-archive` when both are the same file, and as
    `samples.expect_unreplaced` tells.
    """
    _check_other(archive, backup)
    report = verify(backup, KINDS)
    if not report.sound:
        raise Trouble("backup-unsound", path=str(backup))
    times = [one.head.at for one in report.streams if one.head.at is not None]
    told = Plan(
        archive=archive,
        backup=backup,
        events=sum(one.head.version for one in report.streams),
        streams=len(report.streams),
        last_at=max(times, default=None),
        there=archive.exists(),
        sample=natures_of(backup) == SAMPLE,
    )
    _expect_unreplaced(archive, backup)
    return _with_loss(told) if told.there else told


def restore(archive: Path, backup: Path, at: datetime) -> Restored:
    """Put a backup in the place of an archive, which is set aside; the backup stays where it is.

    Both are closed; ask `plan` first. Trouble as for `plan`, and `disk-full`, `read-only`, `no-folder`,
    `not-read-back`, `io` as the place has it: then the archive is as it was.
    """
    _check_other(archive, backup)
    _expect_unreplaced(archive, backup)
    incoming = archive.with_name(f".{archive.name}.restoring")
    try:
        _bring(backup, incoming)
        if archive.exists():
            aside = _free(archive, at)
            replace(archive, incoming, aside, _copy)
        else:
            aside = None
            incoming.replace(archive)
        shelf.sync_folder(archive.parent)
    except OSError as error:
        raise Trouble("io", path=str(archive), reason=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            incoming.unlink(missing_ok=True)
    return Restored(archive, aside)


def _with_loss(told: Plan) -> Plan:
    try:
        lost = ahead(told.archive, told.backup)
        same = same_archive(told.archive, told.backup)
    except Trouble as trouble:
        if trouble.code == "locked":
            raise
        return dataclasses.replace(told, unknown=trouble.code)
    return dataclasses.replace(told, lost=lost, same=same)


def _check_other(archive: Path, backup: Path) -> None:
    if archive.exists() and backup.exists() and archive.samefile(backup):
        raise RuleViolation("backup-is-archive", path=str(backup))


def _expect_unreplaced(archive: Path, backup: Path) -> None:
    """Of an archive that cannot be read any more nobody knows what it was."""
    try:
        ours = natures_of(archive) if archive.exists() else NOTHING
    except Trouble as trouble:
        if trouble.code == "locked":
            raise
        return
    expect_unreplaced(ours, natures_of(backup), backup)


def _bring(backup: Path, incoming: Path) -> None:
    """Copy the backup, as one file, to where the archive is, and verify it there."""
    with suppress(FileNotFoundError):
        incoming.unlink()  # of a run that was killed
    if finished(backup):
        shelf.put_file(incoming, backup, mode=OWNER_WRITES)
    else:  # any other archive, with what may wait beside it
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            raw, single = Path(folder) / "raw", Path(folder) / "single"
            copy_whole(backup, raw)
            make_single(raw, single)
            shelf.put_file(incoming, single, mode=OWNER_WRITES)
    if not verify(incoming, KINDS).sound:
        raise Trouble("backup-unsound", path=str(backup))
    make_working(incoming)


def _copy(path: Path, name: Path) -> None:
    shelf.put_file(name, path, mode=OWNER_WRITES)


def _free(archive: Path, at: datetime) -> Path:
    """The name under which the present archive is set aside."""
    for number in count(1):
        again = f"-{number}" if number > 1 else ""
        name = f"{archive.stem}_{at:%Y-%m-%d_%H-%M-%S}{again}{archive.suffix}"
        if not (path := archive.with_name(name)).exists():
            return path
    raise AssertionError("numbers do not end")
