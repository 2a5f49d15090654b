"""Panels for what changes about a matter: another day, somebody else, a day to look at it again."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QCompleter, QWidget

from facilitator import aftermath
from facilitator.aftermath import FollowRow
from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.followup.form import MatterPanel
from facilitator.desk.widgets import words
from facilitator.followup.carrying import ChangeDue, HandOver, PlanReview
from facilitator.followup.standing import standing_of
from facilitator.words.figures import airy, date_words

MONTH, YEAR = timedelta(days=30), timedelta(days=365)
KNOWN = 200
"""Matters in which names of implementers are looked for."""


class DuePanel(MatterPanel):
    """It is to be done by another day, and why; the old day stays readable."""

    def __init__(self, desk: Desk, parent: QWidget, matter: FollowRow) -> None:
        t = desk.t
        super().__init__(desk, parent, matter, t("Another day"))
        self.setObjectName("due")
        due = standing_of(self.case.matter, self.case).due
        now = t(
            "Due until now: {day}", day=date_words(due, desk.lang) if due else t("no day named")
        )
        self.form.addWidget(words(airy(now), wrap=True))
        near = max(due or self.today, self.today) + MONTH
        self.due = DayField(desk, t("New day"), None, "due.day", near)
        self.add_days(self.due)
        self.reason = self.add_line(t("Reason"), "due.reason")
        self.finish(t("Set the new day"), self._send, name="due.done")
        self.settle()
        self.due.setFocus()

    def _send(self) -> None:
        if not self.days_right(self.due):
            return
        if self.due.day is None:
            t = self.desk.t
            self.wrong(t("Enter the new day."))
            self.due.setFocus()
            return
        self.send(self.command(ChangeDue, due=self.due.day, reason=self.reason.text()))


class HandOverPanel(MatterPanel):
    """Somebody else carries it out from now on."""

    def __init__(self, desk: Desk, parent: QWidget, matter: FollowRow) -> None:
        t = desk.t
        super().__init__(desk, parent, matter, t("Hand over"))
        self.setObjectName("hand-over")
        now = matter.implementer or matter.lead_name or t("nobody named")
        self.form.addWidget(words(airy(t("Carried out until now by: {who}", who=now)), wrap=True))
        self.who = self.add_line(t("From now on carried out by"), "hand-over.who")
        self.who.setCompleter(QCompleter(known_implementers(desk, matter.body), self))
        self.reason = self.add_line(t("Reason"), "hand-over.reason")
        self.finish(t("Hand it over"), self._send, name="hand-over.done")
        self.settle()
        self.who.setFocus()

    def _send(self) -> None:
        self.send(self.command(HandOver, implementer=self.who.text(), reason=self.reason.text()))


class ReviewPanel(MatterPanel):
    """It is looked at again on a day, also long after it was done: gardens fall apart when nobody looks."""

    def __init__(self, desk: Desk, parent: QWidget, matter: FollowRow) -> None:
        t = desk.t
        super().__init__(desk, parent, matter, t("Look at it again"))
        self.setObjectName("review")
        said = t("On that day it stands among what is due, also when it was done long before.")
        self.form.addWidget(words(said, "secondary", wrap=True))
        planned = standing_of(self.case.matter, self.case).review_on
        self.on = DayField(desk, t("Looked at again on"), planned, "review.day", self.today + YEAR)
        self.add_days(self.on)
        self.what = self.add_line(t("What to look at (may stay empty)"), "review.what")
        self.finish(t("Set the day"), self._send, name="review.done")
        self.settle()
        self.on.setFocus()

    def _send(self) -> None:
        if not self.days_right(self.on):
            return
        if self.on.day is None:
            t = self.desk.t
            self.wrong(t("Enter the day."))
            self.on.setFocus()
            return
        self.send(self.command(PlanReview, on=self.on.day, what=self.what.text()))


def known_implementers(desk: Desk, body: str) -> list[str]:
    """Who carries out something for a body, and its members."""
    rows = aftermath.followups(desk.session, body=body, limit=KNOWN)
    named = [one.implementer for one in rows if one.implementer]
    people = [one.name for one in desk.session.body(body).people.values() if one is not None]
    return list(dict.fromkeys([*named, *sorted(people)]))
