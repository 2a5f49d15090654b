"""A table of a proposal's form under its name, with buttons for its rows."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.projects.project.proposal.table import TypedTable
from facilitator.desk.widgets import Button, button, column, row, words


class TableField(QWidget):
    """A table under its name, with buttons that move and take out the row that has the keys."""

    def __init__(
        self, desk: Desk, key: str, said: str, near: date, note: str = "", *, needed: bool = False
    ) -> None:
        super().__init__()
        t = desk.t
        named = t("{head} (needed)", head=said) if needed else said
        self._desk = desk
        self.table = TypedTable(desk, key, named, near)
        up = self._mover(t("Move the row up"), f"proposal.{key}.up", "arrow-up")
        down = self._mover(t("Move the row down"), f"proposal.{key}.down", "arrow-down")
        out = self._mover(t("Take the row out"), f"proposal.{key}.out", "x")
        up.quick().clicked.connect(lambda: self.table.move_row(-1))
        down.quick().clicked.connect(lambda: self.table.move_row(1))
        out.clicked.connect(self.table.take_out)
        head = row(words(named, "strong"), gap=desk.px(8))
        if note:
            head.addWidget(words(note, "small"))
        head.addStretch(1)
        for one, keys in ((up, "Alt+↑"), (down, "Alt+↓"), (out, "Ctrl+Del")):
            one.setToolTip(f"{one.toolTip()} ({keys})")
            one.setAccessibleName(f"{said}: {one.accessibleName()}")
            head.addWidget(one)
        column(head, self.table, on=self, gap=desk.px(4))

    def _mover(self, said: str, name: str, icon: str) -> Button:
        sign = self._desk.theme.icon(icon)
        made = button("", "quiet", "tiny", icon=sign, name=name, tip=said)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made
