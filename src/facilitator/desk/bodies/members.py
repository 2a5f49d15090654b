"""Members as a model with a filter, and how one row of it looks: for assemblies of hundreds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator.desk.bodies.sitting import Section, Sitting
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import paint_group
from facilitator.rules.composition import same_name

Index = QModelIndex | QPersistentModelIndex
SITTING = int(Qt.ItemDataRole.UserRole)
ROW = 52


class MembersModel(QAbstractListModel):
    """Sittings, filtered by words and by group; `SITTING` gives the whole one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._all: tuple[Sitting, ...] = ()
        self._shown: list[Sitting] = []
        self._titles: dict[str, str] = {}
        self._words, self._group = "", ""

    def show_sections(self, sections: Iterable[Section], waiting: Iterable[Sitting]) -> None:
        """Show these; vacant seats among them."""
        several = tuple(sections)
        lang = self._desk.lang
        self._titles = {one.group.key: one.group.short_text(lang) for one in several}
        self._all = (*(one for part in several for one in part.sittings), *waiting)
        self._filter()

    def look_for(self, text: str) -> None:
        """Only those whose number, name or address holds this."""
        self._words = same_name(text)
        self._filter()

    def only_group(self, group: str) -> None:
        """Only those of this group; all of them for ""."""
        self._group = group
        self._filter()

    @property
    def total(self) -> int:
        """How many there are, shown or not."""
        return len(self._all)

    def place_of(self, sitting: Sitting) -> int:
        """The row of a seat or an alternate, -1 if it is not shown."""
        wanted = (sitting.seat, sitting.member if not sitting.seat else "")
        rows = ((one.seat, one.member if not one.seat else "") for one in self._shown)
        return next((at for at, one in enumerate(rows) if one == wanted), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- as Qt declares it
        """One row for each that fits the filter."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The sitting, its words for a screen reader, and its name."""
        if not index.isValid() or not 0 <= index.row() < len(self._shown):
            return None
        one = self._shown[index.row()]
        if role == SITTING:
            return one
        t = self._desk.t
        if role == Qt.ItemDataRole.DisplayRole:
            return one.name or t("Vacant")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return one.said(t, self.title_of(one))
        return None

    def title_of(self, sitting: Sitting) -> str:
        """The short title of a sitting's group."""
        return self._titles.get(sitting.group, sitting.group)

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = [one for one in self._all if self._fits(one)]
        self.endResetModel()

    def _fits(self, one: Sitting) -> bool:
        if self._group and one.group != self._group:
            return False
        text = same_name(" ".join((str(one.seat), one.name, one.address, *one.offices)))
        return self._words in text


class MemberDelegate(QStyledItemDelegate):
    """Sign of the group, number, bold name, then office and address; what warns at the right."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high for every row."""
        return QSize(0, self._desk.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        one: Sitting = index.data(SITTING)
        theme, px = self._desk.theme, self._desk.px
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        ground = "accent_soft" if chosen else "sunken" if hovered else "surface"
        painter.fillRect(rect, theme.color(ground))
        if chosen:
            painter.fillRect(
                QRectF(rect.left(), rect.top(), px(4), rect.height()), theme.color("accent")
            )
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("line")
        )
        side, left = px(12), rect.left() + px(14)
        mark = QRectF(left, rect.center().y() - side / 2, side, side)
        paint_group(painter, mark, one.index, theme.group_color(one.index))
        t = self._desk.t
        number = str(one.seat) if one.seat else t.within("roster", "alternate")
        x = left + side + px(8)
        x += self._text(painter, rect, x, px(56), number, "soft", 14) + px(8)
        x = max(x, rect.left() + px(88))
        right = rect.right() - px(14)
        if said := one.mark(t):
            right -= self._text(
                painter, rect, right, px(160), said, "warn_ink", 14, bold=True, end=True
            )
            right -= px(12)
        vacant = one.holding is None
        name = t("Vacant") if vacant else one.name
        room = max(px(72), (right - x) * 0.5)
        x += self._text(
            painter, rect, x, room, name, "warn_ink" if vacant else "ink", 16, bold=True
        )
        self._text(painter, rect, x + px(16), right - x - px(16), one.below(t), "soft", 14)
        painter.restore()

    def _text(
        self,
        painter: QPainter,
        rect: QRectF,
        x: float,
        room: float,
        text: str,
        tone: str,
        size: int,
        *,
        bold: bool = False,
        end: bool = False,
    ) -> float:
        """Write one piece from `x` on (or up to it); how wide it became."""
        theme = self._desk.theme
        painter.setFont(theme.font(size, bold=bold))
        painter.setPen(theme.color(tone))
        metrics = painter.fontMetrics()
        cut = metrics.elidedText(
            " ".join(text.split("\n")), Qt.TextElideMode.ElideRight, max(0, int(room))
        )
        wide = metrics.horizontalAdvance(cut) + 1
        left = x - wide if end else x
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRectF(left, rect.top(), wide + 1, rect.height()), int(flags), cut)
        return wide
