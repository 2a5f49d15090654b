"""Whatever is done in whatever order: every character typed is in the line or on the record, once."""

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.desk.secretary.drafts import drafts_of
from facilitator.desk.theme import wear
from facilitator.meeting.floor import EndSpeech
from facilitator.meeting.items import TakeUp
from facilitator.meeting.notes import WriteNote
from tests.desk.evening import EVENING, leave
from tests.desk.freed import do_what_was_put_off
from tests.desk.secretary.faults import failing
from tests.desk.secretary.room import SPEECH, Room, opened

# Without the signs that open a list: there Enter means something else.
LETTERS = st.text(
    st.characters(
        exclude_categories=("Cc", "Cs", "Zl", "Zp"),
        exclude_characters="@＠/／、\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    ),
    min_size=1,
    max_size=8,
)
OTHERS = "别人记的一句"
LONG = "很长的发言。\n" * 3_000


class Secretary(RuleBasedStateMachine):
    """What a secretary, a bad disk and a restless desk do; `want` is what has to stand in the line."""

    qtbot = None

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="facilitator-secretary-"))
        self.bad_disk = ExitStack()
        self.is_bad = self.drafts_bad = False
        self.want, self.sent = "", []
        self._open()
        self.before = list(self.room.notes)

    def _open(self):
        self.desk = opened(self.folder, SPEECH)
        wear(QApplication.instance(), self.desk.theme)
        self.room = Room(self.desk, self.qtbot)

    def _close(self):
        self.bad_disk.close()
        self.is_bad = False
        self.room.window.close()
        self.room.window.deleteLater()
        self.room = None
        do_what_was_put_off()
        leave(self.desk)

    @rule(text=LETTERS)
    def type(self, text):
        """Type at the end of what is there."""
        self.room.type(text)
        self.want += text

    @rule()
    def break_the_line(self):
        """Shift+Enter."""
        self.room.foot.take_keys()
        self.room.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        self.want += "\n"

    @rule(text=st.one_of(LETTERS, st.just(LONG)))
    def paste(self, text):
        """From another program; long ones too."""
        self.room.foot.take_keys()
        self.room.paste(text)
        self.want += text

    @rule()
    def undo_and_redo(self):
        """Ctrl+Z and back brings back what was there, as far as the field remembers."""
        self.room.editor.undo()
        self.room.editor.redo()

    @rule()
    def send(self):
        """Enter."""
        self.room.foot.take_keys()
        self.room.enter()
        if self.want.strip() and not self.is_bad:
            self.sent.append(self.want.strip())
            self.want = ""

    @rule()
    def send_for_somebody_who_was_not_there(self):
        """A refusal."""
        self.room.foot.writer.set_speaker("zhou-yumei")
        self.room.foot.take_keys()
        self.room.enter()
        self.room.foot.writer.set_speaker("")

    @rule()
    def recall(self):
        """Up, in an empty line."""
        if self.want:
            return
        self.room.foot.take_keys()
        self.room.press(Qt.Key.Key_Up)
        self.want = self.room.editor.text()
        assert self.want in [*self.before, *self.sent, OTHERS]
        self.room.foot.writer.set_speaker("")

    @rule(item=st.sampled_from(["i3", "i4", "i5"]))
    def take_up(self, item):
        """Another item comes into hand."""
        for command in (EndSpeech(meeting=EVENING), TakeUp(meeting=EVENING, item=item)):
            self.desk.do(command, say=lambda _notice: None)

    @precondition(lambda self: not self.is_bad)
    @rule()
    def somebody_else_writes(self):
        """Another act in between."""
        name = f"other-{len(self.room.notes)}"
        assert self.desk.do(WriteNote(meeting=EVENING, note=name, text=OTHERS))

    @rule(on=st.booleans())
    def call_the_roll(self, on):
        """The keys go elsewhere, or come back."""
        self.room.foot.keys_elsewhere(on)

    @rule()
    def leave(self):
        """Esc, and a click elsewhere."""
        self.room.press(Qt.Key.Key_Escape)
        self.room.elsewhere.setFocus()

    @precondition(lambda self: not self.is_bad)
    @rule()
    def the_disk_fails(self):
        """From now on nothing gets onto the disk."""
        self.bad_disk.enter_context(failing(self.room))
        self.is_bad = True

    @precondition(lambda self: self.is_bad)
    @rule()
    def the_disk_works_again(self):
        """From now on it does."""
        self.bad_disk.close()
        self.is_bad = False

    @rule()
    def make_the_window_anew(self):
        """Language, size, look, another page and back."""
        self.room.rebuild()

    @precondition(lambda self: not self.drafts_bad)
    @rule()
    def end_and_start_again(self):
        """The program ends after the draft was kept, however it ends."""
        drafts_of(self.desk).flush()
        self._close()
        self._open()

    @precondition(lambda self: not self.drafts_bad)
    @rule()
    def drafts_cannot_be_kept(self):
        """The settings folder takes no drafts."""
        folder = drafts_of(self.desk).path("x").parent
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        folder.write_text("")
        self.drafts_bad = True

    @precondition(lambda self: self.drafts_bad)
    @rule()
    def drafts_can_be_kept_again(self):
        """And it takes them again; what waited gets there."""
        drafts_of(self.desk).path("x").parent.unlink()
        self.drafts_bad = False
        self.room.foot.writer.set_speaker("")
        self.room.type("续")
        self.want += "续"

    @invariant()
    def nothing_is_lost(self):
        """The line holds what is not on the record, and the record what was sent, each once."""
        assert self.room.editor.text() == self.want
        written = [text for text in self.room.notes if text != OTHERS]
        assert written == self.before + self.sent
        assert drafts_of(self.desk).read(self.room.foot.writer._key).text == self.want

    def teardown(self):
        """Close everything."""
        self._close()
        shutil.rmtree(self.folder, ignore_errors=True)
        QApplication.instance().setStyleSheet("")


def run(qtbot, examples, steps):
    """Let so many secretaries do so many things."""
    Secretary.qtbot = qtbot
    patient = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Secretary, settings=patient)


def test_any_sequence_loses_no_character(qtbot):
    """Typing, pasting, sending, refusals, bad disks, other items, other windows, new starts."""
    run(qtbot, 6, 25)


@pytest.mark.soak
def test_no_long_evening_loses_a_character(qtbot):
    """The same, for as long as an evening is."""
    run(qtbot, 60, 60)
