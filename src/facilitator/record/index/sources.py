"""Reading the documents of one meeting from the registers: one function for each thing that can be found.

A register that brings something new to find is one more function in `SOURCES`; where a change of one history
touches documents of another, `touched` has to know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from facilitator.record.index.docs import NOBODY, Doc, Kind, More, Result
from facilitator.rules.outcome import Verdict

Ask = Callable[..., list[tuple[Any, ...]]]
"""Runs a SELECT with its values."""


class Person(NamedTuple):
    """Somebody's name, and in which history it stands."""

    name: str
    stream: str


@dataclass(slots=True)
class Scene:
    """One meeting while it is read."""

    ask: Ask
    meeting: str
    body: str
    term: int
    format: str
    title: str
    at: datetime
    cancelled: bool
    people: dict[str, Person]
    results: dict[str, list[Result]] = field(default_factory=dict[str, list[Result]])
    """What came out of the motions on each item, filled by the sources of decisions and motions."""

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        """The rows of this meeting; `question` has one place for it."""
        return self.ask(question, self.meeting)

    def named(self, *ids: str) -> tuple[str, frozenset[str]]:
        """Their names, those of them that are known; and all of them as `stream person`."""
        once = [key for key in dict.fromkeys(ids) if key]
        names = "、".join(self.people[key].name for key in once if key in self.people)
        nobody = Person("", f"body/{self.body}")
        return names, frozenset(f"{self.people.get(key, nobody).stream} {key}" for key in once)

    def doc(self, key: str, kinds: tuple[Kind, ...], at: str, title: str, **more: Any) -> Doc:
        """A document of this meeting."""
        return Doc(
            meeting=self.meeting,
            key=key,
            kinds=kinds,
            body=self.body,
            format=self.format,
            at=datetime.fromisoformat(at) if at else self.at,
            title=title or self.title,
            **more,
        )


def docs_of(ask: Ask, meeting: str) -> list[Doc]:
    """Everything that can be found of a meeting, oldest first; nothing if there is no such meeting."""
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


def decisions(scene: Scene) -> Iterator[Doc]:
    """Decisions, with what was reported of them later."""
    rows = scene.rows(
        "SELECT d.number, d.term, d.title, d.text, d.made_at, d.annulled_at, coalesce(d.task, ''),"
        " coalesce(f.implementer, d.implementer, ''), f.progress, p.in_favour, p.base_size, m.item,"
        " m.mover, EXISTS (SELECT 1 FROM decision_link l JOIN decision n ON n.meeting = l.meeting"
        " AND n.number = l.number WHERE l.to_meeting = d.meeting AND l.to_number = d.number"
        " AND l.kinship = 'repeals' AND n.annulled_at IS NULL)"
        " FROM decision d JOIN motion m ON m.meeting = d.meeting AND m.motion = d.motion"
        " LEFT JOIN poll p ON p.meeting = d.meeting AND p.poll = d.poll"
        " LEFT JOIN followup f ON f.meeting = d.meeting AND f.matter = cast(d.number AS TEXT)"
        " WHERE d.meeting = ? ORDER BY d.number"
    )
    for row in rows:
        number, term, title, text, made, annulled, task, implementer, progress = row[:9]
        in_favour, base, item, mover, repealed = row[9:]
        told = _told(scene, str(number)) + _reviewed(scene, number)
        result = Result.PASSED if annulled is None else Result.ANNULLED
        if repealed and annulled is None:
            result = Result.REPEALED
        scene.results.setdefault(item, []).append(result)
        who, people = scene.named(mover)
        yield scene.doc(
            str(number),
            (Kind.DECISION, Kind.FOLLOW_UP) if told else (Kind.DECISION,),
            made,
            title,
            text=_lines(text, implementer, task, *told),
            who=who,
            people=people,
            outcome=result,
            implementation=progress or ("not-started" if implementer else NOBODY),
            more=More(number, term, in_favour, base),
        )


def _told(scene: Scene, matter: str) -> list[str]:
    """What was entered in the follow-up of a matter, as it was written."""
    rows = scene.ask(
        "SELECT kind, body FROM followup_entry WHERE meeting = ? AND matter = ? AND struck IS NULL"
        " ORDER BY version",
        scene.meeting,
        matter,
    )
    found: list[str] = []
    for kind, body in rows:
        entry = msgspec.json.decode(body)
        names = (*WRITTEN, "what") if kind == "followup.review-planned" else WRITTEN
        found += [entry[name] for name in names if isinstance(entry.get(name), str)]
    return list(dict.fromkeys(found))


WRITTEN = ("text", "by", "reason", "implementer", "to", "clause", "places")
"""Fields of an entry in a follow-up that somebody wrote; `what` is elsewhere a code."""


def _reviewed(scene: Scene, number: int) -> list[str]:
    """What later meetings were told of a decision."""
    rows = scene.ask(
        "SELECT r.text, r.evidence FROM meeting m JOIN review r ON r.meeting = m.meeting"
        " WHERE m.body = ? AND m.term = ? AND r.decision = ? ORDER BY r.at",
        scene.body,
        scene.term,
        number,
    )
    return [text for row in rows for text in row if text]


