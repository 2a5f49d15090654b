"""Reckons how well text stands out from its ground."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget


def contrast(ink: QColor | str, ground: QColor | str) -> float:
    """Return the contrast of two opaque colours (or "#rrggbb"), 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(QColor(ink)), _luminance(QColor(ground))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ground_of(widget: QWidget) -> QColor:
    """Return the colour behind a widget's text: its own, or through it that of what lies below."""
    brush, below = widget.palette().brush(widget.backgroundRole()), widget.parentWidget()
    own = QColor(brush.color())
    # "transparent" in a style sheet; its colour says black
    if brush.style() == Qt.BrushStyle.NoBrush:
        own.setAlpha(0)
    if own.alpha() == 255 or below is None:
        return own
    return _mixed(own, ground_of(below))


def _mixed(over: QColor, under: QColor) -> QColor:
    part = over.alphaF()
    pairs = zip(over.getRgbF()[:3], under.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(a * part + b * (1 - part) for a, b in pairs))


def _luminance(color: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.getRgbF()[:3]
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
