"""The manual in its window: at the chapter that fits, found in, gone back in, read by everybody."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from facilitator.desk.help import Help
from facilitator.desk.manual.which import chapter_for
from facilitator.desk.pages import PAGES
from facilitator.desk.panel import Panel
from facilitator.desk.places import Place
from facilitator.manual.finding import Sought
from facilitator.manual.model import Target
from facilitator.manual.read import chapters
from tests.desk.audit import audit
from tests.desk.evening import EVENING, at_desk
from tests.desk.freed import Watch
from tests.desk.looks import OF_ALL
from tests.desk.shown import find, shown

NONE = Qt.KeyboardModifier.NoModifier
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def desk(qapp, tmp_path):
    with at_desk(tmp_path, "post-notice", lang="en") as desk:
        yield desk


@pytest.fixture
def window(desk, qtbot):
    """The manual, opened at the council's chapter."""
    desk.manual.open("20-council")
    window = desk.manual.window
    QApplication.processEvents()
    yield window
    desk.manual.close()


def test_the_first_time_it_is_read_beside_the_main_window(desk, aloop):
    """It comes a moment later, at the chapter that was asked for last; from then on at once."""
    desk.manual.open("20-council")
    desk.manual.open("30-forum")
    assert desk.manual.window is None
    aloop.run_until_complete(desk.works.idle())
    assert desk.manual.window.reader.place == Target("30-forum")
    desk.manual.close()
    QApplication.processEvents()
    desk.manual.open("20-council")
    assert desk.manual.window.reader.place == Target("20-council")
    desk.manual.close()


def test_f1_opens_the_chapter_that_fits(desk, qtbot):
    """From any page, in the one window of the manual, which keeps the way back."""
    with shown(desk, f"meetings/{EVENING}") as window:
        qtbot.keyClick(window, Qt.Key.Key_F1)
        manual = desk.manual.window
        assert manual.reader.place == Target("20-council")
        window.activateWindow()
        window.show_place(Place("settings"))
        qtbot.keyClick(window, Qt.Key.Key_F1)
        QApplication.processEvents()
        assert desk.manual.window is manual
        assert manual.reader.place == Target("60-safekeeping")
        qtbot.keyClick(manual, Qt.Key.Key_Left, ALT)
        assert manual.reader.place == Target("20-council")
        qtbot.keyClick(manual, Qt.Key.Key_Right, ALT)
        assert manual.reader.place == Target("60-safekeeping")
        desk.manual.close()


def test_none_opens_once_the_archive_is_closed(desk, aloop):
    """Whoever closes the program while chapters are still being read sees no window come up."""

    async def close_at_once():
        desk.manual.open("20-council")
        desk.resting.emit()
        await desk.works.idle()

    aloop.run_until_complete(close_at_once())
    assert desk.manual.window is None


def test_f1_opens_it_beside_a_panel(desk, qtbot):
    """Whoever is asked for something can read what is meant, and the panel waits."""
    with shown(desk, "settings") as window:
        form = QWidget(window.page)
        form.place = QLineEdit(form)
        panel = Panel(desk, "Something", form)
        panel.finish("Do it", panel.accept)
        panel.open()
        qtbot.keyClick(panel.done_button, Qt.Key.Key_F1)
        assert desk.manual.window.reader.place == Target("60-safekeeping")
        assert panel.isVisible()
        desk.manual.window.showMinimized()
        qtbot.keyClick(panel.done_button, Qt.Key.Key_F1)
        assert not desk.manual.window.isMinimized()
        desk.manual.close()
        panel.close()


def test_every_page_has_a_chapter_that_is_there(desk):
    """A page never leads to a chapter that was renamed."""
    there = {one.slug for one in chapters("en")}
    assert {chapter_for(desk, Place(page.key)) for page in PAGES} <= there


