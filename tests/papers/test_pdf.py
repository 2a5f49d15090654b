"""The PDF: found by search, whole on its page, the same every time."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from facilitator.papers import pdf, typefaces, typeset
from facilitator.papers.model import (
    Heading,
    Layout,
    Line,
    Paper,
    Paragraph,
    RowKind,
    Signatures,
    Table,
)
from facilitator.papers.pdf import fonts_used, page_pictures, write_pdf
from tests.papers.hostile import HOSTILE, MANY, ODD, UNSHOWABLE, payloads, rich
from tests.papers.pieces import bold, head, left, row, say, wide
from tests.papers.poppler import facts_of, fonts_of, pages_of, text_of
from tests.papers.samples import (
    all_samples,
    ballots_sample,
    record_sample,
    resolution_sample,
    signin_sample,
    summary_sample,
)
from tests.proofs import tally

TYPST = [
    '#eval("1+1")',
    "#panic()",
    "$x^2$",
    "*b* _i_ `c`",
    "@ref <lab> #[x]",
    "// c /* d */",
    "= Head",
    "- item + item / term: x",
    "http://a.b/c",
    "'q' \"dq\" -- --- ... ~ \\u{41}",
]


def _paper(*blocks: object, lang: str = "zh", layout: Layout = Layout.RECORD) -> Paper:
    return Paper(kind="record", lang=lang, layout=layout, title="纪", blocks=blocks)


def _write(paper: Paper) -> bytes:
    return write_pdf(paper, own_only=True)


def _names(papers: list[Paper]) -> list[str]:
    return [f"{paper.kind}-{paper.lang}" for paper in papers]


@pytest.mark.parametrize("paper", all_samples(), ids=_names(all_samples()))
def test_every_paper_is_an_archive_file_with_all_its_fonts(paper, tmp_path: Path):
    """PDF/A-2a and PDF/UA-1 are claimed, the pages are tagged, no font is left outside."""
    made = _write(paper)
    assert b"<pdfaid:part>2</pdfaid:part>" in made
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert "Tagged:          yes" in facts_of(made, tmp_path)
    embedded = [line.split()[-5] for line in fonts_of(made, tmp_path).splitlines()[2:]]
    assert embedded
    assert set(embedded) == {"yes"}


def test_what_was_decided_is_found_by_search(tmp_path: Path):
    """Chinese words, figures and names are in the text layer as they are typed."""
    text = text_of(_write(record_sample()), tmp_path)
    for words in (
        "松柏岗社区共治议事会会议记录",
        "赞成8票",
        "2026年11月27日",
        "刘小燕（反对）：",
        "≥",
    ):
        assert words in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_same_paper_gives_the_same_bytes(lang):
    """Neither the clock nor what was made before changes a byte."""
    first = _write(record_sample(lang))
    pdf._compiler.cache_clear()
    _write(summary_sample())
    assert _write(record_sample(lang)) == first


def test_the_properties_are_the_meetings(tmp_path: Path):
    """Title, meeting and day stand in the document's properties; the day is never today's."""
    facts = facts_of(_write(record_sample()), tmp_path)
    assert "Title:           松柏岗社区共治议事会会议记录" in facts
    assert "Subject:         松柏岗社区共治议事会第二届第1次会议" in facts
    assert "Nov 27" in facts
    assert "2026" in facts


@pytest.mark.parametrize("text", payloads([*HOSTILE, *TYPST], [*MANY, *TYPST]))
def test_no_text_is_read_as_markup(text, tmp_path: Path):
    """Whatever a name or a motion holds is printed, sign by sign, wherever words can stand."""
    shown = text_of(_write(rich(text)), tmp_path)
    # Poppler joins words at hyphens and drops a sign or two where words overlap in a narrow stub.
    signs = [sign for sign in text if "!" <= sign <= "~" and sign != "-"]
    places = text_of(_write(rich("字")), tmp_path).count("字")
    assert places > 150
    for sign in set(signs):
        assert shown.count(sign) >= (places - 3) * signs.count(sign)
    tally(payloads=1, places=places)


@pytest.mark.parametrize("text", payloads(UNSHOWABLE, ODD), ids=ascii)
def test_what_cannot_be_shown_leaves_a_mark(text, tmp_path: Path):
    """Controls and direction marks turn nothing round and stop no paper."""
    shown = text_of(_write(_paper(Line("19:00", say(f"甲{text}乙")))), tmp_path)
    assert "甲a\ufffdb乙" in shown


def test_a_page_has_its_number_and_a_poster_none(tmp_path: Path):
    """A record's pages are numbered — 1 — onwards; what hangs on a wall or is cut up is not."""
    pages = pages_of(_write(record_sample()), tmp_path)
    for number, page in enumerate(pages, 1):
        assert f"—{number}—" in page.replace(" ", "")
    for paper in (resolution_sample(), ballots_sample()):
        assert "—1—" not in text_of(_write(paper), tmp_path)


