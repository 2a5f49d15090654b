"""What a round and its projects are told of one another, and of meetings, before each act."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

import msgspec

from facilitator.data import dataclass

LOOK_BACK_MONTHS = 12


class RoundPlace(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A place that takes part: its number in the round, what it is called, the body it has here if any."""

    no: int
    name: str
    body: str = ""


class FunderKind(StrEnum):
    """Where the money comes from."""

    COMMUNITY_FOUNDATION = "community-foundation"  # 社区基金会
    SERVICE_CONTRACT = "service-contract"  # 购买服务合同
    GOVERNMENT = "government"  # 街道、政府
    OTHER = "other"


class Funder(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """Who gives money, how much (fen), and whether residents take part in deciding and in evaluating."""

    id: str
    kind: FunderKind
    name: str
    fen: int
    contract: str = ""
    """The number of the contract or grant letter."""
    terms: str = ""
    residents_decide: bool = False
    residents_evaluate: bool = False


class Share(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """What one funder pays of a grant, in fen."""

    funder: str
    fen: int


class Granted(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """What a selection decided of one project. `fen` is 0 for one that was not selected.

    `verdict` is the code that the selection gives it, `reason` a sentence where somebody gave one.
    """

    project: str
    fen: int
    asked: int
    verdict: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Selected:
    """The announced result of a selection meeting, as the session finds it."""

    meeting: str
    at: datetime
    grants: tuple[Granted, ...]
    round: str = ""
    """The round that its slate was taken from; empty where it was written by hand."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The days of a round; None for one that is not fixed."""

    needs_by: date | None = None
    proposals_by: date | None = None
    selection_on: date | None = None
    look_back_months: int = LOOK_BACK_MONTHS


@dataclass(frozen=True, slots=True)
class Grant:
    """What counts for one project: decided in a meeting (`meeting`), or by hand (`by` whom)."""

    project: str
    fen: int
    asked: int
    verdict: str
    reason: str
    on: date
    meeting: str = ""
    by: str = ""

    @property
    def by_hand(self) -> bool:
        """Whether it was not decided in a public meeting."""
        return not self.meeting


@dataclass(frozen=True, slots=True)
class ProjectTold:
    """What a round is told of one of its projects."""

    project: str
    title: str
    place: int
    assessed: bool = False
    """Whether residents have said how satisfied they are."""
    given_up: bool = False
    """Whether it ended as abandoned or never started."""


@dataclass(frozen=True, slots=True)
class RoundOutside:
    """What a round cannot know by itself."""

    bodies: frozenset[str] = frozenset()
    """Of the bodies that a command names: those that are here."""
    projects: tuple[ProjectTold, ...] = ()
    result: Selected | None = None
    """The announced result of the meeting that a command names; None if there is none."""

    def project(self, number: str) -> ProjectTold | None:
        """One of the round's projects, or None."""
        return next((one for one in self.projects if one.project == number), None)


@dataclass(frozen=True, slots=True)
class RoundView:
    """A round as its projects see it. Money in fen (0.01 yuan)."""

    round: str
    body: str
    title: str
    open: bool
    plan: Plan
    places: tuple[RoundPlace, ...] = ()
    funders: tuple[Funder, ...] = ()
    shares: tuple[tuple[str, tuple[Share, ...]], ...] = ()
    """Who pays how much of which project's grant, where that was told."""
    grants: tuple[Grant, ...] = ()
    sample: bool = False

    @property
    def budget_fen(self) -> int:
        """What all funders give together."""
        return sum(one.fen for one in self.funders)

    def place(self, no: int) -> RoundPlace | None:
        """A place by its number, or None."""
        return next((one for one in self.places if one.no == no), None)

    def grant(self, project: str) -> Grant | None:
        """What was decided of a project, or None if nothing was."""
        return next((one for one in self.grants if one.project == project), None)

    def payers(self, project: str) -> tuple[Funder, ...]:
        """Who pays for a project: all of them, unless it was told who does."""
        told = dict(self.shares).get(project)
        if told is None:
            return self.funders
        named = {one.funder for one in told}
        return tuple(one for one in self.funders if one.id in named)


@dataclass(frozen=True, slots=True)
class ProjectOutside:
    """What a project cannot know by itself: its round; None if there is none."""

    round: RoundView | None = None
