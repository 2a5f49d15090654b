"""How votes are counted: ties, recusal, quorum, groups, weights, and what an outcome says of itself."""

from __future__ import annotations

from fractions import Fraction

import msgspec
import pytest

from facilitator.acts import RuleViolation
from facilitator.rules.charter import Base, Measure, Recusal, Threshold, Tie
from facilitator.rules.counting import count, needed, other_bases, quorum_tests, the_rule
from facilitator.rules.outcome import Outcome, Reason, Role, Verdict
from facilitator.rules.tally import Choice, Votes
from tests.rules.making import charter, counted, rule, tally

MORE_FOR = Threshold(share="1/2", base=Base.FOR_AGAINST, strict=True)
EACH = Threshold(share="1/2", base=Base.IN_OFFICE, strict=True, group="each")
AREA = Threshold(share="1/2", base=Base.RETURNED, strict=True, measure=Measure.WEIGHT)
TWO = (("a", 3), ("b", 3))


def test_two_thirds_of_thirteen_are_nine():
    """The number the whole app is about, and the strict half of sixty beside it."""
    assert needed(13, Fraction(2, 3), strict=False) == 9
    assert needed(60, Fraction(1, 2), strict=True) == 31


def test_an_unknown_rule_is_refused_with_those_there_are():
    """A misspelt rule is named, and so are the charter's own."""
    with pytest.raises(RuleViolation) as refused:
        the_rule(charter(rule(), rule(key="other")), "two_third")
    assert refused.value.code == "unknown-rule"
    assert refused.value.facts == {"rule": "two_third", "rules": "plain, other"}


def test_an_outcome_carries_its_rule_and_version():
    """Paper and projector need nothing else to explain a verdict."""
    outcome = counted(charter(), tally(9, 4, seats=13))
    assert (outcome.charter, outcome.version, outcome.rule) == ("made", 1, "plain")
    assert outcome.rule_title.text("en") == "rule"
    assert msgspec.json.decode(msgspec.json.encode(outcome), type=Outcome) == outcome


@pytest.mark.parametrize(
    ("tie", "casting", "verdict", "reason"),
    [
        (Tie.FAILS, Choice.FOR, Verdict.FAILED, Reason.TOO_FEW),
        (Tie.UNDECIDED, None, Verdict.UNDECIDED, Reason.TIE),
        (Tie.CHAIR, None, Verdict.UNDECIDED, Reason.CASTING_VOTE_OPEN),
        (Tie.CHAIR, Choice.FOR, Verdict.PASSED, Reason.CASTING_VOTE),
        (Tie.CHAIR, Choice.AGAINST, Verdict.FAILED, Reason.CASTING_VOTE),
        (Tie.CHAIR, Choice.ABSTAIN, Verdict.FAILED, Reason.CASTING_VOTE),
    ],
)
def test_equal_votes_mean_what_the_charter_says(tie, casting, verdict, reason):
    """A tie fails, waits, or is the chair's to decide; a casting vote counts only where there is one."""
    outcome = counted(charter(rule(MORE_FOR, tie=tie)), tally(4, 4, 2), casting=casting)
    assert (outcome.verdict, outcome.reason) == (verdict, reason)


def test_a_motion_carried_by_the_chair_is_not_one_short():
    """The casting vote is not in the tally, and still nothing is missing."""
    made = charter(rule(MORE_FOR, tie=Tie.CHAIR))
    outcome = counted(made, tally(4, 4), casting=Choice.FOR)
    assert outcome.missing == 0


@pytest.mark.parametrize("votes", [tally(4, 5), tally(0, 0, 5), tally(5, 4)])
def test_a_casting_vote_decides_nothing_but_a_tie(votes):
    """Neither a defeat, nor silence, nor a victory is the chair's."""
    made = charter(rule(MORE_FOR, tie=Tie.CHAIR))
    assert counted(made, votes, casting=Choice.FOR).verdict is counted(made, votes).verdict
    assert counted(made, votes, casting=Choice.AGAINST).verdict is counted(made, votes).verdict


