"""Founding a body and adopting a further version of its charter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from facilitator.acts import Command, Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.bodies.seats import has_seat
from facilitator.rules.charter import Charter
from facilitator.rules.charter_check import check_charter

if TYPE_CHECKING:
    from facilitator.bodies.body import Body


MOST_TERMS = 999


class BodyCommand(Command, frozen=True, kw_only=True):
    """A command to one body."""

    body: str

    @property
    def stream(self) -> str:
        return f"body/{self.body}"


class FoundBody(BodyCommand, frozen=True, kw_only=True, tag="body.found"):
    """A body comes into being under a charter; `term` is the running number of its term of office (届).

    `charter` may name a preset: the session puts the preset itself in its place.
    """

    name: str
    charter: Charter | str
    term: int = 1
    community: str = ""
    posting_places: str = ""
    """Where its notices and resolutions are posted."""
    sample: bool = False
    """Invented names: every paper says so."""


class AdoptCharter(BodyCommand, frozen=True, kw_only=True, tag="body.adopt-charter"):
    """A further version of the charter, in force from a day on; earlier meetings keep theirs."""

    charter: Charter | str
    reason: str


class BeginTerm(BodyCommand, frozen=True, kw_only=True, tag="body.begin-term"):
    """The next term of office begins: meetings and resolutions are numbered anew."""

    term: int


class BodyFounded(Event, frozen=True, kw_only=True, tag="body.founded"):
    name: str
    charter: Charter
    term: int
    community: str = ""
    posting_places: str = ""
    sample: bool = False


class CharterAdopted(Event, frozen=True, kw_only=True, tag="body.charter-adopted"):
    charter: Charter
    reason: str


class TermBegun(Event, frozen=True, kw_only=True, tag="body.term-begun"):
    term: int


def found(body: Body, command: FoundBody) -> Iterable[Event]:
    """A body is founded once, under a usable charter."""
    if body.founded:
        raise RuleViolation("body-exists", body=body.id)
    clean_id(command.body, "body")
    charter = _usable(command.charter)
    if not 1 <= command.term <= MOST_TERMS:
        raise RuleViolation(
            "number-range", field="term", value=command.term, least=1, most=MOST_TERMS
        )
    yield BodyFounded(
        name=clean_text(command.name, "name", one_line=True),
        charter=charter,
        term=command.term,
        community=clean_text(command.community, "community", required=False, one_line=True),
        posting_places=clean_text(
            command.posting_places, "posting_places", required=False, one_line=True
        ),
        sample=command.sample,
    )


def adopt(body: Body, command: AdoptCharter) -> Iterable[Event]:
    """A new version has a higher number and keeps every seat that somebody holds."""
    charter = _usable(command.charter)
    if charter.version <= body.charter.version:
        raise RuleViolation("charter-version", version=charter.version, newest=body.charter.version)
    for holding in body.seated:
        if not has_seat(charter, holding.seat, holding.group):
            raise RuleViolation("seat-in-use", seat=holding.seat, member=holding.member)
    yield CharterAdopted(charter=charter, reason=clean_text(command.reason, "reason"))


def begin_term(body: Body, command: BeginTerm) -> Iterable[Event]:
    """Terms follow one another."""
    if command.term != body.term + 1:
        raise RuleViolation("term-order", term=command.term, expected=body.term + 1)
    yield TermBegun(term=command.term)


def _usable(charter: Charter | str) -> Charter:
    if isinstance(charter, str):
        raise RuleViolation("unknown-charter", charter=charter)
    if charter.disabled is not None:
        raise RuleViolation(
            "charter-disabled", charter=charter.key, zh=charter.disabled.zh, en=charter.disabled.en
        )
    check_charter(charter)
    return charter


def on_founded(body: Body, event: BodyFounded, _recorded: Recorded) -> None:
    body.founded = True
    body.name, body.term, body.community = event.name, event.term, event.community
    body.posting_places, body.sample = event.posting_places, event.sample
    body.charters = [event.charter]


def on_adopted(body: Body, event: CharterAdopted, _recorded: Recorded) -> None:
    body.charters.append(event.charter)


def on_term_begun(body: Body, event: TermBegun, _recorded: Recorded) -> None:
    body.term = event.term


def charter_on(body: Body, day: date) -> Charter:
    """The newest version in force on `day`; refused (`charter-not-in-force`) when there is none."""
    for charter in reversed(body.charters):
        if charter.in_force(day):
            return charter
    raise RuleViolation("charter-not-in-force", charter=body.charter.key, day=day.isoformat())


DECIDES = {FoundBody: found, AdoptCharter: adopt, BeginTerm: begin_term}
APPLIES = {BodyFounded: on_founded, CharterAdopted: on_adopted, TermBegun: on_term_begun}
