"""Puts papers on the disk, so that what lies there is always the old paper or the new one."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import os
import re
import secrets
import shutil
import stat
import sys
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import lxml.etree as etree
import msgspec

from facilitator.acts import Trouble
from facilitator.record.header import MAGIC, held, identity

try:
    import fcntl
except ImportError:  # Windows keeps an open file from being removed without being asked
    fcntl = None

Check = Callable[[bytes], None]

_PART = re.compile(r"\.facilitator-[0-9a-f]{16}\.part")
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_FOLDER = {errno.ENOENT, errno.ENOTDIR}
_SHARING_VIOLATION = 32
_PIECE = 1 << 20


def put(path: Path, data: bytes, check: Check | None = None) -> None:
    """Write `data` to `path`: after a kill or a power cut the file is the old one or the new one.

    What was written is read back from the disk, and given to `check` if there is one, before it takes the
    old file's place. The ending says nothing of what is in it: somebody may have typed it. Raises
    `Trouble` with one of the codes `disk-full`, `read-only`, `no-folder`, `in-use`, `io` and the facts
    `path` and `reason`; then nothing has changed. So is `file-exists` raised where an archive lies: no
    paper ever takes its place.
    A check that fails is our own bug and comes out as it is.
    """
    with _as_trouble(path):
        _spare_archive(path)
        mode = _mode_of(path)
        _sweep(path.parent)
        with _part(path.parent) as part:
            _fill(part, data, check)
            if mode is not None and sys.platform != "win32":
                os.fchmod(part.fileno(), mode)  # a paper kept from others stays kept from them
            _rename(part, path)
        sync_folder(path.parent)


def _spare_archive(path: Path) -> None:
    """A wrong name was typed where there is a database. The program may have it open: see `record.header`."""
    if not path.is_file():
        return
    if identity(path) in held:
        raise Trouble("file-exists", path=str(path))
    with path.open("rb") as file:
        if file.read(len(MAGIC)) == MAGIC:
            raise Trouble("file-exists", path=str(path))


def put_file(path: Path, source: Path, *, mode: int) -> str:
    """Copy the file `source` to the new file `path`; return the SHA-256, in hex, of what can be read there.

    As whole as with `put`, but for files of any size and never in place of another. Raises `Trouble` as
    `put` does, `file-exists` when there is one of this name, and `not-read-back` when the place gives back
    something else than was written to it.
    """
    with _as_trouble(path):
        _sweep(path.parent)
        with _part(path.parent, _nobody_else) as part:
            with source.open("rb") as whole:
                shutil.copyfileobj(whole, part, _PIECE)
                whole.seek(0)
                wanted = _digest(whole)
            part.flush()
            _sync(part)
            _forget(part)
            part.seek(0)
            if _digest(part) != wanted:
                raise Trouble("not-read-back", path=str(path))
            if path.exists():
                raise Trouble("file-exists", path=str(path))
            if sys.platform != "win32":
                with contextlib.suppress(OSError):  # a stick that knows no rights
                    os.fchmod(part.fileno(), mode)
            _rename(part, path)
        sync_folder(path.parent)
    return wanted


def make_folder(folder: Path) -> None:
    """Make a folder for papers, with those above it, if it is not there. Raises `Trouble` as `put` does."""
    with _as_trouble(folder):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except FileExistsError as error:
            raise NotADirectoryError(errno.ENOTDIR, "a file has this name") from error


@contextlib.contextmanager
def _part(folder: Path, opener: Callable[[str, int], int] | None = None) -> Iterator[BinaryIO]:
    """Open a new file in `folder`, locked against the sweeps of other runs; gone at the end."""
    while True:
        name = folder / f".facilitator-{secrets.token_hex(8)}.part"
        file = open(name, "x+b", opener=opener)  # noqa: SIM115
        _hold(file)
        if os.fstat(file.fileno()).st_nlink:  # else a sweep came between opening and locking
            break
        file.close()
    try:
        yield file
    finally:
        file.close()
        with contextlib.suppress(OSError):
            Path(file.name).unlink(missing_ok=True)


def _nobody_else(name: str, flags: int) -> int:
    """A copy of an archive is nobody else's, from its first byte on."""
    return os.open(name, flags, 0o600)


def _fill(part: BinaryIO, data: bytes, check: Check | None) -> None:
    part.write(data)
    part.flush()
    _sync(part)
    part.seek(0)
    found = part.read()
    if found != data:
        raise OSError(errno.EIO, "what was read back is not what was written")
    if check is not None:
        check(found)


def _rename(part: BinaryIO, path: Path) -> None:
    if sys.platform == "win32":  # an open file cannot be renamed there
        part.close()
    os.replace(part.name, path)


def _digest(file: BinaryIO) -> str:
    """SHA-256, in hex, of what follows in a file."""
    found = hashlib.sha256()
    while piece := file.read(_PIECE):
        found.update(piece)
    return found.hexdigest()


