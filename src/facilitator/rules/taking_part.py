"""Who took part, as figures: attendance and votes by seat group over the years. Exact, never a float."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from facilitator.data import dataclass

MOST_COLUMNS = 24
"""Meetings that are shown one by one; more are put together by quarter, still more by year."""


@dataclass(frozen=True, slots=True)
class TurnoutRow:
    """One seat group at one meeting that was held; `came` counts members who were in the room at all.

    `day` is ISO text that begins with the day. `counted` is False where nobody was signed in by name (a forum
    that counted heads): 0 is no absence then.
    """

    meeting: str
    title: str
    day: str
    format: str
    group: str
    title_zh: str
    title_en: str
    seats: int
    in_office: int
    came: int
    excused: int
    counted: bool


@dataclass(frozen=True, slots=True)
class VoteRow:
    """How one seat group voted in one vote that counts; `decision` is its number, 0 if it is none."""

    meeting: str
    poll: str
    day: str
    title: str
    verdict: str
    decision: int
    group: str
    in_office: int
    present: int
    recused: int
    in_favour: int
    against: int
    abstained: int

    @property
    def side(self) -> int:
        """1 if more of the group were for it than against, -1 the other way round, 0 if as many or nobody."""
        return (self.in_favour > self.against) - (self.in_favour < self.against)


@dataclass(frozen=True, slots=True)
class CommunityRow:
    """The community's own number of a day (ISO text); `group` is a seat group's, or that of the households."""

    as_of: str
    group: str
    people: int
    source: str


@dataclass(frozen=True, slots=True)
class InvitedRow:
    """How many people without a seat were expected and came to a meeting, by who asked them ("" not known)."""

    meeting: str
    day: str
    invited_by: str
    known: int
    came: int


@dataclass(frozen=True, slots=True)
class Beside:
    """One seat group beside the community: its residents; its share of them, of seats, of those who came."""

    group: GroupTurnout
    people: int
    of_people: Fraction | None
    of_seats: Fraction | None
    of_came: Fraction | None


@dataclass(frozen=True, slots=True)
class GroupTurnout:
    """One seat group over several meetings: sums of seats, of members in office, of those who came."""

    group: str
    title_zh: str
    title_en: str
    meetings: int
    seats: int
    in_office: int
    came: int
    excused: int

    @property
    def share(self) -> Fraction | None:
        """Which part of its seats was there; None for a group without seats."""
        return _share(self.came, self.seats)


@dataclass(frozen=True, slots=True)
class Column:
    """One meeting, or the meetings of a quarter or a year: `first` and `last` are their days as ISO text."""

    first: str
    last: str
    meetings: int
    groups: tuple[GroupTurnout, ...]


@dataclass(frozen=True, slots=True)
class Splits:
    """How often groups voted alike: `carried_against` and `failed_for` by group."""

    votes: int
    alike: int
    """Votes in which no group was for it while another was against."""
    carried_against: dict[str, int]
    """Motions that were carried although more of the group were against than for."""
    failed_for: dict[str, int]
    """Motions that were not carried although more of the group were for than against."""


def turnout_by_group(rows: Iterable[TurnoutRow]) -> tuple[GroupTurnout, ...]:
    """The sums of each group, in the order of the charter of the last meeting; uncounted meetings left out."""
    sums: dict[str, list[TurnoutRow]] = {}
    for row in rows:
        if row.counted:
            sums.setdefault(row.group, []).append(row)
    return tuple(_sum(group, of) for group, of in sums.items())


def _sum(group: str, rows: Sequence[TurnoutRow]) -> GroupTurnout:
    last = rows[-1]
    return GroupTurnout(
        group,
        last.title_zh,
        last.title_en,
        meetings=len(rows),
        seats=sum(row.seats for row in rows),
        in_office=sum(row.in_office for row in rows),
        came=sum(row.came for row in rows),
        excused=sum(row.excused for row in rows),
    )


def columns(rows: Sequence[TurnoutRow], most: int = MOST_COLUMNS) -> tuple[Column, ...]:
    """Attendance over time by meeting; by quarter, then by year, where that is more than `most` columns."""
    counted = [row for row in rows if row.counted]
    for key in (_meeting, _quarter):
        parts = _parted(counted, key)
        if len(parts) <= most:
            return parts
    return _parted(counted, _year)


def _parted(rows: list[TurnoutRow], key: Callable[[TurnoutRow], str]) -> tuple[Column, ...]:
    parts: dict[str, list[TurnoutRow]] = {}
    for row in rows:
        parts.setdefault(key(row), []).append(row)
    return tuple(map(_column, parts.values()))


def _meeting(row: TurnoutRow) -> str:
    return row.meeting


def _quarter(row: TurnoutRow) -> str:
    return f"{row.day[:4]}.{(int(row.day[5:7]) + 2) // 3}"


def _year(row: TurnoutRow) -> str:
    return row.day[:4]


def _column(rows: list[TurnoutRow]) -> Column:
    days = sorted(row.day[:10] for row in rows)
    meetings = len({row.meeting for row in rows})
    return Column(days[0], days[-1], meetings, turnout_by_group(rows))


def splits(rows: Iterable[VoteRow]) -> Splits:
    """How often seat groups voted alike, over all votes that were carried or not; others are left out."""
    polls: dict[tuple[str, str], list[VoteRow]] = {}
    for row in rows:
        if row.verdict in ("passed", "failed"):
            polls.setdefault((row.meeting, row.poll), []).append(row)
    carried: dict[str, int] = {}
    failed: dict[str, int] = {}
    alike = 0
    for groups in polls.values():
        sides = {row.side for row in groups}
        alike += not {1, -1} <= sides
        for row in groups:
            if row.verdict == "passed" and row.side < 0:
                carried[row.group] = carried.get(row.group, 0) + 1
            elif row.verdict == "failed" and row.side > 0:
                failed[row.group] = failed.get(row.group, 0) + 1
    return Splits(len(polls), alike, carried, failed)


def newest(rows: Iterable[CommunityRow]) -> dict[str, CommunityRow]:
    """The community's numbers of the latest day on which any were noted, by group."""
    rows = tuple(rows)
    day = max((one.as_of for one in rows), default="")
    return {one.group: one for one in rows if one.as_of == day}


def beside(groups: Iterable[GroupTurnout], people: dict[str, CommunityRow]) -> tuple[Beside, ...]:
    """Those groups whose residents were counted, each with its shares among one another."""
    counted = [one for one in groups if one.group in people]
    residents = sum(people[one.group].people for one in counted)
    seats, came = sum(one.seats for one in counted), sum(one.came for one in counted)
    return tuple(
        Beside(
            one,
            people[one.group].people,
            _share(people[one.group].people, residents),
            _share(one.seats, seats),
            _share(one.came, came),
        )
        for one in counted
    )


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None


def asked_by(rows: Iterable[InvitedRow]) -> list[tuple[str, int, int]]:
    """Who asked people to come, how many were expected and came; most first, those nobody noted last.

    Nothing where nobody noted anything.
    """
    sums: dict[str, tuple[int, int]] = {}
    for one in rows:
        known, came = sums.get(one.invited_by, (0, 0))
        sums[one.invited_by] = (known + one.known, came + one.came)
    if not any(sums):
        return []
    found = [(by, known, came) for by, (known, came) in sums.items()]
    return sorted(found, key=lambda one: (not one[0], -one[1], one[0]))
