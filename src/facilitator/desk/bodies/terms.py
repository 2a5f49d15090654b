"""Terms of office: the running one, those before it, and the way to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator import overview
from facilitator.bodies import Body
from facilitator.bodies.founding import BeginTerm
from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import button, clear, column, row, words
from facilitator.overview import TermRow
from facilitator.session import Session
from facilitator.words.figures import airy, numeral
from facilitator.words.tongue import Tongue

SHOWN = 4
"""Terms that are listed; older ones are counted in one line."""


@dataclass(frozen=True, slots=True)
class Term:
    """What is known of one term."""

    number: int
    meetings: int
    decisions: int
    first: date | None
    last: date | None


def term_words(number: int, t: Tongue) -> str:
    """第二届; Term 2."""
    return t("Term {n}", n=numeral(number) if t.lang == "zh" and number < 1000 else number)


def terms_of(session: Session, body: Body) -> list[Term]:
    """The running term and every earlier one that left a trace, newest first."""
    held = {one.term: one for one in overview.terms(session, body.id)}
    return [_term(number, held.get(number)) for number in sorted({body.term, *held}, reverse=True)]


def _term(number: int, held: TermRow | None) -> Term:
    if held is None:
        return Term(number, 0, 0, None, None)
    first, last = (date.fromisoformat(day) for day in (held.first, held.last))
    return Term(number, held.meetings, held.decisions, first, last)


def office_dates(body: Body) -> tuple[date | None, date | None]:
    """When most members' term began and when it ends; None where nobody's is known."""
    return (
        _most(one.since for one in body.seated),
        _most(one.until for one in body.seated),
    )


def _most(days: Iterable[date | None]) -> date | None:
    counted = Counter(day for day in days if day is not None).most_common(1)
    return counted[0][0] if counted else None


class Terms(QWidget):
    """A short table; “New term…” opens a panel."""

    def __init__(self, desk: Desk, body: str) -> None:
        super().__init__()
        self._desk, self._body = desk, body
        self.setObjectName("terms")
        t, px = desk.t, desk.px
        self._new = button(t("New term…"), "link", "small", name="terms.new")
        self._new.clicked.connect(lambda: NewTermPanel(desk, self._body, self.window()).open())
        head = row(words(t("Terms of office"), "head"), None, self._new)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(1, 1)
        column(head, self._grid, on=self, gap=px(8))
        self._shown: object = None

    def show_body(self, body: Body) -> None:
        """Show the terms of this body."""
        terms = terms_of(self._desk.session, body)
        shown = (terms, body.term, len(body.seated), office_dates(body))
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._grid)
        for at, one in enumerate(terms[:SHOWN]):
            for place, label in enumerate(self._cells(body, one)):
                self._grid.addWidget(label, at, place, Qt.AlignmentFlag.AlignTop)

    def _cells(self, body: Body, one: Term) -> Iterator[QWidget]:
        t = self._desk.t
        now = one.number == body.term
        kind = "strong" if now else "secondary"
        yield words(airy(term_words(one.number, t)), kind)
        first, last = office_dates(body) if now else (one.first, one.last)
        yield words(span_words(first, last, t), "" if now else "secondary", wrap=True)
        said = t.many("{n} decision", "{n} decisions", one.decisions)
        if now:
            seats = body.charter.seats
            held = len(body.seated)
            figure = f"{held}/{seats}" if seats else t.many("{n} member", "{n} members", held)
            said = t("{seats} · current", seats=figure)
        label = words(airy(said), kind)
        label.setAlignment(Qt.AlignmentFlag.AlignRight)
        yield label


def span_words(first: date | None, last: date | None, t: Tongue) -> str:
    """2026 年 9 月 – 2029 年 8 月; what is not known is left out."""
    if first is None and last is None:
        return t("no dates given")
    begin, end = (_month(day, t) if day is not None else "" for day in (first, last))
    if begin == end:
        return begin
    if not begin:
        return t("until {day}", day=end)
    return t("since {day}", day=begin) if not end else f"{begin} – {end}"


def _month(day: date, t: Tongue) -> str:
    return airy(t.within("month", "{year}-{month:02}", year=day.year, month=day.month))


class NewTermPanel(Panel):
    """The next term begins: numbers start anew, seats stay as they are until they are vacated."""

    def __init__(self, desk: Desk, body: str, parent: QWidget) -> None:
        super().__init__(desk, desk.t("New term of office"), parent)
        t, term = desk.t, desk.session.body(body).term
        self._command = BeginTerm(body=body, term=term + 1)
        self.setObjectName("terms.panel")
        said = t("{term} begins now.", term=term_words(term + 1, t))
        self.body.addWidget(words(airy(said), "head"))
        numbers = t("Meetings and decisions are numbered from 1 again.")
        seats = t("Whoever sits stays; vacate the seats of those who leave, then fill them.")
        old = t("What was decided before stays in force and keeps its number.")
        for one in (numbers, seats, old):
            self.body.addWidget(words(one, wrap=True))
        done = t("Begin {term}", term=term_words(term + 1, t))
        self.finish(airy(done), lambda: self.send(self._command), name="terms.begin")
