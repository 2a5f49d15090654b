"""What every door asks about project rounds: the rounds, their projects, how many stand where, what is late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from facilitator.record import roundbook
from facilitator.record.roundbook import ProjectRow, RoundRow
from facilitator.rounds.project import number_at
from facilitator.rounds.standing import Stage
from facilitator.session import Session

__all__ = [
    "ProjectRow",
    "RoundRow",
    "late",
    "next_number",
    "project",
    "projects",
    "rounds",
    "spread",
]


def rounds(
    session: Session, *, body: str = "", going: bool = False, limit: int = -1, offset: int = 0
) -> list[RoundRow]:
    """Project rounds, newest first; of one body, or with `going` those alone that are not closed."""
    return roundbook.rounds(session.record, body=body, going=going, limit=limit, offset=offset)


def projects(
    session: Session,
    round_: str = "",
    *,
    stages: Sequence[Stage] = (),
    waiting: bool = False,
    limit: int = -1,
    offset: int = 0,
) -> list[ProjectRow]:
    """Projects of one round, or of all, by number; at some stages alone where any is named.

    `waiting` leaves those of which something is to be done by a day, the earliest first.
    """
    return roundbook.projects(
        session.record, round_, stages=stages, waiting=waiting, limit=limit, offset=offset
    )


def project(session: Session, round_: str, number: str) -> ProjectRow | None:
    """One project as a row, or None."""
    return roundbook.project(session.record, round_, number)


def spread(session: Session, round_: str) -> dict[Stage, int]:
    """How many projects of a round are at each stage, in the order of their way, zeros too."""
    return roundbook.spread(session.record, round_)


def late(session: Session, day: date) -> int:
    """How many projects have something to be done that is overdue on `day`, in all rounds."""
    return roundbook.late(session.record, day)


def next_number(session: Session, round_: str, place: int) -> str:
    """The next number that a project of this place may bear, e.g. `07-2`."""
    taken = roundbook.numbers(session.record, round_, place)
    running = max((int(one.partition("-")[2]) for one in taken), default=0)
    return number_at(place, running + 1)
