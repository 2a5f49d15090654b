"""The window: where one can go in it, what stays when it is made anew, and how it is closed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from facilitator.desk.actions import ACTS, action
from facilitator.desk.help import Help
from facilitator.desk.pages import PAGES, Page
from facilitator.desk.places import Place
from facilitator.desk.settings import Settings
from facilitator.desk.window import Window
from tests.desk.audit import audit
from tests.desk.evening import EVENING, at_desk
from tests.desk.freed import Watch, assert_freed, do_what_was_put_off
from tests.desk.looks import OF_A_ROOM
from tests.desk.shown import find, said, shown

KEYS = {
    "today": Qt.Key.Key_1,
    "meetings": Qt.Key.Key_2,
    "bodies": Qt.Key.Key_3,
    "decisions": Qt.Key.Key_4,
    "followup": Qt.Key.Key_5,
    "projects": Qt.Key.Key_6,
    "settings": Qt.Key.Key_0,
}


@pytest.fixture
def desk(qapp, tmp_path):
    """Give a desk on the sample evening."""
    with at_desk(tmp_path, "post-notice") as desk:
        yield desk


def test_alt_and_a_number_lead_to_every_page(desk, qtbot):
    """From wherever the keys are, a text field too."""
    with shown(desk, "meetings") as window:
        for page in reversed(PAGES):
            key = QKeySequence(next(act.keys for act in ACTS if act.name == f"page.{page.key}"))
            assert key[0].key() == KEYS[page.key]
            qtbot.keyClick(
                QApplication.focusWidget(), KEYS[page.key], Qt.KeyboardModifier.AltModifier
            )
            assert window.place == Place(page.key)
            assert find(window, f"rail.{page.key}").isChecked()


def test_who_has_a_finding_of_their_own_keeps_its_key(desk, qtbot):
    """Ctrl+F leads to the decisions, but not out of a record that is looked through itself."""
    found = []
    with shown(desk, "meetings") as window:
        record = QWidget(window.page)
        field = QLineEdit(record)
        action(desk, record, "record.find", lambda: found.append(1))
        record.show()
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert (found, window.place.page) == ([1], "meetings")
        find(window, "meetings.filter").setFocus()
        qtbot.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier
        )
        assert (found, window.place.page) == ([1], "decisions")


def test_the_rail_leads_there_and_gives_the_page_the_keys(desk, qtbot):
    """Whoever goes somewhere can type at once; the rail keeps nothing."""
    with shown(desk) as window:
        qtbot.mouseClick(find(window, "rail.meetings"), Qt.MouseButton.LeftButton)
        assert window.place == Place("meetings")
        assert window.page.isAncestorOf(QApplication.focusWidget())


def test_at_the_start_the_page_has_the_keys(desk):
    """Not the rail."""
    with shown(desk) as window:
        assert window.page.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("place", ["today", "meetings", "bodies", "settings"])
def test_keys_that_stray_to_the_rail_are_the_pages(desk, place):
    """When what had them is gone, as after a panel: the Space that follows leaves no page."""
    with shown(desk, place) as window:
        QApplication.focusWidget().clearFocus()
        other = QLineEdit()
        other.show()
        other.activateWindow()
        QApplication.processEvents()
        window.activateWindow()
        QApplication.processEvents()
        assert window.page.isAncestorOf(QApplication.focusWidget())
        find(window, "rail.today").setFocus(Qt.FocusReason.OtherFocusReason)
        assert window.page.isAncestorOf(QApplication.focusWidget())
        other.close()


def test_whoever_tabs_to_the_rail_is_there(desk, qtbot):
    """Tab and a shortcut mean it: a Space goes where the button says."""
    with shown(desk, "today") as window:
        rail = find(window, "rail.meetings")
        rail.setFocus(Qt.FocusReason.TabFocusReason)
        assert rail.hasFocus()
        qtbot.keyClick(rail, Qt.Key.Key_Space)
        assert window.place == Place("meetings")


def test_a_new_page_begins_at_its_first_control_and_an_old_one_where_one_was(desk, qtbot):
    """Not at whatever Qt would give the keys to when the page before them goes."""
    with shown(desk, "settings") as window:
        find(window, "settings.lang.zh").setFocus()
        desk.go("today")
        assert QApplication.focusWidget() is find(window, "today.go-on")
        find(window, "today.new").setFocus()
        desk.go("settings")
        assert QApplication.focusWidget() is find(window, "settings.lang.zh")
        desk.go("today")
        assert QApplication.focusWidget() is find(window, "today.new")
        desk.go("today")
        assert QApplication.focusWidget() is find(window, "today.new")


def test_a_page_is_kept_while_one_is_on_another(desk):
    """What was typed into the field of meetings is there when one comes back."""
    with shown(desk, "meetings") as window:
        page = window.page
        find(page, "meetings.filter").setText("礼堂")
        desk.go("today")
        desk.go("meetings")
        assert window.page is page
        assert find(page, "meetings.filter").text() == "礼堂"


@pytest.mark.parametrize(
    "text", ["meetings/no-such", "bodies/no-such", "nowhere", "nowhere/at/all", "/", "today//x"]
)
def test_what_is_not_there_is_today(desk, text):
    """A meeting of another archive, a page of another version: never an empty window."""
    with shown(desk, text) as window:
        assert window.place.page == "today"
        assert "松柏岗社区共治议事会" in said(window.page)


def test_the_place_is_remembered(desk):
    """The next start begins there."""
    with shown(desk, "settings"):
        desk.settings.save()
        assert Settings(desk.settings.folder).page == "settings"


class Parts(QWidget):
    """A page that can show another part of the same meeting."""

    made = 0

    def __init__(self, _desk, place):
        super().__init__()
        type(self).made += 1
        self.field = QLineEdit(self)
        self.part = place.part

    def goes_to(self, place):
        self.part = place.part
        return True


def failing(_desk, _place):
    raise KeyError("周玉梅")


@pytest.fixture
def pages(monkeypatch):
    """Put other pages in the window's table; return how to."""

    def put(key, maker):
        monkeypatch.setattr(Page, "make", _maker(key, maker))

    return put


