"""The bar over the pages: which page this is, the one before and the next, and how large they are shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.papers.pages import STEPS, Fit, Pages
from facilitator.desk.widgets import Button, button, row, words
from facilitator.words.figures import airy


class Turning(QWidget):
    """Steers `Pages`; its keys work while something in the parent's view has the keys."""

    def __init__(self, desk: Desk, pages: Pages) -> None:
        super().__init__()
        self.desk, self.pages = desk, pages
        self.useful = False
        """Whether the pages are what is shown, and not a sentence in their place."""
        t, px = desk.t, desk.px
        self._words = words("", "secondary", name="papers.page")
        self._percent = words("", "secondary", name="papers.percent")
        before = self._tool("chevron-left", t("Page before"), "before", self._turn_back)
        after = self._tool("chevron-right", t("Next page"), "after", self._turn)
        self._turners = (before, after)
        smaller = self._tool("minus", t("Smaller"), "smaller", pages.smaller)
        larger = self._tool("plus", t("Larger"), "larger", pages.larger)
        width = self._word(t("Page width"), "width", lambda: pages.set_zoom(Fit.WIDTH))
        page = self._word(t("Whole page"), "whole", lambda: pages.set_zoom(Fit.PAGE))
        self._fits = {Fit.WIDTH: width, Fit.PAGE: page}
        self._sizers = (smaller, larger, width, page)
        pieces = (before, self._words, after, None, smaller, self._percent, larger, width, page)
        self._pieces = tuple(piece for piece in pieces if piece is not None)
        row(*pieces, on=self, margins=(px(12), px(6), px(12), px(6)), gap=px(4))
        pages.turned.connect(lambda _page: self.refresh())
        pages.resized.connect(self.refresh)

    def watch(self, owner: QWidget) -> None:
        """Give the keys for turning to a view."""
        action(self.desk, owner, "papers.next-page", self._turn)
        action(self.desk, owner, "papers.page-before", self._turn_back)

    def refresh(self) -> None:
        """Say where we are; what leads nowhere is switched off."""
        t, pages = self.desk.t, self.pages
        there = self.useful and pages.count > 0
        text = t("Page {page} of {pages}", page=pages.page + 1, pages=pages.count) if there else ""
        self._words.setText(airy(text))
        self._percent.setText(f"{pages.percent}%" if there else "")
        pages.setAccessibleDescription(text)
        before, after = self._turners
        before.setEnabled(there and pages.page > 0)
        after.setEnabled(there and pages.page < pages.count - 1)
        for one in self._sizers:
            one.setEnabled(there)
        smaller, larger, *_ = self._sizers
        smaller.setEnabled(there and pages.percent > STEPS[0])
        larger.setEnabled(there and pages.percent < STEPS[-1])
        for fit, one in self._fits.items():
            one.set_look("soft" if pages.zoom is fit else "quiet")
        self._leave_out()

    def minimumSizeHint(self) -> QSize:
        """Room for turning; what does not fit beside it is left out."""
        return QSize(self.desk.px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_out()

    def _leave_out(self) -> None:
        px = self.desk.px
        need = px(24) + sum(piece.sizeHint().width() + px(4) for piece in self._pieces)
        wide = self.width() >= need + px(8)
        for piece in (self._percent, *self._fits.values()):
            piece.setVisible(wide)

    def _turn(self) -> None:
        self.pages.go_to(self.pages.page + 1)

    def _turn_back(self) -> None:
        self.pages.go_to(self.pages.page - 1)

    def _tool(self, icon: str, tip: str, name: str, act: Callable[[], None]) -> Button:
        made = button("", "quiet", "small", name=f"papers.{name}", tip=tip).quick()
        made.setIcon(self.desk.theme.icon(icon))
        made.clicked.connect(lambda _checked=False: act())
        return made

    def _word(self, text: str, name: str, act: Callable[[], None]) -> Button:
        made = button(text, "quiet", "small", name=f"papers.{name}")
        made.clicked.connect(lambda _checked=False: act())
        return made
