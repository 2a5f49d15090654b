"""Asking for the community's own numbers: households, and residents of each group that stands for residents."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from facilitator import participation
from facilitator.bodies import Body
from facilitator.bodies.community import HOUSEHOLDS, NoteCommunity
from facilitator.desk.bodies.fields import labelled, text_field
from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import words
from facilitator.rules.taking_part import newest


class CommunityPanel(Panel):
    """Noted as often as they are counted; what was noted last is there to be changed."""

    def __init__(self, desk: Desk, body: Body, parent: QWidget) -> None:
        super().__init__(desk, desk.t("The community's own numbers"), parent, width=760)
        t, self._body = desk.t, body.id
        self.setObjectName("community.panel")
        last = newest(participation.community(desk.session, body.id))
        said = t(
            "They stand beside attendance, so that one sees who is missing. Leave open what you do not know."
        )
        self.body.addWidget(words(said, wrap=True, tone="soft"))
        today = desk.now().date()
        self._day = DayField(desk, t("Counted on"), today, "community.day", today)
        self.body.addWidget(self._day)
        self._fields: dict[str, QLineEdit] = {}
        titles = {HOUSEHOLDS: t("Households")}
        titles |= {group.key: group.title.text(desk.lang) for group in body.charter.groups}
        grid = QGridLayout()  # beside each other: one below the other is too high at 150 %
        grid.setHorizontalSpacing(desk.px(16))
        grid.setVerticalSpacing(desk.px(12))
        for at, (key, title) in enumerate(titles.items()):
            old = str(last[key].people) if key in last else ""
            self._fields[key] = text_field(f"community.{key}", old)
            grid.addLayout(labelled(desk, title, self._fields[key]), at // 4, at % 4)
        self.body.addLayout(grid)
        source = next((one.source for one in last.values() if one.source), "")
        self._source = text_field("community.source", source, t("such as the committee's register"))
        self.body.addLayout(labelled(desk, t("Where they are from"), self._source))
        self.finish(t("Note the numbers"), self._done, name="community.done")

    def _done(self) -> None:
        t, numbers = self.desk.t, dict[str, int]()
        for key, field in self._fields.items():
            typed = field.text().strip().replace(",", "").replace("，", "").replace(" ", "")
            if typed and not (typed.isascii() and typed.isdigit()):
                self.wrong(
                    t("{typed} is no number of people. Type it in digits.", typed=typed[:40])
                )
                field.setFocus()
                return
            numbers[key] = int(typed or 0)
        day = self._day.day
        if day is None:
            self.wrong(t("Say on which day they were counted."))
            self._day.setFocus()
            return
        households = numbers.pop(HOUSEHOLDS)
        residents = {key: people for key, people in numbers.items() if people}
        note = NoteCommunity(
            body=self._body,
            as_of=day,
            households=households,
            residents=residents,
            source=self._source.text(),
        )
        if self.send(note):
            self.desk.done(t("The community's numbers are noted."))
