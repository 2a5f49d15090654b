"""An arrival that was recorded by mistake is taken back, and what rests on it is put right."""

from __future__ import annotations

import pytest

from facilitator.meeting.attendance import Arrive, CorrectTimes, Excuse, Leave
from facilitator.meeting.floor import AskForFloor, EndSpeech, GiveFloor
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.meeting.motions import MotionState
from facilitator.meeting.notes import StrikeNote, WriteNote
from facilitator.meeting.polls import Ballots, Method, OpenPoll, Recuse
from facilitator.meeting.striking import StayStruck, StrikeStay
from facilitator.meeting.voting import CastVote, CorrectVote
from tests.meeting.hall import (
    AGAINST,
    CHAIR,
    EVENING,
    FOR,
    START,
    THIRTEEN,
    Hall,
    charter,
    households,
)


def strike(person: str = "e1", stay: int = 1, reason: str = "somebody else") -> StrikeStay:
    return StrikeStay(meeting=EVENING, person=person, stay=stay, reason=reason)


def arrive(person: str = "e1") -> Arrive:
    return Arrive(meeting=EVENING, person=person)


def test_a_struck_stay_counts_no_more_and_stays_readable() -> None:
    """Whoever was never there is not there, was not there, and the mistake stands among the corrections."""
    hall = Hall()
    hall.open()
    came = hall.meeting.attendance.stays["e6"][0].came
    hall.do(AskForFloor(meeting=EVENING, speaker="e6"))
    hall.do(strike("e6"))
    attendance = hall.meeting.attendance
    assert not attendance.is_present("e6")
    assert not attendance.came("e6")
    assert not hall.meeting.floor.queue
    assert [stay.came for stay in attendance.struck["e6"]] == [came]
    (change,) = attendance.changes
    assert (change.field, change.old, change.new) == ("e6", came.isoformat() + "/", "")
    assert change.reason == "somebody else"


def test_stays_keep_their_numbers_when_one_is_struck() -> None:
    """The second stay is still the second when the first never was, and the next is the third."""
    hall = Hall()
    hall.open()
    hall.do(Leave(meeting=EVENING, person="e6"))
    hall.do(arrive("e6"))
    hall.do(strike("e6", 1))
    assert hall.meeting.attendance.is_present("e6")
    assert hall.code(strike("e6", 1)) == "no-such-stay"
    hall.do(CorrectTimes(meeting=EVENING, person="e6", stay=2, came=START, reason="misread"))
    assert hall.meeting.attendance.stays["e6"][0].came == START
    hall.do(Leave(meeting=EVENING, person="e6"))
    hall.do(arrive("e6"))
    assert [stay.number for stay in hall.meeting.attendance.stays["e6"]] == [2, 3]


def test_leave_that_a_mistaken_arrival_had_ended_stands_again() -> None:
    """Excused, taken for somebody else, and excused again; without leave there is none to come back."""
    hall = Hall()
    hall.convene()
    hall.do(Excuse(meeting=EVENING, member="e1", reason="night shift"))
    hall.do(EnterPhase(meeting=EVENING, phase="sign-in"))
    hall.do(arrive())
    assert not hall.meeting.attendance.excused
    hall.do(strike())
    assert hall.meeting.attendance.excused == {"e1": "night shift"}
    hall.do(arrive())
    hall.do(Leave(meeting=EVENING, person="e1"))
    hall.do(arrive())
    (struck,) = hall.do(strike(stay=3))
    assert isinstance(struck, StayStruck)
    assert struck.leave is None
    assert not hall.meeting.attendance.excused
    hall.do(arrive("e2"))
    hall.do(strike("e2"))
    hall.do(Excuse(meeting=EVENING, member="e2"))
    assert hall.meeting.attendance.excused == {"e2": ""}


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (strike("nobody"), "not-a-member"),
        (strike(stay=2), "no-such-stay"),
        (strike(stay=0), "no-such-stay"),
        (strike("n6"), "no-such-stay"),
        (strike(reason=" "), "text-missing"),
        (strike(CHAIR), "host-leaves"),
    ],
)
def test_what_cannot_be_struck(command: StrikeStay, code: str) -> None:
    """Only a stay that is there, with a reason, and not that of the host of a running meeting."""
    hall = Hall()
    hall.open(present=tuple(m for m in THIRTEEN if m != "n6"))
    assert hall.code(command) == code


