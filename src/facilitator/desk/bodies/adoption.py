"""The last step of every change of a charter: from which day, and why. Old meetings keep their version."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from facilitator.acts import RuleViolation
from facilitator.bodies.founding import AdoptCharter
from facilitator.desk.bodies.draft import next_version
from facilitator.desk.bodies.entryform import tell
from facilitator.desk.bodies.fields import DayField, labelled, text_field
from facilitator.desk.bodies.kept import kept
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice
from facilitator.desk.widgets import button, column, row, words
from facilitator.rules.charter import Charter
from facilitator.words.figures import airy


class Adoption(QFrame):
    """`charter` gives what is to be adopted, or None when it cannot be (and then has said why)."""

    def __init__(self, desk: Desk, body: str, charter: Callable[[], Charter | None]) -> None:
        super().__init__()
        self._desk, self._body, self._charter = desk, body, charter
        self._draft = f"adoption/{body}"
        self.setProperty("look", "card")
        self.setObjectName("adoption")
        t, px = desk.t, desk.px
        number = desk.session.body(body).charter.version + 1
        self.day = DayField("adoption.day", "since", desk.now().date())
        self.reason = text_field("adoption.reason", hint=t("e.g. decided by the council on 3 May"))
        for field, text in kept(desk).get(self._draft, {}).items():
            getattr(self, field).setText(text)
        self.day.setFixedWidth(px(160))
        done = button(
            airy(t("Adopt version {n}", n=number)), "primary", "big", name="adoption.done"
        )
        done.clicked.connect(self._adopt)
        self._said = words("", tone="bad", wrap=True, name="adoption.said")
        self._said.hide()
        day = labelled(desk, t("In force from"), self.day)
        reason = labelled(desk, t("Reason (stands in the record)"), self.reason)
        line = row(day, reason, gap=px(12))
        line.setStretch(1, 1)
        foot = column(None, done)
        note = t(
            "Meetings from this day on are held under the new version; earlier ones keep theirs."
        )
        column(
            row(line, foot, gap=px(16)), words(note, "secondary", wrap=True), self._said,
            on=self, gap=px(8), margins=(px(20), px(12), px(20), px(12)),
        )  # fmt: skip
        self.day.textChanged.connect(self._keep)
        self.reason.textChanged.connect(self._keep)

    def _keep(self) -> None:
        draft = {"day": self.day.text(), "reason": self.reason.text()}
        kept(self._desk)[self._draft] = draft

    def _adopt(self) -> None:
        desk = self._desk
        tell(self._said, "")
        charter = self._charter()
        if charter is None:
            return
        try:
            day = self.day.day()
        except RuleViolation as refusal:
            tell(self._said, desk.sentence(refusal))
            return
        newest = desk.session.body(self._body).charter.version
        made = next_version(charter, newest, day)
        command = AdoptCharter(body=self._body, charter=made, reason=self.reason.text())
        if desk.do(command, say=self._refused):
            kept(desk).pop(self._draft, None)
            kept(desk).pop(f"amend/{self._body}", None)
            desk.done(airy(desk.t("Version {n} of the charter is adopted", n=made.version)))
            desk.go("bodies", self._body, "charter")

    def _refused(self, notice: Notice) -> None:
        tell(self._said, notice.text)
