"""Real faults: a full disk, a disk that fails, a place that cannot be written to, a killed program."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from facilitator.desk.secretary.drafts import drafts_of
from facilitator.meeting.floor import EndSpeech
from facilitator.meeting.notes import WriteNote
from tests.desk.evening import EVENING
from tests.desk.secretary.faults import failing, full
from tests.desk.secretary.room import room

WORDS = "晚上十点以后回来的，怕是没有位子停。"


@pytest.fixture
def at(tmp_path, qtbot):
    """Return a room while 林秀英 has the floor on item 3."""
    with room(tmp_path, qtbot) as made:
        yield made


def big(text=WORDS):
    """Return words that need new pages."""
    return text * 500


class TestTheArchive:
    def test_a_full_disk_frames_the_line_red_and_keeps_the_words(self, at):
        """It says why and that the words are still there; making room and another try records them."""
        with full(at):
            at.paste(big())
            at.foot.take_keys()
            at.enter()
            assert at.foot.bar.said == "没有记下来：磁盘已满。请腾出空间，然后再试。文字还在这里。"
            assert at.foot.line.property("state") == "bad"
            assert at.editor.text() == big()
            assert at.draft.endswith(big())
        again = at.foot.bar.findChild(QPushButton, "line.again")
        assert again.isVisible()
        QTest.mouseClick(again, Qt.MouseButton.LeftButton)
        assert at.notes[-1] == big()
        assert at.editor.blank()
        assert at.foot.bar.said == ""
        assert at.foot.line.property("state") != "bad"
        assert at.draft is None

    @pytest.mark.parametrize(
        "code", [sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL]
    )
    def test_every_kind_of_trouble_keeps_the_words(self, at, code):
        """A disk that fails, one that cannot be written to, one without room: Enter again works after it."""
        with failing(at, code):
            at.type(WORDS)
            at.enter()
            assert "文字还在这里" in at.foot.bar.said
            assert at.editor.text() == WORDS
        at.enter()
        assert at.notes.count(WORDS) == 1
        assert at.foot.bar.said == ""

    def test_a_disk_that_fills_up_while_it_writes(self, at):
        """Wherever the file system refuses the next byte, the words are in the line or on the record, once."""
        resource = pytest.importorskip("resource")
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        path = at.desk.session.path
        used = path.with_name(path.name + "-wal").stat().st_size
        at.paste(big())
        at.foot.take_keys()
        recorded = 0
        for space in range(0, 60_000, 4_001):
            try:
                resource.setrlimit(resource.RLIMIT_FSIZE, (used + space, hard))
                at.enter()
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, hard))
            recorded = at.notes.count(big())
            if recorded:
                break
            assert at.editor.text() == big()
        if not recorded:
            at.enter()
        assert at.notes.count(big()) == 1
        assert at.editor.blank()

    def test_what_was_typed_since_goes_with_the_next_try(self, at):
        """Trouble does not stop the typing; what is recorded is what stands there now."""
        with failing(at):
            at.type("一")
            at.enter()
            at.type("二")
            assert at.foot.bar.said
        at.foot.bar.again.emit()
        assert at.notes[-1] == "一二"

    def test_another_try_from_elsewhere_takes_nothing_away(self, at):
        """The strip's button records the words of then; what was typed since stays in the line."""
        with failing(at):
            at.type("一")
            at.enter()
            at.type("二")
        assert at.desk.again()
        assert at.notes[-1] == "一"
        assert at.editor.text() == "一二"
        at.enter()
        assert at.notes[-2:] == ["一", "一二"]

    def test_trouble_with_another_act_is_told_here_too(self, at):
        """The line is red while nothing gets onto the disk, and is not when it does again."""
        with failing(at):
            at.desk.do(EndSpeech(meeting=EVENING), say=lambda _notice: None)
            assert at.foot.line.property("state") == "bad"
            assert at.foot.bar.said.startswith("没有记下来：")
            assert "文字还在这里" not in at.foot.bar.said
        at.foot.bar.again.emit()
        assert at.meeting.floor.speaking is None
        assert at.foot.bar.said == ""

    def test_a_line_that_failed_is_not_forgotten_when_something_else_works(self, at):
        """The next act gets to the disk: the line still says that its words did not."""
        with failing(at):
            at.type(WORDS)
            at.enter()
        at.desk.do(WriteNote(meeting=EVENING, note="x", text="另一句"))
        assert "文字还在这里" in at.foot.bar.said
        at.foot.bar.again.emit()
        assert at.notes[-1] == WORDS
        assert at.foot.bar.said == ""

    def test_two_that_failed_are_both_tried(self, at):
        """First what somebody else did, then the line."""
        with failing(at):
            at.type(WORDS)
            at.enter()
            at.desk.do(EndSpeech(meeting=EVENING), say=lambda _notice: None)
        at.foot.bar.again.emit()
        assert at.meeting.floor.speaking is None
        assert at.notes[-1] == WORDS


class TestTheEnd:
    def test_a_program_that_is_killed_leaves_the_words(self, tmp_path):
        """Typed, and a second later the program is killed: the next start has every character."""
        mortal = subprocess.Popen(
            [sys.executable, "-m", "tests.desk.secretary.mortal", str(tmp_path)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[3],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        assert mortal.stdout is not None
        said = mortal.stdout.readline().strip()
        mortal.send_signal(signal.SIGKILL) if os.name == "posix" else mortal.kill()
        mortal.wait(10)
        mortal.stdout.close()
        assert said.startswith("kept ")
        assert Path(said.removeprefix("kept ")).read_text(encoding="utf-8").endswith(f"\n{WORDS}")

    def test_what_is_on_the_record_is_not_shown_again(self, at):
        """Killed between the record and the draft's end: the draft is known to have arrived."""
        at.type(WORDS)
        draft = at.draft
        at.enter()
        path = drafts_of(at.desk).path(at.foot.writer._key)
        path.write_text(draft, encoding="utf-8")
        drafts_of(at.desk)._kept.clear()
        at.rebuild()
        assert at.editor.blank()
        assert not path.exists()

    def test_a_mistake_of_ours_keeps_the_words(self, at, qtbot):
        """Should the program itself fail while it records, the line is as it was."""

        def broken(_change):
            raise ValueError("our mistake")

        at.type(WORDS)
        at.desk.session.record.append, real = broken, at.desk.session.record.append
        try:
            with qtbot.captureExceptions() as caught:
                at.enter()
        finally:
            at.desk.session.record.append = real
        assert caught
        assert at.editor.text() == WORDS
        assert at.draft.endswith(WORDS)
        at.enter()
        assert at.notes[-1] == WORDS
