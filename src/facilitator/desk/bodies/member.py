"""The panel of one member: who it is, what may be corrected, and everything that can become of the seat."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.bodies import Body, Person
from facilitator.bodies.membership import CorrectPerson, GiveOffice, RuleOnSeat, VacateSeat
from facilitator.desk.bodies.entryform import chairs
from facilitator.desk.bodies.fields import choice, labelled, text_field
from facilitator.desk.bodies.seating import MoveUpPanel, SeatPanel
from facilitator.desk.bodies.sitting import Sitting, sitting_of
from facilitator.desk.bodies.terms import span_words
from facilitator.desk.bodies.why import WhyPanel
from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import GroupMark, button, chip, line, row, words
from facilitator.words.figures import airy, weight


class MemberPanel(Panel):
    """What is known of them can be corrected here; each further act opens a panel of its own."""

    def __init__(self, desk: Desk, parent: QWidget, body: str, member: str) -> None:
        t, one = desk.t, desk.session.body(body)
        self._sitting = sitting_of(one, member, desk.lang, desk.now().date())
        seat = self._sitting.seat
        title = airy(t("Seat {seat}", seat=seat)) if seat else t("Alternate")
        super().__init__(desk, title, parent, width=600)
        self.setObjectName("member")
        self._id, self._member, self._page = body, member, parent
        self._person = one.people.get(member) or Person(name="")
        self._tell(one)
        self._name = text_field("member.name", self._person.name)
        self._address = text_field("member.address", self._person.address)
        self._phone = text_field("member.phone", self._person.phone)
        self._put_forward = text_field("member.put-forward", self._person.invited_by)
        self.body.addLayout(labelled(desk, t("Name"), self._name))
        address = labelled(desk, t("Home or work place"), self._address)
        phone = labelled(desk, t("Telephone"), self._phone)
        self.body.addLayout(row(address, phone, gap=desk.px(12)))
        self.body.addLayout(labelled(desk, t("Put forward by"), self._put_forward))
        self.body.addWidget(line())
        self._acts(one)
        self.finish(t("Save corrections"), self._correct, name="member.done")
        self._name.setFocus()

    def _tell(self, body: Body) -> None:
        """Group, offices, dates, and what warns."""
        desk, sitting, px = self.desk, self._sitting, self.desk.px
        t, lang = desk.t, desk.lang
        holding = sitting.holding
        assert holding is not None
        group = body.charter.group(sitting.group)
        title = group.title.text(lang) if group is not None else sitting.group
        pieces: list[QWidget | None] = [GroupMark(desk.theme, sitting.index, 14), words(title)]
        pieces += [chip(one, "accent") for one in sitting.offices]
        if sitting.over:
            pieces.append(chip(t("term over"), "warn"))
        self.body.addLayout(row(*pieces, None, gap=px(8)))
        said = t("Term: {span}", span=span_words(holding.since, holding.until, t))
        if body.charter.weight_unit:
            said += f" · {weight(holding.weight, body.charter.weight_unit)}"
        self.body.addWidget(words(said, "secondary", wrap=True))
        if sitting.contested:
            own = body.charter.group(holding.group)
            other = own.title.text(lang) if own is not None else holding.group
            note = t("The seat belongs to {group}; {name} is of {other}. A ruling is needed.",
                     group=title, name=sitting.name, other=other)  # fmt: skip
            self.body.addWidget(words(airy(note), tone="warn", wrap=True, name="member.contested"))

    def _acts(self, body: Body) -> None:
        t, sitting = self.desk.t, self._sitting
        acts: list[tuple[str, str, Callable[[], Panel], str]] = []
        if sitting.contested:
            acts.append((t("Rule on the seat…"), "rule", self._rule, ""))
        if sitting.seat:
            acts.append((t("By-election…"), "replace", self._replace, ""))
            none = "" if body.charter.offices else t("The charter has no offices.")
            acts.append((t("Give an office…"), "office", self._office, none))
        else:
            holding = body.holding(self._member)
            free = any(one.seat and one.group == holding.group for one in chairs(body))
            full = "" if free else t("All seats of this group are filled.")
            acts.append((t("Move up…"), "move-up", self._move_up, full))
        acts.append((t("Leaves the body…"), "vacate", self._vacate, ""))
        grid = QGridLayout()
        grid.setSpacing(self.desk.px(8))
        for at, (text, name, make, why) in enumerate(acts):
            way = button(text, "plain", "small", name=f"member.{name}")
            way.clicked.connect(lambda _checked=False, make=make: self._go(make))
            if why:
                way.setEnabled(False)
                way.setToolTip(why)
                way.setAccessibleDescription(why)
            grid.addWidget(way, at // 3, at % 3)
        grid.setColumnStretch(3, 1)
        self.body.addLayout(grid)

    def _go(self, make: Callable[[], Panel]) -> None:
        panel = make()
        self.reject()
        panel.open()

    def _correct(self) -> None:
        person = msgspec.structs.replace(
            self._person,
            name=self._name.text().strip(),
            address=self._address.text().strip(),
            phone=self._phone.text().strip(),
            invited_by=self._put_forward.text().strip(),
        )
        if person == self._person:
            self.accept()
            return
        self.send(CorrectPerson(body=self._id, member=self._member, person=person))

    def _rule(self) -> Panel:
        return ruling_panel(self.desk, self._page, self._id, self._member)

    def _replace(self) -> Panel:
        seat = self._sitting.seat
        return SeatPanel(self.desk, self._page, self._id, seat=seat, leaving=self._member)

    def _office(self) -> Panel:
        return OfficePanel(self.desk, self._page, self._id, member=self._member)

    def _move_up(self) -> Panel:
        return MoveUpPanel(self.desk, self._page, self._id, member=self._member)

    def _vacate(self) -> Panel:
        t, body, member = self.desk.t, self._id, self._member
        notes = [t("The seat is vacant from now on; meetings that were held keep the member.")]
        return WhyPanel(
            self.desk,
            self._page,
            t("Leaving the body"),
            lambda reason: VacateSeat(body=body, member=member, reason=reason),
            who=self._sitting.name,
            done=t.within("do", "Record"),
            notes=notes,
            hint=t("e.g. moved away, resigned, term ended"),
        )


def ruling_panel(desk: Desk, parent: QWidget, body: str, member: str) -> Panel:
    """People rule that somebody of another group may hold the seat; the other ruling is that he leaves."""
    t = desk.t
    name = desk.session.name_of(member)
    notes = [
        t("Whoever may rule on it under your charter rules; here it is only recorded."),
        t("If the ruling is that the seat is vacant, choose “Leaves the body” instead."),
    ]
    return WhyPanel(
        desk,
        parent,
        t("A ruling on a seat"),
        lambda reason: RuleOnSeat(body=body, member=member, reason=reason),
        who=t("{name} may hold the seat", name=name),
        done=t("Record the ruling"),
        notes=notes,
        asks=t("Who ruled, and why (this is printed)"),
    )


class OfficePanel(Panel):
    """Somebody takes an office; whoever held it gives it up."""

    def __init__(
        self, desk: Desk, parent: QWidget, body: str, *, member: str = "", office: str = ""
    ) -> None:
        t, one = desk.t, desk.session.body(body)
        super().__init__(desk, t("Give an office"), parent)
        self.setObjectName("office")
        self._id = body
        self._what, self._who = choice("office.what"), choice("office.who")
        for known in one.charter.offices:
            self._what.addItem(known.title.text(desk.lang), known.key)
        for holding in one.seated:
            said = f"{holding.seat}  {desk.session.name_of(holding.member)}"
            self._who.addItem(said, holding.member)
        if office:
            self._what.setCurrentIndex(self._what.findData(office))
            self._begin_with(one, office)
        if member:
            self._who.setCurrentIndex(self._who.findData(member))
        self.body.addLayout(labelled(desk, t("Office"), self._what))
        self.body.addLayout(labelled(desk, t("Member"), self._who))
        note = t("Whoever holds the office now gives it up.")
        self.body.addWidget(words(note, "secondary", wrap=True))
        self.finish(t.within("do", "Record"), self._record, name="office.done")

    def _begin_with(self, body: Body, office: str) -> None:
        """The first who may hold it: an office may be tied to a group."""
        wanted = body.charter.office(office)
        if wanted is None or not wanted.group:
            return
        fits = (one.member for one in body.seated if one.group == wanted.group)
        self._who.setCurrentIndex(max(0, self._who.findData(next(fits, ""))))

    def _record(self) -> None:
        what, who = self._what.currentData() or "", self._who.currentData() or ""
        self.send(GiveOffice(body=self._id, member=who, office=what))


def member_panel(desk: Desk, parent: QWidget, body: str, sitting: Sitting) -> Panel:
    """What opens when a seat is pressed."""
    if sitting.holding is None:
        return SeatPanel(desk, parent, body, seat=sitting.seat)
    return MemberPanel(desk, parent, body, sitting.member)
