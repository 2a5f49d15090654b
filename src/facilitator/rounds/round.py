"""A subdistrict's round: who takes part, by which days, and when it is over.

Its stream is `round/<id>`. Funders are in `funders`, what was granted in `results`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import date

from facilitator.acts import Command, Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.data import dataclass
from facilitator.followup.case import Chronicled, line
from facilitator.rounds.measures import in_order, in_range
from facilitator.rounds.outside import (
    LOOK_BACK_MONTHS,
    Funder,
    Plan,
    RoundOutside,
    RoundPlace,
    Share,
)

MOST_PLACE = 999
MOST_MONTHS = 120


class RoundCommand(Command, frozen=True, kw_only=True):
    """A command about one round."""

    round: str

    @property
    def stream(self) -> str:
        return f"round/{self.round}"


class OpenRound(RoundCommand, frozen=True, kw_only=True, tag="round.open"):
    """A round begins (项目轮次): `body` runs it, `host` says who it is in words, `period` e.g. "2026 年"."""

    body: str
    title: str
    host: str = ""
    period: str = ""
    places: tuple[RoundPlace, ...] = ()
    sample: bool = False


class IncludePlace(RoundCommand, frozen=True, kw_only=True, tag="round.include-place"):
    """One more place takes part, or one that had left does again."""

    place: RoundPlace


class LeaveOutPlace(RoundCommand, frozen=True, kw_only=True, tag="round.leave-out-place"):
    """A place does not take part after all; not once it has a project."""

    place: int
    reason: str


class PlanRound(RoundCommand, frozen=True, kw_only=True, tag="round.plan"):
    """The days of the round; told anew as a whole, what is left out is not fixed."""

    needs_by: date | None = None
    proposals_by: date | None = None
    selection_on: date | None = None
    look_back_months: int = LOOK_BACK_MONTHS


class CloseRound(RoundCommand, frozen=True, kw_only=True, tag="round.close"):
    """The round is over: no new project, proposal or grant. What was granted goes on to its end."""

    text: str = ""


class ReopenRound(RoundCommand, frozen=True, kw_only=True, tag="round.reopen"):
    """It was not over after all."""

    reason: str


class StrikeFromRound(RoundCommand, frozen=True, kw_only=True, tag="round.strike"):
    """A result that was taken over, or a grant by hand, was wrong: it stays readable and counts no more."""

    entry: str
    reason: str


class RoundOpened(Event, frozen=True, kw_only=True, tag="round.opened"):
    body: str
    title: str
    host: str = ""
    period: str = ""
    places: tuple[RoundPlace, ...] = ()
    sample: bool = False


class PlaceIncluded(Event, frozen=True, kw_only=True, tag="round.place-included"):
    place: RoundPlace


class PlaceLeftOut(Event, frozen=True, kw_only=True, tag="round.place-left-out"):
    place: int
    reason: str


class RoundPlanned(Event, frozen=True, kw_only=True, tag="round.planned"):
    needs_by: date | None = None
    proposals_by: date | None = None
    selection_on: date | None = None
    look_back_months: int = LOOK_BACK_MONTHS


class RoundClosed(Event, frozen=True, kw_only=True, tag="round.closed"):
    text: str = ""


class RoundReopened(Event, frozen=True, kw_only=True, tag="round.reopened"):
    reason: str


class RoundEntryStruck(Event, frozen=True, kw_only=True, tag="round.struck"):
    entry: str
    reason: str


@dataclass
class Round(Chronicled):
    """One round. Its grants are read by `results.grants_of`, its view for projects by `results.view_of`."""

    outside: RoundOutside = field(default_factory=RoundOutside)
    opened: RoundOpened | None = None
    places: dict[int, RoundPlace] = field(default_factory=dict[int, RoundPlace])
    """By number, those that take part."""
    left_out: dict[int, str] = field(default_factory=dict[int, str])
    """Why a place does not take part any more, by its number."""
    plan: Plan = field(default_factory=Plan)
    funders: dict[str, Funder] = field(default_factory=dict[str, Funder])
    contracts: dict[str, Recorded] = field(default_factory=dict[str, Recorded])
    """Contracts that were closed, by funder."""
    shares: dict[str, tuple[Share, ...]] = field(default_factory=dict[str, tuple[Share, ...]])
    """Who pays how much of a project's grant, by project, where it was told."""
    closed: Recorded | None = None

    @property
    def id(self) -> str:
        """What it is called in commands and streams."""
        return self.stream.partition("/")[2]

    def expect_begun(self) -> RoundOpened:
        """What was said when it began, or a refusal (`unknown-round`)."""
        if self.opened is None:
            raise RuleViolation("unknown-round", round=self.id)
        return self.opened

    @property
    def round(self) -> RoundOpened:
        """What was said when it began, or a refusal (`unknown-round`)."""
        return self.expect_begun()

    @property
    def budget_fen(self) -> int:
        """What all funders give together, in fen."""
        return sum(one.fen for one in self.funders.values())

    def expect_open(self) -> RoundOpened:
        """The round, unless it is over (`round-closed`)."""
        if self.round and self.closed is not None:
            raise RuleViolation("round-closed", title=self.round.title)
        return self.round


