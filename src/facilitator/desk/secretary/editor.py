"""The field in which the secretary types: plain text, a few keys with a meaning, an input method left alone."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from facilitator.desk.desk import Desk
from facilitator.desk.secretary.pieces import LongPiece, part, places, put_in, seen, spelled

MOST_LINES = 4
"""Lines that are shown; a longer text scrolls."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CTRL = Qt.KeyboardModifier.ControlModifier


class Offer(Protocol):
    """A list of choices beside the line, which takes some keys while it is open."""

    @property
    def is_open(self) -> bool:
        """Whether there is something to choose."""
        ...

    def takes(self, event: QKeyEvent) -> bool:
        """Do what the key means in an open list; whether it meant something."""
        ...


class Editor(QPlainTextEdit):
    """Text goes in as it is typed. While an input method composes, no key is looked at here."""

    sent = Signal()
    left = Signal()
    """Esc: the writer is done here."""
    recalled = Signal(int)
    """The line before (-1) or after (1) that was sent is wanted."""
    backed_out = Signal()
    """Backspace at the very beginning."""
    focused = Signal(bool)
    hidden_signs = Signal(int)
    """So many signs that nobody sees were left out of pasted text."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.offer: Offer | None = None
        self._composing = False
        self._recalled: str | None = None
        self._sign = LongPiece(desk, self.document())
        self.setObjectName("line.text")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._fit)
        self._fit()

    @property
    def composing(self) -> bool:
        """Whether an input method is in the middle of a word."""
        return self._composing

    def text(self) -> str:
        """What was typed, character by character, long pieces in full."""
        return spelled(self.document())

    def before_cursor(self) -> str:
        """What stands before the cursor in its line."""
        cursor = self.textCursor()
        return part(cursor.block().text(), 0, cursor.positionInBlock())

    def set_text(self, text: str, *, recalled: bool = False) -> None:
        """Show another text, the cursor at its end; `recalled` when it was sent before."""
        self.clear()
        put_in(self.textCursor(), text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._recalled = text if recalled else None

    def replace_back(self, old: str, text: str, select: str = "") -> None:
        """Put text in place of `old`, which stands before the cursor; mark the first `select` in it."""
        cursor = self.textCursor()
        start = cursor.position() - places(old)
        cursor.beginEditBlock()
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        as_it_is = put_in(cursor, text)
        cursor.endEditBlock()
        before, found, _ = text.partition(select) if select else ("", "", "")
        if found and as_it_is:
            start += places(before)
            cursor.setPosition(start)
            cursor.setPosition(start + places(found), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def blank(self) -> bool:
        """Whether nothing is typed."""
        return self.document().isEmpty()

    # What Qt calls.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing or not self._meant(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab takes a choice while there are some, and goes on otherwise."""
        open_list = self.offer is not None and self.offer.is_open
        return False if open_list else super().focusNextPrevChild(next)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """In an empty line, keys with Ctrl belong to the window; else they move and undo in the text."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            free = event.modifiers() & CTRL and not event.isAutoRepeat() and self.blank()
            if free and not self._composing:
                event.ignore()
                return True
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text, gone = seen(source.text())
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        put_in(cursor, text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        if gone:
            self.hidden_signs.emit(gone)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not self.isReadOnly()

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor, data = self.textCursor(), QMimeData()
        data.setText(spelled(self.document(), cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def sizeHint(self) -> QSize:
        """As high as it is fixed to be: a stack of widgets asks for this alone."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        away = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in away:
            self.focused.emit(False)

    # What keys mean.

    def _meant(self, event: QKeyEvent) -> bool:
        """Whether a key means something here besides its letter, and it was done."""
        if self.offer is not None and self.offer.takes(event):
            return True
        key = event.key()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in ENTER:
            return self._entered(event, modifiers)
        if modifiers != Qt.KeyboardModifier.NoModifier:
            return False
        if key == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if key == Qt.Key.Key_Backspace and self._at_beginning():
            self.backed_out.emit()
            return True
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._may_recall():
            self.recalled.emit(-1 if key == Qt.Key.Key_Up else 1)
            return True
        return False

    def _entered(self, event: QKeyEvent, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers == Qt.KeyboardModifier.NoModifier:
            if not event.isAutoRepeat():
                self.sent.emit()
        elif modifiers == Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        else:
            event.ignore()
        return True

    def _at_beginning(self) -> bool:
        cursor = self.textCursor()
        return cursor.position() == 0 and not cursor.hasSelection()

    def _may_recall(self) -> bool:
        """Never over words that exist nowhere else."""
        return self.blank() or self.text() == self._recalled

    def _fit(self) -> None:
        """As high as its lines, in the middle of the frame while there is one."""
        self.ensurePolished()
        line = self.fontMetrics().lineSpacing()
        lines = self._lines(line)
        air = max(0, self._desk.px(44) - line)
        shown = min(MOST_LINES, max(1, lines))
        self.setViewportMargins(0, air // 2, 0, air - air // 2 if shown > 1 else 0)
        self.setFixedHeight(line * shown + air)
        self.updateGeometry()
        never, needed = (
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
            Qt.ScrollBarPolicy.ScrollBarAsNeeded,
        )
        self.setVerticalScrollBarPolicy(needed if lines > MOST_LINES else never)
        if self.hasFocus():
            self.ensureCursorVisible()

    def _lines(self, spacing: int) -> int:
        """Lines that the text takes; not counted further than needed."""
        layout, block, height = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid() and height <= MOST_LINES * spacing:
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return max(1, round(height / spacing))
