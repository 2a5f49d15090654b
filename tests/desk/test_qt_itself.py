"""What we rely on in Qt and its binding, tried on this machine's version of both."""

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QImage, QPainter, QRawFont
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from facilitator.places import resources

NAMES = "镕喆堃"  # in people's names, and outside GB 2312


def test_void_calls_do_not_steal_none(qapp):
    """PySide6 6.12.0 under Python 3.10 and 3.11 took one reference to None a call, till it ended."""
    window = QWidget()
    before = sys.getrefcount(None)
    for number in range(500):
        window.setWindowTitle(str(number))
    assert sys.getrefcount(None) > before - 100


@pytest.fixture(params=["NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"])
def font_file(request):
    """Return a font of the windows; Qt has none of its own offscreen."""
    return resources() / "fonts" / request.param


def test_rare_names_have_glyphs(qapp, font_file):
    """镕 喆 堃 are drawn as themselves, each with a glyph of its own, none with the empty box."""
    glyphs = QRawFont(str(font_file), 20).glyphIndexesForString(NAMES)
    assert len(set(glyphs)) == len(NAMES)
    assert 0 not in glyphs


def test_a_rare_name_leaves_ink(qapp, font_file):
    """Text painted with the family that Qt names after loading the file differs for each name."""
    loaded = QFontDatabase.addApplicationFont(str(font_file))
    try:
        family, *_ = QFontDatabase.applicationFontFamilies(loaded)
        font = QFont(family, 20)
        assert family == "Noto Sans SC"
        assert QFontInfo(font).family() == family
        assert len({_painted(name, font) for name in [*NAMES, " "]}) == len(NAMES) + 1
    finally:
        QFontDatabase.removeApplicationFont(loaded)


def _painted(text, font):
    image = QImage(48, 48, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(4, 36, text)
    painter.end()
    return bytes(image.constBits())


def test_qts_own_words_come_in_chinese(qapp):
    """The catalogue that ships with Qt makes 取消 of Cancel, also on a button that Qt itself made."""
    words = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert words.load("qtbase_zh_CN", folder)
    assert words.translate("QPlatformTheme", "Cancel") == "取消"
    QCoreApplication.installTranslator(words)
    try:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"
    finally:
        QCoreApplication.removeTranslator(words)
