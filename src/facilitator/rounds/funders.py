"""Who pays for a round: foundations, contracts for a service, offices; the budget is their exact sum.

Community foundations have residents take part in deciding **and** in evaluating (source S1, Yangjing); a bought
service is closed by what residents say of it (source S1, Nanshan).
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from facilitator.acts import Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.followup.case import line
from facilitator.rounds.measures import MOST_FEN, money
from facilitator.rounds.outside import Funder, FunderKind, Share
from facilitator.rounds.results import grants_of, view_of
from facilitator.rounds.round import Round, RoundCommand


class AddFunder(RoundCommand, frozen=True, kw_only=True, tag="round.add-funder"):
    """Somebody gives money (出资方)."""

    funder: Funder


class ChangeFunder(RoundCommand, frozen=True, kw_only=True, tag="round.change-funder"):
    """Sum or terms are others than was said; the funder is told anew as a whole."""

    funder: Funder
    reason: str


class DropFunder(RoundCommand, frozen=True, kw_only=True, tag="round.drop-funder"):
    """Somebody gives nothing after all."""

    funder: str
    reason: str


class SplitGrant(RoundCommand, frozen=True, kw_only=True, tag="round.split-grant"):
    """Who pays how much of one project's grant. None told: all funders pay for it together."""

    project: str
    shares: tuple[Share, ...] = ()


class CloseContract(RoundCommand, frozen=True, kw_only=True, tag="round.close-contract"):
    """A contract for a purchased service is fulfilled: residents have said how satisfied they are."""

    funder: str
    text: str = ""


class FunderAdded(Event, frozen=True, kw_only=True, tag="round.funder-added"):
    funder: Funder


class FunderChanged(Event, frozen=True, kw_only=True, tag="round.funder-changed"):
    funder: Funder
    reason: str


class FunderDropped(Event, frozen=True, kw_only=True, tag="round.funder-dropped"):
    funder: str
    reason: str


class GrantSplit(Event, frozen=True, kw_only=True, tag="round.grant-split"):
    project: str
    shares: tuple[Share, ...] = ()


class ContractClosed(Event, frozen=True, kw_only=True, tag="round.contract-closed"):
    funder: str
    text: str = ""


def add(case: Round, command: AddFunder) -> Iterable[Event]:
    """Under an id that no other funder has."""
    case.expect_open()
    funder = _clean(command.funder)
    if funder.id in case.funders:
        raise RuleViolation("funder-exists", name=case.funders[funder.id].name)
    _still_payable(case, {**case.funders, funder.id: funder})
    yield FunderAdded(funder=funder)


def change(case: Round, command: ChangeFunder) -> Iterable[Event]:
    """With the reason; what was said before stays readable."""
    case.expect_open()
    _unclosed(case, command.funder.id)
    funder = _clean(command.funder)
    _still_payable(case, {**case.funders, funder.id: funder})
    yield FunderChanged(funder=funder, reason=clean_text(command.reason, "reason"))


def drop(case: Round, command: DropFunder) -> Iterable[Event]:
    """Not one that pays for a project by name: the grant would have nobody who pays it."""
    case.expect_open()
    funder = _unclosed(case, command.funder)
    paid = [key for key, told in case.shares.items() if funder.id in {s.funder for s in told}]
    if paid:
        raise RuleViolation("funder-pays", name=funder.name, projects=sorted(paid))
    yield FunderDropped(funder=funder.id, reason=clean_text(command.reason, "reason"))


def split(case: Round, command: SplitGrant) -> Iterable[Event]:
    """The shares are the whole grant to the fen, and no funder pays more than it gives.

    What was told can be taken back when the grant has fallen, too: else its funders would be bound for ever.
    """
    case.expect_open()
    grant = grants_of(case).get(command.project)
    unsaid = not command.shares and command.project in case.shares
    if not unsaid and (grant is None or not grant.fen):
        raise RuleViolation("not-granted", project=command.project)
    for share in command.shares:
        _unclosed(case, share.funder)
        money("fen", share.fen)
    if len({one.funder for one in command.shares}) < len(command.shares):
        raise RuleViolation("funder-twice")
    total = sum(one.fen for one in command.shares)
    if grant is not None and command.shares and total != grant.fen:
        raise RuleViolation("split-sum", shares=total, granted=grant.fen)
    shares = {**case.shares, command.project: command.shares}
    _within(case.funders, shares)
    yield GrantSplit(project=command.project, shares=command.shares)


def close_contract(case: Round, command: CloseContract) -> Iterable[Event]:
    """Residents were asked about every project that it pays for and that was carried out."""
    funder = _unclosed(case, command.funder)
    if funder.kind is not FunderKind.SERVICE_CONTRACT:
        raise RuleViolation("not-a-contract", name=funder.name)
    view = view_of(case)
    granted = [one.project for one in view.grants if one.fen and funder in view.payers(one.project)]
    if not granted:
        raise RuleViolation("contract-pays-nothing", name=funder.name)
    told = {one.project: one for one in case.outside.projects}
    missing = [
        key for key in granted if not (key in told and (told[key].assessed or told[key].given_up))
    ]
    if missing:
        raise RuleViolation("contract-no-satisfaction", name=funder.name, projects=sorted(missing))
    yield ContractClosed(funder=funder.id, text=clean_text(command.text, "text", required=False))


def _clean(funder: Funder) -> Funder:
    return msgspec.structs.replace(
        funder,
        id=clean_id(funder.id, "funder"),
        name=line(funder.name, "name", required=True),
        fen=money("fen", funder.fen),
        contract=line(funder.contract, "contract"),
        terms=clean_text(funder.terms, "terms", required=False),
    )


def _unclosed(case: Round, key: str) -> Funder:
    funder = case.round and case.funders.get(key)
    if funder is None:
        raise RuleViolation("unknown-funder", funder=key)
    if key in case.contracts:
        raise RuleViolation("contract-closed", name=funder.name)
    return funder


def _still_payable(case: Round, funders: dict[str, Funder]) -> None:
    """The budget is a sum that can be written, and nobody pays more than they give."""
    budget = sum(one.fen for one in funders.values())
    if budget > MOST_FEN:
        raise RuleViolation("number-range", field="fen", value=budget, least=1, most=MOST_FEN)
    _within(funders, case.shares)


def _within(funders: dict[str, Funder], shares: dict[str, tuple[Share, ...]]) -> None:
    for funder in funders.values():
        pays = sum(s.fen for told in shares.values() for s in told if s.funder == funder.id)
        if pays > funder.fen:
            raise RuleViolation("funder-overdrawn", name=funder.name, fen=pays, gives=funder.fen)


def on_told(case: Round, event: FunderAdded | FunderChanged, _recorded: Recorded) -> None:
    case.funders[event.funder.id] = event.funder


def on_dropped(case: Round, event: FunderDropped, _recorded: Recorded) -> None:
    del case.funders[event.funder]


def on_split(case: Round, event: GrantSplit, _recorded: Recorded) -> None:
    case.shares.pop(event.project, None)
    if event.shares:
        case.shares[event.project] = event.shares


def on_contract_closed(case: Round, event: ContractClosed, recorded: Recorded) -> None:
    case.contracts[event.funder] = recorded


DECIDES = {
    AddFunder: add,
    ChangeFunder: change,
    DropFunder: drop,
    SplitGrant: split,
    CloseContract: close_contract,
}
APPLIES = {
    FunderAdded: on_told,
    FunderChanged: on_told,
    FunderDropped: on_dropped,
    GrantSplit: on_split,
    ContractClosed: on_contract_closed,
}
