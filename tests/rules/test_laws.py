"""Laws that hold whatever the numbers: an oracle written differently, and what one more vote may do."""

from __future__ import annotations

from fractions import Fraction

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.rules.charter import Base, Blank, Recusal, Threshold, Tie
from facilitator.rules.charter_check import check_charter
from facilitator.rules.counting import Prospect, count, needed, prospect
from facilitator.rules.outcome import Verdict
from facilitator.rules.tally import Choice, Tally, Votes
from tests.effort import tries
from tests.rules.making import charter, counted, rule

NUMBERS = st.integers(0, 12)
SHARES = st.builds(lambda a, b: f"{min(a, b)}/{max(a, b)}", st.integers(1, 9), st.integers(1, 9))


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    """Any tally that can be."""
    answers = [draw(NUMBERS) for _ in range(5)]
    recused, silent, absent, vacant = (draw(NUMBERS) for _ in range(4))
    present = sum(answers) + recused + silent
    return Tally(
        seats=present + absent + vacant,
        in_office=present + absent,
        present=present,
        recused=recused,
        in_favour=answers[0],
        against=answers[1],
        abstained=answers[2],
        blank=answers[3],
        void=answers[4],
    )


@st.composite
def thresholds(draw: st.DrawFn, bases: tuple[Base, ...] = tuple(Base)) -> Threshold:
    """Any share of any base that a charter may ask for."""
    share = draw(SHARES)
    strict = draw(st.booleans()) and Fraction(share) < 1
    return Threshold(share=share, base=draw(st.sampled_from(bases)), strict=strict)


@st.composite
def charters(draw: st.DrawFn):
    """Any one-rule charter without groups that passes its check."""
    presence = (Base.SEATS, Base.IN_OFFICE)
    consent = draw(st.lists(thresholds(), min_size=1, max_size=3))
    made = charter(
        rule(
            *consent,
            participation=tuple(draw(st.lists(thresholds(presence), max_size=2))),
            recusal=draw(st.sampled_from(Recusal)),
            blank=draw(st.sampled_from(Blank)),
        ),
        groups=[("all", 10_000)],
        quorum=tuple(draw(st.lists(thresholds(presence), max_size=2))),
    )
    check_charter(made)
    return made


MAJORITY = Threshold(share="1/2", base=Base.FOR_AGAINST, strict=True)


@st.composite
def rooms(draw: st.DrawFn):
    """A charter and a vote under it; among the charters, simple majorities with every meaning of a tie."""
    made = draw(charters())
    if draw(st.booleans()):
        tie = draw(st.sampled_from(Tie))
        made = msgspec.structs.replace(made, rules=(rule(MAJORITY, tie=tie),))
    return made, Votes(whole=draw(tallies()), casting=draw(st.none() | st.sampled_from(Choice)))


def oracle(threshold: Threshold, whole: Tally, leaves: bool, abstains: bool) -> bool:
    """Whether enough are in favour, by multiplying across: no fraction, no rounding."""
    out = whole.recused if leaves else 0
    marked = whole.in_favour + whole.against
    size = 0
    match threshold.base.value:
        case "seats":
            size = whole.seats - out
        case "in-office":
            size = whole.in_office - out
        case "present":
            size = whole.present - out
        case "returned":
            size = marked + whole.abstained + whole.blank + whole.void
        case "valid":
            size = marked + whole.abstained + (whole.blank if abstains else 0)
        case "for-against":
            size = marked
    numerator, denominator = (int(part) for part in threshold.share.split("/"))
    left, right = denominator * whole.in_favour, numerator * size
    reached = left > right if threshold.strict else left >= right
    return reached and whole.in_favour > 0


@given(thresholds(), tallies(), st.sampled_from(Recusal), st.sampled_from(Blank))
@tries(80)
def test_counting_agrees_with_multiplying_across(threshold, whole, recusal, blank):
    """For every base and strictness the verdict is what cross-multiplication says it is."""
    made = charter(rule(threshold, recusal=recusal, blank=blank))
    outcome = counted(made, whole)
    expected = oracle(threshold, whole, recusal is Recusal.LEAVES_BASE, blank is Blank.ABSTAINS)
    assert (outcome.verdict is Verdict.PASSED) is expected
    assert (outcome.missing == 0) is expected


@pytest.mark.no_cover
@given(rooms())
@tries(80)
def test_nobody_in_favour_never_passes(room):
    """Nothing passes by silence."""
    made, votes = room
    none = msgspec.structs.replace(votes.whole, in_favour=0)
    assert count(made, "", msgspec.structs.replace(votes, whole=none)).verdict is not Verdict.PASSED


def one_more(votes: Votes, choice: Choice) -> Votes:
    """The vote with one further answer from somebody who was silent in the room."""
    assume(votes.whole.silent > 0)
    return msgspec.structs.replace(votes, whole=votes.whole.plus(choice))


