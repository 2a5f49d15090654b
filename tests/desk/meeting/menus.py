"""Opens menus and panels of the desk of a meeting as people do, and chooses in them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from tests.desk.evening import write
from tests.desk.shown import find

LEFT = Qt.MouseButton.LeftButton


def open_menu() -> QMenu:
    """Return the menu that is open now."""
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu), "no menu is open"
    return popup


def entry(menu: QMenu, key: str) -> QAction:
    """Return the entry whose name ends so."""
    found = [one for one in menu.actions() if one.objectName().endswith(f".{key}")]
    assert len(found) == 1, f"{key}: {[one.objectName() for one in menu.actions()]}"
    return found[0]


def choose(key: str) -> None:
    """Click an entry of the open menu."""
    menu = open_menu()
    act = entry(menu, key)
    assert act.isEnabled(), act.toolTip()
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(act).center())
    if menu.isVisible():
        menu.close()


def close_menu() -> None:
    """Press Esc."""
    QTest.keyClick(open_menu(), Qt.Key.Key_Escape)


def click(window: QWidget, name: str) -> None:
    """Click the widget of that name."""
    QTest.mouseClick(find(window, name), LEFT)


def panel(window: QWidget) -> QDialog:
    """Return the panel that is open."""
    found = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert found, "no panel is open"
    return found[-1]


def give_reason(window: QWidget, reason: str) -> None:
    """Fill in the panel that asks why, and send it."""
    asked = panel(window)
    write(find(asked, "reason.text"), reason)
    click(asked, "reason.done")
