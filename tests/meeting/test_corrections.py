"""What was entered wrongly is put right: the old value stays readable, and what followed from it is undone."""

from __future__ import annotations

import pytest

from facilitator.acts import Command
from facilitator.meeting.attendance import Leave
from facilitator.meeting.closing import (
    ClosePoll,
    GiveCastingVote,
    RuleOnContested,
    VoidPoll,
)
from facilitator.meeting.consequences import OutcomeRevised
from facilitator.meeting.decisions import Assign, Assignment, CorrectAssignment, DecisionAnnulled
from facilitator.meeting.items import FinishItem, PostponeItem, TakeUp
from facilitator.meeting.lifecycle import CloseMeeting, EnterPhase, ReopenMeeting
from facilitator.meeting.motions import (
    MotionState,
    PostponeMotion,
    RewordMotion,
    WithdrawMotion,
)
from facilitator.meeting.polls import Ballots, Hands, Method, OpenPoll, Poll
from facilitator.meeting.voting import (
    CastVote,
    CorrectBallots,
    CorrectHands,
    CorrectVote,
    CountHands,
    IssueBallots,
    ReportBallots,
)
from facilitator.rules.charter import Base, Threshold, Tie
from facilitator.rules.outcome import Reason, Verdict
from facilitator.rules.tally import Choice
from tests.meeting.hall import (
    AGAINST,
    CHAIR,
    EVENING,
    FOR,
    THIRTEEN,
    Hall,
    charter,
    day,
    more_for_than_against,
    two_thirds,
)


def correct(member: str, choice: object, poll: str = "p1", reason: str = "misheard") -> CorrectVote:
    return CorrectVote(meeting=EVENING, poll=poll, member=member, choice=choice, reason=reason)  # pyright: ignore


def correct_hands(in_favour: int, against: int = 0, poll: str = "p1") -> CorrectHands:
    hands = Hands(in_favour=in_favour, against=against)
    return CorrectHands(meeting=EVENING, poll=poll, hands=hands, reason="miscounted")


def correct_ballots(in_favour: int, returned: int = 13) -> CorrectBallots:
    ballots = Ballots(returned=returned, in_favour=in_favour, void=returned - in_favour)
    return CorrectBallots(meeting=EVENING, poll="p1", ballots=ballots, reason="misread")


def started(of: object = None) -> Hall:
    """A hall of thirteen, all present, with a motion."""
    hall = Hall(of)  # pyright: ignore[reportArgumentType]
    hall.open()
    hall.motion()
    return hall


def verdict(hall: Hall, poll: str = "p1") -> Verdict:
    outcome = hall.meeting.polls.poll(poll).outcome
    assert outcome is not None
    return outcome.verdict


def standing(hall: Hall, motion: str = "m1") -> int:
    """The number of the decision that a motion has become; 0 when there is none."""
    decision = hall.meeting.decisions.of_motion(motion)
    return decision.number if decision else 0


def test_a_vote_corrected_below_nine_annuls_the_decision() -> None:
    """Nine becomes eight: the decision is annulled, its number is not given again, the motion is lost."""
    hall = started()
    hall.roll_call(9, 4)
    assert standing(hall) == 1
    hall.do(correct("e1", AGAINST))
    assert (verdict(hall), standing(hall)) == (Verdict.FAILED, 0)
    assert hall.meeting.motions.motion("m1").state is MotionState.LOST
    assert hall.meeting.decisions.all[1].annulled is not None
    hall.do(correct("e1", FOR, reason="it was right after all"))
    assert (verdict(hall), standing(hall)) == (Verdict.PASSED, 2)
    changes = hall.meeting.polls.poll("p1").changes
    assert [(c.old, c.new) for c in changes] == [("for", "against"), ("against", "for")]


def test_a_vote_corrected_to_nine_makes_a_decision() -> None:
    """Eight becomes nine: the motion is carried, under the next number."""
    hall = started()
    hall.roll_call(8, 5)
    hall.do(correct(CHAIR, FOR))
    assert (verdict(hall), standing(hall)) == (Verdict.PASSED, 1)


