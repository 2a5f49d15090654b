"""Proving that an archive holds what was recorded, and what the signed paper says.

The file is copied, with its WAL, into a private folder, and the copy is examined: the archive may lie on a
read-only stick, and reading a WAL in place would write beside it or, opened as immutable, miss what is in it.
A finished file (a backup, a published one) is examined where it lies. Meanwhile we hold the lock that SQLite's
readers hold, so nobody can write; an archive that is open elsewhere is `locked`, since a copy of it may be half
old and half new.

What cannot be found without the paper: a chain rewritten from end to end, or with its last events cut off.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import string
import tempfile
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from facilitator.acts import Event, RuleViolation, Trouble
from facilitator.record.archive import NO_REGISTERS, Record
from facilitator.record.checks import CHECKS, Inspection
from facilitator.record.codec import Codec
from facilitator.record.finished import connect_finished, finished
from facilitator.record.handle import Handle
from facilitator.record.header import read_header, wal_of
from facilitator.record.locks import reading
from facilitator.record.registers import Registers
from facilitator.record.report import Finding, Report
from facilitator.record.trouble import environment

CHECKSUM = ".sha256"
"""What the name of a published archive's checksum has at its end."""
STEPS_AT_LEAST = 20_000_000
STEPS_PER_BYTE = 200
"""SQLite's virtual machine may take so many steps before we call the file damaged: pages that point in
circles must not keep us for ever."""


def verify(
    path: Path,
    kinds: Iterable[type[Event]],
    paper_head: str | None = None,
    *,
    registers: Registers = NO_REGISTERS,
    tell: Callable[[str], None] | None = None,
) -> Report:
    """Examine the archive at `path` without changing a byte of it or beside it.

    `tell` is told the name of each check before it begins.

    `paper_head` is what the minutes print, 32 or 64 hex characters with any spaces. Whatever goes wrong while
    examining is a finding. Trouble is raised only if there is nothing to examine: `no-file`, `no-folder`,
    `newer`, `locked`, `read-only` (may not be read), `disk-full` (no room for the copy), `disk-error`.
    RuleViolation `paper-head` if that is not a head.
    """
    paper = _plain_head(paper_head)
    codec = Codec(kinds)
    try:
        read_header(path.absolute())
    except Trouble as trouble:
        if trouble.code in ("damaged", "not-an-archive"):
            return Report((), (Finding(trouble.code, facts=trouble.facts),))
        raise
    examine = partial(
        _examine,
        codec=codec,
        registers=registers,
        paper=paper,
        tell=tell,
        before=_differing(path),
    )
    if finished(path):
        with environment(path), path.open("rb") as source, reading(source, path):
            return examine(path, connect_finished)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "archive"
        copy_whole(path, copy)
        return examine(copy, partial(sqlite3.connect, isolation_level=None))


def rebuild(path: Path, kinds: Iterable[type[Event]], registers: Registers) -> dict[str, int]:
    """Drop the registers of an archive and refill them from its journal; return their row counts.

    One transaction. Trouble as for `Record.open`, and `damaged` or `unreadable` if the journal cannot be read.
    """
    with Record.open(path, kinds, registers=registers) as record:
        return record.refill()


def _plain_head(text: str | None) -> str:
    if text is None:
        return ""
    plain = "".join(text.split()).lower()
    if len(plain) not in (32, 64) or not set(plain) <= set(string.hexdigits):
        raise RuleViolation("paper-head", value=text[:80])
    return plain


def _differing(path: Path) -> list[Finding]:
    """What the checksum that a published archive has beside it says of the file, bit for bit."""
    beside = path.with_name(path.name + CHECKSUM)
    with environment(path):
        if not beside.is_file():
            return []
        told = beside.read_bytes()[:64].decode("ascii", "replace").lower()
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    return [] if told == found else [Finding("checksum-differs", facts={"sha256": found})]


def copy_whole(path: Path, copy: Path) -> None:
    """Copy an archive that nobody writes to, with what waits in its WAL; Trouble `locked` if somebody does."""
    with environment(path), path.open("rb") as source, reading(source, path):
        with copy.open("wb") as target:
            shutil.copyfileobj(source, target, 1 << 20)
        if wal_of(path).exists():
            shutil.copyfile(wal_of(path), wal_of(copy))


def patient(copy: Path) -> sqlite3.Connection:
    """Open a copy to look at it, with an end to our patience: see `STEPS_PER_BYTE`."""
    connection = sqlite3.connect(copy, isolation_level=None)
    size = copy.stat().st_size
    steps = iter(range(max(STEPS_AT_LEAST, size * STEPS_PER_BYTE) // 10_000))
    connection.set_progress_handler(lambda: next(steps, None) is None, 10_000)
    return connection


def _examine(
    path: Path,
    connect: Callable[[Path], sqlite3.Connection],
    *,
    codec: Codec,
    registers: Registers,
    paper: str,
    tell: Callable[[str], None] | None,
    before: Sequence[Finding],
) -> Report:
    steps = iter(range(max(STEPS_AT_LEAST, path.stat().st_size * STEPS_PER_BYTE) // 10_000))
    connection = connect(path)
    connection.set_progress_handler(lambda: next(steps, None) is None, 10_000)
    try:
        db = Handle(connection)
        inspection = Inspection(db, codec, registers, paper)
        inspection.findings += before
        for check in CHECKS:
            if tell is not None:
                tell(check.__name__)
            try:
                check(inspection)
            except Exception as error:
                inspection.find("exception", check=check.__name__, error=repr(error)[:500])
    finally:
        connection.close()
    return inspection.report()
