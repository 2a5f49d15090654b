"""When a backup is due."""

from __future__ import annotations

from datetime import timedelta

from facilitator.safekeeping.policy import EVERY, Moment, due

MINUTE = timedelta(minutes=1)


def test_what_has_not_changed_is_not_copied_again() -> None:
    """Nothing new means no backup, whatever has happened."""
    for moment in Moment:
        assert not due(moment, changed=False, since=None)
        assert not due(moment, changed=False, since=10 * EVERY)


def test_what_was_never_backed_up_is() -> None:
    """The first change is worth a backup at once."""
    for moment in Moment:
        assert due(moment, changed=True, since=None)


def test_opening_and_the_end_of_votes_and_meetings_are_occasions() -> None:
    """A vote or a meeting that was closed a minute after the last backup is backed up."""
    for moment in (Moment.OPENED, Moment.POLL, Moment.MEETING):
        assert due(moment, changed=True, since=MINUTE, took=timedelta(seconds=3))
    assert not due(Moment.CLOCK, changed=True, since=MINUTE)


def test_by_the_clock_every_ten_minutes() -> None:
    """While things are recorded, no more than ten minutes are ever without a backup."""
    assert not due(Moment.CLOCK, changed=True, since=EVERY - MINUTE)
    assert due(Moment.CLOCK, changed=True, since=EVERY)


def test_a_large_archive_is_backed_up_less_often() -> None:
    """A backup that takes long does not follow upon itself: votes wait for its end, the clock for longer."""
    took = 2 * MINUTE
    assert not due(Moment.CLOCK, changed=True, since=EVERY, took=took)
    assert due(Moment.CLOCK, changed=True, since=40 * MINUTE, took=took)
    assert not due(Moment.POLL, changed=True, since=MINUTE, took=took)
    assert due(Moment.POLL, changed=True, since=took, took=took)
