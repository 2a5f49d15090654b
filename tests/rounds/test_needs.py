"""Needs: asked of somebody, invited by somebody, named by so many, in an order."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.rounds.needs import (
    Announced,
    AnnounceInPublic,
    AskResidents,
    Invitation,
    Invited,
    NoteNeed,
    RankNeeds,
    Source,
    needs_of,
)
from facilitator.rounds.project import StrikeFromProject
from tests.rounds.office import DAY, DRAFTED, Office

ASKED: dict[str, Any] = {"entry": "a1", "source": Source.MEETING, "on": DRAFTED, "people": 12}
BY_NOTICE = Invited(how=Invitation.PUBLIC_NOTICE, people=5)
BY_COMMITTEE = Invited(how=Invitation.COMMITTEE, people=7)


@pytest.fixture
def office() -> Office:
    """A project of which nothing is known yet."""
    return Office().open().start()


def test_somebody_was_asked(office: Office):
    """At least one; and no more were invited than came."""
    assert office.code(AskResidents, **{**ASKED, "people": 0}) == "nobody-asked"
    assert office.code(AskResidents, **{**ASKED, "people": 2_000_000}) == "number-range"
    many = {"invited": (BY_COMMITTEE, Invited(how=Invitation.NEIGHBOUR, people=6))}
    assert office.facts(AskResidents, **ASKED, **many) == {"invited": 13, "people": 12}
    assert office.code(AskResidents, **ASKED, invited=(BY_NOTICE, BY_NOTICE)) == "invitation-twice"
    nobody = Invited(how=Invitation.OTHER, people=0)
    assert office.code(AskResidents, **ASKED, invited=(nobody,)) == "number-range"
    office.now(AskResidents, **ASKED, invited=(BY_COMMITTEE,))
    (asked,) = needs_of(office.project).asked
    assert asked.invitation_unknown == 5


def test_figures_are_sums_of_what_counts(office: Office):
    """Over all that was asked, the earliest first; struck ones do not count."""
    office.now(AskResidents, **ASKED, invited=(BY_COMMITTEE, BY_NOTICE))
    earlier = {**ASKED, "entry": "a2", "on": DRAFTED - DAY, "people": 3}
    office.now(AskResidents, **earlier, invited=(Invited(how=Invitation.COMMITTEE, people=1),))
    needs = needs_of(office.project)
    assert (needs.people, needs.first_asked) == (15, DRAFTED - DAY)
    assert needs.invited() == {Invitation.COMMITTEE: 8, Invitation.PUBLIC_NOTICE: 5}
    office.now(StrikeFromProject, entry="a2", reason="another street")
    assert (needs_of(office.project).people, needs_of(office.project).first_asked) == (12, DRAFTED)
    office.now(StrikeFromProject, entry="a1", reason="another street")
    assert needs_of(office.project).first_asked is None


def test_a_need_rests_on_what_was_asked(office: Office):
    """On entries that count, and no more can have named it than were asked there."""
    office.now(AskResidents, **ASKED)
    assert office.code(NoteNeed, entry="n1", text=" ") == "text-missing"
    assert office.code(NoteNeed, entry="n1", text="t", asked=("a9",)) == "unknown-entry"
    assert office.facts(NoteNeed, entry="n1", text="t", asked=("a1", "a1"), named_by=13) == {
        "named": 13,
        "people": 12,
    }
    office.now(NoteNeed, entry="n1", text="t", asked=("a1", "a1"), named_by=12)
    assert office.code(NoteNeed, entry="n2", text="t", asked=("n1",)) == "not-asked-there"
    office.now(NoteNeed, entry="n2", text="heard at the gate", named_by=40)
    assert needs_of(office.project).needs[0].asked == ("a1",)


def test_every_need_has_one_rank(office: Office):
    """All of them, once each; a later need waits for its own rank."""
    assert office.code(RankNeeds, entry="k", order=()) == "ranking-incomplete"
    for entry in ("n1", "n2"):
        office.now(NoteNeed, entry=entry, text=entry)
    assert [one.entry for one in needs_of(office.project).unranked] == ["n1", "n2"]
    assert office.facts(RankNeeds, entry="k", order=("n1",)) == {"ranked": 1, "needs": 2}
    assert office.code(RankNeeds, entry="k", order=("n1", "n2", "n1")) == "ranking-incomplete"
    assert office.facts(RankNeeds, entry="k", order=("n9",)) == {"need": "n9"}
    office.now(RankNeeds, entry="k1", order=("n2", "n1"), how="by dots")
    assert [one.entry for one in needs_of(office.project).needs] == ["n2", "n1"]
    office.now(NoteNeed, entry="n3", text="later")
    found = needs_of(office.project)
    assert [one.entry for one in found.needs] == ["n2", "n1", "n3"]
    assert [one.entry for one in found.unranked] == ["n3"]
    assert found.ranks == {"n2": 1, "n1": 2}
    office.now(StrikeFromProject, entry="n2", reason="the same as n1")
    assert [one.entry for one in needs_of(office.project).needs] == ["n1", "n3"]


def test_a_meeting_is_announced_before_its_day(office: Office):
    """In itself or by a notice about a needs meeting of that day; on the day itself is too late."""
    office.now(AskResidents, **ASKED, announced_on=DRAFTED)
    (asked,) = needs_of(office.project).asked
    assert not needs_of(office.project).announced_before(asked)
    notices = (
        (Announced.SELECTION, DRAFTED, DRAFTED - DAY),
        (Announced.NEEDS_MEETING, DRAFTED + DAY, DRAFTED - DAY),
        (Announced.NEEDS_MEETING, DRAFTED, DRAFTED),
    )
    for place, (what, on, begins) in enumerate(notices):
        office.now(AnnounceInPublic, entry=f"x{place}", what=what, on=on, begins=begins)
        assert not needs_of(office.project).announced_before(asked)
    said = {"what": Announced.NEEDS_MEETING, "on": DRAFTED, "begins": DRAFTED - DAY}
    office.now(AnnounceInPublic, entry="x9", **said, places="the gate")
    assert needs_of(office.project).announced_before(asked)
    office.now(AskResidents, **{**ASKED, "entry": "a2"}, announced_on=DRAFTED - DAY)
    assert needs_of(office.project).announced_before(needs_of(office.project).asked[1])
