"""Plain text in which the words that were looked for are marked: on a label that wraps, painted on a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from facilitator.desk.theme import Theme
from facilitator.desk.widgets.elided import tip
from facilitator.desk.widgets.wording import Wording
from facilitator.searching import Marked
from facilitator.words.difference import Kept, Piece

NOTHING = Marked("")


class MarkedWords(Wording):
    """A label of several lines; `show_marked` says what stands in it and what of it is marked."""

    def __init__(
        self, theme: Theme, kind: str = "", *, leading: float = 1.6, name: str = ""
    ) -> None:
        self._marks: tuple[tuple[int, int], ...] = ()
        super().__init__(theme, "", kind, leading=leading)
        self.setObjectName(name)

    def show_marked(self, marked: Marked) -> None:
        """Show a text with its marks."""
        self._marks = marked.marks
        self.show_pieces((Piece(marked.text, Kept.BOTH),) if marked.text else ())

    def _formats(self, places: tuple[int, ...]) -> Iterable[QTextLayout.FormatRange]:
        """The marks, moved on by every end of a line that was put in before them."""
        text = self.text()
        for first, last in self._marks:
            made = QTextLayout.FormatRange()
            made.start = _units(text, first) + sum(place <= first for place in places)
            end = _units(text, last) + sum(place < last for place in places)
            made.length = end - made.start
            made.format = QTextCharFormat()
            made.format.setBackground(self._theme.color("mark"))
            made.format.setForeground(self._theme.color("mark_ink"))
            yield made


class MarkedLine(QLabel):
    """One line with marks, cut with … where there is no room; the whole stands in its tip."""

    def __init__(self, theme: Theme, size: int, *, bold: bool = False, name: str = "") -> None:
        super().__init__()
        self._theme, self._size, self._bold = theme, size, bold
        self._marked = NOTHING
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("elides", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_marked(self, marked: Marked) -> None:
        """Show a text with its marks."""
        self._marked = marked
        self.setText(marked.text)
        tip(self, marked.text)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its line; it takes the room it is given."""
        metrics = QFontMetricsF(self._theme.font(self._size, bold=self._bold))
        wide = metrics.horizontalAdvance(self._marked.text)
        return QSize(round(wide) + 4, round(metrics.height()) + 4)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(min(self.sizeHint().width(), self._theme.px(80)), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter, room = QPainter(self), QRectF(self.rect()).adjusted(1, 0, -1, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.color("ink")
        paint_marked(painter, theme, room, self._marked, ink, self._size, bold=self._bold)


def _units(text: str, place: int) -> int:
    """A place in a text as Qt counts it: rare characters are two units there."""
    return place + sum(char > "\uffff" for char in text[:place])


def paint_marked(
    painter: QPainter,
    theme: Theme,
    room: QRectF,
    marked: Marked,
    ink: QColor,
    size: int,
    *,
    bold: bool = False,
) -> None:
    """One line, cut with … where there is no room; `size` in pixels at 100 %."""
    font = theme.font(size, bold=bold)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    flat = marked.text.replace("\n", " ").replace("\u2028", " ")
    text = metrics.elidedText(flat, Qt.TextElideMode.ElideRight, room.width())
    left = room.left()
    for piece, is_marked in _pieces(text, flat, marked.marks):
        wide = metrics.horizontalAdvance(piece)
        if is_marked:
            high = metrics.height()
            ground = QRectF(left - 1, room.center().y() - high / 2, wide + 2, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("mark"))
            painter.drawRoundedRect(ground, 2, 2)
        painter.setPen(theme.color("mark_ink") if is_marked else ink)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        flags |= Qt.TextFlag.TextSingleLine
        painter.drawText(QRectF(left, room.top(), wide, room.height()), int(flags), piece)
        left += wide


def _pieces(
    text: str, whole: str, marks: tuple[tuple[int, int], ...]
) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each marked or not; what was cut off `whole` is not there any more."""
    kept = len(text) - 1 if text != whole else len(text)
    at = 0
    for first, last in marks:
        first, last = min(first, kept), min(last, kept)
        if at < first:
            yield text[at:first], False
        if first < last:
            yield text[first:last], True
        at = max(at, last)
    if at < len(text):
        yield text[at:], False
