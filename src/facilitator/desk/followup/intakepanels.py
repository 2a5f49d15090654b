"""Panels of a matter that came in: entering, answering, passing on, taking up again, erasing a name."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QWidget

from facilitator import aftermath, overview
from facilitator.aftermath import IntakeRow
from facilitator.bodies.people import Person
from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.followup.callpanels import fresh_id
from facilitator.desk.followup.form import KeptPanel
from facilitator.desk.widgets import words
from facilitator.followup.intake import (
    AnswerMatter,
    EraseSender,
    ReceiveMatter,
    ReferMatter,
    ReopenMatter,
    Source,
)
from facilitator.words.figures import airy
from facilitator.words.titles import title
from facilitator.words.tongue import mark

KNOWN = 200
"""Matters in which names of sources are looked for."""
NAMES = {
    Source.HOTLINE: mark("Number of the hotline"),
    Source.DEPARTMENT: mark("Which department"),
    Source.LETTER: mark("From whom, if it is no private person"),
    Source.VISIT: mark("Who came, if it is no private person"),
    Source.WALK: mark("Who walked"),
    Source.PETITION: mark("Who signed, e.g. twelve households of building 7"),
    Source.OTHER: mark("From where"),
}
"""What `source_name` is, for each source."""


class ReceivePanel(KeptPanel):
    """Where it came from and under what number, what it is about, until when it is to be answered."""

    def __init__(self, desk: Desk, parent: QWidget, body: str = "") -> None:
        t = desk.t
        super().__init__(desk, t("A matter that came in"), parent)
        self.setObjectName("receive-matter")
        rows = overview.bodies(desk.session)
        bodies = [(one.body, one.name) for one in rows]
        self.body_: QComboBox = self.add_choice(t("For which body"), "matter.body", bodies)
        self.body_.setCurrentIndex(max(0, self.body_.findData(body)))
        sources = [(one.value, title(one, desk.lang)) for one in Source]
        self.source: QComboBox = self.add_choice(t("How it came"), "matter.source", sources)
        self.name, self.reference = self.add_pair(
            (t("From where"), "matter.name", ""),
            (t("Their number for it (may stay empty)"), "matter.reference", ""),
        )
        self.name.setCompleter(QCompleter(_names(desk), self))
        self.source.currentIndexChanged.connect(lambda _n: self._ask_name())
        self.title_ = self.add_line(t("What it is about, in one line"), "matter.title")
        self.text = self.add_text(t("In full (may stay empty)"), "matter.text")
        today = desk.now().date()
        self.on = DayField(desk, t("Came in on"), today, "matter.on", today)
        self.answer_by = DayField(desk, t("To be answered by"), None, "matter.answer", today)
        self.add_days(self.on, self.answer_by)
        said = t(
            "Who brought it may stay empty. A name stands beside the record, on no paper, and can be erased."
        )
        self.form.addWidget(words(said, "secondary", wrap=True))
        self.who, self.phone = self.add_pair(
            (t("Name"), "matter.who", ""), (t("Telephone"), "matter.phone", "")
        )
        self.consent = QCheckBox(t("They agree that their name is kept"))
        self.consent.setObjectName("matter.consent")
        self.form.addWidget(self.consent)
        self.keep("intake", {"title": self.title_, "text": self.text})
        self.finish(t("Enter it"), self._send, name="matter.done")
        self._ask_name()
        self.settle()
        self.source.setFocus()

    def _ask_name(self) -> None:
        """The name of the source is something else for each kind."""
        t = self.desk.t
        said = t(NAMES[Source(self.source.currentData())])
        self.name.setPlaceholderText(said)
        self.name.setAccessibleName(said)

    def _send(self) -> None:
        if not self.days_right(self.on, self.answer_by):
            return
        t, name, phone = self.desk.t, self.who.text().strip(), self.phone.text().strip()
        if (name or phone) and not self.consent.isChecked():
            self.wrong(t("Without their consent no name is kept: tick it, or leave the name out."))
            self.consent.setFocus()
            return
        if phone and not name:
            self.wrong(t("A telephone number needs a name."))
            self.who.setFocus()
            return
        body = self.body_.currentData() or ""
        self.send(
            ReceiveMatter(
                intake=fresh_id(self.desk, "intake", body),
                body=body,
                source=Source(self.source.currentData()),
                title=self.title_.text(),
                text=self.text.toPlainText(),
                source_name=self.name.text(),
                reference=self.reference.text(),
                on=self.on.day,
                answer_by=self.answer_by.day,
                person=Person(name=name, phone=phone) if name else None,
            )
        )


class _OfMatter(KeptPanel):
    """A panel about one matter: which one stands on top."""

    def __init__(self, desk: Desk, parent: QWidget, row: IntakeRow, title_: str) -> None:
        super().__init__(desk, title_, parent, width=600)
        self.row = row
        self.form.addWidget(words(airy(row.title), "secondary", wrap=True))


class AnswerMatterPanel(_OfMatter):
    """What whoever brought it was answered: that settles it."""

    def __init__(self, desk: Desk, parent: QWidget, row: IntakeRow) -> None:
        t = desk.t
        super().__init__(desk, parent, row, t("Answer it"))
        self.setObjectName("answer-matter")
        self.text = self.add_text(t("What they were answered"), "answer-matter.text")
        self.keep(f"{row.stream}-answer", {"text": self.text})
        self.finish(t("Note the answer"), self._send, name="answer-matter.done")
        self.settle()
        self.text.setFocus()

    def _send(self) -> None:
        self.send(AnswerMatter(intake=self.row.intake, text=self.text.toPlainText()))


class ReferPanel(_OfMatter):
    """It is passed on to somebody who is competent."""

    def __init__(self, desk: Desk, parent: QWidget, row: IntakeRow) -> None:
        t = desk.t
        super().__init__(desk, parent, row, t("Pass it on"))
        self.setObjectName("refer")
        self.to = self.add_line(t("To whom"), "refer.to")
        earlier = aftermath.intakes(desk.session, limit=KNOWN)
        known = dict.fromkeys(one.settled_to for one in earlier if one.settled_to)
        self.to.setCompleter(QCompleter([one for one in known if one], self))
        self.reason = self.add_line(t("Why"), "refer.reason")
        self.finish(t("Pass it on"), self._send, name="refer.done")
        self.settle()
        self.to.setFocus()

    def _send(self) -> None:
        self.send(ReferMatter(intake=self.row.intake, to=self.to.text(), reason=self.reason.text()))


class ReopenPanel(_OfMatter):
    """It was not settled after all."""

    def __init__(self, desk: Desk, parent: QWidget, row: IntakeRow) -> None:
        t = desk.t
        super().__init__(desk, parent, row, t("Take it up again"))
        self.setObjectName("reopen")
        self.reason = self.add_line(t("Reason"), "reopen.reason")
        self.finish(t("Take it up again"), self._send, name="reopen.done")
        self.settle()
        self.reason.setFocus()

    def _send(self) -> None:
        self.send(ReopenMatter(intake=self.row.intake, reason=self.reason.text()))


class ErasePanel(_OfMatter):
    """Who brought it is erased; the matter stays."""

    def __init__(self, desk: Desk, parent: QWidget, row: IntakeRow) -> None:
        t = desk.t
        super().__init__(desk, parent, row, t("Erase who brought it"))
        self.setObjectName("erase-sender")
        said = t(
            "Name and telephone are erased and cannot be brought back. The matter itself stays."
        )
        self.form.addWidget(words(said, wrap=True))
        self.reason = self.add_line(t("Reason"), "erase-sender.reason")
        self.finish(t("Erase for good"), self._send, name="erase-sender.done", for_good=True)
        self.settle()
        self.reason.setFocus()

    def _send(self) -> None:
        self.send(EraseSender(intake=self.row.intake, reason=self.reason.text()))


def _names(desk: Desk) -> list[str]:
    """Names of sources that were entered before."""
    rows = aftermath.intakes(desk.session, limit=KNOWN)
    return list(dict.fromkeys(one.source_name for one in rows if one.source_name))
