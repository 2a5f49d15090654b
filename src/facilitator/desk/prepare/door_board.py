"""Everybody at the door by group, as many side by side as there is room for; it scrolls."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.seats import nearest
from facilitator.desk.prepare.door import Comer, Party
from facilitator.desk.prepare.door_card import WIDTH, DoorCard
from facilitator.desk.widgets import GroupMark, clear, column, elided, row, scrolling, words
from facilitator.words.figures import airy

MOST = 240
"""So many cards are shown at once; the others are found by number and name."""
GAP = 8


class DoorBoard(QWidget):
    """`pressed` names somebody, `asked` somebody whose menu is wanted, and where."""

    pressed = Signal(str)
    asked = Signal(str, QPoint)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        px = desk.px
        self._desk = desk
        self._parties: tuple[Party, ...] = ()
        self._meant = ""
        self._shape: tuple[object, ...] = ()
        self.cards: dict[str, DoorCard] = {}
        self._numbers: dict[int, Callable[[str], None]] = {}
        self._content = QWidget()
        self._box = column(on=self._content, gap=px(6))
        self._box.setContentsMargins(0, 0, px(6), 0)
        self._area = scrolling(self._content)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(self._area, on=self)

    def show_parties(self, parties: tuple[Party, ...], meant: str = "") -> None:
        """Show these; the cards stay while the same people stand there. `meant` is framed and in sight."""
        self._parties, self._meant = parties, meant
        self._build()
        for party in parties:
            self._numbers[party.group](f"{party.here}/{party.held}")
            for comer in party.comers:
                card = self.cards.get(_key(comer))
                if card is not None:
                    self._show(card, comer, meant)

    def take_keys(self) -> None:
        """Go to the first card that can be pressed."""
        first = next((card for card in self.cards.values() if card.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer side by side."""
        super().resizeEvent(event)
        self.show_parties(self._parties, self._meant)

    def _show(self, card: DoorCard, comer: Comer, meant: str) -> None:
        chosen = bool(meant) and comer.person == meant
        if (card.comer, card.meant) != (comer, chosen):
            card.show_comer(comer, meant=chosen)
        if chosen:
            self._area.ensureWidgetVisible(card)

    def _room(self) -> int:
        """Pixels from left to right, less the bar one scrolls by."""
        return max(self.width(), self._desk.px(WIDTH)) - self._desk.px(18)

    def _columns(self) -> int:
        gap = self._desk.px(GAP)
        return max(1, (self._room() + gap) // (self._desk.px(WIDTH) + gap))

    def _build(self) -> None:
        """Lay the cards out, if others stand there or there is another number of them side by side."""
        columns = self._columns()
        width = (self._room() - (columns - 1) * self._desk.px(GAP)) // columns
        self._build_for(columns)
        for card in self.cards.values():
            card.setFixedWidth(width)

    def _build_for(self, columns: int) -> None:
        shape = (columns, *((one.group, *map(_key, one.comers)) for one in self._parties))
        if shape == self._shape:
            return
        self._shape = shape
        had = next((key for key, card in self.cards.items() if card.hasFocus()), "")
        clear(self._box)
        self.cards.clear()
        self._numbers.clear()
        for party in self._parties:
            self._box.addWidget(self._head(party))
            self._box.addLayout(self._grid(party, columns))
        left = sum(len(party.comers) for party in self._parties) - len(self.cards)
        if left > 0:
            t = self._desk.t
            said = t("{n} more: type a seat number or a name to find them.", n=left)
            self._box.addWidget(words(airy(said), "secondary", wrap=True))
        self._box.addStretch(1)
        if had in self.cards:
            self.cards[had].setFocus()

    def _head(self, party: Party) -> QWidget:
        desk, made = self._desk, QWidget()
        mark = [GroupMark(desk.theme, party.group)] if party.group >= 0 else []
        numbers = words("", "head", name=f"door.count.{party.group}")
        self._numbers[party.group] = numbers.setText
        row(*mark, elided(party.title, "head"), numbers, None, on=made, gap=desk.px(8))
        return made

    def _grid(self, party: Party, columns: int) -> QGridLayout:
        grid, px = QGridLayout(), self._desk.px
        grid.setSpacing(px(GAP))
        grid.setContentsMargins(0, 0, 0, px(6))
        for place, comer in enumerate(party.comers):
            if len(self.cards) >= MOST:
                break
            grid.addWidget(self._card(comer), place // columns, place % columns)
        grid.setColumnStretch(columns, 1)
        return grid

    def _card(self, comer: Comer) -> DoorCard:
        card = DoorCard(self._desk, comer)
        card.clicked.connect(partial(self._pressed, card))
        card.asked.connect(partial(self._asked, card))
        card.wandered.connect(partial(self._wander, card))
        self.cards[_key(comer)] = card
        return card

    def _pressed(self, card: DoorCard, _checked: bool = False) -> None:
        self.pressed.emit(card.comer.person)

    def _asked(self, card: DoorCard, at: QPoint) -> None:
        self.asked.emit(card.comer.person, at)

    def _wander(self, card: DoorCard, key: Qt.Key) -> None:
        target = nearest(card, [one for one in self.cards.values() if one.isEnabled()], key)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(target)


def _key(comer: Comer) -> str:
    return comer.person or f"seat {comer.seat}"
