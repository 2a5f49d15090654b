"""One paper under a name of one's own; several of a kind into a folder."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from facilitator.demo.stage import EVENING
from facilitator.desk.deeds import done
from facilitator.desk.notices import Tone
from facilitator.desk.papers.view import PapersView
from facilitator.firststeps import Deed


@pytest.fixture
def desk(bench):
    """The whole evening."""
    return bench()


@pytest.fixture
def view(bench, desk):
    """Its papers; what the desk says is noted."""
    made = PapersView(desk, EVENING)
    made.notices = []
    desk.noticed.connect(made.notices.append)
    return bench.show(made)


def ask(view, bench, qtbot, kind, form):
    """Press the button of a format and return the dialog that opens."""
    view.show_kind(kind)
    bench.idle()
    button = view.findChild(QPushButton, f"papers.save.{form}")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    bench.idle()
    return view.findChild(QFileDialog)


def name(dialog, path):
    """Type a path into the dialog and take it."""
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
    dialog.accept()


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("html", b"<!")])
def test_a_paper_is_saved_as_asked(view, bench, qtbot, tmp_path, form, begins):
    """Under the name that was typed, with the ending of its format."""
    dialog = ask(view, bench, qtbot, "summary", form)
    name(dialog, tmp_path / "mine")
    bench.idle()
    assert (tmp_path / f"mine.{form}").read_bytes()[: len(begins)] == begins
    assert view.notices[-1].tone is Tone.DONE
    assert f"mine.{form}" in view.notices[-1].text
    assert Deed.MINUTES in done(view.desk)


def test_its_usual_name_is_offered(view, bench, qtbot):
    """Named as in the whole set, so that both lie side by side."""
    dialog = ask(view, bench, qtbot, "record", "pdf")
    [offered] = dialog.selectedFiles()
    assert "会议记录" in offered
    dialog.reject()


def test_the_public_version_is_saved_when_it_is_looked_at(view, bench, qtbot, tmp_path):
    """What is saved is what is seen."""
    button = view.findChild(QPushButton, "papers.version.public")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = ask(view, bench, qtbot, "record", "html")
    name(dialog, tmp_path / "mine.html")
    bench.idle()
    assert "刘小燕" not in (tmp_path / "mine.html").read_text(encoding="utf-8")


def test_several_papers_go_into_a_folder(view, bench, qtbot, tmp_path):
    """Two resolutions are two files, under their own names."""
    dialog = ask(view, bench, qtbot, "resolution", "docx")
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    name(dialog, tmp_path)
    bench.idle()
    assert len(list(tmp_path.glob("*决议*.docx"))) == 2
    assert "2" in view.notices[-1].text


def test_the_next_dialog_opens_where_the_last_one_saved(view, desk, bench, qtbot, tmp_path):
    """Nobody looks for the same folder twice."""
    dialog = ask(view, bench, qtbot, "summary", "pdf")
    name(dialog, tmp_path / "mine.pdf")
    bench.idle()
    dialog = ask(view, bench, qtbot, "notice", "pdf")
    assert dialog.directory().absolutePath() == str(tmp_path)
    dialog.reject()


def test_trouble_offers_to_try_again(view, bench, tmp_path):
    """The sentence names the place; the way on is the same order once more."""
    view._saving.write_one(view.order, "pdf", str(tmp_path / "no" / "mine.pdf"))
    bench.idle()
    notice = view.notices[-1]
    assert notice.tone is Tone.TROUBLE
    assert "mine.pdf" in notice.text
    (tmp_path / "no").mkdir()
    _, again = notice.way
    again()
    bench.idle()
    assert (tmp_path / "no" / "mine.pdf").exists()
    assert view.notices[-1].tone is Tone.DONE
