"""All keys at a glance: made from the one table of actions, closed with Esc."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.today.steps import bring_back, offered
from facilitator.desk.widgets import Button, button, column, line, row, scrolling, words
from facilitator.words.actions import Act, acts_with_keys, key_of

COLUMNS = 3
KEYS = "90-keys"
"""The chapter of the manual that tells the same."""
NARROW = 1000
"""Below this (at 100 %) two columns are enough."""


class Help(QDialog):
    """Open it with `open()`; only keys that exist are shown, in groups."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        t, px = desk.t, desk.px
        self.setObjectName("help")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("Keys"))
        room = parent.window().size()
        columns = COLUMNS if room.width() >= px(NARROW) + px(200) else COLUMNS - 1
        close = button(t("Close"), "primary", name="help.close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        head = row(words(t("Keys"), "item"), None, words(t("Esc closes this."), "secondary"))
        steps = button(t("First steps"), name="help.steps")
        steps.clicked.connect(self._show_steps)
        steps.setVisible(offered(desk))
        foot = row(self._manual_button(), steps, None, close)
        keys = scrolling(self._columns(columns))
        keys.setObjectName("help.keys")
        keys.setAccessibleName(t("Keys"))
        column(head, line(), keys, line(), foot, on=self, margins=px(24), gap=px(16))
        wanted = px(330) * columns + px(100)
        self.resize(min(wanted, room.width() - 32), min(px(700), room.height() - 32))
        close.setFocus()

    def _show_steps(self) -> None:
        self.accept()
        bring_back(self.desk)

    def _manual_button(self) -> Button:
        desk = self.desk
        made = button(desk.t("Manual"), icon=desk.theme.icon("book-open"), name="help.manual")
        made.set_key(key_of("manual"))
        made.clicked.connect(self._open_manual)
        return made

    def _open_manual(self) -> None:
        self.accept()
        self.desk.manual.open(KEYS)

    def _columns(self, number: int) -> QWidget:
        """The groups shared out so that the columns are about equally long."""
        px = self.desk.px
        held, groups = QWidget(), acts_with_keys()
        boxes = [column(gap=px(4)) for _ in range(number)]
        lengths = [0] * number
        for room, acts in groups:
            shortest = lengths.index(min(lengths))
            self._add_group(boxes[shortest], room, acts)
            lengths[shortest] += len(acts) + 2
        for box in boxes:
            box.addStretch(1)
        side = row(*boxes, on=held, gap=px(32))
        for place in range(number):
            side.setStretch(place, 1)
        return held

    def _add_group(self, box: QVBoxLayout, room: str, acts: list[Act]) -> None:
        t, px = self.desk.t, self.desk.px
        if box.count():
            box.addSpacing(px(12))
        box.addWidget(words(t(room), "head"))
        for act in acts:
            said = words(t(act.text).rstrip("…"), wrap=True)
            caps = self._caps(act)
            keys = row(said, *caps, gap=px(4))
            keys.setStretch(0, 1)
            for cap in caps:  # not the row: it would be as high as one line, however many it has
                keys.setAlignment(cap, Qt.AlignmentFlag.AlignVCenter)
            box.addLayout(keys)

    def _caps(self, act: Act) -> list[QLabel]:
        return [words(part, "key") for part in key_of(act.name).split("+")]
