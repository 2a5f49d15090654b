"""The form of an action group: new, begun from a cluster or a topic, or changed."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from facilitator.data import dataclass
from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.forum.people import NameField, NamesField, people_named, person_named
from facilitator.desk.forum.topicsbox import TopicsBox
from facilitator.desk.item.form import FormPanel
from facilitator.desk.meeting.asked import local
from facilitator.desk.widgets import card, column, row, words
from facilitator.meeting.forum.groups import ChangeGroup, FormGroup, Group


@dataclass(frozen=True, slots=True)
class Begun:
    """What a new group begins with."""

    title: str = ""
    lead: str = ""
    topics: tuple[str, ...] = ()


class GroupPanel(FormPanel):
    """Without the tick of consent a contact is not taken: neither kept nor sent anywhere."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        meeting_id: str,
        *,
        group: Group | None = None,
        begun: Begun | None = None,
    ) -> None:
        t = desk.t
        title = t("Change the action group") if group else t("New action group")
        super().__init__(desk, title, parent, meeting_id)
        self.setObjectName("group")
        self._group, begun = group, begun or Begun()
        if group:
            begun = Begun(group.title, group.lead, group.topics)
        self._title = self.add_line(t("What the group is called"), "group.title", begun.title)
        self._lead = NameField(desk, meeting_id, name="group.lead", says=t("Who leads it"))
        self._lead.show_person(begun.lead)
        self.add(t("Who leads it"), self._lead)
        self._members = NamesField(desk, meeting_id, name="group.members", says=t("Members"))
        self._members.show_people(group.members if group else ())
        self._members.changed.connect(self._grow)
        self.add(t("Who else is in it"), self._members)
        step = group.first_step if group else ""
        self._step = self.add_text(t("First step"), "group.step", step, lines=2)
        held = local(self.meeting, desk.now()).date()
        due = group.due if group else None
        self._due = DayField(desk, t("By when"), due, "group.due", held)
        self.form.addWidget(self._due)
        self._topics = TopicsBox(
            desk,
            self.meeting.wall.counted(),
            begun.topics,
            name="group.topics",
            says=t("Topics it goes on with"),
        )
        self.add(t("Topics it goes on with"), self._topics)
        self._add_contact(group)
        self._reason = None
        if group:
            self._reason = self.add_line(
                t("Reason for the change (may stay empty)"), "group.reason"
            )
        self.settle()
        self.finish(t("Change it") if group else t("Form the group"), self._send, name="group.done")
        (self._step if begun.title and begun.lead else self._title).setFocus()

    def _add_contact(self, group: Group | None) -> None:
        t, px, box = self.desk.t, self.desk.px, card("sunken")
        contact = group.contact if group else ""
        label = words(t("How to reach it (may stay empty)"))
        self._contact = QLineEdit(contact)
        self._contact.setObjectName("group.contact")
        self._contact.setCursorPosition(0)
        label.setBuddy(self._contact)
        self._consent = QCheckBox(t("Whoever it reaches agrees that it is kept"))
        self._consent.setObjectName("group.consent")
        self._consent.setChecked(bool(contact))
        note = words(
            t(
                "It is kept only with this tick, never shown on the projector, and erased when asked."
            ),
            "secondary",
            wrap=True,
        )
        column(
            label, self._contact, row(self._consent, None), note,
            on=box, margins=px(12), gap=px(6),
        )  # fmt: skip
        self.form.addWidget(box)

    def _send(self) -> None:
        t, desk = self.desk.t, self.desk
        if self._due.wrong:
            self.wrong(self._due.wrong)
            self._due.setFocus()
            return
        if not self._lead.text().strip():
            self.wrong(t("Write who leads the group."))
            self._lead.setFocus()
            return
        lead = person_named(desk, self.meeting_id, self._lead.text(), say=self.say)
        members = people_named(desk, self.meeting_id, self._members.names, say=self.say)
        if not lead or members is None:
            return
        told = {
            "meeting": self.meeting_id,
            "group": self._group.id if self._group else self._free(),
            "title": self._title.text(),
            "lead": lead,
            "first_step": self._step.toPlainText(),
            "due": self._due.day,
            "topics": self._topics.ticked,
            "members": tuple(one for one in members if one != lead),
            "contact": self._contact.text(),
            "consent": self._consent.isChecked(),
        }
        if self._reason is not None:
            self.send(ChangeGroup(**told, reason=self._reason.text()))
        else:
            self.send(FormGroup(**told))

    def _free(self) -> str:
        """A name that no group bears; one that was dissolved keeps its."""
        taken, number = self.meeting.groups.all, 1
        while f"g{number}" in taken:
            number += 1
        return f"g{number}"
