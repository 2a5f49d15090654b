"""What came of the selection: every count, part-funding with its reason, and the announcement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.data import dataclass
from facilitator.meeting.part import MeetingCommand, Part
from facilitator.meeting.selection.recount import SelectionCounted
from facilitator.meeting.selection.slate import Fen
from facilitator.meeting.selection.terms import Terms
from facilitator.rules.selection.outcome import Fate, Selection, Verdict
from facilitator.rules.selection.problem import Found, TieBreak

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class FundInPart(MeetingCommand, frozen=True, kw_only=True, tag="outcome.fund-in-part"):
    """A project that was not funded gets part of what it asked for, out of what is left; 0 takes it back."""

    candidate: str
    fen: Fen
    reason: str


class Announce(MeetingCommand, frozen=True, kw_only=True, tag="outcome.announce"):
    """The result is read out: it stands, and goes to the round."""


class TakeBackResult(MeetingCommand, frozen=True, kw_only=True, tag="outcome.take-back"):
    """The announcement is taken back to correct something; the first one stays readable."""

    reason: str


class FundedInPart(Event, frozen=True, kw_only=True, tag="outcome.funded-in-part"):
    candidate: str
    fen: int
    old: int = 0
    reason: str


class Announced(Event, frozen=True, kw_only=True, tag="outcome.announced"):
    vote: int


class AnnouncementTakenBack(Event, frozen=True, kw_only=True, tag="outcome.taken-back"):
    reason: str


@dataclass(frozen=True, slots=True)
class Award:
    """What a project gets in the end: `fen` of `asked`, and why it is not more or less."""

    candidate: str
    asked: int
    fen: int
    fate: Fate
    reason: str = ""
    """Why it is funded in part; empty otherwise."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order that was found: in which vote among the tied; 0 for a lot."""

    vote: int
    found: Found

    def holds(self, way: TieBreak, tied: Iterable[str]) -> bool:
        """Whether it was found that way and names all of them."""
        named = {name for names in self.found.classes for name in names}
        return self.found.way is way and named.issuperset(tied)


HELD = (TieBreak.LOT, TieBreak.REVOTE)
"""Ways that people have to take; the others follow from the numbers."""


@dataclass(slots=True)
class Outcome:
    """Every count in order; the last stands, unless its vote was declared void."""

    counts: list[tuple[SelectionCounted, Recorded]] = field(
        default_factory=list[tuple[SelectionCounted, Recorded]]
    )
    last: SelectionCounted | None = None
    """The count that stands, or None while nothing was counted that counts."""
    orders: tuple[Ordered, ...] = ()
    """Orders found by lot or by a vote among the tied, in the order in which they were found."""
    ruled_ties: tuple[TieBreak, ...] = ()
    """Ways to break ties that people agreed only after the count, where none was fixed before."""
    parts: dict[str, tuple[int, str]] = field(default_factory=dict[str, tuple[int, str]])
    """Part-funding by project: fen and reason."""
    announced: list[Recorded] = field(default_factory=list[Recorded])
    taken_back: list[tuple[Recorded, str]] = field(default_factory=list[tuple[Recorded, str]])

    @property
    def found(self) -> tuple[Found, ...]:
        """The orders as they are counted with."""
        return tuple(one.found for one in self.orders)

    @property
    def selection(self) -> Selection | None:
        """The result that stands."""
        return self.last.selection if self.last is not None else None

    @property
    def tied(self) -> tuple[str, ...]:
        """The projects whose order has to be found before the result is decided."""
        return self.selection.tied if self.selection is not None else ()

    @property
    def is_announced(self) -> bool:
        """Whether the result was read out and stands."""
        return len(self.announced) > len(self.taken_back)

    @property
    def left(self) -> int:
        """Fen that are left after everything that was given, in full and in part."""
        found = self.selection
        return found.left - sum(fen for fen, _ in self.parts.values()) if found is not None else 0

    def refuse_announced(self) -> None:
        """Refuse to change what was read out (`already-announced`)."""
        if self.is_announced:
            raise RuleViolation("already-announced")

    def expect_tie(self, terms: Terms, way: TieBreak) -> tuple[str, ...]:
        """The tied projects, if they may be ordered that way; else a refusal (`no-tie`, `other-tie-break`)."""
        self.refuse_announced()
        if not self.tied:
            raise RuleViolation("no-tie")
        ways = (*terms.counting.ties, *self.ruled_ties)
        if way not in ways:
            raise RuleViolation("other-tie-break", way=way.value, ways=[one.value for one in ways])
        pending = self.pending(terms)
        if pending is not None and way is not pending:
            raise RuleViolation("tie-break-order", way=way.value, turn=pending.value)
        return self.tied

    def pending(self, terms: Terms) -> TieBreak | None:
        """The way of those that were fixed whose turn it is for this tie; None when each was taken."""
        ways = (*terms.counting.ties, *self.ruled_ties)
        return next(
            (
                way
                for way in ways
                if way in HELD and not any(one.holds(way, self.tied) for one in self.orders)
            ),
            None,
        )

    def forget(self, vote: int) -> None:
        """A vote among the tied does not count: its order is none."""
        self.orders = tuple(one for one in self.orders if one.vote != vote)

    def forget_all(self) -> None:
        """The vote on the slate does not count, and all that rested on it falls."""
        self.last, self.orders, self.ruled_ties, self.parts = None, (), (), {}


