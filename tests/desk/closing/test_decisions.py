"""What was decided, with its vote and who carries it out, where it can still be given and put right."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton

from facilitator.demo.stage import EVENING
from facilitator.desk.closing.assign import AssignPanel
from facilitator.desk.closing.decisions import DecisionsView
from facilitator.meeting.decisions import Assignment, CorrectAssignment
from facilitator.meeting.voting import CorrectVote
from facilitator.rules.tally import Choice
from tests.desk.audit import audit
from tests.desk.freed import Watch
from tests.desk.looks import OF_A_ROOM


def said(view, number):
    card = view.findChild(QFrame, f"decision.{number}")
    return "\n".join(label.text() for label in card.findChildren(QLabel)).replace("\u00a0", "")


def test_each_decision_says_what_was_decided_and_by_what_vote(bench):
    """Number, title, wording, vote, and the task as it was given."""
    view = bench.show(DecisionsView(bench("T20:40:00"), EVENING))
    first = said(view, 1)
    for part in (
        "决议第1号",
        "异地医疗即时报销",
        "洪湖市",
        "赞成10票",
        "居委会会同街道办事处",
        "2027年1月31日",
    ):
        assert part in first
    assert "决议第2号" in said(view, 2)


def test_what_nobody_has_yet_says_so_and_is_given_from_here(bench, qtbot):
    """The charter's usual executor is named; after the panel the card shows the task."""
    desk = bench("T20:05:50")
    view = bench.show(DecisionsView(desk, EVENING))
    assert "还没有交办" in said(view, 1)
    give = view.findChild(QPushButton, "decision.1.assign")
    qtbot.mouseClick(give, Qt.MouseButton.LeftButton)
    panel = view.findChild(AssignPanel)
    panel.findChild(QLineEdit, "assign.implementer").setText("物业公司")
    qtbot.mouseClick(panel.findChild(QPushButton, "assign.done"), Qt.MouseButton.LeftButton)
    assert "物业公司" in said(view, 1)
    assert "还没有交办" not in said(view, 1)


def test_a_correction_leaves_the_old_name_readable(bench):
    """With its time and its reason."""
    desk = bench("T20:40:00")
    view = bench.show(DecisionsView(desk, EVENING))
    new = Assignment(implementer="物业公司")
    assert desk.do(CorrectAssignment(meeting=EVENING, decision=2, assignment=new, reason="记错了"))
    assert "原由居委会承办" in said(view, 2)
    assert "记错了" in said(view, 2)


def test_an_annulled_decision_stays_and_cannot_be_given(bench):
    """A vote that was put right did not carry after all: the number is not given again."""
    desk = bench("T20:40:00")
    view = bench.show(DecisionsView(desk, EVENING))
    wrong = CorrectVote(
        meeting=EVENING, poll="p4", member="liu-xiaoyan", choice=Choice.AGAINST, reason="记错了"
    )
    assert desk.do(wrong)
    assert "已撤销" in said(view, 2)
    assert view.findChild(QPushButton, "decision.2.assign") is None
    assert view.findChild(QPushButton, "decision.1.assign") is not None


def test_when_the_meeting_is_over_nothing_is_given(bench):
    """It is opened again first: no button promises what would be refused."""
    view = bench.show(DecisionsView(bench(), EVENING))
    assert view.findChildren(QPushButton) == []


def test_the_keys_stay_where_they_were(bench, qtbot):
    """An act elsewhere rebuilds the cards; whoever was on a button still is."""
    from facilitator.meeting.notes import WriteNote

    desk = bench("T20:40:00")
    view = bench.show(DecisionsView(desk, EVENING))
    view.activateWindow()
    view.findChild(QPushButton, "decision.2.assign").setFocus()
    desk.do(WriteNote(meeting=EVENING, note="x1", text="一句"))
    assert view.focusWidget().objectName() == "decision.2.assign"


def test_without_decisions_there_is_a_sentence(bench):
    """An empty list says that it is empty."""
    view = bench.show(DecisionsView(bench("T19:51"), EVENING))
    [label] = [one for one in view.findChildren(QLabel) if one.text()]
    assert "没有通过" in label.text()


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_everybody_can_use_it(bench, lang, size):
    """In both languages, also at 150 %."""
    view = DecisionsView(bench("T20:40:00", lang=lang, size=size), EVENING)
    bench.show(view, 720, 500)
    assert audit(view, size / 100) == []


def test_a_closed_view_is_freed(bench):
    """Cards and all."""
    view = bench.show(DecisionsView(bench("T20:40:00"), EVENING))
    bench.shown.clear()
    watch = Watch(view)
    view.deleteLater()
    del view
    watch.assert_freed()
