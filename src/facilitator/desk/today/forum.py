"""The middle of the card of a forum: what it is called, its question, and how far it has come."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import local
from facilitator.desk.widgets import column, elided, words
from facilitator.meeting import Meeting
from facilitator.meeting.forum.reports import missing
from facilitator.words.figures import airy
from facilitator.words.forum import slot_times, slot_title

MOST = 5
"""Rounds that are shown."""


def forum_column(desk: Desk, meeting: Meeting) -> QWidget:
    """Before it runs its rounds as planned, then what has come together."""
    t, px, held = desk.t, desk.px, QWidget()
    held.setObjectName("today.forum")
    name = meeting.call.title or meeting.council.name
    box = column(elided(name, "item"), on=held, margins=(px(24), px(20), px(24), px(20)), gap=px(4))
    said = [meeting.format.title.text(desk.lang)]
    if meeting.call.title:
        said.insert(0, meeting.council.name)
    box.addWidget(elided(" · ".join(said), "secondary"))
    question = meeting.theme.question or t("There is no theme question yet.")
    tone = "" if meeting.theme.question else "soft"
    box.addSpacing(px(8))
    box.addWidget(words(question, "lead", tone, wrap=True, name="today.theme"))
    box.addSpacing(px(8))
    lines = _so_far(desk, meeting) if meeting.wall.topics else _rounds(desk, meeting)
    for line in lines:
        box.addWidget(words(airy(line), "secondary", wrap=True))
    box.addStretch(1)
    return held


def _rounds(desk: Desk, meeting: Meeting) -> list[str]:
    t, matrix, lang = desk.t, meeting.matrix, desk.lang
    if not matrix.slots:
        return [t("Places and rounds are still missing")]
    lines = [
        t("{places} places, {slots} rounds", places=len(matrix.places), slots=len(matrix.slots))
    ]
    for slot in list(matrix.slots.values())[:MOST]:
        times = slot_times(slot, lang, lambda at: local(meeting, at))
        lines.append(f"{slot_title(matrix, slot.id, lang)}  {times}")
    return lines


def _so_far(desk: Desk, meeting: Meeting) -> list[str]:
    t, topics = desk.t, meeting.wall.counted()
    up = len(meeting.wall.on_wall())
    lines = [
        t.many("{n} topic, {up} on the wall", "{n} topics, {up} on the wall", len(topics), up=up)
    ]
    held, slots = len(meeting.rounds.held), len(meeting.matrix.slots)
    if held:
        lines.append(t("{held} of {slots} rounds begun or held", held=held, slots=slots))
    if meeting.reports.all or missing(meeting):
        reports = len(meeting.reports.all)
        lacking = len(missing(meeting))
        lines.append(
            t.many(
                "{n} report on the news wall, {lacking} missing",
                "{n} reports on the news wall, {lacking} missing",
                reports,
                lacking=lacking,
            )
        )
    if groups := meeting.groups.going():
        lines.append(t.many("{n} action group", "{n} action groups", len(groups)))
    return lines
