"""Keys pressed where the keyboard is, and what a test of this room looks at."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.desk.evening import write

KEYS = {"Enter": Qt.Key.Key_Return, "Tab": Qt.Key.Key_Tab, "Esc": Qt.Key.Key_Escape}


def press(*names: str) -> None:
    """Press keys one after another, each where the keyboard is then: Enter, Tab, Esc, Ctrl+N, Alt+Up."""
    for name in names:
        *held, key = name.split("+")
        with_keys = Qt.KeyboardModifier.NoModifier
        for one in held:
            with_keys |= getattr(Qt.KeyboardModifier, f"{one.replace('Ctrl', 'Control')}Modifier")
        QTest.keyClick(keyboard(), KEYS.get(key) or getattr(Qt.Key, f"Key_{key}"), with_keys)
        QApplication.processEvents()


def tab_to(name: str) -> None:
    """Go on with Tab until the keyboard is there."""
    for _ in range(40):
        if keyboard().objectName() == name:
            return
        press("Tab")
    raise AssertionError(f"Tab does not lead to {name}")


def type_in(text: str) -> None:
    """Type where the keyboard is."""
    write(keyboard(), text)
    QApplication.processEvents()


def keyboard() -> QWidget:
    """What has the keyboard now."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keyboard"
    return found


def panel(window: QWidget) -> QDialog:
    """The panel that is open."""
    QApplication.processEvents()
    found = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert found, "no panel is open"
    return found[-1]


def plain(text: str) -> str:
    """Words with ordinary spaces."""
    return text.replace("\u00a0", " ")
