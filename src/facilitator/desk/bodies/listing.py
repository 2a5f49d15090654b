"""The list of bodies, for communities with more than one; and the page before there is any."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLabel,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator import overview
from facilitator.bodies import Body
from facilitator.data import dataclass
from facilitator.desk.bodies.findings import by_urgency
from facilitator.desk.bodies.memberslist import PressedList
from facilitator.desk.bodies.terms import term_words
from facilitator.desk.desk import Desk
from facilitator.desk.view import View
from facilitator.desk.widgets import button, column, row, words
from facilitator.session import Change
from facilitator.words.figures import Unit, airy, counted, listing
from facilitator.words.findings import finding_sentence

Index = QModelIndex | QPersistentModelIndex
LINE = int(Qt.ItemDataRole.UserRole)
ROW = 80


@dataclass(frozen=True, slots=True)
class BodyLine:
    """One body as it stands in the list."""

    id: str
    name: str
    under: str
    seats: str
    finding: str


def body_line(desk: Desk, body: Body) -> BodyLine:
    """Name; charter and term; how many sit; what is most urgent."""
    t, lang = desk.t, desk.lang
    under = (body.charter.title.text(lang), term_words(body.term, t))
    held, seats = len(body.seated), body.charter.seats
    figure = counted(seats, Unit.SEATS, lang) if seats else counted(held, Unit.PEOPLE, lang)
    found = by_urgency(body.findings(desk.now().date()))
    said = finding_sentence(found[0], body.charter, lang, desk.session.name_of) if found else ""
    if not body.holdings:
        said = t("Nobody is in the roster yet.")
    shown = f"{held}/{figure}" if seats else figure
    return BodyLine(body.id, body.name, airy(" · ".join(under)), airy(shown), airy(said))


class BodiesModel(QAbstractListModel):
    """All bodies of the archive, by name; a body itself is read when its row is first shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._bodies: list[str] = []
        self._lines: dict[str, BodyLine] = {}

    def read(self) -> None:
        """Read them anew; of those that were shown, what is said of them, too."""
        found = [one.body for one in overview.bodies(self._desk.session)]
        lines = {body: self._made(body) for body in self._lines if body in found}
        if (found, lines) != (self._bodies, self._lines):
            self.beginResetModel()
            self._bodies, self._lines = found, lines
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- as Qt declares it
        """One row for each body."""
        return 0 if parent.isValid() else len(self._bodies)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name, the whole line (`LINE`), and all of it in words."""
        if not index.isValid() or not 0 <= index.row() < len(self._bodies):
            return None
        if role not in (LINE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        one = self._line(self._bodies[index.row()])
        if role == LINE:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            return one.name
        said = (one.name, one.under, one.seats, one.finding)
        return listing([each for each in said if each], self._desk.lang)

    def _line(self, body: str) -> BodyLine:
        if body not in self._lines:
            self._lines[body] = self._made(body)
        return self._lines[body]

    def _made(self, body: str) -> BodyLine:
        return body_line(self._desk, self._desk.session.body(body))


class BodyDelegate(QStyledItemDelegate):
    """A card to a row: bold name over charter and term; figures and what is urgent at the right."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high for every row."""
        return QSize(0, self._desk.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One card."""
        one: BodyLine = index.data(LINE)
        theme, px = self._desk.theme, self._desk.px
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -px(8) - 0.5)  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("accent" if chosen else "line"))
        ground = "accent_soft" if chosen else "sunken" if hovered else "surface"
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(rect, px(8), px(8))
        inner = rect.adjusted(px(20), px(10), -px(20), -px(10))
        half = inner.height() / 2
        top = QRectF(inner.left(), inner.top(), inner.width(), half)
        under = top.translated(0, half)
        wide = self._text(painter, top, one.seats, "ink", 16, bold=True, end=True)
        self._text(painter, top.adjusted(0, 0, -wide - px(16), 0), one.name, "ink", 17, bold=True)
        warn = under.adjusted(under.width() / 2, 0, 0, 0)
        wide = self._text(painter, warn, one.finding, "warn_ink", 14, end=True)
        self._text(painter, under.adjusted(0, 0, -wide - px(16), 0), one.under, "soft", 14)
        painter.restore()

    def _text(
        self,
        painter: QPainter,
        room: QRectF,
        text: str,
        tone: str,
        size: int,
        *,
        bold: bool = False,
        end: bool = False,
    ) -> float:
        """Write one line at the left (or right) end of its room; how wide it became."""
        painter.setFont(self._desk.theme.font(size, bold=bold))
        painter.setPen(self._desk.theme.color(tone))
        metrics = painter.fontMetrics()
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(room.width())))
        side = Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, int(flags), cut)
        return metrics.horizontalAdvance(cut)


class BodiesPage(View):
    """The list, or what to do while it is empty."""

    records = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("bodies")
        t, px = desk.t, desk.px
        self.model = BodiesModel(desk)
        self.view = PressedList()
        self.view.setObjectName("bodies.list")
        self.view.setAccessibleName(t("Bodies"))
        self.view.setProperty("framed", False)
        self.view.setProperty("look", "bare")
        self.view.setModel(self.model)
        self.view.setItemDelegate(BodyDelegate(desk, self.view))
        self.view.pressed_row.connect(lambda index: desk.go("bodies", index.data(LINE).id))
        found = button(t("Set up a body…"), "primary", "big", name="bodies.new")
        found.clicked.connect(lambda: desk.go("bodies", "new"))
        full = QWidget()
        head = row(words(t("Bodies"), "title"), None, found)
        column(head, self.view, on=full, gap=px(16))
        self._stack = QStackedWidget()
        self._stack.addWidget(full)
        self._stack.addWidget(_nothing_yet(desk))
        margins = (px(32), px(24), px(32), px(24))
        column(self._stack, on=self, margins=margins)
        self.refresh_now()

    def concerns(self, change: Change) -> bool:
        """Acts of bodies."""
        return change.stream.startswith("body/")

    def refresh(self) -> None:
        """Read the list."""
        self.model.read()
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0))


def _nothing_yet(desk: Desk) -> QWidget:
    t, made = desk.t, QWidget()
    sign = QLabel()
    sign.setPixmap(desk.theme.pixmap("landmark", "faint", 64))
    sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
    head = words(t("No body has been set up yet"), "title", wrap=True)
    said = words(
        t(
            "A body is a council, an assembly or a committee: it has a charter that says who sits and what "
            "passes, and a roster. Its meetings are held under that charter."
        ),
        "lead",
        wrap=True,
    )
    for one in (head, said):
        one.setAlignment(Qt.AlignmentFlag.AlignCenter)
    said.setMaximumWidth(desk.px(640))
    found = button(t("Set up your body…"), "primary", "big", name="bodies.new.first")
    found.clicked.connect(lambda: desk.go("bodies", "new"))
    middle = column(sign, head, row(None, said, None), row(None, found, None), gap=desk.px(20))
    column(None, middle, None, on=made)
    return made
