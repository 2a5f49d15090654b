"""What the page Projects asks of the archive: rounds, their projects as rows, their selection meetings."""

from __future__ import annotations

from datetime import date

from facilitator import overview, presets, roundbook
from facilitator.acts import RuleViolation
from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.projects.rows import OUT, Row
from facilitator.meeting import Meeting
from facilitator.roundbook import ProjectRow
from facilitator.rounds.concerns import FEW
from facilitator.rounds.standing import BEFORE_GRANT


def row_of(one: ProjectRow, today: date) -> Row:
    """A project of the register as a row of the board."""
    return Row(
        one.project,
        one.place,
        one.place_name,
        one.title,
        one.stage,
        one.outcome,
        one.deed,
        one.next_day,
        one.overdue(today),
        one.asked_fen,
        one.granted_fen,
        one.codes(today),
    )


@dataclass(frozen=True, slots=True)
class Figures:
    """What the strip over the board says of a round's projects."""

    projects: int
    places: int
    places_without: int
    """Places that have no project."""
    few: int
    """Projects of which fewer than ten residents were asked, or none."""
    late: int
    watched: int
    """Projects with something to look at."""
    waiting: int
    """Projects on which nothing was decided yet."""
    out: int


def figures_of(found: list[ProjectRow], places: int, today: date) -> Figures:
    """Counted from the rows."""
    return Figures(
        projects=len(found),
        places=places,
        places_without=max(0, places - len({one.place for one in found})),
        few=sum(one.asked_people < FEW for one in found),
        late=sum(bool(one.overdue(today)) for one in found),
        watched=sum(bool(one.concerns(today)) for one in found),
        waiting=sum(one.stage in BEFORE_GRANT for one in found),
        out=sum(one.stage in OUT for one in found),
    )


def selections_of(desk: Desk, round_: str) -> list[Meeting]:
    """The meetings whose slate was taken from this round, the newest first."""
    session = desk.session
    body = session.round(round_).round.body
    found: list[Meeting] = []
    for row in overview.meetings(session):
        if row.body != body or not _selects(row.format):
            continue
        meeting = session.meeting(row.meeting)
        if meeting.slate.round == round_:
            found.append(meeting)
    return found


def projects_of(desk: Desk, round_: str) -> list[ProjectRow]:
    """All projects of a round, by number."""
    return roundbook.projects(desk.session, round_)


def _selects(form: str) -> bool:
    try:
        return presets.format_of(form).has("slate")
    except RuleViolation:  # a kind of meeting that only a later version knows
        return False
