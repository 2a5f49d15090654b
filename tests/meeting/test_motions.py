"""Motions and amendments: what is voted on stands word for word."""

from __future__ import annotations

import pytest

from facilitator.acts import Command
from facilitator.meeting.items import FinishItem, TakeUp
from facilitator.meeting.lifecycle import EnterPhase, Recess
from facilitator.meeting.motions import (
    MotionState,
    PostponeMotion,
    PutAmendment,
    PutMotion,
    RewordMotion,
    SecondMotion,
    WithdrawMotion,
)
from facilitator.meeting.polls import Method, OpenPoll
from tests.meeting.hall import EVENING, THIRTEEN, Hall, charter


def put(motion: str = "m1", mover: str = "e1", text: str = "Do it.") -> PutMotion:
    return PutMotion(meeting=EVENING, motion=motion, mover=mover, text=text)


def amend(motion: str = "a1", amends: str = "m1", mover: str = "e1") -> PutAmendment:
    return PutAmendment(
        meeting=EVENING, motion=motion, amends=amends, mover=mover, text="Add.", becomes="Do both."
    )


def second(member: str = "e2", motion: str = "m1") -> SecondMotion:
    return SecondMotion(meeting=EVENING, motion=motion, member=member)


def reword(motion: str = "m1", text: str = "Do that.") -> RewordMotion:
    return RewordMotion(meeting=EVENING, motion=motion, text=text, reason="misheard")


def withdraw(motion: str = "m1") -> WithdrawMotion:
    return WithdrawMotion(meeting=EVENING, motion=motion, reason="thought better of it")


def postpone(motion: str = "m1") -> PostponeMotion:
    return PostponeMotion(meeting=EVENING, motion=motion, reason="no time")


def open_poll(motion: str = "m1", poll: str = "p1") -> OpenPoll:
    return OpenPoll(meeting=EVENING, poll=poll, motion=motion, method=Method.HANDS)


def state(hall: Hall, motion: str = "m1") -> MotionState:
    return hall.meeting.motions.motion(motion).state


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (put("m1"), "motion-exists"),
        (put("m 2"), "bad-id"),
        (put("m2", mover="nobody"), "not-a-member"),
        (put("m2", mover="n6"), "not-present"),
        (put("m2", text=""), "text-missing"),
        (amend("m1"), "motion-exists"),
        (amend("a2", amends="m9"), "unknown-motion"),
        (amend("a2", amends="a1"), "amends-an-amendment"),
        (amend("a2", mover="n6"), "not-present"),
        (second("e1"), "seconds-own-motion"),
        (second("n6"), "not-present"),
        (second("e3", motion="a1"), "already-seconded"),
        (second("e2", motion="m9"), "unknown-motion"),
        (reword(text=""), "text-missing"),
        (withdraw("m9"), "unknown-motion"),
    ],
)
def test_motions_that_make_no_sense_are_refused(command: Command, code: str) -> None:
    """A motion has its own name, a text, and a member in the room who moves it; another one seconds it."""
    hall = Hall()
    hall.open(present=tuple(m for m in THIRTEEN if m != "n6"))
    hall.do(put())
    hall.do(amend())
    hall.do(second(motion="a1"))
    assert hall.code(command) == code


def test_motions_are_numbered_under_their_items() -> None:
    """2-1 is the first motion on item 2, 2-1/1 the first amendment to it."""
    hall = Hall()
    hall.open()
    hall.do(put("m1"))
    hall.do(put("m2"))
    hall.do(TakeUp(meeting=EVENING, item="i2"))
    hall.do(put("m3"))
    hall.do(amend("a1", amends="m3"))
    hall.do(amend("a2", amends="m3"))
    motions = hall.meeting.motions
    named = [motions.number(motion) for motion in motions.all.values()]
    assert named == ["1-1", "1-2", "2-1", "2-1/1", "2-1/2"]


def test_a_motion_is_seconded_before_the_vote_where_the_charter_asks() -> None:
    """Without a second there is no vote, neither on a motion nor on an amendment to it."""
    hall = Hall(charter(second_required=True))
    hall.open()
    hall.do(put())
    assert hall.code(open_poll()) == "not-seconded"
    hall.do(amend())
    assert hall.code(open_poll("a1")) == "not-seconded"
    hall.do(second(motion="a1"))
    hall.hands(9, motion="a1")
    hall.do(second())
    hall.do(open_poll(poll="p2"))


def test_nothing_is_moved_while_a_vote_runs() -> None:
    """Moving, amending and seconding wait until the votes are counted."""
    hall = Hall()
    hall.open()
    hall.do(put())
    hall.do(put("m2"))
    hall.do(open_poll())
    for command in (put("m3"), amend(amends="m2"), second(motion="m2")):
        assert hall.code(command) == "poll-open"


