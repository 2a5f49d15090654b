"""What a decision does to an earlier one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitator.followup.entries import Kinship, Linked
from facilitator.followup.following import StrikeEntry
from facilitator.followup.linking import Link
from tests.followup.folder import MADE, MATTER, MEETING, Folder, group

EARLIER = replace(MATTER, meeting="spring", decision=2, made=MADE - timedelta(days=100))
TO = {"kinship": Kinship.AMENDS, "to_meeting": "spring", "to_decision": 2}


@pytest.fixture
def folder() -> Folder:
    """A decision, and an earlier one that it may do something to."""
    made = Folder()
    made.other = EARLIER
    return made


def test_a_decision_amends_an_earlier_one(folder: Folder):
    """The link names the decision and which part of it."""
    (event,) = folder.now(Link, entry="l1", clause=" clause 3 ", **TO)
    assert event == Linked(
        entry="l1", kinship=Kinship.AMENDS, to_meeting="spring", to_decision=2, clause="clause 3"
    )


def test_a_link_is_made_once_until_it_is_struck(folder: Folder):
    """The same link twice is refused; another kind, another decision, or the same after striking is not."""
    folder.now(Link, entry="l1", **TO)
    assert folder.code(Link, entry="l2", **TO) == "linked-already"
    folder.now(Link, entry="l2", **{**TO, "kinship": Kinship.REPEATS})
    folder.other = replace(EARLIER, decision=3)
    folder.now(Link, entry="l3", **{**TO, "to_decision": 3})
    folder.now(StrikeEntry, entry="l1", reason="it was another one")
    folder.other = EARLIER
    folder.now(Link, entry="l4", **TO)


def test_a_link_goes_back_in_time_or_within_an_evening(folder: Folder):
    """To an earlier decision or one of the same moment; never to a later one, never to itself."""
    folder.other = replace(EARLIER, made=MADE + timedelta(seconds=1))
    assert folder.code(Link, entry="l", **TO) == "link-to-later"
    folder.other = MATTER
    itself = {"kinship": Kinship.REPEALS, "to_meeting": MEETING, "to_decision": 5}
    assert folder.code(Link, entry="l", **itself) == "link-to-itself"
    folder.other = replace(MATTER, decision=4)
    folder.now(Link, entry="l", **{**itself, "to_decision": 4})


def test_only_a_decision_that_stands_does_something(folder: Folder):
    """An annulled one does nothing, a group is none, and what it is done to has to be there."""
    folder.other = None
    refusal = folder.refused(folder.said(Link, entry="l", **TO))
    assert (refusal.code, refusal.facts["meeting"]) == ("unknown-matter", "spring")
    folder.other = EARLIER
    folder.matter = replace(MATTER, stands=False)
    assert folder.code(Link, entry="l", **TO) == "matter-gone"
    of_group = Folder(group())
    of_group.other = EARLIER
    assert of_group.code(Link, entry="l", **TO) == "link-of-group"
