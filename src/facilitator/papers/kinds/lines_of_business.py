"""Lines about the business: the agenda, what people said, motions and what became of them, reviews."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.meeting.items import (
    ItemAdded,
    ItemEdited,
    ItemFinished,
    ItemMoved,
    ItemPostponed,
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
from facilitator.papers.kinds.cells import ONE, THREE, TWO, called, fill, say, struck
from facilitator.papers.kinds.lines_of_meeting import OPENING, because
from facilitator.papers.kinds.matters import motion_name, review_words
from facilitator.papers.kinds.telling import Said, Teller, Telling, Told, silent


def _added(telling: Telling, event: ItemAdded) -> Iterable[Told]:
    """Items added once the meeting runs; the others are in the opening line."""
    c, t = telling.clerk, telling.clerk.t
    if not telling.opened:
        return
    item = c.meeting.agenda.item(event.item)
    text = t(
        "Item {number} is added to the agenda: {title}.", number=c.number(item), title=event.title
    )
    yield Said(say(text))


def _edited(telling: Telling, event: ItemEdited) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    item = c.meeting.agenda.get(event.item)
    if not event.reason or item is None:  # it may have been removed before anybody was told of it
        return
    number = c.number(item)
    if event.title == event.old_title:
        line = say(t("The text or time of item {number} is changed.", number=number))
    else:
        sentence = t("Item {number} is renamed: {old} to {new}.", number=ONE, old=TWO, new=THREE)
        line = fill(sentence, number, struck(event.old_title), event.title)
    yield Said(say(line, because(telling, event.reason)))


def _moved(telling: Telling, event: ItemMoved) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    if not telling.opened:
        return
    number = c.number(c.meeting.agenda.item(event.item))
    before = c.meeting.agenda.get(event.before)
    if before is None:
        text = t("Item {number} is moved to the end.", number=number)
    else:
        text = t(
            "Item {number} is taken before item {other}.", number=number, other=c.number(before)
        )
    yield Said(say(text), joins=OPENING)


def _withdrawn(telling: Telling, event: ItemWithdrawn) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    if telling.item == event.item:
        text = t("The item is withdrawn: {reason}", reason=c.ended(c.told(event.reason)))
    else:
        item = c.meeting.agenda.item(event.item)
        title = t("Item {number} ({title})", number=c.number(item), title=item.title)
        text = t("{item} is withdrawn: {reason}", item=title, reason=c.ended(c.told(event.reason)))
    yield Said(say(text))


def _postponed(telling: Telling, event: ItemPostponed) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    reason = c.ended(c.told(event.reason))
    if telling.item == event.item:
        text = t("Put off to the next meeting: {reason}", reason=reason)
    else:
        item = c.meeting.agenda.item(event.item)
        title = t("Item {number} ({title})", number=c.number(item), title=item.title)
        text = t("{item} is put off to the next meeting: {reason}", item=title, reason=reason)
    yield Said(say(text))


def _moved_a_motion(telling: Telling, event: MotionPut) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    motion = c.meeting.motions.all[event.motion]
    sentence = t("{name}: {motion}, {text}", name=ONE, motion=TWO, text=THREE)
    text = fill(sentence, called(c.name(event.mover)), motion_name(c, motion), c.ended(event.text))
    yield Said(text, name=_name(event.motion))


def _amended(telling: Telling, event: AmendmentPut) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    main = c.meeting.motions.all[event.amends]
    sentence = t(
        "{name} proposes an amendment to {motion}: {text}", name=ONE, motion=TWO, text=THREE
    )
    text = fill(sentence, called(c.name(event.mover)), motion_name(c, main), c.ended(event.text))
    yield Said(text, name=_name(event.motion))


def _seconded(telling: Telling, event: MotionSeconded) -> Iterable[Told]:
    """On the line of the motion when it follows it; else with the motion's number."""
    c, t = telling.clerk, telling.clerk.t
    who = called(c.name(event.member))
    motion = motion_name(c, c.meeting.motions.all[event.motion])
    text = fill(t("{name} seconds.", name=ONE), who)
    apart = fill(t("{name} seconds {motion}.", name=ONE, motion=TWO), who, motion)
    yield Said(text, name=_name(event.motion), joins=_name(event.motion), apart=apart)


def _name(motion: str) -> str:
    return f"motion {motion}"


def _reworded(telling: Telling, event: MotionReworded) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    motion = c.meeting.motions.all[event.motion]
    sentence = t("Wording of {motion} put right: {old} {new}", motion=ONE, old=TWO, new=THREE)
    line = fill(sentence, motion_name(c, motion), struck(event.old), c.ended(event.text))
    yield Said(say(line, because(telling, event.reason)))


def _carried_into(telling: Telling, event: MotionAmended) -> Iterable[Told]:
    """A carried amendment shows in its vote; one that was taken back by a correction is told."""
    c, t = telling.clerk, telling.clerk.t
    amendment = c.meeting.motions.all[event.amendment]
    if event.text == amendment.becomes:
        return
    motion = c.meeting.motions.all[event.motion]
    sentence = t(
        "By the correction, {amendment} is not carried; {motion} has its old wording back: {text}",
        amendment=ONE,
        motion=TWO,
        text=THREE,
    )
    names = motion_name(c, amendment), motion_name(c, motion)
    yield Said(fill(sentence, *names, c.ended(event.text)))


def _motion_withdrawn(telling: Telling, event: MotionWithdrawn) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    motion = c.meeting.motions.all[event.motion]
    sentence = t(
        "{motion} is withdrawn by its mover, {name}: {reason}", motion=ONE, name=TWO, reason=THREE
    )
    names = motion_name(c, motion), called(c.name(motion.mover))
    yield Said(fill(sentence, *names, c.ended(c.told(event.reason))))


def _motion_postponed(telling: Telling, event: MotionPostponed) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    motion = motion_name(c, c.meeting.motions.all[event.motion])
    reason = c.ended(c.told(event.reason))
    yield Said(
        say(t("{motion} is put off to a later meeting: {reason}", motion=motion, reason=reason))
    )


def _reviewed(telling: Telling, event: EarlierReviewed) -> Iterable[Told]:
    yield Said(say(review_words(telling.clerk, telling.clerk.meeting.reviews.all[event.review])))


LINES: dict[type, Teller] = {
    ItemAdded: _added,
    ItemEdited: _edited,
    ItemMoved: _moved,
    ItemTakenUp: silent,  # the item's head
    ItemFinished: silent,  # the end of the range in the item's head
    ItemWithdrawn: _withdrawn,
    ItemPostponed: _postponed,
    MotionPut: _moved_a_motion,
    AmendmentPut: _amended,
    MotionSeconded: _seconded,
    MotionReworded: _reworded,
    MotionWithdrawn: _motion_withdrawn,
    MotionPostponed: _motion_postponed,
    MotionAmended: _carried_into,
    EarlierReviewed: _reviewed,
}
