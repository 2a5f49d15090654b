"""The table of dots: one types what is on the paper, Enter goes on; Space ticks a topic for a cluster."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from facilitator.desk.desk import Desk
from facilitator.desk.forum.digits import Digits
from facilitator.desk.forum.focus.rows import Row
from facilitator.desk.forum.ticks import paint_tick
from facilitator.desk.meeting.asked import plain
from facilitator.desk.widgets.elided import paint_line
from facilitator.meeting.forum.convergence import MOST_DOTS

Index = QModelIndex | QPersistentModelIndex
TICK, RANK, NUMBER, TITLE, CLUSTER, BAR, DOTS = range(7)
WIDE = {TICK: 36, RANK: 56, NUMBER: 40, CLUSTER: 168, BAR: 132, DOTS: 84}
HIGH, HEAD = 38, 34
NARROW = 620
"""Below so many pixels cluster and bar are left out."""
ROW = Qt.ItemDataRole.UserRole


class DotsModel(QAbstractTableModel):
    """Rows as the meeting has them; what is typed goes out by `entered` and comes back by the meeting."""

    entered = Signal(str, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.rows: tuple[Row, ...] = ()
        self.can_type = False

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Hold these from now on."""
        if [row.topic for row in rows] != [row.topic for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        pairs = zip(self.rows, rows, strict=True)
        changed = [n for n, (old, new) in enumerate(pairs) if old != new]
        self.rows = rows
        for n in changed:
            self.dataChanged.emit(self.index(n, 0), self.index(n, DOTS))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else DOTS + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        kinds = Qt.ItemFlag
        if not index.isValid():
            return kinds.NoItemFlags
        found = kinds.ItemIsEnabled | kinds.ItemIsSelectable
        typed = index.column() == DOTS and self.can_type
        return found | kinds.ItemIsEditable if typed else found

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        t = self._desk.t
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = Qt.AlignmentFlag.AlignRight if section == DOTS else Qt.AlignmentFlag.AlignLeft
            return int(right | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            RANK: t("Rank"),
            TITLE: t("Topic"),
            CLUSTER: t("Cluster"),
            DOTS: t.within("focus", "Dots"),
        }.get(section, "")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.EditRole:
            return "" if row.dots is None else str(row.dots)
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                RANK: str(row.rank or ""),
                NUMBER: row.number,
                TITLE: row.title,
                CLUSTER: row.cluster,
                DOTS: "" if row.dots is None else str(row.dots),
            }.get(column, "")
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return plain(self._said(row))
        return None

    def _said(self, row: Row) -> str:
        t = self._desk.t
        dots = t("no dots typed yet")
        if row.dots is not None:
            dots = t.many("{n} dot", "{n} dots", row.dots)
        rank = t("rank {n}", n=row.rank) if row.rank else ""
        ticked = t("ticked") if row.ticked else ""
        parts = (f"{row.number} {row.title}", dots, rank, row.cluster, ticked)
        return "\n".join(part for part in parts if part)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Send a number that is another than the one that is there; an empty field says nothing."""
        text, row = str(value).strip(), self.rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or not text.isdecimal() or int(text) == row.dots:
            return False
        self.entered.emit(row.topic, int(text))
        return True


class Cells(QStyledItemDelegate):
    """Paints the cells; only dots are typed."""

    def __init__(self, desk: Desk, view: QTableView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        row: Row = index.data(ROW)
        made = QLineEdit(parent)
        made.setObjectName(f"dots.{row.topic}")
        made.setAccessibleName(self._desk.t("Dots on {topic}", topic=f"{row.number} {row.title}"))
        made.setProperty("look", "cell")
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
        made.setValidator(Digits(0, MOST_DOTS, made))
        return made

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QLineEdit) and not editor.isModified() and editor.text() != text:
            editor.setText(text)
            editor.selectAll()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._desk.px(40), self._desk.px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._desk.theme, self._desk.px
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self._view.currentIndex().row() == index.row()
        if current or row.ticked:
            painter.fillRect(box, theme.color("accent_soft"))
        if current and index.column() == TICK:
            painter.fillRect(
                QRect(box.topLeft(), QSize(px(4), box.height())), theme.color("accent")
            )
        painter.setPen(theme.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        room = QRectF(box).adjusted(px(6), 0, -px(6), 0)
        match index.column():
            case column if column == TICK:
                paint_tick(painter, theme, room, ticked=row.ticked)
            case column if column == BAR:
                self._paint_bar(painter, room, row)
            case column if column == DOTS:
                self._paint_dots(painter, box, row, state)
            case column if column == RANK:
                said = self._rank(row)
                paint_line(painter, theme, room, said, theme.color("soft"), 14)
            case column:
                bold = column == NUMBER
                ink = {NUMBER: "accent_ink", CLUSTER: "soft"}.get(column, "ink")
                size = 14 if column == CLUSTER else 15
                text = str(index.data() or "")
                paint_line(painter, theme, room, text, theme.color(ink), size, bold=bold)
        painter.restore()

    def _rank(self, row: Row) -> str:
        if not row.rank:
            return ""
        t = self._desk.t
        return t("={n}", n=row.rank) if row.level else str(row.rank)

    def _paint_bar(self, painter: QPainter, room: QRectF, row: Row) -> None:
        theme, high = self._desk.theme, self._desk.px(10)
        bar = QRectF(room.left(), room.center().y() - high / 2, room.width(), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("empty"))
        painter.drawRoundedRect(bar, high / 2, high / 2)
        if row.part:
            bar.setWidth(max(high, bar.width() * row.part / 1000))
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(bar, high / 2, high / 2)

    def _paint_dots(self, painter: QPainter, box: QRect, row: Row, state: QStyle.StateFlag) -> None:
        """A field to type in, whether somebody types there or not."""
        theme, px = self._desk.theme, self._desk.px
        field = QRectF(box).adjusted(px(6), px(4), -px(8), -px(4))
        has = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(theme.color("accent" if has else "edge"), 2 if has else 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(field, px(6), px(6))
        painter.setFont(theme.font(15, bold=True))
        painter.setPen(theme.color("ink"))
        text = "" if row.dots is None else str(row.dots)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(field.adjusted(0, 0, -px(8), 0), align, text)


class DotsTable(QTableView):
    """`entered` (topic, dots); `ticked` (topic) by Space or a click on the box."""

    entered = Signal(str, int)
    ticked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.dots = DotsModel(desk)
        self.dots.setParent(self)
        self.dots.entered.connect(self.entered)
        self.setModel(self.dots)
        self.setItemDelegate(Cells(desk, self))
        self.setObjectName("focus.table")
        self.setAccessibleName(desk.t("Dots on each topic"))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(desk.px(HIGH))
        head = self.horizontalHeader()
        head.setFixedHeight(desk.px(HEAD))
        head.setMinimumSectionSize(1)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column, wide in WIDE.items():
            self.setColumnWidth(column, desk.px(wide))
        self.selectionModel().currentChanged.connect(lambda *_: self.viewport().update())

    def show_rows(self, rows: tuple[Row, ...], *, can_type: bool) -> None:
        """Show these; the topic that is current stays so."""
        now = self.topic
        self.dots.can_type = can_type
        self.dots.show_rows(rows)
        place = next((n for n, row in enumerate(rows) if row.topic == now), 0)
        if rows and self.currentIndex().row() != place:
            self.setCurrentIndex(self.dots.index(place, DOTS))

    @property
    def topic(self) -> str:
        """The topic that is current."""
        row = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return row.topic if isinstance(row, Row) else ""

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter and Tab go to the next topic and type on, Shift+Tab to the one before."""
        ends, row = QAbstractItemDelegate.EndEditHint, self.currentIndex().row()
        super().closeEditor(editor, ends.NoHint)
        by = {ends.SubmitModelCache: 1, ends.EditNextItem: 1, ends.EditPreviousItem: -1}.get(
            hint, 0
        )
        if by and 0 <= row + by < self.dots.rowCount():
            index = self.dots.index(row + by, DOTS)
            self.setCurrentIndex(index)
            if self.dots.can_type and self.isActiveWindow():
                self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; Enter types; arrows go up and down in the column of dots."""
        key = event.key()
        if self.state() == QAbstractItemView.State.EditingState:
            event.ignore()  # the field has had it
        elif key == Qt.Key.Key_Space and self.topic:
            self.ticked.emit(self.topic)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.accept()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.dots.can_type:
            self.edit(self.currentIndex().siblingAtColumn(DOTS))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the box ticks, on the field types, anywhere else only chooses."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            super().mousePressEvent(event)
            return
        self.setCurrentIndex(index.siblingAtColumn(DOTS))
        if index.column() == TICK:
            self.ticked.emit(self.topic)
        elif index.column() == DOTS and self.dots.can_type:
            self.edit(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.viewport().width() < self._desk.px(NARROW)
        for column in (CLUSTER, BAR):
            self.setColumnHidden(column, narrow)
