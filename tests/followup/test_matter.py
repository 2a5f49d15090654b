"""The name of a follow-up's stream says what it is about, and nothing else."""

from __future__ import annotations

import pytest

from facilitator import followup
from facilitator.followup.calls import Call
from facilitator.followup.following import Following
from facilitator.followup.intake import Intake
from facilitator.followup.matter import matter_of, stream_of


def test_a_stream_names_a_decision_or_a_group():
    """What a matter is called as a stream is read back the same."""
    assert stream_of("evening", 5) == "followup/evening/5"
    assert stream_of("evening", group="5") == "followup/evening/group/5"
    assert matter_of("followup/evening/5") == ("evening", 5, "")
    assert matter_of("followup/evening/group/5") == ("evening", 0, "5")


def test_the_first_part_of_a_stream_says_which_history_it_is():
    """Three rooms, and an error of ours for any other."""
    assert type(followup.fresh("followup/evening/5")) is Following
    assert type(followup.fresh("call/c1")) is Call
    assert type(followup.fresh("intake/i1")) is Intake
    with pytest.raises(KeyError):
        followup.fresh("meeting/evening")


def test_a_history_has_begun_with_its_first_event():
    """Before that, it is there to be asked and has nothing in it."""
    case = followup.fresh("followup/evening/5")
    assert not case.begun
    assert case.entries == {}
    assert case.standing() == ()
