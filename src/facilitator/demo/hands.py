"""How each act of a script is done at the windows: which key, which panel, which button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QDateEdit, QLabel

from facilitator.acts import Command
from facilitator.demo.fingers import Fingers, NotThere
from facilitator.desk.desk import Desk
from facilitator.desk.item.sides import SIGNS
from facilitator.meeting import Meeting
from facilitator.meeting.attendance import AdmitObserver, Arrive, Excuse, Leave
from facilitator.meeting.ballots import IssueBallots, ReportBallots
from facilitator.meeting.closing import ClosePoll
from facilitator.meeting.decisions import Assign
from facilitator.meeting.floor import AgreeLimits, AskForFloor, EndSpeech, GiveFloor
from facilitator.meeting.items import AddItem, FinishItem, MoveItem, PostponeItem, TakeUp
from facilitator.meeting.lifecycle import CloseMeeting, ConveneMeeting, EnterPhase, PostNotice
from facilitator.meeting.motions import PutAmendment, PutMotion, SecondMotion
from facilitator.meeting.notes import WriteNote
from facilitator.meeting.polls import Ballots, OpenPoll, Recuse
from facilitator.meeting.reviews import ReviewEarlier
from facilitator.meeting.voting import CastVote, CorrectVote, CountHands


class Hands:
    """Plays commands at a desk. Names that a script gives to items and motions are those of the windows."""

    def __init__(self, desk: Desk, fingers: Fingers) -> None:
        self.desk, self.fingers = desk, fingers
        self.meeting_id = ""
        self.items: dict[str, str] = {}
        """What the windows called what the script names: items, motions."""

    def play(self, command: Command) -> None:
        """Do it as a person would; `NotThere` when the windows offer no way, KeyError for an unknown act."""
        if not isinstance(command, AT_THE_RESULT):
            self.back_to_item()
        DOINGS[type(command)](self, command)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.desk.session.meeting(self.meeting_id)

    def back_to_item(self) -> None:
        """Leave a result that is still shown, without finishing its item."""
        way = next((way for way in ("result.back", "result.next") if self.fingers.see(way)), "")
        if way:
            self.fingers.click(way)

    def seat(self, member: str) -> str:
        """What one types to find somebody: the seat number, or a guest's name."""
        holding = self.meeting.seat_of(member)
        return str(holding.seat) if holding else self.desk.session.name_of(member)

    def pick(self, name: str, person: str) -> None:
        """Choose somebody in a list of people."""
        self.fingers.write(f"{name}.find", self.seat(person), instead=True)


def _convene(hands: Hands, command: ConveneMeeting) -> None:
    fingers = hands.fingers
    fingers.act("meeting.new")
    set_day(fingers, "new.day", command.planned.date())
    fingers.write("new.place", command.place, instead=True)
    fingers.click("new.done")
    hands.meeting_id = next(iter(meetings(hands)))


def meetings(hands: Hands) -> list[str]:
    """The meetings of the archive, the newest first."""
    from facilitator import overview

    return [row.meeting for row in overview.meetings(hands.desk.session)]


def set_day(fingers: Fingers, name: str, day: date) -> None:
    """Step the day up or down with the arrow keys."""
    field = fingers.find(name)
    assert isinstance(field, QDateEdit)
    field.setFocus()
    field.setSelectedSection(QDateEdit.Section.DaySection)
    for _ in range(400):
        shown = field.date()
        now = date(shown.year(), shown.month(), shown.day())
        if now == day:
            return
        fingers.press("Up" if now < day else "Down", on=name)
    raise NotThere(f"{name}: {day}")


def _add_item(hands: Hands, command: AddItem) -> None:
    fingers = hands.fingers
    fingers.write("plan.title", command.title)
    fingers.write("plan.minutes", str(command.minutes), instead=True)
    fingers.press("Return", on="plan.title")
    hands.items[command.item] = hands.meeting.agenda.items[-1].id


def _admit(hands: Hands, command: AdmitObserver) -> None:
    fingers = hands.fingers
    fingers.click("expected.add")
    fingers.write("admit.name", command.person.name)
    fingers.write("admit.address", command.person.address)
    fingers.write("admit.asked-by", command.person.invited_by)
    fingers.choose("admit.capacity", command.capacity)
    fingers.click("admit.done")
    hands.items[command.person_id] = list(hands.meeting.attendance.observers)[-1]


def _notice(hands: Hands, command: PostNotice) -> None:
    fingers = hands.fingers
    fingers.click("ready.posted.do")
    set_day(fingers, "notice.day", command.posted)
    fingers.click("notice.done")


def _enter(hands: Hands, _command: EnterPhase) -> None:
    hands.fingers.click("strip.forward")


def _excuse(hands: Hands, command: Excuse) -> None:
    member = command.member
    hands.fingers.right_menu(_place(hands, member), f"menu.{member}.excuse")
    hands.fingers.write("reason.text", command.reason)
    hands.fingers.click("reason.done")


