"""Rounds as they were held, and people counted."""

from __future__ import annotations

import pytest

from facilitator.meeting.attendance import Leave
from facilitator.meeting.forum.placing import HalveTopic, PlaceTopic
from facilitator.meeting.forum.rounds import (
    CountHeads,
    EndRound,
    StartRound,
    people_here,
    right_now,
)
from facilitator.meeting.forum.topics import NotHeld
from facilitator.meeting.lifecycle import EnterPhase, Recess
from tests.meeting.forum.forum import Forum


def test_one_round_runs_at_a_time_and_one_ended_too_early_goes_on() -> None:
    """Each time it was held is in the record."""
    forum = Forum("rounds")
    assert forum.no(EndRound) == "no-round-running"
    assert forum.no(StartRound, slot="s9") == "unknown-slot"
    forum.send(StartRound, slot="s1")
    assert not forum.meeting.rounds.ended("s1")
    refusal = forum.refusal(StartRound, slot="s2")
    assert (refusal.code, refusal.facts["number"]) == ("round-running", 1)
    forum.send(EndRound)
    forum.send(StartRound, slot="s1")
    began, ended = forum.meeting.rounds.held["s1"][0]
    assert ended is not None
    assert ended > began
    assert forum.meeting.rounds.held["s1"][1][1] is None
    forum.send(EndRound)
    assert forum.meeting.rounds.ended("s1")
    assert not forum.meeting.rounds.ended("s2")


def test_no_round_begins_in_a_recess_nor_is_one_left_running() -> None:
    """Groups that sit are called back before the forum goes on."""
    forum = Forum("rounds")
    forum.send(StartRound, slot="s1")
    for phase in ("news", "market"):
        assert forum.no(EnterPhase, phase=phase) == "round-running"
    assert [code.code for _, code in forum.meeting.hindrances()] == ["round-running"]
    forum.send(EndRound)
    forum.send(Recess)
    assert forum.no(StartRound, slot="s2") == "in-recess"


def test_the_board_shows_what_is_on_now() -> None:
    """By place, first halves first; nothing that is not held, nothing between rounds."""
    forum = Forum()
    for name in ("a", "b", "c", "d"):
        forum.topic(name)
    for name, field in (("a", "p2 s1"), ("b", "p1 s1"), ("c", "p2 s1"), ("d", "p3 s1")):
        place, slot = field.split()
        forum.send(PlaceTopic, topic=name, place=place, slot=slot)
    forum.send(HalveTopic, topic="a", half=2)
    forum.send(HalveTopic, topic="c", half=1)
    forum.send(NotHeld, topic="d")
    forum.to("rounds")
    assert right_now(forum.meeting) == []
    forum.send(StartRound, slot="s1")
    told = [(place, topic.id) for place, topic in right_now(forum.meeting)]
    assert told == [("p1", "b"), ("p2", "c"), ("p2", "a")]


def test_people_are_counted_in_all_or_by_place_in_a_round() -> None:
    """A later count stands for an earlier one; all of them are kept."""
    forum = Forum("rounds")
    assert people_here(forum.meeting) == 13
    forum.send(Leave, person="h9")
    assert people_here(forum.meeting) == 12
    forum.send(CountHeads, heads=40)
    assert people_here(forum.meeting) == 40
    assert forum.meeting.rounds.heads_in("s1", "p1") is None
    forum.send(StartRound, slot="s1")
    forum.send(CountHeads, heads=7, place="p1")
    forum.send(CountHeads, heads=9, place="p1")
    forum.send(CountHeads, heads=2, place="p1", slot="s2")
    rounds = forum.meeting.rounds
    assert (rounds.heads_in("s1", "p1"), rounds.heads_in("s2", "p1")) == (9, 2)
    assert [one.heads for one in rounds.heads["s1", "p1"]] == [7, 9]
    assert people_here(forum.meeting) == 40


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"heads": -1}, "number-range"),
        ({"heads": 100_001}, "number-range"),
        ({"heads": 1, "place": "p1"}, "no-round-running"),
        ({"heads": 1, "place": "p9"}, "unknown-place"),
        ({"heads": 1, "place": "p1", "slot": "s9"}, "unknown-slot"),
        ({"heads": 1, "slot": "s1"}, "place-missing"),
    ],
)
def test_nobody_is_counted_nowhere(fields: dict, code: str) -> None:
    """A number has a place and a round, or is of all."""
    assert Forum("rounds").no(CountHeads, **fields) == code
