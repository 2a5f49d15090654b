"""Bringing a matter up again: its text as the draft of a motion on the agenda of the body's next meeting."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from facilitator import overview
from facilitator.desk.decisions.known import Reading
from facilitator.desk.desk import Desk
from facilitator.desk.followup.agenda import TAKES, Proposal, next_meeting, put
from facilitator.desk.panel import Panel
from facilitator.desk.prepare.fields import labelled
from facilitator.desk.widgets import words
from facilitator.followup.matter import stream_of
from facilitator.overview import MeetingRow
from facilitator.words.figures import airy, date_words

NEW = ""


class DraftPanel(Panel):
    """Which meeting, as what topic, with which words. The meeting may be a new one."""

    def __init__(self, desk: Desk, parent: QWidget, reading: Reading) -> None:
        t = desk.t
        super().__init__(desk, t("Draft a motion from it"), parent, width=640)
        self.setObjectName("draft")
        self._reading = reading
        self._body = reading.meeting.council.body
        self._meeting = QComboBox()
        self._meeting.setObjectName("draft.meeting")
        self._fill()
        self._title = QLineEdit(" ".join(reading.title.split()))
        self._title.setObjectName("draft.title")
        self._title.setCursorPosition(0)
        self._text = QPlainTextEdit(reading.text)
        self._text.setObjectName("draft.text")
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(desk.px(128))
        self.body.addLayout(labelled(desk, t("On the agenda of"), self._meeting))
        self.body.addLayout(labelled(desk, t("Topic"), self._title))
        self.body.addLayout(labelled(desk, t("Draft of the motion"), self._text))
        if reading.decision is not None:
            note = t(
                "When the new motion is carried, its decision can note that it amends, repeals or repeats "
                "this one."
            )
            self.body.addWidget(words(note, "secondary", wrap=True))
        self.finish(t("Put on the agenda"), self._send, name="draft.done")
        self._text.setFocus()

    def _fill(self) -> None:
        """The meetings of this body that still take topics, the next one chosen; then a new one."""
        desk, t = self.desk, self.desk.t
        own = self._reading.meeting.id
        nearest = next_meeting(desk, self._body, but=own)
        for row in _takers(desk, self._body, own):
            self._meeting.addItem(airy(_named(row, desk.lang)), row.meeting)
        self._meeting.addItem(t("A new meeting…"), NEW)
        if nearest is not None:
            self._meeting.setCurrentIndex(max(0, self._meeting.findData(nearest.id)))

    def _proposal(self) -> Proposal:
        which, decision = self._reading.which, self._reading.decision
        stands = decision is not None and decision.annulled is None
        source = stream_of(which.meeting, which.number) if stands else ""
        title = " ".join(self._title.text().split())
        return Proposal(title, self._text.toPlainText().strip(), source, minutes=0)

    def _send(self) -> None:
        t, desk, proposal = self.desk.t, self.desk, self._proposal()
        if not proposal.title:
            self.wrong(t("Enter a topic."))
            self._title.setFocus()
            return
        if not (key := self._meeting.currentData()):
            self._call(proposal)
        elif put(desk, proposal, desk.session.meeting(key)):
            self.accept()

    def _call(self, proposal: Proposal) -> None:
        """Call a meeting first; the topic goes on its agenda when that is done."""
        from facilitator.desk.prepare.new import NewMeetingPanel

        desk, body = self.desk, self._body
        before = {row.meeting for row in overview.unfinished(desk.session)}
        over = self.parentWidget()
        assert over is not None
        panel = NewMeetingPanel(desk, over, body=body)

        def called() -> None:
            for row in overview.unfinished(desk.session):
                if row.meeting not in before and row.body == body:
                    put(desk, proposal, desk.session.meeting(row.meeting))

        panel.accepted.connect(called)
        self.accept()
        panel.open()


def _takers(desk: Desk, body: str, but: str) -> list[MeetingRow]:
    """Meetings of the body to which a topic can still be added, the nearest first; no forums."""
    found: list[MeetingRow] = []
    for row in overview.unfinished(desk.session):
        if row.body != body or row.meeting == but:
            continue
        meeting = desk.session.meeting(row.meeting)
        if meeting.phase.stage in TAKES and not meeting.format.has("wall"):
            found.append(row)
    return sorted(found, key=lambda row: row.planned)


def _named(row: MeetingRow, lang: str) -> str:
    day = date_words(datetime.fromisoformat(row.planned).date(), lang)
    return f"{day}  {row.title or row.body_name}"
