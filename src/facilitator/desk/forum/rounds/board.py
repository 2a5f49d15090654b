"""The groups of a round as a list: who meets where, and a field in each line for the people counted there."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator.desk.desk import Desk
from facilitator.desk.forum.digits import Digits
from facilitator.desk.forum.rounds.board_paint import GROUP, BoardPaint
from facilitator.desk.forum.rounds.rows import Group
from facilitator.desk.meeting.asked import plain
from facilitator.meeting.forum.interest import MOST_HEADS
from facilitator.words.figures import airy

Index = QModelIndex | QPersistentModelIndex


class BoardModel(QAbstractListModel):
    """Rows by place. A number put into one is asked for by `typed`, and shown when it is recorded."""

    typed = Signal(str, int)
    """A place, and how many people were counted there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.rows: tuple[Group, ...] = ()
        self.countable = False

    def rowCount(self, parent: Index | None = None) -> int:
        """How many groups there are; a group has none below it."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first group of a place can be given a number."""
        flags = super().flags(index)
        if index.isValid() and self.countable and self.rows[index.row()].counts:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title; the group itself; the number; and all of it in words."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        group = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return group.title
        if role == GROUP:
            return group
        if role == Qt.ItemDataRole.EditRole:
            return "" if group.heads is None else str(group.heads)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return plain(self._words(group))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a number to be recorded; an empty field asks for nothing."""
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not text.isdigit():
            return False
        group = self.rows[index.row()]
        if int(text) != group.heads:
            self.typed.emit(group.place, int(text))
        return True

    def _words(self, group: Group) -> str:
        t = self._desk.t
        lines = [f"{group.place_name}: {group.number} {group.title}"]
        lines.append(t("Convener {name}", name=group.conveners))
        if group.recorder:
            lines.append(t("Recorder {name}", name=group.recorder))
        if not group.held:
            lines.append(t.within("topic", "Not held"))
        elif group.heads is not None:
            lines.append(t.many("{n} person", "{n} people", group.heads))
        return airy("\n".join(lines))

    def show_rows(self, rows: tuple[Group, ...], *, countable: bool) -> None:
        """Hold these from now on; views hear only of what has changed."""
        same = [(row.place, row.topic) for row in rows] == [(r.place, r.topic) for r in self.rows]
        if not same:
            self.beginResetModel()
            self.rows, self.countable = rows, countable
            self.endResetModel()
            return
        old, all_of_it = self.rows, countable != self.countable
        self.rows, self.countable = rows, countable
        for n, (before, after) in enumerate(zip(old, rows, strict=True)):
            if before != after or all_of_it:
                self.dataChanged.emit(self.index(n), self.index(n))


class BoardDelegate(BoardPaint):
    """Paints the lines; a field to type into lies where the number is painted. `stepped` by so many lines."""

    stepped = Signal(int)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        """A field for digits."""
        field = QLineEdit(parent)
        field.setObjectName("rounds.heads")
        field.setAccessibleName(self.desk.t("People counted there"))
        field.setValidator(Digits(0, MOST_HEADS, field))
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
        editor.selectAll()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        editor.setGeometry(self.field(rect).toRect())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter and the arrows record the number and go on to another place."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            steps = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1}
            steps |= {Qt.Key.Key_Tab: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Backtab: -1}
            if key in steps and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                self.stepped.emit(steps[key])
                return True
        return super().eventFilter(editor, event)


class Board(QListView):
    """A digit, Enter or a click on the field types a number; Enter goes on to the next place."""

    selected = Signal(str)
    """The topic of the line one is at; "" for none."""

    def __init__(self, desk: Desk, model: BoardModel) -> None:
        super().__init__()
        self._desk, self._model = desk, model
        self.setModel(model)
        self._paint = BoardDelegate(desk, self)
        self._paint.stepped.connect(self._step)
        self.setItemDelegate(self._paint)
        self.setObjectName("rounds.board")
        self.setAccessibleName(desk.t("Groups of this round"))
        self.setProperty("framed", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        model.modelReset.connect(self._stay)
        self.selectionModel().currentChanged.connect(lambda now, _old: self._tell(now))
        self._at = ""

    @property
    def current(self) -> Group | None:
        """The group of the line one is at."""
        found = self.currentIndex().data(GROUP)
        return found if isinstance(found, Group) else None

    def select(self, topic: str) -> None:
        """Go to a topic's line."""
        for n, group in enumerate(self._model.rows):
            if group.topic == topic:
                self._go(n)

    def type_heads(self, row: int) -> None:
        """Open the field of a line, if people can be counted there."""
        index = self._model.index(row)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._go(row)
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit begins a number; Enter opens the field. F2 belongs to the secretary's line."""
        text = event.text()
        if text.isascii() and text.isdigit():
            self.type_heads(self.currentIndex().row())
            field = self.indexWidgetNow()
            if field is not None:
                field.setText(text)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.type_heads(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def indexWidgetNow(self) -> QLineEdit | None:
        """The field that is open."""
        return self.viewport().findChild(QLineEdit, "rounds.heads")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a field opens it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._paint.field(self.visualRect(index)).contains(event.position()):
            self.type_heads(index.row())

    def _step(self, by: int) -> None:
        row = self.currentIndex().row() + by
        while 0 <= row < len(self._model.rows):
            if self._model.index(row).flags() & Qt.ItemFlag.ItemIsEditable:
                self.type_heads(row)
                return
            row += by
        self.setFocus()

    def _go(self, row: int) -> None:
        index = self._model.index(row)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

    def _stay(self) -> None:
        """After the lines were others: at the same topic, else at the first."""
        rows = self._model.rows
        at = next((n for n, group in enumerate(rows) if group.topic == self._at), 0)
        if rows:
            self._go(at)
        else:
            self._tell(QModelIndex())

    def _tell(self, index: Index) -> None:
        group = index.data(GROUP) if index.isValid() else None
        self._at = group.topic if isinstance(group, Group) else ""
        self.selected.emit(self._at)
