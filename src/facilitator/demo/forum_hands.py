"""How each act of a forum's script is done at the windows: by drags, keys and typing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

import msgspec
from PySide6.QtWidgets import QTimeEdit

from facilitator.acts import Command
from facilitator.demo.fingers import Fingers, NotThere
from facilitator.demo.hands import AT_THE_RESULT, DOINGS, Hands
from facilitator.demo.report_hands import REPORT_DOINGS
from facilitator.demo.wall_hands import WALL_DOINGS
from facilitator.desk.desk import Desk
from facilitator.desk.forum.people import labels
from facilitator.desk.forum.wall.view import WallView
from facilitator.meeting.attendance import Arrive
from facilitator.meeting.format import Stage
from facilitator.meeting.forum.interest import CountInterest
from facilitator.meeting.forum.matrix import AddPlace, AddSlot
from facilitator.meeting.forum.rounds import CountHeads, EndRound, StartRound
from facilitator.meeting.forum.theme import ChooseHosting, SetTheme
from facilitator.meeting.forum.topics import PostTopic
from facilitator.meeting.items import AddItem
from facilitator.meeting.lifecycle import EnterPhase

STAYING: Mapping[str, tuple[type[Command], str]] = {
    "pitch": (PostTopic, "pitch.close"),
    "counts": (CountInterest, "counts.done"),
}
"""Panels that stay open as long as the next act is one of theirs, and the button that closes them."""


class ForumHands(Hands):
    """Plays a forum. What the windows name otherwise than the script is in `items`."""

    def __init__(self, desk: Desk, fingers: Fingers, meeting: str) -> None:
        super().__init__(desk, fingers)
        self.meeting_id = meeting

    def play(self, command: Command) -> None:
        """Do it as a person would; panels that nobody needs any more are closed first."""
        for name, (kind, way_out) in STAYING.items():
            if self.fingers.see(name) and not isinstance(command, kind):
                self.fingers.click(way_out)
        if not isinstance(command, AT_THE_RESULT):
            self.back_to_item()
        doing = FORUM_DOINGS.get(type(command)) or DOINGS[type(command)]
        try:
            doing(self, command)
        except NotThere:
            if self.fingers.see("panel.cancel"):
                self.fingers.click("panel.cancel")
            raise

    def translated(self, command: Command) -> Command:
        """The same act with the names that the windows gave, for one that another computer does."""
        told = _renamed(msgspec.to_builtins(command), self.items)
        return msgspec.convert(told, type(command))

    def name(self, person: str) -> str:
        """What one types to find somebody."""
        person = self.items.get(person, person)
        return labels(self.desk, self.meeting)[person]

    def lay(self, table: str) -> None:
        """Go to one of the tables of the desk, if one is not at it yet."""
        if self.fingers.see(f"table.{table}"):
            self.fingers.click(f"table.{table}")

    @property
    def wall(self) -> WallView:
        """The agenda wall, with all of it in sight."""
        self.lay("wall")
        found = cast(WallView, self.fingers.find("wall"))
        if not found.board.fits:
            self.fingers.click("wall.fit.button")
        return found

    def type_names(self, name: str, people: tuple[str, ...]) -> None:
        """Type names into a field that makes chips of them."""
        for person in people:
            self.fingers.write(name, self.name(person))
            self.fingers.press("Return", on=name)

    def retype_names(self, name: str, there: tuple[str, ...], people: tuple[str, ...]) -> None:
        """Take out the names that are there, then type others."""
        if there == people:
            return
        for _ in there:
            self.fingers.press("Backspace", on=name)
            self.fingers.press("Backspace", on=name)
        self.type_names(name, people)


def _renamed(told: Any, names: Mapping[str, str]) -> Any:
    match told:
        case str():
            return names.get(told, told)
        case dict():
            return {key: _renamed(one, names) for key, one in told.items()}
        case list() | tuple():
            return [_renamed(one, names) for one in told]
        case _:
            return told


# before people gather, and the phases


def _theme(hands: ForumHands, command: SetTheme) -> None:
    fingers = hands.fingers
    fingers.write("theme.question", command.question, instead=True)
    fingers.write("theme.invitation", command.invitation, instead=True)
    fingers.write("theme.sponsor", command.sponsor, instead=True)
    fingers.write("theme.expected", str(command.expected), instead=True)
    fingers.click("theme.save")


def _hosting(hands: ForumHands, command: ChooseHosting) -> None:
    hands.fingers.click(f"theme.hosting.{command.mode.value}")


def _place(hands: ForumHands, command: AddPlace) -> None:
    fingers = hands.fingers
    fingers.click("places.add")
    fingers.write("place.name", command.name)
    fingers.write("place.seats", str(command.seats), instead=True)
    fingers.click("place.done")
    hands.items[command.place] = list(hands.meeting.matrix.places)[-1]


def _slot(hands: ForumHands, command: AddSlot) -> None:
    fingers = hands.fingers
    fingers.click("slots.add")
    field = fingers.find("slot.begins")
    assert isinstance(field, QTimeEdit)
    local = command.begins.astimezone(hands.meeting.call.planned.tzinfo)
    for section, wanted in (
        (QTimeEdit.Section.HourSection, local.hour),
        (QTimeEdit.Section.MinuteSection, local.minute),
    ):
        field.setFocus()
        field.setSelectedSection(section)
        fingers.press(f"{wanted // 10}", on="slot.begins")
        fingers.press(f"{wanted % 10}", on="slot.begins")
    fingers.write("slot.minutes", str(command.minutes), instead=True)
    fingers.write("slot.title", command.title)
    fingers.click("slot.done")
    hands.items[command.slot] = list(hands.meeting.matrix.slots)[-1]


def _enter(hands: ForumHands, command: EnterPhase) -> None:
    hands.fingers.click(f"pill.{command.phase}")


def _arrive(hands: ForumHands, command: Arrive) -> None:
    """Wherever one is, the list by name is behind the number of those who are here."""
    fingers = hands.fingers
    if hands.meeting.phase.stage is Stage.GATHERING:
        hands.lay("people")
    elif not fingers.see("door.find"):
        fingers.act("forum.heads")
        fingers.click("heads.list")
    fingers.write("door.find", hands.name(command.person), instead=True)
    fingers.press("Return", on="door.find")


def _heads(hands: ForumHands, command: CountHeads) -> None:
    """All who are here, or those in one place."""
    fingers = hands.fingers
    if not command.place:
        fingers.act("forum.heads")
        fingers.write("heads.number", str(command.heads), instead=True)
        fingers.click("heads.done")
        return
    hands.lay("rounds")
    if fingers.see("rounds.heads"):  # Enter has led on to the next place
        fingers.press("Escape", on="rounds.heads")
    slot = hands.items.get(command.slot, command.slot) or hands.meeting.rounds.running
    fingers.click(f"slot.{slot}")
    place = hands.items.get(command.place, command.place)
    fingers.go_to("rounds.board", lambda data: data.place == place)
    fingers.press("Return", on="rounds.board")
    fingers.write("rounds.heads", str(command.heads), instead=True)
    fingers.press("Return", on="rounds.heads")


def _round(hands: ForumHands, _command: StartRound | EndRound) -> None:
    hands.fingers.click("day.on")


def _add_item(hands: ForumHands, command: AddItem) -> None:
    fingers = hands.fingers
    hands.lay("debate")
    fingers.act("item.add")
    fingers.write("item.title", command.title)
    fingers.write("item.minutes", str(command.minutes), instead=True)
    fingers.click("item.done")
    hands.items[command.item] = hands.meeting.agenda.items[-1].id


FORUM_DOINGS: Mapping[type[Command], Callable[[ForumHands, Any], None]] = {
    SetTheme: _theme,
    ChooseHosting: _hosting,
    AddPlace: _place,
    AddSlot: _slot,
    EnterPhase: _enter,
    Arrive: _arrive,
    CountHeads: _heads,
    StartRound: _round,
    EndRound: _round,
    AddItem: _add_item,
    **WALL_DOINGS,
    **REPORT_DOINGS,
}