def test_a_correction_that_changes_no_verdict_changes_nothing_else() -> None:
    """10 becomes 9: the same decision stands."""
    hall = started()
    hall.roll_call(10, 3)
    hall.do(correct("e1", AGAINST))
    assert standing(hall) == 1
    assert len(hall.meeting.decisions.all) == 1


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (correct("e1", FOR), "nothing-to-correct"),
        (correct("n6", FOR), "not-on-roll"),
        (correct("nobody", FOR), "not-a-member"),
        (correct("e1", AGAINST, reason=""), "text-missing"),
        (correct("e1", AGAINST, poll="p9"), "unknown-poll"),
        (correct_hands(3), "other-method"),
        (GiveCastingVote(meeting=EVENING, poll="p1", choice=FOR), "no-casting-vote"),
        (
            RuleOnContested(meeting=EVENING, poll="p1", count_them=True, reason="x"),
            "nothing-contested",
        ),
    ],
)
def test_a_correction_is_about_something_and_has_a_reason(command: Command, code: str) -> None:
    """Only an answer of somebody on the roll is corrected, to another one, with a reason."""
    hall = Hall()
    hall.open(present=tuple(m for m in THIRTEEN if m != "n6"))
    hall.motion()
    hall.roll_call(9)
    assert hall.code(command) == code


def test_a_vote_is_corrected_while_the_poll_runs() -> None:
    """Before the count nothing follows from it; an answer never given is taken away."""
    hall = started()
    hall.do(OpenPoll(meeting=EVENING, poll="p1", motion="m1", method=Method.ROLL_CALL))
    hall.do(CastVote(meeting=EVENING, poll="p1", member="e1", choice=FOR))
    assert len(hall.do(correct("e1", None))) == 1
    assert hall.meeting.polls.poll("p1").votes == {}
    hall.do(CastVote(meeting=EVENING, poll="p1", member="e1", choice=AGAINST))


def test_the_answer_of_a_member_who_had_left_is_put_right() -> None:
    """It was said before leaving but not entered: the member is no longer among those who gave none."""
    hall = started()
    hall.do(OpenPoll(meeting=EVENING, poll="p1", motion="m1", method=Method.ROLL_CALL))
    for member in THIRTEEN[1:9]:
        hall.do(CastVote(meeting=EVENING, poll="p1", member=member, choice=FOR))
    for member in ("e1", "n6"):
        hall.do(Leave(meeting=EVENING, person=member))
    hall.close_poll("p1")
    poll = hall.meeting.polls.poll("p1")
    assert (verdict(hall), poll.gone) == (Verdict.FAILED, ("e1", "n6"))
    hall.do(correct("e1", FOR))
    assert (verdict(hall), poll.gone) == (Verdict.PASSED, ("n6",))
    assert set(poll.present) == set(THIRTEEN)


def test_hands_and_papers_are_corrected_like_votes() -> None:
    """Both ways, with old and new numbers readable; the result is worked out anew."""
    hall = started()
    hall.hands(8, 5)
    assert hall.code(correct_hands(8, 5)) == "nothing-to-correct"
    assert hall.code(correct_hands(9, 5)) == "more-votes-than-present"
    hall.do(correct_hands(9, 4))
    assert standing(hall) == 1
    (change,) = hall.meeting.polls.poll("p1").changes
    assert (change.old, change.new) == (
        '{"in_favour":8,"against":5}',
        '{"in_favour":9,"against":4}',
    )
    hall = started()
    hall.paper(Ballots(returned=13, in_favour=9, void=4), issued=13)
    assert hall.code(correct_ballots(9)) == "nothing-to-correct"
    assert hall.code(correct_ballots(9, returned=14)) == "ballots-above-issued"
    hall.do(correct_ballots(8))
    assert (standing(hall), verdict(hall)) == (0, Verdict.FAILED)
    poll = hall.meeting.polls.poll("p1")
    assert [count.superseded for count in poll.counts] == [True, True, False]
    assert '"in_favour":9' in poll.changes[0].old


