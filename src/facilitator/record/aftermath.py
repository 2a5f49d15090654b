"""Questions about what becomes of decisions, calls and matters that came in. Answers are plain rows."""

from __future__ import annotations

from datetime import date
from typing import Any

from facilitator.data import dataclass
from facilitator.record.archive import Record


@dataclass(frozen=True, slots=True)
class FollowRow:
    """How one matter stands, as the register has it; days as dates, money in fen (0.01 yuan).

    `implementer` is empty for a group that still has its own lead: `lead_name` says who, empty once erased.
    `on_agenda` is the meeting that is not closed and has it as an open item, or "".
    """

    meeting: str
    matter: str
    body: str
    body_name: str
    decision: int
    term: int
    group: str
    title: str
    made_at: str
    implementer: str
    lead_name: str
    due: date | None
    progress: str | None
    progress_on: date | None
    view: str | None
    view_on: date | None
    review_on: date | None
    next_day: date | None
    granted_fen: int
    paid_fen: int
    posted_from: date | None
    posted_until: date | None
    outcome_posted: date | None
    objections: int
    objections_open: int
    on_agenda: str

    @property
    def stream(self) -> str:
        """Its follow-up's stream: also what an item of an agenda names as its `source`."""
        return f"followup/{self.meeting}/{self.matter}"

    def overdue(self, day: date) -> int:
        """By how many days it is overdue; 0 if it is not."""
        return max(0, (day - self.next_day).days) if self.next_day else 0


@dataclass(frozen=True, slots=True)
class CallRow:
    """One call to a department; times as ISO text, None for what has not happened."""

    call: str
    body: str
    department: str
    matter: str
    place: str
    caller: str
    minutes: int
    meeting: str
    decision: int
    made_at: str
    received_at: str | None
    arrived_at: str | None
    arrived_who: str | None
    settled: str | None
    assessment: str | None
    assessed_at: str | None
    withdrawn: str | None


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """A matter that came in; `settled` is "answered" or "referred", None while it waits."""

    intake: str
    body: str
    source: str
    source_name: str
    reference: str
    title: str
    text: str
    received_on: str
    answer_by: str | None
    received_at: str
    settled: str | None
    settled_at: str | None
    settled_text: str | None
    settled_to: str | None
    on_agenda: str
    """The meeting on whose agenda it stands or stood last; "" for none."""

    @property
    def stream(self) -> str:
        """Its stream: also what an item of an agenda names as its `source`."""
        return f"intake/{self.intake}"


@dataclass(frozen=True, slots=True)
class LinkRow:
    """What one decision does to another, with the other's title and number; `out` if this one does it."""

    kinship: str
    out: bool
    meeting: str
    number: int
    term: int
    title: str
    made_at: str
    clause: str
    stands: bool
    """Whether the decision that does it was not annulled: otherwise nothing is done."""


_FOLLOW = (
    "SELECT f.meeting, f.matter, f.body, b.name, f.decision, m.term, f.action, f.title,"
    " f.made_at, f.implementer,"
    " coalesce(p.name, q.name, ''), f.due, f.progress, f.progress_on, f.view, f.view_on,"
    " f.review_on, f.next_day,"
    " f.granted_fen, f.paid_fen, f.posted_from, f.posted_until, f.outcome_posted,"
    " f.objections, f.objections_open,"
    " coalesce((SELECT i.meeting FROM agenda_item i JOIN meeting k ON k.meeting = i.meeting"
    "  WHERE i.source = 'followup/' || f.meeting || '/' || f.matter AND k.closed_at IS NULL"
    "  AND i.state IN ('planned', 'in-hand', 'paused') ORDER BY k.planned LIMIT 1), '')"
    " FROM followup f JOIN body b ON b.body = f.body JOIN meeting m ON m.meeting = f.meeting"
    " LEFT JOIN action_group g ON g.meeting = f.meeting AND g.action = f.action"
    " LEFT JOIN person p ON p.stream = 'body/' || f.body AND p.person = g.lead"
    " LEFT JOIN person q ON q.stream = 'meeting/' || f.meeting AND q.person = g.lead"
)
_DAYS = (11, 13, 15, 16, 17, 20, 21, 22)
"""Which columns of it are days."""


