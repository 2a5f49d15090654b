"""From a poll to the numbers that the rules count: by seat group, by weight, contested seats apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from facilitator.meeting.polls import Ballots, Hands, Method, Poll
from facilitator.rules.composition import Holding, is_contested
from facilitator.rules.tally import Choice, Tally, Votes

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


def gather(meeting: Meeting, poll: Poll, ballots: Ballots | None = None) -> Votes:
    """The votes of a poll whose count is complete; `ballots` stands for the agreed count in a correction."""
    if poll.method is Method.ROLL_CALL:
        return _named(meeting, poll)
    if poll.method is Method.HANDS:
        return _hands(meeting, poll)
    return _paper(meeting, poll, ballots or poll.agreed_count)


def _named(meeting: Meeting, poll: Poll) -> Votes:
    seats = _admitted(meeting, poll)
    heads = _by_group(meeting, poll, seats)
    contested = [h for h in seats if is_contested(meeting.charter, h)]
    loose = poll.contested_counted is None
    weights = _tally(poll, seats, sum(h.weight for h in seats), weighed=True)
    return Votes(
        whole=_tally(poll, seats, meeting.seats_in_all),
        groups=heads,
        weights=weights if meeting.charter.weight_unit else None,
        contested=_contested(meeting, poll, contested) if loose else {},
        casting=poll.casting,
    )


def _admitted(meeting: Meeting, poll: Poll) -> tuple[Holding, ...]:
    """The members who count: all in office, less those whose seat was ruled not to count here."""
    seats = meeting.council.seats
    if poll.contested_counted is False:
        return tuple(h for h in seats if not is_contested(meeting.charter, h))
    return seats


def _by_group(meeting: Meeting, poll: Poll, seats: Iterable[Holding]) -> dict[str, Tally]:
    groups: dict[str, Tally] = {}
    for group in meeting.charter.groups:
        own = [h for h in seats if meeting.group_in(h) == group.key]
        groups[group.key] = _tally(poll, own, group.seats or len(own))
    return groups


def _contested(meeting: Meeting, poll: Poll, holders: list[Holding]) -> dict[str, Tally]:
    by_group: dict[str, list[Holding]] = {}
    for holding in holders:
        by_group.setdefault(meeting.group_in(holding), []).append(holding)
    return {key: _tally(poll, own, len(own)) for key, own in by_group.items()}


def _tally(poll: Poll, holders: Iterable[Holding], seats: int, *, weighed: bool = False) -> Tally:
    def total(members: Iterable[Holding]) -> int:
        return sum(h.weight if weighed else 1 for h in members)

    own, roll = list(holders), frozenset(poll.present)
    present = [h for h in own if h.member in roll]

    def answered(choice: Choice) -> int:
        return total(h for h in present if poll.votes.get(h.member) is choice)

    return Tally(
        seats=seats,
        in_office=total(own),
        present=total(present),
        recused=total(h for h in present if h.member in poll.recused),
        in_favour=answered(Choice.FOR),
        against=answered(Choice.AGAINST),
        abstained=answered(Choice.ABSTAIN),
        left=total(h for h in present if h.member in poll.gone),
    )


def _hands(meeting: Meeting, poll: Poll) -> Votes:
    assert poll.hands is not None
    empty = _by_group(meeting, poll, meeting.council.seats)
    groups = {
        key: _raised(tally, poll.hands_by_group.get(key, Hands(in_favour=0)))
        for key, tally in empty.items()
    }
    return Votes(
        whole=_raised(_tally(poll, meeting.council.seats, meeting.seats_in_all), poll.hands),
        groups=groups if poll.hands_by_group else {},
        presence=empty,
        contested_unnamed=_unnamed(meeting, poll),
        casting=poll.casting,
    )


def _raised(tally: Tally, hands: Hands) -> Tally:
    return (
        tally.plus(Choice.FOR, hands.in_favour)
        .plus(Choice.AGAINST, hands.against)
        .plus(Choice.ABSTAIN, hands.abstained)
    )


def _paper(meeting: Meeting, poll: Poll, ballots: Ballots | None) -> Votes:
    assert ballots is not None
    bare = _tally(poll, meeting.council.seats, meeting.seats_in_all)
    whole = Tally(
        seats=bare.seats,
        in_office=bare.in_office,
        present=bare.present,
        recused=bare.recused,
        in_favour=ballots.in_favour,
        against=ballots.against,
        abstained=ballots.abstained,
        blank=ballots.blank,
        void=ballots.void,
    )
    return Votes(
        whole=whole,
        presence=_by_group(meeting, poll, meeting.council.seats),
        issued=poll.issued,
        contested_unnamed=_unnamed(meeting, poll),
        casting=poll.casting,
    )


def _unnamed(meeting: Meeting, poll: Poll) -> int:
    """Holders of contested seats who may have voted where nobody's vote is known by name."""
    if poll.contested_counted is not None:
        return 0
    return sum(
        is_contested(meeting.charter, h) and h.member in poll.entitled
        for h in meeting.council.seats
    )
