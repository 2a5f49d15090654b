"""A meeting's papers on the screen: which there are, their real pages, what the public version keeps back."""

import os
import signal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton

from facilitator.demo.stage import EVENING
from facilitator.desk.papers.kinds import Kinds, Role
from facilitator.desk.papers.preview import State
from facilitator.desk.papers.view import PapersView
from facilitator.export import material, papers
from facilitator.meeting.lifecycle import ConveneMeeting
from facilitator.meeting.notes import WriteNote
from facilitator.papers.kinds import COUNCIL
from facilitator.papers.pdf import write_pdf
from facilitator.words.tongue import tongue
from tests.desk.audit import audit
from tests.desk.freed import Watch
from tests.desk.looks import OF_A_ROOM
from tests.desk.papers.workbench import alone
from tests.papers.poppler import pages_of


@pytest.fixture
def view(bench):
    """The papers of the whole evening."""
    return bench.show(PapersView(bench(), EVENING))


def said(view, name):
    return view.findChild(QLabel, name).text()


def press(view, qtbot, name):
    qtbot.mouseClick(view.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def note(desk, number, text="补充一句。"):
    return desk.do(WriteNote(meeting=EVENING, note=f"x{number}", text=text))


def test_the_preview_has_the_pages_of_the_pdf(view, bench, tmp_path):
    """As many as the file has that is printed, and it says which one is looked at."""
    view.show_kind("record")
    bench.idle()
    [paper] = papers(material(view.desk.session, EVENING), "record")
    pages = pages_of(write_pdf(paper, own_only=True), tmp_path)
    assert view.preview.pages.count == len(pages)
    assert said(view, "papers.page") == f"第\u00a01\u00a0页，共\u00a0{len(pages)}\u00a0页"


def test_no_typesetter_runs_in_the_windows_process():
    """After a preview the window's own process has neither typst nor the Word writer in memory."""
    code = """
import asyncio, os, sys, tempfile
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtWidgets import QApplication
from facilitator.desk.loop import make_loop
from facilitator.demo.stage import EVENING, staged, up_to
from facilitator.desk.papers.view import PapersView

async def main(folder):
    desk = staged(Path(folder), up_to(""))
    view = PapersView(desk, EVENING)
    view.show()
    await desk.works.idle()
    assert view.preview.pages.count > 1, view.preview.state
    print([name for name in ("typst", "docx", "jinja2", "segno") if name in sys.modules])
    await desk.works.settle()
    desk.session.close()

if __name__ == "__main__":
    app = QApplication([])
    loop = make_loop(app)
    with loop, tempfile.TemporaryDirectory() as folder:
        loop.run_until_complete(asyncio.wait_for(main(folder), 60))
"""
    assert alone(code) == "[]"


def test_the_preview_follows_the_meeting(bench, qtbot):
    """What is recorded while the record is looked at is on its pages, and the page stays."""
    desk = bench("T20:52:00")
    view = bench.show(PapersView(desk, EVENING))
    assert view.kind == "record"
    before = view.preview.proof
    view.preview.pages.go_to(1)
    for number in range(40):
        assert note(desk, number)
    bench.idle()
    assert len(view.preview.proof.pages) > len(before.pages)
    assert view.preview.pages.page == 1


def test_a_view_that_is_not_seen_sets_no_pages(bench):
    """A hidden view only goes stale; it looks again when it is shown."""
    desk = bench("T20:52:00")
    view = bench.show(PapersView(desk, EVENING))
    view.hide()
    before = view.preview.proof
    note(desk, 1)
    bench.idle()
    assert view.preview.proof is before
    view.show()
    bench.idle()
    assert view.preview.proof is not before


def test_what_nobody_wants_any_more_is_dropped(view, bench):
    """Whoever runs down the list sees the paper they stop at, and none of those on the way."""
    shown = []
    view.preview.shown.connect(shown.append)
    for kind in ("signin", "ballots", "record", "slip", "resolution"):
        view.show_kind(kind)
        bench.run(_turn())  # the order is on its way
    bench.idle()
    assert view.preview.order.kind == "resolution"
    assert {proof.names for proof in shown} == {view.preview.proof.names}
    assert all("决议" in name for name in view.preview.proof.names)


def test_where_there_is_nothing_to_print_it_says_why(bench):
    """A meeting that was only called has a notice, and its resolutions say what is missing."""
    desk = bench("T20:52:00")
    desk.do(
        ConveneMeeting(
            meeting="next",
            body="songbaigang",
            planned=desk.session.meeting(EVENING).call.planned,
            place="礼堂",
        )
    )
    view = bench.show(PapersView(desk, "next"))
    assert view.preview.state is State.NOTHING
    assert "议程上还没有议题" in said(view, "papers.message")
    view.show_kind("resolution")
    bench.idle()
    assert "还没有生效的决议" in said(view, "papers.message")
    save = view.findChild(QPushButton, "papers.save.pdf")
    assert not save.isEnabled()
    assert "还没有生效的决议" in save.toolTip()
    assert not view.kinds.kinds.data(view.kinds.currentIndex(), Role.THERE)


def test_a_paper_that_comes_to_be_is_shown(bench):
    """While one looks, the first item comes onto the agenda: then there is a notice."""
    from facilitator.meeting.items import AddItem

    desk = bench("meeting.convene")
    view = bench.show(PapersView(desk, EVENING))
    assert view.preview.state is State.NOTHING
    desk.do(AddItem(meeting=EVENING, item="i1", title="路灯"))
    bench.idle()
    assert view.preview.state is State.PAGES
    assert view.findChild(QPushButton, "papers.save.pdf").isEnabled()


def test_the_public_version_says_what_it_keeps_back(view, bench, qtbot):
    """Over the pages in a line, and beside them with examples; the full version says nothing of it."""
    view.show_kind("record")
    bench.idle()
    assert not view._band.isVisible()
    press(view, qtbot, "papers.version.public")
    bench.idle()
    assert view._band.isVisible()
    assert "14\u00a0个人的姓名" in said(view, "papers.public-band.line")
    assert "陈国栋 → 陈代表" in said(view, "papers.withheld.lines")
    assert not view._withheld._box.isVisible()
    press(view, qtbot, "papers.version.full")
    bench.idle()
    assert not view._band.isVisible()


def test_a_name_that_a_decision_publishes_is_warned_of(bench, qtbot):
    """What stands word for word may name a resident: the line over the pages turns into a warning."""
    from facilitator.meeting.items import AddItem

    desk = bench("T20:52:00")
    desk.do(AddItem(meeting=EVENING, item="i9", title="刘小燕家门口的路灯"))
    view = bench.show(PapersView(desk, EVENING))
    press(view, qtbot, "papers.version.public")
    bench.idle()
    assert view._band.property("look") == "band-warn"
    assert "刘小燕" in said(view, "papers.public-band.line")


def test_papers_come_in_the_language_that_is_chosen(view, bench, qtbot):
    """First in the meeting's own, then in the other, whatever the window speaks."""
    view.show_kind("summary")
    bench.idle()
    assert "会议纪要" in view.preview.proof.names[0]
    press(view, qtbot, "papers.lang.en")
    bench.idle()
    assert "summary of the meeting" in view.preview.proof.names[0]


def test_what_is_looked_at_first_fits_the_hour(bench):
    """The sheet to sign while people come, the record while they deliberate, the summary afterwards."""
    kinds = {
        until: PapersView(bench(until), EVENING).kind
        for until in ("agenda.add", '"phase": "sign-in"', "T19:51", '"phase": "read-back"', "")
    }
    assert list(kinds.values()) == ["notice", "signin", "record", "record", "summary"]


def test_the_keys_go_from_paper_to_paper_and_page_to_page(view, bench, qtbot):
    """The list takes the arrows; Ctrl with a page key turns pages from anywhere in the view."""
    view.show_kind("notice")
    view.kinds.setFocus()
    qtbot.keyClick(view.kinds, Qt.Key.Key_Down)
    assert view.kind == "signin"
    view.show_kind("record")
    bench.idle()
    view.kinds.setFocus()
    qtbot.keyClick(view.kinds, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert view.preview.pages.page == 1
    qtbot.keyClick(view.kinds, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert view.preview.pages.page == 0


def test_the_buttons_turn_and_enlarge(view, bench, qtbot):
    """What leads nowhere is switched off: on the first page there is none before."""
    view.show_kind("record")
    bench.idle()
    assert not view.findChild(QPushButton, "papers.before").isEnabled()
    press(view, qtbot, "papers.after")
    assert view.preview.pages.page == 1
    assert view.findChild(QPushButton, "papers.before").isEnabled()
    before = view.preview.pages.percent
    press(view, qtbot, "papers.larger")
    assert view.preview.pages.percent > before
    press(view, qtbot, "papers.whole")
    assert view.preview.pages.percent < before


def test_when_the_worker_is_killed_the_preview_says_so_and_starts_another(
    view, bench, qtbot, monkeypatch
):
    """The record is not touched; one click sets the pages anew."""
    monkeypatch.setenv("FACILITATOR_OWN_FONTS", "1")  # for the tests that share the new worker
    view.show_kind("record")
    bench.idle()
    for process in list(view.desk.works._pool._processes.values()):
        os.kill(process.pid, signal.SIGKILL)
        process.join()
    view.show_kind("summary")
    bench.idle()
    assert view.preview.state is State.FAILED
    assert "内存不够" in said(view, "papers.message")
    press(view, qtbot, "papers.again")
    bench.idle()
    assert view.preview.state is State.PAGES


def test_whoever_comes_back_to_pages_that_failed_gets_them_anew(view, bench, monkeypatch):
    """To go to another page and back is what people try first; it is enough."""
    monkeypatch.setenv("FACILITATOR_OWN_FONTS", "1")  # for the tests that share the new worker
    view.show_kind("record")
    bench.idle()
    for process in list(view.desk.works._pool._processes.values()):
        os.kill(process.pid, signal.SIGKILL)
        process.join()
    view.show_kind("summary")
    bench.idle()
    assert view.preview.state is State.FAILED
    view.hide()
    view.show()
    bench.idle()
    assert view.preview.state is State.PAGES


def test_the_list_of_papers_is_a_proper_model(qtmodeltester):
    """Qt's own tester finds nothing wrong, before and after counts are told."""
    model = Kinds(tongue("zh"))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.tell(dict.fromkeys(COUNCIL, 0))
    model.tell_public(True)
    qtmodeltester.check(model)
    assert model.data(model.index(0), Qt.ItemDataRole.DisplayRole) == "会议通知"
    assert model.note_of("notice") == "议程上还没有议题"


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_everybody_can_use_it(bench, lang, size):
    """Names, keys, contrast, nothing cut: in both languages, also at 150 % on a small screen."""
    rail = 88 * size // 100
    view = PapersView(bench(lang=lang, size=size), EVENING)
    view.show_kind("record")
    bench.show(view, width=1366 - rail, height=500)
    assert view.width() == 1366 - rail
    assert view.lang == "zh"  # the meeting's language, whatever the window speaks
    assert audit(view, size / 100) == []


def test_where_there_is_little_room_the_button_that_exports_stays(bench):
    """At 150 % the columns are folded into one, and the button stands below it."""
    view = bench.show(PapersView(bench(size=150), EVENING), width=1234, height=480)
    assert view.folding.narrow
    assert view.export.start_button.isVisible()
    button = view.export.start_button
    assert view.rect().contains(button.mapTo(view, button.rect().bottomRight()))
    view.resize(1700, 480)
    bench.run(_turn())
    assert not view.folding.narrow
    assert view.export.start_button.parentWidget() is view.export


async def _turn():
    import asyncio

    for _ in range(3):
        await asyncio.sleep(0)


def test_a_closed_view_is_freed(bench):
    """Also while pages are still being set for it: the answer finds nobody and is dropped."""
    view = PapersView(bench(), EVENING)
    view.show()
    watch = Watch(view)
    view.deleteLater()
    del view
    bench.idle()
    watch.assert_freed()