def _maker(key, maker):
    make = Page.make
    return lambda page, desk, place: (
        maker(desk, place) if page.key == key else make(page, desk, place)
    )


def test_going_to_a_part_keeps_what_was_typed(desk, pages):
    """A page that can walk is asked to, and not made anew."""
    pages("meetings", Parts)
    with shown(desk, f"meetings/{EVENING}") as window:
        page, made = window.page, Parts.made
        page.field.setText("草稿")
        desk.go("meetings", EVENING, "papers")
        assert (window.page, page.part, Parts.made) == (page, "papers", made)
        assert window.place == Place("meetings", EVENING, "papers")
        assert page.field.text() == "草稿"


def test_another_meeting_is_another_page(desk, pages):
    """And the one before goes."""
    pages("meetings", Parts)
    with shown(desk, f"meetings/{EVENING}") as window:
        watch = Watch(window.page)
        desk.go("meetings")
        do_what_was_put_off()
        watch.assert_freed()


@pytest.mark.qt_no_exception_capture
def test_a_page_that_fails_says_so_and_the_rest_works(desk, pages, monkeypatch):
    """Our own mistake in one page is told, and leaves no empty window; nothing of it is shown."""
    caught = []
    monkeypatch.setattr("sys.excepthook", lambda *told: caught.append(told[0]))
    pages("bodies", failing)
    with shown(desk, "bodies") as window:
        assert caught == [KeyError]
        assert "这一页打不开。" in said(window.page)
        assert "周玉梅" not in said(window.page)
        desk.go("today")
        assert "松柏岗" in said(window.page)


