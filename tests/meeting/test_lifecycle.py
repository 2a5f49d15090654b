"""A meeting from its convening to its close, and after."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec
import pytest

from facilitator import presets
from facilitator.acts import Recorded, RuleViolation
from facilitator.bodies.founding import AdoptCharter, BeginTerm
from facilitator.bodies.membership import GiveOffice, VacateSeat
from facilitator.meeting import Meeting, Outside, apply, decide
from facilitator.meeting.agenda import ItemState
from facilitator.meeting.attendance import Arrive, Excuse, Leave
from facilitator.meeting.floor import EndSpeech, GiveFloor
from facilitator.meeting.format import Format, Stage
from facilitator.meeting.items import AddItem, PostponeItem, TakeUp
from facilitator.meeting.lifecycle import (
    ChangeHost,
    ClockJumped,
    CloseMeeting,
    ConveneMeeting,
    EnterPhase,
    PostNotice,
    Recess,
    ReopenMeeting,
    Resume,
)
from facilitator.meeting.motions import PutMotion, WithdrawMotion
from facilitator.meeting.notes import WriteNote
from facilitator.meeting.part import MeetingCommand
from facilitator.meeting.polls import Hands, Method, OpenPoll
from facilitator.meeting.voting import CountHands
from facilitator.rules.charter import SeatGroup
from tests.meeting.hall import BODY, CHAIR, EVENING, START, THIRTEEN, Hall, charter, day, words

REOPEN = ReopenMeeting(meeting=EVENING, reason="a vote was entered wrongly")
CLOSE = CloseMeeting(meeting=EVENING)


def enter(phase: str, name: str = EVENING) -> EnterPhase:
    return EnterPhase(meeting=name, phase=phase)


def convening(**changes: object) -> ConveneMeeting:
    call = ConveneMeeting(meeting=EVENING, body=BODY, planned=START, place="Hall")
    return msgspec.structs.replace(call, **changes)


def test_the_office_that_chairs_runs_the_meeting() -> None:
    """Unless another host is named, the holder of the chairing office is the host."""
    hall = Hall()
    assert hall.convene().life.host == CHAIR
    assert hall.convene("other", host="e1").life.host == "e1"


def test_while_a_meeting_is_prepared_the_host_is_only_planned() -> None:
    """Nobody is there yet, so the host need not be; one who has left the body is absent at the start."""
    hall = Hall()
    hall.convene()
    hall.do(ChangeHost(meeting=EVENING, host="e2"))
    hall.do(VacateSeat(body=BODY, member="e2", reason="moved away"))
    hall.do(enter("sign-in"))
    assert hall.code(enter("deliberate")) == "host-absent"


def test_a_meeting_without_chair_or_host_cannot_begin() -> None:
    """No host, no meeting; naming one is the way on."""
    hall = Hall(charter(offices=()))
    hall.convene()
    hall.do(enter("sign-in"))
    assert hall.code(enter("deliberate")) == "no-host"
    hall.do(Arrive(meeting=EVENING, person="e1"))
    hall.do(ChangeHost(meeting=EVENING, host="e1"))
    hall.do(enter("deliberate"))
    assert hall.meeting.life.opened is not None


def test_the_host_is_in_the_room_when_the_meeting_begins() -> None:
    """A meeting does not begin without its host; another may be named before."""
    hall = Hall()
    hall.convene()
    hall.do(enter("sign-in"))
    hall.do(Arrive(meeting=EVENING, person="e1"))
    refusal = hall.refused(enter("deliberate"))
    assert (refusal.code, refusal.facts) == ("host-absent", {"person": CHAIR})
    assert hall.code(ChangeHost(meeting=EVENING, host="e2")) == "not-present"
    hall.do(ChangeHost(meeting=EVENING, host="e1", reason="the chair is ill"))
    hall.do(enter("deliberate"))
    assert hall.code(ChangeHost(meeting=EVENING, host="e2")) == "not-present"
    assert hall.code(ChangeHost(meeting=EVENING, host="nobody")) == "not-a-member"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"planned": datetime(2026, 11, 27)}, "time-without-zone"),  # noqa: DTZ001 that is the point
        ({"planned": START.replace(year=9999)}, "number-range"),
        ({"lang": "fr"}, "unknown-language"),
        ({"host": "nobody"}, "not-in-body"),
        ({"place": " "}, "text-missing"),
        ({"meeting": "two words"}, "bad-id"),
    ],
)
def test_a_call_is_refused_that_nobody_could_follow(change: dict[str, object], code: str) -> None:
    """Time with its zone, a place, a known language and a member as host make a call."""
    assert Hall().code(convening(**change)) == code


def test_a_meeting_is_convened_once() -> None:
    """The name of a meeting is given once, also when it is closed."""
    hall = Hall()
    hall.convene()
    assert hall.code(convening()) == "meeting-exists"
    hall.close()
    assert hall.code(convening()) == "meeting-exists"


def test_nothing_happens_in_a_meeting_that_is_not_convened() -> None:
    """An unknown meeting refuses every other command."""
    assert Hall().code(Recess(meeting=EVENING)) == "unknown-meeting"


def test_a_meeting_needs_a_body_and_a_format() -> None:
    """What the session does not find is refused by name."""
    council = Hall().convene().council
    lonely = Meeting(EVENING)
    with pytest.raises(RuleViolation, match="unknown-body"):
        decide(lonely, convening())
    lonely.outside = Outside(council=council)
    with pytest.raises(RuleViolation, match="unknown-format"):
        decide(lonely, convening())


def test_the_notice_names_the_usual_places_unless_others_are_given() -> None:
    """A notice without a place was posted where this body posts its notices."""
    hall = Hall()
    hall.convene()
    hall.do(PostNotice(meeting=EVENING, posted=day(20)))
    assert hall.meeting.life.notice is not None
    assert hall.meeting.life.notice.where == hall.meeting.council.posting_places
    hall.do(PostNotice(meeting=EVENING, posted=day(20), where="the gate"))
    assert hall.meeting.life.notice.where == "the gate"


def test_phases_follow_the_format() -> None:
    """A phase that the format does not allow next is refused with those that it does."""
    hall = Hall()
    hall.convene()
    refusal = hall.refused(enter("deliberate"))
    assert (refusal.code, refusal.facts["next"]) == ("phase-order", "sign-in")
    assert hall.code(enter("dancing")) == "unknown-phase"
    hall.do(enter("sign-in"))
    hall.do(enter("prepare"))
    assert hall.code(enter("closed")) == "close-is-an-act"


def test_a_part_is_used_only_in_phases_that_name_it() -> None:
    """Nothing is moved while people sign in."""
    hall = Hall()
    hall.convene()
    hall.do(enter("sign-in"))
    command = PutMotion(meeting=EVENING, motion="m1", mover="e1", text="Do it.")
    refusal = hall.refused(command)
    assert (refusal.code, refusal.facts["part"]) == ("not-in-this-phase", "motions")


def test_the_roster_is_frozen_when_people_sign_in() -> None:
    """While a meeting is prepared it follows the body: a by-election counts at once; after that none does."""
    hall = Hall()
    hall.convene()
    hall.do(VacateSeat(body=BODY, member="n6", reason="moved away"))
    hall.seat("n7")
    assert hall.meeting.is_member("n7")
    hall.do(Excuse(meeting=EVENING, member="n7"))
    assert hall.code(Excuse(meeting=EVENING, member="n6")) == "not-a-member"
    hall.do(enter("sign-in"))
    assert hall.meeting.is_member("n7")
    assert not hall.meeting.is_member("n6")
    hall.do(VacateSeat(body=BODY, member="n7", reason="moved away"))
    for person in (CHAIR, "n7"):
        hall.do(Arrive(meeting=EVENING, person=person))
    hall.do(enter("deliberate"))
    assert hall.meeting.is_member("n7")


def test_a_charter_adopted_before_people_sign_in_holds_for_the_meeting() -> None:
    """The meeting takes over the version in force on its day, and keeps it."""
    hall = Hall()
    hall.convene()
    newer = charter(version=2, valid_from=day(1), second_required=True)
    hall.do(AdoptCharter(body=BODY, charter=newer, reason="agreed"))
    assert hall.meeting.charter.version == 2
    hall.do(enter("sign-in"))
    assert hall.meeting.charter.version == 2
    hall.do(AdoptCharter(body=BODY, charter=charter(version=3), reason="agreed"))
    hall.do(Arrive(meeting=EVENING, person=CHAIR))
    hall.do(enter("deliberate"))
    assert hall.meeting.charter.version == 2


def test_a_meeting_belongs_to_the_term_in_which_it_was_convened() -> None:
    """Its running number and those of its decisions are of that term, whatever begins before it opens."""
    hall = Hall()
    hall.convene()
    hall.do(BeginTerm(body=BODY, term=2))
    hall.do(enter("sign-in"))
    assert hall.meeting.council.term == 1


def test_a_seat_of_a_charter_not_yet_in_force_stops_the_meeting_in_time() -> None:
    """A fourteenth member cannot be counted under thirteen seats: said when people sign in, not at the vote."""
    hall = Hall()
    hall.convene()
    groups = (*charter().groups, SeatGroup("youth", words("Youth"), 1))
    larger = charter(version=2, valid_from=day(30), groups=groups)
    hall.do(AdoptCharter(body=BODY, charter=larger, reason="agreed"))
    hall.seat("y1", "youth")
    assert hall.code(enter("sign-in")) == "no-such-seat"
    assert hall.code(convening(meeting="other")) == "no-such-seat"
    hall.do(VacateSeat(body=BODY, member="y1", reason="too early"))
    hall.do(enter("sign-in"))


def test_two_meetings_of_a_body_do_not_run_at_once() -> None:
    """The second one opens when the first is closed, and goes on numbering its decisions."""
    hall = Hall()
    hall.open()
    hall.motion()
    hall.roll_call(9)
    hall.convene("second")
    hall.do(enter("sign-in", "second"))
    hall.do(Arrive(meeting="second", person=CHAIR))
    assert hall.code(enter("deliberate", "second")) == "another-meeting-runs"
    hall.close()
    hall.do(enter("deliberate", "second"))
    assert hall.meetings["second"].decisions.next_number == 2
    assert hall.meetings["second"].call.ordinal == 2
    assert hall.code(REOPEN) == "another-meeting-runs"


def test_a_recess_stops_business_until_it_is_ended() -> None:
    """In recess nothing is moved, nothing is taken up and no phase is entered."""
    hall = Hall()
    hall.convene()
    assert hall.code(Recess(meeting=EVENING)) == "not-running"
    hall = Hall()
    hall.open()
    hall.do(Recess(meeting=EVENING))
    assert hall.code(Recess(meeting=EVENING)) == "in-recess"
    assert hall.code(TakeUp(meeting=EVENING, item="i2")) == "in-recess"
    assert hall.code(enter("read-back")) == "in-recess"
    hall.do(Leave(meeting=EVENING, person="e1"))
    hall.do(Resume(meeting=EVENING))
    assert hall.code(Resume(meeting=EVENING)) == "not-in-recess"
    assert len(hall.meeting.life.pauses) == 2


def test_a_speech_or_a_vote_is_ended_before_the_meeting_pauses_or_moves_on() -> None:
    """Neither a speech nor a vote is cut off by a recess, the reading back or the close."""
    hall = Hall()
    hall.open()
    hall.do(GiveFloor(meeting=EVENING, speaker="e1"))
    for command in (Recess(meeting=EVENING), enter("read-back")):
        assert hall.code(command) == "has-the-floor"
    hall.do(EndSpeech(meeting=EVENING))
    hall.motion()
    hall.do(OpenPoll(meeting=EVENING, poll="p1", motion="m1", method=Method.HANDS))
    for command in (Recess(meeting=EVENING), enter("read-back")):
        assert hall.code(command) == "poll-open"


def test_the_close_names_what_is_unfinished() -> None:
    """A meeting is closed from the reading back, and with every item settled."""
    hall = Hall()
    hall.open(items=3)
    assert hall.code(CLOSE) == "phase-order"
    hall.do(enter("read-back"))
    refusal = hall.refused(CLOSE)
    assert refusal.code == "items-unfinished"
    assert refusal.facts["items"] == ["Item 1", "Item 2", "Item 3"]
    hall.close()
    assert [item.state for item in hall.meeting.agenda.items] == [
        ItemState.DONE,
        ItemState.POSTPONED,
        ItemState.POSTPONED,
    ]


def test_all_that_keeps_a_meeting_open_can_be_asked_for() -> None:
    """Before the close is tried: what is not settled, and on each item the motion that hangs on it."""
    hall = Hall()
    hall.open(items=2)
    hall.motion()
    hall.do(OpenPoll(meeting=EVENING, poll="p1", motion="m1", method=Method.HANDS))
    found = [(item, refusal.code) for item, refusal in hall.meeting.hindrances()]
    assert found == [("", "poll-open"), ("", "items-unfinished"), ("i1", "motion-open")]
    hall.do(CountHands(meeting=EVENING, poll="p1", hands=Hands(in_favour=9)))
    hall.close_poll("p1")
    hall.do(enter("read-back"))
    assert hall.code(CLOSE) == hall.meeting.hindrances()[0][1].code
    hall.close()
    assert hall.meeting.hindrances() == []


def test_objections_at_the_reading_back_are_kept() -> None:
    """What was objected is part of the close."""
    hall = Hall()
    hall.open(items=0)
    hall.do(enter("read-back"))
    hall.do(CloseMeeting(meeting=EVENING, read_back=False, objections="The second count."))
    assert hall.meeting.life.objections == "The second count."
    assert not hall.meeting.life.read_back


def test_a_closed_meeting_takes_nothing_but_its_reopening() -> None:
    """After the close every part and every act of the meeting's life is refused."""
    hall = Hall()
    hall.open()
    hall.close()
    commands: tuple[MeetingCommand, ...] = (
        AddItem(meeting=EVENING, item="i9", title="Late"),
        WriteNote(meeting=EVENING, note="n", text="Late."),
        Recess(meeting=EVENING),
        CLOSE,
        enter("deliberate"),
    )
    assert {hall.code(command) for command in commands} == {"meeting-closed"}


