"""The right side: what there is to settle, the move in hand or the selected card, and the last deeds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.wall.deeds import JustNow
from facilitator.desk.forum.wall.dryrun import Outlook
from facilitator.desk.forum.wall.facts import Card
from facilitator.desk.forum.wall.side import InHand, Selected, ToSettle
from facilitator.desk.widgets import column

LEAST_SETTLE, OTHERS = 210, 330
"""Pixels (at 100 %) that what there is to settle has at least, and those it leaves to the others."""


class RightSide(QScrollArea):
    """See the module. Where it is too low for all of them it scrolls, to what has just come up."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__()
        self._desk = desk
        self.settle = ToSettle(desk, meeting)
        self.in_hand = InHand(desk)
        self.selected = Selected(desk, meeting)
        self.deeds = JustNow(desk, meeting)
        self.in_hand.hide()
        self.selected.hide()
        self._content = content = QWidget()
        pieces = (self.settle, self.in_hand, self.selected, self.deeds, None)
        self._pieces = column(*pieces, on=content, gap=desk.px(8))
        self._pieces.setStretch(3, 1000)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def show_move(self, outlook: Outlook | None) -> None:
        """The move in hand, or that there is none."""
        came = self.in_hand.isHidden() and outlook is not None
        if outlook is not None:
            self.in_hand.show_outlook(outlook)
        self.in_hand.setVisible(outlook is not None)
        if came:
            self._reach(self.in_hand)

    def show_card(self, card: Card | None) -> None:
        """The card that is selected, or that none is."""
        came = self.selected.isHidden() and card is not None
        if card is not None:
            self.selected.show_card(card)
        self.selected.setVisible(card is not None)
        if came:
            self._reach(self.selected)

    def _reach(self, piece: QWidget) -> None:
        """Scroll to a piece once it is laid out."""
        QTimer.singleShot(0, piece, lambda: self.ensureWidgetVisible(piece, 0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Words are wrapped at the width beside the scroll bar: Qt would ask for their height without it."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._desk.px
        self.settle.keep_to(max(px(LEAST_SETTLE), event.size().height() - px(OTHERS)))
        self._fit()

    def _fit(self) -> None:
        high = self._pieces.minimumHeightForWidth(self.viewport().width())
        if 0 <= high != self._content.minimumHeight():
            self._content.setMinimumHeight(high)
