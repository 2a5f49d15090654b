"""What the room sees of a selection: the scene that fits, large enough, no result before its time."""

from dataclasses import replace
from datetime import timedelta

import pytest
from msgspec import structs
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from facilitator.desk.projector.leaf import SECONDS, Leaf
from facilitator.desk.projector.paging import page_count
from facilitator.desk.projector.paint import paint_scene
from facilitator.desk.projector.pen import LEAST
from facilitator.desk.projector.room import Room
from facilitator.desk.projector.scenes import (
    OF_A_DEBATE,
    OF_A_FORUM,
    OF_A_SELECTION,
    Scene,
    available,
    fitting,
    offered,
)
from facilitator.desk.projector.selection.pages import result_rows
from facilitator.desk.projector.selection.voting import example_marks
from facilitator.desk.theme import Theme, wear
from facilitator.meeting.items import AddItem
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.meeting.selection.ballots import CountBox, DeclareVoid, IssuePapers, OpenVote
from facilitator.meeting.selection.closing import CloseVote
from facilitator.meeting.selection.outcome import Announce, FundInPart, TakeBackResult
from facilitator.meeting.selection.pitches import BeginPitch, EndPitch, OpenQuestions
from facilitator.meeting.selection.slate import AddCandidate, Candidate
from facilitator.rules.selection.ballots import BallotKind, BallotRule, fault
from facilitator.rules.selection.problem import TieBreak
from tests.desk.projector.noting import Noted
from tests.meeting.hall import EVENING
from tests.words.lines.selection_story import Panel, lots_drawn, prepared, tied, voted

SCENES = sorted(OF_A_SELECTION)
LONG = "枣园里社区独居和空巢老人午间助餐与陪伴服务点改造提升项目" * 4


@pytest.fixture(autouse=True)
def worn(qapp):
    """The fonts of the program."""
    wear(qapp, Theme())


def room(panel, **how):
    """The room of a panel as it is now, with the clock of its last act."""
    people = panel.body.people
    names = {key: one.name for key, one in people.items() if one}
    return Room(panel.meeting, names, panel.at, panel.at, **how)


def speak(panel, lang):
    """The language of the meeting's papers, which the screen speaks."""
    one = panel.meetings[EVENING]
    one.call = structs.replace(one.call, lang=lang)


def draw(of, scene, size=(1366, 768)):
    """Draw a scene as the room would see it."""
    picture = QImage(*size, QImage.Format.Format_RGB32)
    with QPainter(picture) as painter:
        paint_scene(painter, QRectF(0, 0, *size), scene, of)
    return picture


def draw_all(of, size=(1366, 768)):
    """Draw every page of every scene."""
    for scene in SCENES:
        for number in range(page_count(scene, of)):
            draw(replace(of, leaf=Leaf(None, number)), scene, size)


def wordy():
    """A panel with long words everywhere, in the middle of a pitch."""
    panel = Panel()
    for n in range(9):
        one = Candidate(id=f"p{n}", title=LONG[n : n + 110], place=LONG[:100], asked=10**12)
        panel.send(AddCandidate, candidate=one)
    panel.gather()
    panel.send(BeginPitch, candidate="p0", who=LONG[:110])
    return panel


def voting():
    """A panel whose vote is open; residents' papers are handed out."""
    panel = prepared()
    panel.send(EnterPhase, phase="voting")
    panel.send(OpenVote, helpers=("r1", "h1"))
    panel.send(IssuePapers, group="residents", issued=3)
    return panel


def test_the_scene_follows_the_evening():
    """From welcome through pitches, vote and count to the funded projects, the room sees what goes on."""
    panel = Panel((TieBreak.LOWER_COST,), twice=False)
    seen = [fitting(panel.meeting)]
    panel.gather()
    seen.append(fitting(panel.meeting))
    panel.send(BeginPitch, candidate="g")
    seen.append(fitting(panel.meeting))
    panel.send(OpenQuestions)
    panel.send(EndPitch)
    panel.send(EnterPhase, phase="voting")
    seen.append(fitting(panel.meeting))
    panel.send(OpenVote)
    panel.send(IssuePapers, group="residents", issued=1)
    seen.append(fitting(panel.meeting))
    panel.send(CountBox, group="residents", returned=1)
    panel.read("residents", 1, "gm", (1,))
    seen.append(fitting(panel.meeting))
    panel.send(CloseVote)
    seen.append(fitting(panel.meeting))
    panel.send(EnterPhase, phase="result")
    seen.append(fitting(panel.meeting))
    panel.send(Announce)
    seen.append(fitting(panel.meeting))
    assert seen == [
        *(Scene.WELCOME, Scene.SLATE, Scene.PROJECT, Scene.BALLOT, Scene.BALLOT),
        *(Scene.COUNTING, Scene.COUNTING, Scene.CHOSEN, Scene.FUNDED),
    ]
    panel.send(EnterPhase, phase="read-back")
    assert fitting(panel.meeting) is Scene.FUNDED


def test_a_tie_comes_before_the_result():
    """While a tie is open, that is what the room has to see; then the result."""
    panel = tied(TieBreak.LOT)
    panel.send(EnterPhase, phase="result")
    assert fitting(panel.meeting) is Scene.TIE
    assert available(panel.meeting)[Scene.TIE]
    assert not available(lots_drawn().meeting)[Scene.TIE]


