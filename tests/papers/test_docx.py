"""A paper in Word is the paper of the design, and text in it is only text."""

import datetime
import io
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from docx.shared import Mm
from lxml import etree

from facilitator.papers import docx as writer
from facilitator.papers.docx import write_docx
from facilitator.papers.measures import measures
from facilitator.papers.model import Seal, Table
from tests.papers.hostile import rich
from tests.papers.samples import all_samples, ballots_sample, record_sample, signin_sample
from tests.papers.word import W, Word, text, value

SAMPLES = {f"{paper.kind}-{paper.lang}": paper for paper in all_samples()}
every_sample = pytest.mark.parametrize("name", SAMPLES)

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl pBdr shd tabs "
    "overflowPunct autoSpaceDE autoSpaceDN spacing ind jc outlineLvl",
    "rPr": "rStyle rFonts b strike noProof color spacing w sz szCs bdr lang",
    "tblPr": "tblStyle tblW tblBorders tblLayout tblCellMar",
    "tcPr": "tcW gridSpan tcBorders shd tcMar vAlign",
    "style": "name basedOn qFormat pPr rPr tblPr",
    "settings": "zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat "
    "themeFontLang decimalSymbol listSeparator",
    "sectPr": "headerReference footerReference pgSz pgMar",
}
"""The order the standard wants; Word calls a document broken whose properties stand otherwise."""


def word(paper):
    return Word(write_docx(paper))


@every_sample
def test_every_page_is_a4_with_the_margins_of_its_layout(name):
    """The sheet is 210 × 297 mm and the block stands where the measures say."""
    m = measures(SAMPLES[name].layout, SAMPLES[name].lang)
    section = docx.Document(io.BytesIO(write_docx(SAMPLES[name]))).sections[0]
    near = Mm(0.1)
    assert abs(section.page_width - Mm(210)) < near
    assert abs(section.page_height - Mm(297)) < near
    assert abs(section.left_margin - Mm(m.left)) < near
    assert abs(section.right_margin - Mm(m.right)) < near
    assert abs(section.top_margin - Mm(m.top)) < near
    assert abs(section.bottom_margin - Mm(m.bottom)) <= Mm(2.1)


@every_sample
def test_every_style_and_every_run_names_a_chinese_font(name):
    """No run is left to the machine's own idea of a Chinese font."""
    opened = word(SAMPLES[name])
    for style in opened.styles.values():
        assert style.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia")
    for root in [opened.body, *opened.some("word/header"), *opened.some("word/footer")]:
        for paragraph in root.iter(f"{W}p"):
            assert value(paragraph, "pPr/pStyle") in opened.styles
        for run in root.iter(f"{W}r"):
            assert value(run, "rPr/rStyle") in {None, *opened.styles}


@pytest.mark.parametrize("paper", [*all_samples(), rich("话")], ids=lambda paper: paper.kind)
def test_properties_stand_in_the_order_of_the_standard(paper):
    """Word opens the document without repairing it."""
    opened = word(paper)
    for root in opened.some("word/"):
        for element in root.iter():
            order = ORDER.get(str(element.tag).removeprefix(W))
            if order and element.tag.startswith(W):
                found = [child.tag.removeprefix(W) for child in element]
                places = [order.split().index(tag) for tag in found]
                assert places == sorted(places), (element.tag, found)
                assert len(found) == len(set(found)) or "Reference" in order, found


@every_sample
def test_every_row_is_whole_and_adds_up(name):
    """No row may be split over pages, and the cells of a row are as wide as the table."""
    for table in word(SAMPLES[name]).body.iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        for row in table.iterfind(f"{W}tr"):
            assert row.find(f"{W}trPr/{W}cantSplit") is not None
            spans = [int(value(cell, "tcPr/gridSpan") or 1) for cell in row.iterfind(f"{W}tc")]
            widths = [
                int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in row.iterfind(f"{W}tc")
            ]
            assert sum(spans) == len(grid)
            assert sum(widths) == sum(grid)


def test_head_rows_are_repeated():
    """A roster that runs over the page says again what its columns are, and only that."""
    table = word(signin_sample(3)).body.findall(f"{W}body/{W}tbl")[1]
    repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
    assert repeated == [True] + [False] * (len(repeated) - 1)


