"""Motions: moved, seconded, amended, withdrawn, put off. What is voted on stands here word for word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.data import dataclass
from facilitator.meeting.part import Change, MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class MotionState(StrEnum):
    PENDING = "pending"
    CARRIED = "carried"
    LOST = "lost"
    UNDECIDED = "undecided"  # voted on without a clear outcome: a ruling or a new vote is needed
    WITHDRAWN = "withdrawn"
    POSTPONED = "postponed"


OPEN = (MotionState.PENDING, MotionState.UNDECIDED)
"""The states of a motion that can still be voted on."""


class PutMotion(MeetingCommand, frozen=True, kw_only=True, tag="motions.put"):
    """A member moves something concrete on the item in hand; `title` heads the resolution."""

    motion: str
    mover: str
    text: str
    title: str = ""


class PutAmendment(MeetingCommand, frozen=True, kw_only=True, tag="motions.amend"):
    """A member proposes a change to a motion: `text` is the change, `becomes` the whole motion with it."""

    motion: str
    amends: str
    mover: str
    text: str
    becomes: str


class SecondMotion(MeetingCommand, frozen=True, kw_only=True, tag="motions.second"):
    """Another member supports debating it (附议)."""

    motion: str
    member: str


class RewordMotion(MeetingCommand, frozen=True, kw_only=True, tag="motions.reword"):
    """The wording as recorded is put right before the vote."""

    motion: str
    text: str
    reason: str


class WithdrawMotion(MeetingCommand, frozen=True, kw_only=True, tag="motions.withdraw"):
    """The mover takes it back."""

    motion: str
    reason: str


class PostponeMotion(MeetingCommand, frozen=True, kw_only=True, tag="motions.postpone"):
    """It is put off to a later meeting."""

    motion: str
    reason: str


class MotionPut(Event, frozen=True, kw_only=True, tag="motions.motion-put"):
    motion: str
    item: str
    mover: str
    text: str
    title: str = ""


class AmendmentPut(Event, frozen=True, kw_only=True, tag="motions.amendment-put"):
    motion: str
    amends: str
    item: str
    mover: str
    text: str
    becomes: str


class MotionSeconded(Event, frozen=True, kw_only=True, tag="motions.seconded"):
    motion: str
    member: str


class MotionReworded(Event, frozen=True, kw_only=True, tag="motions.reworded"):
    motion: str
    text: str
    old: str
    reason: str


class MotionWithdrawn(Event, frozen=True, kw_only=True, tag="motions.withdrawn"):
    motion: str
    reason: str


class MotionPostponed(Event, frozen=True, kw_only=True, tag="motions.postponed"):
    motion: str
    reason: str


class MotionAmended(Event, frozen=True, kw_only=True, tag="motions.amended"):
    """A carried amendment changed the motion (or a correction took the change back)."""

    motion: str
    amendment: str
    text: str
    old: str


@dataclass(slots=True)
class Motion:
    """One motion or amendment, with its wording now and before."""

    id: str
    item: str
    mover: str
    text: str
    at: datetime
    title: str = ""
    amends: str = ""
    becomes: str = ""
    amended_from: str = ""
    """The wording that an amendment was put to; `becomes` is that wording with the change."""
    worded: int = 0
    """Version of the meeting at which the wording last changed."""
    ordinal: int = 1
    """Among the motions on its item, or the amendments to its motion."""
    second: str = ""
    state: MotionState = MotionState.PENDING
    reason: str = ""
    amended: bool = False
    changes: list[Change] = field(default_factory=list[Change])


@dataclass(slots=True)
class Motions:
    """All motions and amendments, in the order they were moved."""

    all: dict[str, Motion] = field(default_factory=dict[str, Motion])
    item_numbers: dict[str, int] = field(default_factory=dict[str, int])

    def motion(self, motion: str) -> Motion:
        """The motion of that name, or a refusal (`unknown-motion`)."""
        if motion not in self.all:
            raise RuleViolation("unknown-motion", motion=motion)
        return self.all[motion]

    def pending(self, motion: str) -> Motion:
        """A motion still to be decided, or a refusal (`motion-settled`)."""
        found = self.motion(motion)
        if found.state not in OPEN:
            raise RuleViolation(
                "motion-settled", motion=self.number(found), state=found.state.value
            )
        return found

    def amendments(self, motion: str) -> list[Motion]:
        """The amendments to a motion, in the order they were moved."""
        return [one for one in self.all.values() if one.amends == motion]

    def open_on(self, item: str) -> list[Motion]:
        """The motions and amendments on an item of which nothing clear has become yet."""
        return [m for m in self.all.values() if m.item == item and m.state in OPEN]

    def number(self, motion: Motion) -> str:
        """How the papers call it: 2-1 is the first motion on item 2, 2-1/1 the first amendment to it."""
        if motion.amends:
            return f"{self.number(self.all[motion.amends])}/{motion.ordinal}"
        return f"{self.item_numbers.get(motion.item, 0)}-{motion.ordinal}"


def put(meeting: Meeting, command: PutMotion) -> Iterable[Event]:
    """No motion without an item in hand, none while a vote runs; the mover is a member in the room."""
    motion = _new(meeting, command.motion)
    meeting.expect_item_in_hand()
    meeting.refuse_poll()
    meeting.expect_voter_present(command.mover)
    yield MotionPut(
        motion=motion,
        item=meeting.agenda.in_hand,
        mover=command.mover,
        text=clean_text(command.text, "wording"),
        title=clean_text(command.title, "title", required=False, one_line=True),
    )


def amend(meeting: Meeting, command: PutAmendment) -> Iterable[Event]:
    """A pending motion may be amended; an amendment may not (one thing at a time)."""
    motion = _new(meeting, command.motion)
    main = meeting.motions.pending(command.amends)
    if main.amends:
        raise RuleViolation("amends-an-amendment", motion=meeting.motions.number(main))
    meeting.expect_motion_in_hand(main)
    meeting.refuse_poll()
    meeting.expect_voter_present(command.mover)
    yield AmendmentPut(
        motion=motion,
        amends=main.id,
        item=main.item,
        mover=command.mover,
        text=clean_text(command.text, "change"),
        becomes=clean_text(command.becomes, "becomes"),
    )


def _new(meeting: Meeting, motion: str) -> str:
    if motion in meeting.motions.all:
        raise RuleViolation("motion-exists", motion=motion)
    return clean_id(motion, "motion")


def second(meeting: Meeting, command: SecondMotion) -> Iterable[Event]:
    """A second comes from another member in the room."""
    motion = meeting.motions.pending(command.motion)
    meeting.expect_motion_in_hand(motion)
    meeting.refuse_poll()
    meeting.expect_voter_present(command.member)
    if motion.second:
        raise RuleViolation("already-seconded", motion=meeting.motions.number(motion))
    if motion.mover == command.member:
        raise RuleViolation("seconds-own-motion", member=command.member)
    yield MotionSeconded(motion=motion.id, member=command.member)


def reword(meeting: Meeting, command: RewordMotion) -> Iterable[Event]:
    """Wording is put right before it is voted on, never after, and not while an amendment to it is."""
    motion = meeting.motions.pending(command.motion)
    _free(meeting, motion)
    yield MotionReworded(
        motion=motion.id,
        text=clean_text(command.text, "change" if motion.amends else "wording"),
        old=motion.text,
        reason=clean_text(command.reason, "reason"),
    )


def withdraw(meeting: Meeting, command: WithdrawMotion) -> Iterable[Event]:
    """A motion may be taken back until its vote begins; its amendments fall with it."""
    motion = meeting.motions.pending(command.motion)
    _free(meeting, motion)
    reason = clean_text(command.reason, "reason")
    for one in (motion, *_open_amendments(meeting, motion)):
        yield MotionWithdrawn(motion=one.id, reason=reason)


def postpone(meeting: Meeting, command: PostponeMotion) -> Iterable[Event]:
    """A motion may be put off until its vote begins; its amendments go with it."""
    motion = meeting.motions.pending(command.motion)
    _free(meeting, motion)
    reason = clean_text(command.reason, "reason")
    for one in (motion, *_open_amendments(meeting, motion)):
        yield MotionPostponed(motion=one.id, reason=reason)


def _free(meeting: Meeting, motion: Motion) -> None:
    for one in (motion, *meeting.motions.amendments(motion.id)):
        meeting.refuse_if_polled(one.id)


def _open_amendments(meeting: Meeting, motion: Motion) -> list[Motion]:
    amendments = meeting.motions.amendments(motion.id)
    return [one for one in amendments if one.state in OPEN]


def on_put(meeting: Meeting, event: MotionPut, recorded: Recorded) -> None:
    motions = meeting.motions
    ordinal = 1 + sum(m.item == event.item and not m.amends for m in motions.all.values())
    motions.item_numbers[event.item] = meeting.agenda.item(event.item).number
    motions.all[event.motion] = Motion(
        event.motion,
        event.item,
        event.mover,
        event.text,
        recorded.at,
        title=event.title,
        worded=recorded.version,
        ordinal=ordinal,
    )


def on_amendment_put(meeting: Meeting, event: AmendmentPut, recorded: Recorded) -> None:
    ordinal = 1 + len(meeting.motions.amendments(event.amends))
    meeting.motions.all[event.motion] = Motion(
        event.motion,
        event.item,
        event.mover,
        event.text,
        recorded.at,
        amends=event.amends,
        becomes=event.becomes,
        amended_from=meeting.motions.all[event.amends].text,
        worded=recorded.version,
        ordinal=ordinal,
    )


def on_seconded(meeting: Meeting, event: MotionSeconded, _recorded: Recorded) -> None:
    meeting.motions.all[event.motion].second = event.member


def on_reworded(meeting: Meeting, event: MotionReworded, recorded: Recorded) -> None:
    motion = meeting.motions.all[event.motion]
    motion.changes.append(Change(recorded, "text", event.old, event.text, event.reason))
    motion.text, motion.worded = event.text, recorded.version


def on_withdrawn(meeting: Meeting, event: MotionWithdrawn, _recorded: Recorded) -> None:
    _end(meeting, event.motion, MotionState.WITHDRAWN, event.reason)


def on_postponed(meeting: Meeting, event: MotionPostponed, _recorded: Recorded) -> None:
    _end(meeting, event.motion, MotionState.POSTPONED, event.reason)


def _end(meeting: Meeting, motion: str, state: MotionState, reason: str) -> None:
    found = meeting.motions.all[motion]
    found.state, found.reason = state, reason


def on_amended(meeting: Meeting, event: MotionAmended, recorded: Recorded) -> None:
    motion = meeting.motions.all[event.motion]
    motion.changes.append(Change(recorded, "text", event.old, event.text, event.amendment))
    motion.text, motion.worded = event.text, recorded.version
    amendments = meeting.motions.amendments(motion.id)
    motion.amended = any(one.state is MotionState.CARRIED for one in amendments)


PART = Part(
    "motions",
    {
        PutMotion: put,
        PutAmendment: amend,
        SecondMotion: second,
        RewordMotion: reword,
        WithdrawMotion: withdraw,
        PostponeMotion: postpone,
    },
    {
        MotionPut: on_put,
        AmendmentPut: on_amendment_put,
        MotionSeconded: on_seconded,
        MotionReworded: on_reworded,
        MotionWithdrawn: on_withdrawn,
        MotionPostponed: on_postponed,
        MotionAmended: on_amended,
    },
)
