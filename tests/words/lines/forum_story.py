"""A day in which every kind of event of a forum happens."""

from __future__ import annotations

from datetime import date, timedelta

from facilitator.meeting.forum.convergence import (
    ChangeCluster,
    ChooseWay,
    CloseDots,
    DissolveCluster,
    EnterDots,
    FormCluster,
    Way,
)
from facilitator.meeting.forum.groups import (
    ChangeGroup,
    DissolveGroup,
    EraseContact,
    FormGroup,
)
from facilitator.meeting.forum.interest import CountInterest, ScreenTopics, SignOff, SignUp
from facilitator.meeting.forum.matrix import (
    AddPlace,
    AddSlot,
    EditPlace,
    EditSlot,
    RemovePlace,
    RemoveSlot,
)
from facilitator.meeting.forum.merging import MergeTopic, Piece, SplitTopic, TakeBack
from facilitator.meeting.forum.placing import (
    HalveTopic,
    MoveTopic,
    ParkTopic,
    PlaceTopic,
    SecondSlot,
    SwapTopics,
    TakeOff,
)
from facilitator.meeting.forum.reports import (
    AddToReport,
    CorrectReport,
    NameRecorder,
    NextStep,
    PostReport,
    ReportText,
)
from facilitator.meeting.forum.rounds import CountHeads, EndRound, StartRound
from facilitator.meeting.forum.theme import ChooseHosting, Hosting, SetTheme
from facilitator.meeting.forum.topics import (
    ChangeConveners,
    EditTopic,
    HoldAfterAll,
    NotHeld,
    PostTopic,
    WithdrawTopic,
)
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.meeting.notes import NoteKind, WriteNote
from tests.meeting.forum.forum import Forum
from tests.meeting.hall import EVENING, START

TEXT = ReportText(points=("It is narrow.",), next_steps=(NextStep("h2", "measure it"),))


def forum_day() -> Forum:
    """Return a forum on which everything is done once, and much of it put right."""
    day = Forum("invite", places=3, slots=2)
    _prepared(day)
    day.to("market")
    _posted(day)
    _arranged(day)
    _merged(day)
    day.to("rounds")
    _held(day)
    day.to("focus")
    _focused(day)
    day.to("action")
    _grouped(day)
    return day


def reopened_day() -> Forum:
    """Return a forum that is opened again for planning instead of putting dots up."""
    day = Forum("focus")
    day.send(ChooseWay, way=Way.REOPEN)
    day.send(PostTopic, topic="t1", title="Who begins", conveners=("h2",))
    return day


def _prepared(day: Forum) -> None:
    question = "How do we want to grow old here?"
    day.send(SetTheme, question=question, invitation="Come.")
    day.send(SetTheme, question="How do we live here?", reason="too sad")
    day.send(ChooseHosting, mode=Hosting.NEUTRAL)
    day.send(AddPlace, place="p4", name="Yard")
    day.send(EditPlace, place="p4", name="Garden", seats=8)
    day.send(RemovePlace, place="p4")
    begins = START + timedelta(hours=5)
    day.send(AddSlot, slot="s9", begins=begins, minutes=30, title="Late")
    day.send(EditSlot, slot="s9", begins=begins, minutes=40, title="Late")
    day.send(RemoveSlot, slot="s9")


def _posted(day: Forum) -> None:
    for number in range(1, 8):
        day.topic(f"t{number}")
    day.send(ChooseHosting, mode=Hosting.GUIDING, reason="people stray")
    day.send(EditTopic, topic="t1", title="Bins", why="They smell.")
    day.send(EditTopic, topic="t1", title="Bins", why="They smell in summer.")
    day.send(ChangeConveners, topic="t2", conveners=("h3", "h4"), reason="h2 is elsewhere")
    day.send(WithdrawTopic, topic="t7", reason="it is settled")
    day.send(CountInterest, topic="t1", heads=5)
    day.send(CountInterest, topic="t1", heads=6)
    day.send(SignUp, topic="t1", person="h5")
    day.send(SignOff, topic="t1", person="h5")


