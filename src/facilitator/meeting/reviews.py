"""What became of earlier decisions, as reported at this meeting (落实情况)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.data import dataclass
from facilitator.meeting.part import MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


MOST_DECISIONS = 1_000_000


class Progress(StrEnum):
    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    ON_HOLD = "on-hold"
    ABANDONED = "abandoned"


class ReviewEarlier(MeetingCommand, frozen=True, kw_only=True, tag="reviews.report"):
    """An earlier decision is reported on; `decision` is its number, 0 when it never had one here."""

    review: str
    matter: str
    progress: Progress
    decision: int = 0
    due: date | None = None
    new_due: date | None = None
    text: str = ""
    evidence: str = ""
    """What was shown for it: a photo on file, a receipt."""


class EarlierReviewed(Event, frozen=True, kw_only=True, tag="reviews.reported"):
    review: str
    item: str
    matter: str
    progress: Progress
    decision: int = 0
    due: date | None = None
    new_due: date | None = None
    text: str = ""
    evidence: str = ""


@dataclass(slots=True)
class Review:
    """One report on an earlier decision."""

    event: EarlierReviewed
    at: datetime

    @property
    def overdue(self) -> bool:
        """Whether it was due before the day of the report and is not done."""
        due, progress = self.event.due, self.event.progress
        return due is not None and due < self.at.date() and progress is not Progress.DONE


@dataclass(slots=True)
class Reviews:
    """All reports, in the order they were given."""

    all: dict[str, Review] = field(default_factory=dict[str, Review])


def report(meeting: Meeting, command: ReviewEarlier) -> Iterable[Event]:
    """Reported under the item in hand."""
    review = clean_id(command.review, "review")
    meeting.expect_item_in_hand()
    if review in meeting.reviews.all:
        raise RuleViolation("review-exists", review=review)
    if not 0 <= command.decision <= MOST_DECISIONS:
        raise RuleViolation(
            "number-range",
            field="decision",
            value=command.decision,
            least=0,
            most=MOST_DECISIONS,
        )
    yield EarlierReviewed(
        review=review,
        item=meeting.agenda.in_hand,
        matter=clean_text(command.matter, "matter", one_line=True),
        progress=command.progress,
        decision=command.decision,
        due=command.due,
        new_due=command.new_due,
        text=clean_text(command.text, "text", required=False),
        evidence=clean_text(command.evidence, "evidence", required=False, one_line=True),
    )


def on_reported(meeting: Meeting, event: EarlierReviewed, recorded: Recorded) -> None:
    meeting.reviews.all[event.review] = Review(event, recorded.at)


PART = Part("reviews", {ReviewEarlier: report}, {EarlierReviewed: on_reported})
