"""Action groups are formed, changed, dissolved; a contact is kept with consent and shown when asked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from facilitator.desk.forum.actions.view import ActionsView
from facilitator.meeting.forum.groups import ChangeGroup
from tests.desk.audit import audit
from tests.desk.forum.table import ACTION, EVENING, laid
from tests.desk.forum.wall.day import FORUM, at_forum
from tests.desk.freed import assert_freed
from tests.desk.shown import said

KEY = Qt.Key


@pytest.fixture
def begun(qapp, tmp_path):
    """Give the action groups while there is none."""
    with laid(tmp_path, ACTION, ActionsView) as table:
        yield table


@pytest.fixture
def late(qapp, tmp_path):
    """Give them when six have been formed."""
    with laid(tmp_path, EVENING, ActionsView) as table:
        yield table


def fill(table, step="先量一量"):
    table.type(step, "group.step")


def test_a_group_begins_with_a_cluster(begun):
    """Its name, initiator and topics stand in the form already; the first step is what is asked."""
    assert begun.shows("actions.none")
    begun.click("seed.1")
    assert begun.focus == "group.step"
    begun.type("请一楼三户来坐一次")
    begun.click("group.done")
    (group,) = begun.meeting.groups.all.values()
    assert (group.title, group.lead, group.topics) == (
        "老楼：电梯、渗水、积水",
        "zhou-jianguo",
        ("t03", "t21", "t28"),
    )
    assert begun.text("group.shown") == "老楼：电梯、渗水、积水"
    assert begun.find("seed.1").accessibleName() != "就“老楼：电梯、渗水、积水”成立小组"


def test_a_group_without_a_day_is_marked(begun):
    """On its card, in full, and in the head; with a day it is not."""
    begun.click("seed.1")
    fill(begun)
    begun.click("group.done")
    assert begun.text("actions.dateless") == "有 1 个还没定日子"
    assert begun.text("group.shown.due") == "没定日子"
    begun.click("group.change")
    begun.type("2026-12-05", "group.due")
    begun.click("group.done")
    assert not begun.shows("actions.dateless")


def test_a_group_is_formed_by_people_who_are_new(begun):
    """The lead is named once, the members are chips; somebody new is put on the list."""
    begun.click("actions.new")
    begun.type("路灯小组", "group.title")
    begun.type("孙立军", "group.lead")
    begun.type("白雪梅、新邻居、孙立军、", "group.members")
    fill(begun)
    begun.click("group.done")
    (group,) = begun.meeting.groups.all.values()
    names = begun.desk.session.names(begun.meeting)
    assert group.lead == "sun-lijun"
    assert [names[one] for one in group.members] == ["白雪梅", "新邻居"]


@pytest.mark.parametrize("lacking", ["lead", "title", "step"])
def test_what_a_group_cannot_be_without_is_refused_in_the_panel(begun, lacking):
    """A name, somebody who leads it, a first step; what was typed stays."""
    begun.click("actions.new")
    for name, text in (("title", "路灯小组"), ("lead", "孙立军"), ("step", "先数灯")):
        if name != lacking:
            begun.type(text, f"group.{name}")
    begun.click("group.done")
    assert begun.shows("panel.said")
    assert begun.meeting.groups.all == {}


def test_without_the_tick_a_contact_is_not_taken(begun):
    """It is refused with the reason; with the tick it is kept, and covered until somebody asks."""
    begun.click("seed.1")
    fill(begun)
    begun.type("13900000000", "group.contact")
    begun.click("group.done")
    assert begun.meeting.groups.all == {}
    assert begun.shows("panel.said")
    panel = begun.panel
    assert panel.height() <= panel.screen().availableGeometry().height()
    begun.click("group.consent")
    begun.click("group.done")
    (group,) = begun.meeting.groups.all.values()
    assert group.contact == "13900000000"
    assert "13900000000" not in said(begun.view)
    begun.click("group.contact.show")
    assert "13900000000" in said(begun.view)


def test_a_contact_is_erased(late):
    """Whoever gave it may take it back; nothing of it is shown afterwards."""
    assert late.meeting.groups.all[late.view.list.group].contact
    late.click("group.contact.erase")
    late.click("reason.done")
    assert late.meeting.groups.all[late.view.list.group].contact == ""
    assert not late.shows("group.contact.erase")


def test_a_group_is_changed_and_what_it_said_before_stays(late):
    """The reason is optional; the contact that was consented to stays."""
    group = late.view.list.group
    contact = late.meeting.groups.all[group].contact
    late.click("group.change")
    late.find("group.step").setPlainText("先听六楼的")
    late.type("一楼没空", "group.reason")
    late.click("group.done")
    now = late.meeting.groups.all[group]
    assert (now.first_step, now.contact) == ("先听六楼的", contact)
    assert "一楼没空" in late.text("group.shown.changes")


def test_a_group_that_does_not_go_on_stays_readable(late):
    """Last in the list, with its reason; nothing can be changed in it."""
    group = late.view.list.group
    late.click("group.dissolve")
    late.click("reason.done")
    assert late.is_panel_open  # without a reason it is refused
    late.type("和停车小组并成一个", "reason.text")
    late.click("reason.done")
    assert late.meeting.groups.all[group].dissolved
    late.view.list.choose(group)
    assert late.view.list.currentIndex().row() == 5
    assert "和停车小组并成一个" in late.text("group.gone")
    assert not late.shows("group.change")


def test_enter_opens_the_form_of_the_group_in_hand(late):
    """The arrows go from card to card; Enter changes."""
    late.key(KEY.Key_Down)
    second = late.meeting.groups.all[late.view.list.group]
    late.key(KEY.Key_Return)
    assert late.find("group.title").text() == second.title


def test_the_list_is_a_sound_model(late):
    """Qt's own tester finds nothing, also while a group is changed."""
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    model = late.view.list.model()
    tester = QAbstractItemModelTester(model, fatal)
    group = late.meeting.groups.all[late.view.list.group]
    late.desk.do(
        ChangeGroup(
            meeting=FORUM, group=group.id, title="另一个名字", lead=group.lead, first_step="走"
        )
    )
    assert model.index(0, 0).data() == "另一个名字"
    assert tester.model() is model


@pytest.mark.parametrize(("until", "name"), [(ACTION, "first"), (EVENING, "late")])
def test_everybody_can_use_it_in_english_at_150_percent(qapp, tmp_path, until, name):
    """Names, contrast, nothing cut; the panel, too."""
    with laid(tmp_path, until, ActionsView, lang="en", size=150, window=(1234, 520)) as table:
        found = audit(table.window, 1.5)
        table.click("actions.new")
        found += audit(table.panel, 1.5)
    assert found == [], name


def test_the_view_is_freed(qapp, tmp_path):
    """Nothing holds it when it is gone."""
    with at_forum(tmp_path, EVENING) as desk:
        assert_freed(lambda: ActionsView(desk, FORUM), lambda view: view.show())
