"""What a helper types of one paper, as marks and back: 3 7 12, 0 for a blank one, ? for one nobody can read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import field

from facilitator.data import dataclass
from facilitator.meeting.selection.papers import Marks
from facilitator.rules.selection.ballots import TICKS, BallotKind
from facilitator.words.tongue import Tongue

PIECE = re.compile(r"(?P<struck>-)?(?P<number>\d{1,4})(?:[=:*](?P<mark>\d{1,4}))?")
BETWEEN = re.compile(r"[\s,;+.、，；。/]+")
VALUES = frozenset({BallotKind.POINTS, BallotKind.SCORE})
"""Kinds for which a number alone says too little: how many points?"""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was understood. Without `marks` nothing was typed yet; `wrong` is the piece that makes no sense."""

    marks: Marks | None = None
    wrong: str = ""
    lacks: bool = False
    """The piece names a project and not how many points it gets."""
    twice: bool = False
    """The piece names a project once more."""
    ticked: bool = False
    """The piece gives a number to a project where there are only ticks."""
    struck: bool = False
    """The piece gives something to a project that it strikes out."""


@dataclass(slots=True)
class _Reader:
    kind: BallotKind
    projects: Mapping[int, str]
    marks: dict[str, int] = field(default_factory=dict[str, int])
    struck: list[str] = field(default_factory=list[str])
    place: int = 0

    def take(self, piece: str) -> Typed | None:
        """Understand one piece, or say what is wrong with it."""
        found = PIECE.fullmatch(piece)
        project = self.projects.get(int(found["number"])) if found else None
        if found is None or project is None:
            return Typed(wrong=piece)
        if found["struck"]:
            if found["mark"]:
                return Typed(wrong=piece, struck=True)
            self.struck.append(project)
            return None
        return self._mark(piece, project, found["mark"])

    def _mark(self, piece: str, project: str, said: str | None) -> Typed | None:
        if said is not None and self.kind in TICKS:
            return Typed(wrong=piece, ticked=True)
        if said is None and self.kind in VALUES:
            return Typed(wrong=piece, lacks=True)
        if project in self.marks and not (self.kind is BallotKind.DOTS and said is None):
            return Typed(wrong=piece, twice=True)
        if self.kind is BallotKind.RANKING:
            self.place += 1
            self.marks[project] = int(said) if said is not None else self.place
        elif said is not None:
            self.marks[project] = int(said)
        else:
            self.marks[project] = self.marks.get(project, 0) + 1
        return None


def read_line(text: str, kind: BallotKind, numbers: Mapping[str, int]) -> Typed:
    """Understand a line; `numbers` are those of the projects on the paper.

    Ticks and dots: 3 7 12. Places of a ranking: the numbers from the best on. Points and scores: 3=5 7=2.
    -4 is a project that is struck out on the paper.
    """
    plain = unicodedata.normalize("NFKC", text).strip().replace("－", "-").replace("—", "-")
    if not plain:
        return Typed()
    if plain == "0":
        return Typed(Marks())
    if plain == "?":
        return Typed(Marks(unreadable=True))
    reader = _Reader(kind, {number: project for project, number in numbers.items()})
    for piece in filter(None, BETWEEN.split(plain)):
        wrong = reader.take(piece)
        if wrong is not None:
            return wrong
    return Typed(Marks(marks=reader.marks, struck=tuple(sorted(reader.struck))))


def show_line(ballot: Marks, kind: BallotKind, numbers: Mapping[str, int]) -> str:
    """The line that would be typed for these marks."""
    if ballot.unreadable:
        return "?"
    made = {name: mark for name, mark in ballot.marks.items() if mark and name in numbers}
    by_number = sorted(made, key=lambda name: numbers[name])
    struck = [f"-{number}" for number in sorted(numbers[one] for one in ballot.struck)]
    if kind is BallotKind.RANKING:
        ranked = sorted(by_number, key=lambda name: made[name])
        if [made[name] for name in ranked] == list(range(1, len(ranked) + 1)):
            return " ".join([*(str(numbers[name]) for name in ranked), *struck]) or "0"
    if kind in TICKS:
        pieces = [str(numbers[name]) for name in by_number]
    else:
        pieces = [f"{numbers[name]}={made[name]}" for name in by_number]
    return " ".join([*pieces, *struck]) or "0"


def wrong_words(typed: Typed, t: Tongue) -> str:
    """What is wrong with a line, and how it is typed."""
    if typed.lacks:
        return t("How many for project {number}? Type {number}=5.", number=typed.wrong)
    if typed.ticked:
        return t(
            "“{piece}”: on this ballot projects are only ticked. Type the number alone.",
            piece=typed.wrong,
        )
    if typed.struck:
        return t(
            "“{piece}”: a project that is struck out gets nothing. Type -4 alone.",
            piece=typed.wrong,
        )
    if typed.twice:
        return t("“{piece}” names a project a second time.", piece=typed.wrong)
    return t("There is no project “{piece}” on this ballot.", piece=typed.wrong)
