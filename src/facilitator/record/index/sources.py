"""Reading the documents of a meeting or project from the registers: a function for each thing to be found.

A register that brings something new to find is one more function in `SOURCES`; where a change of one history
touches documents of another, `touched` has to know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from facilitator.record.index import council, forum, projects
from facilitator.record.index.docs import Doc
from facilitator.record.index.scene import Ask, Person, Scene


def docs_of(ask: Ask, meeting: str) -> list[Doc]:
    """Everything that can be found of a meeting, oldest first; nothing if there is no such meeting.

    Or of a project, by its stream.
    """
    if meeting.startswith(projects.ROOM):
        return projects.docs_of(ask, meeting)
    found = ask(
        "SELECT body, term, format, title, coalesce(opened_at, planned), cancelled IS NOT NULL"
        " FROM meeting WHERE meeting = ?",
        meeting,
    )
    if not found:
        return []
    body, term, form, title, at, cancelled = found[0]
    when = datetime.fromisoformat(at)
    people = _people(ask, f"body/{body}") | _people(ask, f"meeting/{meeting}")
    scene = Scene(ask, meeting, body, term, form, title, when, bool(cancelled), people)
    docs = [doc for source in SOURCES for doc in source(scene)]
    return sorted(docs, key=lambda doc: doc.at.replace(tzinfo=None))


def _people(ask: Ask, stream: str) -> dict[str, Person]:
    rows = ask("SELECT person, name FROM person WHERE stream = ?", stream)
    return {person: Person(name, stream) for person, name in rows}


SOURCES: tuple[Callable[[Scene], Iterator[Doc]], ...] = (
    council.decisions,
    council.motions,
    council.items,
    forum.topics,
    forum.groups,
)
"""What can be found; `council.items` comes after those that say what came out of their motions."""


def all_of(ask: Ask) -> list[str]:
    """Whatever has documents, oldest first: meetings, then projects."""
    meetings = ask("SELECT meeting FROM meeting ORDER BY planned, meeting")
    threads = ask("SELECT round, project FROM project ORDER BY started_at, round, project")
    return [
        *(meeting for (meeting,) in meetings),
        *(f"{projects.ROOM}{round_}/{number}" for round_, number in threads),
    ]


def touched(ask: Ask, stream: str) -> set[str]:
    """The meetings and projects whose documents may be others after something was recorded in `stream`.

    Those that name somebody who was corrected or erased are found by the index itself: see `renamed`.
    """
    room, _, name = stream.partition("/")
    if room == "project":
        return {stream}
    if room == "round":
        rows = ask("SELECT project FROM project WHERE round = ?", name)
        return {f"{projects.ROOM}{name}/{number}" for (number,) in rows}
    if room == "meeting":
        return {name, *_reviewed_in(ask, name), *_linked_from(ask, name), *_doubles(ask, name)}
    if room == "followup":
        meeting = name.partition("/")[0]
        rows = ask(
            "SELECT DISTINCT json_extract(body, '$.to_meeting') FROM journal WHERE stream = ?"
            " AND kind = 'followup.linked'",
            stream,
        )
        return {meeting, *(other for (other,) in rows)}
    return set()


def _reviewed_in(ask: Ask, meeting: str) -> Iterator[str]:
    rows = ask(
        "SELECT DISTINCT d.meeting FROM review r JOIN meeting m ON m.meeting = r.meeting"
        " JOIN decision d ON d.body = m.body AND d.term = m.term AND d.number = r.decision"
        " WHERE r.meeting = ? AND r.decision > 0",
        meeting,
    )
    return (other for (other,) in rows)


def _doubles(ask: Ask, meeting: str) -> Iterator[str]:
    """Where decisions of the same numbers were made, after a merge: reports may be of these or of those."""
    rows = ask(
        "SELECT DISTINCT o.meeting FROM decision d JOIN decision o ON o.body = d.body"
        " AND o.term = d.term AND o.number = d.number WHERE d.meeting = ? AND o.meeting <> ?1",
        meeting,
    )
    return (other for (other,) in rows)


def _linked_from(ask: Ask, meeting: str) -> Iterator[str]:
    rows = ask("SELECT DISTINCT to_meeting FROM decision_link WHERE meeting = ?", meeting)
    return (other for (other,) in rows)


def renamed(ask: Ask, stream: str, after: int) -> set[str]:
    """Who is called otherwise, or by no name any more, after what was recorded past place `after`."""
    rows = ask(
        "SELECT DISTINCT coalesce(json_extract(body, '$.member'), json_extract(body, '$.holding.member'))"
        " FROM journal WHERE stream = ? AND seq > ?"
        " AND kind IN ('body.member-seated', 'body.person-corrected', 'body.person-erased')",
        stream,
        after,
    )
    return {f"{stream} {person}" for (person,) in rows}
