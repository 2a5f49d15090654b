"""Every state of a vote can be read, reached and heard, in both languages and at every size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton

from facilitator.desk.vote.setup import VoteSetup
from facilitator.desk.widgets.elided import Elided
from facilitator.meeting.polls import Method
from tests.desk.audit import audit
from tests.desk.evening import EVENING
from tests.desk.freed import Watch
from tests.desk.vote.conftest import result_of, running, setting_up


def by_ballot(desk):
    """A vote to be opened by secret ballot: it is asked who counts."""
    made = VoteSetup(desk, EVENING, "m3")
    made.refresh_now()
    made.methods.cards[Method.PAPER].click()
    return made


STATES = {
    "setting up": ("20:11:40", setting_up("m3")),
    "who counts": ("20:11:40", by_ballot),
    "roll call": ('"poll": "p3", "member": "zhang-haibo"', running),
    "hands": ('"poll": "p-a2", "motion": "a2"', running),
    "hands counted": ("polls.count-hands", running),
    "ballots": ('"poll": "p5", "motion": "m5"', running),
    "tellers": ("polls.issue-ballots", running),
    "second teller": ('"teller": "liang-huifang", "ballots"', running),
    "tellers differ": ('"teller": "zhang-haibo", "ballots"', running),
    "recount": ("20:49:00", running),
    "failed": ("20:12:50", result_of("p3")),
    "corrected": ("polls.correct-vote", result_of("p3")),
    "passed": ("20:25:50", result_of("p4")),
    "secret": ("20:49:30", result_of("p5")),
}
PLACES = [
    pytest.param("zh", 100, (1046, 564), marks=pytest.mark.soak),
    ("en", 150, (1150, 492)),
]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("lang", "size", "room"), PLACES, ids=["zh", "en-150"])
def test_nothing_is_wrong_to_the_eye_the_ear_or_the_hand(evening, state, lang, size, room):
    """Names, keys, contrast, letters: the audit finds nothing; and it fits without growing the window."""
    until, view = STATES[state]
    here = evening(until, view, lang=lang, size=size)
    here.resize(room[0], room[1] + here.line.height())
    found = audit(here.view, size / 100)
    assert found == []
    assert here.view.width() <= room[0]


def test_how_it_stands_is_never_cut(evening):
    """The longest words of all, in English at 150 %: in smaller letters."""
    until = '"poll": "p3", "member": "su-huimin"'
    here = evening(until, running, lang="en", size=150)
    here.resize(1150, 492 + here.line.height())
    assert here.text("vote.stands") == "Can no longer pass"
    stands = here.find("vote.stands")
    assert stands.sizeHint().width() <= stands.width()


def test_how_many_of_each_group_may_answer_is_never_cut(evening):
    """Before the vote, in English at 150 %: a group without room beside the others stands below them."""
    here = evening("20:11:40", setting_up("m3"), lang="en", size=150)
    here.resize(1150, 492 + here.line.height())
    groups = [one for one in here.find("vote.who").findChildren(Elided) if "/" in one.text()]
    assert [one.text().split("\N{NO-BREAK SPACE}")[0] for one in groups] == [
        "Established",
        "New",
        "Office",
    ]
    assert [one.text() for one in groups if one.sizeHint().width() > one.width()] == []


FILLED = {
    "setting up": ["vote.open-now"],
    "roll call": [],
    "hands": ["vote.hands.done"],
    "hands counted": ["vote.close"],
    "ballots": ["vote.paper.issue.done"],
    "tellers": ["vote.teller.1.done"],
    "second teller": ["vote.teller.2.done"],
    "tellers differ": ["vote.paper.joint.done"],
    "recount": ["vote.close"],
    "failed": ["result.next"],
    "passed": ["result.next"],
}


@pytest.mark.parametrize("state", FILLED)
def test_one_button_is_filled_and_none_while_names_are_called(evening, state):
    """What is filled is the next thing to do."""
    here = evening(*STATES[state])
    shown = [one for one in here.view.findChildren(QAbstractButton) if one.isVisible()]
    filled = [one.objectName() for one in shown if one.property("look") == "primary"]
    assert filled == FILLED[state]


@pytest.mark.parametrize("state", ["setting up", "roll call", "hands", "tellers", "failed"])
def test_a_view_that_is_left_is_gone(evening, state):
    """Neither the desk nor the focus of the program holds it."""
    here = evening(*STATES[state])
    watch = Watch(here.view)
    here.view.setParent(None)
    here.view.deleteLater()
    here.__dict__.pop("view")
    watch.assert_freed()
