"""The votes added up: for every project how many, from whom, and its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from facilitator.data import dataclass
from facilitator.rules.selection.problem import Problem


@dataclass(slots=True)
class Entry:
    """One project with what the ballots say of it."""

    id: str
    cost: int
    votes: int = 0
    supporters: int = 0
    by_group: dict[str, int] = field(default_factory=dict[str, int])
    place: int = 0


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """By votes, most first. Equals stand by cost and id, which decides nothing: a list looks the same twice."""
    return sorted(entries, key=lambda entry: (-entry.votes, entry.cost, entry.id))


def poll(problem: Problem) -> list[Entry]:
    """All projects of the problem with their votes, in order."""
    entries = {project.id: Entry(project.id, project.cost) for project in problem.projects}
    groups = sorted({ballot.group for ballot in problem.ballots if ballot.group})
    for entry in entries.values():
        entry.by_group = dict.fromkeys(groups, 0)
    for ballot in problem.ballots:
        for project, worth in ballot.worths.items():
            entry = entries[project]
            entry.votes += worth * ballot.number
            entry.supporters += ballot.number if worth else 0
            if ballot.group:
                entry.by_group[ballot.group] += worth * ballot.number
    ordered = in_order(entries.values())
    for number, entry in enumerate(ordered):
        before = ordered[number - 1] if number else None
        equal = before is not None and before.votes == entry.votes
        entry.place = before.place if before is not None and equal else number + 1
    return ordered