_ORDER = "f.next_day, f.made_at DESC, f.meeting, f.matter"


def followups(
    record: Record,
    *,
    body: str = "",
    state: str = "",
    day: date = date.min,
    waiting: bool = False,
    limit: int = -1,
    offset: int = 0,
) -> list[FollowRow]:
    """Matters that stand, the next day first; `waiting` leaves what is not settled or has a day to come.

    `state` leaves those in one state, or (`overdue`) those whose next day is before `day`.
    """
    where, values = ["f.stands = 1"], list[str]()
    for condition, wanted, *given in (
        ("f.body = ?", body, body),
        ("f.next_day < ?", state == "overdue", day.isoformat()),
        ("coalesce(f.progress, 'not-started') = ?", state not in ("", "overdue"), state),
    ):
        if wanted:
            where.append(condition)
            values += given
    # In two parts, so that each is walked in the order of an index and no further than is asked for.
    dated = [*where, "f.next_day IS NOT NULL"]
    undated = [*where, "f.next_day IS NULL"]
    if waiting:
        undated.append("(f.progress IS NULL OR f.progress NOT IN ('done', 'abandoned'))")
    rows = _part(record, dated, values, limit, offset)
    if limit >= 0 and len(rows) == limit:
        return [_follow(row) for row in rows]
    left = limit - len(rows) if limit >= 0 else -1
    skip = max(0, offset - _count(record, dated, values)) if offset else 0
    return [_follow(row) for row in (*rows, *_part(record, undated, values, left, skip))]


def _part(
    record: Record, where: list[str], values: list[str], limit: int, offset: int
) -> list[tuple[Any, ...]]:
    """Which ones is settled before anything is looked up for them: that costs more than sorting."""
    return record.ask(
        f"{_FOLLOW} WHERE f.rowid IN (SELECT f.rowid FROM followup f WHERE {' AND '.join(where)}"
        f" ORDER BY {_ORDER} LIMIT ? OFFSET ?) ORDER BY {_ORDER}",
        *values,
        limit,
        offset,
    )


def _count(record: Record, where: list[str], values: list[str]) -> int:
    rows = record.ask(f"SELECT count(*) FROM followup f WHERE {' AND '.join(where)}", *values)
    return int(rows[0][0])


def followup(record: Record, meeting: str, matter: str) -> FollowRow | None:
    """One matter, also one that was annulled; or None."""
    rows = record.ask(f"{_FOLLOW} WHERE f.meeting = ? AND f.matter = ?", meeting, matter)
    return _follow(rows[0]) if rows else None


def _follow(row: tuple[Any, ...]) -> FollowRow:
    values = list(row)
    for place in _DAYS:
        values[place] = date.fromisoformat(values[place]) if values[place] else None
    return FollowRow(*values)


def followup_counts(record: Record, day: date, body: str = "") -> dict[str, int]:
    """How many matters that stand are overdue on `day` (`overdue`), and how many in each state; `all` together.

    One of which nothing was reported yet counts as `not-started`.
    """
    spread = followup_spread(record, day, day, body)
    counts: dict[str, int] = {}
    for states in spread.values():
        for state, count in states.items():
            counts[state] = counts.get(state, 0) + count
    return {
        **counts,
        "all": sum(counts.values()),
        "overdue": sum(spread["overdue"].values()),
    }


