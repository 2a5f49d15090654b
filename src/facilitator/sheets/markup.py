"""Looks through the XML of a workbook for cells that would not fit, before it is parsed.

A reader makes room for every cell between the first and the last: two cells in opposite corners of a
sheet are enough to fill a computer's memory.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import lru_cache

import lxml.etree as etree

from facilitator.acts import RuleViolation
from facilitator.sheets.limits import (
    CELL,
    COLUMNS,
    ROWS,
    check_cell,
    check_place,
    check_sum,
    damaged,
)

_DIGITS = "0123456789"
_CELL_TAG = re.compile(rb"<(?:[\w.-]+:)?c[\s/>]")


def check_xlsx(parts: dict[str, bytes]) -> None:
    """Refuse a workbook with a cell beyond the limits, in whichever sheet."""
    shared = [name for name, part in parts.items() if _holds_shared(name, part)]
    if len(shared) > 1:
        raise damaged("two tables of shared texts")
    lengths = _shared(parts[shared[0]]) if shared else []
    for name, part in parts.items():
        if name.endswith(".xml") and name not in shared:
            _check_sheet(part, lengths)


def _holds_shared(name: str, part: bytes) -> bool:
    return b"uniqueCount" in part or name.lower().endswith("sharedstrings.xml")


def _elements(part: bytes, *tags: str) -> Iterator[etree._Element]:
    """Walk over finished elements; what was walked over is forgotten."""
    walk = etree.iterparse(
        io.BytesIO(part), tag=tags, resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        for _, element in walk:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise damaged(error) from error


def _shared(part: bytes) -> list[int]:
    """Return how long each shared text is; a reader makes room for as many as the head promises."""
    lengths: list[int] = []
    promised = 0
    for item in _elements(part, "{*}si", "{*}sst"):
        if _name(item.tag) == "sst":
            promised = _number(item.get("uniqueCount"), 0)
        else:
            lengths.append(sum(len(text) for text in item.itertext("{*}t")))
    if promised > len(lengths) + 1:
        raise damaged(f"{promised} shared texts promised, {len(lengths)} found")
    return lengths


def _check_sheet(part: bytes, lengths: list[int]) -> None:
    row = total = seen = filled = 0
    for element in _elements(part, "{*}row"):
        row = _number(element.get("r"), row + 1)
        column, own, tail = 0, row, str(row)
        for cell in element.iter("{*}c"):
            seen += 1
            column += 1
            if (given := cell.get("r")) is not None:
                letters = given.rstrip(_DIGITS)
                column = _column(letters)
                digits = given[len(letters) :]  # a cell may name another row than its own
                row = own if digits == tail else _number(digits, 0)
            if not len(cell):
                continue
            length = _length(cell, lengths)
            if row > ROWS or column > COLUMNS or length > CELL:
                check_place(row, column)
                check_cell(length, row, column)
            filled, total = filled + 1, total + length
        check_sum(filled, total)
    if seen != len(_CELL_TAG.findall(part)):
        raise damaged("cells outside of rows")


@lru_cache(maxsize=256)
def _column(letters: str) -> int:
    if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
        raise damaged(f"column {letters[:20]}")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column


def _length(cell: etree._Element, lengths: list[int]) -> int:
    """Return how many characters a cell holds, those of a shared text included."""
    child = cell[0]
    simple = len(cell) == 1 and not len(child)
    text = (child.text or "") if simple else "".join(cell.itertext())
    if cell.get("t") != "s":
        return len(text)
    number = _number(text.strip() if simple else _value(cell), 0)
    if number >= len(lengths):
        raise damaged(f"shared text {number}")
    return lengths[number]


def _value(cell: etree._Element) -> str:
    return "".join(cell.itertext("{*}v")).strip()


def _number(given: str | None, default: int) -> int:
    if given is None:
        return default
    if not (given.isascii() and given.isdecimal() and len(given) <= 9):
        raise damaged(f"number {given[:20]}")
    return int(given)


def _name(tag: str) -> str:
    return tag.rpartition("}")[2]


def check_ods(parts: dict[str, bytes]) -> None:
    """Refuse a spreadsheet with a cell beyond the limits; repeated rows and cells count in full.

    Names are compared without their spaces: the parser knows `table:` by its letters only.
    """
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise RuleViolation("sheet-encrypted")
    row = filled = total = 0
    for element in _elements(parts.get("content.xml", b""), "{*}table", "{*}table-row"):
        if _name(element.tag) == "table":
            row = 0
            continue
        times = _repeated(element, "number-rows-repeated")
        cells, length = _check_row(element, row, times)
        filled, total = filled + cells, total + length
        check_sum(filled, total)
        row += times


def _repeated(element: etree._Element, name: str) -> int:
    """Return how often an element stands there; of two answers the larger."""
    given = [_number(value, 1) for key, value in element.items() if _name(key) == name]
    return max(given, default=1)


def _check_row(element: etree._Element, row: int, times: int) -> tuple[int, int]:
    """Check one row that stands `times` times; return its filled cells and characters in all."""
    column = filled = length = 0
    for cell in element.iter("{*}table-cell", "{*}covered-table-cell"):
        repeated = _repeated(cell, "number-columns-repeated")
        column += repeated
        values = [value for key, value in cell.items() if "repeated" not in key]
        if not len(cell) and not any("value" in key for key in cell.keys()):  # noqa: SIM118
            continue
        check_place(row + times, column)
        spaces = sum(_repeated(space, "c") for space in cell.iter("{*}s"))
        text = max(sum(map(len, cell.itertext())) + spaces, *map(len, values), 0)
        check_cell(text, row + 1, column)
        filled += repeated * times
        length += text * repeated * times
    return filled, length
