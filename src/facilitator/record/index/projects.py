"""What can be found of a project: one document from what was needed to what is there twelve months later.

A project belongs to no meeting; its stream stands where other documents have their meeting. Nobody of its
team is named in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import msgspec

from facilitator.meeting.reviews import Progress
from facilitator.record.index.docs import Doc, Kind, More, Result
from facilitator.record.index.scene import Ask, joined
from facilitator.rounds.project import Outcome
from facilitator.rounds.standing import GRANTED, Stage

ROOM = "project/"
"""With this the name of a project's stream begins; no meeting is called so."""


def docs_of(ask: Ask, stream: str) -> list[Doc]:
    """The document of one project; nothing if there is no such project."""
    _, round_, number = stream.split("/", 2)
    rows = ask(
        "SELECT p.title, coalesce(l.name, ''), coalesce(nullif(l.body, ''), r.body), r.title, p.started_at,"
        " p.stage, coalesce(p.outcome, ''), p.granted_fen, coalesce(g.reason, '') FROM project p"
        " JOIN project_round r ON r.round = p.round"
        " LEFT JOIN project_round_place l ON l.round = p.round AND l.place = p.place"
        " LEFT JOIN project_round_grant g ON g.round = p.round AND g.project = p.project"
        " WHERE p.round = ? AND p.project = ?",
        round_,
        number,
    )
    return [_doc(stream, number, row, _written(ask, round_, number)) for row in rows]


def _doc(stream: str, number: str, row: tuple[Any, ...], told: Iterable[str]) -> Doc:
    title, place, body, of, started, stage, outcome, granted, reason = row
    at, said = Stage(stage), (one for one in told if one != title)
    return Doc(
        meeting=stream,
        key=number,
        kinds=(Kind.PROJECT,),
        body=body,
        format="",
        at=datetime.fromisoformat(started),
        title=title,
        text=joined(*dict.fromkeys((*said, reason, f"{number} {of}"))),
        who=place,
        outcome=_RESULTS.get(at, Result.PASSED if granted else Result.NOT_VOTED),
        implementation=_progress(at, outcome) if granted else "",
        more=More(stage=stage, ended=outcome),
    )


_RESULTS = {
    Stage.REFUSED: Result.NOT_PASSED,
    Stage.NOT_SELECTED: Result.NOT_PASSED,
}


def _progress(stage: Stage, outcome: str) -> str:
    """How far a project with money has come, in the words that decisions are followed up in."""
    if stage in GRANTED:
        running = stage is Stage.RUNNING
        return (Progress.IN_PROGRESS if running else Progress.NOT_STARTED).value
    gone = outcome in (Outcome.ABANDONED, Outcome.NEVER_STARTED)
    return (Progress.ABANDONED if gone else Progress.DONE).value


def _written(ask: Ask, round_: str, number: str) -> Iterator[str]:
    """What was written into the thread and counts still, as it was written."""
    rows = ask(
        "SELECT kind, body FROM project_entry WHERE round = ? AND project = ? AND struck IS NULL"
        " ORDER BY version",
        round_,
        number,
    )
    for kind, body in rows:
        if kind not in _OF_OTHERS:
            yield from _texts(msgspec.json.decode(body), coded=kind == "project.announced")


_OF_OTHERS = frozenset(
    f"project.{kind}"
    for kind in ("joined", "role-changed", "left", "member-erased", "file-dropped", "struck")
)
"""Of people in the team, and of what is gone."""
_TEXTS = (
    *("title", "group", "why", "text", "residents_said", "what", "answer", "how", "places"),
    *("upkeep", "because", "reason", "figures", "kept_by"),
)
_LISTS = ("goals", "steps", "risks", "budget", "own")


def _texts(entry: dict[str, Any], *, coded: bool = False) -> Iterator[str]:
    """The fields that somebody wrote, those of its lists too; `coded` where `what` is none of them."""
    for name in _TEXTS:
        value = entry.get(name)
        if isinstance(value, str) and value and not (coded and name == "what"):
            yield value
    for name in _LISTS:
        for one in entry.get(name, ()):
            yield from (one,) if isinstance(one, str) else _texts(one)
