"""What is talked about, in which order, and what became of it."""

from __future__ import annotations

import pytest

from facilitator.acts import Command
from facilitator.meeting.agenda import ItemState
from facilitator.meeting.floor import GiveFloor
from facilitator.meeting.items import (
    AddItem,
    EditItem,
    FinishItem,
    MoveItem,
    PostponeItem,
    RemoveItem,
    TakeUp,
    WithdrawItem,
)
from facilitator.meeting.motions import PutMotion
from facilitator.meeting.notes import WriteNote
from tests.meeting.hall import EVENING, Hall


def add(item: str = "i9", **fields: object) -> AddItem:
    return AddItem(meeting=EVENING, item=item, **{"title": item, **fields})  # pyright: ignore


def finish(item: str) -> FinishItem:
    return FinishItem(meeting=EVENING, item=item)


def take_up(item: str) -> TakeUp:
    return TakeUp(meeting=EVENING, item=item)


def withdraw(item: str) -> WithdrawItem:
    return WithdrawItem(meeting=EVENING, item=item, reason="not ours to decide")


def postpone(item: str) -> PostponeItem:
    return PostponeItem(meeting=EVENING, item=item, reason="no time")


def order(hall: Hall) -> list[tuple[str, int]]:
    return [(item.id, item.number) for item in hall.meeting.agenda.items]


def test_items_are_numbered_anew_until_the_meeting_begins() -> None:
    """Before the opening an item's number is its place."""
    hall = Hall()
    hall.convene()
    for item in ("i1", "i2", "i3"):
        hall.do(add(item))
    hall.do(MoveItem(meeting=EVENING, item="i3", before="i1"))
    hall.do(add("i4", before="i2"))
    assert order(hall) == [("i3", 1), ("i1", 2), ("i4", 3), ("i2", 4)]


def test_numbers_stay_once_the_meeting_has_begun() -> None:
    """An item that is moved forward keeps its number; a late one takes the next."""
    hall = Hall()
    hall.open(items=3)
    hall.do(MoveItem(meeting=EVENING, item="i3", before="i2"))
    hall.do(add("i4", before="i3"))
    assert order(hall) == [("i1", 1), ("i4", 4), ("i3", 3), ("i2", 2)]
    items = {item.id: item for item in hall.meeting.agenda.items}
    assert hall.meeting.agenda.moved_up(items["i3"])
    assert not hall.meeting.agenda.moved_up(items["i2"])
    hall.do(MoveItem(meeting=EVENING, item="i4"))
    assert order(hall)[-1] == ("i4", 4)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (add("i1"), "item-exists"),
        (add("two words"), "bad-id"),
        (add(before="i7"), "unknown-item"),
        (add(minutes=-1), "number-range"),
        (add(minutes=1441), "number-range"),
        (add(carried_from="no such meeting"), "bad-id"),
        (add(carried_from="spring"), "nothing-carried"),
        (add(carried_from=EVENING), "nothing-carried"),
        (EditItem(meeting=EVENING, item="i1", title="Other"), "text-missing"),
        (EditItem(meeting=EVENING, item="i7", title="Other"), "unknown-item"),
        (MoveItem(meeting=EVENING, item="i2", before="i2"), "item-before-itself"),
        (MoveItem(meeting=EVENING, item="i2", before="i7"), "unknown-item"),
        (take_up("i1"), "item-in-hand"),
        (take_up("i7"), "unknown-item"),
        (finish("i2"), "item-not-in-hand"),
    ],
)
def test_an_act_that_makes_no_sense_is_refused(command: Command, code: str) -> None:
    """Names are given once, places exist, durations are minutes of one day, changes have reasons."""
    hall = Hall()
    hall.open()
    assert hall.code(command) == code


def test_only_what_an_earlier_meeting_put_off_is_carried_over_and_only_once() -> None:
    """Meeting and title are those of the item put off; carried over, it waits no more, unless it is removed."""
    hall = Hall()
    hall.open()
    hall.do(postpone("i1"))
    hall.close()
    hall.convene("next")

    def carried(item: str, title: str, earlier: str = EVENING) -> AddItem:
        return AddItem(meeting="next", item=item, title=title, carried_from=earlier)

    refusal = hall.refused(carried("a", "Item 9"))
    assert (refusal.code, refusal.facts) == (
        "nothing-carried",
        {"meeting": EVENING, "item": "Item 9"},
    )
    hall.do(carried("a", " Item 1 "))
    assert hall.code(carried("b", "Item 1")) == "nothing-carried"
    hall.do(RemoveItem(meeting="next", item="a"))
    hall.do(carried("b", "Item 1"))