def open_round(case: Round, command: OpenRound) -> Iterable[Event]:
    """It begins once, for a body that is here; no two places have one number."""
    clean_id(command.round, "round")
    if case.opened is not None:
        raise RuleViolation("round-exists", round=command.round)
    if command.body not in case.outside.bodies:
        raise RuleViolation("unknown-body", body=command.body)
    places: dict[int, RoundPlace] = {}
    for place in command.places:
        places[place.no] = _new_place(places, place)
    yield RoundOpened(
        body=command.body,
        title=line(command.title, "title", required=True),
        host=line(command.host, "host"),
        period=line(command.period, "period"),
        places=tuple(places.values()),
        sample=command.sample,
    )


def include_place(case: Round, command: IncludePlace) -> Iterable[Event]:
    """Under a number that no other place of the round has."""
    case.expect_open()
    yield PlaceIncluded(place=_new_place(case.places, command.place))


def leave_out_place(case: Round, command: LeaveOutPlace) -> Iterable[Event]:
    """Only one that has no project: else its thread would hang in the air."""
    case.expect_open()
    place = case.places.get(command.place)
    if place is None:
        raise RuleViolation("unknown-round-place", place=command.place)
    count = sum(one.place == command.place for one in case.outside.projects)
    if count:
        raise RuleViolation("place-has-projects", name=place.name, count=count)
    yield PlaceLeftOut(place=command.place, reason=clean_text(command.reason, "reason"))


def plan(case: Round, command: PlanRound) -> Iterable[Event]:
    """Needs come before proposals, and these before the selection."""
    case.expect_open()
    in_order((command.needs_by, command.proposals_by, command.selection_on))
    yield RoundPlanned(
        needs_by=command.needs_by,
        proposals_by=command.proposals_by,
        selection_on=command.selection_on,
        look_back_months=in_range("look_back_months", command.look_back_months, 1, MOST_MONTHS),
    )


def close(case: Round, command: CloseRound) -> Iterable[Event]:
    """Closed once; what was granted goes on."""
    case.expect_open()
    yield RoundClosed(text=clean_text(command.text, "text", required=False))


def reopen(case: Round, command: ReopenRound) -> Iterable[Event]:
    """Only what was closed."""
    if case.round and case.closed is None:
        raise RuleViolation("round-open", title=case.round.title)
    yield RoundReopened(reason=clean_text(command.reason, "reason"))


def strike(case: Round, command: StrikeFromRound) -> Iterable[Event]:
    """Struck once, with a reason."""
    case.entry(command.entry)
    yield RoundEntryStruck(entry=command.entry, reason=clean_text(command.reason, "reason"))


def _new_place(places: dict[int, RoundPlace], place: RoundPlace) -> RoundPlace:
    no = in_range("place", place.no, 1, MOST_PLACE)
    if no in places:
        raise RuleViolation("round-place-exists", place=no, name=places[no].name)
    body = clean_id(place.body, "body") if place.body else ""
    return RoundPlace(no=no, name=line(place.name, "name", required=True), body=body)


def on_opened(case: Round, event: RoundOpened, _recorded: Recorded) -> None:
    case.opened = event
    case.places = {one.no: one for one in event.places}


def on_included(case: Round, event: PlaceIncluded, _recorded: Recorded) -> None:
    case.places[event.place.no] = event.place
    case.left_out.pop(event.place.no, None)


def on_left_out(case: Round, event: PlaceLeftOut, _recorded: Recorded) -> None:
    del case.places[event.place]
    case.left_out[event.place] = event.reason


def on_planned(case: Round, event: RoundPlanned, _recorded: Recorded) -> None:
    case.plan = Plan(event.needs_by, event.proposals_by, event.selection_on, event.look_back_months)


def on_closed(case: Round, _event: RoundClosed, recorded: Recorded) -> None:
    case.closed = recorded


def on_reopened(case: Round, _event: RoundReopened, _recorded: Recorded) -> None:
    case.closed = None


def on_struck(case: Round, event: RoundEntryStruck, _recorded: Recorded) -> None:
    case.struck[event.entry] = event.reason


DECIDES = {
    OpenRound: open_round,
    IncludePlace: include_place,
    LeaveOutPlace: leave_out_place,
    PlanRound: plan,
    CloseRound: close,
    ReopenRound: reopen,
    StrikeFromRound: strike,
}
APPLIES = {
    RoundOpened: on_opened,
    PlaceIncluded: on_included,
    PlaceLeftOut: on_left_out,
    RoundPlanned: on_planned,
    RoundClosed: on_closed,
    RoundReopened: on_reopened,
    RoundEntryStruck: on_struck,
}
