"""Looks at a window as the audit does: what is in it, what it is called, which keys lead where."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollBar,
    QSizeGrip,
    QSplitterHandle,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

EDITS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)
INTERACTIVE = (*EDITS, QAbstractButton, QAbstractItemView, QAbstractSlider, QTabBar)
# What these hold inside is theirs: the whole is audited, not its parts.
WHOLES = (QAbstractSpinBox, QComboBox, QLineEdit, QTabBar, QMenuBar, QCalendarWidget, QHeaderView)
FITTINGS = (QScrollBar, QHeaderView, QSplitterHandle, QSizeGrip, QMenuBar, QMenu)
CLICKS = ("mousePressEvent", "mouseReleaseEvent", "mouseDoubleClickEvent")


def visible(window: QWidget) -> Iterator[QWidget]:
    """Walk a window as it is shown, without other windows and the insides of what is one thing."""
    yield window
    if isinstance(window, WHOLES):
        return
    for child in window.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield from visible(child)


def tab_chain(window: QWidget) -> set[QWidget]:
    """Return what Tab can come by: the chain runs round through the whole window."""
    chain, at = {window}, window.nextInFocusChain()
    while at is not None and at not in chain:
        chain.add(at)
        at = at.nextInFocusChain()
    return chain


def walk(window: QWidget) -> list[QWidget]:
    """Return what Tab stops at, in its order, from the first in the window."""
    way, at = [window], window.nextInFocusChain()
    while at is not None and at is not window:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.focusProxy() is None:
            way.append(at)
        at = at.nextInFocusChain()
    return way[1:]


def branches(one: QWidget, other: QWidget) -> tuple[QWidget | None, QWidget | None]:
    """Return the two parts, of what both lie in, that hold one and the other."""
    line = [other]
    while (above := line[-1].parentWidget()) is not None:
        line.append(above)
    below, at = one, one.parentWidget()
    while at is not None and at not in line:
        below, at = at, at.parentWidget()
    if at is None or other is at or one in line:
        return None, None
    return below, line[line.index(at) - 1]


def interactive(widget: QWidget) -> bool:
    """Tell what people act on; what hands its focus on is not it, but what it hands it to."""
    if is_fitting(widget) or widget.focusProxy() is not None:
        return False
    return isinstance(widget, INTERACTIVE) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def is_fitting(widget: QWidget) -> bool:
    """Tell what Qt itself puts into a view, a tool bar or a dock."""
    qts = widget.metaObject().className() in ("QTableCornerButton", "QLineEditIconButton")
    return qts or isinstance(widget, FITTINGS) or widget.objectName().startswith(("qt_", "_qt_"))


def listens_to_clicks(widget: QWidget) -> bool:
    """Tell a widget that handles the mouse itself by what its Python class defines."""
    ours = (kind for kind in type(widget).__mro__ if not kind.__module__.startswith("PySide6"))
    return any(name in vars(kind) for kind in ours for name in CLICKS)


def name_of(widget: QWidget) -> str:
    """Return what a screen reader would say, as far as somebody wrote it."""
    if said := widget.accessibleName().strip():
        return said
    if isinstance(widget, QGroupBox):
        return widget.title().strip()
    if isinstance(widget, QAbstractButton | QLabel):
        return widget.text().strip()
    labels = widget.window().findChildren(QLabel)
    return next((label.text().strip() for label in labels if label.buddy() is widget), "")


def text_of(widget: QWidget) -> str:
    """Return the words that a label or button shows."""
    if isinstance(widget, QToolButton):
        if widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
            return "" if not widget.icon().isNull() else widget.text()
        return widget.text()
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def has_key_or_menu(action: QAction) -> bool:
    holders = action.associatedObjects()
    return not action.shortcut().isEmpty() or any(isinstance(one, QMenu) for one in holders)


def keys_of(window: QWidget, seen: set[QWidget]) -> Iterator[tuple[QKeySequence, str]]:
    """Name every key that works in the window now, with whose it is."""
    local = (Qt.ShortcutContext.WidgetShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut)
    for action in _actions(window, seen):
        if action.shortcutContext() not in local:
            yield from ((key, f"action {action.text()!r}") for key in action.shortcuts())
    for shortcut in window.findChildren(QShortcut):
        parent = shortcut.parent()
        if shortcut.isEnabled() and shortcut.context() not in local and parent in seen:
            yield from ((key, f"shortcut of {told(parent)}") for key in QShortcut.keys(shortcut))
    for widget in seen:
        if isinstance(widget, QAbstractButton) and widget.isEnabled():
            yield widget.shortcut(), told(widget)
        elif isinstance(widget, QLabel) and widget.buddy() is not None:
            yield QKeySequence.mnemonic(widget.text()), told(widget)
        elif isinstance(widget, QMenuBar):
            for action in widget.actions():
                yield QKeySequence.mnemonic(action.text()), f"menu {action.text()!r}"


def _actions(window: QWidget, seen: set[QWidget]) -> set[QAction]:
    """Return the enabled actions on a visible widget, or in a menu of the window."""
    held = {action for widget in seen for action in widget.actions()}
    held |= {action for menu in window.findChildren(QMenu) for action in menu.actions()}
    return {action for action in held if action.isEnabled() and action.isVisible()}


def told(widget: QWidget) -> str:
    """Name a widget so that it can be found: class, name or words, and what it lies in."""
    said = widget.objectName() or text_of(widget)[:20] or widget.accessibleName()[:20]
    parents, at = [], widget.parentWidget()
    while at is not None and len(parents) < 3:
        parents.append(at.objectName() or type(at).__name__)
        at = None if at.isWindow() else at.parentWidget()
    lies = f" in {' < '.join(parents)}" if parents else ""
    return f"{type(widget).__name__} {said!r}{lies}"


def box(rect: QRect) -> str:
    return f"{rect.width()}×{rect.height()} at {rect.x()},{rect.y()}"
