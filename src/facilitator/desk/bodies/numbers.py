"""The numbers one may play with under a charter: whole lines of people, each within what can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field, replace

import msgspec

from facilitator.bodies import Body
from facilitator.data import dataclass
from facilitator.rules.charter import Charter, DecisionRule, Measure, Threshold
from facilitator.rules.counting import count
from facilitator.rules.outcome import Outcome
from facilitator.rules.outlook import the_line
from facilitator.rules.tally import Tally, Votes

WHOLE = ""
"""The line of the whole body, where groups need not be told apart."""
WEIGHT = "weight:"
"""The line of weights; no seat group can bear this name."""
ANSWERS = ("in_favour", "against", "abstained", "blank", "void")
FIELDS = ("in_office", "present", *ANSWERS[:3], "recused", *ANSWERS[3:])
ASSUMED = 100
"""Members of an open assembly in which nobody is registered yet."""
ASSUMED_WEIGHT = 8_000
"""What one of them weighs: eighty square metres in hundredths."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """One line per seat group, or one for the whole; and one of weights where the charter weighs."""

    lines: Mapping[str, Tally] = field(default_factory=dict[str, Tally])
    open_lines: frozenset[str] = frozenset()
    """Lines whose number of members may be tried as well."""

    def votes(self) -> Votes:
        """These numbers as a vote."""
        people = {key: line for key, line in self.lines.items() if key != WEIGHT}
        whole = _together(people)
        groups = {} if WHOLE in people else people
        return Votes(whole=whole, groups=groups, weights=self.lines.get(WEIGHT))

    def limits(self, line: str, name: str) -> tuple[int, int]:
        """The least and the most that a number of a line can be while all others stay."""
        tally = self.lines[line]
        busy = tally.returned + tally.recused
        own = getattr(tally, name)
        if name == "in_office":
            return tally.present, 10**9
        if name == "present":
            return busy, tally.in_office
        most = tally.present - busy + own
        if line == WEIGHT and name != "recused" and not getattr(self.votes().whole, name):
            return 0, 0
        return 0, most

    def with_number(self, line: str, name: str, value: int) -> Numbers:
        """These numbers with one of them changed, as near to `value` as can be."""
        least, most = self.limits(line, name)
        fields = {name: min(max(value, least), most)}
        if name == "in_office":
            fields["seats"] = fields[name]
        changed = msgspec.structs.replace(self.lines[line], **fields)
        return _settled(replace(self, lines={**self.lines, line: changed}))


def by_group(charter: Charter, rule: DecisionRule) -> bool:
    """Whether a vote under this rule has to be told by seat group."""
    return any(one.group for one in _all(charter, rule))


def by_weight(charter: Charter, rule: DecisionRule) -> bool:
    """Whether a vote under this rule has to be weighed."""
    return any(one.measure is Measure.WEIGHT for one in _all(charter, rule))


def an_example(charter: Charter, rule: DecisionRule, body: Body | None = None) -> Numbers:
    """Numbers to begin with: one absent, and one vote short of what is needed where that can be told.

    With a body the members are its own; without one every seat is filled.
    """
    office = _office(charter, body)
    if by_group(charter, rule) or by_weight(charter, rule):
        return _all_agreed(charter, rule, office, body)
    members, seats = sum(office.values()), charter.seats
    an_open = any(not group.seats for group in charter.groups)
    present = members - 1 if members > 2 else members
    line = Tally(seats=max(seats, members), in_office=members, present=present)
    numbers = Numbers({WHOLE: line}, frozenset({WHOLE}) if an_open else frozenset())
    return numbers if not present else _one_short(charter, rule, numbers)


def _one_short(charter: Charter, rule: DecisionRule, numbers: Numbers) -> Numbers:
    line = numbers.lines[WHOLE]
    agreed = _answered(line, line.present, 0)
    test = the_line(outcome_of(charter, rule, replace(numbers, lines={WHOLE: agreed})))
    short = test.needed - 1 if test is not None and test.met else line.present
    abstained = 1 if line.present - short > 1 else 0
    return replace(numbers, lines={WHOLE: _answered(line, short, abstained)})


def outcome_of(charter: Charter, rule: DecisionRule, numbers: Numbers) -> Outcome:
    """What the rules make of these numbers."""
    return count(charter, rule.key, numbers.votes())


def _answered(line: Tally, in_favour: int, abstained: int) -> Tally:
    against = line.present - in_favour - abstained
    return msgspec.structs.replace(line, in_favour=in_favour, against=against, abstained=abstained)


def _all_agreed(
    charter: Charter, rule: DecisionRule, office: Mapping[str, int], body: Body | None
) -> Numbers:
    lines: dict[str, Tally] = {}
    an_open: set[str] = set()
    for group in charter.groups:
        n = office[group.key]
        lines[group.key] = Tally(seats=max(group.seats, n), in_office=n, present=n, in_favour=n)
        if not group.seats:
            an_open.add(group.key)
    if not by_group(charter, rule):
        lines = {WHOLE: _together(lines)}
        an_open = {WHOLE} if an_open else set()
    if by_weight(charter, rule):
        weight = sum(one.weight for one in body.seated) if body is not None else 0
        weight = weight or _together(lines).in_office * ASSUMED_WEIGHT
        lines[WEIGHT] = Tally(seats=weight, in_office=weight, present=weight, in_favour=weight)
        an_open.add(WEIGHT)
    return Numbers(lines, frozenset(an_open))


def _office(charter: Charter, body: Body | None) -> dict[str, int]:
    """Members by the group whose seat they hold; made up where nobody is registered."""
    held = Counter(
        charter.group_of_seat(one.seat) or one.group for one in (body.seated if body else ())
    )
    if body is None or not held:
        return {group.key: group.seats or ASSUMED for group in charter.groups}
    return {group.key: held[group.key] for group in charter.groups}


def _settled(numbers: Numbers) -> Numbers:
    """Nobody's weight is counted where nobody answered."""
    weights = numbers.lines.get(WEIGHT)
    if weights is None:
        return numbers
    whole = numbers.votes().whole
    nobody = {name: 0 for name in (*ANSWERS, "recused", "present") if not getattr(whole, name)}
    if "present" in nobody:
        nobody |= dict.fromkeys((*ANSWERS, "recused"), 0)
    settled = msgspec.structs.replace(weights, **nobody)
    return replace(numbers, lines={**numbers.lines, WEIGHT: settled})


def _together(lines: Mapping[str, Tally]) -> Tally:
    fields = ("seats", *FIELDS)
    return Tally(**{name: sum(getattr(one, name) for one in lines.values()) for name in fields})


def _all(charter: Charter, rule: DecisionRule) -> tuple[Threshold, ...]:
    return (*charter.quorum, *rule.participation, *rule.consent)