def test_what_is_looked_for_is_found_from_chapter_to_chapter(desk, window, qtbot):
    """Every place in this chapter, then those of the chapters after it, and round again."""
    reader, field = window.reader, find(window, "manual.field", QLineEdit)
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is field
    field.setText("ballot")
    here = len(reader.text.found)
    holding = [one.slug for one in chapters("en") if one.holds(Sought("ballot"))]
    assert reader.place.chapter in holding
    assert here
    for number in range(1, here + 1):
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert f"{number} of {here}" in find(window, "manual.count", QLabel).text()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert len(holding) > 1
    assert reader.place.chapter == holding[(holding.index("20-council") + 1) % len(holding)]
    qtbot.keyClick(field, Qt.Key.Key_Return, SHIFT)
    assert reader.place.chapter == "20-council"
    field.setText("ballot zebra")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert find(window, "manual.count", QLabel).text() == "Not in the manual"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.text()
    assert window.isVisible()


@pytest.mark.parametrize(
    ("lang", "typed"), [("en", "vote seat"), ("zh", "两人 计票"), ("zh", "议事会")]
)
def test_window_and_chapters_find_the_same(qapp, tmp_path, lang, typed):
    """Every word counts, within one section; all of them are marked, in the chapters that the count names."""
    with at_desk(tmp_path, "post-notice", lang=lang) as desk:
        desk.manual.open("10-first-evening")
        reader, sought = desk.manual.window.reader, Sought(typed)
        reader.field.setText(typed)
        holding = {one.slug for one in chapters(lang) if one.holds(sought)}
        marked = {}
        for one in chapters(lang):
            reader.go(Target(one.slug))
            if len(reader.text.found):
                marked[one.slug] = {
                    mark.cursor.selectedText().casefold() for mark in reader.text.extraSelections()
                }
        assert marked.keys() == holding != set()
        for found in marked.values():
            assert {word for word in typed.split() if any(word in one for one in found)} == set(
                typed.split()
            )
            assert all(set(one.split()) <= set(typed.split()) for one in found)
        desk.manual.close()


@pytest.mark.parametrize(("lang", "narrow"), [("en", True), ("zh", False)])
def test_quotation_marks_fit_the_language(qapp, tmp_path, lang, narrow):
    """Those of the Chinese font fill a square, which tears English apart."""
    with at_desk(tmp_path, "post-notice", lang=lang) as desk:
        desk.manual.open("80-when-something-goes-wrong")
        font = desk.manual.window.reader.text.document().defaultFont()
        assert font.isFeatureSet(QFont.Tag("pwid")) is narrow
        desk.manual.close()


def test_contents_and_links_lead_to_places(desk, window):
    """Down the contents by the arrow keys, and by a link of the text."""
    reader = window.reader
    reader.go(Target("10-first-evening"))
    head = next(one for one in reader.chapter.headings if one.level == 2)
    down = reader.contents.indexBelow(reader.contents.currentIndex())
    reader.contents.setCurrentIndex(down)
    assert reader.place == Target("10-first-evening", head.anchor)
    link = next(span.to for span in reader.chapter.spans if span.to)
    reader.text.anchorClicked.emit(f"{link.chapter}#{link.anchor}")
    assert reader.place == link
    reader.text.anchorClicked.emit("picture:none")
    reader.go(Target("99-nowhere"))
    assert reader.place == link


def test_a_picture_is_seen_larger(desk, window):
    """By a click on it, or by Tab and Enter; Enter takes it away again."""
    reader = window.reader
    one = reader.chapter.pictures[0]
    reader.text.anchorClicked.emit(f"picture:{one.name}")
    larger = find(window, "manual.enlarged")
    QApplication.processEvents()
    assert larger.windowTitle() == one.caption
    assert audit(larger) == []
    find(larger, "manual.enlarged.close").click()
    assert not larger.isVisible()


