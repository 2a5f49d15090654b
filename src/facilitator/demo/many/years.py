"""Ten years of several councils, in the order in which they met."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

from facilitator.cli.demo import sample_entropy
from facilitator.data import dataclass
from facilitator.demo.many.acts import Telling
from facilitator.demo.many.aftermath import between
from facilitator.demo.many.day import Day
from facilitator.demo.many.evening import Evening
from facilitator.demo.many.people import GROUPS, Committee, committees
from facilitator.opening import open_session
from facilitator.session import Session

LAST = date(2026, 11, 25)
DAYS = 3650
EACH = 200
"""Meetings of one council in ten years."""
BATCH = 200
"""Meetings that are written in one transaction."""
TERM = timedelta(days=3 * 365)
FORUMS = 33
"""Every so-manieth meeting of a council is a forum."""
HERE = timezone(timedelta(hours=8))

Said = Callable[[int], object]
"""Told how many meetings there are by now."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Which council meets, for the how manieth time, and when."""

    council: int
    number: int
    day: date


def calendar(count: int) -> list[Meeting]:
    """So many meetings in the order of their days."""
    councils = max(1, min(3, count), round(count / EACH))
    share = [count // councils + (one < count % councils) for one in range(councils)]
    found = [
        Meeting(one, number, _day(one, number, held))
        for one, held in enumerate(share)
        for number in range(held)
    ]
    return sorted(found, key=lambda each: (each.day, each.council))


def _day(council: int, number: int, held: int) -> date:
    """Evenly over the years, on a weekday of its own."""
    step = DAYS / max(held, EACH)
    return LAST - timedelta(days=int((held - 1 - number) * step) + council % 13)


def make(path: Path, count: int, said: Said = lambda _: None) -> None:
    """Make an archive of so many meetings, all by commands; it is the same in every run."""
    write(path, calendar(count), said)


def write(path: Path, meetings: list[Meeting], said: Said = lambda _: None) -> None:
    """Have these meetings held, in the order of their days, and all that comes between them."""
    councils = committees(max(each.council for each in meetings) + 1)
    with open_session(str(path), create=True, entropy=sample_entropy()).record as record:
        held = 0
        for batch in _batches(meetings):
            session = Session(record)
            with record.together():
                for each in batch:
                    _hold(session, councils[each.council], each)
            held += len(batch)
            said(held)


def _batches(meetings: list[Meeting]) -> Iterator[list[Meeting]]:
    for begin in range(0, len(meetings), BATCH):
        yield meetings[begin : begin + BATCH]


def _hold(session: Session, council: Committee, each: Meeting) -> None:
    rng = random.Random(f"{council.key} {each.number}")
    planned = datetime.combine(each.day, time(19, 30), HERE)
    _renew(session, council, planned - timedelta(days=25), each.number)
    between(session, council, planned - timedelta(days=20))
    name = f"{council.key}-{each.day.isoformat()}"
    if each.number % FORUMS == FORUMS - 1:
        Day(session, council, name, planned, rng).play()
    elif each.day > LAST - timedelta(days=2) and each.number:
        later = planned + timedelta(days=9)
        Evening(session, council, f"{council.key}-{later.date().isoformat()}", later, rng).prepare()
    else:
        Evening(session, council, name, planned, rng).play()


def _renew(session: Session, council: Committee, at: datetime, number: int) -> None:
    """The council is founded before its first meeting, and its term of office begins anew every three years."""
    if not council.term:
        council.secretary = council.somebody()
        tell = Telling(session, at, council.secretary.name, body=council.key)
        _found(council, tell)
    elif number and at.date() >= council.term_ends:
        tell = Telling(session, at, council.secretary.name, body=council.key)
        _next_term(council, tell)


def _found(council: Committee, tell: Telling) -> None:
    council.term, council.term_ends = 1, (tell.at + TERM).date()
    charter: dict[str, Any] = {"charter": "yishihui_sanyuanli", "term": 1, "sample": True}
    community = f"{council.place}社区"
    where: dict[str, Any] = {"community": community, "posting_places": "社区公告栏、各楼门厅"}
    tell.do("body.found", name=council.name, **charter, **where)
    for seat in range(1, 14):
        _seat(council, tell, seat)


def _seat(council: Committee, tell: Telling, seat: int) -> None:
    one = council.seats[seat] = council.somebody()
    phone = f"138{council.rng.randrange(10**8):08}"
    person = {"name": one.name, "address": one.home, "phone": phone}
    entry = {"member": one.id, "person": person, "group": GROUPS[seat - 1], "seat": seat}
    if seat == 13:
        entry["offices"] = ["chair"]
    tell.do("body.seat", after=10, entry={**entry, "since": tell.at.date()})


def _next_term(council: Committee, tell: Telling) -> None:
    """Three or four people make way for others."""
    council.term, council.term_ends = council.term + 1, (tell.at + TERM).date()
    for seat in sorted(council.rng.sample(range(1, 14), council.rng.randrange(3, 5))):
        leaves = council.seats[seat]
        tell.do("body.vacate", after=60, member=leaves.id, reason="任期届满，不再连任")
        _seat(council, tell, seat)
    tell.do("body.begin-term", after=60, term=council.term)
    for one in council.undone:
        one.number = (
            0  # decisions are numbered anew: what is left of the old term is known by its title
        )
