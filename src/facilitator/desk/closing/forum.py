"""What came of the day of a forum: in words, and its action groups as a card."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import card, column, words
from facilitator.meeting import Meeting
from facilitator.meeting.forum.wall import TopicState
from facilitator.words.figures import airy, short_date


def what_came(desk: Desk, meeting: Meeting) -> str:
    """The forum is closed: 28 topics, 21 reports, 5 action groups, 1 resolution."""
    t = desk.t
    topics = meeting.wall.topics.values()
    posted = [topic for topic in topics if topic.state is not TopicState.TAKEN_BACK]
    decided = sum(not one.annulled for one in meeting.decisions.all.values())
    parts = [
        t.many("{n} topic", "{n} topics", len(posted)),
        t.many("{n} report", "{n} reports", len(meeting.reports.all)),
        t.many("{n} action group", "{n} action groups", len(meeting.groups.going())),
    ]
    if decided:
        parts.append(t.many("{n} decision", "{n} decisions", decided))
    counts = t.within("between", ", ").join(parts)
    return airy(t("The forum is closed: {counts}", counts=counts))


def groups_card(desk: Desk, meeting: Meeting) -> QFrame | None:
    """The action groups: what each is about, who leads it by when, its first step; None without any."""
    t, px, names = desk.t, desk.px, desk.session.names(meeting)
    if not meeting.groups.going():
        return None
    made = card(name="closed.groups")
    box = column(
        words(t("Action groups"), "head"), on=made, margins=(px(16), px(12), px(16), px(12))
    )
    for group in meeting.groups.going():
        about = [names.get(group.lead, group.lead)]
        if group.due:
            about.append(t("to be done by {day}", day=short_date(group.due, desk.lang)))
        who = words(airy(" · ".join(about)), "small", wrap=True)
        step = words(group.first_step, "secondary", wrap=True)
        box.addLayout(column(words(group.title, "strong", wrap=True), who, step, gap=px(1)))
    return made
