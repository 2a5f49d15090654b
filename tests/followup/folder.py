"""A clerk's folder for tests: one decision, its follow-up in memory, and commands played at told times.

Every event also goes through JSON into a twin, so that each test shows on the way that what is recorded is
enough to rebuild the state, and that a refused command has changed nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Union

import msgspec
import pytest

from facilitator import followup
from facilitator.acts import Command, Event, Recorded, RuleViolation
from facilitator.followup import History, Matter, Outside
from facilitator.followup.attached import Attached
from facilitator.followup.following import Following
from facilitator.followup.matter import stream_of
from facilitator.followup.standing import Standing, standing_of
from facilitator.meeting.decisions import Assignment

MEETING, OTHER = "evening", "later"
MADE = datetime(2026, 11, 27, 20, 30, tzinfo=UTC)
DECIDED = MADE.date()
"""The day of the decision."""
DUE = date(2027, 1, 31)
DECODER = msgspec.json.Decoder(Union[followup.EVENTS])  # noqa: UP007 msgspec takes it so
MATTER = Matter(
    meeting=MEETING,
    body="council",
    title="A mirror at the gate",
    made=MADE,
    decision=5,
    assignment=Assignment(implementer="Street office", due=DUE, money_fen=240_000),
)


def photo(name: str = "gate.jpg", digit: str = "a", size: int = 1000) -> Attached:
    """A photo as a command names it; its hash is one digit, 64 times."""
    return Attached(name=name, hash=digit * 64, size=size, media="image/jpeg")


def again(recorded: Recorded) -> Recorded:
    """An event as it comes back from JSON."""
    return replace(recorded, event=DECODER.decode(msgspec.json.encode(recorded.event)))


class Folder:
    """One history; `matter` is what the session would tell of it, `other` of the decision that a link names."""

    def __init__(self, matter: Matter | None = MATTER, *, stream: str = "") -> None:
        name = matter or MATTER
        self.stream = stream or stream_of(name.meeting, name.decision, name.group)
        self.matter = matter
        self.other: Matter | None = None
        self.body_known = True
        self.at = MADE + timedelta(days=3)
        self.case: History = followup.fresh(self.stream)
        self.twin: History = followup.fresh(self.stream)

    @property
    def following(self) -> Following:
        """The follow-up, told of its matter as a session tells it."""
        assert isinstance(self.case, Following)
        self.case.outside = self._outside()
        return self.case

    @property
    def standing(self) -> Standing:
        """How the matter stands."""
        assert self.matter is not None
        return standing_of(self.matter, self.following)

    def now(self, kind: type[Command], /, **fields: Any) -> tuple[Event, ...]:
        """A command about the matter of this folder, ten seconds later."""
        return self.do(self.said(kind, **fields))

    def said(self, kind: type[Command], /, **fields: Any) -> Command:
        """A command about the matter of this folder."""
        name = self.matter or MATTER
        about = {"meeting": name.meeting, "decision": name.decision, "group": name.group}
        return kind(**{**about, **fields})

    def do(self, command: Command, *, after: float = 10) -> tuple[Event, ...]:
        """Carry a command out; its refusal is raised and has changed nothing."""
        assert command.stream == self.stream
        self.case.outside = self._outside()
        events = followup.decide(self.case, command)
        self.at += timedelta(seconds=after)
        for event in events:
            recorded = Recorded(event, self.case.version + 1, self.at, "clerk")
            followup.apply(self.case, recorded)
            followup.apply(self.twin, again(recorded))
        self.check()
        return events

    def code(self, kind: type[Command], /, **fields: Any) -> str:
        """The code with which a command about this matter is refused."""
        return self.refused(self.said(kind, **fields)).code

    def refused(self, command: Command) -> RuleViolation:
        """The refusal of a command; fails the test if it is accepted or if anything changed."""
        with pytest.raises(RuleViolation) as refusal:
            self.do(command)
        self.check()
        return refusal.value

    def check(self) -> None:
        """The history is what its events, read back from JSON, make of it."""
        self.twin.outside = self.case.outside
        assert self.case == self.twin

    def _outside(self) -> Outside:
        return Outside(matter=self.matter, other=self.other, body_known=self.body_known)


def group(**changes: Any) -> Matter:
    """An action group instead of a decision."""
    given = Assignment(implementer="Li Guifang", task="Dig the beds.", due=DUE)
    made = Matter(MEETING, "council", "Garden", MADE, group="g1", assignment=given)
    return replace(made, **changes)
