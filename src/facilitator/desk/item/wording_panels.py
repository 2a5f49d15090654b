"""The panels that change a wording: an amendment by a vote, a mistake in writing at once with its reason."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.item.form import Changed, FormPanel, KeptForm, draft_line
from facilitator.desk.item.steps import new_name
from facilitator.desk.widgets.person import PersonPick
from facilitator.desk.widgets.someone import in_the_room
from facilitator.meeting.motions import Motion, PutAmendment, RewordMotion
from facilitator.words.difference import change_words
from facilitator.words.figures import airy
from facilitator.words.matters import motion_name


class AmendPanel(FormPanel):
    """Who proposes it, what the whole motion becomes; the change in words follows until somebody writes it."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str, motion_id: str = "") -> None:
        t = desk.t
        super().__init__(desk, t("Propose an amendment"), parent, meeting_id)
        self.setObjectName("amend")
        opened = self.meeting.motions.open_on(self.meeting.agenda.in_hand)
        self._mains = [one for one in opened if not one.amends]
        wanted = [one for one in self._mains if one.id == motion_id] or self._mains
        self._main: Motion = wanted[0]
        self._kept = KeptForm(desk, self.meeting, f"amendment-{self._main.id}")
        kept = self._kept.read()
        if kept:
            draft_line(desk, self, lambda: self._fill({}))
        self._add_choice()
        self.mover = PersonPick(desk, in_the_room(desk, self.meeting), name="amend.mover", rows=2)
        self.add(t("Proposed by"), self.mover)
        self.becomes = self.add_text(
            t("The whole motion as it would then read"), "amend.becomes", lines=4
        )
        self.changed = Changed(desk, self._main.text, "amend.changed")
        self.form.addWidget(self.changed)
        self.text = self.add_line(t("The change in words"), "amend.text")
        self._written = False
        self._fill(kept)
        self.becomes.textChanged.connect(self._compare)
        self.text.textEdited.connect(self._write)
        for signal in (self.mover.chosen, self.becomes.textChanged, self.text.textChanged):
            signal.connect(self._keep)
        self.finish(t("Propose it"), self._send, name="amend.done")
        self.settle()
        (self.becomes if self.mover.person else self.mover).setFocus()

    def _add_choice(self) -> None:
        """To which motion, where several are open."""
        if len(self._mains) < 2:
            return
        t, motions = self.desk.t, self.meeting.motions
        choice = QComboBox()
        choice.setObjectName("amend.motion")
        for one in self._mains:
            name = airy(motion_name(motions, one, self.desk.lang))
            choice.addItem(f"{name}  {airy(one.text)[:40]}", one.id)
        choice.setCurrentIndex(self._mains.index(self._main))
        choice.currentIndexChanged.connect(self._turn_to)
        self.add(t("The motion to be amended"), choice)

    def _turn_to(self, place: int) -> None:
        """Another motion: its wording is begun with, and what was typed for it before."""
        self._main = self._mains[place]
        self._kept = KeptForm(self.desk, self.meeting, f"amendment-{self._main.id}")
        self.changed.compare_with(self._main.text)
        self._fill(self._kept.read())

    def _fill(self, kept: dict[str, str]) -> None:
        speech = self.meeting.floor.speaking
        self.mover.choose(kept.get("mover", speech.speaker if speech else ""))
        self._written = bool(kept.get("text"))
        self.becomes.setPlainText(kept.get("becomes", self._main.text))
        self.text.setText(kept.get("text", ""))
        self._compare()
        if not kept:
            self._kept.drop()

    def _compare(self) -> None:
        new = self.becomes.toPlainText()
        self.changed.show_new(new)
        self.changed.setVisible(new.strip() != self._main.text)
        if not self._written:
            self.text.setText(change_words(self._main.text, new.strip(), self.desk.lang))

    def _write(self, text: str) -> None:
        """Somebody words the change: it is theirs from now on, until it is empty again."""
        self._written = bool(text)

    def _keep(self) -> None:
        text = self.text.text() if self._written else ""
        if not text and self.becomes.toPlainText() == self._main.text:
            self._kept.drop()
            return
        fields = {"mover": self.mover.person, "becomes": self.becomes.toPlainText(), "text": text}
        self._kept.keep(fields)

    def _send(self) -> None:
        if not self.mover.person:
            self.wrong(self.desk.t("Choose who proposes it."))
            self.mover.setFocus()
            return
        if self.becomes.toPlainText().strip() == self._main.text:
            self.wrong(self.desk.t("Nothing is changed yet: write how the motion would read."))
            self.becomes.setFocus()
            return
        sent = self.send(
            PutAmendment(
                meeting=self.meeting_id,
                motion=new_name(self.meeting, amendment=True),
                amends=self._main.id,
                mover=self.mover.person,
                text=self.text.text(),
                becomes=self.becomes.toPlainText(),
            )
        )
        if sent:
            self._kept.drop()


class RewordPanel(FormPanel):
    """The wording was noted wrongly: how it was meant, and why."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str, motion_id: str) -> None:
        t = desk.t
        meeting = desk.session.meeting(meeting_id)
        self._motion = meeting.motions.motion(motion_id)
        name = airy(motion_name(meeting.motions, self._motion, desk.lang))
        super().__init__(
            desk, t("Put the wording of {motion} right", motion=name), parent, meeting_id
        )
        self.setObjectName("reword")
        said = t("The change in words") if self._motion.amends else t("The motion, word for word")
        self.text = self.add_text(said, "reword.text", self._motion.text, lines=4)
        self.changed = Changed(desk, self._motion.text, "reword.changed")
        self.form.addWidget(self.changed)
        self.changed.hide()
        self.reason = self.add_line(t("Reason"), "reason.text")
        self.text.textChanged.connect(self._compare)
        self.finish(t("Put right"), self._send, name="reword.done")
        self.settle()
        self.text.setFocus()

    def _compare(self) -> None:
        new = self.text.toPlainText()
        self.changed.show_new(new)
        self.changed.setVisible(new.strip() != self._motion.text)

    def _send(self) -> None:
        if self.text.toPlainText().strip() == self._motion.text:
            self.wrong(self.desk.t("Nothing is changed yet: write how the motion would read."))
            return
        self.send(
            RewordMotion(
                meeting=self.meeting_id,
                motion=self._motion.id,
                text=self.text.toPlainText(),
                reason=self.reason.text(),
            )
        )
