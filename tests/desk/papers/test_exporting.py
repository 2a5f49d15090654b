"""The whole set in one click: where it goes, what is written, what happens when the disk says no."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QListView, QPushButton

from facilitator.demo.stage import EVENING
from facilitator.desk.papers.exporting import SetExport
from facilitator.desk.papers.folders import keep_papers_folder, meeting_folder
from facilitator.desk.papers.orders import Orders
from facilitator.desk.papers.view import PapersView
from facilitator.export import PUBLIC_SET, forms_of
from facilitator.meeting.lifecycle import ReopenMeeting
from facilitator.press import Order
from tests.desk.freed import Watch
from tests.papers.evening import AT_ITS_END


@pytest.fixture
def desk(bench, tmp_path):
    """The whole evening, with a folder for papers of this test alone."""
    made = bench()
    keep_papers_folder(made.settings, tmp_path / "papers")
    return made


@pytest.fixture
def export(bench, desk):
    """The box that exports, alone."""
    return bench.show(box(desk), 320, 560)


def box(desk):
    def order_of(kind, public):
        return Order(kind, "zh", public)

    return SetExport(desk, Orders(desk, EVENING), order_of)


def press(widget, qtbot, name):
    qtbot.mouseClick(widget.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def said(widget, name):
    return widget.findChild(QLabel, name).text()


def listed(export):
    model = export.findChild(QListView, "papers.written").model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def written(folder):
    """Return all files of a set, wherever in its folder they lie."""
    return [path for path in folder.rglob("*") if path.is_file()]


class Shows(QObject):
    """Takes what the system is asked to show."""

    def __init__(self):
        super().__init__()
        self.shown = []

    @Slot(QUrl)
    def show(self, url):
        """Note it."""
        self.shown.append(url.toLocalFile())


@pytest.fixture
def shows():
    """Stand in for the system's file manager."""
    made = Shows()
    QDesktopServices.setUrlHandler("file", made, "show")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_one_click_writes_the_whole_set(export, bench, qtbot):
    """Every kind in every format, and what may be posted in its public version; no half file is left."""
    press(export, qtbot, "papers.export")
    bench.idle()
    files = sorted(path.name for path in written(export.folder))
    assert sorted(listed(export)) == files
    papers = sum(
        len(forms_of(kind)) * (2 if kind in ("resolution", "slip", "followup") else 1)
        for kind in AT_ITS_END
    )
    public = sum(
        len(forms_of(kind)) * (2 if kind == "resolution" else 1)
        for kind in PUBLIC_SET
        if kind in AT_ITS_END
    )
    assert len(files) == papers + public
    assert len([name for name in files if "公开版" in name]) == public
    assert said(export, "papers.done") == f"已写好\u00a0{len(files)}\u00a0个文件。"
    assert not list(export.folder.rglob(".*"))
    ordered(export.folder)


def ordered(folder):
    """What is printed lies together, and whatever may be posted lies apart from all that may not."""
    to_print, to_change, public, others = (
        folder / name for name in ("PDF（打印用）", "Word（修改用）", "公开版", "其他格式")
    )
    assert set(folder.iterdir()) == {to_print, to_change, public, others}
    assert {path.suffix for path in to_print.iterdir()} == {".pdf"}
    assert {path.suffix for path in to_change.iterdir()} == {".docx"}
    assert {path.suffix for path in others.iterdir()} == {".html", ".md", ".json"}
    for path in written(folder):
        assert ("公开版" in path.name) == (path.parent == public)
    assert len([path for path in to_print.iterdir() if "会议记录" in path.name]) == 1


def test_the_public_versions_can_be_left_out(export, bench, qtbot, desk):
    """The tick is remembered from one meeting to the next."""
    export._public.click()
    press(export, qtbot, "papers.export")
    bench.idle()
    assert not [name for name in listed(export) if "公开版" in name]
    assert not box(desk)._public.isChecked()


def test_papers_go_into_a_folder_named_by_body_and_day(desk, tmp_path):
    """Unless chosen otherwise it lies in the person's documents."""
    meeting = desk.session.meeting(EVENING)
    assert (
        meeting_folder(desk.settings, meeting)
        == tmp_path / "papers" / "松柏岗社区共治议事会 2026-11-27"
    )
    desk.settings.keep_text("papers/folder", "")
    assert meeting_folder(desk.settings, meeting).is_relative_to(Path.home())


def test_what_a_meeting_exported_before_it_was_reopened_stays(export, desk, bench, qtbot):
    """The set of each close has its own folder, by its name; the first set is as it was signed."""
    press(export, qtbot, "papers.export")
    bench.idle()
    first = export.folder
    before = {path: path.read_bytes() for path in written(first)}
    desk.do(ReopenMeeting(meeting=EVENING, reason="漏记一项声明"))
    export.refresh()
    assert export.folder == first.with_name("松柏岗社区共治议事会 2026-11-27（第2次散会）")
    assert said(export, "papers.folder") == export.folder.name
    press(export, qtbot, "papers.export")
    bench.idle()
    assert written(export.folder)
    assert {path: path.read_bytes() for path in written(first)} == before


