"""What is new between two revisions of a proposal, in words: old and new of each thing that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from facilitator.data import dataclass
from facilitator.rounds.comparing import Changed, Difference
from facilitator.rounds.proposal import BudgetLine, Own, OwnKind, Risk, Step
from facilitator.words.figures import date_words, money
from facilitator.words.rounds import round_title
from facilitator.words.tongue import Tongue, mark_in, tongue

T = TypeVar("T")

HEADS = {
    "title": mark_in("proposal", "Title"),
    "upkeep": mark_in("proposal", "Who keeps it up"),
    "drafted_on": mark_in("proposal", "Drafted"),
    "asked_fen": mark_in("proposal", "Asked for"),
    "own_fen": mark_in("proposal", "Own"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One change: of what kind of thing, what stood there and what stands there now; "" for nothing.

    `fen` is by how much money it became more, or less; 0 where it is not about money.
    """

    kind: str
    old: str
    new: str
    fen: int = 0


def differences(found: Difference, lang: str, need_of: Callable[[str], str] = str) -> list[Told]:
    """Every change of a list, in the order of the form; `need_of` turns the entry of a need into its words."""
    t = tongue(lang)
    parts: tuple[tuple[str, Iterable[tuple[str, str, int]]], ...] = (
        (t("Need"), _told(found.needs, need_of)),
        (t("Goal"), _told(found.goals, str)),
        (t("Step"), _told(found.steps, lambda one: _step(one, t))),
        (t("Risk"), _told(found.risks, lambda one: _risk(one, t))),
        (t("Budget"), _told(found.budget, lambda one: _line(one, t), lambda one: one.fen)),
        (t("Own contribution"), _told(found.own, lambda one: _own(one, t), lambda one: one.fen)),
    )
    return [Told(kind, *change) for kind, changes in parts for change in changes]


def field_differences(found: Difference, lang: str) -> list[Told]:
    """Every field that says something else, in the order of the form."""
    t = tongue(lang)
    return [
        Told(
            t.within(*HEADS[one.field]),
            _value(one.field, one.old, t),
            _value(one.field, one.new, t),
            one.new - one.old if isinstance(one.new, int) and isinstance(one.old, int) else 0,
        )
        for one in found.fields
    ]


def _told(
    changes: Sequence[Changed[T]], words: Callable[[T], str], fen: Callable[[T], int] = lambda _: 0
) -> Iterator[tuple[str, str, int]]:
    """Old and new as words, "" for what was not there; and by how much it costs more."""
    for one in changes:
        old, new = one.old, one.new
        more = (fen(new) if new is not None else 0) - (fen(old) if old is not None else 0)
        yield words(old) if old is not None else "", words(new) if new is not None else "", more


def _value(field: str, value: str | int | date, t: Tongue) -> str:
    if isinstance(value, date):
        return date_words(value, t.lang)
    if isinstance(value, int):
        return money(value, t.lang)
    if field == "title":
        return t("“{title}”", title=value)
    return value or t("not said")


def _brackets(text: str, *facts: str, t: Tongue) -> str:
    told = t.within("between", ", ").join(one for one in facts if one)
    return t("{text} ({clause})", text=text, clause=told) if told else text


def _step(one: Step, t: Tongue) -> str:
    by = t("by {day}", day=date_words(one.by, t.lang)) if one.by else ""
    return _brackets(one.what, one.who, by, t=t)


def _risk(one: Risk, t: Tongue) -> str:
    return _brackets(one.what, one.answer, one.who, t=t)


def _line(one: BudgetLine, t: Tongue) -> str:
    return _brackets(one.what, money(one.fen, t.lang), one.how, t=t)


def _own(one: Own, t: Tongue) -> str:
    kind = round_title(one.kind, t.lang) if one.kind is not OwnKind.MONEY else ""
    return _brackets(one.what, money(one.fen, t.lang) if one.fen else "", kind, t=t)
