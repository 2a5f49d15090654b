"""The facets at the left; where the window is narrow they wait behind a button and lie over the list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from facilitator.desk.decisions.facet_list import FacetList
from facilitator.desk.decisions.facets import Facets, Names
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import button, column
from facilitator.searching import Counts, Facet

WIDTH = 208
PULLED = 256


class FacetSide(QFrame):
    """`ticked` and `cleared` tell what somebody wants; `left` that the drawer is to be shut."""

    ticked = Signal(object, str)
    cleared = Signal()
    left = Signal()

    def __init__(self, desk: Desk, names: Names) -> None:
        super().__init__()
        self._desk = desk
        self._model = Facets(desk, names)
        self.list = FacetList(desk, self._model)
        self._model.ticked.connect(self.ticked)
        self.clear = button(desk.t("Clear filters"), "plain", "small", name="decisions.clear")
        self.clear.clicked.connect(self.cleared)
        self.clear.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._box = column(self.list, self.clear, on=self, gap=desk.px(8))
        self._box.setStretch(0, 1)
        self.lay(drawn=False)

    def lay(self, *, drawn: bool) -> None:
        """As a drawer over the page, or as a part of it."""
        px = self._desk.px
        self.drawn = drawn
        self.setProperty("look", "choices" if drawn else "plain-row")
        self.style().unpolish(self)
        self.style().polish(self)
        margin = px(12) if drawn else 0
        self._box.setContentsMargins(margin, margin, margin, margin)
        self.setFixedWidth(px(PULLED if drawn else WIDTH))

    def show_counts(self, counts: Counts, chosen: Mapping[Facet, frozenset[str]]) -> None:
        """Show these counts and ticks."""
        self._model.show(counts, chosen)
        self.clear.setEnabled(any(chosen.values()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.drawn and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
