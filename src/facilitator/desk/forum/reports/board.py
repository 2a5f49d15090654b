"""The board at the left: what is missing first, what was not held, what hangs; narrowed by four buttons."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QListView,
    QSizePolicy,
    QWidget,
)

from facilitator.desk.desk import Desk
from facilitator.desk.forum.reports.paint import ROW, BoardLook, paint_ring
from facilitator.desk.forum.reports.rows import Head, Kind, Line, Row, lines_of
from facilitator.desk.meeting.asked import plain
from facilitator.desk.theme import Theme
from facilitator.desk.widgets import Button, button, card, column, paint_sign, row, words
from facilitator.words.figures import airy
from facilitator.words.tongue import Tongue, mark

Index = QModelIndex | QPersistentModelIndex
CHOICES: tuple[tuple[str, str, str], ...] = (
    ("all", mark("All"), ""),
    (Kind.MISSING, mark("Missing"), "ring"),
    (Kind.NOT_HELD, mark("Not held"), "abstain"),
    (Kind.POSTED, mark("In"), "for"),
)


class BoardModel(QAbstractListModel):
    """Heads and rows by place; heads can be neither chosen nor come to by keys."""

    def __init__(self, t: Tongue) -> None:
        super().__init__()
        self._t = t
        self.lines: tuple[Line, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.lines[index.row()], Row):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self.lines[index.row()]
        if role == ROW:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            return one.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return plain(self._said(one))
        return None

    def _said(self, one: Line) -> str:
        if not isinstance(one, Row):
            return f"{one.title} {one.note}"
        t = self._t
        state = {
            Kind.MISSING: t("being written") if one.filling else t("not in"),
            Kind.NOT_HELD: t("not held"),
            Kind.POSTED: t("hangs on the news wall"),
            Kind.LATER: t("still to come"),
        }[one.kind]
        people = t("Convener {who} · Recorder", who=one.conveners)
        recorder = one.recorder or t("not named")
        first = f"{one.number}  {one.title}\n{people} {recorder}\n{state}"
        return f"{first}  {one.note}".rstrip()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Hold these from now on; where only words changed the place stays as it is."""
        keys = [_key(one) for one in lines]
        if keys != [_key(one) for one in self.lines]:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
            return
        pairs = zip(self.lines, lines, strict=True)
        changed = [n for n, (old, new) in enumerate(pairs) if old != new]
        self.lines = lines
        for n in changed:
            self.dataChanged.emit(self.index(n), self.index(n))

    def place(self, topic: str) -> int:
        """Where a topic stands; -1 when it is not among them."""
        places = enumerate(self.lines)
        return next((n for n, one in places if isinstance(one, Row) and one.topic == topic), -1)


def _key(one: Line) -> tuple[str, str]:
    return (one.kind, one.topic if isinstance(one, Row) else "")


