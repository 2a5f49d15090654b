"""Who is in the room, and since when."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from facilitator.bodies import Person
from facilitator.meeting.attendance import (
    AdmitObserver,
    Arrive,
    Capacity,
    CorrectTimes,
    EraseObserver,
    Excuse,
    Leave,
)
from facilitator.meeting.dismissing import DismissObserver
from facilitator.meeting.floor import AskForFloor, EndSpeech, GiveFloor
from facilitator.meeting.lifecycle import ChangeHost, EnterPhase
from facilitator.meeting.motions import PutMotion, SecondMotion
from facilitator.meeting.polls import Recuse
from facilitator.meeting.striking import StrikeStay
from tests.meeting.hall import CHAIR, EVENING, START, THIRTEEN, Hall

OBSERVER = AdmitObserver(meeting=EVENING, person_id="ye", person=Person(name="Ye"))


def arrive(person: str) -> Arrive:
    return Arrive(meeting=EVENING, person=person)


def leave(person: str) -> Leave:
    return Leave(meeting=EVENING, person=person)


def test_coming_and_going_is_a_log_of_stays() -> None:
    """Somebody who leaves and comes back has stayed twice."""
    hall = Hall()
    hall.open()
    hall.do(leave("e1"))
    assert not hall.meeting.attendance.is_present("e1")
    hall.do(arrive("e1"))
    assert hall.meeting.attendance.is_present("e1")
    assert len(hall.meeting.attendance.stays["e1"]) == 2


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (arrive("e1"), "already-present"),
        (arrive("nobody"), "not-a-member"),
        (leave("nobody"), "not-a-member"),
        (leave("n6"), "not-present"),
        (leave(CHAIR), "host-leaves"),
        (Excuse(meeting=EVENING, member="e1"), "already-present"),
        (Excuse(meeting=EVENING, member="nobody"), "not-a-member"),
        (
            AdmitObserver(meeting=EVENING, person_id="e1", person=Person(name="A member")),
            "person-exists",
        ),
    ],
)
def test_what_cannot_be_is_refused(command: Arrive, code: str) -> None:
    """Nobody comes twice, nobody leaves who is not there, and the host does not leave a meeting alone."""
    hall = Hall()
    hall.open(present=tuple(m for m in THIRTEEN if m != "n6"))
    assert hall.code(command) == code


def test_the_refusal_of_an_absent_member_tells_since_when() -> None:
    """The time of leaving is among the facts, and empty for somebody who never came."""
    hall = Hall()
    hall.open(present=tuple(m for m in THIRTEEN if m != "n6"))
    hall.do(leave("e1"))
    assert hall.refused(leave("e1")).facts["left"] == hall.at.isoformat()
    assert hall.refused(leave("n6")).facts["left"] == ""


def test_the_host_may_leave_after_handing_over_and_before_the_meeting_begins() -> None:
    """Only a meeting under way is not left without its host."""
    hall = Hall()
    hall.convene()
    hall.do(EnterPhase(meeting=EVENING, phase="sign-in"))
    hall.do(arrive(CHAIR))
    hall.do(leave(CHAIR))
    hall = Hall()
    hall.open()
    hall.do(ChangeHost(meeting=EVENING, host="e1"))
    hall.do(leave(CHAIR))
    assert [host for _, host in hall.meeting.life.hosts] == [CHAIR, "e1"]


def test_whoever_has_the_floor_gives_it_back_before_leaving() -> None:
    """A speech does not go on outside the room; a raised hand goes down by itself."""
    hall = Hall()
    hall.open()
    hall.do(AskForFloor(meeting=EVENING, speaker="e2"))
    hall.do(GiveFloor(meeting=EVENING, speaker="e1"))
    assert hall.code(leave("e1")) == "has-the-floor"
    hall.do(EndSpeech(meeting=EVENING))
    hall.do(leave("e1"))
    hall.do(leave("e2"))
    assert not hall.meeting.floor.queue


def test_leave_of_absence_ends_when_the_member_comes_after_all() -> None:
    """A member is excused once, and not any more when present."""
    hall = Hall()
    hall.convene()
    excuse = Excuse(meeting=EVENING, member="e1", reason="night shift")
    hall.do(excuse)
    assert hall.meeting.attendance.excused == {"e1": "night shift"}
    assert hall.code(excuse) == "already-excused"
    hall.do(EnterPhase(meeting=EVENING, phase="sign-in"))
    hall.do(arrive("e1"))
    assert not hall.meeting.attendance.excused


def test_observers_come_and_go_without_counting() -> None:
    """An observer is let in once, is in the room, and is no member of the council."""
    hall = Hall()
    hall.open()
    (admitted,) = hall.do(OBSERVER)
    assert (admitted.subject, admitted.beside) == ("ye", "person")
    assert hall.code(OBSERVER) == "person-exists"
    hall.do(arrive("ye"))
    assert hall.meeting.attendance.observers["ye"].capacity is Capacity.OBSERVER
    assert hall.meeting.figures().whole.present == 13
    assert hall.meeting.group_of("ye") == ""
    hall.do(leave("ye"))


def test_whoever_has_no_vote_is_told_so() -> None:
    """An observer who is on the list is not called unknown: only what is for members is refused."""
    hall = Hall()
    hall.open()
    hall.do(OBSERVER)
    hall.do(arrive("ye"))
    for command in (
        PutMotion(meeting=EVENING, motion="m1", mover="ye", text="Do it."),
        Recuse(meeting=EVENING, member="ye", reason="a cousin"),
        Excuse(meeting=EVENING, member="ye"),
    ):
        assert hall.code(command) == "no-vote"
    hall.motion()
    assert hall.code(SecondMotion(meeting=EVENING, motion="m1", member="ye")) == "no-vote"


def test_whoever_is_not_expected_any_more_is_taken_off_the_list() -> None:
    """A name entered by mistake goes with its data, and its id is given to nobody else."""
    hall = Hall()
    hall.convene()
    dismiss = DismissObserver(meeting=EVENING, person_id="ye")
    assert hall.code(dismiss) == "not-an-observer"
    hall.do(OBSERVER)
    (dismissed,) = hall.do(dismiss)
    assert (dismissed.subject, dismissed.erases) == ("ye", True)
    assert hall.meeting.attendance.observers == {}
    assert hall.code(dismiss) == "not-an-observer"
    assert hall.code(OBSERVER) == "person-exists"
    assert hall.code(arrive("ye")) == "not-a-member"


def test_nobody_is_taken_off_the_list_whom_the_record_needs() -> None:
    """Who runs the meeting, who has come, and anybody at all once the meeting was opened."""
    hall = Hall()
    hall.convene()
    hall.do(OBSERVER)
    dismiss = DismissObserver(meeting=EVENING, person_id="ye")
    hall.do(ChangeHost(meeting=EVENING, host="ye"))
    assert hall.code(dismiss) == "host-leaves"
    hall.do(ChangeHost(meeting=EVENING, host="e1"))
    hall.do(EnterPhase(meeting=EVENING, phase="sign-in"))
    hall.do(arrive("ye"))
    assert hall.code(dismiss) == "already-present"
    hall.do(StrikeStay(meeting=EVENING, person="ye", stay=1, reason="a slip"))
    hall.do(arrive("e1"))
    hall.do(EnterPhase(meeting=EVENING, phase="deliberate"))
    assert hall.code(dismiss) == "not-in-this-phase"


def test_an_observer_s_data_is_erased_after_the_meeting() -> None:
    """While the meeting lasts its minutes need the names; afterwards only the stays are left."""
    hall = Hall()
    hall.open()
    hall.do(OBSERVER)
    hall.do(arrive("ye"))
    erase = EraseObserver(meeting=EVENING, person_id="ye", reason="asked for it")
    assert hall.code(erase) == "meeting-lasts"
    hall.close()
    other = EraseObserver(meeting=EVENING, person_id="e1", reason="asked for it")
    assert hall.code(other) == "not-an-observer"
    (erased,) = hall.do(erase)
    assert (erased.subject, erased.erases) == ("ye", True)
    assert hall.meeting.attendance.observers["ye"].person is None
    assert hall.code(erase) == "already-erased"
    assert hall.meeting.attendance.came("ye")


def correction(**fields: object) -> CorrectTimes:
    told = {"person": "e1", "stay": 1, "came": START, "left": None, "reason": "misread", **fields}
    return CorrectTimes(meeting=EVENING, **told)  # pyright: ignore[reportArgumentType]


def test_a_corrected_time_keeps_the_old_one_readable() -> None:
    """Old and new times stand side by side, with the reason."""
    hall = Hall()
    hall.open()
    before = hall.meeting.attendance.stays["e1"][0].came
    hall.do(correction())
    (change,) = hall.meeting.attendance.changes
    assert (change.old, change.new) == (before.isoformat() + "/", START.isoformat() + "/")
    assert hall.meeting.attendance.stays["e1"][0].came == START


def test_the_times_of_a_stay_stay_in_order() -> None:
    """A corrected stay begins before it ends, and lies between the stays before and after it."""
    hall = Hall()
    hall.open()
    hall.do(leave("e1"))
    left = hall.at
    hall.do(arrive("e1"), after=600)
    hour = timedelta(hours=1)
    hall.do(correction(left=left + timedelta(seconds=5)))
    assert hall.meeting.attendance.changes[0].new.endswith(
        (left + timedelta(seconds=5)).isoformat()
    )
    for wrong in (
        correction(came=left + hour, left=left),
        correction(came=START, left=left + hour),
        correction(came=START, left=None),
        correction(stay=2, came=START),
        correction(stay=2, came=left + hour, left=left + hour),
    ):
        assert hall.code(wrong) == "times-order"
    for stay in (0, 3):
        assert hall.code(correction(stay=stay)) == "no-such-stay"
    assert hall.code(correction(person="nobody")) == "not-a-member"


@pytest.mark.parametrize("field", ["came", "left"])
def test_a_time_without_its_zone_is_refused_by_name(field: str) -> None:
    """The refusal names the field that has no zone."""
    hall = Hall()
    hall.open()
    hall.do(leave("e1"))
    naive = datetime(2026, 11, 27, 20)  # noqa: DTZ001 that is the point
    refusal = hall.refused(correction(**{"left": hall.at, field: naive}))
    assert (refusal.code, refusal.facts) == ("time-without-zone", {"field": field})
