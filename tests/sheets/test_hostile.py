"""A brought file can do nothing but be refused."""

import os
import random
import subprocess
import sys
import textwrap
from itertools import islice
from pathlib import Path

import openpyxl
import pytest

from facilitator.acts import RuleViolation
from facilitator.sheets import limits, read
from facilitator.sheets.cfb import unwrapped, wrapped
from facilitator.sheets.read import read_sheet
from tests.effort import cases
from tests.proofs import tally
from tests.sheets import make

MUTANTS = cases(200, 4000)
"""Files with a few bytes changed."""
SHEET = "xl/worksheets/sheet1.xml"
ROWS = [["姓名", "电话"], ["镕喆", 13800138000], ["堃", "007"]]


def refused(folder, name, data):
    """Read the file; return the code and facts of the refusal."""
    (folder / name).write_bytes(data)
    with pytest.raises(RuleViolation) as caught:
        read_sheet(folder / name)
    return caught.value.code, caught.value.facts


def test_a_large_file_is_not_even_read(tmp_path):
    """Over 20 MB nothing is looked at."""
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(limits.FILE + 1)
    with pytest.raises(RuleViolation) as caught:
        read_sheet(path)
    assert caught.value.code == "sheet-too-large"
    assert caught.value.facts == {"size": limits.FILE + 1, "most": limits.FILE}


def test_too_many_parts(tmp_path):
    """A zip of thousands of parts is refused by its list."""
    data = make.packed({f"{number}.xml": b"" for number in range(limits.PARTS + 1)})
    assert refused(tmp_path, "a.xlsx", data)[0] == "sheet-too-many-parts"


def test_a_bomb_is_refused_before_it_goes_off(tmp_path):
    """A part that unpacks to more than 200 times its size, or to too much, is not unpacked."""
    tight = make.parts_of(make.xlsx(ROWS)) | {SHEET: b" " * (3 * limits.MEGABYTE)}
    assert refused(tmp_path, "a.xlsx", make.packed(tight))[0] == "sheet-packed-too-tightly"
    large = make.parts_of(make.xlsx(ROWS)) | {"xl/media/x.bin": b" " * (limits.PART + 1)}
    code, facts = refused(tmp_path, "b.xlsx", make.packed(large))
    assert code == "sheet-part-too-large"
    assert facts["part"] == "xl/media/x.bin"


def test_parts_that_lie_about_their_size_are_never_parsed(tmp_path):
    """A part whose header says 10 bytes is 10 bytes to everybody, or it is damage."""
    data = bytearray(make.packed(make.parts_of(make.xlsx(ROWS)) | {SHEET: b" " * 900_000}))
    real = (900_000).to_bytes(4, "little")
    assert data.count(real) == 2
    assert (
        refused(tmp_path, "a.xlsx", bytes(data.replace(real, (10).to_bytes(4, "little"))))[0]
        == "sheet-damaged"
    )


@pytest.mark.parametrize(
    ("place", "code", "facts"),
    [
        ("A20001", "sheet-too-many-rows", {"row": 20_001, "most": 20_000}),
        ("XFD1048576", "sheet-too-many-rows", {"row": 1_048_576, "most": 20_000}),
        ("BI3", "sheet-too-many-columns", {"row": 3, "column": 61, "most": 60}),
    ],
)
def test_cells_far_away_are_refused_with_their_place(tmp_path, place, code, facts):
    """Two cells in opposite corners would fill the memory of the computer that reads them."""
    book = openpyxl.Workbook()
    book.active["A1"], book.active[place] = "a", "b"
    assert refused(tmp_path, "a.xlsx", make.saved(book)) == (code, facts)


