"""Places as people type or paste them: one a line, with or without a number, also cells of a spreadsheet."""

from __future__ import annotations

import re

from facilitator.data import dataclass
from facilitator.rounds.outside import RoundPlace
from facilitator.rounds.round import MOST_PLACE

HEADS = {
    *(
        "序号",
        "编号",
        "号",
        "社区",
        "社区名称",
        "名称",
        "居委会",
        "居委会名称",
        "小区",
        "no",
        "no.",
        "number",
    ),
    *("place", "name", "committee", "community"),
}
_NUMBERED = re.compile(r"^\s*([0-9０-９]{1,3})\s*[.、．)）:：\t ]\s*(\S.*)$")
_DIGITS = re.compile(r"[0-9０-９]{1,3}")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was read: the places, and the numbers that stand there twice."""

    places: tuple[RoundPlace, ...] = ()
    doubled: tuple[int, ...] = ()
    same_name: tuple[str, ...] = ()


def read_places(text: str, taken: tuple[int, ...] = ()) -> Typed:
    """Read one place a line; a line without a number gets the next that is free. Head lines are left out."""
    found: list[tuple[int, str]] = []
    for line in text.splitlines():
        if (read := _read_line(line)) is not None:
            found.append(read)
    used = {number for number, _ in found if number} | set(taken)
    places: list[RoundPlace] = []
    next_free = 1
    for number, name in found:
        if not number:
            while next_free in used:
                next_free += 1
            number = next_free
            used.add(number)
        places.append(RoundPlace(no=number, name=name))
    numbers = [one.no for one in places] + list(taken)
    names = [one.name for one in places]
    return Typed(
        tuple(places),
        tuple(sorted({one for one in numbers if numbers.count(one) > 1})),
        tuple(dict.fromkeys(one for one in names if names.count(one) > 1)),
    )


def show_places(places: tuple[RoundPlace, ...]) -> str:
    """Places as they are typed."""
    return "\n".join(f"{one.no} {one.name}" for one in places)


def _read_line(line: str) -> tuple[int, str] | None:
    """Number (0 for none) and name; None for an empty line or a head."""
    cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
    if not cells or any(cell.casefold() in HEADS for cell in cells):
        return None
    if len(cells) > 1:
        number = next((int(one) for one in cells if _DIGITS.fullmatch(one)), 0)
        names = [one for one in cells if not _DIGITS.fullmatch(one)]
        if names:
            return (number if number <= MOST_PLACE else 0), names[0]
    numbered = _NUMBERED.match(" ".join(cells))
    if numbered:
        return int(numbered[1]), numbered[2].strip()
    return 0, " ".join(cells)
