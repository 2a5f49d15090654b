"""A body: its charters, its members, its term; and the tables of what can be asked and what can happen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field
from datetime import date
from typing import Any

import msgspec

from facilitator.acts import Command, Event, Recorded, RuleViolation
from facilitator.bodies import community, founding, membership
from facilitator.bodies.community import CommunityNoted
from facilitator.bodies.founding import charter_on
from facilitator.bodies.people import Person
from facilitator.data import dataclass
from facilitator.rules.charter import Charter
from facilitator.rules.composition import Finding, Holding, check_composition, is_contested


@dataclass
class Body:
    """A council, an assembly, a committee. Built from its journal; changed by `apply` only."""

    id: str
    version: int = 0
    founded: bool = False
    name: str = ""
    community: str = ""
    posting_places: str = ""
    sample: bool = False
    term: int = 1
    communities: list[CommunityNoted] = field(default_factory=list[CommunityNoted])
    """The community's own numbers, as they were noted."""
    charters: list[Charter] = field(default_factory=list[Charter])
    holdings: dict[str, Holding] = field(default_factory=dict[str, Holding])
    """Members and alternates, in the order they came."""
    people: dict[str, Person | None] = field(default_factory=dict[str, Person | None])
    """Everybody who ever sat; None after an erasure."""

    @property
    def charter(self) -> Charter:
        """The newest version adopted."""
        return self.charters[-1]

    def charter_on(self, day: date) -> Charter:
        """The version in force on `day`, or a refusal (`charter-not-in-force`)."""
        return charter_on(self, day)

    @property
    def seated(self) -> tuple[Holding, ...]:
        """The holders of seats, by seat number."""
        holders = (holding for holding in self.holdings.values() if holding.seat)
        return tuple(sorted(holders, key=lambda holding: holding.seat))

    def held_seats(self) -> set[int]:
        """The numbers of the seats that somebody holds."""
        return {holding.seat for holding in self.seated}

    def holding(self, member: str) -> Holding:
        """A member's holding, or a refusal (`not-in-body`)."""
        if member not in self.holdings:
            raise RuleViolation("not-in-body", member=member)
        return self.holdings[member]

    def change(self, member: str, **fields: Any) -> None:
        """Put a changed holding in place of a member's."""
        self.holdings[member] = msgspec.structs.replace(self.holdings[member], **fields)

    def is_contested(self, member: str) -> bool:
        """Whether this member holds a seat of another group and nobody has ruled on it."""
        return is_contested(self.charter, self.holding(member))

    def findings(self, day: date) -> tuple[Finding, ...]:
        """How the roster differs from the charter on `day`."""
        names = {key: person.name for key, person in self.people.items() if person is not None}
        return check_composition(self.charter, tuple(self.holdings.values()), names, day)


DECIDES: dict[type[Command], Callable[[Body, Any], Iterable[Event]]] = {
    **founding.DECIDES,
    **membership.DECIDES,
    **community.DECIDES,
}
APPLIES: dict[type[Event], Callable[[Body, Any, Recorded], None]] = {
    **founding.APPLIES,
    **membership.APPLIES,
    **community.APPLIES,
}
COMMANDS = tuple(DECIDES)
EVENTS = tuple(APPLIES)


def decide(body: Body, command: Command) -> tuple[Event, ...]:
    """What a command would make happen, or a refusal. Nothing has happened yet."""
    if not body.founded and not isinstance(command, founding.FoundBody):
        raise RuleViolation("unknown-body", body=body.id)
    return tuple(DECIDES[type(command)](body, command))


def apply(body: Body, recorded: Recorded) -> None:
    """Take in one event that is on the disk."""
    APPLIES[type(recorded.event)](body, recorded.event, recorded)
    body.version = recorded.version
