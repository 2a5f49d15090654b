"""The roll of a large body: a list to scroll, the answer beside each name; answers are given in the card."""

from __future__ import annotations

from collections.abc import Sequence

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
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from facilitator.desk.desk import Desk
from facilitator.desk.vote.voters import Voter
from facilitator.desk.widgets import paint_group, paint_sign
from facilitator.rules.tally import Choice
from facilitator.words.titles import title

HEIGHT = 40
Index = QModelIndex | QPersistentModelIndex
INKS = {Choice.FOR: "good_ink", Choice.AGAINST: "bad_ink", Choice.ABSTAIN: "soft"}


class Roll(QAbstractListModel):
    """The voters; the whole of one as `UserRole`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.voters: Sequence[Voter] = ()

    def show(self, voters: Sequence[Voter]) -> None:
        """Show the answers as they are; the list itself does not change while a roll is called."""
        if len(voters) != len(self.voters):
            self.beginResetModel()
            self.voters = voters
            self.endResetModel()
            return
        old, self.voters = self.voters, voters
        for number, (before, now) in enumerate(zip(old, voters, strict=True)):
            if before != now:
                self.dataChanged.emit(self.index(number), self.index(number))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.voters)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        voter = self.voters[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return voter.name
        if role == Qt.ItemDataRole.UserRole:
            return voter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{voter.seat} {voter.name}: {self.said(voter)}"
        return None

    def said(self, voter: Voter) -> str:
        """The answer, or why there is none."""
        t = self._desk.t
        if voter.choice is not None:
            return title(voter.choice, self._desk.lang)
        return voter.out or t.within("vote", "Not answered yet")


class RollList(QListView):
    """As the grid, for more members than buttons could be shown for."""

    pressed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.roll = Roll(desk)
        self.setObjectName("vote.roll")
        self.setAccessibleName(desk.t("Roll call"))
        self.setModel(self.roll)
        self.setItemDelegate(_Line(desk, self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.pressed.emit(self.roll.voters[index.row()].member))

    def show_voters(self, voters: Sequence[Voter], called: str) -> None:
        """Show the answers as they are, and who is being called."""
        self.roll.show(voters)
        place = next((n for n, one in enumerate(voters) if one.member and one.member == called), -1)
        index = self.roll.index(place) if place >= 0 else QModelIndex()
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits are the roll's: they answer, and choose a seat."""
        if event.text() and event.text().isalnum():
            event.ignore()
            return
        super().keyPressEvent(event)


class _Line(QStyledItemDelegate):
    """Paints one voter."""

    def __init__(self, desk: Desk, view: RollList) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._desk.px(200), self._desk.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        voter: Voter = index.data(Qt.ItemDataRole.UserRole)
        theme, px = self._desk.theme, self._desk.px
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        called = index == self._view.currentIndex()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if called:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), px(6), px(6))
        middle = rect.center().y()
        ink = theme.color("soft" if voter.out else "ink")
        painter.setFont(theme.font(15, bold=True))
        painter.setPen(ink)
        align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        number = QRect(rect.left(), rect.top(), px(52), rect.height())
        painter.drawText(number, align, str(voter.seat or ""))
        if voter.group >= 0:
            side = px(12)
            box = QRectF(rect.left() + px(62), middle - side / 2 + 1, side, side)
            paint_group(painter, box, voter.group, theme.group_color(voter.group))
        name = QRect(rect.left() + px(84), rect.top(), rect.width() - px(300), rect.height())
        painter.setFont(theme.font(16, bold=called))
        painter.setPen(ink)
        text = painter.fontMetrics().elidedText(
            voter.name, Qt.TextElideMode.ElideRight, name.width()
        )
        painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter), text)
        self._answer(painter, QRect(name.right(), rect.top(), px(200), rect.height()), voter)
        painter.restore()

    def _answer(self, painter: QPainter, room: QRect, voter: Voter) -> None:
        theme, px = self._desk.theme, self._desk.px
        left = room.left()
        token = "soft"
        if voter.choice is not None:
            token = INKS[voter.choice]
            side = px(16)
            box = QRectF(left, room.center().y() - side / 2 + 1, side, side)
            paint_sign(painter, box, voter.choice.value, theme.color(token))
            left += px(22)
        painter.setFont(theme.font(15, bold=voter.choice is not None))
        painter.setPen(theme.color(token))
        said = QRect(left, room.top(), room.right() - left, room.height())
        text = painter.fontMetrics().elidedText(
            self._view.roll.said(voter), Qt.TextElideMode.ElideRight, said.width()
        )
        painter.drawText(said, int(Qt.AlignmentFlag.AlignVCenter), text)
