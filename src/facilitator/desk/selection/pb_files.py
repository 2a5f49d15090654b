"""Pabulib files at the desk: projects of one come onto the slate; a counted vote is saved as one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.acts import RuleViolation, Trouble
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.papers.folders import papers_folder
from facilitator.desk.papers.saving import LAST
from facilitator.words.figures import airy


class PbFiles:
    """Asks for the file; reads and writes it apart from the window."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        self._desk, self._parent, self._meeting = desk, parent, meeting

    def ask_which(self) -> QFileDialog:
        """Ask for a file whose projects come onto the slate."""
        t = self._desk.t
        dialog = self._dialog(t("Projects from a Pabulib file"), "slate.file.dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._desk.works.start(self.take(path)))
        dialog.open()
        return dialog

    def ask_where(self) -> QFileDialog:
        """Ask where the counted vote is to be saved."""
        t = self._desk.t
        dialog = self._dialog(t("Save as a Pabulib file"), "outcome.file.dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix("pb")
        dialog.selectFile(f"{self._meeting}.pb")
        dialog.fileSelected.connect(lambda path: self._desk.works.start(self.save(path)))
        dialog.open()
        return dialog

    async def take(self, path: str) -> None:
        """Put the projects of a file on the slate, all or none of them."""
        from facilitator import slates
        from facilitator.pabulib.file import read_file

        desk, t = self._desk, self._desk.t
        desk.settings.keep_text(LAST, str(Path(path).parent))
        try:
            found = await desk.works.apart(read_file, Path(path))
        except (RuleViolation, Trouble) as wrong:
            tone = Tone.REFUSED if isinstance(wrong, RuleViolation) else Tone.TROUBLE
            desk.noticed.emit(Notice(tone, desk.sentence(wrong)))
            return
        done = desk.do(slates.projects_from(self._meeting, found))
        if new := slates.added(done):
            said = t.many("{n} project put on the slate.", "{n} projects put on the slate.", new)
            desk.noticed.emit(Notice(Tone.TOLD, airy(said)))

    async def save(self, path: str) -> None:
        """Write the slate and the ballots that were counted."""
        from facilitator import slates

        desk, t, file = self._desk, self._desk.t, Path(path)
        try:
            data = slates.election_file(desk.session.meeting(self._meeting))
            await desk.works.apart(slates.save, file, data)
        except (RuleViolation, Trouble) as wrong:
            again = (t("Try again"), lambda: desk.works.start(self.save(path)))
            if isinstance(wrong, RuleViolation):
                desk.noticed.emit(Notice(Tone.REFUSED, desk.sentence(wrong)))
            else:
                desk.noticed.emit(Notice(Tone.TROUBLE, desk.sentence(wrong), again))
            return
        desk.settings.keep_text(LAST, str(file.parent))
        said = t(
            "Projects and ballots are written to “{file}” in the folder “{folder}”; nobody is named in it.",
            file=file.name,
            folder=file.parent.name or str(file.parent),
        )
        desk.noticed.emit(Notice(Tone.TOLD, airy(said)))

    def _dialog(self, title: str, name: str) -> QFileDialog:
        desk = self._desk
        dialog = QFileDialog(self._parent, title)
        dialog.setObjectName(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if QGuiApplication.platformName() == "offscreen":
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        kept = desk.settings.text(LAST)
        folder = Path(kept) if kept else papers_folder(desk.settings)
        dialog.setDirectory(str(folder if folder.is_dir() else Path.home()))
        dialog.setNameFilter(f"{desk.t('Pabulib files')} (*.pb)")
        return dialog
