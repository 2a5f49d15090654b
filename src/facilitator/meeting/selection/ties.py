"""A tie whose order decides: drawn by lot, voted on again, or ruled on where no way was fixed beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.meeting.forum.matrix import short_text
from facilitator.meeting.part import MeetingCommand, Part
from facilitator.meeting.selection.papers import Vote
from facilitator.meeting.selection.recount import Why, counted, known, reading
from facilitator.rules.selection.problem import TieBreak

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
    yield counted(meeting, vote, Why.LOT, orders=(command.order,))


def rule_on_tie(meeting: Meeting, command: RuleOnTie) -> Iterable[Event]:
    """Only where the terms have no way left: whoever fixed one keeps to it (`tie-break-fixed`)."""
    outcome = meeting.outcome
    outcome.refuse_announced()
    meeting.ballots.refuse_open()
    if not outcome.tied:
        raise RuleViolation("no-tie")
    ways = (*meeting.terms.counting.ties, *outcome.ruled_ties)
    if {TieBreak.LOT, TieBreak.REVOTE} & set(ways):
        raise RuleViolation("tie-break-fixed", ways=[one.value for one in ways])
    if not command.ties or len(set(command.ties)) < len(command.ties):
        raise RuleViolation("tie-break-twice")
    reason = clean_text(command.reason, "reason")
    yield TieRuled(ties=command.ties, tied=outcome.tied, reason=reason)
    vote = meeting.ballots.main()
    assert vote is not None
    yield counted(meeting, vote, Why.RULED, ties=command.ties)


def revote_counted(meeting: Meeting, vote: Vote) -> Iterable[Event]:
    """What a vote among the tied came to: their order, and with it the whole count again."""
    votes = dict.fromkeys(vote.among, 0)
    for _group, marks in known(meeting, vote):
        for name, worth in reading(meeting, vote, marks)[1].items():
            votes[name] += worth
    order = tuple(sorted(votes, key=lambda one: -votes[one]))
    if any(votes[a] == votes[b] for a, b in pairwise(order)):
        order = ()
    yield RevoteCounted(vote=vote.number, votes=votes, order=order)
    main = meeting.ballots.main()
    assert main is not None
    if order:
        yield counted(meeting, main, Why.REVOTE, orders=(order,))


def on_drawn(meeting: Meeting, event: LotDrawn, _recorded: Recorded) -> None:
    meeting.outcome.orders = (*meeting.outcome.orders, event.order)


def on_ruled(meeting: Meeting, event: TieRuled, _recorded: Recorded) -> None:
    meeting.outcome.ruled_ties = (*meeting.outcome.ruled_ties, *event.ties)


def on_revote(meeting: Meeting, event: RevoteCounted, _recorded: Recorded) -> None:
    if event.order:
        meeting.outcome.orders = (*meeting.outcome.orders, event.order)


PART = Part(
    "outcome",
    {DrawLot: draw_lot, RuleOnTie: rule_on_tie},
    {LotDrawn: on_drawn, TieRuled: on_ruled},
)
REVOTE = Part("ballots", {}, {RevoteCounted: on_revote})
