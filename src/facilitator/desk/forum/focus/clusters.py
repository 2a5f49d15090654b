"""What belongs together: the clusters as a list, each with who takes it further and its topics."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.agenda_paint import broken
from facilitator.desk.meeting.asked import plain
from facilitator.desk.widgets.elided import paint_line
from facilitator.meeting import Meeting
from facilitator.words.figures import airy, listing
from facilitator.words.forum import topic_number

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
LINE, AIR, MOST_LINES = 22, 8, 3


@dataclass(frozen=True, slots=True)
class Row:
    """One cluster: its name, its dots together, who takes it further, its topics with their numbers."""

    cluster: str
    title: str
    dots: str
    initiator: str
    topics: str


def cluster_rows(desk: Desk, meeting: Meeting) -> tuple[Row, ...]:
    """The clusters in the order in which they were formed."""
    t, names, focus = desk.t, desk.session.names(meeting), meeting.convergence
    found: list[Row] = []
    for one in focus.clusters.values():
        topics = [meeting.wall.topic(topic) for topic in one.topics]
        titles = (f"{topic_number(topic.number)} {topic.title}" for topic in topics)
        dots = sum(focus.dots.get(topic.id, 0) for topic in topics)
        who = names.get(one.initiator, one.initiator)
        found.append(
            Row(
                one.id,
                one.title,
                airy(t.many("{n} dot", "{n} dots", dots)) if dots else "",
                t("Initiator {who}", who=who) if who else t("nobody takes it further yet"),
                listing(titles, desk.lang),
            )
        )
    return tuple(found)


class ClustersModel(QAbstractListModel):
    """The rows."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Hold these from now on."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            said = (row.title, row.dots, row.initiator, row.topics)
            return plain("\n".join(one for one in said if one))
        return None


class ClusterList(QListView):
    """`opened` by Enter or a double click."""

    opened = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows = ClustersModel()
        self._rows.setParent(self)
        self.setModel(self._rows)
        self.setItemDelegate(ClusterLook(desk, self))
        self.setObjectName("focus.clusters")
        self.setAccessibleName(desk.t("Clusters"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these; the one that is current stays so, else the first is."""
        now = self.cluster
        self._rows.show_rows(rows)
        place = next((n for n, row in enumerate(rows) if row.cluster == now), 0)
        if rows:
            self.setCurrentIndex(self._rows.index(place))

    @property
    def cluster(self) -> str:
        """The cluster that is current."""
        row = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return row.cluster if isinstance(row, Row) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.cluster:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class ClusterLook(QStyledItemDelegate):
    """Name and dots, the initiator, the topics in up to three lines."""

    def __init__(self, desk: Desk, view: QListView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def _broken(self, row: Row) -> list[str]:
        px = self._desk.px
        wide = max(1, self._view.viewport().width() - px(24))
        return broken(row.topics, self._desk.theme.font(14), wide, MOST_LINES)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        px, row = self._desk.px, index.data(ROW)
        lines = 2 + len(self._broken(row)) if isinstance(row, Row) else 2
        return QSize(self._view.viewport().width(), px(lines * LINE + 2 * AIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._desk.theme, self._desk.px
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        row: Row = index.data(ROW)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("accent_soft"))
            painter.fillRect(
                QRect(box.topLeft(), QSize(px(4), box.height())), theme.color("accent")
            )
            if self._view.hasFocus():
                painter.setPen(QPen(theme.color("accent"), 1))
                painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.setPen(theme.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        room = QRectF(box).adjusted(px(12), px(AIR), -px(12), 0)
        room.setHeight(px(LINE))
        painter.setFont(theme.font(14))
        wide = painter.fontMetrics().horizontalAdvance(row.dots)
        right = QRectF(room.right() - wide - 1, room.top(), wide + 2, room.height())
        paint_line(painter, theme, right, row.dots, theme.color("soft"), 14)
        first = room.adjusted(0, 0, -wide - px(8), 0)
        paint_line(painter, theme, first, row.title, theme.color("ink"), 15, bold=True)
        for text in (row.initiator, *self._broken(row)):
            room.translate(0, px(LINE))
            paint_line(painter, theme, room, text, theme.color("soft"), 14)
        painter.restore()
