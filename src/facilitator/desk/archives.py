"""Asking which archive: the file dialog, opened and answered by signal, never waited for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from facilitator.desk.desk import Desk
from facilitator.desk.wishes import OpenArchive
from facilitator.opening import archive_path
from facilitator.words.tongue import Tongue

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget

ENDING = "facilitator"


def choose_archive(desk: Desk, parent: QWidget) -> QFileDialog:
    """Ask for an archive, and have the program open it."""
    folder = desk.session.path.parent
    return ask(parent, desk.t, folder, lambda path: desk.wished.emit(OpenArchive(path)))


def new_archive(desk: Desk, parent: QWidget) -> QFileDialog:
    """Ask where a new archive shall lie, and have the program make it."""
    folder = desk.session.path.parent

    def picked(path: str) -> None:
        desk.wished.emit(OpenArchive(path, create=True))

    return ask(parent, desk.t, folder, picked, new=True)


def ask(
    parent: QWidget,
    t: Tongue,
    folder: Path,
    picked: Callable[[str], object],
    *,
    new: bool = False,
    title: str = "",
) -> QFileDialog:
    """Open the dialog; `picked` is told the path when one was chosen."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent)
    dialog.setObjectName("archive.choose")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if QGuiApplication.platformName() == "offscreen":
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setWindowTitle(title or (t("New archive") if new else t("Open an archive")))
    dialog.setDirectory(str(folder if folder.is_dir() else archive_path(None).parent))
    ours, every = t("Archives"), t("All files")
    dialog.setNameFilters([f"{ours} (*.{ENDING})", f"{every} (*)"])
    if new:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING)
        # A file that is there is opened, never written over.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(picked)
    dialog.open()
    return dialog
