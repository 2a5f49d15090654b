"""Which pages the scenes of a forum have: one slot a page on the wall, one report a page on the news wall."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import TypeVar

from facilitator.data import dataclass
from facilitator.desk.projector.scenes import Scene
from facilitator.meeting import Meeting
from facilitator.meeting.forum.convergence import Cluster, Ranked, ranking
from facilitator.meeting.forum.groups import Group
from facilitator.meeting.forum.reports import Report
from facilitator.meeting.forum.rounds import right_now
from facilitator.meeting.forum.wall import Spot, Topic

T = TypeVar("T")

ROWS = 10
"""Topics on a page, in two columns; the next ones have a page of their own."""
BARS = 7
CARDS = 3
MANY = 9
"""With more pages than this the room does not leaf through what is over, too."""


class When(Enum):
    """Where a slot stands in the day."""

    OVER = auto()
    NOW = auto()
    NEXT = auto()
    LATER = auto()


@dataclass(frozen=True, slots=True)
class WallPage:
    """Some topics of one slot; of none (`slot` empty) those that hang nowhere yet."""

    slot: str = ""
    rows: tuple[tuple[Topic, Spot | None], ...] = ()
    all: int = 0
    """How many there are in the slot, on this page and others."""


def when(meeting: Meeting, slot: str) -> When:
    """Whether a slot is over, runs, comes next or later."""
    rounds = meeting.rounds
    if slot == rounds.running:
        return When.NOW
    if rounds.ended(slot):
        return When.OVER
    return When.NEXT if slot == next_slot(meeting) and not rounds.running else When.LATER


def next_slot(meeting: Meeting) -> str:
    """The first slot that was not held, after all that were; empty when the day is over."""
    order = list(meeting.matrix.slots)
    held = [number for number, slot in enumerate(order) if slot in meeting.rounds.held]
    after = order[max(held, default=-1) + 1 :]
    return after[0] if after else ""


def wall_pages(meeting: Meeting) -> list[WallPage]:
    """The slots that have topics, by time, then what waits for a place; one empty page at least."""
    pages: list[WallPage] = []
    for slot in meeting.matrix.slots:
        pages += _paged(slot, in_slot(meeting, slot))
    pages += _paged("", [(topic, None) for topic in meeting.wall.tray()])
    if len(pages) > MANY:
        pages = [page for page in pages if not meeting.rounds.ended(page.slot)] or pages
    return pages or [WallPage()]


def _paged(slot: str, rows: list[tuple[Topic, Spot | None]]) -> list[WallPage]:
    return [WallPage(slot, part, len(rows)) for part in shared(rows, ROWS)]


def in_slot(meeting: Meeting, slot: str) -> list[tuple[Topic, Spot | None]]:
    """The topics of a slot, places in their order, first halves first."""
    found = [(t, spot) for t in meeting.wall.on_wall() for spot in t.spots if spot.slot == slot]
    order = list(meeting.matrix.places)
    found.sort(key=lambda one: (order.index(one[1].place), one[1].half, one[0].number))
    return [*found]


def first_wall_page(meeting: Meeting, pages: Sequence[WallPage]) -> int:
    """Where the wall begins: at the slot that runs, else at the next one that has topics."""
    order = list(meeting.matrix.slots)
    wanted = meeting.rounds.running or next_slot(meeting)
    coming = order[order.index(wanted) :] if wanted else []
    return next((n for n, page in enumerate(pages) if page.slot in coming), 0)


def now_pages(meeting: Meeting) -> list[WallPage]:
    """Where one can go right now, place by place."""
    slot = meeting.rounds.running
    rows: list[tuple[Topic, Spot | None]] = [
        (topic, next(spot for spot in topic.spots if (spot.place, spot.slot) == (place, slot)))
        for place, topic in (right_now(meeting) if slot else ())
    ]
    return _paged(slot, rows) or [WallPage(slot)]


def news_pages(meeting: Meeting) -> list[Report]:
    """The reports that hang, the newest first."""
    return list(reversed(meeting.reports.all.values()))


def dots_pages(meeting: Meeting) -> list[tuple[Ranked, ...]]:
    """The topics by their dots, some on each page."""
    return shared(ranking(meeting), BARS)


def cluster_pages(meeting: Meeting) -> list[tuple[Cluster, ...]]:
    """The clusters in the order in which they were formed."""
    return shared(list(meeting.convergence.clusters.values()), CARDS)


def group_pages(meeting: Meeting) -> list[tuple[Group, ...]]:
    """The action groups that go on."""
    return shared(meeting.groups.going(), CARDS)


def shared(things: Sequence[T], most: int) -> list[tuple[T, ...]]:
    """Things on pages of at most so many, about equally full, so that no page holds a lonely last one."""
    pages = -(-len(things) // most)
    size = -(-len(things) // pages) if pages else 0
    return [tuple(things[at : at + size]) for at in range(0, len(things), size or 1)]


PAGES = {
    Scene.WALL: wall_pages,
    Scene.NOW: now_pages,
    Scene.NEWS: news_pages,
    Scene.DOTS: dots_pages,
    Scene.CLUSTERS: cluster_pages,
    Scene.GROUPS: group_pages,
}
