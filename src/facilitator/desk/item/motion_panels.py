"""The panels that put a motion and second one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.decisions.before import BeforeLine
from facilitator.desk.desk import Desk
from facilitator.desk.item.form import FormPanel, KeptForm, draft_line
from facilitator.desk.item.steps import new_name
from facilitator.desk.widgets import words
from facilitator.desk.widgets.person import PersonPick
from facilitator.desk.widgets.someone import in_the_room
from facilitator.meeting.agenda import Item
from facilitator.meeting.motions import PutMotion, SecondMotion
from facilitator.words.figures import airy
from facilitator.words.matters import motion_name


class PutMotionPanel(FormPanel):
    """Who moves it, the title of the resolution, the wording. What is typed is kept until it is put."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str) -> None:
        t = desk.t
        super().__init__(desk, t("Put a motion"), parent, meeting_id)
        self.setObjectName("put")
        meeting = self.meeting
        item = meeting.agenda.item(meeting.agenda.in_hand)
        self._kept = KeptForm(desk, meeting, f"motion-{item.id}")
        kept = self._kept.read()
        if kept:
            draft_line(desk, self, lambda: self._fill({}, item))
        self.mover = PersonPick(desk, in_the_room(desk, meeting), name="put.mover", rows=2)
        self.add(t("Moved by"), self.mover)
        self.text = self.add_text(t("The motion, word for word"), "put.text", lines=4)
        self.title = self.add_line(t("Title of the decision"), "put.title")
        typed = (self.title, self.text)
        self.form.addWidget(BeforeLine(desk, typed, but=meeting_id, name="put.before"))
        self._fill(kept, item)
        self.mover.chosen.connect(self._keep)
        self.text.textChanged.connect(self._keep)
        self.title.textChanged.connect(self._keep)
        self.finish(t("Put the motion"), self._send, name="put.done")
        self.settle()
        (self.text if self.mover.person else self.mover).setFocus()

    def _fill(self, kept: dict[str, str], item: Item) -> None:
        """What was typed before; else what the agenda says, and whoever has the floor as the mover."""
        speech = self.meeting.floor.speaking
        fresh = not any(m.item == item.id for m in self.meeting.motions.all.values())
        proposed = [one.id for one in self.mover.people if one.name == item.proposer]
        first = speech.speaker if speech else next(iter(proposed if fresh else []), "")
        self.mover.choose(kept.get("mover", first))
        self._given = item.text if fresh else ""
        self.text.setPlainText(kept.get("text", self._given))
        self.title.setText(kept.get("title", item.title))
        self.title.setCursorPosition(0)
        if not kept:
            self._kept.drop()

    def _keep(self) -> None:
        text = self.text.toPlainText()
        if text.strip() in ("", self._given):
            self._kept.drop()
            return
        fields = {"mover": self.mover.person, "title": self.title.text(), "text": text}
        self._kept.keep(fields)

    def _send(self) -> None:
        if not self.mover.person:
            self.wrong(self.desk.t("Choose who moves it."))
            self.mover.setFocus()
            return
        sent = self.send(
            PutMotion(
                meeting=self.meeting_id,
                motion=new_name(self.meeting),
                mover=self.mover.person,
                text=self.text.toPlainText(),
                title=self.title.text(),
            )
        )
        if sent:
            self._kept.drop()


class SecondPanel(FormPanel):
    """Who seconds a motion: anybody in the room but the mover."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str, motion_id: str) -> None:
        t = desk.t
        meeting = desk.session.meeting(meeting_id)
        motion = meeting.motions.motion(motion_id)
        name = airy(motion_name(meeting.motions, motion, desk.lang))
        super().__init__(desk, t("Second {motion}", motion=name), parent, meeting_id, width=560)
        self.setObjectName("second")
        self._motion = motion_id
        self.form.addWidget(words(airy(motion.text), "secondary", wrap=True))
        people = in_the_room(desk, meeting, without=[motion.mover])
        self.member = PersonPick(desk, people, name="second.member", rows=4)
        self.add(t("Seconded by"), self.member)
        self.finish(t.within("motion", "Second"), self._send, name="second.done")
        self.settle()
        self.member.setFocus()

    def _send(self) -> None:
        if not self.member.person:
            self.wrong(self.desk.t("Choose who seconds it."))
            self.member.setFocus()
            return
        member = self.member.person
        self.send(SecondMotion(meeting=self.meeting_id, motion=self._motion, member=member))
