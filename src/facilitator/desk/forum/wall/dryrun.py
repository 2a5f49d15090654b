"""What would come of a move, before anybody lets go: nothing is moved by asking."""

from __future__ import annotations

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.forum.wall.acts import aimed_spot, putting
from facilitator.desk.forum.wall.facts import Cell, seats
from facilitator.desk.forum.wall.hand import Carry
from facilitator.desk.meeting.asked import why_not
from facilitator.meeting import Meeting
from facilitator.meeting.forum.clashes import Clash, ClashKind, clashes_at
from facilitator.meeting.forum.wall import Topic
from facilitator.words.figures import airy, listing
from facilitator.words.forum import spot_words, topic_number


@dataclass(frozen=True, slots=True)
class Outlook:
    """From where to where, and what is to be said for (True) or against it."""

    title: str
    start: str
    end: str
    said: tuple[tuple[bool, str], ...] = ()
    by_keys: bool = False

    def line(self) -> str:
        """All of it in one line, what speaks against it first."""
        said = sorted(self.said)
        return " · ".join(
            [f"→ {self.end}", *(f"{'✓' if good else '⚠'} {text}" for good, text in said)]
        )


def outlook(desk: Desk, meeting: Meeting, carry: Carry) -> Outlook:
    """What a carried card would meet with where it is aimed at."""
    t, card = desk.t, carry.card
    topic = meeting.wall.topic(card.topic)
    title = (
        t("{n} gets a further slot", n=card.number)
        if carry.second
        else t("Moving {n}", n=card.number)
    )
    now = next((spot for spot in topic.spots if card.cell and spot.slot == card.cell.slot), None)
    start = airy(spot_words(meeting.matrix, now, desk.lang)) if now else t("Not on the wall yet")
    if carry.zone:
        end = t("Not on the wall yet") if carry.zone == "tray" else t("Parked")
        return Outlook(title, start, end, (), carry.by_keys)
    if carry.aim is None:
        return Outlook(title, start, t("nowhere: let go and it stays"), (), carry.by_keys)
    spot = aimed_spot(carry, carry.aim)
    end = airy(spot_words(meeting.matrix, spot, desk.lang))
    if carry.aim == card.cell:
        return Outlook(title, start, end, ((True, t("It stays where it is")),), carry.by_keys)
    return Outlook(title, start, end, tuple(_said(desk, meeting, carry, topic)), carry.by_keys)


def _said(desk: Desk, meeting: Meeting, carry: Carry, topic: Topic) -> list[tuple[bool, str]]:
    t, cell = desk.t, carry.aim
    assert cell is not None
    refused = why_not(desk, putting(meeting, carry, cell))
    if refused:
        return [(False, refused)]
    found = clashes_at(meeting, topic, aimed_spot(carry, cell))
    names = desk.session.names(meeting)
    said = [_room(desk, meeting, topic, cell)]
    twice = [one for one in found if one.kind is ClashKind.CONVENER_TWICE]
    if twice:
        said += [(False, _twice(desk, meeting, topic, one, names)) for one in twice]
    else:
        who = listing([names.get(one, one) for one in topic.conveners], desk.lang)
        said.append((True, t("{who} has no other topic in this slot", who=who)))
    for one in found:
        if one.kind is ClashKind.FIELD_TWICE:
            said.append((False, t("{n} hangs here already", n=_other(meeting, topic, one))))
        elif one.kind is ClashKind.BOTH_WANTED:
            both = t.many(
                "{n} person wants to be at {other}, too",
                "{n} people want to be at {other}, too",
                len(one.people),
                other=_other(meeting, topic, one),
            )
            said.append((False, airy(both)))
    if meeting.rounds.ended(cell.slot):
        said.append((False, t("This slot is over")))
    return said


def _room(desk: Desk, meeting: Meeting, topic: Topic, cell: Cell) -> tuple[bool, str]:
    """Whether the place holds those who want to come."""
    t, wanted = desk.t, meeting.interest.wanted(topic.id)
    place = meeting.matrix.places[cell.place]
    holds = seats(desk, place.seats)
    if not wanted:
        return True, airy(t("{seats}; nobody counted how many want it", seats=holds))
    if not place.seats:
        return True, airy(t("{n} want it; seats not counted", n=wanted))
    if wanted > place.seats:
        return False, airy(t("{n} want it, {seats}: too small", n=wanted, seats=holds))
    return True, airy(t("{n} want it, {seats}: it fits", n=wanted, seats=holds))


def _twice(desk: Desk, meeting: Meeting, topic: Topic, clash: Clash, names: dict[str, str]) -> str:
    who = listing([names.get(one, one) for one in clash.people], desk.lang)
    other = _other(meeting, topic, clash)
    return desk.t("{who} convenes {other} at the same time", who=who, other=other)


def _other(meeting: Meeting, topic: Topic, clash: Clash) -> str:
    other = next(one for one in clash.topics if one != topic.id)
    found = meeting.wall.topic(other)
    return f"{topic_number(found.number)} {found.title}"