def awards(meeting: Meeting) -> list[Award]:
    """What every project on the ballot gets, in the order of votes; empty while nothing was counted."""
    outcome = meeting.outcome
    found: list[Award] = []
    for line in outcome.selection.lines if outcome.selection is not None else ():
        part, reason = outcome.parts.get(line.project, (0, ""))
        fen = line.cost if line.funded else part
        found.append(Award(line.project, line.cost, fen, line.fate, reason))
    return found


def fund_in_part(meeting: Meeting, command: FundInPart) -> Iterable[Event]:
    """Less than was asked, no more than is left, and people say why; the count itself stays as it is."""
    outcome = meeting.outcome
    outcome.refuse_announced()
    meeting.ballots.refuse_open()
    candidate = meeting.slate.standing_candidate(command.candidate)
    selection = _decided(outcome)
    if selection.line(candidate.id).funded:
        raise RuleViolation("funded-in-full", title=candidate.title)
    old = outcome.parts.get(candidate.id, (0, ""))[0]
    left = outcome.left + old
    if not 0 <= command.fen < candidate.asked:
        raise RuleViolation(
            "part-range", title=candidate.title, fen=command.fen, asked=candidate.asked
        )
    if command.fen > left:
        raise RuleViolation("part-above-left", title=candidate.title, fen=command.fen, left=left)
    if command.fen == old:
        raise RuleViolation("nothing-to-correct")
    reason = clean_text(command.reason, "reason")
    yield FundedInPart(candidate=candidate.id, fen=command.fen, old=old, reason=reason)


def announce(meeting: Meeting, _command: Announce) -> Iterable[Event]:
    """Only what is decided."""
    meeting.outcome.refuse_announced()
    meeting.ballots.refuse_open()
    _decided(meeting.outcome)
    assert meeting.outcome.last is not None
    yield Announced(vote=meeting.outcome.last.vote)


def take_back(meeting: Meeting, command: TakeBackResult) -> Iterable[Event]:
    """With the reason."""
    if not meeting.outcome.is_announced:
        raise RuleViolation("not-announced")
    yield AnnouncementTakenBack(reason=clean_text(command.reason, "reason"))


def _decided(outcome: Outcome) -> Selection:
    """The result, if there is one and no tie keeps it open."""
    if outcome.selection is None:
        raise RuleViolation("not-counted")
    if outcome.selection.verdict is Verdict.UNDECIDED:
        raise RuleViolation("selection-undecided", tied=list(outcome.tied))
    return outcome.selection


def on_counted(meeting: Meeting, event: SelectionCounted, recorded: Recorded) -> None:
    outcome = meeting.outcome
    outcome.counts.append((event, recorded))
    outcome.last = event
    outcome.parts = parts_after(outcome.parts, event.selection)


def parts_after(
    parts: dict[str, tuple[int, str]], selection: Selection
) -> dict[str, tuple[int, str]]:
    """What was given in part out of another count's rest falls away where it does not fit any more."""
    if selection.verdict is Verdict.UNDECIDED:
        return {}
    lines = {line.project: line for line in selection.lines}
    kept: dict[str, tuple[int, str]] = {}
    left = selection.left
    for name, (fen, reason) in parts.items():
        line = lines.get(name)
        if line is not None and not line.funded and fen <= left:
            kept[name] = (fen, reason)
            left -= fen
    return kept


def on_part(meeting: Meeting, event: FundedInPart, _recorded: Recorded) -> None:
    if event.fen:
        meeting.outcome.parts[event.candidate] = (event.fen, event.reason)
    else:
        del meeting.outcome.parts[event.candidate]


def on_announced(meeting: Meeting, _event: Announced, recorded: Recorded) -> None:
    meeting.outcome.announced.append(recorded)


def on_taken_back(meeting: Meeting, event: AnnouncementTakenBack, recorded: Recorded) -> None:
    meeting.outcome.taken_back.append((recorded, event.reason))


PART = Part(
    "outcome",
    {FundInPart: fund_in_part, Announce: announce, TakeBackResult: take_back},
    {
        FundedInPart: on_part,
        Announced: on_announced,
        AnnouncementTakenBack: on_taken_back,
    },
)
COUNTS = Part("ballots", {}, {SelectionCounted: on_counted})
"""A count follows from a close, a correction, a lot; nobody asks for it by itself."""
