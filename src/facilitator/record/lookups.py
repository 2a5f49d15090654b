"""Questions to the registers. Answers are plain rows; nothing here changes anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from facilitator.bodies.people import Person
from facilitator.data import dataclass
from facilitator.meeting.decisions import Assignment
from facilitator.record.archive import Record
from facilitator.rules.outcome import Outcome, Role, Test


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One line of the list of meetings; times as ISO text. `cancelled` is the reason, None if it was not."""

    meeting: str
    body: str
    body_name: str
    term: int
    ordinal: int
    title: str
    place: str
    planned: str
    format: str
    phase: str
    opened_at: str | None
    closed_at: str | None
    cancelled: str | None
    decisions: int


@dataclass(frozen=True, slots=True)
class BodyRow:
    """One line of the list of bodies."""

    body: str
    name: str
    term: int
    charter: str
    charter_version: int
    members: int


@dataclass(frozen=True, slots=True)
class MotionRow:
    """A motion that was put off, with its wording as it stood then."""

    motion: str
    title: str
    text: str
    mover: str
    reason: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item that was put off, or a motion on it, and that is on no later agenda of its body yet."""

    body: str
    meeting: str
    item: str
    title: str
    minutes: int
    text: str
    proposer: str
    reason: str
    motions: tuple[MotionRow, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One line of the list of decisions; times as ISO text, `annulled_at` None while it stands."""

    number: int
    term: int
    body: str
    body_name: str
    meeting: str
    meeting_title: str
    motion: str
    poll: str
    title: str
    text: str
    made_at: str
    annulled_at: str | None
    outcome: Outcome
    """The vote that carried it; for an annulled one, as it was worked out anew."""
    assignment: Assignment | None

    @property
    def consent(self) -> Test:
        """The votes for it: so many `reached` of the `needed`, which are a share of `base_size`."""
        return next(test for test in self.outcome.tests if test.role is Role.CONSENT)


MEETING = (
    "m.meeting, m.body, b.name, m.term, m.ordinal, m.title, m.place, m.planned,"
    " m.format, m.phase, m.opened_at, m.closed_at, m.cancelled,"
    " (SELECT count(*) FROM decision d WHERE d.meeting = m.meeting AND d.annulled_at IS NULL)"
)
"""What a `MeetingRow` is made from, of a meeting `m` and its body `b`."""
DECISION = (
    "d.number, d.term, d.body, b.name, d.meeting, m.title, d.motion, d.poll, d.title, d.text,"
    " d.made_at, d.annulled_at, p.outcome, d.implementer, d.task, d.begins, d.due, d.report_by,"
    " d.review_on, d.money_fen, d.money_source"
)
"""What a `DecisionRow` is made from, of a decision `d`, its body, meeting, and poll `p`."""


def last_recorded(record: Record) -> datetime | None:
    """When the last entry of all was recorded; None in a new archive."""
    rows = record.ask("SELECT at FROM journal ORDER BY seq DESC LIMIT 1")
    return datetime.fromisoformat(rows[0][0]) if rows else None


def put_off(record: Record, body: str = "") -> list[ItemRow]:
    """Items that wait for the next meeting; `agenda.add` with `carried_from` carries one over.

    A motion that was put off waits with its item, also where the item itself was finished.
    """
    rows = record.ask(
        "SELECT m.body, i.meeting, i.item, i.title, i.minutes, i.text, i.proposer, i.reason"
        " FROM (SELECT meeting, item FROM agenda_item WHERE state = 'postponed'"
        "  UNION SELECT meeting, item FROM motion WHERE state = 'postponed' AND amends = '') w"
        " CROSS JOIN agenda_item i ON i.meeting = w.meeting AND i.item = w.item"
        " CROSS JOIN meeting m ON m.meeting = i.meeting"
        " WHERE ? IN ('', m.body)"
        " AND NOT EXISTS (SELECT 1 FROM agenda_item n CROSS JOIN meeting k ON k.meeting = n.meeting"
        " WHERE k.body = m.body AND n.carried_from = i.meeting AND n.carried_title = i.title)"
        " ORDER BY m.planned, m.meeting, i.rowid",
        body,
    )
    return [_with_motions(ItemRow(*row), _motions_put_off(record, row[1], row[2])) for row in rows]


def _with_motions(item: ItemRow, motions: tuple[MotionRow, ...]) -> ItemRow:
    return replace(item, motions=motions, reason=item.reason or motions[0].reason)