def followup_spread(
    record: Record, day: date, soon: date, body: str = ""
) -> dict[str, dict[str, int]]:
    """How many matters that stand are overdue on `day`, due by `soon`, or neither; each by state.

    Keys `overdue`, `soon`, `later`; what has no day is among the last.
    """
    found: dict[str, dict[str, int]] = {"overdue": {}, "soon": {}, "later": {}}
    own = " AND body = ?" if body else ""
    rows = record.ask(
        "SELECT CASE WHEN next_day < ? THEN 'overdue' WHEN next_day <= ? THEN 'soon' ELSE 'later' END,"
        " coalesce(progress, 'not-started'), count(*) FROM followup"
        f" WHERE stands = 1{own} GROUP BY 1, 2",
        day.isoformat(),
        soon.isoformat(),
        *([body] if body else []),
    )
    for when, state, count in rows:
        found[when][state] = count
    return found


def late(record: Record, day: date) -> int:
    """How many matters that stand are overdue on `day`, in all bodies."""
    rows = record.ask(
        "SELECT count(*) FROM followup WHERE stands = 1 AND next_day < ?", day.isoformat()
    )
    return rows[0][0]


def calls(
    record: Record, *, running: bool = False, body: str = "", limit: int = -1
) -> list[CallRow]:
    """Calls to departments, newest first; or those alone that nobody has come for, settled or withdrawn."""
    rows = record.ask(
        "SELECT call, body, department, matter, place, caller, minutes, meeting, decision,"
        " made_at, received_at,"
        " arrived_at, arrived_who, settled, assessment, assessed_at, withdrawn FROM call WHERE ? IN ('', body)"
        " AND (NOT ? OR arrived_at IS NULL AND settled IS NULL AND withdrawn IS NULL)"
        " ORDER BY made_at DESC, call LIMIT ?",
        body,
        running,
        limit,
    )
    return [CallRow(*row) for row in rows]


def intakes(
    record: Record, *, waiting: bool = False, body: str = "", limit: int = -1
) -> list[IntakeRow]:
    """Matters that came in, newest first; or those alone that are neither answered nor passed on."""
    rows = record.ask(
        "SELECT intake, body, source, source_name, reference, title, text, received_on, answer_by, received_at,"
        " settled, settled_at, settled_text, settled_to,"
        " coalesce((SELECT i.meeting FROM agenda_item i JOIN meeting k ON k.meeting = i.meeting"
        "  WHERE i.source = 'intake/' || intake AND i.state != 'withdrawn' ORDER BY k.planned"
        " DESC LIMIT 1), '')"
        " FROM intake WHERE ? IN ('', body) AND (NOT ? OR settled IS NULL)"
        " ORDER BY received_at DESC, intake LIMIT ?",
        body,
        waiting,
        limit,
    )
    return [IntakeRow(*row) for row in rows]


def links(record: Record, meeting: str, number: int) -> list[LinkRow]:
    """What a decision does to earlier ones, and what later ones do to it; oldest first."""
    out = record.ask(
        "SELECT l.kinship, 1, d.meeting, d.number, d.term, d.title, d.made_at, l.clause, s.annulled_at IS NULL"
        " FROM decision_link l JOIN decision d ON d.meeting = l.to_meeting AND d.number = l.to_number"
        " JOIN decision s ON s.meeting = l.meeting AND s.number = l.number"
        " WHERE l.meeting = ? AND l.number = ? ORDER BY d.made_at, d.meeting, d.number",
        meeting,
        number,
    )
    into = record.ask(
        "SELECT l.kinship, 0, d.meeting, d.number, d.term, d.title, d.made_at, l.clause, d.annulled_at IS NULL"
        " FROM decision_link l JOIN decision d ON d.meeting = l.meeting AND d.number = l.number"
        " WHERE l.to_meeting = ? AND l.to_number = ? ORDER BY d.made_at, d.meeting, d.number",
        meeting,
        number,
    )
    return [
        LinkRow(kinship, bool(o), *rest, bool(stands))  # pyright: ignore[reportCallIssue]
        for kinship, o, *rest, stands in (*out, *into)
    ]
