"""A round and its projects: the one way a command to either is decided and an event of either is applied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from facilitator.acts import Command, Event, Recorded
from facilitator.rounds import (
    ending,
    funders,
    milestones,
    monitoring,
    needs,
    project,
    proposal,
    results,
    round,
    screening,
    spending,
    team,
)
from facilitator.rounds.project import Project
from facilitator.rounds.round import Round

History = Round | Project

ROOMS: Mapping[str, type[History]] = {"round": Round, "project": Project}
"""The first part of a stream's name, and what it is the history of."""

DECIDES: dict[type[Command], Callable[[Any, Any], Iterable[Event]]] = {
    **round.DECIDES,
    **funders.DECIDES,
    **results.DECIDES,
    **project.DECIDES,
    **needs.DECIDES,
    **proposal.DECIDES,
    **screening.DECIDES,
    **team.DECIDES,
    **milestones.DECIDES,
    **spending.DECIDES,
    **monitoring.DECIDES,
    **ending.DECIDES,
}
APPLIES: dict[type[Event], Callable[[Any, Any, Recorded], None] | None] = {
    **round.APPLIES,
    **funders.APPLIES,
    **results.APPLIES,
    **project.APPLIES,
    **needs.APPLIES,
    **proposal.APPLIES,
    **screening.APPLIES,
    **team.APPLIES,
    **milestones.APPLIES,
    **spending.APPLIES,
    **monitoring.APPLIES,
    **ending.APPLIES,
}
"""None for an event that only has to stand in the chronicle."""
COMMANDS = tuple(DECIDES)
EVENTS = tuple(APPLIES)


def fresh(stream: str) -> History:
    """The history of a stream before anything has happened in it."""
    return ROOMS[stream.partition("/")[0]](stream)


def decide(case: History, command: Command) -> tuple[Event, ...]:
    """What a command would make happen, or a refusal. Nothing has happened yet."""
    return tuple(DECIDES[type(command)](case, command))


def apply(case: History, recorded: Recorded) -> None:
    """Take in one event that is on the disk."""
    handler = APPLIES[type(recorded.event)]
    if handler is not None:
        handler(case, recorded.event, recorded)
    case.version = recorded.version
    case.chronicle.append(recorded)
