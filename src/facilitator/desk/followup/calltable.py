"""Calls to departments: which came in time, what came of each, and a small honest sum."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QFrame

from facilitator import aftermath
from facilitator.acts import Recorded
from facilitator.aftermath import CallFigures, CallRow, call_figures, came_in_time
from facilitator.desk.desk import Desk
from facilitator.desk.followup.callbar import due_of
from facilitator.desk.followup.callpanels import (
    AssessCallPanel,
    CallPanel,
    ReachPanel,
    ReceivePanel,
    WithdrawCallPanel,
)
from facilitator.desk.followup.reading import own
from facilitator.desk.followup.records import Record
from facilitator.desk.followup.signs import Mark, MarkLabel, settled_mark
from facilitator.desk.followup.story import Story
from facilitator.desk.followup.tables import Table
from facilitator.desk.widgets import button, card, column, words
from facilitator.followup.calls import Call, CallAssessed, CallReceived, Settled, SpotReached
from facilitator.words.aftermath import at_words, call_words, span
from facilitator.words.figures import airy, clock
from facilitator.words.timeline import Line, Sign
from facilitator.words.titles import title

SUMMED = 5
"""Departments that are told in the sum."""


class CallsTable(Table):
    """Newest first; running ones have their clock above."""

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        super().__init__(desk, "calls", t("Calls to departments"))
        self.setObjectName("calls")
        self._rows: dict[str, CallRow] = {}
        self._figures: list[CallFigures] = []
        self._sum = words("", wrap=True, name="calls.sum")
        make = button(
            t("Call a department…"), "soft", icon=desk.theme.icon("phone-call", "accent_ink"),
            name="calls.make",
        )  # fmt: skip
        make.clicked.connect(self.make)
        own(desk, make)
        self.head.addWidget(self._sum, 1)
        self.head.addWidget(make)
        self._body = ""
        desk.second.connect(self._tick)

    def make(self) -> None:
        """Ask which department is called, and note it."""
        CallPanel(self.desk, self, self._body).open()

    def show_calls(self, body: str) -> None:
        """Show the calls of a body, or all."""
        t, desk = self.desk.t, self.desk
        self._body = body
        rows = aftermath.calls(desk.session, body=body)
        self._rows = {one.call: one for one in rows}
        self._figures = call_figures(rows)
        self._sum.setText(airy(sum_words(desk, rows)))
        none = t(
            "No department was called yet. Where something cannot wait for a meeting, telephone it, "
            "note the call here, and see whether somebody comes in time."
        )
        self.show_rows([record_of(desk, one) for one in rows], none)

    def show_one(self, key: str) -> None:
        """The call at the right, step by step, and below it how the departments did."""
        desk, call = self.desk, self._rows.get(key)
        if call is None:
            return
        marks = [MarkLabel(desk.theme, one) for one in marks_of(desk, call)]
        at = at_words(datetime.fromisoformat(call.made_at), desk.now().date(), desk.lang)
        top = " · ".join(part for part in (call.department, at, call.place) if part)
        self.say(top, call.matter, marks)
        self.body.addWidget(words(airy(how_words(desk, call)), "lead", wrap=True, name="calls.how"))
        case = desk.session.history(f"call/{call.call}")
        assert isinstance(case, Call)
        story = Story(desk)
        story.show_lines(_lines(desk, case), "")
        self.body.addWidget(story)
        self.body.addStretch(1)
        self.body.addWidget(self._sums())
        self._offer(call)

    def _offer(self, call: CallRow) -> None:
        desk, t = self.desk, self.desk.t
        receive = button(t("Taken on…"), name="calls.receive")
        receive.clicked.connect(lambda: ReceivePanel(desk, self, call).open())
        withdraw = button(t("Withdraw…"), "quiet", name="calls.withdraw")
        withdraw.setProperty("narrow", True)
        withdraw.clicked.connect(lambda: WithdrawCallPanel(desk, self, call).open())
        reach = button(t("Somebody is here…"), "primary", name="calls.reach")
        reach.clicked.connect(lambda: ReachPanel(desk, self, call).open())
        look = "plain" if call.settled else "primary" if call.arrived_at else "plain"
        assess = button(t("Assess…"), look, name="calls.assess")
        assess.clicked.connect(lambda: AssessCallPanel(desk, self, call).open())
        own(desk, receive, withdraw, reach, assess)
        if call.withdrawn is not None:
            self.foot.offer((), None)
        elif call.arrived_at is not None:
            self.foot.offer((), assess)
        elif call.received_at is not None:
            self.foot.offer((withdraw, assess), reach)
        else:
            self.foot.offer((withdraw, receive, assess), reach)

    def _sums(self) -> QFrame:
        """A line for each department: how often it was called, how often it came in time."""
        desk, t, px = self.desk, self.desk.t, self.desk.px
        frame = card("sunken", name="calls.sums")
        lines = [
            words(
                airy(t("{who}: {what}", who=one.department, what=figure_words(desk, one))),
                wrap=True,
            )
            for one in self._figures[1 : SUMMED + 1]
        ]
        head = words(t("How the departments came"), "secondary")
        column(head, *lines, on=frame, margins=(px(12), px(8), px(12), px(10)), gap=px(4))
        return frame

    def _tick(self) -> None:
        """A running call says how long it has, once a minute."""
        runs = (one.arrived_at is None and not one.settled for one in self._rows.values())
        if self.isVisible() and self.desk.now().second == 0 and any(runs):
            self.show_calls(self._body)


def record_of(desk: Desk, call: CallRow) -> Record:
    """A call as a row."""
    t = desk.t
    at = at_words(datetime.fromisoformat(call.made_at), desk.now().date(), desk.lang)
    about = [at, call.department, call.place]
    if call.caller:
        about.append(t("{name} telephoned", name=call.caller))
    return Record(
        key=call.call,
        title=airy(call.matter),
        about=airy(" · ".join(part for part in about if part)),
        marks=tuple(marks_of(desk, call)),
    )


def marks_of(desk: Desk, call: CallRow) -> list[Mark]:
    """Whether somebody came in time, and what came of it."""
    t, lang = desk.t, desk.lang
    if call.withdrawn is not None:
        return [Mark(t("withdrawn"), "abstain", "plain")]
    in_time = came_in_time(call)
    if in_time is None:
        over = desk.now() > due_of(call)
        came = (
            Mark(t("nobody yet"), "against", "bad") if over else Mark(t("running"), "half", "warn")
        )
        if call.settled:
            came = Mark(t("nobody came"), "against", "bad")
    elif in_time:
        came = Mark(t("in time"), "for", "good")
    else:
        came = Mark(t("late"), "against", "bad")
    found = [came]
    if call.settled:
        found.append(settled_mark(Settled(call.settled), lang))
    return found


def how_words(desk: Desk, call: CallRow) -> str:
    """How long it took, or how long there still is."""
    if call.withdrawn is not None:
        t = desk.t
        return t("Withdrawn: {reason}", reason=call.withdrawn)
    arrived = datetime.fromisoformat(call.arrived_at) if call.arrived_at else None
    if arrived is None and call.settled:
        t = desk.t
        return t("Nobody came.")
    made = datetime.fromisoformat(call.made_at)
    return call_words(made, call.minutes, arrived, desk.now(), desk.lang)


def sum_words(desk: Desk, rows: list[CallRow]) -> str:
    """12 次呼叫，9 次 30 分钟内到: the time is said where it was the same for all."""
    t, whole = desk.t, call_figures(rows)[0]
    if not whole.calls:
        return ""
    calls = t.many("{n} call", "{n} calls", whole.calls)
    if whole.running:
        running = t.many("{n} running", "{n} running", whole.running)
        calls = t("{calls} ({running})", calls=calls, running=running)
    times = {one.minutes for one in rows if one.withdrawn is None}
    if len(times) == 1:
        within = span(times.pop(), desk.lang)
        return t(
            "{calls}, {n} of them on the spot within {time}",
            calls=calls,
            n=whole.in_time,
            time=within,
        )
    return t("{calls}, {n} of them on the spot in time", calls=calls, n=whole.in_time)


def figure_words(desk: Desk, one: CallFigures) -> str:
    """5 次，4 次及时，1 次晚到，3 次解决."""
    t = desk.t
    parts = [t.many("{n} call", "{n} calls", one.calls), t("{n} in time", n=one.in_time)]
    if one.running:
        parts.append(t.many("{n} running", "{n} running", one.running))
    if one.late:
        parts.append(t("{n} late", n=one.late))
    if one.assessed:
        parts.append(t("{n} of {all} settled", n=one.settled, all=one.assessed))
    return t.within("between", ", ").join(parts)


def _lines(desk: Desk, case: Call) -> list[Line]:
    """What happened, step by step, with times of day."""
    return [_line(desk, case, one) for one in case.chronicle]


def _line(desk: Desk, case: Call, one: Recorded) -> Line:
    t, event, time, day = desk.t, one.event, clock(one.at), one.at.date()
    if isinstance(event, CallReceived):
        text = t("{time} taken on", time=time)
        return Line(day, Sign.DONE, _by(desk, text, event.by))
    if isinstance(event, SpotReached):
        sign = Sign.DONE if case.in_time else Sign.WARN
        return Line(day, sign, _by(desk, t("{time} on the spot", time=time), event.who))
    if isinstance(event, CallAssessed):
        sign = Sign.DONE if event.settled is Settled.YES else Sign.OPEN
        return Line(day, sign, _by(desk, title(event.settled, desk.lang), event.by), event.text)
    if event is case.made:
        return Line(day, Sign.DONE, _by(desk, t("{time} called", time=time), case.call.caller))
    return Line(day, Sign.OPEN, t("withdrawn"), case.withdrawn)


def _by(desk: Desk, text: str, who: str) -> str:
    t = desk.t
    return t("{text}, {who}", text=text, who=who) if who else text
