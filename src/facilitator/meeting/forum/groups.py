"""Action groups: who goes on after today, with what first step, by when, and how to reach them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from facilitator.acts import Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.data import dataclass
from facilitator.meeting.forum.matrix import short_text
from facilitator.meeting.part import Change, MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

MOST_TITLE = 120
MOST_MEMBERS = 200
MOST_CONTACT = 200


class GroupCommand(MeetingCommand, frozen=True, kw_only=True):
    """What an action group consists of.

    `contact` (a telephone number, a chat group) is kept only with `consent` of the one it reaches.
    """

    group: str
    title: str
    lead: str
    first_step: str
    due: date | None = None
    topics: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    contact: str = ""
    consent: bool = False


class FormGroup(GroupCommand, frozen=True, kw_only=True, tag="actions.form"):
    """People go on together with something."""


class ChangeGroup(GroupCommand, frozen=True, kw_only=True, tag="actions.change"):
    """A group is put right; what it said before stays in the record, but for a contact."""

    reason: str = ""


class DissolveGroup(MeetingCommand, frozen=True, kw_only=True, tag="actions.dissolve"):
    """A group does not go on after all."""

    group: str
    reason: str


class EraseContact(MeetingCommand, frozen=True, kw_only=True, tag="actions.erase-contact"):
    """Consent to keep a contact is taken back: it is erased, also after the close (PIPL article 47)."""

    group: str
    reason: str = ""


class GroupFormed(Event, frozen=True, kw_only=True, tag="actions.formed"):
    beside = "contact"
    group: str
    title: str
    lead: str
    first_step: str
    due: date | None = None
    topics: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    contact: str | None = None

    @property
    def subject(self) -> str:
        return contact_of(self.group)


class GroupChanged(Event, frozen=True, kw_only=True, tag="actions.changed"):
    beside = "contact"
    group: str
    title: str
    lead: str
    first_step: str
    due: date | None = None
    topics: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    contact: str | None = None
    old_first_step: str = ""
    old_due: date | None = None
    reason: str = ""

    @property
    def subject(self) -> str:
        return contact_of(self.group)


class GroupDissolved(Event, frozen=True, kw_only=True, tag="actions.dissolved"):
    group: str
    title: str
    reason: str


class ContactErased(Event, frozen=True, kw_only=True, tag="actions.contact-erased"):
    erases = True
    group: str
    reason: str = ""

    @property
    def subject(self) -> str:
        return contact_of(self.group)


class Fields(TypedDict):
    """What a group consists of, as its events say it."""

    title: str
    lead: str
    first_step: str
    due: date | None
    topics: tuple[str, ...]
    members: tuple[str, ...]
    contact: str | None


@dataclass(slots=True)
class Group:
    """An action group as it is now."""

    id: str
    title: str
    lead: str
    first_step: str
    due: date | None
    topics: tuple[str, ...]
    members: tuple[str, ...]
    contact: str
    formed: Recorded
    dissolved: str = ""
    """Why it does not go on; empty while it does."""
    changes: list[Change] = field(default_factory=list[Change])


@dataclass(slots=True)
class Groups:
    """By id, in the order in which they were formed."""

    all: dict[str, Group] = field(default_factory=dict[str, Group])

    def group(self, group: str) -> Group:
        """The group of that name, or a refusal (`no-such-group`, `group-dissolved`)."""
        if group not in self.all:
            raise RuleViolation("no-such-group", group=group)
        if self.all[group].dissolved:
            raise RuleViolation("group-dissolved", title=self.all[group].title)
        return self.all[group]

    def going(self) -> list[Group]:
        """Those that go on."""
        return [group for group in self.all.values() if not group.dissolved]

    def on_topic(self, topic: str) -> list[Group]:
        """Those that go on with a topic."""
        return [group for group in self.going() if topic in group.topics]


def contact_of(group: str) -> str:
    """Under whose name a group's contact stands beside the chain: the group's own, so that it goes alone."""
    return f"contact.{group}"


def form(meeting: Meeting, command: FormGroup) -> Iterable[Event]:
    """A group has somebody who leads it and a first step."""
    group = clean_id(command.group, "group")
    if group in meeting.groups.all:
        raise RuleViolation("group-exists", group=group)
    yield GroupFormed(group=group, **_clean(meeting, command))


def change(meeting: Meeting, command: ChangeGroup) -> Iterable[Event]:
    """All of it is said anew; the old first step and day stay readable, an old contact does not."""
    old = meeting.groups.group(command.group)
    fields = _clean(meeting, command)
    if fields == _fields(old):
        raise RuleViolation("nothing-to-correct")
    if old.contact and fields["contact"] != old.contact:
        yield ContactErased(group=old.id)
    yield GroupChanged(
        group=old.id,
        **fields,
        old_first_step=old.first_step,
        old_due=old.due,
        reason=clean_text(command.reason, "reason", required=False),
    )


def _clean(meeting: Meeting, command: GroupCommand) -> Fields:
    """The fields of a group, clean, or a refusal."""
    for name in command.topics:
        topic = meeting.wall.standing_topic(name)
        if command.topics.count(name) > 1:
            raise RuleViolation("topic-named-twice", topic=topic.number)
    if len(command.members) > MOST_MEMBERS:
        most, value = MOST_MEMBERS, len(command.members)
        raise RuleViolation("number-range", field="members", value=value, least=0, most=most)
    for person in (command.lead, *command.members):
        meeting.expect_known(person)
    for person in command.members:
        if command.members.count(person) > 1 or person == command.lead:
            raise RuleViolation("in-group-twice", person=person)
    contact = short_text(command.contact, "contact", MOST_CONTACT, required=False)
    if contact and not command.consent:
        raise RuleViolation("contact-without-consent")
    held = meeting.life.opened.at.date() if meeting.life.opened else meeting.call.planned.date()
    if command.due and command.due < held:
        raise RuleViolation(
            "due-before-meeting", due=command.due.isoformat(), held=held.isoformat()
        )
    return {
        "title": short_text(command.title, "title", MOST_TITLE),
        "lead": command.lead,
        "first_step": clean_text(command.first_step, "first_step"),
        "due": command.due,
        "topics": command.topics,
        "members": command.members,
        "contact": contact or None,
    }


def _fields(group: Group) -> Fields:
    return {
        "title": group.title,
        "lead": group.lead,
        "first_step": group.first_step,
        "due": group.due,
        "topics": group.topics,
        "members": group.members,
        "contact": group.contact or None,
    }


def dissolve(meeting: Meeting, command: DissolveGroup) -> Iterable[Event]:
    """With the reason; the group stays readable. Nobody needs to reach it any more, so its contact goes."""
    group = meeting.groups.group(command.group)
    yield GroupDissolved(
        group=group.id, title=group.title, reason=clean_text(command.reason, "reason")
    )
    if group.contact:
        yield ContactErased(group=group.id)


def erase_contact(meeting: Meeting, command: EraseContact) -> Iterable[Event]:
    """Whoever gave it may take it back at any time."""
    if command.group not in meeting.groups.all:
        raise RuleViolation("no-such-group", group=command.group)
    if not meeting.groups.all[command.group].contact:
        raise RuleViolation("no-contact", title=meeting.groups.all[command.group].title)
    reason = clean_text(command.reason, "reason", required=False)
    yield ContactErased(group=command.group, reason=reason)


def contacts_of(meeting: Meeting, person: str) -> Iterable[Event]:
    """What goes with somebody whose personal data is erased: the contacts of the groups they lead."""
    for group in meeting.groups.all.values():
        if group.lead == person and group.contact:
            yield ContactErased(group=group.id)


def on_formed(meeting: Meeting, event: GroupFormed, recorded: Recorded) -> None:
    meeting.groups.all[event.group] = Group(
        event.group,
        event.title,
        event.lead,
        event.first_step,
        event.due,
        event.topics,
        event.members,
        event.contact or "",
        recorded,
    )


def on_changed(meeting: Meeting, event: GroupChanged, recorded: Recorded) -> None:
    group = meeting.groups.all[event.group]
    for name, old, new in (
        ("first_step", event.old_first_step, event.first_step),
        ("due", _day(event.old_due), _day(event.due)),
    ):
        if old != new:
            group.changes.append(Change(recorded, name, old, new, event.reason))
    group.title, group.lead, group.first_step = event.title, event.lead, event.first_step
    group.due, group.topics, group.members = event.due, event.topics, event.members
    group.contact = event.contact or ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def on_dissolved(meeting: Meeting, event: GroupDissolved, _recorded: Recorded) -> None:
    meeting.groups.all[event.group].dissolved = event.reason


def on_contact_erased(meeting: Meeting, event: ContactErased, _recorded: Recorded) -> None:
    meeting.groups.all[event.group].contact = ""


PART = Part(
    "actions",
    {
        FormGroup: form,
        ChangeGroup: change,
        DissolveGroup: dissolve,
        EraseContact: erase_contact,
    },
    {
        GroupFormed: on_formed,
        GroupChanged: on_changed,
        GroupDissolved: on_dissolved,
        ContactErased: on_contact_erased,
    },
)
