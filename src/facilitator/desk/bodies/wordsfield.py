"""A text of a charter in both languages: one field, and a second one where people want to write it twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import row
from facilitator.rules.charter import Words


class WordsField(QWidget):
    """What is typed in the language of the window stands for both until the other one is written, too."""

    changed = Signal()

    def __init__(self, desk: Desk, label: str, name: str, words: Words | None) -> None:
        super().__init__()
        self._zh = desk.lang == "zh"
        t = desk.t
        mine, other = ("zh", "en") if self._zh else ("en", "zh")
        texts = {"zh": words.zh, "en": words.en} if words is not None else {"zh": "", "en": ""}
        self.mine = QLineEdit(texts[mine])
        self.mine.setObjectName(name)
        self.mine.setAccessibleName(label)
        self.mine.setCursorPosition(0)
        self.other = QLineEdit(texts[other] if texts[other] != texts[mine] else "")
        self.other.setObjectName(f"{name}.other")
        language = t("in English") if self._zh else t("in Chinese")
        self.other.setAccessibleName(t("{label}, {language}", label=label, language=language))
        self.other.setPlaceholderText(language)
        self.other.setCursorPosition(0)
        self.other.hide()
        row(self.mine, self.other, on=self, gap=desk.px(8))
        self.setFocusProxy(self.mine)
        self.mine.textEdited.connect(self._edited)
        self.other.textEdited.connect(lambda: self.changed.emit())

    def show_other(self, on: bool) -> None:
        """Show the field for the other language, or hide it; what it holds stays."""
        self.other.setVisible(on)

    def words(self) -> Words:
        """Both texts; one stands for the other where that is empty."""
        mine = self.mine.text().strip()
        other = self.other.text().strip() or mine
        return Words(zh=mine, en=other) if self._zh else Words(zh=other, en=mine)

    def _edited(self) -> None:
        """A translation that nobody sees would say something else than the text now does."""
        if self.other.isHidden():
            self.other.clear()
        self.changed.emit()
