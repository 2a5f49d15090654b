"""Calls to departments: a clock to the second, and an assessment of each case."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from facilitator.followup.calls import (
    MINUTES,
    MOST_MINUTES,
    AssessCall,
    Call,
    CallDepartment,
    ReachSpot,
    ReceiveCall,
    Settled,
    WithdrawCall,
)
from tests.followup.folder import MATTER, Folder

MADE: dict[str, Any] = {
    "call": "c1",
    "body": "council",
    "department": "Street management",
    "matter": "The drain of house 2 runs over.",
}


class Telephone(Folder):
    """A folder with one call in it."""

    def __init__(self, **fields: Any) -> None:
        super().__init__(stream="call/c1")
        self.do(CallDepartment(**{**MADE, **fields}))

    @property
    def call(self) -> Call:
        """The call as it is now."""
        assert isinstance(self.case, Call)
        return self.case


def test_the_clock_runs_from_the_moment_that_is_recorded():
    """Thirty minutes, unless others were set."""
    phone = Telephone()
    assert phone.call.at == phone.at
    assert phone.call.due == phone.at + timedelta(minutes=MINUTES)
    assert phone.call.open
    assert phone.call.in_time is None
    assert Telephone(minutes=120).call.due - phone.at == timedelta(hours=2)


@pytest.mark.parametrize(("seconds", "in_time"), [(1, True), (1800, True), (1801, False)])
def test_in_time_is_to_the_very_second(seconds: int, in_time: bool):
    """At thirty minutes sharp somebody is in time, a second later is not."""
    phone = Telephone()
    phone.do(ReachSpot(call="c1", who="two people"), after=seconds)
    assert phone.call.in_time is in_time
    assert not phone.call.open


def test_whoever_came_first_stops_the_clock():
    """A second arrival is refused, and so is taking on what somebody came for already."""
    phone = Telephone()
    phone.do(ReceiveCall(call="c1", by="Deng"))
    assert phone.refused(ReceiveCall(call="c1")).code == "call-received"
    assert phone.call.open
    phone.do(ReachSpot(call="c1"))
    assert phone.refused(ReachSpot(call="c1")).code == "call-arrived"
    quick = Telephone()
    quick.do(ReachSpot(call="c1"))
    assert quick.refused(ReceiveCall(call="c1")).code == "call-received"


def test_a_case_is_assessed_with_words_unless_it_was_settled():
    """Also where nobody came; a later assessment stands beside the earlier one, and the last counts."""
    phone = Telephone()
    for settled in (Settled.NO, Settled.PARTLY):
        assert phone.refused(AssessCall(call="c1", settled=settled)).code == "text-missing"
    phone.do(AssessCall(call="c1", settled=Settled.NO, text="Nobody came."))
    assert not phone.call.open
    phone.do(ReachSpot(call="c1"))
    phone.do(AssessCall(call="c1", settled=Settled.YES, by="Lin"))
    assert phone.call.assessed is not None
    assert phone.call.assessed.event.settled is Settled.YES  # pyright: ignore
    assert len(phone.call.chronicle) == 4


def test_a_call_is_withdrawn_until_somebody_comes():
    """With a reason; then nothing more is said of it."""
    phone = Telephone()
    assert phone.refused(WithdrawCall(call="c1", reason=" ")).code == "text-missing"
    phone.do(WithdrawCall(call="c1", reason="It stopped by itself."))
    assert not phone.call.open
    for command in (
        ReceiveCall(call="c1"),
        ReachSpot(call="c1"),
        AssessCall(call="c1", settled=Settled.YES),
        WithdrawCall(call="c1", reason="r"),
    ):
        assert phone.refused(command).code == "call-withdrawn"
    there = Telephone()
    there.do(ReachSpot(call="c1"))
    assert there.refused(WithdrawCall(call="c1", reason="r")).code == "call-arrived"


def test_a_call_is_made_once_for_a_body_that_is_here():
    """Its id is an id, its minutes are minutes, and it says who is called for what."""
    phone = Telephone()
    assert phone.refused(CallDepartment(**MADE)).code == "call-exists"
    fresh = Folder(stream="call/c1")
    fresh.body_known = False
    assert fresh.refused(CallDepartment(**MADE)).code == "unknown-body"
    fresh.body_known = True
    for minutes in (0, -1, MOST_MINUTES + 1):
        refusal = fresh.refused(CallDepartment(**{**MADE, "minutes": minutes}))
        assert refusal.code == "number-range"
    for field in ("department", "matter"):
        assert fresh.refused(CallDepartment(**{**MADE, field: " "})).code == "text-missing"
    fresh.do(CallDepartment(**{**MADE, "minutes": MOST_MINUTES}))
    odd = Folder(stream="call/a/b")
    assert odd.refused(CallDepartment(**{**MADE, "call": "a/b"})).code == "bad-id"


def test_a_call_may_be_for_a_decision():
    """Only for one that is here."""
    folder = Folder(None, stream="call/c1")
    about = {**MADE, "meeting": "evening", "decision": 5}
    refusal = folder.refused(CallDepartment(**about))
    assert (refusal.code, refusal.facts["decision"]) == ("unknown-matter", 5)
    for number in (5, -5, 10**25):  # a decision of no meeting is none
        lost = folder.refused(CallDepartment(**{**MADE, "decision": number}))
        assert lost.code == "unknown-matter"
    folder.matter = MATTER
    folder.do(CallDepartment(**about))


def test_a_call_that_was_never_made_is_unknown():
    """Nothing can be said of it."""
    folder = Folder(stream="call/c1")
    for command in (ReachSpot(call="c1"), AssessCall(call="c1", settled=Settled.YES)):
        assert folder.refused(command).facts == {"call": "c1"}
