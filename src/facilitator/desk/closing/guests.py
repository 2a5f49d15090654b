"""Whoever was at a meeting without a vote: their personal data can be erased after it, as the law has it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.bodies.fields import choice, labelled, text_field
from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import words
from facilitator.meeting import Meeting
from facilitator.meeting.attendance import Capacity, EraseObserver
from facilitator.words.titles import title


def guests_kept(meeting: Meeting) -> list[tuple[str, str, Capacity]]:
    """Id, name and capacity of everybody without a vote whose data is still kept, as they were named."""
    return [
        (key, one.person.name, one.capacity)
        for key, one in meeting.attendance.observers.items()
        if one.person is not None
    ]


class GuestsPanel(Panel):
    """Choose somebody; erase with a reason, once and for good."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str) -> None:
        t, meeting = desk.t, desk.session.meeting(meeting_id)
        super().__init__(desk, t("Erase personal data of a guest"), parent, width=560)
        self.setObjectName("guests")
        self._meeting = meeting_id
        kept = guests_kept(meeting)
        if not kept:
            nobody = t(
                "Nobody without a vote was named at this meeting, or their data has been erased already."
            )
            self.body.addWidget(words(nobody, wrap=True))
            self.finish(t("Close"), self.accept, cancel=False, name="guests.close")
            return
        self._who = choice("guests.who")
        for key, name, capacity in kept:
            what = title(capacity, desk.lang)
            self._who.addItem(t("{key} ({title})", key=name, title=what), key)
        self._reason = text_field("guests.reason", hint=t("e.g. asked for it on 12 December"))
        self.body.addLayout(labelled(desk, t("Guest"), self._who))
        self.body.addLayout(labelled(desk, t("Reason"), self._reason))
        # One label: each that wraps asks for room as if it were narrow.
        said = "\n".join(self._consequences(meeting))
        self.body.addWidget(words(said, "secondary", wrap=True, name="guests.said"))
        self.body.addStretch(1)
        self.finish(t("Erase personal data"), self._erase, name="guests.erase", for_good=True)

    def _consequences(self, meeting: Meeting) -> list[str]:
        """What goes, what stays, and where members are erased."""
        t = self.desk.t
        lines = [
            t("Erased for good: name, where they are from, telephone, and who asked them to come."),
            t(
                "What stays: when they were there and what they did, without the name; and what was typed into "
                "the record. The check against the signed paper still holds."
            ),
            t("Papers that were already written or printed are not changed by it."),
            t(
                "Members are erased on the page of their body: “{way}”.",
                way=t("Those who have left…"),
            ),
        ]
        if meeting.format.has("actions"):
            lines.insert(1, t("The contact of an action group that they lead is erased with it."))
        return lines

    def _erase(self) -> None:
        who = self._who.currentData()
        self.send(EraseObserver(meeting=self._meeting, person_id=who, reason=self._reason.text()))
