"""Team, money, monitoring, end and story of a project, done on its page as the clerk does it."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
)

from facilitator.desk.theme import wear
from facilitator.rounds.concerns import concerns
from facilitator.rounds.ending import Alive, ending_of
from facilitator.rounds.milestones import milestones_of
from facilitator.rounds.monitoring import monitoring_of
from facilitator.rounds.project import Outcome
from facilitator.rounds.spending import money_of, spendings_of
from facilitator.rounds.team import MemberKind, present, team_of
from tests.desk.audit import audit
from tests.desk.evening import desk_after, leave
from tests.desk.projects.conftest import ROUND, up_to_last
from tests.desk.shown import find, said, shown

AUGUST = b'"at": "2025-08-06T'


@pytest.fixture(scope="module")
def carried(qapp, tmp_path_factory):
    """Give the desk on the 6th of August 2025, while the projects are carried out."""
    made = desk_after(tmp_path_factory.mktemp("carried"), up_to_last(AUGUST), play="round")
    wear(QApplication.instance(), made.theme)
    yield made
    leave(made)
    qapp.setStyleSheet("")


@pytest.fixture
def page(carried):
    """Give the page of a project at a segment; the window is the same for one test."""
    with shown(carried, "projects") as window:

        def open_at(number, segment):
            carried.go("projects", ROUND, f"{number}")
            project = find(window, "project")
            project.turn_to(segment)
            QApplication.processEvents()
            return project.shown

        yield open_at


def panel():
    found = QApplication.activeModalWidget()
    assert found is not None, "no panel is open"
    return found


def fill(**told):
    """Type into the fields of the panel: `join__name` is the field join.name."""
    for name, text in told.items():
        field = find(panel(), name.replace("__", "."))
        if isinstance(field, QComboBox):
            at = field.findData(text)
            assert at >= 0, f"{name} offers no {text!r}"
            field.setCurrentIndex(at)
        elif isinstance(field, QLineEdit):
            field.setText(text)
        elif isinstance(field, QSpinBox):
            field.setValue(text)
        elif isinstance(field, QCheckBox):
            field.setChecked(text)
        else:
            assert isinstance(field, QPlainTextEdit)
            field.setPlainText(text)


def press(where, name):
    find(where, name).click()
    QApplication.processEvents()


def done(name):
    """Press the button of the panel; whether it was taken and closed."""
    press(panel(), name)
    return QApplication.activeModalWidget() is None


def pick(where, name):
    """Choose an entry of a menu."""
    find(where, name, QAction).trigger()
    QApplication.processEvents()


def wrong_on(view):
    """What the audit finds, once what was put in the layouts has its room."""
    for _ in range(3):
        QApplication.processEvents()
    return audit(view.window())


def plain(text):
    return text.replace("\u00a0", "").replace("\u2009", "")


def told(name):
    return plain(find(panel(), name).text())


def test_a_team_is_typed_in_one_go_trained_changed_and_erased(carried, page):
    """Each joins with a role; whoever was not trained is proposed; an erased name is gone for good."""
    view = page("10-1", "team")
    case = lambda: carried.session.project(ROUND, "10-1")  # noqa: E731
    before = len(present(case()))
    assert "小川" in said(find(view, "team.residents"))
    assert "曹静" in said(find(view, "team.staff"))
    press(view, "team.join")
    assert audit(panel()) == []
    assert not done("join.next"), "a name is needed"
    fill(join__name="田大爷", join__role="浇水", join__phone="13900000000")
    press(panel(), "join.next")
    assert "田大爷" in told("join.taken")
    assert find(panel(), "join.name").text() == ""
    fill(join__name="农大老师", join__role="土", join__kind="expert", join__on="2025-08-01")
    assert done("join.done")
    assert len(present(case())) == before + 2
    new = {one.person.name: one for one in present(case()) if one.person}
    assert new["田大爷"].kind is MemberKind.RESIDENT
    assert "未培训" in said(view) or "尚未培训" in said(view)
    press(view, "team.train")
    ticked = [one for one in panel().findChildren(QCheckBox) if one.isChecked()]
    assert len(ticked) == 2, "only the two new ones"
    fill(train__what="怎么浇水")
    assert done("train.done")
    assert all(one.trained for one in present(case()))
    key = new["田大爷"].id
    pick(view, f"team.more.{key}.role")
    assert not done("role.done"), "the role is the same"
    fill(role__role="管水表")
    assert done("role.done")
    pick(view, f"team.more.{key}.leave")
    fill(leave__reason="搬家")
    assert done("leave.done")
    assert "搬家" in said(view)
    pick(view, f"team.more.{key}.erase")
    fill(erase__reason="本人要求")
    assert done("erase.done")
    gone = next(one for one in team_of(case()) if one.id == key)
    assert (gone.person, gone.role) == (None, "管水表")
    assert "田大爷" not in said(view)
    assert "姓名已删除" in said(view)
    assert wrong_on(view) == []


def test_money_is_never_paid_above_the_grant_and_receipts_come_later(carried, page):
    """What is left is said while it is typed; a missing receipt is a concern until it is added."""
    view = page("08-1", "money")
    case = lambda: carried.session.project(ROUND, "08-1")  # noqa: E731
    assert "缺票据" in said(view)
    press(view, "money.pay")
    assert find(panel(), "pay.milestone").currentData() == "m4", "the next that is not paid"
    assert find(panel(), "pay.money").text() == "4960"
    fill(pay__money="5000")
    assert "最多还可拨4,960元" in told("pay.says")
    assert not done("pay.done")
    assert money_of(case()).paid == 744_000
    fill(pay__money="4960")
    assert "还可拨0元" in told("pay.says")
    assert done("pay.done")
    assert money_of(case()).to_pay == 0
    assert not find(view, "money.pay").isEnabled()
    assert "全部拨付" in find(view, "money.pay").toolTip()
    press(view, "money.receipt.x4")
    assert audit(panel()) == []
    assert not done("receipt.done"), "neither a number nor a photo"
    fill(receipt__number="发票2500803")
    assert done("receipt.done")
    assert all(one.proved for one in spendings_of(case()))
    assert "receipts-missing" not in {one.code for one in concerns(case(), carried.now().date())}
    press(view, "money.spend")
    assert audit(panel()) == []
    fill(spend__what="茶叶", spend__own=True)
    assert "老师讲课" in find(panel(), "spend.line").itemText(0)
    fill(spend__line="", spend__money="50.50")
    assert not done("spend.done"), "a receipt, or that it has not come"
    fill(spend__missing=True)
    assert done("spend.done")
    assert (money_of(case()).spent_own, money_of(case()).unproved_count) == (5_050, 1)
    assert "50.50元" in plain(said(find(view, "money.own")))
    assert "50.50元" not in plain(said(find(view, "money.table"))), "it is no part of the grant"
    press(view, "money.return")
    fill(return__money="20000", return__reason="没用完")
    assert not done("return.done"), "more than was ever paid"
    fill(return__money="32")
    assert done("return.done")
    assert money_of(case()).in_hand == 0
    assert wrong_on(view) == []


def test_milestones_are_moved_reached_and_taken_over_from_the_proposal(carried, page):
    """Where it stands is said in words; a struck one can be taken over again from the steps."""
    view = page("05-1", "money")
    case = lambda: carried.session.project(ROUND, "05-1")  # noqa: E731
    third = lambda: next(one for one in milestones_of(case()) if one.id == "m3")  # noqa: E731
    assert view.findChild(QAction, "milestone.more.m1.move") is None, "it was reached"
    pick(view, "milestone.more.m3.move")
    assert not done("move.done")
    fill(move__due="2025-08-24", move__reason="等护理师")
    assert done("move.done")
    assert third().due.day == 24
    assert "等护理师" in said(find(view, "milestone.m3"))
    press(view, "milestone.reach.m3")
    fill(reach__text="开门了", reach__on="2025-08-25")
    assert done("reach.done")
    assert third().reached is not None
    told_of = plain(said(find(view, "milestone.m3")))
    assert "✓ 已完成" in told_of
    assert "晚1天" in told_of
    assert view.findChild(type(find(view, "money.plan")), "money.steps") is None
    pick(view, "milestone.more.m4.wrong")
    fill(strike__reason="记错了")
    assert done("strike.done")
    named = find(view, "money.steps")
    assert "1" in named.text()
    press(view, "money.steps")
    assert {one.what for one in milestones_of(case())} >= {"考证"}
    press(view, "money.plan")
    fill(plan__what="总结", plan__money="99999")
    assert "多出" in told("plan.says")
    assert not done("plan.done"), "a day is needed"
    fill(plan__due="2026-05-10", plan__money="")
    assert done("plan.done")
    assert milestones_of(case())[-1].what == "总结"


def test_visits_and_what_residents_say_are_noted_with_their_numbers(carried, page):
    """Whoever finds it behind says what they saw; the five numbers are told while they are typed."""
    view = page("10-1", "visits")
    case = lambda: carried.session.project(ROUND, "10-1")  # noqa: E731
    press(view, "monitoring.visit")
    assert not done("monitor.done"), "how far it is has to be chosen"
    fill(monitor__state="behind", monitor__by="张敏", monitor__residents=3, monitor__said="水太远")
    assert not done("monitor.done"), "behind: what was seen has to be said"
    fill(monitor__text="土还没换完")
    assert done("monitor.done")
    assert monitoring_of(case()).visits[-1].residents == 3
    for words in ("滞后", "土还没换完", "水太远", "张敏"):
        assert words in said(view)
    press(view, "monitoring.assess")
    assert audit(panel()) == []
    assert not done("assess.done"), "nobody was asked"
    fill(assess__very_satisfied=2, assess__satisfied=1, assess__very_dissatisfied=1)
    assert told("assess.sum") == "4人中3人满意（75%）"
    assert done("assess.done")
    assert find(view, "monitoring.bar").accessibleName() == (
        "很满意 2、满意 1、一般 0、不满意 0、很不满意 1"
    )
    assert "4人中3人满意（75%）" in plain(said(view))
    assert wrong_on(view) == []


def test_a_project_ends_is_looked_back_on_and_reopened(carried, page):
    """What is not simply done has its reason; goals stand beside what was reached, also a year later."""
    view = page("17-1", "ending")
    case = lambda: carried.session.project(ROUND, "17-1")  # noqa: E731
    assert not find(view, "ending.look").isEnabled()
    press(view, "ending.close")
    assert audit(panel()) == []
    assert not done("close.done")
    fill(close__outcome="partly", close__text="做了一半", close__people=40, close__kept="楼长")
    assert not done("close.done"), "the reason is missing"
    fill(close__reason="楼道太窄")
    assert done("close.done")
    closed = ending_of(case()).closed
    assert closed is not None
    assert (closed.outcome, closed.people_served) == (Outcome.PARTLY, 40)
    beside = plain(said(find(view, "ending.against")))
    for words in ("做了一半", "楼道太窄", "40人", "楼长"):
        assert words in beside
    assert "2026年8月6日回看" in plain(find(view, "ending.due").text())
    press(view, "ending.look")
    fill(look__state="gone", look__on="2026-08-10", look__by="张敏")
    assert not done("look.done"), "gone: what was seen has to be said"
    fill(look__text="没人管了")
    assert done("look.done")
    look = ending_of(case()).look
    assert look is not None
    assert look.state is Alive.GONE
    assert "没人管了" in said(find(view, "ending.against"))
    assert wrong_on(view) == []
    press(view, "ending.reopen")
    fill(reopen__reason="补做另一半")
    assert done("reopen.done")
    assert case().closing is None
    assert find(view, "ending.close").isVisible()


def test_the_story_tells_everything_and_strikes_what_was_wrong(carried, page):
    """A struck line stays with its reason, and counts no more."""
    view = page("21-1", "story")
    case = lambda: carried.session.project(ROUND, "21-1")  # noqa: E731
    everything = plain(said(view))
    for words in (case().title, "评选会", "加入项目小组", "组员："):
        assert words in everything
    paid = money_of(case()).paid
    assert paid
    press(view, "followup.wrong.i1")
    assert "已拨款" in plain(said(panel())) or "拨款" in plain(said(panel()))
    fill(strike__reason="还没有到账")
    assert done("strike.done")
    assert money_of(case()).paid < paid
    assert "还没有到账" in said(view)
