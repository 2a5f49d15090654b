"""What people bring is read as they meant it."""

import datetime
import hashlib
import random

import openpyxl
import pytest

from facilitator.acts import RuleViolation, Trouble
from facilitator.sheets.cfb import unwrapped, wrapped
from facilitator.sheets.read import Kind, read_sheet
from tests.sheets import make

DAY = datetime.date(2026, 11, 27)
EVENING = datetime.datetime(2026, 11, 27, 19, 30)  # noqa: DTZ001 - cells know no zone
ROWS = [
    ["姓名", "电话", "门牌", "到会", "开会"],
    ["镕喆", 13800138000.0, "007", DAY, EVENING],
    ["𠮷堃", 13900139000, " 一号楼 ", DAY, EVENING],
]
READ = [
    ["姓名", "电话", "门牌", "到会", "开会"],
    ["镕喆", "13800138000", "007", "2026-11-27", "2026-11-27 19:30:00"],
    ["𠮷堃", "13900139000", "一号楼", "2026-11-27", "2026-11-27 19:30:00"],
]


def read(folder, name, data):
    (folder / name).write_bytes(data)
    return read_sheet(folder / name)


def test_a_workbook_is_read_as_it_looks(tmp_path):
    """Telephones have no .0, zeros in front stay, dates are ISO, spaces around words go."""
    data = make.xlsx(ROWS)
    sheet = read(tmp_path, "a.xlsx", data)
    assert sheet.rows == READ
    assert sheet.kind is Kind.XLSX
    assert sheet.encoding is None
    assert sheet.digest == hashlib.sha256(data).hexdigest()


def test_an_old_workbook_is_read_the_same(tmp_path):
    """An xls gives the very cells that the xlsx gives."""
    styles = {3: "yyyy-mm-dd", 4: "yyyy-mm-dd hh:mm"}
    sheet = read(tmp_path, "a.xls", make.xls(ROWS, styles))
    assert sheet.rows == READ
    assert sheet.kind is Kind.XLS


def test_an_open_spreadsheet_is_read_the_same(tmp_path):
    """An ods from LibreOffice, with its repeated cells and rows, gives its words."""
    blank = '<table:table-cell table:number-columns-repeated="16380"/>'
    empty = f'<table:table-row table:number-rows-repeated="1048000">{blank}</table:table-row>'
    phone = '<table:table-cell office:value-type="float" office:value="13800138000"/>'
    body = make.ods_row("姓名", "门牌") + make.ods_row("镕喆", "007").replace(
        "</table:table-row>", phone + blank + "</table:table-row>"
    )
    sheet = read(tmp_path, "a.ods", make.ods(body + empty))
    assert sheet.rows == [["姓名", "门牌", ""], ["镕喆", "007", "13800138000"]]
    assert sheet.kind is Kind.ODS


def test_numbers_and_truths_are_written_plainly(tmp_path):
    """A fraction keeps its digits, a truth is a word, a time is a time."""
    values = [88.5, 0.1 + 0.2, -3.0, 1e20, True, datetime.time(8, 5), "=1+1"]
    book = openpyxl.Workbook()
    book.active.append(values)
    book.active["G1"].data_type = "s"
    sheet = read(tmp_path, "a.xlsx", make.saved(book))
    assert sheet.rows == [["88.5", "0.3", "-3", "1e+20", "TRUE", "08:05:00", "=1+1"]]


def test_empty_ends_are_trimmed_and_gaps_stay(tmp_path):
    """Rows keep their numbers: a gap inside stays, what is empty at the end goes."""
    sheet = read(tmp_path, "a.xlsx", make.xlsx([[], ["", "甲", " "], [], ["乙"], [" "], [None]]))
    assert sheet.rows == [["", ""], ["", "甲"], ["", ""], ["乙", ""]]