def test_the_same_holds_for_an_old_workbook(tmp_path):
    """In an xls too the row is named as Excel shows it."""
    rows = [["甲"]] + [[] for _ in range(20_000)] + [["乙"]]
    code, facts = refused(tmp_path, "a.xls", make.xls(rows))
    assert (code, facts["row"]) == ("sheet-too-many-rows", 20_002)
    assert refused(tmp_path, "b.xls", make.xls([["甲"] * 61]))[0] == "sheet-too-many-columns"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<table:table-row table:number-rows-repeated='20000'/>" + make.ods_row("a"), "rows"),
        (make.ods_row("a", more="table:number-rows-repeated='4000000000'"), "damaged"),
        (make.ods_row("a", more="table:number-rows-repeated='400000000'"), "rows"),
        (make.ods_row("a").replace("cell ", "cell table:number-columns-repeated='61' "), "columns"),
        (make.ods_row("<text:s text:c='999999999'/>"), "long"),
        (make.ods_row("字" * 1999, more="table:number-rows-repeated='20000'"), "text"),
        (make.ods_row("字" * 2001), "long"),
        (make.ods_row(*"甲" * 16, more="table:number-rows-repeated='20000'"), "cells"),
    ],
)
def test_repeated_cells_count_in_full(tmp_path, body, code):
    """An ods says “this row four thousand million times” in a few bytes."""
    assert code in refused(tmp_path, "a.ods", make.ods(body))[0]


def test_too_many_filled_cells(tmp_path):
    """Each row and column is within the limits, all of them together are not."""
    chance = random.Random(2)
    values = iter(f"<c><v>{chance.randrange(9**9)}</v></c>" for _ in range(6_001 * 50))
    rows = "".join("<row>" + "".join(islice(values, 50)) + "</row>" for _ in range(6_001))
    sheet = f"<worksheet><sheetData>{rows}</sheetData></worksheet>"
    code, facts = refused(
        tmp_path, "a.xlsx", make.packed(make.parts_of(make.xlsx(ROWS)) | {SHEET: sheet})
    )
    assert (code, facts["most"]) == ("sheet-too-many-cells", limits.CELLS)


def test_names_in_another_space_count_as_well(tmp_path):
    """The parser reads `table:` by its letters; giving the letters another meaning hides nothing."""
    row = make.ods_row("a", more="table:number-rows-repeated='400000000'")
    plain = make.ods(row)
    hidden = make.changed(
        plain, "content.xml", lambda xml: xml.replace(make.NAMES["table"], "urn:x")
    )
    for name, data in (("a.ods", plain), ("b.ods", hidden)):
        assert refused(tmp_path, name, data)[0] == "sheet-too-many-rows"


def test_a_promise_of_many_texts_is_not_believed(tmp_path):
    """A reader that makes room for four thousand million texts is gone before it can say so."""
    for name in ("xl/sharedStrings.xml", "xl/SHAREDSTRINGS.xml"):
        strings = '<sst uniqueCount="400000000"><si><t>a</t></si></sst>'
        data = make.packed(make.parts_of(make.xlsx(ROWS)) | {name: strings})
        assert refused(tmp_path, "a.xlsx", data)[0] == "sheet-damaged"
    stream = unwrapped(make.xls(ROWS))[1]
    at = stream.index(b"\xfc\x00") + 8
    more = stream[:at] + b"\xff\xff\xff\x7f" + stream[at + 4 :]
    assert refused(tmp_path, "a.xls", wrapped("Workbook", more))[0] == "sheet-damaged"