def test_a_casting_vote_cannot_replace_two_thirds():
    """Six to six is no tie where nine are needed, even under a charter that never was checked."""
    made = charter(rule(tie=Tie.CHAIR))
    outcome = counted(made, tally(6, 6, seats=13), casting=Choice.FOR)
    assert (outcome.verdict, outcome.reason) == (Verdict.FAILED, Reason.TOO_FEW)


def test_a_rule_that_asks_for_nothing_passes_nothing():
    """No consent threshold is no consent, even under a charter that never was checked."""
    empty = msgspec.structs.replace(rule(), consent=())
    assert count(charter(empty), "", Votes(whole=tally(13))).verdict is Verdict.FAILED


@pytest.mark.parametrize(
    ("base", "size"), [(Base.SEATS, 12), (Base.IN_OFFICE, 10), (Base.PRESENT, 9)]
)
def test_recused_members_leave_a_base_only_where_the_rule_says_so(base, size):
    """They stay in it by default; what was cast does not depend on them either way."""
    threshold = Threshold(share="2/3", base=base)
    room = tally(5, 4, seats=15, in_office=13, present=12, recused=3)
    leaves = counted(charter(rule(threshold, recusal=Recusal.LEAVES_BASE)), room)
    assert leaves.governing.base_size == size
    assert counted(charter(rule(threshold)), room).governing.base_size == size + 3
    cast = rule(MORE_FOR, recusal=Recusal.LEAVES_BASE)
    assert counted(charter(cast), room).governing.base_size == 9


def test_nobody_left_to_vote_carries_nothing():
    """All present recused and out of the base: nothing of nothing is not a majority."""
    entitled = rule(Threshold(share="1/2", base=Base.PRESENT), recusal=Recusal.LEAVES_BASE)
    outcome = counted(charter(entitled), tally(recused=5, seats=13))
    assert outcome.verdict is Verdict.FAILED
    assert (outcome.governing.base_size, outcome.governing.needed) == (0, 1)


def test_recused_members_count_to_the_quorum():
    """Stepping out of the vote is not leaving the room (Robert's Rules, section 45)."""
    made = charter(rule(MORE_FOR), quorum=(Threshold(share="2/3", base=Base.SEATS),))
    room = tally(4, 2, seats=13, in_office=13, present=9, recused=3)
    (test,) = quorum_tests(made, Votes(whole=room))
    assert (test.role, test.reached, test.needed, test.met) == (Role.QUORUM, 9, 9, True)
    assert counted(made, room).verdict is Verdict.PASSED


def test_no_quorum_is_asked_where_none_is_agreed():
    """Not specified means not specified: no test, and one person may carry a simple majority."""
    made = charter(rule(MORE_FOR))
    assert quorum_tests(made, Votes(whole=tally(seats=13))) == ()
    assert counted(made, tally(1, seats=13, in_office=13)).verdict is Verdict.PASSED


def test_quorum_comes_before_participation_and_both_before_consent():
    """The verdict names the first thing that is wrong; the test shown is that one."""
    made = charter(
        rule(MORE_FOR, participation=(Threshold(share="1/2", base=Base.SEATS),)),
        quorum=(Threshold(share="2/3", base=Base.SEATS),),
    )
    few = counted(made, tally(0, 2, seats=13, present=8))
    assert (few.reason, few.governing.role, few.missing) == (Reason.NO_QUORUM, Role.QUORUM, 1)
    silent = counted(made, tally(0, 2, seats=13, present=9))
    assert (silent.reason, silent.missing) == (Reason.TOO_FEW_TOOK_PART, 5)
    lost = counted(made, tally(3, 4, seats=13, present=9))
    assert (lost.reason, lost.governing.role) == (Reason.TOO_FEW, Role.CONSENT)
    assert [test.role for test in lost.tests] == [Role.QUORUM, Role.PARTICIPATION, Role.CONSENT]


