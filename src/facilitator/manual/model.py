"""What a chapter of the manual is made of: plain data that every way of showing it reads."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from facilitator.data import dataclass
from facilitator.manual.finding import Sought

SECTION = 2
"""The level of the headings that part a chapter, and that stand in every table of contents."""


class Face(StrEnum):
    """How a piece of a line looks."""

    PLAIN = "plain"
    NAME = "name"
    """What stands on the screen: a button, a page."""
    STRESSED = "stressed"
    KEY = "key"
    """A key to press, or a word to type."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line; `to` is the place that it leads to, None for none."""

    text: str
    face: Face = Face.PLAIN
    to: Target | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A chapter by its slug, and a heading in it, "" for its beginning."""

    chapter: str
    anchor: str = ""


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Of a section (2) or of a part of one (3); `anchor` is its name within the chapter."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Items:
    """A list, each item being blocks of its own."""

    ordered: bool
    items: tuple[tuple[Block, ...], ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said aside."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A head and rows of cells."""

    head: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its name, and what it shows."""

    name: str
    caption: str


@dataclass(frozen=True, slots=True)
class Typed:
    """Lines as they are typed or read, such as a command."""

    text: str


Block = Heading | Paragraph | Items | Remark | Table | Picture | Typed


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter; its slug is the name of its file without the ending."""

    slug: str
    title: str
    blocks: tuple[Block, ...]

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Its headings in their order."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Its pictures in their order."""
        return tuple(block for block in walk(self.blocks) if isinstance(block, Picture))

    @property
    def spans(self) -> Iterator[Span]:
        """Every piece of its text, in order."""
        for block in walk(self.blocks):
            if isinstance(block, Paragraph):
                yield from block.spans
            elif isinstance(block, Table):
                for row in (block.head, *block.rows):
                    for cell in row:
                        yield from cell

    def holds(self, sought: Sought) -> bool:
        """Whether one of its sections has every word that is looked for."""
        return bool(sought) and any(sought.all_in(section) for section in self.sections)

    @property
    def sections(self) -> tuple[str, ...]:
        """Its words, section by section: what stands before the first heading goes with the title."""
        told, lines = [], [self.title]
        for block in self.blocks:
            if isinstance(block, Heading) and block.level <= SECTION:
                told.append("\n".join(lines))
                lines = []
            for one in walk((block,)):
                lines += _lines(one)
        return (*told, "\n".join(lines))


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block, and those within lists and remarks."""
    for block in blocks:
        yield block
        if isinstance(block, Items):
            for item in block.items:
                yield from walk(item)
        elif isinstance(block, Remark):
            yield from walk(block.blocks)


def _lines(block: Block) -> list[str]:
    match block:
        case Heading(_, text, _) | Typed(text):
            return [text]
        case Picture(_, caption):
            return [caption]
        case Paragraph(spans):
            return [said(spans)]
        case Table(head, rows):
            return [said(cell) for row in (head, *rows) for cell in row]
        case _:
            return []


def said(spans: Spans) -> str:
    """A line as bare text."""
    return "".join(span.text for span in spans)
