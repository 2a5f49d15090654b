"""What was granted: the announced result of a selection meeting taken over, or a grant by hand.

In Qingyuan's first round the subdistrict and its advisers picked four of twenty-three by themselves
(source S2): that is recorded as it was, and said not to have been decided in public.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import msgspec

from facilitator.acts import Event, RuleViolation, clean_text
from facilitator.followup.case import SAID_BY, Entry, line
from facilitator.rounds.measures import money
from facilitator.rounds.outside import Grant, Granted, RoundView
from facilitator.rounds.round import Round, RoundCommand

BY_HAND = "by-hand"
"""The verdict of a grant that no meeting decided."""


class TakeResult(RoundCommand, frozen=True, kw_only=True, tag="round.take-result"):
    """The announced result of a selection meeting is taken over; also anew, after it was corrected there."""

    entry: str
    meeting: str


class GrantByHand(RoundCommand, frozen=True, kw_only=True, tag="round.grant-by-hand"):
    """Money is granted, or taken back (0), without a public meeting; said by whom (`said_by`), when and why."""

    entry: str
    project: str
    fen: int
    on: date
    reason: str
    by: str = msgspec.field(default="", name=SAID_BY)
    asked: int = 0
    """What was asked for, in fen, if that is known."""


class ResultTaken(Entry, frozen=True, kw_only=True, tag="round.result-taken"):
    """`announced` is when the meeting announced it."""

    meeting: str
    announced: datetime
    grants: tuple[Granted, ...]


class GrantedByHand(Entry, frozen=True, kw_only=True, tag="round.granted-by-hand"):
    project: str
    fen: int
    on: date
    reason: str
    by: str = ""
    asked: int = 0


def take(case: Round, command: TakeResult) -> Iterable[Event]:
    """As it was announced, whole, and not twice; only projects of this round are in it."""
    case.expect_open()
    found = case.outside.result
    if found is None:
        raise RuleViolation("no-result", meeting=command.meeting)
    if found.round not in ("", case.id):
        raise RuleViolation("result-of-other-round", meeting=command.meeting, round=found.round)
    for one in found.grants:
        if case.outside.project(one.project) is None:
            raise RuleViolation("unknown-project", project=one.project)
    last = results_of(case).get(found.meeting)
    if last is not None and last.grants == found.grants:
        raise RuleViolation("result-taken", meeting=found.meeting)
    yield ResultTaken(
        entry=case.new_entry(command.entry),
        meeting=found.meeting,
        announced=found.at,
        grants=found.grants,
    )


def grant(case: Round, command: GrantByHand) -> Iterable[Event]:
    """Not more than is left of the budget; always with a reason."""
    case.expect_open()
    if case.outside.project(command.project) is None:
        raise RuleViolation("unknown-project", project=command.project)
    money("fen", command.fen, 0)
    others = sum(one.fen for key, one in grants_of(case).items() if key != command.project)
    left = case.budget_fen - others
    if command.fen > max(left, 0):
        raise RuleViolation("grant-above-budget", fen=command.fen, left=max(left, 0))
    yield GrantedByHand(
        entry=case.new_entry(command.entry),
        project=command.project,
        fen=command.fen,
        on=command.on,
        reason=clean_text(command.reason, "reason"),
        by=line(command.by, "by", required=True),
        asked=money("asked", command.asked, 0),
    )


def results_of(case: Round) -> dict[str, ResultTaken]:
    """The last result taken from each meeting, by meeting; struck ones do not count."""
    events = (one.event for one in case.standing())
    return {one.meeting: one for one in events if isinstance(one, ResultTaken)}


def grants_of(case: Round) -> dict[str, Grant]:
    """What counts for each project that was decided upon, by project; `fen` is 0 for one that gets nothing.

    What was decided last counts; of one meeting only the result that was taken last.
    """
    latest = results_of(case)
    found: dict[str, Grant] = {}
    for recorded in case.standing():
        event = recorded.event
        if isinstance(event, ResultTaken) and event is latest[event.meeting]:
            found |= _announced(event)
        elif isinstance(event, GrantedByHand):
            found[event.project] = Grant(
                event.project,
                event.fen,
                event.asked,
                BY_HAND,
                event.reason,
                event.on,
                by=event.by,
            )
    return found


def _announced(event: ResultTaken) -> dict[str, Grant]:
    return {
        one.project: Grant(
            one.project,
            one.fen,
            one.asked,
            one.verdict,
            one.reason,
            event.announced.date(),
            meeting=event.meeting,
        )
        for one in event.grants
    }


def view_of(case: Round) -> RoundView:
    """The round as its projects see it; refused (`unknown-round`) while it has not begun."""
    return RoundView(
        round=case.id,
        body=case.round.body,
        title=case.round.title,
        open=case.closed is None,
        plan=case.plan,
        places=tuple(case.places[no] for no in sorted(case.places)),
        funders=tuple(case.funders.values()),
        shares=tuple(case.shares.items()),
        grants=tuple(grants_of(case).values()),
        sample=case.round.sample,
    )


DECIDES = {TakeResult: take, GrantByHand: grant}
APPLIES = dict.fromkeys((ResultTaken, GrantedByHand))