def test_blank_and_void_papers_take_part():
    """Who gives in a paper has taken part in the vote, whatever is on it."""
    made = charter(rule(MORE_FOR, participation=(Threshold(share="1/2", base=Base.SEATS),)))
    assert counted(made, tally(1, blank=3, void=3, seats=13)).verdict is Verdict.PASSED


def test_each_group_has_to_agree():
    """A majority of the whole does not make up for a group that said no."""
    made = charter(rule(EACH), groups=TWO)
    outcome = counted(made, tally(4, 2), groups={"a": tally(3), "b": tally(1, 2)})
    assert outcome.verdict is Verdict.FAILED
    assert (outcome.governing.group, outcome.missing) == ("b", 1)
    outcome = counted(made, tally(4, 2), groups={"a": tally(2, 1), "b": tally(2, 1)})
    assert outcome.verdict is Verdict.PASSED


def test_one_group_may_have_to_agree():
    """A threshold of one named group looks at that one only."""
    one = Threshold(share="1/2", base=Base.PRESENT, strict=True, group="b")
    made = charter(rule(one), groups=TWO)
    groups = {"a": tally(0, 3), "b": tally(2, 1)}
    assert counted(made, tally(2, 4), groups=groups).verdict is Verdict.PASSED


def test_a_group_without_members_can_neither_agree_nor_refuse():
    """Nothing passes for want of people to ask, and nothing is called refused: the vote waits for a ruling."""
    made = charter(rule(EACH), groups=TWO)
    outcome = counted(made, tally(3, seats=6), groups={"a": tally(3), "b": tally(seats=3)})
    assert (outcome.verdict, outcome.reason) == (Verdict.UNDECIDED, Reason.EMPTY_GROUP)
    assert outcome.governing.group == "b"
    assert outcome.missing == 0


def test_a_group_that_said_no_fails_whoever_is_missing_elsewhere():
    """An empty group beside it does not turn a defeat into a question; the test shown is the real one."""
    made = charter(rule(EACH), groups=(("b", 3), ("a", 3)))
    groups = {"a": tally(1, 2), "b": tally(seats=3)}
    outcome = counted(made, tally(1, 2, seats=6), groups=groups)
    assert outcome.verdict is Verdict.FAILED
    assert outcome.governing.group == "a"


def test_nobody_in_favour_fails_whoever_is_missing():
    """Where all groups are empty there is no vote to wait for."""
    made = charter(rule(EACH), groups=TWO)
    groups = {"a": tally(seats=3), "b": tally(seats=3)}
    assert counted(made, tally(seats=6), groups=groups).verdict is Verdict.FAILED


def test_vacant_seats_are_a_base_of_their_own():
    """Where a group's seats are the base, a group of vacant seats has not agreed."""
    seats = msgspec.structs.replace(EACH, base=Base.SEATS)
    made = charter(rule(seats), groups=TWO)
    outcome = counted(made, tally(3, seats=6), groups={"a": tally(3), "b": tally(seats=3)})
    assert (outcome.verdict, outcome.missing) == (Verdict.FAILED, 2)


def test_a_group_without_members_is_not_there():
    """A quorum of each group is lost where a group has nobody: the vote is not valid, never passed."""
    made = charter(rule(MORE_FOR), groups=TWO, quorum=(EACH,))
    groups = {"a": tally(3), "b": tally(seats=3)}
    outcome = counted(made, tally(3, seats=6), groups=groups)
    assert (outcome.verdict, outcome.reason) == (Verdict.NOT_VALID, Reason.NO_QUORUM)


def test_a_quorum_of_groups_needs_only_who_is_there():
    """Hands and papers do not tell votes by group; who is in the room is known all the same."""
    made = charter(rule(MORE_FOR), groups=TWO, quorum=(EACH,))
    there = {"a": tally(present=3), "b": tally(present=2, in_office=3)}
    assert counted(made, tally(5, seats=6), presence=there).verdict is Verdict.PASSED
    there = {"a": tally(present=3), "b": tally(present=1, in_office=3)}
    assert counted(made, tally(4, seats=6), presence=there).verdict is Verdict.NOT_VALID


