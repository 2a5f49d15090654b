"""Text that must stay text, and a paper that says it wherever words can stand."""

from facilitator.papers.model import (
    BallotSlips,
    Box,
    Cell,
    Face,
    Gap,
    Heading,
    Labelled,
    Layout,
    Line,
    PageBreak,
    Paper,
    Paragraph,
    Row,
    RowKind,
    Run,
    Seal,
    Signatures,
    SignOff,
    Table,
)

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
UNSHOWABLE = ["a\u202eb", "a\x00b", "a\x0bb", "a\ud800b", "a\ufffeb", "a\u2066b", "a\x1bb"]


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