def test_it_wears_what_is_chosen_and_keeps_its_chapter(desk, window, qtbot):
    """Another language is another manual at the same heading."""
    number = 4
    heads = {lang: _chapter(lang).headings for lang in ("zh", "en")}
    window.reader.go(Target("20-council", heads["en"][number].anchor))
    with shown(desk):
        desk.settings.lang = "zh"
        desk.look_again()
        qtbot.waitUntil(lambda: window.windowTitle() == "使用手册")
        assert window.reader.text.chapter is _chapter("zh")
        assert window.reader.place == Target("20-council", heads["zh"][number].anchor)


def _chapter(lang):
    """The one of the council."""
    return next(one for one in chapters(lang) if one.slug == "20-council")


def test_it_is_saved_beside_the_window(desk, window, aloop, tmp_path):
    """In a process of its own; what was written is told, and so is what stands in the way."""
    reader = window.reader
    save = find(window, "manual.html.button", QPushButton)
    reader.saving.save("html", tmp_path / "manual.html")
    assert not save.isEnabled()
    aloop.run_until_complete(desk.works.idle())
    assert (tmp_path / "manual.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert save.isEnabled()
    assert "manual.html" in find(window, "manual.said").text()
    reader.saving.save("html", tmp_path / "gone" / "manual.html")
    aloop.run_until_complete(desk.works.settle())
    assert not find(window, "manual.open").isVisible()
    assert find(window, "manual.said").text().startswith("There is no folder")


@pytest.mark.parametrize(("lang", "size"), OF_ALL)
def test_everybody_can_use_it(qapp, tmp_path, lang, size):
    """Names, keys, contrast, nothing cut, at the smallest screen, while something is found and was saved."""
    with at_desk(tmp_path, "post-notice", lang=lang, size=size) as desk:
        desk.manual.open("20-council")
        window = desk.manual.window
        window.resize(1366, 736)
        window.reader.field.setText("8")
        window.reader.saving.foot.show()
        qapp.processEvents()
        assert audit(window, scale=size / 100) == []
        desk.manual.close()


@pytest.mark.parametrize(("wide", "below"), [(1334, True), (1080, True), (1900, False)])
def test_its_upper_edge_takes_two_rows_where_it_is_narrow(qapp, tmp_path, wide, below):
    """At 150 % nothing lies over anything else: the ways to save it stand below."""
    with at_desk(tmp_path, "post-notice", lang="en", size=150) as desk:
        desk.manual.open("20-council")
        window = desk.manual.window
        window.resize(wide, 720)
        window.reader.field.setText("the")
        window.reader.find_next()
        for _ in range(4):
            qapp.processEvents()
        names = ("manual.field", "manual.count", "manual.pdf.button", "manual.html.button")
        field, count, pdf, page = (_place(find(window, name), window) for name in names)
        assert (pdf.top() > field.bottom()) is below
        for one, other in combinations((field, count, pdf, page), 2):
            assert not one.intersects(other)
        assert window.rect().contains(page)
        assert find(window, "manual.count").sizeHint().width() <= count.width()
        desk.manual.close()


def _place(widget, window):
    """Where a widget stands in its window."""
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def test_nothing_is_left_of_it(desk):
    """Closed, it is gone from Qt and from Python, with all its chapters."""
    desk.manual.open("20-council")
    QApplication.processEvents()
    watch = Watch(desk.manual.window)
    desk.manual.close()
    watch.assert_freed()


def test_escape_and_ctrl_w_close_it(desk, qtbot):
    """And where it stood is remembered."""
    for key, modifier in ((Qt.Key.Key_Escape, NONE), (Qt.Key.Key_W, CTRL)):
        desk.manual.open("90-keys")
        QApplication.processEvents()
        qtbot.keyClick(desk.manual.window, key, modifier)
        assert desk.manual.window is None
    assert not desk.settings.geometry("manual").isEmpty()


def test_the_keys_lead_to_it(desk, qtbot):
    """The panel of keys goes, and the chapter of keys is open."""
    with shown(desk) as window:
        qtbot.keyClick(window, Qt.Key.Key_F1, CTRL)
        find(find(window, "help", Help), "help.manual").click()
        assert desk.manual.window.reader.place == Target("90-keys")
        desk.manual.close()
