"""From the rows of a spreadsheet to a roster: a plan to look at, with every problem named by row and column."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from facilitator.acts import RuleViolation
from facilitator.bodies.body import Body
from facilitator.bodies.columns import Columns, find_columns, plain
from facilitator.bodies.membership import Entry, seat_entry
from facilitator.bodies.people import Person
from facilitator.bodies.seats import Taken
from facilitator.data import dataclass
from facilitator.rules.charter import Charter, SeatGroup
from facilitator.rules.composition import (
    Finding,
    FindingKind,
    Holding,
    check_composition,
    same_name,
)

YES = frozenset({"是", "候补", "√", "✓", "✔", "yes", "y", "true", "1", "x"})
NO_OFFICE = frozenset(
    {
        "代表",
        "委员",
        "成员",
        "居民代表",
        "议事代表",
        "候补代表",
        "member",
        "members",
        "representative",
    }
    | {"无", "none", "no"}
)
"""Posts that everybody has, or that say there is none: not worth a word."""
_BETWEEN = re.compile(r"[、，,；;/\n]")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in one place; rows and columns as a person counts them, 0 for the whole row."""

    row: int
    column: int
    code: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RosterPlan:
    """What an import would do. With a problem in it, nothing is imported at all."""

    head_row: int
    columns: Mapping[str, int]
    """Field to column, counted from 1."""
    ignored: tuple[str, ...]
    """Heads that mean nothing to us."""
    entries: tuple[Entry, ...]
    holdings: tuple[Holding, ...]
    """What the entries come to: with the seats they take."""
    problems: tuple[Problem, ...]
    same_names: tuple[tuple[int, str], ...]
    """Rows whose name stands in the roster already: one person twice, or two people?"""
    not_offices: tuple[tuple[int, str], ...]
    """Rows with a post that is no office of the charter: it is not taken over."""


def plan_roster(body: Body, rows: Sequence[Sequence[str]]) -> RosterPlan:
    """Read rows of text as a roster for a body.

    Refused: `roster-heads` without columns for name and group, `roster-empty` without a row below them.
    Every other problem is in the plan, so that all can be mended at once.
    """
    columns = find_columns(rows)
    filled = list(_filled(rows, columns.head_row))
    if not filled:
        raise RuleViolation("roster-empty")
    given = {columns.cell(cells, "member") for _, cells in filled}
    used = {*body.people, *body.holdings, *given}
    entries: list[Entry] = []
    holdings: list[Holding] = []
    problems: list[Problem] = []
    same: list[tuple[int, str]] = []
    posts: list[tuple[int, str]] = []
    taken = Taken.by(body.holdings.values())
    names = {same_name(p.name) for k, p in body.people.items() if p and k in body.holdings}
    for row, cells in filled:
        posts += [(row, word) for word in _other_posts(body.charter, columns.cell(cells, "office"))]
        try:
            member = columns.cell(cells, "member") or free_id(used, row)
            entry = _entry(body.charter, cells, columns, member)
            seated = seat_entry(body, entry, taken)
        except RuleViolation as refusal:
            field = str(refusal.facts.get("field", ""))
            column = columns.places.get(field, 0)
            problems.append(Problem(row, column, refusal.code, refusal.facts))
            continue
        used.add(member)
        taken.add(seated.holding)
        name = same_name(entry.person.name)
        if name in names:
            same.append((row, entry.person.name))
        names.add(name)
        entries.append(entry)
        holdings.append(seated.holding)
    return RosterPlan(
        head_row=columns.head_row,
        columns=columns.places,
        ignored=columns.ignored,
        entries=tuple(entries),
        holdings=tuple(holdings),
        problems=tuple(problems),
        same_names=tuple(same),
        not_offices=tuple(posts),
    )


