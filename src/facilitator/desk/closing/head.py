"""The head of a record: what ties the signed paper to the file, in groups that people can compare."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFrame

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import button, column, row, words
from facilitator.papers.kinds.record_end import head_words
from facilitator.words.figures import Unit, airy, counted


class RecordHead(QFrame):
    """Head and number of entries of a meeting, with one sentence that says what they are good for."""

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__()
        t, px = desk.t, desk.px
        self.desk, self.meeting_id = desk, meeting_id
        self.setProperty("look", "sunken")
        self.setObjectName("record.head")
        self._digest = ""
        self._entries = words("", "secondary", name="record.head.entries")
        self._groups = words("", "strong", wrap=True, name="record.head.groups")
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        font = desk.theme.font(15, bold=True)
        font.setFamilies([fixed, *font.families()])
        self._groups.setFont(font)
        self._says = words("", "small", wrap=True, name="record.head.says")
        copy = button("", "quiet", "small", name="record.head.copy", tip=t("Copy all of it"))
        copy.setIcon(desk.theme.icon("copy"))
        copy.setAccessibleName(t("Copy the head of the record"))
        copy.clicked.connect(self._copy)
        head = row(words(t("Head of the record"), "strong"), self._entries, None, copy)
        column(head, self._groups, self._says, on=self, margins=px(12), gap=px(4))

    def refresh(self, *, closed: bool) -> None:
        """Show it as it is now; it changes with every entry, and with the close for the last time."""
        t = self.desk.t
        version, self._digest = self.desk.session.head(f"meeting/{self.meeting_id}")
        entries = counted(version, Unit.ENTRIES, self.desk.lang)
        self._entries.setText(airy(entries))
        groups = head_words(self._digest)
        half = len(groups) // 2
        self._groups.setText(f"{groups[:half]}\n{groups[half + 1 :]}")
        self._groups.setAccessibleName(f"{t('Head of the record')}: {groups}")
        if closed:
            said = t(
                "The same groups stand beside the signatures. Had anything in the record been changed since, "
                "they would differ."
            )
        else:
            said = t(
                "It changes with every entry, for the last time at the close; what is printed then is signed."
            )
        self._says.setText(said)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._digest)
        self.desk.done(self.desk.t("Copied."))
