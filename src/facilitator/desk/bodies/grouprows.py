"""Seat groups and offices of a charter that is being written: one line each, to be added and removed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from facilitator.desk.bodies.draft import free_key
from facilitator.desk.bodies.fields import choice
from facilitator.desk.bodies.stepper import Stepper
from facilitator.desk.bodies.wordsfield import WordsField
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import Button, GroupMark, button, clear, column, row
from facilitator.rules.charter import Charter, Office, SeatGroup, Words

MOST_SEATS = 10_000
MOST_GROUPS = 20


class GroupRow(QWidget):
    """Sign, title, short title, seats."""

    changed = Signal()

    def __init__(self, desk: Desk, index: int, group: SeatGroup) -> None:
        super().__init__()
        t, px = desk.t, desk.px
        name = f"editor.group.{group.key}"
        self._group, self._desk, self._number = group, desk, index + 1
        self.title = WordsField(desk, t("Name of the group"), f"{name}.title", group.title)
        self.short = WordsField(desk, t("Short name"), f"{name}.short", group.short)
        self.short.mine.setPlaceholderText(t("short name"))
        self.seats = Stepper(desk, t("Seats"), f"{name}.seats")
        self.seats.set_limits(0, MOST_SEATS)
        self.seats.set_value(group.seats)
        self.seats.setFixedWidth(px(116))
        self.remove = _remove(desk, f"{name}.remove", t("Remove this group"))
        mark = GroupMark(desk.theme, index, 14)
        box = row(mark, self.title, self.short, self.seats, self.remove, on=self, gap=px(8))
        box.setStretch(1, 3)
        box.setStretch(2, 2)
        for field in (self.title, self.short):
            field.changed.connect(self.changed)
        self.seats.changed.connect(lambda: self.changed.emit())
        self.title.changed.connect(self._call)
        self._call()

    def _call(self) -> None:
        """Say for the ear which group the numbers and the button belong to."""
        t, desk = self._desk.t, self._desk
        whose = self.title.words().text(desk.lang) or str(self._number)
        self.seats.call(f"{whose}: {t('Seats')}")
        self.remove.setAccessibleName(f"{whose}: {t('Remove this group')}")

    def group(self) -> SeatGroup:
        """What stands there."""
        short = self.short.words()
        return SeatGroup(
            key=self._group.key,
            title=self.title.words(),
            seats=self.seats.value,
            short=short if short.zh or short.en else None,
        )

    def show_other(self, on: bool) -> None:
        """Show the fields for the other language, or hide them."""
        self.title.show_other(on)
        self.short.show_other(on)


class OfficeRow(QWidget):
    """Title, the group it is tied to, and whether its holder runs the meeting."""

    changed = Signal()

    def __init__(self, desk: Desk, charter: Charter, office: Office) -> None:
        super().__init__()
        t, px = desk.t, desk.px
        name = f"editor.office.{office.key}"
        self._office, self._lang = office, desk.lang
        self.title = WordsField(desk, t("Name of the office"), f"{name}.title", office.title)
        self.tied = choice(f"{name}.group")
        self.tied.setAccessibleName(t("From which group"))
        self.tied.addItem(t("from any group"), "")
        for group in charter.groups:
            self.tied.addItem(group.title.text(desk.lang), group.key)
        self.tied.setCurrentIndex(max(0, self.tied.findData(office.group)))
        self.chairs = QCheckBox(t("runs the meeting"))
        self.chairs.setObjectName(f"{name}.chairs")
        self.chairs.setChecked(office.chairs)
        self.remove = _remove(desk, f"{name}.remove", t("Remove this office"))
        whose = office.title.text(desk.lang) or office.key
        self.remove.setAccessibleName(f"{whose}: {t('Remove this office')}")
        self.chairs.setAccessibleName(f"{whose}: {t('runs the meeting')}")
        first = row(self.title, self.tied, self.remove, gap=px(8))
        first.setStretch(0, 1)
        column(first, self.chairs, on=self, gap=px(2))
        self.title.changed.connect(self.changed)
        self.tied.activated.connect(lambda: self.changed.emit())
        self.chairs.toggled.connect(lambda: self.changed.emit())

    def name_groups(self, charter: Charter) -> None:
        """Call the groups what they are called now."""
        for at, group in enumerate(charter.groups, 1):
            if self.tied.itemText(at) != (said := group.title.text(self._lang)):
                self.tied.setItemText(at, said)

    def office(self) -> Office:
        """What stands there."""
        return Office(
            key=self._office.key,
            title=self.title.words(),
            group=self.tied.currentData() or "",
            chairs=self.chairs.isChecked(),
        )

    def show_other(self, on: bool) -> None:
        """Show the field for the other language, or hide it."""
        self.title.show_other(on)


class Lines(QWidget):
    """Lines of one kind below each other. `more` tells that one is wanted, `dropped` which one is not."""

    more = Signal()
    dropped = Signal(int)

    def __init__(self, desk: Desk, name: str, add: str) -> None:
        super().__init__()
        self._lines: QVBoxLayout = column(gap=desk.px(6))
        way = button(add, "link", "small", name=name)
        way.clicked.connect(self.more)
        column(self._lines, row(way, None), on=self, gap=desk.px(4))

    def show_lines(self, lines: Sequence[GroupRow | OfficeRow], *, least: int, why: str) -> None:
        """Show these; fewer than `least` there cannot be."""
        clear(self._lines)
        for at, one in enumerate(lines):
            one.remove.clicked.connect(lambda _checked=False, at=at: self.dropped.emit(at))
            if len(lines) <= least:
                one.remove.setEnabled(False)
                one.remove.setToolTip(why)
            self._lines.addWidget(one)


def new_group(charter: Charter) -> SeatGroup:
    """One more group, still without a name."""
    key = free_key("group", [one.key for one in charter.groups])
    return SeatGroup(key=key, title=Words(zh="", en=""), seats=1)


def new_office(charter: Charter) -> Office:
    """One more office, still without a name."""
    key = free_key("office", [one.key for one in charter.offices])
    return Office(key=key, title=Words(zh="", en=""))


def _remove(desk: Desk, name: str, said: str) -> Button:
    made = button("", "quiet", "small", icon=desk.theme.icon("x"), name=name)
    made.setAccessibleName(said)
    made.setToolTip(said)
    return made
