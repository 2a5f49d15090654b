"""What is new between two revisions of a proposal: fields, goals, steps, risks, lines, own contributions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Generic, TypeVar

from facilitator.data import dataclass
from facilitator.rounds.proposal import BudgetLine, Own, ProposalSubmitted, Risk, Step

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changed(Generic[T]):
    """One thing of a list: added (`old` is None), removed (`new` is None), or another than before."""

    old: T | None
    new: T | None


@dataclass(frozen=True, slots=True)
class FieldChanged:
    """A field that says something else: `title`, `upkeep`, `drafted_on`, `asked_fen`, `own_fen`."""

    field: str
    old: str | int | date
    new: str | int | date


@dataclass(frozen=True, slots=True)
class Difference:
    """What the later of two revisions has that the earlier had not, and the other way round."""

    fields: tuple[FieldChanged, ...]
    needs: tuple[Changed[str], ...]
    goals: tuple[Changed[str], ...]
    steps: tuple[Changed[Step], ...]
    risks: tuple[Changed[Risk], ...]
    budget: tuple[Changed[BudgetLine], ...]
    own: tuple[Changed[Own], ...]

    @property
    def nothing(self) -> bool:
        """Whether both say the same."""
        return not (
            self.fields
            or self.needs
            or self.goals
            or self.steps
            or self.risks
            or self.budget
            or self.own
        )


def compare(old: ProposalSubmitted, new: ProposalSubmitted) -> Difference:
    """What is new; a step, risk or line of the same name counts as the same one, changed."""
    return Difference(
        fields=_fields(old, new),
        needs=_of_list(old.needs, new.needs, str),
        goals=_of_list(old.goals, new.goals, str),
        steps=_of_list(old.steps, new.steps, lambda one: one.what),
        risks=_of_list(old.risks, new.risks, lambda one: one.what),
        budget=_of_list(old.budget, new.budget, lambda one: one.what),
        own=_of_list(old.own, new.own, lambda one: one.what),
    )


def _fields(old: ProposalSubmitted, new: ProposalSubmitted) -> tuple[FieldChanged, ...]:
    pairs: tuple[tuple[str, str | int | date, str | int | date], ...] = (
        ("title", old.title, new.title),
        ("upkeep", old.upkeep, new.upkeep),
        ("drafted_on", old.drafted_on, new.drafted_on),
        ("asked_fen", old.asked_fen, new.asked_fen),
        ("own_fen", old.own_fen, new.own_fen),
    )
    return tuple(FieldChanged(*pair) for pair in pairs if pair[1] != pair[2])


def _of_list(
    old: Sequence[T], new: Sequence[T], name: Callable[[T], str]
) -> tuple[Changed[T], ...]:
    """What is new or changed as the later one has it, then what was removed; moving alone is no change."""
    before = list(old)
    fresh: list[T] = []
    for (
        one
    ) in new:  # the very same first, so that of two alike the changed one is said to be changed
        if one in before:
            before.remove(one)
        else:
            fresh.append(one)
    found: list[Changed[T]] = []
    for one in fresh:
        same = next((two for two in before if name(two) == name(one)), None)
        if same is not None:
            before.remove(same)
        found.append(Changed(same, one))
    return (*found, *(Changed(one, None) for one in before))
