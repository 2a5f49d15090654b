"""The proposal (项目申请书): goals, steps with who does them, risks, an exact budget, who keeps it up.

Every revision is kept, with the reason for it; `comparing.compare` says what is new between two.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import msgspec

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.data import dataclass
from facilitator.followup.attached import Attached, clean_files
from facilitator.followup.case import Entry, line
from facilitator.rounds.measures import MOST_FEN, money
from facilitator.rounds.needs import NeedNoted
from facilitator.rounds.project import Papered, Project, ProjectCommand

MOST_ROWS = 200
"""Steps, risks, lines in one proposal."""


class OwnKind(StrEnum):
    """What a place brings itself (自筹)."""

    MONEY = "money"
    LABOUR = "labour"
    GOODS = "goods"


class Step(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """What is done, who does it, by when."""

    what: str
    who: str
    by: date | None = None


class Risk(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """What may go wrong, what is done then, and by whom."""

    what: str
    answer: str
    who: str = ""


class BudgetLine(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """What is asked for, in fen; `how` it was reckoned, e.g. "6 条 × 300 元"."""

    what: str
    fen: int
    how: str = ""


class Own(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """What the place brings itself, apart from what is asked for; worth so many fen (0: not reckoned)."""

    what: str
    fen: int = 0
    kind: OwnKind = OwnKind.MONEY


class SubmitProposal(ProjectCommand, frozen=True, kw_only=True, tag="project.propose"):
    """A proposal is handed in, or its next revision with the reason (`because`).

    `budget` is what is asked for, `total` its sum as the paper says it; `own` comes on top of it. `drafted_on`
    is when the writing began: needs have to be asked before that.
    """

    entry: str
    title: str
    drafted_on: date
    needs: tuple[str, ...] = ()
    goals: tuple[str, ...]
    steps: tuple[Step, ...]
    risks: tuple[Risk, ...] = ()
    budget: tuple[BudgetLine, ...]
    own: tuple[Own, ...] = ()
    total: int
    upkeep: str = ""
    because: str = ""
    on: date | None = None
    attached: tuple[Attached, ...] = ()


class WithdrawProposal(ProjectCommand, frozen=True, kw_only=True, tag="project.withdraw"):
    """The place does not want it any more, and why."""

    entry: str
    reason: str
    on: date | None = None


class ProposalSubmitted(Papered, frozen=True, kw_only=True, tag="project.proposed"):
    title: str
    drafted_on: date
    needs: tuple[str, ...] = ()
    goals: tuple[str, ...]
    steps: tuple[Step, ...]
    risks: tuple[Risk, ...] = ()
    budget: tuple[BudgetLine, ...]
    own: tuple[Own, ...] = ()
    upkeep: str = ""
    because: str = ""
    on: date | None = None

    @property
    def asked_fen(self) -> int:
        """What is asked for."""
        return sum(one.fen for one in self.budget)

    @property
    def own_fen(self) -> int:
        """What the place brings itself."""
        return sum(one.fen for one in self.own)

    @property
    def cost_fen(self) -> int:
        """What it costs in all."""
        return self.asked_fen + self.own_fen


class ProposalWithdrawn(Entry, frozen=True, kw_only=True, tag="project.withdrawn"):
    reason: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Proposals:
    """All revisions that count, oldest first, as they were recorded; `withdrawn` if the last was taken back."""

    revisions: tuple[Recorded, ...]
    withdrawn: ProposalWithdrawn | None

    @property
    def all(self) -> tuple[ProposalSubmitted, ...]:
        """The revisions alone."""
        return tuple(
            one.event for one in self.revisions if isinstance(one.event, ProposalSubmitted)
        )

    @property
    def current(self) -> ProposalSubmitted | None:
        """The last revision, also of a proposal that was withdrawn; None before the first."""
        return self.all[-1] if self.revisions else None

    @property
    def first(self) -> ProposalSubmitted | None:
        """The first one."""
        return self.all[0] if self.revisions else None


def proposals_of(case: Project) -> Proposals:
    """The proposals of a project."""
    revisions: list[Recorded] = []
    withdrawn: ProposalWithdrawn | None = None
    for one in case.told(ProposalSubmitted, ProposalWithdrawn):
        if isinstance(one.event, ProposalWithdrawn):
            withdrawn = one.event
        else:
            revisions.append(one)
            withdrawn = None
    return Proposals(tuple(revisions), withdrawn if revisions else None)


def submit(case: Project, command: SubmitProposal) -> Iterable[Event]:
    """The budget adds up, every step has somebody who does it, and a revision says why it was made."""
    case.expect_going()
    if not case.round.open:
        raise RuleViolation("round-closed", title=case.round.title)
    noted = {one.entry for one in case.events(NeedNoted)}
    for entry in command.needs:
        if entry not in noted:
            raise RuleViolation("unknown-need", need=entry)
    goals = tuple(clean_text(one, "goals") for one in command.goals)
    if not goals:
        raise RuleViolation("goals-missing")
    event = ProposalSubmitted(
        entry=case.new_entry(command.entry),
        title=line(command.title, "title", required=True),
        drafted_on=command.drafted_on,
        needs=tuple(dict.fromkeys(command.needs)),
        goals=goals,
        steps=_steps(command.steps),
        risks=_risks(command.risks),
        budget=_budget(command),
        own=_own(command.own),
        upkeep=clean_text(command.upkeep, "upkeep", required=False),
        because=clean_text(command.because, "because", required=bool(proposals_of(case).revisions)),
        on=command.on,
        attached=clean_files(command.attached),
    )
    for field in ("goals", "steps", "risks", "budget", "own"):
        if len(getattr(event, field)) > MOST_ROWS:
            raise RuleViolation("too-many-rows", field=field, most=MOST_ROWS)
    yield event


def _steps(steps: Iterable[Step]) -> tuple[Step, ...]:
    found: list[Step] = []
    for place, one in enumerate(steps, 1):
        what = clean_text(one.what, "what")
        who = line(one.who, "who")
        if not who:
            raise RuleViolation("step-without-owner", step=place, what=what)
        found.append(Step(what=what, who=who, by=one.by))
    if not found:
        raise RuleViolation("steps-missing")
    return tuple(found)


def _risks(risks: Iterable[Risk]) -> tuple[Risk, ...]:
    return tuple(
        Risk(
            what=clean_text(one.what, "what"),
            answer=clean_text(one.answer, "answer"),
            who=line(one.who, "who"),
        )
        for one in risks
    )


def _budget(command: SubmitProposal) -> tuple[BudgetLine, ...]:
    found: list[BudgetLine] = []
    for one in command.budget:
        what = line(one.what, "what", required=True)
        if one.fen <= 0:
            raise RuleViolation("cost-not-positive", what=what, fen=one.fen)
        found.append(BudgetLine(what=what, fen=money("fen", one.fen), how=line(one.how, "how")))
    if not found:
        raise RuleViolation("budget-missing")
    total = sum(one.fen for one in found)
    if total != command.total:
        raise RuleViolation(
            "budget-sum", lines=total, total=command.total, difference=command.total - total
        )
    if total > MOST_FEN:
        raise RuleViolation("number-range", field="total", value=total, least=1, most=MOST_FEN)
    return tuple(found)


def _own(own: Iterable[Own]) -> tuple[Own, ...]:
    return tuple(
        Own(
            what=line(one.what, "what", required=True),
            fen=money("own", one.fen, 1 if one.kind is OwnKind.MONEY else 0),
            kind=one.kind,
        )
        for one in own
    )


def withdraw(case: Project, command: WithdrawProposal) -> Iterable[Event]:
    """What was handed in and not withdrawn; not once money was granted for it."""
    case.expect_going()
    found = proposals_of(case)
    if found.current is None or found.withdrawn is not None:
        raise RuleViolation("no-proposal", project=case.number)
    if case.granted_fen:
        raise RuleViolation("already-granted", project=case.number)
    yield ProposalWithdrawn(
        entry=case.new_entry(command.entry),
        reason=clean_text(command.reason, "reason"),
        on=command.on,
    )


DECIDES = {SubmitProposal: submit, WithdrawProposal: withdraw}
APPLIES = dict.fromkeys((ProposalSubmitted, ProposalWithdrawn))