def _forget(file: BinaryIO) -> None:
    """Have what is read next come from the disk itself, where the system can be asked for that."""
    if hasattr(os, "posix_fadvise"):
        with contextlib.suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _mode_of(path: Path) -> int | None:
    """Return the rights of the old paper; one that somebody made read-only is left alone."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise OSError(errno.EISDIR, "a folder has this name")
    if not mode & stat.S_IWUSR:
        raise OSError(errno.EACCES, "the file is marked read-only")
    return stat.S_IMODE(mode)


def _sweep(folder: Path) -> None:
    """Remove what killed runs left; parts that are being written now are locked and stay."""
    for name in os.listdir(folder):
        if _PART.fullmatch(name):
            with contextlib.suppress(OSError):
                _remove_abandoned(folder / name)


def _remove_abandoned(part: Path) -> None:
    if fcntl is None:
        part.unlink()
        return
    with open(part, "rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        part.unlink()


def _hold(file: BinaryIO) -> None:
    """Lock a part; some network drives have no locks, and no sweep happens there either."""
    if fcntl is not None:
        with contextlib.suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_EX)


def _sync(file: BinaryIO) -> None:
    os.fsync(file.fileno())
    if fcntl is not None and sys.platform == "darwin":  # there fsync stops at the drive's cache
        with contextlib.suppress(OSError):
            fcntl.fcntl(file, fcntl.F_FULLFSYNC)


def sync_folder(folder: Path) -> None:
    """Make the new name durable; Windows has no such call and some network drives refuse it."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _as_trouble(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble(_code(error), path=str(path), reason=reason) from error


def _code(error: OSError) -> str:
    if getattr(error, "winerror", None) == _SHARING_VIOLATION:
        return "in-use"
    if error.errno in _NO_ROOM:
        return "disk-full"
    if error.errno in _NOT_ALLOWED:
        return "read-only"
    return "no-folder" if error.errno in _NO_FOLDER else "io"


def check_docx(data: bytes) -> None:
    """Raise `ValueError` unless `data` is a whole zip whose document is well-formed XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if (broken := parts.testzip()) is not None:
                raise ValueError(f"broken part: {broken}")
            etree.fromstring(parts.read("word/document.xml"), parser)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise ValueError("not a DOCX document") from error


def check_pdf(data: bytes) -> None:
    """Raise `ValueError` unless `data` begins and ends as a PDF does."""
    if not data.startswith(b"%PDF-") or not data.rstrip().endswith(b"%%EOF"):
        raise ValueError("not a PDF document")


def check_text(data: bytes) -> None:
    """Raise `ValueError` unless `data` is UTF-8 and says something."""
    if not data.decode("utf-8").strip():
        raise ValueError("an empty document")


def check_json(data: bytes) -> None:
    """Raise `ValueError` unless `data` is JSON."""
    try:
        msgspec.json.decode(data)
    except msgspec.DecodeError as error:
        raise ValueError("not JSON") from error


CHECKS: dict[str, Check] = {
    ".docx": check_docx,
    ".pdf": check_pdf,
    ".html": check_text,
    ".md": check_text,
    ".json": check_json,
}

LONGEST_NAME = 120
"""Bytes of UTF-8 in a file name: most systems hold 255, but cloud drives and zip tools fewer."""

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE
)


def paper_name(*parts: str, ending: str) -> str:
    """Return a file name that every system takes, e.g. `会议记录 2026-11-27 zh.docx`.

    The parts that are not empty stand in their order, a space between them. When the name is longer
    than `LONGEST_NAME` bytes the first part is shortened, so that date and language stay.
    """
    clean = [part for part in map(_clean_part, parts) if part] or ["paper"]
    if _RESERVED.fullmatch(" ".join(clean)):
        clean[0] = f"_{clean[0]}"
    tail = "".join(f" {part}" for part in clean[1:])
    room = LONGEST_NAME - len(f".{ending}".encode())
    head = _cut(clean[0], max(room - len(tail.encode()), 0))
    return f"{_cut(f'{head}{tail}'.strip(), room)}.{ending}"


def folder_name(*parts: str) -> str:
    """Return a name for a folder of papers, as `paper_name` makes one for a file: no ending, no dot."""
    return paper_name(*parts, ending="-").removesuffix(".-").strip(" .")


def _clean_part(part: str) -> str:
    """Replace what a file name cannot hold; no dot, dash or space stands at either end."""
    text = unicodedata.normalize("NFC", re.sub(r"\s+", " ", part))
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cs"))
    return _NOT_IN_NAMES.sub("-", text).strip(" .-\u3000")


def _cut(text: str, room: int) -> str:
    """Return the beginning of `text` that fits into `room` bytes, never half a character."""
    if len(text.encode()) <= room:
        return text
    short = text.encode()[:room].decode(errors="ignore")
    while short and unicodedata.combining(text[len(short)]):
        short = short[:-1]
    return short.strip(" .")