def _arrive(hands: Hands, command: Arrive) -> None:
    hands.fingers.click(_place(hands, hands.items.get(command.person) or command.person))


def _place(hands: Hands, person: str) -> str:
    """Somebody's card at the door, or seat at the desk."""
    at_door = f"door.{person}"
    return at_door if hands.fingers.see(at_door) else f"seat.{person}"


def _leave(hands: Hands, command: Leave) -> None:
    person = command.person
    if not command.reason:
        hands.fingers.menu(f"seat.{person}", f"menu.{person}.leave")
        return
    hands.fingers.menu(f"seat.{person}", f"menu.{person}.leave-why")
    hands.fingers.write("reason.text", command.reason)
    hands.fingers.click("reason.done")


def _move_item(hands: Hands, command: MoveItem) -> None:
    """With Alt and the arrows, in the list."""
    fingers, item = hands.fingers, hands.items[command.item]
    before = hands.items[command.before] if command.before else ""
    fingers.act("agenda")
    _select(hands, item)
    for _ in range(len(hands.meeting.agenda.items)):
        order = [one.id for one in hands.meeting.agenda.items]
        at = order.index(item)
        wanted = order.index(before) if before else len(order)
        if at + 1 == wanted:
            return
        fingers.press("Alt+Up" if at >= wanted else "Alt+Down")
    raise NotThere(command.item)


def _select(hands: Hands, item: str) -> None:
    """Go to an item in the agenda with the arrow keys."""
    order = [one.id for one in hands.meeting.agenda.items]
    hands.fingers.act("agenda")
    hands.fingers.press("Home")
    for _ in range(order.index(item)):
        hands.fingers.press("Down")


def _take_up(hands: Hands, command: TakeUp) -> None:
    _select(hands, hands.items[command.item])
    hands.fingers.press("Return")


def _finish(hands: Hands, _command: FinishItem) -> None:
    hands.fingers.act("item.finish")


def _postpone(hands: Hands, command: PostponeItem) -> None:
    fingers, item = hands.fingers, hands.items[command.item]
    _select(hands, item)
    fingers.right_menu("agenda.list", f"menu.{item}.postpone")
    fingers.write("reason.text", command.reason)
    fingers.click("reason.done")


def _report(hands: Hands, command: ReviewEarlier) -> None:
    fingers = hands.fingers
    fingers.act("item.report")
    fingers.write("report.matter", command.matter)
    fingers.choose("report.progress", command.progress)
    if command.due:
        fingers.write("report.due", command.due.isoformat())
    if command.new_due:
        fingers.write("report.new-due", command.new_due.isoformat())
    fingers.write("report.text", command.text)
    fingers.write("report.evidence", command.evidence)
    fingers.click("report.done")


def _put(hands: Hands, command: PutMotion) -> None:
    fingers = hands.fingers
    fingers.act("motion.put")
    hands.pick("put.mover", command.mover)
    fingers.write("put.text", command.text, instead=True)
    fingers.write("put.title", command.title, instead=True)
    fingers.click("put.done")
    hands.items[command.motion] = list(hands.meeting.motions.all)[-1]


def _amend(hands: Hands, command: PutAmendment) -> None:
    fingers = hands.fingers
    fingers.act("motion.amend")
    hands.pick("amend.mover", command.mover)
    fingers.write("amend.text", command.text, instead=True)
    fingers.write("amend.becomes", command.becomes, instead=True)
    fingers.click("amend.done")
    hands.items[command.motion] = list(hands.meeting.motions.all)[-1]


def _second(hands: Hands, command: SecondMotion) -> None:
    hands.fingers.click(f"motion.{hands.items[command.motion]}.second")
    hands.pick("second.member", command.member)
    hands.fingers.click("second.done")


