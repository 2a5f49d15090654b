"""Spreadsheets that leave the house hold texts and numbers, and nothing that acts."""

from __future__ import annotations

import csv
import io
import zipfile
from decimal import Decimal
from pathlib import PurePath

import openpyxl
import pytest

from facilitator.sheets.write import Cell, form_of, table_bytes
from tests.papers.hostile import MANY, payloads
from tests.proofs import tally

HOSTILE = (
    "=1+1",
    "+1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "{=1+1}",
    "http://a.example",
    "mailto:a@b",
    "",
    *payloads([], MANY),
)
ROWS: list[tuple[Cell, ...]] = [
    *((text, 7, None) for text in HOSTILE),
    ("停车，“位”\n第二行", 13, Decimal("6800.50")),
]
HEADS = ("标题", "=数", "钱")


def workbook() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(table_bytes(HEADS, ROWS, "xlsx", "决议[1]/2*")))


def test_a_text_stays_a_text_in_a_workbook() -> None:
    """`=1+1` is four characters, an address is no link; numbers are numbers."""
    sheet = workbook().active
    assert sheet is not None
    cells = list(sheet.iter_rows())
    assert [cell.value for cell in cells[0]] == list(HEADS)
    for row, (text, number, money) in zip(cells[1:], ROWS, strict=True):
        assert (row[0].value or "") == str(text).replace("\r", "_x000D_") or row[0].value == text
        assert row[0].data_type in ("s", "n" if not text else "s")
        assert row[0].hyperlink is None
        assert (row[1].value, row[1].data_type) == (number, "n")
        assert (row[2].value is None) if money is None else (row[2].value == 6800.5)
    tally(payloads=len(HOSTILE), places=len(HOSTILE))
    assert sheet.title == "决议 1  2"
    assert sheet.freeze_panes == "A2"


def test_no_formula_is_in_the_file_at_all() -> None:
    """Not in a cell, not as a link, not as a macro."""
    with zipfile.ZipFile(io.BytesIO(table_bytes(HEADS, ROWS, "xlsx", "x"))) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in sheet
        assert b"hyperlink" not in sheet
        assert not [
            name for name in parts.namelist() if "vba" in name or "external" in name.lower()
        ]


def test_a_csv_file_starts_no_formula() -> None:
    """What a spreadsheet would take for one has an apostrophe before it; all else is as it was."""
    data = table_bytes(HEADS, ROWS, "csv", "")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["标题", "'=数", "钱"]
    for row, (text, number, money) in zip(rows[1:], ROWS, strict=True):
        assert row[0] in (text, f"'{text}")
        assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r"))
        assert row[1:] == [str(number), "" if money is None else str(money)]


@pytest.mark.parametrize(
    ("name", "form"), [("a.xlsx", "xlsx"), ("a.CSV", "csv"), ("a.xls", ""), ("a", "")]
)
def test_the_ending_says_the_form(name: str, form: str) -> None:
    """Other endings are not ours to write."""
    assert form_of(PurePath(name)) == form


def test_an_empty_table_is_a_table() -> None:
    """Its heads alone."""
    sheet = openpyxl.load_workbook(io.BytesIO(table_bytes(HEADS, [], "xlsx", ""))).active
    assert sheet is not None
    assert sheet.max_row == 1