def _arranged(day: Forum) -> None:
    day.send(PlaceTopic, topic="t1", place="p1", slot="s1")
    day.send(PlaceTopic, topic="t2", place="p2", slot="s1")
    day.send(PlaceTopic, topic="t3", place="p3", slot="s1")
    day.send(MoveTopic, topic="t3", place="p3", slot="s2")
    day.send(TakeBack)
    day.send(SwapTopics, first="t1", second="t2")
    day.send(HalveTopic, topic="t3", half=1)
    day.send(SecondSlot, topic="t1", place="p1", slot="s2")
    day.send(TakeOff, topic="t1", slot="s2")
    day.send(ParkTopic, topic="t4", reason="later")
    day.send(TakeOff, topic="t4")
    day.send(ScreenTopics, keep=("t1", "t2", "t3", "t5", "t6"))


def _merged(day: Forum) -> None:
    day.send(MergeTopic, topic="t5", into="t1", agreed=("h2",))
    pieces = tuple(Piece(f"x{n}", f"Part {n}", ("h2",)) for n in (1, 2))
    day.send(SplitTopic, topic="t6", pieces=pieces, agreed=("h2",))


def _held(day: Forum) -> None:
    day.send(CountHeads, heads=12)
    day.send(StartRound, slot="s1")
    day.send(CountHeads, heads=4, place="p1")
    told = {"note": "n1", "text": "Back to the bins.", "speaker": "h1"}
    day.do(WriteNote(meeting=EVENING, **told, kind=NoteKind.HOST))
    day.send(NotHeld, topic="t3", reason="nobody came")
    day.send(HoldAfterAll, topic="t3")
    day.send(MoveTopic, topic="t3", place="p3", slot="s2")
    day.send(NameRecorder, topic="t1", recorder="h5")
    day.send(NameRecorder, topic="t1", recorder="h6")
    day.send(EndRound)
    day.send(PostReport, topic="t1", recorder="h6", participants=("h2", "h6"), heads=5, text=TEXT)
    day.send(PostReport, topic="t2")
    day.send(PostReport, topic="t3", text=TEXT)
    day.send(CorrectReport, topic="t3", heads=3, text=TEXT, reason="counted again")
    day.send(AddToReport, addition="a1", topic="t1", text="And lids.", person="h7")
    day.send(AddToReport, addition="a2", topic="t1", text="Green ones")


def _focused(day: Forum) -> None:
    day.send(ChooseWay, way=Way.DOTS, each=3, people=4)
    day.send(EnterDots, topic="t1", dots=5)
    day.send(EnterDots, topic="t1", dots=7)
    day.send(EnterDots, topic="t2", dots=4)
    day.send(CloseDots)
    day.send(EnterDots, topic="t2", dots=5, reason="one was under another")
    day.send(FormCluster, cluster="c1", title="Yard", topics=("t1", "t2"), initiator="h2")
    day.send(ChangeCluster, cluster="c1", title="Yard", topics=("t1",))
    day.send(DissolveCluster, cluster="c1")


def _grouped(day: Forum) -> None:
    group = {"group": "g1", "title": "Lids", "lead": "h2", "first_step": "Ask for a price."}
    due = date(2026, 12, 12)
    day.send(FormGroup, **group, due=due, topics=("t1",), contact="138 0000 0000", consent=True)
    later = {**group, "first_step": "Ask for two prices"}
    day.send(
        ChangeGroup,
        **later,
        due=date(2026, 12, 24),
        contact="138 0000 0000",
        consent=True,
        reason="one is few",
    )
    day.send(EraseContact, group="g1", reason="asked for it")
    day.send(DissolveGroup, group="g1", reason="the office does it")
    day.send(EnterPhase, phase="circle")
