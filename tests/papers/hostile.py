"""Text that must stay text, and a paper that says it wherever words can stand."""

from pathlib import Path

from facilitator.papers.model import (
    BallotSlips,
    Banner,
    Blanks,
    Box,
    Card,
    Cards,
    Cell,
    Contents,
    Cover,
    Face,
    Gap,
    Heading,
    Labelled,
    Layout,
    Line,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Pictures,
    Row,
    RowKind,
    Run,
    Seal,
    Signatures,
    SignOff,
    Table,
)
from tests.effort import SOAK

HOSTILE = [
    "=1+1",
    '=HYPERLINK("http://x")',
    "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
    "</w:t></w:r></w:p></w:body>",
    "]]>&amp;&#x41;&lt;",
    '{ DDEAUTO c:\\windows "/k calc" }',
    "PAGE \\* MERGEFORMAT",
    "{{ 7*7 }} {% x %} ${x}",
    "<script>alert(1)</script>",
    "镕喆堃𠮷👨‍👩‍👧é",
    '" onload="x',
    "%s %n {0} {words}",
    "  two  spaces  ",
    "line\nline",
]
SQUARE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8ffff3f0005fe02fedccc59e70000000049454e44ae426082"
)
"""One white pixel, as a PNG."""
UNSHOWABLE = ["a\u202eb", "a\x00b", "a\x0bb", "a\ud800b", "a\ufffeb", "a\u2066b", "a\x1bb"]

MANY = [*HOSTILE, *Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()]
"""What people might try, or type without meaning it: markup, formulas, fields, templates, paths."""
TURNING = [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x61C]
"""Signs that turn the writing, or only look as if."""
STEERING = [*range(9), 0xB, 0xC, *range(0xE, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]
ODD = sorted({*UNSHOWABLE, *(f"a{chr(one)}b" for one in (*TURNING, *STEERING, 0xDFFF, 0xFFFF))})


def payloads(few: list[str], many: list[str]) -> list[str]:
    """Some of them at every commit, all of them when `dev.py soak` asks."""
    return many if SOAK else few


def rich(words):
    """Make a paper that says `words` wherever words can stand."""
    says = tuple(Run(words, face) for face in Face)
    rows = tuple(Row((Cell(says, right=says), Cell(says, label=True)), kind) for kind in RowKind)
    slips = BallotSlips(
        2, words, words, (words,), (words,), words, words, words, words, (words,), words
    )
    return Paper(
        kind="record",
        lang="zh",
        layout=Layout.RECORD,
        title=words,
        blocks=(
            Heading(words, right=words),
            Paragraph(says),
            Line(words, says),
            Labelled(words, says),
            Table((1, 2), rows),
            Signatures((words, words, words)),
            Seal(words, words, words, "ab" * 32),
            SignOff((words,)),
            Box(((words, words),)),
            Gap(3),
            PageBreak(),
            slips,
        ),
        subtitle=words,
        mark=words,
        reference=words,
        date=words,
    )


def book(words):
    """Make a book that says `words` wherever the pieces of a book have words."""
    says = (Run(words),)
    card = Card(words, words, words, ((words, words),))
    bars = (Row((Cell(says, bar=0.5), Cell(says, bar=2.0))),)
    return Paper(
        kind="proceedings",
        lang="zh",
        layout=Layout.BOOK,
        title=words,
        blocks=(
            Cover(words, words, words, words, ((words, words), (words, words)), words, (words,)),
            Contents(words),
            Heading(words),
            Banner(words),
            Heading(words, right=words, level=2, number=words),
            Line(words, says, column=2.0),
            Table((1, 1), bars),
            Heading(words, level=2, listed=False),
            Blanks(2),
            Heading(words, level=3),
            Blanks(3, spare=True, label=words, note=words),
            PageBreak(),
            Cards((card, card, card)),
            Pictures((Picture(SQUARE, "image/png", 1, 1, words),)),
        ),
        subtitle=words,
        mark=words,
        reference=words,
        date=words,
    )
