"""What is done from a decision: noting what it changes, bringing it up again, taking the list along."""

import asyncio
import csv
import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from facilitator import aftermath
from facilitator.desk.decisions.asked import Asked, memory_of
from facilitator.desk.decisions.before import BeforeLine
from facilitator.desk.decisions.export import ListExport
from facilitator.desk.decisions.library import library_of
from facilitator.desk.decisions.which import Which
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Tone
from facilitator.desk.places import Place
from facilitator.desk.works import Works
from facilitator.meeting.convening import ConveneMeeting
from facilitator.opening import Onlooker
from facilitator.searching import Kind, Wanted
from tests.desk.audit import audit
from tests.desk.evening import EVENING, at_desk, leave, write
from tests.desk.shown import find, shown


@pytest.fixture
def evening(qapp, tmp_path):
    """Give a desk on the evening alone, to be written to; its archive is read to the end."""
    with at_desk(tmp_path, '"meeting.close"') as desk:
        library_of(desk).freshen()
        while not library_of(desk).complete:
            QApplication.processEvents()
        yield desk


def call_next(desk, meeting="next"):
    planned = desk.now().replace(month=12, day=11)
    convene = ConveneMeeting(meeting=meeting, body="songbaigang", planned=planned, place="会议室")
    assert desk.session.do(convene)


def panel():
    found = QApplication.activeModalWidget()
    assert found is not None, "no panel is open"
    return found


def plain(text):
    return text.replace("\u00a0", "")


def test_a_link_is_noted_and_both_decisions_tell_it(evening):
    """The earlier one is found by a word; without one nothing is sent, and the panel says so."""
    with shown(evening, f"decisions/{EVENING}/2") as window:
        find(window, "decision.link").click()
        assert audit(panel()) == []
        done = find(panel(), "link.done")
        done.click()
        assert "选定" in find(panel(), "panel.said").text()
        write(find(panel(), "link.field"), "报销")
        QTest.keyClick(find(panel(), "link.field"), Qt.Key.Key_Down)
        find(panel(), "link.repeals").click()
        write(find(panel(), "link.clause"), "第三条")
        done.click()
        assert QApplication.activeModalWidget() is None
        (link,) = aftermath.links(evening.session, EVENING, 2)
        assert (link.kinship, link.number, link.clause) == ("repeals", 1, "第三条")
        find(window, f"decision.to.{EVENING}.1").click()
        assert find(window, "decision.state").text() == "已废止"


def test_a_copy_to_look_at_is_searched_and_records_nothing(evening):
    """Everything is found and read in it; what would be recorded is grey, with the reason."""
    path, clock = evening.session.path, evening.session.clock
    evening.session.close()
    looking = Desk(Onlooker(path, clock=clock), evening.settings, Works())
    try:
        with shown(looking, "decisions") as window:
            page = window.page
            page.field.setText("报销")
            while not library_of(looking).complete:
                QApplication.processEvents()
            page.read()
            assert page.model.rowCount() > 1
            page.show_which(Which(EVENING, Kind.DECISION, "2"))
            for name in ("decision.link", "decision.draft"):
                assert not find(window, name).isEnabled()
                assert "只读副本" in find(window, name).toolTip()
    finally:
        leave(looking)


def test_a_decision_is_brought_up_again_on_the_next_agenda(evening):
    """Its words as the draft, itself as the source; the panel can word both anew."""
    call_next(evening)
    with shown(evening, f"decisions/{EVENING}/2") as window:
        find(window, "decision.draft").click()
        assert audit(panel()) == []
        assert find(panel(), "draft.meeting").currentData() == "next"
        find(panel(), "draft.title").clear()
        find(panel(), "draft.done").click()
        assert find(panel(), "panel.said").text()
        write(find(panel(), "draft.title"), "车位桩再议")
        find(panel(), "draft.done").click()
        (item,) = evening.session.meeting("next").agenda.items
        assert item.title == "车位桩再议"
        assert item.text.startswith("自2026年12月7日起，北巷试行三个月")
        assert item.source == f"followup/{EVENING}/2"