def test_only_a_closed_meeting_is_reopened() -> None:
    """Reopening an open meeting is refused; reopening a closed one needs a reason."""
    hall = Hall()
    hall.open()
    assert hall.code(REOPEN) == "not-closed"
    hall.close()
    assert hall.code(ReopenMeeting(meeting=EVENING, reason=" ")) == "text-missing"
    hall.do(REOPEN)
    assert hall.meeting.phase.stage is Stage.RUNNING
    assert len(hall.meeting.life.reopened) == 1


def test_a_reopened_room_is_empty_until_people_come_in() -> None:
    """Whoever was there at the close left with it: nobody of yesterday makes today's quorum or roll."""
    hall = Hall()
    hall.open()
    hall.motion()
    hall.do(WithdrawMotion(meeting=EVENING, motion="m1", reason="later"))
    hall.do(Leave(meeting=EVENING, person="e6"))
    gone = hall.at
    hall.close()
    closed = hall.at
    hall.at += timedelta(days=3)
    hall.do(REOPEN)
    present = hall.meeting.attendance.present(hall.meeting.council.seats)
    assert present == ()
    assert hall.meeting.attendance.stays["e1"][-1].left == closed
    assert hall.meeting.attendance.stays["e6"][-1].left == gone
    hall.do(TakeUp(meeting=EVENING, item="i1"))
    for member in THIRTEEN[:9]:
        hall.do(Arrive(meeting=EVENING, person=member))
    hall.motion("m2")
    assert len(hall.roll_call(8, motion="m2").present) == 9


