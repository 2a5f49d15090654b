"""The whole record above the line: rows, finding, putting right; thousands of rows stay quick to fill."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel

from facilitator.acts import Recorded
from facilitator.bodies.membership import CorrectPerson
from facilitator.bodies.people import Person
from facilitator.desk.secretary.correct import ITEM, SPEAKER, STRIKE, WORDS, CorrectPanel
from facilitator.desk.secretary.record_lines import LONG, RecordLines, Source, was_sentences
from facilitator.desk.secretary.whole_record import Found
from facilitator.meeting.floor import EndSpeech
from facilitator.meeting.items import TakeUp
from facilitator.meeting.notes import CorrectNote, NoteKind, StrikeNote, WriteNote
from facilitator.meeting.parts import apply, decide
from tests.desk.audit import audit
from tests.desk.evening import EVENING
from tests.desk.looks import LOOKS
from tests.desk.secretary.room import room

M = {"meeting": EVENING}
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def at(tmp_path, qtbot):
    """Return a room while 林秀英 has the floor on item 3."""
    with room(tmp_path, qtbot) as made:
        yield made


def say(at, note, text, **more):
    """Write a line."""
    assert at.desk.do(WriteNote(**M, note=note, text=text, **more))


def correcting(at, note):
    """Return the panel for a line."""
    panel = CorrectPanel(at.desk, at.window, EVENING, note)
    panel.open()
    return panel


class TestRows:
    def test_every_event_is_a_row(self, at):
        """As many rows as things have happened; none is empty."""
        lines = at.foot.lines.lines
        assert len(lines) == len(at.meeting.chronicle)
        assert all(line.text and line.who and line.time for line in lines)

    def test_the_model_keeps_its_word_to_views(self, at):
        """Qt's own tester watches rows come, change and be filtered."""
        lines = RecordLines(at.desk)
        found = Found(lines, lines)
        testers = [QAbstractItemModelTester(one, FATAL) for one in (lines, found)]
        lines.read(at.meeting)
        for number in range(3):
            say(at, f"x{number}", f"第{number}句", speaker="liu-xiaoyan")
            lines.read(at.meeting)
        found.look_for("第1句", None, None)
        at.desk.do(CorrectNote(**M, note="x1", text="别的", reason="误记"))
        lines.read(at.meeting)
        at.desk.do(StrikeNote(**M, note="x2", reason="误记"))
        lines.read(at.meeting)
        found.look_for("", Source.WRITTEN, "i3")
        lines.read(at.meeting, anew=True)
        assert found.rowCount() == 5
        del testers

    def test_written_lines_and_acts_are_told_apart(self, at):
        """A speaker's line bears the name; an act is the system's; a fact is a note."""
        say(at, "x", "灯灭了。")
        last = at.foot.lines.lines[-1]
        assert (last.who, last.source, last.number) == ("记事", Source.WRITTEN, 3)
        speech, act = at.foot.lines.lines[-2], at.foot.lines.lines[-3]
        assert (speech.who, speech.source) == ("林秀英", Source.WRITTEN)
        assert (act.who, act.text, act.source) == ("系统", "林秀英开始发言（赞成）。", Source.NOTED)

    def test_what_ends_an_item_stands_under_it(self, at):
        """Although none is in hand any more when it is told."""
        ended = [line for line in at.foot.lines.lines if line.text == "第\u00a02\u00a0项议毕。"]
        assert [line.number for line in ended] == [2]

    def test_a_line_that_was_put_right_shows_the_old_words(self, at):
        """New words in its own place, the old ones with time, name and reason."""
        say(at, "x", "由谁补尝 3 次")
        at.desk.do(CorrectNote(**M, note="x", text="由谁补偿", reason="错字"))
        line = at.foot.lines.lines[at.foot.lines.row_of("x")]
        assert line.text == "由谁补偿"
        by = at.desk.session.actor
        assert was_sentences(line, at.desk.t)[0].replace("\u00a0", "") == (
            f"原记“由谁补尝 3 次”（20:10:30由{by}更正，理由：错字）"
        )
        assert "已更正" in at.foot.lines.data(at.foot.lines.index(at.foot.lines.row_of("x")),
                                            Qt.ItemDataRole.AccessibleTextRole)  # fmt: skip

    def test_a_struck_line_stays_readable(self, at):
        """Struck, with the reason."""
        say(at, "x", "重复")
        at.desk.do(StrikeNote(**M, note="x", reason="说了两遍"))
        line = at.foot.lines.lines[at.foot.lines.row_of("x")]
        assert line.text == "重复"
        assert line.struck is not None
        assert "说了两遍" in was_sentences(line, at.desk.t)[-1]

    def test_a_very_long_line_shows_its_beginning(self, at):
        """A pasted speech does not make a row of a hundred pages; the words are all there."""
        say(at, "x", "很长的话" * 25_000)
        line = at.foot.lines.lines[-1]
        assert len(line.text) == 100_000
        assert len(line.short) == LONG + 1

    def test_a_corrected_name_is_shown_everywhere(self, at):
        """When a person's name is put right in the body, old rows bear the new one."""
        at.desk.do(
            CorrectPerson(body="songbaigang", member="lin-xiuying", person=Person(name="林秀瑛"))
        )
        assert at.foot.lines.lines[-1].who == "林秀瑛"

    def test_thousands_of_rows_are_told_once(self, at):
        """Another act tells one more row and none of the others again."""
        meeting, when = at.meeting, at.meeting.chronicle[-1].recorded.at
        for number in range(3000):
            command = WriteNote(**M, note=f"y{number}", text="一句话", speaker="liu-xiaoyan")
            for event in decide(meeting, command):
                apply(meeting, Recorded(event, meeting.version + 1, when, "x"))
        at.foot.refresh_now()
        before = list(at.foot.lines.lines)
        assert len(before) > 3000
        command = WriteNote(**M, note="z", text="又一句")
        for event in decide(meeting, command):
            apply(meeting, Recorded(event, meeting.version + 1, when, "x"))
        at.foot.refresh_now()
        assert len(at.foot.lines.lines) == len(before) + 1
        assert all(a is b for a, b in zip(before, at.foot.lines.lines, strict=False))
        at.foot.open_record()
        bar = at.foot.whole.list.verticalScrollBar()
        last = at.foot.whole.list.model().index(len(before), 0)
        view = at.foot.whole.list
        at.qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(last).center()))
        assert bar.value() == bar.maximum()


