"""A call to a department: when it was called, when somebody came, and what residents say of it.

The Jinhaihu rule "乡镇吹哨、部门报到" (source S1) has staff on the spot within thirty minutes; the minutes are
set for each call, and each case is assessed by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from facilitator.acts import Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.data import dataclass
from facilitator.followup.case import SAID_BY, Case, FollowupCommand, line

MINUTES = 30
MOST_MINUTES = 60 * 24 * 60


class Settled(StrEnum):
    """Whether the matter was settled, as assessed for this one case."""

    YES = "yes"  # 解决了
    PARTLY = "partly"  # 解决一部分
    NO = "no"  # 没解决


class CallCommand(FollowupCommand, frozen=True, kw_only=True):
    """A command about one call."""

    call: str

    @property
    def stream(self) -> str:
        return f"call/{self.call}"


class CallDepartment(CallCommand, frozen=True, kw_only=True, tag="call.make"):
    """A department is called to come (呼叫部门). `meeting` and `decision` say for which decision."""

    body: str
    department: str
    matter: str
    place: str = ""
    caller: str = ""
    minutes: int = MINUTES
    meeting: str = ""
    decision: int = 0


class ReceiveCall(CallCommand, frozen=True, kw_only=True, tag="call.receive"):
    """The department has taken it on (接单)."""

    by: str = msgspec.field(default="", name=SAID_BY)


class ReachSpot(CallCommand, frozen=True, kw_only=True, tag="call.arrive"):
    """Somebody is on the spot (人到了)."""

    who: str = ""


class AssessCall(CallCommand, frozen=True, kw_only=True, tag="call.assess"):
    """What came of it, as residents see this one case; a later assessment stands beside the earlier one."""

    settled: Settled
    text: str = ""
    by: str = msgspec.field(default="", name=SAID_BY)


class WithdrawCall(CallCommand, frozen=True, kw_only=True, tag="call.withdraw"):
    """The call was a mistake, or is not needed any more."""

    reason: str


class DepartmentCalled(Event, frozen=True, kw_only=True, tag="call.made"):
    body: str
    department: str
    matter: str
    place: str = ""
    caller: str = ""
    minutes: int = MINUTES
    meeting: str = ""
    decision: int = 0


class CallReceived(Event, frozen=True, kw_only=True, tag="call.received"):
    by: str = ""


class SpotReached(Event, frozen=True, kw_only=True, tag="call.arrived"):
    who: str = ""


class CallAssessed(Event, frozen=True, kw_only=True, tag="call.assessed"):
    settled: Settled
    text: str = ""
    by: str = ""


class CallWithdrawn(Event, frozen=True, kw_only=True, tag="call.withdrawn"):
    reason: str


def within(took: timedelta, minutes: int) -> bool:
    """Whether somebody who took so long came in time, to the very moment: the last one still counts."""
    return took <= timedelta(minutes=minutes)


@dataclass
class Call(Case):
    """One call, from the telephone to its assessment."""

    made: DepartmentCalled | None = None
    at: datetime | None = None
    received: Recorded | None = None
    arrived: Recorded | None = None
    assessed: Recorded | None = None
    withdrawn: str = ""

    @property
    def call(self) -> DepartmentCalled:
        """The call itself, or a refusal (`unknown-call`)."""
        if self.made is None:
            raise RuleViolation("unknown-call", call=self.stream.partition("/")[2])
        return self.made

    @property
    def due(self) -> datetime:
        """When somebody should be on the spot."""
        assert self.at is not None
        return self.at + timedelta(minutes=self.call.minutes)

    @property
    def in_time(self) -> bool | None:
        """Whether somebody came in time, to the very second; None while nobody has come."""
        if self.arrived is None or self.at is None:
            return None
        return within(self.arrived.at - self.at, self.call.minutes)

    @property
    def open(self) -> bool:
        """Whether its clock still runs: nobody has come, and it was neither assessed nor withdrawn."""
        return not (self.arrived or self.assessed or self.withdrawn)


def make(case: Call, command: CallDepartment) -> Iterable[Event]:
    """The clock runs from the moment that is recorded."""
    clean_id(command.call, "call")
    if case.made is not None:
        raise RuleViolation("call-exists", call=command.call)
    if not case.outside.body_known:
        raise RuleViolation("unknown-body", body=command.body)
    if not 1 <= command.minutes <= MOST_MINUTES:
        raise RuleViolation(
            "number-range", field="minutes", value=command.minutes, least=1, most=MOST_MINUTES
        )
    if (command.meeting or command.decision) and case.outside.matter is None:
        raise RuleViolation(
            "unknown-matter", meeting=command.meeting, decision=command.decision, group=""
        )
    yield DepartmentCalled(
        body=command.body,
        department=line(command.department, "department", required=True),
        matter=line(command.matter, "matter", required=True),
        place=line(command.place, "place"),
        caller=line(command.caller, "caller"),
        minutes=command.minutes,
        meeting=command.meeting,
        decision=command.decision,
    )


def receive(case: Call, command: ReceiveCall) -> Iterable[Event]:
    """Taken on once, before anybody is there."""
    _still(case)
    if case.received is not None or case.arrived is not None:
        raise RuleViolation("call-received", department=case.call.department)
    yield CallReceived(by=line(command.by, "by"))


def reach(case: Call, command: ReachSpot) -> Iterable[Event]:
    """Who came first stops the clock."""
    _still(case)
    if case.arrived is not None:
        raise RuleViolation("call-arrived", department=case.call.department)
    yield SpotReached(who=line(command.who, "who"))


def assess(case: Call, command: AssessCall) -> Iterable[Event]:
    """Also where nobody came: that is an assessment too, and it says why."""
    _still(case)
    needed = command.settled is not Settled.YES
    yield CallAssessed(
        settled=command.settled,
        text=clean_text(command.text, "text", required=needed),
        by=line(command.by, "by"),
    )


def withdraw(case: Call, command: WithdrawCall) -> Iterable[Event]:
    """Not once somebody has come for it."""
    _still(case)
    if case.arrived is not None:
        raise RuleViolation("call-arrived", department=case.call.department)
    yield CallWithdrawn(reason=clean_text(command.reason, "reason"))


def _still(case: Call) -> None:
    if case.call and case.withdrawn:
        raise RuleViolation("call-withdrawn", department=case.call.department)


def on_made(case: Call, event: DepartmentCalled, recorded: Recorded) -> None:
    case.made, case.at = event, recorded.at


def on_received(case: Call, _event: CallReceived, recorded: Recorded) -> None:
    case.received = recorded


def on_arrived(case: Call, _event: SpotReached, recorded: Recorded) -> None:
    case.arrived = recorded


def on_assessed(case: Call, _event: CallAssessed, recorded: Recorded) -> None:
    case.assessed = recorded


def on_withdrawn(case: Call, event: CallWithdrawn, _recorded: Recorded) -> None:
    case.withdrawn = event.reason


DECIDES = {
    CallDepartment: make,
    ReceiveCall: receive,
    ReachSpot: reach,
    AssessCall: assess,
    WithdrawCall: withdraw,
}
APPLIES = {
    DepartmentCalled: on_made,
    CallReceived: on_received,
    SpotReached: on_arrived,
    CallAssessed: on_assessed,
    CallWithdrawn: on_withdrawn,
}
