"""How what happens at a forum's wall is done at the windows: topics pitched, dragged, merged and counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QTableView

from facilitator.acts import Command
from facilitator.demo.fingers import NotThere
from facilitator.desk.forum.wall.facts import Cell
from facilitator.desk.forum.wall.view import WallView
from facilitator.meeting.forum.interest import CountInterest
from facilitator.meeting.forum.merging import MergeTopic, TakeBack
from facilitator.meeting.forum.placing import (
    MoveTopic,
    ParkTopic,
    PlaceTopic,
    SecondSlot,
    SwapTopics,
)
from facilitator.meeting.forum.topics import ChangeConveners, EditTopic, NotHeld, PostTopic

if TYPE_CHECKING:
    from facilitator.demo.forum_hands import ForumHands


def _post(hands: ForumHands, command: PostTopic) -> None:
    """In pitch mode; the panel stays for the next one in line."""
    fingers = hands.fingers
    if not fingers.see("pitch"):
        hands.lay("wall")
        fingers.click("wall.new.button")
    fingers.write("pitch.title", command.title)
    hands.type_names("pitch.who", command.conveners)
    fingers.write("pitch.why", command.why)
    fingers.click("pitch.done")
    hands.items[command.topic] = list(hands.meeting.wall.topics)[-1]


def _put(hands: ForumHands, command: PlaceTopic) -> None:
    """Every other one is dragged out of the tray, the others go by keys."""
    topic = hands.items.get(command.topic, command.topic)
    cell = _cell(hands, command.place, command.slot)
    if hands.meeting.wall.topic(topic).number % 2:
        _drag(hands, topic, cell)
    else:
        wall = hands.wall
        hands.fingers.go_to("wall.tray.list", lambda card: card.topic == topic)
        hands.fingers.press("Right", on="wall.tray.list")
        _carry_to(hands, wall, cell)
    _both(hands)


def _both(hands: ForumHands) -> None:
    """Where something hangs already it is asked what is meant: both hang there then."""
    if hands.fingers.see("wall.choice"):
        hands.fingers.entry("wall.choice.both")


def _cell(hands: ForumHands, place: str, slot: str) -> Cell:
    return Cell(hands.items.get(place, place), hands.items.get(slot, slot))


def _drag(hands: ForumHands, topic: str, cell: Cell) -> None:
    """Press the card in the tray, take it to its field, let go."""
    wall = hands.wall
    tray = cast(QListView, hands.fingers.find("wall.tray.list"))
    hands.fingers.go_to("wall.tray.list", lambda card: card.topic == topic)
    tray.scrollTo(tray.currentIndex())
    source = tray.viewport()
    begin = tray.visualRect(tray.currentIndex()).center()
    end = source.mapFromGlobal(wall.board.on_screen(cell))
    _take(source, begin, end)
    hands.fingers.settle()


def _take(source: Any, begin: QPoint, end: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(source, left, none, begin)
    for step in range(1, 9):
        QTest.mouseMove(source, begin + (end - begin) * step / 8)
    QTest.mouseRelease(source, left, none, end)


def _carry_to(hands: ForumHands, wall: WallView, cell: Cell) -> None:
    """Bring what is carried by keys over a field with the arrows, and put it down."""
    board = wall.board
    carry = wall.hand.carry
    if carry is None or carry.aim is None:
        raise NotThere("a card in the hand")
    places = list(hands.meeting.matrix.places)
    slots = list(hands.meeting.matrix.slots)
    down = places.index(cell.place) - places.index(carry.aim.place)
    right = slots.index(cell.slot) - slots.index(carry.aim.slot)
    for keys, times in (("Down", down), ("Up", -down), ("Right", right), ("Left", -right)):
        for _ in range(times):
            hands.fingers.press(keys, on=board.objectName())
    hands.fingers.press("Return", on=board.objectName())


def _choose_card(hands: ForumHands, topic: str, slot: str = "") -> WallView:
    """Click on a card on the wall (that in the slot), or go to it in tray or parking area."""
    wall, fingers = hands.wall, hands.fingers
    spots = hands.meeting.wall.topic(topic).spots
    spot = next((one for one in spots if slot in ("", one.slot)), None)
    if spot is None:
        for shelf in ("tray", "parking"):
            try:
                fingers.go_to(f"wall.{shelf}.list", lambda card: card.topic == topic)
            except NotThere:
                continue
            return wall
        raise NotThere(topic)
    board = wall.board
    rect = board.scene_.room_of(Cell(spot.place, spot.slot), topic)
    at = board.mapFromScene(rect.center())
    QTest.mouseClick(
        board.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )
    fingers.settle()
    return wall


def _topic_menu(hands: ForumHands, topic: str, entry: str, slot: str = "") -> str:
    """Choose an entry of a topic's menu; the topic as the windows name it."""
    topic = hands.items.get(topic, topic)
    _choose_card(hands, topic, slot)
    hands.fingers.menu("wall.selected.more", f"topic.{topic}.{entry}")
    return topic


