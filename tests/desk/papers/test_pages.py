"""Pages are shown one below the other, turned by keys, enlarged, and only decoded when seen."""

import struct
import zlib

import pytest
from PySide6.QtCore import Qt

from facilitator.desk.papers.pages import FINEST, KEPT, Fit, Pages
from facilitator.desk.theme import Theme


def picture(width=413, height=585):
    """Make a white page as a PNG; 413 × 585 is A4 at 50 pixels an inch."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + b"\xff" * width for _ in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


@pytest.fixture
def pages(qtbot):
    """Five pages in a view that is lower than one of them."""
    made = Pages(Theme())
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.show_pages((picture(),) * 5, 50, stay=False)
    return made


def test_pages_are_as_wide_as_the_view_unless_somebody_says_otherwise(pages):
    """The page and the air left and right of it fill the width."""
    room = pages.viewport().width()
    assert pages._rects()[0].width() == pytest.approx(room - 2 * 16, abs=1)
    assert pages.zoom is Fit.WIDTH


def test_keys_turn_pages(pages, qtbot):
    """Right and Left go to the next page and the one before, End and Home to either end."""
    turned = []
    pages.turned.connect(turned.append)
    qtbot.keyClick(pages, Qt.Key.Key_Right)
    qtbot.keyClick(pages, Qt.Key.Key_Right)
    assert pages.page == 2
    qtbot.keyClick(pages, Qt.Key.Key_Left)
    assert turned == [1, 2, 1]
    qtbot.keyClick(pages, Qt.Key.Key_End)
    assert pages.at_end
    assert pages.page == 4
    qtbot.keyClick(pages, Qt.Key.Key_Home)
    assert pages.page == 0


def test_space_shows_what_comes_next_and_leaves_some_of_what_was_seen(pages, qtbot):
    """Reading on by the space bar skips no line."""
    bar = pages.verticalScrollBar()
    qtbot.keyClick(pages, Qt.Key.Key_Space)
    assert 0 < bar.value() < pages.viewport().height()


def test_plus_and_minus_change_the_size_in_steps(pages, qtbot):
    """From the width of the view to the next step, and 0 back to that width."""
    before = pages.percent
    qtbot.keyClick(pages, Qt.Key.Key_Plus)
    larger = pages.percent
    qtbot.keyClick(pages, Qt.Key.Key_Minus)
    assert larger > before
    assert pages.percent < larger
    qtbot.keyClick(pages, Qt.Key.Key_0)
    assert pages.zoom is Fit.WIDTH


def test_a_whole_page_fits_into_the_view(pages):
    """Nothing of it is cut off."""
    pages.set_zoom(Fit.PAGE)
    assert pages._rects()[0].height() <= pages.viewport().height()
    assert pages.horizontalScrollBar().maximum() == 0


def test_another_size_stays_at_the_same_place(pages):
    """Whoever enlarges the third page looks at the third page."""
    pages.go_to(2)
    pages.set_zoom(150)
    assert pages.page == 2


def test_the_same_paper_a_little_later_stays_where_it_was(pages):
    """New pages of the paper that is read keep the place; those of another begin at the top."""
    pages.go_to(3)
    pages.show_pages((picture(),) * 6, 50, stay=True)
    assert (pages.page, pages.count) == (3, 6)
    pages.show_pages((picture(),) * 2, 50, stay=False)
    assert pages.page == 0


def test_a_paper_that_became_shorter_is_shown_at_its_end(pages):
    """Where the page is gone that was looked at, the last one is."""
    pages.go_to(4)
    pages.show_pages((picture(),), 50, stay=True)
    assert pages.at_end


def test_only_what_is_seen_is_decoded(pages):
    """A record of three hundred pages costs no more than what is on the screen."""
    pages.show_pages((picture(),) * 300, 50, stay=False)
    pages.grab()
    assert len(pages._decoded) <= 2
    for page in range(20):
        pages.go_to(page)
        pages.grab()
    assert len(pages._decoded) <= KEPT


def test_no_picture_is_asked_for_that_would_hold_up_the_window(pages):
    """However much is enlarged, the fineness stays within bounds."""
    pages.set_zoom(200)
    assert pages.ppi <= FINEST
    pages.resize(4000, 400)
    pages.set_zoom(Fit.WIDTH)
    assert pages.ppi <= FINEST


def test_with_ctrl_the_wheel_enlarges(pages, qtbot):
    """As in every program that shows pages."""
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    before = pages.percent
    for keys, moves in (
        (Qt.KeyboardModifier.NoModifier, False),
        (Qt.KeyboardModifier.ControlModifier, True),
    ):
        event = QWheelEvent(
            QPointF(50, 50),
            QPointF(50, 50),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(pages.viewport(), event)
        assert (pages.percent > before) is moves


def test_nothing_to_show_is_no_accident(pages, qtbot):
    """Without pages keys lead nowhere and nothing breaks."""
    pages.show_pages((), 50, stay=True)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Plus, Qt.Key.Key_Space):
        qtbot.keyClick(pages, key)
    pages.grab()
    assert (pages.page, pages.count, pages.at_end) == (0, 0, False)
