"""How a vote stands while it runs, and what it would take before it is opened. Asked of the rules, never told.

What stands here goes on screens for everybody: of a secret ballot nothing is known but who may answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.data import dataclass
from facilitator.meeting.gathering import gather
from facilitator.meeting.polls import Method, Poll
from facilitator.rules.composition import is_contested
from facilitator.rules.counting import Prospect, count, prospect, the_rule
from facilitator.rules.outcome import Outcome, Test
from facilitator.rules.outlook import DryRun, dry_run, still_short, the_line
from facilitator.rules.tally import Votes

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Standing:
    """What may be said of a running vote."""

    waiting: tuple[str, ...]
    """In the room and entitled, and no answer yet. Nobody once hands were counted; of a secret ballot, all."""
    away: tuple[str, ...]
    """On the roll, but out of the room without an answer; they may still come back."""
    votes: Votes | None = None
    """The answers so far; None while hands are not counted, and always of a secret ballot."""
    outcome: Outcome | None = None
    """What these would come to: for its numbers only. No verdict stands before the vote is closed."""
    prospect: Prospect = Prospect.OPEN
    short: int | None = None
    """Further votes in favour that are needed at the least; None where that cannot be told."""
    line: Test | None = None
    """The test that one mark on the bar can stand for."""


def standing(meeting: Meeting, poll: Poll) -> Standing:
    """How a running vote stands.

    Called carried only if neither those who still answer nor those who are out of the room can change it, as
    the room is now; called lost only if it is lost even when all who left come back and vote for it.
    """
    silent = [member for member in poll.entitled if member not in poll.votes]
    here = tuple(member for member in silent if meeting.attendance.is_present(member))
    away = tuple(member for member in silent if not meeting.attendance.is_present(member))
    if poll.method is Method.PAPER or (poll.method is Method.HANDS and poll.hands is None):
        return Standing(here, away)
    if poll.method is Method.HANDS:
        here, away = (), ()
    votes = gather(meeting, poll)
    back, now = _by_group(meeting, (*here, *away)), _by_group(meeting, here)
    outcome = count(meeting.charter, poll.rule, votes)
    return Standing(
        here,
        away,
        votes,
        outcome,
        _prospect(meeting, poll, votes, back, now),
        still_short(meeting.charter, poll.rule, votes, back),
        the_line(outcome, running=True),
    )


def _prospect(
    meeting: Meeting, poll: Poll, votes: Votes, back: dict[str, int], now: dict[str, int]
) -> Prospect:
    best = prospect(meeting.charter, poll.rule, votes, back)
    if best is not Prospect.CARRIED:
        return best
    out = tuple(m for m in poll.present if not meeting.attendance.is_present(m))
    if poll.method is not Method.ROLL_CALL or not out:
        return best
    gone = tuple(member for member in out if member not in poll.votes)
    sure = prospect(meeting.charter, poll.rule, gather(meeting, replace(poll, gone=gone)), now)
    return best if sure is best else Prospect.OPEN


def _by_group(meeting: Meeting, members: Iterable[str]) -> dict[str, int]:
    wanted = frozenset(members)
    seats = meeting.council.seats
    return dict(Counter(meeting.group_in(h) for h in seats if h.member in wanted))


def try_out(
    meeting: Meeting, item: str, rule_key: str = "", there: tuple[str, ...] | None = None
) -> DryRun:
    """What a vote on a motion of that item would take now, under that rule of the charter.

    `there` as in `room`: with those on the roll of a running vote, what was so when it was opened.
    """
    return dry_run(meeting.charter, rule_key, room(meeting, item, rule_key, there))


def with_all_expected(meeting: Meeting) -> DryRun:
    """What a vote under the charter's own rule would take if all came who have not asked for leave."""
    coming = (h.member for h in meeting.council.seats if h.member not in meeting.attendance.excused)
    return dry_run(meeting.charter, "", room(meeting, "", there=tuple(coming)))


def room(
    meeting: Meeting, item: str, rule_key: str = "", there: tuple[str, ...] | None = None
) -> Votes:
    """The numbers of a vote that would be opened now: who is here, and who of them is recused.

    `there` stands for those who are here, to ask what would be if it were others.
    """
    out = meeting.polls.recused.get(item, {})
    here = tuple(h.member for h in meeting.attendance.present(meeting.council.seats))
    present = here if there is None else there
    return gather(
        meeting,
        Poll(
            id="",
            motion="",
            item=item,
            method=Method.ROLL_CALL,
            rule=the_rule(meeting.charter, rule_key).key,
            text="",
            present=present,
            recused=tuple(member for member in present if member in out),
            tellers=(),
            opened=meeting.chronicle[-1].recorded,
        ),
    )


def left_silent(meeting: Meeting, poll: Poll) -> int:
    """How many who might have answered, and who count here, had left without an answer at the close."""
    ruled_out = poll.contested_counted is False
    return sum(
        holding.member in poll.gone
        and holding.member in poll.entitled
        and not (ruled_out and is_contested(meeting.charter, holding))
        for holding in meeting.council.seats
    )


class Absence(StrEnum):
    """Why a member is not on the roll of a vote."""

    LEFT = "left"  # was there, and out of the room when it began
    LATE = "late"  # came after it had begun
    EXCUSED = "excused"
    NEVER_CAME = "never-came"


def why_absent(meeting: Meeting, poll: Poll, member: str) -> Absence:
    """Why a member who is not on the roll was not in the room when the vote began."""
    began = poll.opened.at
    stays = meeting.attendance.stays.get(member, [])
    if any(stay.came <= began for stay in stays):
        return Absence.LEFT
    if stays and (poll.closed is None or stays[0].came <= poll.closed.at):
        return Absence.LATE
    excused = (*meeting.attendance.excused, *meeting.attendance.came_after_all)
    return Absence.EXCUSED if member in excused else Absence.NEVER_CAME
