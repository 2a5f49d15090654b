"""The one way in for every act, and the one place that tells who changed what."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from facilitator import bodies, meeting, presets
from facilitator.acts import Command, Event, Recorded, RuleViolation, Trouble
from facilitator.afterwards import LATER, Afterwards, LaterCommand
from facilitator.bodies import Body, Person
from facilitator.bodies.founding import AdoptCharter, BodyCommand, FoundBody
from facilitator.bodies.membership import ErasePerson, PersonErased
from facilitator.clock import Clock, SystemClock
from facilitator.data import dataclass
from facilitator.followup import History
from facilitator.followup.following import Following
from facilitator.followup.matter import Matter, stream_of
from facilitator.meeting import Meeting, Outside
from facilitator.meeting.calling_off import RescheduleMeeting
from facilitator.meeting.format import Stage
from facilitator.meeting.forum.groups import EraseContact
from facilitator.meeting.items import AddItem
from facilitator.meeting.lifecycle import ClockJumped, ConveneMeeting, Council
from facilitator.meeting.part import MeetingCommand
from facilitator.meeting.selection.slate import TakeRound
from facilitator.record import NO_FILES, Record, lookups
from facilitator.record.samples import REAL, SAMPLE, expect_kind
from facilitator.rounds.outside import Selected
from facilitator.rounds.project import Project
from facilitator.rounds.round import OpenRound, Round
from facilitator.rules.charter import Words
from facilitator.selections import offered, selection_result

if TYPE_CHECKING:
    from facilitator.record.merging import Plan


@dataclass(frozen=True, slots=True)
class Change:
    """One act that is on the disk: told once to everybody who shows something of it."""

    stream: str
    command: Command | None
    events: tuple[Recorded, ...]
    everything: bool = False
    """Any history may be another one now: an archive was merged. There is no command, stream or event then."""


class Session:
    """A record that is open, with the bodies and meetings that have been looked at.

    `clock` tells the time of acts that do not bring their own; `actor` is who acts unless a door says so.
    """

    def __init__(self, record: Record, *, clock: Clock | None = None, actor: str = "") -> None:
        self.record = record
        self.clock: Clock = clock or SystemClock()
        self.actor = actor or account()
        self._bodies: dict[str, Body] = {}
        self._meetings: dict[str, Meeting] = {}
        self._later = Afterwards(record, knows_body=self._knows_body, result=self._selected)
        self._listeners: list[Callable[[Change], None]] = []
        self._closing: list[Callable[[Session], None]] = []

    @property
    def path(self) -> Path:
        """Where the archive lies."""
        return self.record.path

    def head(self, stream: str) -> tuple[int, str]:
        """The last version of a stream and its hash in 64 hex digits; version 0 if nothing happened yet."""
        head = self.record.head(stream)
        return head.version, head.hash

    def close(self) -> None:
        """Close the archive: it is then one file that others may open. Closing twice is allowed."""
        try:
            while self._closing and not self.record.closed:
                self._closing.pop()(self)
        finally:
            self.record.close()

    def subscribe(self, listener: Callable[[Change], None]) -> None:
        """Have `listener` told once of every act, after it is on the disk."""
        self._listeners.append(listener)

    def before_closing(self, work: Callable[[Session], None]) -> None:
        """Have `work` done once before the archive is closed, which it is in any case."""
        self._closing.append(work)

    def make_ready(self) -> None:
        """Import what the first act needs; on any thread, and as often as one likes."""
        self.record.make_ready()

    def do(
        self,
        command: Command,
        *,
        at: datetime | None = None,
        actor: str = "",
        files: Mapping[str, bytes] = NO_FILES,
    ) -> tuple[Recorded, ...]:
        """Carry one command out: decide, record, apply, tell.

        `files` are contents that the command attaches, each under its SHA-256 in hex.
        Raises RuleViolation when a rule stands in the way and Trouble when the disk does; nothing has
        happened then. When it returns, the events are on the disk.
        """
        command = self._with_mark(self._with_preset(command))
        if isinstance(command, BodyCommand):
            body = self._loaded_body(command.body)
            change = self._body_act(body, command, at, actor, files)
        elif isinstance(command, MeetingCommand):
            one = self._loaded_meeting(command.meeting)
            change = self._meeting_act(one, command, at, actor, files)
        elif isinstance(command, LATER):
            change = self._later_act(command, at, actor, files)
        else:
            raise TypeError(f"no room for {type(command).__name__}")
        self._tell(change)
        if isinstance(command, ErasePerson):
            for erase in self._contacts(command.body, command.member, command.reason):
                last = self._loaded_meeting(erase.meeting).chronicle[-1].recorded.at
                self.do(erase, at=at and max(at, last), actor=actor)
        return change.events

    @contextmanager
    def at_one_go(self) -> Generator[None, None, None]:
        """Have every act of the block on the disk at its end, and none of them before: for long stories.

        An act that is refused is none. Whatever else is raised undoes all of them. Listeners are told of each
        act when it was decided, so nobody should show anything of it yet.
        """
        try:
            with self.record.together():
                yield
        except BaseException:
            self._forget_histories()
            raise

    def survey(self, path: Path) -> Plan:
        """What merging the archive at `path` into this one would do; nothing is changed anywhere.

        Refusals and Trouble as `record.merging.survey` tells them.
        """
        from facilitator.record.merging import survey
        from facilitator.record.merging.doubles import doubles
        from facilitator.record.merging.sense import sense

        return survey(self.record, path, sense=sense, doubles=doubles)

    def take_in(self, plan: Plan) -> None:
        """Take over what a plan says, all of it or nothing, and tell everybody once that anything may be new.

        Whoever was erased from a body, here or there, is reached through no action group that came together
        with it. Trouble `stale` when either archive is not any more as the plan found it.
        """
        from facilitator.record.merging import merge

        self._expect_file()
        try:
            with self.record.together():
                merge(self.record, plan)
                self._forget_histories()
                for body in {line.about.body for line in plan.taken} - {""}:
                    self._erase_contacts(body)
        except BaseException:
            self._forget_histories()
            raise
        self._tell(Change("", None, (), everything=True))

    def body(self, body: str) -> Body:
        """A body as it is now; refused (`unknown-body`) when there is none of that name."""
        found = self._loaded_body(body)
        if not found.founded:
            raise RuleViolation("unknown-body", body=body)
        return found

    def meeting(self, name: str) -> Meeting:
        """A meeting as it is now; refused (`unknown-meeting`) when there is none of that name.

        While it is prepared its council is the body of today: whoever joined or left since it was convened.
        """
        found = self._loaded_meeting(name)
        if found.convened is None:
            raise RuleViolation("unknown-meeting", meeting=name)
        if found.phase.stage is Stage.BEFORE:
            body = self._loaded_body(found.taken.body)
            found.outside = replace(found.outside, council=_council(body, found.call.planned))
        return found

    def history(self, stream: str) -> History:
        """A follow-up, call or intake as it is now; one in which nothing has happened yet is empty.

        A follow-up is told anew what its meeting says of the decision or group (None for an unknown one).
        """
        return self._later.history(stream)

    def following(self, meeting: str, decision: int = 0, group: str = "") -> Following:
        """The follow-up of a decision or an action group."""
        found = self.history(stream_of(meeting, decision, group))
        assert isinstance(found, Following)
        return found

    def matter(self, meeting: str, decision: int = 0, group: str = "") -> Matter | None:
        """A decision or an action group as its meeting has it, with what later meetings were told; or None."""
        return self._later.matter(meeting, decision, group)

    def round(self, name: str) -> Round:
        """A project round as it is now, told of its projects; refused (`unknown-round`) if there is none."""
        return self._later.round(name)

    def project(self, round_: str, number: str) -> Project:
        """A project as it is now, told of its round; refused (`unknown-project`) if there is none."""
        return self._later.project(round_, number)

    def people(self, one: Meeting) -> dict[str, Person]:
        """A body's people and a meeting's observers, by id; erased ones are missing."""
        known = dict(self._loaded_body(one.council.body).people)
        known |= {key: seen.person for key, seen in one.attendance.observers.items()}
        return {key: person for key, person in known.items() if person is not None}

    def names(self, one: Meeting) -> dict[str, str]:
        """Their names alone."""
        return {key: person.name for key, person in self.people(one).items()}

    def name_of(self, person: str) -> str:
        """The name behind an id in whatever has been looked at; the id itself when nobody bears it."""
        for one in list(self._meetings.values()):
            if one.convened is not None and person in (names := self.names(one)):
                return names[person]
        for body in self._bodies.values():
            known = body.people.get(person)
            if known is not None:
                return known.name
        return person

    def ids_of(self, name: str) -> tuple[str, ...]:
        """The ids of everybody of that name in whatever has been looked at."""
        found: dict[str, None] = {}
        for one in list(self._meetings.values()):
            if one.convened is not None:
                found |= {key: None for key, said in self.names(one).items() if said == name}
        for body in self._bodies.values():
            known = ((key, body.people[key]) for key in body.holdings)
            found |= {key: None for key, person in known if person and person.name == name}
        return tuple(found)

    def title_of(self, key: str, lang: str) -> str:
        """What a group, office, rule or phase of whatever has been looked at is called; else the key."""
        titles: dict[str, Words] = {}
        for body in self._bodies.values():
            for charter in body.charters:
                titles |= {one.key: one.title for one in (*charter.groups, *charter.offices)}
                titles |= {rule.key: rule.title for rule in charter.rules}
        for one in self._meetings.values():
            if one.convened is not None:
                titles |= {phase.key: phase.title for phase in one.format.phases}
        return titles[key].text(lang) if key in titles else key

    def _with_preset(self, command: Command) -> Command:
        """A command that names a preset gets the charter itself; the sample's is for samples only.

        A body that changes to a preset numbers it as the next version of its own charter.
        """
        if isinstance(command, FoundBody) and isinstance(command.charter, str):
            charter = presets.charter(command.charter, sample=command.sample)
            return msgspec.structs.replace(command, charter=charter)
        if isinstance(command, AdoptCharter) and isinstance(command.charter, str):
            body = self.body(command.body)
            charter = presets.charter(command.charter, sample=body.sample)
            charter = msgspec.structs.replace(charter, version=body.charter.version + 1)
            return msgspec.structs.replace(command, charter=charter)
        return command

    def _with_mark(self, command: Command) -> Command:
        """What is founded or begun among samples is a sample too, whatever the door said of it."""
        if isinstance(command, FoundBody):
            sample = expect_kind(self.record.natures(), sample=command.sample)
            return msgspec.structs.replace(command, sample=sample)
        if isinstance(command, OpenRound) and self._knows_body(command.body):
            own = REAL if not self._loaded_body(command.body).sample else SAMPLE
            sample = expect_kind(own, sample=command.sample)
            return msgspec.structs.replace(command, sample=sample)
        return command

    def _loaded_body(self, name: str) -> Body:
        if name not in self._bodies:
            body = Body(name)
            for recorded in self.record.read(f"body/{name}"):
                bodies.apply(body, recorded)
            self._bodies[name] = body
        return self._bodies[name]

    def _loaded_meeting(self, name: str) -> Meeting:
        if name not in self._meetings:
            one = Meeting(name)
            for recorded in self.record.read(f"meeting/{name}"):
                meeting.apply(one, recorded)
            self._meetings[name] = one
        return self._meetings[name]

    def _body_act(
        self,
        body: Body,
        command: BodyCommand,
        at: datetime | None,
        actor: str,
        files: Mapping[str, bytes],
    ) -> Change:
        events = bodies.decide(body, command)
        recorded = self._append(command, events, body.version, at, actor, files)
        try:
            for one in recorded:
                bodies.apply(body, one)
        except BaseException:
            del self._bodies[body.id]  # read anew from the record, which is right
            raise
        return Change(command.stream, command, recorded)

    def _meeting_act(
        self,
        one: Meeting,
        command: MeetingCommand,
        at: datetime | None,
        actor: str,
        files: Mapping[str, bytes],
    ) -> Change:
        one.outside = self._outside(one, command)
        if at is None:
            at = self.clock.now()
            events = (*self._jumped(one, at), *meeting.decide(one, command))
        else:
            _in_order(one, at)
            events = meeting.decide(one, command)
        recorded = self._append(command, events, one.version, at, actor, files)
        try:
            for event in recorded:
                meeting.apply(one, event)
        except BaseException:
            del self._meetings[one.id]
            raise
        return Change(command.stream, command, recorded)

    def _later_act(
        self, command: LaterCommand, at: datetime | None, actor: str, files: Mapping[str, bytes]
    ) -> Change:
        after, events = self._later.decide(command, at)
        recorded = self._append(command, events, after, at, actor, files)
        self._later.take_in(command.stream, recorded)
        return Change(command.stream, command, recorded)

    def _knows_body(self, body: str) -> bool:
        return self._loaded_body(body).founded

    def _selected(self, meeting: str) -> Selected | None:
        """What a selection meeting has announced, or None."""
        return selection_result(self._loaded_meeting(meeting))

    def _tell(self, change: Change) -> None:
        for listener in self._listeners:
            listener(change)

    def _forget_histories(self) -> None:
        """Have every history read anew from the record when it is next looked at."""
        self._bodies.clear()
        self._meetings.clear()
        self._later.forget()

    def _contacts(self, body: str, member: str, reason: str) -> list[EraseContact]:
        """Whoever is erased from a body is reached through no action group of its meetings any more."""
        led = lookups.groups_led(self.record, body, member)
        return [
            EraseContact(meeting=name, group=group, reason=reason)
            for name, group in led
            if self._loaded_meeting(name).groups.all[group].contact
        ]

    def _erase_contacts(self, body: str) -> None:
        """The same for everybody who was ever erased from it, inside the transaction that merges."""
        for recorded in self.record.read(f"body/{body}"):
            if not isinstance(recorded.event, PersonErased):
                continue
            for erase in self._contacts(body, recorded.event.member, recorded.event.reason):
                one = self._loaded_meeting(erase.meeting)
                at = max(self.clock.now(), one.chronicle[-1].recorded.at)
                self._meeting_act(one, erase, at, "", NO_FILES)

    def _jumped(self, one: Meeting, now: datetime) -> tuple[Event, ...]:
        """A jump of the computer's clock is part of the history of an open meeting.

        So is a clock that has gone back behind the record, whoever set it and whenever.
        """
        jump = self.clock.jump()
        if one.convened is None or one.phase.stage is Stage.CLOSED:
            return ()
        jump = jump or min(timedelta(), now - one.chronicle[-1].recorded.at)
        if not jump:
            return ()
        return (ClockJumped(milliseconds=round(jump.total_seconds() * 1000)),)

    def _append(
        self,
        command: Command,
        events: tuple[Event, ...],
        after: int,
        at: datetime | None,
        actor: str,
        files: Mapping[str, bytes],
    ) -> tuple[Recorded, ...]:
        self._expect_file()
        when = at or self.clock.now()
        return self.record.append(
            command.stream, events, after=after, at=when, actor=actor or self.actor, files=files
        )

    def _expect_file(self) -> None:
        """Deleted or moved: the system would go on writing where nobody finds it."""
        if not self.path.exists():
            raise Trouble("no-file", path=str(self.path))

    def _outside(self, one: Meeting, command: MeetingCommand) -> Outside:
        """What the meeting has to be told about its body, at the points where it asks."""
        if isinstance(command, ConveneMeeting):
            body = self.body(command.body)
            council = _council(body, command.planned)
            form = presets.format_of(command.format)
            ordinal = lookups.next_ordinal(self.record, body.id, body.term)
            return Outside(council=council, format=form, next_ordinal=ordinal)
        if one.convened is None:
            return one.outside
        if isinstance(command, AddItem) and command.carried_from:
            one.outside = replace(one.outside, waiting=self._waiting(one))
        if isinstance(command, AddItem) and command.source:
            one.outside = replace(one.outside, source=self._known_source(command.source))
        if isinstance(command, TakeRound):
            one.outside = replace(one.outside, offered=offered(self.record, command.round))
        if one.phase.stage is Stage.RUNNING:
            return one.outside
        body = self.body(one.taken.body)
        moved = command.planned if isinstance(command, RescheduleMeeting) else None
        return replace(
            one.outside,
            council=_council(body, moved or one.call.planned),
            next_decision=lookups.next_decision(self.record, body.id, one.council.term),
            running=lookups.running_meeting(self.record, body.id),
        )

    def _waiting(self, one: Meeting) -> frozenset[tuple[str, str]]:
        """What other meetings of its body have put off."""
        rows = lookups.put_off(self.record, one.taken.body)
        return frozenset((row.meeting, row.title) for row in rows if row.meeting != one.id)

    def _known_source(self, source: str) -> str:
        """The stream that an item comes from, if it is a decision, a group or a matter that is here."""
        room, _, name = source.partition("/")
        if room == "intake" and self.record.head(source).version:
            return source
        if room == "followup" and len(parts := name.split("/")) in (2, 3):
            group = parts[2] if len(parts) == 3 else ""
            number = int(parts[1]) if parts[1].isdecimal() and len(parts[1]) < 10 else 0
            if stream_of(parts[0], number, group) == source and self.matter(
                parts[0], number, group
            ):
                return source
        return ""


def _council(body: Body, day: datetime) -> Council:
    return Council(
        body=body.id,
        name=body.name,
        term=body.term,
        charter=body.charter_on(day.date()),
        seats=body.seated,
        posting_places=body.posting_places,
        sample=body.sample,
    )


def _in_order(one: Meeting, at: datetime) -> None:
    """A told time does not go back behind what is already on the record."""
    if one.chronicle and at < one.chronicle[-1].recorded.at:
        last = one.chronicle[-1].recorded.at
        raise RuleViolation("time-goes-back", at=at.isoformat(), last=last.isoformat())


def account() -> str:
    """The name of the computer's account."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
