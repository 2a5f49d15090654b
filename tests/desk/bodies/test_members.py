"""What can become of a seat: corrections, offices, leaving, by-elections, rulings, alternates, erasure."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from facilitator import presets
from facilitator.bodies import Person
from facilitator.bodies.membership import Entry, SeatMember, VacateSeat
from facilitator.desk.bodies.fields import DayField, end_of_term, weight_of
from facilitator.desk.bodies.former import FormerPanel, former_members
from facilitator.desk.bodies.member import MemberPanel
from facilitator.desk.bodies.seating import SeatPanel
from tests.desk.bodies.hall import (
    choose,
    click,
    fill,
    found,
    open_panel,
    owners,
    press,
    seated,
    see,
    settle,
)
from tests.desk.freed import assert_freed
from tests.desk.shown import said, shown

BODY = "songbaigang"


@pytest.fixture
def window(evening):
    """Give the page of the sample council."""
    with shown(evening, "bodies") as made:
        yield made


@pytest.fixture
def body(evening):
    """Give the sample council."""
    return evening.session.body(BODY)


def test_a_telephone_is_corrected(window, body):
    """The panel opens on the person's data; Enter records what was changed and closes it."""
    click(window, "seat.3")
    assert see(window, "member.name").text() == "黄志强"
    fill(window, "member.phone", "13900000000")
    press(window, Qt.Key.Key_Return)
    assert open_panel(window) is None
    assert body.people["huang-zhiqiang"].phone == "13900000000"


def test_nothing_changed_records_nothing(window, body):
    """Save without a change closes the panel; the record gets no empty correction."""
    version = body.version
    click(window, "seat.3")
    click(window, "member.done")
    assert open_panel(window) is None
    assert body.version == version


def test_a_refused_correction_stays_open(window, body):
    """An identity-card number is refused in the panel, which stays."""
    click(window, "seat.3")
    fill(window, "member.phone", "11010119900307851X")
    click(window, "member.done")
    assert "身份证" in see(window, "panel.said").text()
    assert body.people["huang-zhiqiang"].phone == "13800000003"


def test_somebody_leaves_with_a_reason(window, body):
    """Leaving asks why; without a reason nothing happens."""
    click(window, "seat.12")
    click(window, "member.vacate")
    click(window, "why.done")
    assert open_panel(window) is not None
    fill(window, "why.reason", "迁出本社区")
    click(window, "why.done")
    assert 12 not in body.held_seats()
    assert "空缺" in see(window, "seat.12").accessibleName()


def test_a_by_election_is_one_panel(window, body):
    """Who leaves, why, and who comes: the seat is refilled for the rest of the term."""
    click(window, "seat.12")
    click(window, "member.replace")
    fill(window, "seating.reason", "辞任")
    fill(window, "entry.name", "欧阳振华")
    click(window, "seating.done")
    (held,) = [one for one in body.seated if one.seat == 12]
    assert body.people[held.member].name == "欧阳振华"
    assert (held.since, held.until) == (date(2026, 11, 27), date(2029, 8, 31))
    assert "zhou-yumei" not in body.holdings


def test_a_by_election_that_is_refused_sends_nobody_away(window, body):
    """What is wrong with the new member is said before the old one has left."""
    click(window, "seat.12")
    click(window, "member.replace")
    fill(window, "seating.reason", "辞任")
    click(window, "seating.done")
    assert "姓名" in see(window, "panel.said").text()
    fill(window, "entry.name", "欧阳振华")
    fill(window, "entry.until", "2020-01-01")
    click(window, "seating.done")
    assert open_panel(window) is not None
    assert body.holding("zhou-yumei").seat == 12


def test_an_office_moves(window, body):
    """Whoever gets the office has it alone."""
    click(window, "seat.1")
    click(window, "member.office")
    assert see(window, "office.who").currentData() == "chen-guodong"
    choose(window, "office.who", "lin-xiuying")
    click(window, "office.done")
    assert body.holding("lin-xiuying").offices == ("chair",)
    assert body.holding("su-huimin").offices == ()


def test_an_office_can_be_given_at_once(evening, window, body):
    """A new member with an office that somebody holds takes it over, so that nobody has it twice."""
    evening.do(VacateSeat(body=BODY, member="zhou-yumei", reason="迁出"))
    settle()
    click(window, "seat.12")
    fill(window, "entry.name", "欧阳振华")
    click(window, "entry.office.chair")
    click(window, "seating.done")
    assert [one.offices for one in body.seated if one.seat in (12, 13)] == [("chair",), ()]


def test_a_ruling_admits_somebody(evening, window, body):
    """A seat held by the wrong group says so; the ruling is recorded with its reason."""
    evening.do(VacateSeat(body=BODY, member="zhou-yumei", reason="迁出"))
    settle()
    click(window, "seat.12")
    fill(window, "entry.name", "欧阳振华")
    choose(window, "entry.group", "established")
    assert "裁定" in see(window, "entry.wrong-group").text()
    click(window, "seating.done")
    assert body.is_contested(body.seated[11].member)
    click(window, "seat.12")
    assert "须经裁定" in see(window, "member.contested").text()
    click(window, "member.rule")
    fill(window, "why.reason", "居民代表会议 12 月 1 日裁定")
    click(window, "why.done")
    assert not body.is_contested(body.seated[11].member)


