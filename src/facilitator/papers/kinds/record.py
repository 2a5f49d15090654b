"""The record of a meeting (会议记录): everything that happened, in order, as the chronicle has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from facilitator.meeting.agenda import Item
from facilitator.meeting.format import Stage
from facilitator.meeting.items import ItemAdded
from facilitator.meeting.lifecycle import MeetingClosed, PhaseEntered
from facilitator.papers.kinds import (
    lines_of_business,
    lines_of_corrections,
    lines_of_forum,
    lines_of_meeting,
    lines_of_selection,
    lines_of_speech,
    lines_of_votes,
    lines_of_wall,
)
from facilitator.papers.kinds.clerk import (
    Clerk,
    chosen,
    clerk,
    meeting_name,
    never_opened,
    nothing,
    write,
)
from facilitator.papers.kinds.course import Kind, Stretch, course, opened_by
from facilitator.papers.kinds.record_end import closing_words, seal, signatures
from facilitator.papers.kinds.record_top import attendance, header
from facilitator.papers.kinds.telling import Teller, Telling, told
from facilitator.papers.material import Material
from facilitator.papers.model import BlockKind, Heading, Layout, Line, Paper, Table
from facilitator.words.figures import time_range

BLOCKS = ("header", "attendance", "items", "closing", "signatures", "seal")
"""What a record is made of, in the usual order; a choice may leave some out or change their order."""

TELLERS: Mapping[type, Teller] = {
    **lines_of_meeting.LINES,
    **lines_of_business.LINES,
    **lines_of_corrections.LINES,
    **lines_of_speech.LINES,
    **lines_of_votes.LINES,
    **lines_of_forum.LINES,
    **lines_of_wall.LINES,
    **lines_of_selection.LINES,
}
"""What every event of a meeting becomes in its record."""


def record(material: Material) -> list[Paper]:
    """The record; refused (`nothing-to-print`) before the meeting was opened, or closed without that."""
    blocks = chosen(material, BLOCKS)
    c = clerk(material)
    if c.meeting.life.opened is None and not never_opened(c):
        raise nothing("record")
    t = c.t
    parts: list[BlockKind] = []
    for block in blocks:
        parts += MAKERS[block](c)
    title = t("{body}: record of the meeting", body=c.meeting.council.name)
    return [write(c, "record", Layout.RECORD, title, parts, subtitle=meeting_name(c))]


def _stretches(c: Clerk) -> list[tuple[Stretch, list[Line | Table]]]:
    """Every stretch with what is told of it. All are told in order, because each builds on those before."""
    telling = Telling(c)
    return [(stretch, told(telling, stretch, TELLERS)) for stretch in course(c.meeting)]


def _ends(stretch: Stretch) -> bool:
    """Whether the meeting was closed in it (散会), after the last item."""
    return stretch.kind is Kind.BETWEEN and any(
        isinstance(recorded.event, MeetingClosed) for recorded in stretch.entries
    )


def items(c: Clerk) -> Iterable[BlockKind]:
    """The opening and the items in the order they were dealt with; all but the last close."""
    stretches = _stretches(c)
    if stretches and _ends(stretches[-1][0]):
        stretches.pop()
    for stretch, blocks in stretches:
        yield from _headed(c, stretch, blocks)


def closing(c: Clerk) -> Iterable[BlockKind]:
    """The end of the meeting, and the words that nothing follows."""
    stretches = _stretches(c)
    if stretches and _ends(stretches[-1][0]):
        yield from _headed(c, *stretches[-1])
    yield from closing_words(c)


def _headed(c: Clerk, stretch: Stretch, blocks: list[Line | Table]) -> Iterator[BlockKind]:
    """A stretch under its head; one without an item and without a line is left out."""
    if stretch.kind is Kind.ITEM:
        item = c.meeting.agenda.item(stretch.item)
        yield Heading(_item_head(c, stretch, item), right=_range(c, stretch))
    elif stretch.kind is Kind.PHASE:
        if blocks:
            yield Heading(_phase_head(c, stretch), right=_range(c, stretch))
    elif stretch.kind is not Kind.OPENING and blocks:
        yield Heading(_head(c, stretch), right=_between(c, blocks))
    yield from blocks


def _item_head(c: Clerk, stretch: Stretch, item: Item) -> str:
    """五、图书室服务合同（提前）."""
    t = c.t
    head = c.item_title(item)
    if stretch.again:
        return head + c.brackets(t("continued"))
    if _added_later(c, item):
        return head + c.brackets(t("added"))
    if c.meeting.agenda.moved_up(item) and item.times:
        return head + c.brackets(t("taken early"))
    return head


def _phase_head(c: Clerk, stretch: Stretch) -> str:
    """市集; 行动（续） when something else came between."""
    t = c.t
    head = c.meeting.format.phase(stretch.phase).title.text(c.lang)
    return head + c.brackets(t("continued")) if stretch.again else head


def _added_later(c: Clerk, item: Item) -> bool:
    """Whether the item came onto the agenda when the meeting was under way."""
    return any(
        isinstance(entry.recorded.event, ItemAdded)
        and entry.recorded.event.item == item.id
        and opened_by(c.meeting, entry.recorded)
        for entry in c.meeting.chronicle
    )


def _range(c: Clerk, stretch: Stretch) -> str:
    end = c.here(stretch.ended) if stretch.ended else None
    return time_range(c.here(stretch.began), end, c.lang)


def _between(c: Clerk, blocks: list[Line | Table]) -> str:
    """From the first line to the last of a stretch that has no item to take its times from."""
    times = [block.time for block in blocks if isinstance(block, Line)]
    dash = "—" if c.lang == "zh" else "–"
    return dash.join(dict.fromkeys((*times[:1], *times[-1:])))


def _head(c: Clerk, stretch: Stretch) -> str:
    t = c.t
    if stretch.kind is Kind.SITTING:
        again = opened_by(c.meeting, stretch.entries[0])
        return t("The meeting is opened again") if again else t("The meeting is called again")
    events = [recorded.event for recorded in stretch.entries]
    if any(isinstance(event, MeetingClosed) for event in events):
        return t.within("heading", "Close")
    phases = [c.meeting.format.phase(e.phase) for e in events if isinstance(e, PhaseEntered)]
    if any(phase.stage is Stage.CLOSING for phase in phases):
        return t("Reading back")
    return t.within("heading", "Between items")


MAKERS: dict[str, Callable[[Clerk], Iterable[BlockKind]]] = {
    "header": header,
    "attendance": attendance,
    "items": items,
    "closing": closing,
    "signatures": signatures,
    "seal": seal,
}
