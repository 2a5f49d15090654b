"""The outcome table: provisional, final, part-funded, corrected, withdrawn, tied, announced and taken back."""

import asyncio

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from facilitator.desk.selection.outcome.reckoning import Reckoning
from facilitator.desk.selection.outcome.tie import drawn
from facilitator.desk.selection.outcome.view import OutcomeView
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.meeting.selection.closing import CloseVote
from facilitator.meeting.selection.entering import EnterPaper
from facilitator.meeting.selection.recount import problem
from facilitator.rules.selection.problem import Rule, SelectionRule, TieBreak
from tests.desk.evening import leave
from tests.desk.selection.counting import (
    APPROVAL,
    Hands,
    M,
    Terms,
    boxes,
    marks,
    read,
    staged_vote,
    tied,
)


def closed(desk):
    """Close the vote and go on to its result."""
    assert desk.session.do(CloseVote(meeting=M))
    assert desk.session.do(EnterPhase(meeting=M, phase="result"))


def rows(hands):
    return hands.view.list.result.rows


def row(hands, project):
    return next(one for one in rows(hands) if one.project == project)


@pytest.fixture(scope="module")
def evening(qapp, tmp_path_factory):
    """Stage one vote for the whole file."""
    desk = staged_vote(tmp_path_factory.mktemp("outcome"), budget=10_500_000)
    hands = Hands(desk, OutcomeView)
    yield hands
    hands.close()
    leave(desk)
    qapp.setStyleSheet("")


def test_a_result_from_its_first_ballot_to_its_announcement(evening):
    """Everything that is done with a result in one evening."""
    hands = evening
    provisional_while_ballots_are_entered(hands)
    final_after_the_close(hands)
    funded_in_part(hands)
    corrected(hands)
    withdrawn_and_back(hands)
    announced_and_taken_back(hands)


def provisional_while_ballots_are_entered(hands):
    """Only what both helpers have read counts, and it is called provisional; nothing may be announced."""
    boxes(hands.desk, residents=8, heads=4, officials=2)
    read(hands.desk, "residents", "abc abd abf ab bc af c cdi")
    hands.desk.session.do(
        EnterPaper(meeting=M, group="heads", number=1, helper=1, ballot=marks("h"))
    )
    assert hands.text("outcome.state") == "暂计结果"
    assert hands.text("outcome.how") == "已核定 8/14 张，只在本台显示"
    assert row(hands, "h").votes == "0 票".replace(" ", "\u00a0")
    assert not hands.shows("outcome.announce")
    read(hands.desk, "heads", "ab bcf cd f", (2,))
    read(hands.desk, "heads", "ab bcf cd f", (1,))
    read(hands.desk, "officials", "ab -")


def final_after_the_close(hands):
    """In the order of votes, with sums, reasons by chamber, and the line under the last that gets money."""
    closed(hands.desk)
    hands.settle()
    assert hands.text("outcome.state") == "第 1 次计票"
    assert [one.project for one in rows(hands)[:3]] == ["b", "a", "c"]
    cut = [one.project for one in rows(hands) if one.cut]
    assert len(cut) == 1
    funded = [one for one in rows(hands) if one.sign == "for"]
    assert cut[0] == funded[-1].project
    assert sum(row(hands, "a").chambers) == 7
    assert row(hands, "a").chambers == (5, 1, 1)
    assert "比全部预算" in row(hands, "h").said
    assert row(hands, "c").sum == "累计 100,000 元".replace(" ", "\u00a0")
    model = hands.view.list.result
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    hands.click("outcome.tab.rounds")
    assert "1. 楼间空地小花园" in hands.find("outcome.rounds").toPlainText().replace("\u00a0", " ")
    hands.click("outcome.tab.chambers")
    valid = hands.view.side._papers.figures.lines[3]
    assert [cell.text for cell in valid.cells] == ["有效票", "8", "4", "1", "13"]
    hands.click("outcome.tab.project")


def choose(hands, project):
    place = [one.project for one in rows(hands)].index(project)
    hands.view.list._chose = True
    hands.view.list.setCurrentIndex(hands.view.list.result.index(place))
    hands.settle()


def funded_in_part(hands):
    """Out of what is left, with the reason; more than is left is refused in the panel."""
    choose(hands, "f")
    assert "差 1,000 元" in hands.text("outcome.why")
    hands.click("outcome.part")
    hands.type("5001", "part.money")
    hands.type("先做一半", "part.reason")
    hands.click("part.done")
    assert hands.panels
    hands.find("part.money").clear()
    hands.type("5000", "part.money")
    hands.click("part.done")
    assert hands.meeting.outcome.parts["f"] == (500_000, "先做一半")
    assert row(hands, "f").sign == "part"


def corrected(hands):
    """A paper read wrongly after all: with the reason, counted again, the old reading readable."""
    hands.click("outcome.correct")
    assert hands.text("correcting.was") == "原来录的：1、2、3"
    hands.find("correcting.line").clear()
    hands.type("1 2 4", "correcting.line")
    hands.click("correcting.done")
    assert hands.panels  # why?
    hands.type("看错了一行", "correcting.reason")
    hands.click("correcting.done")
    assert hands.text("outcome.state") == "第 2 次计票"
    (change,) = hands.meeting.ballots.votes[0].changes[-1:]
    assert change.reason == "看错了一行"


