"""Acts that count: the window says so while that lasts; and which vote is meant, where several count."""

import asyncio

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QWidget
from shiboken6 import delete

from facilitator.desk.closing.closed import ClosedView
from facilitator.desk.places import Place
from facilitator.desk.selection.ballots.panels import VoidPanel
from facilitator.desk.selection.ballots.view import BallotsView
from facilitator.desk.selection.ballots.which import votes_counted
from facilitator.desk.selection.counter import counter_of
from facilitator.desk.selection.outcome.panels import CorrectPanel
from facilitator.desk.selection.outcome.view import OutcomeView
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.meeting.selection.ballots import OpenVote
from facilitator.meeting.selection.closing import CloseVote
from facilitator.rounds.round import OpenRound
from facilitator.rules.selection import remembered
from facilitator.rules.selection.problem import Completion, Rule, SelectionRule, TieBreak
from tests.desk.evening import leave
from tests.desk.selection.counting import (
    APPROVAL,
    Hands,
    M,
    Terms,
    boxes,
    read,
    staged_vote,
    tied,
)

RAISE = Terms(
    ballot=APPROVAL.ballot,
    counting=SelectionRule(
        rule=Rule.EQUAL_SHARES, completion=Completion.RAISE, ties=(TieBreak.LOWER_COST,)
    ),
)


def test_a_vote_is_closed_once_its_result_is_worked_out_beside_the_window(aloop, qapp, tmp_path):
    """The button says that it counts, and takes no second click; where its window has gone nothing is done."""
    remembered.forget()
    desk = staged_vote(tmp_path, terms=RAISE)
    boxes(desk, residents=3, heads=0, officials=0)
    read(desk, "residents", "ab ac b")
    hands = Hands(desk, BallotsView)
    close = hands.find("boxes.close")

    async def closing():
        close.click()
        assert hands.meeting.ballots.open is not None
        assert (close.text(), close.isEnabled()) == ("正在计票…", False)
        await desk.works.idle()

    aloop.run_until_complete(asyncio.wait_for(closing(), 10))
    assert hands.meeting.ballots.open is None
    assert hands.meeting.outcome.selection.voters == 3

    gone, done = QObject(), []
    delete(gone)
    counter, command = counter_of(desk), CloseVote(meeting=M)

    async def left():
        await counter._then(command, None, lambda: done.append(1), done.append, gone)

    aloop.run_until_complete(asyncio.wait_for(left(), 10))
    assert not done
    hands.close()
    leave(desk)
    qapp.setStyleSheet("")


@pytest.fixture(scope="module")
def twice_voted(qapp, tmp_path_factory):
    """A vote, a tie, and a vote among the tied: both are closed and count."""
    folder = tmp_path_factory.mktemp("twice")
    desk = staged_vote(folder, terms=tied((TieBreak.REVOTE,)), budget=5_000_000)
    boxes(desk, residents=2, heads=0, officials=0)
    read(desk, "residents", "ab ab")
    assert desk.session.do(CloseVote(meeting=M))
    among = desk.session.meeting(M).outcome.tied
    assert among
    assert desk.session.do(EnterPhase(meeting=M, phase="result"))
    helpers = ("residents-1", "residents-2")
    assert desk.session.do(OpenVote(meeting=M, helpers=helpers, among=among))
    boxes(desk, residents=3, heads=0, officials=0)
    read(desk, "residents", "a b a")
    assert desk.session.do(CloseVote(meeting=M))
    yield desk
    leave(desk)
    qapp.setStyleSheet("")


def test_people_choose_which_vote_is_put_right_or_void(twice_voted):
    """The ballots of the chosen vote stand there; the one among the tied falls alone, its tie is open."""
    desk, parent = twice_voted, QWidget()
    meeting = desk.session.meeting(M)
    votes = votes_counted(meeting)
    assert [bool(one.among) for one in votes] == [False, True]
    right = CorrectPanel(desk, parent, M, votes)
    which = right.findChild(QComboBox, "correcting.vote")
    assert which.currentIndex() == 0
    assert right._number.maximum() == 2
    which.setCurrentIndex(1)
    assert right._number.maximum() == 3
    right.paper._typed("2")
    right._reason.setText("看错了一张")
    right._send()
    assert meeting.outcome.tied == ()
    assert votes[1].changes[-1].field == "paper.residents.1"

    void = VoidPanel(desk, parent, M, votes)
    assert void.vote == 2
    assert "并列重新待定" in void._told.text()
    void._which.button(1).click()
    assert "部分资助" in void._told.text()
    void._which.button(2).click()
    void._reason.setText("有人投了两张")
    void._send()
    assert [one.number for one in votes_counted(meeting)] == [1]
    assert set(meeting.outcome.tied) == set(votes[1].among)
    parent.deleteLater()


def test_an_announced_result_leads_to_its_round_where_it_is_taken_over(qapp, tmp_path):
    """Before the announcement, and without a round in this archive, there is no such way."""
    desk = staged_vote(tmp_path)
    boxes(desk, residents=2, heads=0, officials=0)
    read(desk, "residents", "ab ab")
    assert desk.session.do(CloseVote(meeting=M))
    assert desk.session.do(EnterPhase(meeting=M, phase="result"))
    assert desk.session.do(OpenRound(round="spring", body="qingyuan", title="二〇二七年春季项目"))
    hands, went = Hands(desk, OutcomeView), []
    desk.went.connect(went.append)
    assert not hands.shows("outcome.round")
    hands.click("outcome.announce")
    assert not hands.shows("outcome.round")
    for name, there in (("elsewhere", False), ("spring", True)):
        hands.meeting.slate.round = name  # what taking a round over would have written there
        hands.view.refresh_now()
        assert hands.shows("outcome.round") is there
    hands.click("outcome.round")
    assert went == [Place("projects", "spring")]
    hands.close()
    over = Hands(desk, ClosedView)  # as the page of the meeting shows it once it is closed
    assert "入选" in over.find("decisions.none").text()
    over.click("closed.round")
    assert went == [Place("projects", "spring")] * 2
    over.meeting.slate.round = "elsewhere"
    over.view.refresh_now()
    assert not over.shows("closed.round")
    over.close()
    leave(desk)
    qapp.setStyleSheet("")
