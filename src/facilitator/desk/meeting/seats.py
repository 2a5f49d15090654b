"""The seat map at the right: everybody by group, what they are doing, and the way to say that it changed."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import local
from facilitator.desk.meeting.guests import GuestList
from facilitator.desk.meeting.seat import Seat
from facilitator.desk.meeting.seat_acts import person_menu
from facilitator.desk.meeting.seating import Section, sections
from facilitator.desk.view import View
from facilitator.desk.widgets import GroupMark, clear, column, elided, row, scrolling, tip, words
from facilitator.meeting import Meeting

SIDE_BY_SIDE = 24
"""Two groups of up to so many seats stand beside each other; larger ones below one another."""


class SeatMap(View):
    """See the module. Groups of one seat stand on top, two others side by side, more below one another."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        self.setObjectName("seats")
        self.meeting_id = meeting
        self._shape: tuple[object, ...] = ()
        self.seats: dict[tuple[str, int], Seat] = {}
        self._heads: dict[str, QWidget] = {}
        t, px = desk.t, desk.px
        self._hint = words(t("Click a seat: here, leaves, steps aside"), "small")
        head = row(words(t("Seats"), "head"), None, self._hint, margins=(0, 0, 0, px(4)))
        content = QWidget()
        self._content = column(on=content, gap=px(6))
        self._area = scrolling(content)
        self._area.setObjectName("seats.area")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._guests = GuestList(desk, meeting)
        margins = (px(16), px(12), px(16), px(12))
        column(head, self._area, self._guests, on=self, margins=margins, gap=px(6))
        self.refresh_now()

    def refresh(self) -> None:
        """Show everybody as they are; the map is drawn anew only when others sit there."""
        meeting = self.desk.session.meeting(self.meeting_id)
        found = sections(meeting, self.desk.session.names(meeting), partial(local, meeting))
        shape = tuple((one.group.key, s.seat, s.member) for one in found for s in one.sittings)
        if shape != self._shape:
            self._shape = shape
            self._build(found)
        for section in found:
            self._show(section)

    def take_keys(self) -> None:
        """Go to the map with the keyboard: to the first seat somebody sits on."""
        first = next((seat for seat in self.seats.values() if seat.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, section: Section) -> None:
        for sitting in section.sittings:
            seat = self.seats[section.group.key, sitting.seat]
            if seat.sitting != sitting:
                seat.show_sitting(sitting)
        head = self._heads.get(section.group.key)
        if isinstance(head, GroupHead):
            head.show_numbers(section.here, section.held)

    def _build(self, found: tuple[Section, ...]) -> None:
        clear(self._content)
        self.seats.clear()
        self._heads.clear()
        alone = [one for one in found if len(one.sittings) == 1 and one.group.seats]
        others = [one for one in found if one not in alone and one.sittings]
        if not others:
            alone, others = [], alone
        for at in range(0, len(alone), 2):
            self._content.addLayout(self._on_top(alone[at : at + 2]))
        beside = len(others) == 2 and all(len(one.sittings) <= SIDE_BY_SIDE for one in others)
        if beside:
            self._content.addLayout(self._columns(others))
        else:
            for section in others:
                self._content.addLayout(self._block(section))
        self._content.addStretch(1)

    def _on_top(self, some: list[Section]) -> QHBoxLayout:
        """Seats that are the only ones of their group, in the middle above the others."""
        box = row(None, gap=self.desk.px(8), margins=(0, 0, 0, self.desk.px(2)))
        for section in some:
            label = section.group.short_text(self.desk.lang)
            seat = self._seat(section, 0, label)
            seat.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            box.addWidget(seat)
        box.addStretch(1)
        return box

    def _columns(self, two: list[Section]) -> QGridLayout:
        """Two groups side by side, a column for each."""
        grid = self._grid()
        for place, section in enumerate(two):
            grid.addWidget(self._head(section), 0, place)
            for line in range(len(section.sittings)):
                grid.addWidget(self._seat(section, line), line + 1, place)
        return grid

    def _block(self, section: Section) -> QVBoxLayout:
        """One group with its seats in two columns."""
        grid = self._grid()
        grid.addWidget(self._head(section), 0, 0, 1, 2)
        for at in range(len(section.sittings)):
            grid.addWidget(self._seat(section, at), at // 2 + 1, at % 2)
        return column(grid, margins=(0, 0, 0, self.desk.px(6)))

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.desk.px(8))
        grid.setVerticalSpacing(self.desk.px(6))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _head(self, section: Section) -> QWidget:
        self._heads[section.group.key] = head = GroupHead(self.desk, section)
        return head

    def _seat(self, section: Section, at: int, label: str = "") -> Seat:
        sitting = section.sittings[at]
        seat = Seat(self.desk, section.index, sitting, label=label)
        seat.clicked.connect(partial(self._pressed, seat))
        seat.wandered.connect(partial(self._wander, seat))
        self.seats[section.group.key, sitting.seat] = seat
        return seat

    def _pressed(self, seat: Seat, _checked: bool = False) -> None:
        meeting: Meeting = self.desk.session.meeting(self.meeting_id)
        menu = person_menu(self.desk, meeting, seat.sitting.member, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(seat.mapToGlobal(QPoint(self.desk.px(12), seat.height())))

    def _wander(self, seat: Seat, key: Qt.Key) -> None:
        """An arrow leads to the nearest seat that way; the map scrolls along."""
        target = nearest(seat, [one for one in self.seats.values() if one.isEnabled()], key)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(target)


TITLE = 80
"""The title of a group stands over its seats if it is no wider; else its short name."""


class GroupHead(QWidget):
    """The name of a group above its seats, with how many of them are there."""

    def __init__(self, desk: Desk, section: Section) -> None:
        super().__init__()
        title, font = section.group.title.text(desk.lang), desk.theme.font(bold=True)
        fits = QFontMetrics(font).horizontalAdvance(title) <= desk.px(TITLE)
        name = elided(title if fits else section.group.short_text(desk.lang), "strong")
        tip(self, title)
        self._numbers = words("", "", "soft", name=f"seats.{section.group.key}")
        mark = GroupMark(desk.theme, section.index)
        row(mark, name, self._numbers, None, on=self, gap=desk.px(6))

    def show_numbers(self, here: int, held: int) -> None:
        """Show how many are here of those who sit."""
        self._numbers.setText(f"{here}/{held}")


W = TypeVar("W", bound=QWidget)


def nearest(seat: W, others: list[W], key: Qt.Key) -> W | None:
    """The seat one comes to from another by an arrow key, as they are drawn; None at the edge."""
    window = seat.window()

    def place(one: W) -> QPoint:
        return one.mapTo(window, one.rect().center())

    here = place(seat)

    def away(one: W) -> tuple[int, int]:
        """How far on that way, and how far off it."""
        there = place(one) - here
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return there.x() * (1 if key == Qt.Key.Key_Right else -1), abs(there.y())
        return there.y() * (1 if key == Qt.Key.Key_Down else -1), abs(there.x())

    level = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
    off = seat.height() // 2 if level else seat.width()
    ahead = [(one, away(one)) for one in others if one is not seat]
    ahead = [(one, far) for one, far in ahead if far[0] > 0 and far[1] <= off]
    return min(ahead, key=lambda it: sum(it[1]))[0] if ahead else None
