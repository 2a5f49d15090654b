"""An empty sheet for a roster: saved, filled in by whoever keeps the list, and imported as it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.acts import RuleViolation, Trouble
from facilitator.bodies.columns import HEADS
from facilitator.desk.desk import Desk
from facilitator.desk.folders import begin_in
from facilitator.desk.notices import Notice, Tone
from facilitator.papers import shelf
from facilitator.rules.charter import Charter
from facilitator.sheets.write import blank_bytes

FIELDS = ("name", "group", "seat", "office", "address", "phone", "since", "until", "alternate")
"""The columns that are offered; an import understands others, too."""
YES = {"zh": "是", "en": "yes"}


def head_of(field: str, lang: str) -> str:
    """The first head for a field in a language."""
    known = HEADS[field]
    return (
        known[0] if lang == "zh" else next(one for one in known if one.isascii() and len(one) > 2)
    )


def blank_sheet(charter: Charter, lang: str, name: str) -> bytes:
    """Heads that an import understands; groups and offices of the charter are offered in their cells."""
    titles = [[one.title.text(lang) for one in many] for many in (charter.groups, charter.offices)]
    offered = {"group": titles[0], "office": titles[1], "alternate": [YES[lang]]}
    choices = {FIELDS.index(field): said for field, said in offered.items() if said}
    heads = [head_of(field, lang) for field in FIELDS]
    return blank_bytes([head[:1].upper() + head[1:] for head in heads], choices, name)


def write_blank(charter: Charter, lang: str, name: str, path: str) -> None:
    """Put such a sheet on the disk. Trouble as `shelf.put` tells it."""
    shelf.put(Path(path), blank_sheet(charter, lang, name))


class BlankSheet(QObject):
    """Asks where the sheet shall lie, and has another process write it."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk, self._over = desk, over

    def ask(self, charter: Charter) -> QFileDialog:
        """Ask where to, then write."""
        t = self._desk.t
        dialog = QFileDialog(self._over, t("Save an empty sheet"))
        dialog.setObjectName("blank.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if QGuiApplication.platformName() == "offscreen":
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.setNameFilter("XLSX (*.xlsx)")
        begin_in(dialog, self._desk.settings, "import/folder")
        dialog.selectFile(f"{t('Roster to fill in')}.xlsx")
        dialog.fileSelected.connect(lambda path: self.save(charter, path))
        dialog.open()
        return dialog

    def save(self, charter: Charter, path: str) -> None:
        """Write it there."""
        self._desk.works.start(self._save(charter, path))

    async def _save(self, charter: Charter, path: str) -> None:
        desk, t = self._desk, self._desk.t
        try:
            await desk.works.apart(write_blank, charter, desk.lang, t("Roster"), path)
        except (RuleViolation, Trouble) as wrong:
            desk.noticed.emit(Notice(Tone.TROUBLE, desk.sentence(wrong)))
            return
        way = (
            t.within("papers", "Open"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(path)),
        )
        said = t(
            "The empty sheet is saved as “{file}”. Fill it in, save it, and choose it here.",
            file=Path(path).name,
        )
        desk.noticed.emit(Notice(Tone.DONE, said, way))
