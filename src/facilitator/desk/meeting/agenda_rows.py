"""The agenda as it is read at the left of the desk: each item in two lines, and when all of it will be over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from facilitator.data import dataclass
from facilitator.meeting import Meeting
from facilitator.meeting.agenda import Item, ItemState
from facilitator.meeting.polls import Poll
from facilitator.meeting.timing import in_hand
from facilitator.rules.charter import Measure
from facilitator.rules.outcome import Role, Verdict
from facilitator.words.figures import Unit, airy, counted, time_range
from facilitator.words.outcomes import verdict_word
from facilitator.words.titles import title
from facilitator.words.tongue import Tongue

STEP = timedelta(minutes=5)
"""The end of a meeting is foreseen to so many minutes."""


@dataclass(frozen=True, slots=True)
class Row:
    """One item: its number, its title, and what there is to say of it now."""

    item: str
    number: int
    title: str
    state: ItemState
    words: str
    over: bool = False
    """It has taken longer than planned."""

    @property
    def open(self) -> bool:
        """Whether something still has to become of it."""
        return self.state in (ItemState.PLANNED, ItemState.IN_HAND, ItemState.PAUSED)


def agenda_rows(
    meeting: Meeting, steady: datetime, t: Tongue, local: Callable[[datetime], datetime]
) -> tuple[Row, ...]:
    """All items in the order in which they are dealt with."""
    return tuple(_row(meeting, item, steady, t, local) for item in meeting.agenda.items)


def _row(
    meeting: Meeting,
    item: Item,
    steady: datetime,
    t: Tongue,
    local: Callable[[datetime], datetime],
) -> Row:
    used = used_minutes(meeting, item, steady)
    words = {
        ItemState.PLANNED: _planned,
        ItemState.IN_HAND: _going,
        ItemState.PAUSED: _going,
        ItemState.DONE: _done,
        ItemState.WITHDRAWN: _put_away,
        ItemState.POSTPONED: _put_away,
    }[item.state]
    parts = words(meeting, item, used, t) or _when(meeting, item, t, local)
    over = item.open and bool(item.minutes) and used > item.minutes
    said = " · ".join(part for part in parts if part)
    return Row(item.id, item.number, item.title, item.state, airy(said), over)


def used_minutes(meeting: Meeting, item: Item, steady: datetime) -> int:
    """How many whole minutes an item has been in hand, breaks left out."""
    if not item.times:
        return 0
    lasted = in_hand(meeting, item.id, steady)
    return int(lasted.total_seconds()) // 60


def _planned(meeting: Meeting, item: Item, _used: int, t: Tongue) -> list[str]:
    minutes = counted(item.minutes, Unit.MINUTES, t.lang) if item.minutes else ""
    early = t("taken early") if meeting.agenda.moved_up(item) else ""
    return [minutes, early] if minutes or early else [title(item.state, t.lang)]


def _going(meeting: Meeting, item: Item, used: int, t: Tongue) -> list[str]:
    state = title(item.state, t.lang)
    if item.state is ItemState.IN_HAND:
        poll = meeting.polls.all.get(meeting.polls.running)
        voting = poll is not None and poll.item == item.id
        state = t.within("agenda", "voting") if voting else t.within("agenda", "in hand")
    if not item.minutes:
        return [state, t("{minutes} used", minutes=counted(used, Unit.MINUTES, t.lang))]
    planned = counted(item.minutes, Unit.MINUTES, t.lang)
    return [state, t.within("agenda", "{used} of {planned}", used=used, planned=planned)]


def _done(meeting: Meeting, item: Item, _used: int, t: Tongue) -> list[str]:
    poll = telling_poll(meeting, item)
    if poll is None or poll.outcome is None:
        return []  # told by its time
    decision = meeting.decisions.of_motion(poll.motion)
    number = t.within("agenda", "No. {n}", n=decision.number) if decision is not None else ""
    return [" ".join((verdict_word(poll.outcome.verdict, t.lang), votes_of(poll))).strip(), number]


def telling_poll(meeting: Meeting, item: Item) -> Poll | None:
    """The vote that tells what came of an item: the last that carried a motion on it, else the last."""
    held = [
        poll
        for poll in meeting.polls.all.values()
        if poll.item == item.id and poll.outcome and not meeting.motions.all[poll.motion].amends
    ]
    carried = [p for p in held if p.outcome and p.outcome.verdict is Verdict.PASSED]
    return (carried or held or [None])[-1]


def votes_of(poll: Poll) -> str:
    """10/13: those in favour of the base they are a share of; "" where heads of the whole are not counted."""
    if poll.outcome is None:
        return ""
    test = next(test for test in poll.outcome.tests if test.role is Role.CONSENT)
    if test.measure is not Measure.HEADS or test.group:
        return ""
    return f"{test.reached}/{test.base_size}"


def _put_away(_meeting: Meeting, item: Item, _used: int, t: Tongue) -> list[str]:
    return [title(item.state, t.lang)]


def _when(
    meeting: Meeting, item: Item, t: Tongue, local: Callable[[datetime], datetime]
) -> list[str]:
    """From when to when an item without a vote was dealt with, and whether earlier decisions were told of."""
    if not item.times:
        return [title(item.state, t.lang)]
    end = item.times[-1][1]
    told = any(review.event.item == item.id for review in meeting.reviews.all.values())
    time = time_range(local(item.times[0][0]), local(end) if end else None, t.lang)
    return [time, t.within("agenda", "reported") if told else ""]


def expected_end(meeting: Meeting, now: datetime, steady: datetime) -> datetime | None:
    """When the meeting will be over if every open item takes what was planned; None if nothing is left.

    Rounded up to `STEP`, so that it does not tick; an item that has run over is taken to end now.
    """
    open_items = meeting.agenda.unfinished()
    if not any(item.minutes for item in open_items):
        return None
    left = sum(max(0, item.minutes - used_minutes(meeting, item, steady)) for item in open_items)
    end = now + timedelta(minutes=left)
    beyond = timedelta(minutes=end.minute % 5, seconds=end.second, microseconds=end.microsecond)
    return end - beyond + (STEP if beyond else timedelta())
