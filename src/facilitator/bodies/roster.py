"""From the rows of a spreadsheet to a roster: a plan to look at, with every problem named by row and column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from facilitator.acts import RuleViolation
from facilitator.bodies.body import Body
from facilitator.bodies.membership import Entry, seat_entry
from facilitator.bodies.people import Person
from facilitator.bodies.seats import Taken
from facilitator.rules.charter import Charter
from facilitator.rules.composition import same_name

HEADS: Mapping[str, tuple[str, ...]] = {
    "name": ("姓名", "名字", "代表姓名", "name", "full name"),
    "group": ("组别", "组", "类别", "界别", "group", "seat group"),
    "seat": ("席位", "席位号", "席号", "seat", "seat no", "seat number"),
    "office": ("职务", "职位", "office", "post", "position"),
    "address": ("住址", "地址", "楼栋", "楼栋或单位", "单位", "address", "building", "unit"),
    "phone": ("电话", "手机", "手机号", "联系电话", "联系方式", "phone", "telephone", "mobile"),
    "since": ("任期开始", "任期起", "任职日期", "since", "term begins", "term from"),
    "until": ("任期结束", "任期止", "届满日期", "until", "term ends", "term until"),
    "alternate": ("候补", "候补代表", "alternate"),
    "weight": ("权重", "面积", "weight", "area"),
}
"""The heads under which people write a column; compared without case and spaces."""
NEEDED = ("name", "group")
YES = frozenset({"是", "候补", "√", "✓", "yes", "y", "true", "1", "x"})
HEAD_ROWS = 10
"""The heads may stand below a title: they are looked for in the first rows."""


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
    problems: tuple[Problem, ...]
    same_names: tuple[tuple[int, str], ...]
    """Rows whose name stands in the roster already: one person twice, or two people?"""


def plan_roster(body: Body, rows: Sequence[Sequence[str]]) -> RosterPlan:
    """Read rows of text as a roster for a body; refused (`roster-heads`) without columns for name and group.

    Every other problem is in the plan, so that all can be mended at once.
    """
    head_row, columns, ignored = _heads(rows)
    entries: list[Entry] = []
    problems: list[Problem] = []
    same: list[tuple[int, str]] = []
    taken = Taken.by(body.holdings.values())
    names = {same_name(p.name) for k, p in body.people.items() if p and k in body.holdings}
    for row, cells in _filled(rows, head_row):
        try:
            entry = _entry(body.charter, cells, columns, _member_id(taken.members, row))
            seated = seat_entry(body, entry, taken)
        except RuleViolation as refusal:
            field = str(refusal.facts.get("field", ""))
            problems.append(Problem(row, columns.get(field, 0), refusal.code, refusal.facts))
            continue
        taken.add(seated.holding)
        name = same_name(entry.person.name)
        if name in names:
            same.append((row, entry.person.name))
        names.add(name)
        entries.append(entry)
    return RosterPlan(head_row, columns, ignored, tuple(entries), tuple(problems), tuple(same))


def _heads(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int], tuple[str, ...]]:
    known = {_plain(word): field for field, words in HEADS.items() for word in words}
    for number, cells in enumerate(rows[:HEAD_ROWS], 1):
        columns: dict[str, int] = {}
        ignored: list[str] = []
        for column, cell in enumerate(cells, 1):
            field = known.get(_plain(cell))
            if field and field not in columns:
                columns[field] = column
            elif cell.strip():
                ignored.append(cell.strip())
        if all(field in columns for field in NEEDED):
            return number, columns, tuple(ignored)
    raise RuleViolation("roster-heads", needed=[HEADS[field][0] for field in NEEDED])


def _plain(text: str) -> str:
    return same_name(text).rstrip(":.")


def _filled(rows: Sequence[Sequence[str]], head_row: int) -> Iterator[tuple[int, Sequence[str]]]:
    for number, cells in enumerate(rows[head_row:], head_row + 1):
        if any(cell.strip() for cell in cells):
            yield number, cells


def _member_id(taken: set[str], row: int) -> str:
    """A new id for the member of a row; ids say nothing about the person."""
    number = row
    while f"m{number:02d}" in taken:
        number += 1
    return f"m{number:02d}"


def _entry(
    charter: Charter, cells: Sequence[str], columns: Mapping[str, int], member: str
) -> Entry:
    def cell(field: str) -> str:
        column = columns.get(field, 0)
        return cells[column - 1].strip() if 0 < column <= len(cells) else ""

    return Entry(
        member=member,
        person=Person(name=cell("name"), address=cell("address"), phone=cell("phone")),
        group=_group(charter, cell("group")),
        seat=_whole(cell("seat"), "seat", 0),
        offices=_offices(charter, cell("office")),
        since=_day(cell("since"), "since"),
        until=_day(cell("until"), "until"),
        alternate=_plain(cell("alternate")) in YES,
        weight=_whole(cell("weight"), "weight", 1),
    )


def _group(charter: Charter, text: str) -> str:
    for group in charter.groups:
        names = {group.key, group.title.zh, group.title.en}
        if group.short is not None:
            names |= {group.short.zh, group.short.en}
        if _plain(text) in {_plain(name) for name in names}:
            return group.key
    known = [group.title.zh for group in charter.groups]
    raise RuleViolation("unknown-group", group=text, groups=known, field="group")


def _offices(charter: Charter, text: str) -> tuple[str, ...]:
    """Offices of the charter; another post (member, 代表) is no office and is left out."""
    words = {_plain(word) for word in text.replace("、", ",").replace("，", ",").split(",")}
    return tuple(
        office.key
        for office in charter.offices
        if words & {_plain(office.key), _plain(office.title.zh), _plain(office.title.en)}
    )


def _whole(text: str, field: str, default: int) -> int:
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) <= 12):
        raise RuleViolation("not-a-number", field=field, value=text[:40])
    return int(text)


def _day(text: str, field: str) -> date | None:
    """A date as people write it: 2026-09-01, 2026/9/1, 2026.9.1, 2026年9月1日."""
    if not text:
        return None
    plain = text.rstrip("日")
    for mark in "年月/.":
        plain = plain.replace(mark, "-")
    parts = plain.split("T")[0].split(" ")[0].split("-")
    try:
        year, month, day = (int(part) for part in parts)
        return date(year, month, day)
    except ValueError:
        raise RuleViolation("not-a-date", field=field, value=text[:40]) from None