def motions(scene: Scene) -> Iterator[Doc]:
    """Motions that became no decision; amendments stand in the minutes of their item."""
    rows = scene.rows(
        "SELECT m.motion, m.item, coalesce(nullif(m.title, ''), i.title, ''), m.text, m.mover, m.at, m.reason,"
        " m.state FROM motion m LEFT JOIN agenda_item i ON i.meeting = m.meeting AND i.item = m.item"
        " WHERE m.meeting = ? AND m.amends = '' AND NOT EXISTS (SELECT 1 FROM decision d"
        " WHERE d.meeting = m.meeting AND d.motion = m.motion) ORDER BY m.rowid"
    )
    polls = _last_polls(scene) if rows else {}
    for motion, item, title, text, mover, at, reason, state in rows:
        verdict, in_favour, base = polls.get(motion, (None, None, None))
        voted = verdict is not None and state not in ("withdrawn", "postponed")
        result = Result.NOT_PASSED if voted else Result.NOT_VOTED
        scene.results.setdefault(item, []).append(result)
        who, people = scene.named(mover)
        yield scene.doc(
            motion,
            (Kind.MOTION,),
            at,
            title,
            text=_lines(text, reason),
            who=who,
            people=people,
            outcome=result,
            more=More(in_favour=in_favour, base=base),
        )


def _last_polls(scene: Scene) -> dict[str, tuple[str, int | None, int | None]]:
    """The last vote on each motion that was closed with a verdict; a void one is none."""
    rows = scene.rows(
        "SELECT motion, verdict, in_favour, base_size FROM poll WHERE meeting = ?"
        " AND verdict IS NOT NULL ORDER BY opened_at"
    )
    valid = (row for row in rows if row[1] != Verdict.NOT_VALID)
    return {motion: (verdict, in_favour, base) for motion, verdict, in_favour, base in valid}


def items(scene: Scene) -> Iterator[Doc]:
    """Topics on the agenda with what was said on them; lines on no item go under the meeting's title."""
    said = _minutes(scene)
    rows = scene.rows(
        "SELECT item, title, text, proposer, reason FROM agenda_item WHERE meeting = ? ORDER BY rowid"
    )
    for item, title, text, proposer, reason in rows:
        minutes = said.pop(item, None)
        if minutes is None and scene.cancelled:
            continue
        who, people = scene.named(proposer)
        lines = minutes or Minutes("")
        yield scene.doc(
            item,
            (Kind.MINUTES, Kind.ITEM) if minutes else (Kind.ITEM,),
            lines.at,
            title,
            text=_lines(text, reason, *lines.lines),
            who=who or proposer,
            people=people | lines.people,
            outcome=_best(scene.results.get(item, ())),
        )
    for item, minutes in said.items():
        text = _lines(*minutes.lines)
        yield scene.doc(
            item, (Kind.MINUTES,), minutes.at, "", text=text, people=frozenset(minutes.people)
        )


def _best(results: Iterable[Result]) -> Result:
    """What came out of the votes on an item; what became of a decision later is the decision's."""
    found = set(results)
    if found & {Result.PASSED, Result.REPEALED}:
        return Result.PASSED
    voted = found & {Result.NOT_PASSED, Result.ANNULLED}
    return Result.NOT_PASSED if voted else Result.NOT_VOTED


@dataclass(slots=True)
class Minutes:
    """What is written under one item, a line each, and when the first of it was."""

    at: str
    lines: list[str] = field(default_factory=list[str])
    people: set[str] = field(default_factory=set[str])


def _minutes(scene: Scene) -> dict[str, Minutes]:
    rows = scene.rows(
        "SELECT item, at, speaker, text, '' FROM note WHERE meeting = ?1 AND struck IS NULL"
        " UNION ALL SELECT item, at, '', matter, text || ' ' || evidence FROM review WHERE meeting = ?1"
        " UNION ALL SELECT item, at, mover, text, becomes FROM motion"
        " WHERE meeting = ?1 AND amends <> '' ORDER BY at"
    )
    found: dict[str, Minutes] = {}
    for item, at, speaker, *texts in rows:
        one = found.setdefault(item, Minutes(at))
        who, people = scene.named(speaker)
        line = " ".join(text for text in texts if text)
        one.lines.append(f"{who}：{line}" if who else line)
        one.people |= people
    return found


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
            text=_lines(why, reason, report or "", *texts, others),
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
        told = _told(scene, f"group/{group}")
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
            text=_lines(step, dissolved, others, *told),
            who=who,
            people=people | more_people,
            implementation=progress or "not-started",
        )


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


SOURCES: tuple[Callable[[Scene], Iterator[Doc]], ...] = (decisions, motions, items, topics, groups)
"""What can be found; `items` comes after those that say what came out of their motions."""


def touched(ask: Ask, stream: str) -> set[str]:
    """The meetings whose documents may be others after something was recorded in `stream`.

    Those that name somebody who was corrected or erased are found by the index itself: see `renamed`.
    """
    room, _, name = stream.partition("/")
    if room == "meeting":
        return {name, *_reviewed_in(ask, name), *_linked_from(ask, name)}
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
