"""Putting a motion to the vote: who is on the roll, how it is counted, what came of it.

The roll is frozen when a poll opens. Absent, recused, not voting, abstaining, blank and void are six
different things and stay so. The counting itself is in `rules`; this part only gathers the numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from facilitator.acts import Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.data import dataclass
from facilitator.meeting.motions import OPEN, Motion
from facilitator.meeting.part import Change, MeetingCommand, Part
from facilitator.rules.charter import Charter, Measure, QuorumLost, Threshold
from facilitator.rules.counting import quorum_tests, the_rule
from facilitator.rules.outcome import Outcome
from facilitator.rules.tally import Choice, Number

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class Method(StrEnum):
    HANDS = "hands"  # 举手表决: totals only
    ROLL_CALL = "roll-call"  # 点名表决: by member
    PAPER = "paper"  # 无记名投票: two tellers


class Hands(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """Hands counted, in the whole room or in one seat group."""

    in_favour: Number
    against: Number = 0
    abstained: Number = 0


class Ballots(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """One count of the ballot papers; `returned` is counted on its own and has to add up."""

    returned: Number
    in_favour: Number
    against: Number = 0
    abstained: Number = 0
    blank: Number = 0
    void: Number = 0

    @property
    def sum(self) -> int:
        """What the heaps add up to."""
        return self.in_favour + self.against + self.abstained + self.blank + self.void


def as_text(numbers: Hands | Ballots) -> str:
    """Numbers as one line of plain data."""
    return msgspec.json.encode(numbers).decode()


class Recuse(MeetingCommand, frozen=True, kw_only=True, tag="polls.recuse"):
    """A member declares a conflict of interest on the item in hand and does not vote on it."""

    member: str
    reason: str


class LiftRecusal(MeetingCommand, frozen=True, kw_only=True, tag="polls.lift-recusal"):
    """A member was recused from the item in hand by mistake, or the conflict of interest is gone."""

    member: str
    reason: str


class OpenPoll(MeetingCommand, frozen=True, kw_only=True, tag="polls.open"):
    """A motion is put to the vote. Paper ballots need two tellers."""

    poll: str
    motion: str
    method: Method
    rule: str = ""
    tellers: tuple[str, ...] = ()


class PollOpened(Event, frozen=True, kw_only=True, tag="polls.opened"):
    poll: str
    motion: str
    method: Method
    rule: str
    text: str
    """The motion as put, word for word."""
    present: tuple[str, ...]
    recused: tuple[str, ...] = ()
    tellers: tuple[str, ...] = ()


class Recused(Event, frozen=True, kw_only=True, tag="polls.recused"):
    item: str
    member: str
    reason: str


class RecusalLifted(Event, frozen=True, kw_only=True, tag="polls.recusal-lifted"):
    item: str
    member: str
    reason: str


@dataclass(slots=True)
class Count:
    """One teller's count, or a joint recount (teller empty)."""

    teller: str
    ballots: Ballots
    recorded: Recorded
    superseded: bool = False


@dataclass(slots=True)
class Poll:
    """One vote, from its opening to its outcome."""

    id: str
    motion: str
    item: str
    method: Method
    rule: str
    text: str
    present: tuple[str, ...]
    recused: tuple[str, ...]
    tellers: tuple[str, ...]
    opened: Recorded
    gone: tuple[str, ...] = ()
    """Present when it opened, but out of the room before they answered: in the base, not in the quorum."""
    votes: dict[str, Choice] = field(default_factory=dict[str, Choice])
    hands: Hands | None = None
    hands_by_group: dict[str, Hands] = field(default_factory=dict[str, Hands])
    issued: int | None = None
    counts: list[Count] = field(default_factory=list[Count])
    casting: Choice | None = None
    contested_counted: bool | None = None
    """What people ruled about votes of wrongly held seats; None while nobody has."""
    closed: Recorded | None = None
    outcome: Outcome | None = None
    ruling: str = ""
    """Why the poll was declared void, or the reason of a ruling."""
    changes: list[Change] = field(default_factory=list[Change])
    revised: list[Recorded] = field(default_factory=list[Recorded])

    @property
    def entitled(self) -> tuple[str, ...]:
        """Those who may answer: present when it opened, and not recused."""
        return tuple(member for member in self.present if member not in self.recused)

    @property
    def agreed_count(self) -> Ballots | None:
        """The ballots as both tellers found them, or as they were counted again together."""
        standing = [count for count in self.counts if not count.superseded]
        if standing and not standing[-1].teller:
            return standing[-1].ballots
        found = [count.ballots for count in standing]
        return found[0] if len(found) == 2 and found[0] == found[1] else None


@dataclass(slots=True)
class Polls:
    """All polls in the order they were opened, and who is recused from which item."""

    all: dict[str, Poll] = field(default_factory=dict[str, Poll])
    running: str = ""
    recused: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])

    def poll(self, poll: str) -> Poll:
        """The poll of that name, or a refusal (`unknown-poll`)."""
        if poll not in self.all:
            raise RuleViolation("unknown-poll", poll=poll)
        return self.all[poll]

    def open_poll(self, poll: str, method: Method) -> Poll:
        """A running poll of that method, or a refusal."""
        found = self.poll(poll)
        if self.running != poll:
            raise RuleViolation("poll-closed", poll=poll)
        if found.method is not method:
            raise RuleViolation("other-method", poll=poll, method=found.method.value)
        return found

    def standing(self, poll: str, method: Method) -> Poll:
        """A poll of that method, open or closed but not declared void, or a refusal."""
        found = self.poll(poll)
        if found.method is not method:
            raise RuleViolation("other-method", poll=poll, method=found.method.value)
        if found.closed and found.outcome is None:
            raise RuleViolation("poll-void", poll=poll)
        return found

    def running_on(self, motion: str) -> Poll | None:
        """The poll that runs on a motion, or None."""
        poll = self.all.get(self.running)
        return poll if poll is not None and poll.motion == motion else None

    def on_motion(self, motion: str) -> list[Poll]:
        """The polls on a motion."""
        return [poll for poll in self.all.values() if poll.motion == motion]


