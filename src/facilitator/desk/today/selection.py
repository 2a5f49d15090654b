"""The middle of the card of a selection: what it is called, what it is about, and how far it has come."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import column, elided, words
from facilitator.meeting import Meeting
from facilitator.meeting.selection.pitches import in_order
from facilitator.words.ballots import counting_words, filling_words, offered
from facilitator.words.figures import Unit, airy, counted, money


def selection_column(desk: Desk, meeting: Meeting) -> QWidget:
    """Projects and money, how people vote; while it runs, what was presented and what was funded."""
    px, held = desk.px, QWidget()
    held.setObjectName("today.selection")
    name = meeting.call.title or meeting.council.name
    box = column(elided(name, "item"), on=held, margins=(px(24), px(20), px(24), px(20)), gap=px(4))
    said = [meeting.format.title.text(desk.lang)]
    if meeting.call.title:
        said.insert(0, meeting.council.name)
    box.addWidget(elided(" · ".join(said), "secondary"))
    box.addSpacing(px(8))
    box.addWidget(words(airy(_slate(desk, meeting)), "lead", wrap=True, name="today.slate"))
    box.addSpacing(px(8))
    for line in _so_far(desk, meeting):
        box.addWidget(words(airy(line), "secondary", wrap=True))
    box.addStretch(1)
    return held


def _slate(desk: Desk, meeting: Meeting) -> str:
    """19 个项目 · 共申请 666,400 元 · 资金 200,000 元."""
    t, lang, slate = desk.t, desk.lang, meeting.slate
    if not slate.standing:
        return t("No project stands for selection yet")
    asked = money(sum(one.asked for one in slate.standing), lang)
    parts = [counted(len(slate.standing), Unit.PROJECTS, lang), t("asked in all {sum}", sum=asked)]
    if slate.budget:
        parts.append(t("Money: {sum}", sum=money(slate.budget, lang)))
    return " · ".join(parts)


def _so_far(desk: Desk, meeting: Meeting) -> list[str]:
    t, lang, pitches = desk.t, desk.lang, meeting.pitches
    found = meeting.outcome.selection
    if found is not None:
        funded = t("{n} of {all} projects funded", n=len(found.funded), all=len(found.lines))
        return [funded] if meeting.outcome.is_announced else [t("The vote is counted")]
    if meeting.ballots.open is not None:
        return [t("The vote on the projects is open")]
    if pitches.held:
        order = in_order(meeting)
        done = sum(bool(pitches.of(one)) and pitches.on != one for one in order)
        lines = [t("{done} of {all} presented", done=done, all=len(order))]
        if pitches.on:
            lines.append(
                t("Presented now: {title}", title=meeting.slate.candidate(pitches.on).title)
            )
        return lines
    budget = meeting.slate.budget
    return [
        filling_words(offered(meeting.terms.ballot, len(meeting.slate.standing)), budget, lang),
        counting_words(meeting.terms.counting, lang),
    ]
