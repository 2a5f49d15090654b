"""Carrying a decision out: who does it, by when, what they report, and what residents say of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from facilitator.acts import Event, RuleViolation, clean_text
from facilitator.followup.attached import Attached, clean_files
from facilitator.followup.case import SAID_BY, line
from facilitator.followup.entries import Assessed, DueChanged, HandedOver, Reported, ReviewPlanned
from facilitator.followup.following import Following, MatterCommand
from facilitator.followup.standing import SETTLED, standing_of
from facilitator.meeting.reviews import Progress

MOST_PEOPLE = 100_000


class ReportBack(MatterCommand, frozen=True, kw_only=True, tag="followup.report"):
    """Whoever carries it out reports (回报): how far it is, why, and a new day if it takes longer.

    `on` is the day it was said, if not today. Putting off, giving up, pausing and going back need words.
    """

    entry: str
    progress: Progress
    text: str = ""
    by: str = msgspec.field(default="", name=SAID_BY)
    on: date | None = None
    new_due: date | None = None
    attached: tuple[Attached, ...] = ()


class Assess(MatterCommand, frozen=True, kw_only=True, tag="followup.assess"):
    """Residents say what has become of it: how many of those who were asked say what."""

    entry: str
    done: int = 0
    half: int = 0
    not_done: int = 0
    unclear: int = 0
    text: str = ""
    how: str = ""
    """How they were asked: at a meeting, on a walk, by a list at the door."""
    on: date | None = None
    attached: tuple[Attached, ...] = ()


class ChangeDue(MatterCommand, frozen=True, kw_only=True, tag="followup.change-due"):
    """It is to be done by another day (改期)."""

    entry: str
    due: date
    reason: str


class HandOver(MatterCommand, frozen=True, kw_only=True, tag="followup.hand-over"):
    """Somebody else carries it out from now on; also where nobody was named at the meeting."""

    entry: str
    implementer: str
    reason: str = ""


class PlanReview(MatterCommand, frozen=True, kw_only=True, tag="followup.plan-review"):
    """It is to be looked at again on a day, also long after it was done (复查)."""

    entry: str
    on: date
    what: str = ""


def report(case: Following, command: ReportBack) -> Iterable[Event]:
    """A report that says less than "it goes on" gives its reason."""
    matter = case.expect_standing()
    now = standing_of(matter, case)
    told = command.progress
    back = now.progress in SETTLED and told not in SETTLED
    needs = told in (Progress.ON_HOLD, Progress.ABANDONED) or back or command.new_due is not None
    _not_before(matter.made.date(), new_due=command.new_due, on=command.on)
    yield Reported(
        entry=case.new_entry(command.entry),
        progress=told,
        text=clean_text(command.text, "text", required=needs),
        by=line(command.by, "by"),
        on=command.on,
        new_due=command.new_due,
        attached=clean_files(command.attached),
    )


def assess(case: Following, command: Assess) -> Iterable[Event]:
    """Somebody was asked: figures are of people, and of at least one."""
    matter = case.expect_standing()
    for field in ("done", "half", "not_done", "unclear"):
        value = getattr(command, field)
        if not 0 <= value <= MOST_PEOPLE:
            raise RuleViolation(
                "number-range", field=f"said_{field}", value=value, least=0, most=MOST_PEOPLE
            )
    _not_before(matter.made.date(), on=command.on)
    event = Assessed(
        entry=case.new_entry(command.entry),
        done=command.done,
        half=command.half,
        not_done=command.not_done,
        unclear=command.unclear,
        text=clean_text(command.text, "text", required=False),
        how=line(command.how, "how"),
        on=command.on,
        attached=clean_files(command.attached),
    )
    if not event.people:
        raise RuleViolation("nobody-asked")
    yield event


def change_due(case: Following, command: ChangeDue) -> Iterable[Event]:
    """Another day, with the reason; the old one stays readable."""
    matter = case.expect_standing()
    _not_before(matter.made.date(), due=command.due)
    now = standing_of(matter, case)
    if now.due == command.due:
        raise RuleViolation("due-the-same", due=command.due.isoformat())
    yield DueChanged(
        entry=case.new_entry(command.entry),
        due=command.due,
        old=now.due,
        reason=clean_text(command.reason, "reason"),
    )


def hand_over(case: Following, command: HandOver) -> Iterable[Event]:
    """To somebody else; whoever had it before stays readable, and the change has a reason."""
    now = standing_of(case.expect_standing(), case)
    implementer = line(command.implementer, "implementer", required=True)
    if implementer == now.implementer:
        raise RuleViolation("implementer-the-same", implementer=implementer)
    handed = any(isinstance(one.event, HandedOver) for one in case.standing())
    yield HandedOver(
        entry=case.new_entry(command.entry),
        implementer=implementer,
        # Who leads a group is personal data, which is erased beside the chain: see `handed_from`.
        old=now.implementer if case.matter.decision or handed else "",
        reason=clean_text(command.reason, "reason", required=bool(now.implementer)),
    )


def plan_review(case: Following, command: PlanReview) -> Iterable[Event]:
    """The last plan counts; a later report or assessment on or after that day has it done."""
    matter = case.expect_standing()
    _not_before(matter.made.date(), on=command.on)
    yield ReviewPlanned(
        entry=case.new_entry(command.entry),
        on=command.on,
        what=clean_text(command.what, "what", required=False),
    )


def _not_before(made: date, **days: date | None) -> None:
    """Nothing about a decision happens before it was made."""
    for field, day in days.items():
        if day is not None and day < made:
            raise RuleViolation(
                "before-decision", field=field, day=day.isoformat(), made=made.isoformat()
            )


DECIDES = {
    ReportBack: report,
    Assess: assess,
    ChangeDue: change_due,
    HandOver: hand_over,
    PlanReview: plan_review,
}
APPLIES = dict.fromkeys((Reported, Assessed, DueChanged, HandedOver, ReviewPlanned))
