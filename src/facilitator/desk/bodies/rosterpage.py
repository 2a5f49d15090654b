"""Typing a roster: one line of fields, Enter records it and goes to the next seat. The map fills below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.acts import RuleViolation
from facilitator.bodies import Body
from facilitator.desk.bodies.entryform import Chair, EntryForm, chairs, new_member_id, tell
from facilitator.desk.bodies.head import Head
from facilitator.desk.bodies.kept import kept
from facilitator.desk.bodies.memberslist import MembersList
from facilitator.desk.bodies.remedies import open_member
from facilitator.desk.bodies.seating import records_of
from facilitator.desk.bodies.seatmap import SeatMap
from facilitator.desk.bodies.sides import scrolled
from facilitator.desk.bodies.sitting import (
    MOST_ON_MAP,
    Sitting,
    alternates,
    seats_in_office,
    sections,
)
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, column, row, words
from facilitator.session import Change

TYPED = ("name", "address", "phone", "since", "until")


class RosterPage(View):
    """What is typed and not recorded survives whatever becomes of the window."""

    records = True

    def __init__(self, desk: Desk, body: str) -> None:
        super().__init__(desk)
        self.id = body
        self.setObjectName("roster")
        t = desk.t
        self.head = Head(desk, back=(t("Back to the body"), lambda: desk.go("bodies", body)))
        self.head.title.setText(t("Type the roster"))
        way = t("Import from a sheet…")
        self.head.way(way, "roster.import", lambda: desk.go("bodies", body, "import"))
        self.head.way(t("Done"), "roster.done", lambda: desk.go("bodies", body))
        self.form = EntryForm(desk, self.body, narrow=False)
        self._said = words("", tone="bad", wrap=True, name="roster.said")
        self._said.hide()
        self._full = words(t("Every seat is filled."), "strong", "good", name="roster.full")
        self._record = button(t("Record, next seat"), "primary", name="roster.record")
        self._record.set_key("↵")
        self._record.clicked.connect(self.record)
        self._skip = button(t("Leave this seat vacant"), "quiet", name="roster.skip")
        self._skip.clicked.connect(self._next)
        self.map = SeatMap(desk)
        self.list = MembersList(desk)
        for one in (self.map, self.list):
            one.chosen.connect(self._chosen)
        self._lay_out()
        self._remember()
        for field in self.form.findChildren(QLineEdit):
            field.returnPressed.connect(self.record)
        self.refresh_now()
        self.setFocusProxy(self.form.name)

    @property
    def body(self) -> Body:
        """The body as it is now."""
        return self.desk.session.body(self.id)

    def concerns(self, change: Change) -> bool:
        """Acts of this body."""
        return change.stream == f"body/{self.id}"

    def refresh(self) -> None:
        """Offer what is free, and show who sits."""
        body, lang, today = self.body, self.desk.lang, self.desk.now().date()
        self.head.under.setText(f"{body.name} · {seats_in_office(body, lang)}")
        free = chairs(body)
        self.form.show_chairs(free)
        fixed = any(one.seat for one in free)
        self._full.setVisible(not fixed and bool(body.charter.seats))
        several = sections(body, body.charter, lang, today)
        waiting = alternates(body, body.charter, lang, today)
        on_map = all(one.group.seats for one in several) and body.charter.seats <= MOST_ON_MAP
        self.map.setVisible(on_map)
        self.list.setVisible(not on_map)
        (self.map if on_map else self.list).show_sections(several, waiting)

    def record(self) -> None:
        """Record what was typed and go to the next free seat; a refusal is told under the fields."""
        body, chair = self.body, self.form.chair
        try:
            entry = self.form.entry(new_member_id(body))
        except RuleViolation as refusal:
            tell(self._said, self.desk.sentence(refusal))
            return
        for command in records_of(body, entry):
            if not self.desk.do(command, say=self._refused):
                return
        tell(self._said, "")
        self.form.clear_person()
        self._keep()
        self._go_after(chair)

    def _lay_out(self) -> None:
        px = self.desk.px
        entry = card(name="roster.entry")
        acts = row(self._record, self._skip, self._full, None, gap=px(12))
        margins = (px(20), px(16), px(20), px(16))
        column(self.form, self._said, acts, on=entry, margins=margins, gap=px(12))
        seats, inner = card(), QWidget()
        column(self.map, self.list, on=inner, margins=(px(20), px(16), px(20), px(20)))
        column(inner, on=seats)
        content = QWidget()
        column(entry, seats, on=content, gap=px(16)).setStretch(1, 1)
        margins = (px(32), px(24), px(32), px(24))
        area = scrolled(content, self.desk.t("Roster"))
        column(self.head, area, on=self, margins=margins, gap=px(16)).setStretch(1, 1)

    def _refused(self, notice: Notice) -> None:
        tell(self._said, notice.text)

    def _next(self) -> None:
        self._go_after(self.form.chair)
        self.form.name.setFocus()

    def _go_after(self, chair: Chair | None) -> None:
        """The first free seat after this one; round to the beginning after the last."""
        free = chairs(self.body)
        seats = [one for one in free if one.seat] or [one for one in free if not one.alternate]
        if chair is None or not seats:
            return
        if chair.alternate:
            self.form.show_chairs(free, chair)
            return
        later = [one for one in seats if one.seat > chair.seat]
        self.form.show_chairs(free, (later or seats)[0])

    def _chosen(self, sitting: Sitting) -> None:
        """A vacant seat is what the form fills next; a member opens the panel."""
        if sitting.holding is not None:
            open_member(self.desk, self, self.id, sitting)
            return
        self.form.show_chairs(chairs(self.body), Chair(sitting.group, sitting.seat))
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remember(self) -> None:
        """Take up what was being typed here before the window was made anew."""
        draft = kept(self.desk).get(f"roster/{self.id}", {})
        for name, text in draft.items():
            getattr(self.form, name).setText(text)
        for name in TYPED:
            getattr(self.form, name).textChanged.connect(self._keep)

    def _keep(self) -> None:
        draft = {name: getattr(self.form, name).text() for name in TYPED}
        kept(self.desk)[f"roster/{self.id}"] = draft
