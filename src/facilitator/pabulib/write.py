"""Write an election as a `.pb` file that other tools read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from facilitator.pabulib.election import POINTS, Election


def write(election: Election) -> bytes:
    """The file's bytes: UTF-8, lines ending in a line feed; `read` gives the same election back."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, delimiter=";", lineterminator="\n")
    rows.writerow(["META"])
    rows.writerow(["key", "value"])
    rows.writerows(election.meta.items())
    rows.writerow(["num_projects", len(election.projects)])
    rows.writerow(["num_votes", len(election.votes)])
    rows.writerow(["budget", amount(election.budget)])
    rows.writerow(["vote_type", election.kind.value])
    more = _columns(project.more for project in election.projects)
    rows.writerow(["PROJECTS"])
    rows.writerow(["project_id", "cost", *more])
    for project in election.projects:
        cells = [project.more.get(name, "") for name in more]
        rows.writerow([project.id, amount(project.cost), *cells])
    rows.writerow(["VOTES"])
    rows.writerows(_votes(election))
    return out.getvalue().encode()


def _votes(election: Election) -> Iterator[list[str]]:
    """The head and the rows of VOTES."""
    pointed = election.kind in POINTS
    more = _columns(vote.more for vote in election.votes)
    yield ["voter_id", "vote", *(["points"] if pointed else []), *more]
    for vote in election.votes:
        points = [",".join(map(str, vote.points))] if pointed else []
        cells = [vote.more.get(name, "") for name in more]
        yield [vote.voter, ",".join(vote.choices), *points, *cells]


def amount(fen: int) -> str:
    """An amount in hundredths as the format has it: 8000, 8000.50."""
    whole, rest = divmod(fen, 100)
    return f"{whole}.{rest:02}" if rest else str(whole)


def _columns(rows: Iterable[dict[str, str]]) -> list[str]:
    """The names of all columns that any row has, in the order in which they come."""
    return list(dict.fromkeys(name for row in rows for name in row))
