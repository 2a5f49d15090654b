"""What can be found of a council's evening: decisions, motions, topics with what was said on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field

from facilitator.data import dataclass
from facilitator.record.index.docs import NOBODY, Doc, Kind, More, Result
from facilitator.record.index.scene import Scene, followed, joined
from facilitator.record.matters import ABOUT
from facilitator.rules.outcome import Verdict


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
        told = followed(scene, str(number)) + _reviewed(scene, number)
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
            text=joined(text, implementer, task, *told),
            who=who,
            people=people,
            outcome=result,
            implementation=progress or ("not-started" if implementer else NOBODY),
            more=More(number, term, in_favour, base),
        )


def _reviewed(scene: Scene, number: int) -> list[str]:
    """What later meetings were told of a decision."""
    rows = scene.ask(
        f"SELECT r.text, r.evidence FROM review r {ABOUT} WHERE d.meeting = ? AND d.number = ?"
        " ORDER BY r.at",
        scene.meeting,
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
            text=joined(text, reason),
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
        said_here = minutes or Minutes("")
        yield scene.doc(
            item,
            (Kind.MINUTES, Kind.ITEM) if minutes else (Kind.ITEM,),
            said_here.at,
            title,
            text=joined(text, reason, *said_here.lines),
            who=who or proposer,
            people=people | said_here.people,
            outcome=_best(scene.results.get(item, ())),
        )
    for item, minutes in said.items():
        text = joined(*minutes.lines)
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
