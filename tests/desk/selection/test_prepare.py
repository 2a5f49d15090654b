"""A selection is prepared at the desk: projects, money, terms, order, and what is still to be done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from facilitator.desk.selection.prepare.readiness import selection_checks
from facilitator.desk.selection.terms.example import example_words, is_settled
from facilitator.desk.today.checks import State
from facilitator.desk.today.choice import Step, next_step
from facilitator.meeting.selection.pitches import How, in_order
from facilitator.meeting.selection.slate import RemoveCandidate
from facilitator.rules.selection.ballots import BallotKind
from facilitator.rules.selection.problem import Rule, TieBreak
from tests.desk.evening import write
from tests.desk.selection.hall import DAY, MEETING, at_selection
from tests.desk.shown import find, said, shown

PAGE = f"meetings/{MEETING}"


def plain(text):
    """Return words with ordinary spaces."""
    return text.replace("\u00a0", " ")


def meeting(window):
    """Return the meeting as it is now."""
    return window.desk.session.meeting(MEETING)


def click(where, name):
    """Press a button that is shown and can be pressed."""
    QApplication.processEvents()
    one = next(one for one in where.findChildren(QPushButton, name) if one.isVisible())
    assert one.isEnabled(), name
    one.click()
    QApplication.processEvents()


def panel():
    """Return the panel that is open."""
    found = QApplication.activeModalWidget()
    assert found is not None, "no panel is open"
    return found


def fill(where, name, text):
    """Type into a field."""
    field = find(where, name)
    field.clear()
    write(field, text)


def chosen(window, candidate):
    """Select a project on the slate."""
    find(window, "slate.list").select(candidate)
    QApplication.processEvents()


@pytest.fixture
def empty(qapp, tmp_path):
    """Give the window of a meeting of which nothing is known but its day."""
    with at_selection(tmp_path / "empty", "empty") as desk, shown(desk, PAGE) as window:
        yield window


@pytest.fixture
def called(qapp, tmp_path):
    """Give the window of a meeting with its slate and its money."""
    with at_selection(tmp_path, "called") as desk, shown(desk, PAGE) as window:
        yield window


def test_a_slate_is_typed_project_by_project(empty):
    """Title, place, sum, Enter, the next one; what is no money stays in the field and is told."""
    told = []
    empty.desk.noticed.connect(lambda notice: told.append(notice.text))
    assert find(empty, "slate.nothing").isVisible()
    for title, asked in (("助餐点", "2.8万"), ("座椅", "¥18,500")):
        fill(empty, "slate.title", title)
        fill(empty, "slate.asked", asked)
        QTest.keyClick(find(empty, "slate.asked"), Qt.Key.Key_Return)
    fill(empty, "slate.title", "课堂")
    fill(empty, "slate.asked", "三千")
    QTest.keyClick(find(empty, "slate.asked"), Qt.Key.Key_Return)
    assert [one.asked for one in meeting(empty).slate.standing] == [2_800_000, 1_850_000]
    assert told == ["“三千”不是金额。"]
    assert find(empty, "slate.asked").text() == "三千"
    # The button that moves on is loud only when there is something to choose from, and money for it.
    assert find(empty, "day.on").property("look") == "soft"
    click(empty, "slate.budget")
    fill(panel(), "budget.sum", "20万")
    click(panel(), "budget.done")
    assert meeting(empty).slate.budget == 20_000_000
    assert find(empty, "day.on").property("look") == "primary"
    chosen(empty, "p1")
    click(empty, "slate.remove")
    assert list(meeting(empty).slate.all) == ["p2"]


def test_projects_are_put_right_withdrawn_and_taken_back(called):
    """Each with its reason; one above all the money says so on its row."""
    model = find(called, "slate.list").model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    over = model.index(13).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "申请额超过资金总额，无法全额资助" in over
    chosen(called, "01-1")
    click(called, "slate.change")
    fill(panel(), "project.asked", "30000")
    click(panel(), "project.done")
    assert "理由" in said(panel())  # without a reason the panel stays open
    fill(panel(), "project.reason", "报价有误")
    click(panel(), "project.done")
    one = meeting(called).slate.all["01-1"]
    assert (one.asked, one.own) == (3_000_000, 600_000)
    click(called, "slate.withdraw")
    fill(panel(), "reason.text", "不做了")
    click(panel(), "reason.done")
    assert meeting(called).slate.withdrawn == {"01-1": "不做了"}
    assert not find(called, "slate.withdraw").isVisible()
    click(called, "slate.reinstate")
    fill(panel(), "reason.text", "记错了")
    click(panel(), "reason.done")
    assert meeting(called).slate.withdrawn == {}


def test_terms_are_settled_in_a_form_that_says_what_they_mean(called):
    """Without a way to break ties it warns; equal shares gets a dry example in this meeting's numbers."""
    assert find(called, "terms.no-ties").isVisible()
    click(called, "terms.change")
    form = panel()
    assert find(form, "terms.no-ties").isVisible()
    ranking, points = map(list(BallotKind).index, (BallotKind.RANKING, BallotKind.POINTS))
    find(form, "terms.kind").setCurrentIndex(ranking)
    assert find(form, "terms.most.number").maximum() == len(meeting(called).slate.standing)
    find(form, "terms.kind").setCurrentIndex(points)
    find(form, "terms.rule.equal-shares").click()
    for way in ("lot", "lower-cost"):
        QApplication.processEvents()
        form.findChildren(QCheckBox, f"terms.ties.{way}")[-1].click()
    assert not find(form, "terms.no-ties").isVisible()
    click(form, "terms.ties.lower-cost.up")
    assert "70 人投票" in plain(find(form, "terms.example").text())
    assert "金额低者优先" in plain(find(form, "terms.said").text())
    click(form, "terms.done")
    terms = meeting(called).terms
    assert (terms.ballot.kind, terms.ballot.most) == (BallotKind.POINTS, 10)
    assert terms.counting.rule is Rule.EQUAL_SHARES
    assert terms.counting.ties == (TieBreak.LOWER_COST, TieBreak.LOT)
    assert is_settled(meeting(called))
    # With greedy counting "more votes first" can decide nothing, so it is not offered.
    click(called, "terms.change")
    find(panel(), "terms.rule.greedy").click()
    QApplication.processEvents()
    assert panel().findChild(QPushButton, "terms.ties.more-votes.up") is None
    panel().reject()


