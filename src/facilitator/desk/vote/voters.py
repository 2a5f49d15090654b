"""Everybody on and off the roll of a vote, in the order of the seats: the answer, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import clock_at
from facilitator.meeting import Meeting
from facilitator.meeting.part import Change
from facilitator.meeting.polls import Poll
from facilitator.meeting.standing import Absence, why_absent
from facilitator.rules.charter import SeatGroup
from facilitator.rules.composition import Holding
from facilitator.rules.tally import Choice
from facilitator.words.tongue import mark_in

ABSENCES: Mapping[Absence, tuple[str, str]] = {
    Absence.LEFT: mark_in("absence", "out of the room"),
    Absence.LATE: mark_in("absence", "came after the vote had begun"),
    Absence.EXCUSED: mark_in("absence", "with leave"),
    Absence.NEVER_CAME: mark_in("absence", "did not come"),
}


@dataclass(frozen=True, slots=True)
class Voter:
    """One seat at one vote; `member` is empty for a seat that nobody holds."""

    member: str
    seat: int
    name: str
    group: int
    """Place of the seat group in the charter."""
    choice: Choice | None = None
    out: str = ""
    """Why no answer can be taken now, in place of the buttons; "" when one can, or was."""
    on_roll: bool = True
    """Whether an answer may be expected or corrected at all."""
    old: str = ""
    """The answers that were corrected, for a tool tip."""

    @property
    def waiting(self) -> bool:
        """Whether this one is still to be called."""
        return self.choice is None and not self.out


def voters_of(desk: Desk, meeting: Meeting, poll: Poll) -> list[Voter]:
    """All seats by number; what is vacant among them where the charter numbers its seats."""
    names = desk.session.names(meeting)
    groups = {group.key: at for at, group in enumerate(meeting.charter.groups)}
    absent = _Absence(desk, meeting, poll)
    present, recused = frozenset(poll.present), frozenset(poll.recused)
    corrected = {change.field: change for change in poll.changes}
    found = [_vacant(desk, group, seat, groups) for group, seat in _empty_seats(meeting)]
    for holding in meeting.council.seats:
        member = holding.member
        on_roll = member in present and member not in recused
        found.append(
            Voter(
                member=member,
                seat=holding.seat,
                name=names.get(member, member),
                group=groups.get(meeting.group_in(holding), -1),
                choice=poll.votes.get(member),
                out="" if member in poll.votes else absent.words(holding, on_roll=on_roll),
                on_roll=on_roll,
                old=_old(desk, corrected[member]) if member in corrected else "",
            )
        )
    return sorted(found, key=lambda voter: (voter.group, voter.seat))


def _empty_seats(meeting: Meeting) -> list[tuple[SeatGroup, int]]:
    held = {holding.seat for holding in meeting.council.seats}
    return [
        (group, seat)
        for group in meeting.charter.groups
        for seat in meeting.charter.seat_numbers(group.key)
        if seat not in held
    ]


def _vacant(desk: Desk, group: SeatGroup, seat: int, groups: Mapping[str, int]) -> Voter:
    t = desk.t
    vacant = t.within("column", "Vacant")
    return Voter("", seat, "", groups[group.key], out=vacant, on_roll=False)


class _Absence:
    """Why somebody gives no answer."""

    def __init__(self, desk: Desk, meeting: Meeting, poll: Poll) -> None:
        self._t, self._meeting, self._poll = desk.t, meeting, poll
        self._present, self._recused = frozenset(poll.present), frozenset(poll.recused)

    def words(self, holding: Holding, *, on_roll: bool) -> str:
        """20:10 离席 · 不参加; "" for somebody who may answer now."""
        t, member = self._t, holding.member
        here = self._meeting.attendance.is_present(member)
        if on_roll:
            if here:
                return ""
            return t("{why} · no answer yet", why=self._left(member))
        if member in self._recused:
            why = t.within("column", "Recused")
        else:
            absence = why_absent(self._meeting, self._poll, member)
            left = absence is Absence.LEFT and not here
            why = self._left(member) if left else t.within(*ABSENCES[absence])
        return t("{why} · does not vote", why=why)

    def _left(self, member: str) -> str:
        t = self._t
        left = self._meeting.attendance.stays[member][-1].left
        return t("left {time}", time=clock_at(self._meeting, left)) if left else ""


def _old(desk: Desk, change: Change) -> str:
    t = desk.t
    old = choice_words(desk, change.old)
    return t("Entered before as “{old}”. {reason}", old=old, reason=change.reason)


def choice_words(desk: Desk, choice: str) -> str:
    """赞成, or “no answer” for an empty one."""
    t = desk.t
    return t.within(*CHOICE_WORDS[Choice(choice)]) if choice else t("no answer")


CHOICE_WORDS: Mapping[Choice, tuple[str, str]] = {
    Choice.FOR: mark_in("choice", "For"),
    Choice.AGAINST: mark_in("choice", "Against"),
    Choice.ABSTAIN: mark_in("choice", "Abstain"),
}
