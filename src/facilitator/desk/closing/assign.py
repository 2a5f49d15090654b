"""A panel that gives a decision to somebody to carry out, or corrects to whom it was given."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from facilitator.desk.closing.days import DayField
from facilitator.desk.closing.money import NoMoney, read_fen, show_yuan
from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import column, row, scrolling, words
from facilitator.meeting import Meeting
from facilitator.meeting.decisions import Assign, Assignment, CorrectAssignment, Decision
from facilitator.words.figures import airy, money
from facilitator.words.outcomes import decision_words

MONTH = timedelta(days=30)
"""Where the calendar opens: most things are due in a month or later."""


class AssignPanel(Panel):
    """Who carries it out, by when, with what money, and when they report; all but the first may be empty."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str, decision_number: int) -> None:
        t = desk.t
        meeting = desk.session.meeting(meeting_id)
        decision = meeting.decisions.decision(decision_number)
        name = decision_words(decision.number, desk.lang)
        given = decision.assignment
        title = t("{decision}: correct who carries it out", decision=name)
        if given is None:
            title = t("{decision}: who carries it out", decision=name)
        super().__init__(desk, airy(title), parent, width=640)
        self.setObjectName("assign")
        self.meeting_id, self._number, self._corrects = meeting_id, decision.number, bool(given)
        inner = QWidget()
        self._inner = column(on=inner, margins=(0, 0, desk.px(12), 0), gap=desk.px(12))
        self._fields(meeting, decision, given or Assignment(implementer=_usual(desk, meeting)))
        if given is not None:
            self._reason = self._line("assign.reason")
            self._inner.addLayout(self._labelled(t("Reason for the correction"), self._reason))
        area = scrolling(inner)
        area.setAccessibleName(self.windowTitle())
        self.body.addWidget(area)
        room = self.screen().availableGeometry().height() - desk.px(240)
        area.setMinimumHeight(max(desk.px(160), min(inner.sizeHint().height() + 2, room)))
        done = t("Record the correction") if given else t("Record it")
        self.finish(done, self._send, name="assign.done")
        self._implementer.setFocus()
        self._implementer.selectAll()

    def _fields(self, meeting: Meeting, decision: Decision, told: Assignment) -> None:
        t, px = self.desk.t, self.desk.px
        self._implementer = self._line("assign.implementer", told.implementer)
        self._implementer.setCompleter(QCompleter(_known(self.desk, meeting), self))
        self._inner.addLayout(self._labelled(t("Carried out by"), self._implementer))
        self._task = QPlainTextEdit(told.task)
        self._task.setObjectName("assign.task")
        self._task.setTabChangesFocus(True)
        self._task.setFixedHeight(px(72))
        more = t("What is to be done, if the decision does not say it (may stay empty)")
        self._inner.addLayout(self._labelled(more, self._task))
        made = decision.made.at.astimezone(meeting.call.planned.tzinfo).date()
        self._begins = self._day(t("Begins"), told.begins, "assign.begins", made)
        self._due = self._day(t("To be done by"), told.due, "assign.due", made + MONTH)
        self._report = self._day(t("To report by"), told.report_by, "assign.report", made + MONTH)
        self._review = self._day(t("Looked at again on"), told.review_on, "assign.review", made)
        self._inner.addLayout(_pair(self._due, self._begins, px(16)))
        self._inner.addLayout(_pair(self._report, self._review, px(16)))
        self._money = self._line("assign.money", show_yuan(told.money_fen))
        self._money.textChanged.connect(self._say_money)
        self._amount = words("", "small", name="assign.money.says")
        self._source = self._line("assign.source", told.money_source)
        left = self._labelled(t("Money in yuan"), self._money)
        left.addWidget(self._amount)
        right = self._labelled(t("From what funds"), self._source)
        right.addStretch(1)
        both = row(gap=px(16))
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        self._inner.addLayout(both)
        self._say_money()

    def _line(self, name: str, text: str = "") -> QLineEdit:
        made = QLineEdit(text)
        made.setObjectName(name)
        made.setCursorPosition(0)
        return made

    def _labelled(self, said: str, field: QWidget) -> QVBoxLayout:
        label = words(said, wrap=True)
        label.setBuddy(field)
        field.setAccessibleName(said)
        return column(label, field, gap=self.desk.px(4))

    def _day(self, title: str, day: date | None, name: str, near: date) -> DayField:
        return DayField(self.desk, title, day, name, near)

    def _say_money(self) -> None:
        """Say the amount again as it will stand in the papers, so that a nought too many is seen."""
        t = self.desk.t
        try:
            fen = read_fen(self._money.text())
            said, wrong = (airy(money(fen, self.desk.lang)) if fen else ""), False
        except NoMoney:
            said, wrong = t("no amount of money"), True
        self._amount.setText(said)
        self._money.setProperty("wrong", "true" if wrong else "false")
        self._money.style().unpolish(self._money)
        self._money.style().polish(self._money)

    def _send(self) -> None:
        t = self.desk.t
        for field in (self._due, self._begins, self._report, self._review):
            if field.wrong:
                self.wrong(field.wrong)
                field.setFocus()
                return
        try:
            fen = read_fen(self._money.text())
        except NoMoney:
            self.wrong(t("The money cannot be read. Write it like 3500, 3500.50 or 15000."))
            self._money.setFocus()
            return
        told = Assignment(
            implementer=self._implementer.text(),
            task=self._task.toPlainText(),
            begins=self._begins.day,
            due=self._due.day,
            report_by=self._report.day,
            review_on=self._review.day,
            money_fen=fen,
            money_source=self._source.text(),
        )
        first = Assign(meeting=self.meeting_id, decision=self._number, assignment=told)
        if not self._corrects:
            self.send(first)
            return
        fields = msgspec.structs.asdict(first)
        self.send(CorrectAssignment(**fields, reason=self._reason.text()))


def _usual(desk: Desk, meeting: Meeting) -> str:
    """Who carries decisions out by the charter; in the language of the meeting, whose papers it stands on."""
    executor = meeting.charter.executor
    return executor.text(meeting.call.lang) if executor else ""


def _known(desk: Desk, meeting: Meeting) -> list[str]:
    """Whom one may mean: who was named before, the charter's executor, the people of the meeting."""
    named = [d.assignment.implementer for d in meeting.decisions.all.values() if d.assignment]
    usual = _usual(desk, meeting)
    people = sorted(desk.session.names(meeting).values())
    return list(dict.fromkeys([*named, *([usual] if usual else []), *people]))


def _pair(left: QWidget, right: QWidget, gap: int) -> QVBoxLayout:
    both = row(gap=gap)
    both.addWidget(left, 1)
    both.addWidget(right, 1)
    return column(both)
