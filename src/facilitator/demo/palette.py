"""Pictures of windows with few colours and no empty ground: smaller files, and the same to the eye."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QBitmap, QImage, QRegion

FAR = 30
"""How far colours differ in red, green or blue that are two to the eye: the sign of a warning is no other's."""
MIXED = 4
"""Pixels of a colour that is no mixture at the edge of a letter."""


def reduced(image: QImage, most: int) -> QImage:
    """The picture with at most so many colours; the others become the nearest of them.

    First one of each kind, however seldom, then those that are there most often: letters are drawn in steps
    between two colours.
    """
    full = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(full.constBits()).cast("I")).most_common()
    kinds = _kinds(color for color, number in counted if number >= MIXED)[: most * 2 // 3]
    table = list(dict.fromkeys([*kinds, *(color for color, _ in counted)]))[:most]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return full.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


def trimmed(image: QImage, around: int) -> QImage:
    """What lies on an even ground, with so many pixels of it around; the picture itself where nothing does."""
    mask = image.createMaskFromColor(image.pixel(0, 0), Qt.MaskMode.MaskInColor)
    found = QRegion(QBitmap.fromImage(mask)).boundingRect()
    wanted = found.adjusted(-around, -around, around, around)
    return image.copy(wanted) if image.rect().contains(wanted) and not found.isEmpty() else image


def _kinds(colors: Iterable[int]) -> list[int]:
    """Those that are far from every one before them."""
    kept: list[int] = []
    for color in colors:
        if all(_apart(color, one) >= FAR for one in kept):
            kept.append(color)
    return kept


def _apart(one: int, other: int) -> int:
    return max(abs((one >> shift & 255) - (other >> shift & 255)) for shift in (0, 8, 16))
