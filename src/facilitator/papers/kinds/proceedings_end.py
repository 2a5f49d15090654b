"""What came of the day, for the book: dots, clusters, action groups, decisions, and who was there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from facilitator.meeting.decisions import Decision
from facilitator.meeting.forum.convergence import Ranked, Way, ranking
from facilitator.meeting.forum.groups import Group
from facilitator.meeting.forum.wall import TopicState
from facilitator.papers.kinds.cells import (
    between,
    bold,
    history,
    label,
    left,
    mid,
    row,
    say,
)
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.kinds.forum import title
from facilitator.papers.kinds.lists import people
from facilitator.papers.kinds.matters import day_words, decision_title, implementer, standing
from facilitator.papers.kinds.roll import attended, roll
from facilitator.papers.model import (
    BlockKind,
    Cell,
    Heading,
    Paragraph,
    Row,
    RowKind,
    Table,
    Text,
)
from facilitator.words.figures import Unit, counted, date_words
from facilitator.words.outcomes import decision_words, outcome_sentence


def focus(c: Clerk) -> Iterator[BlockKind]:
    """Dots with their sum, or that the space was opened again; and what conveners put together."""
    t, found = c.t, c.meeting.convergence
    if found.way is Way.REOPEN:
        acting = [one for one in c.meeting.wall.counted() if one.acting]
        said = t("No dots were put up: the space was opened again to plan what to do.")
        more = (
            t("New topics then: {topics}.", topics=c.listing(map(title, acting))) if acting else ""
        )
        yield Paragraph(say(c.sentences(said, more)))
    elif found.dots:
        yield from _dots(c)
    if found.clusters:
        yield Heading(t("What belongs together"), level=2, listed=False)
        yield _clusters(c)


def _dots(c: Clerk) -> Iterator[BlockKind]:
    t, found = c.t, c.meeting.convergence
    yield Paragraph(
        say(
            t(
                "{people} had {each} dots each. Dots show what people want to go on with; no topic wins or "
                "loses by them, and each keeps its page.",
                people=counted(found.people, Unit.PEOPLE, c.lang),
                each=found.each,
            )
        )
    )
    ranked = ranking(c.meeting)
    most = max((one.dots for one in ranked), default=0)
    heads = (
        t.within("dots", "Rank"),
        t.within("topic", "No."),
        t.within("topic", "Topic"),
        t.within("dots", "Dots"),
    )
    rows = [row(*heads, kind=RowKind.HEAD)]
    rows += [_ranked(c, one, most) for one in ranked]
    rows.append(_sum(c))
    yield Table(widths=(8, 8, 60, 24), rows=tuple(rows))
    if not found.fits:
        yield from _does_not_fit(c)


def _ranked(c: Clerk, one: Ranked, most: int) -> Row:
    """A topic with its dots; the number that a correction replaced stays readable, struck."""
    t = c.t
    changes = [change for change in c.meeting.convergence.changes if change.field == one.topic.id]
    figures = history([*(change.old for change in changes), str(one.dots)])
    dots = Cell(figures, align="center", bar=one.dots / most if most else 0.0)
    not_held = one.topic.state is TopicState.NOT_HELD
    name = left(one.topic.title, c.brackets(t.within("topic", "not held")) if not_held else "")
    return Row((mid(str(one.rank)), mid(f"{one.topic.number:02}"), name, dots))


def _sum(c: Clerk) -> Row:
    """The sum there is beside the sum there has to be."""
    t, found = c.t, c.meeting.convergence
    check = t("{people} × {each} = {n}", people=found.people, each=found.each, n=found.expected)
    fits = t("the sum fits") if found.fits else t("the sum does not fit")
    text = Cell(say(c.joined(t("Control sum: {sum}", sum=check), fits)), span=2)
    total = (mid(t.within("column", "Total")), mid(""))
    name = Cell(text.text)
    return Row((*total, name, mid(bold(str(found.counted)))), RowKind.TOTAL)


def _does_not_fit(c: Clerk) -> Iterator[BlockKind]:
    t, found = c.t, c.meeting.convergence
    off = found.counted - found.expected
    said = t(
        "The dots do not add up: {counted} were counted, {expected} had been given out.",
        counted=found.counted,
        expected=found.expected,
    )
    differ = (
        t.many("That is {n} dot too many.", "That is {n} dots too many.", off)
        if off > 0
        else t.many("That is {n} dot fewer.", "That is {n} dots fewer.", -off)
    )
    kept = t("The numbers stand as they were read from the sheets; nothing was evened out.")
    yield Paragraph(say(bold(c.sentences(said, differ)), c.space, kept), indented=False)


def _clusters(c: Clerk) -> Table:
    t, found = c.t, c.meeting.convergence
    heads = (t.within("cluster", "Name"), t("Topics"), t("Initiator"))
    rows = [row(*heads, kind=RowKind.HEAD)]
    for one in found.clusters.values():
        topics = "\n".join(title(c.meeting.wall.topic(topic)) for topic in one.topics)
        who = c.name(one.initiator) if one.initiator else "—"
        rows.append(Row((left(bold(one.title)), left(topics), mid(who))))
    return Table(widths=(32, 50, 18), rows=tuple(rows))


def groups(c: Clerk) -> Iterator[BlockKind]:
    """Every group that goes on, with its first step and day; contacts never in public."""
    t = c.t
    for group in c.meeting.groups.going():
        yield Heading(group.title, level=2)
        yield _group(c, group)
    gone = [one for one in c.meeting.groups.all.values() if one.dissolved]
    for group in gone:
        why = c.bare(c.told(group.dissolved))
        said = t("{group} does not go on: {reason}.", group=group.title, reason=why)
        yield Paragraph(say(said), indented=False, small=True)
    if any(group.contact for group in c.meeting.groups.going()):
        told = (
            t(
                "How to reach a group is left out of the public version; the residents' committee knows."
            )
            if c.public
            else t("How to reach a group is printed only where whoever it reaches agreed to that.")
        )
        yield Paragraph(say(told), indented=False, small=True)


def _group(c: Clerk, group: Group) -> Table:
    t = c.t
    days = [_day(c, change.old) for change in group.changes if change.field == "due"]
    steps = [c.told(change.old) for change in group.changes if change.field == "first_step"]
    due = history([*days, day_words(c, group.due) if group.due else t("no day")])
    facts: list[tuple[str, Text]] = [
        (t("First step"), history([*steps, c.told(group.first_step)])),
        (t.within("group", "By"), due),
        (t.within("group", "Lead"), say(c.name(group.lead))),
    ]
    if group.members:
        n = counted(len(group.members) + 1, Unit.PEOPLE, c.lang)
        names = say(n) if c.public else say(people(c, group.members), c.brackets(n))
        facts.append((t("Members"), names))
    if group.topics:
        topics = (title(c.meeting.wall.topic(one)) for one in group.topics)
        facts.append((t("Topics"), between(c.comma, topics)))
    if group.contact and not c.public:
        facts.append((t("To reach them"), say(group.contact)))
    rows = tuple(Row((label(name), Cell(told))) for name, told in facts)
    return Table(widths=(14, 86), rows=rows, keep=True)


def _day(c: Clerk, iso: str) -> str:
    return date_words(date.fromisoformat(iso), c.lang) if iso else c.t("no day")


def decisions(c: Clerk) -> Iterator[BlockKind]:
    """What was voted on and carried, word for word, with the vote; the record has all the rest."""
    for decision in standing(c):
        yield Heading(
            f"{decision_words(decision.number, c.lang)}　{decision_title(c, decision)}", level=2
        )
        yield from _decision(c, decision)


def _decision(c: Clerk, decision: Decision) -> Iterator[BlockKind]:
    t = c.t
    poll = c.meeting.polls.all[decision.poll]
    for line in poll.text.split("\n"):
        if line.strip():
            yield Paragraph(say(line.strip()))
    assert poll.outcome is not None  # nothing is decided without one
    outcome = outcome_sentence(poll.outcome, c.lang, charter=c.charter)
    yield Paragraph(say(c.ended(outcome)))
    who = implementer(c, decision)
    if who:
        yield Paragraph(say(t("This decision is carried out by {name}.", name=who)))


def participants(c: Clerk) -> Iterator[BlockKind]:
    """Everybody who signed in; nobody in the public version."""
    t = c.t
    if c.public:
        return
    members = roll(c, "").came
    others = [one for one in c.meeting.attendance.observers if attended(c.meeting, one)]
    if members:
        yield Heading(c.members[:1].upper() + c.members[1:], level=2)
        yield Paragraph(people(c, members), indented=False)
    if others:
        yield Heading(t("Others"), level=2)
        yield Paragraph(people(c, others), indented=False)
