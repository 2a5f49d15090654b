"""What is due in project rounds: a line for each round with something late or due within a fortnight."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from facilitator import roundbook
from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import button, chip, column, elided, line, row
from facilitator.followup.standing import SOON_DAYS
from facilitator.roundbook import ProjectRow, RoundRow
from facilitator.words.aftermath import near
from facilitator.words.figures import airy
from facilitator.words.rounds import deed_words

MOST = 3
"""Rounds that are shown."""


@dataclass(frozen=True, slots=True)
class Due:
    """One round: how many projects are late, how many due soon, which comes first, the next of its own days."""

    round: RoundRow
    late: int
    soon: int
    first: ProjectRow | None
    own: tuple[str, date] | None


def due_in_rounds(desk: Desk) -> list[Due]:
    """The rounds in which something is late or due within a fortnight, what is late most first."""
    session, today = desk.session, desk.now().date()
    rows = roundbook.projects(session, waiting=True)
    until = today + timedelta(days=SOON_DAYS)
    found: list[Due] = []
    for one in roundbook.rounds(session):
        own = None if one.closed_at else _own_day(desk, one, today, until)
        here = [row for row in rows if row.round == one.round and row.next_day]
        near_ones = [row for row in here if row.next_day is not None and row.next_day <= until]
        late = sum(bool(row.overdue(today)) for row in near_ones)
        if near_ones or own is not None:
            first = near_ones[0] if near_ones else None
            found.append(Due(one, late, len(near_ones) - late, first, own))
    return sorted(found, key=lambda due: (-due.late, due.own[1] if due.own else date.max))


def _own_day(desk: Desk, one: RoundRow, today: date, until: date) -> tuple[str, date] | None:
    """The next of the round's own days, if it is near."""
    t = desk.t
    days = (
        (t("Needs by"), one.needs_by),
        (t("Proposals by"), one.proposals_by),
        (t("Selection on"), one.selection_on),
    )
    return next(((head, day) for head, day in days if day and today <= day <= until), None)


class ProjectsDue(QFrame):
    """The card; it hides itself where there is nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("today.projects")
        self.setProperty("look", "card")
        found = due_in_rounds(desk)
        box = column(on=self, gap=0)
        for n, one in enumerate(found[:MOST]):
            if n:
                box.addWidget(line())
            box.addWidget(self._line(one))
        self.setVisible(bool(found))

    def _line(self, one: Due) -> QWidget:
        t, px, desk = self._desk.t, self._desk.px, self._desk
        held, sign = QWidget(), QLabel()
        sign.setPixmap(desk.theme.pixmap("sprout", "accent_ink", 20))
        look = button(t.within("decision", "Look"), name=f"today.round.{one.round.round}")
        look.setAccessibleName(t("Look: {title}", title=one.round.title))
        look.clicked.connect(lambda: desk.go("projects", one.round.round))
        text = QWidget()
        column(
            elided(airy(one.round.title), "strong"),
            elided(airy(self._said(one)), "secondary"),
            on=text,
            gap=0,
        )
        line_ = row(sign, text, on=held, gap=px(16), margins=(px(20), px(10), px(20), px(10)))
        line_.setStretch(1, 1)
        if one.late:
            said = airy(t.many("{n} overdue", "{n} overdue", one.late))
            line_.addWidget(chip(said, "bad"), 0, Qt.AlignmentFlag.AlignVCenter)
        if one.soon:
            said = airy(t("Soon due: {n}", n=one.soon))
            line_.addWidget(chip(said, "warn"), 0, Qt.AlignmentFlag.AlignVCenter)
        line_.addWidget(look)
        return held

    def _said(self, one: Due) -> str:
        """The round's own day, and the project that comes first."""
        t, lang, today = self._desk.t, self._desk.lang, self._desk.now().date()
        parts: list[str] = []
        if one.own is not None:
            between = "" if lang == "zh" else " "
            parts.append(f"{one.own[0]}{between}{near(one.own[1], today, lang)}")
        if (first := one.first) is not None:
            deed = deed_words(first.deed, first.next_day, today, lang)
            said = t("{number} {title}: {deed}", number=first.project, title=first.title, deed=deed)
            parts.append(said)
        return " · ".join(parts)
