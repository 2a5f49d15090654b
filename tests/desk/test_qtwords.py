"""What Qt itself says: nothing in English in the Chinese window, and nothing in Chinese in the English one."""

import re

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QFileSystemModel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QSpinBox,
    QTextBrowser,
    QWidget,
)

from facilitator.desk.archives import ask
from facilitator.desk.qtwords import OURS
from facilitator.desk.settings import Settings
from facilitator.desk.window import Window
from facilitator.words.tongue import tongue
from tests.desk.freed import do_what_was_put_off

LATIN = re.compile(r"[A-Za-z]{2,}")
NAMES = {"facilitator", "PDF", "Ctrl", "Del", "Alt", "Shift"}
"""What is no English: endings and kinds of files, keys."""
SAYS = ("text", "title", "toolTip", "windowTitle", "placeholderText", "whatsThis", "accessibleName")


@pytest.fixture(params=["zh", "en"])
def window(request, qapp, tmp_path):
    """Give a window with a screen over it and no archive: as it is before the first one is open."""
    settings = Settings(tmp_path / "settings")
    settings.lang = request.param
    made = Window(settings=settings)
    made.cover(QWidget())
    yield made
    made.may_close = True
    made.close()
    made.deleteLater()
    del made
    do_what_was_put_off()
    assert QCoreApplication.translate("QFileDialog", "&Look in:") == "&Look in:"


def words(widget):
    """Return everything that a widget of Qt's and those in it say."""
    found = set()
    for one in (widget, *widget.findChildren(QWidget)):
        found |= {getattr(one, say)() for say in SAYS if hasattr(one, say)} - {""}
        found |= {act.text() for act in one.actions()}
        if isinstance(one, QComboBox):
            found |= {one.itemText(n) for n in range(one.count())}
        if isinstance(one, QAbstractItemView) and isinstance(one.model(), QFileSystemModel):
            across = range(one.model().columnCount())
            found |= {one.model().headerData(n, Qt.Orientation.Horizontal) for n in across}
    return found


def wrong(window, said, mine=()):
    """Return what is in the other language, without what is no word: `mine`, paths, names of printers."""
    lang = window.settings.lang
    kept = {text for text in said if text not in mine and not text.startswith("/")}
    if lang == "en":
        return {text for text in kept if re.search("[\u4e00-\u9fff]", text)}
    return {text for text in kept if set(LATIN.findall(text)) - NAMES}


def chosen(window, tmp_path, *, new):
    """Return the dialog that asks for an archive, in a folder with a file and a folder."""
    (tmp_path / "里").mkdir(exist_ok=True)
    (tmp_path / "档案.facilitator").touch()
    lang = tongue(window.settings.lang)
    dialog = ask(window, lang, tmp_path, lambda _path: None, new=new)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    return dialog


def test_dialogs_for_files(window, tmp_path):
    """To open one and to save one, labels, columns, buttons and the menu of what can be done."""
    for new in (False, True):
        dialog = chosen(window, tmp_path, new=new)
        said = words(dialog)
        places = {one for one in said if one in (tmp_path.name, "root", "home")}
        assert {"查找范围(&L)：", "大小"} <= said or window.settings.lang == "en"
        assert wrong(window, said, places) == set()
        dialog.reject()


def test_menus_of_fields(window):
    """What a right click offers in a line, a text, a number, and in the manual."""
    browser = QTextBrowser()
    browser.setHtml("<a href='x'>1</a>")
    line, text = QLineEdit("1"), QPlainTextEdit("1")
    menus = [line.createStandardContextMenu(), text.createStandardContextMenu()]
    menus += [browser.createStandardContextMenu(QPoint(5, 5))]
    for menu in menus:
        said = {act.text() for act in menu.actions() if act.text()}
        assert said
        assert wrong(window, said) == set()
        menu.deleteLater()
    spin = QSpinBox()
    assert wrong(window, words(spin)) == set()


def test_printing(window, tmp_path):
    """The dialog with all its options, without the names of the printers themselves."""
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "1.pdf"))
    dialog = QPrintDialog(printer, window)
    said = words(dialog)
    assert len(said) > 20
    assert wrong(window, said, {"..."}) == set()
    dialog.deleteLater()


def test_every_button_of_a_message(window):
    """All that Qt has words for."""
    box = QMessageBox(window)
    buttons = QMessageBox.StandardButton
    for one in range(
        buttons.FirstButton.value.bit_length() - 1, buttons.LastButton.value.bit_length()
    ):
        box.addButton(buttons(1 << one))
    assert len(box.buttons()) > 15
    assert wrong(window, words(box)) == set()


def test_each_of_our_words_is_said(window):
    """In the place of Qt's own; also where Qt adds a remark for translators."""
    t = tongue(window.settings.lang)
    for context, source in OURS:
        for remark in ("", "All other platforms"):
            said = QCoreApplication.translate(context, source, remark)
            assert said == t.within(context, source)
    assert QCoreApplication.translate("QFile", "&Look in:") == "&Look in:"
