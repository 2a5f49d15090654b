"""Pictures of the manual: few colours, no empty ground."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from facilitator.demo.palette import reduced, trimmed

AROUND = 8


def window(*cards: QRect) -> QImage:
    """A picture of an even ground with cards on it."""
    made = QImage(200, 100, QImage.Format.Format_RGB32)
    made.fill(QColor("#faf8f4"))
    painter = QPainter(made)
    for card in cards:
        painter.fillRect(card, QColor("#1f6f6b"))
    painter.end()
    return made


def test_a_card_keeps_little_ground_around_it(qapp):
    """All of what is on it stays."""
    seen = trimmed(window(QRect(50, 30, 60, 20), QRect(120, 40, 10, 10)), AROUND)
    assert seen.rect() == QRect(0, 0, 80 + 2 * AROUND, 20 + 2 * AROUND)
    assert seen.pixelColor(AROUND, AROUND) == QColor("#1f6f6b")


def test_what_fills_the_window_stays_whole(qapp):
    """So does a window with nothing on it."""
    for whole in (window(QRect(0, 0, 20, 100)), window(QRect(50, 4, 60, 20)), window()):
        assert trimmed(whole, AROUND).rect() == whole.rect()


def test_few_colours_are_the_same_to_the_eye(qapp):
    """Those of a window are all kept."""
    few = reduced(window(QRect(50, 30, 60, 20)), 4)
    assert few.colorCount() <= 4
    assert few.pixelColor(60, 40) == QColor("#1f6f6b")
    assert few.pixelColor(0, 0) == QColor("#faf8f4")
