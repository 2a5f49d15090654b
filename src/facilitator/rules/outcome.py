"""An outcome explains itself: rule and version, base, numbers, threshold and what was missing, as data."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from facilitator.rules.charter import Base, Measure, Words
from facilitator.rules.tally import Tally


class Verdict(StrEnum):
    PASSED = "passed"
    FAILED = "failed"
    NOT_VALID = "not-valid"
    UNDECIDED = "undecided"


class Reason(StrEnum):
    """Why the verdict is what it is."""

    ENOUGH = "enough"
    TOO_FEW = "too-few"
    NO_QUORUM = "no-quorum"
    TOO_FEW_TOOK_PART = "too-few-took-part"
    MORE_RETURNED_THAN_ISSUED = "more-returned-than-issued"
    DECLARED_VOID = "declared-void"
    COMPOSITION = "composition"  # a seat is held by the wrong group and its vote would decide
    TIE = "tie"
    CASTING_VOTE_OPEN = "casting-vote-open"
    CASTING_VOTE = "casting-vote"
    EMPTY_GROUP = "empty-group"  # a group that has to agree has no members


class Role(StrEnum):
    """What a test is for."""

    QUORUM = "quorum"
    PARTICIPATION = "participation"
    CONSENT = "consent"


class Test(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One threshold applied to the numbers: `reached` of `needed`, which is `share` of `base_size`."""

    __test__ = False

    role: Role
    share: str
    strict: bool
    base: Base
    base_size: int
    needed: int
    reached: int
    measure: Measure = Measure.HEADS
    group: str = ""

    @property
    def met(self) -> bool:
        """Whether the threshold is reached."""
        return self.reached >= self.needed

    @property
    def missing(self) -> int:
        """How many are short of it; 0 when met."""
        return max(0, self.needed - self.reached)


class Outcome(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The result of one vote. Screen, projector and paper quote this one object."""

    verdict: Verdict
    reason: Reason
    charter: str
    version: int
    rule: str
    rule_title: Words
    tests: tuple[Test, ...]
    """Quorum, then participation, then consent, in the charter's order."""
    tally: Tally
    groups: dict[str, Tally] = {}
    weights: Tally | None = None
    contested: int = 0
    """Votes of seats held by the wrong group that are counted in it."""

    @property
    def governing(self) -> Test:
        """The test to show: the first that is not met (one of nobody last), else the first consent test."""
        unmet = sorted((test for test in self.tests if not test.met), key=lambda t: not t.base_size)
        first_consent = next(test for test in self.tests if test.role is Role.CONSENT)
        return unmet[0] if unmet else first_consent

    @property
    def missing(self) -> int:
        """How many are short under the governing test; 0 when that is not why the verdict is what it is."""
        settled = self.verdict is Verdict.PASSED or self.reason in NOT_ABOUT_NUMBERS
        return 0 if settled else self.governing.missing


NOT_ABOUT_NUMBERS = frozenset(
    {Reason.MORE_RETURNED_THAN_ISSUED, Reason.DECLARED_VOID, Reason.EMPTY_GROUP}
)
"""Reasons under which "so many short" would mislead: more votes would not have helped."""
