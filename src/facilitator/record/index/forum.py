"""What can be found of a forum: topics with the reports of their groups, and action groups."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.record.index.docs import Doc, Kind, More
from facilitator.record.index.scene import Scene, followed, joined


def topics(scene: Scene) -> Iterator[Doc]:
    """Topics on the wall of a forum, with the report of their group and what was added to it."""
    rows = scene.rows(
        "SELECT t.topic, t.number, t.title, t.why, t.reason, coalesce(r.posted_at, t.posted_at),"
        " r.text, coalesce(r.recorder, '') FROM topic t"
        " LEFT JOIN session_report r ON r.meeting = t.meeting AND r.topic = t.topic"
        " WHERE t.meeting = ? ORDER BY t.number"
    )
    if not rows:
        return
    conveners = _by_topic(
        scene, "SELECT topic, person FROM topic_convener WHERE meeting = ? ORDER BY position"
    )
    present = _by_topic(
        scene, "SELECT topic, person FROM report_participant WHERE meeting = ? ORDER BY position"
    )
    added = _additions(scene)
    for topic, number, title, why, reason, at, report, recorder in rows:
        who, people = scene.named(*conveners.get(topic, ()))
        others, more_people = scene.named(recorder, *present.get(topic, ()))
        texts, adders = added.get(topic, ([], frozenset()))
        yield scene.doc(
            topic,
            (Kind.TOPIC,) if report is None else (Kind.REPORT, Kind.TOPIC),
            at,
            title,
            text=joined(why, reason, report or "", *texts, others),
            who=who,
            people=people | more_people | adders,
            more=More(number),
        )


def _by_topic(scene: Scene, question: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for topic, person in scene.rows(question):
        found.setdefault(topic, []).append(person)
    return found


def _additions(scene: Scene) -> dict[str, tuple[list[str], frozenset[str]]]:
    found: dict[str, tuple[list[str], frozenset[str]]] = {}
    rows = scene.rows("SELECT topic, person, text FROM addition WHERE meeting = ? ORDER BY at")
    for topic, person, text in rows:
        who, people = scene.named(person)
        lines, others = found.get(topic, ([], frozenset()))
        found[topic] = ([*lines, f"{who}：{text}" if who else text], others | people)
    return found


def groups(scene: Scene) -> Iterator[Doc]:
    """Action groups of a forum, with what was reported of them later."""
    rows = scene.rows(
        "SELECT g.action, g.title, g.first_step, g.lead, g.formed_at, coalesce(g.dissolved, ''), f.progress"
        " FROM action_group g LEFT JOIN followup f ON f.meeting = g.meeting"
        " AND f.matter = 'group/' || g.action WHERE g.meeting = ? ORDER BY g.rowid"
    )
    for group, title, step, lead, at, dissolved, progress in rows:
        told = followed(scene, f"group/{group}")
        members = scene.ask(
            "SELECT person FROM action_member WHERE meeting = ? AND action = ? ORDER BY position",
            scene.meeting,
            group,
        )
        who, people = scene.named(lead)
        others, more_people = scene.named(*(person for (person,) in members))
        yield scene.doc(
            group,
            (Kind.GROUP, Kind.FOLLOW_UP) if told else (Kind.GROUP,),
            at,
            title,
            text=joined(step, dissolved, others, *told),
            who=who,
            people=people | more_people,
            implementation=progress or "not-started",
        )
