"""Money of a project, in fen: instalments paid out, what was spent with which receipt, what was returned."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from facilitator.acts import Event, RuleViolation, clean_text
from facilitator.data import dataclass
from facilitator.followup.attached import Attached, clean_files
from facilitator.followup.case import line
from facilitator.rounds.measures import money
from facilitator.rounds.milestones import milestone_of
from facilitator.rounds.project import Papered, Project, ProjectCommand
from facilitator.rounds.proposal import proposals_of


class PayInstalment(ProjectCommand, frozen=True, kw_only=True, tag="project.pay"):
    """Part of the grant is paid out (拨款); `milestone` is the one that it hung on."""

    entry: str
    fen: int
    on: date
    milestone: str = ""
    receipt: str = ""
    attached: tuple[Attached, ...] = ()


class Spend(ProjectCommand, frozen=True, kw_only=True, tag="project.spend"):
    """Something was bought or paid for; `line` is the line of the budget it belongs to, as it is worded there.

    `own` says that it was paid from what the place brought itself, not from the grant.
    """

    entry: str
    what: str
    fen: int
    on: date
    line: str = ""
    receipt: str = ""
    own: bool = False
    attached: tuple[Attached, ...] = ()


class AddReceipt(ProjectCommand, frozen=True, kw_only=True, tag="project.add-receipt"):
    """The receipt (票据) of something that was spent, which was missing until now."""

    entry: str
    spending: str
    receipt: str = ""
    attached: tuple[Attached, ...] = ()


class ReturnMoney(ProjectCommand, frozen=True, kw_only=True, tag="project.return"):
    """What was paid out and is not needed is given back."""

    entry: str
    fen: int
    on: date
    reason: str


class InstalmentPaid(Papered, frozen=True, kw_only=True, tag="project.paid"):
    fen: int
    on: date
    milestone: str = ""
    receipt: str = ""


class MoneySpent(Papered, frozen=True, kw_only=True, tag="project.spent"):
    what: str
    fen: int
    on: date
    line: str = ""
    receipt: str = ""
    own: bool = False


class ReceiptAdded(Papered, frozen=True, kw_only=True, tag="project.receipt-added"):
    spending: str
    receipt: str = ""


class MoneyReturned(Papered, frozen=True, kw_only=True, tag="project.returned"):
    fen: int
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Spending:
    """Something that was spent; `receipts` are their numbers, `proved` whether there is any proof of it."""

    id: str
    what: str
    fen: int
    on: date
    line: str
    own: bool
    receipts: tuple[str, ...]
    proved: bool


@dataclass(frozen=True, slots=True)
class Money:
    """How a project's money stands, in fen (0.01 yuan)."""

    granted: int
    paid: int
    """Paid out of the grant so far."""
    spent: int
    """Spent of what was paid out."""
    spent_own: int
    """Spent of what the place brought itself."""
    returned: int
    own: int
    """What the place promised to bring itself, in the last proposal."""
    unproved: int
    """Spent without a receipt."""
    unproved_count: int

    @property
    def to_pay(self) -> int:
        """What is still to be paid of the grant; never less than nothing."""
        return max(0, self.granted - self.paid)

    @property
    def in_hand(self) -> int:
        """What the place has in hand of what was paid out; less than nothing if it laid money out."""
        return self.paid - self.spent - self.returned

    @property
    def left(self) -> int:
        """What is left of the grant, paid out or not; less than nothing if more was spent."""
        return self.granted - self.spent


def spendings_of(case: Project) -> tuple[Spending, ...]:
    """What was spent, as it was entered, each with the receipts that came later."""
    later: dict[str, list[ReceiptAdded]] = {}
    for one in case.events(ReceiptAdded):
        later.setdefault(one.spending, []).append(one)
    return tuple(_spending(one, later.get(one.entry, ())) for one in case.events(MoneySpent))


def _spending(event: MoneySpent, later: Iterable[ReceiptAdded]) -> Spending:
    proofs = (event, *later)
    return Spending(
        event.entry,
        event.what,
        event.fen,
        event.on,
        event.line,
        event.own,
        tuple(one.receipt for one in proofs if one.receipt),
        any(one.receipt or one.attached for one in proofs),
    )


def money_of(case: Project) -> Money:
    """How the money stands now."""
    spent = spendings_of(case)
    proposal = proposals_of(case).current
    unproved = [one.fen for one in spent if not one.proved]
    return Money(
        granted=case.granted_fen,
        paid=sum(one.fen for one in case.events(InstalmentPaid)),
        spent=sum(one.fen for one in spent if not one.own),
        spent_own=sum(one.fen for one in spent if one.own),
        returned=sum(one.fen for one in case.events(MoneyReturned)),
        own=proposal.own_fen if proposal else 0,
        unproved=sum(unproved),
        unproved_count=len(unproved),
    )


def expect_funded(case: Project) -> None:
    """Money was granted for it, or was paid out before the grant fell; else a refusal (`not-granted`)."""
    if not money_of(case).paid:
        case.expect_granted()


def pay(case: Project, command: PayInstalment) -> Iterable[Event]:
    """Never more than was granted; also after the end, when the last instalment waited for the report."""
    case.expect_granted()
    fen = money("fen", command.fen)
    left = money_of(case).to_pay
    if fen > left:
        raise RuleViolation("above-grant", fen=fen, left=left, granted=case.granted_fen)
    if command.milestone:
        milestone_of(case, command.milestone)
    yield InstalmentPaid(
        entry=case.new_entry(command.entry),
        fen=fen,
        on=command.on,
        milestone=command.milestone,
        receipt=line(command.receipt, "receipt"),
        attached=clean_files(command.attached),
    )


def spend(case: Project, command: Spend) -> Iterable[Event]:
    """With or without a receipt yet; more than was granted is recorded as it was spent, and said to be so."""
    expect_funded(case)
    yield MoneySpent(
        entry=case.new_entry(command.entry),
        what=line(command.what, "what", required=True),
        fen=money("fen", command.fen),
        on=command.on,
        line=line(command.line, "line"),
        receipt=line(command.receipt, "receipt"),
        own=command.own,
        attached=clean_files(command.attached),
    )


def add_receipt(case: Project, command: AddReceipt) -> Iterable[Event]:
    """For something that was spent: its number, or a photo of it."""
    if not isinstance(case.entry(command.spending).event, MoneySpent):
        raise RuleViolation("not-a-spending", entry=command.spending)
    event = ReceiptAdded(
        entry=case.new_entry(command.entry),
        spending=command.spending,
        receipt=line(command.receipt, "receipt"),
        attached=clean_files(command.attached),
    )
    if not event.receipt and not event.attached:
        raise RuleViolation("receipt-empty")
    yield event


def give_back(case: Project, command: ReturnMoney) -> Iterable[Event]:
    """Not more than was ever paid out and is not given back yet, and with the reason."""
    expect_funded(case)
    fen = money("fen", command.fen)
    now = money_of(case)
    if fen > now.paid - now.returned:
        raise RuleViolation("returned-above-paid", fen=fen, left=now.paid - now.returned)
    yield MoneyReturned(
        entry=case.new_entry(command.entry),
        fen=fen,
        on=command.on,
        reason=clean_text(command.reason, "reason"),
    )


DECIDES = {PayInstalment: pay, Spend: spend, AddReceipt: add_receipt, ReturnMoney: give_back}
APPLIES = dict.fromkeys((InstalmentPaid, MoneySpent, ReceiptAdded, MoneyReturned))
