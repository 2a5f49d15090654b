"""A panel of fields one below the other: as high as it needs, and scrolling where the screen is lower."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.secretary.drafts import Draft, drafts_of, key_of
from facilitator.desk.widgets import Wording, button, column, row, scrolling, words
from facilitator.desk.widgets.steady import steady
from facilitator.meeting import Meeting
from facilitator.words.difference import difference, difference_words
from facilitator.words.figures import airy

AROUND = 232
"""What title, foot and margins take of a panel's height."""


class FormPanel(Panel):
    """Add fields with `add`, then call `settle`. Ctrl+Enter sends from a field in which Enter begins a line."""

    def __init__(
        self, desk: Desk, title: str, parent: QWidget, meeting_id: str, *, width: int = 640
    ) -> None:
        super().__init__(desk, title, parent, width=width)
        self.meeting_id = meeting_id
        self._inner = QWidget()
        self.form = column(on=self._inner, margins=(0, 0, desk.px(8), 0), gap=desk.px(12))
        self._area = scrolling(self._inner)
        self.body.addWidget(self._area)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._done)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.desk.session.meeting(self.meeting_id)

    def add(self, said: str, field: QWidget) -> None:
        """One more field below the others, with its label."""
        label = words(said)
        label.setBuddy(field)
        steady(field)
        if not field.accessibleName():
            field.setAccessibleName(said)
        self.form.addLayout(column(label, field, gap=self.desk.px(4)))

    def add_line(self, said: str, name: str, text: str = "") -> QLineEdit:
        """A field of one line."""
        field = QLineEdit(text)
        field.setObjectName(name)
        field.setCursorPosition(0)
        self.add(said, field)
        return field

    def add_text(self, said: str, name: str, text: str = "", *, lines: int = 3) -> QPlainTextEdit:
        """A field of several lines; Tab leaves it."""
        field = QPlainTextEdit(text)
        field.setObjectName(name)
        field.setTabChangesFocus(True)
        field.setFixedHeight(self.desk.px(18 + 24 * lines))
        self.add(said, field)
        return field

    def settle(self) -> None:
        """As high as the fields are, or as the screen lets it be; and higher when a field grows."""
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner.installEventFilter(self)
        self._grow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field has grown."""
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        wide = self._inner.width()
        wanted = max(self.form.heightForWidth(wide), self.form.minimumSize().height()) + 2
        room = self.screen().availableGeometry().height() - self.desk.px(AROUND)
        if self._box.isVisibleTo(self):
            room -= self._box.heightForWidth(wide) + self.desk.px(16)
        high = max(self.desk.px(120), min(wanted, room))
        if high > self._area.minimumHeight() or room < self._area.minimumHeight():
            self._area.setMinimumHeight(high)

    def fit(self) -> None:
        """A refusal takes its room from the fields: the buttons stay on the screen."""
        self._grow()
        super().fit()

    def _done(self) -> None:
        self.done_button.click()


class Changed(Wording):
    """What a new wording changes in an old one, shown while it is typed."""

    def __init__(self, desk: Desk, old: str, name: str) -> None:
        super().__init__(desk.theme, "", "")
        self._desk, self._old = desk, old
        self.setObjectName(name)

    def compare_with(self, old: str) -> None:
        """Compare with another old wording from now on."""
        self._old = old

    def show_new(self, new: str) -> None:
        """Compare with this."""
        pieces = difference(airy(self._old), airy(new))
        self.show_pieces(pieces)
        said = difference_words(pieces, self._desk.lang)
        self.setAccessibleDescription(said)


class KeptForm:
    """Keeps what is typed into a panel until it is sent: closing the panel by accident loses nothing."""

    def __init__(self, desk: Desk, meeting: Meeting, what: str) -> None:
        self._drafts, self._key = drafts_of(desk), f"{key_of(meeting)}-{what}"

    def read(self) -> dict[str, str]:
        """What was typed last time and not sent; empty when nothing was."""
        try:
            told = json.loads(self._drafts.read(self._key).text or "{}")
        except ValueError:
            return {}
        return {str(k): str(v) for k, v in told.items()} if isinstance(told, Mapping) else {}

    def keep(self, fields: Mapping[str, str]) -> None:
        """Keep this."""
        self._drafts.keep(self._key, Draft(text=json.dumps(dict(fields), ensure_ascii=False)))

    def drop(self) -> None:
        """It was sent, or is not wanted any more."""
        self._drafts.drop(self._key)


def draft_line(desk: Desk, panel: FormPanel, clear: Callable[[], object]) -> None:
    """Say that this is what was typed before, and offer to begin anew."""
    t = desk.t
    said = words(t("This was typed before and not put."), "secondary", name="draft.said")
    anew = button(t("Begin anew"), "link", "small", name="draft.anew")
    line = QWidget()
    row(said, anew, None, on=line)

    def go() -> None:
        clear()
        line.hide()

    anew.clicked.connect(go)
    panel.form.addWidget(line)
