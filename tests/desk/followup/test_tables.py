"""Calls against the clock, and matters that come in: entered, timed, answered, put on an agenda."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator import aftermath
from facilitator.desk.followup.callpanels import (
    AssessCallPanel,
    CallPanel,
    ReachPanel,
    ReceivePanel,
    WithdrawCallPanel,
)
from facilitator.desk.followup.changing import DuePanel, HandOverPanel, ReviewPanel
from facilitator.desk.followup.intakepanels import (
    AnswerMatterPanel,
    ErasePanel,
    ReferPanel,
    ReopenPanel,
)
from facilitator.desk.followup.intakepanels import ReceivePanel as ReceiveMatterPanel
from facilitator.desk.followup.paying import PayPanel
from facilitator.desk.followup.posting import AnswerPanel, ObjectPanel, post_resolution
from facilitator.desk.followup.reporting import AssessPanel
from facilitator.desk.followup.striking import DropPanel, StrikePanel
from facilitator.desk.followup.viewer import Keeper, Viewer
from facilitator.desk.theme import Theme, wear
from facilitator.followup.posting import Object
from tests.desk.audit import audit
from tests.desk.evening import later
from tests.desk.followup.test_page import COUNCIL, call_next, fill, panel, plain
from tests.desk.shown import find, said, shown

LEFT = Qt.MouseButton.LeftButton


def test_a_call_runs_against_the_clock_and_turns_when_its_time_is_over(desk):
    """On Follow-up and on Today; who is there stops it at the moment that was noted, however long one types."""
    with shown(desk, "followup//~calls") as window:
        QTest.mouseClick(find(window, "calls.make"), LEFT)
        fill("call.department", "街道城管办")
        fill("call.matter", "2号楼下水道往外冒")
        fill("call.caller", "马玉兰")
        panel().done_button.click()
        (call,) = aftermath.calls(desk.session, running=True)
        clock = find(window, f"call.{call.call}.time")
        assert clock.text() == "30:00"
        later(desk, 18 * 60 + 36)
        assert clock.text() == "11:24"
        assert find(window, f"call.{call.call}.rest").text() == "内应到场"
        later(desk, 14 * 60 + 25)
        assert plain(clock.text()) == "超过3分钟"
        assert find(window, f"call.{call.call}").property("look") == "clock-late"
        assert audit(window) == []
        window.show_place(window.place.read("today"))
        assert "呼叫街道城管办：2号楼下水道往外冒" in plain(said(window.page))
        QTest.mouseClick(find(window.page, f"call.{call.call}.reach"), LEFT)
        at = desk.now()
        later(desk, 90)
        fill("reach.who", "刘队")
        panel().done_button.click()
        (call, *_) = aftermath.calls(desk.session)
        assert call.arrived_at == at.isoformat()
        assert aftermath.calls(desk.session, running=True) == []
        window.show_place(window.place.read("followup"))
        assert find(window, "followup.other.~calls").text() == "呼叫", "no 0 hides the earlier ones"
        window.show_place(window.place.read("followup//~calls"))
        assert plain(find(window, "calls.how").text()) == "34分钟到场，超过4分钟"
        QTest.mouseClick(find(window, "calls.assess"), LEFT)
        find(panel(), "assess-call.settled").setCurrentIndex(1)
        panel().done_button.click()
        assert "原话" in find(panel(), "panel.said").text()
        fill("assess-call.text", "通了，井盖还没换")
        panel().done_button.click()
        assert "解决一部分" in said(find(window, "calls.detail"))
        assert plain(find(window, "calls.sum").text()) == "2次呼叫，1次30分钟内到"


def test_a_matter_comes_in_goes_on_an_agenda_and_is_answered(desk):
    """No name without consent; its source stands with the item; answered it is settled, and can be reopened."""
    call_next(desk)
    with shown(desk, "followup//~intake") as window:
        QTest.mouseClick(find(window, "intake.receive.button"), LEFT)
        bodies = find(panel(), "matter.body")
        bodies.setCurrentIndex(bodies.findData("qingyuanli"))
        for name, text in (
            ("matter.name", "6712345"), ("matter.reference", "QD-0412"), ("matter.title", "夜里太吵"),
            ("matter.answer", "2027-02-25"), ("matter.who", "程女士"), ("matter.phone", "13900002222"),
        ):  # fmt: skip
            fill(name, text)
        panel().done_button.click()
        assert panel().isVisible()
        find(panel(), "matter.consent").setChecked(True)
        panel().done_button.click()
        (row,) = aftermath.intakes(desk.session, waiting=True, body="qingyuanli")
        find(window, "intake.list").choose(row.intake)
        assert "13900002222" not in said(window.page)
        QTest.mouseClick(find(window, "intake.show"), LEFT)
        assert "13900002222" in find(window, "intake.person").text()
        QTest.mouseClick(find(window, "intake.put"), LEFT)
        (item,) = desk.session.meeting("next").agenda.items
        assert (item.title, item.source) == ("夜里太吵", row.stream)
        assert item.text == "来源：热线6712345（编号QD-0412）"
        QTest.mouseClick(find(window, "intake.erase"), LEFT)
        fill("erase-sender.reason", "本人要求")
        panel().done_button.click()
        assert "程女士" not in said(window.page)
        QTest.mouseClick(find(window, "intake.answer"), LEFT)
        fill("answer-matter.text", "已约定九点半以后不放音乐。")
        panel().done_button.click()
        assert aftermath.intakes(desk.session, waiting=True, body="qingyuanli") == []
        find(window, "intake.list").choose(row.intake)
        QTest.mouseClick(find(window, "intake.reopen"), LEFT)
        fill("reopen.reason", "又响了")
        panel().done_button.click()
        assert len(aftermath.intakes(desk.session, waiting=True, body="qingyuanli")) == 1


def test_everybody_can_use_every_panel(desk, tmp_path):
    """In English at 150 %, where words are longest and room is least, the audit finds nothing."""
    desk.settings.lang, desk.settings.size = "en", 150
    desk.theme = Theme(size=150)
    wear(QApplication.instance(), desk.theme)
    row = aftermath.followup(desk.session, COUNCIL, "1")
    desk.session.do(
        Object(meeting=COUNCIL, decision=1, entry="o", posting="e1", text="x", on=desk.now().date())
    )
    call = aftermath.calls(desk.session)[0]
    matter = aftermath.intakes(desk.session)[0]
    case = desk.session.following(COUNCIL, 1)
    files = next(
        one.event.attached for one in case.standing() if getattr(one.event, "attached", ())
    )
    with shown(desk, "followup") as window:
        make = [
            lambda kind=kind, over=over: kind(desk, window, over)
            for kind, over in (
                *(
                    (one, row)
                    for one in (AssessPanel, DuePanel, HandOverPanel, ReviewPanel, PayPanel)
                ),
                *((one, row) for one in (post_resolution, ObjectPanel, AnswerPanel)),
                *((one, call) for one in (ReceivePanel, ReachPanel, AssessCallPanel)),
                *(
                    (one, matter)
                    for one in (AnswerMatterPanel, ReferPanel, ReopenPanel, ErasePanel)
                ),
                (WithdrawCallPanel, call),
            )
        ]
        keeper = Keeper(
            lambda: desk.session.following(row.meeting, row.decision, row.group),
            lambda on, file: DropPanel(desk, on, row, file),
        )
        make += [
            lambda: CallPanel(desk, window),
            lambda: ReceiveMatterPanel(desk, window),
            lambda: StrikePanel(desk, window, row, "e4"),
            lambda: Viewer(desk, window, files, keeper),
        ]
        for one in make:
            opened = one()
            opened.open()
            QApplication.processEvents()
            assert audit(opened, 1.5) == [], opened.objectName()
            opened.close()


def test_what_waits_is_offered_where_the_next_agenda_is_made(desk):
    """What is due or came in, and stands on no agenda, with its source; the same words as on its own page."""
    from facilitator.desk.prepare.waiting import waiting_for

    call_next(desk)
    today = desk.now().date() + timedelta(days=1)
    found = waiting_for(desk, "qingyuanli", today, lang="zh", but="next")
    assert [one.source.rpartition("/")[2] for one in found] == ["g1", "g5", "g6"]
    assert all(one.text.startswith("承办单位说：") for one in found)
    council = waiting_for(desk, "songbaigang", today, lang="zh")
    assert all(one.source != "intake/sbg-2027-02-03" for one in council), "it stands on an agenda"
