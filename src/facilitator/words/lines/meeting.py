"""Lines about the meeting itself: called, opened, paused, closed, its host and clock, who comes and goes."""

from __future__ import annotations

from datetime import datetime

from facilitator.meeting.attendance import (
    Arrived,
    Excused,
    Left,
    ObserverAdmitted,
    ObserverErased,
    TimesCorrected,
)
from facilitator.meeting.calling_off import MeetingCancelled, MeetingRescheduled
from facilitator.meeting.convening import MeetingConvened, NoticePosted
from facilitator.meeting.dismissing import ObserverDismissed
from facilitator.meeting.format import Stage
from facilitator.meeting.lifecycle import (
    ClockJumped,
    HostChanged,
    MeetingClosed,
    MeetingReopened,
    PhaseEntered,
    Recessed,
    Resumed,
)
from facilitator.meeting.striking import StayStruck
from facilitator.words.figures import date_words, duration, full_date
from facilitator.words.lines.telling import Teller, Telling
from facilitator.words.titles import title


def _convened(telling: Telling, event: MeetingConvened) -> str:
    t = telling.t
    time = telling.moment(event.planned)
    return t("The meeting is called for {time}, {place}.", time=time, place=event.place)


def _notice(telling: Telling, event: NoticePosted) -> str:
    t = telling.t
    return t("The notice was posted on {date}.", date=date_words(event.posted, telling.lang))


def _rescheduled(telling: Telling, event: MeetingRescheduled) -> str:
    t = telling.t
    time = telling.moment(event.planned)
    line = t("The meeting is now called for {time}, {place}.", time=time, place=event.place)
    return telling.sentences(line, telling.because(event.reason))


def _cancelled(telling: Telling, event: MeetingCancelled) -> str:
    t = telling.t
    return telling.sentences(t("The meeting is cancelled."), telling.because(event.reason))


def _entered(telling: Telling, event: PhaseEntered) -> str:
    t = telling.t
    if event.next_decision:
        telling.opened = True
        opens = t("The meeting opens."), telling.outlook()
        return telling.sentences(*opens, _phase(telling, event.phase))
    if named := _phase(telling, event.phase):
        return named
    match telling.meeting.format.phase(event.phase).stage:
        case Stage.GATHERING:
            return t("People sign in.")
        case Stage.RUNNING:
            return t("Deliberation goes on.")
        case Stage.CLOSING:
            return t("The record is read back.")
        case _:
            return t("The meeting is being prepared again.")


def _phase(telling: Telling, key: str) -> str:
    """Where the meeting is now, in one whose day has a course of its own; "" in a council's evening."""
    t = telling.t
    phase = telling.meeting.format.phase(key)
    if not telling.opened or not telling.meeting.format.has_course:
        return ""
    return t("It goes on with: {phase}.", phase=phase.title.text(telling.lang))


def _host_changed(telling: Telling, event: HostChanged) -> str:
    t = telling.t
    line = t("{name} is in the chair from now on.", name=telling.name_of(event.host))
    return telling.sentences(line, telling.because(event.reason))


def _recessed(telling: Telling, _event: Recessed) -> str:
    t = telling.t
    return t("Recess.")


def _resumed(telling: Telling, _event: Resumed) -> str:
    t = telling.t
    return telling.sentences(t("The meeting resumes."), telling.room())


def _closed(telling: Telling, event: MeetingClosed) -> str:
    t = telling.t
    telling.present.clear()
    if not telling.opened:
        return t("The meeting was not opened and dealt with nothing; it is closed.")
    if not event.read_back:
        read = t("The record was not read back at the meeting.")
    elif event.objections:
        read = t("The record has been read back.")
    else:
        read = t("The record was read back; there was no objection.")
    said = t("Objections: {text}", text=telling.ended(event.objections)) if event.objections else ""
    return telling.sentences(read, said, t("The meeting is closed."))


def _reopened(telling: Telling, event: MeetingReopened) -> str:
    t = telling.t
    telling.present.clear()
    day = full_date(telling.now.date(), telling.lang)
    if telling.opened:
        line = t("{day}: the meeting is opened again.", day=day)
    else:
        line = t("{day}: the meeting, which had not been opened, is called again.", day=day)
    return telling.sentences(line, telling.because(event.reason))


