"""Reads the chapters of a language from `resources/manual`, in the order of their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode as Node

from facilitator.manual.keys import keys_chapter
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
    said,
)
from facilitator.places import resources

PICTURE = "picture:"
_NAME = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_FACES = {"strong": Face.NAME, "em": Face.STRESSED}


class ManualFault(ValueError):
    """A chapter holds what no chapter may hold: our own mistake, found by the tests."""


def manual_folder() -> Path:
    """Where the chapters and their pictures lie."""
    return resources() / "manual"


@cache
def chapters(lang: str) -> tuple[Chapter, ...]:
    """Every chapter of a language, the one of the keys included, in order."""
    written = [
        read_chapter(path.stem, path.read_text(encoding="utf-8"))
        for path in (manual_folder() / lang).glob("[0-9]*.md")
    ]
    return tuple(sorted([*written, keys_chapter(lang)], key=lambda chapter: chapter.slug))


def read_chapter(slug: str, text: str) -> Chapter:
    """One chapter from its Markdown; `ManualFault` for what is not of a chapter."""
    nodes = Node(_markdown().parse(text)).children
    if not nodes or nodes[0].tag != "h1":
        raise ManualFault(f"{slug}: the first line must be the title")
    taken: set[str] = set()
    blocks = tuple(_block(node, slug, taken) for node in nodes[1:])
    return Chapter(slug, said(_line(nodes[0], slug)), blocks)


def picture_path(lang: str, name: str) -> Path:
    """The file of a picture, there or not."""
    return manual_folder() / "pictures" / lang / f"{name}.png"


def anchor_of(text: str) -> str:
    """The name of a heading in links: small letters, words joined by hyphens, no marks."""
    return re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", text.strip().lower()))


@cache
def _markdown() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": False}).enable("table")
    made.inline.ruler.before("emphasis", "name", _name)
    return made


def _name(state: StateInline, silent: bool) -> bool:
    """Read `**…**` wherever it stands: Markdown's own rule wants spaces that Chinese does not write."""
    found = _NAME.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        end = state.posMax
        state.push("strong_open", "strong", 1)
        state.pos, state.posMax = found.span(1)
        state.md.inline.tokenize(state)
        state.push("strong_close", "strong", -1)
        state.posMax = end
    state.pos = found.end()
    return True


def _block(node: Node, slug: str, taken: set[str]) -> Block:
    match node.type:
        case "heading":
            return _heading(node, slug, taken)
        case "paragraph":
            return _paragraph(node, slug)
        case "bullet_list" | "ordered_list":
            items = tuple(_blocks(item.children, slug, taken) for item in node.children)
            start = int(node.attrs.get("start", 1))
            return Items(node.type == "ordered_list", items, start)
        case "blockquote":
            return Remark(_blocks(node.children, slug, taken))
        case "table":
            rows = [_cells(row, slug) for part in node.children for row in part.children]
            return Table(rows[0], tuple(rows[1:]))
        case "fence" | "code_block":
            return Typed(node.content.rstrip("\n"))
    raise ManualFault(f"{slug}: {node.type} is nothing that a chapter is made of")


def _blocks(nodes: Iterable[Node], slug: str, taken: set[str]) -> tuple[Block, ...]:
    return tuple(_block(node, slug, taken) for node in nodes)


def _heading(node: Node, slug: str, taken: set[str]) -> Heading:
    text = said(_line(node, slug))
    wanted = anchor = anchor_of(text)
    if node.tag not in ("h2", "h3") or not wanted:
        raise ManualFault(f"{slug}: {node.tag} “{text}” is no heading of a chapter")
    more = 1
    while anchor in taken:
        anchor, more = f"{wanted}-{more}", more + 1
    taken.add(anchor)
    return Heading(int(node.tag[1:]), text, anchor)


def _paragraph(node: Node, slug: str) -> Block:
    pieces = node.children[0].children
    if len(pieces) != 1 or pieces[0].type != "image":
        return Paragraph(_line(node, slug))
    source = str(pieces[0].attrs["src"])
    if not source.startswith(PICTURE):
        raise ManualFault(f"{slug}: {source} is no picture of the manual")
    return Picture(source.removeprefix(PICTURE), pieces[0].content)


def _cells(row: Node, slug: str) -> tuple[Spans, ...]:
    return tuple(_line(cell, slug) for cell in row.children)


def _line(node: Node, slug: str) -> Spans:
    return tuple(_spans(node.children[0].children, slug, Face.PLAIN, None)) if node.children else ()


def _spans(nodes: Iterable[Node], slug: str, face: Face, to: Target | None) -> Iterator[Span]:
    for node in nodes:
        match node.type:
            case "text":
                if node.content:
                    yield Span(node.content, face, to)
            case "softbreak":
                yield Span(" ", face, to)
            case "code_inline":
                yield Span(node.content, Face.KEY, to)
            case "strong" | "em":
                yield from _spans(node.children, slug, _FACES[node.type], to)
            case "link":
                yield from _spans(node.children, slug, face, _target(node, slug))
            case _:
                raise ManualFault(f"{slug}: {node.type} within a line")


def _target(node: Node, slug: str) -> Target:
    file, _, anchor = unquote(str(node.attrs["href"])).partition("#")
    if file and not re.fullmatch(r"[0-9]+-[\w-]+\.md", file):
        raise ManualFault(f"{slug}: a link to {file}, which is no chapter")
    return Target(file.removesuffix(".md") or slug, anchor)
