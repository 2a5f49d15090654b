"""Filling a seat: by election, by by-election after somebody leaves, or by an alternate who moves up."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from facilitator.acts import Command, RuleViolation
from facilitator.bodies import Body
from facilitator.bodies.membership import (
    Entry,
    GiveOffice,
    MoveUp,
    SeatMember,
    VacateSeat,
    seat_entry,
)
from facilitator.bodies.seats import Taken
from facilitator.desk.bodies.entryform import Chair, EntryForm, chairs, new_member_id
from facilitator.desk.bodies.fields import (
    USUAL_MONTHS,
    DayField,
    choice,
    end_of_term,
    labelled,
    text_field,
)
from facilitator.desk.bodies.terms import office_dates
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import button, row, words
from facilitator.words.figures import airy


def records_of(body: Body, entry: Entry) -> list[Command]:
    """What seating an entry takes: an office that somebody holds is given anew, so that nobody has it twice."""
    held = {office for one in body.holdings.values() for office in one.offices}
    free = tuple(office for office in entry.offices if office not in held)
    taken = [office for office in entry.offices if office in held]
    fields = {name: getattr(entry, name) for name in entry.__struct_fields__}
    seated = Entry(**{**fields, "offices": free})
    given = [GiveOffice(body=body.id, member=entry.member, office=office) for office in taken]
    return [SeatMember(body=body.id, entry=seated), *given]


class SeatPanel(Panel):
    """One member takes a seat. With `leaving` that member's seat is vacated first, in the same breath."""

    def __init__(
        self, desk: Desk, parent: QWidget, body: str, *, seat: int = 0, leaving: str = ""
    ) -> None:
        t, one = desk.t, desk.session.body(body)
        title = airy(t("Fill seat {seat}", seat=seat)) if seat else t("A new member")
        super().__init__(desk, title, parent, width=720)
        self.setObjectName("seating")
        self._id, self._leaving, self._page = body, leaving, parent
        self._reason = text_field("seating.reason")
        if leaving:
            self._ask_leaving(one)
        self.form = EntryForm(desk, one, narrow=True, since=desk.now().date())
        free = chairs(one, besides=seat if leaving else 0)
        wanted = next((chair for chair in free if seat and chair.seat == seat), None)
        self.form.show_chairs(free, wanted)
        if leaving and (until := one.holding(leaving).until) is not None:
            self.form.until.show_day(_not_past(until, desk.now().date(), one))
        self.body.addWidget(self.form)
        self._offer_alternates(one, seat)
        rest = t("The term ends with that of the others unless you say otherwise.")
        self.body.addWidget(words(rest, "secondary", wrap=True))
        self.finish(t.within("do", "Record"), self._record, name="seating.done")
        (self._reason if leaving else self.form.name).setFocus()

    def _ask_leaving(self, body: Body) -> None:
        t = self.desk.t
        person = body.people.get(self._leaving)
        name = person.name if person is not None else self._leaving
        asked = t("Why does {name} leave?", name=name)
        self.body.addLayout(labelled(self.desk, asked, self._reason))

    def _offer_alternates(self, body: Body, seat: int) -> None:
        """Somebody waits for a seat of this very group: that is asked first."""
        group = body.charter.group_of_seat(seat)
        waiting = [one for one in body.holdings.values() if not one.seat and one.group == group]
        if not seat or self._leaving or not waiting:
            return
        t = self.desk.t
        way = button(t("Let an alternate move up…"), "soft", "small", name="seating.move-up")
        way.clicked.connect(self._move_up)
        self._seat = seat
        self.body.addLayout(row(way, None))

    def _move_up(self) -> None:
        panel = MoveUpPanel(self.desk, self._page, self._id, seat=self._seat)
        self.reject()
        panel.open()

    def _record(self) -> None:
        body = self.desk.session.body(self._id)
        if self.form.chair is None:
            t = self.desk.t
            self.wrong(t("Every seat is filled."))
            return
        try:
            entry = self.form.entry(new_member_id(body))
            others = (one for one in body.holdings.values() if one.member != self._leaving)
            seat_entry(body, entry, Taken.by(others))  # before anybody is sent away
        except RuleViolation as refusal:
            self.say(Notice(Tone.REFUSED, self.desk.sentence(refusal)))
            return
        acts = records_of(body, entry)
        if self._leaving:
            acts.insert(0, self._vacate())
        self.send(*acts)

    def _vacate(self) -> Command:
        return VacateSeat(body=self._id, member=self._leaving, reason=self._reason.text())


class MoveUpPanel(Panel):
    """An alternate takes a vacant seat for the rest of its term."""

    def __init__(
        self, desk: Desk, parent: QWidget, body: str, *, seat: int = 0, member: str = ""
    ) -> None:
        t, one = desk.t, desk.session.body(body)
        super().__init__(desk, t("An alternate moves up"), parent)
        self.setObjectName("moving-up")
        self._id = body
        self._who, self._where = choice("moving-up.who"), choice("moving-up.seat")
        group = one.charter.group_of_seat(seat)
        for holding in one.holdings.values():
            mine = not group or holding.group == group
            if not holding.seat and mine and member in ("", holding.member):
                self._who.addItem(desk.session.name_of(holding.member), holding.member)
        wanted = one.holding(member).group if member else group
        for chair in chairs(one):
            fits = chair.seat and chair.group == wanted and seat in (0, chair.seat)
            if fits:
                self._where.addItem(chair.words(one.charter, t), chair)
        until, today = office_dates(one)[1], desk.now().date()
        last = end_of_term(today, one.charter.term_months or USUAL_MONTHS)
        self._until = DayField(desk, "moving-up.until", "until", until, until or last)
        self.body.addLayout(labelled(desk, t("Alternate"), self._who))
        self.body.addLayout(labelled(desk, t("Seat"), self._where))
        self.body.addLayout(labelled(desk, t("Term until"), self._until))
        self.finish(t.within("do", "Record"), self._record, name="moving-up.done")

    def _record(self) -> None:
        chair: Chair | None = self._where.currentData()
        try:
            until = self._until.day()
        except RuleViolation as refusal:
            self.say(Notice(Tone.REFUSED, self.desk.sentence(refusal)))
            return
        seat = chair.seat if chair is not None else 0
        member = self._who.currentData() or ""
        self.send(MoveUp(body=self._id, member=member, seat=seat, until=until))


def _not_past(until: date, today: date, body: Body) -> date | None:
    """The rest of the term; where it is over, the others' end if that is still to come."""
    if until >= today:
        return until
    last = office_dates(body)[1]
    return last if last is not None and last >= today else None
