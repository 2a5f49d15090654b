"""A forum on Today: its question and how far it has come; action groups among what is due."""

from datetime import datetime

import pytest

from facilitator.desk.today.choice import Step, next_step
from facilitator.meeting.forum.rounds import StartRound
from facilitator.meeting.forum.theme import SetTheme
from facilitator.meeting.lifecycle import EnterPhase
from tests.desk.forum.prepare.test_view import CALLED
from tests.desk.forum.table import NEWS
from tests.desk.forum.wall.day import FORUM, MARKET, at_forum, plain
from tests.desk.shown import find, said, shown

M = {"meeting": FORUM}
OVER = datetime.fromisoformat("2026-11-21T16:41:00+08:00")


def today(desk):
    """Return all words of the card of the day, with ordinary spaces."""
    with shown(desk) as window:
        return plain(said(find(window, "today.meeting")))


class TestTheCard:
    def test_before_the_day_tells_question_and_rounds(self, qapp, tmp_path):
        """What it will be about, in which rounds, and what is still to be looked at."""
        with at_forum(tmp_path, CALLED) as desk:
            words = today(desk)
            assert "我们想在什么样的院子里一起变老" in words
            assert "11 处地点，3 场" in words
            assert "第 1 场  09:50—10:50" in words
            assert "主题问题已定" in words

    def test_while_it_runs_tells_people_and_round(self, qapp, tmp_path):
        """Heads as counted, the round that is on, topics and reports."""
        with at_forum(tmp_path, MARKET) as desk:
            assert desk.do(EnterPhase(**M, phase="rounds"))
            assert desk.do(StartRound(**M, slot="s1"))
            words = today(desk)
            assert "在场 110 人" in words
            assert "第 1 场正在讨论" in words
            assert "个议题" in words

    def test_in_the_afternoon_tells_what_is_missing(self, qapp, tmp_path):
        """Reports that hang and that are still to come."""
        with at_forum(tmp_path, NEWS) as desk:
            assert "还缺 4 份" in today(desk)


class TestTheBigButton:
    @pytest.mark.parametrize(("question", "step"), [("", Step.PREPARE), ("什么？", Step.SIGN_IN)])
    def test_opens_the_doors_on_the_day_once_there_is_a_theme(self, qapp, tmp_path, question, step):
        """A forum's agenda is made by those who come: it is not waited for."""
        with at_forum(tmp_path, CALLED) as desk:
            meeting = desk.session.meeting(FORUM)
            meeting.theme.question = question
            assert next_step(meeting, meeting.call.planned) is step

    def test_until_then_it_leads_to_the_preparing(self, qapp, tmp_path):
        """Days before, there is only that."""
        with at_forum(tmp_path, CALLED) as desk:
            assert desk.do(SetTheme(**M, question="什么？"))
            assert next_step(desk.session.meeting(FORUM), desk.now()) is Step.PREPARE


class TestWhatIsDue:
    def test_action_groups_stand_among_the_decisions(self, qapp, tmp_path):
        """Next first; each with who leads it and a way to look."""
        with at_forum(tmp_path, OVER) as desk, shown(desk) as window:
            words = plain(said(find(window, "today.follow")))
            assert words.startswith("待落实的决议和行动小组")
            assert words.index("常去看看小组") < words.index("电梯对话小组")
            assert words.index("停车登记小组") < words.index("每季度办一次开放空间")
            assert "行动小组，何美玲牵头" in words
            find(window, f"today.look.{FORUM}.group.g1")
