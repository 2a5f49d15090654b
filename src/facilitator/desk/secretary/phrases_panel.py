"""The secretary's own phrases: a small text, one phrase to a line."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.secretary.phrases import Phrases
from facilitator.desk.widgets import button, row, words


class PhrasesPanel(Panel):
    """Keeps the list in the settings folder; nothing of it is in the archive."""

    records = False

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        t = desk.t
        super().__init__(desk, t("Phrases"), parent, width=640)
        self.setObjectName("phrases")
        self._phrases = Phrases(desk.settings.folder, desk.lang)
        note = t(
            "One phrase to a line. A … in it is marked when the phrase is used, to be filled in."
        )
        self.body.addWidget(words(note, "secondary", wrap=True))
        self.text = QPlainTextEdit()
        self.text.setObjectName("phrases.text")
        self.text.setAccessibleName(t("Phrases"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(desk.px(320))
        self.text.setPlainText("\n".join(self._phrases.all()))
        self.body.addWidget(self.text)
        ours = button(t("Back to the first list"), "quiet", "small", name="phrases.ours")
        ours.clicked.connect(self._back_to_ours)
        self.body.addLayout(row(ours, None))
        self.finish(t("Keep"), self._keep, name="phrases.keep")

    def _back_to_ours(self) -> None:
        """As an edit like any other, so that Ctrl+Z brings one's own list back."""
        self.text.selectAll()
        self.text.insertPlainText("\n".join(self._phrases.ours()))
        self.text.setFocus()

    def _keep(self) -> None:
        t = self.desk.t
        wrong = self._phrases.keep(self.text.toPlainText())
        if wrong:
            self.wrong(t("The phrases cannot be kept: {why}", why=wrong))
            return
        self.accept()
