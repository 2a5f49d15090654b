"""Ctrl+Z: every act is taken back by a recorded correction, or it is said why it cannot be."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator import meeting as meetings
from facilitator.bodies.people import Person
from facilitator.desk.meeting.undo import Undoing, undoing
from facilitator.desk.meeting.undoes import FOLLOWS, KEEPS, UNDOES
from facilitator.desk.notices import Tone
from facilitator.meeting.attendance import AdmitObserver, Arrive, CorrectTimes, Excuse, Leave
from facilitator.meeting.ballots import CorrectBallots, IssueBallots, ReportBallots
from facilitator.meeting.calling_off import CancelMeeting, RescheduleMeeting
from facilitator.meeting.closing import ClosePoll, VoidPoll
from facilitator.meeting.decisions import Assignment, CorrectAssignment
from facilitator.meeting.floor import (
    AgreeLimits,
    AskForFloor,
    EndSpeech,
    GiveFloor,
    Side,
    TakeHandDown,
    limits,
)
from facilitator.meeting.items import (
    AddItem,
    EditItem,
    FinishItem,
    MoveItem,
    PostponeItem,
    RemoveItem,
    TakeUp,
)
from facilitator.meeting.lifecycle import ChangeHost, EnterPhase, Recess, Resume
from facilitator.meeting.motions import (
    MotionState,
    PutAmendment,
    PutMotion,
    RewordMotion,
    SecondMotion,
)
from facilitator.meeting.notes import CorrectNote, StrikeNote, WriteNote
from facilitator.meeting.polls import Ballots, Hands, LiftRecusal, Method, OpenPoll, Recuse
from facilitator.meeting.striking import StrikeStay
from facilitator.meeting.tellers import CorrectTellersReport, ReplaceTeller
from facilitator.meeting.voting import CastVote, CorrectHands, CorrectVote, CountHands
from facilitator.rules.tally import Choice
from tests.desk.evening import EVENING, at_desk, later, write
from tests.desk.meeting.menus import choose, click, entry, open_menu
from tests.desk.shown import shown

M = {"meeting": EVENING}
QUIET = '"attendance.leave"'  # item 3 in hand, nobody speaks, Feng Jintian has just left


@pytest.fixture
def desk_at(qapp, tmp_path):
    """Give desks at moments of the evening."""
    opened = []

    def at(until, **how):
        context = at_desk(tmp_path / str(len(opened)), until, **how)
        (tmp_path / str(len(opened))).mkdir()
        opened.append(context)
        desk = context.__enter__()
        desk.told = []
        desk.noticed.connect(desk.told.append)
        undoing(desk)
        return desk

    yield at
    for context in opened:
        context.__exit__(None, None, None)


def meeting(desk):
    return desk.session.meeting(EVENING)


def state(one):
    """Return what a meeting comes to, without its journal and the traces of corrections."""

    def rest(stays):
        return {who: [(s.came, s.left) for s in some] for who, some in stays.items() if some}

    joined = {who: _joined(spans) for who, spans in rest(one.attendance.stays).items()}
    return {
        "phase": one.life.phase,
        "host": one.life.host,
        "recess": one.life.recess,
        "call": (one.call.planned, one.call.place, one.call.title),
        "here": joined,
        "excused": dict(one.attendance.excused),
        "items": [(i.id, i.title, i.minutes, i.text, i.state) for i in one.agenda.items],
        "in_hand": one.agenda.in_hand,
        "queue": dict(one.floor.queue),
        "speaking": one.floor.speaking and one.floor.speaking.speaker,
        "limits": limits(one),
        "motions": {m.id: (m.text, m.state) for m in one.motions.all.values()},
        "notes": {n.id: n.text for n in one.notes.lines.values() if not n.struck},
        "recused": {k: dict(v) for k, v in one.polls.recused.items() if v},
        "votes": {p.id: (dict(p.votes), p.hands, p.hands_by_group) for p in one.polls.all.values()},
        "counts": {
            p.id: (p.tellers, p.agreed_count or _reports(p)) for p in one.polls.all.values()
        },
        "running": one.polls.running,
        "decisions": {n: d.assignment for n, d in one.decisions.all.items()},
    }


def _reports(poll):
    return [(count.teller, count.ballots) for count in poll.counts if not count.superseded]


def _joined(spans):
    """Return times in the room, those that touch as one."""
    found = []
    for came, left in spans:
        if found and found[-1][1] == came:
            found[-1] = (found[-1][0], left)
        else:
            found.append((came, left))
    return found


NOTE = WriteNote(**M, note="x1", text="一句话", speaker="wang-jianjun")
MOTION = PutMotion(**M, motion="x2", mover="wang-jianjun", text="另一件事")
HANDS = OpenPoll(**M, poll="x3", motion="m3", method=Method.HANDS)
ROLL = OpenPoll(**M, poll="x3", motion="m3", method=Method.ROLL_CALL)
PAPER = OpenPoll(
    **M, poll="x3", motion="m3", method=Method.PAPER, tellers=("wu-dequan", "he-weiming")
)
TEN = Ballots(returned=10, in_favour=9, against=1)
NINE = Ballots(returned=10, in_favour=8, against=2)
ISSUE = IssueBallots(**M, poll="x3", issued=10)
FIRST = ReportBallots(**M, poll="x3", teller="wu-dequan", ballots=TEN)
BY_GROUP = {
    "established": Hands(in_favour=5),
    "new": Hands(in_favour=4),
    "office": Hands(in_favour=0),
}
COUNT = CountHands(**M, poll="x3", hands=Hands(in_favour=9), groups=BY_GROUP)
HAND = AskForFloor(**M, speaker="wang-jianjun", side=Side.AGAINST)
SPEAK = GiveFloor(**M, speaker="wang-jianjun")
RECUSE = Recuse(**M, member="li-chunmei", reason="亲属")

# What was done before, and then the act: undone, everything is as before the act.
ACTS = {
    "arrive": ((), Arrive(**M, person="zhou-yumei")),
    "leave": ((), Leave(**M, person="wang-jianjun", reason="有事")),
    "leave with a hand up": ((HAND,), Leave(**M, person="wang-jianjun")),
    "edit": ((), EditItem(**M, item="i4", title="充电", minutes=40, text="全文", reason="改")),
    "edit twice": (
        (EditItem(**M, item="i4", title="充电", minutes=40, text="全文", reason="改"),),
        EditItem(**M, item="i4", title="再改", minutes=1, reason="改"),
    ),
    "move": ((), MoveItem(**M, item="i4", before="i3")),
    "move to the end": ((), MoveItem(**M, item="i5")),
    "ask": ((), HAND),
    "hand down": ((HAND,), TakeHandDown(**M, speaker="wang-jianjun")),
    "limits": ((), AgreeLimits(**M, seconds=60, speeches=1)),
    "limits again": (
        (AgreeLimits(**M, seconds=60, speeches=1),),
        AgreeLimits(**M, seconds=90, speeches=2),
    ),
    "give, asked": ((HAND,), SPEAK),
    "give, not asked": ((), SPEAK),
    "end": ((SPEAK,), EndSpeech(**M)),
    "reword": ((), RewordMotion(**M, motion="m3", text="改了", reason="错字")),
    "note": ((), NOTE),
    "correct a note": ((NOTE,), CorrectNote(**M, note="x1", text="两句话", reason="错")),
    "recuse": ((), RECUSE),
    "lift": ((RECUSE,), LiftRecusal(**M, member="li-chunmei", reason="错")),
    "host": ((), ChangeHost(**M, host="wang-jianjun")),
    "recess": ((), Recess(**M)),
    "resume": ((Recess(**M),), Resume(**M)),
    "read back": ((), EnterPhase(**M, phase="read-back")),
    "vote": ((ROLL,), CastVote(**M, poll="x3", member="wang-jianjun", choice=Choice.FOR)),
    "correct a vote": (
        (ROLL, CastVote(**M, poll="x3", member="wang-jianjun", choice=Choice.FOR)),
        CorrectVote(**M, poll="x3", member="wang-jianjun", choice=Choice.AGAINST, reason="错"),
    ),
    "correct hands": (
        (HANDS, COUNT),
        CorrectHands(**M, poll="x3", hands=Hands(in_favour=5), reason="错"),
    ),
    "correct hands twice": (
        (HANDS, COUNT, CorrectHands(**M, poll="x3", hands=Hands(in_favour=5), reason="错")),
        CorrectHands(**M, poll="x3", hands=Hands(in_favour=6), reason="错"),
    ),
    "replace a teller": (
        (PAPER,),
        ReplaceTeller(**M, poll="x3", teller="wu-dequan", by="li-chunmei", reason="身体不适"),
    ),
    "correct a report": (
        (PAPER, ISSUE, FIRST),
        CorrectTellersReport(**M, poll="x3", teller="wu-dequan", ballots=NINE, reason="错"),
    ),
    "correct ballots": (
        (PAPER, ISSUE, FIRST, msgspec.structs.replace(FIRST, teller="he-weiming")),
        CorrectBallots(**M, poll="x3", ballots=NINE, reason="错"),
    ),
    "assignment": (
        (),
        CorrectAssignment(
            **M, decision=1, assignment=Assignment(implementer="物业"), reason="改派"
        ),
    ),
    "finish": ((TakeUp(**M, item="i5"),), FinishItem(**M, item="i5")),
    "times": (
        (),
        lambda one: CorrectTimes(
            **M,
            person="feng-jintian",
            stay=1,
            came=one.attendance.stays["feng-jintian"][0].came,
            left=one.attendance.stays["feng-jintian"][0].came,
            reason="错",
        ),
    ),
}


@pytest.mark.parametrize("name", ACTS)
def test_what_was_done_is_undone(desk_at, name):
    """Afterwards everything is as it was before the act; the record holds the act and its correction."""
    desk = desk_at(QUIET)
    before_all, act = ACTS[name]
    for command in before_all:
        assert desk.do(command), desk.told
    before = state(meeting(desk))
    later(desk, 10)
    assert desk.do(act(meeting(desk)) if callable(act) else act), desk.told
    version = meeting(desk).version
    assert state(meeting(desk)) != before
    later(desk, 10)
    way = undoing(desk).way(EVENING)
    assert not way.why_not
    assert undoing(desk).undo(EVENING), desk.told
    assert state(meeting(desk)) == before
    assert meeting(desk).version > version
    notice = desk.told[-1]
    assert notice.tone is Tone.DONE
    assert way.what in notice.text
    assert way.words in notice.text


TAKEN_BACK = {
    "arrival": (
        Arrive(**M, person="zhou-yumei"),
        lambda one: one.attendance.changes[-1].reason,
    ),
    "line": (NOTE, lambda one: one.notes.lines["x1"].struck),
    "motion": (MOTION, lambda one: one.motions.all["x2"].reason),
    "vote": (HANDS, lambda one: one.polls.all["x3"].ruling),
}


@pytest.mark.parametrize("name", TAKEN_BACK)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_reason_is_in_the_language_of_the_record(desk_at, name, lang):
    """Whatever language the window speaks, the correction says 误记 in a Chinese record."""
    desk = desk_at(QUIET, lang=lang)
    act, reason_of = TAKEN_BACK[name]
    desk.do(act)
    assert undoing(desk).undo(EVENING)
    assert reason_of(meeting(desk)) == "误记"


def test_motions_and_amendments_are_withdrawn(desk_at):
    """They stay readable, withdrawn."""
    desk = desk_at(QUIET)
    desk.do(MOTION)
    amend = PutAmendment(
        **M, motion="x9", amends="m3", mover="wang-jianjun", text="改", becomes="改了"
    )
    desk.do(amend)
    assert undoing(desk).undo(EVENING)
    assert undoing(desk).undo(EVENING)
    states = {key: one.state for key, one in meeting(desk).motions.all.items()}
    assert states["x9"] is states["x2"] is MotionState.WITHDRAWN
    assert states["m3"] is MotionState.PENDING


class TestItems:
    def test_an_item_that_people_were_told_of_is_withdrawn(self, desk_at):
        """It does not just disappear."""
        desk = desk_at(QUIET)
        desk.do(AddItem(**M, item="x5", title="临时议题"))
        undoing(desk).undo(EVENING)
        assert meeting(desk).agenda.item("x5").reason == "误记"

    def test_before_the_notice_it_is_removed_and_comes_back_where_it_was(self, desk_at):
        """Removing is undone with title, minutes, text and place."""
        desk = desk_at("agenda.add")
        for n in (2, 3):
            desk.do(
                AddItem(**M, item=f"i{n}", title=f"议题{n}", minutes=n, text="全文", proposer="某")
            )
        before = state(meeting(desk))
        desk.do(EditItem(**M, item="i2", title="改", minutes=9))
        desk.do(RemoveItem(**M, item="i2"))
        assert undoing(desk).undo(EVENING)
        assert [i.id for i in meeting(desk).agenda.items] == ["i1", "i2", "i3"]
        assert meeting(desk).agenda.item("i2").title == "改"
        assert meeting(desk).agenda.item("i2").proposer == "某"
        assert undoing(desk).undo(EVENING)
        assert state(meeting(desk)) == before
        assert undoing(desk).undo(EVENING)
        assert [i.id for i in meeting(desk).agenda.items] == ["i1", "i2"]

    def test_the_item_before_is_in_hand_again(self, desk_at):
        """Taking up another one is undone by taking up the one before."""
        desk = desk_at(QUIET)
        desk.do(TakeUp(**M, item="i5"))
        undoing(desk).undo(EVENING)
        assert meeting(desk).agenda.in_hand == "i3"

    def test_with_none_before_it_says_so(self, desk_at):
        """There is no way to have no item in hand again."""
        desk = desk_at('"deliberate"')
        desk.do(TakeUp(**M, item="i1"))
        assert not undoing(desk).undo(EVENING)
        assert "没有正在审议的议题" in desk.told[-1].text


def test_a_call_that_was_changed_is_as_before(desk_at):
    """Time, place and title."""
    desk = desk_at("agenda.add")
    before = state(meeting(desk))
    desk.do(RescheduleMeeting(**M, place="居委会", title="临时会议"))
    assert undoing(desk).undo(EVENING)
    assert state(meeting(desk)) == before


def test_gathering_is_undone_by_going_back(desk_at):
    """The format allows it; an opened meeting stays open, and that is said."""
    desk = desk_at("post-notice")
    desk.do(EnterPhase(**M, phase="sign-in"))
    assert undoing(desk).undo(EVENING)
    assert meeting(desk).phase.key == "prepare"
    desk = desk_at('liu-xiaoyan", "by')
    desk.do(EnterPhase(**M, phase="deliberate"))
    assert not undoing(desk).undo(EVENING)
    assert meeting(desk).phase.key == "deliberate"
    assert desk.told[-1].tone is Tone.REFUSED


KEPT = {
    "a second": (MOTION, SecondMotion(**M, motion="x2", member="li-chunmei")),
    "a struck line": (NOTE, StrikeNote(**M, note="x1", reason="错")),
    "a struck stay": (
        Arrive(**M, person="zhou-yumei"),
        StrikeStay(**M, person="zhou-yumei", stay=1, reason="错"),
    ),
    "what was put off": (PostponeItem(**M, item="i4", reason="晚了"),),
    "hands": (HANDS, COUNT),
    "a closed vote": (HANDS, COUNT, ClosePoll(**M, poll="x3")),
    "a void vote": (HANDS, VoidPoll(**M, poll="x3", reason="错")),
    "ballots": (PAPER, ISSUE),
    "a guest": (AdmitObserver(**M, person_id="guest-9", person=Person(name="某")),),
}


@pytest.mark.parametrize("name", KEPT)
def test_what_stays_says_why(desk_at, name):
    """One sentence; nothing is recorded, and the act before it is not undone instead."""
    desk = desk_at(QUIET)
    for command in KEPT[name]:
        assert desk.do(command), desk.told
    before = meeting(desk).version
    for _ in range(2):
        assert not undoing(desk).undo(EVENING)
    assert meeting(desk).version == before
    assert desk.told[-1].tone is Tone.REFUSED
    assert "不能撤销" in desk.told[-1].text


def test_leave_and_calling_off_stay(desk_at):
    """Leave ends by itself; a meeting called off is opened again with a reason."""
    desk = desk_at("post-notice")
    for command in (Excuse(**M, member="lin-xiuying"), CancelMeeting(**M, reason="停电")):
        assert desk.do(command)
        assert not undoing(desk).undo(EVENING)


def test_a_rule_in_the_way_is_told(desk_at):
    """Somebody who has spoken was there: the arrival cannot be struck, and the rule's own words say so."""
    desk = desk_at('liu-xiaoyan", "by')
    desk.do(Arrive(**M, person="zhou-yumei"))
    desk.do(EnterPhase(**M, phase="deliberate"))
    undo = undoing(desk)
    desk.do(WriteNote(**M, note="x1", text="到", speaker="zhou-yumei"))
    assert undo.undo(EVENING)
    assert not undo.way(EVENING).words.startswith("这次")


