"""下一步: who does what by when, as a table that one types in; the row at its end waits for one more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QPainter, QPen, QResizeEvent
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

from facilitator.acts import RuleViolation
from facilitator.desk.desk import Desk
from facilitator.desk.forum.people import NameField
from facilitator.desk.forum.reports.fill import Step, read_when
from facilitator.desk.widgets.elided import paint_line
from facilitator.words.figures import airy, short_date

Index = QModelIndex | QPersistentModelIndex
WHO, WHAT, WHEN = 0, 1, 2
ROW, HEAD = 36, 32


class StepsModel(QAbstractTableModel):
    """Rows as typed; the last is always empty."""

    changed = Signal()

    def __init__(self, desk: Desk, held: date) -> None:
        super().__init__()
        self._desk, self._held = desk, held
        self.rows: list[list[str]] = [["", "", ""]]

    @property
    def steps(self) -> tuple[Step, ...]:
        """What is in the table, without empty rows."""
        return tuple((row[0], row[1], row[2]) for row in self.rows if any(map(str.strip, row)))

    def show_steps(self, steps: Iterable[Step]) -> None:
        """Show these and tell nobody."""
        self.beginResetModel()
        self.rows = [*(list(step) for step in steps), ["", "", ""]]
        self.endResetModel()

    def is_wrong(self, row: int) -> bool:
        """Whether what stands under when is no day."""
        try:
            read_when(self.rows[row][WHEN].strip(), self._held)
        except RuleViolation:
            return True
        return False

    def tidy(self) -> None:
        """Take out rows that were emptied, but for the last."""
        for row in range(len(self.rows) - 2, -1, -1):
            if not any(map(str.strip, self.rows[row])):
                self.beginRemoveRows(QModelIndex(), row, row)
                del self.rows[row]
                self.endRemoveRows()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else WHEN + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if index.isValid() else found

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def titles(self) -> tuple[str, str, str]:
        """谁, 做什么, 什么时候."""
        t = self._desk.t
        return t.within("step", "Who"), t.within("step", "What"), t.within("step", "When")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        text = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._shown(index, text)
        return None

    def _shown(self, index: Index, text: str) -> str:
        t = self._desk.t
        if index.row() == len(self.rows) - 1 and not any(self.rows[-1]):
            return t("One more") if index.column() == WHO else ""
        if index.column() != WHEN or not text.strip():
            return text
        if self.is_wrong(index.row()):
            return t("{text}: no date", text=text)
        day = read_when(text.strip(), self._held)
        return airy(short_date(day, self._desk.lang)) if day else text

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what is typed; a new row follows as soon as the last one holds something."""
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index, role):
            return False
        self.rows[index.row()][index.column()] = str(value)
        row = self.index(index.row(), 0)
        self.dataChanged.emit(row, self.index(index.row(), WHEN))
        if any(self.rows[-1]):
            at = len(self.rows)
            self.beginInsertRows(QModelIndex(), at, at)
            self.rows.append(["", "", ""])
            self.endInsertRows()
        self.changed.emit()
        return True


class Cells(QStyledItemDelegate):
    """Edits a cell; every key goes to the model at once, so that a draft has it."""

    def __init__(self, desk: Desk, meeting: str, view: QTableView) -> None:
        super().__init__(view)
        self._desk, self._meeting, self._view = desk, meeting, view

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        title = str(model.headerData(index.column(), Qt.Orientation.Horizontal))
        t, name = self._desk.t, f"steps.{index.row() + 1}.{index.column()}"
        says = t("{column}, next step {n}", column=title, n=index.row() + 1)
        if index.column() == WHO:
            made: QLineEdit = NameField(self._desk, self._meeting, name=name, says=says)
        else:
            made = QLineEdit()
            made.setObjectName(name)
            made.setAccessibleName(says)
        if index.column() == WHEN:
            made.setPlaceholderText(self._desk.t("30 Nov: 11-30"))
        made.setParent(parent)
        made.setProperty("look", "cell")
        made.textChanged.connect(lambda _text: self.commitData.emit(made))
        return made

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QLineEdit) and editor.text() != text:
            with QSignalBlocker(editor):
                editor.setText(text)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._desk.px(80), self._desk.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._desk.theme, self._desk.px
        box: QRectF = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        model = index.model()
        wrong = (
            isinstance(model, StepsModel) and index.column() == WHEN and model.is_wrong(index.row())
        )
        last = index.row() == model.rowCount() - 1
        painter.save()
        if wrong:
            painter.fillRect(box, theme.color("bad_soft"))
        ink = theme.color("bad_ink" if wrong else "soft" if last else "ink")
        room = box.adjusted(px(10), 0, -px(6), 0)
        paint_line(painter, theme, room, str(index.data() or ""), ink, 15)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.restore()


class Steps(QTableView):
    """The table. Tab goes cell by cell and leaves it from the empty row; so does Enter."""

    def __init__(self, desk: Desk, meeting: str, held: date) -> None:
        super().__init__()
        self._desk = desk
        self.steps = StepsModel(desk, held)
        self.steps.setParent(self)
        self.setModel(self.steps)
        self.setItemDelegate(Cells(desk, meeting, self))
        self.setObjectName("report.steps")
        self.setAccessibleName(desk.t("Next steps"))
        self.setProperty("framed", "true")
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed)
        self.clicked.connect(self.edit)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(desk.px(ROW))
        head = self.horizontalHeader()
        head.setFixedHeight(desk.px(HEAD))
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        for signal in (
            self.steps.rowsInserted,
            self.steps.rowsRemoved,
            self.steps.modelReset,
        ):
            signal.connect(self._fit)
        self._fit()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on from here: Enter and Tab to the next cell, or out of the table from its empty row."""
        ends, now = QAbstractItemDelegate.EndEditHint, self.currentIndex()
        forward = hint in (ends.EditNextItem, ends.SubmitModelCache)
        empty = now.row() == self.steps.rowCount() - 1 and not any(self.steps.rows[now.row()])
        super().closeEditor(editor, ends.NoHint)
        if hint is ends.RevertModelCache:
            return
        if forward and empty:
            self._leave(forward=True)
        elif hint is ends.EditPreviousItem and now.row() == now.column() == 0:
            self._leave(forward=False)
        elif forward:
            self._edit(now.row() + now.column() // WHEN, (now.column() + 1) % (WHEN + 1))
        elif hint is ends.EditPreviousItem:
            at = now.row() * (WHEN + 1) + now.column() - 1
            self._edit(at // (WHEN + 1), at % (WHEN + 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by Tab begins to type at once."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self._edit(0, 0)
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._edit(self.steps.rowCount() - 1, 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.viewport().width() < self._desk.px(420)
        self.setColumnWidth(WHO, self._desk.px(80 if narrow else 104))
        self.setColumnWidth(WHEN, self._desk.px(100 if narrow else 128))

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(self._desk.px(320), self.height())

    def _edit(self, row: int, column: int) -> None:
        index = self.steps.index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)
            if self.state() != QAbstractItemView.State.EditingState:
                self.edit(index)

    def _leave(self, *, forward: bool) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.steps.tidy()
        self.focusNextPrevChild(forward)

    def _fit(self) -> None:
        px = self._desk.px
        self.setFixedHeight(px(HEAD) + self.steps.rowCount() * px(ROW) + 3)
