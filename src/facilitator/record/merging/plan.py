"""What a merge would do, as data: how each history stands here and there, and what only people can tell."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from facilitator.data import dataclass
from facilitator.record.journal import Head, Mark
from facilitator.record.report import Finding


class State(StrEnum):
    """How a history of the other archive stands to ours."""

    NEW = "new"  # not here yet
    AHEAD = "ahead"  # it goes on where ours ends
    SAME = "same"
    BEHIND = "behind"  # ours goes on where it ends
    FORKED = "forked"  # each goes on in its own way
    DAMAGED = "damaged"  # not what was recorded, there or here
    WAITING = "waiting"  # sound, but it rests on another one that cannot be taken


TAKEN = (State.NEW, State.AHEAD)
LEFT_OUT = (State.FORKED, State.DAMAGED, State.WAITING)


@dataclass(frozen=True, slots=True)
class Fork:
    """The first event that is another one there than here; both have the same version."""

    ours: Mark
    theirs: Mark


@dataclass(frozen=True, slots=True)
class About:
    """What a history is of, as far as it says so itself; all of it empty for one that says nothing."""

    body: str = ""
    name: str = ""
    """What the body is called, for a body's own history."""
    title: str = ""
    planned: str = ""
    """When the meeting is or was to be, as ISO text."""
    needs: tuple[str, ...] = ()
    """Histories without which it says nothing."""
    rests_on: tuple[str, ...] = ()
    """Histories whose very events it speaks of: with a forked one it may speak of something else."""
    numbers: tuple[Number, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """A number or a name that should be borne only once: by a meeting, a decision, or a body (`name`)."""

    what: Numbered
    version: int
    """The event that gives it."""
    body: str = ""
    term: int = 0
    number: int = 0
    name: str = ""


class Numbered(StrEnum):
    """What is numbered, or named."""

    MEETING = "meeting"
    DECISION = "decision"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Double:
    """A number that two meetings or decisions of one body and term bear, or a name that two bodies bear.

    Both are kept: which of them is called otherwise from now on is for people to say.
    """

    number: Number
    ours: tuple[str, ...]
    """Histories that bear it here already; empty if both of them come from the other archive."""
    theirs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One history of the other archive."""

    stream: str
    state: State
    ours: Head
    theirs: Head
    """As far as it holds."""
    about: About = About()
    erases: int = 0
    """How many people's data goes here too when it is taken."""
    fork: Fork | None = None
    findings: tuple[Finding, ...] = ()
    """What is wrong with a damaged one."""
    here: bool = False
    """It is ours that is damaged."""
    kin: bool = True
    """Both begin with the very same event; otherwise only the name is the same."""
    waits_for: str = ""

    @property
    def events(self) -> int:
        """How many events come over."""
        return self.theirs.version - self.ours.version if self.state in TAKEN else 0


@dataclass(frozen=True, slots=True)
class Plan:
    """All of it. Nothing has happened yet."""

    path: Path
    lines: tuple[Line, ...] = ()
    doubles: tuple[Double, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What is wrong with the other file as a whole: histories that hold are taken all the same."""
    sample: bool = False
    """Whether all of it is invented: whatever takes it in is, or becomes, an archive of samples."""

    def of(self, *states: State) -> list[Line]:
        """The histories that stand so, in the order of their names."""
        return [line for line in self.lines if line.state in states]

    @property
    def taken(self) -> list[Line]:
        """Histories of which something comes over."""
        return self.of(*TAKEN)

    @property
    def left_out(self) -> list[Line]:
        """Histories that differ and of which nothing is taken."""
        return self.of(*LEFT_OUT)

    @property
    def events(self) -> int:
        """How many events come over in all."""
        return sum(line.events for line in self.lines)
