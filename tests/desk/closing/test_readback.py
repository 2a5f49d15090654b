"""Reading back: the pages, what is still in the way, objections that are not lost, and the close."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton, QWidget

from facilitator.demo.stage import EVENING
from facilitator.desk.closing.readback import ReadBackView
from facilitator.desk.meeting.reason import ReasonPanel
from facilitator.desk.papers.preview import State
from facilitator.desk.secretary.drafts import drafts_of
from facilitator.meeting.agenda import ItemState
from facilitator.meeting.format import Stage
from facilitator.meeting.items import AddItem
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.meeting.notes import CorrectNote
from tests.desk.audit import audit
from tests.desk.evening import write
from tests.desk.freed import Watch
from tests.desk.looks import OF_A_ROOM

READING = '"phase": "read-back"'


@pytest.fixture
def desk(bench):
    """The evening when reading back has begun."""
    return bench(READING)


@pytest.fixture
def view(bench, desk):
    """The view on it."""
    return bench.show(ReadBackView(desk, EVENING))


def early(bench, until="T20:52:00"):
    """Reading back begins although something is not settled."""
    desk = bench(until)
    assert desk.do(EnterPhase(meeting=EVENING, phase="read-back"))
    return desk


def press(view, qtbot, name):
    qtbot.mouseClick(view.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def said(view, name):
    return view.findChild(QLabel, name).text().replace("\u00a0", "")


def way(view, name):
    return view.findChild(QPushButton, name)


def meeting(desk):
    return desk.session.meeting(EVENING)


def answer(view, said):
    return view.findChild(QRadioButton, f"closing.{said}")


def choose(view, qtbot, said):
    box = answer(view, said)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(12, box.height() // 2))


def test_the_record_is_there_page_by_page(view):
    """The record as it will be signed, in full, and how much of it has been shown."""
    assert view.preview.state is State.PAGES
    assert view.preview.order.kind == "record"
    assert not view.preview.order.public
    pages = view.preview.pages.count
    assert said(view, "closing.read-so-far") == f"共{pages}页，已看1页"


def test_that_every_page_was_shown_does_not_say_that_it_was_read(view, qtbot):
    """What stands in the minutes is chosen by a person: nothing is at first, nothing with the last page."""
    for _ in range(view.preview.pages.count):
        qtbot.keyClick(view.preview.pages, Qt.Key.Key_Right)
    pages = view.preview.pages.count
    assert said(view, "closing.read-so-far") == f"共{pages}页，已看{pages}页"
    assert not answer(view, "was-read").isChecked()
    assert not answer(view, "not-read").isChecked()


def test_the_close_waits_until_it_is_said_whether_it_was_read(view, desk, qtbot):
    """The button says what it waits for; a click on it, or the act behind it, closes nothing."""
    assert view.hindrances.none
    assert not view.close_button.isEnabled()
    assert view.close_button.toolTip() == "请先选择是否已当场宣读记录。"
    press(view, qtbot, "closing.close")
    view.close_meeting()
    assert meeting(desk).phase.stage is Stage.CLOSING
    choose(view, qtbot, "not-read")
    assert view.close_button.isEnabled()
    assert view.close_button.toolTip() == ""


def test_whoever_says_it_was_read_is_told_which_pages_were_not_shown(view, qtbot):
    """Told, not kept from closing; nothing is told of a record that was not read, nor once all were shown."""
    count = view.preview.pages.count
    unseen = view.findChild(QLabel, "closing.unseen")
    choose(view, qtbot, "not-read")
    assert not unseen.isVisible()
    choose(view, qtbot, "was-read")
    assert unseen.isVisible()
    assert said(view, "closing.unseen").startswith(f"全文{count}页，第2—{count}页没有")
    assert view.close_button.isEnabled()
    qtbot.keyClick(view.preview.pages, Qt.Key.Key_Right)
    assert f"第3—{count}页" in said(view, "closing.unseen") or count == 3
    for _ in range(count):
        qtbot.keyClick(view.preview.pages, Qt.Key.Key_Right)
    assert not unseen.isVisible()


def test_a_decision_that_nobody_was_given_is_named(view, desk, bench, qtbot):
    """It keeps nobody from closing; once it is given, nothing is said of it."""
    cares = view.findChild(QWidget, "closing.cares")
    given = [one for one in meeting(desk).decisions.all.values() if one.assignment is not None]
    assert given
    assert not cares.isVisible()
    kept, given[0].assignment = given[0].assignment, None
    view.refresh_now()
    bench.idle()
    assert cares.isVisible()
    told = " ".join(label.text() for label in cares.findChildren(QLabel)).replace("\u00a0", "")
    assert f"决议第{given[0].number}号还没有确定由谁落实。" in told
    choose(view, qtbot, "was-read")
    assert view.close_button.isEnabled()
    given[0].assignment = kept
    view.refresh_now()
    bench.idle()
    assert not cares.isVisible()


def test_only_one_of_the_two_is_true(view, qtbot):
    """Whoever chose wrongly chooses the other."""
    choose(view, qtbot, "not-read")
    choose(view, qtbot, "was-read")
    assert answer(view, "was-read").isChecked()
    assert not answer(view, "not-read").isChecked()


def test_what_is_corrected_on_the_spot_is_on_the_page(view, desk, bench):
    """The secretary's line goes on working; the pages follow."""
    before = view.preview.proof
    assert desk.do(CorrectNote(meeting=EVENING, note="n1", text="改过的话。", reason="听错了"))
    bench.idle()
    assert view.preview.proof.pages != before.pages