def test_nothing_is_moved_on_an_item_that_is_paused() -> None:
    """Amending, seconding and voting wait until the item is in hand again; withdrawing does not."""
    hall = Hall()
    hall.open()
    hall.do(put())
    hall.do(TakeUp(meeting=EVENING, item="i2"))
    for command in (amend(), second(), open_poll()):
        assert hall.code(command) == "item-not-in-hand"
    hall.do(withdraw())


def test_nothing_is_moved_in_recess() -> None:
    """Moving, amending, seconding and voting wait for the end of the recess."""
    hall = Hall()
    hall.open()
    hall.do(put())
    hall.do(Recess(meeting=EVENING))
    for command in (put("m2"), amend(), second(), open_poll()):
        assert hall.code(command) == "in-recess"


def test_a_reworded_motion_keeps_its_old_wording_readable() -> None:
    """Wording is put right with a reason, before the vote only."""
    hall = Hall()
    hall.open()
    hall.do(put())
    hall.do(reword())
    motion = hall.meeting.motions.motion("m1")
    assert (motion.text, motion.changes[0].old) == ("Do that.", "Do it.")
    hall.hands(9)
    assert hall.code(reword(text="Do another.")) == "motion-settled"
    assert hall.meeting.polls.poll("p1").text == "Do that."


def test_a_motion_is_not_touched_while_it_or_its_amendment_is_voted_on() -> None:
    """The words before the voters do not move under their hands."""
    hall = Hall()
    hall.open()
    hall.do(put())
    hall.do(amend())
    hall.do(open_poll("a1"))
    for command in (reword(), withdraw(), postpone(), reword("a1"), withdraw("a1")):
        assert hall.code(command) == "poll-open"
    hall = Hall()
    hall.open()
    hall.do(put())
    hall.do(open_poll())
    for command in (amend(), reword(), withdraw()):
        assert hall.code(command) == "poll-open"


@pytest.mark.parametrize(
    ("command", "then"),
    [(withdraw(), MotionState.WITHDRAWN), (postpone(), MotionState.POSTPONED)],
)
def test_amendments_go_with_their_motion(command: Command, then: MotionState) -> None:
    """A motion that is taken back or put off takes its open amendments with it, not the decided ones."""
    hall = Hall()
    hall.open()
    hall.do(put())
    hall.do(amend("a1"))
    hall.hands(3, motion="a1")
    hall.do(amend("a2"))
    hall.do(command)
    assert [state(hall, m) for m in ("m1", "a1", "a2")] == [then, MotionState.LOST, then]
    assert hall.meeting.motions.motion("a2").reason
    assert hall.code(command) == "motion-settled"


def test_amendments_are_voted_on_before_their_motion() -> None:
    """A motion waits for its amendments; one that is put off no longer holds it up."""
    hall = Hall()
    hall.open()
    hall.do(put())
    hall.do(amend())
    assert hall.code(open_poll()) == "amendment-first"
    hall.do(postpone("a1"))
    hall.do(open_poll())


def test_a_carried_amendment_changes_the_words_of_its_motion() -> None:
    """The motion is voted on as amended; a lost amendment changes nothing."""
    hall = Hall()
    hall.open()
    hall.do(put())
    hall.do(amend("a1"))
    hall.hands(8, motion="a1")
    motion = hall.meeting.motions.motion("m1")
    assert (motion.text, motion.amended) == ("Do it.", False)
    hall.do(amend("a2"))
    hall.hands(9, motion="a2", poll="p2")
    assert (motion.text, motion.amended) == ("Do both.", True)
    assert not hall.meeting.decisions.all
    hall.hands(9, poll="p3")
    assert hall.meeting.polls.poll("p3").text == "Do both."


def test_an_amendment_to_words_that_have_changed_is_moved_anew() -> None:
    """Of two amendments to the same words the second would silently undo the first: it is refused."""
    hall = Hall()
    hall.open()
    hall.do(put())
    hall.amendment("a1")
    hall.amendment("a2")
    hall.hands(9, motion="a1")
    assert hall.code(open_poll("a2", "p2")) == "amendment-outdated"
    hall.do(withdraw("a2"))
    hall.amendment("a3")
    hall.hands(9, motion="a3", poll="p2")
    assert hall.meeting.motions.motion("m1").text == "Do it. With a1. With a3."


def test_an_amendment_outlives_no_decision_of_its_motion() -> None:
    """A motion that is settled is amended no more."""
    hall = Hall()
    hall.open()
    hall.do(put())
    hall.hands(9)
    assert hall.code(amend()) == "motion-settled"


def test_a_meeting_with_an_open_motion_is_not_closed() -> None:
    """Even where its item is done, because a vote turned out not to be valid, the motion is settled first."""
    hall = Hall()
    hall.open()
    hall.do(put())
    hall.do(EnterPhase(meeting=EVENING, phase="read-back"))
    assert hall.code(FinishItem(meeting=EVENING, item="i1")) == "motion-open"
    assert hall.code(withdraw()) == "not-in-this-phase"
    hall.close()
    assert state(hall) is MotionState.POSTPONED
