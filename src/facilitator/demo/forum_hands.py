"""How each act of a forum's script is done at the windows: the wall by drags and keys, forms by typing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

import msgspec
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QTableView, QTimeEdit

from facilitator.acts import Command
from facilitator.demo.fingers import Fingers, NotThere
from facilitator.demo.hands import AT_THE_RESULT, DOINGS, Hands
from facilitator.desk.desk import Desk
from facilitator.desk.forum.people import labels
from facilitator.desk.forum.wall.facts import Cell
from facilitator.desk.forum.wall.view import WallView
from facilitator.meeting.attendance import Arrive
from facilitator.meeting.format import Stage
from facilitator.meeting.forum.convergence import (
    ChangeCluster,
    ChooseWay,
    CloseDots,
    EnterDots,
    FormCluster,
)
from facilitator.meeting.forum.groups import ChangeGroup, FormGroup
from facilitator.meeting.forum.interest import CountInterest
from facilitator.meeting.forum.matrix import AddPlace, AddSlot
from facilitator.meeting.forum.merging import MergeTopic, TakeBack
from facilitator.meeting.forum.placing import (
    MoveTopic,
    ParkTopic,
    PlaceTopic,
    SecondSlot,
    SwapTopics,
)
from facilitator.meeting.forum.reports import (
    AddToReport,
    CorrectReport,
    NameRecorder,
    PostReport,
)
from facilitator.meeting.forum.rounds import CountHeads, EndRound, StartRound
from facilitator.meeting.forum.theme import ChooseHosting, SetTheme
from facilitator.meeting.forum.topics import ChangeConveners, EditTopic, NotHeld, PostTopic
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
    _to_row(fingers, "rounds.board", lambda data: data.place == place)
    fingers.press("Return", on="rounds.board")
    fingers.write("rounds.heads", str(command.heads), instead=True)
    fingers.press("Return", on="rounds.heads")


def _to_row(fingers: Fingers, name: str, wanted: Callable[[Any], bool]) -> None:
    """Go down a list with the arrow keys to a row; headings between the rows are passed by."""
    found = fingers.find(name)
    assert isinstance(found, QListView | QTableView)
    model, role = found.model(), Qt.ItemDataRole.UserRole
    rows = (model.index(n, 0).data(role) for n in range(model.rowCount()))
    at = next((n for n, row in enumerate(rows) if _fits(row, wanted)), -1)
    if at < 0:
        raise NotThere(name)
    found.setFocus()
    for _ in range(2 * model.rowCount()):
        now = found.currentIndex().row()
        if now == at:
            return
        fingers.press("Up" if now > at else "Down", on=name)
        if abs(found.currentIndex().row() - at) >= abs(now - at):  # two stand side by side
            fingers.press("Left" if now > at else "Right", on=name)
    raise NotThere(name)


def _fits(row: Any, wanted: Callable[[Any], bool]) -> bool:
    try:
        return wanted(row)
    except AttributeError:
        return False


def _round(hands: ForumHands, _command: StartRound | EndRound) -> None:
    hands.fingers.click("day.on")


# the wall


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
        _to_row(hands.fingers, "wall.tray.list", lambda card: card.topic == topic)
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
    _to_row(hands.fingers, "wall.tray.list", lambda card: card.topic == topic)
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
                _to_row(fingers, f"wall.{shelf}.list", lambda card: card.topic == topic)
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


# reports


def _recorder(hands: ForumHands, command: NameRecorder) -> None:
    fingers, topic = hands.fingers, hands.items.get(command.topic, command.topic)
    _to_report(hands, topic)
    fingers.click("reports.recorder")
    fingers.write("recorder.who", hands.name(command.recorder), instead=True)
    fingers.click("recorder.done")


def _to_report(hands: ForumHands, topic: str) -> None:
    hands.lay("reports")
    _to_row(hands.fingers, "reports.board", lambda row: row.topic == topic)


def _report(hands: ForumHands, command: PostReport) -> None:
    fingers = hands.fingers
    _to_report(hands, hands.items.get(command.topic, command.topic))
    _fill(hands, command, clean=False)
    fingers.click("report.post")
    if fingers.see("report.blank"):
        fingers.click("report.blank")


def _fill(hands: ForumHands, command: PostReport | CorrectReport, *, clean: bool) -> None:
    """Write the form as it stands on the paper; what it offers is kept where it is right."""
    fingers, text = hands.fingers, command.text
    recorder = hands.name(command.recorder) if command.recorder else ""
    fingers.write("report.recorder", recorder, instead=True)
    if clean:
        report = hands.meeting.reports.all[hands.items.get(command.topic, command.topic)]
        hands.retype_names("report.participants", report.sheet.participants, command.participants)
    else:
        hands.type_names("report.participants", command.participants)
    fingers.write("report.heads", str(command.heads or ""), instead=True)
    fingers.write("report.points", "\n".join(text.points), instead=True)
    if not clean:
        _steps(hands, command)
    optional = (text.recommendations, text.resources, text.requests)
    if any(optional) and not fingers.see("report.recommendations"):
        fingers.click("report.optional")
    for name, said in zip(("recommendations", "resources", "requests"), optional, strict=True):
        if said:
            fingers.write(f"report.{name}", said, instead=True)


def _steps(hands: ForumHands, command: PostReport | CorrectReport) -> None:
    """Cell by cell with Tab, and out of the table from its empty row."""
    fingers, steps = hands.fingers, command.text.next_steps
    if not steps:
        return
    fingers.press("Tab", on="report.points")
    for number, step in enumerate(steps, 1):
        day = step.by.isoformat() if step.by else ""
        for column, said in enumerate((step.who, step.what, day)):
            cell = f"steps.{number}.{column}"
            fingers.write(cell, said)
            fingers.press("Tab", on=cell)
    fingers.press("Tab", on=f"steps.{len(steps) + 1}.0")


def _add(hands: ForumHands, command: AddToReport) -> None:
    fingers, topic = hands.fingers, hands.items.get(command.topic, command.topic)
    _to_report(hands, topic)
    fingers.click("report.add")
    fingers.write("addition.text", command.text)
    if command.person:
        fingers.write("addition.who", hands.name(command.person))
    fingers.click("addition.done")


def _correct(hands: ForumHands, command: CorrectReport) -> None:
    fingers = hands.fingers
    _to_report(hands, hands.items.get(command.topic, command.topic))
    fingers.click("report.correct")
    _fill(hands, command, clean=True)
    fingers.write("report.reason", command.reason)
    fingers.click("report.record")


# coming to a point


def _way(hands: ForumHands, command: ChooseWay) -> None:
    fingers = hands.fingers
    hands.lay("focus")
    if command.each:
        fingers.write("ways.each", str(command.each), instead=True)
        fingers.write("ways.people", str(command.people), instead=True)
    fingers.click(f"ways.{command.way.value}")


def _dots(hands: ForumHands, command: EnterDots) -> None:
    """Enter leads from one topic to the next."""
    fingers, topic = hands.fingers, hands.items.get(command.topic, command.topic)
    hands.lay("focus")
    field = f"dots.{topic}"
    if not fingers.see(field):
        _to_row(fingers, "focus.table", lambda row: row.topic == topic)
        fingers.press("Return", on="focus.table")
    fingers.write(field, str(command.dots), instead=True)
    fingers.press("Return", on=field)


def _close_dots(hands: ForumHands, _command: CloseDots) -> None:
    hands.fingers.click("focus.close")
    if hands.fingers.see("close.done"):
        hands.fingers.click("close.done")


def _cluster(hands: ForumHands, command: FormCluster | ChangeCluster) -> None:
    fingers, there = hands.fingers, tuple[str, ...]()
    hands.lay("focus")
    if isinstance(command, ChangeCluster):
        cluster = hands.items.get(command.cluster, command.cluster)
        there = hands.meeting.convergence.cluster(cluster).topics
        _to_row(fingers, "focus.clusters", lambda row: row.cluster == cluster)
        fingers.click("cluster.change")
    else:
        fingers.click("cluster.form")
    fingers.write("cluster.title", command.title, instead=True)
    who = hands.name(command.initiator) if command.initiator else ""
    fingers.write("cluster.initiator", who, instead=True)
    _tick(hands, "cluster.topics", there, command.topics)
    fingers.click("cluster.done")
    hands.items[command.cluster] = (
        hands.items.get(command.cluster) or list(hands.meeting.convergence.clusters)[-1]
    )


def _tick(hands: ForumHands, name: str, there: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    """Tick with the space bar what is wanted, and take away other ticks."""
    fingers, box = hands.fingers, cast(QListView, hands.fingers.find(name))
    topics = hands.meeting.wall.topics
    change = {hands.items.get(one, one) for one in wanted} ^ set(there)
    heads = {f"{topics[one].number:02}  {topics[one].title}" for one in change}
    box.setFocus()
    fingers.press("Home", on=name)
    for row in range(box.model().rowCount()):
        if box.model().index(row, 0).data() in heads:
            fingers.press("Space", on=name)
        fingers.press("Down", on=name)


def _group(hands: ForumHands, command: FormGroup | ChangeGroup) -> None:
    fingers, there, members = hands.fingers, tuple[str, ...](), tuple[str, ...]()
    hands.lay("actions")
    if isinstance(command, ChangeGroup):
        group = hands.items.get(command.group, command.group)
        found = hands.meeting.groups.all[group]
        there, members = found.topics, found.members
        _to_row(fingers, "actions.list", lambda row: row.group == group)
        fingers.click("group.change")
        fingers.write("group.reason", command.reason)
    else:
        fingers.click("actions.new")
    fingers.write("group.title", command.title, instead=True)
    fingers.write("group.lead", hands.name(command.lead), instead=True)
    hands.retype_names("group.members", members, command.members)
    fingers.write("group.step", command.first_step, instead=True)
    fingers.write("group.due", command.due.isoformat() if command.due else "", instead=True)
    _tick(hands, "group.topics", there, command.topics)
    fingers.write("group.contact", command.contact, instead=True)
    if command.consent and isinstance(command, FormGroup):
        fingers.click("group.consent")
    fingers.click("group.done")
    hands.items[command.group] = (
        hands.items.get(command.group) or list(hands.meeting.groups.all)[-1]
    )


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
    NameRecorder: _recorder,
    PostReport: _report,
    AddToReport: _add,
    CorrectReport: _correct,
    ChooseWay: _way,
    EnterDots: _dots,
    CloseDots: _close_dots,
    FormCluster: _cluster,
    ChangeCluster: _cluster,
    FormGroup: _group,
    ChangeGroup: _group,
    AddItem: _add_item,
}