def withdrawn_and_back(hands):
    """A project that is withdrawn stands at the end with the reason, and may stand again."""
    choose(hands, "d")
    hands.click("outcome.withdraw")
    hands.type("社区撤回申请", "withdrawing.reason")
    hands.click("withdrawing.done")
    assert rows(hands)[-1].project == "d"
    assert "社区撤回申请" in rows(hands)[-1].said
    choose(hands, "d")
    hands.click("outcome.reinstate")
    hands.type("误会", "withdrawing.reason")
    hands.click("withdrawing.done")
    assert row(hands, "d").sign != "abstain"


def announced_and_taken_back(hands):
    """What was read out stands; nothing is changed until it is taken back with the reason."""
    hands.click("outcome.announce")
    assert hands.text("outcome.state") == "已宣布"
    assert not hands.shows("outcome.correct")
    assert not hands.shows("outcome.withdraw")
    hands.click("outcome.take-back")
    hands.type("漏读一项", "taking-back.reason")
    hands.click("taking-back.done")
    assert hands.shows("outcome.announce")


TIED = {"residents": "ab ab ab ab ab c c d", "heads": "ab d a b", "officials": "- -"}


def tied_vote(folder, ties):
    """A vote in which c and d have as many votes, and the money is enough for one of them."""
    desk = staged_vote(folder, terms=tied(ties))
    boxes(desk, residents=8, heads=4, officials=2)
    for group, papers in TIED.items():
        read(desk, group, papers)
    closed(desk)
    return desk


@pytest.fixture
def tie(qapp, tmp_path, request):
    desk = tied_vote(tmp_path, request.param)
    hands = Hands(desk, OutcomeView)
    yield hands
    hands.close()
    leave(desk)
    qapp.setStyleSheet("")


@pytest.mark.parametrize("tie", [(TieBreak.LOT,)], indirect=True)
def test_a_lot_is_drawn_before_two_witnesses(tie):
    """Only the lot is offered; fewer witnesses are refused; the order drawn decides."""
    assert tie.shows("tie.lot")
    assert not tie.shows("tie.revote")
    assert not tie.shows("tie.rule")
    assert {row(tie, "c").sign, row(tie, "d").sign} == {"tied"}
    assert not tie.find("outcome.announce").isEnabled()
    tie.click("tie.lot")
    tie.click("lot.done")
    assert tie.panels  # nothing is drawn yet
    tie.click("lot.take.d")
    tie.click("lot.take.c")
    tie.click("lot.done")
    assert tie.panels  # nobody has seen it
    for pick, who in zip(tie.panels[-1]._witnesses, ("heads-2", "heads-3"), strict=True):
        pick.choose(who)
    tie.click("lot.done")
    assert not tie.meeting.outcome.tied
    assert row(tie, "d").sign == "for"
    assert not tie.shows("outcome.tie")


@pytest.mark.parametrize("tie", [()], indirect=True)
def test_where_nothing_was_agreed_people_agree_now_and_the_result_says_so(tie):
    """Undecided until then: no order of names or entry decides."""
    assert not tie.shows("tie.lot")
    assert "未决" in tie.text("tie.said")
    tie.click("tie.rule")
    tie.find("ruling.lower-cost").setChecked(True)
    tie.type("全体代表举手同意", "ruling.reason")
    tie.click("ruling.done")
    assert row(tie, "d").sign == "for"
    assert "计票之后商定" in tie.text("outcome.how")


@pytest.mark.parametrize("tie", [(TieBreak.REVOTE,)], indirect=True)
def test_where_voting_again_was_agreed_the_way_leads_to_the_ballots(tie):
    """The table of the ballots is asked for; nothing else is offered."""
    wanted = []
    tie.view.table_wanted.connect(wanted.append)
    assert not tie.shows("tie.lot")
    tie.click("tie.revote")
    assert wanted == ["ballots"]


def test_a_lot_of_the_computer_can_be_drawn_again():
    """The order follows from the number and the numbers on the ballot, however the tied stand."""
    one = drawn({"c": 3, "d": 4, "e": 5}, 379275)
    assert one == drawn({"e": 5, "c": 3, "d": 4}, 379275)
    assert {tuple(drawn({"c": 3, "d": 4}, seed)) for seed in range(20)} == {("c", "d"), ("d", "c")}


def test_equal_shares_are_worked_out_beside_the_window(aloop, tmp_path):
    """Of several questions the last is answered, once; nothing is told when the archive is closed."""
    rule = SelectionRule(rule=Rule.EQUAL_SHARES, ties=(TieBreak.LOWER_COST,))
    desk = staged_vote(tmp_path, terms=Terms(ballot=APPROVAL.ballot, counting=rule))
    boxes(desk, residents=3)
    read(desk, "residents", "abc abd ab")
    meeting = desk.session.meeting(M)
    main = meeting.ballots.main()
    found = []

    async def asked():
        reckoning = Reckoning(desk)
        reckoning.found.connect(found.append)
        for _ in range(3):
            reckoning.ask(problem(meeting, main))
        assert reckoning.busy
        assert not found
        await desk.works.idle()

    aloop.run_until_complete(asyncio.wait_for(asked(), 10))
    leave(desk)
    assert len(found) == 1
    assert found[0].voters == 3