def test_decisions_after_a_reopening_go_on_from_the_body_s_last_number() -> None:
    """Another meeting may have decided meanwhile; its numbers are not given again."""
    hall = Hall()
    hall.open()
    hall.close()
    hall.open(name="second")
    hall.motion(name="second")
    hall.roll_call(9, name="second")
    hall.close("second")
    hall.do(REOPEN)
    hall.do(TakeUp(meeting=EVENING, item="i1"))
    for member in THIRTEEN:
        hall.do(Arrive(meeting=EVENING, person=member))
    hall.motion()
    hall.roll_call(10)
    assert list(hall.meeting.decisions.all) == [2]


def test_an_evening_to_which_nobody_came_is_closed_without_having_run() -> None:
    """From the sign-in the meeting is closed with its items put off; reopened, it begins from the start."""
    hall = Hall()
    hall.convene()
    hall.do(AddItem(meeting=EVENING, item="i1", title="Barriers"))
    hall.do(enter("sign-in"))
    assert hall.code(CLOSE) == "items-unfinished"
    hall.do(PostponeItem(meeting=EVENING, item="i1", reason="nobody came"))
    hall.do(CLOSE)
    assert hall.meeting.life.opened is None
    hall.do(REOPEN)
    assert hall.meeting.phase.key == "prepare"
    hall.do(enter("sign-in"))
    hall.do(Arrive(meeting=EVENING, person=CHAIR))
    hall.do(enter("deliberate"))
    assert hall.meeting.life.opened is not None


