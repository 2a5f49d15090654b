"""Pitches: order, clock, questions, and whom nobody presents."""

from __future__ import annotations

from datetime import timedelta

from facilitator.acts import Recorded
from facilitator.meeting import apply
from facilitator.meeting.lifecycle import ClockJumped, EnterPhase, Recess
from facilitator.meeting.selection.ballots import DeclareVoid
from facilitator.meeting.selection.pitches import (
    BeginPitch,
    EndPitch,
    How,
    OpenQuestions,
    OrderPitches,
    PassOver,
    in_order,
    next_pitch,
)
from facilitator.meeting.selection.slate import AddCandidate, WithdrawCandidate
from tests.meeting.hall import EVENING
from tests.meeting.selection.panel import Panel, candidate, ticks


def test_all_that_stand_are_put_in_order_once_each() -> None:
    """Drawn or by hand; what comes later stands last, what is withdrawn falls out."""
    one = Panel("prepare")
    one.send(OrderPitches, order=("d", "b", "a", "c"), how=How.DRAWN)
    assert (one.meeting.pitches.order, one.meeting.pitches.how) == (["d", "b", "a", "c"], How.DRAWN)
    refusal = one.refusal(OrderPitches, order=("d", "b"))
    assert (refusal.code, refusal.facts["missing"]) == (
        "order-incomplete",
        ["Project A", "Project C"],
    )
    assert one.no(OrderPitches, order=("d", "b", "a", "c", "c")) == "order-incomplete"
    assert one.no(OrderPitches, order=("x",)) == "unknown-candidate"
    one.send(WithdrawCandidate, candidate="b", reason="Gone.")
    assert one.no(OrderPitches, order=("d", "b", "a", "c")) == "candidate-withdrawn"
    one.send(AddCandidate, candidate=candidate("e", 5))
    assert in_order(one.meeting) == ["d", "a", "c", "e"]


def test_one_project_is_presented_at_a_time_by_whoever_does_it() -> None:
    """The clock tells pitch from questions; each may be presented again."""
    one = Panel("pitches")
    assert next_pitch(one.meeting) == "a"
    one.send(BeginPitch, candidate="a", who=" Wang Fang ")
    pitch = one.meeting.pitches.running()
    assert pitch is not None
    assert pitch.who == "Wang Fang"
    assert pitch.seconds(one.at + timedelta(seconds=7)) == (7, 0)
    refusal = one.refusal(BeginPitch, candidate="b")
    assert (refusal.code, refusal.facts["title"]) == ("pitch-running", "Project A")
    assert one.no(WithdrawCandidate, candidate="a", reason="r") == "pitch-running"
    one.send(OpenQuestions)
    assert one.no(OpenQuestions) == "questions-open"
    assert pitch.seconds(one.at + timedelta(seconds=3)) == (10, 3)
    one.send(EndPitch)
    assert pitch.seconds(one.at + timedelta(hours=3)) == (10, 10)
    assert one.no(EndPitch) == one.no(OpenQuestions) == "no-pitch-running"
    one.pitch("a")
    assert [len(one.meeting.pitches.of(name)) for name in "ab"] == [2, 0]
    assert next_pitch(one.meeting) == "b"
    assert one.no(BeginPitch, candidate="x") == "unknown-candidate"
    assert one.no(BeginPitch, candidate="b", who="字" * 121) == "text-too-long"


def test_a_pitch_without_questions_has_none() -> None:
    """It ends when it ends."""
    one = Panel("pitches")
    one.pitch("b")
    assert one.meeting.pitches.held[0].seconds(one.at) == (10, 0)


def test_a_clock_that_jumps_makes_no_pitch_longer() -> None:
    """As with speeches: only time that has passed counts."""
    one = Panel("pitches")
    one.send(BeginPitch, candidate="a")
    log = one.journal[f"meeting/{EVENING}"]
    log.append(Recorded(ClockJumped(milliseconds=3_600_000), len(log) + 1, one.at, "secretary"))
    for meeting in (one.meetings[EVENING], one.twins[EVENING]):
        apply(meeting, log[-1])
    one.at += timedelta(hours=1)
    pitch = one.meeting.pitches.held[0]
    assert pitch.seconds(one.at + timedelta(seconds=5) - one.meeting.life.shift) == (5, 0)
    one.send(OpenQuestions)
    one.send(EndPitch)
    assert pitch.seconds(one.at) == (10, 10)


def test_what_nobody_presents_is_passed_over_and_still_stands() -> None:
    """With the reason; whoever comes late may still present it."""
    one = Panel("pitches")
    one.send(PassOver, candidate="a", reason="Nobody came.")
    assert next_pitch(one.meeting) == "b"
    assert one.no(PassOver, candidate="b", reason=" ") == "text-missing"
    one.pitch("a")
    assert not one.meeting.pitches.passed
    assert one.no(PassOver, candidate="a", reason="r") == "already-pitched"
    for name in "bcd":
        one.send(PassOver, candidate=name, reason="Short of time.")
    assert next_pitch(one.meeting) == ""
    one.to("voting")
    one.voted(residents=[ticks("b")])
    assert one.funded == {"b"}


def test_nothing_else_begins_while_a_project_is_presented() -> None:
    """Neither a break nor the next phase."""
    one = Panel("pitches")
    one.send(BeginPitch, candidate="a")
    assert one.no(EnterPhase, phase="voting") == "pitch-running"
    assert one.no(Recess) == "pitch-running"
    assert [refusal.code for _, refusal in one.meeting.hindrances()] == ["pitch-running"]
    one.send(EndPitch)
    assert not one.meeting.hindrances()


def test_nobody_presents_once_people_vote() -> None:
    """All vote on what all have heard; after a void vote one may explain again."""
    one = Panel()
    one.open_vote()
    one.send(DeclareVoid, reason="Nobody had understood the ballot.")
    one.send(EnterPhase, phase="pitches")
    one.pitch("a")
    one.to("voting")
    one.voted(residents=[ticks("a")])
    one.send(EnterPhase, phase="pitches")
    assert one.no(BeginPitch, candidate="b") == "vote-begun"


def test_pitches_need_a_running_meeting() -> None:
    """An order is found before; nobody presents at the door."""
    one = Panel("sign-in")
    assert one.no(BeginPitch, candidate="a") == one.no(PassOver, candidate="a", reason="r")
    assert one.no(BeginPitch, candidate="a") == "not-running"
