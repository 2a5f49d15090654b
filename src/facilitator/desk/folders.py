"""Where a file dialog begins: in the folder of the last time, else among the person's own papers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from facilitator.desk.settings import Settings

Location = QStandardPaths.StandardLocation


def begin_in(dialog: QFileDialog, settings: Settings, key: str) -> None:
    """Have it begin where files of this kind were found last, and remember where they are found now."""
    dialog.setDirectory(str(last_folder(settings, key)))

    def found(paths: list[str]) -> None:
        settings.keep_text(key, str(Path(paths[0]).parent))

    dialog.filesSelected.connect(found)


def last_folder(settings: Settings, key: str, first: Location = Location.DocumentsLocation) -> Path:
    """The folder that a setting names, if it is there; never the one in which the program was started."""
    named = (settings.text(key), QStandardPaths.writableLocation(first))
    folders = [Path(one) for one in named if one]
    return next((one for one in folders if one.is_dir()), Path.home())
