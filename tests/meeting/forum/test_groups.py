"""Action groups: who goes on, with what first step, and how to reach them as long as they allow it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from facilitator.meeting.attendance import EraseObserver
from facilitator.meeting.forum.groups import (
    ChangeGroup,
    ContactErased,
    DissolveGroup,
    EraseContact,
    FormGroup,
    GroupChanged,
    GroupDissolved,
)
from facilitator.meeting.forum.topics import WithdrawTopic
from tests.meeting.forum.forum import GUEST, PEOPLE, Forum
from tests.meeting.hall import EVENING, START

DAY = START.date()
STEP = {"group": "g", "title": "Lamps", "lead": "h2", "first_step": "Walk the yard."}
PHONE = {"contact": "139 0000 0001", "consent": True}


def acting() -> Forum:
    forum = Forum()
    forum.topic("a")
    forum.topic("b")
    forum.to("action")
    return forum


def test_a_group_has_somebody_who_leads_it_and_a_first_step() -> None:
    """Topics, members, a day and a contact are what may come with it; the event holds the contact beside."""
    forum = acting()
    due = DAY + timedelta(days=14)
    (event,) = forum.send(FormGroup, **STEP, due=due, topics=("a",), members=("h3", GUEST), **PHONE)
    group = forum.meeting.groups.group("g")
    assert (group.lead, group.members, group.due, group.contact) == (
        "h2",
        ("h3", GUEST),
        due,
        PHONE["contact"],
    )
    assert (event.beside, event.subject) == ("contact", "contact.g")
    assert forum.meeting.groups.on_topic("a") == [group]
    assert forum.meeting.groups.on_topic("b") == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"group": "old"}, "group-exists"),
        ({"group": "a/b"}, "bad-id"),
        ({"title": " "}, "text-missing"),
        ({"title": "字" * 121}, "text-too-long"),
        ({"lead": "stranger"}, "not-a-member"),
        ({"first_step": ""}, "text-missing"),
        ({"topics": ("x",)}, "unknown-topic"),
        ({"topics": ("gone",)}, "topic-gone"),
        ({"topics": ("a", "a")}, "topic-named-twice"),
        ({"members": ("stranger",)}, "not-a-member"),
        ({"members": ("h3", "h3")}, "in-group-twice"),
        ({"members": ("h2",)}, "in-group-twice"),
        ({"members": PEOPLE * 17}, "number-range"),
        ({"contact": "139"}, "contact-without-consent"),
        ({"contact": "1" * 201, "consent": True}, "text-too-long"),
        ({"due": DAY - timedelta(days=1)}, "due-before-meeting"),
    ],
)
def test_what_cannot_be_a_group_is_refused(fields: dict, code: str) -> None:
    """Nobody twice, no day before the forum, and no telephone number without consent."""
    forum = acting()
    forum.topic("gone")
    forum.send(WithdrawTopic, topic="gone", reason="r")
    forum.send(FormGroup, **{**STEP, "group": "old"})
    assert forum.no(FormGroup, **{**STEP, **fields}) == code


def test_the_first_step_may_be_due_on_the_day_itself() -> None:
    """Some go on the same evening."""
    forum = acting()
    forum.send(FormGroup, **STEP, due=DAY)
    assert forum.meeting.groups.group("g").due == DAY


def test_a_group_is_put_right_and_its_old_step_and_day_stay_readable() -> None:
    """Nothing new is refused; an unknown group, too."""
    forum = acting()
    forum.send(FormGroup, **STEP)
    assert forum.no(ChangeGroup, **STEP) == "nothing-to-correct"
    assert forum.no(ChangeGroup, **{**STEP, "group": "x"}) == "no-such-group"
    due = DAY + timedelta(days=3)
    forum.send(ChangeGroup, **{**STEP, "first_step": "Count."}, due=due, reason="sooner")
    forum.send(ChangeGroup, **{**STEP, "first_step": "Count.", "lead": "h3"}, due=due)
    group = forum.meeting.groups.group("g")
    said = [(change.field, change.old, change.new, change.reason) for change in group.changes]
    assert said == [
        ("first_step", "Walk the yard.", "Count.", "sooner"),
        ("due", "", due.isoformat(), "sooner"),
    ]
    assert group.lead == "h3"


@pytest.mark.parametrize("contact", [{}, {"contact": "a chat group", "consent": True}])
def test_an_old_contact_does_not_outlive_its_change(contact: dict) -> None:
    """Whoever is not to be reached any more is erased from beside the chain, before the new one is kept."""
    forum = acting()
    forum.send(FormGroup, **STEP, **PHONE)
    erased, changed = forum.send(ChangeGroup, **{**STEP, "lead": "h3"}, **contact)
    assert (type(erased), type(changed)) == (ContactErased, GroupChanged)
    assert erased.subject == changed.subject == "contact.g"
    assert forum.meeting.groups.group("g").contact == contact.get("contact", "")


def test_a_contact_that_stays_is_kept_only_with_consent_again() -> None:
    """A change says all of it anew, the consent too; nothing is erased then."""
    forum = acting()
    forum.send(FormGroup, **STEP, **PHONE)
    other = {**STEP, "title": "Lights"}
    assert forum.no(ChangeGroup, **other, contact=PHONE["contact"]) == "contact-without-consent"
    (event,) = forum.send(ChangeGroup, **other, **PHONE)
    assert event.contact == PHONE["contact"]


def test_a_dissolved_group_stays_readable_without_its_contact() -> None:
    """It says why it does not go on; nothing more is done with it."""
    forum = acting()
    forum.send(FormGroup, **STEP, topics=("a",), **PHONE)
    assert forum.no(DissolveGroup, group="g", reason="") == "text-missing"
    events = forum.send(DissolveGroup, group="g", reason="no time")
    assert [type(event) for event in events] == [GroupDissolved, ContactErased]
    groups = forum.meeting.groups
    assert (groups.all["g"].dissolved, groups.all["g"].contact) == ("no time", "")
    assert (groups.going(), groups.on_topic("a")) == ([], [])
    assert forum.no(DissolveGroup, group="g", reason="r") == "group-dissolved"
    assert forum.no(ChangeGroup, **{**STEP, "title": "T"}) == "group-dissolved"
    forum.send(FormGroup, **{**STEP, "group": "h"})
    (event,) = forum.send(DissolveGroup, group="h", reason="r")
    assert isinstance(event, GroupDissolved)


def test_consent_is_taken_back_at_any_time() -> None:
    """During the forum and after its close; what is not there cannot be erased."""
    forum = acting()
    forum.send(FormGroup, **STEP, **PHONE)
    forum.send(FormGroup, **{**STEP, "group": "h"}, **PHONE)
    forum.send(EraseContact, group="g")
    assert forum.no(EraseContact, group="g") == "no-contact"
    assert forum.no(EraseContact, group="x") == "no-such-group"
    forum.close()
    forum.send(EraseContact, group="h", reason="asked for it")
    assert forum.meeting.groups.all["h"].contact == ""


def test_a_guest_who_is_erased_takes_the_contact_along() -> None:
    """Only of the groups they lead; the groups themselves stay."""
    forum = acting()
    forum.send(FormGroup, **{**STEP, "lead": GUEST}, **PHONE)
    forum.send(FormGroup, **{**STEP, "lead": GUEST, "group": "without"})
    forum.send(FormGroup, **{**STEP, "group": "other"}, **PHONE)
    forum.close()
    events = forum.do(EraseObserver(meeting=EVENING, person_id=GUEST, reason="asked for it"))
    assert [event.subject for event in events] == [GUEST, "contact.g"]
    contacts = {name: group.contact for name, group in forum.meeting.groups.all.items()}
    assert contacts == {"g": "", "without": "", "other": PHONE["contact"]}
    assert forum.meeting.groups.all["g"].lead == GUEST


def test_groups_formed_before_the_day_are_measured_by_the_day_itself() -> None:
    """A forum that was called for another day and held on this one knows no day before it."""
    forum = acting()
    assert forum.meeting.life.opened is not None
    refusal = forum.refusal(FormGroup, **STEP, due=date(2026, 11, 1))
    assert refusal.facts["held"] == DAY.isoformat()
