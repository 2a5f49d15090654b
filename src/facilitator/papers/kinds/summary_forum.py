"""What the summary says of a forum: what was talked about, what people want to go on with, and who does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitator.meeting.forum.convergence import Ranked, Way, ranking
from facilitator.meeting.forum.groups import Group
from facilitator.meeting.forum.wall import TopicState
from facilitator.papers.kinds.cells import say
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.kinds.forum import numbers, quoted
from facilitator.papers.kinds.matters import day_words
from facilitator.papers.kinds.record_forum import posted
from facilitator.papers.model import BlockKind, Paragraph
from facilitator.words.forum import HOSTING, control_sum
from facilitator.words.tongue import mark

MOST = 5
"""Topics named by their dots; those level with the last of them, too."""
REST = (
    (TopicState.MERGED, mark("{n} merged into others")),
    (TopicState.SPLIT, mark("{n} split into others")),
    (TopicState.NOT_HELD, mark("{n} not held")),
    (TopicState.PARKED, mark("{n} parked")),
    (TopicState.WITHDRAWN, mark("{n} withdrawn")),
)


def forum(c: Clerk) -> Iterable[BlockKind]:
    """The day in a few paragraphs; nothing for a meeting without a theme."""
    if not c.meeting.theme.question:
        return
    for text in (_topics(c), _dots(c), _clusters(c)):
        if text:
            yield Paragraph(say(text))
    yield from (Paragraph(say(text)) for text in _groups(c))


def _topics(c: Clerk) -> str:
    t, theme = c.t, c.meeting.theme
    question = t("The theme: {question}", question=c.ended(theme.question))
    how = t(HOSTING[theme.hosting]) if theme.hosting else ""
    topics = list(c.meeting.wall.topics.values())
    rest = [
        t(words, n=n) for state, words in REST if (n := sum(one.state is state for one in topics))
    ]
    rounds = len(c.meeting.rounds.held)
    held = t.many("in {n} round", "in {n} rounds", rounds) if rounds else ""
    facts = t.within("between", ", ").join(part for part in (posted(c), *rest, held) if part)
    return c.sentences(question, how, t("Topics: {facts}.", facts=facts))


def _dots(c: Clerk) -> str:
    t, focus = c.t, c.meeting.convergence
    if focus.way is Way.REOPEN:
        return t("The space is opened again to plan what to do, without dots.")
    if focus.closed is None:
        return ""
    each = t("{people} people had {each} dots each.", people=focus.people, each=focus.each)
    most = c.listing(quoted(c, one.topic.id) + c.brackets(str(one.dots)) for one in _leading(c))
    told = t("Most dots: {topics}.", topics=most) if most else ""
    return c.sentences(each, control_sum(focus.counted, focus.expected, c.lang), told)


def _leading(c: Clerk) -> list[Ranked]:
    return [one for one in ranking(c.meeting) if one.dots and one.rank <= MOST]


def _clusters(c: Clerk) -> str:
    t, wall = c.t, c.meeting.wall
    told = [
        t(
            "“{title}” (topics {topics})",
            title=one.title,
            topics=numbers(c, map(wall.topic, one.topics)),
        )
        for one in c.meeting.convergence.clusters.values()
    ]
    return t("What belongs together: {list}.", list=c.listing(told)) if told else ""


def _groups(c: Clerk) -> Iterator[str]:
    """Each that goes on, without its contact."""
    going = c.meeting.groups.going()
    if going:
        t = c.t
        yield t.many("{n} action group was formed:", "{n} action groups were formed:", len(going))
    for number, one in enumerate(going, 1):
        yield f"{number}. {_group(c, one)}"


def _group(c: Clerk, one: Group) -> str:
    t = c.t
    line = t(
        "{title}, led by {name}. First step: {step}",
        title=one.title,
        name=c.name(one.lead),
        step=c.ended(c.told(one.first_step)),
    )
    return c.sentences(line, t("By {date}.", date=day_words(c, one.due)) if one.due else "")
