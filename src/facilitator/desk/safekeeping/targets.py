"""Where to publish to: the sticks that are plugged in, and any other folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QRadioButton, QWidget
from shiboken6 import isValid

from facilitator.desk.desk import Desk
from facilitator.desk.safekeeping.sticks import Stick, sticks
from facilitator.desk.widgets import button, column, elided, row, words
from facilitator.words.keeping import size_words

KEPT = "safekeeping/published"
"""The setting that remembers the folder of the last time."""


class Targets(QWidget):
    """`target` is the folder that is chosen, None while none is."""

    aimed = Signal()
    """Another one is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.target: Path | None = None
        t, px = desk.t, desk.px
        self._group = QButtonGroup(self)
        self._sticks = column(gap=px(4))
        kept = desk.settings.text(KEPT)
        self._folder = Path(kept) if kept and Path(kept).is_dir() else None
        self._other = self._way(t("Another folder"), self._folder)
        self._other.setObjectName("publish.other")
        self._path = elided("", "secondary", name="publish.path")
        self._path.setText(str(self._folder) if self._folder else t("No folder is chosen yet."))
        choose = button(t("Choose folder…"), grade="small", name="publish.choose")
        choose.clicked.connect(self.choose)
        line = row(self._path, choose, gap=px(8))
        line.setStretch(0, 1)
        column(words(t("Where to"), "strong"), self._sticks, self._other, line, on=self, gap=px(4))
        if self._folder is not None:
            self._other.setChecked(True)
        if desk.works.ready:
            desk.works.start(self._find())

    def choose(self) -> None:
        """Ask for another folder."""
        here = self.target
        dialog = QFileDialog(self, self._desk.t("Folder to publish to"))
        dialog.setObjectName("publish.dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(str(here if here and here.is_dir() else Path.home()))
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def keep(self, folder: Path) -> None:
        """Offer this folder first the next time."""
        self._desk.settings.keep_text(KEPT, str(folder))

    def show_sticks(self, found: list[Stick]) -> None:
        """Offer these; one that was found is likelier meant than the folder of the last time."""
        t = self._desk.t
        for one in found:
            said = t("{name}: {room} free", name=one.name, room=size_words(one.room))
            self._sticks.addWidget(way := self._way(said, one.path))
            if one is found[0] and (self.target is None or self.target == self._folder):
                way.setChecked(True)

    async def _find(self) -> None:
        from facilitator.desk.safekeeping.awaiting import elsewhere

        found = await elsewhere(sticks)
        if isValid(self) and self.isEnabled():
            self.show_sticks(found)

    def _way(self, said: str, path: Path | None) -> QRadioButton:
        one = QRadioButton(said)
        one.setObjectName("publish.way")
        one.setProperty("path", str(path) if path else "")
        one.setEnabled(path is not None)
        one.toggled.connect(lambda on: self._aim(str(one.property("path"))) if on else None)
        self._group.addButton(one)
        return one

    def _chosen(self, path: str) -> None:
        self._other.setEnabled(True)
        self._other.setProperty("path", path)
        self._path.setText(path)
        self._other.setChecked(True)
        self._aim(path)

    def _aim(self, path: str) -> None:
        self.target = Path(path)
        self.aimed.emit()
