"""Views for people who open an archive with another program: what they ask first, with names beside ids.

They are questions to the registers, kept in the file. Nothing of ours reads them; `docs/archive.md` tells what
every column is, and a test holds it to them. None has to sort a whole table before it shows its first rows.
"""

from __future__ import annotations

from facilitator.record.registers import View


def _name(person: str, meeting: str, body: str) -> str:
    """The name of somebody whom a body or a meeting alone knows; "" when it was erased."""
    known = "SELECT p.name FROM person p WHERE p.stream = '{}' || {} AND p.person = {}"
    of_body, of_meeting = (
        known.format(room, name, person) for room, name in (("body/", body), ("meeting/", meeting))
    )
    return f"coalesce(({of_body}), ({of_meeting}), '')"


MEETINGS = View(
    "list_meetings",
    """SELECT b.name AS body_name, m.meeting, m.term, m.ordinal, m.title, m.format, m.planned, m.place,
  m.phase, m.opened_at, m.closed_at, m.cancelled,
  (SELECT count(*) FROM mandate e WHERE e.meeting = m.meeting) AS members,
  (SELECT count(DISTINCT s.person) FROM stay s JOIN mandate e ON e.meeting = s.meeting AND e.member = s.person
    WHERE s.meeting = m.meeting AND s.struck IS NULL) AS members_present,
  (SELECT count(DISTINCT s.person) FROM stay s JOIN observer o ON o.meeting = s.meeting AND o.person = s.person
    WHERE s.meeting = m.meeting AND s.struck IS NULL) AS others_present,
  (SELECT count(*) FROM agenda_item i WHERE i.meeting = m.meeting) AS items,
  (SELECT count(*) FROM decision d WHERE d.meeting = m.meeting AND d.annulled_at IS NULL) AS decisions
FROM meeting m JOIN body b ON b.body = m.body
ORDER BY m.planned DESC, m.meeting DESC""",
)

DECISIONS = View(
    "list_decisions",
    """SELECT b.name AS body_name, d.term, d.number, substr(d.made_at, 1, 10) AS made_on, d.title, d.text,
  CASE WHEN d.annulled_at IS NOT NULL THEN 'annulled'
    WHEN EXISTS (SELECT 1 FROM decision_link l JOIN decision n ON n.meeting = l.meeting AND n.number = l.number
      WHERE l.to_meeting = d.meeting AND l.to_number = d.number AND l.kinship = 'repeals'
      AND n.annulled_at IS NULL) THEN 'repealed'
    WHEN EXISTS (SELECT 1 FROM decision_link l JOIN decision n ON n.meeting = l.meeting AND n.number = l.number
      WHERE l.to_meeting = d.meeting AND l.to_number = d.number AND l.kinship = 'amends'
      AND n.annulled_at IS NULL) THEN 'amended'
    ELSE 'in force' END AS standing,
  p.method, p.rule, p.in_favour, p.against, p.abstained, p.present, p.base, p.base_size, p.share, p.needed,
  d.implementer, d.task, coalesce(f.due, d.due) AS due, f.progress, f.progress_on,
  f.view AS residents_view, f.view_on AS residents_view_on, f.next_day,
  d.money_fen / 100.0 AS money_yuan, f.paid_fen / 100.0 AS paid_yuan,
  f.posted_from, f.posted_until, f.objections, d.meeting, d.motion, d.poll
FROM decision d JOIN body b ON b.body = d.body
LEFT JOIN poll p ON p.meeting = d.meeting AND p.poll = d.poll
LEFT JOIN followup f ON f.meeting = d.meeting AND f.matter = CAST(d.number AS TEXT)
ORDER BY d.made_at DESC, d.number DESC""",
)

VOTES_BY_GROUP = View(
    "list_votes_by_group",
    """SELECT b.name AS body_name, m.planned, o.title AS motion_title, p.verdict, d.number AS decision,
  g.seat_group, t.title_zh AS group_zh, t.title_en AS group_en, g.seats, g.in_office, g.present, g.recused,
  g.in_favour, g.against, g.abstained, p.closed_at, g.meeting, g.poll
FROM group_vote g JOIN poll p ON p.meeting = g.meeting AND p.poll = g.poll
JOIN meeting m ON m.meeting = g.meeting JOIN body b ON b.body = m.body
LEFT JOIN motion o ON o.meeting = p.meeting AND o.motion = p.motion
LEFT JOIN meeting_group t ON t.meeting = g.meeting AND t.seat_group = g.seat_group
LEFT JOIN decision d ON d.meeting = p.meeting AND d.poll = p.poll
ORDER BY g.meeting DESC, g.poll, t.position""",
)

