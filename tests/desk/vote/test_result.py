"""The result card says what the outcome says, whatever the charter: verdict, numbers, arithmetic, ways on."""

from __future__ import annotations

import pytest

from facilitator.desk.vote.figures import FigureTable
from facilitator.desk.vote.result import ResultView
from facilitator.meeting.attendance import Leave
from facilitator.meeting.closing import ClosePoll
from facilitator.meeting.polls import Ballots, Method, Recuse
from facilitator.meeting.voting import CorrectVote, IssueBallots, ReportBallots
from facilitator.rules.charter import Base, Blank, Measure, QuorumLost, Recusal, Threshold, Tie
from facilitator.rules.counting import other_bases
from facilitator.rules.tally import Choice
from facilitator.words.outcomes import outcome_sentence, verdict_word
from tests.desk.evening import EVENING
from tests.desk.vote import council
from tests.desk.vote.conftest import result_of
from tests.meeting.hall import assembly, charter, two_thirds

FAILED, CORRECTED, PASSED, SECRET = "20:12:50", "polls.correct-vote", "20:25:50", "20:49:30"
MAJORITY = Threshold("1/2", Base.FOR_AGAINST, strict=True)
HERE = Threshold("1/2", Base.PRESENT, strict=True)


def result(desk):
    return ResultView(desk, council.EVENING, "p1")


def close(desk):
    desk.session.do(ClosePoll(meeting=council.EVENING, poll="p1", leave_silent=True))


def thirteen(**changes):
    groups = {"established": 6, "new": 6, "office": 1}
    members = [council.member(f"{g[0]}{n}", g) for g, k in groups.items() for n in range(1, k + 1)]
    return charter(**{"offices": (), **changes}), members


def with_rule(**changes):
    return thirteen(rules=(two_thirds(**changes),))


def rows(here, name):
    table = here.find(name)
    assert isinstance(table, FigureTable)
    return [[cell.text for cell in line.cells] for line in table.figures.lines]


