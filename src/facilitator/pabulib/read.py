"""Read a `.pb` file: what it says, or a refusal that names the line. Nothing is guessed, nothing left out."""

from __future__ import annotations

import re

from facilitator.acts import RuleViolation
from facilitator.pabulib.election import POINTS, Election, PbProject, PbVote, VoteType, is_id
from facilitator.pabulib.sections import Row, Section, sections

_MONEY = re.compile(r"([0-9]{1,15})(?:[.,]([0-9]{1,2}))?")
_POINTS = re.compile(r"([0-9]{1,9})(?:\.0+)?")
COUNTS = {"num_projects": "projects", "num_votes": "votes"}
"""What META says of the number of rows; a file that was cut off shows by it."""


def read(data: bytes) -> Election:
    """The election of a file's bytes; refuses (`pb-…`) what is not as the format says, with the line."""
    found = sections(data)
    meta = _meta(found["meta"])
    for key, name in COUNTS.items():
        if key in meta:
            row = meta.pop(key)
            if row.cells["value"] != str(len(found[name].rows)):
                told, there = row.cells["value"], len(found[name].rows)
                raise RuleViolation(
                    "pb-count", line=row.line, key=key, told=told, section=name.upper(), there=there
                )
    budget, kind = _needed(meta, "budget"), _needed(meta, "vote_type")
    fen = money(budget.cells["value"], budget.line)
    if kind.cells["value"].lower() not in set(VoteType):
        raise RuleViolation(
            "pb-vote-type",
            line=kind.line,
            value=kind.cells["value"],
            known=[one.value for one in VoteType],
        )
    projects = _projects(found["projects"])
    election = Election(
        budget=fen,
        kind=VoteType(kind.cells["value"].lower()),
        projects=projects,
        votes=(),
        meta={key: row.cells["value"] for key, row in meta.items()},
    )
    votes = _votes(found["votes"], election)
    return Election(
        budget=fen, kind=election.kind, projects=projects, votes=votes, meta=election.meta
    )


def money(text: str, line: int) -> int:
    """An amount above 0 in hundredths: 8000, 8000.5 or 8000,50. More than two places are refused.

    So 12,500 is refused, too: it may be twelve and a half or twelve thousand five hundred.
    """
    found = _MONEY.fullmatch(text)
    if found is None:
        raise RuleViolation("pb-money", line=line, value=text)
    fen = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
    if not fen:
        raise RuleViolation("pb-money", line=line, value=text)
    return fen


def _meta(section: Section) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in section.rows:
        key = row.cells["key"]
        if not key:
            raise RuleViolation("pb-key-missing", line=row.line)
        if key in found:
            raise RuleViolation("pb-key-twice", line=row.line, key=key)
        found[key] = row
    return found


def _needed(meta: dict[str, Row], key: str) -> Row:
    if key not in meta:
        raise RuleViolation("pb-meta-missing", key=key)
    return meta.pop(key)


def _projects(section: Section) -> tuple[PbProject, ...]:
    found: dict[str, PbProject] = {}
    for row in section.rows:
        cells = dict(row.cells)
        name, cost = cells.pop("project_id"), cells.pop("cost")
        if not is_id(name):
            raise RuleViolation("pb-id", line=row.line, project=name)
        if name in found:
            raise RuleViolation("pb-project-twice", line=row.line, project=name)
        found[name] = PbProject(id=name, cost=money(cost, row.line), more=cells)
    if not found:
        raise RuleViolation("pb-section-empty", section="PROJECTS", line=section.line)
    return tuple(found.values())


def _votes(section: Section, election: Election) -> tuple[PbVote, ...]:
    known = {project.id for project in election.projects}
    seen: set[str] = set()
    found: list[PbVote] = []
    for row in section.rows:
        cells = dict(row.cells)
        voter = cells.pop("voter_id", str(len(found) + 1))
        if not voter or voter in seen:
            raise RuleViolation("pb-voter-twice", line=row.line, voter=voter)
        seen.add(voter)
        choices = _choices(cells.pop("vote"), row.line, known)
        points = _points(cells, row.line, choices, election.kind)
        if election.kind is VoteType.ORDINAL and len(choices) > election.places:
            raise RuleViolation("pb-places", line=row.line, most=election.places)
        if election.kind is VoteType.CHOOSE_1 and len(choices) > 1:
            raise RuleViolation("pb-places", line=row.line, most=1)
        found.append(PbVote(voter=voter, choices=choices, points=points, more=cells))
    return tuple(found)


def _list(cell: str) -> list[str]:
    return [] if cell.lower() in ("", "none") else [one.strip() for one in cell.split(",")]


def _choices(cell: str, line: int, known: set[str]) -> tuple[str, ...]:
    choices = _list(cell)
    seen: set[str] = set()
    for choice in choices:
        if choice not in known:
            raise RuleViolation("pb-unknown-project", line=line, project=choice)
        if choice in seen:
            raise RuleViolation("pb-choice-twice", line=line, project=choice)
        seen.add(choice)
    return tuple(choices)


def _points(
    cells: dict[str, str], line: int, choices: tuple[str, ...], kind: VoteType
) -> tuple[int, ...]:
    """The points beside the choices; taken out of the cells where the vote is one of points."""
    if kind not in POINTS:
        return ()
    told = _list(cells.pop("points", ""))
    if len(told) != len(choices):
        raise RuleViolation("pb-points", line=line, choices=len(choices), points=len(told))
    found: list[int] = []
    for one in told:
        number = _POINTS.fullmatch(one)
        if number is None:
            raise RuleViolation("pb-point", line=line, value=one)
        found.append(int(number[1]))
    return tuple(found)
