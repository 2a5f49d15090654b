"""How a row of the record is painted: time, who, what kind of line, the words; in one line or in several."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.secretary.record_lines import RecordLine, Source, marks, was_sentences
from facilitator.words.figures import airy

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 28
TIME, WHO, ITEM, GAP = 76, 88, 72, 8
MOST = 12
"""Lines of words that a row shows in full."""
LOOKS = {
    "accent": ("accent_soft", "accent_ink"),
    "bad": ("bad_soft", "bad_ink"),
    "warn": ("warn_soft", "warn_ink"),
}
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignTop)
MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class OneLine(QStyledItemDelegate):
    """A row as it stands above the secretary's line: never higher than one line."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self._desk.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: RecordLine = index.data(Qt.ItemDataRole.UserRole)
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = Pen(self._desk, painter)
        left = pen.head(box, line)
        left = pen.chips(QRect(left, box.top(), box.right() - left, box.height()), line)
        pen.words(QRect(left, box.top(), box.right() - left, box.height()), line)
        painter.restore()


class Whole(QStyledItemDelegate):
    """A row of the whole record: all its words, of a very long one the beginning, and what they were before."""

    def __init__(self, desk: Desk, view: QListView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._heights: dict[tuple[object, ...], int] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line: RecordLine = index.data(Qt.ItemDataRole.UserRole)
        width = self._view.viewport().width()
        key = (line.version, len(line.old), bool(line.struck), width)
        if key not in self._heights:
            self._heights[key] = self._height(line, width)
        return QSize(0, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: RecordLine = index.data(Qt.ItemDataRole.UserRole)
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        theme, px = self._desk.theme, self._desk.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("accent_soft"))
            painter.fillRect(
                QRect(box.left(), box.top(), px(4), box.height()), theme.color("accent")
            )
        pen = Pen(self._desk, painter)
        top = QRect(
            box.left() + px(12), box.top() + px(4), box.width() - px(24), px(HEIGHT) - px(4)
        )
        left = pen.head(top, line, item=True)
        pen.chips(QRect(left, top.top(), top.right() - left, top.height()), line)
        rest = QRect(left, top.top() + px(1), box.right() - px(12) - left, box.bottom() - top.top())
        pen.paragraph(rest, line)
        painter.restore()

    def _height(self, line: RecordLine, width: int) -> int:
        px = self._desk.px
        inner = width - px(24) - px(TIME + ITEM + WHO + 3 * GAP)
        indent, parts = paragraphs(self._desk, line, inner)
        own_line = px(HEIGHT - 4) if indent < 0 else 0
        return own_line + px(12) + sum(height for _, _, height in parts)


def paragraphs(
    desk: Desk, line: RecordLine, width: int
) -> tuple[int, list[tuple[str, QFont, int]]]:
    """The words of a row and what they were before, each with its font and its height at a width.

    First, how far the words begin behind the chips; -1 when chips and words do not go on one line.
    """
    theme = desk.theme
    normal, small = theme.font(15), theme.font(13)
    normal.setStrikeOut(line.struck is not None)
    parts = [(line.short, normal), *((said, small) for said in was_sentences(line, desk.t))]
    chips = chips_width(desk, line)
    room = chips + QFontMetrics(normal).horizontalAdvance(line.short) <= width
    indent = 0 if not chips else chips if room else -1
    return indent, [(text, font, _tall(text, font, width)) for text, font in parts]


def chips_width(desk: Desk, line: RecordLine) -> int:
    """What the chips of a row take, with the air behind them."""
    metrics, px = QFontMetrics(desk.theme.font(13, bold=True)), desk.px
    found = marks(line, desk.t)
    return sum(metrics.horizontalAdvance(text) + px(20) + px(GAP) for text, _ in found)


def _tall(text: str, font: QFont, width: int) -> int:
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return metrics.lineSpacing()
    tall = metrics.boundingRect(QRect(0, 0, max(1, width), 100_000), WRAP, text).height()
    return min(tall, MOST * metrics.lineSpacing())


class Pen:
    """Paints the parts of a row; each part says where the next may begin."""

    def __init__(self, desk: Desk, painter: QPainter) -> None:
        self._desk, self._painter = desk, painter

    def head(self, box: QRect, line: RecordLine, *, item: bool = False) -> int:
        """The time, the number of the item if asked for, and who."""
        theme, t = self._desk.theme, self._desk.t
        left = self._column(box, box.left(), TIME, line.time, theme.font(14), "soft")
        if item:
            number = airy(t("Item {number}", number=line.number)) if line.number else ""
            left = self._column(box, left, ITEM, number, theme.font(13), "soft")
        noted = line.source is Source.NOTED
        font = theme.font(15, bold=not noted)
        return self._column(box, left, WHO, line.who, font, "soft" if noted else "ink")

    def chips(self, box: QRect, line: RecordLine) -> int:
        """What kind of line it is."""
        theme, px, painter = self._desk.theme, self._desk.px, self._painter
        left = box.left()
        painter.setFont(theme.font(13, bold=True))
        for text, look in marks(line, self._desk.t):
            ground, ink = LOOKS[look]
            wide = painter.fontMetrics().horizontalAdvance(text) + px(20)
            place = QRect(left, box.center().y() - px(11) + 1, wide, px(22))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(ground))
            painter.drawRoundedRect(place, px(11), px(11))
            painter.setPen(theme.color(ink))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)
            left += wide + px(GAP)
        return left

    def words(self, box: QRect, line: RecordLine) -> None:
        """The words on one line, cut where there is no room."""
        theme = self._desk.theme
        font = theme.font(15)
        font.setStrikeOut(line.struck is not None)
        ink = "soft" if line.source is Source.NOTED or line.struck else "ink"
        self._draw(box, line.short, font, ink)

    def paragraph(self, box: QRect, line: RecordLine) -> None:
        """The words on as many lines as they take, and below them what they were before."""
        theme, painter, px = self._desk.theme, self._painter, self._desk.px
        indent, parts = paragraphs(self._desk, line, box.width())
        top = box.top() + (px(HEIGHT - 4) if indent < 0 else 0)
        for place, (text, font, tall) in enumerate(parts):
            soft = place or line.source is Source.NOTED or line.struck
            painter.setFont(font)
            painter.setPen(theme.color("soft" if soft else "ink"))
            left = 0 if place else max(0, indent)
            painter.drawText(box.left() + left, top, box.width() - left, tall, WRAP, text)
            top += tall

    def _column(self, box: QRect, left: int, wide: int, text: str, font: QFont, ink: str) -> int:
        px = self._desk.px
        self._draw(QRect(left, box.top(), px(wide), box.height()), text, font, ink)
        return left + px(wide) + px(GAP)

    def _draw(self, box: QRect, text: str, font: QFont, ink: str) -> None:
        painter = self._painter
        painter.setFont(font)
        painter.setPen(self._desk.theme.color(ink))
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, MIDDLE, cut)