def test_table_heads_come_again_on_every_page(tmp_path: Path):
    """A sign-in sheet that needs more pages says on each what its columns are."""
    pages = pages_of(_write(signin_sample(times=4)), tmp_path)
    with_rows = [page for page in pages if "出席" in page]
    assert len(with_rows) >= 3
    assert all("楼栋或单位" in page for page in with_rows)


def _vote() -> Table:
    rows = [row("组", "1") for _ in range(8)]
    return Table(
        (1, 1), (wide(2, "动议甲"), *rows, wide(2, "结果甲", kind=RowKind.RESULT)), keep=True
    )


@pytest.mark.parametrize("above", range(14, 30, 2))
def test_a_vote_is_never_split_over_pages(above, tmp_path: Path):
    """Motion, figures and result stand on one page, however much is above them."""
    lines = (Line("19:00", say("话")) for _ in range(above))
    pages = pages_of(_write(_paper(*lines, _vote())), tmp_path)
    assert [page for page in pages if "动议甲" in page and "结果甲" in page]


@pytest.mark.parametrize("above", range(22, 33))
def test_nothing_that_leads_in_ends_a_page(above, tmp_path: Path):
    """A heading stands with its text, a group row with a member, a closing line with its signatures."""
    lines = tuple(Line("19:00", say("话")) for _ in range(above))
    group = Table((1, 1), (wide(2, "某组", kind=RowKind.GROUP), row("某人", "1"), row("二", "2")))
    close = (Paragraph(say("（以下无正文）"), align="center"), Signatures(("主持人签名",)))
    for blocks, first, then in (
        ((Heading("某题"), Line("20:00", say("某话"))), "某题", "某话"),
        ((group,), "某组", "某人"),
        (close, "（以下无正文）", "主持人签名"),
    ):
        pages = pages_of(_write(_paper(*lines, *blocks)), tmp_path)
        assert [page for page in pages if first in page and then in page]


def test_dates_counts_and_names_stay_on_one_line(tmp_path: Path):
    """A full date, 赞成8票 and a speaker's name are never broken, wherever a line ends."""
    for kept in ("2026年11月27日", "赞成8票", "19:38—19:45"):
        lines = [Paragraph(say("字" * count + kept)) for count in range(20, 60)]
        pages = pages_of(_write(_paper(*lines)), tmp_path)
        assert "\n".join(pages).count(kept) == len(lines)


def test_a_table_without_rows_is_no_fault():
    """Nothing to list is no reason to print nothing."""
    assert _write(_paper(Table((1, 1), ()), Table((1,), (), keep=True))).startswith(b"%PDF")


def test_a_table_taller_than_a_page_still_shows_every_row(tmp_path: Path):
    """To be kept whole is a wish; no row is cut off for it."""
    rows = [row(f"第{number}行", left("话" * 60)) for number in range(90)]
    text = text_of(_write(_paper(Table((1, 4), tuple(rows), keep=True))), tmp_path)
    assert all(f"第{number}行" in text for number in range(90))


def test_a_cell_taller_than_a_page_runs_on(tmp_path: Path):
    """A very long word in a table loses nothing of itself."""
    rows = (row("长", left("很长的话，" * 900 + "完")),)
    text = text_of(_write(_paper(Table((1, 4), rows))), tmp_path)
    assert text.count("很") == 900
    assert "完" in text


def test_a_long_record_is_set_in_full(tmp_path: Path):
    """Two hundred entries: none is missing, and they stand in their order."""
    lines = [Line("19:00", say(f"第{number}句。" + "话" * 40)) for number in range(200)]
    text = text_of(_write(_paper(*lines)), tmp_path)
    places = [text.index(f"第{number}句。") for number in range(200)]
    assert places == sorted(places)


def test_english_takes_no_chinese_quotes(tmp_path: Path):
    """In an English paper every letter, quote and dash is of the Latin serif or the sans."""
    text = "It’s “theirs” – and … ‘ours’ — so"
    fonts = fonts_of(_write(_paper(Heading(text), Line("19:00", say(text)), lang="en")), tmp_path)
    assert "Libertinus" in fonts
    assert "NotoSerifSC-Regular" not in fonts
    for paper in all_samples():
        if paper.lang == "en":
            assert "NotoSerifSC" not in fonts_of(_write(paper), tmp_path)


