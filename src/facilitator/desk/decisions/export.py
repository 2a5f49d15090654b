"""The decisions that were looked for as a file of one's own: a sheet to calculate with, or a list to print."""

from __future__ import annotations

import asyncio
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget
from shiboken6 import isValid

from facilitator.acts import RuleViolation, Trouble
from facilitator.desk.decisions.layout import Progress
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.papers.folders import papers_folder
from facilitator.desk.papers.saving import LAST
from facilitator.searching import Facet, Wanted
from facilitator.words.codes import FORMS
from facilitator.words.figures import airy
from facilitator.words.tongue import mark

if TYPE_CHECKING:
    from facilitator.listing import Decided

SHEETS = {"xlsx": mark("Workbook (Excel, WPS)"), "csv": mark("Table as text (CSV)")}
PAPERS = ("docx", "pdf")
SLICE = 0.015
"""Seconds of gathering between two turns of the loop."""


class ListExport(QObject):
    """Asks for the form and the file, gathers in small steps, has another process write."""

    def __init__(self, desk: Desk, parent: QWidget, progress: Progress) -> None:
        super().__init__(parent)
        self._desk, self._parent, self._progress = desk, parent, progress
        self.going = False

    def menu(self, wanted: Wanted) -> QMenu:
        """The forms to choose from."""
        t, menu = self._desk.t, QMenu(self._parent)
        menu.setObjectName("decisions.export.menu")
        for form in (*SHEETS, *PAPERS):
            said = t(SHEETS[form]) if form in SHEETS else t.within(*FORMS[form])
            act = menu.addAction(said[:1].upper() + said[1:])
            act.setObjectName(f"decisions.export.{form}")
            act.triggered.connect(lambda _on=False, form=form: self.ask(wanted, form))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def ask(self, wanted: Wanted, form: str) -> QFileDialog:
        """Ask where to, then write."""
        t = self._desk.t
        dialog = QFileDialog(self._parent, t("Export the list"))
        dialog.setObjectName("decisions.export.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kept = self._desk.settings.text(LAST)
        folder = Path(kept) if kept else papers_folder(self._desk.settings)
        dialog.setDirectory(str(folder if folder.is_dir() else Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(form)
        dialog.setNameFilter(f"{form.upper()} (*.{form})")
        name = t("Decisions {day}", day=self._desk.now().date().isoformat())
        dialog.selectFile(f"{name}.{form}")
        dialog.fileSelected.connect(lambda path: self.start(wanted, form, path))
        dialog.open()
        return dialog

    def start(self, wanted: Wanted, form: str, path: str) -> None:
        """Write the list to that file; one at a time."""
        if not self.going:
            self.going = True
            self._desk.works.start(self._run(wanted.choose(Facet.KIND), form, path))

    async def _run(self, wanted: Wanted, form: str, path: str) -> None:
        try:
            rows = await self._gathered(wanted)
            if rows:
                self._tell(len(rows), None)
                await self._write(rows, wanted, form, path)
            self._say(rows, path)
        except RuleViolation as refusal:
            self._desk.noticed.emit(Notice(Tone.REFUSED, self._desk.sentence(refusal)))
        except Trouble as trouble:
            again = (self._desk.t("Try again"), lambda: self.start(wanted, form, path))
            self._desk.noticed.emit(Notice(Tone.TROUBLE, self._desk.sentence(trouble), again))
        finally:
            self.going = False
            if isValid(self._progress):
                self._progress.hide()

    async def _gathered(self, wanted: Wanted) -> list[Decided]:
        from facilitator import listing

        found: list[Decided] = []
        since = monotonic()
        for rows, at, of in listing.by_meeting(self._desk.session, wanted):
            found += rows
            if monotonic() - since > SLICE:
                self._tell(len(found), (at, of))
                await asyncio.sleep(0)
                since = monotonic()
        return found

    async def _write(self, rows: list[Decided], wanted: Wanted, form: str, path: str) -> None:
        works, lang, session = self._desk.works, self._desk.lang, self._desk.session
        if form in SHEETS:
            from facilitator import listing

            await works.apart(listing.write_list, rows, lang, path)
            return
        from facilitator import press
        from facilitator.export import frozen_body
        from facilitator.press import Order

        parcel = press.packed(frozen_body(session, lang=lang, wanted=wanted, rows=rows))
        await works.apart(press.write_one, parcel, Order("decisions", lang), 0, form, path)

    def _tell(self, found: int, place: tuple[int, int] | None) -> None:
        if not isValid(self._progress):
            return
        t = self._desk.t
        if place is None:
            said = t.many("Writing {n} decision…", "Writing {n} decisions…", found, n=f"{found:,}")
            self._progress.tell(airy(said), 0, 0)
        else:
            said = t.many(
                "Gathering: {n} decision so far", "Gathering: {n} decisions so far", found,
                n=f"{found:,}",
            )  # fmt: skip
            self._progress.tell(airy(said), *place)
        self._progress.show()

    def _say(self, rows: list[Decided], path: str) -> None:
        """What went where, and the way to it."""
        t, desk, file = self._desk.t, self._desk, Path(path)
        if not rows:
            said = t("No decision fits what was chosen, so no list was written.")
            desk.noticed.emit(Notice(Tone.TOLD, said))
            return
        desk.settings.keep_text(LAST, str(file.parent))
        said = t.many(
            "{n} decision is written to “{file}” in the folder “{folder}”.",
            "{n} decisions are written to “{file}” in the folder “{folder}”.",
            len(rows), n=f"{len(rows):,}", file=file.name, folder=file.parent.name or str(file.parent),
        )  # fmt: skip
        way = (
            t.within("papers", "Open"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(path)),
        )
        desk.noticed.emit(Notice(Tone.DONE, airy(said), way))
