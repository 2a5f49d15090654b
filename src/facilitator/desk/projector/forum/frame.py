"""What a forum's scenes have in common: a head, a foot that tells the page, cells of the head."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from facilitator.desk.projector.pen import LEAST, Pen
from facilitator.desk.projector.room import Room
from facilitator.words.figures import airy

HEAD = 104
FOOT = 56
EDGE = 40
MOST_DOTS = 9
"""More pages than this are told by their number alone."""


def inner(pen: Pen, rect: QRectF) -> QRectF:
    """What lies between head and foot, within the margins."""
    edge = pen.px(EDGE)
    return rect.adjusted(edge, pen.px(HEAD), -edge, -pen.px(FOOT))


def head(pen: Pen, rect: QRectF, title: str, said: str = "", ink: str = "soft") -> None:
    """A calm head: what this is, and at the right what there is to know of it."""
    edge, middle = pen.px(EDGE), rect.top() + pen.px(HEAD) / 2
    ground = QRectF(rect.left(), rect.top(), rect.width(), pen.px(HEAD))
    pen.painter.fillRect(ground, pen.ink("sunken"))
    whole = rect.width() - 2 * edge
    size = pen.fitted(title, 56, whole * 0.5, bold=True)
    took = pen.mid(
        rect.left() + edge, middle, title, size, bold=True, ink="accent_ink", width=whole * 0.5
    )
    room_left = whole - took - pen.px(32)
    right_text(pen, rect.right() - edge, middle, said, 38, room_left, ink=ink)


def right_text(
    pen: Pen,
    right: float,
    y: float,
    text: str,
    pixels: float,
    width: float,
    *,
    bold: bool = False,
    ink: str = "ink",
) -> float:
    """One line that ends at `right`, smaller or cut where there is no more room; the width it took."""
    size = pen.fitted(text, pixels, width, bold=bold)
    took = min(width, pen.width(text, size, bold=bold))
    pen.mid(right - took, y, text, size, bold=bold, ink=ink, width=took + 1)
    return took


def foot(pen: Pen, rect: QRectF, room: Room, said: str, page: int, pages: int) -> None:
    """What is shown, at the left; which page of how many, at the right."""
    edge, high = pen.px(EDGE), pen.px(FOOT)
    ground = QRectF(rect.left(), rect.bottom() - high, rect.width(), high)
    pen.painter.fillRect(ground, pen.ink("sunken"))
    middle, right = ground.center().y(), ground.right() - edge
    if pages > 1:
        told = room.t("Page {page} of {pages}", page=page + 1, pages=pages)
        right -= right_text(pen, right, middle, airy(told), LEAST, rect.width() / 2) + pen.px(24)
        if pages <= MOST_DOTS:
            right = _page_dots(pen, right, middle, page, pages) - pen.px(24)
    left = ground.left() + edge
    pen.mid(left, middle, said, LEAST, width=max(1.0, right - left))


def _page_dots(pen: Pen, right: float, y: float, page: int, pages: int) -> float:
    """One dot a page, a longer one for this page; where they begin."""
    side, gap, long = pen.px(18), pen.px(12), pen.px(46)
    x = right - (pages - 1) * (side + gap) - long
    begins = x
    for number in range(pages):
        here = number == page
        box = QRectF(x, y - side / 2, long if here else side, side)
        pen.painter.setPen(QPen(pen.ink("accent" if here else "soft"), pen.px(3)))
        pen.painter.setBrush(pen.ink("accent") if here else Qt.BrushStyle.NoBrush)
        pen.painter.drawRoundedRect(box, side / 2, side / 2)
        x += box.width() + gap
    return begins


def calm(pen: Pen, rect: QRectF, large: str, small: str = "", size: float = 76) -> None:
    """A sentence in the middle of what is otherwise empty, and below it what to do."""
    box = QRectF(rect.left(), rect.top() + rect.height() * 0.18, rect.width(), rect.height() * 0.44)
    took = pen.block(box, large, size)
    below = QRectF(box.left(), box.top() + took + pen.px(16), box.width(), 0)
    below.setBottom(rect.bottom())
    if small:
        pen.block(below, small, 44, bold=False, ink="soft")


def rule(pen: Pen, rect: QRectF, y: float) -> None:
    """A thin line across."""
    pen.painter.fillRect(QRectF(rect.left(), y, rect.width(), pen.px(2)), pen.ink("edge"))
