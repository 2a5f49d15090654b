"""Drawing for the last row: every size is given for a screen 768 pixels high and grows with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from facilitator.desk.theme import Theme
from facilitator.desk.widgets import paint_group, paint_sign
from facilitator.papers.breaks import pieces

LEAST = 32
"""The smallest letters, on a screen 768 high."""
_UNIT = re.compile(r"[!-~]+ ?|.[，。；：、！？）】》”’…—]*|\s")
_ENDS = "，。；：！？,.;:"


@dataclass
class Pen:
    """A painter with the scale of its screen."""

    painter: QPainter
    theme: Theme
    lang: str
    height: float

    def px(self, pixels: float) -> float:
        """Pixels on a screen 768 high as pixels on this one."""
        return pixels * self.height / 768

    def font(self, pixels: float, *, bold: bool = False) -> QFontMetricsF:
        """Take up letters of this size; their measures on this screen."""
        font = self.theme.font(15, bold=bold)
        font.setPixelSize(max(1, round(self.px(pixels))))
        self.painter.setFont(font)
        return QFontMetricsF(font)

    def ink(self, token: str) -> QColor:
        """A colour by its token."""
        return self.theme.color(token)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        pixels: float,
        *,
        bold: bool = False,
        ink: str = "ink",
        width: float = 0,
    ) -> float:
        """One line with its top left corner there, cut with … beyond `width`; the width that it took."""
        metrics = self.font(pixels, bold=bold)
        if width and metrics.horizontalAdvance(text) > width:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        self.painter.setPen(self.ink(ink))
        self.painter.drawText(QPointF(x, y + metrics.ascent()), text)
        return metrics.horizontalAdvance(text)

    def width(self, text: str, pixels: float, *, bold: bool = False) -> float:
        """How wide one line would be."""
        return self.font(pixels, bold=bold).horizontalAdvance(text)

    def block(
        self,
        rect: QRectF,
        text: str,
        largest: float,
        *,
        bold: bool = True,
        ink: str = "ink",
        least: float = LEAST,
    ) -> float:
        """Text in as large letters as fit into `rect`, cut with … if need be; the height it took."""
        pixels = largest
        while True:
            metrics = self.font(pixels, bold=bold)
            lines = wrapped(text, metrics, rect.width(), self.lang)
            step = metrics.height() * 1.12
            if len(lines) * step <= rect.height() or pixels <= least:
                break
            pixels = max(least, pixels * 0.92)
        room = max(1, int(rect.height() // step))
        if len(lines) > room:
            lines = lines[:room]
            lines[-1] = metrics.elidedText(
                lines[-1] + "……", Qt.TextElideMode.ElideRight, rect.width()
            )
        self.painter.setPen(self.ink(ink))
        for number, line in enumerate(lines):
            y = rect.top() + number * step + metrics.ascent()
            self.painter.drawText(QPointF(rect.left(), y), line)
        return len(lines) * step

    def group(self, x: float, y: float, side: float, index: int) -> None:
        """The shape of a seat group."""
        rect = QRectF(x, y, self.px(side), self.px(side))
        paint_group(self.painter, rect, index, self.theme.group_color(index))

    def sign(self, x: float, y: float, side: float, sign: str, ink: str) -> None:
        """✓ ✗ or –."""
        rect = QRectF(x, y, self.px(side), self.px(side))
        paint_sign(self.painter, rect, sign, self.ink(ink))

    def box(
        self, rect: QRectF, fill: str, edge: str = "", *, radius: float = 8, line: float = 3
    ) -> None:
        """A rounded ground."""
        painter = self.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.ink(edge), self.px(line)) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(self.ink(fill))
        painter.drawRoundedRect(rect, self.px(radius), self.px(radius))

    def gauge(self, rect: QRectF, part: float, ink: str) -> None:
        """A bar that is full at 1."""
        self.box(rect, "empty", radius=rect.height())
        filled = QRectF(rect)
        filled.setWidth(rect.width() * min(1.0, max(0.0, part)))
        self.box(filled, ink, radius=rect.height())


def wrapped(text: str, metrics: QFontMetricsF, width: float, lang: str) -> list[str]:
    """Lines no wider than `width`, of about one length, ended after punctuation where one is near.

    Dates and figures stay whole.
    """
    return [
        line
        for paragraph in text.splitlines()
        for line in _balanced(_units(paragraph, metrics, width, lang), metrics, width)
    ]


def _balanced(units: list[str], metrics: QFontMetricsF, width: float) -> list[str]:
    """No more lines than needed, as many of them as can be ended after punctuation, no last line of a word."""
    best = _paragraph(units, metrics, width)
    for part in range(95, 45, -5):
        narrower = _paragraph(units, metrics, width * part / 100)
        if len(narrower) > len(best):
            break
        if _ended(narrower) >= _ended(best):
            best = narrower
    return best


def _ended(lines: list[str]) -> int:
    """How many lines but the last end after punctuation."""
    return sum(line[-1:] in _ENDS for line in lines[:-1])


def _units(text: str, metrics: QFontMetricsF, width: float, lang: str) -> list[str]:
    """What stays together: a word, a figure with its measure word, a character with its punctuation."""
    room = width / max(1.0, metrics.horizontalAdvance("议"))
    units: list[str] = []
    for piece, whole in pieces(text, lang, room):
        units += [piece] if whole else _UNIT.findall(piece)
    merged: list[str] = []
    for unit in units:
        if merged and unit and unit[0] in "，。；：、！？）】》”’…":
            merged[-1] += unit
        else:
            merged.append(unit)
    return [part for unit in merged for part in _chopped(unit, metrics, width)]


def _chopped(unit: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """A word wider than the screen, in pieces."""
    if metrics.horizontalAdvance(unit) <= width:
        return [unit]
    size = max(1, int(len(unit) * width / metrics.horizontalAdvance(unit)))
    return [unit[at : at + size] for at in range(0, len(unit), size)]


def _paragraph(units: list[str], metrics: QFontMetricsF, width: float) -> list[str]:
    lines: list[str] = []
    while units:
        taken = _fitting(units, metrics, width)
        if taken < len(units):
            taken = _after_punctuation(units, taken)
        lines.append("".join(units[:taken]).rstrip())
        units = units[taken:]
        while units and units[0].isspace():
            units = units[1:]
    return lines or [""]


def _fitting(units: list[str], metrics: QFontMetricsF, width: float) -> int:
    """How many units go into one line; at least one."""
    line = ""
    for number, unit in enumerate(units):
        line += unit
        if number and metrics.horizontalAdvance(line.rstrip()) > width:
            return number
    return len(units)


def _after_punctuation(units: list[str], taken: int) -> int:
    """The last punctuation in the second half of a line ends it."""
    for number in range(taken, taken // 2, -1):
        if units[number - 1].rstrip()[-1:] in _ENDS:
            return number
    return taken
