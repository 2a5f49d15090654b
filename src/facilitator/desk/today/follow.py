"""Decisions that somebody is to carry out and that are not done: overdue first, then what is due next."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.today.choice import free_item
from facilitator.desk.widgets import Button, button, card, chip, column, elided, line, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.format import Stage
from facilitator.meeting.items import AddItem
from facilitator.overview import ActionRow, OpenAssignment
from facilitator.words.figures import airy, date_words, short_date
from facilitator.words.moments import due_words
from facilitator.words.titles import title

SOON = 7
"""Days before its date from which a matter is marked."""
MOST = 6
"""Rows that are shown before "show all"."""


Matter = OpenAssignment | ActionRow


def in_order(decided: list[OpenAssignment], actions: list[ActionRow]) -> list[Matter]:
    """Decisions and action groups among one another: overdue first, then what is due next, undated last."""
    if not actions:
        return list(decided)
    return sorted(
        [*decided, *actions],
        key=lambda one: (not one.overdue, one.due is None, one.due or date.max),
    )


class Follow(QFrame):
    """The card; `meeting` is the one that an overdue matter may be put on the agenda of."""

    def __init__(
        self, desk: Desk, found: list[Matter], meeting: Meeting | None, *, everything: bool
    ) -> None:
        super().__init__()
        self._desk, self._meeting = desk, meeting
        self.setObjectName("today.follow")
        self.setProperty("look", "card")
        t, px = desk.t, desk.px
        late = sum(one.overdue for one in found)
        actions = any(isinstance(one, ActionRow) for one in found)
        both = t("Decisions and action groups to follow up")
        said = both if actions else t("Decisions to follow up")
        head = row(words(said, "head"), gap=px(16))
        if late:
            head.addWidget(chip(airy(t.many("{n} overdue", "{n} overdue", late)), "bad", name="today.late"))
        head.addStretch(1)
        if found:
            head.addWidget(words(t("Overdue first"), "secondary"))
        head.setContentsMargins(px(20), px(16), px(20), px(8))
        box = column(head, on=self, gap=0)
        box.setContentsMargins(0, 0, 0, px(8))
        shown = found if everything else found[:MOST]
        for one in shown:
            box.addWidget(line())
            box.addWidget(self._row(one))
        self.more = self._more(len(found) - len(shown))
        if len(found) > len(shown):
            box.addWidget(line())
            box.addWidget(self.more)
        if not found:
            said = t(
                "Nothing waits to be carried out. Who does what by when is noted with each decision."
            )
            empty = words(said, tone="soft", wrap=True)
            empty.setContentsMargins(px(20), px(8), px(20), px(12))
            box.addWidget(empty)
        box.addStretch(1)

    def _more(self, left: int) -> Button:
        t = self._desk.t
        said = airy(t.many("↓ {n} more below", "↓ {n} more below", left))
        return button(said, "quiet", "small", name="today.follow.all")

    def _row(self, one: Matter) -> QWidget:
        px = self._desk.px
        frame = card("late" if one.overdue else "plain-row")
        text = QWidget()
        if isinstance(one, ActionRow):
            title_, said, way = one.title, self._group_said(one), self._look(one)
        else:
            title_, said, way = one.decision.title, self._said(one), self._button(one)
        column(elided(title_, "strong"), elided(said, "secondary"), on=text, gap=0)
        mark = self._chip(one)
        mark.setMinimumWidth(px(96))
        box = row(mark, text, way, on=frame, gap=px(16))
        box.setContentsMargins(px(20), px(14), px(20), px(14))
        box.setStretch(1, 1)
        return frame

    def _group_said(self, one: ActionRow) -> str:
        """Who leads the group, by when, and its first step."""
        t = self._desk.t
        parts = [t("Action group of {name}", name=one.lead_name) if one.lead_name else ""]
        if one.due is not None:
            parts.append(t("to be done by {day}", day=self._day(one.due)))
        parts.append(" ".join(one.first_step.split()))
        return airy(" · ".join(part for part in parts if part))

    def _look(self, one: ActionRow) -> Button:
        desk, t = self._desk, self._desk.t
        look = button(t.within("decision", "Look"), name=f"today.look.{one.meeting}.{one.group}")
        look.setAccessibleName(t("Look: {title}", title=one.title))
        look.clicked.connect(lambda: desk.go("meetings", one.meeting))
        return look

    def _chip(self, one: Matter) -> QLabel:
        t, today = self._desk.t, self._desk.now().date()
        if one.due is None:
            said, look = t("No date"), "plain"
        else:
            soon = (one.due - today).days <= SOON
            said = due_words(one.due, today, self._desk.lang)
            look = "bad" if one.overdue else "warn" if soon else "plain"
        made = chip(said, look)
        made.setAlignment(made.alignment().AlignCenter)
        return made

    def _said(self, one: OpenAssignment) -> str:
        """Who, by when, and what was last reported."""
        t, lang, given = self._desk.t, self._desk.lang, one.decision.assignment
        parts = [given.implementer] if given else []
        if one.due is not None and given is not None:
            day = self._day(one.due)
            if one.due == given.report_by and not given.due:
                parts.append(t("to report on {day}", day=day))
            elif one.due == given.review_on and not given.due:
                parts.append(t("to be looked at on {day}", day=day))
            else:
                parts.append(t("to be done by {day}", day=day))
        if one.progress is not None:
            parts.append(title(one.progress, lang))
        return airy(" · ".join(parts))

    def _day(self, day: date) -> str:
        lang = self._desk.lang
        this_year = day.year == self._desk.now().year
        return short_date(day, lang) if this_year else date_words(day, lang)

    def _button(self, one: OpenAssignment) -> Button:
        desk, decision = self._desk, one.decision
        t, name = desk.t, f"{decision.meeting}.{decision.number}"
        meeting = self._meeting
        if one.overdue and meeting is not None and self._may_add(one, meeting):
            put = button(t("Put on the agenda"), name=f"today.put.{name}")
            put.setToolTip(t("As an item of the next meeting"))
            put.clicked.connect(lambda: self._put(one, meeting))
            return put
        look = button(t.within("decision", "Look"), name=f"today.look.{name}")
        look.setAccessibleName(t("Look: {title}", title=decision.title))
        look.clicked.connect(lambda: desk.go("meetings", decision.meeting))
        return look

    def _may_add(self, one: OpenAssignment, meeting: Meeting) -> bool:
        """Whether the meeting is its body's, still takes items, and has none of that name."""
        decision, stage = one.decision, meeting.phase.stage
        open_ = stage in (Stage.BEFORE, Stage.GATHERING, Stage.RUNNING)
        there = any(item.title == decision.title for item in meeting.agenda.items)
        own = meeting.council.body == decision.body and meeting.id != decision.meeting
        return open_ and own and not there

    def _put(self, one: OpenAssignment, meeting: Meeting) -> None:
        desk, decision = self._desk, one.decision
        add = AddItem(
            meeting=meeting.id,
            item=free_item(meeting),
            title=decision.title,
            text=decision.text,
        )
        if desk.do(add):
            t = desk.t
            desk.done(t("{title} is on the agenda.", title=decision.title))
