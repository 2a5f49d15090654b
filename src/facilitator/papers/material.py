"""What a paper is written from: a meeting, the names of its people, and the head of its record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from facilitator.bodies.people import Person
from facilitator.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Seal:
    """The head of a meeting's chain: 64 hex digits, how many events it holds, and when the last one was."""

    digest: str
    events: int
    last: datetime


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a builder may use.

    `people` are members and observers by id; somebody erased is missing. `public` asks for the version
    that may be posted: names of residents are masked, addresses and reasons of leave left out.
    """

    meeting: Meeting
    people: Mapping[str, Person]
    seal: Seal | None = None
    public: bool = False
    lang: str = ""
    """zh or en; empty takes the meeting's own language."""
    blocks: tuple[str, ...] = ()
    """Which blocks of the minutes, in which order; empty takes all in the usual order."""
