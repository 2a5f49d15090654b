"""What is to be talked about, in which order, and what became of each item."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.meeting.part import Change, MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

MOST_MINUTES = 24 * 60


class ItemState(StrEnum):
    PLANNED = "planned"
    IN_HAND = "in-hand"
    PAUSED = "paused"  # taken up, then left for another
    DONE = "done"
    WITHDRAWN = "withdrawn"
    POSTPONED = "postponed"  # to the next meeting (顺延)


class AddItem(MeetingCommand, frozen=True, kw_only=True, tag="agenda.add"):
    """A further item, at the end or before another.

    `carried_from` names the earlier meeting that put an item of that title off, or a motion on it.
    """

    item: str
    title: str
    minutes: int = 0
    text: str = ""
    proposer: str = ""
    before: str = ""
    carried_from: str = ""


class EditItem(MeetingCommand, frozen=True, kw_only=True, tag="agenda.edit"):
    """Title, duration or text of an item change; once the meeting runs, with a reason."""

    item: str
    title: str
    minutes: int = 0
    text: str = ""
    reason: str = ""


class RemoveItem(MeetingCommand, frozen=True, kw_only=True, tag="agenda.remove"):
    """The item was put on the agenda by mistake; once the agenda was announced, it is withdrawn instead."""

    item: str


class MoveItem(MeetingCommand, frozen=True, kw_only=True, tag="agenda.move"):
    """An item is dealt with before another one, or last."""

    item: str
    before: str = ""


class TakeUp(MeetingCommand, frozen=True, kw_only=True, tag="agenda.take-up"):
    """This item is in hand now; the one before it is paused."""

    item: str


class FinishItem(MeetingCommand, frozen=True, kw_only=True, tag="agenda.finish"):
    """The item in hand has been dealt with."""

    item: str


class WithdrawItem(MeetingCommand, frozen=True, kw_only=True, tag="agenda.withdraw"):
    """The item is not dealt with at all."""

    item: str
    reason: str


class PostponeItem(MeetingCommand, frozen=True, kw_only=True, tag="agenda.postpone"):
    """The item is put off to the next meeting."""

    item: str
    reason: str


class ItemAdded(Event, frozen=True, kw_only=True, tag="agenda.added"):
    item: str
    title: str
    minutes: int = 0
    text: str = ""
    proposer: str = ""
    before: str = ""
    carried_from: str = ""


class ItemEdited(Event, frozen=True, kw_only=True, tag="agenda.edited"):
    item: str
    title: str
    old_title: str
    minutes: int = 0
    text: str = ""
    reason: str = ""


class ItemRemoved(Event, frozen=True, kw_only=True, tag="agenda.removed"):
    item: str
    title: str


class ItemMoved(Event, frozen=True, kw_only=True, tag="agenda.moved"):
    item: str
    before: str = ""


class ItemTakenUp(Event, frozen=True, kw_only=True, tag="agenda.taken-up"):
    item: str


class ItemFinished(Event, frozen=True, kw_only=True, tag="agenda.finished"):
    item: str


class ItemWithdrawn(Event, frozen=True, kw_only=True, tag="agenda.withdrawn"):
    item: str
    reason: str


class ItemPostponed(Event, frozen=True, kw_only=True, tag="agenda.postponed"):
    item: str
    reason: str


@dataclass(slots=True)
class Item:
    """One item; `number` is its place on the agenda as announced and stays when it is moved later."""

    id: str
    title: str
    minutes: int = 0
    text: str = ""
    proposer: str = ""
    carried_from: str = ""
    number: int = 0
    state: ItemState = ItemState.PLANNED
    reason: str = ""
    times: list[tuple[datetime, datetime | None]] = field(
        default_factory=list[tuple[datetime, datetime | None]]
    )
    changes: list[Change] = field(default_factory=list[Change])

    @property
    def open(self) -> bool:
        """Whether something still has to become of it."""
        return self.state in (ItemState.PLANNED, ItemState.IN_HAND, ItemState.PAUSED)


@dataclass(slots=True)
class Agenda:
    """Items in the order in which they are dealt with."""

    items: list[Item] = field(default_factory=list[Item])
    in_hand: str = ""
    announced: bool = False
    """True once a notice was posted: nothing disappears from it without a word."""
    frozen: bool = False
    """True once the meeting was opened: numbers stay, whatever is moved."""

    def get(self, item: str) -> Item | None:
        """The item of that name, or None."""
        return next((one for one in self.items if one.id == item), None)

    def item(self, item: str) -> Item:
        """The item of that name, or a refusal (`unknown-item`)."""
        found = self.get(item)
        if found is None:
            raise RuleViolation("unknown-item", item=item)
        return found

    def open_item(self, item: str) -> Item:
        """An item that is not settled yet, or a refusal (`item-settled`)."""
        found = self.item(item)
        if not found.open:
            raise RuleViolation("item-settled", item=found.title, state=found.state.value)
        return found

    def unfinished(self) -> list[Item]:
        """Items that were neither dealt with nor put off nor withdrawn."""
        return [item for item in self.items if item.open]

    def moved_up(self, item: Item) -> bool:
        """Whether an item was dealt with before one that stood ahead of it (提前)."""
        place = self.items.index(item)
        return any(later.number < item.number for later in self.items[place + 1 :])

    def freeze_numbers(self) -> None:
        """The meeting is opened: from now on numbers stay."""
        self.frozen = self.announced = True

    def place(self, item: Item, before: str) -> None:
        """Put an item before another, or last; number anew unless the agenda was announced."""
        if item in self.items:
            self.items.remove(item)
        at = next((n for n, one in enumerate(self.items) if one.id == before), len(self.items))
        self.items.insert(at, item)
        if not self.frozen:
            self._number()
        elif not item.number:
            item.number = max(one.number for one in self.items) + 1

    def remove(self, item: Item) -> None:
        """An item that was never announced goes, and those after it move up."""
        self.items.remove(item)
        self._number()

    def _number(self) -> None:
        for number, one in enumerate(self.items, 1):
            one.number = number

    def leave_hand(self, at: datetime, state: ItemState) -> None:
        """The item in hand is put down."""
        item = self.get(self.in_hand)
        if item is None:
            return
        began, _ = item.times[-1]
        item.times[-1] = (began, at)
        item.state = state
        self.in_hand = ""


def add(meeting: Meeting, command: AddItem) -> Iterable[Event]:
    """Items may be added before and during the meeting."""
    item = clean_id(command.item, "item")
    if meeting.agenda.get(item):
        raise RuleViolation("item-exists", item=item)
    if command.before:
        meeting.agenda.item(command.before)
    _minutes(command.minutes)
    title = clean_text(command.title, "title", one_line=True)
    if command.carried_from:
        _waits(meeting, clean_id(command.carried_from, "carried_from"), title)
    yield ItemAdded(
        item=item,
        title=title,
        minutes=command.minutes,
        text=clean_text(command.text, "text", required=False),
        proposer=clean_text(command.proposer, "proposer", required=False, one_line=True),
        before=command.before,
        carried_from=command.carried_from,
    )


def _waits(meeting: Meeting, earlier: str, title: str) -> None:
    """Refuse to carry over what no earlier meeting of this body put off, or what was carried over before."""
    if (earlier, title) not in meeting.outside.waiting:
        raise RuleViolation("nothing-carried", meeting=earlier, item=title)


def _minutes(minutes: int) -> None:
    if not 0 <= minutes <= MOST_MINUTES:
        raise RuleViolation(
            "number-range", field="minutes", value=minutes, least=0, most=MOST_MINUTES
        )


def edit(meeting: Meeting, command: EditItem) -> Iterable[Event]:
    """What was announced is not changed without a reason."""
    item = meeting.agenda.open_item(command.item)
    _minutes(command.minutes)
    yield ItemEdited(
        item=item.id,
        title=clean_text(command.title, "title", one_line=True),
        old_title=item.title,
        minutes=command.minutes,
        text=clean_text(command.text, "text", required=False),
        reason=clean_text(command.reason, "reason", required=meeting.agenda.frozen),
    )


def remove(meeting: Meeting, command: RemoveItem) -> Iterable[Event]:
    """Only while nobody has been told of it."""
    item = meeting.agenda.open_item(command.item)
    if meeting.agenda.announced:
        raise RuleViolation("agenda-announced", item=item.title)
    yield ItemRemoved(item=item.id, title=item.title)


def move(meeting: Meeting, command: MoveItem) -> Iterable[Event]:
    """An item can be moved while it is not settled."""
    meeting.agenda.open_item(command.item)
    if command.before:
        meeting.agenda.item(command.before)
    if command.before == command.item:
        raise RuleViolation("item-before-itself", item=command.item)
    yield ItemMoved(item=command.item, before=command.before)


def take_up(meeting: Meeting, command: TakeUp) -> Iterable[Event]:
    """One item at a time; a running poll or speech belongs to the item in hand. A done item may come back."""
    meeting.expect_running()
    item = meeting.agenda.item(command.item)
    if item.state in (ItemState.WITHDRAWN, ItemState.POSTPONED):
        raise RuleViolation("item-settled", item=item.title, state=item.state.value)
    if meeting.agenda.in_hand == item.id:
        raise RuleViolation("item-in-hand", item=item.title)
    meeting.refuse_if_busy()
    yield ItemTakenUp(item=item.id)


def finish(meeting: Meeting, command: FinishItem) -> Iterable[Event]:
    """The item in hand is finished when no motion on it is open."""
    item = meeting.agenda.item(command.item)
    if meeting.agenda.in_hand != item.id:
        raise RuleViolation("item-not-in-hand", item=item.title)
    _settle(meeting, item)
    yield ItemFinished(item=item.id)


def _settle(meeting: Meeting, item: Item) -> None:
    meeting.refuse_if_busy()
    meeting.refuse_open_motion(item)


def withdraw(meeting: Meeting, command: WithdrawItem) -> Iterable[Event]:
    """An item goes with a reason, and with no motion left hanging on it; one that was voted on is finished."""
    item = meeting.agenda.open_item(command.item)
    _settle(meeting, item)
    voted = [poll for poll in meeting.polls.all.values() if poll.item == item.id and poll.outcome]
    if voted:
        raise RuleViolation("item-voted-on", item=item.title)
    yield ItemWithdrawn(item=item.id, reason=clean_text(command.reason, "reason"))


def postpone(meeting: Meeting, command: PostponeItem) -> Iterable[Event]:
    """An item put off is offered to the body's next meeting."""
    item = meeting.agenda.open_item(command.item)
    _settle(meeting, item)
    yield ItemPostponed(item=item.id, reason=clean_text(command.reason, "reason"))


