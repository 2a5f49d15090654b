"""Every way in which a charter can contradict itself, and the place it is told."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.acts import RuleViolation
from facilitator.rules.charter import Base, Measure, Source, Threshold, Tie
from facilitator.rules.charter_check import check_charter, decided_by_one_vote
from tests.rules.making import charter, office, rule, words

SEATS = Threshold(share="1/2", base=Base.SEATS)
MORE_FOR = Threshold(share="1/2", base=Base.FOR_AGAINST, strict=True)
AREA = Threshold(share="1/2", base=Base.RETURNED, measure=Measure.WEIGHT)
OPEN = {"groups": [("residents", 0)]}


def share(text: str, **fields) -> Threshold:
    return Threshold(share=text, base=fields.pop("base", Base.SEATS), **fields)


SOUND = {
    "the plain one": charter(),
    "groups, offices, a quorum": charter(
        rule(share("1/2", group="each"), share("2/3", group="new")),
        offices=(office("chair", group="office"), office("vice")),
        quorum=(share("1/2", base=Base.IN_OFFICE, group="new"),),
    ),
    "everybody": charter(rule(share("1/1"))),
    "a casting vote": charter(rule(MORE_FOR, tie=Tie.CHAIR)),
    "weights": charter(
        rule(AREA, participation=(share("2/3", base=Base.IN_OFFICE),)), weight_unit="m²", **OPEN
    ),
    "an open assembly": charter(rule(share("1/2", base=Base.PRESENT)), **OPEN),
    "seats of the fixed group of a mixed body": charter(
        rule(share("1/2", group="a")), groups=[("a", 3), ("b", 0)]
    ),
    "one day": charter(valid_from=date(2026, 1, 1), valid_until=date(2026, 1, 1)),
}


@pytest.mark.parametrize("made", SOUND.values(), ids=SOUND.keys())
def test_a_sound_charter_passes(made):
    """Nothing is refused that can be counted under."""
    check_charter(made)


WRONG = [
    (charter(groups=[("a", 1), ("a", 2)]), "groups.a", "twice"),
    (charter(rule(), rule()), "rules.plain", "twice"),
    (charter(offices=(office("chair"), office("chair"))), "offices.chair", "twice"),
    (charter(groups=[("each", 3)]), "groups.each", "reserved"),
    (charter(groups=[]), "groups", "missing"),
    (charter(offices=(office("chair", group="x"),)), "offices.chair", "unknown"),
    (charter(valid_from=date(2026, 1, 2), valid_until=date(2026, 1, 1)), "valid_until", "order"),
    (charter(quorum=(share("3/2"),)), "quorum", "share"),
    (charter(quorum=(share("1/1", strict=True),)), "quorum", "share"),
    (charter(quorum=(share("1/2", base=Base.PRESENT),)), "quorum", "base"),
    (charter(quorum=(share("1/2", group="x"),)), "quorum", "unknown"),
    (charter(rule(share("4/3"))), "rules.plain.consent", "share"),
    (charter(rule(share("1/2", group="x"))), "rules.plain.consent", "unknown"),
    (charter(rule(share("1/2")), **OPEN), "rules.plain.consent", "no-seats"),
    (
        charter(rule(share("1/2", group="each")), groups=[("a", 3), ("b", 0)]),
        "rules.plain.consent",
        "no-seats",
    ),
    (charter(rule(AREA)), "rules.plain.consent", "weight"),
    (
        charter(rule(share("1/2", measure=Measure.WEIGHT, group="new")), weight_unit="m²"),
        "rules.plain.consent",
        "weight-group",
    ),
    (
        charter(rule(participation=(share("1/2", base=Base.RETURNED),))),
        "rules.plain.participation",
        "base",
    ),
    (charter(rule(tie=Tie.CHAIR)), "rules.plain.tie", "no-tie"),
    (charter(rule(tie=Tie.UNDECIDED)), "rules.plain.tie", "no-tie"),
    (charter(executor=words(" ")), "executor.zh", "text"),
    (charter(disabled=words("")), "disabled.zh", "text"),
    (charter(weight_unit="m\u202e"), "weight_unit", "text"),
]


@pytest.mark.parametrize(("made", "place", "problem"), WRONG)
def test_a_charter_that_contradicts_itself_is_refused_where_it_does(made, place, problem):
    """The refusal names the place and what is wrong there."""
    with pytest.raises(RuleViolation) as refused:
        check_charter(made)
    assert refused.value.code == "charter-wrong"
    assert refused.value.facts == {"place": place, "problem": problem}


def _but(**fields):
    made = charter()
    return type(made)(**{name: getattr(made, name) for name in made.__struct_fields__} | fields)


@pytest.mark.parametrize(
    ("made", "place", "problem"),
    [
        (_but(default_rule="x"), "default_rule", "unknown"),
        (_but(rules=()), "default_rule", "unknown"),
        (_but(title=words("\n")), "title.zh", "text"),
        (_but(source=Source(title="")), "source.title", "text"),
        (_but(source=Source(title="t", quote="a\x00b")), "source.quote", "text"),
    ],
)
def test_the_whole_of_a_charter_is_looked_at(made, place, problem):
    """Default rule, title and source are checked as well."""
    with pytest.raises(RuleViolation) as refused:
        check_charter(made)
    assert refused.value.facts == {"place": place, "problem": problem}


@pytest.mark.parametrize(
    ("made", "place"),
    [
        (charter(rule(share("0.667"))), "rules[0].consent[0].share"),
        (charter(rule(share("1/0"))), "rules[0].consent[0].share"),
        (charter(groups=[("a", -1)]), "groups[0].seats"),
        (charter(groups=[("A B", 1)]), "groups[0].key"),
        (charter(term_months=-1), "term_months"),
    ],
)
def test_a_charter_made_in_code_keeps_to_the_same_limits(made, place):
    """What no file could say, no window can say either."""
    with pytest.raises(RuleViolation) as refused:
        check_charter(made)
    assert refused.value.facts == {"place": place, "problem": "value"}


def test_a_rule_without_consent_is_refused():
    """A rule that asks for nothing would let everything pass."""
    empty = type(rule())(key="plain", title=words("rule"), consent=())
    with pytest.raises(RuleViolation) as refused:
        check_charter(charter(empty))
    assert refused.value.facts == {"place": "rules.plain.consent", "problem": "missing"}


@pytest.mark.parametrize(
    "other",
    [
        rule(MORE_FOR, SEATS),
        rule(share("2/3", base=Base.FOR_AGAINST, strict=True)),
        rule(share("1/2", base=Base.FOR_AGAINST)),
        rule(share("1/2", base=Base.PRESENT, strict=True)),
        rule(share("1/2", base=Base.FOR_AGAINST, strict=True, measure=Measure.WEIGHT)),
        rule(share("1/2", base=Base.FOR_AGAINST, strict=True, group="new")),
    ],
)
def test_only_more_for_than_against_can_be_tied(other):
    """Equal votes are a tie where one vote would decide, and nowhere else."""
    assert not decided_by_one_vote(other)
    assert decided_by_one_vote(rule(MORE_FOR))
    assert decided_by_one_vote(rule(share("2/4", base=Base.FOR_AGAINST, strict=True)))
