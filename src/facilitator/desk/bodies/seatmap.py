"""The seat map of a body: its groups side by side where they fit, else one below the other; alternates last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from facilitator.desk.bodies.seat import SeatCard
from facilitator.desk.bodies.sitting import Section, Sitting
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import GroupMark, clear, column, row, words
from facilitator.desk.widgets.words import retone
from facilitator.words.figures import airy
from facilitator.words.tongue import NBSP

LEAST_COLUMN = 184
"""Pixels that a card wants at 100 %."""
MOST_ABREAST = 4
"""Groups side by side; more of them stand one below the other."""
MOST_TALL = 12
"""A group with more seats than this is no column."""


class SeatMap(QWidget):
    """`chosen` tells the `Sitting` that was pressed. `beside` stands under the smallest group, or above all."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, beside: QWidget | None = None) -> None:
        super().__init__()
        self._desk, self._beside = desk, beside
        self.setObjectName("seats")
        self._sections: tuple[Section, ...] = ()
        self._waiting: tuple[Sitting, ...] = ()
        self._shape: object = None
        self._cards: dict[object, SeatCard] = {}
        self._heads: dict[str, GroupHead] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(desk.px(20))

    def show_sections(self, sections: Iterable[Section], waiting: Iterable[Sitting] = ()) -> None:
        """Show these; cards are kept where the seats are the same, so that the focus stays."""
        self._sections, self._waiting = tuple(sections), tuple(waiting)
        self._lay_out()
        for one in self._all():
            self._cards[_key(one)].show_sitting(one)
        for section in self._sections:
            self._heads[section.group.key].show_section(section)

    def first(self) -> SeatCard | None:
        """The first card of the map."""
        return self._cards.get(_key(self._all()[0])) if self._all() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _all(self) -> list[Sitting]:
        return [one for section in self._sections for one in section.sittings] + [*self._waiting]

    def _lay_out(self) -> None:
        """Set everything out anew when the seats or the room for them have changed."""
        columns = max(1, self.width() // self._desk.px(LEAST_COLUMN))
        shape = (columns, tuple((_key(one), one.group) for one in self._all()), self._titles())
        if shape == self._shape:
            return
        self._shape = shape
        if self._beside is not None:
            self._beside.setParent(None)
        clear(self._box)
        self._cards, self._heads = {}, {}
        if self._abreast(columns):
            self._columns()
        else:
            self._rows(columns)
        if self._waiting:
            self._box.addLayout(self._alternates(columns))
        self._box.addStretch(1)

    def _titles(self) -> tuple[str, ...]:
        return tuple(one.group.key for one in self._sections)

    def _abreast(self, columns: int) -> bool:
        most = max((len(one.sittings) for one in self._sections), default=0)
        return 1 < len(self._sections) <= min(columns, MOST_ABREAST) and most <= MOST_TALL

    def _columns(self) -> None:
        """As on the wall of the council room: the smallest of three groups in the middle."""
        px = self._desk.px
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(8))
        order = list(self._sections)
        smallest = min(order, key=lambda one: len(one.sittings))
        if len(order) == 3:
            order.remove(smallest)
            order.insert(1, smallest)
        for at, section in enumerate(order):
            stack = column(*(self._card(one) for one in section.sittings), gap=px(8))
            if section is smallest and self._beside is not None:
                self._beside.setParent(self)  # else it would be shown as a window of its own
                stack.addWidget(self._beside, 1)
                self._beside.show()
            else:
                stack.addStretch(1)
            grid.addWidget(self._head(section), 0, at)
            grid.addLayout(stack, 1, at)
            grid.setColumnStretch(at, 1)
        self._box.addLayout(grid)

    def _rows(self, columns: int) -> None:
        if self._beside is not None:
            self._box.addWidget(self._beside)
            self._beside.show()
        for section in self._sections:
            head = self._head(section)
            self._box.addLayout(column(head, self._grid(section.sittings, columns), gap=8))

    def _alternates(self, columns: int) -> QVBoxLayout:
        head = words(self._desk.t("Alternates"), "strong")
        return column(head, self._grid(self._waiting, columns), gap=self._desk.px(8))

    def _grid(self, sittings: Sequence[Sitting], columns: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self._desk.px(8))
        for at, one in enumerate(sittings):
            grid.addWidget(self._card(one), at // columns, at % columns)
        for at in range(columns):
            grid.setColumnStretch(at, 1)
        return grid

    def _head(self, section: Section) -> GroupHead:
        self._heads[section.group.key] = made = GroupHead(self._desk, section)
        return made

    def _card(self, sitting: Sitting) -> SeatCard:
        group = next(one.group for one in self._sections if one.group.key == sitting.group)
        made = SeatCard(self._desk, sitting, group.title.text(self._desk.lang))
        made.clicked.connect(lambda: self.chosen.emit(made.sitting))
        self._cards[_key(sitting)] = made
        return made


class GroupHead(QWidget):
    """■ 本地居民  6/6 ✓: a group, and how many of its seats are held."""

    def __init__(self, desk: Desk, section: Section) -> None:
        super().__init__()
        self._desk = desk
        name = section.group.key
        self.setObjectName(f"group.{name}")
        title = words(section.group.title.text(desk.lang), "strong", wrap=True)
        self._count = words("", "strong", name=f"group.{name}.count")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight)
        mark = GroupMark(desk.theme, section.index, 14)
        box = row(mark, title, self._count, on=self, gap=desk.px(8))
        box.setStretch(1, 1)
        self.show_section(section)

    def show_section(self, section: Section) -> None:
        """Count anew."""
        held, seats = section.held, section.group.seats
        t = self._desk.t
        if not seats:
            _say(self._count, t("{n} in all", n=held), "soft")
        elif held < seats:
            said = t("{held}/{seats}, {n} missing", held=held, seats=seats, n=seats - held)
            _say(self._count, said, "warn")
        else:
            _say(self._count, f"{held}/{seats}{NBSP}✓", "good")


def _say(label: QLabel, text: str, tone: str) -> None:
    label.setText(airy(text))
    if label.property("tone") != tone:
        retone(label, tone=tone)


def _key(sitting: Sitting) -> object:
    return sitting.seat or sitting.member
