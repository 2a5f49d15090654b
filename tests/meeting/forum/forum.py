"""A forum for tests: an open body of twelve, three places, three slots, and the wall before it.

As in the hall, every event goes through JSON into a twin, so that each test also shows that what is recorded
is enough to rebuild the wall, and that a refused command has changed nothing.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from facilitator import presets
from facilitator.acts import Event, RuleViolation
from facilitator.bodies import Person
from facilitator.meeting.attendance import AdmitObserver, Arrive, Capacity
from facilitator.meeting.forum.matrix import AddPlace, AddSlot
from facilitator.meeting.forum.placing import PlaceTopic
from facilitator.meeting.forum.reports import PostReport
from facilitator.meeting.forum.rounds import EndRound, StartRound
from facilitator.meeting.forum.theme import SetTheme
from facilitator.meeting.forum.topics import PostTopic
from facilitator.meeting.forum.wall import Topic
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.meeting.part import MeetingCommand
from tests.meeting.hall import EVENING, START, Hall, assembly

PEOPLE = tuple(f"h{n}" for n in range(1, 13))
HOST, GUEST = "h1", "guest"
WAY = ("market", "rounds", "news", "focus", "action", "circle")


class Forum(Hall):
    """One forum, with its commands in short. h1 hosts it; `guest` takes part without a seat."""

    def __init__(self, phase: str = "market", *, places: int = 3, slots: int = 3) -> None:
        super().__init__(assembly(), members=PEOPLE, form=presets.format_of("open_space"))
        self.convene(host=HOST)
        self.send(SetTheme, question="How do we want to grow old here?", expected=12)
        for n in range(1, places + 1):
            self.send(AddPlace, place=f"p{n}", name=f"Room {n}", seats=4)
        for n in range(1, slots + 1):
            begins = START + timedelta(hours=n)
            self.send(AddSlot, slot=f"s{n}", begins=begins, minutes=50)
        if phase != "invite":
            self.to(phase)

    def send(self, kind: type[MeetingCommand], **fields: Any) -> tuple[Event, ...]:
        """Carry out a command to the forum."""
        return self.do(kind(meeting=EVENING, **fields))

    def no(self, kind: type[MeetingCommand], **fields: Any) -> str:
        """The code a command to the forum is refused with."""
        return self.refusal(kind, **fields).code

    def refusal(self, kind: type[MeetingCommand], **fields: Any) -> RuleViolation:
        """The refusal of a command to the forum."""
        return self.refused(kind(meeting=EVENING, **fields))

    def to(self, phase: str) -> None:
        """Go on to a phase, through those before it."""
        if self.meeting.phase.key == "invite":
            self._gather()
        if phase == "opening":
            return
        now = self.meeting.phase.key
        for key in WAY[WAY.index(now) + 1 if now in WAY else 0 : WAY.index(phase) + 1]:
            self.send(EnterPhase, phase=key)

    def _gather(self) -> None:
        self.at = max(self.at, START)
        person = Person(name="Guest")
        self.send(AdmitObserver, person_id=GUEST, person=person, capacity=Capacity.PARTICIPANT)
        self.send(EnterPhase, phase="opening")
        for person in (*PEOPLE, GUEST):
            self.send(Arrive, person=person)

    def topic(self, name: str, at: str = "", *conveners: str) -> Topic:
        """A topic of h2's, or of the conveners; hung at "place slot" if that is said."""
        self.send(PostTopic, topic=name, title=f"Title {name}", conveners=conveners or ("h2",))
        if at:
            place, slot = at.split()
            self.send(PlaceTopic, topic=name, place=place, slot=slot)
        return self.now(name)

    def now(self, name: str) -> Topic:
        """A topic as it is now."""
        return self.meeting.wall.topics[name]

    def hold(self, slot: str) -> None:
        """A whole round."""
        self.send(StartRound, slot=slot)
        self.send(EndRound)

    def reported(self, name: str) -> Topic:
        """A topic with a blank report on the news wall."""
        self.topic(name)
        if self.meeting.phase.key == "market":
            self.to("rounds")
        self.send(PostReport, topic=name)
        return self.now(name)


def spots(topic: Topic) -> list[tuple[str, str, int]]:
    """Where a topic hangs: place, slot, half."""
    return [(spot.place, spot.slot, spot.half) for spot in topic.spots]
