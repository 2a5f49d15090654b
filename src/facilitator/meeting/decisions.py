"""What was decided, under its number, and who is to carry it out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.data import dataclass
from facilitator.meeting.part import Change, MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class Assignment(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """Who carries a decision out, by when, with what money, and when they report. Money in fen (0.01 yuan)."""

    implementer: str
    task: str = ""
    begins: date | None = None
    due: date | None = None
    report_by: date | None = None
    review_on: date | None = None
    money_fen: int = 0
    money_source: str = ""


class Assign(MeetingCommand, frozen=True, kw_only=True, tag="decisions.assign"):
    """A decision is given to somebody to carry out."""

    decision: int
    assignment: Assignment


class CorrectAssignment(
    MeetingCommand, frozen=True, kw_only=True, tag="decisions.correct-assignment"
):
    """An assignment was recorded wrongly."""

    decision: int
    assignment: Assignment
    reason: str


class DecisionMade(Event, frozen=True, kw_only=True, tag="decisions.made"):
    number: int
    motion: str
    poll: str


class DecisionAnnulled(Event, frozen=True, kw_only=True, tag="decisions.annulled"):
    """A corrected vote did not carry after all; the number is not given again."""

    number: int
    poll: str


class Assigned(Event, frozen=True, kw_only=True, tag="decisions.assigned"):
    decision: int
    assignment: Assignment


class AssignmentCorrected(Event, frozen=True, kw_only=True, tag="decisions.assignment-corrected"):
    decision: int
    assignment: Assignment
    old: Assignment
    reason: str


@dataclass(slots=True)
class Decision:
    """A decision under its number."""

    number: int
    motion: str
    poll: str
    made: Recorded
    annulled: Recorded | None = None
    assignment: Assignment | None = None
    changes: list[Change] = field(default_factory=list[Change])


@dataclass(slots=True)
class Decisions:
    """All decisions of the meeting; `next_number` continues the body's own numbering."""

    all: dict[int, Decision] = field(default_factory=dict[int, Decision])
    next_number: int = 1

    def decision(self, number: int) -> Decision:
        """The decision of that number, or a refusal (`unknown-decision`, `decision-annulled`)."""
        if number not in self.all:
            raise RuleViolation("unknown-decision", decision=number)
        if self.all[number].annulled:
            raise RuleViolation("decision-annulled", decision=number)
        return self.all[number]

    def of_motion(self, motion: str) -> Decision | None:
        """The decision that a motion became and that still stands, or None."""
        standing = (d for d in self.all.values() if d.motion == motion and not d.annulled)
        return next(standing, None)


def assign(meeting: Meeting, command: Assign) -> Iterable[Event]:
    """Assigned once; a wrong assignment is corrected with a reason."""
    decision = meeting.decisions.decision(command.decision)
    if decision.assignment is not None:
        raise RuleViolation("already-assigned", decision=decision.number)
    yield Assigned(decision=decision.number, assignment=_clean(decision, command.assignment))


def correct(meeting: Meeting, command: CorrectAssignment) -> Iterable[Event]:
    """The old assignment stays readable."""
    decision = meeting.decisions.decision(command.decision)
    if decision.assignment is None:
        raise RuleViolation("not-assigned", decision=decision.number)
    yield AssignmentCorrected(
        decision=decision.number,
        assignment=_clean(decision, command.assignment),
        old=decision.assignment,
        reason=clean_text(command.reason, "reason"),
    )


def _clean(decision: Decision, assignment: Assignment) -> Assignment:
    """The assignment with clean text, or a refusal; nothing is due before it was decided."""
    if not 0 <= assignment.money_fen <= 10**13:
        raise RuleViolation(
            "number-range", field="money_fen", value=assignment.money_fen, least=0, most=10**13
        )
    begins, due, made = assignment.begins, assignment.due, decision.made.at.date()
    if due and due < made:
        raise RuleViolation("due-before-decision", due=due.isoformat(), made=made.isoformat())
    if begins and due and due < begins:
        raise RuleViolation("dates-order", first=begins.isoformat(), second=due.isoformat())
    return msgspec.structs.replace(
        assignment,
        implementer=clean_text(assignment.implementer, "implementer", one_line=True),
        task=clean_text(assignment.task, "task", required=False),
        money_source=clean_text(
            assignment.money_source, "money_source", required=False, one_line=True
        ),
    )


def on_made(meeting: Meeting, event: DecisionMade, recorded: Recorded) -> None:
    meeting.decisions.all[event.number] = Decision(event.number, event.motion, event.poll, recorded)
    meeting.decisions.next_number = event.number + 1


def on_annulled(meeting: Meeting, event: DecisionAnnulled, recorded: Recorded) -> None:
    meeting.decisions.all[event.number].annulled = recorded


def on_assigned(meeting: Meeting, event: Assigned, _recorded: Recorded) -> None:
    meeting.decisions.all[event.decision].assignment = event.assignment


def on_corrected(meeting: Meeting, event: AssignmentCorrected, recorded: Recorded) -> None:
    decision = meeting.decisions.all[event.decision]
    decision.assignment = event.assignment
    old, new = as_text(event.old), as_text(event.assignment)
    decision.changes.append(Change(recorded, "assignment", old, new, event.reason))


def as_text(assignment: Assignment) -> str:
    """An assignment as one line of plain data, for the register."""
    return msgspec.json.encode(assignment).decode()


PART = Part(
    "decisions",
    {Assign: assign, CorrectAssignment: correct},
    {
        DecisionMade: on_made,
        DecisionAnnulled: on_annulled,
        Assigned: on_assigned,
        AssignmentCorrected: on_corrected,
    },
)
