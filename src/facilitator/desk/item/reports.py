"""What became of earlier decisions: the reports given on the item in hand, and the panel that notes one."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from facilitator import aftermath, overview
from facilitator.data import dataclass
from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.item.form import FormPanel
from facilitator.desk.item.steps import fresh
from facilitator.desk.meeting.asked import local
from facilitator.desk.widgets import card, chip, clear, column, elided, line, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.reviews import Progress, ReviewEarlier
from facilitator.words.figures import airy, short_date
from facilitator.words.outcomes import decision_words
from facilitator.words.titles import title

CHIPS = {
    Progress.DONE: "good",
    Progress.IN_PROGRESS: "accent",
    Progress.ON_HOLD: "warn",
    Progress.ABANDONED: "plain",
    Progress.NOT_STARTED: "warn",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One report as it is shown."""

    matter: str
    progress: Progress
    days: str
    overdue: bool
    text: str


def told_on(desk: Desk, meeting: Meeting, item: str) -> tuple[Told, ...]:
    """The reports given on an item, in the order they were given."""
    found = [one for one in meeting.reviews.all.values() if one.event.item == item]
    t, lang = desk.t, desk.lang
    shown: list[Told] = []
    for one in found:
        event, days = one.event, list[str]()
        if event.due:
            days.append(t("due {day}", day=short_date(event.due, lang)))
        if one.overdue:
            days.append(t("overdue"))
        if event.new_due:
            days.append(t("put off to {day}", day=short_date(event.new_due, lang)))
        matter = event.matter
        if event.decision:
            matter = f"{decision_words(event.decision, lang)}  {matter}"
        texts = [event.text, t("Shown: {what}", what=event.evidence) if event.evidence else ""]
        shown.append(
            Told(
                airy(matter),
                event.progress,
                airy(" · ".join(days)),
                one.overdue,
                airy("  ".join(filter(None, texts))),
            )
        )
    return tuple(shown)


class Reports(QWidget):
    """The reports as rows of one card; hidden while there are none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._told: tuple[Told, ...] = ()
        self.setObjectName("reports")
        frame = card()
        self._rows = column(on=frame, margins=1, gap=0)
        column(words(desk.t("What became of earlier decisions"), "head"), frame, on=self, gap=8)
        self.hide()

    def show_reports(self, told: tuple[Told, ...]) -> None:
        """Show these."""
        if told == self._told:
            return
        self._told = told
        clear(self._rows)
        for place, one in enumerate(told):
            if place:
                self._rows.addWidget(line())
            self._rows.addLayout(self._row(one))
        self.setVisible(bool(told))

    def _row(self, told: Told) -> QVBoxLayout:
        px = self._desk.px
        state = chip(title(told.progress, self._desk.lang), CHIPS[told.progress])
        days = elided(told.days, "secondary", "warn" if told.overdue else "")
        made = column(gap=px(2), margins=(px(16), px(8), px(16), px(8)))
        head = row(gap=px(8))
        head.addWidget(elided(told.matter, "strong"), 1)
        head.addWidget(days)
        head.addWidget(state)
        made.addLayout(head)
        if told.text:
            made.addWidget(words(told.text, "secondary", wrap=True))
        return made


class ReportPanel(FormPanel):
    """Which decision, how far it is, until when; a decision of this body fills in what is known of it."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str) -> None:
        t = desk.t
        super().__init__(desk, t("What became of an earlier decision"), parent, meeting_id)
        self.setObjectName("report")
        now = local(self.meeting, desk.now()).date()
        self._add_decisions()
        self.matter = self.add_line(t("What it is about"), "report.matter")
        self.progress = QComboBox()
        self.progress.setObjectName("report.progress")
        for one in Progress:
            self.progress.addItem(title(one, desk.lang), one)
        self.progress.setCurrentIndex(list(Progress).index(Progress.IN_PROGRESS))
        self.add(t("How far it is"), self.progress)
        self.due = DayField(desk, t("It was due"), None, "report.due", now)
        self.new_due = DayField(desk, t("New date, if it is put off"), None, "report.new-due", now)
        days = row(gap=desk.px(16))
        days.addWidget(self.due, 1)
        days.addWidget(self.new_due, 1)
        self.form.addLayout(days)
        self.text = self.add_text(t("What was reported"), "report.text", lines=2)
        self.evidence = self.add_line(
            t("What was shown for it (a photo, a receipt)"), "report.evidence"
        )
        self.finish(t("Note it"), self._send, name="report.done")
        self.settle()
        (self.which if self.which.count() > 1 else self.matter).setFocus()

    def _add_decisions(self) -> None:
        """Earlier decisions of this body: what is still to be carried out first, then the newest."""
        t, desk, body = self.desk.t, self.desk, self.meeting.council.body
        due = aftermath.followups(desk.session, body=body, waiting=True)
        order = {(one.meeting, one.decision): place for place, one in enumerate(due)}
        rows = [one for one in overview.decisions(desk.session, body) if one.annulled_at is None]
        rows.sort(key=lambda one: order.get((one.meeting, one.number), len(order)))
        self._rows = [one for one in rows if one.meeting != self.meeting_id]
        self.which = QComboBox()
        self.which.setObjectName("report.decision")
        self.which.addItem(t("Something that has no number here"), -1)
        for place, one in enumerate(self._rows):
            name = airy(decision_words(one.number, desk.lang))
            self.which.addItem(f"{name}  {one.title}  ({one.made_at[:10]})", place)
        self.which.currentIndexChanged.connect(self._turn_to)
        self.add(t("Decision"), self.which)

    def _turn_to(self, place: int) -> None:
        """Fill in what the decision says of itself."""
        if place <= 0:
            return
        found = self._rows[place - 1]
        self.matter.setText(found.title)
        given = found.assignment
        if given is not None:
            self.due.set_day(given.due or given.report_by or given.review_on)

    def _send(self) -> None:
        for field in (self.due, self.new_due):
            if field.wrong:
                self.wrong(field.wrong)
                field.setFocus()
                return
        place = self.which.currentIndex()
        found = self._rows[place - 1] if place > 0 else None
        # Numbers begin anew with each term of office; one of another term stands by its name alone.
        same = found is not None and found.term == self.meeting.council.term
        self.send(
            ReviewEarlier(
                meeting=self.meeting_id,
                review=fresh("r", self.meeting.reviews.all),
                matter=self.matter.text(),
                progress=list(Progress)[self.progress.currentIndex()],
                decision=found.number if found and same else 0,
                due=self.due.day,
                new_due=self.new_due.day,
                text=self.text.toPlainText(),
                evidence=self.evidence.text(),
            )
        )