def test_who_is_there_does_not_stand_for_consent():
    """A rule that asks each group for its consent still has to be told the votes of each."""
    there = {"a": tally(present=3), "b": tally(present=3)}
    with pytest.raises(RuleViolation, match="groups-missing"):
        counted(charter(rule(EACH), groups=TWO), tally(6), presence=there)


def test_groups_and_weights_are_asked_for_where_a_rule_needs_them():
    """A rule that looks at groups or weights refuses a vote that does not tell them."""
    with pytest.raises(RuleViolation, match="groups-missing"):
        counted(charter(rule(EACH), groups=TWO), tally(3))
    with pytest.raises(RuleViolation, match="weights-missing"):
        counted(charter(rule(AREA)), tally(3))


def test_weights_count_apart_from_heads():
    """Three of five owners may hold less than half of the area."""
    made = charter(rule(AREA, MORE_FOR), weight_unit="0.01 m²")
    votes = {"weights": tally(4_000, 6_000)}
    outcome = counted(made, tally(3, 2), **votes)
    assert (outcome.verdict, outcome.governing.measure) == (Verdict.FAILED, Measure.WEIGHT)
    assert outcome.missing == 1_001
    assert counted(made, tally(3, 2), weights=tally(6_000, 4_000)).verdict is Verdict.PASSED


@pytest.mark.parametrize(
    ("votes", "code"),
    [
        (Votes(whole=tally(5), groups={"a": tally(2), "b": tally(2)}), "groups-do-not-add-up"),
        (Votes(whole=tally(5), groups={"a": tally(6)}), "groups-do-not-add-up"),
        (
            Votes(whole=tally(5), groups={"a": tally(6, seats=5, in_office=6)}),
            "more-members-than-seats",
        ),
        (Votes(whole=tally(0, 5), weights=tally(10, 50)), "weight-without-people"),
        (Votes(whole=tally(5), weights=tally(5, present=4)), "more-votes-than-present"),
    ],
)
def test_numbers_that_contradict_each_other_are_refused(votes, code):
    """Parts add up to the whole, and there is no weight without somebody who carries it."""
    with pytest.raises(RuleViolation) as refused:
        count(charter(), "", votes)
    assert refused.value.code == code


def test_a_member_without_area_may_vote():
    """Heads without weight are people; only weight without heads cannot be."""
    made = charter(rule(MORE_FOR), weight_unit="m²")
    assert counted(made, tally(5), weights=tally(0, present=9)).verdict is Verdict.PASSED


def test_other_bases_keep_to_what_the_test_looks_at():
    """For area the other bases are areas, for a group they are that group's."""
    made = charter(rule(AREA), weight_unit="m²")
    outcome = counted(made, tally(2, 2, 1), weights=tally(40, 50, 10, present=120, seats=200))
    sizes = {test.base: test.base_size for test in other_bases(outcome, made)}
    assert (sizes[Base.SEATS], sizes[Base.PRESENT], sizes[Base.FOR_AGAINST]) == (200, 120, 90)

    made = charter(rule(AREA, MORE_FOR), weight_unit="m²")
    outcome = counted(made, tally(2, 3), weights=tally(60, 40))
    assert [test.base_size for test in other_bases(outcome, made)] == [5] * 6

    made = charter(rule(EACH), groups=TWO)
    groups = {"a": tally(3), "b": tally(1, 1, 1)}
    tests = other_bases(counted(made, tally(4, 1, 1), groups=groups), made)
    assert {test.group for test in tests} == {"b"}
    assert [test.base_size for test in tests] == [3, 3, 3, 3, 3, 2]


def test_other_bases_show_consent_where_the_quorum_was_lost():
    """Whatever governs, the comparison is of consent."""
    made = charter(quorum=(Threshold(share="1/1", base=Base.SEATS),))
    tests = other_bases(counted(made, tally(9, seats=13)), made)
    assert {(test.role, test.share) for test in tests} == {(Role.CONSENT, "2/3")}
