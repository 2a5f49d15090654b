"""Reading a chapter: what it may hold, and what it may not."""

import pytest

from facilitator.manual.html import PageMarkup
from facilitator.manual.model import Face, Items, Paragraph, Picture, Remark, Span, Table, Target
from facilitator.manual.read import ManualFault, read_chapter

TEXT = """# Title

A **name**, a `Ctrl+N` and [there](20-council.md#the-roll).

> Aside.

1. one
2. two

![what it shows](picture:desk)

| a | b |
|---|---|
| 1 | 2 |

## The roll

## The roll
"""


def test_a_chapter_becomes_blocks():
    """Each thing that a chapter may hold, once."""
    read = read_chapter("10-x", TEXT)
    line, remark, items, picture, table, first, second = read.blocks
    assert read.title == "Title"
    assert isinstance(line, Paragraph)
    assert line.spans[1] == Span("name", Face.NAME)
    assert line.spans[3] == Span("Ctrl+N", Face.KEY)
    assert line.spans[5] == Span("there", to=Target("20-council", "the-roll"))
    assert isinstance(remark, Remark)
    assert isinstance(items, Items)
    assert items.ordered
    assert picture == Picture("desk", "what it shows")
    assert isinstance(table, Table)
    assert (first.anchor, second.anchor) == ("the-roll", "the-roll-1")


def test_a_name_is_read_wherever_it_stands():
    """Chinese writes no spaces around it, and quotes may be the first thing in it."""
    (line,) = read_chapter("10-x", "# t\n\n点**“好”**再点**开会…**，**甲**乙").blocks
    assert isinstance(line, Paragraph)
    assert [span.text for span in line.spans if span.face is Face.NAME] == ["“好”", "开会…", "甲"]


def test_markup_in_the_text_stays_text():
    """No tag of a chapter reaches a page as one."""
    read = read_chapter("10-x", "# <script>\n\n<b>x</b> & `<i>` **<u>**\n\n<img src=x onerror=y>")
    page = PageMarkup("en").chapter(read)
    assert "&lt;script&gt;" in page
    assert "<kbd>&lt;i&gt;</kbd>" in page
    assert not any(tag in page for tag in ("<script", "<b>x", "<i>", "<u>", "<img"))


@pytest.mark.parametrize(
    "text",
    [
        "no title",
        "# t\n\n![x](https://example.org/x.png)",
        "# t\n\nsee ![x](picture:y) here",
        "# t\n\n[x](https://example.org)",
        "# t\n\n---",
        "# t\n\n# another title",
        "# t\n\n## …",
    ],
)
def test_what_no_chapter_holds_is_refused(text):
    """Nothing of the manual is fetched from anywhere."""
    with pytest.raises(ManualFault):
        read_chapter("10-x", text)
