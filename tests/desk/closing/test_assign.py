"""A decision is given to somebody: who, by when, with what money; and that is put right with a reason."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from facilitator.demo.stage import EVENING
from facilitator.desk.closing.assign import AssignPanel
from facilitator.meeting.decisions import Assignment
from tests.desk.audit import audit
from tests.desk.freed import Watch
from tests.desk.looks import OF_A_ROOM


@pytest.fixture
def desk(bench):
    """The evening when the first resolution has just been carried."""
    return bench("T20:05:50")


@pytest.fixture
def panel(bench, desk):
    """The panel for it."""
    return opened(bench, desk, 1)


def opened(bench, desk, number):
    parent = QWidget()
    bench.shown.append(parent)
    made = AssignPanel(desk, parent, EVENING, number)
    made.open()
    return made


def fill(panel, **fields):
    for name, text in fields.items():
        panel.findChild(QLineEdit, f"assign.{name}").setText(text)


def done(panel, qtbot):
    qtbot.mouseClick(panel.findChild(QPushButton, "assign.done"), Qt.MouseButton.LeftButton)


def given(desk, number=1):
    return desk.session.meeting(EVENING).decisions.all[number].assignment


def told(panel):
    return panel.findChild(QLabel, "panel.said").text()


def test_the_charters_executor_stands_there_already(desk, panel, qtbot):
    """By the charter of Songbaigang the residents' committee carries decisions out; Enter is enough."""
    executor = desk.session.meeting(EVENING).charter.executor.text("zh")
    field = panel.findChild(QLineEdit, "assign.implementer")
    assert field.text() == executor
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert given(desk) == Assignment(implementer=executor)
    assert not panel.isVisible()


def test_everything_that_is_said_is_recorded(desk, panel, qtbot):
    """Dates, money to the fen, where it comes from, and what is to be done."""
    fill(panel, implementer="居委会会同街道办事处", due="2027-01-31", begins="2026-12-01")
    fill(panel, report="2027年2月26日", review="2027/3/12", money="3,500.29元", source="公共收益")
    panel.findChild(QPlainTextEdit, "assign.task").setPlainText("与两家医院签约")
    done(panel, qtbot)
    assert given(desk) == Assignment(
        implementer="居委会会同街道办事处",
        task="与两家医院签约",
        begins=date(2026, 12, 1),
        due=date(2027, 1, 31),
        report_by=date(2027, 2, 26),
        review_on=date(2027, 3, 12),
        money_fen=350_029,
        money_source="公共收益",
    )


def test_an_amount_is_said_again(panel):
    """A nought too many is seen before it stands in the record."""
    fill(panel, money="35000")
    assert panel.findChild(QLabel, "assign.money.says").text() == "35,000\u00a0元"
    fill(panel, money="35.000,00")
    assert panel.findChild(QLabel, "assign.money.says").text() == "不是金额"


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [("money", "a lot", "3500"), ("due", "next week", "next week"), ("report", "31.1.", "31.1.")],
)
def test_what_cannot_be_meant_is_told_and_nothing_is_recorded(
    desk, panel, qtbot, field, text, says
):
    """The panel stays with all that was typed, and the field that is wrong has the keys."""
    fill(panel, implementer="居委会")
    fill(panel, **{field: text})
    done(panel, qtbot)
    assert given(desk) is None
    assert panel.isVisible()
    assert says in told(panel)
    assert panel.findChild(QLineEdit, f"assign.{field}").hasFocus()
    assert panel.findChild(QLineEdit, "assign.implementer").text() == "居委会"


def test_what_a_rule_refuses_is_told_in_the_panel(desk, panel, qtbot):
    """Nothing is due before it was decided; nobody is no implementer."""
    fill(panel, due="2026-11-01")
    done(panel, qtbot)
    assert "2026年11月1日" in told(panel).replace("\u00a0", "")
    fill(panel, due="", implementer="  ")
    done(panel, qtbot)
    assert given(desk) is None
    assert panel.isVisible()


def test_a_correction_needs_a_reason_and_begins_with_what_stands(bench, qtbot):
    """The old assignment stays readable in the record."""
    desk = bench("T20:40:00")
    panel = opened(bench, desk, 1)
    assert panel.findChild(QLineEdit, "assign.due").text() == "2027-01-31"
    fill(panel, due="2027-02-15")
    done(panel, qtbot)
    assert panel.isVisible()
    assert given(desk).due == date(2027, 1, 31)
    fill(panel, reason="当场改定")
    done(panel, qtbot)
    assert given(desk).due == date(2027, 2, 15)
    [change] = desk.session.meeting(EVENING).decisions.all[1].changes
    assert change.reason == "当场改定"


def test_those_who_were_named_before_are_offered(bench, desk, qtbot):
    """Whoever types the first sign of a name sees it."""
    panel = opened(bench, bench("T20:30:00"), 2)
    known = panel.findChild(QLineEdit, "assign.implementer").completer().model()
    names = [known.data(known.index(row, 0)) for row in range(known.rowCount())]
    assert names[0] == "居委会会同街道办事处"
    assert "刘小燕" in names


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_everybody_can_use_it(bench, lang, size):
    """In both languages, also at 150 %: the fields scroll, the buttons stay."""
    panel = opened(bench, bench("T20:40:00", lang=lang, size=size), 1)
    assert panel.height() <= panel.screen().availableGeometry().height()
    assert audit(panel, size / 100) == []


def test_a_closed_panel_is_freed(desk):
    """Nothing holds it."""
    parent = QWidget()
    panel = AssignPanel(desk, parent, EVENING, 1)
    panel.open()
    watch = Watch(panel)
    panel.reject()
    del panel
    watch.assert_freed()
    parent.deleteLater()
