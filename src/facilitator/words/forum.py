"""What the things of a forum are called on screens and papers: topics, slots, places, states, clashes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from facilitator.meeting.forum.clashes import Clash, ClashKind
from facilitator.meeting.forum.matrix import Matrix, Slot
from facilitator.meeting.forum.theme import Hosting
from facilitator.meeting.forum.wall import FIRST_HALF, SECOND_HALF, Spot
from facilitator.meeting.meeting import Meeting
from facilitator.words.figures import clock, listing
from facilitator.words.tongue import mark, tongue

HOSTING = {
    Hosting.NEUTRAL: mark("Neutral: the host keeps time and place and says nothing on the matter."),
    Hosting.GUIDING: mark(
        "Guiding where need be: the host leads back to the matter, and each time is noted."
    ),
}
"""How the host means to run the day, as a sentence."""


def topic_number(number: int) -> str:
    """The number of a topic as the cards show it: 04; from 100 on as it is."""
    return f"{number:02}"


def slot_title(matrix: Matrix, slot: str, lang: str) -> str:
    """What a slot is called: its own title, else 第1场, Round 1."""
    t, own = tongue(lang), matrix.slots[slot].title
    return own or t("Round {n}", n=matrix.number(slot))


def slot_times(slot: Slot, lang: str, local: Callable[[datetime], datetime] = lambda at: at) -> str:
    """From when to when by plan: 09:50–10:50. `local` turns a time into that of the meeting's place."""
    dash = "—" if lang == "zh" else "–"
    return f"{clock(local(slot.begins))}{dash}{clock(local(slot.ends))}"


def spot_words(matrix: Matrix, spot: Spot, lang: str) -> str:
    """Where a topic hangs: 第2场 大厅西; with its half: 第2场上半 大厅西."""
    t = tongue(lang)
    slot = slot_title(matrix, spot.slot, lang)
    if spot.half == FIRST_HALF:
        slot = t("{slot}, first half", slot=slot)
    elif spot.half == SECOND_HALF:
        slot = t("{slot}, second half", slot=slot)
    return t("{slot}, {place}", slot=slot, place=matrix.places[spot.place].name)


def control_sum(counted: int, expected: int, lang: str) -> str:
    """How many dots were counted, and whether that is what there had to be. Nothing is bent to fit."""
    t, short = tongue(lang), expected - counted
    if not short:
        return t("{n} dots were counted, as many as there had to be.", n=counted)
    facts = {"n": counted, "expected": expected, "by": abs(short)}
    if short > 0:
        return t(
            "{n} dots were counted; there had to be {expected}: {by} too few. The count stays as it is.",
            **facts,
        )
    return t(
        "{n} dots were counted; there had to be {expected}: {by} too many. The count stays as it is.",
        **facts,
    )


def clash_title(kind: ClashKind, lang: str) -> str:
    """What is wrong, in two words: 一人两处."""
    t = tongue(lang)
    return {
        ClashKind.CONVENER_TWICE: t("One person in two places"),
        ClashKind.FIELD_TWICE: t("Two topics in one place"),
        ClashKind.TOO_SMALL: t("Place too small"),
        ClashKind.BOTH_WANTED: t("Many want both"),
    }[kind]


def clash_sentence(clash: Clash, meeting: Meeting, names: Mapping[str, str], lang: str) -> str:
    """What there is to settle, and between whom; what to do about it people say themselves."""
    t, matrix = tongue(lang), meeting.matrix
    slot = slot_title(matrix, clash.slot, lang)
    topics = listing(
        (topic_number(meeting.wall.topic(topic).number) for topic in clash.topics), lang
    )
    who = listing((names.get(person, person) for person in clash.people), lang)
    place = matrix.places[clash.place].name if clash.place in matrix.places else ""
    match clash.kind:
        case ClashKind.CONVENER_TWICE:
            return t("{slot}: {who} convenes {topics}.", slot=slot, who=who, topics=topics)
        case ClashKind.FIELD_TWICE:
            return t("{slot}, {place}: {topics} at once.", slot=slot, place=place, topics=topics)
        case ClashKind.TOO_SMALL:
            return t(
                "{slot}, {place}: {wanted} want to come to {topics}, and it holds {seats}.",
                slot=slot, place=place, wanted=clash.wanted, topics=topics, seats=clash.seats,
            )  # fmt: skip
        case ClashKind.BOTH_WANTED:
            return t.many(
                "{slot}: {n} person wants to be at both {topics}.",
                "{slot}: {n} people want to be at both {topics}.",
                len(clash.people),
                slot=slot,
                topics=topics,
            )