def _clock_jumped(telling: Telling, event: ClockJumped) -> str:
    t = telling.t
    long = duration(round(abs(event.milliseconds) / 1000), telling.lang)
    if event.milliseconds >= 0:
        return t(
            "The computer's clock jumped ahead by {time}; times from here on show it.", time=long
        )
    return t("The computer's clock jumped back by {time}; times from here on show it.", time=long)


def _admitted(telling: Telling, event: ObserverAdmitted) -> str:
    t = telling.t
    if event.person_id in telling.meeting.attendance.dismissed:
        return t("Somebody without a vote is put on the list.")
    return t(
        "{name} is admitted ({capacity}, no vote).",
        name=telling.name_of(event.person_id),
        capacity=title(event.capacity, telling.lang),
    )


def _erased(telling: Telling, event: ObserverErased) -> str:
    t = telling.t
    line = t("Name and contact of somebody without a vote are deleted.")
    return telling.sentences(line, telling.because(event.reason))


def _dismissed(telling: Telling, _event: ObserverDismissed) -> str:
    t = telling.t
    return t("Somebody without a vote is taken off the list; name and contact are deleted.")


def _arrived(telling: Telling, event: Arrived) -> str:
    """Who comes late changes what a motion can do without; before the opening people just sign in."""
    t = telling.t
    telling.present.add(event.person)
    name = telling.name_of(event.person)
    if not telling.opened:
        return t("{name} signs in.", name=name)
    return telling.sentences(t("{name} comes in.", name=name), _room(telling, event.person))


def _left(telling: Telling, event: Left) -> str:
    t = telling.t
    telling.present.discard(event.person)
    name = telling.name_of(event.person)
    if event.reason:
        line = t("{name} leaves ({reason}).", name=name, reason=telling.bare(event.reason))
    else:
        line = t("{name} leaves.", name=name)
    return telling.sentences(line, _room(telling, event.person))


def _room(telling: Telling, person: str) -> str:
    """Nothing of somebody without a vote, nor before the meeting is opened."""
    known = telling.opened and telling.meeting.is_member(person)
    return telling.outlook() if known else ""


def _excused(telling: Telling, event: Excused) -> str:
    t = telling.t
    name = telling.name_of(event.member)
    if event.reason:
        reason = telling.bare(event.reason)
        return t("{name} has asked for leave ({reason}).", name=name, reason=reason)
    return t("{name} has asked for leave.", name=name)


def _times_corrected(telling: Telling, event: TimesCorrected) -> str:
    t = telling.t
    name = telling.name_of(event.person)
    old, new = (
        _span(telling, *span)
        for span in ((event.old_came, event.old_left), (event.came, event.left))
    )
    if event.came == event.left:
        line = t("Times of {name} corrected: {old}; was not there.", name=name, old=old)
    else:
        line = t("Times of {name} corrected: {old} to {new}.", name=name, old=old, new=new)
    return telling.sentences(line, telling.because(event.reason))


def _stay_struck(telling: Telling, event: StayStruck) -> str:
    t = telling.t
    there = event.left is None
    if there:
        telling.present.discard(event.person)
    came = t("came {came}", came=telling.when(event.came))
    line = t(
        "{name} was not there: {old} was recorded by mistake.",
        name=telling.name_of(event.person),
        old=came,
    )
    room = _room(telling, event.person) if there else ""
    return telling.sentences(line, telling.because(event.reason), room)


def _span(telling: Telling, came: datetime, gone: datetime | None) -> str:
    t = telling.t
    if gone is None:
        return t("came {came}", came=telling.when(came))
    return t("came {came}, left {left}", came=telling.when(came), left=telling.when(gone))


LINES: dict[type, Teller] = {
    MeetingConvened: _convened,
    NoticePosted: _notice,
    MeetingRescheduled: _rescheduled,
    MeetingCancelled: _cancelled,
    PhaseEntered: _entered,
    HostChanged: _host_changed,
    Recessed: _recessed,
    Resumed: _resumed,
    MeetingClosed: _closed,
    MeetingReopened: _reopened,
    ClockJumped: _clock_jumped,
    ObserverAdmitted: _admitted,
    ObserverErased: _erased,
    ObserverDismissed: _dismissed,
    Arrived: _arrived,
    Left: _left,
    Excused: _excused,
    TimesCorrected: _times_corrected,
    StayStruck: _stay_struck,
}
