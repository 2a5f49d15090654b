"""What can happen in a follow-up: every entry as it stands in the journal."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from facilitator.acts import Event
from facilitator.bodies.people import Person
from facilitator.followup.attached import Attached, hashes
from facilitator.followup.case import Entry
from facilitator.meeting.reviews import Progress


class View(StrEnum):
    """What residents say of it."""

    DONE = "done"  # 办好了
    HALF = "half"  # 办一半
    NOT_DONE = "not-done"  # 没办
    UNCLEAR = "unclear"  # 说不清
    MIXED = "mixed"  # 说法不一: as many say one thing as another


class Reported(Entry, frozen=True, kw_only=True, tag="followup.reported"):
    progress: Progress
    text: str = ""
    by: str = ""
    on: date | None = None
    new_due: date | None = None
    attached: tuple[Attached, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        return hashes(self.attached)


class Assessed(Entry, frozen=True, kw_only=True, tag="followup.assessed"):
    done: int = 0
    half: int = 0
    not_done: int = 0
    unclear: int = 0
    text: str = ""
    how: str = ""
    on: date | None = None
    attached: tuple[Attached, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        return hashes(self.attached)

    @property
    def people(self) -> int:
        """How many said something."""
        return self.done + self.half + self.not_done + self.unclear

    @property
    def view(self) -> View:
        """What most of them say; MIXED if two answers have as many."""
        counts = {
            View.DONE: self.done,
            View.HALF: self.half,
            View.NOT_DONE: self.not_done,
            View.UNCLEAR: self.unclear,
        }
        most = max(counts.values())
        first = [view for view, count in counts.items() if count == most]
        return first[0] if len(first) == 1 else View.MIXED


class DueChanged(Entry, frozen=True, kw_only=True, tag="followup.due-changed"):
    due: date
    old: date | None = None
    reason: str


class HandedOver(Entry, frozen=True, kw_only=True, tag="followup.handed-over"):
    implementer: str
    old: str = ""
    reason: str = ""


class ReviewPlanned(Entry, frozen=True, kw_only=True, tag="followup.review-planned"):
    on: date
    what: str = ""


class Notice(StrEnum):
    """What is put up on the notice board."""

    RESOLUTION = "resolution"  # 决议公示
    OUTCOME = "outcome"  # 落实情况公示


class Kinship(StrEnum):
    """What a later decision does to an earlier one."""

    AMENDS = "amends"  # 修改
    REPEALS = "repeals"  # 废止
    REPEATS = "repeats"  # 重申


class Paid(Entry, frozen=True, kw_only=True, tag="followup.paid"):
    """An instalment; money in fen (0.01 yuan)."""

    fen: int
    on: date
    to: str = ""
    receipt: str = ""
    attached: tuple[Attached, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        return hashes(self.attached)

    @property
    def unproved(self) -> bool:
        """Whether neither the number of a receipt nor a file proves it: the receipt has not come yet."""
        return not self.receipt and not self.attached


class Posted(Entry, frozen=True, kw_only=True, tag="followup.posted"):
    """`until` is the last day on which objections are received."""

    what: Notice
    begins: date
    until: date
    places: str = ""
    attached: tuple[Attached, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        return hashes(self.attached)


class Objected(Entry, frozen=True, kw_only=True, tag="followup.objected"):
    """Somebody objects to what was posted; who it was stands beside the chain, None if they gave no name."""

    beside = "person"
    posting: str
    text: str
    on: date | None = None
    person: Person | None = None

    @property
    def subject(self) -> str:
        return objector(self.entry)


class ObjectionAnswered(Entry, frozen=True, kw_only=True, tag="followup.answered"):
    objection: str
    text: str
    upheld: bool = False
    on: date | None = None


class ObjectorErased(Event, frozen=True, kw_only=True, tag="followup.objector-erased"):
    erases = True
    entry: str
    reason: str

    @property
    def subject(self) -> str:
        return objector(self.entry)


class Linked(Entry, frozen=True, kw_only=True, tag="followup.linked"):
    """This decision does something to an earlier one; `clause` says to which part of it."""

    kinship: Kinship
    to_meeting: str
    to_decision: int
    clause: str = ""


def objector(entry: str) -> str:
    """Under what name the data of whoever objected stands beside the chain."""
    return f"objector-{entry}"
