"""Workbooks that are zips (xlsx, ods): looked through before they are parsed.

What comes out is a new zip of only the parts that were looked at, so that the parser cannot find a
second, different one: headers of a zip may lie.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from facilitator.acts import RuleViolation
from facilitator.sheets.limits import (
    MEGABYTE,
    PART,
    PARTS,
    RATIO,
    UNPACKED,
    damaged,
)
from facilitator.sheets.markup import check_ods, check_xlsx

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
    OSError,
    OverflowError,
)
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def checked(data: bytes) -> tuple[str, bytes]:
    """Return `xlsx` or `ods` and a zip that is safe to parse, or refuse."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive)
            kind = _kind(archive)
            parts = {info.filename: _part(archive, info) for info in _wanted(archive, kind)}
    except _BROKEN as error:
        raise damaged(error) from error
    for name, part in parts.items():
        _check_markup(name, part)
    look: Callable[[dict[str, bytes]], None] = check_ods if kind == "ods" else check_xlsx
    look(parts)
    return kind, _packed(parts)


def _check_sizes(archive: zipfile.ZipFile) -> None:
    infos = archive.infolist()
    if len(infos) > PARTS:
        raise RuleViolation("sheet-too-many-parts", parts=len(infos), most=PARTS)
    for info in infos:
        if info.file_size > PART:
            facts = {"part": info.filename[:80], "size": info.file_size, "most": PART}
            raise RuleViolation("sheet-part-too-large", **facts)
        if info.file_size > MEGABYTE and info.file_size > RATIO * max(info.compress_size, 1):
            raise RuleViolation("sheet-packed-too-tightly", part=info.filename[:80], most=RATIO)
    size = sum(info.file_size for info in infos)
    if size > UNPACKED:
        raise RuleViolation("sheet-too-large-unpacked", size=size, most=UNPACKED)


def _kind(archive: zipfile.ZipFile) -> str:
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "mimetype" in names and _part(archive, archive.getinfo("mimetype")).startswith(_ODS):
        return "ods"
    return "zip"


def _wanted(archive: zipfile.ZipFile, kind: str) -> list[zipfile.ZipInfo]:
    """Return the parts that words stand in: no pictures, no macros. A name counts once."""
    wanted = {info.filename: info for info in archive.infolist() if _holds_words(info, kind)}
    return list(wanted.values())


def _holds_words(info: zipfile.ZipInfo, kind: str) -> bool:
    name = info.filename
    if kind == "xlsx":
        return name.startswith(("xl/", "_rels/", "[")) and name.endswith((".xml", ".rels"))
    return name in ("mimetype", "content.xml", "META-INF/manifest.xml")


def _part(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    if info.flag_bits & _ENCRYPTED:
        raise RuleViolation("sheet-encrypted")
    if info.compress_type not in _METHODS:
        raise damaged(f"{info.filename}: method {info.compress_type}")
    return archive.read(info)


def _check_markup(name: str, part: bytes) -> None:
    """Refuse document types, and encodings in which one could hide."""
    if name == "mimetype":
        return
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise RuleViolation("sheet-doctype", part=name[:80])
    if b"\x00" in part:
        raise damaged(f"{name}: not UTF-8")


def _packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()
