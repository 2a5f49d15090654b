"""Pictures made light by the worker: a whole page of them, fine or in colour, would hold up the window."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from facilitator import press
from facilitator.press import Order, Parcel, Proof

FINE = 300.0
"""Dots an inch: what office printers do."""
COARSE = 115.0
"""Pictures up to so many pixels an inch are light enough as the typesetter makes them."""
QUICK = 80
"""How Qt calls a PNG that is little compressed, and quickly read."""
BAND = 192
"""Pixels of a band's height: decoded and drawn in a few milliseconds."""


def bands(parcel: Parcel, order: Order, page: int) -> tuple[int, int, int, list[bytes]]:
    """How many pages there are; width and height of this one in dots; and its bands as PNG, top to bottom.

    For the worker only.
    """
    pages = press.fine_pages(parcel, order, FINE)
    image = _plain(pages[page])
    tops = range(0, image.height(), BAND)
    cut = [image.copy(0, top, image.width(), min(BAND, image.height() - top)) for top in tops]
    return len(pages), image.width(), image.height(), [_png(one) for one in cut]


def light_proof(parcel: Parcel, order: Order, ppi: float) -> Proof:
    """`press.proof`, with pages that are decoded in a quarter of the time. For the worker only."""
    proof = press.proof(parcel, order, ppi)
    return msgspec.structs.replace(proof, pages=tuple(_png(_plain(page)) for page in proof.pages))


def _plain(png: bytes) -> QImage:
    """A page without its alpha channel, and in greys where nothing on it has a colour."""
    image = QImage.fromData(png)
    if image.allGray():
        return image.convertToFormat(QImage.Format.Format_Grayscale8)
    return image.convertToFormat(QImage.Format.Format_RGB888)


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", QUICK)  # pyright: ignore[reportCallIssue, reportArgumentType]
    return bytes(data.data())
