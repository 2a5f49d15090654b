"""The roll call by keys and clicks; what is shown is what the meeting recorded and the rules say."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from facilitator.acts import Trouble
from facilitator.desk.vote.answers import CastButton
from facilitator.desk.vote.view import VoteView
from facilitator.meeting.attendance import Arrive, Leave
from facilitator.meeting.closing import ClosePoll
from facilitator.meeting.standing import standing
from facilitator.rules.charter import Base, SeatGroup, Threshold
from facilitator.rules.tally import Choice
from tests.desk.evening import EVENING
from tests.desk.vote import council
from tests.desk.vote.conftest import running
from tests.meeting.hall import assembly, words

BEGUN = '"poll": "p3", "motion": "m3"'
EIGHT = '"poll": "p3", "member": "zhang-haibo"'
ALL = '"poll": "p3", "member": "su-huimin"'
Y, N, A = "Y", "N", "A"


def poll(here):
    return here.desk.session.meeting(EVENING).polls.poll("p3")


def said(here) -> dict[str, str]:
    return {member: choice.value for member, choice in poll(here).votes.items()}


class TestKeys:
    def test_y_n_and_a_answer_for_one_after_another(self, evening):
        """In the order of the seats, each key one answer, and those who are not there are passed over."""
        here = evening(BEGUN, running)
        here.press(Y, Y, N, A, Y, Y)
        assert said(here) == {
            "chen-guodong": "for",
            "lin-xiuying": "for",
            "huang-zhiqiang": "against",
            "liang-huifang": "abstain",
            "he-weiming": "for",
            "wang-jianjun": "for",  # seat 7: 6 has left
        }
        assert here.text("vote.called") == "8 李春梅"

    def test_an_answer_that_got_to_the_disk_late_leads_on_too(self, evening):
        """A full disk keeps whoever is called; when it is tried again, the next one is called."""
        here = evening(BEGUN, running)
        record = here.desk.session.record

        def full(*_args, **_keywords):
            raise Trouble("disk-full", path="x")

        record.append, real = full, record.append
        here.press(Y)
        record.append = real
        assert said(here) == {}
        assert here.text("vote.called") == "1 陈国栋"
        assert here.desk.again()
        assert said(here) == {"chen-guodong": "for"}
        assert here.text("vote.called") == "2 林秀英"

    def test_a_number_chooses_a_seat(self, evening):
        """1 and then 3 is seat 13; after an answer a new number begins."""
        here = evening(BEGUN, running)
        here.press("1", "3", N)
        here.press("1", Y)
        here.press("1", "0", A)
        assert said(here) == {
            "su-huimin": "against",
            "chen-guodong": "for",
            "liu-xiaoyan": "abstain",
        }

    def test_digits_that_make_no_seat_begin_anew(self, evening):
        """2 and then 9 is seat 9: there is no twenty-ninth."""
        here = evening(BEGUN, running)
        here.press("2", "9", Y)
        assert said(here) == {"zhang-haibo": "for"}

    def test_after_a_pause_a_digit_is_a_seat_of_its_own(self, evening):
        """1, a moment, 2: seat 2, not 12."""
        here = evening(BEGUN, running)
        here.press("1")
        here.view.roll._pause.timeout.emit()
        here.press("2", Y)
        assert said(here) == {"lin-xiuying": "for"}

    def test_who_is_not_there_cannot_be_answered_for(self, evening):
        """Seat 6 has left and seat 12 asked for leave: the keys do nothing, and the card says why."""
        here = evening(BEGUN, running)
        here.press("6", Y)
        assert here.text("vote.called") == "6 冯锦添"
        here.press("1", "2", Y)
        assert said(here) == {}
        assert not here.find("vote.call.for").isEnabled()
        assert "请假" in here.find("vote.call.for").toolTip()

    @pytest.mark.parametrize(("key", "name"), [("Left", "5 何伟明"), ("Up", "5 何伟明")])
    def test_back_goes_to_the_one_before_on_the_roll(self, evening, key, name):
        """From seat 7 to seat 5, because 6 is not on it; at the first it stays."""
        here = evening(BEGUN, running)
        here.press("7", key)
        assert here.text("vote.called") == name
        here.press(*[key] * 9)
        assert here.text("vote.called") == "1 陈国栋"
        here.press("Right", "Down")
        assert here.text("vote.called") == "3 黄志强"

    def test_letters_typed_into_the_record_answer_nothing(self, evening):
        """While the line has the keyboard, Y is a letter; the line was told when the roll had it."""
        here = evening(BEGUN, running)
        told = []
        here.view.keys_wanted.connect(told.append)
        here.line.setFocus()
        here.press(Y, N, "1")
        assert here.line.text().lower() == "yn1"
        assert said(here) == {}
        here.view.take_keys()
        here.press(Y)
        assert told == [False, True]
        assert list(said(here)) == ["chen-guodong"]


class TestClicks:
    def test_a_click_answers_for_its_row_and_takes_the_keys(self, evening):
        """Out of turn; the next to be called is the first after it who waits."""
        here = evening(BEGUN, running)
        here.line.setFocus()
        here.click("vote.cast.he-weiming.against")
        assert said(here) == {"he-weiming": "against"}
        assert here.text("vote.called") == "7 王建军"
        here.press(Y)
        assert said(here)["wang-jianjun"] == "for"

    def test_the_large_buttons_answer_for_the_one_who_is_called(self, evening):
        """As the keys do."""
        here = evening(BEGUN, running)
        here.click("vote.call.abstain")
        assert said(here) == {"chen-guodong": "abstain"}

    def test_what_is_filled_is_what_was_recorded(self, evening):
        """For every member one button at most is filled, and it is the recorded answer."""
        here = evening(EIGHT, running)
        filled = [one for one in here.view.findChildren(CastButton) if one.cast]
        shown = {one.objectName().split(".")[2]: one.choice for one in filled}
        assert shown == poll(here).votes
        assert len(filled) == 8

    def test_those_who_do_not_take_part_have_words_instead_of_buttons(self, evening):
        """Left with the time, excused: grey, and nothing to press."""
        here = evening(BEGUN, running)
        assert not here.shows("vote.cast.feng-jintian.for")
        words_of = [one.text() for one in here.find("vote.row.feng-jintian").findChildren(QLabel)]
        assert "20:10\u00a0离席 · 不参加" in words_of
        assert not here.shows("vote.cast.zhou-yumei.for")


class TestCorrections:
    def test_an_answer_is_changed_only_with_a_reason_and_the_old_one_stays(self, evening):
        """The key opens a panel; without a reason it stays open; then both values are on record."""
        here = evening(EIGHT, running)
        here.press("5", Y)
        assert here.panel.objectName() == "vote.correct"
        assert "反对" in here.text("vote.correct.old")
        here.click("vote.correct.done")
        assert here.panels == 1
        assert said(here)["he-weiming"] == "against"
        here.write("听错了", "vote.correct.reason")
        here.click("vote.correct.done")
        assert here.panels == 0
        assert said(here)["he-weiming"] == "for"
        (change,) = poll(here).changes
        assert (change.old, change.new, change.reason) == ("against", "for", "听错了")
        assert "“反对”更正为“赞成”" in here.text("vote.changes")

    def test_an_answer_that_was_never_given_is_taken_away(self, evening):
        """Then the member is called again."""
        here = evening(EIGHT, running)
        here.click("vote.cast.chen-guodong.for")
        here.click("vote.correct.none")
        here.write("尚未点到", "vote.correct.reason")
        here.click("vote.correct.done")
        assert "chen-guodong" not in said(here)

    def test_the_same_answer_again_changes_nothing(self, evening):
        """Y for somebody who is in favour goes on to the next."""
        here = evening(EIGHT, running)
        here.press("1", Y)
        assert here.panels == 0
        assert here.acts == []
        assert here.text("vote.called") == "10 刘小燕"

    def test_after_a_correction_the_keys_are_the_rolls_again(self, evening):
        """The panel closes and the next key answers."""
        here = evening(EIGHT, running)
        here.press("5", Y)
        here.press("Escape")
        here.press("1", "0", N)
        assert said(here)["liu-xiaoyan"] == "against"


class TestHowItStands:
    def test_it_is_what_the_rules_say_after_every_answer(self, evening):
        """Large words, line and cells are those of the standing that the meeting tells."""
        here = evening(BEGUN, running)
        for key in (Y, Y, Y, Y, N, Y, Y, Y, Y, Y):
            here.press(key)
            meeting = here.desk.session.meeting(EVENING)
            how = standing(meeting, poll(here))
            assert how.votes is not None
            shown = {one.mark.value: one.number for one in here.view.bar.cells}
            assert shown["for"] == how.votes.whole.in_favour
            assert sum(shown.values()) == how.votes.whole.seats
            assert here.view.bar.needed == 9
        assert here.text("vote.stands") == "已达到 9 票"
        assert here.find("vote.stands").property("tone") == "good"

    def test_two_to_go_and_lost(self, evening):
        """Seven for and one against are two short; two more against, and nine cannot be reached."""
        here = evening(EIGHT, running)
        assert here.text("vote.stands") == "还差 2 票"
        here.press(N, A)
        assert here.text("vote.stands") == "已不可能通过"

    def test_the_dry_run_of_the_opening_stays(self, evening):
        """Whoever leaves during the vote does not change what it took."""
        here = evening(BEGUN, running)
        before = here.text("vote.dry-run")
        assert "最多可有 2 人不赞成" in before
        here.desk.session.do(Leave(meeting=EVENING, person="wu-dequan"))
        assert here.text("vote.dry-run") == before
        assert not here.shows("vote.cast.wu-dequan.for")

    def test_who_comes_late_does_not_vote_and_who_comes_back_does(self, evening):
        """The roll was frozen when the vote began."""
        here = evening(BEGUN, running)
        here.desk.session.do(Leave(meeting=EVENING, person="wu-dequan"))
        here.desk.session.do(Arrive(meeting=EVENING, person="feng-jintian"))
        assert not here.shows("vote.cast.feng-jintian.for")
        here.desk.session.do(Arrive(meeting=EVENING, person="wu-dequan"))
        assert here.shows("vote.cast.wu-dequan.for")


class TestTheEnd:
    def test_it_cannot_be_closed_while_somebody_is_still_to_answer(self, evening):
        """The button says how many, and its tip who."""
        here = evening(EIGHT, running)
        button = here.find("vote.close")
        assert not button.isEnabled()
        assert "还有 3 人" in here.text("vote.close")
        assert "刘小燕" in button.toolTip()

    def test_all_answered_then_closed_is_the_outcome_of_the_meeting(self, evening):
        """Eight for, two against, one abstention: not passed, and the view tells that it is over."""
        here = evening(EIGHT, running)
        over = []
        here.view.closed.connect(over.append)
        here.press(N, Y, A)
        here.click("vote.close")
        outcome = poll(here).outcome
        assert (outcome.verdict.value, outcome.missing) == ("failed", 1)
        assert over == ["p3"]

    def test_ctrl_f8_closes_too(self, evening):
        """With everybody heard."""
        here = evening(ALL, running)
        here.view._close.trigger()
        assert poll(here).outcome is not None

    def test_the_silent_can_be_left_out_and_it_is_said_what_that_means(self, evening):
        """By name, as not voting, which is no abstention."""
        here = evening(EIGHT, running)
        here.click("vote.silent")
        said_there = "\n".join(one.text() for one in here.panel.findChildren(QLabel))
        assert "刘小燕、吴德全、苏慧敏" in said_there
        assert "不算弃权" in said_there
        here.click("vote.leave-silent.done")
        outcome = poll(here).outcome
        assert (outcome.tally.silent, outcome.tally.abstained) == (3, 0)

    def test_it_can_be_declared_void_with_a_reason(self, evening):
        """Then there is no outcome, and the motion waits again."""
        here = evening(EIGHT, running)
        here.click("vote.void")
        here.write("念错了动议", "vote.void-panel.reason")
        here.click("vote.void-panel.done")
        assert poll(here).outcome is None
        assert poll(here).ruling == "念错了动议"

    def test_closing_elsewhere_is_noticed(self, evening):
        """Somebody else closed it: the view says so once."""
        here = evening(ALL, running)
        over = []
        here.view.closed.connect(over.append)
        here.desk.session.do(ClosePoll(meeting=EVENING, poll="p3"))
        assert over == ["p3"]


def households(number: int):
    charter = assembly(groups=(SeatGroup("household", words("Households")),))
    return charter, [council.member(f"h{n}", "household") for n in range(1, number + 1)]


class TestLargeBodies:
    def test_sixty_members_are_a_list_with_the_same_keys(self, window, tmp_path):
        """Digits choose, Y answers, and the list shows what was recorded."""
        charter, members = households(60)
        with council.council(tmp_path, charter, members) as desk:
            council.open_poll(desk)
            here = window(desk, lambda one: VoteView(one, council.EVENING))
            assert not here.view.findChildren(CastButton)
            here.press("4", "2", Y, N)
            assert council.the_poll(desk).votes == {"h42": Choice.FOR, "h43": Choice.AGAINST}
            roll = here.find("vote.roll").model()
            spoken = [roll.data(roll.index(n), 11) for n in (41, 42)]  # 11: AccessibleTextRole
            assert spoken == ["42 代表h42: 赞成", "43 代表h43: 反对"]
            assert here.text("vote.called") == "44 代表h44"
            assert here.view.bar.needed == 31

    def test_several_tests_have_no_line_and_are_listed(self, window, tmp_path):
        """Where each group has to agree, one mark would mislead."""
        two = (SeatGroup("east", words("East"), 3), SeatGroup("west", words("West"), 3))
        each = (Threshold("1/2", Base.IN_OFFICE, strict=True, group="each"),)
        rule = assembly().rules[0].__class__("each", words("each"), each)
        charter = assembly(groups=two, rules=(rule,), default_rule="each")
        members = [council.member(f"{g[0]}{n}", g) for g in ("east", "west") for n in (1, 2, 3)]
        with council.council(tmp_path, charter, members) as desk:
            council.open_poll(desk)
            here = window(desk, lambda one: VoteView(one, council.EVENING))
            here.press(Y, Y, Y, Y)
            assert here.view.bar.needed == 0
            assert here.text("vote.tests") == "目前：East 赞成 3/2，West 赞成 1/2"
            assert here.text("vote.stands") == "尚未确定"
            here.press(Y)
            assert here.text("vote.stands") == "票数已够"


def test_a_name_of_markup_and_length_breaks_nothing(window, tmp_path):
    """A member may be called anything: it is shown as it is written, cut where it has no room."""
    charter, members = households(3)
    hostile = council.Person(name="<b>张三</b>" + "很长的名字" * 30)
    members[1] = council.Entry(member="h2", person=hostile, group="household")
    with council.council(tmp_path, charter, members) as desk:
        council.open_poll(desk)
        here = window(desk, lambda one: VoteView(one, council.EVENING))
        here.press("2")
        assert here.text("vote.called").startswith("2 <b>张三</b>")
        assert here.view.width() <= 1046