class TestOpening:
    def test_shift_f2_opens_it_and_esc_closes_it(self, at):
        """The keys go into the list and come back to the line."""
        at.foot.take_keys()
        at.press(Qt.Key.Key_F2, SHIFT)
        whole = at.foot.whole
        assert whole.isVisible()
        assert whole.list.hasFocus()
        assert at.foot.line.property("state") == ""
        assert whole.chosen.text == "桩占着位，白天一半是空的。"
        QTest.keyClick(whole.list, Qt.Key.Key_Escape)
        assert not whole.isVisible()
        assert at.editor.hasFocus()

    def test_it_lies_above_the_line(self, at):
        """Down to the line, which can still be typed in."""
        at.foot.open_record()
        whole, line = at.foot.whole, at.foot.line
        bottom = whole.mapTo(at.window, whole.rect().bottomLeft()).y()
        assert bottom < line.mapTo(at.window, line.rect().topLeft()).y()
        assert whole.height() > 400
        at.type("一边看一边记")
        at.enter()
        assert at.notes[-1] == "一边看一边记"
        assert whole.isVisible()
        assert whole.list.model().rowCount() == len(at.meeting.chronicle)

    def test_who_reads_at_the_end_stays_there_and_who_scrolled_away_stays_away(self, at):
        """New lines come into sight at the end, and move nothing for whoever reads above."""
        at.foot.open_record()
        QApplication.processEvents()
        bar = at.foot.whole.list.verticalScrollBar()
        say(at, "x1", "一")
        QApplication.processEvents()
        assert bar.value() == bar.maximum()
        bar.setValue(10)
        say(at, "x2", "二")
        QApplication.processEvents()
        assert bar.value() == 10

    def test_a_double_click_opens_it_at_that_line(self, at):
        """What was meant is chosen."""
        view = at.foot.recent
        row = view.model().rowCount() - 2
        place = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert at.foot.whole.chosen is at.foot.lines.lines[row]

    def test_the_button_says_its_key_and_opens_it(self, at):
        """Whoever uses the mouse finds it, too."""
        QTest.mouseClick(at.foot._all, Qt.MouseButton.LeftButton)
        assert at.foot.whole.isVisible()

    def test_while_names_are_called_the_keys_go_back_there(self, at, qtbot):
        """Closing the record does not take the roll call's keys."""
        at.foot.keys_elsewhere(True)
        at.foot.open_record()
        with qtbot.waitSignal(at.foot.keys_back):
            at.foot.whole.leave()
        assert at.foot.line.idle

    @pytest.mark.parametrize("look", LOOKS)
    def test_everybody_can_read_and_reach_it(self, tmp_path, qtbot, look):
        """Names, keys, sizes, contrast, words that are not cut."""
        with room(tmp_path, qtbot, width=1366, **look) as at:
            at.elsewhere.setAccessibleName("x")
            at.foot.open_record()
            QApplication.processEvents()
            assert audit(at.window, at.desk.settings.size / 100) == []


