"""What is decided before an archive is opened: Shift asks for the safe start, lost fonts for a picture."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.desk import start
from facilitator.desk.life import Life
from facilitator.desk.safe import SafeScreen
from facilitator.desk.settings import Settings
from facilitator.desk.theme import Letters
from facilitator.desk.unlettered import Unlettered
from facilitator.desk.window import Window
from facilitator.desk.wishes import OpenArchive
from tests.desk.freed import do_what_was_put_off


@pytest.fixture
def life(qapp, tmp_path):
    """Give a program that has not opened anything yet."""
    window = Window(settings=Settings(tmp_path / "settings"), restored=False)
    yield Life(qapp, window.settings, window)
    window.deleteLater()
    do_what_was_put_off()


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        (Qt.KeyboardModifier.ShiftModifier, True),
        (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier, True),
        (Qt.KeyboardModifier.ControlModifier, False),
        (Qt.KeyboardModifier.NoModifier, False),
    ],
)
def test_shift_asks_for_the_safe_start(qapp, monkeypatch, held, asked):
    """Held while the program starts, with whatever else."""
    monkeypatch.setattr(QApplication, "queryKeyboardModifiers", lambda *_: held)
    assert start._shift_held(qapp) is asked


def test_an_archive_that_is_named_while_nothing_is_open_is_opened(life, monkeypatch, tmp_path):
    """Nobody is asked: there is no record under anybody's hands."""
    wished = []
    monkeypatch.setattr(life, "wish", wished.append)
    life.asked_to_show(str(tmp_path / "a.facilitator"))
    life.asked_to_show("")
    assert wished == [OpenArchive(str(tmp_path / "a.facilitator"))]


@pytest.mark.parametrize(
    ("letters", "screen"), [(Letters.NONE, Unlettered), (Letters.OTHERS, SafeScreen)]
)
def test_without_a_letter_nothing_is_opened_nor_asked(life, monkeypatch, capsys, letters, screen):
    """No button could be read; with the machine's fonts everything goes its way."""
    monkeypatch.setattr(start, "letters", lambda: letters)
    start._begin(life, life.window, 2, "", safe=True)
    assert life.window.findChild(screen) is not None
    assert life.desk is None
    assert bool(capsys.readouterr().err) is (letters is Letters.NONE)
