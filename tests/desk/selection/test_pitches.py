"""The pitches at the desk: one key through all of them, the clock, who steps back, and what is undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from facilitator.desk.meeting.tables import TablesRoom
from facilitator.desk.meeting.undo import undoing
from facilitator.desk.selection.pitches.clock import Reading
from facilitator.meeting.agenda import ItemState
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.meeting.selection.ballots import OpenVote
from facilitator.meeting.selection.pitches import EndPitch, next_pitch
from facilitator.meeting.timing import Pace
from tests.desk.evening import later
from tests.desk.selection.hall import MEETING, at_selection
from tests.desk.selection.test_prepare import click, fill, meeting, panel, plain
from tests.desk.shown import find, shown

PAGE = f"meetings/{MEETING}"


@pytest.fixture
def on(qapp, tmp_path):
    """Give the window while the fourth project is presented."""
    with at_selection(tmp_path, "pitching") as desk, shown(desk, PAGE) as window:
        undoing(desk)
        yield window


@pytest.fixture
def opened(qapp, tmp_path):
    """Give the window before the first pitch."""
    with at_selection(tmp_path, "opened") as desk, shown(desk, PAGE) as window:
        undoing(desk)
        yield window


def rows(window):
    """Return the state and the words of each row by project."""
    return {
        one.item: (one.state, plain(one.words)) for one in find(window, "pitches.list").model().rows
    }


def test_the_room_has_its_tables_and_one_button_that_moves_on(on):
    """Pitches first, the slate, the debate, signing in; moving on waits while something is presented."""
    room = next(one for one in on.findChildren(TablesRoom) if one.isVisible())
    assert [one.key for one in room.tables] == ["pitches", "slate", "debate", "people"]
    assert not find(on, "day.on").isEnabled()
    assert on.desk.do(EndPitch(meeting=MEETING))
    assert find(on, "day.on").isEnabled()
    click(on, "table.slate")
    assert find(on, "slate.add").isVisible()
    assert on.desk.do(EnterPhase(meeting=MEETING, phase="voting"))
    assert on.desk.do(OpenVote(meeting=MEETING, helpers=("r2", "r3")))
    click(on, "table.slate")
    QApplication.processEvents()
    fixed = [one.text() for one in on.findChildren(QLabel, "slate.fixed") if one.isVisible()]
    assert len(fixed) == 1
    assert "不能再改" in fixed[0]
    assert not any(one.isVisible() for one in on.findChildren(QLineEdit, "slate.title"))


def test_every_project_tells_how_it_stands(on):
    """Presented with its times, passed over and withdrawn with the reason, presented now, next, to come."""
    found = rows(on)
    assert found["01-1"] == (ItemState.DONE, "已陈述 14:19 · 4:40 + 2:32")
    assert found["04-1"] == (ItemState.PAUSED, "已跳过：陈述人堵在路上，稍后补讲")
    assert found["07-1"] == (ItemState.WITHDRAWN, "已撤回：申请单位撤回，改走日常经费")
    assert found["15-1"] == (ItemState.IN_HAND, "正在陈述")
    assert found[next_pitch(meeting(on))][1].startswith("下一个")
    assert plain(find(on, "pitches.sum").text()) == "已陈述 2 个，共 18 个 · 抽签"


def test_the_clock_warns_and_runs_over(on):
    """Pitch and questions have a limit each, and the clock says which one runs."""
    later(on.desk, seconds=275)
    on.desk.second.emit()
    assert find(on, "pitch.clock").text() == "4:35"
    assert plain(find(on, "pitch.left").text()) == "陈述限时 5:00 · 剩 25 秒"
    assert find(on, "pitch.clock").property("tone") == "warn"
    later(on.desk, seconds=37)
    on.desk.second.emit()
    assert find(on, "pitch.clock").text() == "+0:12"
    assert "超时" in find(on, "pitch.left").text()
    click(on, "pitch.forward")
    later(on.desk, seconds=5)
    on.desk.second.emit()
    assert find(on, "pitch.clock").text() == "0:05"
    assert Reading(999, 0, asking=False).pace is Pace.CALM


def test_one_key_goes_through_the_pitches(opened):
    """F7 begins the next with its presenter, goes on to questions, ends; F6 ends without questions."""
    fill(opened, "pitch.who", "何秀珍")
    for _ in range(3):
        QTest.keyClick(opened, Qt.Key.Key_F7)
        QApplication.processEvents()
    pitch = meeting(opened).pitches.held[0]
    assert (pitch.candidate, pitch.who) == ("01-1", "何秀珍")
    assert pitch.questions is not None
    assert pitch.ended is not None
    QTest.keyClick(opened, Qt.Key.Key_F7)
    QTest.keyClick(opened, Qt.Key.Key_F6)
    QApplication.processEvents()
    second = meeting(opened).pitches.held[1]
    assert second.who == ""
    assert second.questions is None
    assert second.ended is not None
    # One that is passed over keeps its place and can be presented later.
    third = next_pitch(meeting(opened))
    click(opened, "pitches.pass")
    fill(panel(), "reason.text", "还没到")
    click(panel(), "reason.done")
    assert meeting(opened).pitches.passed == {third: "还没到"}
    find(opened, "pitches.list").select(third)
    click(opened, "pitches.present")
    assert meeting(opened).pitches.on == third


def test_whoever_has_an_interest_steps_back(opened):
    """People of the project's place stand first, with the usual reason offered; it is lifted with one."""
    find(opened, "pitches.list").select("02-1")
    QTest.keyClick(opened, Qt.Key.Key_F5)
    QApplication.processEvents()
    people = find(panel(), "step-back.member").people
    assert {one.id for one in people[:3]} == {"r2", "r25", "h2"}
    find(panel(), "step-back.member").choose("h2")
    assert find(panel(), "step-back.reason").text() == "本社区的项目"
    click(panel(), "step-back.done")
    assert meeting(opened).recusals.all["02-1"] == {"h2": "本社区的项目"}
    click(opened, "recused.h2.lift")
    fill(panel(), "reason.text", "点错了人")
    click(panel(), "reason.done")
    assert "h2" not in meeting(opened).recusals.all["02-1"]


def test_what_was_done_is_undone_by_a_recorded_correction(opened):
    """Step back, lift, order, pitch, terms: Ctrl+Z brings each back; a pass-over says what to do instead."""
    told = []
    opened.desk.noticed.connect(lambda notice: told.append(plain(notice.text)))
    undo = undoing(opened.desk)
    find(opened, "pitches.list").select("02-1")
    click(opened, "recused.add")
    find(panel(), "step-back.member").choose("h2")
    click(panel(), "step-back.done")
    assert undo.undo(MEETING)
    assert meeting(opened).recusals.all["02-1"] == {}
    before = list(meeting(opened).pitches.order)
    opened.findChild(type(find(opened, "pitches.list")), "pitches.list").step(before[1], -1)
    assert meeting(opened).pitches.order != before
    assert undo.undo(MEETING)
    assert meeting(opened).pitches.order == before
    click(opened, "pitch.forward")
    assert undo.undo(MEETING)
    assert meeting(opened).pitches.on == ""
    find(opened, "pitches.list").select(next_pitch(meeting(opened)))
    click(opened, "pitches.pass")
    fill(panel(), "reason.text", "还没到")
    click(panel(), "reason.done")
    assert not undo.undo(MEETING)
    assert "跳过的项目随时可以补讲" in told[-1]