def on_added(meeting: Meeting, event: ItemAdded, _recorded: Recorded) -> None:
    item = Item(
        event.item, event.title, event.minutes, event.text, event.proposer, event.carried_from
    )
    meeting.agenda.place(item, event.before)


def on_edited(meeting: Meeting, event: ItemEdited, recorded: Recorded) -> None:
    item = meeting.agenda.item(event.item)
    if event.reason:
        change = Change(recorded, "title", event.old_title, event.title, event.reason)
        item.changes.append(change)
    item.title, item.minutes, item.text = event.title, event.minutes, event.text


def on_removed(meeting: Meeting, event: ItemRemoved, _recorded: Recorded) -> None:
    meeting.agenda.remove(meeting.agenda.item(event.item))


def on_moved(meeting: Meeting, event: ItemMoved, _recorded: Recorded) -> None:
    meeting.agenda.place(meeting.agenda.item(event.item), event.before)


def on_taken_up(meeting: Meeting, event: ItemTakenUp, recorded: Recorded) -> None:
    meeting.agenda.leave_hand(recorded.at, ItemState.PAUSED)
    item = meeting.agenda.item(event.item)
    item.state = ItemState.IN_HAND
    item.times.append((recorded.at, None))
    meeting.agenda.in_hand = item.id
    meeting.floor.begin_item()


