"""The three kinds of history after a meeting, and the one way a command is decided and an event is applied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from facilitator.acts import Command, Event, Recorded
from facilitator.followup import calls, carrying, following, intake, linking, posting
from facilitator.followup.calls import Call
from facilitator.followup.case import Case, FollowupCommand, Outside
from facilitator.followup.following import Following
from facilitator.followup.intake import Intake

History = Following | Call | Intake

ROOMS: Mapping[str, type[History]] = {"followup": Following, "call": Call, "intake": Intake}
"""The first part of a stream's name, and what it is the history of."""

DECIDES: dict[type[Command], Callable[[Any, Any], Iterable[Event]]] = {
    **following.DECIDES,
    **carrying.DECIDES,
    **posting.DECIDES,
    **linking.DECIDES,
    **calls.DECIDES,
    **intake.DECIDES,
}
APPLIES: dict[type[Event], Callable[[Any, Any, Recorded], None] | None] = {
    **following.APPLIES,
    **carrying.APPLIES,
    **posting.APPLIES,
    **linking.APPLIES,
    **calls.APPLIES,
    **intake.APPLIES,
}
"""None for an event that only has to stand in the chronicle."""
COMMANDS = tuple(DECIDES)
EVENTS = tuple(APPLIES)

__all__ = ["COMMANDS", "EVENTS", "FollowupCommand", "History", "Outside"]


def fresh(stream: str) -> History:
    """The history of a stream before anything has happened in it."""
    return ROOMS[stream.partition("/")[0]](stream)


def decide(case: Case, command: Command) -> tuple[Event, ...]:
    """What a command would make happen, or a refusal. Nothing has happened yet."""
    return tuple(DECIDES[type(command)](case, command))


def apply(case: Case, recorded: Recorded) -> None:
    """Take in one event that is on the disk."""
    handler = APPLIES[type(recorded.event)]
    if handler is not None:
        handler(case, recorded.event, recorded)
    case.version = recorded.version
    case.chronicle.append(recorded)
