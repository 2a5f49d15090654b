"""What can be done about somebody in the room, as the menu of a seat: a command each, some with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QMenu, QWidget

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import ASKED, allow, why_not
from facilitator.desk.meeting.reason import ReasonPanel
from facilitator.desk.meeting.stays import StrikePanel, TimesPanel
from facilitator.meeting import Meeting
from facilitator.meeting.asking import refusal
from facilitator.meeting.attendance import Arrive, Excuse, Leave
from facilitator.meeting.dismissing import DismissObserver
from facilitator.meeting.floor import AskForFloor, EndSpeech, GiveFloor, Side, TakeHandDown
from facilitator.meeting.format import Stage
from facilitator.meeting.lifecycle import ChangeHost
from facilitator.meeting.part import MeetingCommand
from facilitator.meeting.polls import LiftRecusal, Recuse
from facilitator.words.tongue import Tongue, mark, mark_in

SIDES = {
    Side.FOR: mark_in("ask", "Wants to speak for"),
    Side.AGAINST: mark_in("ask", "Wants to speak against"),
    Side.NEUTRAL: mark_in("ask", "Wants to speak, neutral"),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the menu: what it does, or (`why`) what it does once somebody has said why.

    `command` also answers whether it could be done now; one that needs a reason is asked with a stand-in.
    """

    key: str
    text: str
    command: MeetingCommand
    icon: str = ""
    why: str = ""
    """The title of the panel that asks for a reason; "" where none is asked for."""


def offers(meeting: Meeting, person: str, name: str, t: Tongue) -> Iterator[Offer]:
    """What may be offered about somebody now, whether or not it would be taken."""
    yield from _coming(meeting, person, name, t)
    if meeting.phase.stage is Stage.RUNNING and meeting.attendance.is_present(person):
        yield from _speaking(meeting, person, t)
        if meeting.is_member(person):
            yield from _voting(meeting, person, name, t)
    if meeting.attendance.is_present(person) and person != meeting.life.host:
        command = ChangeHost(meeting=meeting.id, host=person)
        yield Offer("host", t("Runs the meeting from now on"), command, "gavel")


def _coming(meeting: Meeting, person: str, name: str, t: Tongue) -> Iterator[Offer]:
    id_, attendance = meeting.id, meeting.attendance
    if attendance.is_present(person):
        out = Leave(meeting=id_, person=person)
        yield Offer("leave", t("Leaves"), out, "log-out")
        why = t("{name} leaves", name=name)
        yield Offer("leave-why", t("Leaves, with a reason…"), out, "log-out", why)
        return
    back = attendance.came(person)
    text = t("Comes back") if back else t("Has come")
    yield Offer("arrive", text, Arrive(meeting=id_, person=person), "log-in")
    if not meeting.is_member(person) and not back and not meeting.life.opened:
        off = DismissObserver(meeting=id_, person_id=person)
        yield Offer("dismiss", t("Take off the list"), off, "user-minus")
    if meeting.is_member(person) and not back and person not in attendance.excused:
        command = Excuse(meeting=id_, member=person, reason=ASKED)
        why = t("{name} has asked for leave", name=name)
        yield Offer("excuse", t("Has asked for leave…"), command, "calendar-x", why)


def _speaking(meeting: Meeting, person: str, t: Tongue) -> Iterator[Offer]:
    id_, floor = meeting.id, meeting.floor
    if floor.speaking is not None and floor.speaking.speaker == person:
        yield Offer("end", t("Speech ended"), EndSpeech(meeting=id_), "mic-off")
        return
    give = GiveFloor(meeting=id_, speaker=person)
    yield Offer("give", t("Give the floor"), give, "mic")
    refused = refusal(meeting, give)
    if refused is not None and refused.code == "speech-limit":
        beyond = GiveFloor(meeting=id_, speaker=person, by_leave=True)
        yield Offer("give-beyond", t("Give the floor by leave of the meeting"), beyond, "mic")
    if person in floor.queue:
        down = TakeHandDown(meeting=id_, speaker=person)
        yield Offer("down", t("No longer wants to speak"), down, "x")
        return
    for side, text in SIDES.items():
        ask = AskForFloor(meeting=id_, speaker=person, side=side)
        yield Offer(f"ask.{side}", t.within(*text), ask, "hand")


