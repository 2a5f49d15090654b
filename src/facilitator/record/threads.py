"""What the registers know of rounds and projects: enough to make each of them again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from typing import Any, Union

import msgspec

from facilitator import rounds
from facilitator.acts import Recorded
from facilitator.rounds.outside import ProjectOutside, ProjectTold, RoundView
from facilitator.rounds.project import Project, stream_of
from facilitator.rounds.results import view_of
from facilitator.rounds.round import Round
from facilitator.rounds.standing import Stage

Ask = Callable[..., list[tuple[Any, ...]]]
"""Runs a SELECT with its values; inside the writing transaction or outside of it."""


def round_of(ask: Ask, name: str) -> Round | None:
    """A round as it is now, or None if there is none."""
    found = Round(f"round/{name}")
    rows = ask(
        "SELECT version, at, actor, body FROM project_round_entry WHERE round = ? ORDER BY version",
        name,
    )
    _live(found, rows)
    return found if found.opened is not None else None


def view(ask: Ask, name: str) -> RoundView | None:
    """A round as its projects see it, or None if there is none."""
    found = round_of(ask, name)
    return seen(found) if found is not None else None


def seen(case: Round) -> RoundView | None:
    """The same of a round that is known already."""
    return view_of(case) if case.opened is not None else None


def project_of(ask: Ask, round_: str, number: str, around: RoundView | None) -> Project:
    """A project as it is now, without anybody's personal data; `around` is its round."""
    found = Project(stream_of(round_, number), outside=ProjectOutside(around))
    rows = ask(
        "SELECT version, at, actor, body FROM project_entry WHERE round = ? AND project = ?"
        " ORDER BY version",
        round_,
        number,
    )
    _live(found, rows)
    return found


def _live(case: rounds.History, rows: list[tuple[Any, ...]]) -> None:
    for version, at, actor, body in rows:
        event = _events().decode(body)
        rounds.apply(case, Recorded(event, version, datetime.fromisoformat(at), actor))


def standing(
    ask: Ask, round_: str, stages: Sequence[Stage]
) -> list[tuple[str, str, int, int, int]]:
    """Number, title, place, sum asked and own contribution of a round's projects at these stages, by number."""
    marks = ", ".join("?" for _ in stages)
    return [
        (project, title, place, asked, own)
        for project, title, place, asked, own in ask(
            "SELECT project, title, place, asked_fen, own_fen FROM project"
            f" WHERE round = ? AND stage IN ({marks}) ORDER BY project",
            round_,
            *(one.value for one in stages),
        )
    ]


def told(ask: Ask, round_: str) -> tuple[ProjectTold, ...]:
    """What a round is told of its projects, by number."""
    rows = ask(
        "SELECT project, title, place, assessed, given_up FROM project WHERE round = ? ORDER BY project",
        round_,
    )
    return tuple(
        ProjectTold(project, title, place, bool(assessed), bool(given_up))
        for project, title, place, assessed, given_up in rows
    )


@cache
def _events() -> msgspec.json.Decoder[Any]:
    """Reads an event as the register holds it."""
    return msgspec.json.Decoder(Union[rounds.EVENTS])  # noqa: UP007 msgspec takes it so
