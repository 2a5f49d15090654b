"""Topic cards (议题卡) for a wall of paper: two to a sheet, number and title to be read from the back."""

from __future__ import annotations

from facilitator.meeting.forum.wall import HELD_OR_NOT, Topic
from facilitator.papers.kinds.clerk import Clerk, chosen, clerk, nothing, write
from facilitator.papers.kinds.forum import conveners, fate, number, topics, where
from facilitator.papers.material import Material
from facilitator.papers.model import Card, Cards, Layout, Paper

WHY_SHOWN = 90
"""Characters of the reason that have room on a card; the wall on the screen has all of it."""


def cards(material: Material) -> list[Paper]:
    """A card for every topic that stands for itself; refused (`nothing-to-print`) when there is none."""
    chosen(material, ())
    c = clerk(material)
    t = c.t
    found = [topic for topic in topics(c, "cards") if topic.state in HELD_OR_NOT]
    if not found:
        raise nothing("cards")
    block = Cards(tuple(_card(c, topic) for topic in found))
    title = t.within("paper", "Topic cards")
    return [write(c, "cards", Layout.CARDS, title, [block], marked="")]


def _card(c: Clerk, topic: Topic) -> Card:
    t = c.t
    lines = [(t("Convener"), conveners(c, topic))]
    why = c.told(topic.why).replace("\n", " ")
    if why:
        shown = why if len(why) <= WHY_SHOWN else why[:WHY_SHOWN].rstrip("，、,;； ") + "…"
        lines.append((t.within("topic", "Why"), shown))
    return Card(
        number=number(topic),
        title=topic.title,
        right=c.joined(
            where(c, topic) or fate(c, topic), t("Sample") if c.meeting.council.sample else ""
        ),
        lines=tuple(lines),
    )
