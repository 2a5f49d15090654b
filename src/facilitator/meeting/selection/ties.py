"""A tie whose order decides: drawn by lot, voted on again, or ruled on where no way was fixed beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.meeting.forum.matrix import short_text
from facilitator.meeting.part import MeetingCommand, Part
from facilitator.meeting.selection.outcome import Ordered
from facilitator.meeting.selection.papers import Vote
from facilitator.meeting.selection.recount import Why, counted, known, reading
from facilitator.rules.selection.problem import Found, TieBreak

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

MOST_LINE = 200
LEAST_WITNESSES = 2


class DrawLot(MeetingCommand, frozen=True, kw_only=True, tag="outcome.draw-lot"):
    """The lot was drawn before everybody: the order, how it was drawn, and who saw it. First goes first."""

    order: tuple[str, ...]
    how: str
    witnesses: tuple[str, ...]


class RuleOnTie(MeetingCommand, frozen=True, kw_only=True, tag="outcome.rule-on-tie"):
    """No way to break a tie was fixed before the count, and people agree on one now; the result says so."""

    ties: tuple[TieBreak, ...]
    reason: str


class LotDrawn(Event, frozen=True, kw_only=True, tag="outcome.lot-drawn"):
    order: tuple[str, ...]
    how: str
    witnesses: tuple[str, ...]


class TieRuled(Event, frozen=True, kw_only=True, tag="outcome.tie-ruled"):
    ties: tuple[TieBreak, ...]
    tied: tuple[str, ...]
    reason: str


class RevoteCounted(Event, frozen=True, kw_only=True, tag="outcome.revote-counted"):
    """Votes of each tied project in a vote among them; `order` is empty where two again had as many."""

    vote: int
    votes: dict[str, int]
    order: tuple[str, ...] = ()


def draw_lot(meeting: Meeting, command: DrawLot) -> Iterable[Event]:
    """All that are tied, once each, before at least two witnesses."""
    tied = meeting.outcome.expect_tie(meeting.terms, TieBreak.LOT)
    meeting.ballots.refuse_open()
    if set(command.order) != set(tied) or len(command.order) != len(tied):
        raise RuleViolation("not-the-tied", tied=[meeting.slate.all[one].title for one in tied])
    if len(set(command.witnesses)) < LEAST_WITNESSES:
        raise RuleViolation("witnesses", least=LEAST_WITNESSES, given=len(set(command.witnesses)))
    for witness in command.witnesses:
        meeting.expect_present(witness)
    how = short_text(command.how, "how", MOST_LINE)
    yield LotDrawn(order=command.order, how=how, witnesses=command.witnesses)
    vote = meeting.ballots.main()
    assert vote is not None
    orders = (*meeting.outcome.found, _drawn(command.order))
    yield counted(meeting, vote, Why.LOT, orders=orders)


def rule_on_tie(meeting: Meeting, command: RuleOnTie) -> Iterable[Event]:
    """Only where the terms have no way left: whoever fixed one keeps to it (`tie-break-fixed`).

    A vote among the tied that was equal again leaves none, so that nobody has to repeat it for ever.
    """
    outcome = meeting.outcome
    outcome.refuse_announced()
    meeting.ballots.refuse_open()
    if not outcome.tied:
        raise RuleViolation("no-tie")
    ways = (*meeting.terms.counting.ties, *outcome.ruled_ties)
    if outcome.pending(meeting.terms) is not None:
        raise RuleViolation("tie-break-fixed", ways=[one.value for one in ways])
    if not command.ties or len({*command.ties, *ways}) < len(command.ties) + len(ways):
        raise RuleViolation("tie-break-twice")
    reason = clean_text(command.reason, "reason")
    yield TieRuled(ties=command.ties, tied=outcome.tied, reason=reason)
    vote = meeting.ballots.main()
    assert vote is not None
    yield counted(meeting, vote, Why.RULED, ties=command.ties)


def ways_open(meeting: Meeting) -> tuple[TieBreak, ...]:
    """How the tie may be ordered now, of what was fixed: the way whose turn it is; voting again where each was
    taken and left it open. Nothing where there is no tie, or where people have to agree on a way first.
    """
    outcome = meeting.outcome
    if not outcome.tied:
        return ()
    pending = outcome.pending(meeting.terms)
    if pending is not None:
        return (pending,)
    ways = (*meeting.terms.counting.ties, *outcome.ruled_ties)
    return (TieBreak.REVOTE,) if TieBreak.REVOTE in ways else ()


def revote_counted(meeting: Meeting, vote: Vote, why: Why) -> Iterable[Event]:
    """What a vote among the tied came to: their order, and with it the whole count again."""
    votes = dict.fromkeys(vote.among, 0)
    for _group, marks in known(meeting, vote):
        for name, worth in reading(meeting, vote, marks)[1].items():
            votes[name] += worth
    classes = _by_votes(votes)
    order = tuple(name for (name,) in classes) if len(classes) == len(votes) else ()
    yield RevoteCounted(vote=vote.number, votes=votes, order=order)
    main = meeting.ballots.main()
    assert main is not None
    now = _with(meeting.outcome.orders, Ordered(vote.number, _voted(votes)))
    yield counted(meeting, main, why, orders=tuple(one.found for one in now))


def _by_votes(votes: dict[str, int]) -> tuple[tuple[str, ...], ...]:
    """Most first; those with as many together."""
    ordered = sorted(votes, key=lambda one: (-votes[one], one))
    return tuple(tuple(names) for _, names in groupby(ordered, key=lambda one: votes[one]))


def _voted(votes: dict[str, int]) -> Found:
    return Found(way=TieBreak.REVOTE, classes=_by_votes(votes))


def _drawn(order: tuple[str, ...]) -> Found:
    return Found(way=TieBreak.LOT, classes=tuple((name,) for name in order))


def _with(orders: tuple[Ordered, ...], new: Ordered) -> tuple[Ordered, ...]:
    """A vote that is counted again keeps its place among the orders."""
    if all(one.vote != new.vote for one in orders):
        return (*orders, new)
    return tuple(new if one.vote == new.vote else one for one in orders)


def on_drawn(meeting: Meeting, event: LotDrawn, _recorded: Recorded) -> None:
    meeting.outcome.orders = (*meeting.outcome.orders, Ordered(0, _drawn(event.order)))


def on_ruled(meeting: Meeting, event: TieRuled, _recorded: Recorded) -> None:
    meeting.outcome.ruled_ties = (*meeting.outcome.ruled_ties, *event.ties)


def on_revote(meeting: Meeting, event: RevoteCounted, _recorded: Recorded) -> None:
    new = Ordered(event.vote, _voted(event.votes))
    meeting.outcome.orders = _with(meeting.outcome.orders, new)


PART = Part(
    "outcome",
    {DrawLot: draw_lot, RuleOnTie: rule_on_tie},
    {LotDrawn: on_drawn, TieRuled: on_ruled},
)
REVOTE = Part("ballots", {}, {RevoteCounted: on_revote})
