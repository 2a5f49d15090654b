"""Ballot papers with a list of projects as the plain data that the PDF template reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from facilitator.papers.measures import Measures
from facilitator.papers.model import Project, Voters, VotingPapers
from facilitator.papers.plain import plain
from facilitator.papers.voting import columns, fit, numbered

Words = Callable[[str, float], Any]


def voting(block: VotingPapers, m: Measures, words: Words) -> dict[str, Any]:
    """All kinds of paper, each with its halves; the size is the same on all, the smallest that one needs."""
    size = min(fit(block, one.projects, m).size for one in block.voters)
    told: dict[str, Any] = {"size": size, "written": block.written}
    for name in ("stub_title", "number_label", "title", "right", "foot"):
        told[name] = words(getattr(block, name), 20)
    for name in ("stub_lines", "stub_blanks", "heads"):
        told[name] = [words(text, 10) for text in getattr(block, name)]
    told["help"] = [words(part, 20) for part in block.help.split("{tick}")]
    told["voters"] = [_voters(block, one, first, m, words) for one, first in numbered(block)]
    return told


def _voters(
    block: VotingPapers, one: Voters, first: int, m: Measures, words: Words
) -> dict[str, Any]:
    found = fit(block, one.projects, m)
    wide = columns(block, found.size, m)
    halves = [
        {
            "columns": wide,
            "projects": [_project(project, words) for project in half],
            "sheet": words(block.sheet.replace("{n}", str(at)).replace("{of}", str(of)), 20),
        }
        for of in (len(found.halves),)
        for at, half in enumerate(found.halves, 1)
    ]
    return {
        "count": one.count,
        "from": first,
        "chamber": words(one.chamber, 10),
        "sign": plain(one.sign),
        "stub": [words(text, 10) for text in one.stub],
        "halves": halves,
    }


def _project(one: Project, words: Words) -> dict[str, Any]:
    told: dict[str, Any] = {
        name: words(getattr(one, name), 14) for name in ("number", "title", "place", "sum", "note")
    }
    return {**told, "struck": one.struck}