def test_a_format_without_a_running_phase_goes_back_to_its_beginning() -> None:
    """What never ran is prepared again."""
    phases = presets.format_of("yishihui").phases
    first = msgspec.structs.replace(phases[0], next=("closed",))
    hall = Hall(form=Format(key="desk", title=words("Desk"), phases=(first, phases[-1])))
    hall.convene()
    hall.do(CLOSE)
    hall.do(REOPEN)
    assert hall.meeting.phase is first


def test_a_format_may_begin_without_gathering() -> None:
    """A phase that runs may follow the preparation at once."""
    phases = presets.format_of("yishihui").phases
    first = msgspec.structs.replace(phases[0], next=("deliberate",))
    hall = Hall(form=Format(key="quick", title=words("Quick"), phases=(first, *phases[2:])))
    hall.convene()
    hall.do(Arrive(meeting=EVENING, person=CHAIR))
    hall.do(enter("deliberate"))
    assert hall.meeting.life.opened is not None


def test_without_news_of_the_body_the_meeting_keeps_the_council_it_has() -> None:
    """A meeting that is told nothing of its body signs people in by the roster it was convened with."""
    one = Hall().convene()
    one.outside = Outside()
    (entered,) = decide(one, enter("sign-in"))
    apply(one, Recorded(entered, one.version + 1, START, ""))
    assert len(one.council.seats) == 13


def test_a_jump_of_the_clock_does_not_lengthen_a_speech() -> None:
    """The computer's clock goes forward an hour while somebody speaks for ten seconds."""
    hall = Hall()
    hall.open()
    hall.do(GiveFloor(meeting=EVENING, speaker="e1"))
    jump = ClockJumped(milliseconds=3_600_000)
    for one in (hall.meeting, hall.twins[EVENING]):
        apply(one, Recorded(jump, one.version + 1, hall.at, ""))
    hall.at += timedelta(hours=1)
    hall.do(EndSpeech(meeting=EVENING), after=10)
    (speech,) = hall.meeting.floor.speeches
    assert speech.lasted == timedelta(seconds=10)
    assert len(hall.meeting.life.jumps) == 1


def test_an_office_changed_before_the_meeting_does_not_change_its_host() -> None:
    """The host is named when the meeting is convened, and changed by a command only."""
    hall = Hall()
    hall.convene()
    hall.do(GiveOffice(body=BODY, member="e1", office="chair"))
    hall.do(enter("sign-in"))
    assert hall.meeting.life.host == CHAIR