def test_another_folder_is_remembered(export, desk, qtbot, tmp_path):
    """The folder that was chosen is the one for every meeting from then on."""
    other = tmp_path / "other"
    other.mkdir()
    press(export, qtbot, "papers.folder.change")
    dialog = export.findChild(QFileDialog)
    dialog.selectFile(str(other))
    dialog.accept()
    assert export.folder.parent == other
    assert "other" in said(export, "papers.folder.above")
    assert box(desk).folder.parent == other


def test_which_font_stands_in_is_said(export, bench, qtbot):
    """Without 仿宋 on the machine the set says what its PDF files are set in."""
    press(export, qtbot, "papers.export")
    bench.idle()
    assert "没有仿宋" in said(export, "papers.fonts")
    assert "思源宋体" in said(export, "papers.fonts")


def test_the_folder_and_each_file_can_be_opened(export, bench, qtbot, shows):
    """The system's own programs show them."""
    press(export, qtbot, "papers.export")
    bench.idle()
    press(export, qtbot, "papers.open-folder")
    assert shows.shown == [str(export.folder)]
    files = export.findChild(QListView, "papers.written")
    files.setFocus()
    files.setCurrentIndex(files.model().index(2, 0))
    qtbot.keyClick(files, Qt.Key.Key_Return)
    assert Path(shows.shown[-1]).name == listed(export)[2]


def test_it_can_be_stopped(export, bench, qtbot):
    """What was written stays and is told; what was not is not there."""
    press(export, qtbot, "papers.export")
    assert not export.start_button.isEnabled()
    press(export, qtbot, "papers.stop")
    bench.idle()
    assert said(export, "papers.done").startswith("已停止")
    assert len(written(export.folder)) == len(listed(export)) < 10
    assert export.start_button.isEnabled()


def test_trouble_with_the_disk_is_a_sentence_with_a_way_on(export, desk, bench, qtbot, tmp_path):
    """A folder that cannot be made: nothing is written, another folder is chosen, then all is."""
    (tmp_path / "papers").write_text("a file has this name")
    press(export, qtbot, "papers.export")
    bench.idle()
    assert export._bad.isVisible()
    assert "papers" in said(export, "papers.trouble.why")
    assert listed(export) == []
    (tmp_path / "good").mkdir()
    press(export, qtbot, "papers.trouble.folder")
    dialog = export.findChild(QFileDialog)
    dialog.selectFile(str(tmp_path / "good"))
    dialog.accept()
    assert not export._bad.isVisible()
    press(export, qtbot, "papers.export")
    bench.idle()
    assert listed(export)


def test_trouble_on_the_way_tells_what_was_written_before(export, bench, qtbot):
    """A paper that is a folder on the disk cannot be replaced; those before it are whole."""
    [name] = bench.run(export._orders.names(Order("signin", "zh"), "docx"))
    path = export.folder / "Word（修改用）" / name
    path.mkdir(parents=True)
    press(export, qtbot, "papers.export")
    bench.idle()
    assert export._bad.isVisible()
    assert len(listed(export)) == 3
    assert said(export, "papers.done").startswith("已停止")
    assert not list(export.folder.rglob(".*"))
    path.rmdir()
    press(export, qtbot, "papers.trouble.again")
    bench.idle()
    assert len(listed(export)) > 20
    assert not export._bad.isVisible()


def test_an_export_that_nobody_watches_any_more_is_finished(bench, desk):
    """The window is rebuilt while papers are written: all of them come out all the same."""
    export = box(desk)
    folder = export.folder
    export.start()
    watch = Watch(export)
    export.deleteLater()
    del export
    bench.idle()
    watch.assert_freed()
    assert len(written(folder)) > 20


def test_the_set_has_the_blocks_and_the_language_that_are_looked_at(bench, desk, qtbot):
    """What is exported is what the preview showed, in every format."""
    desk.settings.keep_text("papers/summary.songbaigang", "items,-opening,-attendance")
    view = bench.show(PapersView(desk, EVENING))
    press(view, qtbot, "papers.lang.en")
    press(view, qtbot, "papers.export")
    bench.idle()
    [markdown] = [p for p in view.export.folder.rglob("*summary*en.md") if "Public" not in p.name]
    text = markdown.read_text(encoding="utf-8")
    assert "Present" not in text
    assert "presided" not in text
    assert not list(view.export.folder.rglob("* zh.*"))


def test_ctrl_shift_e_exports(bench, desk, qtbot):
    """From anywhere in the papers."""
    view = bench.show(PapersView(desk, EVENING))
    view.activateWindow()
    view.kinds.setFocus()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(view.kinds, Qt.Key.Key_E, keys)
    assert view.export.run is not None
    bench.idle()
    assert listed(view.export)
