"""What histories after a meeting have in common: a stream, what happened in it, and what was struck."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from facilitator.acts import Command, Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.data import dataclass
from facilitator.followup.matter import Matter

MOST_LINE = 200
"""Characters in a name of somebody, a place, a department."""
SAID_BY = "said_by"
"""What `by` of a command is called in a script: there `by` already says who types."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What a history cannot know by itself; the session tells it before each act."""

    matter: Matter | None = None
    """The decision or group that is followed up, as its meeting has it now; None if there is none."""
    other: Matter | None = None
    """The decision that a link names."""
    body_known: bool = True


class FollowupCommand(Command, frozen=True, kw_only=True):
    """A command to one of the three histories."""


class Entry(Event, frozen=True, kw_only=True):
    """An event that stands under an id of its own, so that it can be struck."""

    entry: str


@dataclass
class Chronicled:
    """A history: everything that happened in it, in order. Changed by `apply` only."""

    stream: str
    version: int = 0
    chronicle: list[Recorded] = field(default_factory=list[Recorded])
    struck: dict[str, str] = field(default_factory=dict[str, str])
    """Entries that do not count, by id, with the reason."""
    _entries: dict[str, Recorded] = field(
        default_factory=dict[str, Recorded], init=False, repr=False, compare=False
    )
    _standing: tuple[Recorded, ...] = field(default=(), init=False, repr=False, compare=False)
    _known: tuple[int, int] = field(default=(0, 0), init=False, repr=False, compare=False)
    """How much of chronicle and struck the two above are of: both only grow."""

    @property
    def begun(self) -> bool:
        """Whether anything has happened in it."""
        return self.version > 0

    @property
    def entries(self) -> dict[str, Recorded]:
        """Every entry by its id, struck ones too."""
        self._look()
        return self._entries

    def standing(self) -> tuple[Recorded, ...]:
        """Every entry that counts, in order."""
        self._look()
        return self._standing

    def _look(self) -> None:
        """Sort the chronicle out once for all the questions that are asked before it goes on."""
        known = (len(self.chronicle), len(self.struck))
        if known != self._known:
            found = {one.event.entry: one for one in self.chronicle if isinstance(one.event, Entry)}
            self._entries, self._known = found, known
            self._standing = tuple(one for key, one in found.items() if key not in self.struck)

    def new_entry(self, entry: str) -> str:
        """An id that is not taken yet, or a refusal (`entry-exists`)."""
        if clean_id(entry, "entry") in self.entries:
            raise RuleViolation("entry-exists", entry=entry)
        return entry

    def entry(self, entry: str) -> Recorded:
        """An entry that counts, or a refusal (`unknown-entry`, `entry-struck`)."""
        found = self.entries.get(entry)
        if found is None:
            raise RuleViolation("unknown-entry", entry=entry)
        if entry in self.struck:
            raise RuleViolation("entry-struck", entry=entry)
        return found

    def file_names(self) -> dict[str, str]:
        """Every file that was attached and not dropped, by hash."""
        found: dict[str, str] = {}
        for one in self.chronicle:
            for file in getattr(one.event, "attached", ()):
                found[file.hash] = file.name
            for dropped in one.event.drops:
                found.pop(dropped, None)
        return found


@dataclass
class Case(Chronicled):
    """One of the three histories, with what the session told it."""

    outside: Outside = field(default_factory=Outside)


def line(value: str, field: str, *, required: bool = False) -> str:
    """A clean short text on one line, or a refusal."""
    text = clean_text(value, field, required=required, one_line=True)
    if len(text) > MOST_LINE:
        raise RuleViolation("text-too-long", field=field, length=len(text), most=MOST_LINE)
    return text


def day_of(recorded: Recorded, told: date | None) -> date:
    """The day something was said or done: as told, else the day it was recorded."""
    return told or recorded.at.date()
