"""The chapter of the keys, made from the one table of actions, so that it cannot be behind it."""

from __future__ import annotations

from facilitator.manual.model import Block, Chapter, Face, Heading, Paragraph, Span, Table
from facilitator.words.actions import acts_with_keys, key_of
from facilitator.words.tongue import tongue

SLUG = "90-keys"


def keys_chapter(lang: str) -> Chapter:
    """Every key of the program, by where it works."""
    t = tongue(lang)
    intro = t(
        "Everything that the program can do can be done without a mouse. Tab goes from one field to the "
        "next, Enter presses the button that is marked, Esc closes what lies over the page. Besides, there "
        "are these keys."
    )
    blocks: list[Block] = [Paragraph((Span(intro),))]
    head = ((Span(t("Key")),), (Span(t("What it does")),))
    for number, (room, acts) in enumerate(acts_with_keys(), 1):
        rows = tuple(
            ((Span(key_of(act.name), Face.KEY),), (Span(t(act.text).rstrip("…")),)) for act in acts
        )
        blocks += [Heading(2, t(room), f"keys-{number}"), Table(head, rows)]
    return Chapter(SLUG, t("All keys"), tuple(blocks))
