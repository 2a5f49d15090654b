"""How each seat group voted: its shape and name, a cell for every seat, so many of so many; one picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.vote.cells import SIGNED, Cells, Mark, cells_of, described
from facilitator.desk.widgets import paint_group, paint_sign
from facilitator.desk.widgets.elided import paint_line
from facilitator.meeting import Meeting
from facilitator.rules.outcome import Outcome

HIGH, CELL, THIN, GAP = 28, 24, 4, 2
"""Height of a row, width of a cell, and how thin a cell may get before lengths stand for numbers."""


@dataclass(frozen=True, slots=True)
class Share:
    """One row: `group` is the place in the charter, -1 for everybody."""

    group: int
    name: str
    cells: tuple[Cells, ...]
    figure: str


def shares_of(desk: Desk, meeting: Meeting, outcome: Outcome) -> tuple[Share, ...]:
    """A row for every seat group whose answers are known; one for all where they are not."""
    t, lang = desk.t, desk.lang
    if len(outcome.groups) < 2:
        tally = outcome.tally
        figure = f"{tally.in_favour:,}/{tally.seats:,}"
        return (Share(-1, t("All votes"), cells_of(tally), figure),)
    found: list[Share] = []
    for at, group in enumerate(meeting.charter.groups):
        tally = outcome.groups[group.key]
        said = group.short_text(lang) if lang == "en" else group.title.text(lang)
        found.append(Share(at, said, cells_of(tally), f"{tally.in_favour:,}/{tally.seats:,}"))
    return tuple(found)


class GroupSplit(QWidget):
    """Cells for, abstaining, against, each with its sign; grey ones for whoever did not answer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.shares: tuple[Share, ...] = ()
        self.setObjectName("decision.split")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: tuple[Share, ...]) -> None:
        """Show these rows."""
        self.shares = shares
        lang = self._desk.lang
        said = (f"{one.name} {one.figure} ({described(one.cells, 0, lang)})" for one in shares)
        words = "\n".join(said)
        self.setAccessibleName(self._desk.t("By seat group"))
        self.setAccessibleDescription(words)
        self.setToolTip(words.replace("<", "＜"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Its rows, and room for cells of the full width."""
        px = self._desk.px
        most = max((_seats(one) for one in self.shares), default=0)
        wide = self._named() + min(most, 13) * px(CELL + GAP) + self._figures() + px(24)
        return QSize(round(wide), px(HIGH) * len(self.shares))

    def minimumSizeHint(self) -> QSize:
        """Cells get thin, names are cut."""
        px = self._desk.px
        return QSize(px(200), px(HIGH) * len(self.shares))

    def _named(self) -> float:
        metrics, px = QFontMetricsF(self._desk.theme.font(14)), self._desk.px
        widest = max((metrics.horizontalAdvance(one.name) for one in self.shares), default=0)
        return min(widest + 1, px(150)) + px(20)

    def _figures(self) -> float:
        metrics = QFontMetricsF(self._desk.theme.font(14, bold=True))
        return max((metrics.horizontalAdvance(one.figure) for one in self.shares), default=0) + 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, painter = self._desk.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        named = min(self._named(), self.width() * 0.4)
        figures = self._figures()
        room = self.width() - named - figures - px(16)
        for at, one in enumerate(self.shares):
            row = QRectF(0, at * px(HIGH), self.width(), px(HIGH))
            self._name(painter, QRectF(0, row.top(), named, row.height()), one)
            self._cells(painter, QRectF(named + px(8), row.top(), room, row.height()), one)
            painter.setFont(self._desk.theme.font(14, bold=True))
            painter.setPen(self._desk.theme.color("ink"))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(row, int(right), one.figure)

    def _name(self, painter: QPainter, room: QRectF, one: Share) -> None:
        theme, px = self._desk.theme, self._desk.px
        if one.group >= 0:
            mark = QRectF(room.left(), room.center().y() - px(6), px(12), px(12))
            paint_group(painter, mark, one.group, theme.group_color(one.group))
            room = room.adjusted(px(20), 0, 0, 0)
        paint_line(painter, theme, room, one.name, theme.color("ink"), 14)

    def _cells(self, painter: QPainter, room: QRectF, one: Share) -> None:
        px, seats = self._desk.px, _seats(one)
        if not seats:
            return
        step = min(px(CELL + GAP), room.width() / seats)
        left, high = room.left(), px(16)
        top = room.center().y() - high / 2
        for cells in one.cells:
            if step >= px(THIN):
                for number in range(cells.number):
                    box = QRectF(left + number * step, top, step - px(GAP), high)
                    self._cell(painter, box, cells.mark)
            else:  # an assembly of hundreds: a length for each answer
                self._cell(painter, QRectF(left, top, cells.number * step - 1, high), cells.mark)
            left += cells.number * step

    def _cell(self, painter: QPainter, box: QRectF, mark: Mark) -> None:
        theme = self._desk.theme
        grounds = {Mark.FOR: "good", Mark.AGAINST: "bad", Mark.ABSTAIN: "abstain"}
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(grounds.get(mark, "empty")))
        if mark in (Mark.BLANK, Mark.VOID):
            painter.setBrush(theme.color("surface"))
            painter.setPen(QPen(theme.color("abstain"), 1))
        corner = min(theme.px(3), box.width() / 4)
        painter.drawRoundedRect(box, corner, corner)
        side = min(theme.px(14), box.width() * 0.9)
        if mark in SIGNED and side >= theme.px(7):
            square = QRectF(0, 0, side, side)
            square.moveCenter(box.center())
            paint_sign(painter, square, SIGNED[mark], theme.color("on_strong"), 0.16)


def _seats(one: Share) -> int:
    return sum(cells.number for cells in one.cells)
