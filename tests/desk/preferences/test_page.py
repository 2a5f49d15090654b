"""Settings hold as soon as they are chosen, and leave people where they were."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog

from facilitator.bodies.founding import FoundBody
from facilitator.desk.places import Place
from facilitator.desk.preferences.about import Licences
from facilitator.desk.preferences.licences import PARTS
from facilitator.desk.preferences.page import SettingsPage
from facilitator.desk.settings import Settings
from facilitator.desk.wishes import OpenArchive, Rehearse
from tests.desk.audit import audit
from tests.desk.evening import at_desk, write
from tests.desk.freed import assert_freed, do_what_was_put_off
from tests.desk.looks import OF_A_ROOM
from tests.desk.shown import find, said, shown


@pytest.fixture
def desk(qapp, tmp_path):
    """Give a desk on the sample evening."""
    with at_desk(tmp_path, "post-notice") as desk:
        yield desk


def click(qtbot, window, name):
    """Click a control by its name."""
    one = find(window, name)
    where = one.rect().center()
    where.setX(min(where.x(), 8))  # of a radio button only its circle and words are one
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton, pos=where)


@pytest.mark.parametrize(
    ("name", "of_settings", "value"),
    [
        ("lang.en", "lang", "en"),
        ("size.150", "size", 150),
        ("size.110", "size", 110),
        ("look.dark", "dark", True),
    ],
)
def test_a_look_is_worn_at_once_and_kept(desk, qtbot, name, of_settings, value):
    """The window is made anew on the same page, the control that was changed keeps the keys."""
    with shown(desk, "settings") as window:
        old = window.content
        click(qtbot, window, f"settings.{name}")
        qtbot.waitUntil(lambda: window.content is not old)
        assert window.place == Place("settings")
        # The old page may be there still, until the loop turns.
        assert QApplication.focusWidget() is find(window.content, f"settings.{name}")
        assert find(window.content, f"settings.{name}").isChecked()
        assert getattr(desk.settings, of_settings) == value
        desk.settings.save()
        assert getattr(Settings(desk.settings.folder), of_settings) == value


def test_the_whole_window_speaks_the_language(desk, qtbot):
    """Rail and title too, and Qt's own buttons."""
    with shown(desk, "settings") as window:
        assert "今日" in said(window)
        assert _cancel() == "取消"
        click(qtbot, window, "settings.lang.en")
        qtbot.waitUntil(lambda: "Today" in said(window))
        assert "今日" not in said(window)
        assert "Facilitator" in window.windowTitle()
        assert _cancel() == "Cancel"


def _cancel():
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    return box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")


def test_everything_grows_with_the_size(desk, qtbot):
    """150 % is one and a half times as large."""
    with shown(desk, "settings") as window:
        before = window.content.rail.width()
        click(qtbot, window, "settings.size.150")
        qtbot.waitUntil(lambda: window.content.rail.width() == before * 3 // 2)


def test_arrows_choose_like_the_mouse(desk, qtbot):
    """From one size to the next with the keys alone."""
    with shown(desk, "settings") as window:
        one = find(window, "settings.size.100")
        one.setFocus()
        qtbot.keyClick(one, Qt.Key.Key_Right)
        qtbot.waitUntil(lambda: desk.settings.size == 110)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is find(window, "settings.size.110"))


def test_the_old_window_goes(desk, qtbot):
    """However often the look changes, there is one content of the window."""
    with shown(desk, "settings") as window:
        for name in ("size.110", "size.125", "lang.en", "look.dark"):
            old = window.content
            click(qtbot, window, f"settings.{name}")
            qtbot.waitUntil(lambda old=old: window.content is not old)
        del old
        do_what_was_put_off()
        assert len(window.findChildren(type(window.content))) == 1


def test_who_keeps_the_record_stands_beside_what_is_recorded(desk, qtbot):
    """From the next act on; and the next time the program starts."""
    with shown(desk, "settings") as window:
        field = find(window, "settings.actor")
        write(field, "郑晓彤")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert window.content.notices.notice.text == "从现在起由 郑晓彤 记录。"
        (first, *_) = desk.do(FoundBody(body="b", name="楼委会", charter="robert_simple"))
        assert first.actor == "郑晓彤"
        assert desk.settings.actor == "郑晓彤"


def test_the_room_may_see_no_names(desk, qtbot):
    """It is kept for the projector."""
    with shown(desk, "settings") as window:
        click(qtbot, window, "settings.names")
        assert desk.settings.names_shown is False


def test_the_folder_of_the_archive_is_opened(desk, qtbot):
    """By the system's own file manager."""

    class Manager(QObject):
        asked: list[str] = []

        @Slot(QUrl)
        def open(self, url):
            self.asked.append(url.toLocalFile())

    manager = Manager()
    QDesktopServices.setUrlHandler("file", manager, "open")
    try:
        with shown(desk, "settings") as window:
            find(window, "settings.folder").click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [Path(one) for one in manager.asked] == [desk.session.path.parent]


@pytest.mark.parametrize(("name", "create"), [("settings.open", False), ("settings.new", True)])
def test_another_archive_is_asked_of_the_program(desk, qtbot, tmp_path, name, create):
    """What is chosen in the dialog becomes a wish; a new one gets the ending."""
    path = tmp_path / ("other" if create else "there.facilitator")
    if not create:
        path.touch()
    wishes = []
    desk.wished.connect(wishes.append)
    with shown(desk, "settings") as window:
        find(window, name).click()
        dialog = find(window, "archive.choose", QFileDialog)
        dialog.selectFile(str(path))
        dialog.accept()
    assert wishes == [OpenArchive(str(path.with_suffix(".facilitator")), create=create)]


def test_the_rehearsal_can_be_begun_here_too(desk):
    """It is asked of the program."""
    wishes = []
    desk.wished.connect(wishes.append)
    with shown(desk, "settings") as window:
        find(window, "settings.rehearsal").click()
    assert wishes == [Rehearse()]


def test_qt_is_said_to_be_under_the_lgpl(desk):
    """With where its source is, beside every other part and its licence."""
    with shown(desk, "settings") as window:
        find(window, "settings.licences").click()
        panel = find(window, "licences", Licences)
        words = said(panel)
        assert "LGPL-3.0-only" in words
        assert "download.qt.io" in words
        for part in PARTS:
            assert part.name in words
        assert audit(panel) == []
        panel.accept()


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_everybody_can_read_and_reach_it(qapp, tmp_path, lang, size):
    """The audit finds nothing."""
    evening = at_desk(tmp_path, "post-notice", lang=lang, size=size)
    with evening as desk, shown(desk, "settings") as window:
        assert audit(window, size / 100) == []


def test_the_page_goes_when_it_is_closed(desk):
    """Nothing holds it."""
    assert_freed(lambda: SettingsPage(desk), lambda page: page.show())
