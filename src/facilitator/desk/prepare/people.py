"""Who is expected without a vote: observers, the recorder, staff."""

from __future__ import annotations

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.guests import AdmitPanel
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, clear, column, elided, line, row, words
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
            margins = (px(20), px(8), px(12), px(8))
            one = row(*pieces, elided(known, "small"), None, margins=margins, gap=px(12))
            self._lines.addLayout(one)

    def _add(self) -> None:
        AdmitPanel(self.desk, self, self.meeting_id).open()