def test_an_item_comes_from_something_that_is_here_and_once_while_it_is_open() -> None:
    """The session has looked its source up; settled or taken off, the same may come again."""
    hall = Hall()
    hall.open(items=1)

    def coming(item: str, source: str = "intake/i1") -> AddItem:
        return AddItem(meeting=EVENING, item=item, title=f"About {item}", source=source)

    refusal = hall.refused(coming("a", "intake/" + "x" * 100))
    assert (refusal.code, len(refusal.facts["source"])) == ("unknown-source", 80)
    hall.source = "intake/i1"
    hall.do(coming("a"))
    assert hall.meeting.agenda.item("a").source == "intake/i1"
    refusal = hall.refused(coming("b"))
    assert (refusal.code, refusal.facts) == ("source-on-agenda", {"item": "About a"})
    hall.do(postpone("a"))
    hall.do(coming("b"))
    hall.source = "followup/spring/2"
    hall.do(coming("c", "followup/spring/2"))


def test_an_announced_item_is_changed_with_a_reason_that_stays_readable() -> None:
    """The old title stands beside the new one."""
    hall = Hall()
    hall.convene()
    hall.do(add("i1"))
    hall.do(EditItem(meeting=EVENING, item="i1", title="First"))
    assert not hall.meeting.agenda.item("i1").changes
    hall = Hall()
    hall.open()
    hall.do(EditItem(meeting=EVENING, item="i1", title="Barriers", reason="clearer"))
    (change,) = hall.meeting.agenda.item("i1").changes
    assert (change.old, change.new, change.reason) == ("Item 1", "Barriers", "clearer")


def test_one_item_is_in_hand_and_the_one_before_it_is_paused() -> None:
    """Taking up another item pauses this one; both keep their times."""
    hall = Hall()
    hall.open()
    hall.do(take_up("i2"))
    first, second = hall.meeting.agenda.items
    assert (first.state, second.state) == (ItemState.PAUSED, ItemState.IN_HAND)
    assert first.times[-1][1] == hall.at
    hall.do(take_up("i1"))
    assert len(first.times) == 2


def test_an_item_that_is_done_may_be_taken_up_again() -> None:
    """People come back to a matter; one that was put off or withdrawn is for another day."""
    hall = Hall()
    hall.open(items=3)
    hall.do(finish("i1"))
    hall.do(take_up("i1"))
    hall.do(withdraw("i2"))
    hall.do(postpone("i3"))
    for item in ("i2", "i3"):
        assert hall.code(take_up(item)) == "item-settled"
        assert hall.code(withdraw(item)) == "item-settled"


def test_a_motion_that_hangs_on_an_item_is_settled_first() -> None:
    """No item is finished, withdrawn or put off with a motion open, in hand or paused."""
    hall = Hall()
    hall.open()
    hall.motion()
    for command in (finish("i1"), withdraw("i1"), postpone("i1")):
        assert hall.code(command) == "motion-open"
    hall.do(take_up("i2"))
    for command in (withdraw("i1"), postpone("i1")):
        assert hall.code(command) == "motion-open"
    hall.do(finish("i2"))


def test_an_item_that_was_voted_on_is_not_withdrawn_but_may_be_put_off() -> None:
    """After a vote it would be untrue that the item was not dealt with at all."""
    hall = Hall()
    hall.open()
    hall.motion()
    hall.roll_call(8, 5)
    assert hall.code(withdraw("i1")) == "item-voted-on"
    hall.do(postpone("i1"))
    assert hall.meeting.agenda.in_hand == ""


def test_an_item_in_hand_may_be_withdrawn() -> None:
    """It leaves the hand, with the time."""
    hall = Hall()
    hall.open()
    hall.do(withdraw("i1"))
    item = hall.meeting.agenda.item("i1")
    assert (item.state, item.reason) == (ItemState.WITHDRAWN, "not ours to decide")
    assert item.times[-1][1] == hall.at


def test_a_speech_ends_before_the_item_changes() -> None:
    """Nobody is left speaking on an item that is gone."""
    hall = Hall()
    hall.open()
    hall.do(GiveFloor(meeting=EVENING, speaker="e1"))
    for command in (take_up("i2"), finish("i1"), postpone("i2")):
        assert hall.code(command) == "has-the-floor"


def test_the_chronicle_tells_under_which_item_something_happened() -> None:
    """Each event is kept with the item in hand."""
    hall = Hall()
    hall.open()
    hall.do(WriteNote(meeting=EVENING, note="n1", text="A dog came in."))
    assert hall.meeting.chronicle[-1].item == "i1"


def test_without_an_item_in_hand_nothing_is_moved() -> None:
    """First an item, then a motion on it."""
    hall = Hall()
    hall.open()
    hall.do(finish("i1"))
    command = PutMotion(meeting=EVENING, motion="m1", mover="e1", text="Do it.")
    assert hall.code(command) == "no-item-in-hand"