def test_counts_are_corrected_before_the_close_too() -> None:
    """Hands that were not counted and papers not agreed on are not there to correct; afterwards they are."""
    hall = started()
    hall.do(OpenPoll(meeting=EVENING, poll="p1", motion="m1", method=Method.HANDS))
    assert hall.code(correct_hands(9)) == "nothing-to-correct"
    hall.do(CountHands(meeting=EVENING, poll="p1", hands=Hands(in_favour=8)))
    hall.do(correct_hands(9))
    hall.close_poll("p1")
    assert standing(hall) == 1
    hall = started()
    hall.do(
        OpenPoll(meeting=EVENING, poll="p1", motion="m1", method=Method.PAPER, tellers=("e1", "n1"))
    )
    hall.do(IssueBallots(meeting=EVENING, poll="p1", issued=13))
    assert hall.code(correct_ballots(9)) == "nothing-to-correct"
    for teller in ("e1", "n1"):
        ballots = Ballots(returned=13, in_favour=9, against=4)
        hall.do(ReportBallots(meeting=EVENING, poll="p1", ballots=ballots, teller=teller))
    hall.do(correct_ballots(8))
    again = Ballots(returned=13, in_favour=9, against=4)
    for teller in ("e1", ""):
        command = ReportBallots(meeting=EVENING, poll="p1", ballots=again, teller=teller)
        assert hall.code(command) == "already-counted"
    hall.close_poll("p1")
    assert verdict(hall) is Verdict.FAILED


def test_a_vote_declared_void_is_not_corrected() -> None:
    """It does not count; what counts is the next one."""
    hall = started()
    hall.do(OpenPoll(meeting=EVENING, poll="p1", motion="m1", method=Method.ROLL_CALL))
    hall.do(VoidPoll(meeting=EVENING, poll="p1", reason="the wrong motion was read out"))
    assert hall.code(correct("e1", FOR)) == "poll-void"
    hall.roll_call(9, poll="p2")
    assert standing(hall) == 1


def test_a_decision_that_was_given_to_somebody_is_annulled_with_its_task() -> None:
    """The task stays readable and takes no further change."""
    hall = started()
    hall.roll_call(9)
    task = Assign(meeting=EVENING, decision=1, assignment=Assignment(implementer="Committee"))
    hall.do(task)
    assert hall.code(task) == "already-assigned"
    hall.do(correct("e1", AGAINST))
    wrong = CorrectAssignment(
        meeting=EVENING, decision=1, assignment=Assignment(implementer="Office"), reason="x"
    )
    assert hall.code(wrong) == "decision-annulled"
    assert hall.meeting.decisions.all[1].assignment == task.assignment


def test_a_result_is_corrected_while_the_record_is_read_back_and_after_reopening() -> None:
    """The reading back is there to find mistakes; after the close the meeting is reopened first."""
    hall = started()
    hall.roll_call(9)
    hall.do(FinishItem(meeting=EVENING, item="i1"))
    hall.do(EnterPhase(meeting=EVENING, phase="read-back"))
    hall.do(correct("e1", AGAINST))
    assert standing(hall) == 0
    hall.close()
    assert hall.code(correct("e1", FOR)) == "meeting-closed"
    hall.do(ReopenMeeting(meeting=EVENING, reason="a vote was entered wrongly"))
    hall.do(correct("e1", FOR))
    assert standing(hall) == 2


# A vote that the motion has left behind carries nothing any more.


def undecided(hall: Hall, poll: str = "p1") -> Poll:
    """A tie that waits for the chair's casting vote."""
    return hall.roll_call(6, 6, 1, poll=poll, rule="robert")


def tied() -> Hall:
    hall = started(charter(rules=(two_thirds(), more_for_than_against(tie=Tie.CHAIR))))
    undecided(hall)
    return hall


CASTING = GiveCastingVote(meeting=EVENING, poll="p1", choice=FOR)


def test_the_chair_s_casting_vote_decides_a_tie_and_can_be_corrected() -> None:
    """For carries; corrected to against, with a reason, it does not. It cannot abstain."""
    hall = tied()
    assert verdict(hall) is Verdict.UNDECIDED
    abstaining = GiveCastingVote(meeting=EVENING, poll="p1", choice=Choice.ABSTAIN)
    assert hall.code(abstaining) == "casting-vote-abstains"
    hall.do(CASTING)
    assert standing(hall) == 1
    assert hall.code(CASTING) == "nothing-to-correct"
    other = GiveCastingVote(meeting=EVENING, poll="p1", choice=AGAINST)
    assert hall.code(other) == "text-missing"
    hall.do(GiveCastingVote(meeting=EVENING, poll="p1", choice=AGAINST, reason="misheard"))
    assert standing(hall) == 0
    changes = hall.meeting.polls.poll("p1").changes
    assert [(c.old, c.new) for c in changes] == [("", "for"), ("for", "against")]


