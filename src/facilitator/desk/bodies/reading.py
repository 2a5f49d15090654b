"""Reading a sheet of members in the worker process: everything that a preview shows, as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from facilitator.bodies import Body
from facilitator.bodies.columns import Columns
from facilitator.bodies.roster import Problem, RosterPlan, findings_after, plan_roster
from facilitator.data import dataclass
from facilitator.rules.composition import Finding, Holding
from facilitator.sheets.read import read_sheet


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the sheet, numbered as in the sheet: what stands there, and what it comes to."""

    number: int
    cells: Mapping[str, str]
    """By field; only fields that have a column."""
    holding: Holding | None
    problem: Problem | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A sheet as it would be imported into a body."""

    file_name: str
    digest: str
    encoding: str
    """How a text file was read; "" for a workbook."""
    heads: Mapping[str, str]
    """The head that stands over the column of each field."""
    rows: tuple[Row, ...]
    plan: RosterPlan
    findings: tuple[Finding, ...]


def read_roster(body: Body, path: str, day: date) -> Reading:
    """Read a sheet against a body. Refusals and troubles as `read_sheet` and `plan_roster` raise them."""
    file = Path(path)
    sheet = read_sheet(file)
    plan = plan_roster(body, sheet.rows)
    heads = sheet.rows[plan.head_row - 1]
    return Reading(
        file_name=file.name,
        digest=sheet.digest,
        encoding=sheet.encoding or "",
        heads={field: " ".join(heads[at - 1].split()) for field, at in plan.columns.items()},
        rows=tuple(_rows(plan, sheet.rows)),
        plan=plan,
        findings=findings_after(body, plan, day),
    )


def _rows(plan: RosterPlan, rows: Sequence[Sequence[str]]) -> Iterator[Row]:
    """Every row below the heads that is not empty; those without a problem got a seat, in their order."""
    columns = Columns(plan.head_row, plan.columns, plan.ignored)
    wrong = {one.row: one for one in plan.problems}
    holdings = iter(plan.holdings)
    for number, cells in enumerate(rows[plan.head_row :], plan.head_row + 1):
        if not any(cell.strip() for cell in cells):
            continue
        problem = wrong.get(number)
        said = {field: columns.cell(cells, field) for field in plan.columns}
        yield Row(number, said, None if problem else next(holdings), problem)