def on_finished(meeting: Meeting, _event: ItemFinished, recorded: Recorded) -> None:
    meeting.agenda.leave_hand(recorded.at, ItemState.DONE)


def on_withdrawn(meeting: Meeting, event: ItemWithdrawn, recorded: Recorded) -> None:
    _put_away(meeting, event.item, ItemState.WITHDRAWN, event.reason, recorded)


def on_postponed(meeting: Meeting, event: ItemPostponed, recorded: Recorded) -> None:
    _put_away(meeting, event.item, ItemState.POSTPONED, event.reason, recorded)


def _put_away(
    meeting: Meeting, item_id: str, state: ItemState, reason: str, recorded: Recorded
) -> None:
    if meeting.agenda.in_hand == item_id:
        meeting.agenda.leave_hand(recorded.at, state)
    item = meeting.agenda.item(item_id)
    item.state, item.reason = state, reason


PART = Part(
    "agenda",
    {
        AddItem: add,
        EditItem: edit,
        RemoveItem: remove,
        MoveItem: move,
        TakeUp: take_up,
        FinishItem: finish,
        WithdrawItem: withdraw,
        PostponeItem: postpone,
    },
    {
        ItemAdded: on_added,
        ItemEdited: on_edited,
        ItemRemoved: on_removed,
        ItemMoved: on_moved,
        ItemTakenUp: on_taken_up,
        ItemFinished: on_finished,
        ItemWithdrawn: on_withdrawn,
        ItemPostponed: on_postponed,
    },
)
