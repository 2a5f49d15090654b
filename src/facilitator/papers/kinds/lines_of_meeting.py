"""Lines about the meeting itself: opened, paused, host, clock, people coming and going, closed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from facilitator.meeting.attendance import (
    Arrived,
    Excused,
    Left,
    ObserverAdmitted,
    ObserverErased,
    TimesCorrected,
)
from facilitator.meeting.dismissing import ObserverDismissed
from facilitator.meeting.format import Stage
from facilitator.meeting.lifecycle import (
    ClockJumped,
    HostChanged,
    MeetingClosed,
    MeetingConvened,
    MeetingReopened,
    NoticePosted,
    PhaseEntered,
    Recessed,
    Resumed,
)
from facilitator.papers.kinds.cells import ONE, THREE, TWO, called, fill, say, struck
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.kinds.course import announced
from facilitator.papers.kinds.roll import stays
from facilitator.papers.kinds.telling import Said, Teller, Telling, Told, silent
from facilitator.papers.model import Text
from facilitator.words.figures import duration, full_date, item_number
from facilitator.words.titles import title

OPENING = "opening"
"""The name of the opening line: moves of the agenda right after it go on it."""


def _entered(telling: Telling, event: PhaseEntered) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    stage = c.meeting.format.phase(event.phase).stage
    if event.next_decision:
        items = _announced(telling)
        text = t("The meeting opens.")
        if items:
            number = item_number(len(items), c.lang)
            listed = t.within("between", "; ").join(items)
            text = c.sentences(text, t("Agenda of {n}: {list}.", n=number, list=listed))
        yield Said(say(text), name=OPENING)
    elif c.meeting.format.has_course:
        return  # the head of what follows
    elif stage is Stage.CLOSING and not _closes(telling):
        yield Said(say(t("The record is read back.")))
    elif stage is Stage.RUNNING:
        yield Said(say(t("Deliberation goes on.")))


def _closes(telling: Telling) -> bool:
    """Whether the close follows, which says that the record was read back."""
    assert telling.stretch is not None
    entries = telling.stretch.entries
    return any(isinstance(recorded.event, MeetingClosed) for recorded in entries)


def _announced(telling: Telling) -> list[str]:
    """The agenda as it stands when the meeting is opened."""
    c = telling.clerk
    return [c.item_title(item) for item in announced(c.meeting)]


def _host_changed(telling: Telling, event: HostChanged) -> Iterable[Told]:
    t = telling.clerk.t
    text = t("{name} is in the chair from now on.", name=ONE)
    line = fill(text, called(telling.clerk.name(event.host)))
    yield Said(say(line, because(telling, event.reason)))


def _recessed(telling: Telling, _event: Recessed) -> Iterable[Told]:
    yield Said(say(telling.clerk.t("Recess.")))


def _resumed(telling: Telling, _event: Resumed) -> Iterable[Told]:
    c = telling.clerk
    yield Said(say(c.sentences(c.t("The meeting resumes."), telling.room())))


def _closed(telling: Telling, event: MeetingClosed) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    if not telling.opened:
        yield Said(say(_not_opened(telling, event)))
        return
    if not event.read_back:
        read = t("The record was not read back at the meeting.")
    elif event.objections:
        read = t("The record has been read back.")
    else:
        read = t("The record was read back; there was no objection.")
    said = (
        t("Objections: {text}", text=c.ended(c.told(event.objections))) if event.objections else ""
    )
    yield Said(say(c.sentences(read, said, t("The meeting is closed."))))


def _not_opened(telling: Telling, event: MeetingClosed) -> str:
    """Nobody came, or too few, up to then: that is all there is to say, and it is said."""
    c, t = telling.clerk, telling.clerk.t
    members = [h.member for h in c.meeting.council.seats]
    came = sum(any(s.came <= telling.now.at for s in stays(c.meeting, m)) for m in members)
    there = t("Due {due}, present {came}.", due=len(members), came=came)
    if c.here(telling.now.at).date() != c.day:
        day = full_date(c.here(telling.now.at).date(), c.lang)
        there = t("{day}: {text}", day=day, text=there)
    said = t("Objections: {text}", text=c.ended(event.objections)) if event.objections else ""
    end = t("The meeting was not opened and dealt with nothing; it is closed.")
    return c.sentences(there, said, end)


def _reopened(telling: Telling, event: MeetingReopened) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    telling.present.clear()
    day = full_date(c.here(telling.now.at).date(), c.lang)
    if telling.opened:
        text = t("{day}: the meeting is opened again.", day=day)
    else:
        text = t("{day}: the meeting, which had not been opened, is called again.", day=day)
    yield Said(say(text, because(telling, event.reason)))


def _clock_jumped(telling: Telling, event: ClockJumped) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    long = duration(round(abs(event.milliseconds) / 1000), c.lang)
    if event.milliseconds >= 0:
        text = t(
            "The computer's clock jumped ahead by {time}; times from here on show it.", time=long
        )
    else:
        text = t(
            "The computer's clock jumped back by {time}; times from here on show it.", time=long
        )
    yield Said(say(text))


def _arrived(telling: Telling, event: Arrived) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    telling.present.add(event.person)
    if not telling.opened:
        return
    text = fill(t("{name} comes in.", name=ONE), called(c.name(event.person)))
    yield _coming(telling, event.person, text)


def _left(telling: Telling, event: Left) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    telling.present.discard(event.person)
    if not telling.opened:
        return
    if event.reason and not c.public:
        sentence = t("{name} leaves ({reason}).", name=ONE, reason=TWO)
    else:
        sentence = t("{name} leaves.", name=ONE)
    text = fill(sentence, called(c.name(event.person)), c.bare(event.reason))
    yield _coming(telling, event.person, text)


def _coming(telling: Telling, person: str, text: Text) -> Said:
    """A line about somebody coming or going while the meeting runs; before, times are on the sign-in sheet.

    Those of one minute go together, and the room is told once.
    Somebody without a vote changes nothing about who is in the room to vote.
    """
    c = telling.clerk
    member = c.meeting.is_member(person)
    name = f"coming {c.clock(telling.now.at)} {member}"
    return Said(text, name=name, joins=name, tail=telling.room() if member else "")


def _excused(telling: Telling, event: Excused) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    if not telling.opened:
        return
    if event.reason and not c.public:
        sentence = t("{name} has asked for leave ({reason}).", name=ONE, reason=TWO)
    else:
        sentence = t("{name} has asked for leave.", name=ONE)
    yield Said(fill(sentence, called(c.name(event.member)), c.bare(event.reason)))


def _admitted(telling: Telling, event: ObserverAdmitted) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    if not telling.opened:
        return
    sentence = t("{name} is admitted ({capacity}, no vote).", name=ONE, capacity=TWO)
    yield Said(fill(sentence, called(c.name(event.person_id)), title(event.capacity, c.lang)))


def _times_corrected(telling: Telling, event: TimesCorrected) -> Iterable[Told]:
    """Both times, the wrong one struck; a stay corrected to nothing never was."""
    c, t = telling.clerk, telling.clerk.t
    old, new = _span(c, event.old_came, event.old_left), _span(c, event.came, event.left)
    if event.came == event.left:
        sentence = t("Times of {name} corrected: {old}; was not there.", name=ONE, old=TWO)
    else:
        sentence = t("Times of {name} corrected: {old} to {new}.", name=ONE, old=TWO, new=THREE)
    line = fill(sentence, called(c.name(event.person)), struck(old), new)
    reason = "" if c.public else because(telling, event.reason)
    yield Said(say(line, reason))


def _span(c: Clerk, came: datetime, gone: datetime | None) -> str:
    t = c.t
    if gone is None:
        return t("came {came}", came=c.clock(came))
    return t("came {came}, left {left}", came=c.clock(came), left=c.clock(gone))


def because(telling: Telling, reason: str) -> str:
    """A reason as a sentence of its own, with the space that stands before it."""
    c, t = telling.clerk, telling.clerk.t
    if not reason:
        return ""
    return c.space + t("Reason: {reason}", reason=c.ended(c.told(reason)))


LINES: dict[type, Teller] = {
    MeetingConvened: silent,  # the header
    NoticePosted: silent,  # the header
    PhaseEntered: _entered,
    HostChanged: _host_changed,
    Recessed: _recessed,
    Resumed: _resumed,
    MeetingClosed: _closed,
    MeetingReopened: _reopened,
    ClockJumped: _clock_jumped,
    ObserverAdmitted: _admitted,
    ObserverErased: silent,
    ObserverDismissed: silent,
    Arrived: _arrived,
    Left: _left,
    Excused: _excused,
    TimesCorrected: _times_corrected,
}
