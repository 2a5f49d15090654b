"""What is said of a running vote, and before it: never more than the count will bear out."""

from __future__ import annotations

from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.meeting.attendance import Arrive, Excuse, Leave
from facilitator.meeting.closing import ClosePoll, RuleOnContested
from facilitator.meeting.polls import Hands, Method, OpenPoll, Recuse
from facilitator.meeting.standing import (
    Absence,
    Standing,
    left_silent,
    room,
    standing,
    try_out,
    why_absent,
    with_all_expected,
)
from facilitator.meeting.voting import CastVote, CountHands
from facilitator.rules.charter import Base, Measure, QuorumLost, Recusal, Threshold
from facilitator.rules.counting import Prospect
from facilitator.rules.outcome import Reason, Verdict
from facilitator.rules.tally import Choice
from tests.effort import tries
from tests.meeting.hall import (
    ABSTAIN,
    AGAINST,
    EVENING,
    FOR,
    THIRTEEN,
    Hall,
    assembly,
    charter,
    households,
    two_thirds,
)


def opened(hall: Hall, method: Method = Method.ROLL_CALL, **fields: object) -> None:
    """Put a motion to the vote."""
    hall.motion()
    told = {"poll": "p1", "motion": "m1", "method": method, **fields}
    hall.do(OpenPoll(meeting=EVENING, **told))  # pyright: ignore[reportArgumentType]


def answer(hall: Hall, choice: Choice, *members: str) -> None:
    """So many answers of one kind."""
    for member in members:
        hall.do(CastVote(meeting=EVENING, poll="p1", member=member, choice=choice))


def leave(hall: Hall, *members: str) -> None:
    """People go out."""
    for member in members:
        hall.do(Leave(meeting=EVENING, person=member))


def now(hall: Hall) -> Standing:
    """How the vote stands."""
    return standing(hall.meeting, hall.meeting.polls.poll("p1"))


ELEVEN = tuple(m for m in THIRTEEN if m not in ("e6", "n6"))


def test_seven_for_one_against_and_three_to_come():
    """Two short of nine, open, and the line is drawn at nine."""
    hall = Hall()
    hall.open(ELEVEN)
    opened(hall)
    answer(hall, FOR, "e1", "e2", "e3", "e4", "n1", "n2", "n3")
    answer(hall, AGAINST, "e5")
    told = now(hall)
    assert told.waiting == ("n4", "n5", "o1")
    assert (told.prospect, told.short) == (Prospect.OPEN, 2)
    assert told.line is not None
    assert told.line.needed == 9


def test_carried_and_lost_are_said_as_soon_as_they_are_certain():
    """Nine in favour carry; with three against out of eleven nine are out of reach."""
    hall = Hall()
    hall.open(ELEVEN)
    opened(hall)
    answer(hall, FOR, "e1", "e2", "e3", "e4", "e5", "n1", "n2", "n3")
    assert now(hall).prospect is Prospect.OPEN
    answer(hall, FOR, "n4")
    assert (now(hall).prospect, now(hall).short) == (Prospect.CARRIED, 0)
    hall = Hall()
    hall.open(ELEVEN)
    opened(hall)
    answer(hall, ABSTAIN, "e1", "e2", "e3")
    assert (now(hall).prospect, now(hall).short) == (Prospect.LOST, None)


def test_who_walked_out_may_come_back():
    """Of eleven three leave: eight cannot carry, but the vote is not lost while they may return."""
    hall = Hall()
    hall.open(ELEVEN)
    opened(hall)
    leave(hall, "n3", "n4", "n5")
    told = now(hall)
    assert (len(told.waiting), told.away) == (8, ("n3", "n4", "n5"))
    assert (told.prospect, told.short) == (Prospect.OPEN, 9)
    hall.do(Arrive(meeting=EVENING, person="n3"))
    assert now(hall).away == ("n4", "n5")


def with_quorum() -> Hall:
    """More than half of those present carry, nine of thirteen have to stay."""
    quorum = (Threshold("2/3", Base.IN_OFFICE),)
    rule = two_thirds(consent=(Threshold("1/2", Base.PRESENT, strict=True),))
    return Hall(charter(rules=(rule,), quorum=quorum, quorum_lost=QuorumLost.RECORD))


