"""The five answers of residents as one bar, each part with its number, and a legend with words below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.projects.project.tiles import Tiles
from facilitator.desk.theme import Theme
from facilitator.desk.widgets import column, row, words
from facilitator.rounds.monitoring import ANSWERS, SatisfactionAssessed
from facilitator.words.figures import airy, listing
from facilitator.words.rounds import ANSWER_WORDS

HIGH = 26
MOST = 720
"""Pixels at 100 %: longer, and the parts cannot be held against each other at one look."""
PAINT: dict[str, tuple[str, str, Qt.BrushStyle | None]] = {
    "very_satisfied": ("good", "on_strong", None),
    "satisfied": ("good_soft", "good_ink", None),
    "neutral": ("sunken", "ink", None),
    "dissatisfied": ("bad_soft", "bad_ink", Qt.BrushStyle.BDiagPattern),
    "very_dissatisfied": ("bad", "on_strong", None),
}
"""Ground, the number on it, and a hatch: both halves can be told apart without colours, too."""


class Answers(QWidget):
    """The bar, and below it every answer with its number."""

    def __init__(self, desk: Desk, one: SatisfactionAssessed) -> None:
        super().__init__()
        t, px = desk.t, desk.px
        counts = {field: int(getattr(one, field)) for field in ANSWERS}
        named = {field: t.within(*ANSWER_WORDS[field]) for field in ANSWERS}
        told = listing((f"{named[field]} {counts[field]}" for field in ANSWERS), desk.lang)
        legend: list[QWidget] = []
        for field in ANSWERS:
            swatch = Bar(desk.theme, {field: 1}, numbered=False)
            swatch.setFixedSize(px(18), px(14))
            piece = QWidget()
            said = words(airy(f"{named[field]} {counts[field]}"), "small")
            row(swatch, said, None, on=piece, gap=px(6))
            legend.append(piece)
        below = Tiles(legend, px(128), px(8))
        below.setMaximumWidth(px(MOST))
        bar = Bar(desk.theme, counts)
        bar.setObjectName("monitoring.bar")
        bar.setAccessibleName(told)
        bar.setMaximumWidth(px(MOST))
        column(bar, below, on=self, margins=(0, px(4), 0, px(4)), gap=px(6))


class Bar(QWidget):
    """Parts side by side, each as long as its share, its number in it where there is room."""

    def __init__(self, theme: Theme, counts: dict[str, int], *, numbered: bool = True) -> None:
        super().__init__()
        self._theme, self._counts, self._numbered = theme, counts, numbered
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(self._theme.px(320), self._theme.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setFont(theme.font(14, bold=True))
        whole, left = sum(self._counts.values()), 0.5
        wide = self.width() - 1
        for field, count in self._counts.items():
            if not count:
                continue
            part = QRectF(left, 0.5, wide * count / whole, self.height() - 1)
            ground, ink, hatch = PAINT[field]
            painter.fillRect(part, theme.color(ground))
            if hatch is not None:
                faint = theme.color("bad")
                faint.setAlphaF(0.35)
                painter.fillRect(part, QBrush(faint, hatch))
            painter.setPen(QPen(theme.color("edge"), 1))
            painter.drawRect(part)
            if self._numbered and part.width() >= theme.px(12) * len(str(count)):
                painter.setPen(theme.color(ink))
                painter.drawText(part, Qt.AlignmentFlag.AlignCenter, str(count))
            left += part.width()
        painter.end()
