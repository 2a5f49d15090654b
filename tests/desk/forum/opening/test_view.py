"""The opening of a forum: counting heads, signing in, a host who is here."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSpinBox

from facilitator.desk.forum.opening.view import OpeningView
from facilitator.meeting.attendance import Capacity, Leave
from tests.desk.forum.table import laid
from tests.desk.forum.wall.day import FORUM

DOORS = datetime.fromisoformat("2026-11-21T08:30:00+08:00")
M = {"meeting": FORUM}


@pytest.fixture
def table(qapp, tmp_path):
    """Give the opening when the doors open: nobody was counted, the host is not there yet."""
    with laid(tmp_path, DOORS, OpeningView) as it:
        yield it


def counts(table):
    """Return what was counted so far."""
    return [one.heads for one in table.meeting.rounds.total]


class TestCounting:
    def test_a_number_and_enter(self, table):
        """The field has the keys from the beginning and is typed over."""
        assert table.focus == "count.heads"
        table.type("95")
        table.key(Qt.Key.Key_Return)
        table.type("110")
        table.key(Qt.Key.Key_Return)
        assert counts(table) == [95, 110]
        assert "95 人" in table.text("count.earlier")

    def test_by_ones_and_tens_at_the_door(self, table):
        """Each press counts at once: somebody at the door needs no Enter."""
        for name in ("10", "10", "1", "-1"):
            table.click(f"count.step.{name}")
        assert counts(table)[-1] == counts(table)[0] + 10

    def test_the_same_number_again_is_no_new_count(self, table):
        """A second Enter, and a click on the button after it, change nothing."""
        table.type("95")
        table.key(Qt.Key.Key_Return)
        table.key(Qt.Key.Key_Return)
        table.click("count.done")
        assert counts(table) == [95]

    def test_never_below_nobody(self, table):
        """Less than none is none."""
        table.find("count.heads").setValue(0)
        table.click("count.step.-1")
        assert counts(table) in ([], [0])

    def test_who_was_expected_and_who_signed_in_is_told_beside(self, table):
        """Both ways of counting are seen together."""
        assert table.text("count.about").startswith("预计 110 人 · 按名单签到")


class TestTheList:
    def test_is_the_second_table(self, table):
        """Ctrl+2 lays it, Ctrl+1 the count; the way on is in the bar alone."""
        table.key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        assert table.shows("signin")
        assert not table.shows("door.forward")
        table.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        assert table.shows("count.heads")


class TestTheHost:
    def test_is_noted_as_here_by_one_press(self, table):
        """Without a host in the room the marketplace does not open."""
        host = table.meeting.life.host
        if table.meeting.attendance.is_present(host):
            table.desk.do(Leave(**M, person=host))
        assert table.text("host.state") == "未到"
        table.click("host.came")
        assert table.meeting.attendance.is_present(host)
        assert table.text("host.state").endswith("到场")

    def test_may_be_anybody(self, table):
        """A social worker from outside: on the list as staff, in the room, and host, by a name and Enter."""
        table.click("host.change")
        table.panel.findChild(QLineEdit, "forum-host.who").setText("吴社工")
        table.click("forum-host.done")
        host = table.meeting.life.host
        seen = table.meeting.attendance.observers[host]
        assert (seen.person.name, seen.capacity) == ("吴社工", Capacity.STAFF)
        assert table.meeting.attendance.is_present(host)
        assert table.text("host.name") == "吴社工"

    def test_needs_a_name(self, table):
        """An empty field is told so, and the panel stays."""
        table.click("host.change")
        table.click("forum-host.done")
        assert table.is_panel_open


def test_the_field_takes_no_more_than_a_hall(table):
    """Its range is the meeting's own."""
    assert table.find("count.heads").maximum() >= 10_000
    assert isinstance(table.find("count.heads"), QSpinBox)
