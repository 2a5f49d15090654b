"""A row of controls in which buttons give up their words where there is no room, and keep their signs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import Button, row, tip

BARE = 56
"""Pixels at 100 % for a button without words."""


class TerseRow(QWidget):
    """All buttons that have a sign lose their words together; tips and readers keep them.

    `fields` (by what they need at least, at 100 %) share the room that is left.
    """

    def __init__(
        self,
        desk: Desk,
        *pieces: QWidget | None,
        fields: dict[QWidget, int] | None = None,
        gap: int = 8,
    ) -> None:
        super().__init__()
        self._desk, self._gap, self._fields = desk, desk.px(gap), fields or {}
        self._pieces = [one for one in pieces if one is not None]
        self._words: dict[Button, str] = {}
        for one in self._pieces:
            if isinstance(one, Button) and not one.icon().isNull():
                self._words[one] = one.text()
                if one.text():
                    one.setAccessibleName(one.text())
                    tip(one, one.toolTip() or one.text())
        box = row(*pieces, on=self, gap=self._gap)
        for one in self._fields:
            box.setStretchFactor(one, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        """Show words if there is room for all; call it when other pieces are shown or hidden."""
        terse = self._width() > self.width()
        for one, text in self._words.items():
            shown = "" if terse else text
            if one.text() != shown:
                one.setText(shown)

    def minimumSizeHint(self) -> QSize:
        """Room for fields and signs."""
        return QSize(self._width(bare=True), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More words, or fewer."""
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        """A piece was shown, hidden or got other words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)

    def _width(self, *, bare: bool = False) -> int:
        """What all need that are shown, with words or without."""
        shown = [one for one in self._pieces if not one.isHidden()]
        return sum(self._needs(one, bare) for one in shown) + self._gap * (len(shown) - 1)

    def _needs(self, one: QWidget, bare: bool) -> int:
        if one in self._fields:
            return self._desk.px(self._fields[one])
        if not isinstance(one, Button) or one not in self._words:
            return one.sizeHint().width()
        if bare or not self._words[one]:
            return self._desk.px(BARE)
        has, words = one.text(), self._words[one]
        more = 0 if has else one.fontMetrics().horizontalAdvance(words) + self._desk.px(8)
        return one.sizeHint().width() + more
