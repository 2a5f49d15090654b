"""Pages for a printer, cut into bands by the worker: a whole page at once would hold up the window."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from facilitator import press
from facilitator.press import Order, Parcel

FINE = 300.0
"""Dots an inch: what office printers do."""
BAND = 192
"""Pixels of a band's height: decoded and drawn in a few milliseconds."""


def bands(parcel: Parcel, order: Order, page: int) -> tuple[int, int, int, list[bytes]]:
    """How many pages there are; width and height of this one in dots; and its bands as PNG, top to bottom.

    For the worker only.
    """
    pages = press.fine_pages(parcel, order, FINE)
    image = QImage.fromData(pages[page]).convertToFormat(QImage.Format.Format_RGB888)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8) if image.allGray() else image
    tops = range(0, image.height(), BAND)
    cut = [grey.copy(0, top, image.width(), min(BAND, image.height() - top)) for top in tops]
    return len(pages), image.width(), image.height(), [_png(one) for one in cut]


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 90)  # pyright: ignore[reportCallIssue, reportArgumentType]
    return bytes(data.data())