def test_a_text_shared_by_many_cells_counts_in_each(tmp_path):
    """One long text that every cell refers to is stored once and read a million times."""
    row = "<row>" + '<c t="s"><v>0</v></c>' * 60 + "</row>"
    data = make.packed(
        make.parts_of(make.xlsx(ROWS))
        | {
            "xl/sharedStrings.xml": f"<sst><si><t>{'字' * 1_900}</t></si></sst>",
            SHEET: f"<worksheet><sheetData>{row * 400}</sheetData></worksheet>",
        }
    )
    assert len(data) < 100_000
    assert refused(tmp_path, "a.xlsx", data)[0] == "sheet-too-much-text"


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.csv"])
def test_a_long_cell_is_refused_with_its_place(tmp_path, name):
    """Two thousand characters are a cell, one more is not; the place is told as people count."""
    rows = [["甲", "乙"], ["丙", "字" * 2_001]]
    if name.endswith("csv"):
        data = "\n".join(",".join(row) for row in rows).encode()
    else:
        data = make.xlsx(rows) if name == "a.xlsx" else make.xls(rows)
    facts = {"row": 2, "column": 2, "length": 2_001, "most": 2_000}
    assert refused(tmp_path, name, data) == ("sheet-cell-too-long", facts)
    rows[1][1] = "字" * 2_000
    good = make.xlsx(rows) if name == "a.xlsx" else make.xls(rows)
    if not name.endswith("csv"):
        (tmp_path / name).write_bytes(good)
        assert read_sheet(tmp_path / name).rows == rows


def test_plain_text_has_the_same_limits(tmp_path):
    """Rows, columns and a line without end are refused in a csv as well."""
    assert refused(tmp_path, "a.csv", b"a\n" * 20_001)[0] == "sheet-too-many-rows"
    assert refused(tmp_path, "b.csv", b"a," * 60 + b"a\n")[0] == "sheet-too-many-columns"
    assert refused(tmp_path, "c.csv", b"," * 10_000_000)[0] == "sheet-line-too-long"
    assert refused(tmp_path, "e.csv", (b"a," * 39 + b"a\n") * 7_600)[0] == "sheet-too-many-cells"
    assert refused(tmp_path, "d.csv", b'a,"' + b"b\n" * 200_000)[0] == "sheet-cell-too-long"


def test_a_document_type_is_refused(tmp_path):
    """No part may define entities: a few lines of them unfold to gigabytes."""
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>'
    data = make.changed(make.xlsx(ROWS), SHEET, lambda xml: bomb + xml)
    code, facts = refused(tmp_path, "a.xlsx", data)
    assert (code, facts) == ("sheet-doctype", {"part": SHEET})
    hidden = make.parts_of(make.xlsx(ROWS)) | {SHEET: (bomb + "<x/>").encode("utf-16")}
    assert refused(tmp_path, "b.xlsx", make.packed(hidden))[0] == "sheet-damaged"


def test_locked_files_are_told_apart_from_damaged_ones(tmp_path):
    """A password is a reason a person can do something about."""
    ods = make.ods(make.ods_row("a"), **{"META-INF/manifest.xml": "<m><encryption-data/></m>"})
    assert refused(tmp_path, "a.ods", ods)[0] == "sheet-encrypted"
    stream = unwrapped(make.xls(ROWS))[1]
    locked = stream[:20] + b"\x2f\x00\x06\x00\x00\x00\x01\x02\x03\x04" + stream[20:]
    assert refused(tmp_path, "a.xls", wrapped("Workbook", locked))[0] == "sheet-encrypted"
    package = wrapped("EncryptedPackage", b"x" * 5000)
    assert refused(tmp_path, "a.xlsx", package)[0] == "sheet-encrypted"


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.xls", make.xlsx(ROWS), "xlsx"),
        ("a.csv", make.xlsx(ROWS), "xlsx"),
        ("a.xlsx", make.xls(ROWS), "xls"),
        ("a.xlsx", make.ods(make.ods_row("a")), "ods"),
        ("a.xlsx", make.packed({"x": b""}), "zip"),
        ("a.xls", b"<html><table><tr><td>a</td></tr></table></html>", "html"),
        ("a.csv", b"\x89PNG\r\n\x1a\n\x00\x00", "unknown"),
        ("a.xlsx", b"a,b\n", "csv"),
    ],
)
def test_a_file_is_what_its_ending_says(tmp_path, name, data, found):
    """A web page called xls is refused by name, not misread."""
    code, facts = refused(tmp_path, name, data)
    assert code == "sheet-not-what-it-says"
    assert facts == {"ending": Path(name).suffix, "found": found}


