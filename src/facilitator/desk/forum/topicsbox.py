"""Topics to tick: which belong to a cluster, or to an action group."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from facilitator.desk.desk import Desk
from facilitator.desk.forum.ticks import paint_tick
from facilitator.desk.meeting.asked import plain
from facilitator.desk.widgets.elided import paint_line
from facilitator.meeting.forum.wall import Topic
from facilitator.words.forum import topic_number

Index = QModelIndex | QPersistentModelIndex
MOST_ROWS, ROW = 5, 34


class TopicsModel(QAbstractListModel):
    """The topics by number, each with its tick."""

    changed = Signal()

    def __init__(self, topics: Iterable[Topic], ticked: Iterable[str]) -> None:
        super().__init__()
        self.topics, self.ticked = list(topics), set(ticked)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.topics)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        topic = self.topics[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{topic_number(topic.number)}  {topic.title}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(topic.title)
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = topic.id in self.ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.ticked ^= {self.topics[index.row()].id}
        self.dataChanged.emit(index, index)
        self.changed.emit()
        return True


class TopicsBox(QListView):
    """Space or a click ticks; the ticked ones are in sight first."""

    def __init__(
        self, desk: Desk, topics: Iterable[Topic], ticked: Iterable[str], *, name: str, says: str
    ) -> None:
        super().__init__()
        ticked = set(ticked)
        # What is ticked stands above, so that nobody has to look for it.
        order = sorted(topics, key=lambda topic: (topic.id not in ticked, topic.number))
        self._topics = TopicsModel(order, ticked)
        self._topics.setParent(self)
        self.setModel(self._topics)
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setProperty("framed", "true")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setItemDelegate(TopicLook(desk, self))
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._clicked)
        rows = max(2, min(MOST_ROWS, len(order)))
        self.setFixedHeight(desk.px(ROW) * rows + 4)
        if order:
            self.setCurrentIndex(self._topics.index(0))

    @property
    def ticked(self) -> tuple[str, ...]:
        """What is ticked, by number."""
        topics = sorted(self._topics.topics, key=lambda topic: topic.number)
        return tuple(topic.id for topic in topics if topic.id in self._topics.ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the panel."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(320, self.height())

    def _clicked(self, index: QModelIndex) -> None:
        """A click anywhere in a row ticks it."""
        self._topics.setData(index, None, Qt.ItemDataRole.CheckStateRole)


class TopicLook(QStyledItemDelegate):
    """A box and the topic beside it."""

    def __init__(self, desk: Desk, view: QListView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Space ticks as ever; clicks are the view's."""
        if event.type() == QEvent.Type.KeyPress:
            return super().editorEvent(event, model, option, index)
        return False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._desk.px(120), self._desk.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._desk.theme, self._desk.px
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.currentIndex() == index and self._view.hasFocus():
            painter.fillRect(box, theme.color("accent_soft"))
        room = QRectF(box)
        room.setWidth(px(40))
        paint_tick(painter, theme, room, ticked=ticked)
        words = QRectF(box).adjusted(px(40), 0, -px(8), 0)
        paint_line(painter, theme, words, str(index.data()), theme.color("ink"), 15)
        painter.restore()
