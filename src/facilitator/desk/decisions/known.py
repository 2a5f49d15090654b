"""What the right of the page is told of one thing: its words, state and text, and what it leads to."""

from __future__ import annotations

from facilitator.data import dataclass
from facilitator.desk.decisions.which import Which
from facilitator.meeting import Meeting
from facilitator.meeting.decisions import Decision
from facilitator.meeting.polls import Poll


@dataclass(frozen=True, slots=True)
class Chip:
    """A state in a word, with a sign (for, against) or none."""

    text: str
    look: str = "plain"
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text under a small head; "" for one that needs none."""

    head: str
    text: str


@dataclass(frozen=True, slots=True)
class Kindred:
    """Something else that can be shown instead: another decision, or what came out of the same topic."""

    said: str
    name: str
    which: Which
    title: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All of it. `head` is what it is, whose, and when; `lines` what the record says under its item."""

    which: Which
    head: tuple[str, ...]
    chip: Chip
    title: str
    blocks: tuple[Block, ...]
    held: Meeting | None = None
    """The meeting it is of; None of a project."""
    item: str = ""
    poll: Poll | None = None
    decision: Decision | None = None
    kindred: tuple[Kindred, ...] = ()
    proposed: Kindred | None = None
    """The decision that its topic came from, while nobody has said what became of that."""
    lines: tuple[str, ...] = ()

    @property
    def meeting(self) -> Meeting:
        """Of anything but a project."""
        assert self.held is not None
        return self.held

    @property
    def text(self) -> str:
        """What it says, without heads."""
        return "\n".join(block.text for block in self.blocks if not block.head)
