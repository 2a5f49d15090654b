"""The middle of the card: which meeting it is, and its agenda with durations and states."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import chip, column, elided, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.agenda import Item, ItemState
from facilitator.words.figures import Unit, airy, counted
from facilitator.words.matters import meeting_words
from facilitator.words.titles import title

MOST = 6
"""Items that are shown; of more it is said how many."""
CHIPS = {ItemState.IN_HAND: "accent", ItemState.WITHDRAWN: "plain", ItemState.POSTPONED: "plain"}


def agenda_column(desk: Desk, meeting: Meeting) -> QWidget:
    """Body, number of the meeting, and what it is about; of a forum or a selection how far it has come."""
    if meeting.format.has("wall"):
        from facilitator.desk.today.forum import forum_column

        return forum_column(desk, meeting)
    if meeting.format.has("slate"):
        from facilitator.desk.today.selection import selection_column

        return selection_column(desk, meeting)
    t, px, lang = desk.t, desk.px, desk.lang
    held, items = QWidget(), meeting.agenda.items
    held.setObjectName("today.agenda")
    name = meeting.call.title or meeting.council.name
    box = column(elided(name, "item"), on=held, margins=(px(24), px(20), px(24), px(20)), gap=0)
    box.addSpacing(px(4))
    said = [airy(meeting_words(meeting, lang))]
    if meeting.call.title:
        said.insert(0, meeting.council.name)
    box.addWidget(elided(" · ".join([*said, _length(desk, items)]), "secondary"))
    box.addSpacing(px(8))
    first, shown = _window(items)
    if first:
        box.addWidget(
            words(airy(t.many("{n} item before", "{n} items before", first)), "secondary")
        )
    for item in shown:
        box.addLayout(_line(desk, item))
    if rest := len(items) - first - len(shown):
        more = t.many("and {n} item more", "and {n} items more", rest)
        box.addWidget(words(airy(more), "secondary"))
    if not items:
        box.addWidget(words(t("Nothing is on the agenda yet."), tone="soft", wrap=True))
    box.addStretch(1)
    return held


def _window(items: list[Item]) -> tuple[int, list[Item]]:
    """How many are left out at the beginning, and those that are shown: the one in hand among them."""
    if len(items) <= MOST:
        return 0, items
    at = next((n for n, item in enumerate(items) if item.state is ItemState.IN_HAND), 0)
    first = max(0, min(at - 1, len(items) - MOST))
    return first, items[first : first + MOST]


def _length(desk: Desk, items: list[Item]) -> str:
    t, lang = desk.t, desk.lang
    number = counted(len(items), Unit.ITEMS, lang)
    minutes = sum(item.minutes for item in items)
    if not minutes:
        return airy(t("agenda: {items}", items=number))
    length = counted(minutes, Unit.MINUTES, lang)
    return airy(t("agenda: {items}, about {minutes}", items=number, minutes=length))


def _line(desk: Desk, item: Item) -> QHBoxLayout:
    px, lang = desk.px, desk.lang
    number = words(str(item.number), "strong", "soft")
    number.setFixedWidth(px(24))
    pieces: list[QWidget] = [number, elided(item.title)]
    if item.state in CHIPS:
        pieces.append(chip(title(item.state, lang), CHIPS[item.state]))
    elif item.state is ItemState.DONE:
        pieces.append(_done(desk))
    if item.minutes:
        pieces.append(words(airy(counted(item.minutes, Unit.MINUTES, lang)), tone="soft"))
    line = row(*pieces, gap=px(8))
    line.setStretch(1, 1)
    line.setContentsMargins(0, px(4), 0, px(4))
    return line


def _done(desk: Desk) -> QLabel:
    sign = QLabel()
    sign.setPixmap(desk.theme.pixmap("check", "good_ink", 18))
    sign.setAccessibleName(title(ItemState.DONE, desk.lang))
    return sign
