"""The left side: new topics, those that wait, those put aside, and the way to those that are gone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.wall.facts import Board, Card
from facilitator.desk.forum.wall.hand import Hand
from facilitator.desk.forum.wall.paint import CardPainter
from facilitator.desk.forum.wall.shelf import Shelf
from facilitator.desk.meeting.asked import allow
from facilitator.desk.widgets import button, column
from facilitator.words.figures import airy

LOW = 400
"""Pixels of height (at 100 %) under which hints give their room to cards."""


class WaitingSide(QWidget):
    """See the module. At most one card of both lists is selected."""

    picked = Signal(object)
    """The card that is selected now, or None."""
    menu_wanted = Signal(object, QPoint)
    gone_wanted = Signal()

    def __init__(self, desk: Desk, painter: CardPainter, hand: Hand, new: QAction) -> None:
        super().__init__()
        self._desk, t, px = desk, desk.t, desk.px
        self._new = button("", name="wall.new.button").follow(new)
        self._act = new
        hint = t("Drag it to the wall, or select it and press →")
        waits = t("Not on the wall yet")
        self.tray = Shelf(desk, painter, hand, key="tray", title=waits, hint=hint)
        self.parking = Shelf(desk, painter, hand, key="parking", title=t("Parked"), hint="")
        self._gone = button("", "link", "small", name="wall.gone")
        self._gone.clicked.connect(self.gone_wanted)
        self._new.setMinimumWidth(px(208))
        box = column(self._new, self.tray, self.parking, self._gone, on=self, gap=px(8))
        box.setStretch(1, 3)
        box.setStretch(2, 2)
        for shelf, other in ((self.tray, self.parking), (self.parking, self.tray)):
            shelf.list.picked.connect(lambda card, other=other: self._picked(card, other))
            shelf.list.menu_wanted.connect(self.menu_wanted)

    def show_board(self, board: Board) -> None:
        """Show what waits, what is parked, and how many are gone."""
        self.tray.show_cards(board.tray)
        self.parking.show_cards(board.parked)
        gone = self._desk.t.many(
            "{n} merged, split or withdrawn", "{n} merged, split or withdrawn", board.gone
        )
        self._gone.setText(airy(gone))
        self._gone.setVisible(board.gone > 0)

    def allow_new(self, refused: str) -> None:
        """Whether a topic can be posted; why not."""
        self._act.setEnabled(not refused)
        allow(self._new, refused)

    @property
    def card(self) -> Card | None:
        """The card that is selected."""
        return self.tray.list.card or self.parking.list.card

    def choose_nothing(self) -> None:
        """Select none."""
        self.tray.list.choose_nothing()
        self.parking.list.choose_nothing()

    def _picked(self, card: Card | None, other: Shelf) -> None:
        if card is not None:
            other.list.choose_nothing()
        self.picked.emit(card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = event.size().height() < self._desk.px(LOW)
        self.tray.press(low)
        self.parking.press(low)
