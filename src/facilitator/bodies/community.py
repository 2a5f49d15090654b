"""The community's own numbers, beside which it is seen who takes part: households and residents by group."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.bodies.founding import BodyCommand

if TYPE_CHECKING:
    from facilitator.bodies.body import Body

MOST = 100_000_000
HOUSEHOLDS = "households"
"""What stands in place of a seat group for the number of households."""


class NoteCommunity(BodyCommand, frozen=True, kw_only=True, tag="body.note-community"):
    """How many households and residents there are on a day, by the charter's groups, and who counted."""

    as_of: date
    households: int = 0
    residents: dict[str, int] = {}
    """Residents of each seat group that stands for residents, by its key."""
    source: str = ""


class CommunityNoted(Event, frozen=True, kw_only=True, tag="body.community-noted"):
    as_of: date
    households: int = 0
    residents: dict[str, int] = {}
    source: str = ""


def note(body: Body, command: NoteCommunity) -> Iterable[Event]:
    """Noted as often as they are counted; the numbers of the latest day count."""
    keys = {group.key for group in body.charter.groups}
    _in_range("households", command.households)
    for key, value in command.residents.items():
        _in_range("residents", value)
        if key not in keys:
            raise RuleViolation("unknown-group", group=key)
    if not command.households and not any(command.residents.values()):
        raise RuleViolation("community-empty")
    yield CommunityNoted(
        as_of=command.as_of,
        households=command.households,
        residents=command.residents,
        source=clean_text(command.source, "source", required=False, one_line=True),
    )


def _in_range(field: str, value: int) -> None:
    if not 0 <= value <= MOST:
        raise RuleViolation("number-range", field=field, value=value, least=0, most=MOST)


def on_noted(body: Body, event: CommunityNoted, _recorded: Recorded) -> None:
    body.communities.append(event)


DECIDES = {NoteCommunity: note}
APPLIES = {CommunityNoted: on_noted}
