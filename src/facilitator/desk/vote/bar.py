"""The vote bar: a cell per seat, for from the left, the threshold as a line. The same on desk and projector."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.theme import Theme
from facilitator.desk.vote.cells import (
    SHORT,
    SIGNED,
    Cells,
    Mark,
    described,
    needed_words,
)
from facilitator.desk.vote.layout import CELL, GAP, LETTERS, Layout, Look, Span, fitted
from facilitator.desk.widgets import paint_sign
from facilitator.words.tongue import tongue


def paint_vote_bar(
    painter: QPainter,
    rect: QRectF,
    cells: Sequence[Cells],
    needed: int,
    theme: Theme,
    look: Look,
) -> None:
    """Draw the bar into `rect`, whose height decides how large everything is (a cell is about a third of it).

    `needed` is the number after whose cell the line is drawn; 0 for no line. It is `rules.outlook.the_line`'s
    to say whether a line can stand for the rule.
    """
    if not any(one.number for one in cells) or rect.isEmpty():
        return
    layout = fitted(rect, [one for one in cells if one.number], needed, theme, look)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    high = CELL * layout.unit
    bar = QRectF(rect.left(), rect.top() + layout.over, rect.width(), high)
    spans = layout.spans(bar)
    brush = _Brush(painter, layout)
    single = layout.single(bar.width())
    worded = single and layout.shorts(spans)
    for span in spans:
        brush.cells(span, bar, single=single, worded=worded)
    if needed:
        brush.line(layout.place(spans), bar)
    under = QRectF(bar.left(), bar.bottom() + 8 * layout.unit, bar.width(), high)
    brush.legend(spans, under)
    painter.restore()


_INKS = {Mark.FOR: "good_ink", Mark.AGAINST: "bad_ink", Mark.ABSTAIN: "soft"}
_LINES = {Mark.FOR: "good", Mark.AGAINST: "bad", Mark.ABSTAIN: "abstain"}


class _Brush:
    """Draws the parts of a bar."""

    def __init__(self, painter: QPainter, layout: Layout) -> None:
        self._painter, self._layout = painter, layout
        self._unit, self._color = layout.unit, layout.theme.color

    def cells(self, span: Span, bar: QRectF, *, single: bool, worded: bool) -> None:
        """All cells of a kind, or the one length that stands for them."""
        gap = GAP * self._unit
        number = span.cells.number if single else 1
        step = (span.end - span.begin + gap) / number
        mark = span.cells.mark
        for at in range(number):
            air = gap if single else gap / 2
            box = QRectF(span.begin + at * step, bar.top(), step - air, bar.height())
            self._box(box, mark)
            if mark in SIGNED:
                self._sign(box, mark)
            elif worded and mark in SHORT and mark is not Mark.VOID:
                self._short(box, mark)

    def _box(self, box: QRectF, mark: Mark) -> None:
        ground, pen = self._fill(mark)
        if pen.style() is not Qt.PenStyle.NoPen:
            pen.setWidthF(2 * self._unit)
            half = min(self._unit, box.width() / 4)
            box = box.adjusted(half, half, -half, -half)
        self._painter.setBrush(ground)
        self._painter.setPen(pen)
        corner = min(4 * self._unit, box.width() / 4)
        self._painter.drawRoundedRect(box, corner, corner)
        if mark is Mark.VOID:
            self._painter.drawLine(box.bottomLeft(), box.topRight())

    def _fill(self, mark: Mark) -> tuple[QColor, QPen]:
        """The ground and the border of a cell."""
        match mark:
            case Mark.FOR | Mark.AGAINST:
                return self._color(_LINES[mark]), QPen(Qt.PenStyle.NoPen)
            case Mark.ABSTAIN:
                return self._color("abstain_soft"), QPen(self._color("abstain"))
            case Mark.BLANK | Mark.VOID:
                return self._color("surface"), QPen(self._color("abstain"))
            case Mark.OPEN:
                pen = QPen(self._color("faint"))
                pen.setDashPattern([3, 2])
                return self._color("surface"), pen
            case _:
                return self._color("empty"), QPen(Qt.PenStyle.NoPen)

    def _sign(self, box: QRectF, mark: Mark) -> None:
        side = min(16 * self._unit, box.width() * 0.8)
        square = QRectF(0, 0, side, side)
        square.moveCenter(box.center())
        ink = self._color("ink" if mark is Mark.ABSTAIN else "on_strong")
        paint_sign(self._painter, square, SIGNED[mark], ink, 0.16)

    def _short(self, box: QRectF, mark: Mark) -> None:
        t = tongue(self._layout.look.lang)
        self._painter.setFont(self._layout.font())
        self._painter.setPen(self._color("soft"))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, t.within(*SHORT[mark]))

    def line(self, x: float, bar: QRectF) -> None:
        """The threshold and, above it, how many votes are needed."""
        unit, wide = self._unit, 4 * self._unit
        x = min(max(x, bar.left() + wide / 2), bar.right() - wide / 2)
        line = QRectF(x - wide / 2, bar.top() - 8 * unit, wide, bar.height() + 16 * unit)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._color("ink"))
        self._painter.drawRoundedRect(line, 2 * unit, 2 * unit)
        text = needed_words(self._layout.needed, self._layout.look.lang)
        font = self._layout.font(bold=True)
        width = QFontMetricsF(font).horizontalAdvance(text) + 2
        left = max(bar.left(), min(x - width / 2, bar.right() - width))
        self._painter.setFont(font)
        self._painter.setPen(self._color("ink"))
        high = self._layout.look.line * unit
        room = QRectF(left, line.top() - high - 2 * unit, width, high)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        self._painter.drawText(room, flags, text)

    def legend(self, spans: Sequence[Span], under: QRectF) -> None:
        """A coloured line under each kind, and its number in words."""
        unit = self._unit
        for span in spans:
            color = self._color(_LINES.get(span.cells.mark, "edge"))
            y = under.top() + unit
            self._painter.setPen(QPen(color, 2 * unit))
            self._painter.drawLine(
                QPointF(span.begin, y), QPointF(max(span.end, span.begin + 1), y)
            )
        below = under.adjusted(0, 4 * unit, 0, 0)
        for span, room in zip(spans, self._layout.labels(spans, below), strict=True):
            self._label(span.cells, room)

    def _label(self, cells: Cells, room: QRectF) -> None:
        signed = cells.mark in SIGNED
        color = self._color(_INKS.get(cells.mark, "ink"))
        left, side = room.left(), self._layout.look.letters * self._unit
        if signed:
            square = QRectF(left, room.center().y() - side / 2, side, side)
            paint_sign(self._painter, square, SIGNED[cells.mark], color)
            left += side * 1.2
        self._painter.setFont(self._layout.font(bold=signed))
        self._painter.setPen(color)
        text = QRectF(left, room.top(), room.right() - left, room.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        flags |= Qt.TextFlag.TextDontClip
        self._painter.drawText(text, flags, self._layout.look.words(cells))


class VoteBar(QWidget):
    """The bar as a widget: as wide as there is room, as high as cells and letters (pixels at 100 %) ask."""

    def __init__(self, desk: Desk, *, cell: float = CELL, letters: float = LETTERS) -> None:
        super().__init__()
        self.desk = desk
        self._unit = desk.px(cell) / CELL
        self._look = Look(desk.lang, letters * CELL / cell)
        self._cells: tuple[Cells, ...] = ()
        self._needed = 0
        self.setObjectName("vote.bar")
        self.setAccessibleName(desk.t("Votes"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def cells(self) -> tuple[Cells, ...]:
        """What is shown."""
        return self._cells

    @property
    def needed(self) -> int:
        """After which cell the line stands; 0 for no line."""
        return self._needed

    def show_votes(
        self,
        cells: Sequence[Cells],
        needed: int = 0,
        *,
        said: Mapping[Mark, str] | None = None,
        amount: Callable[[int], str] | None = None,
    ) -> None:
        """Show these cells and, unless `needed` is 0, the line."""
        self._cells, self._needed = tuple(cells), needed
        self._look = Look(self.desk.lang, self._look.letters, said, amount)
        words = described(cells, needed, self._look.lang, amount)
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def _layout(self) -> Layout:
        return Layout(self.desk.theme, self._look, self._cells, self._needed, self._unit)

    def hasHeightForWidth(self) -> bool:
        """The legend takes more lines where there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its cells and its legend ask at that width."""
        layout = self._layout()
        return round(layout.height(layout.lines(width)))

    def sizeHint(self) -> QSize:
        """Wide enough to be read."""
        return self._size(self.desk.px(480))

    def minimumSizeHint(self) -> QSize:
        """Narrow bars are drawn as lengths."""
        return self._size(self.desk.px(200))

    def _size(self, least: int) -> QSize:
        return QSize(least, self.heightForWidth(max(least, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, theme = self._look, self.desk.theme
        painter = QPainter(self)
        paint_vote_bar(painter, QRectF(self.rect()), self._cells, self._needed, theme, look)
