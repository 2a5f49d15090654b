"""What can be completed in the line: a speaker after @, a phrase after /."""

from __future__ import annotations

import re
from enum import StrEnum

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.secretary.phrases import Phrases, fitting
from facilitator.desk.widgets.someone import Someone, in_the_room
from facilitator.meeting import Meeting
from facilitator.meeting.floor import next_speakers
from facilitator.words.figures import airy, clock

_PERSON = re.compile(r"(?<![A-Za-z0-9._-])[@＠]([^@＠\s]{0,20})$")
_PHRASE = re.compile(r"(?:^|(?<=[\s。，；：！？、“”（）,.;:!?()]))[/／]([^/／]{0,30})$")
_COMMA = re.compile(r"^、([^、]{0,30})$")
"""Chinese input methods make 、 of the / key; at the beginning of a line it can mean nothing else."""


class What(StrEnum):
    PERSON = "person"
    PHRASE = "phrase"
    EDIT = "edit"  # the way to one's own phrases


@dataclass(frozen=True, slots=True)
class Token:
    """What was typed to call up a list: `sign` and all, and what is looked for."""

    what: What
    whole: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the list. `value` is a person's id or a phrase."""

    what: What
    value: str
    title: str
    note: str = ""
    seat: int = 0
    group: int = -1


def token_in(before: str) -> Token | None:
    """The token that ends where the cursor stands, or None."""
    for what, pattern in ((What.PERSON, _PERSON), (What.PHRASE, _PHRASE), (What.PHRASE, _COMMA)):
        if found := pattern.search(before):
            return Token(what, found[0], found[1].strip())
    return None


def choices(desk: Desk, meeting: Meeting, token: Token) -> list[Choice]:
    """What fits a token, likeliest first; [] when it is just text."""
    if token.what is What.PERSON:
        return people(desk, meeting, token.wanted)
    t = desk.t
    found = fitting(Phrases(desk.settings.folder, desk.lang).all(), token.wanted)
    shown = [Choice(What.PHRASE, phrase, airy(phrase)) for phrase in found]
    if not shown and token.wanted:
        return []
    return [*shown, Choice(What.EDIT, "", t("Edit the phrases…"))]


def people(desk: Desk, meeting: Meeting, wanted: str) -> list[Choice]:
    """Who may be noted as a speaker: who has the floor, who waits for it, the others by seat, who has left."""
    t = desk.t
    speaking = meeting.floor.speaking
    notes = {speaking.speaker: t("speaking")} if speaking else {}
    notes |= {person: t("waiting to speak") for person in next_speakers(meeting)}
    turn = {person: place for place, person in enumerate(notes)}
    here = in_the_room(desk, meeting, observers=True)
    here.sort(key=lambda one: turn.get(one.id, len(turn)))
    found = [*here, *_left(desk, meeting, {one.id for one in here})]
    if wanted:
        found = [one for one in found if one.fits(wanted)]
        found.sort(key=lambda one: -one.fits(wanted))
    return [
        Choice(What.PERSON, one.id, one.name, notes.get(one.id, one.note), one.seat, one.group)
        for one in found
    ]


def _left(desk: Desk, meeting: Meeting, here: set[str]) -> list[Someone]:
    """Who was there before: what they said may still have to be written down."""
    names, t = desk.session.names(meeting), desk.t
    found: list[Someone] = []
    for person, stays in meeting.attendance.stays.items():
        left = stays[-1].left
        if person in here or left is None:
            continue
        seat = meeting.seat_of(person)
        at = clock(left.astimezone(meeting.call.planned.tzinfo))
        note = airy(t("left at {time}", time=at))
        found.append(
            Someone(person, names.get(person, person), seat.seat if seat else 0, note=note)
        )
    return found