def test_a_selection_has_its_own_scenes():
    """And those of a debate once something is on its agenda; never those of a forum."""
    panel = prepared()
    assert set(offered(panel.meeting)) == OF_A_SELECTION | {Scene.WELCOME, Scene.BREAK}
    panel.send(AddItem, item="i", title="The next round")
    assert set(offered(panel.meeting)) == set(Scene) - OF_A_FORUM
    assert set(offered(panel.meeting)) >= OF_A_DEBATE


def test_no_result_is_shown_while_people_vote(monkeypatch):
    """Of an open vote the room sees how many ballots are entered, and not a single vote of a project."""
    panel, noted = voting(), Noted(monkeypatch)
    panel.send(CountBox, group="residents", returned=3)
    panel.read("residents", 1, "gm")
    panel.read("residents", 2, "gm", (1,))
    speak(panel, "en")
    draw_all(room(panel))
    assert "1 of 3 ballots entered" in [said.replace("\u00a0", " ") for said in noted.said]
    assert "The votes are not counted yet" in noted.said
    assert not [said for said in noted.said if "votes" in said and said[0].isdigit()]


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_last_row_reads_every_letter_and_none_is_outside(monkeypatch, lang, size):
    """1/25 of the height at least, and within the edges, on every page, however long the words are."""
    noted = Noted(monkeypatch)
    noted.width = size[0]
    for story in (wordy, voting, voted, lots_drawn, tied):
        panel = story()
        speak(panel, lang)
        draw_all(room(panel), size)
    assert min(noted.sizes) >= LEAST > 768 / 25
    assert noted.outside == []


def test_who_presents_is_hidden_with_the_names(monkeypatch):
    """The switch that hides names hides who presents a project, too."""
    panel, noted = prepared(), Noted(monkeypatch)
    panel.send(BeginPitch, candidate="b", who="Zhou of the Fourth")
    draw(room(panel), Scene.PROJECT)
    assert [said for said in noted.said if "Zhou" in said]
    noted.said.clear()
    draw(room(panel, names_shown=False), Scene.PROJECT)
    assert not [said for said in noted.said if "Zhou" in said]


def test_the_clock_says_when_time_is_over(monkeypatch):
    """What is left of pitch or questions, then how much it is over, in a word as well."""
    panel, noted = prepared(), Noted(monkeypatch)
    panel.send(BeginPitch, candidate="b")
    draw(replace(room(panel), now=panel.at + timedelta(seconds=100)), Scene.PROJECT)
    assert {"3:20", "陈述", "剩余"} <= set(noted.said)
    panel.send(OpenQuestions)
    draw(replace(room(panel), now=panel.at + timedelta(seconds=310)), Scene.PROJECT)
    assert {"+0:10", "提问", "已超时"} <= set(noted.said)


def test_the_list_begins_at_the_project_that_is_on():
    """A long list opens on its page, and leafs on by itself."""
    panel = wordy()
    panel.send(OpenQuestions)
    of = room(panel)
    assert page_count(Scene.SLATE, of) == 3
    now = draw(replace(of, leaf=Leaf(of.steady)), Scene.SLATE)
    later = replace(of, leaf=Leaf(of.steady), steady=of.steady + timedelta(seconds=SECONDS))
    assert draw(later, Scene.SLATE) != now


def test_the_cut_line_is_below_the_last_funded_project():
    """Also where one above it did not fit."""
    cuts = [(row.line.project, row.cut) for row in result_rows(lots_drawn().meeting)]
    assert cuts == [("g", False), ("m", True), ("b", False), ("l", False)]


def test_part_funding_is_among_the_funded(monkeypatch):
    """With what was asked for, so that nobody takes it for the whole."""
    panel, noted = lots_drawn(), Noted(monkeypatch)
    panel.send(TakeBackResult, reason="a part was forgotten")
    panel.send(FundInPart, candidate="l", fen=4_000_00, reason="two lamps of ten")
    draw(room(panel), Scene.CHOSEN)
    assert [said for said in noted.said if said.endswith("two lamps of ten")]
    panel.send(Announce)
    draw(room(panel), Scene.FUNDED)
    assert [said for said in noted.said if "部分资助，申请" in said]


def test_a_vote_that_does_not_count_says_so(monkeypatch):
    """Whoever has voted has to know that they vote again."""
    panel, noted = voting(), Noted(monkeypatch)
    panel.send(DeclareVoid, reason="wrong papers")
    draw(room(panel), Scene.COUNTING)
    assert "本次投票无效，重新投票" in noted.said


@pytest.mark.parametrize("kind", list(BallotKind))
def test_the_example_is_a_valid_ballot(kind):
    """Nobody learns from the screen how to spoil a ballot."""
    for most in (1, 2, 3, 5, 10):
        rule = BallotRule(kind=kind, most=most)
        marks = dict(zip("abcde", example_marks(rule), strict=True))
        assert fault(rule, marks, dict.fromkeys("abcde", 10), 100) is None
        assert any(marks.values())
