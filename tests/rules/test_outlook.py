"""What is said of a vote before it is decided agrees with what counting says once it is."""

from __future__ import annotations

from dataclasses import astuple
from itertools import product

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.rules.charter import Base, Measure, Recusal, Threshold, Tie
from facilitator.rules.counting import Prospect, count, prospect
from facilitator.rules.outcome import Outcome, Reason, Verdict
from facilitator.rules.outlook import dry_run, still_short, the_line
from facilitator.rules.tally import Choice, Votes
from tests.effort import tries
from tests.rules.making import charter, counted, rule, tally
from tests.rules.test_laws import rooms

MAJORITY = Threshold(share="1/2", base=Base.FOR_AGAINST, strict=True)
TWICE = Threshold(share="2/3", base=Base.FOR_AGAINST)
HERE = Threshold(share="1/2", base=Base.PRESENT, strict=True)
AREA = Threshold(share="3/4", base=Base.RETURNED, measure=Measure.WEIGHT)
EACH = Threshold(share="1/2", base=Base.IN_OFFICE, strict=True, group="each")
TAKE_PART = Threshold(share="2/3", base=Base.IN_OFFICE)


def eleven() -> Votes:
    """Eleven of thirteen in the room."""
    return Votes(whole=tally(seats=13, in_office=13, present=11))


class TestTheLine:
    def test_nine_of_thirteen_is_one_line(self):
        """A share of the seats is one number, before the vote and after it."""
        outcome = counted(charter(), tally(8, 2, 1, seats=13, in_office=13))
        line = the_line(outcome, running=True)
        assert line is the_line(outcome)
        assert line is not None
        assert line.needed == 9

    def test_a_share_of_answers_is_a_line_only_when_all_are_in(self):
        """How many of those for and against are needed moves with every answer."""
        outcome = counted(charter(rule(TWICE)), tally(6, 3, present=10))
        assert the_line(outcome, running=True) is None
        line = the_line(outcome)
        assert line is not None
        assert line.needed == 6

    @pytest.mark.parametrize(
        "made",
        [
            charter(rule(MAJORITY, HERE)),
            charter(rule(HERE, participation=(TAKE_PART,))),
            charter(rule(EACH), groups=[("a", 3)]),
            charter(rule(AREA), weight_unit="m²"),
        ],
        ids=["two", "taking part", "groups", "weights"],
    )
    def test_several_tests_groups_and_weights_are_no_line(self, made):
        """One mark would say less than the rule does."""
        whole = tally(3)
        votes = Votes(whole=whole, groups={"a": whole}, weights=whole)
        assert the_line(count(made, "", votes)) is None

    def test_what_is_not_valid_has_no_line(self):
        """Without a quorum reaching the line would mean nothing."""
        made = charter(rule(HERE), quorum=(TAKE_PART,))
        assert the_line(counted(made, tally(5, in_office=13))) is None
        assert the_line(counted(made, tally(5, present=9, in_office=13))) is not None

    def test_what_hangs_on_contested_seats_has_no_line(self):
        """Nine may be eight by a ruling."""
        whole = tally(9, seats=13, in_office=13, present=13)
        outcome = counted(charter(), whole, contested={"new": tally(1)})
        assert outcome.reason is Reason.COMPOSITION
        assert the_line(outcome) is None

    def test_what_a_casting_vote_decided_has_no_line(self):
        """Six of seven carried it, because the chair said so."""
        made = charter(rule(MAJORITY, tie=Tie.CHAIR))
        whole = tally(6, 6)
        assert the_line(counted(made, whole)) is not None
        assert the_line(counted(made, whole, casting=Choice.FOR)) is None


class TestStillShort:
    def test_seven_of_nine_are_two_short(self):
        """With three answers out, two of them in favour would do."""
        votes = Votes(whole=tally(7, 1, seats=13, in_office=13, present=11))
        assert still_short(charter(), "", votes, {"": 3}) == 2

    def test_enough_is_nothing_short(self):
        """Nine are nine."""
        votes = Votes(whole=tally(9, 1, seats=13, in_office=13, present=11))
        assert still_short(charter(), "", votes, {"": 1}) == 0

    def test_out_of_reach_is_not_a_number(self):
        """Three more cannot be had of two."""
        votes = Votes(whole=tally(6, 3, seats=13, in_office=13, present=11))
        assert still_short(charter(), "", votes, {"": 2}) is None

    def test_each_further_vote_also_moves_a_moving_base(self):
        """Four to three: one more makes five of eight, which is under two thirds; two make six of nine."""
        votes = Votes(whole=tally(4, 3, present=12))
        assert still_short(charter(rule(TWICE)), "", votes, {"": 5}) == 2

    @pytest.mark.parametrize(
        ("made", "votes"),
        [
            (charter(rule(EACH), groups=[("a", 3)]), Votes(whole=tally(1, present=3))),
            (charter(), Votes(whole=tally(8, present=13), contested={"new": tally(1)})),
            (charter(), Votes(whole=tally(8, present=13), contested_unnamed=1)),
        ],
        ids=["groups", "contested", "contested hands"],
    )
    def test_where_it_matters_whose_votes_they_are_no_number_is_told(self, made, votes):
        """A number would promise what some of these votes cannot keep."""
        assert still_short(made, "", votes, {"": 1}) is None

    @pytest.mark.no_cover
    @given(rooms(), st.integers(0, 5))
    @tries(60)
    def test_so_many_more_carry_and_one_fewer_does_not(self, drawn, out):
        """The number is the least, and there is one just where the vote is not lost to those in favour."""
        made, votes = drawn
        assume(votes.whole.silent >= out)

        def carried(more: int) -> bool:
            whole = votes.whole.plus(Choice.FOR, more)
            full = msgspec.structs.replace(votes, whole=whole)
            return count(made, "", full).verdict is Verdict.PASSED

        short = still_short(made, "", votes, {"": out})
        assert short == next((more for more in range(out + 1) if carried(more)), None)
        if prospect(made, "", votes, {"": out}) is Prospect.CARRIED:
            assert short == 0
        if prospect(made, "", votes, {"": out}) is Prospect.LOST:
            assert short is None


