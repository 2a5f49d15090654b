"""The agenda: its items in the order in which they are dealt with, and what has become of each."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from enum import StrEnum

from facilitator.acts import RuleViolation
from facilitator.data import dataclass
from facilitator.meeting.part import Change


class ItemState(StrEnum):
    PLANNED = "planned"
    IN_HAND = "in-hand"
    PAUSED = "paused"  # taken up, then left for another
    DONE = "done"
    WITHDRAWN = "withdrawn"
    POSTPONED = "postponed"  # to the next meeting (顺延)


@dataclass(slots=True)
class Item:
    """One item; `number` is its place on the agenda as announced and stays when it is moved later."""

    id: str
    title: str
    minutes: int = 0
    text: str = ""
    proposer: str = ""
    carried_from: str = ""
    source: str = ""
    """What it comes from: the stream of a decision that is followed up, or of a matter that came in."""
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
