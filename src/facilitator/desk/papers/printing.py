"""Printing a paper: pages come from the worker band by band and are drawn between two turns of the loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from facilitator.acts import Trouble
from facilitator.desk.deeds import paper_left
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.papers.bands import bands
from facilitator.desk.papers.orders import Orders
from facilitator.papers.kinds import ACROSS
from facilitator.press import Order
from facilitator.words.figures import airy

Say = Callable[[str], None]


def printer_for(title: str, *, across: bool = False) -> QPrinter:
    """A printer for A4, upright or `across`, that draws to the very edge: the margins are in the pages."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("Facilitator")
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    if across:
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)
    return printer


class Printing:
    """One paper on its way to a printer; `say` is told how far it is, "" at the end."""

    def __init__(self, desk: Desk, orders: Orders, order: Order, say: Say) -> None:
        self._desk, self._orders, self._order, self._say = desk, orders, order, say
        self._stopped = False
        self.pages = 0
        """How many pages were given to the printer."""

    def ask(self, parent: QWidget, title: str) -> QPrintDialog:
        """Let the person choose printer and pages, then print."""
        printer = printer_for(title, across=self._order.kind in ACROSS)
        dialog = QPrintDialog(printer, parent)
        dialog.setObjectName("papers.print.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._desk.works.start(self.print_on(printer)))
        QDialog.open(dialog)  # its own open() wants a slot by name
        return dialog

    def stop(self) -> None:
        """Stop after the band that is being drawn; the printer is told that no more comes."""
        self._stopped = True

    async def print_on(self, printer: QPrinter) -> bool:
        """Print the pages that the printer was told to; whether all went out."""
        painter = QPainter()
        if not painter.begin(printer):
            self._refuse()
            return False
        done = False
        try:
            done = await self._draw(printer, painter)
        except Trouble as trouble:
            self._stopped = True
            self._desk.noticed.emit(Notice(Tone.TROUBLE, self._desk.sentence(trouble)))
        finally:
            if self._stopped:
                printer.abort()
            painter.end()
            self._say("")
        if done:
            paper_left(self._desk, self._order.kind)
            t = self._desk.t
            said = t.many(
                "{n} page was sent to the printer.",
                "{n} pages were sent to the printer.",
                self.pages,
            )
            self._desk.done(airy(said))
        return done

    async def _draw(self, printer: QPrinter, painter: QPainter) -> bool:
        t = self._desk.t
        parcel = self._orders.parcel(self._order)
        page, last = self._first(printer), 10**9
        while page <= last and not self._stopped:
            count, width, height, cut = await self._desk.works.apart(
                bands, parcel, self._order, page
            )
            last = min(count, printer.toPage() or count) - 1
            if page > last:
                break
            self._say(airy(t("Printing page {page} of {pages}", page=page + 1, pages=count)))
            if self.pages:
                printer.newPage()
            await self._draw_page(painter, width, height, cut)
            self.pages += 1
            page += 1
        return not self._stopped

    async def _draw_page(
        self, painter: QPainter, width: int, height: int, cut: list[bytes]
    ) -> None:
        paper = painter.viewport()
        scale = min(paper.width() / width, paper.height() / height)
        left, top = (paper.width() - width * scale) / 2, 0
        for png in cut:
            band = QImage.fromData(png)
            where = QRectF(left, top * scale, width * scale, band.height() * scale)
            painter.drawImage(where, band)
            top += band.height()
            await asyncio.sleep(0)
            if self._stopped:
                return

    @staticmethod
    def _first(printer: QPrinter) -> int:
        return max(0, printer.fromPage() - 1)

    def _refuse(self) -> None:
        t = self._desk.t
        text = t(
            "The printer does not answer. Check that it is switched on, or save a PDF instead."
        )
        self._desk.noticed.emit(Notice(Tone.TROUBLE, text))


def still(widget: QWidget, say: Say) -> Say:
    """`say`, as long as the widget is there."""
    return lambda text: say(text) if isValid(widget) else None
