"""A paper in Markdown says what the paper says, and its text is only text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.papers.markdown import write_markdown
from facilitator.papers.markdown_text import escape, line
from facilitator.papers.model import Cell, Face, Layout, Line, Paper, Row, Run, Table
from facilitator.papers.plain import plain
from tests.papers.hostile import HOSTILE, MANY, ODD, UNSHOWABLE, payloads, rich
from tests.papers.samples import all_samples, ballots_sample, record_sample, signin_sample
from tests.proofs import tally

MARKUP = st.text(st.sampled_from(list("a1（“。*_`~<>|[]()!#&$:\\-+=.@/ \n\t甲0")), max_size=20)


def unescaped(text):
    """Read the text back as a Markdown reader would: a backslash makes the next mark plain."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text.replace("@<!-- -->", "@"))


def active(text):
    """Return the marks in a text that nothing escapes."""
    rest = re.sub(r"\\[!-/:-@\[-`{-~]", "·", text.replace("@<!-- -->", "·"))
    return re.findall(r"[\\`*_\[\]<>|~&#$]|^(?:\d+[.)]|[-+=])|https?://|www\.|@\w", rest, re.M)


@given(MARKUP | st.text(max_size=30))
def test_any_text_is_escaped_and_read_back(words):
    """No character of a text is a mark, and reading the escapes gives the text again."""
    written = escape(words)
    assert active(written) == []
    flat = plain(words).replace("\t", " ").replace("\n", " ").strip(" ")
    assert unescaped(written) == flat


@pytest.mark.parametrize("words", payloads([*HOSTILE, *UNSHOWABLE], [*MANY, *ODD]), ids=ascii)
def test_hostile_papers_hold_no_markup_of_theirs(words):
    """Whatever a paper says everywhere, its Markdown has no tag, link or code but our own."""
    written = write_markdown(rich(words))
    written.encode()
    bare = re.sub(r"`[^`\n]*`", "", re.sub(r"\\[!-/:-@\[-`{-~]", "", written))
    assert set(re.findall(r"<[^>]*>", bare)) <= {
        "<b>",
        "</b>",
        "<del>",
        "</del>",
        "<br>",
        "<!-- -->",
    }
    assert "](" not in bare
    assert "\u202e" not in written
    tally(payloads=1)


@given(MARKUP, MARKUP)
def test_a_table_keeps_its_columns(first, second):
    """No text can add a cell or a row to a table."""
    row = Row((Cell((Run(first),)), Cell((Run(second, Face.BOLD),))))
    blocks = (Table((1, 1), (row, row)),)
    paper = Paper(kind="record", lang="zh", layout=Layout.RECORD, title="题", blocks=blocks)
    rows = write_markdown(paper).splitlines()[2:]
    assert len(rows) == 4
    for written in rows:
        assert len(re.sub(r"\\.", "", written).split("|")) == 4


@pytest.mark.parametrize(
    ("runs", "written"),
    [
        ([("赞成", Face.BOLD), ("8票", Face.BODY)], "**赞成**8票"),
        ([("（甲）", Face.BOLD), ("乙", Face.BODY)], "<b>（甲）</b>乙"),
        ([("甲", Face.BODY), ("“乙”", Face.STRUCK)], "甲<del>“乙”</del>"),
        ([("1", Face.STRUCK), ("0", Face.BOLD)], "<del>1</del> **0**"),
        ([("a", Face.BOLD), ("b", Face.BOLD)], "**ab**"),
        ([(" a ", Face.BOLD), ("b", Face.BODY)], "**a** b"),
        ([("主持引导", Face.BOXED), ("苏慧敏", Face.BODY)], "\\[主持引导\\] 苏慧敏"),
        ([("ea50 32b3", Face.MONO)], "`ea50 32b3`"),
        ([("a`b", Face.MONO)], "a\\`b"),
    ],
)
def test_hands_are_seen(runs, written):
    """Bold is bold beside Chinese too, where the usual marks would be printed as they are."""
    assert line(tuple(Run(text, face) for text, face in runs)) == written


def test_the_record_reads_as_a_record():
    """Heads, entries, struck values and sums stand where a reader looks for them."""
    written = write_markdown(record_sample())
    assert written.startswith(
        "# 松柏岗社区共治议事会会议记录\n\n第二届第1次会议\n\n示例，姓名均为虚构\n"
    )
    assert "\n## 一、上次决定落实情况　19:38—19:45\n\n- 19:38　长椅修缮：" in written
    assert "\n| 新居民 | 6 | 5 | 4 | <del>1</del> **0** | <del>0</del> **1** | 1 |\n" in written
    assert "\n| **合计** | **13** | **11** | **8** | <del>2</del> **1** |" in written
    assert "\n| 乙首次 | 10 | 10 | <del>9</del> | 与甲不符，当场复点 |  |  |  |\n" in written
    assert "\n**未通过：赞成8票，8 \\< 9，差1票。**\n" in written
    assert written.endswith("`\n")


def test_a_line_break_stays_inside_its_entry():
    """A speech of two paragraphs is one entry, in a list and in a table."""
    words = (Run("一\n二"),)
    blocks = (Line("19:00", words), Table((1, 1), (Row((Cell(words), Cell(()))),)))
    paper = Paper(kind="record", lang="zh", layout=Layout.RECORD, title="题", blocks=blocks)
    written = write_markdown(paper)
    assert "- 19:00　一\\\n  二\n" in written
    assert "| 一<br>二 |  |" in written


def test_group_rows_stay_in_their_table():
    """A roster in groups is one table with one head."""
    written = write_markdown(signin_sample())
    assert len(re.findall(r"^\| :-", written, re.M)) == 1
    assert "\n| **本地居民**　应到6人　实到6人 |  |" in written


def test_ballots_are_described_not_pasted():
    """A text holds one slip and says which numbers the stubs bear."""
    written = write_markdown(ballots_sample(count=30))
    assert written.count("☐ 赞成") == 1
    assert "**存根**　№ 1–30" in written
    assert "如☑，只选一项" in written


@pytest.mark.parametrize("paper", all_samples(), ids=lambda paper: f"{paper.kind}-{paper.lang}")
def test_every_paper_ends_its_last_line(paper):
    """The text ends with one line end and has no gap of two empty lines."""
    written = write_markdown(paper)
    assert written.endswith("\n")
    assert not written.endswith("\n\n")
    assert "\n\n\n" not in written