def test_one_after_another(desk_at):
    """The last act first; what undoing itself did is not undone again."""
    desk = desk_at(QUIET)
    desk.do(HAND)
    desk.do(NOTE)
    assert undoing(desk).undo(EVENING)
    assert meeting(desk).notes.lines["x1"].struck
    assert undoing(desk).undo(EVENING)
    assert "wang-jianjun" not in meeting(desk).floor.queue
    version = meeting(desk).version
    assert not undoing(desk).undo(EVENING)
    assert meeting(desk).version == version
    assert "还没有做过" in desk.told[-1].text


def test_every_event_is_in_one_table():
    """Nothing that happens in a meeting is without an answer to Ctrl+Z."""
    assert set(UNDOES) | set(KEEPS) | set(FOLLOWS) == set(meetings.EVENTS)
    assert not set(UNDOES) & set(KEEPS)
    assert not set(FOLLOWS) & (set(UNDOES) | set(KEEPS))


def test_there_is_one_memory_for_a_desk(desk_at):
    """A window made anew (another language) goes on where the old one was."""
    desk = desk_at(QUIET)
    desk.do(NOTE)
    assert undoing(desk) is undoing(desk)
    assert len(desk.findChildren(Undoing)) == 1


class TestInTheWindow:
    def test_the_key_works_from_the_seats(self, desk_at):
        """A click on the wrong seat, Ctrl+Z."""
        desk = desk_at(QUIET)
        with shown(desk, f"meetings/{EVENING}") as window:
            click(window, "seat.wang-jianjun")
            choose("leave")
            QTest.keyClick(window, Qt.Key.Key_F3)
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            assert meeting(desk).attendance.is_present("wang-jianjun")

    def test_what_is_being_written_is_undone_by_the_line_itself(self, desk_at):
        """While a line is being typed, Ctrl+Z is about its words, not about the record."""
        desk = desk_at(QUIET)
        with shown(desk, f"meetings/{EVENING}") as window:
            desk.do(HAND)
            QTest.keyClick(window, Qt.Key.Key_F2)
            write(window.focusWidget(), "abc")
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            assert "wang-jianjun" in meeting(desk).floor.queue

    def test_the_menu_says_what_it_would_undo(self, desk_at):
        """And is grey with the reason where it cannot."""
        desk = desk_at(QUIET)
        with shown(desk, f"meetings/{EVENING}") as window:
            click(window, "strip.more")
            assert not entry(open_menu(), "undo").isEnabled()
            open_menu().close()
            desk.do(HAND)
            click(window, "strip.more")
            undo = entry(open_menu(), "undo")
            assert undo.text() == "撤销：王建军登记发言（反对）"
            choose("undo")
            assert "wang-jianjun" not in meeting(desk).floor.queue
