"""Pages one below the other, to be looked at, turned and enlarged."""

from __future__ import annotations

import struct
from enum import Enum

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from facilitator.desk.theme import Theme

SCREEN = 96
"""Pixels an inch that count as 100 %."""
STEPS = (25, 33, 50, 67, 80, 100, 125, 150, 175, 200)
"""Per cent, for the buttons that enlarge."""
FINEST = 2.2 * SCREEN
"""No picture is asked for finer than this: decoding it would hold up the window."""
KEPT = 8
"""Pages that are kept decoded."""


class Fit(Enum):
    """How large pages are shown when no size is chosen."""

    WIDTH = "width"
    PAGE = "page"


class Pages(QAbstractScrollArea):
    """Shows PNG pictures of pages. Only what is seen is decoded; sizes come from the pictures' heads."""

    turned = Signal(int)
    """The page at the top of the view is another, counted from 0."""
    resized = Signal()
    """Pages are shown larger or smaller: pictures of another fineness would be sharper."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._gap = theme.px(16)
        self._pictures: tuple[bytes, ...] = ()
        self._inches: list[tuple[float, float]] = []
        self._decoded: dict[int, QPixmap] = {}
        self._zoom: Fit | int = Fit.WIDTH
        self._page = -1
        self.setFrameShape(self.Shape.NoFrame)
        # Always there: pages that come would make room for it, and be of another size at once.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(lambda _at: self.viewport().update())

    # --- what is shown

    def show_pages(self, pictures: tuple[bytes, ...], ppi: float, *, stay: bool) -> None:
        """Show other pages; `stay` keeps the place, as it is right for the same paper a little later."""
        place = self._place() if stay else (0, 0.0)
        self._pictures = pictures
        self._inches = [_inches(picture, ppi) for picture in pictures]
        self._decoded.clear()
        self._lay_out()
        self._go_to_place(*place)
        self._tell(always=True)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pictures)

    @property
    def page(self) -> int:
        """The page that is looked at, counted from 0."""
        bar = self.verticalScrollBar()
        if self.at_end and bar.maximum():
            return self.count - 1
        middle = bar.value() + self.viewport().height() // 3
        tops = [rect.top() for rect in self._rects()]
        return max(0, sum(top <= middle for top in tops) - 1)

    @property
    def at_end(self) -> bool:
        """Whether the end of the last page can be seen."""
        bar = self.verticalScrollBar()
        return bool(self._pictures) and bar.value() >= bar.maximum()

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        if self._pictures:
            self._go_to_place(max(0, min(page, self.count - 1)), 0.0)

    # --- how large

    @property
    def zoom(self) -> Fit | int:
        """A fit, or per cent of the real size."""
        return self._zoom

    @property
    def percent(self) -> int:
        """How large pages are shown now, in per cent."""
        return round(self._scale() / SCREEN * 100)

    @property
    def ppi(self) -> float:
        """How fine pictures have to be to be sharp."""
        return min(FINEST, max(24.0, self._scale() * self.devicePixelRatioF()))

    def set_zoom(self, zoom: Fit | int) -> None:
        """Show pages at another size, staying at the same place."""
        if zoom == self._zoom:
            return
        place = self._place()
        self._zoom = zoom
        self._lay_out()
        self._go_to_place(*place)
        self.resized.emit()

    def larger(self) -> None:
        """One step larger."""
        self.set_zoom(next((step for step in STEPS if step > self.percent), STEPS[-1]))

    def smaller(self) -> None:
        """One step smaller."""
        self.set_zoom(next((step for step in reversed(STEPS) if step < self.percent), STEPS[0]))

    def _scale(self) -> float:
        """Pixels an inch on the screen."""
        if isinstance(self._zoom, int):
            return SCREEN * self._zoom / 100
        room_x = max(80, self.viewport().width() - 2 * self._gap)
        room_y = max(80, self.viewport().height() - 2 * self._gap)
        wide = max((inches[0] for inches in self._inches), default=210 / 25.4)
        high = max((inches[1] for inches in self._inches), default=297 / 25.4)
        scale = room_x / wide
        return min(scale, room_y / high) if self._zoom is Fit.PAGE else min(scale, 2.0 * SCREEN)

    # --- where pages lie

    def _rects(self) -> list[QRect]:
        """The place of every page, from the top left corner of all."""
        scale = self._scale()
        sizes = [(round(w * scale), round(h * scale)) for w, h in self._inches]
        wide = max((w for w, _ in sizes), default=0) + 2 * self._gap
        room = max(wide, self.viewport().width())
        top, rects = self._gap, list[QRect]()
        for width, height in sizes:
            rects.append(QRect((room - width) // 2, top, width, height))
            top += height + self._gap
        return rects

    def _lay_out(self) -> None:
        rects = self._rects()
        view = self.viewport()
        high = rects[-1].bottom() + 1 + self._gap if rects else 0
        wide = max((rect.width() for rect in rects), default=0) + 2 * self._gap
        up, level = self.verticalScrollBar(), self.horizontalScrollBar()
        up.setPageStep(view.height())
        up.setSingleStep(self._theme.px(40))
        up.setRange(0, max(0, high - view.height()))
        level.setPageStep(view.width())
        level.setRange(0, max(0, wide - view.width()))
        view.update()

    def _place(self) -> tuple[int, float]:
        """The page at the top, and how much of it is above."""
        top = self.verticalScrollBar().value()
        for number, rect in enumerate(self._rects()):
            if top <= rect.bottom():
                return number, (top + self._gap - rect.top()) / max(1, rect.height())
        return 0, 0.0

    def _go_to_place(self, page: int, above: float) -> None:
        rects = self._rects()
        if page < len(rects):
            rect = rects[page]
            self.verticalScrollBar().setValue(rect.top() - self._gap + round(above * rect.height()))
        else:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _scrolled(self, _at: int) -> None:
        self.viewport().update()
        self._tell()

    def _tell(self, *, always: bool = False) -> None:
        if always or self.page != self._page:
            self._page = self.page
            self.turned.emit(self._page)

    # --- what Qt asks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("sunken"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shift = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for number, rect in enumerate(self._rects()):
            seen = rect.translated(-shift)
            if seen.intersects(event.rect()):
                self._paint_page(painter, number, seen)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint_page(self, painter: QPainter, number: int, rect: QRect) -> None:
        pixmap = self._pixmap(number)
        ratio = self.devicePixelRatioF()
        if abs(pixmap.width() - rect.width() * ratio) <= 1:
            pixmap.setDevicePixelRatio(ratio)  # pixel for pixel, sharp
            painter.drawPixmap(rect.topLeft(), pixmap)
        else:
            pixmap.setDevicePixelRatio(1)
            painter.drawPixmap(rect, pixmap)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    def _pixmap(self, number: int) -> QPixmap:
        if number not in self._decoded:
            pixmap = QPixmap()
            pixmap.loadFromData(self._pictures[number], "PNG")
            self._decoded[number] = pixmap
            if len(self._decoded) > KEPT:
                self._decoded.pop(next(iter(self._decoded)))
        return self._decoded[number]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys move, left and right turn a page, + - and 0 change the size."""
        bar = self.verticalScrollBar()
        moves = {
            Qt.Key.Key_Left: lambda: self.go_to(self.page - 1),
            Qt.Key.Key_Right: lambda: self.go_to(self.page + 1),
            Qt.Key.Key_Home: lambda: bar.setValue(0),
            Qt.Key.Key_End: lambda: bar.setValue(bar.maximum()),
            Qt.Key.Key_Space: lambda: bar.setValue(bar.value() + bar.pageStep() * 9 // 10),
            Qt.Key.Key_Plus: self.larger,
            Qt.Key.Key_Equal: self.larger,
            Qt.Key.Key_Minus: self.smaller,
            Qt.Key.Key_0: lambda: self.set_zoom(Fit.WIDTH),
        }
        move = moves.get(Qt.Key(event.key()))
        if move is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~_SHIFT:
            super().keyPressEvent(event)
        else:
            move()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel enlarges."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.larger if event.angleDelta().y() > 0 else self.smaller)()
            event.accept()
        else:
            super().wheelEvent(event)


_SHIFT = Qt.KeyboardModifier.ShiftModifier  # the plus of many keyboards is a shifted key


def _inches(picture: bytes, ppi: float) -> tuple[float, float]:
    """The size of a page, from the head of its PNG."""
    width, height = struct.unpack(">II", picture[16:24])
    return width / ppi, height / ppi