def test_merged_cells_say_their_words_once(tmp_path):
    """A merged cell's words stand at its top left."""
    book = openpyxl.Workbook()
    book.active["A1"] = "第一组"
    book.active.merge_cells("A1:C2")
    book.active["C3"] = "末"
    sheet = read(tmp_path, "a.xlsx", make.saved(book))
    assert sheet.rows == [["第一组", "", ""], ["", "", ""], ["", "", "末"]]


def test_the_first_visible_sheet_is_read(tmp_path):
    """A hidden sheet in front is not what the person sees, so it is not what is read."""
    book = openpyxl.Workbook()
    book.active.append(["hidden"])
    book.create_sheet("二").append(["seen"])
    book.worksheets[0].sheet_state = "hidden"
    book.active = 1
    assert read(tmp_path, "a.xlsx", make.saved(book)).rows == [["seen"]]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("姓名,电话\r\n镕喆,007\r\n".encode("gbk"), "gb18030"),
        ("姓名,电话\r\n镕喆,007\r\n".encode(), "utf-8"),
        ("姓名,电话\r\n镕喆,007\r\n".encode("utf-8-sig"), "utf-8-sig"),
        ("姓名\t电话\r\n镕喆\t007\r\n".encode("utf-16"), "utf-16"),
        ("姓名;电话\n镕喆;007".encode("gb18030"), "gb18030"),
        ("sep=;\r\n姓名;电话\r\n镕喆;007\r\n".encode(), "utf-8"),
        ('"姓名"\t"电话"\r\n"镕喆"\t="007"\r\n'.encode(), "utf-8"),
        ("姓名,电话\n镕喆,007\t\n,,\n\n".encode(), "utf-8"),
    ],
    ids=str,
)
def test_plain_text_tables_are_read_whoever_wrote_them(tmp_path, data, encoding):
    """Excel's GBK, UTF-8 with and without a mark, UTF-16; commas, semicolons, tabs."""
    sheet = read(tmp_path, "a.csv", data)
    assert sheet.rows == [["姓名", "电话"], ["镕喆", "007"]]
    assert sheet.encoding == encoding
    assert sheet.kind is Kind.CSV


def test_a_quoted_cell_may_hold_anything(tmp_path):
    """Delimiters, quotes and line breaks inside quotes belong to the cell."""
    sheet = read(tmp_path, "a.csv", '姓名,话\n"李,四","他说""好""\n第二行"\n'.encode())
    assert sheet.rows == [["姓名", "话"], ["李,四", '他说"好"\n第二行']]


def test_a_rare_character_of_gb18030_is_kept(tmp_path):
    """𠮷 has four bytes there, and stays a name."""
    assert read(tmp_path, "a.csv", "姓名\n𠮷田\n".encode("gb18030")).rows[1] == ["𠮷田"]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_an_empty_file_of_its_kind_has_no_rows(tmp_path, name):
    """Nothing in it is nothing read; whether that is enough the import says."""
    data = make.xlsx([]) if name == "a.xlsx" else b""
    assert read(tmp_path, name, data).rows == []


def test_a_file_that_is_not_there_is_trouble(tmp_path):
    """A missing file and a folder are named as such, with their path."""
    for path, code in ((tmp_path / "gone.csv", "no-file"), (tmp_path / "dir.csv", "unreadable")):
        if code == "unreadable":
            path.mkdir()
        with pytest.raises(Trouble) as caught:
            read_sheet(path)
        assert caught.value.code == code
        assert caught.value.facts["path"] == str(path)


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 4097, 9_000_000])
def test_a_stream_comes_out_of_its_file_as_it_went_in(size):
    """The file built around the records of an old workbook holds just these."""
    stream = random.Random(size).randbytes(size)
    name, found = unwrapped(wrapped("Workbook", stream))
    assert name == "Workbook"
    assert found == stream.ljust(4096, b"\0")


def test_an_unknown_ending_is_refused(tmp_path):
    """A picture is no roster, whatever is in it."""
    with pytest.raises(RuleViolation) as caught:
        read(tmp_path, "a.png", b"x")
    assert caught.value.code == "sheet-unknown-kind"
    assert caught.value.facts == {"ending": ".png"}
