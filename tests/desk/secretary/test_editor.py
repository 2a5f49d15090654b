"""The field itself: every character comes out as it went in, and an input method is left alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.acts import RuleViolation, clean_text
from facilitator.demo.stage import staged
from facilitator.desk.secretary.editor import Editor
from facilitator.desk.secretary.pieces import FOLDED_FROM, part, places, seen
from facilitator.desk.theme import wear
from tests.desk.evening import write
from tests.desk.freed import assert_freed

LONG = "会场记录，𠮷先生🙂。\n" * 9_000


@pytest.fixture(scope="module")
def desk(tmp_path_factory, qapp):
    """Return a desk without any evening."""
    made = staged(tmp_path_factory.mktemp("desk"), ())
    wear(qapp, made.theme)
    yield made
    made.session.close()
    qapp.setStyleSheet("")


@pytest.fixture
def editor(desk, qtbot):
    """Return a field that has the keys."""
    made = Editor(desk)
    qtbot.addWidget(made)
    made.resize(800, 48)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def paste(editor, text):
    """Paste a text."""
    data = QMimeData()
    data.setText(text)
    editor.insertFromMimeData(data)


def compose(editor, preedit, commit=""):
    """Do as an input method does."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(editor, event)


class TestText:
    @given(
        st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029"))
    )
    def test_what_is_set_is_what_comes_out(self, desk, qapp, text):
        """Any characters: white ones, combining ones, those outside of the basic plane."""
        editor = Editor(desk)
        editor.set_text(text)
        assert editor.text() == text
        editor.deleteLater()

    def test_line_breaks_of_all_kinds_are_one(self, editor):
        """What Windows, old Macs and Word make of a line end is a line end."""
        paste(editor, "一\r\n二\r三\u2028四\u2029五\x0b六")
        assert editor.text() == "一\n二\n三\n四\n五\n六"

    def test_no_break_spaces_stay(self, editor):
        """Qt itself would make plain spaces of them."""
        editor.set_text("第\u00a03\u00a0项")
        assert editor.text() == "第\u00a03\u00a0项"

    def test_pasted_formats_are_left_behind(self, editor):
        """Only the letters of a web page are taken, markup in them is letters."""
        data = QMimeData()
        data.setHtml("<b>粗</b>")
        data.setText("<b>粗</b>")
        editor.insertFromMimeData(data)
        assert editor.text() == "<b>粗</b>"

    def test_pictures_and_files_are_not_text(self, editor):
        """What has no text is not taken."""
        assert not editor.canInsertFromMimeData(QMimeData())

    def test_signs_nobody_sees_are_left_out_and_counted(self, editor, qtbot):
        """They come with pasted chats, and the record would refuse them."""
        with qtbot.waitSignal(editor.hidden_signs) as told:
            paste(editor, "\u202a刘小燕\u202c\x00：好")
        assert told.args == [3]
        assert clean_text(editor.text(), "text") == "刘小燕：好"

    def test_what_is_left_out_is_what_a_record_refuses(self):
        """No other sign of the basic plane goes, and none stays that would be refused."""
        for code in [*range(0xD800), *range(0xDFFF + 1, 0x10000)]:
            sign = chr(code)
            if sign in "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029":
                assert seen(sign) == ("\n", 0)
                continue
            try:
                clean_text(f"a{sign}a", "text")
                refused = False
            except RuleViolation:
                refused = True
            assert (seen(sign)[1] == 1) == refused, f"{code:04X} {unicodedata.category(sign)}"


class TestLongPieces:
    def test_a_speech_of_100_000_characters_is_one_sign(self, editor):
        """It is all there, and the field lays out no more than a line."""
        write(editor, "甲：")
        paste(editor, LONG)
        write(editor, " ok。")
        assert editor.text() == f"甲：{LONG} ok。"
        assert editor.document().characterCount() < 20
        assert editor.blockCount() == 1

    def test_its_sign_says_how_it_begins_and_how_long_it_is(self, editor):
        """The beginning is shown in the same line."""
        paste(editor, "会场记录" * 25_000)
        cursor = editor.textCursor()
        cursor.setPosition(1)
        assert (
            editor._sign.said(cursor.charFormat())
            == "会场记录会场记录会场记录会场…（共\u00a0100,000\u00a0字）"
        )
        assert not editor.grab().isNull()

    def test_many_middling_pieces_do_not_add_up(self, editor):
        """Where the field would get too long, the next piece is a sign, too."""
        for _ in range(20):
            paste(editor, "很长" * 2_000)
        assert editor.text() == "很长" * 40_000
        assert editor.document().characterCount() < FOLDED_FROM + 20

    def test_one_key_takes_it_away_and_another_brings_it_back(self, editor):
        """A piece is deleted like a letter; Ctrl+Z has all of it."""
        paste(editor, LONG)
        QTest.keyClick(editor, Qt.Key.Key_Backspace)
        assert editor.text() == ""
        QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert editor.text() == LONG

    def test_two_like_pieces_side_by_side_are_two(self, editor):
        """Qt joins what looks alike; the words do not get fewer."""
        paste(editor, LONG)
        paste(editor, LONG)
        assert editor.text() == LONG * 2

    def test_it_is_copied_in_full(self, editor):
        """Select all and copy gives every character."""
        paste(editor, LONG)
        write(editor, "完")
        editor.selectAll()
        assert editor.createMimeDataFromSelection().text() == f"{LONG}完"

    def test_a_part_is_copied_as_a_part(self, editor):
        """Also across characters that take two places."""
        editor.set_text("𠮷𠮷ab\n𠮷c")
        cursor = editor.textCursor()
        cursor.setPosition(2)
        cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        assert editor.createMimeDataFromSelection().text() == "𠮷ab\n"

    @given(st.text(max_size=20), st.integers(0, 30), st.integers(0, 30))
    def test_places_are_those_of_qt(self, text, start, end):
        """A part by Qt's places is what UTF-16 says."""
        halves = text.encode("utf-16-le", "surrogatepass")
        assert places(text) == len(halves) // 2
        wanted = halves[2 * start : 2 * max(start, end)]
        assert part(text, start, end).encode("utf-16-le", "surrogatepass") == wanted


