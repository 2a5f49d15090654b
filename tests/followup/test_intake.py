"""Matters from outside a meeting, from their coming in to their answer."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from facilitator.bodies.people import Person
from facilitator.followup.intake import (
    SENDER,
    AnswerMatter,
    EraseSender,
    Intake,
    MatterReceived,
    ReceiveMatter,
    ReferMatter,
    ReopenMatter,
    Source,
)
from tests.followup.folder import Folder

CAME: dict[str, Any] = {
    "intake": "i1",
    "body": "council",
    "source": Source.HOTLINE,
    "title": "Noise at night",
    "source_name": "6712345",
}


@pytest.fixture
def folder() -> Folder:
    """One call to the hotline."""
    made = Folder(stream="intake/i1")
    made.do(ReceiveMatter(**CAME, person=Person(name=" 袁先生 ")))
    return made


def intake(folder: Folder) -> Intake:
    assert isinstance(folder.case, Intake)
    return folder.case


def test_what_comes_in_waits_until_it_is_settled(folder: Folder):
    """Who brought it stands beside the chain; an answer settles it."""
    assert intake(folder).settled is None
    assert intake(folder).matter.person == Person(name="袁先生")
    assert intake(folder).matter.subject == SENDER
    folder.do(AnswerMatter(intake="i1", text="They stop at eight."))
    assert intake(folder).settled is intake(folder).chronicle[-1]


def test_what_is_settled_is_reopened_before_more_is_said(folder: Folder):
    """Neither answered nor passed on twice; what is open is not reopened."""
    assert folder.refused(ReopenMatter(intake="i1", reason="r")).code == "intake-open"
    folder.do(ReferMatter(intake="i1", to="Housing office", reason="their house"))
    assert folder.refused(AnswerMatter(intake="i1", text="t")).code == "intake-settled"
    assert folder.refused(ReferMatter(intake="i1", to="x", reason="r")).code == "intake-settled"
    assert folder.refused(ReopenMatter(intake="i1", reason=" ")).code == "text-missing"
    folder.do(ReopenMatter(intake="i1", reason="They sent it back."))
    assert intake(folder).settled is None
    folder.do(AnswerMatter(intake="i1", text="Done by ourselves."))


def test_an_answer_has_words_and_a_passing_on_names_somebody(folder: Folder):
    """And gives the reason."""
    assert folder.refused(AnswerMatter(intake="i1", text="")).code == "text-missing"
    assert folder.refused(ReferMatter(intake="i1", to=" ", reason="r")).code == "text-missing"
    assert folder.refused(ReferMatter(intake="i1", to="x", reason="")).code == "text-missing"


def test_nothing_comes_in_twice_under_one_name(folder: Folder):
    """Its name is an id, its body is here, its title says what it is."""
    assert folder.refused(ReceiveMatter(**CAME)).code == "intake-exists"
    fresh = Folder(stream="intake/i1")
    assert fresh.refused(ReceiveMatter(**{**CAME, "title": " "})).code == "text-missing"
    fresh.body_known = False
    assert fresh.refused(ReceiveMatter(**CAME)).code == "unknown-body"
    odd = Folder(stream="intake/a/b")
    assert odd.refused(ReceiveMatter(**{**CAME, "intake": "a/b"})).code == "bad-id"


def test_it_is_answered_on_the_day_it_came_or_later():
    """The last day for an answer is not before the day it came; either may be unknown."""
    day = date(2026, 12, 14)
    fresh = Folder(stream="intake/i1")
    before = {"on": day, "answer_by": date(2026, 12, 13)}
    assert fresh.refused(ReceiveMatter(**CAME, **before)).code == "dates-order"
    fresh.do(ReceiveMatter(**CAME, on=day, answer_by=day))
    for one in ({"on": day}, {"answer_by": day}):
        Folder(stream="intake/i1").do(ReceiveMatter(**CAME, **one))


def test_who_brought_it_can_be_erased_at_any_time(folder: Folder):
    """The matter stays; of one that never came nobody is erased."""
    folder.do(AnswerMatter(intake="i1", text="Done."))
    (event,) = folder.do(EraseSender(intake="i1", reason="asked for it"))
    assert event.erases
    assert event.subject == SENDER
    assert folder.refused(EraseSender(intake="i1", reason="")).code == "text-missing"
    assert isinstance(intake(folder).matter, MatterReceived)
    fresh = Folder(stream="intake/i1")
    assert fresh.refused(EraseSender(intake="i1", reason="r")).facts == {"intake": "i1"}
    assert fresh.refused(AnswerMatter(intake="i1", text="t")).code == "unknown-intake"
