"""File dialogs begin among a person's own papers, or where files were found the last time."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from facilitator.desk.folders import begin_in, last_folder
from facilitator.desk.settings import Settings


def test_a_dialog_begins_where_the_last_file_was_found(qtbot, tmp_path, monkeypatch):
    """Never in the folder in which the program was started; a folder that is gone is none."""
    papers, found, started = (tmp_path / name for name in ("papers", "found", "started"))
    for folder in (papers, found, started):
        folder.mkdir()
    monkeypatch.chdir(started)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(papers))
    settings = Settings(tmp_path / "settings")
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    begin_in(dialog, settings, "room/folder")
    assert Path(dialog.directory().path()) == papers
    dialog.filesSelected.emit([str(found / "one.toml")])
    assert last_folder(settings, "room/folder") == found
    found.rmdir()
    assert last_folder(settings, "room/folder") == papers
    papers.rmdir()
    assert last_folder(settings, "room/folder") == Path.home()