def test_without_a_next_meeting_one_is_called_first(evening):
    """The topic goes on its agenda as soon as it is called."""
    with shown(evening, f"decisions/{EVENING}/1") as window:
        find(window, "decision.draft").click()
        find(panel(), "draft.done").click()
        assert panel().objectName() == "new-meeting"
        find(panel(), "new.place").setText("会议室")
        find(panel(), "new.done").click()
        assert window.place.page == "meetings"
        *_, item = evening.session.meeting(window.place.which).agenda.items
        assert (item.title, item.source) == ("异地医疗即时报销", f"followup/{EVENING}/1")


def test_papers_minutes_and_follow_up_are_one_step_away(evening):
    """Each button leads to its page."""
    ways = (
        ("decision.minutes", Place("meetings", EVENING, "papers.record")),
        ("decision.meeting", Place("meetings", EVENING)),
        ("decision.follow", Place("followup", "", f"{EVENING}~2")),
    )
    for name, place in ways:
        with shown(evening, f"decisions/{EVENING}/2") as window:
            find(window, name).click()
            assert window.place == place


def test_what_is_typed_elsewhere_is_met_with_one_quiet_line(evening):
    """A topic like an earlier one shows it, another one nothing; the peek goes to the page and back."""
    call_next(evening)
    with shown(evening, "meetings/next") as window:
        line = find(window, "plan.before")
        field = find(window, "plan.title")
        write(field, "拆除车位桩怎么办")
        line.look()
        assert line.isVisible()
        assert field.hasFocus()
        assert plain(find(window, "plan.before.way").text()).startswith("以前议过")
        assert audit(window) == []
        line.peek()
        assert audit(panel()) == []
        assert "车位" in find(panel(), "peek.text").text()
        find(panel(), "peek.done").click()
        assert field.text() == "拆除车位桩怎么办"
        field.clear()
        write(field, "龙舟")
        line.look()
        assert not line.isVisible()
        field.clear()
        line.look()
        assert not line.isVisible()


def test_its_own_meeting_is_no_meeting_before(evening):
    """While a motion is typed at a meeting, what that very meeting says is not "before"."""
    field = QLineEdit("北巷私装车位桩拆除试行")
    own = BeforeLine(evening, [field], but=EVENING, name="own")
    own.look()
    assert own.found.total.count == 0
    other = BeforeLine(evening, [field], but="", name="other")
    other.look()
    assert other.found.total.count > 0


def test_the_list_leaves_the_house_as_a_sheet(evening, aloop, tmp_path):
    """What was looked for, in the order of the page; the notice says how many and where."""
    memory_of(evening).asked = Asked()
    noticed = []
    evening.noticed.connect(noticed.append)
    with shown(evening, "decisions") as window:
        export = ListExport(evening, window.page, window.page.middle.writing)
        names = [act.objectName() for act in export.menu(Wanted()).actions()]
        assert names == [f"decisions.export.{form}" for form in ("xlsx", "csv", "docx", "pdf")]
        path = tmp_path / "列表.csv"

        async def write_it(wanted, path):
            export.start(wanted, path.suffix[1:], str(path))
            await evening.works.idle()

        aloop.run_until_complete(asyncio.wait_for(write_it(Wanted("车位"), path), 30))
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
        assert len(rows) == 2
        assert "北巷私装车位桩拆除试行" in rows[1]
        assert noticed[-1].tone is Tone.DONE
        assert "1项决议已导出到" in plain(noticed[-1].text)
        aloop.run_until_complete(asyncio.wait_for(write_it(Wanted("龙舟"), path), 30))
        assert noticed[-1].tone is Tone.TOLD
        assert not window.page.middle.writing.isVisible()
        aloop.run_until_complete(evening.works.settle())