def _voting(meeting: Meeting, person: str, name: str, t: Tongue) -> Iterator[Offer]:
    id_ = meeting.id
    if person in meeting.polls.recused.get(meeting.agenda.in_hand, {}):
        lift = LiftRecusal(meeting=id_, member=person, reason=ASKED)
        why = t("{name} votes on this item after all", name=name)
        yield Offer("lift", t("Votes after all…"), lift, "vote", why)
        return
    recuse = Recuse(meeting=id_, member=person, reason=ASKED)
    why = t("{name} declares an interest and does not vote on this item", name=name)
    yield Offer("recuse", t("Steps aside on this item…"), recuse, "eye-off", why)


DONE = {
    "leave-why": mark("Note it"),
    "excuse": mark("Note it"),
    "recuse": mark("Note it"),
    "lift": mark("Note it"),
}
GROUPS = ({"arrive", "excuse", "leave", "leave-why"}, {"recuse", "lift"}, {"host"})
"""Where a line is drawn between the acts: whenever one of these follows one that is not with it."""


def person_menu(desk: Desk, meeting: Meeting, person: str, parent: QWidget) -> QMenu:
    """The menu of somebody; open it with `popup`. What cannot be done now is grey and says why."""
    t = desk.t
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    name = desk.session.names(meeting).get(person, person)
    menu.setObjectName(f"menu.{person}")
    menu.setAccessibleName(name)
    before: int | None = None
    for offer in offers(meeting, person, name, t):
        group = next((n for n, keys in enumerate(GROUPS) if offer.key in keys), -1)
        if before is not None and before != group:
            menu.addSeparator()
        before = group
        _add(desk, menu, offer, parent)
    _add_corrections(desk, menu, meeting, person, parent)
    return menu


def _add(desk: Desk, menu: QMenu, offer: Offer, parent: QWidget) -> None:
    act = menu.addAction(offer.text)
    act.setObjectName(f"{menu.objectName()}.{offer.key}")
    if offer.icon:
        act.setIcon(desk.theme.icon(offer.icon))
    allow(act, why_not(desk, offer.command))
    act.triggered.connect(lambda _checked=False: carry_out(desk, offer, parent))


def carry_out(desk: Desk, offer: Offer, parent: QWidget) -> None:
    """Do what was chosen, or ask for its reason first."""
    if not offer.why:
        desk.do(offer.command)
        return
    fields = {f: getattr(offer.command, f) for f in offer.command.__struct_fields__}
    kind = type(offer.command)

    def made(reason: str) -> MeetingCommand:
        return kind(**{**fields, "reason": reason})

    t = desk.t
    ReasonPanel(desk, parent, offer.why, made, done=t(DONE[offer.key])).open()


def _add_corrections(
    desk: Desk, menu: QMenu, meeting: Meeting, person: str, parent: QWidget
) -> None:
    """What was recorded wrongly: times, or somebody who was never there."""
    if not meeting.attendance.came(person):
        return
    t, id_ = desk.t, meeting.id
    menu.addSeparator()
    times = menu.addAction(desk.theme.icon("clock"), t("Correct times…"))
    times.setObjectName(f"{menu.objectName()}.times")
    times.triggered.connect(lambda _c=False: TimesPanel(desk, parent, id_, person).open())
    strike = menu.addAction(desk.theme.icon("user-minus"), t("Was not here: strike it…"))
    strike.setObjectName(f"{menu.objectName()}.strike")
    strike.triggered.connect(lambda _c=False: StrikePanel(desk, parent, id_, person).open())