def test_a_vote_block_is_kept_on_one_page():
    """Each row of a `keep` table holds on to the next, the last to nothing."""
    record = record_sample()
    kept = [block.keep for block in record.blocks if isinstance(block, Table)]
    tables = word(record).body.findall(f"{W}body/{W}tbl")
    for keep, table in zip(kept, tables, strict=False):
        holds = [
            all(p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p"))
            for row in table.iter(f"{W}tr")
        ]
        assert not holds[-1]
        assert all(holds[:-1]) is keep or len(holds) < 4
    assert sum(kept) == 5


def test_heads_are_heads():
    """Word's navigation pane shows the items of the meeting."""
    opened = word(record_sample())
    heads = [p for p in opened.body.iter(f"{W}p") if value(p, "pPr/pStyle") == "Heading1"]
    assert [text(p)[:2] for p in heads] == ["一、", "二、", "三、", "三、", "五、", "四、", "散会"]
    assert value(opened.styles["Heading1"], "name") == "heading 1"
    assert value(opened.styles["Heading1"], "pPr/outlineLvl") == "0"


def test_old_values_stay_readable_and_struck():
    """A corrected figure is there twice: the old one struck, the new one bold."""
    opened = word(record_sample())
    struck = [
        text(run)
        for run in opened.body.iter(f"{W}r")
        if value(run, "rPr/rStyle") == "StruckFace" and text(run) != "\xa0"
    ]
    assert struck == ["1", "0", "2", "1", "刘小燕", "反对", "9"]
    assert opened.styles["StruckFace"].find(f"{W}rPr/{W}strike") is not None


def test_the_host_is_boxed():
    """主持引导 stands in a border of its own and does not touch what follows."""
    opened = word(record_sample())
    line = next(p for p in opened.body.iter(f"{W}p") if "主持引导" in text(p))
    assert text(line).replace("\xa0", " ").startswith("20:55 主持引导  苏慧敏：")
    assert value(opened.styles["BoxedFace"], "rPr/bdr") == "single"


@pytest.mark.parametrize("name", ["record-zh", "summary-zh", "signin-zh", "slip-zh"])
def test_pages_are_numbered_odd_right_even_left(name):
    """The folio is a field between dashes, at the outer edge of a leaf printed on both sides."""
    opened = word(SAMPLES[name])
    sides = {}
    for footer in opened.some("word/footer"):
        assert footer.find(f".//{W}fldSimple").get(f"{W}instr") == "PAGE"
        sides[value(footer, "p/pPr/jc")] = text(footer)
    assert sides == {"right": "— 1 —", "left": "— 1 —"}
    assert opened.xml("word/settings.xml").find(f"{W}evenAndOddHeaders") is not None


@pytest.mark.parametrize("name", ["resolution-zh", "ballots-zh"])
def test_posters_and_ballots_have_no_folio(name):
    """What hangs on a board or goes into an urn has no page number."""
    assert not word(SAMPLES[name]).some("word/footer")


@every_sample
def test_the_mark_stands_on_every_page(name):
    """示例 or 公开版 is on odd and even pages alike; without a mark there is no header."""
    sample = SAMPLES[name]
    headers = word(sample).some("word/header")
    assert {text(header) for header in headers} == ({sample.mark} if sample.mark else set())
    assert len(headers) in ((1, 2) if sample.mark else (0,))


def test_the_papers_properties_are_the_meetings():
    """Title, meeting and day are in the properties; python-docx's own words are not."""
    known = docx.Document(io.BytesIO(write_docx(record_sample()))).core_properties
    assert known.title == "松柏岗社区共治议事会会议记录"
    assert known.subject == "松柏岗社区共治议事会第二届第1次会议"
    assert known.created == datetime.datetime(2026, 11, 27, tzinfo=datetime.UTC)
    assert known.author == "Facilitator"
    assert not known.comments
    assert known.language == "zh-CN"


def test_chinese_and_english_are_checked_in_their_own_language():
    """Word's spelling knows which words are which."""
    language = word(record_sample()).xml("word/styles.xml").find(f".//{W}docDefaults//{W}lang")
    assert language.get(f"{W}val") == "en-US"
    assert language.get(f"{W}eastAsia") == "zh-CN"


AGAIN = """
import sys
from facilitator.papers.docx import write_docx
from tests.papers.hostile import rich
from tests.papers.samples import all_samples
sys.stdout.buffer.write(b"".join(map(write_docx, all_samples())))
"""


def test_the_same_paper_is_the_same_bytes():
    """Neither the clock nor the process leaves a trace: a paper can be compared with its copy."""
    first = made_elsewhere(PYTHONHASHSEED="7", TZ="Pacific/Auckland")
    second = made_elsewhere(PYTHONHASHSEED="8", TZ="Asia/Shanghai")
    assert first == second
    assert first.startswith(b"PK")


def made_elsewhere(**environment: str) -> bytes:
    """All samples as DOCX, made by a process of its own (other tests' libraries register XML prefixes)."""
    root = str(Path(__file__).parents[2])
    source = str(Path(writer.__file__).parents[2])
    told = os.environ | {"PYTHONPATH": os.pathsep.join((source, root))} | environment
    made = subprocess.run([sys.executable, "-c", AGAIN], env=told, check=True, capture_output=True)
    return made.stdout


def test_ballots_cannot_be_told_apart():
    """Stubs are numbered from one; right of the dashed line every slip is the same."""
    rows = word(ballots_sample(count=12)).body.findall(f"{W}body/{W}tbl/{W}tr")
    assert len(rows) == 12
    stubs, slips = zip(*(row.findall(f"{W}tc") for row in rows), strict=True)
    assert [text(stub).split("№ ")[1].split("第")[0] for stub in stubs] == [
        str(number) for number in range(1, 13)
    ]
    assert len({etree.tostring(slip) for slip in slips}) == 1


def test_a_ballot_shows_its_choices_and_one_ticked_box():
    """There is a square for each choice, and the help shows what a tick looks like."""
    slip = word(ballots_sample()).body.findall(f"{W}body/{W}tbl/{W}tr/{W}tc")[1]
    inner = slip.find(f"{W}tbl")
    assert [text(cell) for cell in inner.iter(f"{W}tc") if text(cell)] == ["赞成", "反对", "弃权"]
    assert len(list(inner.iter(f"{W}tcBorders"))) == 3
    assert "如 √ ，只选一项" in text(slip)
    assert "{tick}" not in text(slip)


def test_the_seal_is_a_square_code_of_all_64_digits():
    """The code is 17 mm wide and names what it holds for those who cannot see it."""
    opened = word(record_sample())
    seal = next(block for block in record_sample().blocks if isinstance(block, Seal))
    extent = next(opened.body.iter("{*}extent"))
    assert (int(extent.get("cx")), int(extent.get("cy"))) == (Mm(17), Mm(17))
    assert seal.qr in next(opened.body.iter("{*}docPr")).get("descr")
    assert seal.head in text(opened.body)
    assert [name for name in opened.parts if name.startswith("word/media/")] != []