class BoardList(QListView):
    """`chosen` as soon as a row is current; `entered` by Enter or a click: one wants to write."""

    chosen = Signal(str)
    entered = Signal()
    recorder_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.board = BoardModel(desk.t)
        self.board.setParent(self)
        self._look = BoardLook(desk, self)
        self.setModel(self.board)
        self.setItemDelegate(self._look)
        self.setObjectName("reports.board")
        self.setAccessibleName(desk.t("Reports"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._moved)

    @property
    def row(self) -> Row | None:
        """The row that is current."""
        one = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return one if isinstance(one, Row) else None

    def choose(self, topic: str) -> bool:
        """Make a topic current; whether it is there."""
        place = self.board.place(topic)
        if place >= 0:
            self.setCurrentIndex(self.board.index(place))
            if isinstance(self.board.lines[place - 1], Head):
                self.scrollTo(
                    self.board.index(place - 1)
                )  # the first of a kind stands below its head
            self.scrollTo(self.currentIndex())
        return place >= 0

    def below(self) -> int:
        """How many rows are further down than can be seen."""
        high = self.viewport().height()
        rows = (n for n, one in enumerate(self.board.lines) if isinstance(one, Row))
        return sum(self.visualRect(self.board.index(n)).top() >= high - 8 for n in rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the form."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click where nobody is named as recorder asks who it is."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        one = index.data(ROW) if index.isValid() else None
        if isinstance(one, Row):
            place = self._look.recorder_place(self.visualRect(index), one)
            if place.contains(event.position()):
                self.recorder_wanted.emit(one.topic)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        one = now.data(ROW) if now.isValid() else None
        if isinstance(one, Row):
            self.chosen.emit(one.topic)


class Narrow(QWidget):
    """全部 28 · ○ 还缺 5 · – 没有举行 2 · ✓ 已交 21; two by two where there is no room for four."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        t = desk.t
        self._desk, self._columns = desk, 0
        self.setAccessibleName(t("Which reports"))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        self._signs: dict[str, QIcon] = {}
        self._signed = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(desk.px(4))
        for key, _said, sign in CHOICES:
            made = button("", "plain", "small", name=f"reports.only.{key}")
            made.setCheckable(True)
            made.setProperty("narrow", "true")
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            if sign:
                self._signs[key] = _signed(desk.theme, sign)
            made.toggled.connect(lambda on, one=made: one.set_look("soft" if on else "plain"))
            made.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            self._group.addButton(made)
            self._buttons[key] = made
        self._buttons["all"].setChecked(True)

    @property
    def choice(self) -> Kind | None:
        """The kind that is wanted; None for all."""
        key = next(key for key, one in self._buttons.items() if one.isChecked())
        return None if key == "all" else Kind(key)

    def choose_all(self) -> None:
        """Show everything again."""
        self._buttons["all"].setChecked(True)

    def tell(self, counts: Mapping[Kind, int]) -> None:
        """Say how many there are of each."""
        t = self._desk.t
        for key, said, _sign in CHOICES:
            n = sum(counts.values()) if key == "all" else counts[Kind(key)]
            self._buttons[key].setText(airy(f"{t(said)} {n}"))
            self._buttons[key].updateGeometry()
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _show_signs(self, shown: bool) -> None:
        if shown != self._signed:
            self._signed = shown
            for key, sign in self._signs.items():
                self._buttons[key].setIcon(sign if shown else QIcon())
                self._buttons[key].updateGeometry()

    def _lay_out(self) -> None:
        """Four abreast, if need be without their signs; two by two where even that is too wide."""
        room = self.width() - self._desk.px(12)
        for signs in (True, False):
            self._show_signs(signs)
            wants = sum(one.sizeHint().width() for one in self._buttons.values())
            if wants <= room:
                break
        columns = 4 if wants <= room else 2
        self._show_signs(columns == 2 or self._signed)
        if columns != self._columns:
            self._columns = columns
            for place, one in enumerate(self._buttons.values()):
                self._grid.addWidget(one, place // columns, place % columns)


NARROW = 410
"""Pixels at 100 % under which the foot of the board says less."""


class Board(QWidget):
    """Buttons, list, and a line that says how much is below."""

    news_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        t, px = desk.t, desk.px
        self._desk = desk
        self._rows: dict[Kind, list[Row]] = {kind: [] for kind in Kind}
        self.narrow = Narrow(desk)
        self.narrow.chosen.connect(lambda _key: self._show())
        self.list = BoardList(desk)
        self._more = words("", "secondary", name="reports.below")
        self.recorder = button(t("Name a recorder…"), "quiet", "small", name="reports.recorder")
        self._news = button(t("News wall"), "quiet", "small", name="reports.news")
        self._news.setIcon(desk.theme.icon("eye"))
        self._news.setAccessibleName(self._news.text())
        self._news.setToolTip(self._news.text())
        self._news.clicked.connect(self.news_wanted)
        frame, foot = card(), card("foot")
        row(self._more, None, self.recorder, self._news, on=foot, margins=(px(12), 0, px(4), 0))
        column(self.list, foot, on=frame, margins=1, gap=0).setStretch(0, 1)
        column(self.narrow, frame, on=self, gap=px(8)).setStretch(1, 1)
        self.setFocusProxy(self.list)
        bar = self.list.verticalScrollBar()
        bar.valueChanged.connect(lambda _at: self._say_more())
        bar.rangeChanged.connect(lambda _least, _most: self._say_more())

    def show_rows(self, rows: dict[Kind, list[Row]]) -> None:
        """Show these; the topic that is current stays so while it is among them."""
        self._rows = rows
        self.narrow.tell({kind: len(rows[kind]) for kind in Kind})
        self._show()

    def choose(self, topic: str) -> None:
        """Make a topic current, whatever the board is narrowed to."""
        if not self.list.choose(topic):
            self.narrow.choose_all()
            self._show()
            self.list.choose(topic)

    def next_missing(self, after: str) -> str:
        """The next topic by number whose report is missing, from the beginning again; "" for none."""
        lacking = [one for one in self._rows[Kind.MISSING] if one.topic != after]
        number = next(
            (one.number for rows in self._rows.values() for one in rows if one.topic == after), ""
        )
        later = [one for one in lacking if int(one.number) > int(number or 0)]
        return (later or lacking)[0].topic if lacking else ""

    def lists(self, topic: str) -> bool:
        """Whether a topic is on the board, narrowed or not."""
        return any(one.topic == topic for rows in self._rows.values() for one in rows)

    @property
    def first(self) -> str:
        """The topic that is looked at first."""
        return next((rows[0].topic for rows in self._rows.values() if rows), "")

    def _show(self) -> None:
        current = self.list.row
        self.list.board.show_lines(lines_of(self._rows, self.narrow.choice, self._desk.t))
        if current is not None and self.list.row is None:
            self.list.blockSignals(True)
            self.list.choose(current.topic)
            self.list.blockSignals(False)
        self._say_more()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
        self._say_more()

    def _fold(self) -> None:
        """Where it is narrow the scroll bar alone tells what is below, and the eye alone leads to the news."""
        narrow = self.width() < self._desk.px(NARROW)
        t = self._desk.t
        self._more.setVisible(not narrow)
        self._news.setText("" if narrow else t("News wall"))
        self._news.updateGeometry()

    def _say_more(self) -> None:
        n = self.list.below()
        t = self._desk.t
        said = t.many("↓ {n} more below", "↓ {n} more below", n) if n else ""
        self._more.setText(airy(said))


def _signed(theme: Theme, sign: str) -> QIcon:
    """A sign as an icon, painted as it is painted in the rows."""
    side = theme.px(16)
    picture = QPixmap(side * 2, side * 2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room = picture.rect().toRectF().adjusted(3, 3, -3, -3)
    if sign == "ring":
        paint_ring(painter, room, theme.color("ink"))
    else:
        paint_sign(painter, room, sign, theme.color("ink"))
    painter.end()
    picture.setDevicePixelRatio(2)
    return QIcon(picture)
