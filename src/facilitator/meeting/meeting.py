"""A meeting: the state of its parts, and the questions that more than one part asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field
from functools import partial

import msgspec

from facilitator.acts import Recorded, RuleViolation
from facilitator.data import dataclass
from facilitator.meeting.agenda import Agenda, Item
from facilitator.meeting.attendance import Attendance
from facilitator.meeting.decisions import Decisions
from facilitator.meeting.floor import Floor
from facilitator.meeting.format import Format, Phase, Stage
from facilitator.meeting.forum.convergence import Convergence
from facilitator.meeting.forum.groups import Groups
from facilitator.meeting.forum.interest import Interest
from facilitator.meeting.forum.matrix import Matrix
from facilitator.meeting.forum.reports import Reports
from facilitator.meeting.forum.rounds import Rounds, refuse_round
from facilitator.meeting.forum.theme import Theme
from facilitator.meeting.forum.wall import Wall
from facilitator.meeting.lifecycle import Council, Lifecycle, MeetingConvened, phase_of
from facilitator.meeting.motions import Motion, Motions, MotionState
from facilitator.meeting.notes import Notes
from facilitator.meeting.polls import Polls
from facilitator.meeting.reviews import Reviews
from facilitator.meeting.selection.outcome import Outcome
from facilitator.meeting.selection.papers import Ballots, refuse_vote
from facilitator.meeting.selection.pitches import Pitches, refuse_pitch
from facilitator.meeting.selection.recusals import Recusals
from facilitator.meeting.selection.slate import Offered, Slate
from facilitator.meeting.selection.terms import Terms
from facilitator.rules.charter import Charter
from facilitator.rules.composition import Holding
from facilitator.rules.tally import Tally, Votes


@dataclass(frozen=True, slots=True)
class Outside:
    """What a meeting cannot know from its own history; the session tells it before each act."""

    council: Council | None = None
    format: Format | None = None
    next_ordinal: int = 1
    next_decision: int = 1
    running: str = ""
    """Another meeting of the same body that is running now."""
    waiting: frozenset[tuple[str, str]] = frozenset()
    """What other meetings of the body put off and nobody has carried over: meeting and title of the item."""
    source: str = ""
    """Where an item that is to be added comes from, if that is known to the archive."""
    offered: Offered | None = None
    """What the round that a slate is taken from offers."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with the item that was in hand when it happened."""

    item: str
    recorded: Recorded