def test_enough_votes_are_not_called_carried_when_the_quorum_has_left():
    """Six of eleven are enough; once three have gone without an answer nobody says so any more."""
    hall = with_quorum()
    hall.open(ELEVEN)
    opened(hall)
    answer(hall, FOR, "e1", "e2", "e3", "e4", "e5", "n1")
    assert now(hall).prospect is Prospect.CARRIED
    leave(hall, "n2")
    assert now(hall).prospect is Prospect.CARRIED
    leave(hall, "n3", "n4")
    assert now(hall).prospect is Prospect.OPEN
    assert hall.close_poll("p1").outcome.verdict is Verdict.NOT_VALID  # pyright: ignore


def test_who_has_answered_may_leave():
    """An answer that was given stays, and counts to the quorum."""
    hall = with_quorum()
    hall.open(ELEVEN)
    opened(hall)
    answer(hall, FOR, "e1", "e2", "e3", "e4", "e5", "n1")
    leave(hall, "e1", "e2", "e3")
    assert now(hall).prospect is Prospect.CARRIED
    assert hall.close_poll("p1").outcome.verdict is Verdict.PASSED  # pyright: ignore


def test_hands_are_nothing_until_they_are_counted():
    """Before the count there is no number; after it nobody is waited for."""
    hall = Hall()
    hall.open()
    opened(hall, Method.HANDS)
    assert (now(hall).votes, len(now(hall).waiting)) == (None, 13)
    hall.do(CountHands(meeting=EVENING, poll="p1", hands=Hands(in_favour=9, against=1)))
    told = now(hall)
    assert (told.waiting, told.prospect, told.short) == ((), Prospect.CARRIED, 0)
    leave(hall, "n6")
    assert now(hall).prospect is Prospect.CARRIED


def test_of_a_secret_ballot_only_who_may_answer_is_known():
    """No number, no prospect, no line."""
    hall = Hall()
    hall.open()
    opened(hall, Method.PAPER, tellers=("e1", "n1"))
    told = now(hall)
    assert len(told.waiting) == 13
    assert astuple(told)[1:] == ((), None, None, Prospect.OPEN, None, None)


@pytest.mark.no_cover
@tries(50)
@given(st.lists(st.sampled_from([FOR, AGAINST, ABSTAIN, None, "leaves"]), max_size=11), st.data())
def test_what_was_called_certain_is_what_comes_out(moves, data):
    """Whatever happens after a vote was called carried or lost, closing it says the same."""
    quorum = data.draw(st.booleans())
    hall = with_quorum() if quorum else Hall()
    hall.open(ELEVEN)
    opened(hall)
    told = set[Prospect]()
    for member, move in zip(ELEVEN, moves, strict=False):
        if move == "leaves":
            if member != hall.meeting.life.host:
                leave(hall, member)
        elif isinstance(move, Choice):
            answer(hall, move, member)
        told.add(now(hall).prospect)
    last = now(hall).prospect
    outcome = hall.close_poll("p1").outcome
    assert outcome is not None
    if last is Prospect.CARRIED:
        assert outcome.verdict is Verdict.PASSED
    if Prospect.LOST in told:
        assert outcome.verdict is not Verdict.PASSED
    if Prospect.CARRIED in told and not quorum:
        assert outcome.verdict is Verdict.PASSED


