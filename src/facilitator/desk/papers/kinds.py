"""The list of a meeting's papers: each with what there is of it, or why there is nothing yet."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.desk.desk import Desk
from facilitator.desk.theme import Theme
from facilitator.export import PUBLIC_SET
from facilitator.papers.kinds import COUNCIL
from facilitator.words.codes import PAPERS
from facilitator.words.facts import empty_words
from facilitator.words.figures import airy
from facilitator.words.tongue import Tongue

Index = QModelIndex | QPersistentModelIndex


def title_of(kind: str, t: Tongue) -> str:
    """会议记录, Record."""
    said = t.within(*PAPERS[kind])
    return said[:1].upper() + said[1:]


class Role(IntEnum):
    """What a row knows besides its title."""

    KIND = Qt.ItemDataRole.UserRole
    NOTE = Qt.ItemDataRole.UserRole + 1
    THERE = Qt.ItemDataRole.UserRole + 2


class Kinds(QAbstractListModel):
    """The kinds of paper, in the order in which a meeting needs them."""

    def __init__(self, t: Tongue, kinds: tuple[str, ...] = COUNCIL) -> None:
        super().__init__()
        self.kinds = kinds
        self._t = t
        self._counts: dict[str, int] = {}
        self._public = False

    def tell(self, counts: dict[str, int]) -> None:
        """Take in how many papers of each kind there are."""
        if counts != self._counts:
            self._counts = dict(counts)
            self._changed()

    def tell_public(self, public: bool) -> None:
        """Take in which version is looked at."""
        self._public = public
        self._changed()

    def count_of(self, kind: str) -> int:
        """How many papers of a kind there are; 1 while that is not known."""
        return self._counts.get(kind, 1)

    def note_of(self, kind: str) -> str:
        """What there is of a kind, or why there is nothing."""
        t = self._t
        if not self.count_of(kind):
            why = empty_words(kind, t.lang)
            return why[:1].upper() + why[1:]
        if self._public and kind not in PUBLIC_SET:
            return t("Not part of what is posted")
        return airy(t.many("{n} paper", "{n} papers", self.count_of(kind)))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.kinds)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        kind = self.kinds[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title_of(kind, self._t)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{title_of(kind, self._t)}, {self.note_of(kind)}"
            case Qt.ItemDataRole.ToolTipRole:
                return "" if self.count_of(kind) else self.note_of(kind)
            case Role.KIND:
                return kind
            case Role.NOTE:
                return self.note_of(kind)
            case Role.THERE:
                return self.count_of(kind) > 0
        return None

    def _changed(self) -> None:
        self.dataChanged.emit(self.index(0), self.index(len(self.kinds) - 1))


class KindLook(QStyledItemDelegate):
    """Two lines: what it is called, and the note; the chosen one pale with a bar."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(50))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - Qt's own field
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        there = bool(index.data(Role.THERE))
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent_soft"))
            painter.fillRect(
                QRect(rect.left(), rect.top(), px(4), rect.height()), theme.color("accent")
            )
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.color("accent"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        left, wide = rect.left() + px(16), rect.width() - px(24)
        painter.setPen(theme.color("ink" if there else "soft"))
        painter.setFont(theme.font(15, bold=there))
        first = QRect(left, rect.top() + px(5), wide, px(22))
        _line(painter, first, str(index.data(Qt.ItemDataRole.DisplayRole)))
        painter.setPen(theme.color("soft"))
        painter.setFont(theme.font(13))
        _line(painter, QRect(left, first.bottom() + 1, wide, px(19)), str(index.data(Role.NOTE)))
        painter.restore()


def _line(painter: QPainter, rect: QRect, text: str) -> None:
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), cut)


class KindList(QListView):
    """The list itself: as high as its rows."""

    def __init__(self, desk: Desk, kinds: tuple[str, ...]) -> None:
        super().__init__()
        self.kinds = Kinds(desk.t, kinds)
        self.kinds.setParent(self)
        self.setModel(self.kinds)
        self.setItemDelegate(KindLook(desk.theme, self))
        self.setObjectName("papers.kinds")
        self.setAccessibleName(desk.t("Papers"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setFixedHeight(len(kinds) * desk.px(50) + 2)

    @property
    def kind(self) -> str:
        """The kind that is chosen."""
        return self.kinds.kinds[max(0, self.currentIndex().row())]

    def choose(self, kind: str) -> None:
        """Choose a kind."""
        self.setCurrentIndex(self.kinds.index(self.kinds.kinds.index(kind)))
