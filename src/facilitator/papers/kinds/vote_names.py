"""Who voted otherwise, who was not there and why, who stepped out: only in the version that is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from facilitator.meeting.attendance import Excused
from facilitator.meeting.closing import PollClosed
from facilitator.meeting.polls import Method, Poll, Recused
from facilitator.meeting.voting import VoteCast, VoteCorrected
from facilitator.papers.kinds.cells import Piece, between, bold, say, struck, wide
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.kinds.course import closes
from facilitator.papers.kinds.lists import listed
from facilitator.papers.kinds.roll import stays
from facilitator.papers.kinds.vote_changes import walked_out
from facilitator.papers.model import Row, Text
from facilitator.rules.composition import is_contested
from facilitator.rules.outcome import Outcome
from facilitator.rules.tally import Choice
from facilitator.words.titles import title

MANY = 20
"""Absent members named in a vote; more of them are a number, and their names are in the attendance."""


class Silence(Enum):
    """Present when the vote began, and no answer."""

    STAYED = "stayed"
    LEFT = "left"


def name_rows(c: Clerk, poll: Poll, span: int) -> Iterator[Row]:
    """The names of a roll call, the absent of a show of hands, those recused."""
    if not c.public and poll.method is Method.ROLL_CALL:
        words = _votes(c, poll)
        if words:
            yield wide(span, words)
    out = [member for member in poll.recused if member in poll.present]
    if out:
        yield wide(span, _recused(c, poll, out))
    contested = _contested(c, poll)
    if contested:
        yield wide(span, contested)


def _votes(c: Clerk, poll: Poll) -> Text:
    """Who voted otherwise: 反对：何伟明. 弃权：苏慧敏. 缺席：周玉梅（请假）. 其余在场代表赞成."""
    t = c.t
    parts: list[Piece] = []
    for answer in (Choice.AGAINST, Choice.ABSTAIN, Silence.STAYED, Silence.LEFT):
        people = _people(c, poll, answer)
        if people:
            parts += [*_labelled(c, _answer_words(c, answer), people), c.space]
    absent = _absent(c, poll)
    if absent:
        parts += [*_labelled(c, t.within("vote", "Absent"), absent), c.space]
    others = any(choice is not Choice.FOR for choice in poll.votes.values())
    if any(choice is Choice.FOR for choice in poll.votes.values()):
        rest = (
            t("The other {members} present vote for.", members=c.members)
            if others
            else t("All who vote, vote for.")
        )
        parts.append(rest)
    return say(*parts)


def _labelled(c: Clerk, label: str, people: Iterable[Piece]) -> list[Piece]:
    return [label, c.colon, between(c.comma, people), c.stop]


def _answer_words(c: Clerk, answer: Choice | Silence) -> str:
    t = c.t
    match answer:
        case Silence.STAYED:
            return t.within("vote", "No answer")
        case Silence.LEFT:
            return t.within("vote", "Left without an answer")
        case _:
            return title(answer, c.lang)


def _people(c: Clerk, poll: Poll, answer: Choice | Silence) -> list[Piece]:
    """Who gave an answer, or none: those taken out by a correction struck, those put in by one bold."""
    first = _as_closed(c, poll)
    people: list[Piece] = []
    for holding in c.meeting.council.seats:
        member = holding.member
        if member not in poll.entitled:
            continue
        now = poll.votes.get(member, _silence(poll, member)) is answer
        before = first.get(member, _silence(poll, member)) is answer if first is not None else now
        name = c.name(member)
        if now and before:
            people.append(listed(c, member))
        elif now:
            people.append(bold(name))
        elif before:
            people.append(struck(name))
    return people


def _silence(poll: Poll, member: str) -> Silence:
    """In what way somebody gives no answer: in the room, or gone before the close."""
    return Silence.LEFT if member in walked_out(poll) else Silence.STAYED


def _as_closed(c: Clerk, poll: Poll) -> dict[str, Choice] | None:
    """The answers as they were announced; None while the vote is open."""
    if poll.closed is None or not isinstance(poll.closed.event, PollClosed):
        return None
    votes: dict[str, Choice] = {}
    for entry in c.meeting.chronicle:
        recorded = entry.recorded
        if recorded.version > poll.closed.version:
            break
        match recorded.event:
            case VoteCast(poll=poll.id, member=member, choice=choice):
                votes[member] = choice
            case VoteCorrected(poll=poll.id, member=member, choice=choice):
                votes.pop(member, None)
                if choice is not None:
                    votes[member] = choice
            case _:
                pass
    return votes


def _absent(c: Clerk, poll: Poll) -> list[Piece]:
    """Members who are not there, each with the reason that the attendance knows."""
    t = c.t
    missing = [h.member for h in c.meeting.council.seats if h.member not in poll.present]
    if len(missing) > MANY:
        return [t.many("{n} member", "{n} members", len(missing))]
    return [say(listed(c, m), _why(c, poll, m)) for m in missing]


def _why(c: Clerk, poll: Poll, member: str) -> str:
    """Why somebody was not there when this vote began; what happened after it changes nothing."""
    t = c.t
    began, over = poll.opened.at, poll.closed
    before = max((end for end in closes(c.meeting) if end < began), default=None)
    found = stays(c.meeting, member)
    here = [stay for stay in found if stay.came < began]
    if any(before is None or stay.left is None or stay.left > before for stay in here):
        why = t.within("absence", "out of the room")
    elif any(stay.came >= began and (over is None or stay.came <= over.at) for stay in found):
        why = t.within("absence", "came after the vote had begun")
    elif _excused(c, poll, member):
        why = t.within("absence", "with leave")
    else:
        why = t.within("absence", "did not come")
    return c.brackets(why)


def _excused(c: Clerk, poll: Poll, member: str) -> bool:
    """Whether somebody had asked for leave when a vote began."""
    entries = (entry.recorded for entry in c.meeting.chronicle)
    return any(
        isinstance(one.event, Excused)
        and one.event.member == member
        and one.version < poll.opened.version
        for one in entries
    )


def _recused(c: Clerk, poll: Poll, out: list[str]) -> Text:
    t = c.t
    people = [
        t("{name} ({title})", name=c.name(member), title=c.bare(c.told(recusal(c, poll, member))))
        for member in out
    ]
    return say(*_labelled(c, t.within("vote", "Recused"), people))


def recusal(c: Clerk, poll: Poll, member: str) -> str:
    """Why somebody was recused when the vote began; the recusal may have been lifted since."""
    events = [
        entry.recorded.event
        for entry in c.meeting.chronicle
        if entry.recorded.version < poll.opened.version
    ]
    told = [
        e.reason
        for e in events
        if isinstance(e, Recused) and e.member == member and e.item == poll.item
    ]
    return told[-1]


def _contested(c: Clerk, poll: Poll) -> str:
    """Seats held by somebody of another group, whose answers are in the numbers."""
    t = c.t
    outcome: Outcome | None = poll.outcome
    if outcome is None:
        return ""
    holders = [
        h
        for h in c.meeting.council.seats
        if is_contested(c.charter, h) and h.member in poll.entitled
    ]
    if not holders:
        return ""
    people = c.listing(
        t("{name} of {place}", name=c.name(h.member), place=t("seat {seat}", seat=h.seat))
        for h in holders
    )
    return t("Held by {members} of another group: {people}.", members=c.members, people=people)
