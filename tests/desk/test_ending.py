"""A dialog ends by a key: Enter does what it is for, unless nothing brings back what goes; Esc leaves it."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

import facilitator.desk
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import button
from tests.desk.ending import badly_ended
from tests.desk.evening import at_desk

DESK = Path(facilitator.desk.__file__).parent
GONE = re.compile(r"\b(Erase(?!Panel)\w+|DropFile|DropProjectFile)\(|\bRehearse\(anew=True")


def of(*looks, kind=QDialog, main=0):
    """What is wrong with a dialog of one line, with buttons of these looks."""
    dialog = kind()
    layout = QVBoxLayout(dialog)
    layout.addWidget(QLineEdit())
    buttons = [button(look, look) for look in looks]
    for one in buttons:
        layout.addWidget(one)
    if buttons and main is not None:
        buttons[main].setDefault(True)
    dialog.show()
    found = list(badly_ended(dialog, [dialog, *dialog.findChildren(QPushButton)]))
    still = dialog.isVisible()
    dialog.close()
    assert still, "it was pressed dry"
    return found


class Deaf(QLineEdit):
    def keyPressEvent(self, event):
        event.accept()


class Stubborn(QDialog):
    def __init__(self):
        super().__init__()
        self.line = Deaf(self)
        self.line.setFocus()


def test_a_dialog_that_ends_well_is_not_accused(qapp):
    """The filled button by Enter; nothing by Enter where it would be for good; a page is no dialog."""
    assert of("plain", "primary", main=1) == []
    assert of("plain", "danger", main=None) == []
    assert of(kind=QWidget) == []


@pytest.mark.parametrize(
    ("looks", "main", "said"),
    [
        (("danger",), 0, "cannot be brought back"),
        (("plain",), None, "Enter does nothing"),
        (("plain", "primary"), 0, "the filled button is"),
    ],
)
def test_each_bad_end_is_found_once(qapp, looks, main, said):
    """What Enter would do is compared with what the dialog shows as its main thing."""
    (found,) = of(*looks, main=main)
    assert said in found


def test_keys_that_do_not_come_to_the_dialog_are_found(qapp):
    """A field that swallows Enter and Esc holds people in the dialog."""
    enter, escape = of("primary", kind=Stubborn)
    assert enter.startswith("Enter in Deaf")
    assert escape == "Esc does not leave it"


def test_a_panel_that_takes_something_away_for_good_says_so(qapp):
    """Whoever sends such a command warns: the list is read from the source."""
    sending = {path for path in DESK.rglob("*.py") if GONE.search(path.read_text("utf-8"))}
    assert len(sending) >= 7
    assert [str(one) for one in sending if "for_good=True" not in one.read_text("utf-8")] == []


def test_enter_leads_to_what_cannot_be_brought_back_and_does_not_do_it(qapp, tmp_path):
    """Enter in a field goes to the button; another presses it. Held down it does neither."""
    with at_desk(tmp_path, "19:00:00") as desk:
        done = []
        over = QWidget()
        panel = Panel(desk, "删除", over)
        field = QLineEdit()
        panel.body.addWidget(field)
        panel.finish("永久删除", lambda: done.append(True), for_good=True)
        panel.open()
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert (done, panel.focusWidget()) == ([], panel.done_button)
        QTest.keyClick(panel.done_button, Qt.Key.Key_Return)
        assert done == [True]
        panel.warn(for_good=False)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert done == [True, True]
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert not panel.isVisible()