def findings_after(body: Body, plan: RosterPlan, day: date) -> tuple[Finding, ...]:
    """How the roster would differ from the charter after the import, but for names that are there twice.

    While rows have problems, only seats that members of another group would hold: the others are not all
    there yet.
    """
    holdings = (*body.holdings.values(), *plan.holdings)
    found = check_composition(body.charter, holdings, {}, day)
    if not plan.problems:
        return found
    return tuple(one for one in found if one.kind is FindingKind.WRONG_GROUP)


def _filled(rows: Sequence[Sequence[str]], head_row: int) -> Iterator[tuple[int, Sequence[str]]]:
    for number, cells in enumerate(rows[head_row:], head_row + 1):
        if any(cell.strip() for cell in cells):
            yield number, cells


def free_id(used: Container[str], row: int) -> str:
    """An id that nobody in `used` has, from number `row` on; ids say nothing about the person."""
    number = row
    while f"m{number:02d}" in used:
        number += 1
    return f"m{number:02d}"


def _entry(charter: Charter, cells: Sequence[str], columns: Columns, member: str) -> Entry:
    def cell(field: str) -> str:
        return columns.cell(cells, field)

    return Entry(
        member=member,
        person=Person(
            name=cell("name"),
            address=cell("address"),
            phone=cell("phone"),
            invited_by=cell("invited_by"),
        ),
        group=named_group(charter, cell("group")).key,
        seat=_whole(cell("seat"), "seat", 0),
        offices=_offices(charter, cell("office")),
        since=read_day(cell("since"), "since"),
        until=read_day(cell("until"), "until"),
        alternate=cell("alternate").casefold() in YES,
        weight=_whole(cell("weight"), "weight", 1),
    )


def named_group(charter: Charter, text: str) -> SeatGroup:
    """The seat group that bears this key, title or short title, in either language.

    Refused: `group-missing` for no text, `unknown-group`; both list the groups there are.
    """
    known = [group.key for group in charter.groups]
    if not text:
        raise RuleViolation("group-missing", groups=known, field="group")
    for group in charter.groups:
        names = {group.key, group.title.zh, group.title.en}
        if group.short is not None:
            names |= {group.short.zh, group.short.en}
        if plain(text) in {plain(name) for name in names}:
            return group
    raise RuleViolation("unknown-group", group=text, groups=known, field="group")


def _posts(text: str) -> dict[str, str]:
    """The posts in a cell as they are compared, with the words that were written."""
    words = (word.strip() for word in _BETWEEN.split(text))
    return {plain(word): word for word in words if plain(word)}


def _offices(charter: Charter, text: str) -> tuple[str, ...]:
    """Offices of the charter; another post is no office and is left out."""
    posts = _posts(text).keys()
    return tuple(key for key, names in _office_names(charter).items() if posts & names)


def _other_posts(charter: Charter, text: str) -> list[str]:
    """Posts that the charter does not have as offices, as they were written."""
    known = NO_OFFICE.union(*_office_names(charter).values())
    return [word for post, word in _posts(text).items() if post not in known]


def _office_names(charter: Charter) -> dict[str, set[str]]:
    return {
        office.key: {plain(office.key), plain(office.title.zh), plain(office.title.en)}
        for office in charter.offices
    }


def _whole(text: str, field: str, default: int) -> int:
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) <= 12):
        raise RuleViolation("not-a-number", field=field, value=text[:40])
    return int(text)


def read_day(text: str, field: str) -> date | None:
    """A date as people write it: 2026-09-01, 2026/9/1, 2026.9.1, 2026年9月1日; None for no text.

    Refused: `not-a-date`.
    """
    if not text:
        return None
    dashed = text.rstrip("日")
    for mark in "年月/.":
        dashed = dashed.replace(mark, "-")
    parts = dashed.split("T")[0].split(" ")[0].split("-")
    try:
        year, month, day = (int(part) for part in parts)
        return date(year, month, day)
    except ValueError:
        raise RuleViolation("not-a-date", field=field, value=text[:40]) from None
