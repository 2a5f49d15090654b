"""Ballots and outcome of a selection pass the audit, with every panel; so do the panels of the slate."""

import pytest

from facilitator.desk.selection.outcome.tie import RulingPanel
from facilitator.desk.theme import wear
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.meeting.selection.entering import EnterPaper
from facilitator.meeting.selection.ties import DrawLot
from facilitator.rules.selection.problem import TieBreak
from tests.desk.evening import leave
from tests.desk.looks import OF_A_ROOM
from tests.desk.selection.counting import M, boxes, marks, read, staged_vote, tied
from tests.desk.selection.hall import MEETING, at_selection
from tests.desk.shown import shown
from tests.desk.walked import Walk


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_a_vote_can_be_used_by_everybody(qapp, tmp_path, lang, size):
    """From its opening to a tie among what was counted, announced and taken back: each page and each panel."""
    desk = staged_vote(tmp_path, lang=lang, size=size, terms=tied((TieBreak.LOT,)), opened=False)
    wear(qapp, desk.theme)
    try:
        with shown(desk, f"meetings/{M}") as window:
            walk = Walk(window, size)
            before_the_vote(walk)
            boxes_are_counted(walk)
            papers_are_entered(walk)
            differences(walk)
            typed_for_somebody(walk)
            the_vote_is_closed(walk)
            the_result(walk)
            found = walk.found
    finally:
        leave(desk)
        qapp.setStyleSheet("")
    assert found == []


def before_the_vote(walk):
    walk.look("before the vote")
    walk.panel("opening.open")
    walk.click("opening.open")
    for pick, who in zip(walk.top._picks, ("residents-1", "residents-2"), strict=True):
        pick.choose(who)
    walk.click("helpers.done")


def boxes_are_counted(walk):
    walk.look("empty boxes")
    boxes(walk.window.desk, residents=8, heads=4, officials=2)
    walk.look("boxes with numbers")
    walk.find("boxes.box.heads").setValue(3)
    walk.find("boxes.box.heads").entered.emit()
    walk.leave("a number that is changed")
    walk.panel("boxes.void")


def papers_are_entered(walk):
    desk = walk.window.desk
    read(desk, "residents", "ab ab ab ab ab c c d")
    read(desk, "heads", "ab d a", (1,))
    read(desk, "heads", "ab d ab", (2,))
    walk.click("ballots.entry")
    walk.look("the next ballot")
    walk.find("paper.line").setText("1 4 7 -9")
    walk.look("a ballot that is typed")
    walk.find("paper.line").setText("99")
    walk.look("a ballot that makes no sense")


def differences(walk):
    walk.click("ballots.differ")
    walk.look("differences")
    walk.click("differ.together")
    walk.look("looked at together")
    walk.click("settle.back")
    walk.click("differ.take.1")
    walk.look("no differences")


def typed_for_somebody(walk):
    walk.click("ballots.named")
    walk.look("for whom it is typed")
    page = walk.find("named.pick").parent().parent()
    page._pick.choose("heads-1")
    page._choose("heads-1")
    walk.look("typed for somebody who steps back")


def the_vote_is_closed(walk):
    desk = walk.window.desk
    assert desk.do(EnterPhase(meeting=M, phase="result"))
    walk.look("a result for now")
    assert desk.do(EnterPhase(meeting=M, phase="voting"))
    for helper in (1, 2):
        one = EnterPaper(meeting=M, group="heads", number=4, helper=helper, ballot=marks("b"))
        assert desk.do(one)
    read(desk, "officials", "- -")
    walk.click("ballots.boxes")
    walk.look("everything is agreed")
    walk.click("boxes.close")
    walk.look("after the vote")
    walk.panel("opening.declare-void")
    walk.click("opening.result")


def the_result(walk):
    desk, page = walk.window.desk, walk.window.page
    walk.look("a tie")
    walk.panel("tie.lot")
    RulingPanel(desk, page, M).open()
    walk.leave("agreed after the count")
    tied = desk.session.meeting(M).outcome.tied
    lot = DrawLot(meeting=M, order=tied, how="抓阄", witnesses=("heads-2", "heads-3"))
    assert desk.do(lot)
    for tab in ("rounds", "chambers", "project"):
        walk.click(f"outcome.tab.{tab}")
        walk.look(f"a result, {tab}")
    outcome = walk.find("outcome-view")
    outcome.side.show_project("f")
    walk.panel("outcome.part")
    walk.panel("outcome.withdraw")
    walk.panel("outcome.correct")
    walk.click("outcome.announce")
    walk.look("an announced result")
    walk.panel("outcome.take-back")


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_the_panels_of_the_slate_can_be_used_by_everybody(qapp, tmp_path, lang, size):
    """Money, a project put right and a project withdrawn."""
    with (
        at_selection(tmp_path, "called", lang=lang, size=size) as desk,
        shown(desk, f"meetings/{MEETING}") as window,
    ):
        walk = Walk(window, size)
        slate = walk.find("slate.list")
        slate.setCurrentIndex(slate.model().index(0))
        for name in ("slate.budget", "slate.change", "slate.withdraw"):
            walk.panel(name)
    assert walk.found == []
