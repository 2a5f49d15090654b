"""The last step of every change of a charter: from which day, and why. Old meetings keep their version."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.acts import RuleViolation
from facilitator.bodies.founding import AdoptCharter
from facilitator.desk.bodies.draft import next_version
from facilitator.desk.bodies.fields import DayField, labelled, text_field
from facilitator.desk.bodies.kept import kept
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import words
from facilitator.rules.charter import Charter
from facilitator.words.figures import airy


class AdoptionPanel(Panel):
    """Asks for the day and the reason; when it is adopted the page of the charter is shown."""

    def __init__(self, desk: Desk, parent: QWidget, body: str, charter: Charter) -> None:
        t = desk.t
        self._number = desk.session.body(body).charter.version + 1
        super().__init__(desk, airy(t("Adopt version {n}", n=self._number)), parent, width=600)
        self.setObjectName("adoption")
        self._body, self._charter = body, charter
        today = desk.now().date()
        self._day = DayField(desk, "adoption.day", "since", today, today)
        hint = t("e.g. decided by the council on 3 May")
        self._reason = text_field("adoption.reason", hint=hint)
        sentence = airy(charter.sentence.text(desk.lang))
        said = words(sentence, "secondary", wrap=True, name="adoption.sentence")
        self.body.addWidget(said)
        self.body.addLayout(labelled(desk, t("In force from"), self._day))
        self.body.addLayout(labelled(desk, t("Reason (stands in the record)"), self._reason))
        note = t(
            "Meetings from this day on are held under the new version; earlier ones keep theirs."
        )
        self.body.addWidget(words(note, "secondary", wrap=True))
        done = airy(t("Adopt version {n}", n=self._number))
        self.finish(done, self._adopt, name="adoption.done")
        self._reason.setFocus()

    def _adopt(self) -> None:
        desk, body = self.desk, self._body
        try:
            day = self._day.day()
        except RuleViolation as refusal:
            self.say(Notice(Tone.REFUSED, desk.sentence(refusal)))
            return
        made = next_version(self._charter, self._number - 1, day)
        if self.send(AdoptCharter(body=body, charter=made, reason=self._reason.text())):
            kept(desk).pop(f"amend/{body}", None)
            desk.done(airy(desk.t("Version {n} of the charter is adopted", n=self._number)))
            desk.go("bodies", body, "charter")
