"""The numbers a count starts from, and what has to be true of them before anything is counted."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from facilitator.acts import RuleViolation
from facilitator.rules.charter import Base, Blank, DecisionRule, Recusal

Number = Annotated[int, Meta(ge=0, le=10**15)]
"""A whole number of heads, or of the charter's smallest unit of weight."""


class Choice(StrEnum):
    """What a member may answer."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


ANSWER_FIELD = {
    Choice.FOR: "in_favour",
    Choice.AGAINST: "against",
    Choice.ABSTAIN: "abstained",
}
"""Where an answer is counted in a tally."""


class Tally(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One body or one group of it at one vote. Absent, recused, not voting, abstaining, blank and void differ.

    `present` includes those recused; `seats` includes vacant ones.
    """

    seats: Number
    in_office: Number
    present: Number
    recused: Number = 0
    in_favour: Number = 0
    against: Number = 0
    abstained: Number = 0
    blank: Number = 0
    void: Number = 0
    left: Number = 0
    """Of those present when the vote began, gone before it closed without an answer: they stay in the base,
    so that nobody carries a motion by walking out, but they do not count to the quorum."""

    @property
    def returned(self) -> int:
        """All answers given in."""
        return self.in_favour + self.against + self.abstained + self.blank + self.void

    @property
    def absent(self) -> int:
        """In office but not in the room."""
        return self.in_office - self.present

    @property
    def vacant(self) -> int:
        """Seats nobody holds."""
        return self.seats - self.in_office

    @property
    def silent(self) -> int:
        """Present when the vote began, entitled, and gave no answer."""
        return self.present - self.recused - self.returned

    def base(self, base: Base, rule: DecisionRule) -> int:
        """The size of `base` under `rule`."""
        out = self.recused if rule.recusal is Recusal.LEAVES_BASE else 0
        cast = self.in_favour + self.against
        blank = self.blank if rule.blank is Blank.ABSTAINS else 0
        return {
            Base.SEATS: self.seats - out,
            Base.IN_OFFICE: self.in_office - out,
            Base.PRESENT: self.present - out,
            Base.RETURNED: self.returned,
            Base.VALID: cast + self.abstained + blank,
            Base.FOR_AGAINST: cast,
        }[base]

    def check(self) -> None:
        """Refuse numbers that cannot be: more members than seats, more votes than entitled members present."""
        if self.in_office > self.seats:
            raise RuleViolation("more-members-than-seats", members=self.in_office, seats=self.seats)
        if self.present > self.in_office:
            raise RuleViolation(
                "more-present-than-members", present=self.present, members=self.in_office
            )
        if self.recused > self.present:
            raise RuleViolation(
                "more-recused-than-present", recused=self.recused, present=self.present
            )
        if self.silent < 0:
            raise RuleViolation(
                "more-votes-than-present", votes=self.returned, entitled=self.present - self.recused
            )
        if self.left > self.present - self.returned:  # recused members may leave, too
            raise RuleViolation("more-left-than-silent", left=self.left, silent=self.silent)

    def plus(self, choice: Choice, number: int = 1) -> Tally:
        """This tally with `number` further answers of that kind (negative: without them)."""
        field = ANSWER_FIELD[choice]
        return msgspec.structs.replace(self, **{field: getattr(self, field) + number})

    def without(self, other: Tally) -> Tally:
        """This tally less the people and answers of `other`; the seats stay, as vacant ones."""
        return Tally(
            seats=self.seats,
            in_office=self.in_office - other.in_office,
            present=self.present - other.present,
            recused=self.recused - other.recused,
            in_favour=self.in_favour - other.in_favour,
            against=self.against - other.against,
            abstained=self.abstained - other.abstained,
            blank=self.blank - other.blank,
            void=self.void - other.void,
            left=self.left - other.left,
        )


class Votes(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All that a count needs to know about one vote."""

    whole: Tally
    groups: dict[str, Tally] = {}
    """By seat group, when the votes are known by group; else empty."""
    presence: dict[str, Tally] = {}
    """People by seat group without their answers, for a quorum of groups where votes are not known by group."""
    weights: Tally | None = None
    """The same vote in units of weight, where the charter weighs."""
    issued: Number | None = None
    """Ballot papers handed out; None when none were."""
    contested: dict[str, Tally] = {}
    """People and answers of seats held by somebody of the wrong group, by the seat's group."""
    contested_unnamed: Number = 0
    """How many such people may have voted where nobody's vote is known by name."""
    casting: Choice | None = None
    """The chair's casting vote, where a rule gives one and votes are equal."""
