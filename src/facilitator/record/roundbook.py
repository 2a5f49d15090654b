"""Questions about project rounds and their projects. Answers are plain rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from facilitator.data import dataclass
from facilitator.record.archive import Record
from facilitator.rounds.project import Outcome
from facilitator.rounds.standing import Deed, Stage


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One round; days as dates, times as ISO text, money in fen. `closed_at` is None while it goes on."""

    round: str
    body: str
    body_name: str
    title: str
    host: str
    period: str
    opened_at: str
    needs_by: date | None
    proposals_by: date | None
    selection_on: date | None
    look_back_months: int
    budget_fen: int
    granted_fen: int
    closed_at: str | None
    places: int
    projects: int

    @property
    def stream(self) -> str:
        """Its stream."""
        return f"round/{self.round}"


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """How one project stands, as `rounds.standing` says; days as dates, money in fen (0.01 yuan)."""

    round: str
    project: str
    place: int
    place_name: str
    title: str
    target: str
    people: int
    started_at: str
    stage: Stage
    outcome: Outcome | None
    deed: Deed | None
    """What is to be done next; None when nothing is."""
    next_day: date | None
    milestone_due: date | None
    not_started_from: date | None
    look_due: date | None
    asked_people: int
    """Residents that were asked what they need, in all."""
    needs: int
    revisions: int
    asked_fen: int
    own_fen: int
    granted_fen: int
    paid_fen: int
    spent_fen: int
    unproved: int
    """How many spendings have no receipt."""
    unproved_fen: int
    team: int
    residents: int
    """How many of the team are residents."""
    lasting: int
    """How many concerns there are that do not depend on the day."""
    lasting_codes: tuple[str, ...]
    """Their codes, in the order of the project's way."""

    @property
    def stream(self) -> str:
        """Its stream."""
        return f"project/{self.round}/{self.project}"

    def overdue(self, day: date) -> int:
        """By how many days what is to be done next is overdue; 0 if it is not."""
        return max(0, (day - self.next_day).days) if self.next_day else 0

    def concerns(self, day: date) -> int:
        """How many concerns there are on a day: as many as `rounds.concerns.concerns` finds."""
        return len(self.codes(day))

    def codes(self, day: date) -> tuple[str, ...]:
        """The codes of the concerns on a day, as `rounds.concerns.concerns` finds them."""
        coming = (
            ("milestone-overdue", self.milestone_due),
            ("not-started", self.not_started_from),
            ("look-back-overdue", self.look_due),
        )
        late = (code for code, last in coming if last is not None and day > last)
        return (*self.lasting_codes, *late)


_ROUND = (
    "SELECT r.round, r.body, b.name, r.title, r.host, r.period, r.opened_at, r.needs_by, r.proposals_by,"
    " r.selection_on, r.look_back_months, r.budget_fen, r.granted_fen, r.closed_at,"
    " (SELECT count(*) FROM project_round_place p WHERE p.round = r.round),"
    " (SELECT count(*) FROM project p WHERE p.round = r.round)"
    " FROM project_round r LEFT JOIN body b ON b.body = r.body"
)
_ROUND_DAYS = (7, 8, 9)
_PROJECT = (
    "SELECT p.round, p.project, p.place, coalesce(l.name, ''), p.title, p.target, p.people, p.started_at,"
    " p.stage, p.outcome, p.deed, p.next_day, p.milestone_due, p.not_started_from, p.look_due,"
    " p.asked_people, p.needs, p.revisions, p.asked_fen, p.own_fen, p.granted_fen, p.paid_fen, p.spent_fen,"
    " p.unproved, p.unproved_fen, p.team, p.residents, p.concerns, p.concern_codes"
    " FROM project p LEFT JOIN project_round_place l ON l.round = p.round AND l.place = p.place"
)
_STAGE, _OUTCOME, _DEED, _PROJECT_DAYS = 8, 9, 10, (11, 12, 13, 14)


def rounds(
    record: Record, *, body: str = "", going: bool = False, limit: int = -1, offset: int = 0
) -> list[RoundRow]:
    """Rounds, newest first; of one body, or those alone that are not closed."""
    rows = record.ask(
        f"{_ROUND} WHERE ? IN ('', r.body) AND (NOT ? OR r.closed_at IS NULL)"
        " ORDER BY r.opened_at DESC, r.round LIMIT ? OFFSET ?",
        body,
        going,
        limit,
        offset,
    )
    return [RoundRow(*_with_days(row, _ROUND_DAYS)) for row in rows]


def projects(
    record: Record,
    round_: str = "",
    *,
    stages: Sequence[Stage] = (),
    waiting: bool = False,
    limit: int = -1,
    offset: int = 0,
) -> list[ProjectRow]:
    """Projects by number, of one round or of all, at any of some stages if any is named.

    `waiting` leaves those of which something is to be done by a day, the earliest first.
    """
    where, values = ["? IN ('', p.round)"], [round_]
    if stages:
        where.append(f"p.stage IN ({', '.join('?' for _ in stages)})")
        values += [one.value for one in stages]
    if waiting:
        where.append("p.next_day IS NOT NULL")
    order = "p.next_day, p.round, p.project" if waiting else "p.round, p.project"
    rows = record.ask(
        f"{_PROJECT} WHERE {' AND '.join(where)} ORDER BY {order} LIMIT ? OFFSET ?",
        *values,
        limit,
        offset,
    )
    return [_project(row) for row in rows]


def project(record: Record, round_: str, number: str) -> ProjectRow | None:
    """One project, or None."""
    rows = record.ask(f"{_PROJECT} WHERE p.round = ? AND p.project = ?", round_, number)
    return _project(rows[0]) if rows else None


def spread(record: Record, round_: str) -> dict[Stage, int]:
    """How many projects of a round are at each stage, in the order of their way; none are left out."""
    rows = record.ask("SELECT stage, count(*) FROM project WHERE round = ? GROUP BY stage", round_)
    found = dict.fromkeys(Stage, 0)
    return found | {Stage(stage): count for stage, count in rows}


def numbers(record: Record, round_: str, place: int) -> list[str]:
    """The numbers of a place's projects."""
    rows = record.ask("SELECT project FROM project WHERE round = ? AND place = ?", round_, place)
    return [number for (number,) in rows]


def late(record: Record, day: date) -> int:
    """How many projects have something to be done that is overdue on `day`, in all rounds."""
    rows = record.ask("SELECT count(*) FROM project WHERE next_day < ?", day.isoformat())
    return rows[0][0]


def _project(row: tuple[Any, ...]) -> ProjectRow:
    values = _with_days(row, _PROJECT_DAYS)
    values[_STAGE] = Stage(values[_STAGE])
    values[_OUTCOME] = Outcome(values[_OUTCOME]) if values[_OUTCOME] else None
    values[_DEED] = Deed(values[_DEED]) if values[_DEED] else None
    values[-1] = tuple(values[-1].split())
    return ProjectRow(*values)


def _with_days(row: tuple[Any, ...], places: Sequence[int]) -> list[Any]:
    values = list(row)
    for place in places:
        values[place] = date.fromisoformat(values[place]) if values[place] else None
    return values
