"""What people type is shown as they typed it: nothing on any screen is read as markup."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import cycle

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import Qt as TextQt
from PySide6.QtGui import QTextFormat
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from facilitator.demo.fingers import Fingers
from facilitator.demo.round_shots import ROUND_SHOTS
from facilitator.demo.shots import SHOTS, lines_of
from facilitator.demo.stage import show, staged
from facilitator.desk.places import Place
from tests.desk.evening import leave
from tests.desk.freed import do_what_was_put_off
from tests.desk.looking import told
from tests.papers.hostile import MANY, ODD
from tests.proofs import tally

TYPED = [one for one in MANY if one == one.strip() and "\n" not in one and "  " not in one]
CHINESE = re.compile("[一-鿿]")
WORDLESS = ("settings", "help")
"""Screens on which nothing stands that anybody typed."""
SHOTS_HERE = [
    one for one in (*SHOTS, *ROUND_SHOTS) if one.mark and not one.scene and one.name not in WORDLESS
]
SOME = ("desk",)
"""Tried at every commit."""
TIPS = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole, Qt.ItemDataRole.StatusTipRole)
MADE_BY_MARKUP = (
    *(QTextFormat.Property.AnchorHref, QTextFormat.Property.ImageName),
    *(QTextFormat.Property.HeadingLevel, QTextFormat.Property.TableColumns),
)


def hostile(lines: Iterable[bytes], begin: int) -> Iterator[bytes]:
    """The lines of a sample with a text of `TYPED` before each text that is in Chinese, always the same."""
    payloads, known = cycle([*TYPED[begin:], *TYPED[:begin]]), {}

    def typed(value):
        if isinstance(value, dict):
            return {key: typed(one) for key, one in value.items()}
        if isinstance(value, list):
            return [typed(one) for one in value]
        if isinstance(value, str) and CHINESE.search(value):
            return known.setdefault(value, next(payloads) + value)
        return value

    for line in lines:
        yield json.dumps(typed(json.loads(line)), ensure_ascii=False).encode()


def cells(view: QAbstractItemView):
    """Every cell of a list, down to those that are folded away."""
    model, open_ = view.model(), [view.rootIndex()]
    while open_ and model is not None:
        under = open_.pop()
        for row in range(model.rowCount(under)):
            flat = isinstance(model, QAbstractListModel)
            for column in range(1 if flat else model.columnCount(under)):
                yield (cell := model.index(row, column, under))
                if not column:
                    open_.append(cell)


def texts(widget: QWidget) -> Iterator[str]:
    """What a widget says, as it was given to it."""
    if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)):
        yield widget.text()
    elif isinstance(widget, (QPlainTextEdit, QTextEdit)):
        yield widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QAbstractItemView):
        for cell in cells(widget):
            yield from (
                str(cell.data(role) or "") for role in (0, Qt.ItemDataRole.AccessibleTextRole)
            )


def active(widget: QWidget) -> Iterator[str]:
    """What a widget would read as markup."""
    tips = [widget.toolTip(), widget.statusTip(), widget.whatsThis()]
    if isinstance(widget, QAbstractItemView):
        tips += [str(cell.data(role) or "") for cell in cells(widget) for role in TIPS]
    if isinstance(widget, QMenu):
        tips += [one.toolTip() for one in widget.actions() if one.toolTip() != one.text()]
    if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
        tips.append(widget.text())
    yield from (one for one in tips if TextQt.mightBeRichText(one))
    if isinstance(widget, QTextEdit):
        formats = widget.document().allFormats()
        yield from (f"{one}" for one in formats if any(map(one.hasProperty, MADE_BY_MARKUP)))


@pytest.mark.parametrize(
    "shot",
    [one if one.name in SOME else pytest.param(one, marks=pytest.mark.soak) for one in SHOTS_HERE],
    ids=lambda shot: shot.name,
)
def test_nothing_on_a_screen_is_read_as_markup(qapp, aloop, tmp_path, shot):
    """Names, titles, minutes of any wording: labels, lists, tips and menus take them sign by sign."""
    begin = 37 * SHOTS_HERE.index(shot) % len(TYPED)
    desk = staged(tmp_path, hostile(lines_of(shot), begin))
    window = show(qapp, desk, Place.read(shot.place))
    window.activateWindow()
    qapp.processEvents()
    if shot.first is not None:
        shot.first(Fingers(window))
    every = [window, *window.findChildren(QWidget)]
    said = [text for one in every for text in texts(one)]
    found = [f"{told(one)}: {what}" for one in every for what in active(one)]
    aloop.run_until_complete(desk.works.settle())
    window.may_close = True
    window.close()
    window.deleteLater()
    leave(desk)
    do_what_was_put_off()
    qapp.setStyleSheet("")
    assert found == []
    shown = {
        typed for typed in TYPED if any(typed in text and CHINESE.search(text) for text in said)
    }
    assert shown
    tally(screens=1, places=sum(any(typed in one for typed in shown) for one in said))


def test_there_are_two_hundred_texts():
    """No two are the same."""
    assert len({*MANY, *ODD}) == len(MANY) + len(ODD) >= 200
    tally(texts=len(MANY) + len(ODD))
