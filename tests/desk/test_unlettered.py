"""A computer on which no letter of Chinese can be shown: it is said as a picture, and nothing is opened."""

import pytest
from PySide6.QtGui import QFontDatabase

from facilitator.desk import logbook
from facilitator.desk.papers.fonts import font_words
from facilitator.desk.settings import Settings
from facilitator.desk.theme import Letters, Theme, letters, theme
from facilitator.desk.unlettered import Unlettered, note_it
from facilitator.words.tongue import tongue


@pytest.mark.parametrize(
    ("ours", "others", "found"),
    [
        (True, [], Letters.OURS),
        (False, ["SimSun"], Letters.OTHERS),
        (False, [], Letters.NONE),
    ],
)
def test_it_is_known_what_there_is_to_write_with(qapp, monkeypatch, ours, others, found):
    """Our own font, the machine's, or none."""
    monkeypatch.setattr(theme, "_load_fonts", lambda: ours)
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: others)
    assert letters() is found


def test_a_font_that_is_cut_off_is_none(qapp, monkeypatch, tmp_path):
    """Qt would take half a file by another name: then our font is not there."""
    whole = theme.resources() / "fonts"
    (tmp_path / "fonts").mkdir()
    for one in whole.glob("NotoSansSC-*.ttf"):
        (tmp_path / "fonts" / one.name).write_bytes(one.read_bytes()[:200_000])
    monkeypatch.setattr(theme, "resources", lambda: tmp_path)
    assert theme._load_fonts.__wrapped__() is False
    monkeypatch.undo()
    assert theme._load_fonts.__wrapped__() is True


@pytest.mark.parametrize("size", [(860, 480), (1366, 768), (1, 1)])
def test_the_words_are_drawn_and_need_no_font(qapp, tmp_path, size):
    """Both languages stand on it, black on white, whatever the look of the windows."""
    settings = Settings(tmp_path)
    settings.dark = True
    screen = Unlettered(settings)
    screen.resize(*size)
    picture = screen.grab().toImage()
    if size[0] > 1:
        middle = [picture.pixelColor(x, y).lightness() for x in range(80, size[0] - 80, 2)
                  for y in range(0, size[1], 3)]  # fmt: skip
        assert min(middle) < 60
        assert max(middle) == 255
    assert "Install the program again" in screen.accessibleName()
    screen.deleteLater()


def test_it_is_said_in_the_terminal_and_noted_as_a_code(capsys):
    """For whoever looks after the computer."""
    logbook.end()
    note_it()
    assert "Install the program again" in capsys.readouterr().err
    assert logbook.latest().endswith("no-fonts")
    logbook.end()


def test_an_export_says_which_font_stands_in():
    """Only where one of the program's own is lost."""
    whole = (("仿宋", "FangSong"), ("宋体", "Noto Serif SC"), ("黑体", "Noto Sans SC"),
             ("楷体", "Facilitator Kai"))  # fmt: skip
    assert "重新安装" not in font_words(whole, tongue("zh"))
    lost = (*whole[:3], ("楷体", "SimSun"))
    assert "SimSun。请重新安装本软件" in font_words(lost, tongue("zh"))


def test_letters_are_looked_for_once(qapp):
    """Windows that are made anew load nothing again."""
    assert letters() is Letters.OURS
    assert theme._load_fonts.cache_info().maxsize == 1
    assert Theme().font().family() == theme.FAMILY