@pytest.mark.parametrize(
    "gone",
    [
        WithdrawMotion(meeting=EVENING, motion="m1", reason="hopeless"),
        PostponeMotion(meeting=EVENING, motion="m1", reason="no time"),
        RewordMotion(meeting=EVENING, motion="m1", text="Something else.", reason="clearer"),
    ],
)
def test_a_late_casting_vote_does_not_carry_what_is_no_longer_there(gone: Command) -> None:
    """A motion withdrawn, put off or reworded after the tie is not carried by a casting vote on it."""
    hall = tied()
    hall.do(gone)
    before = hall.meeting.motions.motion("m1").state
    *_, revised = hall.do(CASTING)
    assert isinstance(revised, OutcomeRevised)
    assert (revised.outcome.verdict, revised.governs) == (Verdict.PASSED, False)
    assert standing(hall) == 0
    assert hall.meeting.motions.motion("m1").state is before


def test_a_later_vote_on_the_motion_stands_whatever_becomes_of_the_earlier() -> None:
    """Undecided, then lost in a second vote: a casting vote on the first carries nothing."""
    hall = tied()
    hall.roll_call(8, 5, poll="p2")
    hall.do(CASTING)
    assert (standing(hall), verdict(hall)) == (0, Verdict.PASSED)
    assert hall.meeting.motions.motion("m1").state is MotionState.LOST


def test_no_earlier_vote_is_touched_while_the_motion_is_voted_on_again() -> None:
    """One thing at a time; a second vote that is declared void leaves the first one standing."""
    hall = tied()
    hall.do(OpenPoll(meeting=EVENING, poll="p2", motion="m1", method=Method.ROLL_CALL))
    assert hall.code(CASTING) == "poll-open"
    hall.do(VoidPoll(meeting=EVENING, poll="p2", reason="the chair decides"))
    hall.do(CASTING)
    assert standing(hall) == 1


def test_a_vote_that_was_not_valid_after_all_leaves_the_motion_open() -> None:
    """Too few took part once an answer is taken away: the decision falls, the meeting is not closed over it."""
    half = Threshold("1/2", Base.SEATS, strict=True)
    rule = two_thirds(participation=(half,), consent=(Threshold("1/2", Base.VALID, strict=True),))
    hall = started(charter(rules=(rule,)))
    hall.roll_call(7)
    hall.do(FinishItem(meeting=EVENING, item="i1"))
    assert standing(hall) == 1
    events = hall.do(correct("e1", None))
    assert any(isinstance(event, DecisionAnnulled) for event in events)
    assert hall.meeting.motions.motion("m1").state is MotionState.PENDING
    hall.close()
    assert hall.meeting.motions.motion("m1").state is MotionState.POSTPONED


# Amendments.


def amended() -> Hall:
    """A motion with an amendment that was carried by nine."""
    hall = started()
    hall.amendment()
    hall.roll_call(9, 4, motion="a1")
    return hall


def text(hall: Hall) -> str:
    return hall.meeting.motions.motion("m1").text


def test_an_amendment_that_was_not_carried_after_all_gives_the_old_words_back() -> None:
    """And one that was, the new ones: as long as the motion has not been voted on."""
    hall = amended()
    assert text(hall) == "That m1 be done. With a1."
    hall.do(correct("e1", AGAINST))
    assert text(hall) == "That m1 be done."
    assert not hall.meeting.motions.motion("m1").amended
    hall.do(correct("e1", FOR))
    assert text(hall) == "That m1 be done. With a1."
    assert not hall.meeting.decisions.all


def test_an_amendment_s_result_stands_once_the_motion_was_voted_on() -> None:
    """The voters had those words before them: refused, unless the verdict stays the same."""
    hall = amended()
    hall.do(OpenPoll(meeting=EVENING, poll="p2", motion="m1", method=Method.HANDS))
    assert hall.code(correct("e1", AGAINST)) == "amendment-already-used"
    hall.do(CountHands(meeting=EVENING, poll="p2", hands=Hands(in_favour=9)))
    hall.do(ClosePoll(meeting=EVENING, poll="p2"))
    assert hall.code(correct("e1", AGAINST)) == "amendment-already-used"
    hall.do(correct("n6", FOR))
    assert hall.meeting.polls.poll("p1").outcome.tally.in_favour == 10


