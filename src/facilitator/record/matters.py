"""What the registers know of decisions and action groups as matters to be followed up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any, Union

import msgspec

from facilitator.acts import Recorded
from facilitator.followup.case import Entry
from facilitator.followup.following import Following
from facilitator.followup.histories import EVENTS
from facilitator.followup.matter import Matter, Told, stream_of
from facilitator.meeting.decisions import Assignment
from facilitator.meeting.reviews import MOST_DECISIONS, Progress

Ask = Callable[..., list[tuple[Any, ...]]]
"""Runs a SELECT with its values; inside the writing transaction or outside of it."""

_DECISION = (
    "SELECT meeting, body, title, made_at, number, annulled_at, implementer, task, begins, due, report_by,"
    " review_on, money_fen, money_source, EXISTS (SELECT 1 FROM decision_link l"
    " JOIN decision n ON n.meeting = l.meeting AND n.number = l.number"
    " WHERE l.to_meeting = d.meeting AND l.to_number = d.number AND l.kinship = 'repeals'"
    " AND n.annulled_at IS NULL) FROM decision d WHERE meeting = ? AND number = ?"
)
_GROUP = (
    "SELECT g.meeting, m.body, g.title, g.formed_at, g.action, g.dissolved, g.first_step, g.due,"
    " coalesce(p.name, q.name, '') FROM action_group g JOIN meeting m ON m.meeting = g.meeting"
    " LEFT JOIN person p ON p.stream = 'body/' || m.body AND p.person = g.lead"
    " LEFT JOIN person q ON q.stream = 'meeting/' || g.meeting AND q.person = g.lead"
    " WHERE g.meeting = ? AND g.action = ?"
)
ABOUT = (
    "JOIN meeting m ON m.meeting = r.meeting"
    " JOIN decision d ON d.body = m.body AND d.term = m.term AND d.number = r.decision"
    " AND julianday(d.made_at) <= julianday(r.at)"
    " AND NOT EXISTS (SELECT 1 FROM decision o WHERE o.body = d.body AND o.term = d.term"
    " AND o.number = d.number AND o.title = r.matter AND d.title <> r.matter)"
)
"""Joins a `review r` to the decision that it is about: one made before it. After a merge there may be two of
one number; then the one of that title, if there is one, and else both: nobody can tell which was meant."""
_TOLD = (
    "SELECT r.at, r.meeting, r.progress, r.new_due, r.text FROM review r"
    f" {ABOUT} WHERE d.meeting = ? AND d.number = ? ORDER BY r.at, r.meeting, r.rowid"
)


def matter(ask: Ask, meeting: str, decision: int = 0, group: str = "") -> Matter | None:
    """A decision or an action group as its meeting has it now, with what later meetings were told; or None."""
    if group:
        rows = ask(_GROUP, meeting, group)
        return _group(*rows[0]) if rows else None
    if (
        not 0 < decision <= MOST_DECISIONS
    ):  # a number from a script may be larger than SQLite can look for
        return None
    rows = ask(_DECISION, meeting, decision)
    return _decision(ask, *rows[0]) if rows else None


def _group(
    meeting: str,
    body: str,
    title: str,
    formed: str,
    group: str,
    dissolved: str | None,
    first_step: str,
    due: str | None,
    lead: str,
) -> Matter:
    given = Assignment(implementer=lead, task=first_step, due=_day(due))
    made = datetime.fromisoformat(formed)
    stands = dissolved is None
    return Matter(meeting, body, title, made, group=group, stands=stands, assignment=given)


def _decision(ask: Ask, *row: Any) -> Matter:
    meeting, body, title, made, number, annulled, *given, repealed = row
    fields = dict(zip(Assignment.__struct_fields__, given, strict=True))
    assignment = msgspec.convert(fields, Assignment) if fields["implementer"] else None
    told = tuple(
        Told(datetime.fromisoformat(at), where, Progress(progress), _day(new_due), text)
        for at, where, progress, new_due, text in ask(_TOLD, meeting, number)
    )
    made_at = datetime.fromisoformat(made)
    return Matter(
        meeting,
        body,
        title,
        made_at,
        number,
        stands=annulled is None,
        repealed=bool(repealed),
        assignment=assignment,
        told=told,
    )


def following(ask: Ask, meeting: str, decision: int = 0, group: str = "") -> Following:
    """The follow-up of a matter with its entries alone: enough to say how it stands."""
    stream = stream_of(meeting, decision, group)
    case = Following(stream)
    name = stream.partition("/")[2].partition("/")[2]
    rows = ask(
        "SELECT version, at, actor, body, struck FROM followup_entry WHERE meeting = ? AND matter = ?"
        " ORDER BY version",
        meeting,
        name,
    )
    for version, at, actor, body, struck in rows:
        event = _entries().decode(body)
        recorded = Recorded(event, version, datetime.fromisoformat(at), actor)
        case.chronicle.append(recorded)
        if struck is not None and isinstance(event, Entry):
            case.struck[event.entry] = struck
    return case


@cache
def _entries() -> msgspec.json.Decoder[Any]:
    """Reads an entry as the register holds it."""
    kinds = tuple(kind for kind in EVENTS if issubclass(kind, Entry))
    return msgspec.json.Decoder(Union[kinds])  # noqa: UP007 msgspec takes it so


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
