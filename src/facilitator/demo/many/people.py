"""Invented communities, their councils, and the neighbours who sit there."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date, datetime
from string import ascii_lowercase
from typing import Any

from facilitator.data import dataclass
from facilitator.demo.many.talk import phrases

GROUPS = (*["established"] * 6, *["new"] * 6, "office")
"""The group of each of the thirteen seats."""
SAMPLES = ("songbaigang", "qingyuanli")
"""Communities of the other samples, so that archives of both may be merged."""


def _pairs(words: Iterable[str]) -> list[tuple[str, str]]:
    """Chinese, and how it is spelled, from 陈chen."""
    found = ((word.rstrip(ascii_lowercase), word) for word in words)
    return [(chinese, word.removeprefix(chinese)) for chinese, word in found]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody with an id that is unique in their community."""

    id: str
    name: str
    home: str


@dataclass(slots=True)
class Open:
    """A decision of a council of which it has not been reported yet that it is done."""

    meeting: str
    number: int
    title: str
    due: date
    done: str
    going: str


@dataclass(frozen=True, slots=True)
class ToCome:
    """An act between two meetings: when, the command, what it is about, its fields, and what it attaches."""

    at: datetime
    tag: str
    about: Mapping[str, Any]
    fields: Mapping[str, Any]
    files: Mapping[str, bytes] = field(default_factory=dict[str, bytes])


@dataclass
class Committee:
    """A council as its ten years go by: who sits where, what is still to be carried out, what was put off."""

    key: str
    place: str
    rng: random.Random
    term: int = 0
    term_ends: date = date.min
    seats: dict[int, Neighbour] = field(default_factory=dict[int, Neighbour])
    secretary: Neighbour = Neighbour("", "", "")
    undone: list[Open] = field(default_factory=list[Open])
    put_off: tuple[str, str] | None = None
    """Meeting and title of an item that waits for the next one."""
    decided: dict[str, tuple[str, int]] = field(default_factory=dict[str, tuple[str, int]])
    """Meeting and number of the last decision on each title."""
    to_come: list[ToCome] = field(default_factory=list["ToCome"])
    """What will happen between the meetings, in no order."""
    _ids: set[str] = field(default_factory=set[str])

    @property
    def name(self) -> str:
        """What the council is called."""
        return f"{self.place}社区共治议事会"

    def somebody(self) -> Neighbour:
        """A neighbour whom nobody has met yet."""
        names = phrases().names
        surnames, given_names = _pairs(names.surnames), _pairs(names.given)
        while True:
            surname, given = self.rng.choice(surnames), self.rng.choice(given_names)
            key = f"{surname[1]}-{given[1]}"
            if key not in self._ids:
                self._ids.add(key)
                return Neighbour(key, surname[0] + given[0], self.rng.choice(names.homes))


def committees(count: int) -> list[Committee]:
    """So many councils, each in a community of its own; the first ones are the same however many there are."""
    parts = phrases().names
    ends, begins = _pairs(parts.second), _pairs(parts.first)
    names = [(a + b, f"{x}{y}") for b, y in ends for a, x in begins if f"{x}{y}" not in SAMPLES]
    random.Random("communities").shuffle(names)
    found: list[Committee] = []
    for number in range(count):
        place, key = names[number % len(names)]
        round_ = number // len(names)
        found.append(
            Committee(
                key=f"{key}-{round_ + 1}" if round_ else key,
                place=f"{place}第{round_ + 1}" if round_ else place,
                rng=random.Random(f"community {number}"),
            )
        )
    return found
