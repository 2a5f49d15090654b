"""How large the projects on a ballot paper are set, and over how many halves of a sheet a long list goes.

Reckoned, not measured, so that every writer gives the same ballot: whoever marks one in a PDF marks the same
row as whoever has it from Word.
"""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.data import dataclass
from facilitator.papers.breaks import width
from facilitator.papers.fitting import lines_needed
from facilitator.papers.measures import VOTING_GUTTER, VOTING_STUB, Measures
from facilitator.papers.model import Project, Voters, VotingPapers

SIZES = (15.0, 14.0, 13.0, 12.0, 11.5, 11.0, 10.5)
"""Type of the list: people of eighty read it, so it is never smaller; a long list takes more paper instead."""
LINE = 1.3
"""Line to line in a row, as a share of its size."""
AIR = 0.42
"""Above and below the words of a row."""
BOX, WIDE_BOX = 3.2, 5.2
"""Widths of the last column, in characters of the list."""
PLACE = 0.86
"""Size of the place beside a title, as a share of the title's."""
_INSET = 0.7
_BAND = 9.5
"""The chamber's name between its signs, in mm."""
_FOOT = 9.0
_POINTS = 72 / 25.4
_SAFE = 0.96


@dataclass(frozen=True, slots=True)
class Fit:
    """The size of the list in points, and the projects on each half of a sheet."""

    size: float
    halves: tuple[tuple[Project, ...], ...]


def half_width(m: Measures) -> float:
    """Width of one half in mm."""
    return (m.width - VOTING_GUTTER) / 2


def columns(block: VotingPapers, size: float, m: Measures) -> tuple[float, float, float, float]:
    """Widths of number, project, sum and box in mm."""
    em = size / _POINTS
    box = (WIDE_BOX if block.written else BOX) * em
    number = _widest(block, "number", 2.4) * em
    total = _widest(block, "sum", 4.0) * em
    return number, half_width(m) - number - total - box, total, box


def fit(block: VotingPapers, projects: Sequence[Project], m: Measures) -> Fit:
    """The fewest halves that hold the list, and the largest type in which they do."""
    halves = 1
    while True:
        for size in SIZES:
            found = _shared_out(block, projects, m, size, halves)
            if found is not None:
                return Fit(size, found)
        halves += 1


def _shared_out(
    block: VotingPapers, projects: Sequence[Project], m: Measures, size: float, halves: int
) -> tuple[tuple[Project, ...], ...] | None:
    """The projects on so many halves, none if they do not fit; a half takes one row at least."""
    left = list(projects)
    found: list[tuple[Project, ...]] = []
    for number in range(halves):
        room = (_first_room(block, m) if number == 0 else _room(m)) * _POINTS * _SAFE
        room -= _row(1, size) + (_FOOT * _POINTS if block.foot else 0)
        taken: list[Project] = []
        while left and (not taken or _row(_lines(block, left[0], size, m), size) <= room):
            room -= _row(_lines(block, left[0], size, m), size)
            taken.append(left.pop(0))
        found.append(tuple(taken))
    return None if left else tuple(found)


def _room(m: Measures) -> float:
    return m.height - VOTING_STUB - 4


def _first_room(block: VotingPapers, m: Measures) -> float:
    """What title, band and help leave, in mm."""
    wide = half_width(m) * _POINTS
    title = lines_needed(block.title, wide / m.title) * m.title * 1.3
    helped = lines_needed(block.help, wide / m.small) * m.small_pitch
    right = m.small_pitch
    band = _BAND if any(one.chamber for one in block.voters) else 0
    return _room(m) - band - (title + helped + right) / _POINTS - 5


def _row(lines: int, size: float) -> float:
    return size * (lines * LINE + 2 * AIR)


def _lines(block: VotingPapers, project: Project, size: float, m: Measures) -> int:
    text = _text_room(block, size, m)
    if on_one_line(block, project, size, m):
        return 1
    place = lines_needed(project.place, text / PLACE) if project.place else 0
    return lines_needed(project.title, text) + place


def numbered(block: VotingPapers) -> list[tuple[Voters, int]]:
    """The kinds of paper, each with the number of its first stub: every chamber counts from 1."""
    used: dict[str, int] = {}
    found: list[tuple[Voters, int]] = []
    for one in block.voters:
        first = used.get(one.chamber, 0) + 1
        used[one.chamber] = first + one.count - 1
        found.append((one, first))
    return found


def on_one_line(block: VotingPapers, project: Project, size: float, m: Measures) -> bool:
    """Whether title and place stand beside each other; else the place goes below."""
    text = f"{project.title}　{project.place}"
    return not project.place or lines_needed(text, _text_room(block, size, m)) == 1


def _text_room(block: VotingPapers, size: float, m: Measures) -> float:
    return columns(block, size, m)[1] * _POINTS / size - _INSET


def _widest(block: VotingPapers, field: str, least: float) -> float:
    """How wide a column is to hold all that stands in it on one line, in characters."""
    texts = (getattr(project, field) for one in block.voters for project in one.projects)
    return max(least, max(map(width, texts), default=0) + _INSET + 0.2)
