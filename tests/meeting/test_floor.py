"""Who may speak, whose turn it is, and for how long."""

from __future__ import annotations

from datetime import timedelta

import pytest

from facilitator.acts import Command
from facilitator.meeting.floor import (
    AgreeLimits,
    AskForFloor,
    EndSpeech,
    GiveFloor,
    Side,
    TakeHandDown,
    limits,
    next_speakers,
)
from facilitator.meeting.items import TakeUp
from facilitator.meeting.polls import Method, OpenPoll
from facilitator.rules.charter import SpeakingLimits
from tests.meeting.hall import CHAIR, EVENING, Hall, charter


def ask(speaker: str, side: Side = Side.NEUTRAL) -> AskForFloor:
    return AskForFloor(meeting=EVENING, speaker=speaker, side=side)


def give(speaker: str, **fields: bool) -> GiveFloor:
    return GiveFloor(meeting=EVENING, speaker=speaker, **fields)


END = EndSpeech(meeting=EVENING)


def speak(hall: Hall, speaker: str, side: Side = Side.NEUTRAL, seconds: float = 60) -> None:
    hall.do(GiveFloor(meeting=EVENING, speaker=speaker, side=side))
    hall.do(END, after=seconds)


def test_who_has_not_spoken_comes_first_then_the_other_side() -> None:
    """Equal chances: the unspoken before the spoken, opposing sides in turn, else the order of hands."""
    hall = Hall()
    hall.open()
    hall.do(ask("e1", Side.FOR))
    hall.do(ask("e2", Side.FOR))
    hall.do(ask("n1", Side.AGAINST))
    assert next_speakers(hall.meeting) == ("e1", "e2", "n1")
    hall.do(give("e1"))
    hall.do(END)
    assert next_speakers(hall.meeting) == ("n1", "e2")
    hall.do(ask("e1", Side.AGAINST))
    assert next_speakers(hall.meeting) == ("n1", "e2", "e1")


def test_a_speech_takes_the_side_of_the_raised_hand() -> None:
    """The side is told once, with the hand, unless it is told with the floor."""
    hall = Hall()
    hall.open()
    hall.do(ask("e1", Side.AGAINST))
    hall.do(give("e1"))
    speak(hall, "e2", Side.FOR)
    assert [s.side for s in hall.meeting.floor.speeches] == [Side.AGAINST, Side.FOR]


def test_a_speech_beyond_the_limit_shows_by_how_much() -> None:
    """140 seconds of 120 are 20 over; a speech within the limit, or without one, is not over."""
    hall = Hall()
    hall.open()
    speak(hall, "e1", seconds=140)
    speak(hall, "e2", seconds=110)
    hall.do(AgreeLimits(meeting=EVENING, seconds=0))
    speak(hall, "n1", seconds=1000)
    assert [speech.overrun for speech in hall.meeting.floor.speeches] == [20, 0, 0]
    hall.do(give("n2"))
    assert hall.meeting.floor.speaking is not None
    assert hall.meeting.floor.speaking.overrun == 0


def test_the_floor_passes_on_and_ends_the_speech_before() -> None:
    """Giving the floor to the next speaker ends the speech that runs."""
    hall = Hall()
    hall.open()
    hall.do(give("e1"))
    hall.do(give("e2"), after=30)
    first, second = hall.meeting.floor.speeches
    assert first.lasted == timedelta(seconds=30)
    assert hall.meeting.floor.speaking == second


def test_a_third_speech_needs_the_leave_of_the_meeting() -> None:
    """Two speeches on a motion, a third by consent; the host's own do not count; another item begins anew."""
    hall = Hall()
    hall.open()
    for _ in range(2):
        speak(hall, "e1")
    assert hall.code(give("e1")) == "speech-limit"
    hall.do(give("e1", by_leave=True))
    assert hall.meeting.floor.speeches[-1].by_leave
    for _ in range(3):
        speak(hall, CHAIR)
    assert hall.meeting.floor.speeches[-1].host
    hall.do(TakeUp(meeting=EVENING, item="i2"))
    speak(hall, "e1")


def test_agreed_limits_hold_for_their_item() -> None:
    """What the meeting agrees stands before the charter, for the item in hand only."""
    hall = Hall(charter(speaking=SpeakingLimits(0, 0)))
    hall.open()
    for _ in range(3):
        speak(hall, "e1")
    hall.do(AgreeLimits(meeting=EVENING, seconds=60, speeches=3))
    assert limits(hall.meeting) == SpeakingLimits(60, 3)
    assert hall.code(give("e1")) == "speech-limit"
    hall.do(TakeUp(meeting=EVENING, item="i2"))
    assert limits(hall.meeting) == SpeakingLimits(0, 0)


def test_hands_go_down_with_their_item() -> None:
    """The queue begins anew with each item."""
    hall = Hall()
    hall.open()
    hall.do(ask("e1"))
    hall.do(ask("e2"))
    hall.do(TakeHandDown(meeting=EVENING, speaker="e2"))
    assert list(hall.meeting.floor.queue) == ["e1"]
    hall.do(TakeUp(meeting=EVENING, item="i2"))
    assert not hall.meeting.floor.queue


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (ask("nobody"), "not-a-member"),
        (ask("e2"), "already-queued"),
        (TakeHandDown(meeting=EVENING, speaker="e3"), "not-queued"),
        (give("e1"), "has-the-floor"),
        (AgreeLimits(meeting=EVENING, seconds=-1), "number-range"),
        (AgreeLimits(meeting=EVENING, seconds=60, speeches=100), "number-range"),
    ],
)
def test_hands_and_turns_that_make_no_sense_are_refused(command: Command, code: str) -> None:
    """One hand each, one speech each, limits within a day."""
    hall = Hall()
    hall.open()
    hall.do(ask("e2"))
    hall.do(give("e1"))
    assert hall.code(command) == code


def test_nobody_speaks_during_a_vote_and_nobody_votes_during_a_speech() -> None:
    """The floor is closed while a vote runs; where nobody speaks nothing can be ended."""
    hall = Hall()
    hall.open()
    hall.motion()
    assert hall.code(END) == "nobody-speaks"
    poll = OpenPoll(meeting=EVENING, poll="p1", motion="m1", method=Method.HANDS)
    hall.do(give("e1"))
    assert hall.code(poll) == "has-the-floor"
    hall.do(END)
    hall.do(poll)
    assert hall.code(give("e1")) == "poll-open"
