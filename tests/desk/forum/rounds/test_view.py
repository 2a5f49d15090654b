"""The rounds at the desk: who meets where, people counted by Enter after Enter, recorders, not held."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from facilitator.desk.forum.rounds.board import BoardModel
from facilitator.desk.forum.rounds.rows import counted, ends_at, free_places, groups
from facilitator.desk.forum.rounds.view import RoundsView
from facilitator.meeting.forum.placing import HalveTopic, MoveTopic
from facilitator.meeting.forum.rounds import EndRound, StartRound
from facilitator.meeting.forum.topics import NotHeld
from facilitator.meeting.forum.wall import TopicState
from facilitator.meeting.lifecycle import EnterPhase
from tests.desk.forum.table import NEWS, laid
from tests.desk.forum.wall.day import FORUM, MARKET
from tests.desk.freed import assert_freed

M = {"meeting": FORUM}


def running(folder):
    """Give the rounds, the first of them on, nobody counted."""

    def make(desk, meeting):
        assert desk.do(EnterPhase(**M, phase="rounds"))
        assert desk.do(StartRound(**M, slot="s1"))
        return RoundsView(desk, meeting)

    return laid(folder, MARKET, make)


@pytest.fixture
def table(qapp, tmp_path):
    """Give the first round, on since 09:40."""
    with running(tmp_path) as it:
        yield it


def heads(table, place, slot="s1"):
    """Return how many were counted there."""
    return table.meeting.rounds.heads_in(slot, place)


def later(table, minutes):
    """Let some minutes go by."""
    table.desk.session.clock.at += timedelta(minutes=minutes)
    table.desk.second.emit()
    table.settle()


def digits(table, number):
    """Type a number into whatever has the keys."""
    for letter in number:
        QTest.keyClicks(QApplication.focusWidget(), letter)
    table.settle()


class TestTheBoard:
    def test_shows_each_group_with_place_topic_and_people(self, table):
        """A line a group, places in their order; who convenes, who takes notes."""
        first = table.view.model.rows[0]
        assert (first.place_name, first.number, first.title) == (
            "大厅东",
            "01",
            "停车位怎么分才公平",
        )
        assert (first.conveners, first.heads, first.counts) == ("孙立军", None, True)
        names = [group.place_name for group in table.view.model.rows]
        order = [place.name for place in table.meeting.matrix.places.values()]
        assert names == [name for name in order if name in names]

    def test_its_model_keeps_the_rules_of_models(self, table):
        """Checked by Qt's own tester while rows change and go."""
        QAbstractItemModelTester(
            table.view.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        table.desk.do(NotHeld(**M, topic="t01"))
        table.view.choose("s2")
        table.view.choose("s1")

    def test_numbers_are_typed_one_after_another(self, table):
        """A digit opens the field, Enter records it and opens the next place's."""
        digits(table, "19")
        table.key(Qt.Key.Key_Return)
        digits(table, "8")
        table.key(Qt.Key.Key_Return)
        places = [group.place for group in table.view.model.rows]
        assert [heads(table, place) for place in places[:3]] == [19, 8, None]
        assert table.focus == "rounds.heads"
        assert "已清点 2 处，共 27 人" in table.text("rounds.sum")

    def test_an_empty_field_counts_nobody(self, table):
        """Enter over a place where nobody was counted yet goes on without a number."""
        table.key(Qt.Key.Key_Return)
        table.key(Qt.Key.Key_Return)
        assert not table.meeting.rounds.heads
        assert table.focus == "rounds.heads"

    def test_esc_records_nothing(self, table):
        """What was typed and given up is no count."""
        digits(table, "19")
        table.key(Qt.Key.Key_Escape)
        assert not table.meeting.rounds.heads

    def test_a_later_number_stands_for_an_earlier(self, table):
        """Up again, another number: both are in the record."""
        digits(table, "19")
        table.key(Qt.Key.Key_Return)
        table.key(Qt.Key.Key_Up)
        digits(table, "21")
        table.key(Qt.Key.Key_Return)
        assert [one.heads for one in table.meeting.rounds.heads["s1", "east"]] == [19, 21]

    def test_two_groups_in_one_place_have_one_count(self, table):
        """Each half of a slot has its line; the place is counted once."""
        desk, place = table.desk, table.view.model.rows[1].place
        other = table.view.model.rows[1].topic
        assert desk.do(HalveTopic(**M, topic=other, half=2))
        assert desk.do(MoveTopic(**M, topic="t01", place=place, slot="s1"))
        assert desk.do(HalveTopic(**M, topic="t01", half=1, slot="s1"))
        there = [group for group in table.view.model.rows if group.place == place]
        assert [(g.topic, g.half, g.counts) for g in there] == [("t01", 1, True), (other, 2, False)]
        assert "大厅东" in free_places(table.meeting, "s1")

    def test_a_round_to_come_is_seen_and_not_counted(self, table):
        """The next round's groups can be looked at; there is nothing to type."""
        table.click("slot.s2")
        assert table.view.slot == "s2"
        table.view.board.setFocus()
        QTest.keyClicks(table.view.board, "5")
        assert table.view.board.indexWidgetNow() is None
        assert table.text("rounds.state").startswith("计划 11:00")


class TestTheGroup:
    def test_gets_a_recorder_by_name_and_enter(self, table):
        """A name that nobody knows is put on the list; the line shows it."""
        table.find("rounds.recorder").setFocus()
        table.find("rounds.recorder").setText("路过的王师傅")
        table.key(Qt.Key.Key_Return)
        assert table.view.model.rows[0].recorder == "路过的王师傅"
        assert table.meeting.reports.recorder("t01")

    def test_is_noted_as_not_held_by_one_click_and_back_by_another(self, table):
        """Nobody came; then somebody did."""
        table.click("rounds.not-held")
        assert table.meeting.wall.topic("t01").state is TopicState.NOT_HELD
        assert not table.view.model.rows[0].held
        table.click("rounds.not-held")
        assert table.meeting.wall.topic("t01").state is TopicState.OPEN

    def test_a_name_being_typed_outlives_what_others_do(self, table):
        """An act elsewhere does not take the letters away."""
        field = table.find("rounds.recorder")
        field.setFocus()
        field.setText("周建")
        table.desk.do(NotHeld(**M, topic="t05"))
        assert table.find("rounds.recorder").text() == "周建"


class TestTheTime:
    def test_counts_down_to_the_planned_end_and_on_beyond(self, table):
        """The plan hangs on the wall: a round that began early or late ends as it says there."""
        assert ends_at(table.meeting) == table.meeting.matrix.slots["s1"].ends
        assert table.text("rounds.left") == "1:09:08"
        later(table, 72)
        assert table.text("rounds.left") == "+2:52"
        assert table.text("rounds.until") == "10:50 已到时"

    def test_a_round_after_its_planned_end_has_its_whole_length(self, table):
        """Started when it should have been over, it runs as long as it was to."""
        desk = table.desk
        desk.do(EndRound(**M))
        later(table, 200)
        desk.do(StartRound(**M, slot="s1"))
        assert table.text("rounds.left") == "1:00:00"

    def test_a_round_before_its_time_has_its_whole_length_too(self, table):
        """Started early, it does not last until it was to be over."""
        desk = table.desk
        desk.do(EndRound(**M))
        desk.do(StartRound(**M, slot="s3"))
        assert table.text("rounds.left") == "1:00:00"

    def test_an_ended_round_can_go_on(self, table):
        """Ended too early: one button lets it go on, and it is the running one again."""
        table.desk.do(EndRound(**M))
        assert not table.shows("rounds.left")
        table.click("rounds.start")
        assert table.meeting.rounds.running == "s1"

    def test_the_next_round_is_announced(self, table):
        """Its time and its groups, to be read out."""
        assert table.view._next_head.text().replace("\u00a0", " ") == "下一场：第 2 场，11:00—12:00"
        assert "老楼加装电梯怎么谈" in table.view._next_list.text()


class TestThePicture:
    def test_shows_each_count_and_sums_without_guessing(self, qapp, tmp_path):
        """A line a place, a column a round; where nobody counted stands –; nothing joins the rounds."""
        with laid(tmp_path, NEWS, RoundsView) as table:
            said = table.view._movement.accessibleName().replace("\u00a0", " ").split("\n")
            assert said[0] == "大厅东: 第 1 场 19, 第 2 场 21, 第 3 场 28"
            assert "党群会议室: 第 1 场 8, 第 2 场 –, 第 3 场 12" in said
            assert counted(table.meeting, "s1") == (11, 11, 104)
            table.view.choose("s3")
            assert len(groups(table.desk, table.meeting, "s3")) == len(table.view.model.rows)

    def test_is_away_while_nobody_was_counted(self, table):
        """No empty picture stands there."""
        assert not table.shows("rounds.spread")


def test_the_model_goes_with_its_view(qapp, tmp_path):
    """Nothing holds a board that was closed."""
    with laid(tmp_path, MARKET, RoundsView) as table:
        assert_freed(lambda: BoardModel(table.desk))
