"""Which decision, motion, topic, group or project is meant: found, linked to, or named by a place."""

from __future__ import annotations

from facilitator.data import dataclass
from facilitator.desk.places import Place
from facilitator.searching import Hit, Kind

_SORTS = {Kind.MINUTES: Kind.ITEM, Kind.REPORT: Kind.TOPIC}
"""A topic is the same one with or without its minutes or its report."""


@dataclass(frozen=True, slots=True)
class Which:
    """`sort` is decision, motion, item, topic, group or project; `key` its number or its id within the meeting.

    Of a project `meeting` is its stream: `project/ROUND/NUMBER`.
    """

    meeting: str
    sort: Kind
    key: str

    @property
    def number(self) -> int:
        """Of a decision; 0 for anything else."""
        return int(self.key) if self.sort is Kind.DECISION else 0

    @property
    def place(self) -> Place:
        """Where it is shown: `decisions/MEETING/7`, `…/MEETING/motion.m2`, `…/ROUND/project.07-1`."""
        part = self.key if self.sort is Kind.DECISION else f"{self.sort}.{self.key}"
        return Place("decisions", self.round or self.meeting, part)

    @property
    def round(self) -> str:
        """Of a project; "" for anything else."""
        return self.meeting.split("/", 2)[1] if self.sort is Kind.PROJECT else ""

    @property
    def follow_up(self) -> Place:
        """Where it is followed up, if it is a decision or a group: `~` stands for every slash there."""
        matter = f"group~{self.key}" if self.sort is Kind.GROUP else self.key
        return Place("followup", "", f"{self.meeting}~{matter}")


def which_of(hit: Hit) -> Which:
    """What a hit is about."""
    return Which(hit.meeting, _SORTS.get(hit.kind, hit.kind), hit.key)


def which_at(place: Place) -> Which | None:
    """What a place of this page names; None for none, or for one that nobody can have meant."""
    sort, dot, key = place.part.partition(".")
    if not place.which or not place.part:
        return None
    if not dot:
        decimal = place.part.isascii() and place.part.isdecimal()
        return Which(place.which, Kind.DECISION, place.part) if decimal else None
    if sort == Kind.PROJECT:
        return Which(f"project/{place.which}/{key}", Kind.PROJECT, key) if key else None
    known = (Kind.MOTION, Kind.ITEM, Kind.TOPIC, Kind.GROUP)
    return Which(place.which, Kind(sort), key) if sort in known else None
