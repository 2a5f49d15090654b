"""The table of a proposal's form: typed cell by cell, rows moved and taken out by key or button."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from facilitator.desk.desk import Desk
from facilitator.desk.projects.project.proposal.fill import Kind
from facilitator.desk.projects.project.proposal.rows import TypedModel
from facilitator.rounds.proposal import OwnKind
from facilitator.words.rounds import round_title

Index = QModelIndex | QPersistentModelIndex
ROW, HEAD, PAD = 36, 32, 8
FLAGS = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


class CellEdit(QLineEdit):
    """A cell while it is typed in; several cells of a sheet are not put into one."""

    pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pasted rows are told."""
        text = QGuiApplication.clipboard().text()
        if event.matches(QKeySequence.StandardKey.Paste) and set("\t\n") & set(text.strip()):
            self.pasted.emit(text)
        else:
            super().keyPressEvent(event)


class Cells(QStyledItemDelegate):
    """Edits a cell; every key goes to the model at once, so that a draft has it."""

    def __init__(self, desk: Desk, view: TypedTable) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        title = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        name = f"{self._view.objectName()}.{index.row() + 1}.{index.column()}"
        says = self._desk.t("{column}, row {n}", column=title, n=index.row() + 1)
        if self._view.typed.columns[index.column()].kind is Kind.OWN:
            made: QWidget = self._choice(parent)
        else:
            edit = CellEdit(parent)
            edit.textChanged.connect(lambda _text: self.commitData.emit(edit))
            at = QPersistentModelIndex(index)
            edit.pasted.connect(lambda text: self._view.paste(at.row(), at.column(), text))
            made = edit
        made.setObjectName(name)
        made.setAccessibleName(says)
        made.setProperty("look", "cell")
        return made

    def _choice(self, parent: QWidget) -> QComboBox:
        made = QComboBox(parent)
        for kind in OwnKind:
            made.addItem(round_title(kind, self._desk.lang), kind.value)
        made.currentIndexChanged.connect(lambda _n: self.commitData.emit(made))
        return made

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)
        elif isinstance(editor, QComboBox):
            kind = str(editor.currentData())
            # Nothing told is money: passing by an empty row does not begin a line.
            if kind != OwnKind.MONEY or index.data(Qt.ItemDataRole.EditRole):
                model.setData(index, kind, Qt.ItemDataRole.EditRole)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        with QSignalBlocker(editor):
            if isinstance(editor, QLineEdit) and editor.text() != text:
                editor.setText(text)
            elif isinstance(editor, QComboBox):
                editor.setCurrentIndex(editor.findData(text or OwnKind.MONEY.value))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words at the width of their column."""
        px, theme = self._desk.px, self._desk.theme
        wide = self._view.columnWidth(index.column()) - px(18)
        metrics = QFontMetrics(theme.font(15))
        said = str(index.data() or "")
        high = metrics.boundingRect(QRect(0, 0, max(wide, 40), 10_000), int(FLAGS), said).height()
        return QSize(px(80), max(px(ROW), high + px(PAD)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._desk.theme, self._desk.px
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        typed, at = self._view.typed, (index.row(), index.column())
        wrong = typed.is_wrong(*at)
        painter.save()
        if wrong:
            painter.fillRect(box, theme.color("bad_soft"))
        soft = typed.is_waiting(index.row())
        painter.setPen(theme.color("bad_ink" if wrong else "soft" if soft else "ink"))
        painter.setFont(theme.font(15))
        room = box.adjusted(px(10), px(2), -px(8), -px(2))
        flags = int(FLAGS) | int(typed.side(index.column()) | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, flags, str(index.data() or ""))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.restore()


class TypedTable(QTableView):
    """Tab and Enter go cell by cell and leave it from the empty row; Alt with arrows moves a row."""

    def __init__(self, desk: Desk, key: str, said: str, near: date) -> None:
        super().__init__()
        self._desk = desk
        self.typed = TypedModel(desk, key, near)
        self.typed.setParent(self)
        self.setObjectName(f"proposal.{key}")
        self.setModel(self.typed)
        self.setItemDelegate(Cells(desk, self))
        self.setAccessibleName(said)
        self.setProperty("framed", "true")
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed)
        self.clicked.connect(self.edit)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setMinimumSectionSize(1)
        head = self.horizontalHeader()
        head.setFixedHeight(desk.px(HEAD))
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        for n, one in enumerate(self.typed.columns):
            fixed = QHeaderView.ResizeMode.Fixed if one.wide else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(n, fixed)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (
            ("Alt+Up", lambda: self.move_row(-1)),
            ("Alt+Down", lambda: self.move_row(1)),
            ("Ctrl+Delete", self.take_out),
        ):
            QShortcut(QKeySequence(keys), self, context=context).activated.connect(act)
        for signal in (
            self.typed.rowsInserted,
            self.typed.rowsRemoved,
            self.typed.rowsMoved,
            self.typed.modelReset,
            self.typed.dataChanged,
        ):
            signal.connect(self._fit)
        self._fit()

    def move_row(self, by: int) -> None:
        """Move the row of the chosen cell."""
        now = self.currentIndex()
        if self.typed.move(now.row(), by):
            self._edit(now.row() + by, now.column())

    def take_out(self) -> None:
        """Take the row of the chosen cell out."""
        now = self.currentIndex()
        if self.typed.take_out(now.row()):
            self._edit(min(now.row(), self.typed.rowCount() - 1), now.column())

    def paste(self, row_: int, column_: int, text: str) -> None:
        """Put the cells of a sheet here."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.typed.paste(row_, column_, text)
        self._edit(self.typed.rowCount() - 1, 0)

    def type_at(self, row_: int, column_: int) -> None:
        """Begin to type in a cell."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit(row_, column_)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on from here: Enter and Tab to the next cell, or out of the table from its empty row."""
        ends, now = QAbstractItemDelegate.EndEditHint, self.currentIndex()
        wide = len(self.typed.columns)
        forward = hint in (ends.EditNextItem, ends.SubmitModelCache)
        empty = self.typed.is_waiting(now.row())
        super().closeEditor(editor, ends.NoHint)
        if hint is ends.RevertModelCache:
            return
        at = now.row() * wide + now.column()
        if (forward and empty) or (hint is ends.EditPreviousItem and at == 0):
            self._leave(forward=forward)
        elif forward:
            self._edit(*divmod(at + 1, wide))
        elif hint is ends.EditPreviousItem:
            self._edit(*divmod(at - 1, wide))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins to type in the chosen cell; it does not press the button of the form."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            now = self.currentIndex()
            self._edit(max(0, now.row()), max(0, now.column()))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by Tab begins to type at once."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self._edit(0, 0)
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._edit(self.typed.rowCount() - 1, 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for n, one in enumerate(self.typed.columns):
            if one.wide:
                most = self.viewport().width() // (len(self.typed.columns) + 1)
                self.setColumnWidth(n, min(self._desk.px(one.wide), most))
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(self._desk.px(320), self.height())

    def _edit(self, row_: int, column_: int) -> None:
        index = self.typed.index(row_, column_)
        if index.isValid():
            self.setCurrentIndex(index)
            if self.state() != QAbstractItemView.State.EditingState:
                self.edit(index)

    def _leave(self, *, forward: bool) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.typed.tidy()
        self.focusNextPrevChild(forward)

    def _fit(self, *_told: object) -> None:
        """As high as its rows, and they as high as their words."""
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(n) for n in range(self.typed.rowCount()))
        high = self._desk.px(HEAD) + rows + 3
        if high != self.height():
            self.setFixedHeight(high)
