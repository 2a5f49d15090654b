"""Panels of the slate: putting a project right, withdrawing one with the reason, the money to give away."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.desk.closing.money import NoMoney, read_fen, show_yuan
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.reason import ReasonPanel
from facilitator.desk.panel import Panel
from facilitator.desk.prepare.fields import labelled
from facilitator.desk.selection.counter import Counts
from facilitator.desk.widgets import row, words
from facilitator.meeting import Meeting
from facilitator.meeting.selection.reinstating import ReinstateCandidate
from facilitator.meeting.selection.slate import (
    MOST_TITLE,
    ChangeCandidate,
    SetBudget,
    WithdrawCandidate,
)


class CountedReason(Counts, ReasonPanel):
    """After the count, all is counted anew with it."""


def text_field(name: str, text: str = "", hint: str = "") -> QLineEdit:
    """A field for a short text."""
    field = QLineEdit(text)
    field.setObjectName(name)
    field.setMaxLength(MOST_TITLE)
    field.setPlaceholderText(hint)
    field.setCursorPosition(0)
    return field


def fresh_project(meeting: Meeting) -> str:
    """An id for a new project that none on the slate has."""
    number = 1 + len(meeting.slate.all)
    while f"p{number}" in meeting.slate.all:
        number += 1
    return f"p{number}"


class ProjectPanel(Panel):
    """A project was written down wrongly, or asks for another sum; the reason stands in the record."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str, candidate: str) -> None:
        t, px = desk.t, desk.px
        super().__init__(desk, t("Change the project"), parent, width=560)
        self.setObjectName("project")
        self.meeting_id = meeting
        self._old = desk.session.meeting(meeting).slate.candidate(candidate)
        self.title = text_field("project.title", self._old.title)
        self.place = text_field("project.place", self._old.place)
        self.asked = text_field("project.asked", show_yuan(self._old.asked))
        self.own = text_field("project.own", show_yuan(self._old.own))
        self.reason = text_field("project.reason")
        self.body.addLayout(labelled(desk, t("Title"), self.title))
        self.body.addLayout(labelled(desk, t("Place"), self.place))
        sums = row(
            labelled(desk, t("Asks for (yuan)"), self.asked),
            labelled(desk, t("Brings itself (yuan)"), self.own),
            gap=px(12),
        )
        self.body.addLayout(sums)
        self.body.addLayout(labelled(desk, t("Reason"), self.reason))
        self.finish(t("Change"), self._send, name="project.done")
        self.title.setFocus()

    def _send(self) -> None:
        sums: list[int] = []
        for field in (self.asked, self.own):
            try:
                sums.append(read_fen(field.text()))
            except NoMoney:
                self.wrong(self.desk.t("“{text}” is no amount of money.", text=field.text()))
                field.setFocus()
                return
        new = msgspec.structs.replace(
            self._old,
            title=self.title.text(),
            place=self.place.text(),
            asked=sums[0],
            own=sums[1],
        )
        reason = self.reason.text()
        self.send(ChangeCandidate(meeting=self.meeting_id, candidate=new, reason=reason))


class BudgetPanel(Panel):
    """How much money there is."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t = desk.t
        super().__init__(desk, t("Money to give away"), parent, width=440)
        self.setObjectName("budget")
        self.meeting_id = meeting
        budget = desk.session.meeting(meeting).slate.budget
        self.sum = text_field("budget.sum", show_yuan(budget), t("e.g. 200000"))
        self.body.addLayout(labelled(desk, t("Yuan in all"), self.sum))
        note = t(
            "All projects that are chosen are paid from it. It is fixed once the vote is opened."
        )
        self.body.addWidget(words(note, "secondary", wrap=True))
        self.finish(t("Set"), self._send, name="budget.done")
        self.sum.setFocus()
        self.sum.selectAll()

    def _send(self) -> None:
        try:
            fen = read_fen(self.sum.text())
        except NoMoney:
            self.wrong(self.desk.t("“{text}” is no amount of money.", text=self.sum.text()))
            self.sum.setFocus()
            return
        self.send(SetBudget(meeting=self.meeting_id, budget=fen))


def withdraw_panel(desk: Desk, parent: QWidget, meeting: str, candidate: str) -> CountedReason:
    """A project no longer stands; it stays readable with the reason."""
    t = desk.t
    one = desk.session.meeting(meeting).slate.candidate(candidate)
    note = t("It stays on the list with its number, struck out, and cannot be chosen any more.")
    return CountedReason(
        desk,
        parent,
        t("Withdraw “{title}”", title=one.title),
        lambda reason: WithdrawCandidate(meeting=meeting, candidate=candidate, reason=reason),
        done=t("Withdraw"),
        note=note,
    )


def reinstate_panel(desk: Desk, parent: QWidget, meeting: str, candidate: str) -> CountedReason:
    """A project was withdrawn by mistake."""
    t = desk.t
    one = desk.session.meeting(meeting).slate.candidate(candidate)
    return CountedReason(
        desk,
        parent,
        t("“{title}” stands again", title=one.title),
        lambda reason: ReinstateCandidate(meeting=meeting, candidate=candidate, reason=reason),
        done=t("It stands again"),
    )
