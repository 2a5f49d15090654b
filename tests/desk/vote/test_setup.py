"""Before a vote: what it takes, who may answer, and how; nothing is recorded until it is opened."""

from __future__ import annotations

import pytest

from facilitator.desk.vote.setup import VoteSetup
from facilitator.meeting.attendance import Arrive, Leave
from facilitator.meeting.polls import Method
from facilitator.rules.charter import Base, Measure, QuorumLost, Threshold
from tests.desk.evening import EVENING
from tests.desk.vote import council
from tests.desk.vote.conftest import setting_up
from tests.meeting.hall import assembly, charter, two_thirds

READY = "20:11:40"
LIBRARY = '"motion": "m5", "member": "chen-guodong"'
WHERE = council.EVENING


def setup(desk):
    return VoteSetup(desk, WHERE, "m1")


def thirteen(**changes):
    groups = {"established": 6, "new": 6, "office": 1}
    members = [council.member(f"{g[0]}{n}", g) for g, k in groups.items() for n in range(1, k + 1)]
    return charter(offices=(), **changes), members


class TestOpening:
    def test_enter_opens_a_roll_call(self, evening):
        """The usual way is chosen, and Enter takes it; only then is something recorded."""
        here = evening(READY, setting_up("m3"))
        here.click("vote.method.roll-call")
        assert here.acts == []
        here.press("Return")
        poll = next(reversed(here.desk.session.meeting(EVENING).polls.all.values()))
        assert (poll.motion, poll.method, poll.rule) == ("m3", Method.ROLL_CALL, "two_thirds")
        assert here.acts == ["OpenPoll"]

    def test_an_amendment_by_hands_does_not_make_the_motion_go_by_hands(self, evening):
        """What is offered first is the way of the last vote on a motion, a roll call at first."""
        here = evening("20:02:40", setting_up("m2"))
        assert here.view.methods.method is Method.ROLL_CALL

    def test_each_vote_has_a_name_of_its_own(self, evening):
        """A further vote never collides with one that was held."""
        here = evening(READY, setting_up("m3"))
        taken = set(here.desk.session.meeting(EVENING).polls.all)
        here.press("Return")
        assert len(here.desk.session.meeting(EVENING).polls.all) == len(taken) + 1

    def test_a_secret_ballot_needs_two_tellers(self, evening):
        """Until two different people are chosen the button says so."""
        here = evening(LIBRARY, setting_up("m5"))
        here.click("vote.method.paper")
        assert "计票人" in here.find("vote.open-now").toolTip()
        for number, who in ((1, 3), (2, 3)):
            here.find(f"vote.setup.teller.{number}").setCurrentIndex(who)
        assert not here.find("vote.open-now").isEnabled()
        here.find("vote.setup.teller.2").setCurrentIndex(5)
        here.click("vote.open-now")
        poll = here.desk.session.meeting(EVENING).polls.all["p1"]
        assert poll.method is Method.PAPER
        assert len(set(poll.tellers)) == 2

    def test_tellers_need_not_be_members(self, evening):
        """Whoever is in the room may count: the observers are among them."""
        here = evening(LIBRARY, setting_up("m5"))
        here.click("vote.method.paper")
        field = here.find("vote.setup.teller.1")
        names = [field.itemText(at) for at in range(field.count())]
        assert "叶永康" in names
        assert not any("冯锦添" in name for name in names)

    @pytest.mark.parametrize("key", ["Escape", None])
    def test_going_back_records_nothing(self, evening, key):
        """Esc, or the button."""
        here = evening(READY, setting_up("m3"))
        left = []
        here.view.left.connect(lambda: left.append(True))
        if key:
            here.press(key)
        else:
            here.click("vote.back-to-item")
        assert left == [True]
        assert here.acts == []


class TestWhatItTakes:
    def test_the_dry_run_follows_the_room(self, evening):
        """Two may withhold with eleven present; when two have left nobody can, and then it cannot pass."""
        here = evening(READY, setting_up("m3"))
        assert "在场 11 人，最多可有 2 人不赞成；如再有 3 人离席，只剩 8 人" in here.text(
            "vote.dry-run"
        )
        for person in ("wu-dequan", "liu-xiaoyan"):
            here.desk.session.do(Leave(meeting=EVENING, person=person))
        assert "在场 9 人，须全部赞成" in here.text("vote.dry-run")
        here.desk.session.do(Leave(meeting=EVENING, person="zhang-haibo"))
        assert "即使全部赞成，也是未通过" in here.text("vote.dry-run")
        assert here.find("vote.dry-run").property("tone") == "bad"
        here.desk.session.do(Arrive(meeting=EVENING, person="zhang-haibo"))
        assert "须全部赞成" in here.text("vote.dry-run")

    def test_the_rule_is_said_in_figures(self, evening):
        """Nine of thirteen, with the working and the version of the charter."""
        here = evening(READY, setting_up("m3"))
        assert here.text("vote.rule.head") == "须 9 票赞成："
        assert "13 × 2 ÷ 3 = 8.67" in here.text("vote.rule.rest")

    def test_another_rule_of_the_charter_can_be_chosen(self, window, tmp_path):
        """Rule, figures and the vote that is opened follow the choice."""
        half = two_thirds(key="half", consent=(Threshold("1/2", Base.PRESENT, strict=True),))
        made, members = thirteen(rules=(two_thirds(), half))
        with council.council(tmp_path, made, members) as desk:
            here = window(desk, setup)
            assert here.text("vote.rule.head") == "须 9 票赞成："
            field = here.find("vote.rules")
            field.setCurrentIndex(field.findData("half"))
            assert here.text("vote.rule.head") == "须 7 票赞成："
            here.press("Return")
            assert council.the_poll(desk).rule == "half"

    def test_one_rule_is_no_choice(self, evening):
        """Where the charter has one rule, nothing is asked."""
        here = evening(READY, setting_up("m3"))
        assert not here.shows("vote.rules")


