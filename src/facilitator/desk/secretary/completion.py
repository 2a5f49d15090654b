"""Completes a speaker after @ and a phrase after /, while one types."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint

from facilitator.desk.desk import Desk
from facilitator.desk.secretary.candidates import Choice, What, choices, token_in
from facilitator.desk.secretary.line import Line
from facilitator.desk.secretary.offer import Offer
from facilitator.desk.secretary.phrases import GAP
from facilitator.desk.secretary.writer import Writer
from facilitator.meeting import Meeting


class Completion(QObject):
    """Watches the line's text and opens the list above it."""

    def __init__(
        self,
        desk: Desk,
        line: Line,
        writer: Writer,
        offer: Offer,
        meeting: Callable[[], Meeting],
    ) -> None:
        super().__init__(line)
        self._desk, self._line, self._writer, self._offer = desk, line, writer, offer
        self._meeting = meeting
        self._dismissed = ""
        editor = line.editor
        editor.offer = offer
        editor.textChanged.connect(self.look)
        editor.cursorPositionChanged.connect(self.look)
        offer.picked.connect(self._picked)
        offer.dismissed.connect(self._let_be)

    def look(self) -> None:
        """Show what fits while something is called up; after Esc it is text like any other."""
        editor = self._line.editor
        free = editor.hasFocus() and not editor.composing
        token = token_in(editor.before_cursor()) if free else None
        if token is None:
            self._dismissed = ""
        if token is None or (self._dismissed and token.whole.startswith(self._dismissed)):
            self._offer.hide()
            return
        self._dismissed = ""
        with self._desk.asking():
            window, px = self._line.window(), self._desk.px
            left = editor.mapTo(window, QPoint(-px(12), 0)).x()
            above = self._line.mapTo(window, QPoint(0, -px(4))).y()
            found = choices(self._desk, self._meeting(), token)
            self._offer.offer(found, QPoint(left, above), window)

    def follow(self) -> None:
        """The line has moved: so does an open list."""
        if self._offer.isVisible():
            self.look()

    def _let_be(self) -> None:
        """Esc: what was typed is meant as it stands."""
        token = token_in(self._line.editor.before_cursor())
        self._dismissed = token.whole if token else ""

    def _picked(self, choice: Choice) -> None:
        editor = self._line.editor
        token = token_in(editor.before_cursor())
        if token is None:
            return
        phrase = choice.value if choice.what is What.PHRASE else ""
        editor.replace_back(token.whole, phrase, GAP)
        if choice.what is What.PERSON:
            self._writer.set_speaker(choice.value)
        elif choice.what is What.EDIT:
            from facilitator.desk.secretary.phrases_panel import PhrasesPanel

            PhrasesPanel(self._desk, self._line).open()
