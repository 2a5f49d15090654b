"""Tables in plain text (csv): which encoding, which mark between the cells."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from facilitator.acts import RuleViolation
from facilitator.sheets.limits import CELL, COLUMNS, check_cell, check_place, check_sum, damaged

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = ",;\t"
_TOLD = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)
_SAMPLE = 50
_LONGEST_LINE = COLUMNS * (CELL + 3)


def decode(data: bytes) -> tuple[str, str]:
    """Return the text and its encoding: what a mark says, strict UTF-8, else GB 18030 (Excel's GBK).

    A text without any mark may be read wrongly: whoever imports shows a preview and the encoding.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data, name), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decoded(data, "gb18030"), "gb18030"


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise RuleViolation("sheet-unknown-encoding", tried=name, byte=error.start + 1) from error


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of a delimited text; the delimiter is told in it or guessed."""
    told = _TOLD.match(text)
    lines = text[told.end() :] if told else text
    delimiter = told[1] if told else _guess(lines)
    rows: list[list[str]] = []
    filled = 0
    try:
        for number, cells in enumerate(_reader(lines, delimiter), 1):
            check_place(number, len(cells))
            filled += len(cells) - cells.count("")
            check_sum(filled, 0)
            for column, cell in enumerate(cells, 1):
                check_cell(len(cell), number, column)
            rows.append(cells)
    except csv.Error as error:
        if "field limit" in str(error):
            check_cell(CELL + 1, len(rows) + 1, 1)
        raise damaged(error) from error
    return rows


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(_lines(text), delimiter=delimiter)


def _lines(text: str) -> Iterator[str]:
    """Yield the lines; one that is too long for any row of cells is refused before it is cut."""
    for number, line in enumerate(io.StringIO(text, newline=""), 1):
        if len(line) > _LONGEST_LINE:
            raise RuleViolation("sheet-line-too-long", row=number, most=_LONGEST_LINE)
        yield line


def _guess(text: str) -> str:
    """Take the delimiter that cuts most of the first rows into the same number of cells, over one."""

    def score(delimiter: str) -> tuple[int, int]:
        try:
            counts = [len(cells) for cells in islice(_reader(text[:200_000], delimiter), _SAMPLE)]
        except csv.Error:
            return (0, 0)
        common = max(set(counts), key=lambda count: (counts.count(count), count), default=0)
        return (counts.count(common), common) if common > 1 else (0, 0)

    return max(_DELIMITERS, key=score)
