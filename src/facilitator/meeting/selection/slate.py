"""The slate: which projects stand for selection, what they ask for, how much money there is. Money in fen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from facilitator.acts import Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.data import dataclass
from facilitator.meeting.forum.matrix import short_text
from facilitator.meeting.part import Change, MeetingCommand, Part
from facilitator.meeting.selection.recount import recounted

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

MOST_TITLE = 120
MOST_CANDIDATES = 1000
MOST_FEN = 10**15
Fen = Annotated[int, Meta(ge=-MOST_FEN, le=MOST_FEN)]
"""Money in 0.01 yuan; what has to be above zero is refused in words of its own."""


class Candidate(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A project that stands for selection: `asked` of the money, `own` is what the place brings itself."""

    id: str
    title: str
    place: str = ""
    asked: Fen
    own: Fen = 0


@dataclass(frozen=True, slots=True)
class Offered:
    """What a round offers for selection, as the session tells it: admitted projects and the money there is."""

    round: str
    title: str
    budget: int
    candidates: tuple[Candidate, ...]


class TakeRound(MeetingCommand, frozen=True, kw_only=True, tag="slate.take-round"):
    """The admitted projects and the money of a round come onto the slate; again, and they are as now."""

    round: str


class SetBudget(MeetingCommand, frozen=True, kw_only=True, tag="slate.set-budget"):
    """So much money is to be given away."""

    budget: Fen


class AddCandidate(MeetingCommand, frozen=True, kw_only=True, tag="slate.add"):
    """A project stands for selection."""

    candidate: Candidate


class AddCandidates(MeetingCommand, frozen=True, kw_only=True, tag="slate.add-all"):
    """Several projects at once, as from a file: those that are there already stay as they are.

    `budget` is the money to be given away where nobody has said yet how much there is.
    """

    candidates: tuple[Candidate, ...]
    budget: Fen = 0


class ChangeCandidate(MeetingCommand, frozen=True, kw_only=True, tag="slate.change"):
    """A project on the slate was written down wrongly, or asks for another sum."""

    candidate: Candidate
    reason: str


class RemoveCandidate(MeetingCommand, frozen=True, kw_only=True, tag="slate.remove"):
    """A project was put on the slate by mistake; while no ballot was handed out."""

    candidate: str


class WithdrawCandidate(MeetingCommand, frozen=True, kw_only=True, tag="slate.withdraw"):
    """A project no longer stands: withdrawn by whoever proposed it, or it cannot be carried out."""

    candidate: str
    reason: str


class RoundTaken(Event, frozen=True, kw_only=True, tag="slate.round-taken"):
    round: str
    title: str
    budget: int
    candidates: tuple[Candidate, ...]
    gone: tuple[str, ...] = ()
    """What it brought before and does not admit any more."""


class BudgetSet(Event, frozen=True, kw_only=True, tag="slate.budget-set"):
    budget: int
    old: int = 0


class CandidateAdded(Event, frozen=True, kw_only=True, tag="slate.added"):
    candidate: Candidate


class CandidateChanged(Event, frozen=True, kw_only=True, tag="slate.changed"):
    candidate: Candidate
    old: Candidate
    reason: str


class CandidateRemoved(Event, frozen=True, kw_only=True, tag="slate.removed"):
    candidate: str
    title: str


class CandidateWithdrawn(Event, frozen=True, kw_only=True, tag="slate.withdrawn"):
    candidate: str
    title: str
    reason: str


