"""Panels that take something away with a reason: an entry that was wrong, a photo for good, a name."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from facilitator.aftermath import FollowRow
from facilitator.desk.desk import Desk
from facilitator.desk.followup.form import MatterPanel
from facilitator.desk.widgets import words
from facilitator.followup.attached import Attached
from facilitator.followup.entries import Objected
from facilitator.followup.following import DropFile, StrikeEntry
from facilitator.followup.posting import EraseObjector
from facilitator.words.figures import airy
from facilitator.words.timeline import timeline


class StrikePanel(MatterPanel):
    """An entry does not count any more and stays readable; who objected can be erased here, too."""

    def __init__(self, desk: Desk, parent: QWidget, matter: FollowRow, entry: str) -> None:
        t = desk.t
        super().__init__(desk, parent, matter, t("This entry is wrong"))
        self.setObjectName("strike")
        self._entry = entry
        case = self.case
        lines = timeline(case.matter, case, self.today, desk.lang)
        line = next((one for one in lines if one.entry == entry), None)
        self.form.addWidget(words(airy(line.whole(desk.lang)) if line else "", wrap=True))
        said = t(
            "It stays readable, struck, with the reason, and counts no more. What is right is noted anew."
        )
        self.form.addWidget(words(said, "secondary", wrap=True))
        self.reason = self.add_line(t("Reason"), "strike.reason")
        event = case.entries[entry].event
        self.erase: QCheckBox | None = None
        if isinstance(event, Objected) and event.person is not None:
            self.erase = QCheckBox(t("Only erase who it was: the objection itself stays"))
            self.erase.setObjectName("strike.erase")
            self.erase.toggled.connect(lambda on: self.warn(for_good=on))
            self.form.addWidget(self.erase)
        self.finish(t("Strike it"), self._send, name="strike.done")
        self.settle()
        self.reason.setFocus()

    def _send(self) -> None:
        reason = self.reason.text()
        if self.erase is not None and self.erase.isChecked():
            self.send(EraseObjector(**self.whose, objection=self._entry, reason=reason))  # pyright: ignore[reportArgumentType]
        else:
            self.send(StrikeEntry(**self.whose, entry=self._entry, reason=reason))  # pyright: ignore[reportArgumentType]


class DropPanel(MatterPanel):
    """A photo or paper is erased for good; its name, and that it was there, stay."""

    def __init__(self, desk: Desk, parent: QWidget, matter: FollowRow, file: Attached) -> None:
        t = desk.t
        super().__init__(desk, parent, matter, t("Erase for good"))
        self.setObjectName("drop")
        self._file = file
        self.form.addWidget(words(file.name, "strong", wrap=True))
        said = t(
            "The picture or paper itself goes and cannot be brought back. That it was here, its name and the "
            "reason stay readable."
        )
        self.form.addWidget(words(said, wrap=True))
        self.reason = self.add_line(t("Reason"), "drop.reason")
        self.finish(t("Erase it for good"), self._send, name="drop.done", for_good=True)
        self.settle()
        self.reason.setFocus()

    def _send(self) -> None:
        self.send(DropFile(**self.whose, hash=self._file.hash, reason=self.reason.text()))  # pyright: ignore[reportArgumentType]