def test_an_amendment_s_result_stands_once_the_words_have_moved_on() -> None:
    """Taking it back would undo what was changed after it; a void vote on the motion is no hindrance."""
    hall = amended()
    hall.do(OpenPoll(meeting=EVENING, poll="p2", motion="m1", method=Method.HANDS))
    hall.do(VoidPoll(meeting=EVENING, poll="p2", reason="a mistake"))
    hall.do(correct("e1", AGAINST))
    hall.do(RewordMotion(meeting=EVENING, motion="m1", text="Do less.", reason="clearer"))
    assert hall.code(correct("e1", FOR)) == "amendment-already-used"
    assert text(hall) == "Do less."


def test_no_item_and_no_meeting_ends_with_an_undecided_vote() -> None:
    """The way on is a ruling, another vote, or putting the motion off; the reading back leads back to it."""
    hall = tied()
    assert hall.code(FinishItem(meeting=EVENING, item="i1")) == "motion-undecided"
    hall.do(correct("e1", AGAINST))
    hall.do(FinishItem(meeting=EVENING, item="i1"))
    hall.do(PostponeItem(meeting=EVENING, item="i2", reason="late"))
    hall.do(EnterPhase(meeting=EVENING, phase="read-back"))
    hall.do(correct("e1", FOR))
    assert verdict(hall) is Verdict.UNDECIDED
    refusal = hall.refused(CloseMeeting(meeting=EVENING))
    assert refusal.code == "motion-undecided"
    assert refusal.facts == {"motion": "1-1", "item": "Item 1"}
    hall.do(EnterPhase(meeting=EVENING, phase="deliberate"))
    hall.do(PostponeMotion(meeting=EVENING, motion="m1", reason="no clear result"))
    hall.do(EnterPhase(meeting=EVENING, phase="read-back"))
    hall.do(CloseMeeting(meeting=EVENING))


def test_an_undecided_amendment_holds_its_motion_up_until_it_is_ruled_on() -> None:
    """The words are not settled: first the casting vote, then the motion."""
    hall = started(charter(rules=(two_thirds(), more_for_than_against(tie=Tie.CHAIR))))
    hall.amendment()
    hall.roll_call(6, 6, motion="a1", rule="robert")
    vote = OpenPoll(meeting=EVENING, poll="p2", motion="m1", method=Method.HANDS)
    assert hall.code(vote) == "amendment-first"
    hall.do(correct("e1", AGAINST))
    assert hall.meeting.motions.motion("a1").state is MotionState.LOST
    hall.do(correct("e1", FOR))
    hall.do(CASTING)
    assert text(hall) == "That m1 be done. With a1."
    hall.do(vote)


# Seats held by the wrong group.


def contested(*, established: int = 0) -> Hall:
    """E2: thirteen filled as 7 established, 5 new and 1 of the office."""
    hall = Hall(members=tuple(m for m in THIRTEEN if m != "n6"))
    hall.seat("x1", "established", seat=12)
    hall.open(present=(*(m for m in THIRTEEN if m != "n6"), "x1"))
    hall.motion()
    return hall


def ruling(count_them: bool, poll: str = "p1") -> RuleOnContested:
    return RuleOnContested(meeting=EVENING, poll=poll, count_them=count_them, reason="by-law 3")


def votes_for(hall: Hall, names: tuple[str, ...]) -> None:
    hall.do(OpenPoll(meeting=EVENING, poll="p1", motion="m1", method=Method.ROLL_CALL))
    for member in hall.meeting.polls.poll("p1").entitled:
        choice = FOR if member in names else AGAINST
        hall.do(CastVote(meeting=EVENING, poll="p1", member=member, choice=choice))
    hall.do(ClosePoll(meeting=EVENING, poll="p1"))


