"""Who is expected without a vote: observers, the recorder, staff."""

from __future__ import annotations

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, why_not
from facilitator.desk.meeting.guests import AdmitPanel
from facilitator.desk.view import View
from facilitator.desk.widgets import (
    Button,
    button,
    card,
    clear,
    column,
    elided,
    line,
    row,
    tip,
    words,
)
from facilitator.meeting.dismissing import DismissObserver
from facilitator.words.figures import listing
from facilitator.words.titles import title


class GuestsCard(View):
    """A line each, and a button for one more."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        t, px = desk.t, desk.px
        self.meeting_id = meeting
        add = button(
            t("Add…"),
            grade="small",
            icon=desk.theme.icon("user-plus"),
            name="expected.add",
        )
        add.clicked.connect(self._add)
        self._lines = column(gap=0)
        box = card(name="expected")
        margins = (px(20), px(10), px(12), px(10))
        head = row(words(t("Without a vote"), "head"), None, add, margins=margins)
        column(head, self._lines, on=box, gap=0)
        column(box, on=self)

    def refresh(self) -> None:
        """Show everybody who is expected."""
        meeting = self.desk.session.meeting(self.meeting_id)
        px, names = self.desk.px, self.desk.session.people(meeting)
        clear(self._lines)
        for key, seen in meeting.attendance.observers.items():
            person = names.get(key)
            if person is None:
                continue
            known = listing([one for one in (person.address, person.phone) if one], self.desk.lang)
            name = elided(person.name, name=f"expected.{key}")
            self._lines.addWidget(line())
            pieces = (words(title(seen.capacity, self.desk.lang), "secondary"), name)
            margins = (px(20), px(2), px(12), px(2))
            off = self._remover(key, person.name)
            one = row(*pieces, elided(known, "small"), None, off, margins=margins, gap=px(12))
            self._lines.addLayout(one)

    def _remover(self, person: str, name: str) -> Button:
        t = self.desk.t
        said = t("Take {name} off the list", name=name)
        made = button("", "quiet", "small", name=f"expected.{person}.remove")
        made.setIcon(self.desk.theme.icon("x"))
        made.setProperty("narrow", True)
        made.setAccessibleName(said)
        command = DismissObserver(meeting=self.meeting_id, person_id=person)
        allow(made, why_not(self.desk, command))
        tip(made, made.toolTip() or said)
        made.clicked.connect(lambda _checked=False: self.desk.do(command))
        return made

    def _add(self) -> None:
        AdmitPanel(self.desk, self, self.meeting_id).open()
