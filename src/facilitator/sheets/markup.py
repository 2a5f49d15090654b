"""Looks through the XML of a workbook for cells that would not fit, before it is parsed.

A reader makes room for every cell between the first and the last: two cells in opposite corners of a
sheet are enough to fill a computer's memory.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from lxml import etree

from facilitator.acts import RuleViolation
from facilitator.sheets.limits import check_cell, check_place, check_text, damaged

_PLACE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,8})")
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def check_xlsx(parts: dict[str, bytes]) -> None:
    """Refuse a workbook with a cell beyond the limits, in whichever sheet."""
    lengths: list[int] = []
    for name, part in parts.items():
        if name.endswith("sharedStrings.xml"):
            lengths += _shared(part)
    for name, part in parts.items():
        if name.endswith(".xml") and not name.endswith("sharedStrings.xml"):
            _check_sheet(part, lengths)


def _elements(part: bytes, *tags: str) -> Iterator[etree._Element]:
    """Walk over finished elements; what was walked over is forgotten."""
    walk = etree.iterparse(
        io.BytesIO(part), tag=tags, resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        yield from (element for _, element in walk)
    except etree.XMLSyntaxError as error:
        raise damaged(error) from error


def _forget(element: etree._Element) -> None:
    element.clear()
    while element.getprevious() is not None:
        parent = element.getparent()
        if parent is None:
            return
        del parent[0]


def _shared(part: bytes) -> list[int]:
    """Return how long each shared text is."""
    lengths: list[int] = []
    for item in _elements(part, "{*}si"):
        lengths.append(sum(len(text) for text in item.itertext("{*}t")))
        _forget(item)
    return lengths


def _check_sheet(part: bytes, lengths: list[int]) -> None:
    row = column = total = 0
    for element in _elements(part, "{*}c", "{*}row"):
        if etree.QName(element).localname == "row":
            row, column = row + 1, 0
            _forget(element)
            continue
        parent = element.getparent()
        if column == 0 and parent is not None:
            row = _number(parent.get("r"), row + 1) - 1
        column += 1
        if not len(element):
            continue
        at_row, column = _place(element.get("r"), row + 1, column)
        check_place(at_row, column)
        length = _length(element, lengths)
        check_cell(length, at_row, column)
        total += length
        check_text(total)


def _place(given: str | None, row: int, column: int) -> tuple[int, int]:
    """Read `B12` as row 12, column 2; without it a cell follows the one before."""
    if given is None:
        return row, column
    found = _PLACE.fullmatch(given)
    if not found:
        raise damaged(f"cell {given[:20]}")
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column


def _length(cell: etree._Element, lengths: list[int]) -> int:
    if cell.get("t") == "s":
        value = "".join(cell.itertext("{*}v")).strip()
        if not value.isdecimal() or int(value) >= len(lengths):
            raise damaged(f"shared text {value[:20]}")
        return lengths[int(value)]
    return sum(len(text) for text in cell.itertext("{*}v", "{*}t"))


def _number(given: str | None, default: int) -> int:
    if given is None:
        return default
    if not given.isdecimal() or len(given) > 9:
        raise damaged(f"number {given[:20]}")
    return int(given)


def check_ods(parts: dict[str, bytes]) -> None:
    """Refuse a spreadsheet with a cell beyond the limits; repeated rows and cells count in full."""
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise RuleViolation("sheet-encrypted")
    row = total = 0
    tags = (f"{_TABLE}table", f"{_TABLE}table-row", f"{_TEXT}s")
    for element in _elements(parts.get("content.xml", b""), *tags):
        if element.tag == f"{_TEXT}s":
            check_cell(_number(element.get(f"{_TEXT}c"), 1), row + 1, 1)
        elif element.tag == f"{_TABLE}table":
            row = 0
            _forget(element)
        else:
            times = _number(element.get(f"{_TABLE}number-rows-repeated"), 1)
            total += _check_row(element, row, times)
            check_text(total)
            row += times
            _forget(element)


def _check_row(element: etree._Element, row: int, times: int) -> int:
    """Check one row that stands `times` times; return how many characters it holds in all."""
    column = length = 0
    for cell in element.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        repeated = _number(cell.get(f"{_TABLE}number-columns-repeated"), 1)
        column += repeated
        if not len(cell) and cell.get(f"{_OFFICE}value-type") is None:
            continue
        check_place(row + times, column)
        text = sum(len(words) for words in cell.itertext())
        check_cell(text, row + 1, column)
        length += text * repeated * times
    return length
