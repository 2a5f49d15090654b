"""What every part of a meeting is made of: commands, events, who decides, who applies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from facilitator.acts import Command, Event, Recorded
from facilitator.data import dataclass


class MeetingCommand(Command, frozen=True, kw_only=True):
    """A command to one meeting."""

    meeting: str

    @property
    def stream(self) -> str:
        return f"meeting/{self.meeting}"


@dataclass(frozen=True, slots=True)
class Part:
    """A part as formats name it, with its two tables."""

    name: str
    decides: Mapping[type[Command], Callable[[Any, Any], Iterable[Event]]]
    applies: Mapping[type[Event], Callable[[Any, Any, Recorded], None]]


@dataclass(frozen=True, slots=True)
class Change:
    """A correction as the minutes print it: the old value stays readable beside the new one."""

    recorded: Recorded
    field: str
    old: str
    new: str
    reason: str
