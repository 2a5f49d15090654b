"""The latest decisions, newest first, with the votes for them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import card, column, elided, line, paint_sign, row, words
from facilitator.overview import DecisionRow
from facilitator.rules.charter import Measure
from facilitator.words.figures import airy, date_words, numeral, short_date
from facilitator.words.outcomes import verdict_word

MOST = 5


def latest(desk: Desk, found: list[DecisionRow]) -> QFrame:
    """The card."""
    t, px = desk.t, desk.px
    frame = card(name="today.latest")
    head = row(words(t("Latest decisions"), "head"), None)
    head.setContentsMargins(px(20), px(16), px(20), px(8))
    box = column(head, on=frame, gap=0)
    box.setContentsMargins(0, 0, 0, px(8))
    for one in found[:MOST]:
        box.addWidget(line())
        box.addWidget(DecisionButton(desk, one))
    if not found:
        said = t("Nothing has been decided yet. What a meeting carries stands here.")
        empty = words(said, tone="soft", wrap=True)
        empty.setContentsMargins(px(20), px(8), px(20), px(12))
        box.addWidget(empty)
    box.addStretch(1)
    return frame


class VerdictChip(QLabel):
    """A chip with ✓ or ✗ painted before its word."""

    def __init__(self, desk: Desk, text: str, *, good: bool) -> None:
        super().__init__(text)
        self._desk, self._good = desk, good
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("chip", "good" if good else "bad")
        self.setProperty("signed", True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        px, theme = self._desk.px, self._desk.theme
        side = px(14)
        room = QRectF(px(10), (self.height() - side) / 2, side, side)
        sign, ink = ("for", "good_ink") if self._good else ("against", "bad_ink")
        paint_sign(QPainter(self), room, sign, theme.color(ink))


class DecisionButton(QAbstractButton):
    """A row that leads to its decision."""

    def __init__(self, desk: Desk, one: DecisionRow) -> None:
        super().__init__()
        self._theme = desk.theme
        t, px, lang = desk.t, desk.px, desk.lang
        self.setObjectName(f"today.decision.{one.meeting}.{one.number}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        verdict = t("Annulled") if one.annulled_at else verdict_word(one.outcome.verdict, lang)
        mark = VerdictChip(desk, verdict, good=not one.annulled_at)
        text = QWidget()
        which, votes = _which(desk, one), _votes(one)
        column(elided(one.title, "strong"), elided(which, "secondary"), on=text, gap=0)
        self._box = row(mark, text, words(votes, "strong"), on=self, gap=px(12))
        self._box.setContentsMargins(px(20), px(14), px(20), px(14))
        self._box.setStretch(1, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(f"{one.title}, {verdict}, {which}, {votes}".rstrip(", "))
        self.clicked.connect(lambda: desk.go("decisions", one.meeting, str(one.number)))

    def sizeHint(self) -> QSize:
        """As high as its words."""
        return self._box.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.color("sunken"))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(2, 2, -2, -2))


def _which(desk: Desk, one: DecisionRow) -> str:
    t, lang = desk.t, desk.lang
    day = datetime.fromisoformat(one.made_at).date()
    said = short_date(day, lang) if day.year == desk.now().year else date_words(day, lang)
    term = numeral(one.term) if lang == "zh" and one.term <= 9999 else str(one.term)
    number = t("Term {term}, No. {number}", term=term, number=one.number)
    return airy(f"{number} · {said}")


def _votes(one: DecisionRow) -> str:
    """For and base; nothing where weights decide, which no two small numbers tell."""
    test = one.consent
    return "" if test.measure is Measure.WEIGHT else f"{test.reached}/{test.base_size}"
