"""Lines about who said what: hands, speeches, and what the secretary wrote, corrected or struck."""

from __future__ import annotations

from facilitator.meeting.floor import (
    FloorAsked,
    HandTakenDown,
    LimitsAgreed,
    Side,
    SpeechBegun,
    SpeechEnded,
)
from facilitator.meeting.notes import NoteCorrected, NoteStruck, NoteWritten
from facilitator.words.figures import clock_seconds, duration
from facilitator.words.lines.telling import Teller, Telling
from facilitator.words.titles import title


def _asked(telling: Telling, event: FloorAsked) -> str:
    t = telling.t
    name = telling.name_of(event.speaker)
    if event.side is Side.NEUTRAL:
        return t("{name} asks for the floor.", name=name)
    return t("{name} asks for the floor ({side}).", name=name, side=_side(event.side, telling.lang))


def _taken_down(telling: Telling, event: HandTakenDown) -> str:
    t = telling.t
    return t("{name} no longer asks for the floor.", name=telling.name_of(event.speaker))


def _begun(telling: Telling, event: SpeechBegun) -> str:
    t = telling.t
    telling.spoken += 1
    name = telling.name_of(event.speaker)
    if event.host or event.side is Side.NEUTRAL:
        line = t("{name} has the floor.", name=name)
    else:
        side = _side(event.side, telling.lang)
        line = t("{name} has the floor ({side}).", name=name, side=side)
    leave = t("(by leave of the meeting, beyond the agreed number)") if event.by_leave else ""
    return telling.sentences(line, leave)


def _ended(telling: Telling, event: SpeechEnded) -> str:
    t = telling.t
    speech = telling.meeting.floor.speeches[telling.spoken - 1]
    name = telling.name_of(event.speaker)
    if speech.lasted is None:  # cannot be: it has ended
        return t("{name} has spoken.", name=name)
    long = duration(int(speech.lasted.total_seconds()), telling.lang)
    if not speech.overrun:
        return t("{name} has spoken for {time}.", name=name, time=long)
    over = duration(speech.overrun, telling.lang)
    return t("{name} has spoken for {time}, {over} over.", name=name, time=long, over=over)


def _limits(telling: Telling, event: LimitsAgreed) -> str:
    t = telling.t
    long = duration(event.seconds, telling.lang)
    if event.seconds and event.speeches:
        return t.many(
            "Agreed: {time} a speech, {n} speech each.",
            "Agreed: {time} a speech, {n} speeches each.",
            event.speeches,
            time=long,
        )
    if event.seconds:
        return t("Agreed: {time} a speech.", time=long)
    if event.speeches:
        return t.many("Agreed: {n} speech each.", "Agreed: {n} speeches each.", event.speeches)
    return t("Agreed: no limit on speeches.")


def _written(telling: Telling, event: NoteWritten) -> str:
    """As it was written; what was corrected later is a line of its own."""
    t = telling.t
    if not event.speaker:
        return event.text
    return t("{name}: {text}", name=telling.name_of(event.speaker), text=event.text)


def _corrected(telling: Telling, event: NoteCorrected) -> str:
    t = telling.t
    line = t(
        "The line of {time} is put right: “{old}” to “{new}”.",
        time=_time(telling, event.note),
        old=telling.quoted(event.old),
        new=telling.quoted(event.text),
    )
    return telling.sentences(line, telling.because(event.reason))


def _struck(telling: Telling, event: NoteStruck) -> str:
    t = telling.t
    text = telling.quoted(telling.meeting.notes.lines[event.note].text)
    line = t("The line of {time} is struck: “{text}”.", time=_time(telling, event.note), text=text)
    return telling.sentences(line, telling.because(event.reason))


def _time(telling: Telling, note: str) -> str:
    return clock_seconds(telling.here(telling.meeting.notes.lines[note].at))


def _side(side: Side, lang: str) -> str:
    word = title(side, lang)
    return word.lower() if lang == "en" else word


LINES: dict[type, Teller] = {
    FloorAsked: _asked,
    HandTakenDown: _taken_down,
    SpeechBegun: _begun,
    SpeechEnded: _ended,
    LimitsAgreed: _limits,
    NoteWritten: _written,
    NoteCorrected: _corrected,
    NoteStruck: _struck,
}