class TestFinding:
    @pytest.mark.parametrize(
        ("text", "rows"),
        [
            ("补偿", 1),
            ("刘小燕 补偿", 1),
            ("20:10:00", 1),
            ("在场11人", 1),
            ("没有的话", 0),
            ("<b>", 0),
        ],
    )
    def test_words_names_and_times(self, at, text, rows):
        """All words have to be there, wherever; air between figures does not matter."""
        at.foot.open_record()
        whole = at.foot.whole
        whole.text.setText(text)
        QApplication.processEvents()
        assert whole.list.model().rowCount() == rows

    def test_only_what_was_written_only_one_item(self, at):
        """Filters go together; the count says how many of how many."""
        at.foot.open_record()
        whole = at.foot.whole
        whole.source.setCurrentIndex(1)
        whole.item.setCurrentIndex(whole.item.findData("i2"))
        texts = [whole.list.model().index(row, 0).data() for row in range(4)]
        assert texts[0].startswith("来回跑一趟")
        assert whole.list.model().rowCount() == 4
        assert whole.findChild(QLabel, "record.count").text().startswith("87\u00a0条中的\u00a04")

    def test_ctrl_f_goes_to_the_field(self, at):
        """And what is there is marked, to be typed over."""
        at.foot.open_record()
        QTest.keyClick(at.foot.whole.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert at.foot.whole.text.hasFocus()

    def test_what_is_recorded_meanwhile_is_found_at_once(self, at):
        """A new line that fits comes in."""
        at.foot.open_record()
        at.foot.whole.text.setText("补偿")
        QApplication.processEvents()
        say(at, "x", "谁来补偿")
        assert at.foot.whole.list.model().rowCount() == 2


class TestPuttingRight:
    def test_enter_on_a_written_line_opens_the_panel(self, at):
        """With the words in it; an act or a struck line does not open."""
        at.foot.open_record()
        QTest.keyClick(at.foot.whole.list, Qt.Key.Key_Return)
        panel = at.foot.whole.findChild(CorrectPanel)
        assert panel.text.toPlainText() == "桩占着位，白天一半是空的。"
        panel.reject()

    def test_an_act_says_where_it_is_put_right(self, at):
        """The button is off, and the reason stands beside it."""
        at.foot.open_record()
        whole = at.foot.whole
        whole.list.setCurrentIndex(whole.list.model().index(0, 0))
        assert not whole._put_right.isEnabled()
        assert "系统按操作记下" in whole._why_not.text()
        QTest.keyClick(whole.list, Qt.Key.Key_Return)
        assert whole.findChild(CorrectPanel) is None

    def test_words_are_put_right_with_a_reason(self, at):
        """Without a reason it is refused and the panel stays, with what was typed."""
        panel = correcting(at, "n6")
        panel.text.setPlainText("桩占着位，白天多半是空的。")
        panel.done_button.click()
        assert panel.isVisible()
        assert panel._said.text()
        panel.reason.setText("听错了")
        panel.done_button.click()
        assert not panel.isVisible()
        note = at.meeting.notes.lines["n6"]
        assert note.text == "桩占着位，白天多半是空的。"
        assert note.changes[0].old == "桩占着位，白天一半是空的。"

    def test_the_same_words_are_no_correction(self, at):
        """Nothing is recorded."""
        panel = correcting(at, "n6")
        panel.reason.setText("x")
        panel.done_button.click()
        assert panel.isVisible()
        assert not at.meeting.notes.lines["n6"].changes

    def test_a_line_is_struck(self, at):
        """It should not be there."""
        panel = correcting(at, "n6")
        panel.what.button(STRIKE).click()
        panel.reason.setText("重复")
        panel.done_button.click()
        assert at.meeting.notes.lines["n6"].struck == "重复"

    def test_a_line_goes_to_another_speaker(self, at):
        """It is written anew under the other name, and the old one struck with the reason."""
        panel = correcting(at, "n6")
        panel.what.button(SPEAKER).click()
        panel.speaker.setCurrentIndex(panel.speaker.findData("liu-xiaoyan"))
        panel.reason.setText("是刘小燕说的")
        panel.done_button.click()
        assert (at.last.speaker, at.last.text) == ("liu-xiaoyan", "桩占着位，白天一半是空的。")
        assert at.meeting.notes.lines["n6"].struck == "是刘小燕说的"

    def test_to_the_host_it_becomes_an_intervention(self, at):
        """What the host said outside of a speech is told as such."""
        panel = correcting(at, "n6")
        panel.what.button(SPEAKER).click()
        panel.speaker.setCurrentIndex(panel.speaker.findData("su-huimin"))
        panel.reason.setText("是主持人说的")
        panel.done_button.click()
        assert at.last.kind is NoteKind.HOST

    def test_without_a_reason_nothing_is_written_twice(self, at):
        """The move is one thing: refused, it leaves no second line behind."""
        before = at.notes
        panel = correcting(at, "n6")
        panel.what.button(SPEAKER).click()
        panel.speaker.setCurrentIndex(panel.speaker.findData("liu-xiaoyan"))
        panel.done_button.click()
        assert panel.isVisible()
        assert at.notes == before

    def test_a_line_goes_to_the_item_in_hand(self, at):
        """A line that was recorded just before the item changed."""
        at.desk.do(EndSpeech(**M))
        at.desk.do(TakeUp(**M, item="i5"))
        panel = correcting(at, "n6")
        assert not panel.what.button(SPEAKER).isEnabled()
        assert panel.what.button(SPEAKER).toolTip()
        panel.what.button(ITEM).click()
        panel.reason.setText("说的是第五项")
        panel.done_button.click()
        assert (at.last.item, at.last.speaker) == ("i5", "lin-xiuying")
        assert at.meeting.notes.lines["n6"].struck

    def test_the_item_in_hand_is_no_other_item(self, at):
        """What already stands there cannot be moved there."""
        panel = correcting(at, "n6")
        assert not panel.what.button(ITEM).isEnabled()
        assert panel.what.button(WORDS).isChecked()

    @pytest.mark.parametrize("look", LOOKS)
    def test_the_panel_can_be_read_and_reached(self, tmp_path, qtbot, look):
        """Names, keys, sizes, contrast, words that are not cut."""
        with room(tmp_path, qtbot, **look) as at:
            panel = correcting(at, "n6")
            for what in (WORDS, SPEAKER, STRIKE):
                panel.what.button(what).click()
                QApplication.processEvents()
                assert audit(panel, at.desk.settings.size / 100) == []