def test_the_host_who_signed_in_by_mistake_is_struck_before_the_meeting_begins() -> None:
    """Until then there is nothing to run."""
    hall = Hall()
    hall.convene()
    hall.do(EnterPhase(meeting=EVENING, phase="sign-in"))
    hall.do(arrive(CHAIR))
    hall.do(strike(CHAIR))
    assert not hall.meeting.attendance.came(CHAIR)


def test_whoever_left_a_trace_was_there() -> None:
    """Speakers, movers, seconders, tellers and the recused stay; a struck line is no trace any more."""
    hall = Hall(charter(second_required=True))
    hall.open()
    hall.motion()
    hall.do(Recuse(meeting=EVENING, member="n2", reason="a cousin"))
    hall.do(GiveFloor(meeting=EVENING, speaker="n3"))
    hall.do(EndSpeech(meeting=EVENING))
    hall.do(WriteNote(meeting=EVENING, note="l1", text="Yes.", speaker="n4"))
    hall.paper(Ballots(returned=12, in_favour=12), issued=12)
    for person in ("e1", "e2", "n1", "n2", "n3", "n4"):
        assert hall.code(strike(person)) == "stay-used"
    hall.do(StrikeNote(meeting=EVENING, note="l1", reason="not said"))
    assert hall.code(strike("n4")) == "more-votes-than-present"


def test_a_vote_is_taken_back_before_the_stay_is_struck() -> None:
    """The answer of somebody who was not there is a mistake of its own, and is corrected first."""
    hall = Hall()
    hall.open()
    hall.motion()
    poll = hall.roll_call(13)
    assert hall.code(strike("n6")) == "stay-used"
    undo = CorrectVote(meeting=EVENING, poll="p1", member="n6", choice=None, reason="not there")
    hall.do(undo)
    hall.do(strike("n6"))
    assert "n6" not in poll.present
    assert poll.outcome is not None
    assert poll.outcome.tally.present == 12
    assert [change.field for change in poll.changes] == ["n6", "n6"]


def test_a_vote_on_those_present_is_counted_anew_without_the_struck() -> None:
    """Six of twelve are not more than half; six of eleven are, and each decision has its own number."""
    hall = households(12, 12)
    for number in (1, 2):
        hall.motion(f"m{number}", "h1")
        hall.roll_call(6, 5, poll=f"p{number}", motion=f"m{number}")
        assert hall.meeting.motions.motion(f"m{number}").state is MotionState.LOST
    hall.do(strike("h12"))
    assert [motion.state for motion in hall.meeting.motions.all.values()] == [
        MotionState.CARRIED,
        MotionState.CARRIED,
    ]
    assert list(hall.meeting.decisions.all) == [1, 2]


def test_a_roll_keeps_whoever_was_there_by_another_stay() -> None:
    """A vote is touched only by the stay in which it was opened."""
    hall = households(12, 12)
    hall.motion("m1", "h1")
    poll = hall.roll_call(7, 4)
    hall.do(Leave(meeting=EVENING, person="h12"))
    hall.do(arrive("h12"))
    hall.do(strike("h12", 2))
    assert "h12" in poll.present
    assert not poll.changes
    assert hall.meeting.attendance.came("h12")


def test_the_struck_are_off_the_roll_of_a_running_vote() -> None:
    """Nobody is waited for who is not there, and the roll call can be closed."""
    hall = Hall()
    hall.open()
    hall.motion()
    hall.do(OpenPoll(meeting=EVENING, poll="p1", motion="m1", method=Method.ROLL_CALL))
    for member in THIRTEEN[:-2]:
        hall.do(CastVote(meeting=EVENING, poll="p1", member=member, choice=FOR))
    hall.do(strike("n6"))
    hall.do(CastVote(meeting=EVENING, poll="p1", member=CHAIR, choice=AGAINST))
    poll = hall.close_poll("p1")
    assert "n6" not in poll.entitled
    assert poll.outcome is not None
    assert poll.outcome.tally.present == 12


def test_people_arrive_when_they_gather_and_not_before() -> None:
    """Thirteen days early nobody has arrived; asking for leave is for then."""
    hall = Hall()
    hall.convene()
    refusal = hall.refused(arrive())
    assert refusal.code == "not-gathering"
    assert refusal.facts == {"phase": "prepare", "next": "sign-in"}
    hall.do(Excuse(meeting=EVENING, member="e1"))
    hall.do(EnterPhase(meeting=EVENING, phase="sign-in"))
    hall.do(arrive())
