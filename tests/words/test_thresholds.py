"""Rules in words and figures."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.rules.charter import Base, Measure, Threshold
from facilitator.rules.counting import needed
from facilitator.rules.outcome import Role, Test
from facilitator.rules.tally import Tally, Votes
from facilitator.words.thresholds import (
    arithmetic,
    base_figure,
    base_words,
    decimal_words,
    need_words,
    rule_sentence,
    share_of_base,
    share_words,
)
from tests.words.council import COUNCIL, NEW, OWNERS, THIRTEEN, charter


def made(share: str, base: int, reached: int, *, strict: bool = False, **more) -> Test:
    number = needed(base, Fraction(share), strict=strict)
    return Test(
        role=more.pop("role", Role.CONSENT),
        share=share,
        strict=strict,
        base=more.pop("basis", Base.SEATS),
        base_size=base,
        needed=number,
        reached=reached,
        **more,
    )


@pytest.mark.parametrize(
    ("share", "strict", "zh", "en"),
    [
        ("2/3", False, "三分之二以上", "at least two thirds"),
        ("2/3", True, "超过三分之二", "more than two thirds"),
        ("1/2", True, "过半数", "more than half"),
        ("1/2", False, "半数以上", "at least half"),
        ("2/4", True, "过半数", "more than half"),
        ("3/4", False, "四分之三以上", "at least three quarters"),
        ("1/5", False, "五分之一以上", "at least one fifth"),
        ("9/10", False, "十分之九以上", "at least nine tenths"),
        ("60/101", False, "一百零一分之六十以上", "at least 60/101"),
        ("1/1", False, "全体一致", "all"),
    ],
)
def test_shares_in_words(share, strict, zh, en):
    """以上 includes the figure and 超过 does not; a share is said in its lowest terms."""
    assert share_words(share, "zh", strict=strict) == zh
    assert share_words(share, "en", strict=strict) == en


def test_bases_in_words():
    """Every denominator has its own words, so that nobody takes one for another."""
    assert base_words(Base.SEATS, "zh") == "全体席位"
    assert base_words(Base.FOR_AGAINST, "zh") == "赞成与反对票之和"
    assert base_words(Base.SEATS, "zh", size=13) == "全体13席"
    assert base_words(Base.PRESENT, "en", size=10) == "the 10 present"


def test_an_open_assembly_has_members_and_nobody_in_office():
    """Owners are not 代表: in an open assembly the words change."""
    assert base_words(Base.IN_OFFICE, "zh", charter=COUNCIL) == "在任代表"
    assert base_words(Base.IN_OFFICE, "zh", charter=OWNERS) == "全体成员"
    assert base_words(Base.RETURNED, "en", charter=OWNERS) == "all who take part"
    assert base_words(Base.IN_OFFICE, "zh", charter=OWNERS, size=300) == "全体成员300人"


def test_the_rule_of_thirteen_in_one_sentence():
    """The sentence on the resolution for posting."""
    rule = COUNCIL.rules[0]
    assert rule_sentence(COUNCIL, rule, "zh") == "全体13席的三分之二以上赞成为通过，须9票"
    assert rule_sentence(COUNCIL, rule, "en") == (
        "Passes when at least two thirds of all 13 seats are in favour: 9\u00a0votes"
    )


def test_what_depends_on_who_comes_is_known_only_with_figures():
    """More than half of those present: no number beforehand, 7 of 12 when twelve are there."""
    present = charter(*THIRTEEN, consent=(Threshold("1/2", Base.PRESENT, strict=True),))
    rule = present.rules[0]
    figures = Votes(whole=Tally(seats=13, in_office=13, present=12))
    assert rule_sentence(present, rule, "zh") == "到会人员的过半数赞成为通过"
    assert rule_sentence(present, rule, "zh", figures) == "到会人员12人的过半数赞成为通过，须7票"


def test_rules_with_several_tests_say_them_all():
    """Owners' votes have four tests, by area and by head; none is left out."""
    text = rule_sentence(OWNERS, OWNERS.rules[0], "zh")
    assert text == (
        "按投票权数计全体成员的三分之二以上，并且按人数计全体成员的三分之二以上参加表决为有效；"
        "按投票权数计参加表决人的过半数，并且按人数计参加表决人的过半数赞成为通过"
    )
    assert rule_sentence(OWNERS, OWNERS.rules[0], "en").startswith("Valid when by weight at least")


