"""What a public version keeps back is told beside it, by comparing it with the full one."""

import pytest

from facilitator.acts import RuleViolation
from facilitator.meeting.items import AddItem
from facilitator.meeting.lifecycle import ReopenMeeting
from facilitator.papers.kinds.withheld import withheld
from tests.papers.evening import evening


def test_names_are_told_with_their_masks():
    """Everybody whom the full record names and the public one does not, but for those in office."""
    told = withheld(evening().material(), "record")
    assert dict(told.names)["陈国栋"] == "陈代表"
    assert "苏慧敏" not in dict(told.names)


def test_the_record_keeps_back_who_voted_how_and_why_somebody_left():
    """A reason for leave (出差) and the names at a roll call."""
    told = withheld(evening().material(), "record")
    assert (told.votes, told.reasons) == (True, True)


def test_the_sign_in_sheet_keeps_back_where_people_live():
    """Buildings and units have a column of their own there, and nobody votes on it."""
    told = withheld(evening().material(), "signin")
    assert (told.homes, told.votes) == (True, False)


def test_a_resolution_keeps_back_nothing():
    """It names nobody: what was decided is for everybody."""
    told = withheld(evening().material(), "resolution")
    assert (told.names, told.homes, told.reasons, told.votes) == ((), False, False, False)


def test_a_name_in_what_stands_word_for_word_is_told():
    """Titles are never masked, so whoever posts the paper is told which name can be read in it."""
    told = evening()
    told.do(ReopenMeeting(meeting=told.meeting.id, reason="补记"))
    told.do(AddItem(meeting=told.meeting.id, item="i9", title="刘小燕家门口的路灯"))
    assert withheld(told.material(), "summary").standing == ("刘小燕",)
    assert withheld(evening().material(), "summary").standing == ()


def test_what_cannot_be_printed_cannot_be_compared():
    """It is refused as the paper itself is."""
    told = evening()
    told.meeting.decisions.all.clear()
    with pytest.raises(RuleViolation, match="nothing-to-print"):
        withheld(told.material(), "slip")