def test_where_nothing_is_in_the_way_it_can_be_closed(view, desk, qtbot):
    """One button, and the meeting is over; that it was read back is on the record."""
    assert view.hindrances.none
    choose(view, qtbot, "was-read")
    press(view, qtbot, "closing.close")
    assert meeting(desk).phase.stage is Stage.CLOSED
    assert meeting(desk).life.read_back
    assert meeting(desk).life.objections == ""


def test_a_record_that_was_not_read_is_closed_as_such(view, desk, qtbot):
    """The record says so itself: nothing is made better than it was."""
    choose(view, qtbot, "not-read")
    press(view, qtbot, "closing.close")
    assert meeting(desk).phase.stage is Stage.CLOSED
    assert not meeting(desk).life.read_back


def test_what_is_in_the_way_is_listed_and_the_close_waits(bench, qtbot):
    """The item that was forgotten, by number and title; the button says why it waits."""
    view = bench.show(ReadBackView(early(bench), EVENING))
    choose(view, qtbot, "was-read")
    texts = " ".join(label.text() for label in view.hindrances.findChildren(QLabel))
    assert "四、楼道充电安全公约" in texts
    assert not view.close_button.isEnabled()
    assert "楼道充电安全公约" in view.close_button.toolTip()


def test_an_item_is_put_off_from_here(bench, qtbot):
    """With a reason; then nothing is in the way any more."""
    desk = early(bench)
    view = bench.show(ReadBackView(desk, EVENING))
    press(view, qtbot, "closing.postpone.i4")
    panel = view.findChild(ReasonPanel)
    write(panel.findChild(QLineEdit), "时间不够")
    qtbot.keyClick(panel.findChild(QLineEdit), Qt.Key.Key_Return)
    assert meeting(desk).agenda.item("i4").state is ItemState.POSTPONED
    assert view.hindrances.none


def test_one_goes_back_to_an_item_from_here(bench, qtbot):
    """To deliberating, with that item in hand."""
    desk = early(bench)
    view = bench.show(ReadBackView(desk, EVENING))
    press(view, qtbot, "closing.back.i4")
    assert meeting(desk).phase.stage is Stage.RUNNING
    assert meeting(desk).agenda.in_hand == "i4"


def test_the_item_in_hand_is_finished_from_here(bench, qtbot):
    """Whoever forgot to finish it does so without going back."""
    desk = early(bench, "T20:50:20")
    view = bench.show(ReadBackView(desk, EVENING))
    press(view, qtbot, "closing.finish.i5")
    assert meeting(desk).agenda.item("i5").state is ItemState.DONE


def test_an_open_motion_sends_back_to_its_item(bench, qtbot):
    """Motions are settled while deliberating; nothing here promises otherwise."""
    desk = early(bench, "T20:07:00")
    view = bench.show(ReadBackView(desk, EVENING))
    texts = " ".join(label.text() for label in view.hindrances.findChildren(QLabel))
    assert "3-1" in texts
    assert way(view, "closing.postpone.i3") is None
    press(view, qtbot, "closing.back.i3")
    assert meeting(desk).agenda.in_hand == "i3"


def test_an_item_that_comes_on_the_agenda_now_is_in_the_way_at_once(view, desk):
    """The list follows the meeting."""
    assert desk.do(AddItem(meeting=EVENING, item="i9", title="路灯"))
    assert not view.hindrances.none
    assert way(view, "closing.postpone.i9") is not None


def test_objections_survive_and_are_on_the_record(view, desk, bench, qtbot):
    """Typed, the window rebuilt, still there; closed, they are in the record and the draft is gone."""
    field = view.findChild(QPlainTextEdit, "closing.objections")
    write(field, "何伟明：第二次计票没有复核。")
    drafts_of(desk).flush()
    again = bench.show(ReadBackView(desk, EVENING))
    field = again.findChild(QPlainTextEdit, "closing.objections")
    assert field.toPlainText() == "何伟明：第二次计票没有复核。"
    choose(again, qtbot, "was-read")
    press(again, qtbot, "closing.close")
    assert meeting(desk).life.objections == "何伟明：第二次计票没有复核。"
    assert drafts_of(desk).read(again._draft).blank


def test_the_head_is_that_of_the_record(view, desk):
    """As many entries as there are, the first half of the hash in groups; it goes on with every entry."""
    version, digest = desk.session.head(f"meeting/{EVENING}")
    assert said(view, "record.head.entries") == f"{version}条"
    assert said(view, "record.head.groups").replace("\n", " ").replace(" ", "") == digest[:32]
    desk.do(CorrectNote(meeting=EVENING, note="n1", text="改过的话。", reason="听错了"))
    assert said(view, "record.head.groups").replace("\n", " ").replace(" ", "") != digest[:32]


def test_those_who_sign_have_a_line_each(view):
    """Host, recorder and both tellers, as on the paper."""
    labels = [label.text() for label in view.findChildren(QLabel)]
    for signer in ("主持人（签名）", "记录人（签名）", "计票人甲（签名）", "计票人乙（签名）"):
        assert signer in labels


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_everybody_can_use_it(bench, lang, size):
    """In both languages, also at 150 % on a small screen, with something in the way."""
    rail = 88 * size // 100
    desk = bench("T20:52:00", lang=lang, size=size)
    desk.do(EnterPhase(meeting=EVENING, phase="read-back"))
    view = bench.show(ReadBackView(desk, EVENING), 1366 - rail, 480)
    assert view.width() == 1366 - rail
    assert audit(view, size / 100) == []


def test_a_closed_view_is_freed(bench, desk):
    """Also while its pages are still being set."""
    view = ReadBackView(desk, EVENING)
    view.show()
    watch = Watch(view)
    view.deleteLater()
    del view
    bench.idle()
    watch.assert_freed()
