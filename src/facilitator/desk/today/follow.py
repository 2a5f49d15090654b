"""What is followed up next: decisions and action groups, overdue first, then what is due, undated last."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from facilitator import aftermath
from facilitator.aftermath import FollowRow
from facilitator.desk.desk import Desk
from facilitator.desk.followup.agenda import followed_up, next_meeting, put
from facilitator.desk.followup.rows import PUT, act_of, part_of
from facilitator.desk.meeting.asked import only_looking
from facilitator.desk.widgets import Button, button, card, chip, column, elided, line, row, words
from facilitator.meeting.reviews import Progress
from facilitator.words.aftermath import near, overdue_words
from facilitator.words.figures import airy
from facilitator.words.moments import due_words
from facilitator.words.titles import title

SOON = 7
"""Days before its date from which a matter is marked."""
MOST = 6
"""Rows that are shown; the rest is on the page of its own."""


class Follow(QFrame):
    """The card. What is overdue goes on the next agenda of its body by one click."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._today = desk, desk.now().date()
        self.setObjectName("today.follow")
        self.setProperty("look", "card")
        t, px = desk.t, desk.px
        found = aftermath.followups(desk.session, waiting=True, limit=MOST + 1)
        late = aftermath.late(desk.session, self._today)
        groups = any(one.group for one in found)
        both = t("Decisions and action groups to follow up")
        head = row(words(both if groups else t("Decisions to follow up"), "head"), gap=px(16))
        if late:
            said = airy(t.many("{n} overdue", "{n} overdue", late))
            head.addWidget(chip(said, "bad", name="today.late"))
        head.addStretch(1)
        self._add_intakes(head)
        head.setContentsMargins(px(20), px(16), px(20), px(8))
        box = column(head, on=self, gap=0)
        box.setContentsMargins(0, 0, 0, px(8))
        for one in found[:MOST]:
            box.addWidget(line())
            box.addWidget(self._row(one))
        if found:
            box.addWidget(line())
            box.addWidget(self._everything())
        else:
            said = t(
                "Nothing waits to be carried out. Who does what by when is noted with each decision."
            )
            empty = words(said, tone="soft", wrap=True)
            empty.setContentsMargins(px(20), px(8), px(20), px(12))
            box.addWidget(empty)
        box.addStretch(1)

    def _add_intakes(self, head: QHBoxLayout) -> None:
        """How many matters that came in wait, with the way to them; else how the list is sorted."""
        desk, t = self._desk, self._desk.t
        waiting = len(aftermath.intakes(desk.session, waiting=True))
        if waiting:
            said = airy(t.many("{n} matter received waits", "{n} matters received wait", waiting))
            way = button(said, "link", "small", name="today.intakes")
            way.clicked.connect(lambda: desk.go("followup", "", "~intake"))
            head.addWidget(way)
        else:
            head.addWidget(words(t("Overdue first"), "secondary"))

    def _everything(self) -> Button:
        desk, t = self._desk, self._desk.t
        made = button(t("All that is followed up"), "link", "small", name="today.follow.all")
        made.clicked.connect(lambda: desk.go("followup"))
        return made

    def _row(self, one: FollowRow) -> QWidget:
        px = self._desk.px
        frame = card("late" if one.overdue(self._today) else "plain-row")
        text = QWidget()
        column(elided(one.title, "strong"), elided(self._said(one), "secondary"), on=text, gap=0)
        mark = self._chip(one)
        mark.setMinimumWidth(px(96))
        box = row(mark, text, self._button(one), on=frame, gap=px(16))
        box.setContentsMargins(px(20), px(14), px(20), px(14))
        box.setStretch(1, 1)
        return frame

    def _chip(self, one: FollowRow) -> QLabel:
        t, today = self._desk.t, self._today
        if one.next_day is None:
            said, look = t("No date"), "plain"
        else:
            soon = (one.next_day - today).days <= SOON
            late = airy(overdue_words(one, today, self._desk.lang))
            said = late or due_words(one.next_day, today, self._desk.lang)
            look = "bad" if one.overdue(today) else "warn" if soon else "plain"
        made = chip(said, look)
        made.setAlignment(made.alignment().AlignCenter)
        return made

    def _said(self, one: FollowRow) -> str:
        """Who, by when, what was last reported; of a group its first step until something is reported."""
        t, lang = self._desk.t, self._desk.lang
        matter = self._desk.session.matter(one.meeting, one.decision, one.group)
        given = matter.assignment if matter else None
        lead = one.group and one.lead_name and not one.implementer
        who = t("Action group of {name}", name=one.lead_name) if lead else one.implementer
        parts = [who]
        if one.next_day is not None:
            parts.append(self._day_words(one, given.report_by if given else None))
        if one.progress is not None:
            parts.append(title(Progress(one.progress), lang))
        elif one.group and given is not None:
            parts.append(" ".join(given.task.split()))
        return airy(" · ".join(part for part in parts if part))

    def _day_words(self, one: FollowRow, report_by: date | None) -> str:
        t = self._desk.t
        assert one.next_day is not None
        day = near(one.next_day, self._today, self._desk.lang)
        if one.next_day == one.review_on:
            return t("to be looked at on {day}", day=day)
        if one.next_day == report_by:
            return t("to report on {day}", day=day)
        return t("to be done by {day}", day=day)

    def _button(self, one: FollowRow) -> Button:
        """What is overdue goes on an agenda, if there is one; anything else is looked at."""
        desk, t = self._desk, self._desk.t
        name = f"{one.meeting}.{one.matter.replace('/', '.')}"
        meeting = next_meeting(desk, one.body, but=one.meeting)
        may = act_of(one) == PUT and not only_looking(desk)
        if one.overdue(self._today) and may and meeting is not None:
            made = button(t("Put on the agenda"), name=f"today.put.{name}")
            made.setToolTip(t("As an item of the next meeting"))
            made.clicked.connect(
                lambda: put(desk, followed_up(desk, one, meeting.call.lang), meeting)
            )
            return made
        look = button(t.within("decision", "Look"), name=f"today.look.{name}")
        look.setAccessibleName(t("Look: {title}", title=one.title))
        look.clicked.connect(lambda: desk.go("followup", "", part_of(one)))
        return look
