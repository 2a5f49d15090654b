"""The contents at the left of the manual: its chapters, and the headings of the one that is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from facilitator.desk.desk import Desk
from facilitator.manual.model import SECTION, Chapter, Target

TARGET = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
PAD = (10, 6)
_FLAGS = Qt.TextFlag.TextWordWrap


class ContentsTree(QTreeView):
    """`chosen` tells the `Target` that somebody went to, by mouse or by the arrow keys."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, chapters: Sequence[Chapter]) -> None:
        super().__init__()
        self._following = False
        self.setObjectName("manual.contents")
        self.setAccessibleName(desk.t("Contents of the manual"))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "contents")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRootIsDecorated(False)
        self.setWordWrap(True)
        self.setIndentation(desk.px(18))
        self.setItemDelegate(_Line(desk, self))
        self.setModel(self._model(chapters))
        self.selectionModel().currentChanged.connect(self._moved)
        self.clicked.connect(self._pressed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # lines wrap otherwise now

    def show_place(self, at: Target) -> None:
        """Mark where one is; only that chapter shows its headings."""
        place = self._index(at) or self._index(Target(at.chapter))
        if place is None:
            return
        chapter = place.parent() if place.parent().isValid() else place
        for row in range(self.model().rowCount()):
            one = self.model().index(row, 0)
            self.setExpanded(one, one == chapter)
        self._following = True
        self.setCurrentIndex(place)
        self._following = False
        self.scrollTo(place)

    def _model(self, chapters: Sequence[Chapter]) -> QStandardItemModel:
        model = QStandardItemModel(self)
        for chapter in chapters:
            top = _item(chapter.title, Target(chapter.slug))
            for head in chapter.headings:
                if head.level == SECTION:
                    top.appendRow(_item(head.text, Target(chapter.slug, head.anchor)))
            model.appendRow(top)
        return model

    def _index(self, at: Target) -> QModelIndex | None:
        model = self.model()
        for row in range(model.rowCount()):
            top = model.index(row, 0)
            for one in (top, *(model.index(inner, 0, top) for inner in range(model.rowCount(top)))):
                if one.data(TARGET) == at:
                    return one
        return None

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._following and now.isValid():
            self.chosen.emit(now.data(TARGET))

    def _pressed(self, index: QModelIndex) -> None:
        """Pressed again: back to where the heading stands."""
        self.chosen.emit(index.data(TARGET))


class _Line(QStyledItemDelegate):
    """Chapters in bold, their headings below; what is too long for one line takes two."""

    def __init__(self, desk: Desk, tree: QTreeView) -> None:
        super().__init__(tree)
        self._desk, self._tree = desk, tree
        self._fonts = desk.theme.font(15), desk.theme.font(15, bold=True)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        room = QRect(0, 0, self._room(index), 10_000)
        lines = QFontMetrics(self._font(index)).boundingRect(room, _FLAGS, index.data())
        return QSize(self._room(index), lines.height() + 2 * self._desk.px(PAD[1]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._desk.theme, self._desk.px
        state, box = option.state, option.rect.adjusted(0, 1, 0, -1)  # pyright: ignore
        on = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if on else "sunken"))
            painter.drawRoundedRect(box, px(6), px(6))
        if on and self._tree.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.color("accent"))
            painter.drawRoundedRect(box, px(6), px(6))
        painter.setFont(self._font(index))
        painter.setPen(theme.color("accent_ink" if on else "ink"))
        inner = box.adjusted(px(PAD[0]), 0, -px(PAD[0]), 0)
        painter.drawText(inner, _FLAGS | Qt.AlignmentFlag.AlignVCenter, index.data())
        painter.restore()

    def _font(self, index: Index) -> QFont:
        return self._fonts[not index.parent().isValid()]

    def _room(self, index: Index) -> int:
        depth = 1 if index.parent().isValid() else 0
        wide = self._tree.viewport().width() - depth * self._tree.indentation()
        return max(80, wide - 2 * self._desk.px(PAD[0]))


def _item(text: str, at: Target) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(at, TARGET)
    item.setToolTip(text)
    return item