class TestTheEvening:
    def test_not_passed_by_one_vote(self, evening):
        """Verdict, what was short, the motion as put, the line at nine, the arithmetic, the note."""
        here = evening(FAILED, result_of("p3"))
        assert here.text("result.verdict") == "未通过"
        assert here.text("result.short") == "差 1 票"
        assert "各户在 12 月 31 日前" in here.text("result.text")
        assert here.view.bar.needed == 9
        assert (
            here.text("result.sentence")
            == "未通过：赞成 8 票，8 < 9（13 × 2 ÷ 3 = 8.67，进为 9），差 1 票。"
        )
        assert "8 票占在场 11 人的 73%" in here.text("result.note")

    def test_only_the_row_of_the_rule_has_a_verdict(self, evening):
        """The other bases say whether it would have been enough, never that it passed."""
        here = evening(FAILED, result_of("p3"))
        outcome = here.desk.session.meeting(EVENING).polls.poll("p3").outcome
        marked, *others = here.find("result.bases").figures.lines
        assert [cell.text for cell in marked.cells][1:] == ["13", "9", "8", "未通过"]
        assert marked.cells[0].mark
        assert not any(cell.mark for line in others for cell in line.cells)
        assert {line.cells[-1].text for line in others} == {"够票", "差\u00a01\u00a0票"}
        charter_of = here.desk.session.meeting(EVENING).charter
        told = {(t.base_size, t.needed) for t in other_bases(outcome, charter_of)}
        shown = {tuple(int(cell.text) for cell in line.cells[1:3]) for line in others}
        assert shown <= told

    def test_groups_add_up_to_the_total(self, evening):
        """For, against, abstentions and absent of each group, and all of them below."""
        here = evening(FAILED, result_of("p3"))
        assert rows(here, "result.groups") == [
            ["本地居民", "4 / 6", "1", "0", "1"],
            ["新居民", "4 / 6", "1", "0", "1"],
            ["街道办事处", "0 / 1", "0", "1", "0"],
            ["合计", "8 / 13", "2", "1", "2"],
        ]

    def test_the_absent_are_told_with_their_reasons(self, evening):
        """One left, one had asked for leave."""
        here = evening(FAILED, result_of("p3"))
        absent = here.view.bar._look.words(here.view.bar.cells[-1])
        assert absent.replace("\u00a0", " ") == "缺席 2（离会 1，请假 1）"

    def test_a_passed_motion_is_a_decision_that_is_given_to_somebody(self, evening):
        """Its number, and the panel that asks who carries it out."""
        here = evening(PASSED, result_of("p4"))
        assert here.text("result.verdict") == "通过"
        assert here.text("result.decision") == "决议第 2 号"
        here.click("result.assign")
        assert here.panel.objectName() == "assign"

    def test_what_is_not_passed_offers_no_decision_and_another_motion(self, evening):
        """Nothing is given to anybody, and nothing printed as a resolution."""
        here = evening(FAILED, result_of("p3"))
        assert not here.shows("result.assign")
        assert not here.shows("result.print")
        assert not here.shows("result.decision")
        here.click("result.another")
        assert here.panel.objectName() == "put"

    def test_a_secret_ballot_shows_its_counts_and_no_groups(self, evening):
        """Both tellers, the recount that stands, blank and void as cells of their own."""
        here = evening(SECRET, result_of("p5"))
        assert not here.shows("result.groups")
        assert [row[0] for row in rows(here, "result.counts")] == [
            "计票人梁惠芳",
            "计票人张海波",
            "复点",
        ]
        shown = {one.mark.value: one.number for one in here.view.bar.cells}
        assert (shown["blank"], shown["void"], shown["recused"]) == (1, 1, 1)

    def test_the_next_item_is_taken_up_with_one_click(self, evening):
        """The item is finished and the next is in hand; then the card is left."""
        here = evening(FAILED, result_of("p3"))
        left = []
        here.view.left.connect(lambda: left.append(True))
        assert here.text("result.next") == "下一项：图书室服务合同"
        here.click("result.next")
        assert here.desk.session.meeting(EVENING).agenda.in_hand == "i5"
        assert left == [True]

    def test_while_a_motion_is_open_one_goes_on_with_it(self, evening):
        """After the amendment its motion waits: nothing is finished."""
        here = evening("20:02:40", result_of("p-a2"))
        assert here.text("result.next") == "继续：动议 2-1"
        here.click("result.next")
        assert here.acts == []

    def test_the_projector_shows_this_result(self, evening):
        """Switched on if it was off, and held at the card."""
        here = evening(FAILED, result_of("p3"))
        here.click("result.project")
        projector = here.desk.projector
        assert (projector.on, projector.scene.value) == (True, "result")
        projector.turn_off()


class TestCorrections:
    def test_a_corrected_vote_is_counted_anew_and_the_old_result_stays_readable(self, evening):
        """From against to abstain: the card follows, and says what was announced."""
        here = evening(CORRECTED, result_of("p3"))
        said = here.text("result.changes")
        assert "20:12 宣布：未通过" in said
        assert "刘小燕：“反对”更正为“弃权”。理由：" in said
        shown = {one.mark.value: one.number for one in here.view.bar.cells}
        assert (shown["against"], shown["abstain"]) == (1, 2)

    def test_a_correction_that_carries_changes_the_card_at_once(self, evening):
        """One more for by a correction: passed, decision and all; taken back, and it is gone."""
        here = evening(FAILED, result_of("p3"))
        here.click("result.correct")
        here.write("10", "vote.correct.who.find")
        here.click("vote.correct.for")
        here.write("记反了", "vote.correct.reason")
        here.click("vote.correct.done")
        assert here.text("result.verdict") == "通过"
        assert here.text("result.decision") == "决议第 2 号"
        back = CorrectVote(
            meeting=EVENING, poll="p3", member="liu-xiaoyan", choice=Choice.AGAINST, reason="没记反"
        )
        here.desk.session.do(back)
        assert here.text("result.verdict") == "未通过"
        assert not here.shows("result.decision")

    def test_a_result_that_was_overtaken_says_so(self, evening):
        """The vote on a motion that was put again decides nothing any more."""
        here = evening("20:05:50", result_of("p-a2"))
        assert not here.shows("result.overtaken")


