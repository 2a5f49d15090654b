"""Spreadsheets out: every text stays the text it is, whatever it begins with."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import PurePath

Cell = str | int | Decimal | None
FORMS = ("xlsx", "csv")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula when it reads a text file."""
_MOST = 32_767
"""Characters of a cell of a workbook."""
_WIDE, _NARROW, _COMFORTABLE = 48, 8, 14
_ROWS, _MOST_OFFERED = 500, 255
"""Rows whose cells offer something; characters that one cell may offer in all."""


def table_bytes(
    heads: Sequence[str], rows: Sequence[Sequence[Cell]], form: str, name: str
) -> bytes:
    """A table as a file of `FORMS`; `name` is what its sheet is called."""
    return csv_bytes(heads, rows) if form == "csv" else xlsx_bytes(heads, rows, name)


def form_of(path: PurePath) -> str:
    """The form that a file's ending asks for; "" if it is none of ours."""
    ending = path.suffix.lower().lstrip(".")
    return ending if ending in FORMS else ""


def csv_bytes(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """UTF-8 with its mark, as spreadsheets on Windows need it.

    A text file cannot say that a cell is text: one that would be read as a formula gets an apostrophe before.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(map(_plain, heads))
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _plain(cell: Cell) -> str | int | Decimal:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    return "" if cell is None else cell


def xlsx_bytes(heads: Sequence[str], rows: Sequence[Sequence[Cell]], name: str) -> bytes:
    """A workbook with one sheet: heads that stay in sight, long texts wrapped, no formula, no link."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet(_sheet_name(name))
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        number = book.add_format({"valign": "top"})
        money = book.add_format({"num_format": "#,##0.00", "valign": "top"})
        for column, title in enumerate(heads):
            sheet.set_column(column, column, _width([title, *(row[column] for row in rows)]))
            sheet.write_string(0, column, title, head)
        for place, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(place, column, cell[:_MOST], text)
                elif cell is not None:
                    kind = money if isinstance(cell, Decimal) else number
                    sheet.write_number(place, column, float(cell), kind)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), max(len(heads) - 1, 0))
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    return out.getvalue()


def blank_bytes(heads: Sequence[str], choices: Mapping[int, Sequence[str]], name: str) -> bytes:
    """A workbook to be filled in: heads, and below them cells whose texts stay as they are typed.

    A telephone number keeps its zero, a day does not become a number. `choices`: what the cells of a column
    (from 0) offer; anything else may be typed into them all the same.
    """
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(_sheet_name(name))
        head = book.add_format({"bold": True, "bottom": 1})
        text = book.add_format({"num_format": "@"})
        for column, title in enumerate(heads):
            sheet.set_column(column, column, max(_width([title]), _COMFORTABLE), text)
            sheet.write_string(0, column, title, head)
        for column, offered in choices.items():
            if len(",".join(offered)) <= _MOST_OFFERED and not any("," in one for one in offered):
                rule = {"validate": "list", "source": list(offered), "show_error": False}
                sheet.data_validation(1, column, _ROWS, column, rule)
        sheet.freeze_panes(1, 0)
    return out.getvalue()


def _sheet_name(name: str) -> str:
    """No sheet may be called with these signs, nor longer than this."""
    return "".join(" " if char in "[]:*?/\\" else char for char in name)[:31].strip("' ") or "1"


def _width(cells: Sequence[Cell]) -> int:
    longest = max(
        (len(str(cell).encode("gb18030")) for cell in cells if cell is not None), default=0
    )
    return min(max(longest + 2, _NARROW), _WIDE)
