"""The summary of a meeting (会议纪要): what was settled, in running text, items by their numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from facilitator.meeting.agenda import Item, ItemState
from facilitator.meeting.attendance import Capacity
from facilitator.meeting.decisions import Decision
from facilitator.meeting.floor import SpeechBegun
from facilitator.meeting.motions import Motion, MotionState
from facilitator.meeting.notes import NoteWritten
from facilitator.meeting.polls import Method, Poll
from facilitator.papers.kinds.cells import say
from facilitator.papers.kinds.clerk import (
    Clerk,
    chosen,
    clerk,
    meeting_name,
    never_opened,
    nothing,
    write,
)
from facilitator.papers.kinds.lists import people
from facilitator.papers.kinds.matters import (
    cash,
    day_words,
    implementer,
    motion_name,
    review_words,
    superseded,
)
from facilitator.papers.kinds.record_top import office_of, presiding
from facilitator.papers.kinds.roll import attended, expected, roll
from facilitator.papers.kinds.summary_forum import forum
from facilitator.papers.material import Material
from facilitator.papers.model import BlockKind, Heading, Labelled, Layout, Paper, Paragraph
from facilitator.rules.counting import the_rule
from facilitator.rules.outcome import Outcome, Reason
from facilitator.words.figures import date_words, meeting_time
from facilitator.words.outcomes import decision_words, outcome_sentence, rule_sentence, verdict_word
from facilitator.words.titles import title

BLOCKS = ("opening", "items", "attendance")
"""What a summary is made of, in the usual order."""


def summary(material: Material) -> list[Paper]:
    """The summary; refused (`nothing-to-print`) before the meeting was opened, or closed without that."""
    blocks = chosen(material, BLOCKS)
    c = clerk(material)
    if c.meeting.life.opened is None and not never_opened(c):
        raise nothing("summary")
    t = c.t
    parts: list[BlockKind] = []
    for block in blocks:
        parts += MAKERS[block](c)
    head = t("{body}: summary of the meeting", body=c.meeting.council.name)
    return [write(c, "summary", Layout.SUMMARY, head, parts, subtitle=meeting_name(c))]


def opening(c: Clerk) -> Iterable[BlockKind]:
    """When, who, where, how many were there, and what it takes to carry."""
    t = c.t
    if never_opened(c):
        yield Paragraph(say(_not_opened(c)))
        return
    text = t(
        "On {date} {body} held its meeting ({meeting}) at {place}; {host} presided.",
        date=date_words(c.day, c.lang),
        body=c.meeting.council.name,
        meeting=meeting_name(c),
        place=c.meeting.call.place,
        host=_host(c),
    )
    needs = t("{rule}.", rule=rule_sentence(c.charter, the_rule(c.charter), c.lang))
    last = c.sentences(needs, t("What was settled:"))
    day = list(forum(c))
    if not day:
        yield Paragraph(say(c.sentences(text, _there(c), last)))
        return
    yield Paragraph(say(c.sentences(text, _there(c))))
    yield from day
    if c.meeting.agenda.items:
        yield Paragraph(say(last))


def _there(c: Clerk) -> str:
    """应到13人，实到12人，其中本地居民6人、新居民5人、街道1人."""
    t = c.t
    if not expected(c):
        return ""
    whole = roll(c, "")
    due, came = whole.due, len(whole.came)
    if came and len(c.charter.groups) > 1:
        groups = c.listing(
            t("{group} {n}", group=c.group(g.key), n=len(roll(c, g.key).came))
            for g in c.charter.groups
        )
        return t("Due {due}, present {came}: {groups}.", due=due, came=came, groups=groups)
    return t("Due {due}, present {came}.", due=due, came=came)


def _not_opened(c: Clerk) -> str:
    """For when it was called, who came, and that nothing was deliberated on."""
    t = c.t
    closed = c.meeting.life.closed
    assert closed is not None
    call = t(
        "{body} was called to a meeting ({meeting}) on {time} at {place}.",
        body=c.meeting.council.name,
        meeting=meeting_name(c),
        time=meeting_time(c.here(c.meeting.call.planned), None, c.lang),
        place=c.meeting.call.place,
    )
    cancelled = c.meeting.life.cancelled
    if cancelled:
        why = t("Reason: {reason}", reason=c.ended(c.told(cancelled)))
        return c.sentences(call, t("The meeting is cancelled."), why)
    end = t(
        "The meeting was not opened and dealt with nothing; it was closed at {time}.",
        time=c.when(closed.at),
    )
    return c.sentences(call, _there(c), end)


def _host(c: Clerk) -> str:
    """理事长苏慧敏; when several presided, all of them."""
    t = c.t
    people = presiding(c)
    offices = [(person, office_of(c, person)) for person in people]
    return c.listing(
        t.within("host", "{name} ({office})", name=c.name(person), office=office)
        if office
        else c.name(person)
        for person, office in offices
    )


def items(c: Clerk) -> Iterable[BlockKind]:
    """Every item by its number, with what became of it."""
    for item in sorted(c.meeting.agenda.items, key=lambda one: one.number):
        yield Heading(_head(c, item), indented=True)
        texts = list(_item(c, item))
        yield from (Paragraph(say(text)) for text in texts or [_state(c, item)])


def _head(c: Clerk, item: Item) -> str:
    t = c.t
    early = c.meeting.agenda.moved_up(item) and item.times
    return c.item_title(item) + (c.brackets(t("taken early")) if early else "")


def _state(c: Clerk, item: Item) -> str:
    """What became of an item on which nothing was reported, moved or voted."""
    t = c.t
    if item.state is ItemState.DONE:
        if _discussed(c, item):
            return t("Discussed; nothing was put to the vote.")
        return t("No motion was made.")
    return t("{state}.", state=title(item.state, c.lang))


def _discussed(c: Clerk, item: Item) -> bool:
    """Whether anything was said on an item, as far as the record knows."""
    return any(
        isinstance(entry.recorded.event, SpeechBegun | NoteWritten) and entry.item == item.id
        for entry in c.meeting.chronicle
    )


def _item(c: Clerk, item: Item) -> Iterator[str]:
    for review in c.meeting.reviews.all.values():
        if review.event.item == item.id:
            yield review_words(c, review)
    motions = [m for m in c.meeting.motions.all.values() if m.item == item.id and not m.amends]
    first = _recusals(c, item)
    for motion in motions:
        yield from _motion(c, motion, first, alone=len(motions) == 1)
        first = ""
    if first:
        yield first
    if item.state is ItemState.POSTPONED:
        yield c.t("Put off to the next meeting: {reason}", reason=c.ended(c.told(item.reason)))
    elif item.state is ItemState.WITHDRAWN:
        yield c.t("The item is withdrawn: {reason}", reason=c.ended(c.told(item.reason)))


def _recusals(c: Clerk, item: Item) -> str:
    """Those who stepped out for a vote, and those who would have."""
    t = c.t
    polls = c.meeting.polls
    out = {m for poll in polls.all.values() if poll.item == item.id for m in poll.recused}
    number = len(out | set(polls.recused.get(item.id, {})))
    return t.many("{n} member recused.", "{n} members recused.", number) if number else ""


def _motion(c: Clerk, motion: Motion, first: str, *, alone: bool) -> Iterator[str]:
    """The motion as it stood at the end, each vote on it, and the decision it became."""
    t = c.t
    parts = [first, "" if alone else t("{motion}:", motion=_capital(motion_name(c, motion)))]
    parts.append(c.ended(motion.text))
    for poll in c.meeting.polls.on_motion(motion.id):
        parts.append(_vote(c, poll, c.meeting.decisions.of_motion(motion.id)))
    if motion.state in (MotionState.WITHDRAWN, MotionState.POSTPONED, MotionState.PENDING):
        parts.append(t("{state}.", state=title(motion.state, c.lang)))
    decision = c.meeting.decisions.of_motion(motion.id)
    yield c.sentences(*parts)
    if decision is not None and implementer(c, decision):
        yield _task(c, decision)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _vote(c: Clerk, poll: Poll, decision: Decision | None) -> str:
    """One vote: 点名表决：赞成10票，反对1票，弃权1票, and what came of it."""
    t = c.t
    method = title(poll.method, c.lang)
    if poll.outcome is None:
        if poll.closed is None:
            return t("{method}: still open.", method=method)
        return t(
            "{method}: void, does not count: {reason}",
            method=method,
            reason=c.ended(c.told(poll.ruling)),
        )
    outcome = poll.outcome
    numbers = t.within("between", ", ").join(_numbers(c, poll, outcome))
    if outcome.reason in (Reason.ENOUGH, Reason.TOO_FEW) and len(outcome.tests) == 1:
        result = verdict_word(outcome.verdict, c.lang)
        if outcome.missing:
            result = t.many(
                "{n} vote short, {verdict}", "{n} votes short, {verdict}", outcome.missing,
                verdict=_small(result),
            )  # fmt: skip
        result = t("{text}.", text=_capital(result))
        if decision is not None and decision.poll == poll.id:
            number = decision_words(decision.number, c.lang)
            verdict = verdict_word(outcome.verdict, c.lang)
            result = t("{verdict}, as {decision}.", verdict=verdict, decision=number)
    else:
        result = outcome_sentence(outcome, c.lang, c.charter)
        if decision is not None and decision.poll == poll.id:
            number = decision_words(decision.number, c.lang)
            result = c.sentences(result, t("{decision}.", decision=number))
    told = t("{method}: {numbers}.", method=method, numbers=numbers)
    return c.sentences(told, result, superseded(c, poll))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _numbers(c: Clerk, poll: Poll, outcome: Outcome) -> Iterator[str]:
    t = c.t
    tally = outcome.tally
    if poll.method is Method.PAPER and poll.issued is not None:
        yield t("issued {n}", n=poll.issued)
        yield t("returned {n}", n=tally.returned)
    yield t("for {n}", n=tally.in_favour)
    yield t("against {n}", n=tally.against)
    yield t("abstaining {n}", n=tally.abstained)
    if poll.method is Method.PAPER:
        yield t("blank {n}", n=tally.blank)
        yield t("void {n}", n=tally.void)


def _task(c: Clerk, decision: Decision) -> str:
    """Who carries it out, and by when: 由居委会承办，办理期限为2027年1月31日."""
    t = c.t
    parts = [t("carried out by {name}", name=implementer(c, decision))]
    task = decision.assignment
    if task is not None:
        dates = (
            (task.begins, lambda day: t("from {date}", date=day)),
            (task.due, lambda day: t("to be done by {date}", date=day)),
            (task.report_by, lambda day: t("report by {date}", date=day)),
            (task.review_on, lambda day: t("review on {date}", date=day)),
        )
        parts += [said(day_words(c, day)) for day, said in dates if day]
        money = cash(c, task)
        parts += [t("money: {amount}", amount=money)] if money else []
    words = t("{text}.", text=_capital(t.within("between", ", ").join(parts)))
    return c.sentences(c.ended(task.task) if task else "", words)


def attendance(c: Clerk) -> Iterable[BlockKind]:
    """出席、请假、缺席、列席、记录, by name."""
    t = c.t
    if not expected(c):
        return
    whole = roll(c, "")
    guests = c.meeting.attendance.observers
    came = [key for key in guests if attended(c.meeting, key)]
    lists = (
        (t.within("list", "Attending"), whole.came),
        (t.within("list", "Excused"), whole.excused),
        (t.within("list", "Absent"), whole.absent),
        (
            t.within("list", "Observers"),
            [key for key in came if guests[key].capacity is not Capacity.SECRETARY],
        ),
        (
            t.within("list", "Recorder"),
            [key for key in guests if guests[key].capacity is Capacity.SECRETARY],
        ),
    )
    for label, members in lists:
        if members:
            yield Labelled(label, people(c, members))


MAKERS: dict[str, Callable[[Clerk], Iterable[BlockKind]]] = {
    "opening": opening,
    "items": items,
    "attendance": attendance,
}