def test_bytes_of_no_encoding_are_refused(tmp_path):
    """A text that neither UTF-8 nor GB 18030 explains is not guessed at."""
    code, facts = refused(tmp_path, "a.csv", "姓名\n".encode() + b"\xff\xff\xff")
    assert code == "sheet-unknown-encoding"
    assert facts["tried"] == "gb18030"


READER = """
    import resource, sys, time
    from pathlib import Path
    from facilitator.acts import RuleViolation, Trouble
    from facilitator.sheets.read import read_sheet
    resource.setrlimit(resource.RLIMIT_AS, (900 << 20, 900 << 20))

    def peak():
        status = Path("/proc/self/status")  # rusage counts what the parent had, too
        if not status.exists():
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return int(status.read_text().split("VmHWM:")[1].split()[0])

    before = peak()
    for path in sorted(Path(sys.argv[1]).iterdir()):
        start = time.process_time()
        try:
            read_sheet(path)
            told = "read"
        except (RuleViolation, Trouble) as refusal:
            told = refusal.code
        print(path.name, told, round(time.process_time() - start, 2), flush=True)
    print("used", (peak() - before) // 1024, 0)
"""


def mutants(folder):
    """Write files with some bytes changed, cut, doubled, or a value put to its extreme."""
    chance = random.Random(11)
    rows = [["姓名", "电话", "门牌"]] + [
        [f"住户{n}", 13_800_000_000 + n, f"{n}号"] for n in range(80)
    ]
    originals = {
        "xlsx": make.xlsx(rows),
        "xls": make.xls(rows),
        "ods": make.ods("".join(make.ods_row(*map(str, row)) for row in rows)),
        "csv": "\n".join(",".join(map(str, row)) for row in rows).encode("gbk"),
    }
    for number in range(MUTANTS):
        ending = chance.choice(list(originals))
        data = originals[ending]
        if ending in ("xlsx", "ods") and number % 2:
            parts = make.parts_of(data)
            part = chance.choice(sorted(parts))
            data = make.packed(parts | {part: _mutated(parts[part], chance)})
        elif ending == "xls" and number % 2:
            data = wrapped("Workbook", _mutated(unwrapped(data)[1], chance))
        else:
            data = _mutated(data, chance)
        (folder / f"{number:05}.{ending}").write_bytes(data)


def _mutated(data, chance):
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed) or 1)
        how = chance.randrange(5)
        if how == 0:
            changed[at : at + 1] = bytes([chance.randrange(256)])
        elif how == 1:
            changed[at : at + 4] = b"\xff\xff\xff\x7f"
        elif how == 2:
            del changed[at : at + chance.randint(1, 400)]
        elif how == 3:
            changed[at:at] = changed[at : at + chance.randint(1, 400)]
        else:
            changed[at : at + 2] = chance.randbytes(2)
    return bytes(changed)


def test_mutated_files_are_read_or_refused(tmp_path):
    """No changed byte ends in a crash, in another error, in over five seconds of work or 200 MB."""
    folder = tmp_path / "files"
    folder.mkdir()
    mutants(folder)
    environment = os.environ | {"PYTHONPATH": str(Path(read.__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(READER), str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    told = [line.split() for line in done.stdout.splitlines()]
    assert done.returncode == 0, (told[-1:], done.stderr[-2000:])
    assert len(told) == MUTANTS + 1
    assert max(float(seconds) for _, _, seconds in told) < 5
    assert int(told[-1][1]) < 200
    codes = {code for _, code, _ in told[:-1]}
    assert {"read", "sheet-damaged"} <= codes
    assert all(code == "read" or code.startswith("sheet-") for code in codes)
    tally(inputs=MUTANTS)
