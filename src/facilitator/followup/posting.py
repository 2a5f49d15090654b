"""On the notice board: what was posted where, who objected, what they were answered; money paid."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.bodies.people import Person, clean_person
from facilitator.followup.attached import Attached, clean_files
from facilitator.followup.case import day_of, line
from facilitator.followup.entries import (
    Notice,
    Objected,
    ObjectionAnswered,
    ObjectorErased,
    Paid,
    Posted,
)
from facilitator.followup.following import Following, MatterCommand

MOST_FEN = 10**13


class Post(MatterCommand, frozen=True, kw_only=True, tag="followup.post"):
    """The resolution, or later what was done, is put up on the notice board (公示)."""

    entry: str
    what: Notice
    begins: date
    until: date
    places: str = ""
    attached: tuple[Attached, ...] = ()


class Object(MatterCommand, frozen=True, kw_only=True, tag="followup.object"):
    """Somebody objects to what was posted (异议). `person` is left out for one who gave no name."""

    entry: str
    posting: str
    text: str
    on: date | None = None
    person: Person | None = None


class AnswerObjection(MatterCommand, frozen=True, kw_only=True, tag="followup.answer"):
    """An objection is answered: upheld (成立) or not."""

    entry: str
    objection: str
    text: str
    upheld: bool = False
    on: date | None = None


class EraseObjector(MatterCommand, frozen=True, kw_only=True, tag="followup.erase-objector"):
    """Who objected is erased (PIPL article 47); what they said stays."""

    objection: str
    reason: str


class Pay(MatterCommand, frozen=True, kw_only=True, tag="followup.pay"):
    """An instalment was paid. `receipt` is the receipt's number, empty while there is none. Money in fen."""

    entry: str
    fen: int
    on: date
    to: str = ""
    receipt: str = ""
    attached: tuple[Attached, ...] = ()


def post(case: Following, command: Post) -> Iterable[Event]:
    """Posted from one day to another; nothing is posted before it was decided."""
    made = case.expect_standing().made.date()
    if command.begins < made:
        raise RuleViolation(
            "before-decision",
            field="begins",
            day=command.begins.isoformat(),
            made=made.isoformat(),
        )
    if command.until < command.begins:
        raise RuleViolation(
            "dates-order", first=command.begins.isoformat(), second=command.until.isoformat()
        )
    yield Posted(
        entry=case.new_entry(command.entry),
        what=command.what,
        begins=command.begins,
        until=command.until,
        places=clean_text(command.places, "places", required=False, one_line=True),
        attached=clean_files(command.attached),
    )


def object_to(case: Following, command: Object) -> Iterable[Event]:
    """An objection that comes too late is kept, and said to be late (`came_late`)."""
    case.expect_standing()
    posted = case.entry(command.posting).event
    if not isinstance(posted, Posted):
        raise RuleViolation("not-a-posting", entry=command.posting)
    if command.on is not None and command.on < posted.begins:
        raise RuleViolation(
            "dates-order", first=posted.begins.isoformat(), second=command.on.isoformat()
        )
    yield Objected(
        entry=case.new_entry(command.entry),
        posting=command.posting,
        text=clean_text(command.text, "text"),
        on=command.on,
        person=clean_person(command.person) if command.person is not None else None,
    )


def came_late(case: Following, recorded: Recorded) -> bool:
    """Whether an objection came after the last day, by the day that was told or else that it was entered."""
    event = recorded.event
    assert isinstance(event, Objected)
    posted = case.entries[event.posting].event
    assert isinstance(posted, Posted)
    return day_of(recorded, event.on) > posted.until


def answer(case: Following, command: AnswerObjection) -> Iterable[Event]:
    """Answered once; a wrong answer is struck and given anew."""
    objection = case.entry(command.objection)
    if not isinstance(objection.event, Objected):
        raise RuleViolation("not-an-objection", entry=command.objection)
    if answer_to(case, command.objection) is not None:
        raise RuleViolation("objection-answered", entry=command.objection)
    yield ObjectionAnswered(
        entry=case.new_entry(command.entry),
        objection=command.objection,
        text=clean_text(command.text, "text"),
        upheld=command.upheld,
        on=command.on,
    )


def answer_to(case: Following, objection: str) -> ObjectionAnswered | None:
    """The answer to an objection that counts, or None."""
    answers = (one.event for one in case.standing() if isinstance(one.event, ObjectionAnswered))
    return next((one for one in answers if one.objection == objection), None)


def erase(case: Following, command: EraseObjector) -> Iterable[Event]:
    """Also for an objection that was struck."""
    found = case.entries.get(command.objection)
    if found is None or not isinstance(found.event, Objected):
        raise RuleViolation("not-an-objection", entry=command.objection)
    yield ObjectorErased(entry=command.objection, reason=clean_text(command.reason, "reason"))


def pay(case: Following, command: Pay) -> Iterable[Event]:
    """More than was granted is recorded as it was paid; how much is left is said everywhere."""
    made = case.expect_standing().made.date()
    if not 1 <= command.fen <= MOST_FEN:
        raise RuleViolation("number-range", field="fen", value=command.fen, least=1, most=MOST_FEN)
    if command.on < made:
        raise RuleViolation(
            "before-decision", field="on", day=command.on.isoformat(), made=made.isoformat()
        )
    yield Paid(
        entry=case.new_entry(command.entry),
        fen=command.fen,
        on=command.on,
        to=line(command.to, "to"),
        receipt=line(command.receipt, "receipt"),
        attached=clean_files(command.attached),
    )


DECIDES = {
    Post: post,
    Object: object_to,
    AnswerObjection: answer,
    EraseObjector: erase,
    Pay: pay,
}
APPLIES = dict.fromkeys((Posted, Objected, ObjectionAnswered, ObjectorErased, Paid))