def _limits(hands: Hands, command: AgreeLimits) -> None:
    fingers = hands.fingers
    fingers.act("floor.limits")
    fingers.write("limits.minutes", str(command.seconds // 60), instead=True)
    fingers.write("limits.seconds", str(command.seconds % 60), instead=True)
    fingers.write("limits.speeches", str(command.speeches), instead=True)
    fingers.click("limits.done")


def _ask(hands: Hands, command: AskForFloor) -> None:
    sign = next((sign for sign, side in SIGNS.items() if side is command.side), "")
    hands.fingers.act("floor.ask")
    hands.fingers.write("ask.speaker.find", f"{hands.seat(command.speaker)}{sign}")
    hands.fingers.press("Return")


def _give(hands: Hands, command: GiveFloor) -> None:
    hands.fingers.click(f"queue.{command.speaker}.give")


def _end(hands: Hands, _command: EndSpeech) -> None:
    hands.fingers.act("floor.end")


def _note(hands: Hands, command: WriteNote) -> None:
    fingers = hands.fingers
    fingers.act("line")
    chip = fingers.see("line.speaker")
    shown = chip.text() if isinstance(chip, QLabel) else ""
    if shown and not command.speaker:
        fingers.press("Backspace")
    elif command.speaker and shown != f"@{hands.desk.session.name_of(command.speaker)}":
        fingers.write("line.text", f"@{hands.seat(command.speaker)}")
        fingers.press("Return")
    fingers.write("line.text", command.text)
    fingers.press("Return")


def _open_poll(hands: Hands, command: OpenPoll) -> None:
    fingers = hands.fingers
    fingers.act("vote.open")
    fingers.click(f"vote.method.{command.method.value}")
    for number, teller in enumerate(command.tellers, 1):
        fingers.choose(f"vote.setup.teller.{number}", teller)
    fingers.click("vote.open-now")


def _cast(hands: Hands, command: CastVote) -> None:
    """By the digits of the seat and a letter, as when names are called."""
    hands.fingers.click(f"vote.cast.{command.member}.{command.choice.value}")


def _hands(hands: Hands, command: CountHands) -> None:
    told = command.hands
    for name, number in (
        ("for", told.in_favour),
        ("against", told.against),
        ("abstain", told.abstained),
    ):
        hands.fingers.write(f"vote.hands.{name}", str(number), instead=True)
    hands.fingers.click("vote.hands.done")


def _close_poll(hands: Hands, _command: ClosePoll) -> None:
    hands.fingers.click("vote.close")


def _correct_vote(hands: Hands, command: CorrectVote) -> None:
    fingers = hands.fingers
    fingers.click("result.correct")
    hands.pick("vote.correct.who", command.member)
    fingers.click(f"vote.correct.{command.choice.value if command.choice else 'none'}")
    fingers.write("vote.correct.reason", command.reason)
    fingers.click("vote.correct.done")


def _issue(hands: Hands, command: IssueBallots) -> None:
    hands.fingers.write("vote.paper.issue", str(command.issued), instead=True)
    hands.fingers.click("vote.paper.issue.done")


def _ballots(hands: Hands, command: ReportBallots) -> None:
    fingers = hands.fingers
    poll = hands.meeting.polls.all[hands.meeting.polls.running]
    name = "vote.paper.joint"
    if command.teller:
        name = f"vote.teller.{poll.tellers.index(command.teller) + 1}"
        if fingers.see(f"{name}.begin"):
            fingers.click(f"{name}.begin")
    _heaps(fingers, name, command.ballots)
    fingers.click(f"{name}.done")


def _heaps(fingers: Fingers, name: str, told: Ballots) -> None:
    for field, number in (
        ("returned", told.returned),
        ("in_favour", told.in_favour),
        ("against", told.against),
        ("abstained", told.abstained),
        ("blank", told.blank),
        ("void", told.void),
    ):
        fingers.write(f"{name}.{field}", str(number), instead=True)


def _recuse(hands: Hands, command: Recuse) -> None:
    hands.fingers.menu(f"seat.{command.member}", f"menu.{command.member}.recuse")
    hands.fingers.write("reason.text", command.reason)
    hands.fingers.click("reason.done")


def _assign(hands: Hands, command: Assign) -> None:
    fingers, told = hands.fingers, command.assignment
    fingers.click("result.assign")
    fingers.write("assign.implementer", told.implementer, instead=True)
    for name, day in (
        ("begins", told.begins),
        ("due", told.due),
        ("report", told.report_by),
        ("review", told.review_on),
    ):
        if day:
            fingers.write(f"assign.{name}", day.isoformat(), instead=True)
    fingers.click("assign.done")


def _close(hands: Hands, _command: CloseMeeting) -> None:
    hands.fingers.click("closing.was-read")
    hands.fingers.click("closing.close")


AT_THE_RESULT = (CorrectVote, Assign, WriteNote, EnterPhase)
"""What is done while a result is shown, or beside it."""
DOINGS: Mapping[type[Command], Callable[[Hands, Any], None]] = {
    ConveneMeeting: _convene,
    AddItem: _add_item,
    AdmitObserver: _admit,
    PostNotice: _notice,
    EnterPhase: _enter,
    Excuse: _excuse,
    Arrive: _arrive,
    Leave: _leave,
    MoveItem: _move_item,
    TakeUp: _take_up,
    FinishItem: _finish,
    PostponeItem: _postpone,
    ReviewEarlier: _report,
    PutMotion: _put,
    PutAmendment: _amend,
    SecondMotion: _second,
    AgreeLimits: _limits,
    AskForFloor: _ask,
    GiveFloor: _give,
    EndSpeech: _end,
    WriteNote: _note,
    OpenPoll: _open_poll,
    CastVote: _cast,
    CountHands: _hands,
    ClosePoll: _close_poll,
    CorrectVote: _correct_vote,
    IssueBallots: _issue,
    ReportBallots: _ballots,
    Recuse: _recuse,
    Assign: _assign,
    CloseMeeting: _close,
}