@pytest.mark.no_cover
@given(rooms())
@tries(80)
def test_one_more_vote_for_never_undoes_a_pass(room):
    """Speaking up in favour never hurts, quorum, participation and ties included."""
    made, votes = room
    if count(made, "", votes).verdict is Verdict.PASSED:
        assert count(made, "", one_more(votes, Choice.FOR)).verdict is Verdict.PASSED


@pytest.mark.no_cover
@given(rooms())
@tries(80)
def test_one_more_vote_against_never_makes_a_failure_pass(room):
    """Voting against never helps what has failed."""
    made, votes = room
    if count(made, "", votes).verdict is Verdict.FAILED:
        assert count(made, "", one_more(votes, Choice.AGAINST)).verdict is not Verdict.PASSED


@pytest.mark.no_cover
@given(rooms())
@tries(80)
def test_changing_a_vote_from_against_to_for_never_undoes_a_pass(room):
    """A vote that turns round moves the verdict the way it turned."""
    made, votes = room
    assume(votes.whole.against > 0)
    turned = votes.whole.plus(Choice.AGAINST, -1).plus(Choice.FOR)
    if count(made, "", votes).verdict is Verdict.PASSED:
        after = count(made, "", msgspec.structs.replace(votes, whole=turned))
        assert after.verdict is Verdict.PASSED


@given(st.lists(tallies(), min_size=2, max_size=4), thresholds(), st.randoms(use_true_random=False))
def test_the_order_of_groups_does_not_matter(parts, threshold, shuffled):
    """Each group agrees or does not: in which order they stand changes no verdict."""
    each = msgspec.structs.replace(threshold, group="each")
    named = [(f"g{number}", part) for number, part in enumerate(parts)]
    whole = Tally(
        **{field: sum(getattr(part, field) for part in parts) for field in Tally.__struct_fields__}
    )
    verdicts = set[Verdict]()
    for _ in range(2):
        groups = [(key, part.seats) for key, part in named]
        made = charter(rule(each), groups=groups)
        verdicts.add(counted(made, whole, groups=dict(named)).verdict)
        shuffled.shuffle(named)
    assert len(verdicts) == 1


@given(st.integers(0, 10_000), SHARES)
def test_strict_and_inclusive_differ_just_at_equality(base, share):
    """More than a share needs one more than at least a share, exactly where the share is a whole number."""
    exact = Fraction(share) * base
    difference = needed(base, Fraction(share), strict=True) - needed(
        base, Fraction(share), strict=False
    )
    assert difference == (1 if exact.denominator == 1 and exact else 0)


@given(st.integers(0, 10_000), SHARES, st.integers(2, 9), st.booleans())
def test_a_share_is_worth_the_same_however_it_is_written(base, share, factor, strict):
    """4/6 of thirteen is 2/3 of thirteen, and three times the seats need about three times the votes."""
    numerator, denominator = (int(part) for part in share.split("/"))
    longer = Fraction(numerator * factor, denominator * factor)
    assert needed(base, longer, strict=strict) == needed(base, Fraction(share), strict=strict)
    more = needed(base * factor, Fraction(share), strict=strict)
    assert more <= factor * needed(base, Fraction(share), strict=strict)


@pytest.mark.parametrize("strict", [True, False])
def test_a_share_of_nobody_still_needs_somebody(strict):
    """Of an empty base one vote is needed, and nobody can give it."""
    assert needed(0, Fraction(1, 2), strict=strict) == 1


def completions(votes: Votes, out: int):
    """Every way in which so many silent people in the room may still answer, or not."""
    for in_favour in range(out + 1):
        for against in range(out + 1 - in_favour):
            for abstained in range(out + 1 - in_favour - against):
                rest = out - in_favour - against - abstained
                for void in range(rest + 1):
                    whole = votes.whole.plus(Choice.FOR, in_favour)
                    whole = whole.plus(Choice.AGAINST, against).plus(Choice.ABSTAIN, abstained)
                    whole = msgspec.structs.replace(whole, void=whole.void + void)
                    yield msgspec.structs.replace(votes, whole=whole)


@pytest.mark.no_cover
@given(rooms(), st.integers(0, 4))
@tries(100)
def test_the_prospect_is_what_every_completion_says(room, out):
    """Carried: every completion passes. Lost: none does or leaves it open. Checked one by one."""
    made, votes = room
    assume(votes.whole.silent >= out)
    verdicts = {count(made, "", full).verdict for full in completions(votes, out)}
    expected = Prospect.OPEN
    if verdicts == {Verdict.PASSED}:
        expected = Prospect.CARRIED
    elif not verdicts & {Verdict.PASSED, Verdict.UNDECIDED}:
        expected = Prospect.LOST
    assert prospect(made, "", votes, {"": out}) is expected