@dataclass(slots=True)
class Slate:
    """The projects in the order in which they were put on it, and the money there is."""

    round: str = ""
    title: str = ""
    budget: int = 0
    all: dict[str, Candidate] = field(default_factory=dict[str, Candidate])
    taken: frozenset[str] = frozenset()
    """What came from the round."""
    withdrawn: dict[str, str] = field(default_factory=dict[str, str])
    """Projects that no longer stand, with the reason."""
    changes: list[Change] = field(default_factory=list[Change])

    def candidate(self, name: str) -> Candidate:
        """A project on the slate, or a refusal (`unknown-candidate`)."""
        if name not in self.all:
            raise RuleViolation("unknown-candidate", candidate=name)
        return self.all[name]

    def standing_candidate(self, name: str) -> Candidate:
        """A project that still stands, or a refusal (`candidate-withdrawn`)."""
        found = self.candidate(name)
        if name in self.withdrawn:
            raise RuleViolation("candidate-withdrawn", title=found.title)
        return found

    @property
    def standing(self) -> list[Candidate]:
        """The projects that still stand."""
        return [one for one in self.all.values() if one.id not in self.withdrawn]

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each project on ballots and lists; one that was withdrawn keeps its own."""
        return {name: number for number, name in enumerate(self.all, 1)}

    @property
    def costs(self) -> dict[str, int]:
        """What each project on the slate asks for, in fen."""
        return {one.id: one.asked for one in self.all.values()}


def refuse_once_fixed(meeting: Meeting) -> None:
    """Refuse to change what people vote on once a vote was opened that is not void (`slate-fixed`)."""
    if meeting.ballots.fixed:
        raise RuleViolation("slate-fixed")


def clean_candidate(one: Candidate) -> Candidate:
    """A candidate with clean words and a sum above zero, or a refusal (`cost-not-positive`)."""
    title = short_text(one.title, "title", MOST_TITLE)
    if one.asked <= 0:
        raise RuleViolation("cost-not-positive", project=title, cost=one.asked)
    if one.own < 0:
        raise RuleViolation("own-negative", project=title, own=one.own)
    for field_name, fen in (("asked", one.asked), ("own", one.own)):
        expect_writable(field_name, fen)
    return msgspec.structs.replace(
        one,
        id=clean_id(one.id, "candidate"),
        title=title,
        place=short_text(one.place, "place", MOST_TITLE, required=False),
    )


def expect_writable(what: str, fen: int) -> None:
    """Refuse a sum that is mistyped and that no table has room for (`number-range`)."""
    if fen > MOST_FEN:
        raise RuleViolation("number-range", field=what, value=fen, least=0, most=MOST_FEN)


def take_round(meeting: Meeting, command: TakeRound) -> Iterable[Event]:
    """All that is admitted, as the round has it now; what was added by hand stays, and what was presented."""
    refuse_once_fixed(meeting)
    offered = meeting.outside.offered
    if offered is None:
        raise RuleViolation("unknown-round", round=command.round)
    if not offered.candidates:
        raise RuleViolation("round-empty", title=offered.title)
    candidates = tuple(map(clean_candidate, offered.candidates))
    if len(meeting.slate.all.keys() | {one.id for one in candidates}) > MOST_CANDIDATES:
        raise RuleViolation("too-many-candidates", most=MOST_CANDIDATES)
    yield RoundTaken(
        round=offered.round,
        title=offered.title,
        budget=offered.budget if offered.budget > 0 else meeting.slate.budget,
        candidates=candidates,
        gone=_gone(meeting, {one.id for one in candidates}),
    )


def _gone(meeting: Meeting, now: set[str]) -> tuple[str, ...]:
    """What was presented or was on a ballot is withdrawn by people, never dropped."""
    kept = {name for vote in meeting.ballots.votes for name in vote.candidates}
    kept |= {pitch.candidate for pitch in meeting.pitches.held}
    return tuple(sorted(meeting.slate.taken - now - kept))


def set_budget(meeting: Meeting, command: SetBudget) -> Iterable[Event]:
    """Above zero, and before anybody votes."""
    refuse_once_fixed(meeting)
    if command.budget <= 0:
        raise RuleViolation("budget-not-positive", budget=command.budget)
    expect_writable("budget", command.budget)
    yield BudgetSet(budget=command.budget, old=meeting.slate.budget)


def add(meeting: Meeting, command: AddCandidate) -> Iterable[Event]:
    """Before anybody votes; one above the whole budget may stand, and the result says why it is not funded."""
    refuse_once_fixed(meeting)
    candidate = clean_candidate(command.candidate)
    if candidate.id in meeting.slate.all:
        raise RuleViolation("candidate-exists", candidate=candidate.id)
    if len(meeting.slate.all) >= MOST_CANDIDATES:
        raise RuleViolation("too-many-candidates", most=MOST_CANDIDATES)
    yield CandidateAdded(candidate=candidate)


def add_all(meeting: Meeting, command: AddCandidates) -> Iterable[Event]:
    """All of them or, with the refusal of one, none; refused (`nothing-to-add`) where each is there already."""
    refuse_once_fixed(meeting)
    candidates = {one.id: one for one in map(clean_candidate, command.candidates)}
    new = [one for one in candidates.values() if one.id not in meeting.slate.all]
    if not new:
        raise RuleViolation("nothing-to-add")
    if len(meeting.slate.all) + len(new) > MOST_CANDIDATES:
        raise RuleViolation("too-many-candidates", most=MOST_CANDIDATES)
    if command.budget > 0 and not meeting.slate.budget:
        yield from set_budget(meeting, SetBudget(meeting=meeting.id, budget=command.budget))
    yield from (CandidateAdded(candidate=one) for one in new)


def change(meeting: Meeting, command: ChangeCandidate) -> Iterable[Event]:
    """With the reason; the old wording and sum stay readable."""
    refuse_once_fixed(meeting)
    old = meeting.slate.standing_candidate(command.candidate.id)
    new = clean_candidate(command.candidate)
    if new == old:
        raise RuleViolation("nothing-to-correct")
    yield CandidateChanged(candidate=new, old=old, reason=clean_text(command.reason, "reason"))


def remove(meeting: Meeting, command: RemoveCandidate) -> Iterable[Event]:
    """Only what nobody can have voted on, not even in a void vote, goes without a trace on the slate."""
    if meeting.ballots.votes:
        raise RuleViolation("slate-fixed")
    found = meeting.slate.candidate(command.candidate)
    if meeting.pitches.of(found.id):
        raise RuleViolation("already-pitched", title=found.title)
    yield CandidateRemoved(candidate=found.id, title=found.title)


def withdraw(meeting: Meeting, command: WithdrawCandidate) -> Iterable[Event]:
    """Also after the count, until the result is announced: what is left is counted again without it."""
    meeting.outcome.refuse_announced()
    found = meeting.slate.standing_candidate(command.candidate)
    if meeting.pitches.on == found.id:
        raise RuleViolation("pitch-running", title=found.title)
    if meeting.ballots.open:
        raise RuleViolation("vote-open")
    reason = clean_text(command.reason, "reason")
    yield CandidateWithdrawn(candidate=found.id, title=found.title, reason=reason)
    yield from recounted(meeting, without=found.id)


def on_round(meeting: Meeting, event: RoundTaken, _recorded: Recorded) -> None:
    slate = meeting.slate
    slate.round, slate.title, slate.budget = event.round, event.title, event.budget
    for name in event.gone:
        _drop(meeting, name)
    slate.taken = frozenset(one.id for one in event.candidates)
    slate.all |= {one.id: one for one in event.candidates}


def _drop(meeting: Meeting, name: str) -> None:
    """Nothing of it is left, so that another project may have its name."""
    del meeting.slate.all[name]
    meeting.slate.withdrawn.pop(name, None)
    meeting.recusals.all.pop(name, None)
    meeting.pitches.passed.pop(name, None)
    meeting.pitches.order = [one for one in meeting.pitches.order if one != name]


def on_budget(meeting: Meeting, event: BudgetSet, _recorded: Recorded) -> None:
    meeting.slate.budget = event.budget


def on_added(meeting: Meeting, event: CandidateAdded, _recorded: Recorded) -> None:
    meeting.slate.all[event.candidate.id] = event.candidate


def on_changed(meeting: Meeting, event: CandidateChanged, recorded: Recorded) -> None:
    meeting.slate.all[event.candidate.id] = event.candidate
    for name in ("title", "place", "asked", "own"):
        old, new = getattr(event.old, name), getattr(event.candidate, name)
        if old != new:
            made = Change(
                recorded, f"{event.candidate.id}.{name}", str(old), str(new), event.reason
            )
            meeting.slate.changes.append(made)


def on_removed(meeting: Meeting, event: CandidateRemoved, _recorded: Recorded) -> None:
    _drop(meeting, event.candidate)
    meeting.slate.taken -= {event.candidate}


def on_withdrawn(meeting: Meeting, event: CandidateWithdrawn, _recorded: Recorded) -> None:
    meeting.slate.withdrawn[event.candidate] = event.reason


PART = Part(
    "slate",
    {
        TakeRound: take_round,
        SetBudget: set_budget,
        AddCandidate: add,
        AddCandidates: add_all,
        ChangeCandidate: change,
        RemoveCandidate: remove,
        WithdrawCandidate: withdraw,
    },
    {
        RoundTaken: on_round,
        BudgetSet: on_budget,
        CandidateAdded: on_added,
        CandidateChanged: on_changed,
        CandidateRemoved: on_removed,
        CandidateWithdrawn: on_withdrawn,
    },
)
