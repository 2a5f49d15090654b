"""A field for the code beside the signatures: in groups of four while it is typed, each of them looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import column, words
from facilitator.words.checked import typed_words
from facilitator.words.figures import airy
from facilitator.words.papercode import GROUP, Typed, read_code

TOO_LONG = 400
"""Characters that nobody types by mistake."""


class CodeField(QWidget):
    """`typed` is what it holds; below it stands what can be said of the groups."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t, px = desk.t, desk.px
        self.edit = QLineEdit()
        self.edit.setObjectName("check.code")
        self.edit.setMaxLength(TOO_LONG)
        self.edit.setPlaceholderText("ea50 32b3 …")
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText
        )
        font = desk.theme.font(17)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        font.setFamilies([fixed, *font.families()])
        self.edit.setFont(font)
        self.edit.textEdited.connect(self._edited)
        label = words(t("Head of the record, as beside the signatures"), "strong")
        label.setBuddy(self.edit)
        self._says = words("", "secondary", wrap=True, name="check.code.says")
        self.setFocusProxy(self.edit)
        column(label, self.edit, self._says, on=self, gap=px(4))
        self._tell()

    @property
    def typed(self) -> Typed:
        """What stands in it."""
        return read_code(self.edit.text())

    @property
    def says(self) -> str:
        """What can be said of it."""
        return self._says.text()

    def _edited(self, text: str) -> None:
        """Put it into groups; the cursor stays behind the character it was behind."""
        typed, cursor = read_code(text), self.edit.cursorPosition()
        before = sum(len(one.shown) for one in read_code(text[:cursor]).groups)
        self._tell()
        if typed.fours != text:
            self.edit.setText(typed.fours)
            self.edit.setCursorPosition(before + max(0, before - 1) // GROUP)

    def _tell(self) -> None:
        typed = self.typed
        lines = list(typed_words(typed, self._desk.lang))
        if not typed.groups:
            lines = [
                self._desk.t(
                    "Eight groups of four: digits 0–9 and letters a–f. Spaces, capitals and full-width "
                    "characters do not matter."
                )
            ]
        self._says.setText(airy("\n".join(lines)))