def test_an_alternate_moves_up(desk):
    """Whoever waits is listed below the seats, and takes a seat of the own group for the rest of its term."""
    body = seated(desk)
    for at, group in enumerate(("new", "established"), 1):
        entry = Entry(member=f"a{at}", person=Person(name=f"候补{at}"), group=group, alternate=True)
        desk.session.do(SeatMember(body="b1", entry=entry))
    with shown(desk, "bodies") as window:
        assert "候补" in said(window.page)
        click(window, "seat.a1")
        assert not see(window, "member.move-up").isEnabled()
        assert "已满" in see(window, "member.move-up").toolTip()
        click(window, "panel.cancel")
        desk.do(VacateSeat(body="b1", member="m12", reason="迁出"))
        settle()
        click(window, "seat.12")
        click(window, "seating.move-up")
        assert see(window, "moving-up.who").count() == 1
        click(window, "moving-up.done")
        assert (body.holding("a1").seat, body.holding("a1").until) == (12, date(2029, 8, 31))
        assert body.holding("a2").seat == 0


def test_personal_data_is_erased_after_leaving(evening, window, body):
    """Only those who have left can be erased; the law is named, a reason is asked, the name is gone."""
    panel = FormerPanel(evening, BODY, window)
    panel.open()
    settle()
    assert "没有离任人员" in said(panel)
    click(window, "former.close")
    evening.do(VacateSeat(body=BODY, member="zhou-yumei", reason="迁出"))
    panel = FormerPanel(evening, BODY, window)
    panel.open()
    settle()
    assert "个人信息保护法" in said(panel)
    click(window, "former.erase")
    assert open_panel(window) is not None
    fill(window, "former.reason", "本人要求")
    click(window, "former.erase")
    assert body.people["zhou-yumei"] is None
    assert former_members(body) == []


def test_a_member_of_an_assembly_has_a_weight(desk):
    """The area is typed in square metres and kept in the charter's unit."""
    body = owners(desk, 3)
    with shown(desk, "bodies/own/roster") as window:
        assert "下一席" in see(window, "entry.seat").currentText()
        fill(window, "entry.name", "新业主")
        fill(window, "entry.weight", "86.555")
        click(window, "roster.record")
        assert "数" in see(window, "roster.said").text()
        fill(window, "entry.weight", "86.5")
        click(window, "roster.record")
        assert [(one.seat, one.weight) for one in body.seated][-1] == (4, 8650)


def test_the_charters_term_is_the_members_term(desk):
    """Where the charter says how long a term is, the first date that is offered is its end."""
    found(desk, "s", "songbaigang", sample=True)
    with shown(desk, "bodies/s/roster") as window:
        assert see(window, "entry.since").text() == "2026-09-01"
        assert see(window, "entry.until").text() == "2029-08-31"


@pytest.mark.parametrize(
    ("since", "months", "end"),
    [
        (date(2026, 9, 1), 36, date(2029, 8, 31)),
        (date(2026, 1, 31), 1, date(2026, 2, 27)),
        (date(2026, 12, 1), 12, date(2027, 11, 30)),
    ],
)
def test_a_term_ends_the_day_before(since, months, end):
    """Three years from the first of September end on the last of August."""
    assert end_of_term(since, months) == end


def test_a_day_is_read_as_people_write_it(desk, qtbot):
    """2026年9月1日 and 2026/9/1 are the same day; what is no day is marked."""
    field = DayField(desk, "day", "since", None, date(2027, 1, 29))
    qtbot.addWidget(field)
    assert field.placeholderText() == "如 2027-01-29"
    for text in ("2026年9月1日", "2026/9/1", "2026.9.1"):
        field.setText(text)
        field.editingFinished.emit()
        assert field.text() == "2026-09-01"
    field.setText("bald")
    field.editingFinished.emit()
    assert field.property("wrong") is True
    field.setText("")
    assert field.day() is None


def test_weights_are_exact():
    """Hundredths of a square metre are whole numbers; nothing is rounded."""
    assert weight_of("10,400", "0.01 m²") == 1_040_000
    assert weight_of("86.5", "0.01 m²") == 8650
    assert presets.charter("owners_ordinary").weight_unit == "0.01 m²"


def test_the_panels_are_freed(evening, qtbot):
    """A panel that was closed is gone."""
    from PySide6.QtWidgets import QWidget

    page = QWidget()
    qtbot.addWidget(page)
    for make in (
        lambda: MemberPanel(evening, page, BODY, "su-huimin"),
        lambda: SeatPanel(evening, page, BODY, seat=12, leaving="zhou-yumei"),
        lambda: FormerPanel(evening, BODY, page),
    ):
        assert_freed(make, lambda panel: panel.open())
