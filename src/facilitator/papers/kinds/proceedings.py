"""The book of proceedings (会议记录汇编): the theme, the day, the wall, every report, and what follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from facilitator.acts import RuleViolation
from facilitator.meeting.forum.wall import HELD_OR_NOT, Topic, TopicState
from facilitator.papers.kinds.cells import bold, called, say
from facilitator.papers.kinds.clerk import Clerk, clerk, write
from facilitator.papers.kinds.forms import facts, filled, heading
from facilitator.papers.kinds.forum import (
    conveners,
    fate,
    name_of_forum,
    topics,
)
from facilitator.papers.kinds.proceedings_day import day, invitation
from facilitator.papers.kinds.proceedings_end import decisions, focus, groups, participants
from facilitator.papers.kinds.record_end import seal
from facilitator.papers.kinds.wall import beside_wall, wall_tables
from facilitator.papers.material import Material
from facilitator.papers.model import (
    Blanks,
    BlockKind,
    Contents,
    Cover,
    Heading,
    Labelled,
    Layout,
    PageBreak,
    Paper,
    Paragraph,
)
from facilitator.words.figures import date_words, item_number
from facilitator.words.tongue import mark_in

BLOCKS = (
    "cover",
    "contents",
    "invitation",
    "day",
    "wall",
    "reports",
    "focus",
    "groups",
    "decisions",
    "seal",
)
"""What a book is made of, in the usual order."""
ASKED = ("participants",)
"""What is in it only when it is asked for, and never in the public version."""
SPARE_LINES = 5
WALL_ACROSS = 4
"""Slots side by side on an upright page."""

Maker = Callable[[Clerk], Iterable[BlockKind]]


def proceedings(material: Material) -> list[Paper]:
    """The book; refused (`nothing-to-print`) while no topic was posted."""
    blocks = _chosen(material.blocks)
    c = clerk(material)
    topics(c, "proceedings")
    t = c.t
    made: list[BlockKind] = []
    chapter = 0
    for block in blocks:
        if block in _PLAIN:
            made += _PLAIN[block](c)
            continue
        head, make = _CHAPTERS[block]
        found = list(make(c))
        if found:
            chapter += 1
            made += [PageBreak()] if made and not isinstance(made[-1], Contents | Cover) else []
            words = t(
                "{number}. {title}", number=item_number(chapter, c.lang), title=t.within(*head)
            )
            made += [Heading(words), *found]
    name = t("Book of proceedings")
    return [write(c, "proceedings", Layout.BOOK, name, made, subtitle=name_of_forum(c))]


def _chosen(blocks: tuple[str, ...]) -> tuple[str, ...]:
    for block in blocks:
        if block not in (*BLOCKS, *ASKED):
            raise RuleViolation("unknown-block", block=block, blocks=", ".join((*BLOCKS, *ASKED)))
    return tuple(dict.fromkeys(blocks)) or BLOCKS


def _cover(c: Clerk) -> Iterator[BlockKind]:
    t, meeting = c.t, c.meeting
    own = [one for one in meeting.wall.topics.values() if one.state is not TopicState.TAKEN_BACK]
    not_held = sum(one.state is TopicState.NOT_HELD for one in own)
    merged = sum(one.state is TopicState.MERGED for one in own)
    heads = meeting.rounds.total
    people = max((one.heads for one in heads), default=0) or len(meeting.attendance.stays)
    facts = (
        (str(people), t.within("cover", "people")),
        (str(len(own)), t.within("cover", "topics")),
        (str(len(meeting.reports.all)), t.within("cover", "reports")),
        (str(len(meeting.rounds.held) or len(meeting.matrix.slots)), t.within("cover", "rounds")),
    )
    notes: list[str] = []
    if not_held:
        notes.append(
            t.many(
                "{n} topic was not held; it has its page all the same.",
                "{n} topics were not held; each has its page all the same.",
                not_held,
            )
        )
    if merged:
        notes.append(
            t.many(
                "{n} topic went on as part of another.",
                "{n} topics went on as part of others.",
                merged,
            )
        )
    yield Cover(
        above=name_of_forum(c),
        title=t("Book of proceedings"),
        label=t("Theme"),
        theme=meeting.theme.question,
        facts=facts,
        note=c.sentences(*notes),
        foot=tuple(
            one
            for one in (date_words(c.day, c.lang), meeting.call.place, meeting.theme.sponsor)
            if one
        ),
    )


def _contents(c: Clerk) -> Iterator[BlockKind]:
    yield Contents(c.t("Contents"), depth=2)


def _wall(c: Clerk) -> Iterator[BlockKind]:
    """The wall as it was in the end, and what hung on it no more."""
    yield from wall_tables(c, WALL_ACROSS, people=False)
    yield from beside_wall(c, level=2)


def _reports(c: Clerk) -> Iterator[BlockKind]:
    """A page for each topic by number; one that went on elsewhere has a line."""
    found = topics(c, "proceedings")
    yield Paragraph(say(_intro(c, found)))
    for at, topic in enumerate(found):
        before = found[at - 1] if at else None
        if before is not None and _has_page(topic):
            yield PageBreak()
        yield heading(c, topic, level=2)
        yield from _page(c, topic) if _has_page(topic) else _reference(c, topic)
        if _has_page(topic) and (at + 1 == len(found) or _has_page(found[at + 1])):
            yield _spare(c, topic)


def _spare(c: Clerk, topic: Topic) -> Blanks:
    """Lines for what others still want to add; under the additions that there are, if there are any."""
    report = c.meeting.reports.all.get(topic.id)
    label, note = ("", "") if report and report.additions else _additions(c)
    return Blanks(SPARE_LINES, spare=True, label=label, note=note)


def _additions(c: Clerk) -> tuple[str, str]:
    return c.t("Additions"), c.t("written below it by others")


def _has_page(topic: Topic) -> bool:
    return topic.state in HELD_OR_NOT


def _intro(c: Clerk, found: list[Topic]) -> str:
    t = c.t
    own = [topic for topic in found if _has_page(topic)]
    with_report = sum(topic.id in c.meeting.reports.all for topic in own)
    first = t(
        "{topics} stand for themselves, each on a page of its own, in the order of their numbers; "
        "{reports} have a report.",
        topics=t.many("{n} topic", "{n} topics", len(own)),
        reports=with_report,
    )
    return c.sentences(first, t("Titles stand as their conveners put them on the wall."))


def _page(c: Clerk, topic: Topic) -> Iterator[BlockKind]:
    t = c.t
    report = c.meeting.reports.all.get(topic.id)
    if report is None:
        yield from _without_report(c, topic)
        return
    yield from filled(c, topic, report.sheet, level=3)
    if report.changes:
        last = report.changes[-1]
        yield Paragraph(
            say(
                called(
                    t(
                        "Corrected at {time}: {reason}.",
                        time=c.when(last.recorded.at),
                        reason=c.bare(c.told(last.reason)),
                    )
                )
            ),
            indented=False,
            small=True,
        )
    if report.additions:
        yield Heading(*_additions(c), level=3)
    for one in report.additions:
        who = c.name(one.person) if one.person else c.when(one.recorded.at)
        yield Labelled(who, say(c.told(one.text)))


def _without_report(c: Clerk, topic: Topic) -> Iterator[BlockKind]:
    """A page all the same: what is known of the topic, why there is no report."""
    t = c.t
    yield facts(c, topic, None, blank=False)
    said = fate(c, topic) or t("No report was posted.")
    yield Paragraph(say(bold(c.ended(said))), indented=False)


def _reference(c: Clerk, topic: Topic) -> Iterator[BlockKind]:
    """One line for a topic that goes on elsewhere, or does not go on."""
    t = c.t
    who = t("Convener {names}", names=conveners(c, topic))
    yield Paragraph(say(c.sentences(c.ended(who), c.ended(fate(c, topic)))), indented=False)


def _seal(c: Clerk) -> Iterable[BlockKind]:
    return seal(c, signed=False)


_PLAIN: dict[str, Maker] = {"cover": _cover, "contents": _contents, "seal": _seal}
_CHAPTERS: dict[str, tuple[tuple[str, str], Maker]] = {
    "invitation": (mark_in("chapter", "Theme and invitation"), invitation),
    "day": (mark_in("chapter", "How the day went"), day),
    "wall": (mark_in("chapter", "The agenda wall"), _wall),
    "reports": (mark_in("chapter", "The reports"), _reports),
    "focus": (mark_in("chapter", "Focus"), focus),
    "groups": (mark_in("chapter", "Action groups"), groups),
    "decisions": (mark_in("chapter", "Decisions"), decisions),
    "participants": (mark_in("chapter", "Participants"), participants),
}
"""Chapters by name: their heads, numbered as they come, and what they hold; empty ones are left out."""