def test_those_who_have_to_take_part_are_people_not_votes():
    """Nine of thirteen have to take part; the votes needed of them are not known beforehand."""
    one = charter(
        *THIRTEEN,
        consent=(Threshold("1/2", Base.RETURNED, strict=True),),
        participation=(Threshold("2/3", Base.SEATS), Threshold("1/2", Base.SEATS, group="new")),
    )
    assert rule_sentence(one, one.rules[0], "zh").startswith(
        "全体13席的三分之二以上（9人），并且新居民全体6席的半数以上（3人）参加表决为有效；"
    )


def test_groups_are_named():
    """A threshold of one group, or of each, says so with the group's title."""
    half = Threshold("1/2", Base.SEATS, strict=True, group="new")
    assert share_of_base(half, "zh", charter=COUNCIL) == "新居民全体席位的过半数"
    each = Threshold("1/1", Base.IN_OFFICE, group="each")
    assert share_of_base(each, "zh", charter=COUNCIL) == "各组分别在任代表一致"
    one = charter(*THIRTEEN, consent=(Threshold("2/3", Base.SEATS), half))
    assert rule_sentence(one, one.rules[0], "zh") == (
        "全体13席的三分之二以上（9票），并且新居民全体6席的过半数（4票）赞成为通过"
    )
    assert NEW.seats == 6


def test_the_arithmetic_shows_the_rounding():
    """Thirteen seats: 8.67 becomes 9, in both languages."""
    test = made("2/3", 13, 10)
    assert arithmetic(test, "zh") == "10 ≥ 9（13 × 2 ÷ 3 = 8.67，进为9）"
    assert arithmetic(test, "en") == "10 ≥ 9 (13 × 2 ÷ 3 = 8.67, rounded up to 9)"


def test_a_share_that_is_a_whole_number_needs_no_working():
    """Two thirds of twelve is eight: nothing to explain."""
    assert arithmetic(made("2/3", 12, 7), "zh") == "7 < 8"


def test_more_than_a_whole_number_is_the_next_one():
    """More than half of sixty is thirty-one, and the paper says why thirty is not enough."""
    assert arithmetic(made("1/2", 60, 30, strict=True), "zh") == (
        "30 < 31（60 ÷ 2 = 30，须多于此数，即31）"
    )


def test_nobody_voting_still_needs_one():
    """A base of nobody asks for one vote."""
    assert arithmetic(made("2/3", 0, 0), "zh") == "0 < 1（0 × 2 ÷ 3 = 0，至少1）"


def test_weights_are_compared_in_their_unit():
    """More than half of 21,000 m² begins one hundredth of a square metre above 10,500."""
    test = made("1/2", 2_100_000, 1_040_000, strict=True, measure=Measure.WEIGHT)
    assert arithmetic(test, "zh", "0.01 m²") == (
        "10,400 < 10,500.01（21,000 ÷ 2 = 10,500，须多于此数，即10,500.01）"
    )
    third = made("2/3", 1_000_000, 700_000, measure=Measure.WEIGHT)
    assert arithmetic(third, "zh", "0.01 m²") == (
        "7,000 ≥ 6,666.67（10,000 × 2 ÷ 3 = 6,666.6667，进为6,666.67）"
    )


@given(st.integers(0, 10**7), st.integers(1, 999), st.integers(1, 999), st.booleans())
def test_working_never_contradicts_the_number_needed(base, above, below, strict):
    """The decimal shown lies just below the number that is needed, and never looks equal to it."""
    above, below = sorted((above, below))
    strict = strict and above < below
    test = made(f"{above}/{below}", base, 0, strict=strict)
    shown = arithmetic(test, "en")
    if "rounded up" in shown:
        decimal = Fraction(shown.split(" = ")[1].split(", rounded")[0].replace(",", ""))
        assert test.needed - 1 < decimal < test.needed


def test_decimals_are_rounded_half_up():
    """Two places for reading, and more where two would look like a whole number."""
    assert decimal_words(Fraction(1, 8)) == "0.13"
    assert decimal_words(Fraction(17, 2)) == "8.5"
    assert decimal_words(Fraction(2999, 300)) == "9.997"
    assert decimal_words(Fraction(12000)) == "12,000"


def test_figures_of_the_vote_block():
    """Base and need as the vote block of the record prints them."""
    test = made("2/3", 13, 10)
    assert base_figure(test, "zh") == "基数13席"
    assert need_words(test, "zh") == "须赞成9票"
    assert need_words(made("2/3", 13, 10, role=Role.QUORUM), "zh") == "须到会9人"
    weighed = made("1/2", 3_000_000, 0, measure=Measure.WEIGHT, basis=Base.RETURNED)
    assert base_figure(weighed, "zh", "0.01 m²") == "基数30,000\u00a0m²"
    assert need_words(weighed, "en", "0.01 m²") == "15,000\u00a0m² for needed"
