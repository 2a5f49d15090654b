"""Questions about who took part: by meeting, by seat group, by who invited whom. Answers are plain rows."""

from __future__ import annotations

from facilitator.record.archive import Record
from facilitator.rules.taking_part import CommunityRow, InvitedRow, TurnoutRow, VoteRow


def turnout(record: Record, body: str, *, since: str = "") -> list[TurnoutRow]:
    """Every held meeting of a body by seat group, oldest first; `since` is a day as ISO text."""
    rows = record.ask(
        "SELECT m.meeting, m.title, m.opened_at, m.format, g.seat_group, g.title_zh, g.title_en, g.seats,"
        " (SELECT count(*) FROM mandate h WHERE h.meeting = m.meeting AND h.seat_group = g.seat_group),"
        " (SELECT count(*) FROM mandate h WHERE h.meeting = m.meeting AND h.seat_group = g.seat_group"
        "  AND EXISTS (SELECT 1 FROM stay s WHERE s.meeting = h.meeting AND s.person = h.member"
        "   AND s.struck IS NULL)),"
        " (SELECT count(*) FROM mandate h JOIN excused e ON e.meeting = h.meeting AND e.member = h.member"
        "  WHERE h.meeting = m.meeting AND h.seat_group = g.seat_group),"
        " EXISTS (SELECT 1 FROM mandate h JOIN stay s ON s.meeting = h.meeting AND s.person = h.member"
        "  AND s.struck IS NULL WHERE h.meeting = m.meeting)"
        " FROM meeting m JOIN meeting_group g ON g.meeting = m.meeting"
        " WHERE m.body = ? AND m.opened_at IS NOT NULL AND m.cancelled IS NULL AND m.opened_at >= ?"
        " ORDER BY m.opened_at, m.meeting, g.position",
        body,
        since,
    )
    return [TurnoutRow(*row[:-1], counted=bool(row[-1])) for row in rows]


def votes(record: Record, body: str, *, since: str = "") -> list[VoteRow]:
    """How each seat group voted in every vote of a body that counts, oldest first."""
    rows = record.ask(
        "SELECT p.meeting, p.poll, p.closed_at, coalesce(nullif(o.title, ''), i.title, ''), p.verdict,"
        " coalesce(d.number, 0), v.seat_group, v.in_office, v.present, v.recused, v.in_favour, v.against,"
        " v.abstained FROM group_vote v JOIN poll p ON p.meeting = v.meeting AND p.poll = v.poll"
        " JOIN meeting m ON m.meeting = p.meeting"
        " LEFT JOIN motion o ON o.meeting = p.meeting AND o.motion = p.motion"
        " LEFT JOIN agenda_item i ON i.meeting = o.meeting AND i.item = o.item"
        " LEFT JOIN decision d ON d.meeting = p.meeting AND d.poll = p.poll AND d.annulled_at IS NULL"
        " LEFT JOIN meeting_group g ON g.meeting = v.meeting AND g.seat_group = v.seat_group"
        " WHERE m.body = ? AND p.closed_at >= ? ORDER BY p.closed_at, p.meeting, p.poll, g.position",
        body,
        since,
    )
    return [VoteRow(*row) for row in rows]


def community(record: Record, body: str) -> list[CommunityRow]:
    """The community's own numbers, oldest first."""
    rows = record.ask(
        "SELECT as_of, seat_group, people, source FROM community WHERE body = ? ORDER BY as_of, seat_group",
        body,
    )
    return [CommunityRow(*row) for row in rows]


def invited(record: Record, body: str, *, since: str = "") -> list[InvitedRow]:
    """Who asked those without a seat to come, for every held meeting of a body; oldest first, most first."""
    rows = record.ask(
        "SELECT m.meeting, m.opened_at, coalesce(p.invited_by, ''), count(*),"
        " sum(EXISTS (SELECT 1 FROM stay s WHERE s.meeting = o.meeting AND s.person = o.person"
        "  AND s.struck IS NULL))"
        " FROM observer o JOIN meeting m ON m.meeting = o.meeting"
        " LEFT JOIN person p ON p.stream = 'meeting/' || o.meeting AND p.person = o.person"
        " WHERE m.body = ? AND m.opened_at IS NOT NULL AND m.cancelled IS NULL AND m.opened_at >= ?"
        " GROUP BY m.meeting, coalesce(p.invited_by, '') ORDER BY m.opened_at, m.meeting, count(*) DESC, 3",
        body,
        since,
    )
    return [InvitedRow(*row) for row in rows]
