"""The notice board: postings, objections in time or late, answers, and money paid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facilitator.acts import RuleViolation
from facilitator.bodies.people import Person
from facilitator.followup.entries import Notice, Objected, Paid, Posted, objector
from facilitator.followup.following import StrikeEntry
from facilitator.followup.posting import (
    MOST_FEN,
    AnswerObjection,
    EraseObjector,
    Object,
    Pay,
    Post,
    answer_to,
    came_late,
)
from tests.followup.folder import DECIDED, MATTER, Folder, photo

DAY = timedelta(days=1)
BEGINS, UNTIL = date(2026, 11, 30), date(2026, 12, 4)


@pytest.fixture
def folder() -> Folder:
    """A resolution on the board for five days."""
    made = Folder()
    made.now(Post, entry="p1", what=Notice.RESOLUTION, begins=BEGINS, until=UNTIL, places="gate")
    return made


def objected(folder: Folder, entry: str, on: date | None, **fields: object) -> Objected:
    (event,) = folder.now(Object, entry=entry, posting="p1", text="Too bright.", on=on, **fields)
    assert isinstance(event, Objected)
    return event


def test_nothing_is_posted_before_it_was_decided():
    """The day of the decision is the first day; a posting ends on the day it begins or later."""
    folder = Folder()
    what = {"what": Notice.RESOLUTION}
    early = {"begins": DECIDED - DAY, "until": DECIDED}
    assert folder.code(Post, entry="p", **early, **what) == "before-decision"
    back = {"begins": BEGINS, "until": BEGINS - DAY}
    assert folder.code(Post, entry="p", **back, **what) == "dates-order"
    one_day = {"begins": DECIDED, "until": DECIDED}
    (event,) = folder.now(Post, entry="p", **one_day, **what, attached=(photo(),))
    assert isinstance(event, Posted)
    assert event.files == ("a" * 64,)


def test_an_objection_is_late_from_the_day_after(folder: Folder):
    """On the last day it is in time; the day after it is late, and kept all the same."""
    days = {"o1": BEGINS, "o2": UNTIL, "o3": UNTIL + DAY, "o4": None}
    for entry, on in days.items():
        objected(folder, entry, on)
    case = folder.following
    assert [entry for entry in days if came_late(case, case.entry(entry))] == ["o3"]


def test_an_objection_is_to_something_that_hung_there(folder: Folder):
    """Not before it was posted, not to what is no posting, not without words."""
    early = {"posting": "p1", "text": "t", "on": BEGINS - DAY}
    assert folder.code(Object, entry="o", **early) == "dates-order"
    assert folder.code(Object, entry="o", posting="p9", text="t") == "unknown-entry"
    assert folder.code(Object, entry="o", posting="p1", text=" ") == "text-missing"
    objected(folder, "o1", BEGINS)
    assert folder.code(Object, entry="o", posting="o1", text="t") == "not-a-posting"
    folder.now(StrikeEntry, entry="p1", reason="was never put up")
    assert folder.code(Object, entry="o", posting="p1", text="t") == "entry-struck"


def test_whoever_objects_may_give_no_name(folder: Folder):
    """A name stands beside the chain under a name of its own; without one there is nothing beside it."""
    event = objected(folder, "o1", BEGINS, person=Person(name=" 唐秀珍 "))
    assert event.person == Person(name="唐秀珍")
    assert event.subject == objector("o1") == "objector-o1"
    assert objected(folder, "o2", BEGINS).person is None
    nameless = {"posting": "p1", "text": "t", "person": Person(name=" ")}
    assert folder.code(Object, entry="o3", **nameless) == "text-missing"


def test_an_objection_is_answered_once(folder: Folder):
    """A wrong answer is struck and given anew; an objection that was struck is not answered."""
    objected(folder, "o1", BEGINS)
    folder.now(AnswerObjection, entry="n1", objection="o1", text="True.", upheld=True)
    again = {"objection": "o1", "text": "False."}
    assert folder.code(AnswerObjection, entry="n2", **again) == "objection-answered"
    assert folder.code(AnswerObjection, entry="n2", objection="o1", text="") == "objection-answered"
    folder.now(StrikeEntry, entry="n1", reason="mixed up")
    assert answer_to(folder.following, "o1") is None
    folder.now(AnswerObjection, entry="n2", **again, on=UNTIL)
    found = answer_to(folder.following, "o1")
    assert found is not None
    assert (found.text, found.upheld) == ("False.", False)
    objected(folder, "o2", BEGINS)
    assert answer_to(folder.following, "o2") is None
    folder.now(StrikeEntry, entry="o2", reason="twice")
    assert folder.code(AnswerObjection, entry="n3", objection="o2", text="t") == "entry-struck"


def test_only_an_objection_is_answered(folder: Folder):
    """Not a posting, and nothing that is not there; and not without words."""
    assert folder.code(AnswerObjection, entry="n", objection="p1", text="t") == "not-an-objection"
    assert folder.code(AnswerObjection, entry="n", objection="o9", text="t") == "unknown-entry"
    objected(folder, "o1", BEGINS)
    assert folder.code(AnswerObjection, entry="n", objection="o1", text=" ") == "text-missing"


def test_an_answer_can_come_after_the_decision_fell(folder: Folder):
    """Somebody who objected is answered, whatever has become of the decision."""
    objected(folder, "o1", BEGINS)
    folder.matter = replace(MATTER, stands=False)
    assert folder.code(Object, entry="o2", posting="p1", text="t") == "matter-gone"
    folder.now(AnswerObjection, entry="n1", objection="o1", text="It was annulled.")


def test_whoever_objected_can_be_erased_at_any_time(folder: Folder):
    """Also when the objection was struck; what they said stays."""
    objected(folder, "o1", BEGINS, person=Person(name="唐秀珍"))
    folder.now(StrikeEntry, entry="o1", reason="taken back")
    (event,) = folder.now(EraseObjector, objection="o1", reason="asked for it")
    assert event.erases
    assert event.subject == objector("o1")
    assert folder.code(EraseObjector, objection="p1", reason="r") == "not-an-objection"
    assert folder.code(EraseObjector, objection="o9", reason="r") == "not-an-objection"
    assert folder.code(EraseObjector, objection="o1", reason="") == "text-missing"


def test_an_instalment_is_at_least_one_fen():
    """Nothing, less than nothing and more than there is are refused; the day is after the decision."""
    folder = Folder()
    day = {"on": DECIDED}
    assert folder.code(Pay, entry="m", fen=0, **day) == "number-range"
    assert folder.code(Pay, entry="m", fen=-5, **day) == "number-range"
    assert folder.code(Pay, entry="m", fen=MOST_FEN + 1, **day) == "number-range"
    assert folder.code(Pay, entry="m", fen=1, on=DECIDED - DAY) == "before-decision"
    folder.now(Pay, entry="m1", fen=1, to="Printer", receipt="No. 7", attached=(photo(),), **day)
    folder.now(Pay, entry="m2", fen=MOST_FEN, **day)
    assert folder.standing.paid_fen == MOST_FEN + 1
    assert folder.following.chronicle[0].event.files == ("a" * 64,)


def test_refusals_carry_their_facts(folder: Folder):
    """The sentence says which day was before which."""
    with pytest.raises(RuleViolation) as refusal:
        objected(folder, "o", BEGINS - DAY)
    assert refusal.value.facts == {"first": "2026-11-30", "second": "2026-11-29"}


def test_an_objection_is_late_by_the_day_it_was_made_or_entered(folder: Folder):
    """On the last day it is in time; without a day, the day it was entered is its day."""
    for entry, on in (("o1", UNTIL), ("o2", UNTIL + DAY), ("o3", None)):
        folder.at = folder.at.replace(year=2027)
        folder.now(Object, entry=entry, posting="p1", text="too bright", on=on)
    case = folder.following
    assert [came_late(case, case.entry(one)) for one in ("o1", "o2", "o3")] == [False, True, True]


def test_a_payment_is_proved_by_a_number_or_a_file() -> None:
    """Without either its receipt has not come yet; both prove it alone."""
    on = date(2026, 12, 1)
    assert Paid(entry="a", fen=100, on=on).unproved
    assert not Paid(entry="b", fen=100, on=on, receipt="No. 7").unproved
    assert not Paid(entry="c", fen=100, on=on, attached=(photo(),)).unproved
