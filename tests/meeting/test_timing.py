"""How long speeches and items last, whatever the computer's clock does meanwhile."""

from datetime import timedelta

import pytest

from facilitator.meeting.floor import AgreeLimits, EndSpeech, GiveFloor
from facilitator.meeting.items import FinishItem, TakeUp
from facilitator.meeting.lifecycle import ClockJumped, Recess, Resume
from facilitator.meeting.timing import Pace, in_hand, lasting, pace, spoken, turns
from tests.meeting.hall import CHAIR, EVENING, Hall


@pytest.fixture
def hall():
    """A hall whose first item has just been taken up."""
    made = Hall()
    made.open()
    return made


def steady(hall):
    return hall.at - hall.meeting.life.shift


def give(hall, speaker, after=10):
    hall.do(GiveFloor(meeting=EVENING, speaker=speaker), after=after)
    return hall.meeting.floor.speaking


def jump(hall, length):
    """Let the clock leap, ten seconds from now."""
    hall.at += timedelta(seconds=10) + length
    event = ClockJumped(milliseconds=round(length.total_seconds() * 1000))
    hall._take_in(f"meeting/{EVENING}", event)


def seconds(length):
    return length.total_seconds()


class TestSpeeches:
    def test_a_speech_lasts_while_it_runs_and_then_no_longer(self, hall):
        """Its length grows with the time and stays at what it was when it ended."""
        speech = give(hall, "e1")
        assert seconds(lasting(speech, steady(hall) + timedelta(seconds=40))) == 40
        hall.do(EndSpeech(meeting=EVENING), after=55)
        assert seconds(lasting(speech, steady(hall) + timedelta(hours=1))) == 55

    def test_a_jump_of_the_clock_is_no_speech(self, hall):
        """An hour that the clock leapt is not an hour spoken, and no speech is shorter than nothing."""
        speech = give(hall, "e1")
        jump(hall, timedelta(hours=1))
        assert seconds(lasting(speech, steady(hall))) == 10
        assert lasting(speech, steady(hall) - timedelta(hours=2)) == timedelta()

    @pytest.mark.parametrize(
        ("limit", "at", "expected"),
        [
            (120, 89, Pace.CALM),
            (120, 90, Pace.WARNING),
            (120, 120, Pace.WARNING),
            (120, 121, Pace.OVER),
            (40, 19, Pace.CALM),
            (40, 20, Pace.WARNING),
            (0, 9999, Pace.CALM),
        ],
    )
    def test_the_last_half_minute_warns(self, hall, limit, at, expected):
        """Thirty seconds before the end, half way where a speech is shorter; never without a limit."""
        hall.do(AgreeLimits(meeting=EVENING, seconds=limit))
        speech = give(hall, "e1")
        assert pace(speech, steady(hall) + timedelta(seconds=at)) is expected

    def test_the_hosts_own_speeches_count_for_nobody(self, hall):
        """Time and turns are those of the others, a speech that still runs among them."""
        give(hall, "e1")
        give(hall, CHAIR, after=30)
        give(hall, "e1", after=50)
        at = steady(hall) + timedelta(seconds=5)
        assert seconds(spoken(hall.meeting, "i1", at)) == 35
        assert turns(hall.meeting, "i1", "e1") == 2
        assert turns(hall.meeting, "i1", CHAIR) == 0
        assert turns(hall.meeting, "i2", "e1") == 0


class TestItems:
    def test_an_item_counts_its_time_in_hand(self, hall):
        """What was left and taken up again adds up; the time of the item between is its own."""
        begun = hall.meeting.chronicle[-1].recorded.at
        hall.do(TakeUp(meeting=EVENING, item="i2"), after=60)
        hall.do(TakeUp(meeting=EVENING, item="i1"), after=100)
        at = steady(hall) + timedelta(seconds=7)
        assert seconds(in_hand(hall.meeting, "i1", at)) == 67
        assert seconds(in_hand(hall.meeting, "i2", at)) == 100
        hall.do(FinishItem(meeting=EVENING, item="i1"), after=20)
        assert seconds(in_hand(hall.meeting, "i1", at + timedelta(hours=1))) == 80
        assert in_hand(hall.meeting, "i1", begun) == timedelta(seconds=80)

    def test_a_break_is_not_its_time(self, hall):
        """While everybody is out the item does not use up its minutes."""
        hall.do(Recess(meeting=EVENING), after=30)
        assert seconds(in_hand(hall.meeting, "i1", steady(hall) + timedelta(hours=1))) == 30
        hall.do(Resume(meeting=EVENING), after=600)
        assert seconds(in_hand(hall.meeting, "i1", steady(hall) + timedelta(seconds=5))) == 35

    @pytest.mark.parametrize("hours", [1, -1])
    def test_nor_is_a_jump_of_the_clock(self, hall, hours):
        """Whether the clock leaps ahead or back, the item has had its own minutes only."""
        jump(hall, timedelta(hours=hours))
        hall.do(TakeUp(meeting=EVENING, item="i2"), after=50)
        assert seconds(in_hand(hall.meeting, "i1", steady(hall))) == 60