def test_ctrl_f1_shows_every_key_and_escape_takes_it_away(desk, qtbot):
    """The help is made from the table of actions, so it cannot be behind it."""
    with shown(desk) as window:
        qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
        panel = find(window, "help", Help)
        words = [label.text() for label in panel.findChildren(QLabel)]
        for act in ACTS:
            assert (desk.t(act.text).rstrip("…") in words) == bool(act.keys)
        assert "Enter" in words
        assert audit(panel) == []
        watch = Watch(panel)
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
        del panel
        watch.assert_freed()


@pytest.mark.parametrize(("lang", "size"), [("en", 100), ("en", 150), ("zh", 150)])
def test_the_help_fits_every_size(qapp, tmp_path, qtbot, lang, size):
    """Where there is no room it scrolls; no word is cut."""
    with at_desk(tmp_path, "post-notice", lang=lang, size=size) as desk, shown(desk) as window:
        qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
        panel = find(window, "help", Help)
        assert audit(panel, size / 100) == []
        assert panel.height() < window.height()
        panel.close()


def test_ctrl_o_asks_for_an_archive(desk, qtbot):
    """From every page."""
    with shown(desk, "settings") as window:
        qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
        assert find(window, "archive.choose").isVisible()
        find(window, "archive.choose").close()


def test_closing_is_asked_for_not_done(desk, qtbot):
    """What is being written comes first: the window stays until it may go."""
    with shown(desk) as window:
        with qtbot.waitSignal(window.closing):
            window.close()
        assert window.isVisible()
        window.may_close = True
        window.close()
        assert not window.isVisible()


def test_where_it_stood_comes_back(desk):
    """It is as high as last time; as wide too, where the screen is (the tests' is 800 wide)."""
    with shown(desk, height=600) as window:
        window.close()
        again = Window(settings=desk.settings)
        assert again.height() == 600
        again.deleteLater()


def test_before_there_is_a_desk_it_can_be_painted(qapp, tmp_path):
    """The rail's colour and the paper's, and nothing that could be pressed."""
    window = Window(settings=Settings(tmp_path))
    window.show()
    picture = window.grab().toImage()
    assert picture.pixelColor(10, 300).name() == "#21403f"
    assert picture.pixelColor(400, 300).name() == "#faf8f4"
    assert said(window) == ""
    window.may_close = True
    window.close()
    window.deleteLater()


def test_the_first_frame_needs_no_record(tmp_path):
    """What is imported before the window is painted has nothing of the record, its database, nor asyncio."""
    import subprocess
    import sys

    told = subprocess.run(
        [sys.executable, "-c", "import facilitator.desk.start, sys; print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert "facilitator.desk.window" in told
    late = {"facilitator.session", "sqlite_utils", "msgspec", "click", "babel", "asyncio", "qasync"}
    assert late.isdisjoint(told)
    assert not {"docx", "typst", "lxml", "jinja2", "PySide6.QtNetwork"} & set(told)


def test_a_screen_lies_over_the_page_which_waits(desk, qtbot):
    """Covered, the page can neither be seen nor reached by its keys; afterwards it is as it was."""
    with shown(desk, "settings") as window:
        window.cover(QLabel("warten"))
        qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        assert window.place == Place("settings")
        assert said(window) == "warten"
        window.uncover()
        assert "设置" in said(window)


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
@pytest.mark.parametrize("page", ["today", "meetings", "settings"])
def test_no_key_leads_to_two_things(qapp, tmp_path, page, lang, size):
    """The audit of the whole window, keys included."""
    with (
        at_desk(tmp_path, "post-notice", lang=lang, size=size) as desk,
        shown(desk, page) as window,
    ):
        assert audit(window, size / 100) == []


def test_the_window_goes_whole(qapp, tmp_path):
    """Nothing of it is held by the desk when it is deleted."""
    with at_desk(tmp_path, "post-notice") as desk:

        def make():
            window = Window(desk)
            window.show_place(Place("today"))
            return window

        assert_freed(make, lambda window: window.show())
