"""The list of rounds; before there is one, what a round is."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator import roundbook
from facilitator.data import dataclass
from facilitator.desk.bodies.memberslist import PressedList
from facilitator.desk.desk import Desk
from facilitator.desk.followup.reading import own
from facilitator.desk.projects.empty import NoRounds
from facilitator.desk.projects.rows import COLUMNS
from facilitator.desk.view import View
from facilitator.desk.widgets import button, column, row, words
from facilitator.desk.widgets.elided import paint_line
from facilitator.roundbook import RoundRow
from facilitator.session import Change
from facilitator.words.aftermath import clauses, near
from facilitator.words.figures import airy, money

Index = QModelIndex | QPersistentModelIndex
LINE = int(Qt.ItemDataRole.UserRole)
HIGH = 104


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One round in words."""

    id: str
    title: str
    about: str
    stages: str
    sums: str
    state: str
    sample: str

    @property
    def said(self) -> str:
        """All of it, for a screen reader."""
        parts = (self.title, self.sample, self.state, self.about, self.stages, self.sums)
        return ", ".join(one for one in parts if one)


def round_line(desk: Desk, one: RoundRow, today: date) -> RoundLine:
    """Title; period, host, next day; how many projects stand where; money."""
    t, lang = desk.t, desk.lang
    days = (
        (t("Needs by"), one.needs_by),
        (t("Proposals by"), one.proposals_by),
        (t("Selection on"), one.selection_on),
    )
    coming = next(((head, day) for head, day in days if day and day >= today), None)
    about = [one.period, one.host or one.body_name or ""]
    if coming and not one.closed_at:
        about.append(f"{coming[0]} {near(coming[1], today, lang)}")
    spread = roundbook.spread(desk.session, one.round)
    counts = [
        (t.within(*title), sum(spread[stage] for stage in stages)) for _, title, stages in COLUMNS
    ]
    stages = [f"{said} {count}" for said, count in counts if count]
    places = t.many("{n} place takes part", "{n} places take part", one.places)
    sums = money(one.budget_fen, lang) if one.budget_fen else ""
    sample = desk.session.round(one.round).round.sample
    return RoundLine(
        one.round,
        one.title,
        airy(" · ".join(part for part in about if part)),
        airy(clauses([places, *stages], lang)),
        airy(sums),
        t.within("round", "Closed") if one.closed_at else "",
        t("Sample") if sample else "",
    )


class Rounds(QAbstractListModel):
    """All rounds, newest first."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines: list[RoundLine] = []

    def read(self) -> None:
        """Read them anew."""
        today = self._desk.now().date()
        rows = roundbook.rounds(self._desk.session)
        lines = [round_line(self._desk, one, today) for one in rows]
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        one = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return one.said
        return one if role == LINE else None


class RoundLook(QStyledItemDelegate):
    """A card to a round."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high for every round."""
        return QSize(0, self._desk.px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: RoundLine = index.data(LINE)
        theme, px = self._desk.theme, self._desk.px
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -px(8) - 0.5)  # pyright: ignore[reportAttributeAccessIssue]
        has_keys = bool(state & QStyle.StateFlag.State_HasFocus)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("accent" if has_keys else "line"))
        painter.setBrush(
            theme.color("accent_soft" if has_keys else "sunken" if over else "surface")
        )
        painter.drawRoundedRect(rect, px(8), px(8))
        inner = rect.adjusted(px(20), px(10), -px(20), -px(10))
        first = QRectF(inner.left(), inner.top(), inner.width(), px(28))
        wide = self._end(painter, first, one.sums)
        title = first.adjusted(0, 0, -wide - px(16), 0)
        paint_line(painter, theme, title, one.title, theme.color("ink"), 17, bold=True)
        marks = " · ".join(part for part in (one.sample, one.state) if part)
        if marks:
            said = painter.fontMetrics().horizontalAdvance(one.title)
            beside = title.adjusted(said + px(12), 0, 0, 0)
            paint_line(painter, theme, beside, marks, theme.color("soft"), 14)
        second = first.translated(0, px(28))
        paint_line(painter, theme, second, one.about, theme.color("soft"), 14)
        third = second.translated(0, px(24))
        paint_line(painter, theme, third, one.stages, theme.color("ink"), 14)
        painter.restore()

    def _end(self, painter: QPainter, room: QRectF, text: str) -> float:
        painter.setFont(self._desk.theme.font(16, bold=True))
        painter.setPen(self._desk.theme.color("ink"))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(side), text)
        return painter.fontMetrics().horizontalAdvance(text)


class RoundsPage(View):
    """Whoever has rounds sees the newest first; Enter or a click goes into one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("projects.rounds")
        t, px = desk.t, desk.px
        self.model = Rounds(desk, self)
        self.view = PressedList()
        self.view.setObjectName("rounds.list")
        self.view.setAccessibleName(t("Project rounds"))
        self.view.setProperty("framed", False)
        self.view.setProperty("look", "bare")
        self.view.setMouseTracking(True)
        self.view.setModel(self.model)
        self.view.setItemDelegate(RoundLook(desk, self.view))
        self.view.pressed_row.connect(lambda index: desk.go("projects", index.data(LINE).id))
        self.new = button(t("Open a round…"), "primary", name="projects.new")
        self.new.clicked.connect(self._open)
        own(desk, self.new)
        self.empty = NoRounds(desk)
        self.empty.way.clicked.connect(self._open)
        full = QWidget()
        head = row(words(t("Project rounds"), "title"), None, self.new)
        column(head, self.view, on=full, gap=px(16))
        self._stack = QStackedWidget()
        self._stack.addWidget(full)
        self._stack.addWidget(self.empty)
        column(self._stack, on=self, margins=(px(32), px(24), px(32), px(24)))
        self.refresh_now()

    @property
    def first(self) -> QWidget:
        """Who gets the keys."""
        return self.view if self.model.rowCount() else self.empty.way

    def concerns(self, change: Change) -> bool:
        """Acts of rounds and of projects."""
        return change.stream.partition("/")[0] in ("round", "project")

    def refresh(self) -> None:
        """Read the list."""
        self.model.read()
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0))

    def _open(self) -> None:
        from facilitator.desk.projects.opening import open_round

        open_round(self.desk, self)
