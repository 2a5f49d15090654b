"""How a matter stands: what the office says, what residents say, what is due, what was paid and posted.

One pure function over the assignment, what later meetings were told, and the follow-up itself, so that screens,
papers and registers say the same. The two assessments stand side by side and are never made into one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from facilitator.acts import Event, Recorded
from facilitator.data import dataclass
from facilitator.followup.case import day_of
from facilitator.followup.entries import (
    Assessed,
    DueChanged,
    HandedOver,
    Paid,
    Reported,
    ReviewPlanned,
    View,
)
from facilitator.followup.following import Following
from facilitator.followup.matter import Matter, Told
from facilitator.meeting.decisions import Assignment
from facilitator.meeting.reviews import Progress

SETTLED = (Progress.DONE, Progress.ABANDONED)
"""Nothing more is to be done."""
SOON_DAYS = 14


@dataclass(frozen=True, slots=True)
class Standing:
    """How a matter stands. Money in fen (0.01 yuan)."""

    implementer: str
    due: date | None
    """When it is to be done, as last put off; without that, when it is to be reported on or looked at. None,
    as `review_on`, once a later decision has repealed it."""
    progress: Progress | None
    """What the office last said; None if it has said nothing yet."""
    progress_on: date | None
    view: View | None
    """What residents last said; None if nobody asked them."""
    view_on: date | None
    review_on: date | None
    """When it is to be looked at again; None when that was done."""
    granted_fen: int
    paid_fen: int

    @property
    def settled(self) -> bool:
        """Whether the office says that nothing more is to be done."""
        return self.progress in SETTLED

    def overdue(self, day: date) -> int:
        """By how many days it is overdue on `day`: undone after its day, or not looked at again; 0 if not."""
        late = [0]
        if self.due is not None and not self.settled:
            late.append((day - self.due).days)
        if self.review_on is not None:
            late.append((day - self.review_on).days)
        return max(late)

    def next_day(self) -> date | None:
        """The next day on which something is to happen, past or to come."""
        days = [self.due] if self.due and not self.settled else []
        days += [self.review_on] if self.review_on else []
        return min(days, default=None)

    def soon(self, day: date) -> bool:
        """Whether something is due within a fortnight from `day`."""
        there = self.next_day()
        return there is not None and 0 <= (there - day).days <= SOON_DAYS

    @property
    def differ(self) -> bool:
        """Whether the office and the residents do not say the same of whether it is done."""
        if self.view in (None, View.UNCLEAR):
            return False
        return (self.progress is Progress.DONE) != (self.view is View.DONE)


def standing_of(matter: Matter, case: Following) -> Standing:
    """How a matter stands after everything that was told of it, whether at meetings or in the follow-up."""
    given = matter.assignment
    state = _read(matter, case)
    if matter.repealed:
        state.due = state.review_on = None
    return state.standing(given)


def last_words(matter: Matter, case: Following) -> tuple[Told | Recorded | None, Recorded | None]:
    """What the office said last, at a meeting or in a report, and what residents did; None for nothing."""
    state = _read(matter, case)
    return state.office, state.residents


def handed_from(matter: Matter, case: Following) -> dict[str, str]:
    """For each handing over that counts, by its entry, who had it before; "" for nobody.

    Whoever led a group from the beginning is known by name beside the chain alone, and not any more once
    erased; so their name is in no entry.
    """
    found: dict[str, str] = {}
    lead = matter.assignment.implementer if matter.group and matter.assignment else ""
    for one in case.standing():
        if isinstance(one.event, HandedOver):
            found[one.event.entry] = one.event.old or ("" if found else lead)
    return found


def _read(matter: Matter, case: Following) -> _Reader:
    state = _Reader(matter.assignment)
    for one in _in_order(matter.told, case.standing()):
        state.take(one)
    return state


def _in_order(told: Iterable[Told], entries: Iterable[Recorded]) -> Iterator[Told | Recorded]:
    """Both histories by the time they were recorded; at the same time, the meeting first.

    Entries follow one another as they were made, also where the computer's clock was put back between them.
    """
    waiting = deque(sorted(told, key=lambda one: one.at))
    latest: datetime | None = None
    for entry in entries:
        latest = max(latest or entry.at, entry.at)
        while waiting and waiting[0].at <= latest:
            yield waiting.popleft()
        yield entry
    yield from waiting


class _Reader:
    """Takes one thing after another in and knows how it stands then."""

    def __init__(self, given: Assignment | None) -> None:
        self.implementer = given.implementer if given else ""
        self.due = (given.due or given.report_by or given.review_on) if given else None
        self.review_on = given.review_on if given else None
        self.due_said = date.min
        self.office: Told | Recorded | None = None
        self.residents: Recorded | None = None
        self.progress: Progress | None = None
        self.progress_on: date | None = None
        self.view: View | None = None
        self.view_on: date | None = None
        self.paid = 0

    def take(self, one: Told | Recorded) -> None:
        """Take one thing in."""
        if isinstance(one, Told):
            self._progress(one, one.progress, one.at.date(), one.new_due)
        else:
            self._entry(one.event, one)

    def _entry(self, event: Event, recorded: Recorded) -> None:
        if isinstance(event, Reported):
            self._progress(recorded, event.progress, day_of(recorded, event.on), event.new_due)
        elif isinstance(event, Assessed):
            on = day_of(recorded, event.on)
            if not _belated(recorded, on, self.view_on):
                self.residents, self.view, self.view_on = recorded, event.view, on
            self._looked_at(on)
        elif isinstance(event, DueChanged):
            self.due, self.due_said = event.due, recorded.at.date()
        elif isinstance(event, HandedOver):
            self.implementer = event.implementer
        elif isinstance(event, ReviewPlanned):
            self.review_on = event.on
        elif isinstance(event, Paid):
            self.paid += event.fen

    def _progress(
        self, one: Told | Recorded, progress: Progress, on: date, new_due: date | None
    ) -> None:
        if not _belated(one, on, self.progress_on):
            self.office, self.progress, self.progress_on = one, progress, on
        if new_due is not None and not _belated(one, on, self.due_said):
            self.due, self.due_said = new_due, on
        self._looked_at(on)

    def _looked_at(self, on: date) -> None:
        """A planned look is done by whatever is told on its day or later."""
        if self.review_on is not None and on >= self.review_on:
            self.review_on = None

    def standing(self, given: Assignment | None) -> Standing:
        """How it stands now."""
        return Standing(
            implementer=self.implementer,
            due=self.due,
            progress=self.progress,
            progress_on=self.progress_on,
            view=self.view,
            view_on=self.view_on,
            review_on=self.review_on,
            granted_fen=given.money_fen if given else 0,
            paid_fen=self.paid,
        )


def _belated(one: Told | Recorded, on: date, last: date | None) -> bool:
    """Whether something was entered later than it was said, when a word from a later day was known already."""
    return last is not None and on < one.at.date() and on < last
