"""A hall for tests: a body of thirteen, its meetings in memory, and commands played at told times.

Every event also goes through JSON into a twin of the meeting, so that each test shows on the way that what is
recorded is enough to rebuild the state, and that a refused command has changed nothing.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from typing import Any, Union

import msgspec
import pytest

from facilitator import bodies, meeting, presets
from facilitator.acts import Command, Event, Recorded, RuleViolation
from facilitator.bodies import Body, Person
from facilitator.bodies.founding import FoundBody
from facilitator.bodies.membership import Entry, SeatMember
from facilitator.meeting import Meeting, Outside
from facilitator.meeting.agenda import ItemState
from facilitator.meeting.attendance import Arrive
from facilitator.meeting.closing import ClosePoll
from facilitator.meeting.format import Format
from facilitator.meeting.items import AddItem, TakeUp
from facilitator.meeting.lifecycle import ConveneMeeting, Council, EnterPhase
from facilitator.meeting.motions import PutAmendment, PutMotion, SecondMotion
from facilitator.meeting.part import MeetingCommand
from facilitator.meeting.polls import Ballots, Hands, Method, OpenPoll, Poll
from facilitator.meeting.voting import CastVote, CountHands, IssueBallots, ReportBallots
from facilitator.rules.charter import (
    Base,
    Charter,
    DecisionRule,
    Office,
    SeatGroup,
    Source,
    SpeakingLimits,
    Threshold,
    Words,
)
from facilitator.rules.tally import Choice
from tests.meeting.way_out import way_out

BODY = "songbaigang"
EVENING = "evening"
START = datetime(2026, 11, 27, 19, 20, tzinfo=UTC)
ESTABLISHED = tuple(f"e{n}" for n in range(1, 7))
NEW = tuple(f"n{n}" for n in range(1, 7))
CHAIR = "o1"
THIRTEEN = (*ESTABLISHED, *NEW, CHAIR)
FOR, AGAINST, ABSTAIN = Choice.FOR, Choice.AGAINST, Choice.ABSTAIN
DECODER = msgspec.json.Decoder(Union[*bodies.EVENTS, *meeting.EVENTS])


def words(text: str) -> Words:
    """The same text in both languages."""
    return Words(text, text)


def two_thirds(**changes: Any) -> DecisionRule:
    """Two thirds of the seats, at least."""
    rule = DecisionRule("two_thirds", words("two thirds"), (Threshold("2/3", Base.SEATS),))
    return msgspec.structs.replace(rule, **changes)


def more_for_than_against(**changes: Any) -> DecisionRule:
    """More than half of those who voted for or against."""
    test = Threshold("1/2", Base.FOR_AGAINST, strict=True)
    return msgspec.structs.replace(DecisionRule("robert", words("robert"), (test,)), **changes)


def charter(**changes: Any) -> Charter:
    """The council of thirteen: 6 established, 6 new, 1 of the office; two thirds of the seats carry."""
    rule = two_thirds()
    made = Charter(
        key="thirteen",
        version=1,
        title=words("Thirteen"),
        sentence=words("Two thirds of the thirteen carry a motion."),
        source=Source("a test"),
        groups=(
            SeatGroup("established", words("Established"), 6),
            SeatGroup("new", words("New"), 6),
            SeatGroup("office", words("Office"), 1),
        ),
        rules=(rule,),
        default_rule=rule.key,
        offices=(Office("chair", words("Chair"), "office", chairs=True),),
        speaking=SpeakingLimits(120, 2),
    )
    return msgspec.structs.replace(made, **changes)


def assembly(size_of_quorum: Threshold | None = None, **changes: Any) -> Charter:
    """An open assembly: whoever registers sits; more than half of those present carry."""
    rule = DecisionRule("half", words("half"), (Threshold("1/2", Base.PRESENT, strict=True),))
    return charter(
        **{
            "groups": (SeatGroup("household", words("Households")),),
            "rules": (rule,),
            "default_rule": rule.key,
            "offices": (),
            "quorum": (size_of_quorum,) if size_of_quorum else (),
            **changes,
        }
    )


class Hall:
    """One body and its meetings; tells each meeting what a session would tell it."""

    def __init__(
        self,
        of: Charter | None = None,
        *,
        members: tuple[str, ...] = THIRTEEN,
        form: Format | None = None,
    ) -> None:
        self.form = form or presets.format_of("yishihui")
        self.at = START - timedelta(days=30)
        self.source = ""
        """Where the next item comes from, as a session has looked it up."""
        self.body, self.body_twin = Body(BODY), Body(BODY)
        self.meetings: dict[str, Meeting] = {}
        self.twins: dict[str, Meeting] = {}
        self.journal: dict[str, list[Recorded]] = {}
        self.do(FoundBody(body=BODY, name="Council", charter=of or charter()))
        for member in members:
            self.seat(member)

    @property
    def meeting(self) -> Meeting:
        """The evening most tests are about, told of its body as a session does it."""
        one = self.meetings[EVENING]
        one.outside = self._outside(one)
        return one

    def seat(self, member: str, group: str = "", **entry: Any) -> None:
        """Seat a member whose group is told by the first letter of the name, or by `group`."""
        told = {"e": "established", "n": "new", "o": "office", "h": "household"}
        office = ("chair",) if member == CHAIR and self.body.charter.office("chair") else ()
        self.do(
            SeatMember(
                body=BODY,
                entry=Entry(
                    member=member,
                    person=Person(name=f"Member {member}"),
                    group=group or told[member[0]],
                    **{"offices": office, **entry},
                ),
            )
        )

    def do(self, command: Command, *, after: float = 10) -> tuple[Event, ...]:
        """Carry a command out, `after` seconds later; its refusal is raised and has changed nothing."""
        at = self.at + timedelta(seconds=after)
        events = self._decide(command)
        self.at = at
        for event in events:
            self._take_in(command.stream, event)
        return events

    def refused(self, command: Command) -> RuleViolation:
        """The refusal of a command; fails the test if it is accepted or if anything changed."""
        with pytest.raises(RuleViolation) as refusal:
            self.do(command)
        self.check_twins()
        return refusal.value

    def code(self, command: Command) -> str:
        """The code a command is refused with."""
        return self.refused(command).code

    def _decide(self, command: Command) -> tuple[Event, ...]:
        if not isinstance(command, MeetingCommand):
            return bodies.decide(self.body, command)
        one = self.meetings.setdefault(command.meeting, Meeting(command.meeting))
        self.twins.setdefault(command.meeting, Meeting(command.meeting))
        if isinstance(command, ConveneMeeting):
            one.outside = self._outside(one, command.planned.date())
        else:
            one.outside = self._outside(one)
        return meeting.decide(one, command)

    def _outside(self, one: Meeting, day: date | None = None) -> Outside:
        if day is None and one.convened is None:
            return one.outside
        day = day or one.call.planned.date()
        others = [other for other in self.meetings.values() if other is not one and other.convened]
        running = [m.id for m in others if m.life.opened and not m.life.closed]
        numbers = [n for m in self.meetings.values() for n in m.decisions.all]
        return Outside(
            council=Council(
                body=BODY,
                name=self.body.name,
                term=self.body.term,
                charter=self.body.charter_on(day),
                seats=self.body.seated,
            ),
            format=self.form,
            next_ordinal=len(others) + 1,
            next_decision=max(numbers, default=0) + 1,
            running=running[0] if running else "",
            waiting=self._waiting(one),
            source=self.source,
        )

    def _waiting(self, one: Meeting) -> frozenset[tuple[str, str]]:
        """What other meetings put off and no agenda has taken up."""
        items = [(m.id, item) for m in self.meetings.values() for item in m.agenda.items]
        carried = {(item.carried_from, item.title) for _, item in items}
        off = {(m, i.title) for m, i in items if m != one.id and i.state is ItemState.POSTPONED}
        return frozenset(off - carried)

    def _take_in(self, stream: str, event: Event) -> None:
        log = self.journal.setdefault(stream, [])
        recorded = Recorded(event, len(log) + 1, self.at, "secretary")
        log.append(recorded)
        if stream.startswith("body/"):
            bodies.apply(self.body, recorded)
            bodies.apply(self.body_twin, again(recorded))
            return
        name = stream.removeprefix("meeting/")
        meeting.apply(self.meetings[name], recorded)
        meeting.apply(self.twins[name], again(recorded))

    def check_twins(self) -> None:
        """The body and each meeting are what their events, read back from JSON, make of them."""
        assert self.body == self.body_twin
        for name, one in self.meetings.items():
            assert_same(one, self.twins[name])

    # What an evening is made of.

    def convene(self, name: str = EVENING, **call: Any) -> Meeting:
        """Call a meeting."""
        self.at = max(self.at, START - timedelta(days=7))
        call = {"planned": START + timedelta(minutes=10), "place": "Hall", **call}
        self.do(ConveneMeeting(meeting=name, body=BODY, **call))
        return self.meetings[name]

    def open(
        self,
        present: tuple[str, ...] = THIRTEEN,
        *,
        items: int = 2,
        name: str = EVENING,
        host: str = "",
    ) -> Meeting:
        """Convene, gather and open a meeting with items i1, i2, …; i1 is in hand."""
        self.convene(name, host=host)
        for number in range(1, items + 1):
            self.do(AddItem(meeting=name, item=f"i{number}", title=f"Item {number}"))
        self.at = max(self.at, START)
        self.do(EnterPhase(meeting=name, phase="sign-in"))
        for person in present:
            self.do(Arrive(meeting=name, person=person))
        self.do(EnterPhase(meeting=name, phase="deliberate"))
        if items:
            self.do(TakeUp(meeting=name, item="i1"))
        return self.meetings[name]

    def motion(self, motion: str = "m1", mover: str = "e1", *, name: str = EVENING) -> None:
        """A motion that is moved and seconded."""
        self.do(PutMotion(meeting=name, motion=motion, mover=mover, text=f"That {motion} be done."))
        second = next(m for m in ("e2", "e1") if m != mover)
        if self.meetings[name].charter.second_required:
            self.do(SecondMotion(meeting=name, motion=motion, member=second))

    def amendment(self, motion: str = "a1", amends: str = "m1", *, name: str = EVENING) -> None:
        """An amendment that is moved and, where the charter asks for it, seconded."""
        becomes = f"{self.meetings[name].motions.motion(amends).text} With {motion}."
        self.do(
            PutAmendment(
                meeting=name,
                motion=motion,
                amends=amends,
                mover="n1",
                text=f"Add {motion}.",
                becomes=becomes,
            )
        )
        if self.meetings[name].charter.second_required:
            self.do(SecondMotion(meeting=name, motion=motion, member="e2"))

    def roll_call(
        self,
        in_favour: int,
        against: int = 0,
        abstained: int = 0,
        *,
        poll: str = "p1",
        motion: str = "m1",
        rule: str = "",
        name: str = EVENING,
    ) -> Poll:
        """A whole roll call in the order of the seats; whoever is left over gives no answer."""
        self.do(
            OpenPoll(meeting=name, poll=poll, motion=motion, method=Method.ROLL_CALL, rule=rule)
        )
        choices = [FOR] * in_favour + [AGAINST] * against + [ABSTAIN] * abstained
        entitled = self.meetings[name].polls.poll(poll).entitled
        assert len(choices) <= len(entitled)
        for member, choice in zip(entitled, choices, strict=False):
            self.do(CastVote(meeting=name, poll=poll, member=member, choice=choice), after=1)
        return self.close_poll(poll, name=name)

    def hands(
        self,
        in_favour: int,
        against: int = 0,
        abstained: int = 0,
        *,
        poll: str = "p1",
        motion: str = "m1",
        rule: str = "",
        groups: dict[str, Hands] | None = None,
    ) -> Poll:
        """A whole show of hands."""
        self.do(OpenPoll(meeting=EVENING, poll=poll, motion=motion, method=Method.HANDS, rule=rule))
        hands = Hands(in_favour=in_favour, against=against, abstained=abstained)
        self.do(CountHands(meeting=EVENING, poll=poll, hands=hands, groups=groups or {}))
        return self.close_poll(poll)

    def paper(
        self, ballots: Ballots, *, issued: int, poll: str = "p1", motion: str = "m1", rule: str = ""
    ) -> Poll:
        """A whole vote by ballot papers, both tellers finding the same."""
        tellers = ("e1", "n1")
        self.do(
            OpenPoll(
                meeting=EVENING,
                poll=poll,
                motion=motion,
                method=Method.PAPER,
                tellers=tellers,
                rule=rule,
            )
        )
        self.do(IssueBallots(meeting=EVENING, poll=poll, issued=issued))
        for teller in tellers:
            self.do(ReportBallots(meeting=EVENING, poll=poll, ballots=ballots, teller=teller))
        return self.close_poll(poll)

    def close_poll(self, poll: str, *, name: str = EVENING) -> Poll:
        """The vote is over; who has not answered does not vote."""
        self.do(ClosePoll(meeting=name, poll=poll, leave_silent=True))
        return self.meetings[name].polls.poll(poll)

    def close(self, name: str = EVENING) -> None:
        """What a facilitator does who wants to close, wherever the meeting stands. Always succeeds."""
        for command in iter(lambda: way_out(self.meetings[name]), None):
            self.do(command)


def households(size: int, present: int, of: Charter | None = None) -> Hall:
    """An open assembly of households h1, h2, … under way, the first so many of them in the room."""
    members = tuple(f"h{n}" for n in range(1, size + 1))
    hall = Hall(of or assembly(), members=members)
    hall.open(members[:present], host="h1")
    return hall


def assert_same(one: Meeting, other: Meeting) -> None:
    """Two meetings are in the same state, part by part."""
    for part in fields(Meeting):
        if part.name != "outside" and hasattr(one, part.name):
            assert getattr(one, part.name) == getattr(other, part.name), part.name
    assert vars(one).keys() == vars(other).keys()


def again(recorded: Recorded) -> Recorded:
    """An event as it comes back from the disk."""
    event = DECODER.decode(msgspec.json.encode(recorded.event))
    return Recorded(event, recorded.version, recorded.at, recorded.actor)


def replayed(log: list[Recorded], name: str) -> Meeting:
    """A meeting built anew from its whole journal."""
    fresh = Meeting(name)
    for recorded in log:
        meeting.apply(fresh, again(recorded))
    return fresh


def day(number: int) -> date:
    """A day of November 2026."""
    return date(2026, 11, number)
