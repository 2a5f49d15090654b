"""The list that opens above the line while a speaker or a phrase is completed. The keys stay in the line."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator.desk.desk import Desk
from facilitator.desk.secretary.candidates import Choice, What
from facilitator.desk.widgets import column
from facilitator.desk.widgets.marks import paint_group

Index = QModelIndex | QPersistentModelIndex
MOST_ROWS = 8
HEIGHT = 36
WIDTHS = {What.PERSON: 320, What.PHRASE: 560, What.EDIT: 560}


class ChoiceModel(QAbstractListModel):
    """The choices as a list; the whole of one as `UserRole`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._t = desk.t
        self.choices: list[Choice] = []

    def show(self, choices: list[Choice]) -> None:
        """Show others."""
        self.beginResetModel()
        self.choices = choices
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        choice = self.choices[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return choice
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            seat = self._t("seat {n}", n=choice.seat) if choice.seat else ""
            parts = (seat, choice.title, choice.note)
            return self._t.within("between", ", ").join(part for part in parts if part)
        return None


class Offer(QFrame):
    """Choices over the page. `picked` gives the one that was taken."""

    picked = Signal(object)
    dismissed = Signal()

    def __init__(self, desk: Desk, keys: QWidget) -> None:
        """`keys`: who has the keys all the while."""
        super().__init__()
        self._desk = desk
        self.setObjectName("line.offer")
        self.setProperty("look", "choices")
        self._model = ChoiceModel(desk, self)
        self.list = QListView()
        self.list.setObjectName("line.offer.list")
        self.list.setModel(self._model)
        self.list.setItemDelegate(ChoiceRow(desk, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFocusProxy(keys)
        self.list.setAccessibleName(desk.t("Choices"))
        self.list.clicked.connect(lambda _index: self.take())
        column(self.list, on=self, margins=desk.px(4), gap=0)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether there is something to choose."""
        return self.isVisible()

    @property
    def choices(self) -> list[Choice]:
        """What is offered now."""
        return self._model.choices

    def offer(self, choices: list[Choice], above: QPoint, within: QWidget) -> None:
        """Show choices with their lower left corner at a point of `within`; none hides the list."""
        if not choices:
            self.hide()
            return
        self._model.show(choices)
        self.list.setCurrentIndex(self._model.index(0))
        if self.parent() is not within:
            self.setParent(within)
        px, rows = self._desk.px, min(MOST_ROWS, len(choices))
        size = QSize(px(WIDTHS[choices[0].what]), rows * px(HEIGHT) + px(8) + 4)
        size.setWidth(min(size.width(), within.width() - px(16)))
        left = max(px(8), min(above.x(), within.width() - size.width() - px(8)))
        self.setGeometry(QRect(QPoint(left, max(0, above.y() - size.height())), size))
        self.show()
        self.raise_()

    def takes(self, event: QKeyEvent) -> bool:
        """Arrows choose, Enter and Tab take, Esc closes; everything else is for the text."""
        if not self.isVisible() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -MOST_ROWS,
            Qt.Key.Key_PageDown: MOST_ROWS,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.take()
        elif key == Qt.Key.Key_Escape:
            self.hide()
            self.dismissed.emit()
        else:
            return False
        return True

    def take(self) -> None:
        """Take the current choice."""
        row = self.list.currentIndex().row()
        if 0 <= row < len(self.choices):
            choice = self.choices[row]
            self.hide()
            self.picked.emit(choice)

    def _step(self, by: int) -> None:
        """By one it goes round; by a page it stops at the ends."""
        last = len(self.choices) - 1
        row = self.list.currentIndex().row() + by
        row = row % (last + 1) if abs(by) == 1 else max(0, min(last, row))
        self.list.setCurrentIndex(self._model.index(row))


class ChoiceRow(QStyledItemDelegate):
    """Seat number, shape of the group, name, and a word about them; or a phrase."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self._desk.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice = index.data(Qt.ItemDataRole.UserRole)
        theme, px, box = self._desk.theme, self._desk.px, QRect(option.rect)  # pyright: ignore
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:  # pyright: ignore
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(box, px(4), px(4))
        box.adjust(px(8), 0, -px(8), 0)
        if choice.what is What.PERSON:
            self._person(painter, box, choice)
        else:
            edits = choice.what is What.EDIT
            painter.setFont(theme.font(15, bold=edits))
            painter.setPen(theme.color("accent_ink" if edits else "ink"))
            self._text(painter, box, choice.title)
        painter.restore()

    def _person(self, painter: QPainter, box: QRect, choice: Choice) -> None:
        theme, px = self._desk.theme, self._desk.px
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("soft"))
        if choice.seat:
            self._text(
                painter, QRect(box.left(), box.top(), px(24), box.height()), str(choice.seat)
            )
        if choice.group >= 0:
            shape = QRectF(box.left() + px(28), box.center().y() - px(6) + 1, px(12), px(12))
            paint_group(painter, shape, choice.group, theme.group_color(choice.group))
        note = painter.fontMetrics().horizontalAdvance(choice.note)
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), choice.note
        )
        painter.setFont(theme.font(15, bold=True))
        painter.setPen(theme.color("ink"))
        self._text(painter, box.adjusted(px(48), 0, -note - px(8), 0), choice.title)

    def _text(self, painter: QPainter, box: QRect, text: str) -> None:
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), cut)
