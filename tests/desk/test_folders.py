"""File dialogs begin among a person's own papers, or where files were found the last time."""

import ast
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from facilitator.desk.folders import begin_in, last_folder
from facilitator.desk.settings import Settings
from tests.words.catalogues import sources


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


def test_no_dialog_is_made_that_does_not_say_where_it_begins():
    """Qt would take the folder in which the program was started, of which nobody knows."""
    makers = {name: ast.unparse(tree) for name, tree in sources("QFileDialog(")}
    assert len(makers) > 10
    begins = ("begin_in(", ".setDirectory(")
    assert [name for name, text in makers.items() if not any(one in text for one in begins)] == []