class TestKeys:
    def test_enter_sends_and_shift_enter_does_not(self, editor, qtbot):
        """A new line is a character of the text."""
        write(editor, "一")
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        write(editor, "二")
        assert editor.text() == "一\n二"
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            with qtbot.waitSignal(editor.sent):
                QTest.keyClick(editor, key)
        assert editor.text() == "一\n二"

    @pytest.mark.parametrize(
        "held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier]
    )
    def test_enter_with_another_key_is_not_meant_for_the_line(self, editor, qtbot, held):
        """Ctrl+Enter is the next phase: it neither sends nor breaks the line."""
        write(editor, "一")
        with qtbot.assertNotEmitted(editor.sent):
            QTest.keyClick(editor, Qt.Key.Key_Return, held)
        assert editor.text() == "一"

    def test_arrows_recall_only_over_nothing(self, editor, qtbot):
        """Words that are nowhere else are never replaced."""
        with qtbot.waitSignal(editor.recalled) as told:
            QTest.keyClick(editor, Qt.Key.Key_Up)
        assert told.args == [-1]
        write(editor, "一")
        with qtbot.assertNotEmitted(editor.recalled):
            QTest.keyClick(editor, Qt.Key.Key_Up)
        editor.set_text("旧", recalled=True)
        with qtbot.waitSignal(editor.recalled) as told:
            QTest.keyClick(editor, Qt.Key.Key_Down)
        assert told.args == [1]
        write(editor, "新")
        with qtbot.assertNotEmitted(editor.recalled):
            QTest.keyClick(editor, Qt.Key.Key_Up)

    def test_it_grows_to_four_lines_and_then_scrolls(self, editor):
        """One line is as high as the line's frame; ten are as high as four."""
        one = editor.height()
        editor.set_text("一\n二")
        two = editor.height()
        editor.set_text("一\n" * 4)
        four = editor.height()
        editor.set_text("一\n" * 10)
        assert one < two < four == editor.height()
        editor.set_text("")
        assert editor.height() == one

    def test_a_long_line_wraps_and_the_field_grows(self, editor):
        """Nothing is hidden to the right."""
        one = editor.height()
        write(editor, "很长" * 60)
        assert editor.height() > one


class TestInputMethod:
    def test_keys_mean_nothing_while_a_word_is_composed(self, editor, qtbot):
        """Enter, Esc, arrows and Backspace belong to the input method."""
        compose(editor, "liu")
        with qtbot.assertNotEmitted(editor.sent), qtbot.assertNotEmitted(editor.left):
            for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Backspace):
                QTest.keyClick(editor, key)
        assert editor.composing
        assert editor.textCursor().block().layout().preeditAreaText() == "liu"

    def test_what_is_composed_is_no_text_before_it_is_done(self, editor):
        """Letters on the way to a word are not kept as words."""
        compose(editor, "liu xiao yan")
        assert editor.text() == ""
        compose(editor, "", "刘小燕")
        assert editor.text() == "刘小燕"
        assert not editor.composing

    def test_enter_means_something_again_afterwards(self, editor, qtbot):
        """After the word is committed, Enter sends."""
        compose(editor, "hao")
        compose(editor, "", "好")
        with qtbot.waitSignal(editor.sent):
            QTest.keyClick(editor, Qt.Key.Key_Return)

    def test_a_word_given_up_leaves_nothing(self, editor):
        """Esc in the input method: what was typed before stays as it was."""
        write(editor, "你")
        compose(editor, "hao")
        compose(editor, "")
        assert editor.text() == "你"

    def test_the_clipboard_of_the_desktop_works(self, editor):
        """Ctrl+V goes into an empty field although other keys with Ctrl are the window's."""
        QGuiApplication.clipboard().setText("粘贴")
        QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert editor.text() == "粘贴"


def test_it_dies_with_its_window(desk, qapp):
    """The painter of the pieces does not keep the field alive."""
    assert_freed(lambda: Editor(desk), lambda it: it.show())
