"""Our own mistakes: told calmly, once, without a word of what people said, and the program goes on."""

import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from facilitator.acts import Trouble
from facilitator.desk.crash import Crashes, CrashWindow, report
from facilitator.desk.settings import Settings
from tests.desk.audit import audit
from tests.desk.evening import EVENING, at_desk
from tests.desk.freed import Watch
from tests.desk.looks import OF_A_ROOM
from tests.desk.shown import find, said, shown

pytestmark = pytest.mark.qt_no_exception_capture


@pytest.fixture
def desk(qapp, tmp_path):
    """Give a desk on the sample evening."""
    with at_desk(tmp_path, "post-notice") as desk:
        yield desk


@pytest.fixture
def crashes(desk, monkeypatch, capsys):
    """Watch for mistakes over a window; what would be printed is kept away."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    with shown(desk) as window:
        made = Crashes(desk.settings, lambda: window)
        made.watch()
        yield made
        if made.window is not None:
            made.window.close()


def fail_in_a_slot(name="周玉梅", error=KeyError):
    """Click a button whose slot raises, as Qt calls it."""
    button = QPushButton()

    def slot():
        raise error(name)

    button.clicked.connect(slot)
    button.click()
    QApplication.processEvents()


def test_a_slot_that_raises_is_told_and_the_program_goes_on(crashes, desk, qtbot):
    """The window says that the record is safe; after "go on" everything works."""
    fail_in_a_slot()
    words = said(crashes.window)
    assert "程序出了一个错。" in words
    assert "已经记录的内容都在" in words
    find(crashes.window, "crash.on").click()
    assert crashes.window is None
    desk.go("meetings")
    assert desk.settings.page == "meetings"


def test_damage_of_the_archive_is_no_mistake_of_the_program(crashes, qtbot):
    """It is handed on, to be said with what can be done; any other trouble that nobody caught is ours."""
    met = []
    crashes.troubled.connect(met.append)
    fail_in_a_slot("damaged", Trouble)
    assert [one.code for one in met] == ["damaged"]
    assert crashes.window is None
    fail_in_a_slot("stale", Trouble)
    assert crashes.window is not None
    assert len(met) == 1


def test_the_report_names_nobody(crashes):
    """Type and place of the mistake are in it; neither its message nor a variable is."""
    fail_in_a_slot("周玉梅")
    text = find(crashes.window, "crash.report").toPlainText()
    assert "KeyError" in text
    assert "Python 3" in text
    assert "周玉梅" not in text
    assert "/" not in text.replace("facilitator/", "")


def test_the_report_leads_to_the_line(desk):
    """Files of ours with line and function, causes before effects; foreign ones by their bare name."""
    try:
        try:
            desk.session.meeting("../../etc/passwd")
        except Exception as error:
            raise RuntimeError("secret") from error
    except RuntimeError as error:
        lines = report(error).splitlines()
    assert lines[2] == "facilitator.acts.RuleViolation"
    assert any(
        line.startswith("  facilitator/session.py:") and line.endswith(" meeting") for line in lines
    )
    assert lines[-2:] == ["RuntimeError", "  (test_crash)"]
    assert "…" in lines


def test_it_can_be_copied(crashes, qtbot):
    """The whole report is in the clipboard, and the button says so."""
    fail_in_a_slot()
    copy = find(crashes.window, "crash.copy")
    copy.click()
    text = find(crashes.window, "crash.report").toPlainText()
    assert QApplication.clipboard().text() == text
    assert copy.text() == "已复制"


def test_one_at_a_time_and_each_once(crashes):
    """A timer that fails every second does not bury people in windows."""
    again = []
    crashes.again.connect(lambda: again.append(1))
    for _ in range(3):
        fail_in_a_slot()
    first = crashes.window
    assert len([one for one in QApplication.topLevelWidgets() if isinstance(one, CrashWindow)]) == 1
    first.accept()
    fail_in_a_slot()
    assert crashes.window is None
    assert again == [1, 1, 1]


def test_another_mistake_is_told_after_the_first_was_read(crashes):
    """What happens while a report is open waits for its next time."""
    fail_in_a_slot()
    QTimer.singleShot(0, lambda: 1 / 0)
    QApplication.processEvents()
    crashes.window.accept()
    QTimer.singleShot(0, lambda: 1 / 0)
    QApplication.processEvents()
    QApplication.processEvents()
    assert "ZeroDivisionError" in find(crashes.window, "crash.report").toPlainText()


def test_another_thread_is_heard_too(crashes, qtbot):
    """Shown by the window's own thread."""
    thread = threading.Thread(target=lambda: [].pop())
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: crashes.window is not None)
    assert "IndexError" in find(crashes.window, "crash.report").toPlainText()


def test_the_loop_is_heard_too(crashes, qtbot):
    """What a coroutine leaves behind, with and without an error."""
    crashes.caught_by_loop(None, {"exception": ValueError("x")})
    qtbot.waitUntil(lambda: crashes.window is not None)
    crashes.window.accept()
    crashes.caught_by_loop(None, {"message": "something"})
    qtbot.waitUntil(lambda: crashes.window is not None)
    assert "RuntimeError" in find(crashes.window, "crash.report").toPlainText()


def test_ctrl_c_is_no_mistake(crashes):
    """Somebody wants to stop: windows are asked to close, nothing is reported."""
    crashes.caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    QApplication.processEvents()
    assert crashes.window is None


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_everybody_can_read_and_reach_it(qapp, tmp_path, lang, size):
    """The audit finds nothing, and it goes when it is closed."""
    with at_desk(tmp_path, "post-notice", lang=lang, size=size) as desk, shown(desk) as window:
        panel = CrashWindow(desk.settings, "Report\n" * 30, window)
        panel.open()
        QApplication.processEvents()
        assert audit(panel, size / 100) == []
        watch = Watch(panel)
        panel.accept()
        del panel
        watch.assert_freed()


def test_the_record_is_safe(crashes, desk):
    """A view that fails after an act does not undo it."""
    from facilitator.meeting.items import AddItem

    def broken(_change):
        raise KeyError

    holder = QWidget()
    desk.changed.connect(broken)
    assert desk.do(AddItem(meeting=EVENING, item="x", title="路灯"))
    QApplication.processEvents()
    assert crashes.window is not None
    assert desk.session.meeting(EVENING).agenda.get("x") is not None
    del holder


def test_without_a_window_it_stands_alone(qapp, tmp_path, qtbot, monkeypatch, capsys):
    """A mistake before there is a window is told all the same."""
    made = Crashes(Settings(tmp_path), lambda: None)
    try:
        raise OSError
    except OSError as error:
        made.caught(OSError, error, error.__traceback__)
    qtbot.waitUntil(lambda: made.window is not None)
    made.window.accept()
