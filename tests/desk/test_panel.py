"""A panel is never higher than the screen: what it holds scrolls, and nobody loses the keys by it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from facilitator.desk.panel import Panel
from facilitator.desk.widgets import words
from facilitator.desk.widgets.person import PersonPick
from facilitator.desk.widgets.someone import Someone
from tests.desk.audit import audit
from tests.desk.evening import at_desk
from tests.desk.shown import find

FIELDS = 30


class Long(Panel):
    """A panel with more fields than any screen is high; the third is the one to begin with."""

    def __init__(self, desk, parent, fields=FIELDS):
        super().__init__(desk, "Long", parent)
        self.fields = []
        for number in range(fields):
            self.add(f"Field {number}")
        self.finish("Done", self.accept)
        self.fields[2].setFocus()

    def add(self, name):
        """One more field with its label."""
        field, label = QLineEdit(), words(name)
        label.setBuddy(field)
        self.body.addWidget(label)
        self.body.addWidget(field)
        self.fields.append(field)


@pytest.fixture
def over(qapp, tmp_path):
    """Return a desk with nothing in it, and a window for panels to lie over."""
    with at_desk(tmp_path, "meeting.convene") as desk:
        ground = QWidget()
        ground.show()
        yield desk, ground
        ground.close()
        ground.deleteLater()


def opened(panel):
    panel.open()
    for _ in range(4):
        QApplication.processEvents()
    return panel


def test_what_is_too_high_scrolls_between_title_and_buttons(over):
    """Its buttons are in sight, Tab goes from field to field and on to them, and what it comes to is shown."""
    panel = opened(Long(*over))
    assert panel.height() <= panel.screen().availableGeometry().height()
    assert panel.rect().contains(panel.done_button.geometry())
    assert panel.focusWidget() is panel.fields[2]
    came_by = [panel.fields[2]]
    for _ in range(FIELDS + 1):
        QTest.keyClick(came_by[-1], Qt.Key.Key_Tab)
        came_by.append(panel.focusWidget())
        assert not came_by[-1].visibleRegion().isEmpty()
    cancel = panel.findChild(QWidget, "panel.cancel")
    assert came_by == [*panel.fields[2:], cancel, panel.done_button, *panel.fields[:2]]
    assert audit(panel) == []
    panel.reject()


def test_one_that_grows_while_it_is_open_is_held_to_the_screen_too(over):
    """What is added later comes into the part that scrolls."""
    panel = opened(Long(*over, fields=3))
    assert panel.focusWidget() is panel.fields[2]
    for number in range(FIELDS):
        panel.add(f"More {number}")
    for _ in range(4):
        QApplication.processEvents()
    assert panel.height() <= panel.screen().availableGeometry().height()
    assert panel.rect().contains(panel.done_button.geometry())
    assert panel.focusWidget() is panel.fields[2]
    panel.reject()


class Kinds(Panel):
    """A panel with an entry of each kind."""

    def __init__(self, desk, parent):
        super().__init__(desk, "Kinds", parent)
        self.line, self.text = QLineEdit(), QPlainTextEdit()
        self.choice, self.tick = QComboBox(), QCheckBox("Tick")
        self.choice.addItems(["one", "two"])
        self.person = PersonPick(desk, [Someone("b", "乙"), Someone("a", "甲")])
        for one in (self.line, self.text, self.choice, self.tick, self.person):
            self.body.addWidget(one)
        self.finish("Done", lambda: self.wrong("Something is wrong."))


MENDS = {
    "line": lambda panel: QTest.keyClicks(panel.line, "x"),
    "text": lambda panel: QTest.keyClicks(panel.text, "x"),
    "choice": lambda panel: QTest.keyClick(panel.choice, Qt.Key.Key_Down),
    "tick": lambda panel: QTest.keyClick(panel.tick, Qt.Key.Key_Space),
    "person": lambda panel: QTest.keyClick(panel.person.list, Qt.Key.Key_Right),
}


def test_what_was_wrong_is_not_said_any_more_once_it_is_mended(over):
    """Whatever kind of entry changes: it goes, no button moves by that, and it may be said again."""
    panel = opened(Kinds(*over))
    for entry, mend in MENDS.items():
        panel.done_button.click()
        settle_down()
        assert find(panel, "panel.said").text() == "Something is wrong.", entry
        stood = panel.done_button.mapTo(panel, panel.done_button.rect().topLeft()), panel.size()
        mend(panel)
        settle_down()
        assert not panel.findChild(QWidget, "panel.said").isVisible(), entry
        now = panel.done_button.mapTo(panel, panel.done_button.rect().topLeft()), panel.size()
        assert now == stood, entry
    panel.reject()


def settle_down():
    for _ in range(4):
        QApplication.processEvents()


def test_one_that_grows_low_on_the_screen_rises(over):
    """Its buttons do not go out of the screen while it becomes higher."""
    panel = opened(Long(*over, fields=3))
    room = panel.screen().availableGeometry()
    panel.move(0, room.bottom() - panel.height())
    for number in range(5):
        panel.add(f"More {number}")
    panel.fit()
    assert panel.geometry().bottom() <= room.bottom()
    assert panel.y() >= room.top()
    panel.reject()
