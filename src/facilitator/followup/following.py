"""The follow-up of one decision or action group: its state, and striking what was entered wrongly."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.data import dataclass
from facilitator.followup.case import Case, FollowupCommand
from facilitator.followup.matter import Matter, matter_of, stream_of


class MatterCommand(FollowupCommand, frozen=True, kw_only=True):
    """A command about one decision (by its number) or action group (by its id) of a meeting."""

    meeting: str
    decision: int = 0
    group: str = ""

    @property
    def stream(self) -> str:
        return stream_of(self.meeting, self.decision, self.group)


class StrikeEntry(MatterCommand, frozen=True, kw_only=True, tag="followup.strike"):
    """An entry was wrong: it stays readable and counts no more."""

    entry: str
    reason: str


class DropFile(MatterCommand, frozen=True, kw_only=True, tag="followup.drop-file"):
    """A photo or paper is erased for good: somebody is on it who does not want to be, or it is a wrong one."""

    hash: str
    reason: str


class EntryStruck(Event, frozen=True, kw_only=True, tag="followup.struck"):
    entry: str
    reason: str


class FileDropped(Event, frozen=True, kw_only=True, tag="followup.file-dropped"):
    hash: str
    name: str
    reason: str

    @property
    def drops(self) -> tuple[str, ...]:
        return (self.hash,)


@dataclass
class Following(Case):
    """Everything that was reported, said, paid, posted and linked about one decision or group."""

    @property
    def matter(self) -> Matter:
        """What is followed up, or a refusal (`unknown-matter`)."""
        if self.outside.matter is None:
            meeting, decision, group = matter_of(self.stream)
            raise RuleViolation("unknown-matter", meeting=meeting, decision=decision, group=group)
        return self.outside.matter

    def expect_standing(self) -> Matter:
        """What is followed up, unless it was annulled or dissolved (`matter-gone`)."""
        if not self.matter.stands:
            raise RuleViolation("matter-gone", title=self.matter.title)
        return self.matter


def strike(case: Following, command: StrikeEntry) -> Iterable[Event]:
    """Struck once, with a reason; an objection that was answered keeps its answer readable."""
    case.entry(command.entry)
    yield EntryStruck(entry=command.entry, reason=clean_text(command.reason, "reason"))


def drop(case: Following, command: DropFile) -> Iterable[Event]:
    """The content goes, its name and hash stay."""
    name = case.file_names().get(command.hash)
    if name is None:
        raise RuleViolation("unknown-file", hash=command.hash[:12])
    yield FileDropped(hash=command.hash, name=name, reason=clean_text(command.reason, "reason"))


def on_struck(case: Following, event: EntryStruck, _recorded: Recorded) -> None:
    case.struck[event.entry] = event.reason


DECIDES = {StrikeEntry: strike, DropFile: drop}
APPLIES = {EntryStruck: on_struck, FileDropped: None}