CASES = {
    "two thirds of the seats": (with_rule(), "+++++++++---0"),
    "one short": (with_rule(), "++++++++---00"),
    "twice as many for as against": (
        with_rule(consent=(Threshold("2/3", Base.FOR_AGAINST),)),
        "++++--0000000",
    ),
    "a majority of those present": (with_rule(consent=(HERE,)), "++++++000...-"),
    "equal votes fail": (with_rule(consent=(MAJORITY,)), "++++++------0"),
    "equal votes open": (with_rule(consent=(MAJORITY,), tie=Tie.UNDECIDED), "++++++------0"),
    "the chair decides": (with_rule(consent=(MAJORITY,), tie=Tie.CHAIR), "++++++------0"),
    "each group": (
        with_rule(consent=(Threshold("1/2", Base.IN_OFFICE, strict=True, group="each"),)),
        "++++++++++--+",
    ),
    "taking part": (
        with_rule(consent=(MAJORITY,), participation=(Threshold("2/3", Base.SEATS),)),
        "++++++++.....",
    ),
    "nobody at all": (with_rule(consent=(MAJORITY,)), "............."),
}


@pytest.mark.parametrize("case", CASES)
def test_the_card_says_what_the_outcome_says(window, tmp_path, case):
    """For every kind of rule: the word, the sentence and the cells are those of the recorded outcome."""
    (made, members), answers = CASES[case]
    with council.council(tmp_path, made, members) as desk:
        council.open_poll(desk)
        council.cast(desk, answers)
        close(desk)
        here = window(desk, result)
        outcome = council.the_poll(desk).outcome
        assert here.text("result.verdict") == verdict_word(outcome.verdict, "zh")
        sentence = outcome_sentence(outcome, "zh", made, worked=True)
        assert here.text("result.sentence").replace(" ", "") == sentence.replace(" ", "")
        assert sum(one.number for one in here.view.bar.cells) == outcome.tally.seats
        assert here.shows("result.decision") is (outcome.verdict.value == "passed")
        if here.view.bar.needed:
            reached = outcome.tally.in_favour >= here.view.bar.needed
            assert reached is (outcome.verdict.value == "passed")


