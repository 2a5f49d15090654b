"""Tab goes through a window as one reads it, however late what is in it was made."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QPushButton, QWidget

from facilitator.desk.rail import RailButton
from facilitator.desk.reading_order import order, step
from tests.desk.evening import at_desk
from tests.desk.looking import walk
from tests.desk.shown import shown

ROWS = {(0, 0): "1", (0, 1): "2", (1, 0): "3", (1, 1): "4"}
COLUMNS = {(0, 0, 1, 1): "1", (1, 0, 1, 1): "2", (0, 1, 2, 1): "3"}
HEAD = {(0, 0, 1, 2): "1", (1, 0, 1, 1): "2", (2, 0, 1, 1): "3", (1, 1, 2, 1): "4"}


@pytest.mark.parametrize("places", [ROWS, COLUMNS, HEAD], ids=["rows", "columns", "head"])
def test_rows_where_a_line_parts_them_else_columns(qtbot, places):
    """A row is read before the next one; beside something tall, a column before it."""
    window, named = QWidget(), {}
    qtbot.addWidget(window)
    grid = QGridLayout(window)
    for place, name in reversed(places.items()):
        named[name] = QPushButton(name)
        named[name].setSizePolicy(*[QPushButton().sizePolicy().Policy.Expanding] * 2)
        grid.addWidget(named[name], *place)
    with qtbot.waitExposed(window):
        window.show()
    assert order(window) is named["1"]
    way = [one.text() for one in walk(window) if isinstance(one, QPushButton)]
    at = way.index("1")
    assert [*way[at:], *way[:at]] == sorted(places.values())


def test_what_hands_the_keys_on_is_no_stop(qtbot):
    """A page that gives its keys to its last button does not send Tab there from everywhere."""

    class Ground(QWidget):
        def focusNextPrevChild(self, forward):
            return step(self, forward=forward) or super().focusNextPrevChild(forward)

    window = Ground()
    qtbot.addWidget(window)
    beside, page = QPushButton("0"), QWidget()
    buttons = [QPushButton(str(number)) for number in (1, 2, 3)]
    grid, inner = QGridLayout(window), QGridLayout(page)
    grid.addWidget(beside, 0, 0)
    grid.addWidget(page, 1, 0)
    for place, one in enumerate(buttons):
        inner.addWidget(one, place, 0)
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.setFocusProxy(buttons[-1])
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    beside.setFocus()
    for key, way in ((Qt.Key.Key_Tab, "1230"), (Qt.Key.Key_Backtab, "3210")):
        for name in way:
            QTest.keyClick(QApplication.focusWidget(), key)
            assert QApplication.focusWidget().text() == name


def test_the_window_goes_so_when_tab_is_pressed(qapp, tmp_path):
    """From its first button on, by keys alone, forwards and back again; all that it comes to is in sight."""
    with at_desk(tmp_path, '"read-back"') as desk, shown(desk) as window:
        at = order(window)
        assert at is not None
        at.setFocus(Qt.FocusReason.TabFocusReason)
        came_by = [at]
        while len(came_by) < 10:
            QTest.keyClick(at, Qt.Key.Key_Tab)
            at = QApplication.focusWidget()
            assert at is not None
            assert not at.visibleRegion().isEmpty()
            came_by.append(at)
        assert len(set(came_by)) == len(came_by)
        on_the_rail = [one.y() for one in came_by if isinstance(one, RailButton)]
        assert len(on_the_rail) > 5
        assert on_the_rail == sorted(on_the_rail)
        QTest.keyClick(at, Qt.Key.Key_Backtab)
        assert QApplication.focusWidget() is came_by[-2]
