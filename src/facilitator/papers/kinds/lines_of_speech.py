"""Lines about who said what: speeches, notes and their corrections, the host's interventions, recusals."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.acts import Event, Recorded
from facilitator.meeting.floor import (
    FloorAsked,
    HandTakenDown,
    LimitsAgreed,
    Side,
    Speech,
    SpeechBegun,
    SpeechEnded,
)
from facilitator.meeting.notes import Note, NoteCorrected, NoteKind, NoteStruck, NoteWritten
from facilitator.meeting.polls import RecusalLifted, Recused
from facilitator.papers.kinds.cells import (
    ONE,
    TWO,
    Piece,
    bold,
    boxed,
    called,
    fill,
    say,
    struck,
)
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.kinds.telling import Said, Teller, Telling, Told, silent
from facilitator.papers.model import Text
from facilitator.rules.charter import Recusal
from facilitator.words.figures import duration
from facilitator.words.tongue import mark_in


def _begun(telling: Telling, _event: SpeechBegun) -> Iterable[Told]:
    """A speech shows in its notes; one that nobody noted anything of is at least said to have been made."""
    c, t = telling.clerk, telling.clerk.t
    telling.speech += 1
    speech = c.meeting.floor.speeches[telling.speech - 1]
    if any(note.speech == speech.number for note in c.meeting.notes.lines.values()):
        return
    sentence = t("{name} speaks; nothing was noted.", name=ONE)
    name = called(_speaker(c, speech.speaker, speech))
    yield Said(say(fill(sentence, name), _by_leave(c, speech), _overrun(c, speech)))


def _limits(telling: Telling, event: LimitsAgreed) -> Iterable[Told]:
    """Goes on the line of the motion it was agreed for, when it follows that."""
    c, t = telling.clerk, telling.clerk.t
    long = duration(event.seconds, c.lang)
    if event.seconds and event.speeches:
        text = t.many(
            "Agreed: {time} a speech, {n} speech each.",
            "Agreed: {time} a speech, {n} speeches each.",
            event.speeches,
            time=long,
        )
    elif event.seconds:
        text = t("Agreed: {time} a speech.", time=long)
    elif event.speeches:
        text = t.many("Agreed: {n} speech each.", "Agreed: {n} speeches each.", event.speeches)
    else:
        text = t("Agreed: no limit on speeches.")
    motions = [
        motion
        for motion in c.meeting.motions.all.values()
        if motion.item == event.item and motion.at <= telling.now.at
    ]
    yield Said(say(text), joins=f"motion {motions[-1].id}" if motions else "")


def _written(telling: Telling, event: NoteWritten) -> Iterable[Told]:
    note = telling.clerk.meeting.notes.lines[event.note]
    yield Said(say(_opening(telling, note), _words(telling, note), _closing(telling, note)))


def _opening(telling: Telling, note: Note) -> Text:
    """What stands before the words: who speaks, in what part."""
    c, t = telling.clerk, telling.clerk.t
    speech = _speech(c, note)
    who = _speaker(c, note.speaker, speech) + c.colon if note.speaker else ""
    match note.kind:
        case NoteKind.HOST:
            who = c.name(note.speaker) + c.colon if note.speaker else ""
            return say(boxed(t("Host guides")), " ", called(who))
        case NoteKind.REFUSED:
            code = t(" (code {code})", code=note.code) if note.code else ""
            return say(called(who), bold(t("Not accepted")), code + c.colon)
        case NoteKind.READ_BACK if note.speaker:
            name = t("{name} (at the reading back)", name=c.name(note.speaker))
            return say(called(name + c.colon))
        case _:
            return say(called(who))


def _speech(c: Clerk, note: Note) -> Speech | None:
    return c.meeting.floor.speeches[note.speech - 1] if note.speech else None


def _speaker(c: Clerk, person: str, speech: Speech | None) -> str:
    """陈国栋（赞成）; the host speaking is no resident's statement and is told apart."""
    t = c.t
    name = c.name(person)
    if speech is not None and speech.host:
        return t("{name} ({side})", name=name, side=t("in the chair"))
    if speech is None or speech.side is Side.NEUTRAL:
        return name
    return t("{name} ({side})", name=name, side=t.within(*_SIDES[speech.side]))


