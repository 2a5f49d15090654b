"""The secretary's line: the item in hand, the speaker, the words, and what its keys do."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStackedLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.secretary.editor import Editor
from facilitator.desk.widgets import chip, elided, row, tip, words
from facilitator.desk.widgets.words import retone
from facilitator.meeting.notes import NoteKind
from facilitator.words.titles import title

HINTS_FROM = 1000
"""Width from which all hints are shown, at 100 %; below it only the last."""


class State(StrEnum):
    """Where the keys go, and how the frame shows it."""

    OPEN = ""
    ON = "on"
    IDLE = "idle"
    BAD = "bad"


class Line(QFrame):
    """Holds what is being written; it records nothing itself."""

    asked = Signal()
    """A click on the idle line: the writer wants the keys."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._state = State.OPEN
        self._trouble = False
        self.setObjectName("line")
        self.setProperty("look", "writing")
        t, px = desk.t, desk.px
        self.item = chip(name="line.item", look="item")
        self.speaker = chip(name="line.speaker", look="speaker")
        self.host = chip(title(NoteKind.HOST, desk.lang), "accent", name="line.host")
        self.editor = Editor(desk)
        self.editor.setAccessibleName(t("Write into the record"))
        self.editor.setPlaceholderText(t("What was said or done; Enter records it"))
        self.editor.focused.connect(lambda _on: self._show_state())
        self._said = elided(name="line.said", tone="soft")
        self._stack = QStackedLayout()
        for one in (self.editor, self._said):
            one.setParent(self)  # a stack shows its first at once, and not as a window of its own
            self._stack.addWidget(one)
        self._hints = [
            Hint(desk, "@", t("speaker")),
            Hint(desk, "/", t("phrases")),
            Hint(desk, "↑", t("the line before")),
            Hint(desk, "Enter", t("record it")),
        ]
        self._back = Hint(desk, "F2", t("Write into the record"))
        self._back.hide()
        for one in (self.speaker, self.host):
            one.hide()
        margins = (px(12) - 2, 0, px(8), 0)
        chips = (self.item, self.speaker, self.host)
        row(*chips, self._stack, *self._hints, self._back, on=self, margins=margins, gap=px(8))
        self.setMinimumHeight(px(48))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.editor)

    @property
    def idle(self) -> bool:
        """Whether the keys are not for this line."""
        return self._state is State.IDLE

    def show_item(self, text: str, changed: str = "") -> None:
        """The item the line will stand under; `changed` says that it was begun under another."""
        self.item.setText(text)
        retone(self.item, chip="item")
        self.item.setVisible(bool(text))
        self.item.setAccessibleName(changed or text)
        tip(self.item, changed)

    def show_speaker(self, name: str, *, host: bool) -> None:
        """Who said it; "" for nobody in particular."""
        wide = self._desk.px(200)
        cut = self.speaker.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, wide)
        self.speaker.setText(f"@{cut}" if name else "")
        self.speaker.setVisible(bool(name))
        tip(self.speaker, self._desk.t("{name} (Backspace takes it away)", name=name))
        self.host.setVisible(host)

    def show_keys(self, said: str = "", *, back: bool = True) -> None:
        """Say in the line why the keys are elsewhere; "" opens it again. `back`: F2 brings them back."""
        self._state = State.IDLE if said else State.OPEN
        self._said.setText(said)
        self._stack.setCurrentIndex(1 if said else 0)
        self._back.setVisible(bool(said) and back)
        self._show_hints()
        self._show_state()

    def show_trouble(self, on: bool) -> None:
        """Frame the line red while its words are not on the disk."""
        self._trouble = on
        self._show_state()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Whoever clicks beside the words means the words."""
        if self.idle:
            self.asked.emit()
        else:
            self.editor.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hints()

    def _show_hints(self) -> None:
        wide = self.width() >= self._desk.px(HINTS_FROM)
        self._back.show_words(wide)
        for hint in self._hints:
            hint.setVisible(not self.idle and (wide or hint is self._hints[-1]))

    def _show_state(self) -> None:
        if self._trouble:
            state = State.BAD
        elif self.idle:
            state = State.IDLE
        else:
            state = State.ON if self.editor.hasFocus() else State.OPEN
        if self.property("state") != state.value:
            self.setProperty("state", state.value)
            self.style().unpolish(self)
            self.style().polish(self)


class Hint(QWidget):
    """A key and what it does."""

    def __init__(self, desk: Desk, key: str, text: str) -> None:
        super().__init__()
        cap: QLabel = words(key, "key")
        cap.setProperty("keycap", True)
        cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._words = words(text, "small")
        row(cap, self._words, on=self, gap=desk.px(6))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, on: bool) -> None:
        """With its words, or where there is little room the key alone."""
        self._words.setVisible(on)
