"""Putting a line of the record right: its words, its speaker, its item; or striking it. The old one stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.secretary.candidates import people
from facilitator.desk.secretary.pieces import spelled
from facilitator.desk.secretary.writing import kind_for, new_name
from facilitator.desk.widgets import elided, row, tip, words
from facilitator.meeting.asking import refusal
from facilitator.meeting.notes import CorrectNote, Note, NoteKind, StrikeNote, WriteNote
from facilitator.words.figures import airy, clock_seconds

WORDS, SPEAKER, ITEM, STRIKE = range(4)
"""What is wrong with the line."""


class CorrectPanel(Panel):
    """Asks what is wrong and why. A line that belongs elsewhere is written anew there and struck here."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str, note: str) -> None:
        t = desk.t
        super().__init__(desk, t("Put a line right"), parent, width=640)
        self.setObjectName("correct")
        self._meeting = desk.session.meeting(meeting_id)
        self._note: Note = self._meeting.notes.line(note)
        self._tell_line()
        self._choose_what()
        self._ask_words()
        self._ask_speaker()
        self._ask_reason()
        self.finish(t("Put right"), self._send, name="correct.done")
        self._turn(WORDS)
        self.text.setFocus()

    def _tell_line(self) -> None:
        at = self._note.at.astimezone(self._meeting.call.planned.tzinfo)
        names = self.desk.session.names(self._meeting)
        who = names.get(self._note.speaker, "")
        said = "\u2002".join(part for part in (clock_seconds(at), who) if part)
        self.body.addWidget(elided(said, "secondary"))

    def _choose_what(self) -> None:
        t, px = self.desk.t, self.desk.px
        self.what = QButtonGroup(self)
        here = self._note.item == self._meeting.agenda.in_hand
        no_speaker = (
            ""
            if here
            else t(
                "A line goes to another speaker only while its item is in hand; "
                "in its words you can say whose it is."
            )
        )
        ways = (
            (WORDS, "words", t("The words"), ""),
            (SPEAKER, "speaker", t("The speaker"), no_speaker),
            (
                ITEM,
                "item",
                self._item_words(),
                t("It stands under the item in hand.") if here else "",
            ),
            (STRIKE, "strike", t("It should not be there"), ""),
        )
        side = row(gap=px(16))
        for key, name, said, reason in ways:
            one = QRadioButton(said)
            one.setObjectName(f"correct.{name}")
            one.setEnabled(not reason)
            one.setAccessibleDescription(reason)
            tip(one, reason)
            self.what.addButton(one, key)
            side.addWidget(one)
        side.addStretch(1)
        self.what.button(WORDS).setChecked(True)
        self.what.idClicked.connect(self._turn)
        self.body.addWidget(words(t("What is wrong?"), "strong"))
        self.body.addLayout(side)

    def _item_words(self) -> str:
        t, agenda = self.desk.t, self._meeting.agenda
        item = agenda.get(agenda.in_hand) if agenda.in_hand else None
        if item is None:
            return t("It belongs between items")
        return airy(t("It belongs to item {number}", number=item.number))

    def _ask_words(self) -> None:
        t = self.desk.t
        self.text = QPlainTextEdit(self._note.text)
        self.text.setObjectName("correct.text")
        self.text.setAccessibleName(t("The words"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(self.desk.px(96))
        self.body.addWidget(self.text)

    def _ask_speaker(self) -> None:
        t = self.desk.t
        self.speaker = QComboBox()
        self.speaker.setObjectName("correct.to")
        self.speaker.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.speaker.setAccessibleName(t("The speaker"))
        self.speaker.addItem(t("Nobody in particular"), "")
        for one in people(self.desk, self._meeting, ""):
            seat = airy(t("seat {n}", n=one.seat)) if one.seat else one.note
            self.speaker.addItem(f"{one.title}\u2002{seat}", one.value)
        self.speaker.setCurrentIndex(max(0, self.speaker.findData(self._note.speaker)))
        self.body.addWidget(self.speaker)

    def _ask_reason(self) -> None:
        t = self.desk.t
        self.reason = QLineEdit()
        self.reason.setObjectName("correct.reason")
        label: QLabel = words(t("Why? It stands beside the old line."))
        label.setBuddy(self.reason)
        self.reason.setAccessibleName(label.text())
        self.body.addWidget(label)
        self.body.addWidget(self.reason)

    def _turn(self, what: int) -> None:
        """Show what belongs to the answer."""
        t = self.desk.t
        self.text.setVisible(what == WORDS)
        self.speaker.setVisible(what == SPEAKER)
        said = {WORDS: t("Put right"), STRIKE: t("Strike the line")}
        self.done_button.setText(said.get(what, t("Move the line")))
        self.adjustSize()

    def _send(self) -> None:
        sends: dict[int, Callable[[], object]] = {
            WORDS: self._send_words,
            SPEAKER: lambda: self._move(self.speaker.currentData()),
            ITEM: lambda: self._move(self._note.speaker),
            STRIKE: lambda: self.send(self._strike()),
        }
        sends[self.what.checkedId()]()

    def _send_words(self) -> None:
        t, text = self.desk.t, spelled(self.text.document())
        if text.strip() == self._note.text:
            self.wrong(t("The words are the same as before."))
            return
        self.send(
            CorrectNote(
                meeting=self._meeting.id, note=self._note.id, text=text, reason=self.reason.text()
            )
        )

    def _move(self, speaker: str) -> None:
        """Written anew first, when nothing stands against striking: no words are lost in between."""
        t, note = self.desk.t, self._note
        if (refused := refusal(self._meeting, self._strike())) is not None:
            self.wrong(self.desk.sentence(refused))
            return
        if speaker == note.speaker and note.item == self._meeting.agenda.in_hand:
            self.wrong(t("That is whose words they are already."))
            return
        kind = kind_for(self._meeting, speaker)
        if note.kind is NoteKind.REFUSED:
            kind = note.kind
        made = WriteNote(
            meeting=self._meeting.id,
            note=new_name(),
            text=note.text,
            speaker=speaker,
            kind=kind,
            code=note.code,
        )
        self.send(made, self._strike())

    def _strike(self) -> StrikeNote:
        return StrikeNote(meeting=self._meeting.id, note=self._note.id, reason=self.reason.text())