def test_a_vote_that_a_contested_seat_decides_waits_for_a_ruling() -> None:
    """E2: nine for with the surplus member is undecided; counted it carries, not counted it has eight."""
    for count_them, then in ((True, Verdict.PASSED), (False, Verdict.FAILED)):
        hall = contested()
        votes_for(hall, ("x1", *THIRTEEN[:8]))
        outcome = hall.meeting.polls.poll("p1").outcome
        assert (outcome.verdict, outcome.reason) == (Verdict.UNDECIDED, Reason.COMPOSITION)
        hall.do(ruling(count_them))
        assert (verdict(hall), standing(hall)) == (then, int(count_them))
        assert hall.meeting.polls.poll("p1").outcome.governing.base_size == 13


def test_a_ruling_is_replaced_by_another_with_its_reason() -> None:
    """A ruling that was entered wrongly does not stand for ever; the same one again changes nothing."""
    hall = contested()
    votes_for(hall, ("x1", *THIRTEEN[:8]))
    hall.do(ruling(True))
    assert hall.code(ruling(True)) == "nothing-to-correct"
    hall.do(ruling(False))
    assert standing(hall) == 0
    changes = hall.meeting.polls.poll("p1").changes
    assert [(c.old, c.new) for c in changes] == [("", "counted"), ("counted", "not-counted")]


def test_a_contested_seat_that_decides_nothing_needs_no_ruling() -> None:
    """E2: ten for, the surplus member among them, is carried by the other nine."""
    hall = contested()
    votes_for(hall, ("x1", *THIRTEEN[:9]))
    assert standing(hall) == 1
    assert hall.code(ruling(True)) == "nothing-contested"


def test_contested_hands_can_be_counted_but_not_taken_out() -> None:
    """Nobody knows which hand was theirs: either all count, or the vote is taken again by name."""
    hall = contested()
    hall.hands(9, 4)
    assert verdict(hall) is Verdict.UNDECIDED
    assert hall.code(ruling(False)) == "contested-unnamed"
    hall.roll_call(10, 3, poll="p2")
    assert standing(hall) == 1
    hall = contested()
    hall.paper(Ballots(returned=13, in_favour=9, against=4), issued=13)
    assert verdict(hall) is Verdict.UNDECIDED
    hall.do(ruling(True))
    assert standing(hall) == 1


def test_taking_up_a_lost_matter_again_needs_a_new_motion() -> None:
    """A lost motion is not voted on twice; a new one on the item is."""
    hall = started()
    hall.roll_call(8, 5)
    again = OpenPoll(meeting=EVENING, poll="p2", motion="m1", method=Method.ROLL_CALL)
    assert hall.code(again) == "motion-settled"
    hall.do(TakeUp(meeting=EVENING, item="i2"))
    hall.do(TakeUp(meeting=EVENING, item="i1"))
    hall.motion("m2")
    hall.roll_call(9, motion="m2", poll="p2")
    assert standing(hall, "m2") == 1


# Decisions.


def assign(decision: int = 1, **fields: object) -> Assign:
    told = Assignment(**{"implementer": "Committee", **fields})  # pyright: ignore
    return Assign(meeting=EVENING, decision=decision, assignment=told)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (assign(2), "unknown-decision"),
        (assign(implementer=""), "text-missing"),
        (assign(money_fen=-1), "number-range"),
        (assign(money_fen=10**14), "number-range"),
        (assign(begins=day(30), due=day(29)), "dates-order"),
        (assign(due=day(26)), "due-before-decision"),
        (
            CorrectAssignment(
                meeting=EVENING,
                decision=1,
                assignment=Assignment(implementer="Office"),
                reason="misread",
            ),
            "not-assigned",
        ),
    ],
)
def test_a_decision_is_given_to_somebody_within_reason(command: Command, code: str) -> None:
    """A decision of this meeting, somebody to carry it out, money that exists, days to come."""
    hall = started()
    hall.roll_call(9)
    assert hall.code(command) == code


def test_a_corrected_assignment_keeps_the_old_one_readable() -> None:
    """Old and new stand as plain data, with the reason."""
    hall = started()
    hall.roll_call(9)
    hall.do(assign(begins=day(27), due=day(27)))
    other = Assignment(implementer="Office")
    hall.do(CorrectAssignment(meeting=EVENING, decision=1, assignment=other, reason="misread"))
    decision = hall.meeting.decisions.decision(1)
    assert decision.assignment == other
    assert '"implementer":"Committee"' in decision.changes[0].old
