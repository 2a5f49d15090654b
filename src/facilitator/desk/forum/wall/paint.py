"""Painting a card: number and title, convener, what there is to settle, how many want it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from facilitator.desk.forum.wall.facts import Card
from facilitator.desk.theme import Theme

FLAT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
SHADOW = 5
"""Pixels at 100 % by which the card that is carried stands off the wall."""
LEAST_WHO = 28
NUMBER_ONLY, NO_SECOND_LINE = 0.42, 0.72
"""Scales under which a card shows only its number, or leaves out its second line."""


class CardPainter:
    """Paints cards in one look and size. Fonts and colours are asked for once: there are hundreds of cards."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        color, px = theme.color, theme.px
        self._title, self._small = theme.font(15, bold=True), theme.font(14)
        self._strong = theme.font(14, bold=True)
        self._in_title = QFontMetricsF(self._title)
        self._in_small, self._in_strong = QFontMetricsF(self._small), QFontMetricsF(self._strong)
        self._gap, self._inset, self._radius = px(6), px(9), px(6)
        self._ink, self._soft = color("ink"), color("soft")
        self._accent, self._accent_ink = color("accent"), color("accent_ink")
        self._surface, self._edge = color("surface"), color("edge")
        self._warn, self._warn_ink = color("warn"), color("warn_ink")
        self._warn_soft, self._sunken = color("warn_soft"), color("sunken")
        self._chosen = color("accent_soft")
        self._shade = QColor(0, 0, 0, 90 if theme.tokens.dark else 38)

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        card: Card,
        *,
        chosen: bool = False,
        carried: bool = False,
        scale: float = 1.0,
    ) -> None:
        """Paint it into `rect`; `scale` is how large it comes out, and little is told where that is small."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if carried:
            off = self.theme.px(SHADOW)
            self._box(painter, rect.translated(off, off), self._shade, self._shade, 0)
        marked = chosen or carried
        edge = self._accent if marked else self._warn if card.clash else self._edge
        ground = self._warn_soft if card.clash else self._sunken if card.off else self._surface
        ground = self._chosen if chosen and not card.clash else ground
        self._box(painter, rect, ground, edge, 2 if marked or card.clash else 1)
        inner = rect.adjusted(self._inset, 1, -self._inset, -1)
        if scale < NUMBER_ONLY:
            self._number_alone(painter, rect, card)
        elif scale < NO_SECOND_LINE:
            self._title_alone(painter, inner, card, scale)
        else:
            half = inner.height() / 2
            self._first(painter, QRectF(inner.left(), inner.top(), inner.width(), half), card)
            low = QRectF(inner.left(), inner.top() + half - 1, inner.width(), half)
            self._second(painter, low, card)

    def cuts(self, card: Card, width: float) -> bool:
        """Whether a card of that width has to cut its title."""
        number = self._in_title.horizontalAdvance(card.number) + self._gap
        return number + self._in_title.horizontalAdvance(card.title) > width - 2 * self._inset

    def _box(
        self, painter: QPainter, rect: QRectF, ground: QColor, edge: QColor, width: float
    ) -> None:
        half = width / 2
        painter.setPen(QPen(edge, width) if width else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), self._radius, self._radius)

    def _first(self, painter: QPainter, room: QRectF, card: Card) -> None:
        painter.setFont(self._title)
        painter.setPen(self._accent_ink)
        painter.drawText(room, FLAT, card.number)
        room.setLeft(room.left() + self._in_title.horizontalAdvance(card.number) + self._gap)
        painter.setPen(self._soft if card.off else self._ink)
        painter.drawText(room, FLAT, _cut(self._in_title, card.title, room.width()))

    def _second(self, painter: QPainter, room: QRectF, card: Card) -> None:
        """Convener, then what is marked; at the right how many want it. What is to settle is cut last."""
        if card.wanted:
            wide = self._in_small.horizontalAdvance(card.wanted)
            self._word(
                painter,
                self._small,
                self._ink,
                room.adjusted(room.width() - wide, 0, 1, 0),
                card.wanted,
            )
            room = room.adjusted(0, 0, -wide - self._gap, 0)
        marks = self._marks(card)
        sign = self._strong.pixelSize() + self._gap / 2 if card.clash else 0
        needs = self._in_strong.horizontalAdvance(marks) + sign + self._gap if marks else 0
        who = room.width() - needs
        said = _cut(self._in_small, card.who, who) if who >= self.theme.px(LEAST_WHO) else ""
        self._word(painter, self._small, self._soft, room, said)
        if marks:
            wide = self._in_small.horizontalAdvance(said) + self._gap if said else 0
            room = room.adjusted(wide, 0, 0, 0)
            if card.clash:
                side = float(self._strong.pixelSize())
                top = room.center().y() - side / 2
                paint_warning(painter, QRectF(room.left(), top, side, side), self._warn_ink)
                room.setLeft(room.left() + sign)
            ink = self._warn_ink if card.clash else self._accent_ink
            cut = _cut(self._in_strong, marks, room.width())
            self._word(painter, self._strong, ink, room, cut)

    def _marks(self, card: Card) -> str:
        """The first thing to settle, with how many more there are, before halves and sittings."""
        more = f" +{len(card.clash) - 1}" if len(card.clash) > 1 else ""
        said = [card.clash[0] + more] if card.clash else []
        return " · ".join([*said, *card.marks])

    def _word(self, painter: QPainter, font: QFont, ink: QColor, room: QRectF, text: str) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(room, FLAT, text)

    def _number_alone(self, painter: QPainter, rect: QRectF, card: Card) -> None:
        font = QFont(self._title)
        font.setPixelSize(round(rect.height() * 0.8))
        painter.setFont(font)
        painter.setPen(self._warn_ink if card.clash else self._accent_ink)
        painter.drawText(
            rect, Qt.AlignmentFlag.AlignCenter, card.number + ("!" if card.clash else "")
        )

    def _title_alone(self, painter: QPainter, room: QRectF, card: Card, scale: float) -> None:
        font = QFont(self._title)
        font.setPixelSize(round(min(room.height() * 0.7, 13 * self.theme.size / 100 / scale)))
        metrics = QFontMetricsF(font)
        self._word(painter, font, self._accent_ink, room, card.number)
        room = room.adjusted(metrics.horizontalAdvance(card.number) + self._gap, 0, 0, 0)
        if card.clash:
            side = font.pixelSize() * 0.9
            top = room.center().y() - side / 2
            paint_warning(painter, QRectF(room.left(), top, side, side), self._warn_ink)
            room.setLeft(room.left() + side + self._gap)
        self._word(painter, font, self._ink, room, _cut(metrics, card.title, room.width()))


def paint_warning(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """A triangle with a stroke in it, as a path: the sign beside what there is to settle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, max(1.4, rect.width() * 0.12))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)

    def at(x: float, y: float) -> QPointF:
        return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height())

    painter.drawPolygon(QPolygonF([at(0.5, 0.12), at(0.95, 0.88), at(0.05, 0.88)]))
    painter.drawLine(at(0.5, 0.4), at(0.5, 0.6))
    painter.drawPoint(at(0.5, 0.74))
    painter.restore()


def _cut(metrics: QFontMetricsF, text: str, width: float) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))
