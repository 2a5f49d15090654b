"""The list of decisions, each with its vote, who carries it out, how far that is, and what became of it."""

from __future__ import annotations

from facilitator.data import dataclass
from facilitator.record.archive import Record


@dataclass(frozen=True, slots=True)
class Decided:
    """One line of the list; times and days as ISO text, money in fen (0.01 yuan)."""

    body: str
    body_name: str
    format: str
    term: int
    number: int
    made_at: str
    meeting: str
    meeting_title: str
    title: str
    text: str
    outcome: str
    """passed, annulled or repealed."""
    in_favour: int | None
    against: int | None
    abstained: int | None
    base: int | None
    needed: int | None
    implementer: str
    task: str
    due: str | None
    implementation: str
    """A `Progress`, or "none" where nobody has to carry it out."""
    residents: str
    """What residents say of it (`View`), or ""."""
    granted_fen: int
    paid_fen: int
    changed_by: str
    """Later decisions that amend or repeal it, a line each: what they do, when, and their title."""
    sample: int = 0
    """1 where all of it is invented."""


_QUESTION = """SELECT d.body, b.name, m.format, d.term, d.number, d.made_at, d.meeting, m.title,
  d.title, d.text,
  CASE WHEN d.annulled_at IS NOT NULL THEN 'annulled' WHEN EXISTS (
    SELECT 1 FROM decision_link l JOIN decision n ON n.meeting = l.meeting AND n.number = l.number
    WHERE l.to_meeting = d.meeting AND l.to_number = d.number AND l.kinship = 'repeals'
    AND n.annulled_at IS NULL) THEN 'repealed' ELSE 'passed' END,
  p.in_favour, p.against, p.abstained, p.base_size, p.needed,
  coalesce(f.implementer, d.implementer, ''), coalesce(d.task, ''), coalesce(f.due, d.due),
  coalesce(f.progress, CASE WHEN coalesce(f.implementer, d.implementer, '') = '' THEN 'none'
    ELSE 'not-started' END),
  coalesce(f.view, ''), coalesce(f.granted_fen, d.money_fen, 0), coalesce(f.paid_fen, 0),
  coalesce((SELECT group_concat(l.kinship || ' ' || substr(n.made_at, 1, 10) || ' ' || n.title, char(10))
    FROM decision_link l JOIN decision n ON n.meeting = l.meeting AND n.number = l.number
    WHERE l.to_meeting = d.meeting AND l.to_number = d.number AND n.annulled_at IS NULL), ''),
  b.sample
FROM decision d JOIN body b ON b.body = d.body JOIN meeting m ON m.meeting = d.meeting
  LEFT JOIN poll p ON p.meeting = d.meeting AND p.poll = d.poll
  LEFT JOIN followup f ON f.meeting = d.meeting AND f.matter = CAST(d.number AS TEXT)
"""
_ORDER = "ORDER BY d.made_at DESC, d.number DESC"


def decided(record: Record) -> list[Decided]:
    """All decisions, newest first, annulled ones among them."""
    return [Decided(*row) for row in record.ask(_QUESTION + _ORDER)]


def decided_at(record: Record, meeting: str) -> list[Decided]:
    """Those of one meeting, newest first."""
    rows = record.ask(f"{_QUESTION} WHERE d.meeting = ? {_ORDER}", meeting)
    return [Decided(*row) for row in rows]


def meetings_with_decisions(record: Record) -> list[str]:
    """The meetings that decided something, newest first."""
    rows = record.ask(
        "SELECT meeting, max(made_at) AS last FROM decision GROUP BY meeting ORDER BY last DESC"
    )
    return [meeting for meeting, _ in rows]
