"""An empty sheet for a roster: what is filled into it is imported without a word of complaint."""

import asyncio
import io
from datetime import date

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog

from facilitator.bodies.columns import HEADS, find_columns
from facilitator.desk.bodies.blanksheet import FIELDS, blank_sheet
from facilitator.desk.bodies.importing import ImportPage
from facilitator.desk.bodies.reading import read_roster
from facilitator.presets import charters
from tests.desk.bodies.hall import NAMES, click, found
from tests.desk.papers.workbench import PATIENCE
from tests.desk.shown import shown

DAY = date(2026, 12, 1)
FILLED = ("01号楼", "0755-12345678", "2026-09-01", "2029-08-31")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_filled_in_is_understood(desk, tmp_path, lang):
    """Every head, the groups and offices that its cells offer, numbers with a zero before and days as typed."""
    body = found(desk)
    book = openpyxl.load_workbook(io.BytesIO(blank_sheet(body.charter, lang, "1")))
    sheet = book.active
    offered = {
        next(iter(one.sqref.ranges)).min_col: one.formula1.strip('"').split(",")
        for one in sheet.data_validations.dataValidation
    }
    groups, offices = offered[2], offered[4]
    assert groups == [group.title.text(lang) for group in body.charter.groups]
    for at, name in enumerate(NAMES):
        group = groups[0] if at < 6 else groups[1] if at < 12 else groups[2]
        sheet.append([name, group, str(at + 1), offices[0] if at == 12 else "", *FILLED])
        assert sheet.cell(at + 2, 6).data_type == "s"
    path = tmp_path / "filled.xlsx"
    book.save(path)
    reading = read_roster(body, str(path), DAY)
    assert (reading.plan.problems, reading.plan.ignored, reading.findings) == ((), (), ())
    assert [entry.person.name for entry in reading.plan.entries] == NAMES
    entry = reading.plan.entries[12]
    assert (entry.person.address, entry.person.phone) == FILLED[:2]
    assert (entry.since, entry.until) == (date(2026, 9, 1), date(2029, 8, 31))
    assert entry.offices == (body.charter.offices[0].key,)


def test_nobody_is_in_it_and_every_field_is_known():
    """For each charter that comes along: heads alone, each understood as the field it was made for."""
    for charter in charters():
        for lang in ("zh", "en"):
            book = openpyxl.load_workbook(io.BytesIO(blank_sheet(charter, lang, "1")))
            rows = [[str(cell or "") for cell in row] for row in book.active.values]
            assert len(rows) == 1
            assert list(find_columns(rows).places) == list(FIELDS)
    assert set(FIELDS) <= set(HEADS)


def test_it_is_saved_from_the_page_of_the_import(desk, works, aloop, tmp_path):
    """One button asks where to; the sheet lies there, and the notice line says how to go on."""
    desk.works = works
    found(desk)
    notices = []
    desk.noticed.connect(notices.append)
    with shown(desk, "bodies/b1/import") as window:
        click(window, "import.blank")
        dialog = window.findChild(QFileDialog, "blank.dialog")
        path = tmp_path / "空白名册表.xlsx"
        dialog.fileSelected.emit(str(path))
        dialog.reject()
        aloop.run_until_complete(asyncio.wait_for(works.idle(), PATIENCE))
        assert find_columns([next(openpyxl.load_workbook(path).active.values)]).head_row == 1
        assert "空白名册表.xlsx" in notices[-1].text
        assert isinstance(window.page, ImportPage)
