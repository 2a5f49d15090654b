"""Saving the paper that is looked at under a name of one's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from facilitator.acts import Trouble
from facilitator.desk.deeds import paper_left
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.papers.folders import papers_folder
from facilitator.desk.papers.orders import Orders
from facilitator.press import Order
from facilitator.words.codes import FORMS
from facilitator.words.figures import airy

LAST = "papers/saved-in"


class Saving:
    """Asks where to, and writes. One paper gets the name that was chosen; several go into a folder."""

    def __init__(self, desk: Desk, orders: Orders, parent: QWidget) -> None:
        self._desk, self._orders, self._parent = desk, orders, parent

    def save(self, order: Order, form: str) -> None:
        """Ask for a place and write the paper there."""
        self._desk.works.start(self._ask(order, form))

    async def _ask(self, order: Order, form: str) -> None:
        try:
            names = await self._orders.names(order, form)
        except Trouble as trouble:
            self._desk.noticed.emit(Notice(Tone.TROUBLE, self._desk.sentence(trouble)))
            return
        if not isValid(self._parent):
            return
        t = self._desk.t
        dialog = QFileDialog(self._parent, t("Save as {format}", format=t.within(*FORMS[form])))
        dialog.setObjectName("papers.save.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setDirectory(str(self._folder()))
        if len(names) == 1:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setFileMode(QFileDialog.FileMode.AnyFile)
            dialog.setDefaultSuffix(form)
            dialog.setNameFilter(f"{t.within(*FORMS[form])} (*.{form})")
            dialog.selectFile(names[0])
            dialog.fileSelected.connect(lambda path: self.write_one(order, form, path))
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
            dialog.fileSelected.connect(lambda path: self.write_all(order, form, path))
        dialog.open()

    def write_one(self, order: Order, form: str, path: str) -> None:
        """Write the one paper of an order to a file."""
        self._desk.works.start(self._write(order, form, path, one=True))

    def write_all(self, order: Order, form: str, folder: str) -> None:
        """Write the papers of an order into a folder."""
        self._desk.works.start(self._write(order, form, folder, one=False))

    async def _write(self, order: Order, form: str, path: str, *, one: bool) -> None:
        desk, t = self._desk, self._desk.t
        desk.settings.keep_text(LAST, str(Path(path).parent if one else path))
        try:
            if one:
                written = [await self._orders.write_one(order, 0, form, path)]
            else:
                parcel = self._orders.parcel(order)
                written = await self._orders.write(parcel, order, form, path)
        except Trouble as trouble:
            again = (t("Try again"), lambda: self._again(order, form, path, one))
            desk.noticed.emit(Notice(Tone.TROUBLE, desk.sentence(trouble), again))
            return
        paper_left(desk, order.kind)
        name = Path(written[0]).name
        said = t("Saved: {name}", name=name)
        if len(written) > 1:
            said = airy(t.many("{n} file was written.", "{n} files were written.", len(written)))
        shown = written[0] if len(written) == 1 else path
        way = (
            t.within("papers", "Open"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(shown)),
        )
        desk.noticed.emit(Notice(Tone.DONE, said, way))

    def _again(self, order: Order, form: str, path: str, one: bool) -> None:
        (self.write_one if one else self.write_all)(order, form, path)

    def _folder(self) -> Path:
        kept = self._desk.settings.text(LAST)
        folder = Path(kept) if kept else papers_folder(self._desk.settings)
        return folder if folder.is_dir() else Path.home()
