"""The end of a forum: words of care before the close, what came of the day, and the way to its book."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from facilitator.desk.closing.cares import cares
from facilitator.desk.closing.forum import what_came
from facilitator.desk.papers.view import PapersView
from facilitator.meeting.forum.convergence import ChooseWay, EnterDots, Way
from facilitator.meeting.forum.groups import FormGroup
from facilitator.meeting.lifecycle import CloseMeeting, EnterPhase, ReopenMeeting
from tests.desk.evening import EVENING, at_desk
from tests.desk.forum.table import ACTION, NEWS
from tests.desk.forum.wall.day import FORUM, at_forum, plain
from tests.desk.shown import find, shown

M = {"meeting": FORUM}
OVER = datetime.fromisoformat("2026-11-21T16:41:00+08:00")
DONE = (EnterPhase(**M, phase="circle"), CloseMeeting(**M))


@pytest.fixture
def over(qapp, tmp_path):
    """Give a desk after the forum was closed."""
    with at_forum(tmp_path, OVER) as desk:
        yield desk


def meeting(desk):
    """Return the forum as it is now."""
    return desk.session.meeting(FORUM)


class TestBeforeTheClose:
    def test_missing_reports_are_named(self, qapp, tmp_path):
        """By the numbers on the cards, with what becomes of them."""
        with at_forum(tmp_path, NEWS) as desk:
            (said,) = cares(desk, meeting(desk))
            assert plain(said).startswith("还缺 4 份讨论记录表：")

    def test_dots_and_days_that_are_lacking_are_told(self, qapp, tmp_path):
        """An open count, a sum that does not fit, a group without a day: each in a sentence."""
        with at_forum(tmp_path, NEWS) as desk:
            for command in (
                EnterPhase(**M, phase="focus"),
                ChooseWay(**M, way=Way.DOTS, each=5, people=106),
                EnterDots(**M, topic="t01", dots=3),
                EnterPhase(**M, phase="action"),
                FormGroup(**M, group="gx", title="试", lead="sun-lijun", first_step="看"),
            ):
                assert desk.do(command), command
            said = [plain(one) for one in cares(desk, meeting(desk))]
            assert said[1] == "贴点的统计还没有结束。"
            assert said[2].startswith("点数对不上：数到 3 点，应有 530 点。")
            assert said[3] == "有 1 个行动小组还没有定第一步的日期。"

    def test_none_of_it_hinders(self, qapp, tmp_path):
        """With all of that open the forum closes."""
        with at_forum(tmp_path, NEWS) as desk:
            assert cares(desk, meeting(desk))
            for command in DONE:
                assert desk.do(command), command

    def test_it_stands_beside_the_pages(self, qapp, tmp_path, aloop):
        """In the column of what is to be done before the close."""
        with at_forum(tmp_path, ACTION) as desk:
            assert desk.do(DONE[0])
            with shown(desk, f"meetings/{FORUM}") as window:
                box = find(window, "closing.cares")
                said = [one.text() for one in box.findChildren(QLabel)]
                assert any("点数对不上" in one for one in said)
                aloop.run_until_complete(desk.works.settle())

    def test_a_councils_meeting_knows_none(self, qapp, tmp_path):
        """Where nobody posts topics there is nothing of the kind."""
        with at_desk(tmp_path, "") as desk:
            assert cares(desk, desk.session.meeting(EVENING)) == []


class TestAfterIt:
    def test_the_day_is_summed_up(self, over):
        """Topics as posted, reports, groups, resolutions."""
        said = plain(what_came(over, meeting(over)))
        assert said == "论坛已结束：28 个议题，25 份讨论记录表，6 个行动小组，1 项决议"

    def test_the_book_is_one_press_away(self, over):
        """It opens the papers at the book of proceedings."""
        went = []
        over.went.connect(went.append)
        with shown(over, f"meetings/{FORUM}") as window:
            QTest.mouseClick(find(window, "closed.book"), Qt.MouseButton.LeftButton)
            assert went[0].part == "papers.proceedings"
            groups = find(window, "closed.groups").findChildren(QLabel)
            assert "电梯对话小组" in [one.text() for one in groups]

    def test_papers_open_at_the_kind_that_is_named(self, over, aloop):
        """One that is not there opens them as usual."""
        with shown(over, f"meetings/{FORUM}/papers.doors") as window:
            assert window.findChild(PapersView).kind == "doors"
            aloop.run_until_complete(over.works.settle())
        with shown(over, f"meetings/{FORUM}/papers.nothing") as window:
            assert window.findChild(PapersView).kind
            aloop.run_until_complete(over.works.settle())

    def test_opened_again_it_is_where_it_last_ran(self, over):
        """With a reason; the pills say where one is, and the action groups lie there."""
        with shown(over, f"meetings/{FORUM}") as window:
            assert over.do(ReopenMeeting(**M, reason="漏了一份记录"))
            QApplication.processEvents()
            assert meeting(over).phase.key == "action"
            assert find(window, "table.actions").isVisible()
            assert find(window, "pill.action").step.now
