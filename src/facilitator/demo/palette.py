"""Pictures of windows with few colours: smaller files, and the same to the eye."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage


def reduced(image: QImage, most: int) -> QImage:
    """The picture with at most so many colours: those that are there most often, the others as the nearest.

    Letters are drawn in steps between two colours, so that what is left out lies between two that stay.
    """
    full = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(full.constBits()).cast("I"))
    table = [color for color, _ in counted.most_common(most)]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return full.convertToFormat(QImage.Format.Format_Indexed8, table, flags)