_STAYS = "FROM stay s WHERE s.meeting = w.meeting AND s.person = w.{person} AND s.struck IS NULL"


def _attendance(table: str, person: str, capacity: str, seat_group: str) -> str:
    """Whoever was to come, or came, of one sort."""
    stays = _STAYS.format(person=person)
    return f"""SELECT b.name AS body_name, m.planned, w.{person} AS person,
  {_name(f"w.{person}", "w.meeting", "m.body")} AS name, {capacity} AS capacity, {seat_group} AS seat_group,
  EXISTS (SELECT 1 {stays}) AS present, (SELECT min(s.came) {stays}) AS came,
  (SELECT max(s.left) {stays}) AS left_last,
  (SELECT x.reason FROM excused x WHERE x.meeting = w.meeting AND x.member = w.{person}) AS excused, w.meeting
FROM {table} w JOIN meeting m ON m.meeting = w.meeting JOIN body b ON b.body = m.body"""


ATTENDANCE = View(
    "list_attendance",
    _attendance("mandate", "member", "'member'", "w.seat_group")
    + "\nUNION ALL\n"
    + _attendance("observer", "person", "w.capacity", "''"),
)

MINUTES = View(
    "list_minutes",
    f"""SELECT b.name AS body_name, m.planned, i.title AS item_title, n.at, n.kind,
  {_name("n.speaker", "n.meeting", "m.body")} AS speaker_name, n.text, n.struck, n.meeting, n.item, n.note
FROM note n JOIN meeting m ON m.meeting = n.meeting JOIN body b ON b.body = m.body
LEFT JOIN agenda_item i ON i.meeting = n.meeting AND i.item = n.item
ORDER BY n.meeting DESC, n.rowid""",
)

FOLLOWUPS = View(
    "list_followups",
    """SELECT b.name AS body_name, f.title, f.decision, f.action, f.stands, f.implementer, f.due,
  f.progress, f.progress_on, f.view AS residents_view, f.view_on AS residents_view_on, f.review_on, f.next_day,
  f.granted_fen / 100.0 AS granted_yuan, f.paid_fen / 100.0 AS paid_yuan,
  f.posted_from, f.posted_until, f.outcome_posted, f.objections, f.objections_open,
  (SELECT count(*) FROM followup_entry e WHERE e.meeting = f.meeting AND e.matter = f.matter
    AND e.struck IS NULL) AS entries,
  (SELECT count(*) FROM followup_file x WHERE x.meeting = f.meeting AND x.matter = f.matter) AS files,
  f.made_at, f.meeting, f.matter
FROM followup f LEFT JOIN body b ON b.body = f.body
ORDER BY f.meeting DESC, f.matter""",
)

FOLLOWUP_ENTRIES = View(
    "list_followup_entries",
    """SELECT b.name AS body_name, f.title, e.at, e.actor, e.kind, json_extract(e.body, '$.text') AS text,
  e.struck, e.body, e.meeting, e.matter, e.entry
FROM followup_entry e JOIN followup f ON f.meeting = e.meeting AND f.matter = e.matter
LEFT JOIN body b ON b.body = f.body
ORDER BY e.meeting DESC, e.matter, e.version""",
)

FILES = View(
    "list_files",
    """SELECT b.name AS body_name, f.title, x.name, x.media, x.size, x.dropped,
  EXISTS (SELECT 1 FROM file c WHERE c.hash = x.hash) AS stored, x.hash, x.meeting, x.matter, x.entry
FROM followup_file x JOIN followup f ON f.meeting = x.meeting AND f.matter = x.matter
LEFT JOIN body b ON b.body = f.body
ORDER BY x.meeting DESC, x.matter, x.entry, x.name""",
)

CALLS = View(
    "list_calls",
    """SELECT b.name AS body_name, c.made_at, c.department, c.matter, c.place, c.caller, c.received_at,
  c.arrived_at, c.arrived_who, c.minutes AS minutes_allowed,
  round((julianday(c.arrived_at) - julianday(c.made_at)) * 1440, 1) AS minutes_until_arrival,
  c.settled, c.assessment, c.assessed_at, c.withdrawn, c.meeting, c.decision, c.call
FROM call c LEFT JOIN body b ON b.body = c.body
ORDER BY c.made_at DESC""",
)