class TestWhoMayAnswer:
    def test_present_absent_and_recused_are_told_by_name(self, evening):
        """Ten of eleven may answer: one steps aside, and two are not there, with the reason."""
        here = evening(LIBRARY, setting_up("m5"))
        assert here.text("vote.who.head") == "可以表决的 10 人"
        assert here.text("vote.who.absent") == "不在场：冯锦添（20:10 离席）、周玉梅（请假）"

    def test_somebody_steps_aside_with_a_reason_before_it_is_opened(self, evening):
        """Then nine may answer, and it takes all of them."""
        here = evening(LIBRARY, setting_up("m5"))
        here.click("vote.recuse.open")
        here.write("11", "vote.recuse.who.find")
        here.click("vote.recuse.done")
        assert here.panels == 1
        here.write("亲属在该单位", "vote.recuse.reason")
        here.click("vote.recuse.done")
        recused = here.desk.session.meeting(EVENING).polls.recused["i5"]
        assert recused["wu-dequan"] == "亲属在该单位"
        assert "其中 9 人可以表决，须全部赞成" in here.text("vote.dry-run")

    def test_a_recusal_is_lifted_with_a_reason(self, evening):
        """The member votes after all."""
        here = evening(LIBRARY, setting_up("m5"))
        here.click("vote.lift.li-chunmei")
        here.write("已离职", "vote.lift.reason")
        here.click("vote.lift.done")
        assert here.desk.session.meeting(EVENING).polls.recused["i5"] == {}
        assert here.text("vote.who.head") == "可以表决的 11 人"


class TestWhatCannotBe:
    def test_without_a_quorum_nothing_can_be_opened_and_it_is_said(self, window, tmp_path):
        """Eight of thirteen where nine are asked for: every way is shut, with the reason."""
        quorum = (Threshold("2/3", Base.SEATS),)
        made, members = thirteen(quorum=quorum)
        away = ("e5", "e6", "n4", "n5", "n6")
        with council.council(tmp_path, made, members, away=away) as desk:
            here = window(desk, setup)
            assert not here.find("vote.open-now").isEnabled()
            assert "未达到法定人数" in here.text("vote.why-not")
            here.press("Return")
            assert not desk.session.meeting(WHERE).polls.all
            desk.session.do(Arrive(meeting=WHERE, person="e5"))
            assert here.find("vote.open-now").isEnabled()

    def test_a_charter_may_let_it_be_opened_and_recorded_as_not_valid(self, window, tmp_path):
        """Then the dry run says beforehand what it will come to."""
        quorum = (Threshold("2/3", Base.SEATS),)
        made, members = thirteen(quorum=quorum, quorum_lost=QuorumLost.RECORD)
        with council.council(tmp_path, made, members, away=("e5", "e6", "n4", "n5", "n6")) as desk:
            here = window(desk, setup)
            assert here.find("vote.open-now").isEnabled()
            assert "表决无效" in here.text("vote.dry-run")

    def test_weights_are_voted_by_name_only(self, window, tmp_path):
        """Hands and ballots do not tell whose area it is; the cards say so."""
        area = Threshold("1/2", Base.IN_OFFICE, measure=Measure.WEIGHT)
        rule = two_thirds(consent=(area,))
        made = assembly(rules=(rule,), default_rule=rule.key, weight_unit="m²")
        members = [council.member(f"h{n}", "household", weight=10 * n) for n in range(1, 5)]
        with council.council(tmp_path, made, members) as desk:
            here = window(desk, setup)
            able = {m for m, one in here.view.methods.cards.items() if one.isEnabled()}
            assert able == {Method.ROLL_CALL}
            assert "投票权数" in here.find("vote.method.hands").toolTip()
            assert "少几人行不行，要看是谁" in here.text("vote.dry-run")
