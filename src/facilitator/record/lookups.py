"""Questions to the registers. Answers are plain rows; nothing here changes anything."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.record.archive import Record


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One line of the list of meetings; times as ISO text."""

    meeting: str
    body: str
    body_name: str
    term: int
    ordinal: int
    title: str
    place: str
    planned: str
    phase: str
    opened_at: str | None
    closed_at: str | None
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
    reason: str
    motions: tuple[MotionRow, ...] = ()


def put_off(record: Record) -> list[ItemRow]:
    """Items that wait for the next meeting; `agenda.add` with `carried_from` carries one over.

    A motion that was put off waits with its item, also where the item itself was finished.
    """
    rows = record.ask(
        "SELECT m.body, i.meeting, i.item, i.title, i.minutes, i.reason FROM agenda_item i"
        " JOIN meeting m ON m.meeting = i.meeting"
        " WHERE (i.state = 'postponed' OR EXISTS (SELECT 1 FROM motion o WHERE o.meeting = i.meeting"
        " AND o.item = i.item AND o.state = 'postponed' AND o.amends = ''))"
        " AND NOT EXISTS (SELECT 1 FROM agenda_item n JOIN meeting k ON k.meeting = n.meeting"
        " WHERE k.body = m.body AND n.carried_from = i.meeting AND n.carried_title = i.title)"
        " ORDER BY m.planned, i.rowid"
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


def meetings(record: Record) -> list[MeetingRow]:
    """All meetings, newest first."""
    rows = record.ask(
        "SELECT m.meeting, m.body, b.name, m.term, m.ordinal, m.title, m.place, m.planned, m.phase,"
        " m.opened_at, m.closed_at,"
        " (SELECT count(*) FROM decision d WHERE d.meeting = m.meeting AND d.annulled_at IS NULL)"
        " FROM meeting m JOIN body b ON b.body = m.body ORDER BY m.planned DESC, m.meeting DESC"
    )
    return [MeetingRow(*row) for row in rows]


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