@dataclass
class Meeting:
    """Built from its journal; changed by `apply` only."""

    id: str
    outside: Outside = field(default_factory=Outside)
    version: int = 0
    convened: Recorded | None = None
    life: Lifecycle = field(default_factory=Lifecycle)
    attendance: Attendance = field(default_factory=Attendance)
    agenda: Agenda = field(default_factory=Agenda)
    floor: Floor = field(default_factory=Floor)
    notes: Notes = field(default_factory=Notes)
    motions: Motions = field(default_factory=Motions)
    polls: Polls = field(default_factory=Polls)
    decisions: Decisions = field(default_factory=Decisions)
    reviews: Reviews = field(default_factory=Reviews)
    theme: Theme = field(default_factory=Theme)
    matrix: Matrix = field(default_factory=Matrix)
    wall: Wall = field(default_factory=Wall)
    interest: Interest = field(default_factory=Interest)
    rounds: Rounds = field(default_factory=Rounds)
    reports: Reports = field(default_factory=Reports)
    convergence: Convergence = field(default_factory=Convergence)
    groups: Groups = field(default_factory=Groups)
    slate: Slate = field(default_factory=Slate)
    terms: Terms = field(default_factory=Terms)
    pitches: Pitches = field(default_factory=Pitches)
    recusals: Recusals = field(default_factory=Recusals)
    ballots: Ballots = field(default_factory=Ballots)
    outcome: Outcome = field(default_factory=Outcome)
    chronicle: list[Entry] = field(default_factory=list[Entry])
    call: MeetingConvened = field(init=False)
    taken: Council = field(init=False)
    """The body as it was taken over: when the meeting was convened, and again when people gathered."""
    format: Format = field(init=False)

    @property
    def council(self) -> Council:
        """The body as it is now while the meeting is prepared; from when people gather, as it was then."""
        now = self.outside.council
        if now is None or self.phase.stage is not Stage.BEFORE:
            return self.taken
        # A meeting is numbered in the term in which it was convened, and so are its decisions.
        return msgspec.structs.replace(now, term=self.taken.term)

    @property
    def charter(self) -> Charter:
        """The version this meeting is held under; from when people gather, for ever."""
        return self.council.charter

    @property
    def phase(self) -> Phase:
        """The phase it is in."""
        return phase_of(self)

    @property
    def seats_in_all(self) -> int:
        """The charter's seats; an open group has as many as are registered."""
        held = [self.group_in(holding) for holding in self.council.seats]
        return sum(group.seats or held.count(group.key) for group in self.charter.groups)

    def is_member(self, person: str) -> bool:
        """Whether somebody holds a seat."""
        return any(holding.member == person for holding in self.council.seats)

    def seat_of(self, member: str) -> Holding | None:
        """A member's holding, or None."""
        return next((h for h in self.council.seats if h.member == member), None)

    def group_of(self, member: str) -> str:
        """The seat group a member votes in: the seat's own, whoever holds it."""
        holding = self.seat_of(member)
        return self.group_in(holding) if holding is not None else ""

    def group_in(self, holding: Holding) -> str:
        """The seat group that votes from this place: the seat's own, whoever holds it."""
        return self.charter.group_of_seat(holding.seat) or holding.group

    def figures(self) -> Votes:
        """The body's numbers as the room is now, with no votes cast."""
        here = {h.member for h in self.attendance.present(self.council.seats)}

        def tally(holders: list[Holding], seats: int) -> Tally:
            there = sum(h.member in here for h in holders)
            return Tally(seats=seats, in_office=len(holders), present=there)

        def weigh(holders: Iterable[Holding]) -> int:
            return sum(h.weight for h in holders)

        council = self.council
        seats, charter = list(council.seats), council.charter
        groups: dict[str, list[Holding]] = {group.key: [] for group in charter.groups}
        for holding in seats:
            groups.setdefault(charter.group_of_seat(holding.seat) or holding.group, []).append(
                holding
            )
        return Votes(
            whole=tally(seats, self.seats_in_all),
            groups={
                group.key: tally(groups[group.key], group.seats or len(groups[group.key]))
                for group in self.charter.groups
            },
            weights=Tally(
                seats=weigh(seats),
                in_office=weigh(seats),
                present=weigh(h for h in seats if h.member in here),
            )
            if self.charter.weight_unit
            else None,
        )

    def expect_known(self, person: str) -> None:
        """Refuse somebody who neither holds a seat nor was let in (`not-a-member`)."""
        if not self.is_member(person) and person not in self.attendance.observers:
            raise RuleViolation("not-a-member", member=person)

    def expect_member(self, member: str) -> None:
        """Refuse somebody who holds no seat: unknown (`not-a-member`), or there without a vote (`no-vote`)."""
        self.expect_known(member)
        if not self.is_member(member):
            raise RuleViolation("no-vote", member=member)

    def expect_present(self, person: str) -> None:
        """Refuse somebody unknown (`not-a-member`) or out of the room (`not-present`, with the time)."""
        self.expect_known(person)
        if not self.attendance.is_present(person):
            stays = self.attendance.stays.get(person)
            left = stays[-1].left if stays else None
            raise RuleViolation("not-present", person=person, left=left.isoformat() if left else "")

    def expect_voter_present(self, member: str) -> None:
        """Refuse anybody but a member in the room."""
        self.expect_member(member)
        self.expect_present(member)

    def expect_came(self, person: str) -> None:
        """Refuse somebody who has not been in the room at all."""
        if not self.attendance.came(person):
            self.expect_present(person)

    def expect_running(self) -> None:
        """Refuse what needs a running meeting."""
        if self.phase.stage is not Stage.RUNNING:
            raise RuleViolation("not-running", phase=self.phase.key)
        if self.life.recess:
            raise RuleViolation("in-recess")

    def expect_item_in_hand(self) -> None:
        """Refuse what needs an item in hand."""
        self.expect_running()
        if not self.agenda.in_hand:
            raise RuleViolation("no-item-in-hand")

    def expect_motion_in_hand(self, motion: Motion) -> None:
        """Refuse to go on with a motion while its item is not in hand (`item-not-in-hand`)."""
        self.expect_item_in_hand()
        if motion.item != self.agenda.in_hand:
            raise RuleViolation("item-not-in-hand", item=self.agenda.item(motion.item).title)

    def refuse_poll(self) -> None:
        """Refuse what has to wait for the end of a running poll (`poll-open`)."""
        if self.polls.running:
            raise RuleViolation("poll-open", poll=self.polls.running)

    def refuse_if_busy(self) -> None:
        """Refuse what a running poll or speech has to end for."""
        self.refuse_poll()
        if self.floor.speaking:
            raise RuleViolation("has-the-floor", person=self.floor.speaking.speaker)

    def refuse_open_motion(self, item: Item) -> None:
        """Refuse to put an item away while a motion on it hangs (`motion-open`, `motion-undecided`)."""
        for motion in self.motions.open_on(item.id):
            name = self.motions.number(motion)
            if motion.state is MotionState.UNDECIDED:
                raise RuleViolation("motion-undecided", motion=name, item=item.title)
            raise RuleViolation("motion-open", motion=name, item=item.title)

    def hindrances(self) -> list[tuple[str, RuleViolation]]:
        """What still keeps the meeting from being closed: the item concerned ("" for none), and the refusal.

        All of it, in the order in which it is refused; items that are not settled are one refusal.
        """
        found: list[tuple[str, RuleViolation]] = []

        def note(item: str, check: Callable[[], None]) -> None:
            try:
                check()
            except RuleViolation as refusal:
                found.append((item, refusal))

        note("", self.refuse_if_busy)
        note("", partial(refuse_round, self))
        note("", partial(refuse_pitch, self))
        note("", partial(refuse_vote, self))
        note("", self._refuse_unfinished)
        for item in self.agenda.items:
            note(item.id, partial(self.refuse_open_motion, item))
        return found

    def _refuse_unfinished(self) -> None:
        unfinished = self.agenda.unfinished()
        if unfinished:
            raise RuleViolation("items-unfinished", items=[item.title for item in unfinished])

    def refuse_if_polled(self, motion: str) -> None:
        """Refuse to touch a motion while it is being voted on."""
        poll = self.polls.running_on(motion)
        if poll is not None:
            raise RuleViolation("poll-open", poll=poll.id)
