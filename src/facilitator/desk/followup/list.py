"""The list of matters: grouped, fetched as one scrolls, with a button in each row and a foot that counts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from facilitator.aftermath import FollowRow
from facilitator.desk.desk import Desk
from facilitator.desk.followup.paint import MatterLook
from facilitator.desk.followup.rows import LINE, Line, Matters, Wanted
from facilitator.desk.widgets import Button, button, card, column, row
from facilitator.words.figures import airy


class MatterView(QListView):
    """`acted` when the button of a row is clicked, `entered` by Enter on a row."""

    acted = Signal(object)
    entered = Signal()

    def __init__(self, desk: Desk, model: Matters) -> None:
        super().__init__()
        self.setObjectName("followup.list")
        self.setAccessibleName(desk.t("What is followed up"))
        self.setModel(model)
        self.look = MatterLook(desk, self)
        self.setItemDelegate(self.look)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the button of a row acts on that row, and chooses it."""
        super().mousePressEvent(event)
        line = self._button_at(event)
        if line is not None and event.button() == Qt.MouseButton.LeftButton:
            self.acted.emit(line.row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        on = self._button_at(event) is not None
        hot = (self.indexAt(event.position().toPoint()).row(), on)
        if hot != self.look.hot:
            self.look.hot = hot
            shape = Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.look.hot = (-1, False)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to what can be done with the row."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _button_at(self, event: QMouseEvent) -> Line | None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        line = index.data(LINE) if index.isValid() else None
        if not isinstance(line, Line):
            return None
        return line if self.look.act_room(self.visualRect(index), line).contains(at) else None


class MatterList(QFrame):
    """`chosen` tells the matter that is current (None for none); `acted` and `entered` as the view does."""

    chosen = Signal(object)
    acted = Signal(object)
    entered = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("look", "card")
        self.model = Matters(desk, self)
        self.view = MatterView(desk, self.model)
        self._more: Button = button("", "quiet", "small", name="followup.below")
        self._more.clicked.connect(self._page_down)
        self._foot = card("list-foot")
        row(self._more, None, on=self._foot, margins=(desk.px(4), 0, 0, 0))
        column(self.view, self._foot, on=self, margins=1, gap=0)
        self._quiet = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._count)
        self.view.verticalScrollBar().valueChanged.connect(lambda _v: self._soon.start())
        self.view.verticalScrollBar().rangeChanged.connect(lambda *_: self._soon.start())
        self.view.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.view.acted.connect(self.acted)
        self.view.entered.connect(self.entered)

    @property
    def matter(self) -> FollowRow | None:
        """The matter that is current."""
        return self.model.matter_at(self.view.currentIndex().row())

    def show_matters(self, wanted: Wanted, spread: dict[str, dict[str, int]]) -> None:
        """Show these; the one that is current stays so where it is still there, else its place does."""
        current, bar = self.matter, self.view.verticalScrollBar()
        place, at = self.view.currentIndex().row(), bar.value()
        self._quiet = True
        if self.model.show_matters(wanted, spread):
            found = self.model.place_of(current.stream) if current else -1
            self._choose(found if found >= 0 else self.model.nearest(place))
            if found >= 0:
                self.view.doItemsLayout()
                bar.setValue(at)
        self._quiet = False
        self._tell()
        self._soon.start()

    def choose(self, stream: str) -> bool:
        """Make a matter current, fetching on until it is there; whether it is."""
        while (place := self.model.place_of(stream)) < 0 and self.model.canFetchMore(QModelIndex()):
            self.model.fetchMore(QModelIndex())
        if place >= 0:
            self._choose(place)
        return place >= 0

    def _choose(self, place: int) -> None:
        index = self.model.index(place) if place >= 0 else QModelIndex()
        self.view.setCurrentIndex(index)

    def _tell(self) -> None:
        """Tell which one is current, once."""
        if not self._quiet:
            self.chosen.emit(self.matter)

    def _page_down(self) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep())

    def _count(self) -> None:
        """How many are below what is seen."""
        t, port = self._desk.t, self.view.viewport()
        last = self.view.indexAt(port.rect().bottomLeft())
        seen = last.row() if last.isValid() else self.model.rowCount() - 1
        if last.isValid() and self.view.visualRect(last).bottom() > port.height() + self._desk.px(
            8
        ):
            seen -= 1  # half a row is not seen
        below = self.model.below(seen)
        self._foot.setVisible(below > 0)
        self._more.setText(airy(t.many("↓ {n} more below", "↓ {n} more below", below)))
