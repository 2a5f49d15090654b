"""Pages of long lists, found by an index: as many rows are read as are looked at, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from facilitator.data import dataclass
from facilitator.record.archive import Record
from facilitator.record.lookups import MEETING, MeetingRow
from facilitator.words.figures import date_words

_OF_DAYS = frozenset("0123456789-年月日")
"""What a day in Chinese or ISO is written with."""


@dataclass(frozen=True, slots=True)
class TermRow:
    """What was held in one term of office; days as ISO text."""

    term: int
    meetings: int
    first: str
    last: str
    decisions: int


def meetings(
    record: Record,
    *,
    wanted: Sequence[str] = (),
    lang: str = "zh",
    after: MeetingRow | None = None,
    limit: int = -1,
) -> list[MeetingRow]:
    """Meetings, newest first, from after `after`: those in which every one of the words occurs.

    Looked through are body, title, place and day, as ISO and in the words of `lang`; letters are small ones.
    """
    where, values = _where(wanted, lang)
    if after is not None:
        where += " AND (m.planned, m.meeting) < (?, ?)"
        values += [after.planned, after.meeting]
    rows = record.ask(
        # CROSS: meetings are walked in the order of their days, and no further than is asked for.
        f"SELECT {MEETING} FROM meeting m CROSS JOIN body b ON b.body = m.body WHERE {where}"
        " ORDER BY m.planned DESC, m.meeting DESC LIMIT ?",
        *values,
        limit,
    )
    return [MeetingRow(*row) for row in rows]


def count_meetings(
    record: Record, *, wanted: Sequence[str] = (), lang: str = "zh", most: int = -1
) -> int:
    """How many there are, counted up to `most`."""
    where, values = _where(wanted, lang)
    rows = record.ask(
        f"SELECT count(*) FROM (SELECT 1 FROM meeting m WHERE {where} LIMIT ?)",
        *values,
        most,
    )
    return int(rows[0][0])


def last_meeting(record: Record, body: str) -> MeetingRow | None:
    """A body's newest meeting that was not cancelled."""
    rows = record.ask(
        f"SELECT {MEETING} FROM meeting m CROSS JOIN body b ON b.body = m.body"
        " WHERE m.body = ? AND m.cancelled IS NULL ORDER BY m.planned DESC, m.meeting DESC LIMIT 1",
        body,
    )
    return MeetingRow(*rows[0]) if rows else None


def _where(wanted: Sequence[str], lang: str) -> tuple[str, list[str]]:
    """Bodies are looked through once, and days only for a word that may be one."""
    parts: list[str] = []
    values: list[str] = []
    for word in wanted:
        tests = [
            "m.body IN (SELECT body FROM body WHERE instr(lower(name), ?) > 0)",
            "instr(lower(m.title), ?) > 0",
            "instr(lower(m.place), ?) > 0",
        ]
        if lang != "zh" or set(word) & _OF_DAYS:
            tests.append(f"instr(substr(m.planned, 1, 10) || ' ' || {_day(lang)}, ?) > 0")
        parts.append(f"({' OR '.join(tests)})")
        values += [word] * len(tests)
    return " AND ".join(parts) or "1", values


def _day(lang: str) -> str:
    """The day of a meeting in words and small letters, as SQL."""
    year, month, day = (
        f"CAST(substr(m.planned, {at}, {size}) AS INTEGER)" for at, size in ((1, 4), (6, 2), (9, 2))
    )
    if lang == "zh":
        return f"{year} || '年' || {month} || '月' || {day} || '日'"
    names = (date_words(date(2000, number, 1), lang).split()[1] for number in range(1, 13))
    cases = " ".join(f"WHEN {number} THEN '{name.lower()}'" for number, name in enumerate(names, 1))
    return f"{day} || ' ' || CASE {month} {cases} END || ' ' || {year}"


def terms(record: Record, body: str) -> list[TermRow]:
    """The terms of office in which a body has met, newest first; cancelled meetings are none."""
    rows = record.ask(
        "SELECT m.term, count(*), min(substr(m.planned, 1, 10)), max(substr(m.planned, 1, 10)),"
        " sum((SELECT count(*) FROM decision d WHERE d.meeting = m.meeting AND d.annulled_at IS NULL))"
        " FROM meeting m WHERE m.body = ? AND m.cancelled IS NULL GROUP BY m.term ORDER BY m.term DESC",
        body,
    )
    return [TermRow(*row) for row in rows]
