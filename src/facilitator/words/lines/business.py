"""Lines about the business: the agenda, motions and what became of them, reports on earlier decisions."""

from __future__ import annotations

from facilitator.meeting.items import (
    ItemAdded,
    ItemEdited,
    ItemFinished,
    ItemMoved,
    ItemPostponed,
    ItemRemoved,
    ItemTakenUp,
    ItemWithdrawn,
)
from facilitator.meeting.motions import (
    AmendmentPut,
    MotionAmended,
    MotionPostponed,
    MotionPut,
    MotionReworded,
    MotionSeconded,
    MotionWithdrawn,
)
from facilitator.meeting.reviews import EarlierReviewed
from facilitator.words.figures import date_words
from facilitator.words.lines.telling import Teller, Telling
from facilitator.words.outcomes import decision_words
from facilitator.words.titles import title


def _added(telling: Telling, event: ItemAdded) -> str:
    t = telling.t
    if telling.item(event.item) is None:
        return t("“{title}” is put on the agenda.", title=event.title)
    number = telling.number(event.item)
    return t("Item {number} is added to the agenda: {title}.", number=number, title=event.title)


def _edited(telling: Telling, event: ItemEdited) -> str:
    t = telling.t
    number = telling.number(event.item)
    if event.title == event.old_title:
        line = t("The text or time of item {number} is changed.", number=number)
    else:
        line = t(
            "Item {number} is renamed: “{old}” to “{new}”.",
            number=number,
            old=event.old_title,
            new=event.title,
        )
    return telling.sentences(line, telling.because(event.reason))


def _removed(telling: Telling, event: ItemRemoved) -> str:
    t = telling.t
    return t("“{title}” is taken off the agenda.", title=event.title)


def _moved(telling: Telling, event: ItemMoved) -> str:
    t = telling.t
    number = telling.number(event.item)
    if telling.item(event.before) is None:
        return t("Item {number} is moved to the end.", number=number)
    other = telling.number(event.before)
    return t("Item {number} is taken before item {other}.", number=number, other=other)


def _taken_up(telling: Telling, event: ItemTakenUp) -> str:
    t = telling.t
    item = telling.item(event.item)
    name = item.title if item else ""
    return t("Item {number} is in hand: {title}.", number=telling.number(event.item), title=name)


def _finished(telling: Telling, event: ItemFinished) -> str:
    t = telling.t
    return t("Item {number} is dealt with.", number=telling.number(event.item))


def _withdrawn(telling: Telling, event: ItemWithdrawn) -> str:
    t = telling.t
    reason = telling.ended(event.reason)
    return t("{item} is withdrawn: {reason}", item=_item(telling, event.item), reason=reason)


def _postponed(telling: Telling, event: ItemPostponed) -> str:
    t = telling.t
    return t(
        "{item} is put off to the next meeting: {reason}",
        item=_item(telling, event.item),
        reason=telling.ended(event.reason),
    )


def _item(telling: Telling, item: str) -> str:
    t = telling.t
    found = telling.item(item)
    name = found.title if found else ""
    return t("Item {number} ({title})", number=telling.number(item), title=name)


def _put(telling: Telling, event: MotionPut) -> str:
    t = telling.t
    return t(
        "{name}: {motion}, {text}",
        name=telling.name_of(event.mover),
        motion=telling.motion(event.motion),
        text=telling.ended(event.text),
    )


def _amendment(telling: Telling, event: AmendmentPut) -> str:
    t = telling.t
    return t(
        "{name} proposes an amendment to {motion}: {text}",
        name=telling.name_of(event.mover),
        motion=telling.motion(event.amends),
        text=telling.ended(event.text),
    )


def _seconded(telling: Telling, event: MotionSeconded) -> str:
    t = telling.t
    name, motion = telling.name_of(event.member), telling.motion(event.motion)
    return t("{name} seconds {motion}.", name=name, motion=motion)


def _reworded(telling: Telling, event: MotionReworded) -> str:
    t = telling.t
    line = t(
        "{motion} is worded otherwise: “{old}” to “{new}”.",
        motion=telling.motion(event.motion, first=True),
        old=telling.quoted(event.old),
        new=event.text,
    )
    return telling.sentences(line, telling.because(event.reason))


def _amended(telling: Telling, event: MotionAmended) -> str:
    """The new text; or, when a correction took the amendment back, the old one."""
    t = telling.t
    if event.text == telling.meeting.motions.all[event.amendment].becomes:
        motion = telling.motion(event.motion, first=True)
        return t("{motion} now reads: {text}", motion=motion, text=telling.ended(event.text))
    return t(
        "By the correction, {amendment} is not carried; {motion} has its old wording back: {text}",
        amendment=telling.motion(event.amendment),
        motion=telling.motion(event.motion),
        text=telling.ended(event.text),
    )


def _motion_withdrawn(telling: Telling, event: MotionWithdrawn) -> str:
    t = telling.t
    return t(
        "{motion} is withdrawn by its mover, {name}: {reason}",
        motion=telling.motion(event.motion, first=True),
        name=telling.name_of(telling.meeting.motions.all[event.motion].mover),
        reason=telling.ended(event.reason),
    )


def _motion_postponed(telling: Telling, event: MotionPostponed) -> str:
    t = telling.t
    return t(
        "{motion} is put off to a later meeting: {reason}",
        motion=telling.motion(event.motion, first=True),
        reason=telling.ended(event.reason),
    )


def _reviewed(telling: Telling, event: EarlierReviewed) -> str:
    t = telling.t
    number = decision_words(event.decision, telling.lang) if event.decision else ""
    matter = t("{name} ({title})", name=event.matter, title=number) if number else event.matter
    state = title(event.progress, telling.lang)
    if telling.lang == "en":
        state = state.lower()
    new = (
        t("New date: {date}.", date=date_words(event.new_due, telling.lang))
        if event.new_due
        else ""
    )
    shown = t("Shown: {evidence}.", evidence=telling.bare(event.evidence)) if event.evidence else ""
    line = t("{matter}: {state}.", matter=matter, state=state)
    return telling.sentences(line, telling.ended(event.text), shown, new)


LINES: dict[type, Teller] = {
    ItemAdded: _added,
    ItemEdited: _edited,
    ItemRemoved: _removed,
    ItemMoved: _moved,
    ItemTakenUp: _taken_up,
    ItemFinished: _finished,
    ItemWithdrawn: _withdrawn,
    ItemPostponed: _postponed,
    MotionPut: _put,
    AmendmentPut: _amendment,
    MotionSeconded: _seconded,
    MotionReworded: _reworded,
    MotionAmended: _amended,
    MotionWithdrawn: _motion_withdrawn,
    MotionPostponed: _motion_postponed,
    EarlierReviewed: _reviewed,
}
