"""What was corrected of a vote: outcomes one after another, and a row for every correction with its effect."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from facilitator.acts import Recorded
from facilitator.meeting.closing import CastingVoteGiven, ContestedRuledOn, PollClosed
from facilitator.meeting.consequences import OutcomeRevised
from facilitator.meeting.decisions import AssignmentCorrected, Decision
from facilitator.meeting.part import Change
from facilitator.meeting.polls import Ballots, Hands, Method, Poll
from facilitator.meeting.striking import StayStruck
from facilitator.meeting.tellers import ReportCorrected
from facilitator.meeting.voting import BallotsCorrected, HandsCorrected, VoteCorrected
from facilitator.papers.kinds.cells import ONE, THREE, TWO, Piece, bold, fill, say, struck, wide
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.model import Row, Text
from facilitator.rules.outcome import Outcome
from facilitator.rules.tally import Choice, Tally
from facilitator.words.figures import Unit, counted
from facilitator.words.outcomes import verdict_word
from facilitator.words.titles import title
from facilitator.words.tongue import mark_in


def outcomes(c: Clerk, poll: Poll) -> list[Outcome]:
    """The outcome as it was announced, and after each correction; empty while there is none."""
    return [outcome for _, outcome in _steps(c, poll)]


def _steps(c: Clerk, poll: Poll) -> list[tuple[Recorded, Outcome]]:
    found: list[tuple[Recorded, Outcome]] = []
    if poll.closed and isinstance(poll.closed.event, PollClosed):
        found.append((poll.closed, poll.closed.event.outcome))
    revised = ((one, one.event) for one in poll.revised)
    found += [(one, event.outcome) for one, event in revised if isinstance(event, OutcomeRevised)]
    return found


def walked_out(poll: Poll) -> tuple[str, ...]:
    """Who was on the roll and had left without an answer when the vote was closed."""
    event = poll.closed.event if poll.closed else None
    return event.gone if isinstance(event, PollClosed) else ()


def _effect(c: Clerk, poll: Poll, change: Change) -> tuple[Outcome, Outcome] | None:
    """The outcome before and after a correction; None when the poll was still open."""
    later = [
        one.recorded.version
        for one in poll.changes
        if one.recorded.version > change.recorded.version
    ]
    until = min(later, default=10**18)
    steps = _steps(c, poll)
    for (_, old), (recorded, new) in pairwise(steps):
        if change.recorded.version < recorded.version < until:
            return old, new
    return None


def change_rows(c: Clerk, poll: Poll, span: int) -> Iterator[Row]:
    """A row for every correction, ruling and casting vote, in order."""
    for change in poll.changes:
        yield wide(span, *_row(c, poll, change))
    for decision in c.meeting.decisions.all.values():
        if decision.poll == poll.id:
            for change in decision.changes:
                yield wide(span, *_task_row(c, change))


def _row(c: Clerk, poll: Poll, change: Change) -> list[Piece]:
    t = c.t
    event = change.recorded.event
    head, by = t("Correction"), t("By {name}.", name=c.by(change.recorded.actor))
    ruled = t("Entered by {name}.", name=c.by(change.recorded.actor))
    match event:
        case VoteCorrected():
            what = _vote(c, event)
        case HandsCorrected():
            what = say(_numbers(c, _hands(c, event.old), _hands(c, event.hands)))
        case ReportCorrected():
            figures = _numbers(c, _ballots(c, event.old), _ballots(c, event.ballots))
            who = t("Count of {name}", name=c.name(event.teller))
            what = say(who + c.colon + figures)
        case BallotsCorrected():
            what = say(_numbers(c, _ballots(c, event.old), _ballots(c, event.ballots)))
        case ContestedRuledOn():
            head, by = t("Ruling corrected") if change.old else t("Ruling"), ruled
            what = say(_ruling(c, event))
        case CastingVoteGiven():
            head, by = t("Casting vote corrected") if change.old else t("Casting vote"), ruled
            what = _casting(c, event, change.old)
        case _:
            assert isinstance(event, StayStruck)  # nothing else changes a vote
            sentence = t("{name} was not in the room and is not on the roll.", name=ONE)
            what = fill(sentence, c.name(event.person))
    why = t("Reason: {reason}", reason=c.ended(c.told(change.reason))) if change.reason else ""
    rest = c.sentences(why, _effect_words(c, poll, change), by)
    when = c.when(change.recorded.at)
    return [bold(head), c.gap, when, c.gap, what, c.space, rest]


def _vote(c: Clerk, event: VoteCorrected) -> Text:
    t = c.t
    none = t("no answer")
    old = title(event.old, c.lang) if event.old else none
    new = title(event.choice, c.lang) if event.choice else none
    if c.public:
        return fill(
            t("One vote: entered as “{old}”, put right to “{new}”.", old=ONE, new=TWO),
            struck(old),
            new,
        )
    sentence = t("{name}: entered as “{old}”, put right to “{new}”.", name=ONE, old=TWO, new=THREE)
    return fill(sentence, c.name(event.member), struck(old), new)


def _casting(c: Clerk, event: CastingVoteGiven, old: str) -> Text:
    t = c.t
    choice = title(event.choice, c.lang)
    if not old:
        return say(t("The chair votes: {choice}.", choice=choice))
    sentence = t("The chair: entered as “{old}”, put right to “{new}”.", old=ONE, new=TWO)
    return fill(sentence, struck(title(Choice(old), c.lang)), choice)


def _ruling(c: Clerk, event: ContestedRuledOn) -> str:
    t = c.t
    if event.count_them:
        return t("The votes of {members} of another group count.", members=c.members)
    return t(
        "The votes of {members} of another group do not count; their seats are taken as vacant.",
        members=c.members,
    )


def _hands(c: Clerk, hands: Hands) -> list[tuple[str, int]]:
    values = (hands.in_favour, hands.against, hands.abstained)
    return [(title(choice, c.lang), value) for choice, value in zip(Choice, values, strict=True)]


def _ballots(c: Clerk, ballots: Ballots) -> list[tuple[str, int]]:
    t = c.t
    values = (ballots.in_favour, ballots.against, ballots.abstained)
    return [
        (t.within("ballots", "Returned"), ballots.returned),
        *((title(choice, c.lang), value) for choice, value in zip(Choice, values, strict=True)),
        (t.within("ballots", "Blank"), ballots.blank),
        (t.within("ballots", "Void"), ballots.void),
    ]


def _numbers(c: Clerk, old: list[tuple[str, int]], new: list[tuple[str, int]]) -> str:
    """赞成由9票改为8票, for every figure that changed."""
    t = c.t
    changed = [
        t("{what} {old} to {new}", what=label, old=_votes(c, before), new=_votes(c, after))
        for (label, before), (_, after) in zip(old, new, strict=True)
        if before != after
    ]
    return t("{text}.", text=t.within("between", ", ").join(changed)) if changed else ""


def _votes(c: Clerk, number: int) -> str:
    return counted(number, Unit.VOTES, c.lang)


_COUNTED = (
    ("in_favour", mark_in("choice", "For")),
    ("against", mark_in("choice", "Against")),
    ("abstained", mark_in("choice", "Abstain")),
)


def _effect_words(c: Clerk, poll: Poll, change: Change) -> str:
    """What the correction did to the numbers and to the result."""
    t = c.t
    steps = _effect(c, poll, change)
    if steps is None:
        return ""
    old, new = steps
    numbers = _numbers(c, _totals(c, old.tally), _totals(c, new.tally))
    if poll.method is not Method.ROLL_CALL:
        numbers = ""  # the row has said it already
    if old.verdict is not new.verdict:
        before, after = verdict_word(old.verdict, c.lang), verdict_word(new.verdict, c.lang)
        result = t("The result changes from “{old}” to “{new}”.", old=before, new=after)
    elif new.missing:
        result = t.many(
            "The result stands, still {n} short.",
            "The result stands, still {n} short.",
            new.missing,
        )
    else:
        result = t("The result stands.")
    return c.sentences(numbers, result)


def _totals(c: Clerk, tally: Tally) -> list[tuple[str, int]]:
    t = c.t
    return [(t.within(*label), getattr(tally, field)) for field, label in _COUNTED]


def task_changes(decision: Decision) -> list[AssignmentCorrected]:
    """The corrections of who carries a decision out."""
    events = (change.recorded.event for change in decision.changes)
    return [event for event in events if isinstance(event, AssignmentCorrected)]


def _task_row(c: Clerk, change: Change) -> list[Piece]:
    t = c.t
    text = c.sentences(
        t("Assignment put right."),
        t("Reason: {reason}", reason=c.ended(c.told(change.reason))),
        t("By {name}.", name=c.by(change.recorded.actor)),
    )
    return [bold(t("Correction")), c.gap, c.when(change.recorded.at), c.gap, text]