def _move(hands: ForumHands, command: MoveTopic) -> None:
    topic = hands.items.get(command.topic, command.topic)
    wall = _choose_card(hands, topic, hands.items.get(command.from_slot, command.from_slot))
    hands.fingers.click("wall.selected.move")
    cell = _cell(hands, command.place, command.slot)
    _carry_to(hands, wall, cell)
    _both(hands)


def _second(hands: ForumHands, command: SecondSlot) -> None:
    wall = hands.wall
    _topic_menu(hands, command.topic, "second")
    _carry_to(hands, wall, _cell(hands, command.place, command.slot))


def _swap(hands: ForumHands, command: SwapTopics) -> None:
    first = hands.items.get(command.first, command.first)
    second = hands.items.get(command.second, command.second)
    wall = _choose_card(hands, first, hands.items.get(command.first_slot, command.first_slot))
    hands.fingers.click("wall.selected.move")
    slot = hands.items.get(command.second_slot, command.second_slot)
    spot = hands.meeting.wall.topic(second).spot(slot)
    _carry_to(hands, wall, Cell(spot.place, spot.slot))
    hands.fingers.entry(f"wall.choice.swap.{second}")


def _park(hands: ForumHands, command: ParkTopic) -> None:
    _topic_menu(hands, command.topic, "park")
    hands.fingers.write("reason.text", command.reason)
    hands.fingers.click("reason.done")


def _edit(hands: ForumHands, command: EditTopic) -> None:
    fingers = hands.fingers
    _topic_menu(hands, command.topic, "edit")
    fingers.write("topic.title", command.title, instead=True)
    fingers.write("topic.why", command.why, instead=True)
    fingers.write("topic.reason", command.reason)
    fingers.click("topic.done")


def _conveners(hands: ForumHands, command: ChangeConveners) -> None:
    fingers = hands.fingers
    topic = _topic_menu(hands, command.topic, "conveners")
    there = hands.meeting.wall.topic(topic).conveners
    hands.retype_names("topic.conveners", there, command.conveners)
    fingers.write("topic.reason", command.reason)
    fingers.click("topic.done")


def _merge(hands: ForumHands, command: MergeTopic) -> None:
    """Whoever has not agreed is not ticked, and then the button cannot be pressed."""
    fingers = hands.fingers
    _topic_menu(hands, command.topic, "merge")
    fingers.choose("merge.other", hands.items.get(command.into, command.into))
    fingers.click("merge.into")
    for person in command.agreed:
        fingers.click(f"agrees.{hands.items.get(person, person)}")
    fingers.click("merge.done")


def _not_held(hands: ForumHands, command: NotHeld) -> None:
    _topic_menu(hands, command.topic, "not-held")
    hands.fingers.write("reason.text", command.reason)
    hands.fingers.click("reason.done")


def _take_back(hands: ForumHands, _command: TakeBack) -> None:
    hands.lay("wall")
    hands.fingers.click("wall.undo")


def _interest(hands: ForumHands, command: CountInterest) -> None:
    """Typed one below the other; Enter has led to the next."""
    fingers, topic = hands.fingers, hands.items.get(command.topic, command.topic)
    if not fingers.see("counts"):
        hands.lay("wall")
        fingers.menu("wall.tools", "wall.tools.counts")
    live = [one.id for one in hands.meeting.wall.counted() if one.live]
    table = cast(QTableView, fingers.find("counts.table"))
    for _ in live:
        step = live.index(topic) - table.currentIndex().row()
        if not step:
            break
        fingers.press("Down" if step > 0 else "Up", on="counts.field")
    fingers.write("counts.field", str(command.heads), instead=True)
    fingers.press("Return", on="counts.field")


WALL_DOINGS: Mapping[type[Command], Callable[[ForumHands, Any], None]] = {
    PostTopic: _post,
    PlaceTopic: _put,
    MoveTopic: _move,
    SecondSlot: _second,
    SwapTopics: _swap,
    ParkTopic: _park,
    EditTopic: _edit,
    ChangeConveners: _conveners,
    MergeTopic: _merge,
    NotHeld: _not_held,
    TakeBack: _take_back,
    CountInterest: _interest,
}
