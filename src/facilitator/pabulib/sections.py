"""The sections of a `.pb` file as tables of text, each row with its line; nothing in them is understood yet."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import field

from facilitator.acts import RuleViolation
from facilitator.data import dataclass

MEGABYTE = 1024 * 1024
MOST_BYTES = 32 * MEGABYTE
MOST_LINES = 500_000
MOST_COLUMNS = 100
_STRANGE = re.compile(r"[\0-\x08\x0e-\x1f\x7f\x9b]")
"""What no table holds: a terminal would take it for a command."""
NEEDED = {"meta": ("key", "value"), "projects": ("project_id", "cost"), "votes": ("vote",)}
"""The sections, and the columns that each has to have."""
ALSO = {"projects": {"name": "project_id"}}
"""Older files call a column otherwise; where they do, by that name it is taken."""


@dataclass(slots=True)
class Row:
    """One row by the names of its columns."""

    line: int
    cells: dict[str, str]


@dataclass(slots=True)
class Section:
    """A table under its head."""

    name: str
    line: int
    columns: list[str] = field(default_factory=list[str])
    rows: list[Row] = field(default_factory=list[Row])


def sections(data: bytes) -> dict[str, Section]:
    """The three sections of a file, or a refusal that names the line."""
    found: dict[str, Section] = {}
    now: Section | None = None
    for line, cells in _lines(_text(data)):
        name = cells[0].lower()
        if name in NEEDED and not any(cells[1:]):
            if name in found:
                raise RuleViolation("pb-section-twice", section=name.upper(), line=line)
            now = found[name] = Section(name, line)
        elif (now is None or not now.columns) and len(cells) == 1 and "," in cells[0]:
            raise RuleViolation("pb-commas", line=line)  # as a spreadsheet saves a table
        elif now is None:
            raise RuleViolation("pb-before-section", line=line)
        elif not now.columns:
            now.columns = _head(now, cells, line)
        else:
            now.rows.append(_row(now, cells, line))
    for name in NEEDED:
        if name not in found:
            raise RuleViolation("pb-section-missing", section=name.upper())
        if not found[name].columns:
            raise RuleViolation("pb-section-empty", section=name.upper(), line=found[name].line)
    return found


def _text(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise RuleViolation("pb-too-large", size=len(data), most=MOST_BYTES)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        raise RuleViolation("pb-encoding", line=data.count(b"\n", 0, error.start) + 1) from error
    if strange := _STRANGE.search(text):
        raise RuleViolation("pb-unreadable", line=text.count("\n", 0, strange.start()) + 1)
    return text


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, stripped, each with its last line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    while True:
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            raise RuleViolation("pb-unreadable", line=reader.line_num) from error
        if reader.line_num > MOST_LINES:
            raise RuleViolation("pb-too-many-lines", most=MOST_LINES)
        if any(cells):
            yield reader.line_num, cells


def _head(section: Section, cells: list[str], line: int) -> list[str]:
    columns = [cell.lower() for cell in cells]
    while not columns[-1]:
        columns.pop()
    for name, other in ALSO.get(section.name, {}).items():
        if other not in columns and name in columns:
            columns[columns.index(name)] = other
    few = columns[: MOST_COLUMNS + 1]  # what comes after so many is not looked through
    twice = next((name for name in few if few.count(name) > 1), None)
    if twice is not None or len(columns) > MOST_COLUMNS:
        raise RuleViolation("pb-column-twice", line=line, column=twice or columns[-1])
    for name in NEEDED[section.name]:
        if name not in columns:
            raise RuleViolation(
                "pb-column-missing", section=section.name.upper(), line=line, column=name
            )
    return columns


def _row(section: Section, cells: list[str], line: int) -> Row:
    """A row has as many cells as the head; empty ones at its end may be more or fewer."""
    wanted = len(section.columns)
    while len(cells) > wanted and not cells[-1]:
        cells.pop()
    if len(cells) != wanted:
        raise RuleViolation("pb-cells", line=line, found=len(cells), wanted=wanted)
    return Row(line, dict(zip(section.columns, cells, strict=True)))
