"""Hands and ballots: what is typed is checked before it is sent; tellers do not see each other's numbers."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QSpinBox, QTableView

from facilitator.desk.vote.view import VoteView
from facilitator.meeting.polls import Ballots, Hands, Method
from facilitator.rules.charter import Base, Threshold
from tests.desk.evening import EVENING
from tests.desk.vote import council
from tests.desk.vote.conftest import running
from tests.meeting.hall import charter, two_thirds

HANDS = '"poll": "p-a2", "motion": "a2"'
COUNTED = "polls.count-hands"
OPENED = '"poll": "p5", "motion": "m5"'
ISSUED = "polls.issue-ballots"
FIRST = '"teller": "liang-huifang", "ballots"'
SECOND = '"teller": "zhang-haibo", "ballots"'
RECOUNT = "20:49:00"


def poll(here, name="p5"):
    return here.desk.session.meeting(EVENING).polls.poll(name)


def words_in(ground) -> str:
    return "\n".join(one.text() for one in ground.findChildren(QLabel) if one.isVisible())


class TestHands:
    def test_three_numbers_are_recorded_with_enter(self, evening):
        """Enter goes from field to field, and from the last one records them."""
        here = evening(HANDS, running)
        here.press("1", "1", "Return", "Return", "1", "Return")
        assert poll(here, "p-a2").hands == Hands(in_favour=11, abstained=1)
        assert here.text("vote.hands.told") == "赞成 11，反对 0，弃权 1"
        assert here.text("vote.stands") == "已达到 9 票"

    def test_more_hands_than_people_are_told_at_once_and_not_sent(self, evening):
        """Thirteen hands of twelve people: the sum is red, the button says why."""
        here = evening(HANDS, running)
        here.number("vote.hands.for", 13)
        assert "多出 1 人" in here.text("vote.hands.sum")
        assert not here.find("vote.hands.done").isEnabled()
        assert "12" in here.find("vote.hands.done").toolTip()
        here.number("vote.hands.for", 10)
        assert "2 人没有举手" in here.text("vote.hands.sum")
        assert here.find("vote.hands.done").isEnabled()

    def test_before_the_count_nothing_is_shown_and_nothing_can_be_closed(self, evening):
        """No bar, no prospect."""
        here = evening(HANDS, running)
        assert not here.shows("vote.bar")
        assert not here.find("vote.close").isEnabled()

    def test_a_wrong_count_is_corrected_with_a_reason(self, evening):
        """The old numbers stand in the panel and stay in the record."""
        here = evening(COUNTED, running)
        here.click("vote.hands.correct")
        assert "赞成\u00a011" in words_in(here.panel)
        here.number("vote.correct-hands.for", 10)
        here.click("vote.correct-hands.done")
        assert here.panels == 1
        here.write("后排数重了", "vote.correct-hands.reason")
        here.click("vote.correct-hands.done")
        assert poll(here, "p-a2").hands == Hands(in_favour=10, abstained=1)
        assert poll(here, "p-a2").changes[0].reason == "后排数重了"

    def test_closing_gives_the_outcome_of_the_meeting(self, evening):
        """Eleven of nine needed."""
        here = evening(COUNTED, running)
        here.click("vote.close")
        assert poll(here, "p-a2").outcome.verdict.value == "passed"

    def test_numbers_that_were_typed_outlive_the_window(self, evening, window):
        """Language or size change while one counts: what was typed is still there."""
        here = evening(HANDS, running)
        here.number("vote.hands.for", 8)
        again = window(here.desk, running)
        assert again.find("vote.hands.for").value() == 8

    def test_groups_are_counted_where_the_rule_asks_for_them(self, window, tmp_path):
        """Each group has its own fields, and their sums are the whole."""
        each = (Threshold("1/2", Base.IN_OFFICE, strict=True, group="each"),)
        made = charter(rules=(two_thirds(consent=each),), offices=())
        groups = {"established": 6, "new": 6, "office": 1}
        members = [
            council.member(f"{g[0]}{n}", g) for g, k in groups.items() for n in range(1, k + 1)
        ]
        with council.council(tmp_path, made, members) as desk:
            council.open_poll(desk, Method.HANDS)
            here = window(desk, lambda one: VoteView(one, council.EVENING))
            assert not here.shows("vote.hands.for")
            here.number("vote.hands.established.for", 4)
            here.number("vote.hands.new.for", 5)
            here.number("vote.hands.new.against", 1)
            here.click("vote.hands.done")
            recorded = council.the_poll(desk)
            assert recorded.hands == Hands(in_favour=9, against=1)
            assert recorded.hands_by_group["new"] == Hands(in_favour=5, against=1)
            here.click("vote.hands.correct")
            assert here.find("vote.correct-hands.new.for").value() == 5


def report(here, teller: int, **numbers: int) -> None:
    for field, number in numbers.items():
        here.number(f"vote.teller.{teller}.{field}", number)
    here.click(f"vote.teller.{teller}.done")


class TestBallots:
    def test_no_more_ballots_than_people(self, evening):
        """Ten may vote, so eleven papers are refused before they are sent."""
        here = evening(OPENED, running)
        assert here.find("vote.paper.issue").value() == 10
        here.number("vote.paper.issue", 11)
        assert not here.find("vote.paper.issue.done").isEnabled()
        here.number("vote.paper.issue", 10)
        here.press("Return")
        assert poll(here).issued == 10

    def test_heaps_have_to_add_up(self, evening):
        """Ten returned and nine in the heaps cannot be handed in."""
        here = evening(ISSUED, running)
        here.number("vote.teller.1.returned", 10)
        here.number("vote.teller.1.in_favour", 9)
        assert not here.find("vote.teller.1.done").isEnabled()
        here.number("vote.teller.1.blank", 1)
        assert here.find("vote.teller.1.done").isEnabled()

    def test_nobody_sees_a_count_before_both_are_in(self, evening):
        """After the first report no number of it is anywhere on the screen, nor a bar."""
        here = evening(ISSUED, running)
        report(here, 1, returned=10, in_favour=8, blank=1, void=1)
        assert len(poll(here).counts) == 1
        assert not here.shows("vote.bar")
        shown = [one.value() for one in here.view.findChildren(QSpinBox) if one.isVisible()]
        assert shown == [0] * 6
        assert not [one for one in here.view.findChildren(QTableView) if one.isVisible()]
        assert "8" not in here.text("vote.teller.1.state")
        here.click("vote.teller.1.correct")
        assert [one.value() for one in here.panel.findChildren(QSpinBox)] == [0] * 6

    def test_what_one_types_is_hidden_when_the_other_begins(self, evening):
        """Only one of the two cards is open, and what was typed comes back."""
        here = evening(ISSUED, running)
        here.number("vote.teller.1.returned", 10)
        here.click("vote.teller.2.begin")
        assert not here.shows("vote.teller.1.returned")
        here.click("vote.teller.1.begin")
        assert here.find("vote.teller.1.returned").value() == 10

    def test_two_equal_counts_stand(self, evening):
        """Both found the same: it can be closed."""
        here = evening(FIRST, running)
        report(here, 2, returned=10, in_favour=8, blank=1, void=1)
        assert here.text("vote.paper.said") == "两名计票人所报一致。"
        here.click("vote.close")
        assert poll(here).outcome.tally.in_favour == 8

    def test_two_counts_that_differ_say_in_what_and_wait_for_a_recount(self, evening):
        """Nothing is closed until both have counted again together."""
        here = evening(SECOND, running)
        assert here.text("vote.paper.said") == "两人所报不符：赞成 8、9；废票 1、0。"
        assert not here.find("vote.close").isEnabled()
        for field, number in {"returned": 10, "in_favour": 8, "blank": 1, "void": 1}.items():
            here.number(f"vote.paper.joint.{field}", number)
        here.click("vote.paper.joint.done")
        assert poll(here).agreed_count == Ballots(returned=10, in_favour=8, blank=1, void=1)
        assert here.find("vote.close").isEnabled()

    def test_a_teller_is_replaced_with_a_reason(self, evening):
        """By somebody else in the room, who is not the other teller."""
        here = evening(ISSUED, running)
        here.click("vote.teller.2.replace")
        here.write("7", "vote.replace.by.find")
        here.write("眼睛不适", "vote.replace.reason")
        here.click("vote.replace.done")
        assert poll(here).tellers == ("liang-huifang", "wang-jianjun")

    def test_a_report_is_corrected_while_both_differ(self, evening):
        """The second teller had nine for eight: put right, both are the same."""
        here = evening(SECOND, running)
        here.click("vote.paper.report.2")
        here.number("vote.correct-ballots.in_favour", 8)
        here.number("vote.correct-ballots.void", 1)
        here.write("看错一张", "vote.correct-ballots.reason")
        here.click("vote.correct-ballots.done")
        assert poll(here).agreed_count.in_favour == 8
        assert poll(here).changes[0].reason == "看错一张"

    def test_a_recount_is_corrected_with_a_reason(self, evening):
        """The joint count was typed wrongly."""
        here = evening(RECOUNT, running)
        here.click("vote.paper.correct")
        here.number("vote.correct-ballots.in_favour", 9)
        here.number("vote.correct-ballots.void", 0)
        here.write("录错", "vote.correct-ballots.reason")
        here.click("vote.correct-ballots.done")
        assert poll(here).agreed_count.in_favour == 9

    @pytest.mark.parametrize("until", [OPENED, ISSUED, FIRST, SECOND, RECOUNT])
    def test_nothing_of_a_secret_ballot_shows_how_it_stands(self, evening, until):
        """Neither before nor after the counts: the result comes with the close."""
        here = evening(until, running)
        assert not here.shows("vote.stands")
        assert not here.shows("vote.bar")
        assert here.view.roll is None