def test_the_order_is_drawn_in_sight_or_set_by_hand(called):
    """What the drawing stops at is recorded as drawn; a move after it is recorded as set by hand."""
    from facilitator.desk.selection.prepare.order import OrderCard

    card = called.findChild(OrderCard)
    card.draw()
    assert find(called, "order.how").text() == "正在抽签…"
    card.finish_drawing()
    pitches = meeting(called).pitches
    assert pitches.how is How.DRAWN
    assert sorted(pitches.order) == sorted(meeting(called).slate.all)
    first, second = pitches.order[:2]
    card.list.select(second)
    QTest.keyClick(card.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert meeting(called).pitches.order[:2] == [second, first]
    assert meeting(called).pitches.how is How.BY_HAND
    assert called.desk.do(RemoveCandidate(meeting=MEETING, candidate=first))
    assert first not in in_order(meeting(called))


def test_what_is_lacking_is_said_and_the_day_waits_for_it(qapp, tmp_path):
    """Slate, money, terms, order each have a line; Today opens the doors once there is something to choose."""

    def states(desk):
        now = desk.session.meeting(MEETING)
        return {one.key: one.state for one, _ in selection_checks(desk, now)}

    with at_selection(tmp_path / "empty", "empty") as desk:
        empty = desk.session.meeting(MEETING)
        assert states(desk)["slate"] is State.BAD
        assert states(desk)["budget"] is State.BAD
        assert next_step(empty, DAY) is Step.PREPARE
        assert "10 人投票" in plain(example_words(empty, 0, "zh"))
    with at_selection(tmp_path / "called", "called") as desk:
        found = states(desk)
        assert found["slate"] is State.GOOD
        assert found["budget"] is State.LOOK  # one asks for more than there is
        assert found["terms"] is State.BAD
        assert found["order"] is State.LOOK
        assert next_step(desk.session.meeting(MEETING), DAY) is Step.SIGN_IN
        with shown(desk) as window:
            words = plain(said(find(window, "today.meeting")))
    assert "19 个项目 · 共申请 666,400 元 · 资金 200,000 元" in words
