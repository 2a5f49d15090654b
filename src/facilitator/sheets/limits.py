"""How much a brought file may hold. Checked before anything is parsed, and counted as people count.

A workbook of 393 KB can ask a reader for 795 MB; these limits are what a council's roster never needs.
"""

from __future__ import annotations

from facilitator.acts import RuleViolation

MEGABYTE = 1024 * 1024

FILE = 20 * MEGABYTE
PARTS = 2_000
PART = 64 * MEGABYTE
UNPACKED = 128 * MEGABYTE
RATIO = 200
"""Unpacked to packed; parts under a megabyte may be as tight as they like."""
ROWS = 20_000
COLUMNS = 60
CELL = 2_000
"""Characters in a cell."""
CELLS = 300_000
"""Filled cells in all: what is read in five seconds and 200 MB on a council's laptop."""
TEXT = 32 * MEGABYTE
"""Characters in all cells together: one long text may stand in many cells and be stored once."""


def check_place(row: int, column: int) -> None:
    """Refuse a cell beyond the last row or column that is read; both are counted from 1."""
    if row > ROWS:
        raise RuleViolation("sheet-too-many-rows", row=row, most=ROWS)
    if column > COLUMNS:
        raise RuleViolation("sheet-too-many-columns", row=row, column=column, most=COLUMNS)


def check_cell(length: int, row: int, column: int) -> None:
    """Refuse a cell that holds too many characters."""
    if length > CELL:
        facts = {"row": row, "column": column, "length": length, "most": CELL}
        raise RuleViolation("sheet-cell-too-long", **facts)


def check_sum(cells: int, length: int) -> None:
    """Refuse a sheet of too many filled cells, or with too many characters in them together."""
    if cells > CELLS:
        raise RuleViolation("sheet-too-many-cells", cells=cells, most=CELLS)
    if length > TEXT:
        raise RuleViolation("sheet-too-much-text", length=length, most=TEXT)


def damaged(reason: object) -> RuleViolation:
    """Return the refusal of a file that cannot be read as what it is."""
    return RuleViolation("sheet-damaged", reason=str(reason)[:200])
