"""A meeting as it was just before an act: read from its chronicle, to be able to go back there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from facilitator.acts import Event, Recorded
from facilitator.meeting import Meeting
from facilitator.meeting.agenda import Agenda, Item
from facilitator.meeting.attendance import Left
from facilitator.meeting.floor import FloorAsked, HandTakenDown, Side, SpeechBegun
from facilitator.meeting.items import ItemAdded, ItemEdited, ItemMoved, ItemRemoved, ItemTakenUp
from facilitator.meeting.lifecycle import HostChanged, MeetingReopened, PhaseEntered
from facilitator.words.tongue import tongue

E = TypeVar("E", bound=Event)


class Past:
    """What was before the act whose main event is `recorded`; `first` is the version of its first event."""

    def __init__(self, meeting: Meeting, recorded: Recorded, first: int) -> None:
        self.meeting, self.recorded = meeting, recorded
        self.id = meeting.id
        self._before = [one for one in meeting.chronicle if one.recorded.version < first]

    @property
    def reason(self) -> str:
        """Why it is corrected, in the language of the record."""
        t = tongue(self.meeting.call.lang)
        return t("recorded by mistake")

    @property
    def in_hand(self) -> str:
        """The item that was in hand; "" for none."""
        return self._before[-1].item if self._before else ""

    def events(self) -> Iterator[Event]:
        """Everything that had happened."""
        return (entry.recorded.event for entry in self._before)

    def last(self, kind: type[E], **fields: Any) -> E | None:
        """The last event of that kind with those fields, or None."""
        found = [
            event
            for event in self.events()
            if isinstance(event, kind)
            and all(getattr(event, key) == value for key, value in fields.items())
        ]
        return found[-1] if found else None

    def phase(self) -> str:
        """The phase it was in."""
        phases = [e.phase for e in self.events() if isinstance(e, (PhaseEntered, MeetingReopened))]
        return phases[-1] if phases else self.meeting.format.phases[0].key

    def host(self) -> str:
        """Who ran it."""
        changed = self.last(HostChanged)
        return changed.host if changed is not None else self.meeting.call.host

    def agenda(self) -> Agenda:
        """The items as they stood, in their order; states and numbers are not told."""
        agenda = Agenda()
        for event in self.events():
            match event:
                case ItemAdded():
                    agenda.place(_item(event), event.before)
                case ItemMoved():
                    agenda.place(agenda.item(event.item), event.before)
                case ItemRemoved():
                    agenda.remove(agenda.item(event.item))
                case ItemEdited():
                    item = agenda.item(event.item)
                    item.title, item.minutes, item.text = event.title, event.minutes, event.text
                case _:
                    pass
        return agenda

    def item(self, item: str) -> Item:
        """An item as it stood."""
        return self.agenda().item(item)

    def after(self, item: str) -> str:
        """The item that came next after one; "" when it was the last."""
        order = [one.id for one in self.agenda().items]
        place = order.index(item) + 1
        return order[place] if place < len(order) else ""

    def queue(self) -> dict[str, Side]:
        """Who was waiting to speak, and for which side."""
        queue: dict[str, Side] = {}
        for event in self.events():
            match event:
                case ItemTakenUp():
                    queue.clear()
                case FloorAsked():
                    queue[event.speaker] = event.side
                case HandTakenDown() | SpeechBegun():
                    queue.pop(event.speaker, None)
                case Left():
                    queue.pop(event.person, None)
                case _:
                    pass
        return queue


def _item(event: ItemAdded) -> Item:
    return Item(
        event.item, event.title, event.minutes, event.text, event.proposer, event.carried_from
    )
