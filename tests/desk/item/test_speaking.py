"""The clock of a speech: it warns before the end, shows what is over, and no clock that leaps disturbs it."""

from datetime import timedelta

import pytest

from facilitator.meeting.floor import AgreeLimits, AskForFloor, EndSpeech, GiveFloor, Side
from tests.desk.evening import EVENING

CALM, WARNING, OVER = "ink", "warn", "bad"


def speaking(make, speaker="he-weiming", **more):
    here = make('"do": "floor.agree-limits"', **more)
    here.do(GiveFloor(meeting=EVENING, speaker=speaker, side=Side.AGAINST))
    return here


def clock(here):
    label = here.find("speaker.clock")
    return label.text(), label.property("tone")


@pytest.mark.parametrize(
    ("after", "shown", "tone", "left"),
    [
        (0, "0:00", CALM, "每人 2:00 · 剩 2:00"),
        (89, "1:29", CALM, "每人 2:00 · 剩 31 秒"),
        (98, "1:38", WARNING, "每人 2:00 · 剩 22 秒"),
        (120, "2:00", WARNING, "每人 2:00 · 剩 0 秒"),
        (135, "+0:15", OVER, "每人 2:00 · 超时"),
    ],
)
def test_the_clock_says_what_is_left(room, after, shown, tone, left):
    """Calm, then a warning in the last half minute, then + and the word, in a tone of its own."""
    here = speaking(room)
    here.later(after)
    assert clock(here) == (shown, tone)
    assert here.text("speaker.left") == left


def test_it_runs_second_by_second_without_an_act(room):
    """The tick of the window is enough; so is it for what was spoken on the item altogether."""
    here = speaking(room)
    seen = []
    for _ in range(3):
        here.later(1)
        seen.append((here.text("speaker.clock"), here.text("queue.total")))
    assert seen == [(f"0:0{n}", f"本项已发言 0:0{n}") for n in (1, 2, 3)]


def test_a_leap_of_the_computers_clock_is_not_spoken(room):
    """Noticed or not, an hour that the clock leapt is in no speech."""
    here = speaking(room)
    here.later(20)
    leap = timedelta(hours=1)
    here.desk.session.clock.at += leap
    here.desk.session.clock.unnoticed = lambda: leap
    here.desk.second.emit()
    assert clock(here) == ("0:20", CALM)


def test_without_a_limit_it_only_counts(room):
    """No bar, no warning, however long it takes."""
    here = room('"do": "floor.agree-limits"')
    here.do(AgreeLimits(meeting=EVENING, seconds=0))
    here.do(GiveFloor(meeting=EVENING, speaker="he-weiming"))
    here.later(3661)
    assert clock(here) == ("61:01", CALM)
    assert here.text("speaker.left") == "不限"


def test_the_host_is_marked_as_the_host(room):
    """苏慧敏 chairs: no side, no number, and the chip that the record has."""
    here = speaking(room, "su-huimin")
    assert here.text("speaker.host") == "主持引导"
    assert not here.shows("speaker.side")
    assert here.text("speaker.turn") == ""


def test_when_it_is_over_the_card_keeps_its_place_and_tells_how_long_it_was(room):
    """While others wait nothing jumps, and the host can say by how much it was too long."""
    here = speaking(room)
    here.do(AskForFloor(meeting=EVENING, speaker="wu-dequan"))
    before = here.find("queue").y()
    here.later(140)
    here.do(EndSpeech(meeting=EVENING))
    assert here.find("queue").y() == before
    assert here.text("speaker.before") == "上一位 何伟明，2:20 · 超时 20 秒"


def test_with_nobody_waiting_it_makes_room(room):
    """No speech, no hand: the motions have the place."""
    here = speaking(room)
    here.do(EndSpeech(meeting=EVENING))
    assert not here.shows("speaker")


def test_a_new_item_begins_with_no_speech_before_it(room):
    """What was said on another item is not told on this one."""
    here = room('"do": "motions.second", "meeting": "sbg-2026-11-27", "motion": "m3"')
    here.do(AskForFloor(meeting=EVENING, speaker="wu-dequan"))
    assert here.text("speaker.before") == ""


def test_narrow_or_wide_everything_is_there(room):
    """Where there is little room the button and what is left have a line of their own."""
    here = speaking(room, room=(500, 380))
    here.later(98)
    clock_, end = here.find("speaker.clock"), here.find("floor.end")
    assert end.y() > clock_.y()
    here.resize(734, 590)
    assert end.y() < clock_.y() + clock_.height()
    assert here.text("speaker.left") == "每人 2:00 · 剩 22 秒"
