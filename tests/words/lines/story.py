"""Evenings in which, together, every kind of event of a meeting happens."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from facilitator.acts import Recorded
from facilitator.bodies import Person
from facilitator.meeting import Meeting
from facilitator.meeting.attendance import (
    AdmitObserver,
    Arrive,
    CorrectTimes,
    EraseObserver,
    Excuse,
    Leave,
)
from facilitator.meeting.calling_off import CancelMeeting, RescheduleMeeting
from facilitator.meeting.closing import GiveCastingVote, RuleOnContested, VoidPoll
from facilitator.meeting.convening import PostNotice
from facilitator.meeting.decisions import Assign, Assignment, CorrectAssignment
from facilitator.meeting.dismissing import DismissObserver
from facilitator.meeting.floor import (
    AgreeLimits,
    AskForFloor,
    EndSpeech,
    GiveFloor,
    Side,
    TakeHandDown,
)
from facilitator.meeting.items import (
    AddItem,
    EditItem,
    FinishItem,
    MoveItem,
    PostponeItem,
    RemoveItem,
    TakeUp,
    WithdrawItem,
)
from facilitator.meeting.lifecycle import (
    ChangeHost,
    ClockJumped,
    EnterPhase,
    Recess,
    ReopenMeeting,
    Resume,
)
from facilitator.meeting.motions import PostponeMotion, RewordMotion, WithdrawMotion
from facilitator.meeting.notes import CorrectNote, NoteKind, StrikeNote, WriteNote
from facilitator.meeting.polls import Ballots, Hands, LiftRecusal, Method, OpenPoll, Recuse
from facilitator.meeting.reviews import Progress, ReviewEarlier
from facilitator.meeting.striking import StrikeStay
from facilitator.meeting.tellers import CorrectTellersReport, ReplaceTeller
from facilitator.meeting.voting import (
    CastVote,
    CorrectBallots,
    CorrectHands,
    CorrectVote,
    IssueBallots,
    ReportBallots,
)
from facilitator.rules.charter import Tie
from facilitator.rules.tally import Choice
from tests.meeting.hall import EVENING, Hall, charter, more_for_than_against

M = {"meeting": EVENING}
HERE = ("e1", "e2", "e3", "e4", "e5", "n1", "n2", "n3", "n4", "o1")


def name_of(person: str) -> str:
    """Return what the members of a hall are called in a line."""
    return f"<{person}>"


def journal(hall: Hall, name: str = EVENING) -> tuple[Meeting, list[Recorded]]:
    """Return a meeting and what happened in it."""
    one = hall.meetings[name]
    return one, [entry.recorded for entry in one.chronicle]


def long_evening() -> Hall:
    """Return an evening that was moved, disturbed, corrected, closed and opened again."""
    hall = Hall(charter(second_required=True))
    hall.convene()
    _prepared(hall)
    _gathered(hall)
    _spoken(hall)
    _voted(hall)
    _balloted(hall)
    _ended(hall)
    return hall


def _prepared(hall: Hall) -> None:
    for number in range(1, 6):
        hall.do(AddItem(**M, item=f"i{number}", title=f"Matter {number}"))
    hall.do(AddItem(**M, item="gone", title="Mistaken"))
    hall.do(RemoveItem(**M, item="gone"))
    hall.do(PostNotice(**M, posted=date(2026, 11, 20)))
    hall.do(RescheduleMeeting(**M, place="School", reason="the hall is let"))
    hall.do(EditItem(**M, item="i5", title="Matter five", reason="clearer"))
    hall.do(EditItem(**M, item="i5", title="Matter five", text="More of it.", reason="asked for"))
    person = Person(name="Guest", phone="13800000000")
    hall.do(AdmitObserver(**M, person_id="guest", person=person))
    hall.do(AdmitObserver(**M, person_id="mistaken", person=person))
    hall.do(DismissObserver(**M, person_id="mistaken"))


def _gathered(hall: Hall) -> None:
    hall.at = datetime.fromisoformat("2026-11-27T19:20:00+00:00")
    hall.do(EnterPhase(**M, phase="sign-in"))
    hall.do(EnterPhase(**M, phase="prepare"))
    hall.do(EnterPhase(**M, phase="sign-in"))
    for person in (*HERE, "guest"):
        hall.do(Arrive(**M, person=person))
    hall.do(Excuse(**M, member="n5", reason="ill."))
    hall.do(Excuse(**M, member="n6"))
    hall.do(EnterPhase(**M, phase="deliberate"))
    hall.do(MoveItem(**M, item="i5", before="i4"))
    hall.do(MoveItem(**M, item="i5"))
    hall.do(TakeUp(**M, item="i1"))
    hall.do(
        ReviewEarlier(
            **M,
            review="r1",
            matter="Bench",
            progress=Progress.IN_PROGRESS,
            decision=3,
            due=date(2026, 10, 31),
            new_due=date(2026, 12, 31),
            text="Half of it stands",
            evidence="a photograph.",
        )
    )
    hall.do(ReviewEarlier(**M, review="r2", matter="Board", progress=Progress.DONE))


def _spoken(hall: Hall) -> None:
    for limits in ((120, 2), (120, 1), (120, 0), (0, 1), (0, 0), (60, 1)):
        hall.do(AgreeLimits(**M, seconds=limits[0], speeches=limits[1]))
    hall.do(AskForFloor(**M, speaker="e1", side=Side.FOR))
    hall.do(AskForFloor(**M, speaker="e2"))
    hall.do(TakeHandDown(**M, speaker="e2"))
    hall.do(GiveFloor(**M, speaker="e1"))
    hall.do(WriteNote(**M, note="n1", text="It is too *dear*.", speaker="e1"))
    hall.do(EndSpeech(**M), after=80)
    hall.do(GiveFloor(**M, speaker="e1", by_leave=True))
    hall.do(EndSpeech(**M), after=20)
    hall.do(WriteNote(**M, note="n2", text="The lights go out."))
    hall.do(WriteNote(**M, note="n3", text="To the matter.", speaker="o1", kind=NoteKind.HOST))
    hall.do(CorrectNote(**M, note="n1", text="It is dear.", reason="misheard"))
    hall.do(StrikeNote(**M, note="n2", reason="said twice"))
    hall.do(ChangeHost(**M, host="e1", reason="the chair is hoarse"))
    hall.do(Recess(**M))
    hall.do(Resume(**M))
    hall.do(Leave(**M, person="n4", reason="a call"))
    hall.do(Arrive(**M, person="n4"))
    hall.do(Leave(**M, person="guest"))
    hall.do(Arrive(**M, person="n5"))
    hall.do(StrikeStay(**M, person="n5", stay=1, reason="mistaken for another"))
    hall._take_in(f"meeting/{EVENING}", ClockJumped(milliseconds=60_000))
    hall._take_in(f"meeting/{EVENING}", ClockJumped(milliseconds=-60_000))


def _voted(hall: Hall) -> None:
    hall.motion("m1", mover="e2")
    hall.do(RewordMotion(**M, motion="m1", text="That it be done soon.", reason="clearer"))
    hall.amendment()
    hall.hands(10, poll="p1", motion="a1")
    hall.do(CorrectHands(**M, poll="p1", hands=Hands(in_favour=9, against=1), reason="recount"))
    hall.do(Recuse(**M, member="n3", reason="a cousin"))
    hall.do(LiftRecusal(**M, member="n3", reason="no cousin"))
    hall.do(OpenPoll(**M, poll="p2", motion="m1", method=Method.ROLL_CALL))
    hall.do(VoidPoll(**M, poll="p2", reason="the lights went out"))
    hall.roll_call(9, 1, poll="p3")
    hall.do(
        Assign(**M, decision=1, assignment=Assignment(implementer="Office", due=date(2027, 1, 31)))
    )
    other = Assignment(implementer="Committee")
    hall.do(CorrectAssignment(**M, decision=1, assignment=other, reason="misheard"))
    hall.do(
        CorrectVote(**M, poll="p3", member="e1", choice=Choice.AGAINST, reason="entered wrongly")
    )
    hall.do(CorrectVote(**M, poll="p3", member="e1", choice=None, reason="said nothing"))
    hall.motion("m2", mover="e3")
    hall.do(WithdrawMotion(**M, motion="m2", reason="too early"))
    hall.motion("m3", mover="e3")
    hall.do(PostponeMotion(**M, motion="m3", reason="too late"))
    hall.do(FinishItem(**M, item="i1"))


def _balloted(hall: Hall) -> None:
    hall.do(TakeUp(**M, item="i2"))
    hall.motion("m4", mover="e2")
    hall.do(OpenPoll(**M, poll="p4", motion="m4", method=Method.PAPER, tellers=("e1", "n1")))
    hall.do(IssueBallots(**M, poll="p4", issued=10))
    hall.do(ReplaceTeller(**M, poll="p4", teller="e1", by="e3", reason="has lost his glasses"))
    first = Ballots(returned=10, in_favour=9, blank=1)
    second = Ballots(returned=10, in_favour=8, blank=1, void=1)
    hall.do(ReportBallots(**M, poll="p4", ballots=first, teller="e3"))
    hall.do(
        CorrectTellersReport(**M, poll="p4", teller="e3", ballots=second, reason="typed wrongly")
    )
    hall.do(ReportBallots(**M, poll="p4", ballots=first, teller="n1"))
    hall.do(ReportBallots(**M, poll="p4", ballots=second))
    hall.close_poll("p4")
    hall.do(CorrectBallots(**M, poll="p4", ballots=first, reason="a blank one was void"))
    hall.do(PostponeItem(**M, item="i3", reason="late"))
    hall.do(WithdrawItem(**M, item="i4", reason="settled"))


def _ended(hall: Hall) -> None:
    hall.close()
    stay = hall.meeting.attendance.stays["e4"][0]
    hall.do(ReopenMeeting(**M, reason="a vote was wrong"))
    left = stay.left
    assert left is not None
    hall.do(
        CorrectTimes(
            **M,
            person="e4",
            stay=1,
            came=stay.came - timedelta(minutes=2),
            left=left,
            reason="came early",
        )
    )
    hall.close()
    hall.do(EraseObserver(**M, person_id="guest", reason="asked for it"))


def tied_evening() -> Hall:
    """Return an evening on which votes are equal and the chair decides."""
    hall = Hall(charter(rules=(more_for_than_against(tie=Tie.CHAIR),), default_rule="robert"))
    hall.open(HERE)
    hall.motion()
    hall.roll_call(4, 4)
    hall.do(GiveCastingVote(**M, poll="p1", choice=Choice.FOR, reason="it cannot wait"))
    return hall


def contested_evening() -> Hall:
    """Return an evening on which a seat is held by somebody of another group and its vote decides."""
    hall = Hall(members=HERE)
    hall.seat("e6", group="new", seat=6)
    hall.open(HERE)
    hall.do(Arrive(**M, person="e6"))
    hall.motion()
    hall.do(OpenPoll(**M, poll="p1", motion="m1", method=Method.ROLL_CALL))
    for member in (*HERE[:8], "e6"):
        hall.do(CastVote(**M, poll="p1", member=member, choice=Choice.FOR))
    hall.close_poll("p1")
    hall.do(RuleOnContested(**M, poll="p1", count_them=True, reason="the assembly says so"))
    hall.do(RuleOnContested(**M, poll="p1", count_them=False, reason="the charter says so"))
    return hall


def cancelled() -> Hall:
    """Return a meeting that did not take place."""
    hall = Hall()
    hall.convene()
    hall.do(CancelMeeting(**M, reason="a typhoon"))
    return hall


def unopened() -> Hall:
    """Return a meeting to which too few came, and which was called again."""
    hall = Hall()
    hall.convene()
    hall.do(AddItem(**M, item="i1", title="Matter"))
    hall.do(EnterPhase(**M, phase="sign-in"))
    hall.close()
    hall.do(ReopenMeeting(**M, reason="more have come"))
    return hall
