"""The preview of a paper: its real pages, which follow the meeting as it goes on."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget
from shiboken6 import isValid

from facilitator.acts import RuleViolation, Trouble
from facilitator.desk.desk import Desk
from facilitator.desk.papers.orders import Orders
from facilitator.desk.papers.pages import Pages
from facilitator.desk.papers.turning import Turning
from facilitator.desk.widgets import button, column, line, row, words
from facilitator.press import Order, Proof

PAUSE = 0.3
"""Seconds between an act and the next pages: somebody types quicker than paper can be set."""


class State(Enum):
    """What a preview shows."""

    WAITING = "waiting"  # for its first pages
    PAGES = "pages"
    NOTHING = "nothing"  # there is nothing to print, and why
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be shown, and the number of the wanted: an older answer is not what was asked for."""

    order: Order
    number: int


class Preview(QWidget):
    """Set by `show_order`; told by `renew` that the meeting went on. Pages come from the worker."""

    shown = Signal(object)
    """The `Proof` that is shown now; None where there is nothing to show."""
    turned = Signal(int)
    """The page that is looked at, counted from 0."""

    def __init__(self, desk: Desk, orders: Orders, band: QWidget | None = None) -> None:
        super().__init__()
        self.desk, self._orders = desk, orders
        self._wanted = Wanted(Order(""), 0)
        self._shown_order: Order | None = None
        self._working = False
        self._whole = False
        """Whether what is wanted came to be shown."""
        self._ppi = 0.0
        self.state = State.WAITING
        self.proof: Proof | None = None
        self.pages = Pages(desk.theme)
        self.pages.setObjectName("papers.pages")
        self.pages.setAccessibleName(desk.t("Pages of the paper"))
        self.turning = Turning(desk, self.pages)
        self._stack = QStackedLayout()
        self._stack.setContentsMargins(0, 0, 0, 0)
        for one in (self._message(), self.pages):
            one.setParent(self)  # a stack shows its first at once, and not as a window of its own
            self._stack.addWidget(one)
        over = [band] if band is not None else []
        column(self.turning, line(), *over, self._stack, on=self, gap=0)
        self._finer = QTimer(self)
        self._finer.setSingleShot(True)
        self._finer.setInterval(200)
        self._finer.timeout.connect(self.renew)
        self.pages.resized.connect(self._sharpen)
        self.pages.turned.connect(self.turned)
        self._say(desk.t("The pages are being set…"), State.WAITING)

    def show_order(self, order: Order) -> None:
        """Show another paper, or another version of it, from its first page."""
        if order != self._wanted.order:
            self._want(order)

    def renew(self) -> None:
        """Show the same paper as it is now, at the same place."""
        if self._wanted.order.kind:
            self._want(self._wanted.order)

    def say_nothing(self, why: str) -> None:
        """There is nothing to print: say why instead."""
        self._wanted = Wanted(Order(""), self._wanted.number + 1)
        self._nothing(why)

    @property
    def order(self) -> Order:
        """What is to be shown; of no kind when nothing is."""
        return self._wanted.order

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever comes back to pages that broke on the way gets them anew."""
        super().showEvent(event)
        if not self._whole and not self._working:
            self.renew()

    # --- getting pages

    def _want(self, order: Order) -> None:
        self._whole = False
        self._wanted = Wanted(order, self._wanted.number + 1)
        works = self.desk.works
        if not works.ready:
            works.put_off(self.renew)
        elif not self._working:
            self._working = True
            works.start(self._follow())

    async def _follow(self) -> None:
        """Fetch what is wanted until nothing newer is; what nobody wants any more is dropped."""
        try:
            while isValid(self) and self._wanted.order.kind:
                wanted = self._wanted
                await self._fetch(wanted.order)
                if wanted.number == self._wanted.number:
                    return
                await asyncio.sleep(PAUSE)
        finally:
            if isValid(self):
                self._working = False

    async def _fetch(self, order: Order) -> None:
        """Fetch the pages of one order, and show them if it is still what is wanted."""
        ppi = self.pages.ppi

        def wanted() -> bool:
            return isValid(self) and order == self._wanted.order

        try:
            proof = await self._orders.proof(order, ppi)
        except RuleViolation as refusal:
            if wanted():
                self._nothing(self.desk.sentence(refusal))
        except Trouble as trouble:
            if wanted():
                self._failed(self.desk.sentence(trouble))
        except BaseException:
            if wanted():
                self._failed(self.desk.t("The pages could not be set. The record is safe."))
            raise
        else:
            if wanted():
                self._show(order, proof, ppi)

    def _sharpen(self) -> None:
        if self.proof is not None and abs(self.pages.ppi - self._ppi) > 1:
            self._finer.start()

    # --- what is said

    def _show(self, order: Order, proof: Proof, ppi: float) -> None:
        stay = self._shown_order is not None and self._shown_order.kind == order.kind
        self._shown_order, self.proof, self._ppi = order, proof, ppi
        self.state = State.PAGES
        self._stack.setCurrentWidget(self.pages)
        self.turning.useful = True
        self.pages.show_pages(proof.pages, ppi, stay=stay)
        self.turning.refresh()
        self._whole = True
        self.shown.emit(proof)

    def _nothing(self, why: str) -> None:
        self._shown_order, self.proof = None, None
        self._say(why, State.NOTHING)
        self._whole = True
        self.shown.emit(None)

    def _failed(self, why: str) -> None:
        self.proof = None
        self._say(why, State.FAILED)
        self.shown.emit(None)

    def _say(self, text: str, state: State) -> None:
        self.state = state
        self._words.setText(text)
        self._again.setVisible(state is State.FAILED)
        self._stack.setCurrentIndex(0)
        self.turning.useful = False
        self.turning.refresh()

    def _message(self) -> QWidget:
        page = QWidget()
        self._words = words("", tone="soft", wrap=True, name="papers.message")
        self._again = button(self.desk.t("Try again"), name="papers.again")
        self._again.clicked.connect(self.renew)
        px = self.desk.px
        inner = column(self._words, row(self._again, None), gap=px(12))
        column(inner, None, on=page, margins=px(24))
        return page
