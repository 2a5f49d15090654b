"""How many want to come to each topic, typed in a row as a helper reads it off the wall: Enter leads on."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from facilitator.desk.desk import Desk
from facilitator.desk.forum.digits import Digits
from facilitator.desk.meeting.asked import plain
from facilitator.desk.panel import Panel, as_high_as_its_rows
from facilitator.desk.widgets import words
from facilitator.meeting.forum.interest import MOST_HEADS, CountInterest
from facilitator.meeting.forum.wall import Topic
from facilitator.words.figures import listing
from facilitator.words.forum import topic_number

Index = QModelIndex | QPersistentModelIndex
NUMBER, TITLE, WHO, COUNT = range(4)
ROW = 40


class CountsModel(QAbstractTableModel):
    """The live topics by number; their counts can be typed over, each is recorded at once."""

    def __init__(self, panel: CountsPanel) -> None:
        super().__init__(panel)
        self._panel, self._desk = panel, panel.desk
        meeting = self._meeting()
        self._topics: list[Topic] = [one for one in meeting.wall.counted() if one.live]
        self._names = self._desk.session.names(meeting)

    def _meeting(self) -> Any:
        return self._desk.session.meeting(self._panel.meeting_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._topics)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation == Qt.Orientation.Vertical:
            return None
        t = self._desk.t
        return (t("No."), t("Title"), t("Conveners"), t("Want it"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flag | Qt.ItemFlag.ItemIsEditable if index.column() == COUNT else flag

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        topic, column = self._topics[index.row()], index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole and column == COUNT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and column == TITLE:
            return plain(topic.title)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        if column == COUNT:
            counts: dict[str, int] = self._meeting().interest.counts
            return str(counts[topic.id]) if topic.id in counts else ""
        who = listing([self._names.get(one, one) for one in topic.conveners], self._desk.lang)
        return (topic_number(topic.number), topic.title, who)[column]

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Record a count; what stays the same, or was left empty, is no act."""
        said = str(value).strip()
        if not said or said == self.data(index):
            return False
        command = CountInterest(
            meeting=self._panel.meeting_id,
            topic=self._topics[index.row()].id,
            heads=int(said),
        )
        taken = bool(self._desk.do(command, say=self._panel.say))
        if taken:
            self._panel.quiet()
            self.dataChanged.emit(index, index)
        return taken


class CountDelegate(QStyledItemDelegate):
    """A field for a number; Enter and Down lead to the next one, Up to the one before."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setObjectName("counts.field")
        field.setAccessibleName(self._desk.t("Want it"))
        field.setValidator(Digits(0, MOST_HEADS, field))
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setProperty("look", "cell")
        return field

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            hints = QAbstractItemDelegate.EndEditHint
            down = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
            if event.key() in (*down, Qt.Key.Key_Up) and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                on = event.key() in down
                self.closeEditor.emit(editor, hints.EditNextItem if on else hints.EditPreviousItem)
                return True
        return super().eventFilter(editor, event)


class CountsTable(QTableView):
    """The editor goes from row to row in the column of counts."""

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        step = {hints.EditNextItem: 1, hints.EditPreviousItem: -1}.get(hint, 0)
        super().closeEditor(editor, hints.NoHint if step else hint)
        row = self.currentIndex().row() + step
        if step and 0 <= row < self.model().rowCount():
            self.edit_row(row)

    def edit_row(self, row: int) -> None:
        """Type over the count in that row."""
        index = self.model().index(row, COUNT)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)


class CountsPanel(Panel):
    """See the module."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t, px = desk.t, desk.px
        super().__init__(desk, t("How many want to come"), parent, width=680)
        self.setObjectName("counts")
        self.meeting_id = meeting
        note = t("Type the number, Enter leads to the next topic. Each is recorded at once.")
        self.body.addWidget(words(note, "secondary", wrap=True))
        self.table = CountsTable()
        self.table.setObjectName("counts.table")
        self.table.setAccessibleName(t("How many want to come"))
        self.table.setProperty("framed", True)
        self.table.setTabKeyNavigation(False)
        self.table.setModel(CountsModel(self))
        self.table.setItemDelegateForColumn(COUNT, CountDelegate(desk, self.table))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed)
        self.table.clicked.connect(lambda index: self.table.edit_row(index.row()))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(px(ROW))
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column, wide in ((NUMBER, 56), (WHO, 150), (COUNT, 96)):
            self.table.setColumnWidth(column, px(wide))
        as_high_as_its_rows(self.table, px(ROW * 4))
        self.body.addWidget(self.table)
        self.finish(t("Done"), self.accept, cancel=False, name="counts.done")
        self.setProperty("enters", True)
        self.done_button.setDefault(False)
        self.table.setFocus()
        if self.table.model().rowCount():
            self.table.edit_row(0)

    def quiet(self) -> None:
        """What was wrong is put right."""
        self.wrong("")