def _motions_put_off(record: Record, meeting: str, item: str) -> tuple[MotionRow, ...]:
    rows = record.ask(
        "SELECT motion, title, text, mover, reason FROM motion WHERE meeting = ? AND item = ?"
        " AND state = 'postponed' AND amends = '' ORDER BY rowid",
        meeting,
        item,
    )
    return tuple(MotionRow(*row) for row in rows)


def bodies(record: Record) -> list[BodyRow]:
    """All bodies, by name, with how many sit."""
    rows = record.ask(
        "SELECT b.body, b.name, b.term, b.charter, b.charter_version,"
        " (SELECT count(*) FROM member m WHERE m.body = b.body AND m.seat > 0 AND m.left_at IS NULL)"
        " FROM body b ORDER BY b.name, b.body"
    )
    return [BodyRow(*row) for row in rows]


def meetings(record: Record, *, unfinished: bool = False) -> list[MeetingRow]:
    """All meetings, newest first; or those alone that are neither closed nor cancelled."""
    only = " WHERE m.closed_at IS NULL" if unfinished else ""
    rows = record.ask(
        f"SELECT {MEETING} FROM meeting m JOIN body b ON b.body = m.body{only}"
        " ORDER BY m.planned DESC, m.meeting DESC"
    )
    return [MeetingRow(*row) for row in rows]


def people_in(record: Record, stream: str) -> dict[str, Person]:
    """Whose data stands beside a body's or a meeting's chain, by id; erased ones are missing."""
    rows = record.ask("SELECT person, name, address, phone FROM person WHERE stream = ?", stream)
    return {one: Person(name=name, address=door, phone=phone) for one, name, door, phone in rows}


def meetings_called(record: Record, names: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Term and running number of these meetings, by id; those that are not there are left out."""
    found: dict[str, tuple[int, int]] = {}
    for name in names:
        for term, ordinal in record.ask(
            "SELECT term, ordinal FROM meeting WHERE meeting = ?", name
        ):
            found[name] = (term, ordinal)
    return found


def decisions(record: Record, body: str = "", *, limit: int | None = None) -> list[DecisionRow]:
    """Decisions of one body or of all, newest first."""
    own = " WHERE d.body = ?" if body else ""
    rows = record.ask(
        f"SELECT {DECISION} FROM decision d CROSS JOIN body b ON b.body = d.body"
        " JOIN meeting m ON m.meeting = d.meeting"
        " JOIN poll p ON p.meeting = d.meeting AND p.poll = d.poll"
        f"{own} ORDER BY d.made_at DESC, d.number DESC LIMIT ?",
        *([body] if body else []),
        -1 if limit is None else limit,
    )
    return [decision_row(*row) for row in rows]


def decision_row(*row: Any) -> DecisionRow:
    """A row of `DECISION`."""
    plain, outcome, assigned = row[:12], row[12], row[13:]
    given = dict(zip(Assignment.__struct_fields__, assigned, strict=True))
    return DecisionRow(
        *plain,
        outcome=msgspec.json.decode(outcome, type=Outcome),
        assignment=msgspec.convert(given, Assignment) if given["implementer"] else None,
    )


def groups_led(record: Record, body: str, person: str) -> list[tuple[str, str]]:
    """Meeting and id of every action group that somebody leads in the forums of a body, also dissolved ones."""
    rows = record.ask(
        "SELECT g.meeting, g.action FROM action_group g JOIN meeting m ON m.meeting = g.meeting"
        " WHERE m.body = ? AND g.lead = ? ORDER BY g.meeting, g.rowid",
        body,
        person,
    )
    return [(str(meeting), str(group)) for meeting, group in rows]


def next_ordinal(record: Record, body: str, term: int) -> int:
    """The running number of the body's next meeting in a term of office."""
    rows = record.ask(
        "SELECT coalesce(max(ordinal), 0) FROM meeting WHERE body = ? AND term = ?", body, term
    )
    return 1 + int(rows[0][0])


def next_decision(record: Record, body: str, term: int) -> int:
    """The number of the body's next decision in a term of office; annulled numbers are not given again."""
    rows = record.ask(
        "SELECT coalesce(max(number), 0) FROM decision WHERE body = ? AND term = ?", body, term
    )
    return 1 + int(rows[0][0])


def running_meeting(record: Record, body: str) -> str:
    """The body's meeting that was opened and is not closed, or ""."""
    rows = record.ask(
        "SELECT meeting FROM meeting WHERE body = ? AND opened_at IS NOT NULL AND closed_at IS NULL",
        body,
    )
    return str(rows[0][0]) if rows else ""
