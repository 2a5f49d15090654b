"""The registers and events of the product, put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitator import bodies, followup, meeting
from facilitator import rounds as project_rounds
from facilitator.acts import Event, Recorded
from facilitator.record.handle import Handle
from facilitator.record.registers import (
    Registers,
    Writer,
    arrivals,
    attendance,
    awards,
    ballots,
    corrections,
    councils,
    decisions,
    evenings,
    forum,
    motions,
    polls,
    projects,
    results,
    rounds,
    selection,
    turnout,
    wall,
)
from facilitator.record.registers import (
    followup as matters,
)
from facilitator.record.registers.views import VIEWS

KINDS: tuple[type[Event], ...] = (
    *bodies.EVENTS,
    *meeting.EVENTS,
    *followup.EVENTS,
    *project_rounds.EVENTS,
)
"""Every event that may occur in an archive."""

Keeper = Callable[[Handle, str, Any, Recorded], None]
"""Keeps one register up to date: takes the name in the stream (the body's, the meeting's) and the event."""

ROOMS = (
    councils,
    evenings,
    attendance,
    motions,
    polls,
    decisions,
    forum,
    wall,
    results,
    corrections,
    matters,
    arrivals,
    turnout,
    rounds,
    projects,
    selection,
    ballots,
    awards,
)
"""In this order an event that several registers look at is written."""


def _writers(rooms: Mapping[type[Event], list[Keeper]]) -> dict[type[Event], Writer]:
    return {kind: _writer(keepers) for kind, keepers in rooms.items()}


def _writer(keepers: list[Keeper]) -> Writer:
    def write(db: Handle, stream: str, recorded: Recorded) -> None:
        name = stream.partition("/")[2]
        for keep in keepers:
            keep(db, name, recorded.event, recorded)

    return write


def _keepers() -> dict[type[Event], list[Keeper]]:
    found: dict[type[Event], list[Keeper]] = {}
    for room in ROOMS:
        for kind, keeper in room.WRITERS.items():
            found.setdefault(kind, []).append(keeper)
    return found


REGISTERS = Registers(
    schema=tuple(table for room in ROOMS for table in room.TABLES),
    writers=_writers(_keepers()),
    revision=13,
    views=VIEWS,
)
