"""The ballots table: opened, boxes counted, papers entered twice, compared, closed; void; typed for one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from facilitator.desk.selection.ballots.view import BallotsView
from facilitator.meeting.selection.papers import Marks
from tests.desk.evening import leave
from tests.desk.selection.counting import Hands, boxes, marks, read, staged_vote

KEY = Qt.Key


@pytest.fixture(scope="module")
def evening(qapp, tmp_path_factory):
    """Stage one vote for the whole file; its tests go on from each other, in their order."""
    desk = staged_vote(tmp_path_factory.mktemp("ballots"), opened=False)
    hands = Hands(desk, BallotsView)
    yield hands
    hands.close()
    leave(desk)
    qapp.setStyleSheet("")


def vote(hands):
    return hands.meeting.ballots.votes[-1]


def test_a_vote_from_its_opening_to_its_close(evening):
    """Everything a clerk does in one evening, by keys and clicks."""
    hands = evening
    before_the_vote(hands)
    boxes_are_counted(hands)
    papers_are_entered_one_after_the_other(hands)
    the_second_helper_does_not_see_the_first(hands)
    differences_are_settled(hands)
    typed_for_somebody(hands)
    closed(hands)


def before_the_vote(hands):
    """What is on the ballot, who steps back, that nothing was agreed for ties; two helpers from the room."""
    lines = hands.view.opening.list.slate.lines
    assert (lines[0].number, lines[0].title) == (1, "独居老人助餐点")
    assert "李建国回避" in lines[0].under
    assert "事先没有商定并列处理办法" in hands.text("opening.terms")
    hands.click("opening.open")
    hands.click("helpers.done")
    assert hands.meeting.ballots.open is None  # nobody is chosen yet
    assert "增加列席人员" in hands.text("helpers.let-in")
    panel = hands.panels[-1]
    for pick, who in zip(panel._picks, ("residents-1", "residents-2"), strict=True):
        pick.choose(who)
    hands.click("helpers.done")
    assert vote(hands).helpers == ("residents-1", "residents-2")


def boxes_are_counted(hands):
    """Digits and Enter from field to field; another number later asks why; too many are said loudly."""
    hands.find("boxes.issued.residents").setFocus()
    for text in ("4", "5"):
        hands.type(text)
        hands.key(KEY.Key_Return)
    assert vote(hands).box == {"residents": 5}
    assert "多 1 张" in hands.text("boxes.overfull")
    assert hands.text("boxes.close") == "结束：本次投票无效"
    hands.find("boxes.box.residents").setFocus()
    hands.find("boxes.box.residents").selectAll()
    hands.type("4")
    hands.key(KEY.Key_Return)
    assert vote(hands).box == {"residents": 5}  # the reason is asked for first
    hands.type("数错了", "ballots.changed.reason")
    hands.click("ballots.changed.done")
    assert vote(hands).box == {"residents": 4}
    assert not hands.shows("boxes.overfull")
    boxes(hands.desk, heads=1)
    hands.settle()
    hands.find("boxes.issued.officials").setFocus()
    for name in ("boxes.box.residents", "boxes.box.heads", "boxes.todo.0"):
        hands.key(KEY.Key_Tab)  # row by row, then to what is to be done
        assert hands.find(name).hasFocus()
    assert not hands.find("boxes.close").isEnabled()
    assert "街道" in hands.view.boxes._todo.itemAt(0).widget().findChildren(QLabel)[0].text()


def papers_are_entered_one_after_the_other(hands):
    """Numbers and Enter; a void one says why and is kept; nothing typed goes nowhere; one goes back by PgUp."""
    hands.view.open_page("entry")
    for line in ("3 1", "1 2 3 4", "?", "0"):
        hands.type(line)
        if line == "1 2 3 4":
            assert "勾选过多" in hands.text("paper.said")
        hands.key(KEY.Key_Return)
    assert {n: one.read[1] for (_, n), one in vote(hands).papers.items()} == {
        1: Marks(marks={"a": 1, "c": 1}),
        2: Marks(marks=dict.fromkeys("abcd", 1)),
        3: Marks(unreadable=True),
        4: Marks(),
    }
    assert "接着录：居委会" in hands.text("entry.go-on")
    assert hands.text("entry.at") == "第 4/4 张"
    hands.key(KEY.Key_PageUp)
    assert hands.find("paper.line").text() == "?"
    hands.view.entry.open("heads", 1)
    hands.key(KEY.Key_Return)
    assert "空白票填 0" in hands.text("paper.said")
    hands.type("99")
    hands.key(KEY.Key_Return)
    assert ("heads", 1) not in vote(hands).papers
    hands.key(KEY.Key_Escape)
    hands.view.entry.form.grid.toggled.emit("b")  # a click on a project
    assert hands.find("paper.line").text() == "2"
    hands.key(KEY.Key_Return)
    assert vote(hands).papers["heads", 1].read[1] == marks("b")


def the_second_helper_does_not_see_the_first(hands):
    """Their list is empty, and so is the line."""
    hands.click("entry.helper.2")
    assert hands.text("entry.last") == ""
    hands.view.entry.open("residents", 2)
    assert [row.said for row in hands.view.entry.list.papers.rows] == [""] * 4
    assert hands.find("paper.line").text() == ""
    for line in ("1 3", "1 2 3", "? ", "0"):
        hands.type(line)
        hands.key(KEY.Key_Return)
    hands.view.entry.open("heads", 2)
    hands.type("2")
    hands.key(KEY.Key_Return)
    QAbstractItemModelTester(
        hands.view.entry.list.papers, QAbstractItemModelTester.FailureReportingMode.Fatal
    )


def differences_are_settled(hands):
    """Side by side; looked at together, and the reading of both stands."""
    assert [one.number for one in vote(hands).differences()] == [2]
    hands.view.open_page("differ")
    figures = hands.view.differ.table.figures
    assert [line.cells[0].text for line in figures.lines if line.look == "warn"] == [
        "4 电动车集中充电棚"
    ]
    hands.click("differ.together")
    hands.type("1 2 4")
    hands.key(KEY.Key_Return)
    assert vote(hands).papers["residents", 2].settled == marks("abd")
    assert "没有不一致" in hands.text("differ.none")


def typed_for_somebody(hands):
    """Their own project is struck; a tick on it is refused; nobody is written down twice without a reason."""
    hands.view.open_page("named")
    hands.view.named._pick.choose("heads-1")
    hands.view.named._choose("heads-1")
    hands.type("1", "named.line")
    hands.key(KEY.Key_Return)
    assert vote(hands).named == {}
    assert "回避" in hands.text("named.said")
    hands.find("named.line").clear()
    hands.type("2 3", "named.line")
    hands.type("陈立新", "named.by")
    hands.key(KEY.Key_Return)
    assert vote(hands).named["heads-1"] == Marks(marks={"b": 1, "c": 1}, struck=("a",))
    assert vote(hands).typed_by["heads-1"] == "陈立新"


def closed(hands):
    """When everything is entered and agreed; then the way to the result is there."""
    hands.view.open_page("boxes")
    hands.click("boxes.close")
    assert vote(hands).closed is not None
    wanted = []
    hands.view.table_wanted.connect(wanted.append)
    hands.click("opening.result")
    assert wanted == ["outcome"]
    assert "代录 1 张" in hands.text("opening.terms")


def test_a_void_vote_is_held_again(qapp, tmp_path):
    """With its reason in sight, and nothing of it lost."""
    desk = staged_vote(tmp_path)
    boxes(desk, residents=2)
    read(desk, "residents", "ab c", (1,))
    hands = Hands(desk, BallotsView)
    try:
        hands.click("boxes.void")
        hands.click("ballots.void.done")
        assert hands.panels  # without a reason it is refused
        hands.type("票箱打翻了", "ballots.void.reason")
        hands.click("ballots.void.done")
        assert "票箱打翻了" in hands.text("opening.why-void")
        assert hands.text("opening.title") == "重新投票"
        assert len(vote(hands).papers) == 2
    finally:
        hands.close()
        leave(desk)
        qapp.setStyleSheet("")
