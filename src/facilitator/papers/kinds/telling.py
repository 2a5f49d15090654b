"""How the record tells the chronicle: what each event becomes, and what is known while it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from datetime import datetime
from typing import Any

from facilitator.acts import Event, Recorded
from facilitator.data import dataclass
from facilitator.papers.kinds.cells import say
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.kinds.course import Stretch, opened_by
from facilitator.papers.model import Line, Table, Text


@dataclass(frozen=True)
class Said:
    """A line to be told. It goes on the line before when that one bears the name in `joins`."""

    text: Text
    name: str = ""
    joins: str = ""
    apart: Text = ()
    """What it says when it stands on a line of its own; empty: the same."""
    tail: str = ""
    """What ends the line, after all that is joined to it: who is in the room once all have come."""


@dataclass
class Telling:
    """What is known at the point of the record that is being told."""

    clerk: Clerk
    present: set[str] = field(default_factory=set[str])
    speech: int = 0
    recused: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    """By item: who has declared an interest so far."""
    rounds: bool = False
    """Whether the first round of a forum has begun: from then on people rely on the wall."""
    stretch: Stretch | None = None
    recorded: Recorded | None = None

    @property
    def now(self) -> Recorded:
        """What is being told."""
        assert self.recorded is not None
        return self.recorded

    @property
    def opened(self) -> bool:
        """Whether the meeting has been opened where we are."""
        return opened_by(self.clerk.meeting, self.now)

    @property
    def item(self) -> str:
        """The item whose head the line stands under."""
        assert self.stretch is not None
        return self.stretch.item

    def room(self) -> str:
        """Who is left in the room: 在场11人：本地居民5人，新居民5人，街道1人."""
        c, t = self.clerk, self.clerk.t
        members = [h.member for h in c.meeting.council.seats if h.member in self.present]
        groups = [
            t(
                "{group} {n}",
                group=c.group(group.key),
                n=sum(c.meeting.group_of(member) == group.key for member in members),
            )
            for group in c.charter.groups
        ]
        if len(groups) < 2:
            return t("Present: {n}.", n=len(members))
        listed = t.within("between", ", ").join(groups)
        return t("Present: {n} ({groups}).", n=len(members), groups=listed)


Told = Said | Table
Teller = Callable[[Telling, Any], Iterable[Told]]
Tellers = Mapping[type[Event], Teller]


def told(telling: Telling, stretch: Stretch, tellers: Tellers) -> list[Line | Table]:
    """A stretch as lines and votes, in the order of its entries."""
    telling.stretch = stretch
    blocks: list[Line | Table] = []
    last: Said | None = None
    for recorded in stretch.entries:
        telling.recorded = recorded
        for one in tellers[type(recorded.event)](telling, recorded.event):
            if isinstance(one, Table):
                blocks.append(one)
                last = None
            elif last is not None and one.joins and one.joins == last.name:
                joined = say(last.text, telling.clerk.space, one.text)
                last = replace(last, text=joined, tail=one.tail)
                blocks[-1] = _line(telling.clerk, blocks[-1], last)
            else:
                last = replace(one, text=one.apart or one.text)
                blocks.append(_line(telling.clerk, recorded.at, last))
    return blocks


def _line(c: Clerk, at: datetime | Line | Table, said: Said) -> Line:
    """A line as it stands now: its time is that of its first words."""
    time = at.time if isinstance(at, Line) else c.clock(at) if isinstance(at, datetime) else ""
    return Line(time, say(said.text, c.space if said.tail else "", said.tail))


def silent(_telling: Telling, _event: Event) -> Iterable[Told]:
    """What the record shows elsewhere, or what is no part of it."""
    return ()
