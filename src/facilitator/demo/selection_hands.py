"""How a selection is done at the windows: called, settled, signed in, presented, and taken into its round."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

import msgspec
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QTimeEdit

from facilitator.acts import Command
from facilitator.demo.ballot_hands import BALLOT_DOINGS
from facilitator.demo.fingers import Fingers, NotThere
from facilitator.demo.hands import DOINGS, Hands, meetings, set_day
from facilitator.desk.selection.prepare.order import OrderCard
from facilitator.meeting.attendance import Arrive, Excuse, Leave
from facilitator.meeting.lifecycle import ConveneMeeting, EnterPhase, Recess, Resume
from facilitator.meeting.selection.pitches import (
    BeginPitch,
    EndPitch,
    How,
    OpenQuestions,
    OrderPitches,
    PassOver,
)
from facilitator.meeting.selection.recusals import StepBack
from facilitator.meeting.selection.slate import TakeRound
from facilitator.meeting.selection.terms import SetTerms
from facilitator.rounds.results import TakeResult


class SelectionHands(Hands):
    """Plays a selection meeting. What the windows name otherwise than the script is in `items`."""

    def play(self, command: Command) -> None:
        """Do it as a person would; a panel that was of no use is put away."""
        doing = ALL_DOINGS[type(command)]
        try:
            doing(self, command)
        except NotThere:
            if self.fingers.see("panel.cancel"):
                self.fingers.click("panel.cancel")
            raise

    def translated(self, command: Command) -> Command:
        """The same act with the names that the windows gave, for one that another computer does."""
        told = {key: getattr(command, key, "") for key in ("meeting", "person")}
        ours = {key: self.items[one] for key, one in told.items() if one in self.items}
        return msgspec.structs.replace(command, **ours) if ours else command

    def lay(self, table: str) -> None:
        """Go to one of the tables of the desk, if one is not at it yet."""
        self.press_once(f"table.{table}")

    def press_once(self, name: str) -> None:
        """Choose a segment or a table, unless it is chosen already."""
        found = self.fingers.find(name)
        if isinstance(found, QAbstractButton) and not found.isChecked():
            self.fingers.click(name)


# before people gather


def _convene(hands: SelectionHands, command: ConveneMeeting) -> None:
    """A selection has a title of its own, and nobody chairs by office."""
    fingers = hands.fingers
    fingers.act("meeting.new")
    fingers.click(f"new.format.{command.format}")
    set_day(fingers, "new.day", command.planned.date())
    _set_time(fingers, "new.time", command.planned.hour, command.planned.minute)
    fingers.write("new.place", command.place, instead=True)
    fingers.choose("new.host", command.host)
    fingers.write("new.title", command.title, instead=True)
    before = set(meetings(hands))
    fingers.click("new.done")
    (hands.meeting_id,) = set(meetings(hands)) - before
    hands.items[command.meeting] = hands.meeting_id


def _set_time(fingers: Fingers, name: str, hour: int, minute: int) -> None:
    """By the digits, hours first."""
    field = fingers.find(name)
    assert isinstance(field, QTimeEdit)
    for section, wanted in (
        (QTimeEdit.Section.HourSection, hour),
        (QTimeEdit.Section.MinuteSection, minute),
    ):
        field.setFocus()
        field.setSelectedSection(section)
        fingers.press(f"{wanted // 10}", on=name)
        fingers.press(f"{wanted % 10}", on=name)


def _take_round(hands: SelectionHands, command: TakeRound) -> None:
    hands.fingers.click("slate.round")
    hands.fingers.click(f"slate.rounds.{command.round}")
    hands.fingers.click("slate.rounds.done")


def _terms(hands: SelectionHands, command: SetTerms) -> None:
    """Field by field; the ways to break ties are ticked in their order."""
    fingers, terms = hands.fingers, command.terms
    ballot, counting = terms.ballot, terms.counting
    fingers.click("terms.change")
    fingers.choose("terms.kind", ballot.kind)
    fingers.write("terms.most.number", str(ballot.most), instead=True)
    fingers.click(f"terms.rule.{counting.rule}")
    fingers.click(f"terms.unaffordable.{counting.unaffordable}")
    fingers.write("terms.least.number", str(counting.least_votes), instead=True)
    fingers.write("terms.pitch.number", str(terms.pitch_seconds // 60), instead=True)
    fingers.write("terms.questions.number", str(terms.question_seconds // 60), instead=True)
    for way in counting.ties:
        fingers.click(f"terms.ties.{way}")
    twice = fingers.find("terms.twice")
    if isinstance(twice, QCheckBox) and twice.isChecked() != terms.twice:
        fingers.click("terms.twice")
    fingers.click("terms.done")


class Drum(Random):
    """Balls that come out as they did in the script."""

    def __init__(self, order: tuple[str, ...]) -> None:
        super().__init__()
        self._order = order

    def shuffle(self, x: Any) -> None:
        """Mix as the script says."""
        x[:] = self._order


def _order(hands: SelectionHands, command: OrderPitches) -> None:
    """Drawn in sight: the list is mixed, and stops at what the script drew."""
    if command.how is not How.DRAWN:
        raise NotThere("order by hand")
    card = hands.fingers.find("order")
    assert isinstance(card, OrderCard)
    card.chance = Drum(command.order)
    hands.fingers.click("order.draw")
    hands.fingers.wait(lambda: hands.meeting.pitches.order, "the order that is drawn")
    hands.fingers.settle()


# people, and the phases


def _enter(hands: SelectionHands, command: EnterPhase) -> None:
    hands.fingers.click(f"pill.{command.phase}")


def _arrive(hands: SelectionHands, command: Arrive) -> None:
    """The seat number and Enter; of a guest, the name."""
    hands.lay("people")
    person = hands.items.get(command.person, command.person)
    hands.fingers.write("door.find", hands.seat(person), instead=True)
    hands.fingers.press("Return", on="door.find")


def _excuse(hands: SelectionHands, command: Excuse) -> None:
    _find_card(hands, command.member)
    DOINGS[Excuse](hands, command)
    hands.fingers.press("Escape", on="door.find")


def _find_card(hands: SelectionHands, person: str) -> None:
    """Of so many people not all have a card at once: their name brings it up."""
    hands.lay("people")
    name = hands.desk.session.name_of(person)
    hands.fingers.write("door.find", name, instead=True)


def _leave(hands: SelectionHands, command: Leave) -> None:
    """Whoever is here has a menu on their card."""
    fingers, person = hands.fingers, command.person
    _find_card(hands, person)
    fingers.menu(f"seat.{person}", f"menu.{person}.leave-why")
    fingers.write("reason.text", command.reason)
    fingers.click("reason.done")
    fingers.press("Escape", on="door.find")


def _rest(hands: SelectionHands, _command: Recess | Resume) -> None:
    hands.fingers.act("meeting.recess")


def _step_back(hands: SelectionHands, command: StepBack) -> None:
    """The project first, then who has an interest in it; the usual reason stands there already."""
    fingers = hands.fingers
    hands.lay("slate")
    hands.fingers.go_to("slate.list", lambda row: row.item == command.candidate)
    fingers.click("recused.add")
    hands.pick("step-back.member", command.member)
    fingers.write("step-back.reason", command.reason, instead=True)
    fingers.click("step-back.done")


# the pitches


def _begin(hands: SelectionHands, command: BeginPitch) -> None:
    """What comes next is offered; whoever presents it is typed beside the button."""
    hands.lay("pitches")
    hands.fingers.write("pitch.who", command.who, instead=True)
    hands.fingers.press("F7", on="pitch.who")


def _questions(hands: SelectionHands, _command: OpenQuestions) -> None:
    hands.fingers.act("pitch.on")


def _end(hands: SelectionHands, _command: EndPitch) -> None:
    asked = hands.meeting.pitches.running()
    hands.fingers.act("pitch.on" if asked and asked.questions is not None else "pitch.end")


def _pass(hands: SelectionHands, command: PassOver) -> None:
    hands.lay("pitches")
    hands.fingers.go_to("pitches.list", lambda row: row.item == command.candidate)
    hands.fingers.click("pitches.pass")
    hands.fingers.write("reason.text", command.reason)
    hands.fingers.click("reason.done")


# back to the round


def _take_result(hands: SelectionHands, command: TakeResult) -> None:
    """On the page Projects: the button says what comes next of the selection."""
    fingers = hands.fingers
    fingers.click("rail.projects")
    if fingers.see("rounds.list"):
        fingers.press("Return", on="rounds.list")
    button = fingers.find("round.select")
    assert isinstance(button, QAbstractButton)
    if button.text() != hands.desk.t("Take the announced result over"):
        fingers.click("round.select")  # it leads back to the meeting, which goes on
        raise NotThere(f"round.select: {command.meeting}")
    fingers.click("round.select")


SELECTION_DOINGS: Mapping[type[Command], Callable[[SelectionHands, Any], None]] = {
    ConveneMeeting: _convene,
    TakeRound: _take_round,
    SetTerms: _terms,
    OrderPitches: _order,
    EnterPhase: _enter,
    Arrive: _arrive,
    Excuse: _excuse,
    Leave: _leave,
    Recess: _rest,
    Resume: _rest,
    StepBack: _step_back,
    BeginPitch: _begin,
    OpenQuestions: _questions,
    EndPitch: _end,
    PassOver: _pass,
    TakeResult: _take_result,
}
ALL_DOINGS: Mapping[type[Command], Callable[[Any, Any], None]] = {
    **DOINGS,
    **SELECTION_DOINGS,
    **BALLOT_DOINGS,
}