class TestBefore:
    def test_the_room_is_what_the_opened_vote_will_be(self):
        """Present, recused, groups and weights are the numbers that the poll itself then has."""
        hall = Hall()
        hall.open(ELEVEN)
        hall.do(Recuse(meeting=EVENING, member="n2", reason="works there"))
        before = room(hall.meeting, "i1")
        opened(hall)
        assert now(hall).votes == before
        assert (before.whole.present, before.whole.recused, before.whole.silent) == (11, 1, 10)

    def test_eleven_present_can_spare_two(self):
        """The sentence under the vote: two may withhold, and the third who leaves ends it."""
        hall = Hall()
        hall.open(ELEVEN)
        run = try_out(hall.meeting, "i1")
        assert (run.entitled, run.may_oppose, run.may_leave) == (11, 2, 2)

    def test_the_base_without_the_recused(self):
        """Where the recused leave the base, eight of twelve are needed."""
        hall = Hall(charter(rules=(two_thirds(recusal=Recusal.LEAVES_BASE),)))
        hall.open()
        hall.do(Recuse(meeting=EVENING, member="n2", reason="works there"))
        run = try_out(hall.meeting, "i1", "two_thirds")
        assert (run.entitled, run.may_oppose, run.best.governing.needed) == (12, 4, 8)

    def test_those_who_are_expected_are_all_but_those_on_leave(self):
        """Nobody is here yet, three have asked for leave: if the other ten come, one may withhold."""
        hall = Hall()
        hall.convene()
        assert with_all_expected(hall.meeting).may_oppose == 4
        for member in ("e1", "e2", "n1"):
            hall.do(Excuse(meeting=EVENING, member=member))
        run = with_all_expected(hall.meeting)
        assert (run.entitled, run.may_oppose) == (10, 1)
        assert try_out(hall.meeting, "").may_oppose is None

    def test_weights_are_counted_for_the_best_case(self):
        """Those present carry their area, and no more."""
        share = Threshold("1/2", Base.IN_OFFICE, measure=Measure.WEIGHT)
        rule = two_thirds(consent=(share,))
        hall = households(4, 2, assembly(rules=(rule,), default_rule=rule.key, weight_unit="m²"))
        run = try_out(hall.meeting, "i1")
        assert (run.best.verdict, run.best.governing.reached) == (Verdict.PASSED, 2)


class TestAfter:
    def test_who_left_and_might_have_answered(self):
        """A recused member who goes out is recused, not somebody who left without an answer."""
        hall = Hall()
        hall.open()
        hall.do(Recuse(meeting=EVENING, member="n2", reason="works there"))
        opened(hall)
        leave(hall, "n2", "n3")
        poll = hall.close_poll("p1")
        assert poll.gone == ("n2", "n3")
        assert left_silent(hall.meeting, poll) == 1

    def test_who_is_ruled_out_does_not_count_among_those_who_left(self):
        """A ruling that takes contested seats out takes the silence of a holder who left out, too."""
        own = tuple(m for m in THIRTEEN if m not in ("n5", "n6"))
        hall = Hall(members=own)
        hall.seat("e8", seat=11)
        hall.seat("e7", seat=12)
        hall.open((*own, "e7", "e8"))
        opened(hall)
        answer(hall, FOR, "e1", "e2", "e3", "e4", "e5", "e6", "n1", "n2", "e7")
        leave(hall, "n4", "e8")
        poll = hall.close_poll("p1")
        assert poll.outcome is not None
        assert poll.outcome.reason is Reason.COMPOSITION
        assert left_silent(hall.meeting, poll) == 2
        hall.do(RuleOnContested(meeting=EVENING, poll="p1", count_them=False, reason="said so"))
        assert left_silent(hall.meeting, poll) == 1

    def test_why_somebody_is_not_on_the_roll(self):
        """Left before, came too late, had asked for leave, never came: four different things."""
        hall = Hall()
        hall.open(tuple(m for m in THIRTEEN if m not in ("e5", "e6", "n5", "n6")))
        hall.do(Excuse(meeting=EVENING, member="n6"))
        hall.do(Excuse(meeting=EVENING, member="n5"))
        leave(hall, "e4")
        opened(hall)
        hall.do(Arrive(meeting=EVENING, person="e5"))
        poll = hall.meeting.polls.poll("p1")

        def why(member: str) -> Absence:
            return why_absent(hall.meeting, poll, member)

        found = {member: why(member) for member in ("e4", "e5", "e6", "n5", "n6")}
        assert found == {
            "e4": Absence.LEFT,
            "e5": Absence.LATE,
            "e6": Absence.NEVER_CAME,
            "n5": Absence.EXCUSED,
            "n6": Absence.EXCUSED,
        }
        hall.do(ClosePoll(meeting=EVENING, poll="p1", leave_silent=True))
        hall.do(Arrive(meeting=EVENING, person="n5"))
        hall.do(Arrive(meeting=EVENING, person="e6"))
        assert (why("e5"), why("n5"), why("e6")) == (
            Absence.LATE,
            Absence.EXCUSED,
            Absence.NEVER_CAME,
        )
