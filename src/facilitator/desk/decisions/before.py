"""While a topic or a motion is typed elsewhere: one quiet line that something like it came up before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from facilitator.desk.decisions.library import library_of
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import button, row
from facilitator.searching import Before
from facilitator.words.figures import airy
from facilitator.words.found import before_words

Field = QLineEdit | QPlainTextEdit
PAUSE = 350
"""Milliseconds without a key before anything is looked for."""
LEAST = 2
"""Characters that can be like something."""
MOST = 8
"""Rows of the peek."""


class BeforeLine(QWidget):
    """Watches fields of one thing that is typed; hidden while nothing is like it. `but` is its own meeting."""

    def __init__(self, desk: Desk, fields: Sequence[Field], *, but: str, name: str) -> None:
        super().__init__()
        self._desk, self._fields, self._but = desk, tuple(fields), but
        self._asked = ""
        self._whole = True
        """Whether all that was recorded could be found when it was last looked for."""
        self.found = Before()
        self.setObjectName(name)
        icon = desk.theme.icon("history", "accent_ink")
        self._way = button("", "link", "tiny", icon=icon, name=f"{name}.way")
        self._way.clicked.connect(self.peek)
        row(self._way, None, on=self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.look)
        for field in self._fields:
            field.textChanged.connect(self._pause.start)
        self.hide()
        if self._text():
            self._pause.start()

    def look(self) -> None:
        """Look for what is like the text that stands there now."""
        self._pause.stop()
        text, but = self._text(), self._but
        if text == self._asked:
            return
        self._asked = text
        if len(text) < LEAST:
            self._show(Before())
            return
        library = library_of(self._desk)
        library.grew.connect(self._grown, Qt.ConnectionType.UniqueConnection)
        library.ask(
            self,
            lambda it: it.decided_before(text, limit=MOST, but=(but,) if but else ()),
            self._show,
        )
        self._whole = library.complete

    def _grown(self) -> None:
        """The archive was read to its end since: there may be more."""
        library = library_of(self._desk)
        if library.complete and not self._whole:
            self._asked = ""
            self.look()

    def peek(self) -> None:
        """Show what it was, without leaving what is being typed."""
        from facilitator.desk.decisions.peek import PeekPanel

        PeekPanel(self._desk, self, self.found).open()

    def _text(self) -> str:
        texts = (
            field.text() if isinstance(field, QLineEdit) else field.toPlainText()
            for field in self._fields
        )
        return " ".join(" ".join(texts).split())

    def _show(self, found: Before) -> None:
        self.found = found
        said = before_words(found.total.count, found.total.more, self._desk.lang)
        self._way.setText(airy(said))
        self.setVisible(bool(found.hits))
