"""A vote and its papers as they are known: by chamber, by helper, settled, typed for somebody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

import msgspec

from facilitator.acts import Recorded, RuleViolation
from facilitator.data import dataclass
from facilitator.meeting.part import Change
from facilitator.meeting.selection.terms import Terms

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class Marks(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """What is on one ballot: ticks (1), points, scores or places by project.

    `struck` are projects crossed out on this paper because its voter stepped back: marks on them do not count.
    `unreadable` is a paper of which nobody can tell what it means.
    """

    marks: dict[str, int] = {}
    struck: tuple[str, ...] = ()
    unreadable: bool = False


@dataclass(slots=True)
class Paper:
    """One paper: what each helper read, and what both read together where they differed."""

    group: str
    number: int
    read: dict[int, Marks] = field(default_factory=dict[int, Marks])
    """By helper, 1 and 2."""
    settled: Marks | None = None

    def agreed(self, twice: bool) -> Marks | None:
        """What is on it, once it is known; None while it was not read often enough or differently."""
        if self.settled is not None:
            return self.settled
        found = list(self.read.values())
        if len(found) < (2 if twice else 1) or any(one != found[0] for one in found):
            return None
        return found[0]

    @property
    def differs(self) -> bool:
        """Whether two helpers read it differently and nobody has settled it."""
        return self.settled is None and len(self.read) == 2 and self.read[1] != self.read[2]


@dataclass(slots=True)
class Vote:
    """One vote, from its opening to its close. Boxes and issued papers by chamber."""

    number: int
    present: tuple[str, ...]
    helpers: tuple[str, ...]
    among: tuple[str, ...]
    opened: Recorded
    candidates: tuple[str, ...] = ()
    """What is on its ballots, whatever becomes of it later."""
    terms: Terms = field(default_factory=Terms)
    """Those it is held under."""
    recused: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """Who on the roll had stepped back when it opened, by project."""
    issued: dict[str, int] = field(default_factory=dict[str, int])
    box: dict[str, int] = field(default_factory=dict[str, int])
    papers: dict[tuple[str, int], Paper] = field(default_factory=dict[tuple[str, int], Paper])
    named: dict[str, Marks] = field(default_factory=dict[str, Marks])
    """Ballots typed for somebody, by member."""
    typed_by: dict[str, str] = field(default_factory=dict[str, str])
    closed: Recorded | None = None
    void: str = ""
    """Why people declared that it does not count; empty while it does."""
    overfull: tuple[str, ...] = ()
    """Chambers whose box held more papers than were handed out, found at the close: it does not count then."""
    changes: list[Change] = field(default_factory=list[Change])

    @property
    def stands(self) -> bool:
        """Whether it counts, or may yet."""
        return not self.void and not self.overfull

    def own(self, member: str) -> list[str]:
        """The projects on its ballots that a member does not vote on."""
        return [candidate for candidate, members in self.recused.items() if member in members]

    def forget(self, member: str) -> None:
        """Somebody was not in the room after all: they are off its roll."""
        self.present = tuple(one for one in self.present if one != member)
        left = {
            candidate: tuple(one for one in members if one != member)
            for candidate, members in self.recused.items()
        }
        self.recused = {candidate: members for candidate, members in left.items() if members}

    def differences(self) -> list[Paper]:
        """Papers that the two helpers read differently, in their order."""
        return sorted(
            (one for one in self.papers.values() if one.differs), key=lambda p: (p.group, p.number)
        )

    def unread(self, group: str, helper: int) -> list[int]:
        """Numbers of papers in a chamber's box that a helper has still to enter."""
        return [
            number
            for number in range(1, self.box.get(group, 0) + 1)
            if (paper := self.papers.get((group, number))) is None
            or (helper not in paper.read and paper.settled is None)
        ]


@dataclass(slots=True)
class Ballots:
    """All votes on the slate, in order; the last may be open."""

    votes: list[Vote] = field(default_factory=list[Vote])

    @property
    def open(self) -> Vote | None:
        """The vote that runs, or None."""
        last = self.votes[-1] if self.votes else None
        return last if last is not None and last.closed is None and last.stands else None

    def running(self) -> Vote:
        """The vote that runs, or a refusal (`no-vote-open`)."""
        if self.open is None:
            raise RuleViolation("no-vote-open")
        return self.open

    @property
    def fixed(self) -> bool:
        """Whether what people vote on, and how, stays as it is: some vote counts, or may yet."""
        return any(one.stands for one in self.votes)

    def main(self) -> Vote | None:
        """The vote on the whole slate that counts, closed or not; None before there is one."""
        found = [one for one in self.votes if not one.among and one.stands]
        return found[-1] if found else None

    def refuse_open(self) -> None:
        """Refuse what has to happen before a vote or after it (`vote-open`)."""
        if self.open is not None:
            raise RuleViolation("vote-open")


def refuse_vote(meeting: Meeting) -> None:
    """Refuse what waits for the end of the vote that runs (`vote-open`)."""
    meeting.ballots.refuse_open()


def chambers(meeting: Meeting) -> list[str]:
    """The seat groups of the charter, in its order."""
    return [group.key for group in meeting.charter.groups]


def on_roll(meeting: Meeting, vote: Vote) -> dict[str, int]:
    """How many of each chamber were in the room when the vote opened."""
    found = dict.fromkeys(chambers(meeting), 0)
    for member in vote.present:
        found[meeting.group_of(member)] += 1
    return found


def may_be_issued(meeting: Meeting, vote: Vote, group: str) -> int:
    """How many papers a chamber may be given: one for everybody on the roll whose ballot is not typed."""
    typed = sum(meeting.group_of(member) == group for member in vote.named)
    return on_roll(meeting, vote)[group] - typed


def eligible(meeting: Meeting, vote: Vote) -> list[str]:
    """The projects on the ballots of a vote that still stand."""
    return [one.id for one in meeting.slate.standing if one.id in vote.candidates]


def handed_out(counts: Mapping[str, int]) -> int:
    """The papers of all chambers."""
    return sum(counts.values())
