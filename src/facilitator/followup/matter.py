"""What is followed up: a decision or an action group, as its meeting left it."""

from __future__ import annotations

from datetime import date, datetime

from facilitator.data import dataclass
from facilitator.meeting.decisions import Assignment
from facilitator.meeting.reviews import Progress


@dataclass(frozen=True, slots=True)
class Told:
    """What a later meeting was told of a decision (`reviews.report`)."""

    at: datetime
    meeting: str
    progress: Progress
    new_due: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """A decision (`decision` is its number) or an action group (`group` is its id) of a meeting."""

    meeting: str
    body: str
    title: str
    made: datetime
    decision: int = 0
    group: str = ""
    stands: bool = True
    """False once the decision was annulled or the group dissolved."""
    repealed: bool = False
    """Whether a later decision that stands has repealed it: nothing is to be done for it any more."""
    assignment: Assignment | None = None
    """For a group: who leads it, the first step and its day."""
    told: tuple[Told, ...] = ()
    """Oldest first."""


def stream_of(meeting: str, decision: int = 0, group: str = "") -> str:
    """The stream in which a decision or an action group is followed up."""
    return f"followup/{meeting}/group/{group}" if group else f"followup/{meeting}/{decision}"


def matter_of(stream: str) -> tuple[str, int, str]:
    """Meeting, number and group that a stream `followup/…` is about."""
    _, meeting, *rest = stream.split("/")
    return (meeting, 0, rest[1]) if len(rest) > 1 else (meeting, int(rest[0]), "")
