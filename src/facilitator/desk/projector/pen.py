"""Drawing for the last row: every size is given for a screen 768 pixels high and grows with it."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from facilitator.data import dataclass
from facilitator.desk.theme import Theme
from facilitator.desk.widgets import paint_group, paint_sign
from facilitator.papers.breaks import pieces

LEAST = 32
"""The smallest letters, on a screen 768 high."""
MIDDLE = 0.37
"""So far below the middle of the letters stands the line they stand on, in parts of a letter."""
MOST_LETTERS = 1200
"""More than any screen holds at the smallest size: what lies beyond is not even measured."""
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

    def mid(
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
        """One line of which the middle of the letters is at height `y`; otherwise as `text`."""
        metrics = self.font(pixels, bold=bold)
        top = y + MIDDLE * self.px(pixels) - metrics.ascent()
        return self.text(x, top, text, pixels, bold=bold, ink=ink, width=width)

    def fitted(
        self, text: str, largest: float, width: float, *, bold: bool = False, least: float = LEAST
    ) -> float:
        """The size from `largest` down to `least` in which a line is no wider than `width`, if there is one."""
        wide = self.width(text, largest, bold=bold)
        return largest if wide <= width else max(least, largest * width / wide * 0.99)

    def block(
        self,
        rect: QRectF,
        text: str,
        largest: float,
        *,
        bold: bool = True,
        ink: str = "ink",
        least: float = LEAST,
        pitch: float = 0,
        middle: bool = False,
    ) -> float:
        """Text in as large letters as fit into `rect`, cut with … if need be; the height it took.

        `pitch` is the distance of its lines in parts of a letter, where that of the font is too wide;
        `middle` puts it in the middle of the height there is.
        """
        lines, pixels, step = self._laid(rect, text, largest, bold=bold, least=least, pitch=pitch)
        metrics = self.font(pixels, bold=bold)
        self.painter.setPen(self.ink(ink))
        y = rect.top() + (step / 2 + MIDDLE * self.px(pixels) if pitch else metrics.ascent())
        if middle:
            y += max(0.0, (rect.height() - len(lines) * step) / 2)
        for number, line in enumerate(lines):
            self.painter.drawText(QPointF(rect.left(), y + number * step), line)
        return len(lines) * step

    def lines(self, text: str, pixels: float, width: float, *, bold: bool = False) -> int:
        """How many lines a text takes in letters of this size."""
        return _count(text, self.font(pixels, bold=bold), width, self.lang)

    def _laid(
        self, rect: QRectF, text: str, largest: float, *, bold: bool, least: float, pitch: float
    ) -> tuple[list[str], float, float]:
        """The lines of a block, the size of its letters, the distance of its lines."""
        font = self.theme.font(15, bold=bold).toString()
        scale = self.height / 768
        size = (rect.width(), rect.height())
        return _laid(text[:MOST_LETTERS], self.lang, font, scale, size, (largest, least, pitch))

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


@lru_cache(maxsize=256)
def _laid(
    text: str,
    lang: str,
    family: str,
    scale: float,
    size: tuple[float, float],
    sizes: tuple[float, float, float],
) -> tuple[list[str], float, float]:
    """Looked for once: the same words are drawn again each second."""
    (width, height), (pixels, least, pitch) = size, sizes
    font = QFont()
    font.fromString(family)
    while True:
        font.setPixelSize(max(1, round(pixels * scale)))
        metrics = QFontMetricsF(font)
        step = pixels * scale * pitch if pitch else metrics.height() * 1.12
        if _count(text, metrics, width, lang) * step <= height or pixels <= least:
            break
        pixels = max(least, pixels * 0.92)
    lines = wrapped(text, metrics, width, lang)
    room = max(1, int(height // step))
    if len(lines) > room:
        lines = lines[:room]
        last = lines[-1] + "……"
        lines[-1] = metrics.elidedText(last, Qt.TextElideMode.ElideRight, width)
    return lines, pixels, step


def wrapped(text: str, metrics: QFontMetricsF, width: float, lang: str) -> list[str]:
    """Lines no wider than `width`, of about one length, ended after punctuation where one is near.

    Dates and figures stay whole.
    """
    return [
        line
        for paragraph in text.splitlines()
        for line in _balanced(_units(paragraph, metrics, width, lang), metrics, width)
    ]


def _count(text: str, metrics: QFontMetricsF, width: float, lang: str) -> int:
    """How many lines `wrapped` makes of a text."""
    return sum(
        len(_paragraph(_units(paragraph, metrics, width, lang), metrics, width))
        for paragraph in text.splitlines()
    )


def _balanced(units: list[str], metrics: QFontMetricsF, width: float) -> list[str]:
    """No more lines than needed, as many of them as can be ended after punctuation, no last line of a word."""
    best = _paragraph(units, metrics, width)
    if len(best) == 1:
        return best
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
