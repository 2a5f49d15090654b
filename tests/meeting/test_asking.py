"""What the rules say before anybody acts, and that asking changes nothing."""

from datetime import UTC, timedelta

from facilitator.meeting.asking import (
    another_day,
    next_phase,
    next_vote,
    put_off_refusal,
    refusal,
    vote_refusal,
)
from facilitator.meeting.floor import GiveFloor
from facilitator.meeting.format import Stage
from facilitator.meeting.items import FinishItem, PostponeItem
from facilitator.meeting.lifecycle import Recess
from facilitator.meeting.motions import PostponeMotion, PutMotion, RewordMotion, SecondMotion
from tests.meeting.hall import EVENING, Hall, charter


def hall(**changes):
    """A hall whose first item is in hand."""
    made = Hall(charter(**changes))
    made.open()
    return made


def code(turn):
    return turn.refusal.code if turn.refusal else ""


def test_a_question_is_answered_as_the_act_would_be_and_changes_nothing():
    """The refusal asked for is the refusal met; what would be done is not done by asking."""
    one = hall()
    give = GiveFloor(meeting=EVENING, speaker="e1")
    assert refusal(one.meeting, give) is None
    assert one.meeting.floor.speaking is None
    one.do(give)
    found = refusal(one.meeting, give)
    assert found is not None
    assert found.code == one.code(give) == "has-the-floor"


def test_another_day_than_planned_is_told_only_where_the_meeting_begins():
    """By the clocks in the room; on the day itself, and once people gather, there is nothing to tell."""
    one = Hall(charter())
    meeting = one.convene()
    planned = meeting.call.planned
    gathering = meeting.format.first(Stage.GATHERING)
    day = planned.date()
    midnight = planned.replace(hour=0, minute=0, second=0)
    for now in (midnight, midnight + timedelta(hours=24, seconds=-1)):
        assert another_day(meeting, gathering, now.astimezone(UTC)) is None
    for now in (midnight - timedelta(seconds=1), midnight + timedelta(days=1)):
        found = another_day(meeting, gathering, now.astimezone(UTC))
        assert found is not None
        assert abs(found - day) == timedelta(days=1)
    running = hall().meeting
    closing = running.format.first(Stage.CLOSING)
    assert another_day(running, closing, planned + timedelta(days=3)) is None


class TestWhoseTurn:
    def test_without_a_motion_it_is_nobodys(self):
        """No motion on the item in hand, none to vote on; neither when a motion is decided."""
        one = hall()
        assert next_vote(one.meeting) is None
        one.motion()
        one.roll_call(13)
        assert next_vote(one.meeting) is None

    def test_amendments_come_before_their_motion(self):
        """First the amendments in the order they were moved, then the motion itself."""
        one = hall()
        one.motion()
        one.amendment("a1")
        one.amendment("a2")
        seen = []
        for poll in ("p1", "p2", "p3"):
            turn = next_vote(one.meeting)
            seen.append((turn.motion.id, code(turn)))
            one.roll_call(2, 11, motion=turn.motion.id, poll=poll)
        assert seen == [("a1", ""), ("a2", ""), ("m1", "")]

    def test_what_waits_for_a_second_lets_another_go_first(self):
        """One that could be voted on now goes first; when none could, the first says why not."""
        one = hall(second_required=True)
        one.do(PutMotion(meeting=EVENING, motion="m1", mover="e1", text="One."))
        turn = next_vote(one.meeting)
        assert (turn.motion.id, code(turn)) == ("m1", "not-seconded")
        one.motion("m2", "n1")
        turn = next_vote(one.meeting)
        assert (turn.motion.id, code(turn)) == ("m2", "")
        one.do(SecondMotion(meeting=EVENING, motion="m1", member="e2"))
        assert next_vote(one.meeting).motion.id == "m1"

    def test_an_amendment_that_no_longer_fits_is_told_first(self):
        """After the motion was reworded neither can be put; the amendment is what is in the way."""
        one = hall()
        one.motion()
        one.amendment()
        one.do(RewordMotion(meeting=EVENING, motion="m1", text="Else.", reason="misheard"))
        turn = next_vote(one.meeting)
        assert (turn.motion.id, code(turn)) == ("a1", "amendment-outdated")

    def test_a_speech_is_in_the_way(self):
        """While somebody speaks nothing is put to the vote."""
        one = hall()
        one.motion()
        one.do(GiveFloor(meeting=EVENING, speaker="e1"))
        assert code(next_vote(one.meeting)) == "has-the-floor"

    def test_the_name_of_the_question_is_never_taken(self):
        """A vote that happens to be called as the question is does not confuse it."""
        one = hall()
        one.motion()
        one.roll_call(2, 11, poll="asked")
        one.motion("m2")
        assert vote_refusal(one.meeting, one.meeting.motions.motion("m2")) is None


class TestPuttingOff:
    def test_open_motions_are_no_hindrance_to_putting_off_all_of_it(self):
        """The motions are put off first, and then the item can be."""
        one = hall()
        one.motion()
        item = one.meeting.agenda.item("i1")
        assert put_off_refusal(one.meeting, item) is None
        one.do(PostponeMotion(meeting=EVENING, motion="m1", reason="late"))
        one.do(PostponeItem(meeting=EVENING, item="i1", reason="late"))
        assert put_off_refusal(one.meeting, item).code == "item-settled"

    def test_a_speech_or_a_break_is(self):
        """Nothing is put off while somebody speaks or everybody is out."""
        one = hall()
        item = one.meeting.agenda.item("i1")
        one.do(Recess(meeting=EVENING))
        assert put_off_refusal(one.meeting, item).code == "in-recess"
        other = hall()
        other.do(GiveFloor(meeting=EVENING, speaker="e1"))
        item = other.meeting.agenda.item("i1")
        assert put_off_refusal(other.meeting, item).code == "has-the-floor"


def test_the_way_on_is_the_formats():
    """From deliberating one can go on to the reading back, not straight to what is closed or before."""
    one = hall()
    one.do(FinishItem(meeting=EVENING, item="i1"))
    assert next_phase(one.meeting, Stage.CLOSING).stage is Stage.CLOSING
    assert next_phase(one.meeting, Stage.BEFORE) is None
