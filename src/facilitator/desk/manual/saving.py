"""The manual saved elsewhere: as a PDF to be printed, as one page for a browser; made beside the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from shiboken6 import isValid

from facilitator.acts import RuleViolation, Trouble
from facilitator.desk.desk import Desk
from facilitator.desk.folders import begin_in
from facilitator.desk.widgets import Elided, button, card, row
from facilitator.manual.making import manual_name, write_manual


class Saving:
    """`foot` says how far it is and what was written; it is hidden while there is nothing to say."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        self._desk, self._over = desk, over
        self._buttons: tuple[QPushButton, ...] = ()
        self._made: Path | None = None
        t, px = desk.t, desk.px
        self._said = Elided("", name="manual.said")
        self._open = button(t("Open it"), "link", name="manual.open")
        self._open.clicked.connect(self._show)
        self._hide = button(t("Close"), "quiet", "small", name="manual.said.close")
        self._hide.clicked.connect(lambda: self.foot.hide())
        self.foot = card("band")
        row(
            self._said, self._open, self._hide,
            on=self.foot, margins=(px(16), px(4), px(12), px(4)), gap=px(12),
        ).setStretch(0, 1)  # fmt: skip
        self.foot.hide()

    def watches(self, *buttons: QPushButton) -> None:
        """These rest while a file is being made."""
        self._buttons = buttons

    def ask_pdf(self) -> None:
        """Ask where the PDF shall lie, and make it."""
        self._ask("pdf", self._desk.t("Save the manual as PDF"))

    def ask_page(self) -> None:
        """Ask where the page shall lie, and make it."""
        self._ask("html", self._desk.t("Save the manual as a web page"))

    def _ask(self, form: str, title: str) -> None:
        if self._buttons and not self._buttons[0].isEnabled():
            return
        dialog = QFileDialog(self._over, title)
        dialog.setObjectName("manual.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if QGuiApplication.platformName() == "offscreen":
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form)
        begin_in(dialog, self._desk.settings, "manual/folder")
        dialog.selectFile(manual_name(self._desk.lang, form))
        dialog.fileSelected.connect(lambda path: self.save(form, Path(path)))
        dialog.open()

    def save(self, form: str, path: Path) -> None:
        """Make it and write it there, beside the window; `foot` tells the end."""
        if self._desk.works.ready:
            self._made = None
            self._tell(self._desk.t("The manual is being made…"), working=True)
            self._desk.works.start(self._save(form, path))

    async def _save(self, form: str, path: Path) -> None:
        desk, said = self._desk, ""
        try:
            await desk.works.apart(write_manual, desk.lang, form, path)
            self._made = path
            said = desk.t("Saved: {path}", path=path)
        except (RuleViolation, Trouble) as wrong:
            said = desk.sentence(wrong)
        finally:  # whatever happened, it can be asked for again
            if isValid(self.foot):
                self._tell(said)

    def _tell(self, said: str, *, working: bool = False) -> None:
        self._said.setText(said)
        self._open.setVisible(self._made is not None and not working)
        for one in self._buttons:
            one.setEnabled(not working)
        self.foot.setVisible(bool(said))

    def _show(self) -> None:
        if self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))
