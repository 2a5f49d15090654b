"""A paper as Markdown, as GitHub reads it: for a mail, a forum, a wiki."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from facilitator.papers.contents import listed
from facilitator.papers.markdown_text import bold, escape, line
from facilitator.papers.measures import measures
from facilitator.papers.model import (
    BallotSlips,
    Banner,
    Blanks,
    BlockKind,
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
    Line,
    PageBreak,
    Paper,
    Paragraph,
    Pictures,
    Project,
    Row,
    RowKind,
    Run,
    Seal,
    Signatures,
    SignOff,
    Table,
    Text,
    VotingPapers,
)

_RULE = "---"
_BLANK = "＿" * 8
"""To sign on: full-width, because `_` would be markup."""
_SPACE = Run("　")
_IN_ITEM = "\\\n  "
"""A line break that stays inside a list item."""
_DASHES = {"left": ":--", "center": ":-:", "right": "--:"}


def write_markdown(paper: Paper) -> str:
    """Return the paper as Markdown that ends with a newline.

    Rows over all columns become paragraphs around the table, other spans leave empty cells. What
    has no place in text (heights, the picture of the seal) is left out or said in words.
    """
    colon = "：" if paper.lang == "zh" else ": "
    covered = bool(paper.blocks) and isinstance(paper.blocks[0], Cover)
    headed = measures(paper.layout).headline and not covered
    parts = [f"# {escape(paper.title)}"] if headed else []
    above = (paper.subtitle, paper.mark) if headed else (paper.mark,)
    parts += [escape(text) for text in above if text]
    for kind, blocks in groupby(paper.blocks, type):
        written = [
            _contents(block, listed(paper))
            if isinstance(block, Contents)
            else _WRITERS[kind](block, colon)
            for block in blocks
        ]
        parts.append(("\n" if kind is Line else "\n\n").join(filter(None, written)))
    return "\n\n".join(filter(None, parts)) + "\n"


def _heading(block: Heading, _colon: str) -> str:
    level = "#" * min(max(block.level, 1) + 1, 6)
    return f"{level} {escape(_named(block))}" + (f"　{escape(block.right)}" if block.right else "")


def _paragraph(block: Paragraph, _colon: str) -> str:
    return line(block.text)


def _line(block: Line, _colon: str) -> str:
    return f"- {escape(block.time)}　{line(block.text, newline=_IN_ITEM)}"


def _labelled(block: Labelled, colon: str) -> str:
    return line((Run(block.label, Face.BOLD), Run(colon), *block.text))


def _table(block: Table, _colon: str) -> str:
    """Write full-width rows as paragraphs and the stretches between them as tables."""
    if block.plain:
        return "\n\n".join(_beside([_text(cell) for cell in row.cells]) for row in block.rows)
    parts: list[str] = []
    for wide, rows in groupby(block.rows, _is_wide):
        if wide:
            parts += [line(_text(row.cells[0], row)) for row in rows]
        else:
            parts.append(_grid(list(rows), len(block.widths)))
    return "\n\n".join(filter(None, parts))


def _is_wide(row: Row) -> bool:
    return len(row.cells) == 1 and row.kind is not RowKind.GROUP


def _grid(rows: list[Row], columns: int) -> str:
    head = [""] * columns
    if rows[0].kind is RowKind.HEAD:
        head = _cells(rows.pop(0), columns)
    aligns = _aligns(rows, columns)
    lines = [head, aligns, *(_cells(row, columns) for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _aligns(rows: list[Row], columns: int) -> list[str]:
    """Take the alignment of the columns from the first row that has a cell in each of them."""
    for row in rows:
        if len(row.cells) == columns:
            return [_DASHES.get(cell.align, ":--") for cell in row.cells]
    return [":--"] * columns


def _cells(row: Row, columns: int) -> list[str]:
    cells: list[str] = []
    for cell in row.cells:
        words = cell.text if row.kind is RowKind.HEAD else _text(cell, row)
        cells += [line(words, newline="<br>"), *[""] * (cell.span - 1)]
    return (cells + [""] * columns)[:columns]


def _text(cell: Cell, row: Row | None = None) -> Text:
    """Return the words of a cell, bold where its row or label asks for it."""
    kind = row.kind if row else RowKind.BODY
    first = row is not None and cell is row.cells[0]
    total = kind is RowKind.TOTAL and (cell.align != "left" or first)
    heavy = cell.label or total or kind in (RowKind.GROUP, RowKind.RESULT, RowKind.HEAD)
    words = bold(cell.text) if heavy else cell.text
    return (*words, _SPACE, *cell.right) if cell.right else words


def _beside(texts: Iterable[Text]) -> str:
    """Put several texts on one line."""
    return "　".join(filter(None, map(line, texts)))


def _signatures(block: Signatures, _colon: str) -> str:
    return "\n\n".join(f"{escape(label)}{_BLANK}" for label in block.labels)


def _seal(block: Seal, _colon: str) -> str:
    head = line((Run(block.label, Face.BOLD), _SPACE, Run(block.head, Face.MONO)))
    return "\n\n".join([_RULE, head, escape(block.text), line((Run(block.qr, Face.MONO),))])


def _sign_off(block: SignOff, _colon: str) -> str:
    return "\\\n".join(map(escape, filter(None, block.lines)))


def _box(block: Box, colon: str) -> str:
    rows = [line((Run(label, Face.BOLD), Run(colon), Run(text))) for label, text in block.rows]
    return "\n\n".join([_RULE, *rows])


def _nothing(_block: Gap, _colon: str) -> str:
    return ""


def _page_break(_block: PageBreak, _colon: str) -> str:
    return _RULE


def _ballots(block: BallotSlips, _colon: str) -> str:
    """Write one slip and which numbers the stubs have: slips are printed, not pasted."""
    number = f"{block.number_label} 1–{block.count}" if block.count > 1 else block.number_label
    motion = line((Run(block.motion_label, Face.BOLD), _SPACE, Run(block.motion)))
    return "\n\n".join(
        [
            f"# {escape(block.title)}",
            escape(block.right),
            motion,
            "\n".join(f"- ☐ {escape(choice)}" for choice in block.choices),
            escape(block.help.replace("{tick}", "☑", 1)),
            _RULE,
            line((Run(block.stub_title, Face.BOLD), _SPACE, Run(number))),
            *(escape(text) for text in block.stub_lines),
            *(f"{escape(text)} {_BLANK}" for text in block.stub_blanks),
        ]
    )


def _voting(block: VotingPapers, _colon: str) -> str:
    """Write the list of each chamber once, and how many copies there are of it."""
    parts = [
        f"# {escape(block.title)}",
        escape(block.right),
        escape(block.help.replace("{tick}", "☑", 1)),
    ]
    for one in block.voters:
        head = f"{one.chamber} {one.sign} × {one.count}".strip()
        parts.append("\n".join([f"## {escape(head)}", "", *map(escape, one.stub)]).rstrip())
        parts.append("\n".join(f"- {_project(each)}" for each in one.projects))
    return "\n\n".join(filter(None, [*parts, escape(block.foot)]))


def _project(one: Project) -> str:
    said = escape("　".join(filter(None, [one.number, one.title, one.place, one.sum])))
    return f"~~{said}~~ {escape(one.note)}" if one.struck else f"☐ {said}"


def _cover(block: Cover, colon: str) -> str:
    theme = line((Run(block.label, Face.BOLD), Run(colon), Run(block.theme)))
    facts = _beside((Run(number, Face.BOLD), Run(f" {what}")) for number, what in block.facts)
    said = [escape(block.above), f"# {escape(block.title)}", theme, facts, escape(block.note)]
    return "\n\n".join(filter(None, [*said, *map(escape, block.foot), _RULE]))


def _contents(block: Contents, heads: list[Heading]) -> str:
    lines = [f"{'  ' * (head.level - 1)}- {escape(_named(head))}" for head in heads]
    return "\n\n".join([f"## {escape(block.title)}", "\n".join(lines), _RULE])


def _named(head: Heading) -> str:
    return f"{head.number} {head.text}" if head.number else head.text


def _banner(block: Banner, _colon: str) -> str:
    return line((Run(block.text, Face.BOLD),))


def _blanks(block: Blanks, _colon: str) -> str:
    """Write nothing: what is read on a screen is not written on by hand."""
    return ""


def _cards(block: Cards, colon: str) -> str:
    return f"\n\n{_RULE}\n\n".join(_card(card, colon) for card in block.cards)


def _card(card: Card, colon: str) -> str:
    head = f"## {escape(f'{card.number} {card.title}')}"
    lines = [line((Run(label, Face.BOLD), Run(colon), Run(told))) for label, told in card.lines]
    return "\n\n".join(filter(None, [head, escape(card.right), *lines]))


def _pictures(block: Pictures, _colon: str) -> str:
    """Write what they are called: text carries no pictures."""
    return "\n".join(f"- {escape(one.caption)}" for one in block.pictures)


_WRITERS: dict[type[BlockKind], Callable[[Any, str], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Line: _line,
    Labelled: _labelled,
    Table: _table,
    Signatures: _signatures,
    Seal: _seal,
    SignOff: _sign_off,
    Box: _box,
    Gap: _nothing,
    PageBreak: _page_break,
    BallotSlips: _ballots,
    VotingPapers: _voting,
    Cover: _cover,
    Banner: _banner,
    Blanks: _blanks,
    Cards: _cards,
    Pictures: _pictures,
}
