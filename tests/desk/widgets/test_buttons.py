"""Enter presses the button that has the keys, at the desk and in panels, once."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from facilitator.desk.panel import Panel
from facilitator.desk.widgets import button, column
from tests.desk.evening import at_desk
from tests.desk.freed import do_what_was_put_off

ENTER = Qt.Key.Key_Return


@pytest.fixture
def window(qtbot):
    """Give a window with a button that counts how often it was pressed."""
    made, pressed = QWidget(), button("x", name="one")
    made.pressed = []
    pressed.clicked.connect(lambda: made.pressed.append(1))
    column(QLineEdit(), pressed, on=made)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    pressed.setFocus()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_it_as_space_does(window, key):
    """Both Enter keys."""
    QTest.keyClick(QApplication.focusWidget(), key)
    assert window.pressed == [1]


def test_a_held_key_presses_once(window):
    """What the keyboard repeats by itself is no second press."""
    one = QApplication.focusWidget()
    for held in (False, True, True):
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(one, QKeyEvent(QEvent.Type.KeyPress, ENTER, none, "\r", held))
    assert window.pressed == [1]


def test_with_ctrl_it_is_another_key(window):
    """Ctrl+Enter goes to the next phase."""
    QTest.keyClick(QApplication.focusWidget(), ENTER, Qt.KeyboardModifier.ControlModifier)
    assert window.pressed == []


class TestPanels:
    @pytest.fixture
    def panel(self, window, tmp_path):
        """Give an open panel that counts how often it was finished."""
        with at_desk(tmp_path, "post-notice") as desk:
            made = Panel(desk, "x", window)
            made.done_times = []
            made.field = QLineEdit()
            made.body.addWidget(made.field)
            made.finish("x", lambda: made.done_times.append(1))
            made.open()
            made.activateWindow()
            yield made
            do_what_was_put_off()

    @pytest.mark.parametrize("where", ["field", "done_button"])
    def test_enter_finishes_once(self, panel, where):
        """In a field, and on the filled button itself."""
        getattr(panel, where).setFocus()
        QTest.keyClick(getattr(panel, where), ENTER)
        assert panel.done_times == [1]

    def test_enter_on_cancel_cancels(self, panel):
        """It does not finish what somebody is about to give up."""
        cancel = panel.findChild(QWidget, "panel.cancel")
        cancel.setFocus()
        QTest.keyClick(cancel, ENTER)
        assert panel.done_times == []
        assert not panel.isVisible()
