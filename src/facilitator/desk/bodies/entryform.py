"""The form for one member: which seat, who, for how long, with which offices."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLayout, QWidget

from facilitator.bodies import Body, Person
from facilitator.bodies.membership import Entry
from facilitator.bodies.roster import free_id
from facilitator.data import dataclass
from facilitator.desk.bodies.fields import (
    USUAL_MONTHS,
    DayField,
    choice,
    end_of_term,
    labelled,
    text_field,
    weight_of,
)
from facilitator.desk.bodies.terms import office_dates
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import row, words
from facilitator.rules.charter import Charter
from facilitator.words.figures import airy, scaled
from facilitator.words.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Chair:
    """Something to sit on: a seat of a group, the next one of an open group (0), or an alternate's place."""

    group: str
    seat: int = 0
    alternate: bool = False

    def words(self, charter: Charter, t: Tongue) -> str:
        """第 12 席 · 新居民; alternates and open groups without a number."""
        group = charter.group(self.group)
        title = group.short_text(t.lang) if group is not None else self.group
        if self.alternate:
            return t("Alternate · {group}", group=title)
        if not self.seat:
            return t("Next seat · {group}", group=title)
        return airy(t("Seat {seat} · {group}", seat=self.seat, group=title))


def chairs(body: Body, besides: int = 0) -> list[Chair]:
    """All that is free, in the order of the charter, alternates last; `besides` is free, too."""
    charter, held = body.charter, body.held_seats() - {besides}
    found: list[Chair] = []
    for group in charter.groups:
        numbers = charter.seat_numbers(group.key)
        found += [Chair(group.key, seat) for seat in numbers if seat not in held]
        if not group.seats:
            found.append(Chair(group.key))
    waiting = sum(not one.seat for one in body.holdings.values())
    if not charter.alternates or waiting < charter.alternates:
        found += [Chair(group.key, alternate=True) for group in charter.groups]
    return found


class EntryForm(QWidget):
    """`entry()` is what was typed. `narrow` forms have three columns, wide ones four."""

    changed = Signal()

    def __init__(self, desk: Desk, body: Body, *, narrow: bool, since: date | None = None) -> None:
        super().__init__()
        self._desk, self._charter, self._id = desk, body.charter, body.id
        t = desk.t
        self.seat = choice("entry.seat")
        self.group = choice("entry.group")
        for group in body.charter.groups:
            self.group.addItem(group.title.text(desk.lang), group.key)
        self.name = text_field("entry.name")
        self.address = text_field("entry.address")
        self.phone = text_field("entry.phone")
        begins, until = first_dates(desk, body, since)
        day, months = begins or desk.now().date(), body.charter.term_months or USUAL_MONTHS
        self.since = DayField(desk, "entry.since", "since", begins, day)
        self.until = DayField(desk, "entry.until", "until", until, end_of_term(day, months))
        unit = scaled(1, body.charter.weight_unit)[1]
        self.weight = text_field("entry.weight") if body.charter.weight_unit else None
        self.offices = {
            one.key: QCheckBox(one.title.text(desk.lang)) for one in body.charter.offices
        }
        self._wrong_group = words("", "secondary", "warn", wrap=True, name="entry.wrong-group")
        self._wrong_group.hide()
        pieces: list[QLayout] = [
            labelled(desk, t("Seat"), self.seat),
            labelled(desk, t("Name"), self.name),
            labelled(desk, t("Home or work place"), self.address),
            labelled(desk, t("Telephone"), self.phone),
            labelled(desk, t("Term from"), self.since),
            labelled(desk, t("Term until"), self.until),
            labelled(desk, t("Belongs to"), self.group),
        ]
        if self.weight is not None:
            pieces.append(labelled(desk, t("Weight, in {unit}", unit=unit), self.weight))
        self._lay_out(pieces, 3 if narrow else 4)
        self.seat.currentIndexChanged.connect(self._seat_chosen)
        self.group.currentIndexChanged.connect(self._group_chosen)
        self.show_chairs(chairs(body))
        for field in (self.name, self.address, self.phone):
            field.textEdited.connect(lambda: self.changed.emit())

    @property
    def chair(self) -> Chair | None:
        """What was chosen to sit on; None where nothing is free."""
        return self.seat.currentData()

    def show_chairs(self, free: list[Chair], wanted: Chair | None = None) -> None:
        """Offer these; keep the one that was chosen, or choose `wanted`."""
        wanted = wanted or self.chair
        t = self._desk.t
        self.seat.blockSignals(True)
        self.seat.clear()
        for one in free:
            self.seat.addItem(one.words(self._charter, t), one)
        self.seat.setCurrentIndex(free.index(wanted) if wanted in free else 0 if free else -1)
        self.seat.blockSignals(False)
        self._seat_chosen()

    def entry(self, member: str) -> Entry:
        """What was typed, for a member of that id. Refused: `not-a-date`, `not-a-number`."""
        chair = self.chair
        weight = 1
        if self.weight is not None and self.weight.text().strip():
            weight = weight_of(self.weight.text(), self._charter.weight_unit)
        return Entry(
            member=member,
            person=Person(
                name=self.name.text().strip(),
                address=self.address.text().strip(),
                phone=self.phone.text().strip(),
            ),
            group=self.group.currentData() or "",
            seat=chair.seat if chair is not None else 0,
            offices=tuple(key for key, box in self.offices.items() if box.isChecked()),
            since=self.since.day(),
            until=self.until.day(),
            alternate=chair.alternate if chair is not None else False,
            weight=weight,
        )

    def clear_person(self) -> None:
        """Make room for the next name; the dates stay."""
        for field in (self.name, self.address, self.phone, self.weight):
            if field is not None:
                field.clear()
        for box in self.offices.values():
            box.setChecked(False)
        self.name.setFocus()

    def _lay_out(self, pieces: list[QLayout], columns: int) -> None:
        px = self._desk.px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(10))
        for at, piece in enumerate(pieces):
            grid.addLayout(piece, at // columns, at % columns)
        for at in range(columns):
            grid.setColumnStretch(at, 1)
        below = -(-len(pieces) // columns)
        if self.offices:
            for key, box in self.offices.items():
                box.setObjectName(f"entry.office.{key}")
            label: list[QWidget | None] = [words(self._desk.t("Offices"), "caption")]
            line = row(*label, *self.offices.values(), None, gap=px(12))
            grid.addLayout(line, below, 0, 1, columns)
        grid.addWidget(self._wrong_group, below + 1, 0, 1, columns)

    def _seat_chosen(self) -> None:
        if self.chair is not None:
            self.group.setCurrentIndex(self.group.findData(self.chair.group))
        self._group_chosen()

    def _group_chosen(self) -> None:
        """Say it before it is recorded: a seat of one group held by somebody of another waits for a ruling."""
        t, chair = self._desk.t, self.chair
        other = chair is not None and chair.group != self.group.currentData()
        tell(
            self._wrong_group,
            t("The seat belongs to another group: a ruling will be needed.") if other else "",
        )


def tell(label: QLabel, text: str) -> None:
    """Say something where there is something to say."""
    label.setText(text)
    label.setVisible(bool(text))


def new_member_id(body: Body) -> str:
    """An id that nobody of this body has or ever had."""
    return free_id({*body.people, *body.holdings}, len(body.people) + 1)


def first_dates(
    desk: Desk, body: Body, since: date | None = None
) -> tuple[date | None, date | None]:
    """What most members' term is; else from today on for as long as the charter says."""
    first, last = office_dates(body)
    begins = since or first or desk.now().date()
    months = body.charter.term_months
    if last is None and months:
        last = end_of_term(begins, months)
    return begins, last
