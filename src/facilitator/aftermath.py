"""What every door asks about what became of things: matters to follow up, calls, matters that came in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from facilitator.data import dataclass
from facilitator.followup.calls import within
from facilitator.followup.standing import SOON_DAYS
from facilitator.record import aftermath
from facilitator.record.aftermath import CallRow, FollowRow, IntakeRow, LinkRow
from facilitator.session import Session

__all__ = [
    "CallFigures",
    "CallRow",
    "FollowRow",
    "IntakeRow",
    "LinkRow",
    "call_figures",
    "calls",
    "counts",
    "followup",
    "followups",
    "intakes",
    "late",
    "links",
    "spread",
]


def followups(
    session: Session,
    *,
    body: str = "",
    state: str = "",
    day: date = date.min,
    waiting: bool = False,
    limit: int = -1,
    offset: int = 0,
) -> list[FollowRow]:
    """Decisions and action groups that are followed up: what is overdue longest first, what has no day last.

    `state` leaves those in one state (`not-started` …) or those that are `overdue` on `day`; `waiting` those
    of which something is still to come. How each stands is `followup.standing`'s word.
    """
    return aftermath.followups(
        session.record,
        body=body,
        state=state,
        day=day,
        waiting=waiting,
        limit=limit,
        offset=offset,
    )


def followup(session: Session, meeting: str, matter: str) -> FollowRow | None:
    """One of them; `matter` is the decision's number or `group/<id>`. None if nobody does it."""
    return aftermath.followup(session.record, meeting, matter)


def counts(session: Session, day: date, body: str = "") -> dict[str, int]:
    """How many are overdue on `day` (`overdue`), in each state (`not-started` …), and in all (`all`)."""
    return aftermath.followup_counts(session.record, day, body)


def spread(session: Session, day: date, body: str = "") -> dict[str, dict[str, int]]:
    """How many are `overdue` on `day`, due `soon` (within a fortnight) or `later`, each by state."""
    soon = day + timedelta(days=SOON_DAYS)
    return aftermath.followup_spread(session.record, day, soon, body)


def late(session: Session, day: date) -> int:
    """How many are overdue on `day`, in all bodies."""
    return aftermath.late(session.record, day)


def calls(
    session: Session, *, running: bool = False, body: str = "", limit: int = -1
) -> list[CallRow]:
    """Calls to departments, newest first; `running` leaves those for which nobody has come yet."""
    return aftermath.calls(session.record, running=running, body=body, limit=limit)


def intakes(
    session: Session, *, waiting: bool = False, body: str = "", limit: int = -1
) -> list[IntakeRow]:
    """Matters that came in from outside, newest first; `waiting` leaves those that are not settled."""
    return aftermath.intakes(session.record, waiting=waiting, body=body, limit=limit)


def links(session: Session, meeting: str, number: int) -> list[LinkRow]:
    """What a decision amends, repeals or repeats, and what later decisions did to it."""
    return aftermath.links(session.record, meeting, number)


@dataclass(slots=True)
class CallFigures:
    """Calls to one department, or to all (""): withdrawn ones are left out."""

    department: str
    calls: int = 0
    in_time: int = 0
    late: int = 0
    """Somebody came, but later than asked."""
    running: int = 0
    """Nobody has come yet, and nothing was said of it."""
    settled: int = 0
    """Assessed as settled, in part or whole."""
    assessed: int = 0

    def take(self, row: CallRow) -> None:
        """Count one more."""
        self.calls += 1
        in_time = came_in_time(row)
        self.in_time += in_time is True
        self.late += in_time is False
        self.running += in_time is None and row.settled is None
        self.assessed += row.settled is not None
        self.settled += row.settled in ("yes", "partly")


def came_in_time(row: CallRow) -> bool | None:
    """Whether somebody came in time, to the very second; None while nobody has come."""
    if row.arrived_at is None:
        return None
    took = datetime.fromisoformat(row.arrived_at) - datetime.fromisoformat(row.made_at)
    return within(took, row.minutes)


def call_figures(rows: Iterable[CallRow]) -> list[CallFigures]:
    """Figures of all calls together, then of each department, the one called most first."""
    whole, each = CallFigures(""), dict[str, CallFigures]()
    for row in rows:
        if row.withdrawn is None:
            whole.take(row)
            each.setdefault(row.department, CallFigures(row.department)).take(row)
    return [whole, *sorted(each.values(), key=lambda one: (-one.calls, one.department))]