_SIDES = {
    Side.FOR: mark_in("speech", "for"),
    Side.AGAINST: mark_in("speech", "against"),
}


def _words(telling: Telling, note: Note) -> Text:
    """The words as they stand, what they replaced struck before them."""
    c = telling.clerk
    if note.struck:
        return say(struck(c.told(note.text)))
    parts: list[Piece] = [struck(c.told(change.old)) for change in note.changes]
    return say(*parts, c.told(note.text))


def _closing(telling: Telling, note: Note) -> Text:
    """What stands after the words: corrections with their reasons, and how long the speech was."""
    c = telling.clerk
    parts: list[Piece] = [_correction(c, change.recorded, change.reason) for change in note.changes]
    if note.struck:
        gone = _event(c, NoteStruck, note.id)
        parts.append(_struck(c, gone, note.struck))
    speech = _speech(c, note)
    if speech is not None:
        notes = [one.id for one in c.meeting.notes.lines.values() if one.speech == speech.number]
        if notes[0] == note.id:
            parts.append(_by_leave(c, speech))
        if notes[-1] == note.id:
            parts.append(_overrun(c, speech))
    return say(*parts)


def _correction(c: Clerk, recorded: Recorded, reason: str) -> Text:
    t = c.t
    facts = {
        "time": c.when(recorded.at),
        "name": c.by(recorded.actor),
        "reason": c.bare(c.told(reason)),
    }
    return say(t("(put right {time} by {name}: {reason})", **facts))


def _struck(c: Clerk, recorded: Recorded | None, reason: str) -> Text:
    t = c.t
    at = c.when(recorded.at) if recorded else ""
    name = c.by(recorded.actor) if recorded else ""
    return say(
        t("(struck {time} by {name}: {reason})", time=at, name=name, reason=c.bare(c.told(reason)))
    )


def _event(c: Clerk, kind: type[Event], note: str) -> Recorded | None:
    found = (entry.recorded for entry in c.meeting.chronicle)
    return next(
        (
            one
            for one in found
            if isinstance(one.event, kind) and getattr(one.event, "note", "") == note
        ),
        None,
    )


def _by_leave(c: Clerk, speech: Speech) -> str:
    t = c.t
    return t("(by leave of the meeting, beyond the agreed number)") if speech.by_leave else ""


def _overrun(c: Clerk, speech: Speech) -> str:
    t = c.t
    return t("({time} over)", time=duration(speech.overrun, c.lang)) if speech.overrun else ""


def _recused(telling: Telling, event: Recused) -> Iterable[Told]:
    """Whether the base changes is the charter's word, not ours."""
    c, t = telling.clerk, telling.clerk.t
    sentence = t("{name} declares an interest and does not vote: {reason}", name=ONE, reason=TWO)
    line = fill(sentence, called(c.name(event.member)), c.ended(c.told(event.reason)))
    rules = {rule.recusal for rule in c.charter.rules}
    if rules == {Recusal.KEEPS_BASE}:
        base = t("The base is not reduced by it.")
    elif rules == {Recusal.LEAVES_BASE}:
        base = t("The base is reduced by it.")
    else:
        base = ""
    out = telling.recused.setdefault(event.item, set())
    out.add(event.member)
    members = [h.member for h in c.meeting.council.seats if h.member in telling.present]
    entitled = sum(member not in out for member in members)
    room = t("Present {n}, entitled to vote {entitled}.", n=len(members), entitled=entitled)
    yield Said(say(line, c.space, c.sentences(room, base)))


def _lifted(telling: Telling, event: RecusalLifted) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    telling.recused.get(event.item, set()).discard(event.member)
    sentence = t("The recusal of {name} is lifted: {reason}", name=ONE, reason=TWO)
    yield Said(fill(sentence, called(c.name(event.member)), c.ended(c.told(event.reason))))


LINES: dict[type, Teller] = {
    FloorAsked: silent,  # a raised hand is not yet a word
    HandTakenDown: silent,
    SpeechBegun: _begun,
    SpeechEnded: silent,  # its length shows where it overran
    LimitsAgreed: _limits,
    NoteWritten: _written,
    NoteCorrected: silent,  # in the line it corrects
    NoteStruck: silent,  # in the line it strikes
    Recused: _recused,
    RecusalLifted: _lifted,
}
