"""The picture of who came: a band for each group, a column for each meeting; for screen and paper alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from xml.sax.saxutils import escape, quoteattr

from facilitator.data import dataclass
from facilitator.rules.taking_part import Column, GroupTurnout
from facilitator.words.figures import percent, short_date

WIDTH = 1000
NAMES, RIGHT, TOP, BAND, BARS, FOOT = 210, 20, 12, 104, 60, 40
"""Sizes in the picture's own units: names at the left, a band a group with its bars, the days below."""
ROOMY = 14
"""With up to so many columns there is room for larger days."""


@dataclass(frozen=True, slots=True)
class Colours:
    """As #RRGGBB: one for each group in turn, for words, lines and empty seats."""

    groups: tuple[str, ...] = ("#3B6EA8", "#B9770E", "#7A4E8A", "#3F7F73", "#A0522D", "#5B6472")
    ink: str = "#22262B"
    soft: str = "#555B62"
    line: str = "#C9C2B4"
    empty: str = "#ECEAE4"


ON_PAPER = Colours()
LEAST, ROOM = 14, NAMES - 24
"""The least size of a group's name, and how wide it may be."""


def height(groups: Sequence[GroupTurnout]) -> int:
    """How high the picture is where it is `WIDTH` wide."""
    return TOP + BAND * len(groups) + FOOT


def turnout_picture(
    columns: Sequence[Column],
    groups: Sequence[GroupTurnout],
    lang: str,
    font: str,
    colours: Colours = ON_PAPER,
) -> bytes:
    """An SVG drawing; names in it are text, and figures stand on the bars: nothing is told by colour alone."""
    high = height(groups)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {high}" width="{WIDTH}"'
        f' height="{high}" font-family={quoteattr(font)}>'
    ]
    names = [one.title_zh if lang == "zh" else one.title_en for one in groups]
    size = _size(names)
    for place, group in enumerate(groups):
        colour = colours.groups[place % len(colours.groups)]
        parts += _band(columns, group, TOP + place * BAND, names[place], size, colour, colours)
    parts += _days(columns, TOP + BAND * len(groups), lang, colours)
    return ("".join(parts) + "</svg>").encode()


def _band(
    columns: Sequence[Column],
    group: GroupTurnout,
    top: int,
    name: str,
    size: int,
    colour: str,
    colours: Colours,
) -> Iterator[str]:
    """One group: its name and sum at the left, its bars, a line below."""
    floor = top + 24 + BARS
    yield f'<rect x="0" y="{top + 28}" width="8" height="{BARS - 8}" fill="{colour}"/>'
    yield _text(18, top + 50, _cut(name, size), size, colours.ink, bold=True)
    share = group.share
    said = f"{group.came}/{group.seats}"
    yield _text(
        18, top + 76, f"{said}  {percent(share)}" if share is not None else said, 17, colours.soft
    )
    for place, column in enumerate(columns):
        one = next((each for each in column.groups if each.group == group.group), None)
        if one is not None and one.seats:
            yield from _bar(place, len(columns), one, column.meetings, floor, colour, colours)
    yield f'<line x1="{NAMES}" y1="{floor}" x2="{WIDTH - RIGHT}" y2="{floor}" stroke="{colours.line}"/>'


def _size(names: Sequence[str]) -> int:
    """The size at which the longest name fits before the bars, but never less than can be read."""
    return max(LEAST, min(19, *(int(ROOM / _ems(name)) for name in names)))


def _cut(name: str, size: int) -> str:
    """A name that is too long even so is cut."""
    if _ems(name) * size <= ROOM:
        return name
    while name and _ems(name + "…") * size > ROOM:
        name = name[:-1]
    return name.rstrip() + "…"


def _ems(name: str) -> float:
    """About how wide a bold name is, in its own heights: a Latin letter is little over half as wide as high."""
    return sum(1.0 if ord(char) > 0x2E7F else 0.57 for char in name) or 1.0


def _bar(
    place: int,
    count: int,
    one: GroupTurnout,
    meetings: int,
    floor: int,
    colour: str,
    colours: Colours,
) -> Iterator[str]:
    """The seats as an empty bar, those who came as its filled part, and the figure above."""
    left, wide = _slot(place, count)
    filled = round(BARS * Fraction(one.came, one.seats))
    yield (
        f'<rect x="{left:.1f}" y="{floor - BARS}" width="{wide:.1f}" height="{BARS}" fill="{colours.empty}"'
        f' stroke="{colours.line}"/>'
    )
    yield (
        f'<rect x="{left:.1f}" y="{floor - filled}" width="{wide:.1f}" height="{filled}" fill="{colour}"/>'
    )
    said = f"{one.came}/{one.seats}" if meetings == 1 else percent(Fraction(one.came, one.seats))
    size = 15 if count <= 14 else 12
    yield _text(left + wide / 2, floor - BARS - 6, said, size, colours.ink, middle=True)


def _slot(place: int, count: int) -> tuple[float, float]:
    """Where a column begins and how wide its bars are."""
    room = (WIDTH - RIGHT - NAMES) / max(count, 6)
    wide = min(room * 0.62, 56.0)
    return NAMES + room * place + (room - wide) / 2, wide


def _days(columns: Sequence[Column], top: int, lang: str, colours: Colours) -> Iterator[str]:
    """When it was: month and day for one meeting, the quarter or year for several; the year where it begins."""
    size = 14 if len(columns) <= ROOMY else 11
    year = ""
    for place, column in enumerate(columns):
        left, wide = _slot(place, len(columns))
        first = date.fromisoformat(column.first)
        day = _day(column, first, lang, crowded=len(columns) > ROOMY)
        yield _text(left + wide / 2, top + 12, day, size, colours.soft, middle=True)
        if str(first.year) != year:
            year = str(first.year)
            yield _text(
                left + wide / 2, top + 32, year, size + 1, colours.ink, middle=True, bold=True
            )


def _day(column: Column, first: date, lang: str, *, crowded: bool) -> str:
    """9.12 and 3季度; 12 Sep (09-12 where there is no room for letters) and Q3."""
    if column.first == column.last:
        if lang == "zh":
            return f"{first.month}.{first.day}"
        return f"{first:%m-%d}" if crowded else short_date(first, lang)
    if column.first[:4] == column.last[:4] and _quarter(column.first) == _quarter(column.last):
        quarter = _quarter(column.first)
        return f"{quarter}季度" if lang == "zh" else f"Q{quarter}"
    return f"×{column.meetings}"


def _quarter(day: str) -> int:
    return (int(day[5:7]) + 2) // 3


def _text(
    x: float,
    y: float,
    said: str,
    size: int,
    colour: str,
    *,
    middle: bool = False,
    bold: bool = False,
) -> str:
    anchor = ' text-anchor="middle"' if middle else ""
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y}" font-size="{size}" fill="{colour}"{anchor}{weight}>'
        f"{escape(said)}</text>"
    )
