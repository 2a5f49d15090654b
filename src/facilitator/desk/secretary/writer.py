"""Carries words from the line to the record: a draft until they are on the disk, and never cleared before."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from facilitator.acts import RuleViolation, Trouble
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.secretary.drafts import Draft, drafts_of, key_of
from facilitator.desk.secretary.line import Line
from facilitator.desk.secretary.writing import kind_for, new_name, why_not
from facilitator.meeting import Meeting
from facilitator.meeting.notes import NoteKind, NoteWritten, WriteNote
from facilitator.session import Change
from facilitator.words.refusals import refusal_sentence


class Writer(QObject):
    """What is being written in one meeting's line."""

    recorded = Signal()
    """The words are on the disk; the line is empty again."""
    said = Signal(str, bool)
    """Why they are not, and whether to offer another try; "" when there is nothing to say any more."""

    def __init__(self, desk: Desk, meeting_id: str, line: Line, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._id, self._line = desk, meeting_id, line
        self._drafts = drafts_of(desk)
        self._key = key_of(self._meeting())
        self.speaker, self.item, self._note = "", "", new_name()
        self._mine = Draft()
        """What this line last kept or found kept."""
        self._by_itself = False
        """Whether the speaker is whoever has the floor, and nobody chose them."""
        self._unnamed = 0
        """The number of the speech that words are not to go under by themselves."""
        self._recalled = 0
        """So many lines back among those that were sent; 0 for one's own."""
        self._loading = False
        self._telling = False
        self._failed: Trouble | None = None
        """Why the disk did not take this very line; None when it was not tried or is refused."""
        self._restore()
        editor = line.editor
        editor.textChanged.connect(self._typed)
        editor.sent.connect(self.send)
        editor.recalled.connect(self._recall)
        editor.backed_out.connect(self._take_away)
        editor.hidden_signs.connect(self._tell_hidden)
        desk.changed.connect(self._heard)
        desk.marked.connect(self._marked)
        self._drafts.failed.connect(self._tell_draft)

    @property
    def in_trouble(self) -> bool:
        """Whether the disk did not take the line, or does not take anything now."""
        return self._failed is not None or self._desk.trouble is not None

    def why_not(self) -> RuleViolation | None:
        """Why nothing can be written now; None when it can."""
        return why_not(self._desk.session, self._meeting())

    def set_speaker(self, person: str) -> None:
        """Whose words they are; "" for nobody's."""
        self.speaker, self._by_itself = person, False
        self._show_speaker()
        self._keep()

    def send(self) -> None:
        """Record the line. Its words stay until that is done, whatever comes in between."""
        text = self._line.editor.text()
        if not text.strip():
            if not self.speaker or self._by_itself:
                self.recorded.emit()
            return
        kind = kind_for(self._meeting(), self.speaker)
        command = WriteNote(
            meeting=self._id, note=self._note, text=text, speaker=self.speaker, kind=kind
        )
        if not self._desk.do(command, say=self._refused):
            self._failed = self._desk.trouble
            self._keep()
            self._marked()

    def again(self) -> None:
        """Try once more what the disk did not take: this line, or first what somebody else did."""
        own = self._desk.trouble is None or self._failed is self._desk.trouble
        if own or (self._desk.again() and self._failed is not None):
            self.send()

    def flush(self) -> None:
        """Put the draft on the disk now."""
        self._drafts.flush()

    def catch_up(self) -> None:
        """Show the draft as it is, when another window has gone on with it."""
        if self._drafts.read(self._key) != self._mine:
            self._restore()

    # What was typed.

    def _meeting(self) -> Meeting:
        return self._desk.session.meeting(self._id)

    def _restore(self) -> None:
        """What an earlier run or window left; not what is on the record already."""
        draft = self._drafts.read(self._key)
        if draft.note and draft.note in self._meeting().notes.lines:
            self._drafts.drop(self._key)
            draft = Draft()
        self._mine = draft
        self._note = draft.note or new_name()
        self._load(draft.text, draft.speaker)
        self.item = draft.item or self._meeting().agenda.in_hand

    def _load(self, text: str, speaker: str, *, recalled: bool = False) -> None:
        self.speaker, self._by_itself, self._loading = speaker, False, True
        self._line.editor.set_text(text, recalled=recalled)
        self._loading = False
        self._show_speaker()
        self._follow_floor()

    def _typed(self) -> None:
        if self._loading:
            return
        if self._line.editor.blank():
            self._recalled = 0
            self._follow_floor()
        if not self.in_trouble:
            self.said.emit("", False)
        self._keep()

    def _keep(self) -> None:
        text = self._line.editor.text()
        if not text:
            self.item = self._meeting().agenda.in_hand
        chosen = self.speaker if text or not self._by_itself else ""
        self._mine = Draft(text, chosen, self._note, self.item)
        self._drafts.keep(self._key, self._mine)

    def _recall(self, step: int) -> None:
        """The line before or after among those that were sent; after the last one the line is empty."""
        notes = [note for note in self._meeting().notes.lines.values() if not note.struck]
        back = max(0, min(len(notes), self._recalled - step))
        if back == self._recalled:
            return
        self._recalled = back
        note = notes[-back] if back else None
        if note is None:
            self._load("", "")
        else:
            self._load(note.text, note.speaker, recalled=True)
        self._keep()

    def _follow_floor(self) -> None:
        """In an empty line for which nobody was chosen: whoever has the floor, as long as they have it."""
        editor = self._line.editor
        if not editor.blank() or editor.composing or (self.speaker and not self._by_itself):
            return
        speech = self._meeting().floor.speaking
        speaker = speech.speaker if speech and speech.number != self._unnamed else ""
        if speaker != self.speaker:
            self.speaker, self._by_itself = speaker, bool(speaker)
            self._show_speaker()

    def _take_away(self) -> None:
        """Nobody said it; nor is it put under this speech again."""
        speech = self._meeting().floor.speaking
        if self.speaker and speech:
            self._unnamed = speech.number
        self.set_speaker("")

    def _show_speaker(self) -> None:
        meeting = self._meeting()
        name = self._desk.session.names(meeting).get(self.speaker, self.speaker)
        host = bool(self.speaker) and kind_for(meeting, self.speaker) is NoteKind.HOST
        self._line.show_speaker(name, host=host)

    # What became of it.

    def _heard(self, change: Change) -> None:
        """The line is on the disk, whoever sent it (another try from elsewhere counts, too)."""
        for recorded in change.events:
            event = recorded.event
            if isinstance(event, NoteWritten) and event.note == self._note:
                self._arrived(event)
        if change.everything or change.stream == f"meeting/{self._id}":
            self._follow_floor()

    def _arrived(self, event: NoteWritten) -> None:
        """Clear what has arrived; what was typed since stays, as a new line."""
        if self._drafts.read(self._key) != self._mine:
            return  # another window goes on with it; this one catches up when it is shown
        self._failed, self._recalled, self._note = None, 0, new_name()
        as_it_stands = self._line.editor.text().strip()
        if as_it_stands != event.text or self.speaker != event.speaker:
            self._keep()
            return
        self._load("", "")
        self._mine = Draft()
        self._drafts.drop(self._key)
        self.said.emit("", False)
        self.recorded.emit()

    def _refused(self, notice: Notice) -> None:
        """What trouble there is, `_marked` says, wherever it came from."""
        t = self._desk.t
        if notice.tone is not Tone.TROUBLE:
            self.said.emit(t("Not recorded: {why}", why=notice.text), False)

    def _marked(self) -> None:
        """Trouble is said until the line is on the disk; that something else is does not end it."""
        t, trouble = self._desk.t, self._desk.trouble or self._failed
        if trouble is None:
            if self._telling:
                self.said.emit("", False)
            self._telling = False
            return
        self._telling = True
        why = refusal_sentence(trouble.code, {}, self._desk.lang)  # the place is of no help here
        if self._line.editor.blank():
            self.said.emit(t("Not recorded: {why}", why=why), True)
        else:
            self.said.emit(t("Not recorded: {why} The words are still here.", why=why), True)

    def _tell_hidden(self, signs: int) -> None:
        t = self._desk.t
        said = t.many(
            "{n} sign that nobody can see was left out of what was pasted.",
            "{n} signs that nobody can see were left out of what was pasted.",
            signs,
        )
        self._desk.done(said)

    def _tell_draft(self, why: str) -> None:
        t = self._desk.t
        said = t(
            "What you are typing cannot be kept on the disk just now ({why}). It is safe here as long as "
            "the program runs; record it soon.",
            why=why,
        )
        self._desk.noticed.emit(Notice(Tone.TROUBLE, said, (t("Try again"), self.flush)))
