"""What stands in the form of a proposal while it is typed: words only, kept as a draft, read into a command."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from facilitator.acts import RuleViolation
from facilitator.data import dataclass
from facilitator.desk.closing.money import NoMoney, read_fen, show_yuan
from facilitator.desk.forum.reports.fill import read_when
from facilitator.rounds.proposal import BudgetLine, Own, OwnKind, ProposalSubmitted, Risk, Step
from facilitator.words.tongue import mark_in

Rows = list[list[str]]


class Kind(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    DAY = "day"
    MONEY = "money"
    OWN = "own"  # money, labour or goods


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, what its cells hold, its width in pixels at 100 % (0: what is left)."""

    head: tuple[str, str]
    kind: Kind = Kind.TEXT
    wide: int = 0


TABLES: Mapping[str, tuple[Column, ...]] = {
    "goals": (Column(mark_in("proposal", "Goal")),),
    "steps": (
        Column(mark_in("step", "What")),
        Column(mark_in("proposal", "Who"), wide=240),
        Column(mark_in("step", "Done by (day)"), Kind.DAY, 150),
    ),
    "risks": (
        Column(mark_in("proposal", "Risk")),
        Column(mark_in("proposal", "Answer")),
        Column(mark_in("proposal", "Who"), wide=190),
    ),
    "budget": (
        Column(mark_in("proposal", "What for")),
        Column(mark_in("proposal", "How reckoned")),
        Column(mark_in("proposal", "Amount"), Kind.MONEY, 150),
    ),
    "own": (
        Column(mark_in("proposal", "What for")),
        Column(mark_in("proposal", "Kind"), Kind.OWN, 150),
        Column(mark_in("proposal", "Amount"), Kind.MONEY, 150),
    ),
}
LINES = ("title", "drafted_on", "on", "total", "upkeep", "because")


@dataclass(slots=True)
class Fill:
    """The form exactly as it was typed."""

    lines: dict[str, str] = field(default_factory=dict[str, str])
    needs: list[str] = field(default_factory=list[str])
    tables: dict[str, Rows] = field(default_factory=dict[str, Rows])

    def kept(self) -> dict[str, str]:
        """As a draft."""
        told = {key: self.lines.get(key, "") for key in LINES}
        told["needs"] = json.dumps(self.needs)
        return told | {
            key: json.dumps(self.tables.get(key, []), ensure_ascii=False) for key in TABLES
        }


def draft_name(stream: str, revision: int) -> str:
    """Under what name a form is kept: each revision has its own."""
    return f"{stream}-proposal-{revision}"


def of_draft(told: Mapping[str, str]) -> Fill | None:
    """The form as a draft has it; None where there is none, or one that cannot be read."""
    if not any(told.values()):
        return None
    try:
        needs = [str(one) for one in json.loads(told.get("needs") or "[]")]
        tables = {key: _rows(told.get(key) or "[]", len(TABLES[key])) for key in TABLES}
    except (ValueError, TypeError):
        return None
    return Fill({key: told.get(key, "") for key in LINES}, needs, tables)


def _rows(told: str, wide: int) -> Rows:
    """Rows of so many cells, whatever an earlier version kept."""
    return [[str(cell) for cell in [*row, *([""] * wide)][:wide]] for row in json.loads(told)]


def of_revision(one: ProposalSubmitted) -> Fill:
    """A form that begins with what the last revision says; days, total and reason are told anew."""
    return Fill(
        {"title": one.title, "upkeep": one.upkeep},
        list(one.needs),
        {
            "goals": [[goal] for goal in one.goals],
            "steps": [[it.what, it.who, it.by.isoformat() if it.by else ""] for it in one.steps],
            "risks": [[it.what, it.answer, it.who] for it in one.risks],
            "budget": [[it.what, it.how, show_yuan(it.fen)] for it in one.budget],
            "own": [[it.what, it.kind.value, show_yuan(it.fen)] for it in one.own],
        },
    )


def fen_or_none(text: str) -> int | None:
    """An amount that was typed; 0 for no text, None for what is none."""
    try:
        return read_fen(text)
    except NoMoney:
        return None


def day_or_none(text: str, near: date) -> date | None:
    """A day that was typed; refused (`not-a-date`) for what is none, None for no text."""
    return read_when(text.strip(), near) if text.strip() else None


def is_wrong(kind: Kind, text: str, near: date) -> bool:
    """Whether a cell cannot be read."""
    if kind is Kind.MONEY:
        return fen_or_none(text) is None
    if kind is Kind.DAY:
        try:
            day_or_none(text, near)
        except RuleViolation:
            return True
    return False


def told_rows(rows: Rows) -> Rows:
    """Rows in which anything stands."""
    return [row for row in rows if any(cell.strip() for cell in row)]


def sum_of(table: str, rows: Rows) -> int:
    """The sum of a table's amounts in fen; what cannot be read counts nothing."""
    at = [n for n, one in enumerate(TABLES[table]) if one.kind is Kind.MONEY]
    return sum(fen_or_none(row[n]) or 0 for row in rows for n in at)


def goals_of(rows: Rows) -> tuple[str, ...]:
    """The goals."""
    return tuple(row[0] for row in told_rows(rows))


def steps_of(rows: Rows, near: date) -> tuple[Step, ...]:
    """The steps; refused for a day that is none."""
    return tuple(
        Step(what=what, who=who, by=day_or_none(by, near)) for what, who, by in told_rows(rows)
    )


def risks_of(rows: Rows) -> tuple[Risk, ...]:
    """The risks."""
    return tuple(Risk(what=what, answer=answer, who=who) for what, answer, who in told_rows(rows))


def budget_of(rows: Rows) -> tuple[BudgetLine, ...]:
    """The lines of what is asked for; raises `NoMoney`."""
    return tuple(
        BudgetLine(what=what, how=how, fen=read_fen(fen)) for what, how, fen in told_rows(rows)
    )


def own_of(rows: Rows) -> tuple[Own, ...]:
    """What the place brings itself; raises `NoMoney`."""
    return tuple(
        Own(what=what, kind=OwnKind(kind or OwnKind.MONEY), fen=read_fen(fen))
        for what, kind, fen in told_rows(rows)
    )
