"""Phrases: ours, the secretary's own, and a file that people edit with what they have."""

import pytest
from PySide6.QtCore import Qt

from facilitator.desk.secretary.phrases import GAP, MOST, Phrases, cleaned, fitting
from facilitator.desk.secretary.phrases_panel import PhrasesPanel
from tests.desk.secretary.room import room


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_we_bring_phrases_in_both_languages(tmp_path, lang):
    """Each is one line, none twice, some with a gap to fill in."""
    found = Phrases(tmp_path, lang).all()
    assert len(found) >= 12
    assert len(set(found)) == len(found)
    assert any(GAP in phrase for phrase in found)


def test_ones_own_list_takes_their_place(tmp_path):
    """It is kept in the settings folder, for each language."""
    phrases = Phrases(tmp_path, "zh")
    assert phrases.keep("一\n\n 二 \n一\n# 注\n") == ""
    assert Phrases(tmp_path, "zh").all() == ("一", "二")
    assert Phrases(tmp_path, "en").all() == Phrases(tmp_path, "en").ours()


def test_a_file_from_notepad_is_read(tmp_path):
    """A byte order mark and Windows' line ends are no phrases."""
    (tmp_path / "phrases-zh.txt").write_bytes("\ufeff给予发言权。\r\n休会。\r\n".encode())
    assert Phrases(tmp_path, "zh").all() == ("给予发言权。", "休会。")


def test_a_file_that_is_no_text_is_left_alone(tmp_path):
    """Ours are offered until somebody saves others."""
    (tmp_path / "phrases-zh.txt").write_bytes(b"\xff\xfe\x00")
    assert Phrases(tmp_path, "zh").all() == Phrases(tmp_path, "zh").ours()


def test_a_list_has_an_end():
    """A pasted novel does not become a list of phrases."""
    assert len(cleaned("\n".join(str(n) for n in range(9999)))) == MOST
    assert max(map(len, cleaned("很" * 9999))) == 500


def test_what_begins_with_the_words_comes_first():
    """Then what only holds them."""
    assert fitting(("甲休会", "休会", "散会"), "休会") == ["休会", "甲休会"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    """The reason is given; nothing is raised."""
    (tmp_path / "file").write_text("")
    assert Phrases(tmp_path / "file", "zh").keep("一")


class TestThePanel:
    def test_it_is_reached_from_the_list_and_keeps_what_was_typed(self, tmp_path, qtbot):
        """The last row of the list opens it; what is saved is offered the next time."""
        with room(tmp_path, qtbot) as one:
            one.type("/")
            one.press(Qt.Key.Key_Up)
            one.enter()
            panel = one.foot.findChild(PhrasesPanel)
            panel.text.setPlainText("请坐。\n谢谢。")
            panel.done_button.click()
            assert one.editor.blank()
            one.type("/")
            assert one.offered() == ["请坐。", "谢谢。", "编辑常用语…"]

    def test_our_list_comes_back_and_goes_again(self, tmp_path, qtbot):
        """Back to the first list is an edit: Ctrl+Z takes it back."""
        with room(tmp_path, qtbot) as one:
            panel = PhrasesPanel(one.desk, one.window)
            panel.open()
            panel.text.setPlainText("我的")
            panel.findChild(type(panel.done_button), "phrases.ours").click()
            assert "主持人" in panel.text.toPlainText()
            panel.text.undo()
            panel.text.undo()
            assert panel.text.toPlainText() == "我的"

    def test_a_disk_that_does_not_take_it_leaves_the_panel_open(self, tmp_path, qtbot):
        """The words stay in the panel, and it says why."""
        with room(tmp_path, qtbot) as one:
            panel = PhrasesPanel(one.desk, one.window)
            panel.open()
            (one.desk.settings.folder / "phrases-zh.txt").mkdir()
            panel.text.setPlainText("我的")
            panel.done_button.click()
            assert panel.isVisible()
            assert "没有存下来" in panel._said.text()