INTAKE = View(
    "list_intake",
    """SELECT b.name AS body_name, n.received_on, n.source, n.source_name, n.reference, n.title, n.text,
  n.answer_by, n.settled, n.settled_at, n.settled_text, n.settled_to,
  (SELECT i.meeting FROM agenda_item i JOIN meeting m ON m.meeting = i.meeting
    WHERE i.source = 'intake/' || n.intake ORDER BY m.planned LIMIT 1) AS meeting, n.intake
FROM intake n LEFT JOIN body b ON b.body = n.body
ORDER BY n.received_on DESC""",
)

TOPICS = View(
    "list_topics",
    f"""SELECT b.name AS body_name, m.planned, t.number, t.title, t.why, t.state,
  (SELECT group_concat(name, ', ') FROM (SELECT {_name("c.person", "c.meeting", "m.body")} AS name
    FROM topic_convener c WHERE c.meeting = t.meeting AND c.topic = t.topic ORDER BY c.position)) AS conveners,
  n.heads AS interested, v.dots, r.heads AS took_part, r.text AS report, t.merged_into, t.split_from,
  t.posted_at, t.meeting, t.topic
FROM topic t JOIN meeting m ON m.meeting = t.meeting JOIN body b ON b.body = m.body
LEFT JOIN interest n ON n.meeting = t.meeting AND n.topic = t.topic
LEFT JOIN dots v ON v.meeting = t.meeting AND v.topic = t.topic
LEFT JOIN session_report r ON r.meeting = t.meeting AND r.topic = t.topic
ORDER BY t.meeting DESC, t.number""",
)

ACTION_GROUPS = View(
    "list_action_groups",
    f"""SELECT b.name AS body_name, m.planned, g.title, {_name("g.lead", "g.meeting", "m.body")} AS lead_name,
  (SELECT count(*) FROM action_member x WHERE x.meeting = g.meeting AND x.action = g.action) AS members,
  g.first_step, coalesce(f.due, g.due) AS due, f.progress, f.progress_on, g.dissolved, g.formed_at,
  g.meeting, g.action
FROM action_group g JOIN meeting m ON m.meeting = g.meeting JOIN body b ON b.body = m.body
LEFT JOIN followup f ON f.meeting = g.meeting AND f.action = g.action
ORDER BY m.planned DESC, g.meeting, g.action""",
)

SELECTION_RESULTS = View(
    "list_selection_results",
    """SELECT b.name AS body_name, m.planned, s.title AS round_title, c.number, c.title, c.place,
  c.asked_fen / 100.0 AS asked_yuan, c.own_fen / 100.0 AS own_yuan, l.place AS rank, l.votes, l.supporters,
  l.fate, CASE WHEN l.fate = 'funded' THEN l.cost_fen ELSE coalesce(p.fen, 0) END / 100.0 AS given_yuan,
  p.reason AS part_reason, c.withdrawn, s.verdict, s.announced_at, c.meeting, c.candidate
FROM candidate c JOIN selection s ON s.meeting = c.meeting
JOIN meeting m ON m.meeting = c.meeting JOIN body b ON b.body = m.body
LEFT JOIN selection_line l ON l.meeting = c.meeting AND l.candidate = c.candidate
LEFT JOIN selection_part p ON p.meeting = c.meeting AND p.candidate = c.candidate
ORDER BY c.meeting DESC, c.number""",
)

SELECTION_BY_GROUP = View(
    "list_selection_votes_by_group",
    """SELECT b.name AS body_name, m.planned, c.number, c.title, g.seat_group, t.title_zh AS group_zh,
  t.title_en AS group_en, g.votes, l.votes AS votes_in_all, l.fate, g.meeting, g.candidate
FROM selection_line_group g JOIN selection_line l ON l.meeting = g.meeting AND l.candidate = g.candidate
JOIN candidate c ON c.meeting = g.meeting AND c.candidate = g.candidate
JOIN meeting m ON m.meeting = g.meeting JOIN body b ON b.body = m.body
LEFT JOIN meeting_group t ON t.meeting = g.meeting AND t.seat_group = g.seat_group
ORDER BY g.meeting DESC, g.candidate DESC, g.seat_group""",
)

VIEWS: tuple[View, ...] = (
    MEETINGS,
    DECISIONS,
    VOTES_BY_GROUP,
    ATTENDANCE,
    MINUTES,
    FOLLOWUPS,
    FOLLOWUP_ENTRIES,
    FILES,
    CALLS,
    INTAKE,
    TOPICS,
    ACTION_GROUPS,
    SELECTION_RESULTS,
    SELECTION_BY_GROUP,
)
