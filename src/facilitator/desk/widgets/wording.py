"""The wording of a motion: large, its lines broken after punctuation, and what was changed in it marked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from facilitator.desk.theme import Theme
from facilitator.words.difference import Kept, Piece

BREAKS = re.compile(
    r"(?<=[，。；：！？])(?![”’』」）》])|(?<=[”’』」）》])(?<=[，。；：！？].)|(?<=[,;:.!?] )"
)
"""After these a line ends well; not between two digits, which have no space after the point."""
LINE = "\u2028"
MOST_MORE = 1
"""So many lines more than ordinary wrapping needs are a fair price for lines that end well."""


class Wording(QLabel):
    """A label that wraps after punctuation where it can. `pieces` marks what went out and came in."""

    def __init__(
        self, theme: Theme, text: str = "", kind: str = "motion", *, leading: float = 1.56
    ) -> None:
        super().__init__()
        self._theme, self._leading = theme, leading
        self._pieces: tuple[Piece, ...] = ()
        self._laid: tuple[int, QTextLayout] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("kind", kind)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show a wording as it stands."""
        self.show_pieces((Piece(text, Kept.BOTH),) if text else ())

    def show_pieces(self, pieces: Iterable[Piece]) -> None:
        """Show a wording with its changes: struck what went out, underlined what came in."""
        self._pieces, self._laid = tuple(pieces), None
        self.setText("".join(one.text for one in self._pieces))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """High enough for its lines."""
        return self._line() * max(1, self._layout(max(1, width)).lineCount())

    def sizeHint(self) -> QSize:
        """As wide as it likes up to a readable line."""
        width = min(self._theme.px(640), self.fontMetrics().horizontalAdvance(self.text()) + 2)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A line of a few letters."""
        return QSize(self._theme.px(96), self._line())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._layout(self.width()).draw(painter, QPointF(0, 0))

    def _line(self) -> int:
        self.ensurePolished()
        return round(self.fontInfo().pixelSize() * self._leading)

    def _layout(self, width: int) -> QTextLayout:
        self.ensurePolished()
        if self._laid is None or self._laid[0] != width:
            plain = self._set(self.text(), (), width)
            places = self._places(width)
            better = self._set(self.text(), places, width) if places else plain
            fair = better.lineCount() <= plain.lineCount() + MOST_MORE
            self._laid = width, better if fair else plain
        return self._laid[1]

    def _places(self, width: int) -> tuple[int, ...]:
        """Where lines are ended by us: each holds as many clauses as it has room for."""
        text, metrics = self.text(), self.fontMetrics()
        places: list[int] = []
        start, room = 0, width
        for end in (*(one.start() for one in BREAKS.finditer(text)), len(text)):
            long = metrics.horizontalAdvance(text[start:end].rstrip())
            begun = start > 0 and text[start - 1] != "\n"
            if long > room and begun:
                places.append(start)
                room = width
            elif not begun:
                room = width
            room = room - long if long <= room else width - long % width
            start = end
        return tuple(places)

    def _set(self, text: str, places: tuple[int, ...], width: int) -> QTextLayout:
        """The text in lines; a line's end of ours takes one letter's place in what is set."""
        for place in reversed(places):
            text = text[:place] + LINE + text[place:]
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        laid = QTextLayout(text.replace("\n", LINE), self.font())
        laid.setTextOption(option)
        laid.setFormats(list(self._formats(places)))
        laid.beginLayout()
        count, high = 0, self._line()
        while (line := laid.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * high + (high - line.height()) / 2))
            count += 1
        laid.endLayout()
        return laid

    def _formats(self, places: tuple[int, ...]) -> Iterable[QTextLayout.FormatRange]:
        at = 0
        for piece in self._pieces:
            end = at + len(piece.text)
            if piece.kept is not Kept.BOTH:
                made = QTextLayout.FormatRange()
                made.start = at + sum(place <= at for place in places)
                made.length = end + sum(place < end for place in places) - made.start
                made.format = self._format(piece.kept)
                yield made
            at = end

    def _format(self, kept: Kept) -> QTextCharFormat:
        made = QTextCharFormat()
        if kept is Kept.OLD:
            made.setFontStrikeOut(True)
            made.setForeground(self._theme.color("bad_ink"))
        else:
            made.setFontUnderline(True)
            made.setForeground(self._theme.color("good_ink"))
            made.setBackground(self._theme.color("good_soft"))
        return made
