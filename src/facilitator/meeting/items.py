"""What is done with the items of an agenda: adding, changing, moving, taking up, finishing, putting off."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.meeting.agenda import Item, ItemState
from facilitator.meeting.part import Change, MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

MOST_MINUTES = 24 * 60


class AddItem(MeetingCommand, frozen=True, kw_only=True, tag="agenda.add"):
    """A further item, at the end or before another.

    `carried_from` names the earlier meeting that put an item of that title off, or a motion on it; `source`
    the stream of a decision that is followed up or of a matter that came in (`followup/…`, `intake/…`).
    """

    item: str
    title: str
    minutes: int = 0
    text: str = ""
    proposer: str = ""
    before: str = ""
    carried_from: str = ""
    source: str = ""


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
    source: str = ""


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
    if command.source:
        _comes_from(meeting, command.source, title)
    yield ItemAdded(
        item=item,
        title=title,
        minutes=command.minutes,
        text=clean_text(command.text, "text", required=False),
        proposer=clean_text(command.proposer, "proposer", required=False, one_line=True),
        before=command.before,
        carried_from=command.carried_from,
        source=command.source,
    )


def _waits(meeting: Meeting, earlier: str, title: str) -> None:
    """Refuse to carry over what no earlier meeting of this body put off, or what was carried over before."""
    if (earlier, title) not in meeting.outside.waiting:
        raise RuleViolation("nothing-carried", meeting=earlier, item=title)


def _comes_from(meeting: Meeting, source: str, title: str) -> None:
    """Refuse what nobody knows of, and what is on this agenda already and not settled."""
    if source != meeting.outside.source:
        raise RuleViolation("unknown-source", source=source[:80])
    for item in meeting.agenda.items:
        if item.source == source and item.open:
            raise RuleViolation("source-on-agenda", item=item.title)


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
        event.item,
        event.title,
        event.minutes,
        event.text,
        event.proposer,
        event.carried_from,
        event.source,
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
