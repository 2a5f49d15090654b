"""The ways to break ties, one after another: ticked are those agreed on, and each can go up and down."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import Button, button, clear, column, row
from facilitator.rules.selection.problem import TieBreak
from facilitator.words.titles import title

USUAL = (TieBreak.LOWER_COST, TieBreak.MORE_VOTES, TieBreak.REVOTE, TieBreak.LOT)


class TieOrder(QWidget):
    """`ways` are the ticked ones in their order. `offer` leaves out what can decide nothing."""

    changed = Signal()

    def __init__(self, desk: Desk, ways: tuple[TieBreak, ...]) -> None:
        super().__init__()
        self._desk = desk
        self._on = list(ways)
        self._off = [one for one in USUAL if one not in ways]
        self._without: TieBreak | None = None
        self.setObjectName("terms.ties")
        self._lines = column(on=self, gap=0)
        self._lay()

    @property
    def ways(self) -> tuple[TieBreak, ...]:
        """Those agreed on, the first one first."""
        return tuple(one for one in self._on if one is not self._without)

    def leave_out(self, way: TieBreak | None) -> None:
        """Do not offer this one: with this way of counting it decides nothing."""
        if way is not self._without:
            self._without = way
            self._lay()

    def _lay(self, focus: str = "") -> None:
        desk, t = self._desk, self._desk.t
        clear(self._lines)
        shown = [one for one in (*self._on, *self._off) if one is not self._without]
        on = [one for one in self._on if one is not self._without]
        for number, way in enumerate(shown):
            chosen = number < len(on)
            said = title(way, desk.lang)
            box = QCheckBox(f"{number + 1}. {said}" if chosen else said)
            box.setObjectName(f"terms.ties.{way.value}")
            box.setChecked(chosen)
            box.toggled.connect(lambda now, way=way: self._tick(way, on=now))
            up = self._step(way, "up", t("Move up"), -1, can=chosen and number > 0)
            down = self._step(way, "down", t("Move down"), 1, can=chosen and number < len(on) - 1)
            self._lines.addLayout(row(box, None, up, down, gap=desk.px(2)))
        found = self.findChildren(QWidget, focus) if focus else []
        if found:
            found[-1].setFocus()

    def _step(self, way: TieBreak, key: str, said: str, by: int, *, can: bool) -> Button:
        made = button("", "quiet", "tiny", name=f"terms.ties.{way.value}.{key}", tip=said)
        made.setIcon(self._desk.theme.icon(f"arrow-{key}"))
        made.setProperty("narrow", True)
        made.setEnabled(can)
        policy = made.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        made.setSizePolicy(policy)
        made.clicked.connect(lambda: self._move(way, by, made.objectName()))
        return made.quick()

    def _tick(self, way: TieBreak, *, on: bool) -> None:
        here, there = (self._off, self._on) if on else (self._on, self._off)
        here.remove(way)
        if on:
            there.append(way)
        else:
            there.insert(0, way)
        self._lay(f"terms.ties.{way.value}")
        self.changed.emit()

    def _move(self, way: TieBreak, by: int, focus: str) -> None:
        shown = [one for one in self._on if one is not self._without]
        at = shown.index(way)
        other = self._on.index(shown[at + by])
        mine = self._on.index(way)
        self._on[mine], self._on[other] = self._on[other], self._on[mine]
        self._lay(focus)
        self.changed.emit()
