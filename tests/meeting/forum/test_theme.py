"""The theme question and the host's way."""

from __future__ import annotations

import pytest

from facilitator.meeting.forum.theme import ChooseHosting, Hosting, SetTheme
from tests.meeting.forum.forum import Forum


def test_the_theme_is_one_question_with_what_the_invitation_says() -> None:
    """All of it can be said anew while the forum is prepared, without a reason."""
    forum = Forum("invite")
    forum.send(SetTheme, question=" What now? ", invitation="Come.", sponsor="Us", expected=40)
    theme = forum.meeting.theme
    told = (theme.question, theme.invitation, theme.sponsor, theme.expected)
    assert told == ("What now?", "Come.", "Us", 40)
    (change,) = theme.changes
    assert (change.field, change.new, change.reason) == ("question", "What now?", "")


def test_an_unchanged_question_is_no_change_of_it() -> None:
    """Who invites may change while the question stays; saying nothing new is refused."""
    forum = Forum("invite")
    question = forum.meeting.theme.question
    forum.send(SetTheme, question=question, sponsor="The street office", expected=12)
    assert forum.meeting.theme.changes == []
    again = {"question": question, "sponsor": "The street office", "expected": 12}
    assert forum.no(SetTheme, **again) == "nothing-to-correct"


def test_a_theme_that_changes_in_the_open_forum_says_why() -> None:
    """People came for that question."""
    forum = Forum()
    assert forum.no(SetTheme, question="Another?") == "text-missing"
    forum.send(SetTheme, question="Another?", reason="agreed in the circle")
    assert forum.meeting.theme.changes[-1].reason == "agreed in the circle"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"question": "  "}, "text-missing"),
        ({"question": "问" * 201}, "text-too-long"),
        ({"question": "Why?", "expected": -1}, "number-range"),
        ({"question": "Why?", "expected": 100_001}, "number-range"),
        ({"question": "Why?", "sponsor": "two\nlines"}, "text-control"),
    ],
)
def test_a_theme_fits_on_a_poster(fields: dict, code: str) -> None:
    """No question, one that nobody can read from afar, and impossible numbers are refused."""
    assert Forum("invite").no(SetTheme, **fields) == code


def test_the_host_chooses_once_and_changes_with_a_reason() -> None:
    """Neutral or guiding is chosen at the start; in the middle a change has its reason in the record."""
    forum = Forum("invite")
    assert forum.meeting.theme.hosting is None
    forum.send(ChooseHosting, mode=Hosting.GUIDING)
    forum.send(ChooseHosting, mode=Hosting.NEUTRAL)
    assert forum.no(ChooseHosting, mode=Hosting.NEUTRAL) == "nothing-to-correct"
    forum.to("market")
    assert forum.no(ChooseHosting, mode=Hosting.GUIDING) == "text-missing"
    forum.send(ChooseHosting, mode=Hosting.GUIDING, reason="three talk at once")
    assert forum.meeting.theme.hosting is Hosting.GUIDING
    said = [(change.old, change.new, change.reason) for change in forum.meeting.theme.changes]
    assert said[-1] == ("neutral", "guiding", "three talk at once")


def test_a_host_who_never_chose_may_choose_late_without_a_reason() -> None:
    """The first choice is no change."""
    forum = Forum()
    forum.send(ChooseHosting, mode=Hosting.NEUTRAL)
    assert forum.meeting.theme.changes == []