def recuse(meeting: Meeting, command: Recuse) -> Iterable[Event]:
    """Recusal comes before the vote; the member stays counted as present."""
    meeting.expect_item_in_hand()
    meeting.expect_voter_present(command.member)
    item = meeting.agenda.in_hand
    meeting.refuse_poll()
    if command.member in meeting.polls.recused.get(item, {}):
        raise RuleViolation("already-recused", member=command.member)
    yield Recused(item=item, member=command.member, reason=clean_text(command.reason, "reason"))


def lift_recusal(meeting: Meeting, command: LiftRecusal) -> Iterable[Event]:
    """Before the vote, as the recusal itself; votes already taken stand as they were."""
    meeting.expect_item_in_hand()
    item = meeting.agenda.in_hand
    meeting.refuse_poll()
    if command.member not in meeting.polls.recused.get(item, {}):
        raise RuleViolation("not-recused", member=command.member)
    yield RecusalLifted(
        item=item, member=command.member, reason=clean_text(command.reason, "reason")
    )


def open_poll(meeting: Meeting, command: OpenPoll) -> Iterable[Event]:
    """One poll at a time, on a motion that is ready for it, with a quorum if the charter asks for one."""
    poll = clean_id(command.poll, "poll")
    if poll in meeting.polls.all:
        raise RuleViolation("poll-exists", poll=poll)
    meeting.expect_item_in_hand()
    motion = _ready(meeting, command.motion)
    rule = the_rule(meeting.charter, command.rule)
    _method_fits(meeting, command)
    present = tuple(h.member for h in meeting.attendance.present(meeting.council.seats))
    _quorum(meeting)
    out = meeting.polls.recused.get(motion.item, {})
    yield PollOpened(
        poll=poll,
        motion=motion.id,
        method=command.method,
        rule=rule.key,
        text=motion.text,
        present=present,
        recused=tuple(member for member in present if member in out),
        tellers=command.tellers,
    )


def _ready(meeting: Meeting, motion_id: str) -> Motion:
    """A motion that may be voted on now: in hand, seconded if needed, its amendments decided.

    An amendment says what the whole motion becomes; once the motion has another wording it no longer fits.
    """
    meeting.refuse_if_busy()
    motion = meeting.motions.pending(motion_id)
    meeting.expect_motion_in_hand(motion)
    if meeting.charter.second_required and not motion.second:
        raise RuleViolation("not-seconded", motion=meeting.motions.number(motion))
    for one in meeting.motions.amendments(motion.id):
        if one.state in OPEN:
            raise RuleViolation("amendment-first", motion=meeting.motions.number(one))
    if motion.amends and meeting.motions.pending(motion.amends).text != motion.amended_from:
        raise RuleViolation("amendment-outdated", motion=meeting.motions.number(motion))
    return motion


def _method_fits(meeting: Meeting, command: OpenPoll) -> None:
    """Names are needed where groups or weights decide; tellers where papers are counted."""
    tests = answer_tests(meeting.charter, command.rule)
    named = command.method is Method.ROLL_CALL
    if not named and any(t.measure is Measure.WEIGHT for t in (*tests, *meeting.charter.quorum)):
        raise RuleViolation("weights-need-names", method=command.method.value)
    if command.method is Method.PAPER and any(test.group for test in tests):
        raise RuleViolation("groups-need-names", method=command.method.value)
    wanted = 2 if command.method is Method.PAPER else 0
    if len(set(command.tellers)) != wanted or len(command.tellers) != wanted:
        raise RuleViolation("tellers", wanted=wanted, given=len(set(command.tellers)))
    for teller in command.tellers:
        meeting.expect_present(teller)


def answer_tests(charter: Charter, rule_key: str) -> tuple[Threshold, ...]:
    """The thresholds of a rule that look at answers; a quorum looks only at who is there."""
    rule = the_rule(charter, rule_key)
    return (*rule.participation, *rule.consent)


def _quorum(meeting: Meeting) -> None:
    if meeting.charter.quorum_lost is QuorumLost.RECORD:
        return
    tests = quorum_tests(meeting.charter, meeting.figures())
    short = next((test for test in tests if not test.met), None)
    if short is not None:
        raise RuleViolation(
            "quorum-lost", present=short.reached, needed=short.needed, base=short.base_size
        )


def on_recused(meeting: Meeting, event: Recused, _recorded: Recorded) -> None:
    meeting.polls.recused.setdefault(event.item, {})[event.member] = event.reason


def on_recusal_lifted(meeting: Meeting, event: RecusalLifted, _recorded: Recorded) -> None:
    del meeting.polls.recused[event.item][event.member]


def on_opened(meeting: Meeting, event: PollOpened, recorded: Recorded) -> None:
    meeting.polls.all[event.poll] = Poll(
        id=event.poll,
        motion=event.motion,
        item=meeting.motions.all[event.motion].item,
        method=event.method,
        rule=event.rule,
        text=event.text,
        present=event.present,
        recused=event.recused,
        tellers=event.tellers,
        opened=recorded,
    )
    meeting.polls.running = event.poll


PART = Part(
    "polls",
    {Recuse: recuse, LiftRecusal: lift_recusal, OpenPoll: open_poll},
    {Recused: on_recused, RecusalLifted: on_recusal_lifted, PollOpened: on_opened},
)
