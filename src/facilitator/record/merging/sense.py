"""What the product's histories are of, whether their events make sense together, which numbers they give."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from facilitator import bodies, followup, meeting, rounds
from facilitator.acts import Event, Recorded, clean_id
from facilitator.bodies import Body
from facilitator.bodies.founding import BodyFounded
from facilitator.followup.calls import DepartmentCalled
from facilitator.followup.intake import MatterReceived
from facilitator.followup.matter import matter_of, stream_of
from facilitator.meeting import Meeting
from facilitator.meeting.decisions import DecisionMade
from facilitator.meeting.lifecycle import MeetingConvened
from facilitator.record.codec import tag_of
from facilitator.record.merging.plan import About, Number, Numbered
from facilitator.rounds.project import Project, ProjectStarted, place_of, project_of
from facilitator.rounds.round import RoundOpened

E = TypeVar("E", bound=Event)
Room = Callable[[str, Sequence[Recorded]], About]


def sense(stream: str, events: Sequence[Recorded]) -> About:
    """Live a history through once, as opening it would; any exception means that it makes no sense.

    What it then says is true of the history; whether it was decided by the rules is not looked into.
    """
    room, _, name = stream.partition("/")
    for part in name.split("/") if room in ("followup", "project") else [name]:
        clean_id(part, room)
    if room != "meeting" and any(
        tag_of(type(one.event)).partition(".")[0] != room for one in events
    ):
        raise ValueError("events of another kind of history")
    return ROOMS[room](stream, events)


def _body(stream: str, events: Sequence[Recorded]) -> About:
    body = Body(stream.partition("/")[2])
    founded = _live(partial(bodies.apply, body), events, BodyFounded)
    number = Number(Numbered.BODY, 1, body=body.id, name=founded.name)
    return About(body=body.id, name=founded.name, numbers=(number,))


def _meeting(stream: str, events: Sequence[Recorded]) -> About:
    one = Meeting(stream.partition("/")[2])
    called = _live(partial(meeting.apply, one), events, MeetingConvened)
    body = called.council.body
    return About(
        body=clean_id(body, "body"),
        title=one.call.title,
        planned=one.call.planned.isoformat(),
        needs=(f"body/{body}",),
        numbers=tuple(_numbers(called, events)),
    )


def _numbers(called: MeetingConvened, events: Sequence[Recorded]) -> Iterator[Number]:
    body, term = called.council.body, called.council.term
    yield Number(Numbered.MEETING, 1, body, term, called.ordinal)
    for one in events:
        if isinstance(one.event, DecisionMade):
            yield Number(Numbered.DECISION, one.version, body, term, one.event.number)


def _following(stream: str, events: Sequence[Recorded]) -> About:
    about = matter_of(stream)
    if stream_of(*about) != stream:
        raise ValueError(f"{stream} is not how a follow-up is called")
    _live(partial(followup.apply, followup.fresh(stream)), events, Event)
    return About(rests_on=(f"meeting/{about[0]}",))


def _call(stream: str, events: Sequence[Recorded]) -> About:
    made = _live(partial(followup.apply, followup.fresh(stream)), events, DepartmentCalled)
    about = (f"meeting/{made.meeting}",) if made.meeting else ()
    return About(body=made.body, title=made.matter, needs=(f"body/{made.body}",), rests_on=about)


def _intake(stream: str, events: Sequence[Recorded]) -> About:
    received = _live(partial(followup.apply, followup.fresh(stream)), events, MatterReceived)
    return About(body=received.body, title=received.title, needs=(f"body/{received.body}",))


def _round(stream: str, events: Sequence[Recorded]) -> About:
    opened = _live(partial(rounds.apply, rounds.fresh(stream)), events, RoundOpened)
    return About(body=opened.body, title=opened.title, needs=(f"body/{opened.body}",))


def _project(stream: str, events: Sequence[Recorded]) -> About:
    """It needs its round to say anything; a round that goes on in two ways is still the same one for it."""
    round_, number = project_of(stream)
    one = Project(stream)
    started = _live(partial(rounds.apply, one), events, ProjectStarted)
    if place_of(number) != started.place:
        raise ValueError(f"{number} is no number of place {started.place}")
    return About(title=f"{number} {one.title}", needs=(f"round/{round_}",))


def _live(apply: Callable[[Recorded], None], events: Sequence[Recorded], first: type[E]) -> E:
    """Apply every event; the history must begin as its kind does."""
    begin = events[0].event
    if not isinstance(begin, first):
        raise TypeError(f"begins with {type(begin).__name__}")
    for one in events:
        apply(one)
    return begin


ROOMS: dict[str, Room] = {
    "body": _body,
    "meeting": _meeting,
    "followup": _following,
    "call": _call,
    "intake": _intake,
    "round": _round,
    "project": _project,
}
"""By the first part of a stream's name."""