def test_ballots_are_counted_and_five_fill_a_page(tmp_path: Path):
    """Seven ballots: five and two, every stub numbered once."""
    pages = pages_of(_write(ballots_sample(count=7)), tmp_path)
    assert [page.count("存根") for page in pages] == [5, 2]
    numbers = "".join("".join(pages).split())
    assert all(numbers.count(f"№{number}") == 1 for number in range(1, 8))


def test_a_long_motion_is_whole_on_its_ballot(tmp_path: Path):
    """When the motion does not fit a fifth of a page, fewer ballots do; no word is left out."""
    slips = ballots_sample().blocks[0]
    long = msgspec.structs.replace(slips, motion="同意签订服务合同，" * 40, count=4)
    text = text_of(_write(_paper(long, layout=Layout.BALLOTS)), tmp_path)
    assert text.count("同意签订服务合同，") == 160


def test_a_character_without_a_glyph_costs_the_archive_format_only(tmp_path: Path):
    """A name that no font has still gives a paper; the file does not claim what it cannot keep."""
    made = _write(_paper(Paragraph(say("张\U0002fa1f三"))))
    assert b"pdfaid" not in made
    assert "三" in text_of(made, tmp_path)


def test_the_pictures_are_the_pages(tmp_path: Path):
    """As many PNGs as pages, on A4, at the size that was asked for."""
    paper = record_sample()
    pictures = page_pictures(paper, 72, own_only=True)
    assert len(pictures) == len(pages_of(_write(paper), tmp_path))
    for picture in pictures:
        assert picture.startswith(b"\x89PNG")
        wide_and_high = (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24]))
        assert wide_and_high == (595, 842)


def test_common_characters_are_in_our_own_fonts():
    """Whatever a picture does not look up on the machine is set without it, as an archive file."""
    common = "".join(map(chr, range(0x20, 0x10000)))
    common = pdf._RARE.sub("", common.encode("utf-8", "ignore").decode())
    assert len(common) > 21000
    lines = [Paragraph(say(common[at : at + 500])) for at in range(0, len(common), 500)]
    assert b"<pdfaid:part>2</pdfaid:part>" in _write(_paper(*lines))


def test_a_picture_opens_the_machines_fonts_for_rare_characters_only(monkeypatch):
    """The pages of a usual paper are drawn at once; a rare character is tried in a small PDF."""
    tried = []
    monkeypatch.setattr(pdf, "_set", lambda paper, own: tried.append(paper) or (b"", False))
    pdf._need_machine.cache_clear()
    for text in ("刘小燕：“好”——2026年", "张\U0002fa1f三", "李\U0002fa1f张\U0002fa1f三"):
        page_pictures(_paper(Paragraph(say(text))), 20, own_only=False)
    pdf._need_machine.cache_clear()
    assert [len(paper.blocks) for paper in tried] == [1, 2]


def test_a_row_of_bare_words_is_set_like_any_other(monkeypatch, tmp_path: Path):
    """What is told shortly to make long tables quick moves nothing to another line or page."""
    rows = []
    for at in range(70):
        kind = {4: RowKind.GROUP, 6: RowKind.TOTAL, 8: RowKind.RESULT}.get(at % 10, RowKind.BODY)
        said = left("左" * (at % 25)) if at % 3 else left("左", bold("粗"))
        rows.append(row(str(at), said, kind=kind) if at % 7 else wide(2, "宽", kind=kind))
    tables = [Table((1, 2), (head("甲", "乙"), *rows), plain=plain) for plain in (False, True)]
    paper = _paper(*tables, Table((1,), (row("一"), row("二"), row("三"))))
    quick = pages_of(_write(paper), tmp_path)
    monkeypatch.setattr(typeset, "_bare_words", lambda *_: [])
    assert pages_of(_write(paper), tmp_path) == quick
    assert len(quick) > 3


def test_the_export_can_say_what_stood_in():
    """Without the machine's fonts the Song stands in for 仿宋."""
    used = fonts_used(record_sample(), own_only=True)
    assert used["仿宋"] == used["宋体"]
    assert used["楷体"] != used["宋体"]


def test_a_machine_with_fangsong_sets_running_text_in_it(monkeypatch):
    """仿宋 is taken for the body where it is found, and for nothing else."""
    monkeypatch.setattr(typefaces, "_FANGSONG", ("No Such Song", "New Computer Modern"))
    typefaces.typefaces.cache_clear()
    used = fonts_used(record_sample(), own_only=False)
    kept_out = fonts_used(record_sample(), own_only=True)
    typefaces.typefaces.cache_clear()
    assert used["仿宋"] == "New Computer Modern"
    assert {**used, "仿宋": kept_out["仿宋"]} == kept_out
