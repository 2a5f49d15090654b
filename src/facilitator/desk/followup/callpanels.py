"""Panels of a call to a department: calling, taken on, somebody is there, what came of it, withdrawing."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from facilitator import aftermath, overview
from facilitator.aftermath import CallRow, FollowRow
from facilitator.desk.desk import Desk
from facilitator.desk.followup.form import KeptPanel
from facilitator.desk.widgets import words
from facilitator.followup.calls import (
    MINUTES,
    MOST_MINUTES,
    AssessCall,
    CallDepartment,
    ReachSpot,
    ReceiveCall,
    Settled,
    WithdrawCall,
)
from facilitator.words.figures import airy, clock_seconds
from facilitator.words.titles import title

KNOWN = 200
"""Calls in which names of departments are looked for."""


class CallPanel(KeptPanel):
    """Which department, what for, where; the clock runs from the moment that is noted."""

    def __init__(
        self, desk: Desk, parent: QWidget, body: str = "", matter: FollowRow | None = None
    ) -> None:
        t = desk.t
        super().__init__(desk, t("Call a department"), parent)
        self.setObjectName("call")
        self._matter = matter
        said = t("The clock runs from the moment you note it here. Telephone first, then note it.")
        self.form.addWidget(words(said, "secondary", wrap=True))
        self._bodies = self._add_bodies(matter.body if matter else body)
        earlier = aftermath.calls(desk.session, limit=KNOWN)
        self.department = QComboBox()
        self.department.setObjectName("call.department")
        self.department.setEditable(True)
        self.department.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.department.addItems(list(dict.fromkeys(one.department for one in earlier)))
        self.department.setCurrentIndex(-1)
        self.add(t("Which department"), self.department)
        self.what = self.add_line(t("What for"), "call.matter", matter.title if matter else "")
        self.where, self.caller = self.add_pair(
            (t("Where (may stay empty)"), "call.place", ""),
            (t("Who telephoned (may stay empty)"), "call.caller", ""),
        )
        self.minutes = QSpinBox()
        self.minutes.setObjectName("call.minutes")
        self.minutes.setRange(1, MOST_MINUTES)
        self.minutes.setValue(MINUTES)
        self.minutes.setSuffix(t(" min"))
        self.minutes.lineEdit().setTextMargins(desk.px(8), 0, 0, 0)
        self.add(t("To be on the spot within"), self.minutes)
        if matter is None:
            self.keep("call", {"what": self.what, "where": self.where})
        self.finish(t("Note it: the clock runs"), self._send, name="call.done")
        self.settle()
        self.department.setFocus()

    def _add_bodies(self, body: str) -> QComboBox | None:
        t, rows = self.desk.t, overview.bodies(self.desk.session)
        field = self.add_choice(t("Body"), "call.body", [(one.body, one.name) for one in rows])
        field.setCurrentIndex(max(0, field.findData(body)))
        return field

    def _send(self) -> None:
        assert self._bodies is not None
        body, matter = self._bodies.currentData() or "", self._matter
        decided = matter is not None and bool(matter.decision) and matter.body == body
        self.send(
            CallDepartment(
                call=fresh_id(self.desk, "call", body),
                body=body,
                department=self.department.currentText(),
                matter=self.what.text(),
                place=self.where.text(),
                caller=self.caller.text(),
                minutes=self.minutes.value(),
                meeting=matter.meeting if matter and decided else "",
                decision=matter.decision if matter and decided else 0,
            )
        )


class _OfCall(KeptPanel):
    """A panel about one call: which one stands on top."""

    def __init__(self, desk: Desk, parent: QWidget, call: CallRow, title_: str) -> None:
        super().__init__(desk, title_, parent, width=560)
        t = desk.t
        self.call = call
        what = t("{department} called: {matter}", department=call.department, matter=call.matter)
        self.form.addWidget(words(airy(what), "secondary", wrap=True))


class ReceivePanel(_OfCall):
    """The department has taken it on."""

    def __init__(self, desk: Desk, parent: QWidget, call: CallRow) -> None:
        t = desk.t
        super().__init__(desk, parent, call, t("Taken on"))
        self.setObjectName("receive")
        self.by = self.add_line(t("Who took it on (may stay empty)"), "receive.by")
        self.finish(t("Note it"), self._send, name="receive.done")
        self.settle()
        self.by.setFocus()

    def _send(self) -> None:
        self.send(ReceiveCall(call=self.call.call, by=self.by.text()))


class ReachPanel(_OfCall):
    """Somebody is on the spot: the moment this opens is what counts, however long the name takes to type."""

    def __init__(self, desk: Desk, parent: QWidget, call: CallRow) -> None:
        t = desk.t
        super().__init__(desk, parent, call, t("Somebody is here"))
        self.setObjectName("reach")
        self.at = desk.now()
        said = t("On the spot at {time}. The clock has stopped there.", time=clock_seconds(self.at))
        self.form.addWidget(words(airy(said), "strong", wrap=True))
        self.who = self.add_line(t("Who came (may stay empty)"), "reach.who")
        self.finish(t("Note it"), self._send, name="reach.done")
        self.settle()
        self.who.setFocus()

    def _send(self) -> None:
        command = ReachSpot(call=self.call.call, who=self.who.text())
        if self.desk.do(command, say=self.say, at=self.at):
            self.accept()
            self.desk.done(self.told)


class AssessCallPanel(_OfCall):
    """What came of this one case, as those see it who called."""

    def __init__(self, desk: Desk, parent: QWidget, call: CallRow) -> None:
        t = desk.t
        super().__init__(desk, parent, call, t("What came of it"))
        self.setObjectName("assess-call")
        choices = [(one.value, title(one, desk.lang)) for one in Settled]
        self.settled = self.add_choice(t("Was it settled?"), "assess-call.settled", choices)
        self.settled.setCurrentIndex(-1)
        self.text = self.add_text(
            t("In their words (needed unless it was settled)"), "assess-call.text", lines=2
        )
        self.by = self.add_line(t("Who says so (may stay empty)"), "assess-call.by")
        self.keep(f"call/{call.call}-assess", {"text": self.text})
        self.finish(t("Note it"), self._send, name="assess-call.done")
        self.settle()
        self.settled.setFocus()

    def _send(self) -> None:
        if self.settled.currentIndex() < 0:
            t = self.desk.t
            self.wrong(t("Say whether it was settled."))
            self.settled.setFocus()
            return
        settled = Settled(self.settled.currentData())
        if settled is not Settled.YES and not self.text.toPlainText().strip():
            t = self.desk.t
            self.wrong(t("Enter in their words what is not settled."))
            self.text.setFocus()
            return
        self.send(
            AssessCall(
                call=self.call.call,
                settled=settled,
                text=self.text.toPlainText(),
                by=self.by.text(),
            )
        )


class WithdrawCallPanel(_OfCall):
    """The call was a mistake, or is not needed any more."""

    def __init__(self, desk: Desk, parent: QWidget, call: CallRow) -> None:
        t = desk.t
        super().__init__(desk, parent, call, t("Withdraw the call"))
        self.setObjectName("withdraw-call")
        self.reason = self.add_line(t("Reason"), "withdraw-call.reason")
        self.finish(t("Withdraw"), self._send, name="withdraw-call.done")
        self.settle()
        self.reason.setFocus()

    def _send(self) -> None:
        self.send(WithdrawCall(call=self.call.call, reason=self.reason.text()))


def fresh_id(desk: Desk, room: str, body: str) -> str:
    """An id that no call (or matter) has: songbaigang-20270220-142136, with -2 for a second one."""
    tail, number = f"-{desk.now():%Y%m%d-%H%M%S}", 1
    while desk.session.head(f"{room}/{(found := body[: 64 - len(tail)] + tail)}")[0]:
        number += 1
        tail = f"-{desk.now():%Y%m%d-%H%M%S}-{number}"
    return found