class TestOddRules:
    def test_recused_members_may_leave_the_base(self, window, tmp_path):
        """Eight of twelve carry, and the recused one has a cell."""
        made, members = with_rule(recusal=Recusal.LEAVES_BASE)
        with council.council(tmp_path, made, members) as desk:
            desk.session.do(Recuse(meeting=council.EVENING, member="n2", reason="任职"))
            council.open_poll(desk)
            council.cast(desk, "++++++++----")
            close(desk)
            here = window(desk, result)
            assert here.text("result.verdict") == "通过"
            assert here.view.bar.needed == 8
            assert rows(here, "result.bases")[0][1:] == ["12", "8", "8", "通过"]

    def test_a_vote_without_quorum_is_not_valid_and_has_no_line(self, window, tmp_path):
        """Whatever the votes: the verdict names the quorum, and reaching a number means nothing."""
        made, members = thirteen(
            rules=(two_thirds(consent=(HERE,)),),
            quorum=(Threshold("2/3", Base.SEATS),),
            quorum_lost=QuorumLost.RECORD,
        )
        with council.council(tmp_path, made, members, away=("e5", "e6", "n4", "n5", "n6")) as desk:
            council.open_poll(desk)
            council.cast(desk, "++++++++")
            close(desk)
            here = window(desk, result)
            assert here.text("result.verdict") == "表决无效"
            assert here.text("result.short") == "未达到法定人数，差 1 人"
            assert here.view.bar.needed == 0
            assert not here.shows("result.bases")
            assert [row[-1] for row in rows(here, "result.tests")] == ["8 < 9", "8 ≥ 5"]
            assert here.text("result.next") == "继续：动议 1-1"

    def test_areas_have_a_bar_of_their_own(self, window, tmp_path):
        """Heads and square metres both have to agree: two bars, four tests, no line."""
        both = tuple(
            Threshold("1/2", Base.RETURNED, strict=True, measure=measure) for measure in Measure
        )
        rule = two_thirds(consent=both)
        made = assembly(rules=(rule,), default_rule=rule.key, weight_unit="0.01 m²")
        members = [council.member(f"h{n}", "household", weight=1000 * n) for n in range(1, 6)]
        with council.council(tmp_path, made, members) as desk:
            council.open_poll(desk)
            council.cast(desk, "+++--")
            close(desk)
            here = window(desk, result)
            assert here.text("result.verdict") == "未通过"
            assert here.text("result.short") == "差 15.01 m²"
            assert sum(one.number for one in here.view.weighed.cells) == 15_000
            assert here.view.bar.needed == here.view.weighed.needed == 0
            assert len(rows(here, "result.tests")) == 2

    def test_blank_ballots_may_be_abstentions(self, window, tmp_path):
        """In the base of valid votes they count, and keep a cell of their own."""
        valid = (Threshold("1/2", Base.VALID, strict=True),)
        made, members = with_rule(consent=valid, blank=Blank.ABSTAINS)
        with council.council(tmp_path, made, members) as desk:
            council.open_poll(desk, Method.PAPER, tellers=("e1", "n1"))
            desk.session.do(IssueBallots(meeting=council.EVENING, poll="p1", issued=13))
            found = Ballots(returned=12, in_favour=6, against=2, blank=4)
            for teller in ("e1", "n1"):
                report = ReportBallots(
                    meeting=council.EVENING, poll="p1", teller=teller, ballots=found
                )
                desk.session.do(report)
            close(desk)
            here = window(desk, result)
            assert here.text("result.verdict") == "未通过"
            assert rows(here, "result.bases")[0][1:4] == ["12", "7", "6"]
            shown = {one.mark.value: one.number for one in here.view.bar.cells}
            assert (shown["blank"], shown["silent"]) == (4, 1)

    def test_who_left_silent_and_who_stayed_silent_differ(self, window, tmp_path):
        """Both did not vote; the bar tells one from the other."""
        made, members = with_rule()
        with council.council(tmp_path, made, members) as desk:
            council.open_poll(desk)
            council.cast(desk, "+++++++++")
            desk.session.do(Leave(meeting=council.EVENING, person="n6"))
            close(desk)
            here = window(desk, result)
            shown = {one.mark.value: one.number for one in here.view.bar.cells}
            assert (shown["left"], shown["silent"]) == (1, 3)


class TestWaysOn:
    def test_the_chair_gives_a_casting_vote_and_may_correct_it(self, window, tmp_path):
        """Undecided, then passed with the decision; corrected with a reason, and not passed."""
        made, members = with_rule(consent=(MAJORITY,), tie=Tie.CHAIR)
        with council.council(tmp_path, made, members) as desk:
            council.open_poll(desk)
            council.cast(desk, "++++++------0")
            close(desk)
            here = window(desk, result)
            assert here.text("result.verdict") == "未定"
            assert not here.shows("result.short")
            here.click("result.casting.for")
            assert here.text("result.verdict") == "通过"
            assert here.view.bar.needed == 0
            here.click("result.casting.correct")
            here.write("听反了", "reason.text")
            here.click("reason.done")
            assert here.text("result.verdict") == "未通过"
            assert "主持人决定票" in here.text("result.changes")

    def test_people_rule_on_contested_seats(self, window, tmp_path):
        """Nine for, one of them from a seat of another group: undecided until somebody rules."""
        made, members = with_rule()
        members = [one for one in members if one.member != "n6"]
        members.append(council.member("e7", "established", seat=12))
        with council.council(tmp_path, made, members) as desk:
            poll = council.open_poll(desk)
            for_them = {"e1", "e2", "e3", "e4", "e5", "e6", "n1", "n2", "e7"}
            council.cast(desk, "".join("+" if m in for_them else "-" for m in poll.entitled))
            close(desk)
            here = window(desk, result)
            assert here.text("result.verdict") == "未定"
            assert here.view.bar.needed == 0
            here.click("result.contested.drop")
            here.write("不是本组代表", "reason.text")
            here.click("reason.done")
            assert here.text("result.verdict") == "未通过"
            here.click("result.contested.count")
            here.write("章程准许", "reason.text")
            here.click("reason.done")
            assert here.text("result.verdict") == "通过"
            assert "裁定：争议席位的票计入" in here.text("result.changes")
