"""The foot at work: lines are recorded under the item in hand, completed, recalled, and never lost."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.acts import MAX_TEXT
from facilitator.desk.meeting.page import MeetingPage
from facilitator.desk.places import Place
from facilitator.desk.secretary.drafts import Draft, drafts_of, key_of
from facilitator.desk.secretary.foot import Foot
from facilitator.desk.widgets import Elided
from facilitator.meeting.floor import EndSpeech, GiveFloor
from facilitator.meeting.items import FinishItem, TakeUp
from facilitator.meeting.lifecycle import CloseMeeting, EnterPhase
from facilitator.meeting.motions import WithdrawMotion
from facilitator.meeting.notes import NoteKind, WriteNote
from tests.desk.audit import audit
from tests.desk.evening import EVENING
from tests.desk.freed import Watch, do_what_was_put_off
from tests.desk.looks import LOOKS
from tests.desk.secretary.faults import failing
from tests.desk.secretary.room import CALL, opened, room

F2, SHIFT = Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def at(tmp_path, qtbot):
    """Return a room while 林秀英 has the floor on item 3."""
    with room(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def calling(tmp_path, qtbot):
    """Return a room in the middle of a roll call."""
    with room(tmp_path, qtbot, CALL) as made:
        made.foot.keys_elsewhere(True)
        yield made


class TestRecording:
    def test_a_line_stands_under_the_item_in_hand(self, at):
        """Typed, Enter: it is on the record, and the line is empty and has the keys."""
        at.desk.do(EndSpeech(meeting=EVENING))
        at.type("会场灯灭了。")
        at.enter()
        assert at.last.text == "会场灯灭了。"
        assert (at.last.item, at.last.kind, at.last.speaker) == ("i3", NoteKind.FACT, "")
        assert at.editor.blank()
        assert at.editor.hasFocus()
        assert at.draft is None

    def test_a_speaker_is_completed_by_arrow_and_enter(self, at):
        """The name becomes a chip, the words are theirs, of the speech that runs."""
        at.type("@")
        assert at.offered()[:2] == ["林秀英", "陈国栋"]
        at.enter()
        at.type("桩占着位。")
        at.enter()
        assert (at.last.speaker, at.last.kind) == ("lin-xiuying", NoteKind.STATEMENT)
        assert at.last.speech == len(at.meeting.floor.speeches)
        assert at.last.text == "桩占着位。"

    def test_by_seat_number_and_tab(self, at):
        """@10 and Tab is seat 10, in the middle of a sentence too."""
        at.type("拆了由谁补偿？@10")
        at.press(Qt.Key.Key_Tab)
        assert at.foot.line.speaker.text() == "@刘小燕"
        at.enter()
        assert (at.last.text, at.last.speaker) == ("拆了由谁补偿？", "liu-xiaoyan")

    def test_arrows_choose_and_go_round(self, at):
        """Down goes to the second; up from the first goes to the last."""
        at.type("@")
        at.press(Qt.Key.Key_Down)
        at.enter()
        assert at.foot.line.speaker.text() == "@陈国栋"
        at.type("@")
        at.press(Qt.Key.Key_Up)
        at.enter()
        assert at.foot.line.speaker.text() == "@冯锦添"

    def test_a_click_in_the_list_chooses_too(self, at):
        """The keys stay in the line."""
        at.type("@")
        view = at.foot.offer.list
        place = view.visualRect(view.model().index(2, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert at.foot.line.speaker.text() == "@黄志强"
        assert at.editor.hasFocus()

    def test_esc_leaves_the_sign_as_a_letter(self, at):
        """After Esc the list does not come back for that name; Enter records what stands there."""
        at.type("@")
        at.press(Qt.Key.Key_Escape)
        at.type("li")
        assert at.offered() == []
        at.enter()
        assert at.last.text == "@li"

    def test_backspace_takes_the_speaker_away(self, at):
        """At the beginning of the line, once; the words stay."""
        at.type("@10")
        at.enter()
        at.type("一")
        at.press(Qt.Key.Key_Home)
        at.press(Qt.Key.Key_Backspace)
        assert not at.foot.line.speaker.isVisible()
        assert at.editor.text() == "一"

    def test_the_hosts_words_are_an_intervention(self, at):
        """The chip says so before, the record after."""
        at.type("@13")
        at.enter()
        assert at.foot.line.host.isVisible()
        at.type("请围绕车位桩说。")
        at.enter()
        assert at.last.kind is NoteKind.HOST
        assert at.foot.lines.lines[-1].mark == "主持引导"

    def test_the_host_who_takes_the_floor_is_a_speaker(self, at):
        """What is said in an own speech is a statement."""
        at.desk.do(EndSpeech(meeting=EVENING))
        at.desk.do(GiveFloor(meeting=EVENING, speaker="su-huimin"))
        at.type("@13")
        at.enter()
        assert not at.foot.line.host.isVisible()
        at.type("我说一句。")
        at.enter()
        assert at.last.kind is NoteKind.STATEMENT

    def test_a_phrase_with_its_gap_marked(self, at):
        """/ opens them, Enter takes one, typing fills the gap."""
        at.type("/给予")
        at.enter()
        assert at.editor.textCursor().selectedText() == "…"
        at.type("何伟明")
        at.enter()
        assert at.last.text == "主持人给予何伟明发言权。"

    def test_markup_is_letters(self, at):
        """In the line, above it, and in the record."""
        at.type("<b>&amp;{name}</b>")
        at.enter()
        assert at.last.text == "<b>&amp;{name}</b>"
        assert at.foot.lines.lines[-1].short == "<b>&amp;{name}</b>"

    def test_an_empty_line_is_not_sent(self, at):
        """Spaces are nothing; nothing is said about it either."""
        before = at.notes
        at.type("  ")
        at.enter()
        assert at.notes == before
        assert at.foot.bar.said == ""

    def test_several_lines_are_one_note(self, at):
        """Shift+Enter breaks the line."""
        at.type("一")
        at.press(Qt.Key.Key_Return, SHIFT)
        at.type("二")
        at.enter()
        assert at.last.text == "一\n二"

    def test_at_the_reading_back_a_statement_says_so(self, tmp_path, qtbot):
        """What is said when the record is read back is of its own kind."""
        with room(
            tmp_path, qtbot, '"meeting.enter", "meeting": "sbg-2026-11-27", "phase": "read-back"'
        ) as at:
            at.type("@8")
            at.enter()
            at.type("第三项漏了一句。")
            at.enter()
            assert at.last.kind is NoteKind.READ_BACK
            assert at.last.item == ""


class TestRecall:
    def test_up_brings_back_what_was_sent(self, at):
        """One after another, with the speaker; down goes back to the empty line."""
        at.foot.take_keys()
        at.press(Qt.Key.Key_Up)
        assert (at.editor.text(), at.foot.line.speaker.text()) == (
            "桩占着位，白天一半是空的。",
            "@林秀英",
        )
        at.press(Qt.Key.Key_Up)
        assert at.editor.text() == "桩是各家自己出钱装的，拆了由谁补偿？"
        at.press(Qt.Key.Key_Down)
        at.press(Qt.Key.Key_Down)
        assert at.editor.blank()
        assert at.foot.line.speaker.text() == "@林秀英"  # who has the floor

    def test_it_is_edited_and_sent_anew(self, at):
        """The earlier line stays as it was."""
        at.foot.take_keys()
        at.press(Qt.Key.Key_Up)
        at.type("晚上也是。")
        at.enter()
        assert at.notes[-2:] == [
            "桩占着位，白天一半是空的。",
            "桩占着位，白天一半是空的。晚上也是。",
        ]

    def test_nothing_typed_is_recalled_over(self, at):
        """With words in the line an arrow moves the cursor."""
        at.type("我的话")
        at.press(Qt.Key.Key_Up)
        assert at.editor.text() == "我的话"


class TestNotRecorded:
    def test_a_refusal_is_said_and_the_words_stay(self, at):
        """Too long a text: a sentence, and every character is still there."""
        at.paste("很" * (MAX_TEXT + 1))
        at.enter()
        assert at.foot.bar.said.startswith("没有记下来：")
        assert at.editor.text() == "很" * (MAX_TEXT + 1)
        assert at.draft.endswith("很" * (MAX_TEXT + 1))
        at.press(Qt.Key.Key_Backspace)
        assert at.foot.bar.said == ""

    def test_a_closed_meeting_takes_nothing_and_loses_nothing(self, at):
        """Who was in the middle of a sentence keeps it; an empty line says why nothing can be written."""
        at.type("最后一句")
        at.desk.do(EndSpeech(meeting=EVENING))
        at.desk.do(WithdrawMotion(meeting=EVENING, motion="m3", reason="晚了"))
        at.desk.do(FinishItem(meeting=EVENING, item="i3"))
        for item in ("i5", "i4"):
            at.desk.do(TakeUp(meeting=EVENING, item=item))
            at.desk.do(FinishItem(meeting=EVENING, item=item))
        at.desk.do(EnterPhase(meeting=EVENING, phase="read-back"))
        at.desk.do(CloseMeeting(meeting=EVENING))
        assert at.editor.isVisible()
        at.enter()
        assert "散会" in at.foot.bar.said
        assert at.editor.text() == "最后一句"
        at.editor.set_text("")
        at.foot.refresh_now()
        assert at.foot.line.idle
        assert at.foot.line._said.text().startswith("现在不能记录：")

    def test_the_page_keeps_words_in_sight_that_are_not_recorded(self, tmp_path, qtbot):
        """A meeting closed in the middle of a sentence still shows the sentence; without one, no foot."""
        desk = opened(tmp_path, '"meeting.close", "meeting"')
        keep = drafts_of(desk).keep
        page = MeetingPage(desk, Place("meetings", EVENING))
        qtbot.addWidget(page)
        page.show()
        assert page.foot is None
        keep(key_of(desk.session.meeting(EVENING)), Draft("最后一句", note="n-last"))
        page.refresh_now()
        assert page.foot.isVisible()
        assert page.foot.line.editor.text() == "最后一句"
        keep(key_of(desk.session.meeting(EVENING)), Draft())
        page.refresh_now()
        assert not page.foot.isVisible()
        desk.session.close()

    def test_another_speaker_than_was_there_is_refused(self, at):
        """A name out of an old draft that was never in the room: the words stay."""
        at.foot.writer.set_speaker("zhou-yumei")
        at.type("一")
        at.enter()
        assert at.foot.bar.said.startswith("没有记下来：")
        assert at.editor.text() == "一"


class TestTheWindowsKeys:
    @pytest.fixture
    def undone(self, at):
        """Return what Ctrl+Z of the window has undone so far."""
        undone, undo = [], QAction(at.window)
        undo.setShortcut("Ctrl+Z")
        undo.triggered.connect(lambda: undone.append("act"))
        at.window.addAction(undo)
        at.foot.take_keys()
        return undone

    def test_in_an_empty_line_they_are_the_windows(self, at, undone):
        """Ctrl+Z takes the last act back although the line has the keys."""
        at.press(Qt.Key.Key_Z, CTRL)
        assert undone == ["act"]

    def test_in_a_text_they_are_the_texts(self, at, undone):
        """Ctrl+Z takes typing back, and never an act."""
        at.type("abc")
        at.press(Qt.Key.Key_Z, CTRL)
        assert undone == []
        assert at.editor.text() == ""

    def test_a_key_held_down_does_not_go_from_text_to_acts(self, at, undone):
        """Ctrl+Z kept down ends with the text."""
        at.type("a")
        for held in (False, True, True):
            for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
                event = QKeyEvent(kind, Qt.Key.Key_Z, CTRL, "", held)
                event.ignore()
                QApplication.sendEvent(at.editor, event)
                if kind is QEvent.Type.ShortcutOverride:
                    assert event.isAccepted()
        assert at.editor.text() == ""
        assert undone == []


class TestItems:
    def test_the_chip_shows_the_item_in_hand(self, at):
        """And between items it says so."""
        assert at.foot.line.item.text() == "第\u00a03\u00a0项"
        at.desk.do(EndSpeech(meeting=EVENING))
        at.desk.do(TakeUp(meeting=EVENING, item="i5"))
        assert at.foot.line.item.text() == "第\u00a05\u00a0项"
        at.desk.do(FinishItem(meeting=EVENING, item="i5"))
        assert at.foot.line.item.text() == "议项之外"

    def test_before_the_opening_it_shows_the_phase(self, tmp_path, qtbot):
        """While people sign in there are no items to be between."""
        with room(tmp_path, qtbot, '"attendance.arrive"') as at:
            assert at.foot.line.item.text() == "签到"
            at.type("门口有人问起会议。")
            at.enter()
            assert at.last.item == ""

    def test_words_stay_when_the_item_changes(self, at):
        """The line says that they were begun under another, and records them under the one in hand."""
        at.type("说到一半")
        at.desk.do(EndSpeech(meeting=EVENING))
        at.desk.do(TakeUp(meeting=EVENING, item="i5"))
        assert at.editor.text() == "说到一半"
        assert "另一项" in at.foot.line.item.toolTip()
        at.enter()
        assert at.last.item == "i5"
        assert at.foot.line.item.toolTip() == ""

    def test_somebody_elses_act_does_not_move_the_cursor(self, at):
        """Acts come while one types: the cursor, the words and the keys stay."""
        at.type("一二三")
        at.press(Qt.Key.Key_Left)
        at.desk.do(EndSpeech(meeting=EVENING))
        at.type("x")
        assert at.editor.text() == "一二x三"
        assert at.editor.hasFocus()

    def test_an_act_in_the_middle_of_a_word_does_not_break_it(self, at):
        """What an input method composes goes on when something is recorded meanwhile."""
        at.type("一")
        at.compose("liu")
        at.desk.do(EndSpeech(meeting=EVENING))
        assert at.editor.textCursor().block().layout().preeditAreaText() == "liu"


class TestRollCall:
    def test_the_line_is_grey_and_says_how_to_come_back(self, calling):
        """Y, N and A cannot land in it."""
        assert calling.foot.line.idle
        assert calling.foot.line.property("state") == "idle"
        assert (
            calling.foot.line._said.text()
            == "键盘正用于点名。要记一句话，先按 F2；记完自动回到点名。"
        )
        assert not calling.editor.isVisible()

    def test_f2_takes_the_keys_and_enter_gives_them_back(self, calling, qtbot):
        """From anywhere in the window; after the line is recorded the roll call has them again."""
        calling.elsewhere.setFocus()
        QTest.keyClick(calling.elsewhere, F2)
        assert calling.editor.hasFocus()
        assert calling.foot.line.property("state") == "on"
        calling.type("yna")
        with qtbot.waitSignal(calling.foot.keys_back):
            calling.enter()
        assert calling.last.text == "yna"
        assert calling.foot.line.idle

    def test_esc_gives_them_back_and_keeps_the_words(self, calling, qtbot):
        """The grey line shows what waits; F2 goes on with it."""
        calling.type("说到一半")
        with qtbot.waitSignal(calling.foot.keys_back):
            calling.press(Qt.Key.Key_Escape)
        assert calling.foot.line._said.text() == "键盘正用于点名。按 F2 接着写：说到一半"
        calling.foot.take_keys()
        assert calling.editor.text() == "说到一半"

    def test_a_vote_recorded_meanwhile_does_not_take_the_keys_away(self, calling):
        """Somebody clicks an answer while one writes: the line stays open."""
        calling.type("一")
        calling.desk.do(WriteNote(meeting=EVENING, note="x", text="另一句"))
        assert calling.editor.hasFocus()
        assert not calling.foot.line.idle

    def test_a_click_on_the_grey_line_takes_the_keys(self, calling):
        """As F2 does."""
        QTest.mouseClick(calling.foot.line, Qt.MouseButton.LeftButton)
        assert calling.editor.hasFocus()

    def test_going_elsewhere_makes_it_grey_again(self, calling):
        """A click into something else ends the writing; to another program and back does not."""
        calling.type("一")
        away = QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
        QApplication.sendEvent(calling.editor, away)
        assert not calling.foot.line.idle
        calling.elsewhere.setFocus(Qt.FocusReason.MouseFocusReason)
        assert calling.foot.line.idle

    def test_when_it_is_over_the_line_is_open(self, calling):
        """With the words that waited."""
        calling.type("一")
        calling.foot.keys_elsewhere(False)
        assert not calling.foot.line.idle
        assert calling.editor.text() == "一"

    def test_a_call_that_begins_in_the_middle_of_a_word_keeps_what_was_done(self, at):
        """Going grey drops no committed word."""
        at.type("一")
        at.compose("er")
        at.foot.keys_elsewhere(True)
        assert at.editor.text().startswith("一")
        assert at.foot.line.idle

    def test_an_empty_line_gives_the_keys_back(self, calling, qtbot):
        """Enter in an empty line is: nothing to write after all."""
        calling.foot.take_keys()
        with qtbot.waitSignal(calling.foot.keys_back):
            calling.enter()


class TestRoom:
    @pytest.mark.parametrize(("height", "rows"), [(768, 3), (767, 1), (600, 1)])
    def test_recorded_lines_go_from_three_to_one(self, tmp_path, qtbot, height, rows):
        """Below 768 pixels; the line itself never shrinks."""
        with room(tmp_path, qtbot, height=height) as at:
            assert at.foot.recent.rows == rows
            assert at.foot.line.height() >= 48

    def test_at_150_per_cent_768_is_low(self, tmp_path, qtbot):
        """What counts is the height at the chosen size."""
        with room(tmp_path, qtbot, size=150) as at:
            assert at.foot.recent.rows == 1
            at.window.resize(1920, 1152)
            assert at.foot.recent.rows == 3

    def test_while_names_are_called_two_are_enough(self, calling):
        """The vote needs the room."""
        assert calling.foot.recent.rows == 2

    def test_what_the_bar_says_takes_no_room_of_its_own(self, at):
        """Nothing on the page moves when a line is refused."""
        before = at.foot.height()
        at.foot.writer.set_speaker("zhou-yumei")
        at.type("一")
        at.enter()
        QApplication.processEvents()
        assert at.foot.bar.said
        assert at.foot.height() == before

    def test_the_last_lines_are_shown_at_the_bottom(self, at):
        """Whatever is recorded comes into sight."""
        for number in range(5):
            at.type(f"第{number}句")
            at.enter()
        view = at.foot.recent
        QApplication.processEvents()
        last = view.visualRect(view.model().index(view.model().rowCount() - 1, 0))
        assert view.viewport().rect().contains(last.center())

    @pytest.mark.parametrize("look", LOOKS)
    def test_everybody_can_read_and_reach_it(self, tmp_path, qtbot, look):
        """Names, keys, sizes, contrast, words that are not cut."""
        with room(tmp_path, qtbot, **look) as at:
            at.type("@10")
            at.enter()
            at.type("一")
            at.elsewhere.setAccessibleName("x")
            QApplication.processEvents()
            assert audit(at.window, at.desk.settings.size / 100) == []

    @pytest.mark.parametrize("look", LOOKS)
    def test_also_grey_and_also_in_trouble(self, tmp_path, qtbot, look):
        """The words of a grey line and of the bar stand out as well and are not cut."""
        with room(tmp_path, qtbot, CALL, width=1366, **look) as at:
            at.elsewhere.setAccessibleName("x")
            at.foot.keys_elsewhere(True)
            QApplication.processEvents()
            assert audit(at.window, at.desk.settings.size / 100) == []
            at.foot.keys_elsewhere(False)
            with failing(at):
                at.type("abc")
                at.enter()
                QApplication.processEvents()
                assert audit(at.window, at.desk.settings.size / 100) == []
                assert at.foot.bar.findChild(Elided).toolTip() == ""


class TestLife:
    def test_a_foot_made_anew_goes_on_with_the_words(self, at):
        """Language, size, another page: speaker and words are there again, and the old one is silent."""
        at.type("@10")
        at.enter()
        at.type("说到一半")
        at.rebuild()
        assert at.editor.text() == "说到一半"
        assert at.foot.line.speaker.text() == "@刘小燕"
        at.type("了。")
        at.enter()
        assert at.notes[-1] == "说到一半了。"
        assert at.editor.blank()
        assert at.draft is None

    def test_two_feet_on_one_desk_do_not_fight(self, at):
        """What is sent from one is gone from the draft, although the other was there."""
        at.type("一")
        other = Foot(at.desk, EVENING)
        assert other.line.editor.text() == "一"
        at.type("句")
        at.enter()
        assert at.notes[-1] == "一句"
        assert at.draft is None
        other.writer.catch_up()
        assert other.line.editor.blank()
        other.deleteLater()

    def test_it_dies_with_its_page(self, at):
        """Lists over the page go with it."""
        watch = Watch(at.foot)
        at.type("@")
        at.press(Qt.Key.Key_Escape)
        at.foot.open_record()
        at.foot.open_record()
        at.window.setCentralWidget(at.elsewhere)
        at.foot = None
        do_what_was_put_off()
        watch.assert_freed()
        assert at.window.findChildren(type(at.elsewhere)) == [at.elsewhere]

    def test_a_draft_the_disk_does_not_take_is_told(self, at, qtbot):
        """Once, with a way to try again; the words stay in the line."""
        folder = drafts_of(at.desk).path("x").parent
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.write_text("")
        with qtbot.waitSignal(at.desk.noticed) as told:
            at.type("一")
            drafts_of(at.desk).flush()
        assert "不能存到磁盘" in told.args[0].text
        assert at.editor.text() == "一"
        folder.unlink()
        told.args[0].way[1]()
        assert at.draft.endswith("一")
