"""Checking the archive against the signed paper at the desk: the code is typed, the answer stands below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from facilitator.demo.stage import EVENING
from facilitator.desk.closing.closed import ClosedView
from facilitator.desk.meeting.more import more_menu
from facilitator.desk.safekeeping.checked import answer
from facilitator.desk.safekeeping.checking import CheckPanel
from facilitator.desk.safekeeping.codefield import CodeField
from facilitator.meeting.attendance import ObserverErased
from facilitator.meeting.lifecycle import ReopenMeeting
from facilitator.safekeeping import checking
from facilitator.words.soundness import in_fours
from tests.desk.audit import audit
from tests.desk.papers.workbench import bench, works  # noqa: F401

STREAM = f"meeting/{EVENING}"


def typed(panel, text):
    """Type a code anew."""
    field = panel.findChild(QLineEdit, "check.code")
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    return field.text()


def answered(panel, bench, text):  # noqa: F811
    """The verdict on a code, and the whole card."""
    typed(panel, text)
    panel.findChild(QPushButton, "check.start").click()
    bench.idle()
    cards = [one for one in panel.findChildren(QWidget, "check.answer") if one.isVisible()]
    (card,) = cards
    lines = [one.text().replace("\u00a0", "") for one in card.findChildren(QLabel)]
    return card.findChild(QLabel, "check.verdict").text().replace("\u00a0", ""), "\n".join(lines)


def test_a_code_stands_in_fours_while_it_is_typed(bench):  # noqa: F811
    """Where one goes on typing in the middle, the cursor stays there; pasted text is cut, too."""
    field = bench.show(CodeField(bench()), 640, 120)
    QTest.keyClicks(field.edit, "EA5032b3-1")
    assert field.edit.text() == "ea50 32b3 1"
    field.edit.setCursorPosition(2)
    QTest.keyClicks(field.edit, "o7")
    assert field.edit.text() == "eao7 5032 b31"
    assert field.edit.cursorPosition() == 4
    assert "“o”" in field.says
    field.edit.end(False)
    QTest.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.edit.text() == "eao7 5032 b3"


def told(desk, code, stream=""):
    """All that the card says of a code; checked on this thread."""
    raw = checking.taking(desk.session).run()
    found, _text = answer(desk, checking.check_copy(raw, code, desk.lang), code, stream)
    return "\n".join(one.text().replace("\u00a0", "") for one in found.findChildren(QLabel))


def test_what_came_after_the_paper_is_said(bench):  # noqa: F811
    """From the page of the meeting: every act with its time; all of it can be copied."""
    desk = bench()
    code = in_fours(desk.session.head(STREAM)[1])
    assert "它就是完整的记录" in told(desk, code, STREAM)
    desk.do(ReopenMeeting(meeting=EVENING, reason="漏记一项"))
    view = bench.show(ClosedView(desk, EVENING))
    view.findChild(QPushButton, "closed.check").click()
    panel = view.findChild(CheckPanel)
    first, card = answered(panel, bench, code.upper().replace("0", "O"))
    assert "又有" in first
    assert "会议重新开过" in card
    assert "松柏岗社区共治议事会" in card
    lines = panel.findChild(QPlainTextEdit, "check.details").toPlainText().splitlines()
    assert not [one for one in lines if "meeting/" in one or "body/" in one]
    assert lines[0] == "在它之后记录的："
    assert "漏记一项" in lines[1]
    copy = panel.findChild(QPushButton, "check.copy")
    assert copy.parentWidget() is panel, "below what scrolls"
    copy.click()
    copied = QGuiApplication.clipboard().text().replace("\u00a0", "")
    assert first in copied
    assert lines[1].replace("\u00a0", "") in copied
    panel.reject()


def test_a_paper_of_something_else_and_a_misread_one(bench):  # noqa: F811
    """Both are told from a code that is nowhere in the archive."""
    desk = bench('"phase": "sign-in"')
    head = in_fours(desk.session.head(STREAM)[1])
    other = in_fours(desk.session.head("body/songbaigang")[1])
    assert "不是刚才那次会议的记录" in told(desk, other, STREAM)
    assert "不是刚才那次会议的记录" not in told(desk, head, STREAM)
    wrong = "0" if head[0] != "0" else "1"
    assert "只差在第1组" in told(desk, wrong + head[1:])
    assert "错一位" in told(desk, "ea50" * 8)


def test_an_answer_stands_only_under_the_code_it_is_about(bench):  # noqa: F811
    """It names the code, goes with the first keystroke, and nobody types while the archive is checked."""
    desk = bench()
    code = in_fours(desk.session.head(STREAM)[1])
    panel = CheckPanel(desk, bench.show(QWidget()))
    panel.open()
    assert code.replace(" ", "") in answered(panel, bench, code)[1].replace(" ", "")
    field = panel.findChild(QLineEdit, "check.code")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert [one for one in panel.findChildren(QWidget, "check.answer") if one.isVisible()] == []
    typed(panel, code)
    panel.start()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == code
    field.setText("")  # however it changes: the answer of the old code never comes
    bench.idle()
    assert [one for one in panel.findChildren(QWidget, "check.answer") if one.isVisible()] == []
    assert not field.isReadOnly()
    panel.reject()


def test_without_a_code_the_archive_alone_is_checked(bench):  # noqa: F811
    """And it is said what that does not prove. An unfinished code is checked against nothing."""
    desk = bench('"phase": "sign-in"', lang="en", size=150)
    over = bench.show(QWidget())
    panel = CheckPanel(desk, over)
    panel.open()
    first, card = answered(panel, bench, "")
    assert first.startswith("The archive is sound. No head was given")
    assert "wrote the whole record anew" in card
    assert audit(panel, 1.5) == []
    typed(panel, "ea50 32b3 1x")
    panel.findChild(QPushButton, "check.start").click()
    assert "no head yet" in panel.findChild(QLabel, "panel.said").text()
    assert [one for one in panel.findChildren(QWidget, "check.answer") if one.isVisible()] == []
    assert audit(panel, 1.5) == []
    panel.reject()


def test_a_guest_is_erased_from_the_page_of_a_closed_meeting(bench):  # noqa: F811
    """Once asked why; what stays is said. Then the name is gone, and so is the choice."""
    desk = bench(lang="en", size=150)
    view = bench.show(ClosedView(desk, EVENING))
    view.findChild(QPushButton, "closed.guests").click()
    panel = view.findChild(QWidget, "guests")
    assert audit(panel, 1.5) == []
    who = panel.findChild(QWidget, "guests.who")
    key, count = who.currentData(), who.count()
    assert desk.session.names(desk.session.meeting(EVENING))[key] in who.currentText()
    panel.findChild(QPushButton, "guests.erase").click()
    assert panel.isVisible()  # it wants a reason
    panel.findChild(QLineEdit, "guests.reason").setText("本人要求")
    panel.findChild(QPushButton, "guests.erase").click()
    meeting = desk.session.meeting(EVENING)
    assert isinstance(meeting.chronicle[-1].recorded.event, ObserverErased)
    assert key not in desk.session.names(meeting)
    view.erase_guest()
    again = view.findChildren(QWidget, "guests")[-1]
    assert again.findChild(QWidget, "guests.who").count() == count - 1
    again.reject()


def test_the_menu_of_a_closed_meeting_leads_there_too(bench):  # noqa: F811
    """Where every page has what is seldom wanted; while a meeting runs there is nothing signed yet."""
    for until, there in (("", True), ('"phase": "sign-in"', False)):
        desk, over = bench(until), bench.show(QWidget())
        acts = {one.objectName(): one for one in more_menu(desk, EVENING, over).actions()}
        assert ("more.check" in acts, "more.guests" in acts) == (there, there)
        if there:
            for name, panel in (("more.check", "check"), ("more.guests", "guests")):
                acts[name].trigger()
                over.findChild(QDialog, panel).reject()