class TestDryRun:
    def test_the_sample_council_with_eleven_present(self):
        """Two may withhold their votes; when a third leaves nobody can be spared; four gone end it."""
        run = dry_run(charter(), "", eleven())
        assert (run.entitled, run.may_oppose, run.may_abstain, run.may_stay_silent) == (11, 2, 2, 2)
        assert (run.may_leave, run.after_that) == (2, Reason.TOO_FEW)
        assert run.best.verdict is Verdict.PASSED

    def test_too_few_in_the_room(self):
        """Eight cannot carry nine, and nobody can be spared: no numbers are told."""
        votes = Votes(whole=tally(seats=13, in_office=13, present=8))
        run = dry_run(charter(), "", votes)
        assert run.best.verdict is Verdict.FAILED
        assert run.may_oppose is None
        assert run.may_leave is None

    def test_abstaining_is_free_where_only_for_and_against_count(self):
        """Of eleven, five may be against a majority, and all but one may abstain."""
        run = dry_run(charter(rule(MAJORITY)), "", eleven())
        assert (run.may_oppose, run.may_abstain, run.may_leave) == (5, 10, 10)

    def test_leaving_can_lose_the_quorum(self):
        """Nine of thirteen have to be there; the third who leaves takes the quorum with them."""
        made = charter(rule(HERE), quorum=(TAKE_PART,))
        run = dry_run(made, "", eleven())
        assert (run.may_oppose, run.may_leave, run.after_that) == (5, 2, Reason.NO_QUORUM)

    @pytest.mark.parametrize("recusal", list(Recusal))
    def test_the_recused_do_not_answer(self, recusal):
        """Ten may answer; two recused out of the base lower what is needed to eight of eleven."""
        votes = Votes(whole=tally(seats=13, in_office=13, present=12, recused=2))
        run = dry_run(charter(rule(recusal=recusal)), "", votes)
        spare = 1 if recusal is Recusal.KEEPS_BASE else 2
        assert (run.entitled, run.may_oppose) == (10, spare)

    def test_a_rule_that_asks_nothing_of_the_room_lets_nobody_be_the_last(self):
        """Whoever is left may still carry it; nobody cannot."""
        run = dry_run(charter(rule(HERE)), "", Votes(whole=tally(present=1)))
        assert (run.may_oppose, run.may_leave, run.after_that) == (0, 0, Reason.TOO_FEW)

    def test_groups_and_weights_tell_only_the_best_case(self):
        """Which people oppose matters there, so no number of them is promised."""
        made = charter(rule(AREA, EACH), groups=[("a", 3)], weight_unit="m²")
        three, area = tally(present=3), tally(present=100)
        run = dry_run(made, "", Votes(whole=three, groups={"a": three}, weights=area))
        assert run.best.verdict is Verdict.PASSED
        assert {test.reached for test in run.best.tests} == {3, 100}
        assert run.may_oppose is None

    def test_contested_seats_tell_only_the_best_case(self):
        """Nine in favour with one contested: the best is undecided."""
        votes = Votes(
            whole=tally(seats=13, in_office=13, present=9), contested={"new": tally(present=1)}
        )
        run = dry_run(charter(), "", votes)
        assert run.best.verdict is Verdict.UNDECIDED
        assert astuple(run)[2:] == (None,) * 5

    @pytest.mark.no_cover
    @given(rooms())
    @tries(60)
    def test_the_numbers_are_what_counting_each_case_says(self, drawn):
        """Up to the number each case carries, the next does not."""
        made, votes = drawn
        whole = votes.whole
        bare = msgspec.structs.replace(
            whole, in_favour=0, against=0, abstained=0, blank=0, void=0, left=0
        )
        run = dry_run(made, "", Votes(whole=bare))
        told = {
            Choice.AGAINST: run.may_oppose,
            Choice.ABSTAIN: run.may_abstain,
            None: run.may_stay_silent,
        }
        for (choice, most), others in product(told.items(), range(bare.silent + 1)):
            full = bare if choice is None else bare.plus(choice, others)
            full = full.plus(Choice.FOR, bare.silent - others)
            passed = counted(made, full).verdict is Verdict.PASSED
            assert passed is (most is not None and others <= most)
        for gone in range(bare.silent + 1):
            fewer = msgspec.structs.replace(bare, present=bare.present - gone)
            outcome: Outcome = counted(made, fewer.plus(Choice.FOR, fewer.silent))
            stays = run.may_leave is not None and gone <= run.may_leave
            assert (outcome.verdict is Verdict.PASSED) is stays
