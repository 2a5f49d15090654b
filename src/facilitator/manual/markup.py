"""A chapter as HTML: the same for the page that is saved and for the window, but for what differs below."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from facilitator.manual.model import (
    Block,
    Chapter,
    Face,
    Heading,
    Items,
    Paragraph,
    Picture,
    Remark,
    Span,
    Spans,
    Table,
    Target,
    Typed,
)

_TAGS = {Face.NAME: "b", Face.STRESSED: "em", Face.KEY: "kbd"}


class Markup:
    """Every word is escaped; whoever shows it says what links, headings, pictures and remarks look like."""

    def chapter(self, chapter: Chapter) -> str:
        """The chapter, its title included."""
        title = self.head(1, chapter.title, Target(chapter.slug))
        return f"{title}\n{self.blocks(chapter.slug, chapter.blocks)}"

    def blocks(self, slug: str, blocks: Iterable[Block]) -> str:
        """Blocks one after another."""
        return "\n".join(self._block(slug, block) for block in blocks)

    def head(self, level: int, text: str, at: Target) -> str:
        """A heading that links lead to."""
        return f'<h{level} id="{escape(place_of(at))}">{escape(text)}</h{level}>'

    def address(self, to: Target) -> str:
        """Where a link leads."""
        return f"#{place_of(to)}"

    def picture(self, one: Picture) -> str:
        """A picture with what it shows beneath it."""
        raise NotImplementedError

    def remark(self, inside: str) -> str:
        """What is said aside."""
        return f"<blockquote>{inside}</blockquote>"

    def table(self, head: str, rows: Iterable[str]) -> str:
        """A table of rows that are markup already."""
        return f"<table><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>"

    def spans(self, spans: Spans) -> str:
        """A line."""
        return "".join(self._span(span) for span in spans)

    def _block(self, slug: str, block: Block) -> str:
        match block:
            case Heading(level, text, anchor):
                return self.head(level, text, Target(slug, anchor))
            case Paragraph(spans):
                return f"<p>{self.spans(spans)}</p>"
            case Items(ordered, items, start):
                tag = "ol" if ordered else "ul"
                first = f' start="{start}"' if start != 1 else ""
                inner = "\n".join(f"<li>{self._item(slug, item)}</li>" for item in items)
                return f"<{tag}{first}>\n{inner}\n</{tag}>"
            case Remark(blocks):
                return self.remark(self.blocks(slug, blocks))
            case Table(head, rows):
                return self.table(self._row("th", head), [self._row("td", row) for row in rows])
            case Picture():
                return self.picture(block)
            case Typed(text):
                return f"<pre>{escape(text)}</pre>"

    def _item(self, slug: str, item: tuple[Block, ...]) -> str:
        if len(item) == 1 and isinstance(item[0], Paragraph):
            return self.spans(item[0].spans)
        return self.blocks(slug, item)

    def _row(self, tag: str, cells: Iterable[Spans]) -> str:
        return "<tr>" + "".join(f"<{tag}>{self.spans(cell)}</{tag}>" for cell in cells) + "</tr>"

    def _span(self, span: Span) -> str:
        text = escape(span.text)
        if tag := _TAGS.get(span.face):
            text = f"<{tag}>{text}</{tag}>"
        return f'<a href="{escape(self.address(span.to))}">{text}</a>' if span.to else text


def place_of(at: Target) -> str:
    """The name of a place in a page that holds every chapter."""
    return f"{at.chapter}--{at.anchor}" if at.anchor else at.chapter
