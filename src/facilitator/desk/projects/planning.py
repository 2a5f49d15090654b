"""Panels for a round's days and places, and for its end."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator import roundbook
from facilitator.desk.bodies.stepper import Stepper
from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.projects.opening import said_of
from facilitator.desk.projects.panels import RoundPanel
from facilitator.desk.projects.placelist import read_places
from facilitator.desk.widgets import words
from facilitator.rounds.round import (
    MOST_MONTHS,
    CloseRound,
    IncludePlace,
    LeaveOutPlace,
    PlanRound,
    ReopenRound,
)
from facilitator.words.figures import airy


class PlanPanel(RoundPanel):
    """The three days and after how many months somebody looks again; told anew as a whole."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, t("Days of the round"))
        self.setObjectName("plan")
        plan = self.case.plan
        self.days = [
            DayField(desk, said, day, f"plan.{key}", self.today)
            for key, said, day in (
                ("needs", t("Needs asked by"), plan.needs_by),
                ("proposals", t("Proposals in by"), plan.proposals_by),
                ("selection", t("Selection meeting on"), plan.selection_on),
            )
        ]
        self.add_days(*self.days)
        said = t("Looked back on after so many months")
        self.months = Stepper(desk, said, "plan.months")
        self.months.set_limits(1, MOST_MONTHS)
        self.months.set_value(plan.look_back_months)
        self.add(said, self.months)
        self.finish(t("Set the days"), self._send, name="plan.done")
        self.settle()
        self.days[0].setFocus()

    def _send(self) -> None:
        if self.days_right(*self.days):
            needs, proposals, selection = (one.day for one in self.days)
            self.send(
                PlanRound(
                    round=self.round,
                    needs_by=needs,
                    proposals_by=proposals,
                    selection_on=selection,
                    look_back_months=self.months.value,
                )
            )


class IncludePanel(RoundPanel):
    """More places, typed or pasted like the first ones."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, t("More places"))
        self.setObjectName("include")
        self.places = self.add_text(
            t("Places that take part, one a line; a sheet can be pasted"), "include.places"
        )
        self._says = words("", "small", wrap=True, name="include.says")
        self.form.addWidget(self._says)
        self.places.textChanged.connect(self._tell)
        self.finish(t("Take them in"), self._send, name="include.done")
        self._tell()
        self.settle()
        self.places.setFocus()

    def _understood(self) -> str:
        known = tuple(self.case.places.values())
        return said_of(self.desk, self.places.toPlainText(), known)

    def _tell(self) -> None:
        self._says.setText(airy(self._understood()))

    def _send(self) -> None:
        t, typed = self.desk.t, read_places(self.places.toPlainText(), tuple(self.case.places))
        if not typed.places or typed.doubled:
            self.wrong(self._understood() if typed.doubled else t("Type at least one place."))
            self.places.setFocus()
            return
        self.send(*(IncludePlace(round=self.round, place=one) for one in typed.places))


class ReasonPanel(RoundPanel):
    """Something that needs nothing but a reason."""

    def __init__(
        self, desk: Desk, parent: QWidget, round_: str, title: str, said: str, done: str
    ) -> None:
        super().__init__(desk, parent, round_, title)
        t = desk.t
        if said:
            self.form.addWidget(words(airy(said), wrap=True))
        self.reason = self.add_line(t("Reason"), "reason")
        self.finish(done, self._send, name="reason.done")
        self.settle()
        self.reason.setFocus()

    def _send(self) -> None:
        raise NotImplementedError


class LeaveOutPanel(RoundPanel):
    """A place does not take part after all; refused once it has a project."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, t("Leave a place out"))
        self.setObjectName("leave-out")
        have = {one.place for one in roundbook.projects(desk.session, round_)}
        places = sorted(self.case.places.values(), key=lambda one: (one.no in have, one.no))
        said = [(str(one.no), f"{one.no:02} {one.name}") for one in places]
        self._place = self.add_choice(t.within("round", "Place"), "leave-out.place", said)
        self.reason = self.add_line(t("Reason"), "leave-out.reason")
        self.finish(t("Leave it out"), self._send, name="leave-out.done")
        self.settle()
        self._place.setFocus()

    def _send(self) -> None:
        place = int(self._place.currentData() or 0)
        self.send(LeaveOutPlace(round=self.round, place=place, reason=self.reason.text()))


class ReopenRoundPanel(ReasonPanel):
    """It was not over after all."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str) -> None:
        t = desk.t
        said = t("Projects, proposals and grants can be noted again.")
        super().__init__(desk, parent, round_, t("Open the round again"), said, t("Open it again"))
        self.setObjectName("reopen-round")

    def _send(self) -> None:
        self.send(ReopenRound(round=self.round, reason=self.reason.text()))


class CloseRoundPanel(RoundPanel):
    """What was granted goes on to its end."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, t("Close the round"))
        self.setObjectName("close-round")
        said = t(
            "No project, proposal or grant is added any more. What was granted goes on to its end, and the "
            "look back stays due."
        )
        self.form.addWidget(words(said, wrap=True))
        self.text = self.add_text(t("What the round came to (may stay empty)"), "close.text")
        self.keep(f"close-{round_}", {"text": self.text})
        self.finish(t("Close the round"), self._send, name="close.done")
        self.settle()
        self.text.setFocus()

    def _send(self) -> None:
        self.send(CloseRound(round=self.round, text=self.text.toPlainText()))
