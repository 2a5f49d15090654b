"""Reads a brought table into plain text cells, or says why not."""

from __future__ import annotations

import datetime
import hashlib
import io
import re
import stat
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import python_calamine as calamine

from facilitator.acts import RuleViolation, Trouble
from facilitator.data import dataclass
from facilitator.sheets import biff, cfb, delimited, packed
from facilitator.sheets.limits import CELL, FILE, check_cell, damaged


class Kind(StrEnum):
    """What a file is, by what is in it."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"


_ENDINGS = {
    ".xlsx": Kind.XLSX,
    ".xlsm": Kind.XLSX,
    ".xls": Kind.XLS,
    ".ods": Kind.ODS,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".txt": Kind.CSV,
}
_AS_TEXT = re.compile(r'="([^"]*)"')
_LONGEST_INTEGER = 1e15
"""Beyond it a float no longer holds every digit."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a file's first sheet, all rows equally long, nothing empty at the end."""

    rows: list[list[str]]
    encoding: str | None
    """How a text file was read, to be shown with a preview; None for a workbook."""
    kind: Kind
    digest: str
    """SHA-256 of the file, 64 hex digits: the import's event names it."""


def read_sheet(path: Path) -> Sheet:
    """Read the first visible sheet of an xlsx, xls, ods or csv file.

    Numbers without a fraction lose it (13800138000.0 is a telephone), dates become ISO, leading zeros
    of texts stay. Raises `RuleViolation` with a code `sheet-…` for what is in the file, its row and
    column counted from 1, and `Trouble` (`no-file`, `unreadable`) when the file cannot be had.
    """
    expected = _ENDINGS.get(path.suffix.lower())
    if expected is None:
        raise RuleViolation("sheet-unknown-kind", ending=path.suffix)
    data = _load(path)
    kind, rows, encoding = _parse(data, expected, path.suffix)
    return Sheet(_trim(rows), encoding, kind, hashlib.sha256(data).hexdigest())


def _load(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Trouble("unreadable", path=str(path), reason="not a file")
        with open(path, "rb") as file:
            data = file.read(FILE + 1)
    except FileNotFoundError as error:
        raise Trouble("no-file", path=str(path)) from error
    except OSError as error:
        raise Trouble("unreadable", path=str(path), reason=error.strerror or str(error)) from error
    if len(data) > FILE:
        raise RuleViolation("sheet-too-large", size=path.stat().st_size, most=FILE)
    return data


def _parse(data: bytes, expected: Kind, ending: str) -> tuple[Kind, list[list[str]], str | None]:
    """Read the cells as what the file is; refuse it when its ending says otherwise."""
    if data.startswith(b"PK"):
        found, safe = packed.checked(data)
        _compare(expected, found, ending)
        return Kind(found), _cells(safe), None
    if data.startswith(cfb.MAGIC):
        safe = biff.checked(data)
        _compare(expected, Kind.XLS, ending)
        return Kind.XLS, _cells(safe), None
    _compare(expected, _text_kind(data), ending)
    text, encoding = delimited.decode(data)
    return Kind.CSV, delimited.rows_of(text), encoding


def _text_kind(data: bytes) -> str:
    """Tell a table in plain text from what some programs write into a file called xls."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<?xml")):
        return "html"
    unicode_marks = (b"\xff\xfe", b"\xfe\xff")
    if b"\x00" in data and not data.startswith(unicode_marks):
        return "unknown"
    return Kind.CSV


def _compare(expected: Kind, found: str, ending: str) -> None:
    if expected != found:
        raise RuleViolation("sheet-not-what-it-says", ending=ending, found=str(found))


def _cells(data: bytes) -> list[list[str]]:
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            sheet = book.get_sheet_by_index(_first_visible(book))
            values = sheet.to_python(skip_empty_area=False)
    except calamine.PasswordError as error:
        raise RuleViolation("sheet-encrypted") from error
    except (calamine.CalamineError, ValueError, OverflowError, OSError) as error:
        raise damaged(error) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how the reader's own bugs come out
            raise
        raise damaged(error) from None
    return [
        [_text(value, row, column) for column, value in enumerate(cells, 1)]
        for row, cells in enumerate(values, 1)
    ]


def _first_visible(book: calamine.CalamineWorkbook) -> int:
    for number, known in enumerate(book.sheets_metadata):
        work = known.typ == calamine.SheetTypeEnum.WorkSheet
        if work and known.visible == calamine.SheetVisibleEnum.Visible:
            return number
    raise damaged("no sheet in it")


def _text(value: object, row: int, column: int) -> str:
    text = _written(value)
    if len(text) > CELL:
        check_cell(len(text), row, column)
    return text


def _written(value: object) -> str:
    """Write a cell as a person would read it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < _LONGEST_INTEGER
        return str(int(value)) if whole else format(value, ".15g")
    if isinstance(value, datetime.datetime):
        day_only = value.time() == datetime.time()
        return value.date().isoformat() if day_only else value.isoformat(sep=" ")
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return str(value)


def _trim(rows: Iterable[list[str]]) -> list[list[str]]:
    """Strip the cells, drop empty rows and columns at the end, and make all rows equally long."""
    stripped = [[_bare(cell) for cell in row] for row in rows]
    while stripped and not any(stripped[-1]):
        stripped.pop()
    used = (place for row in stripped for place, cell in enumerate(row, 1) if cell)
    width = max(used, default=0)
    return [(row + [""] * width)[:width] for row in stripped]


def _bare(cell: str) -> str:
    """Take away what programs put around a number to keep its zeros: `="007"`, a tab, spaces."""
    bare = cell.strip()
    wrapped = _AS_TEXT.fullmatch(bare)
    return wrapped[1].strip() if wrapped else bare
