"""The page of a body: what is wrong and the way on, who sits where, and the list where there are many."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from facilitator.bodies import Person
from facilitator.bodies.founding import BeginTerm
from facilitator.bodies.membership import CorrectPerson, Entry, GiveOffice, SeatMember, VacateSeat
from facilitator.desk.bodies.body import BodyPage
from facilitator.desk.bodies.findings import by_urgency
from facilitator.desk.bodies.listing import LINE, BodiesPage
from facilitator.desk.bodies.memberslist import MembersList
from facilitator.desk.places import Place
from facilitator.rules.composition import FindingKind
from tests.desk.bodies.hall import (
    NAMES,
    click,
    fill,
    found,
    open_panel,
    owners,
    press,
    seated,
    see,
    settle,
    text,
)
from tests.desk.evening import write
from tests.desk.freed import assert_freed
from tests.desk.shown import said, shown

BODY = "songbaigang"


def vacate(desk, member, body=BODY):
    """Somebody leaves."""
    desk.session.do(VacateSeat(body=body, member=member, reason="迁出"))


def seat(desk, member, group, number, body=BODY, **fields):
    """Somebody takes a seat."""
    person = Person(name=fields.pop("name", "欧阳振华"))
    entry = Entry(member=member, person=person, group=group, seat=number, **fields)
    desk.session.do(SeatMember(body=body, entry=entry))


def plain(window):
    """Return everything that the page says, without no-break spaces."""
    return said(window.page).replace("\u00a0", "")


def test_a_full_council_has_nothing_to_say(evening):
    """Thirteen of thirteen: no band, every group with its tick, the composition in figures."""
    with shown(evening, "bodies") as window:
        assert not window.findChild(type(window.page._findings), "findings").isVisible()
        told = plain(window)
        assert told.count("6/6✓") == 2
        assert "1/1✓" in told
        assert "6 + 6 + 1" in said(window.page)
        assert "最多可缺4人" in told
        assert text(window, "body.title") == "松柏岗社区共治议事会"
        assert "理事长 苏慧敏 · 13席，在任13人" in told
        assert text(window, "rule.figure.0.0") == "13"
        assert text(window, "rule.figure.0.2") == "9"


def test_a_vacant_seat_is_filled_from_the_band(evening):
    """新居民 5/6，缺 1: its button opens the by-election, and the page shows who was elected."""
    body = evening.session.body(BODY)
    vacate(evening, "zhou-yumei")
    with shown(evening, "bodies") as window:
        assert "新居民5/6，缺1。" in plain(window)
        assert "动议仍需9票赞成" in plain(window)
        assert see(window, "seat.12").accessibleName() == "第12席，新居民，空缺"
        click(window, "findings.missing.new")
        assert open_panel(window) is not None
        assert see(window, "entry.until").text() == "2029-08-31"
        write(see(window, "entry.name"), "欧阳振华")
        press(window, Qt.Key.Key_Return)
        settle()
        assert open_panel(window) is None
        (held,) = [one for one in body.seated if one.seat == 12]
        assert (held.group, held.until) == ("new", date(2029, 8, 31))
        assert see(window, "seat.12").accessibleName().startswith("12、新居民、欧阳振华")
        assert not see(window, "body.left").findChild(QPushButton, "findings.missing.new")


def test_the_most_urgent_comes_first(evening):
    """A seat of the wrong group before a vacant one before an office; the rest waits behind a button."""
    for member in ("zhou-yumei", "su-huimin", "chen-guodong"):
        vacate(evening, member)
    seat(evening, "x1", "established", 12)
    body = evening.session.body(BODY)
    found = by_urgency(body.findings(date(2026, 11, 27)))
    assert [one.kind for one in found] == [
        FindingKind.WRONG_GROUP,
        FindingKind.MISSING,
        FindingKind.MISSING,
        FindingKind.OFFICE_VACANT,
    ]
    with shown(evening, "bodies") as window:
        primary = [
            one
            for one in window.page.findChildren(QPushButton)
            if one.isVisible() and one.property("look") == "primary"
        ]
        assert [one.objectName() for one in primary] == ["findings.wrong-group.new"]
        assert "须作裁定" in plain(window)
        assert "另有2项" in plain(window)
        assert "理事长空缺" not in plain(window)
        click(window, "findings.more")
        assert "理事长空缺" in plain(window)
        assert "待裁定" in see(window, "seat.12").accessibleName()


def test_an_empty_roster_leads_to_typing(desk):
    """A body that was just founded says one thing, and its button leads to the roster."""
    found(desk)
    with shown(desk, "bodies") as window:
        assert "名册还是空的。" in plain(window)
        click(window, "findings.type")
        assert window.place == Place("bodies", "b1", "roster")


def test_an_empty_assembly_says_so_too(desk):
    """An assembly without fixed seats has no seat that is missing; its roster is empty all the same."""
    found(desk, "a", "owners_ordinary")
    with shown(desk, "bodies") as window:
        assert "名册还是空的。" in plain(window)


def test_acts_elsewhere_show_at_once_and_leave_the_keyboard_alone(evening):
    """Somebody corrects a name: the card shows it, and whoever was on a card is still on it."""
    with shown(evening, "bodies") as window:
        card = see(window, "seat.3")
        card.setFocus()
        person = Person(name="黄志坚", address="北巷12号")
        evening.do(CorrectPerson(body=BODY, member="huang-zhiqiang", person=person))
        settle()
        assert see(window, "seat.3") is card
        assert QApplication.focusWidget() is card
        assert "黄志坚" in card.accessibleName()


def test_numbers_of_the_trial_stay_while_the_roster_does(evening):
    """What somebody dialled is not thrown away by a correction; it is when members come or go."""
    with shown(evening, "bodies") as window:
        click(window, "trial.against.less")
        person = Person(name="黄志坚")
        evening.do(CorrectPerson(body=BODY, member="huang-zhiqiang", person=person))
        assert see(window, "trial.against").value == 2
        vacate(evening, "zhou-yumei")
        settle()
        assert see(window, "trial.present").value == 11


def test_the_page_is_one_column_where_it_is_narrow(evening):
    """On a narrow window the rule goes below the seats; nothing is out of reach."""
    with shown(evening, "bodies", width=1366) as window:
        left, right = see(window, "body.left"), see(window, "body.right")
        assert left.y() == right.y()
        window.resize(900, 700)
        settle()
        assert right.y() > left.y() + left.height() - 1
        assert left.width() == right.width()


def test_six_groups_stand_below_each_other(desk):
    """More groups than columns are one block after another, each with its own head."""
    body = seated(desk)
    with shown(desk, "bodies", width=700) as window:
        tops = [see(window, f"group.{one.key}").y() for one in body.charter.groups]
        assert tops == sorted(set(tops))
        assert see(window, "seat.13").isVisible()


def test_an_assembly_is_a_list_with_a_filter(desk):
    """640 owners: a list of rows, found by name, opened by one click or by Enter."""
    owners(desk, 640)
    with shown(desk, "bodies") as window:
        assert window.findChild(MembersList).isVisible()
        assert not window.page.map.isVisible()
        assert text(window, "members.count") == "共 640 人"
        fill(window, "members.find", "业主63")
        assert text(window, "members.count") == "11/640"
        view = see(window, "members.list")
        assert view.model().rowCount() == 11
        view.setFocus()
        view.setCurrentIndex(view.model().index(1))
        press(window, Qt.Key.Key_Return)
        assert open_panel(window).objectName() == "member"
        assert see(window, "member.name").text() == "业主630"
        open_panel(window).reject()
        rect = view.visualRect(view.model().index(0))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        settle()
        assert see(window, "member.name").text() == "业主63"


def test_terms_follow_one_another(evening):
    """The running term stands first; the next one begins in a panel that says what it means."""
    evening.session.do(BeginTerm(body=BODY, term=3))
    with shown(evening, "bodies") as window:
        told = plain(window)
        assert "第三届 · 现任" in told.replace("第三届·", "第三届 ·")
        assert "第二届" in told
        click(window, "terms.new")
        assert "第四届现在开始。" in said(open_panel(window)).replace("\u00a0", "")
        click(window, "terms.begin")
        assert evening.session.body(BODY).term == 4


class TestTheListOfBodies:
    def test_one_body_is_gone_straight_to(self, evening):
        """Whoever has one body sees it, not a list of one; the list is there for the asking."""
        with shown(evening, "bodies") as window:
            assert isinstance(window.page, BodyPage)
            assert not window.page.findChildren(QPushButton, "body.back")
            evening.go("bodies", "", "all")
            assert isinstance(window.page, BodiesPage)

    def test_several_are_a_list(self, desk):
        """Each with its charter, its seats and what is most urgent; a click opens it."""
        seated(desk, "b1", title="一社")
        seated(desk, "b2", NAMES[:12], title="二社")
        owners(desk, 20)
        with shown(desk, "bodies") as window:
            model = window.page.model
            lines = [model.index(at).data(LINE) for at in range(model.rowCount())]
            assert {one.name: one.seats.replace("\u00a0", "") for one in lines} == {
                "一社": "13/13席",
                "二社": "12/13席",
                "松柏花园业主大会": "20人",
            }
            (two,) = [one for one in lines if one.name == "二社"]
            assert two.finding.replace("\u00a0", "") == "街道办事处0/1，缺1"
            view = see(window, "bodies.list")
            rect = view.visualRect(model.index(0))
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
            settle()
            assert window.place == Place("bodies", lines[0].id)
            click(window, "body.back")
            assert window.place == Place("bodies", "", "all")

    def test_nothing_yet_says_what_a_body_is(self, desk):
        """An empty archive explains itself in one sentence, with one button."""
        with shown(desk, "bodies") as window:
            assert "章程" in said(window.page)
            click(window, "bodies.new.first")
            assert window.place == Place("bodies", "new")

    def test_it_hears_of_acts(self, desk):
        """A body that changes is read anew in the list that is shown."""
        seated(desk, "b1")
        found(desk, "b2", title="二社")
        with shown(desk, "bodies") as window:
            desk.do(GiveOffice(body="b1", member="m13", office="chair"))
            settle()
            model = window.page.model
            lines = (model.index(at).data(LINE) for at in range(model.rowCount()))
            assert all("空缺" not in one.finding for one in lines)


@pytest.mark.parametrize("number", [0, 13, 300])
def test_the_page_is_freed(number, desk):
    """However many sit, the page is not held after it was left."""
    if number == 13:
        seated(desk)
    elif number:
        owners(desk, number, "b1")
    else:
        found(desk)
    assert_freed(lambda: BodyPage(desk, "b1"), lambda page: page.show())
    assert_freed(lambda: BodiesPage(desk), lambda page: page.show())
