"""The numbers of a vote: by seat group with a total, hands in one row, or ballots teller by teller."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter

import msgspec

from facilitator.meeting.gathering import gather
from facilitator.meeting.polls import Ballots, Count, Method, Poll
from facilitator.meeting.voting import BallotsCorrected
from facilitator.papers.kinds.cells import bold, history, mid, row, struck, wide
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.kinds.vote_changes import outcomes, walked_out
from facilitator.papers.model import Cell, Row, RowKind
from facilitator.rules.composition import is_contested
from facilitator.rules.tally import Tally
from facilitator.words.figures import weight
from facilitator.words.tongue import mark_in

Figures = tuple[tuple[float, ...], list[Row]]
"""Column widths, and the rows over them."""

MANY = 8
"""From so many columns on, the names of groups need more than one column's share."""

Figure = Callable[[Tally], int]
"""One figure of a tally."""


def _field(name: str) -> Figure:
    return attrgetter(name)


def _stayed_silent(tally: Tally) -> int:
    return tally.silent - tally.left


def _left_silent(tally: Tally) -> int:
    return tally.left


_COLUMNS: tuple[tuple[Figure, tuple[str, str], bool], ...] = (
    (_field("seats"), mark_in("column", "Seats"), True),
    (_field("present"), mark_in("column", "Present"), True),
    (_field("in_favour"), mark_in("column", "For"), True),
    (_field("against"), mark_in("column", "Against"), True),
    (_field("abstained"), mark_in("column", "Abstain"), True),
    (_field("absent"), mark_in("column", "Absent"), True),
    (_field("recused"), mark_in("column", "Recused"), False),
    (_stayed_silent, mark_in("column", "No answer"), False),
    (_left_silent, mark_in("column", "Left, no answer"), False),
    (_field("vacant"), mark_in("column", "Vacant"), False),
)
"""Figures of a tally with their heads; the last ones only where they are not zero."""

_BALLOTS: tuple[tuple[str, tuple[str, str]], ...] = (
    ("returned", mark_in("ballots", "Returned")),
    ("in_favour", mark_in("ballots", "For")),
    ("against", mark_in("ballots", "Against")),
    ("abstained", mark_in("ballots", "Abstain")),
    ("blank", mark_in("ballots", "Blank")),
    ("void", mark_in("ballots", "Void")),
)


def figures(c: Clerk, poll: Poll) -> Figures:
    """The numbers of a poll, in the shape its method has."""
    if poll.method is Method.PAPER:
        return _paper(c, poll)
    steps = _tallies(c, poll)
    if not steps:
        return (1,) * 5, []
    if poll.method is Method.HANDS and not steps[-1][1]:
        return _hands(c, [whole for whole, _, _ in steps])
    return _groups(c, steps)


_Step = tuple[Tally, dict[str, Tally], Tally | None]


def _tallies(c: Clerk, poll: Poll) -> list[_Step]:
    """The numbers as announced and as corrected; of a void or running vote, those that came in."""
    found = [(one.tally, one.groups, one.weights) for one in outcomes(c, poll)]
    if found:
        return [_as_told(c, poll, step) for step in found]
    if poll.method is Method.HANDS and poll.hands is None:
        return []
    votes = gather(c.meeting, poll)
    return [(votes.whole, votes.groups, votes.weights)]


def _as_told(c: Clerk, poll: Poll, step: _Step) -> _Step:
    """With `left` only of those who could have answered: a recused member who went out is recused."""
    whole, groups, weights = step
    seats = c.meeting.council.seats
    ruled_out = whole.in_office < len(seats)  # the contested seats, by a ruling
    out = [
        h
        for h in seats
        if h.member in poll.recused
        and h.member in walked_out(poll)
        and not (ruled_out and is_contested(c.charter, h))
    ]

    def less(tally: Tally, number: int) -> Tally:
        return msgspec.structs.replace(tally, left=tally.left - number)

    own = [c.meeting.group_of(h.member) for h in out]
    return (
        less(whole, len(out)),
        {key: less(tally, own.count(key)) for key, tally in groups.items()},
        less(weights, sum(h.weight for h in out)) if weights else None,
    )


def _groups(c: Clerk, steps: list[_Step]) -> Figures:
    t = c.t
    wholes = [whole for whole, _, _ in steps]
    columns = [
        (figure, label)
        for figure, label, always in _COLUMNS
        if always or any(figure(tally) for tally in wholes)
    ]
    head = [t("Group"), *(t.within(*label) for _, label in columns)]
    rows = [row(*head, kind=RowKind.HEAD)]
    parts = _parts(steps, merged=c.public)
    if len(parts) > 1:
        for part in parts:
            tallies = [_sum(groups[key] for key in part) for _, groups, _ in steps]
            rows.append(row(c.listing(map(c.group, part)), *_cells(columns, tallies, str)))
    rows.append(row(t.within("column", "Total"), *_cells(columns, wholes, str), kind=RowKind.TOTAL))
    weights = [weights for _, _, weights in steps if weights is not None]
    if weights:
        unit = c.charter.weight_unit

        def weighed(number: int) -> str:
            return weight(number, unit)

        rows.append(row(t.within("column", "By weight"), *_cells(columns, weights, weighed)))
    first = (
        1.6
        if weights or any(len(part) > 1 for part in parts)
        else 1.0
        if len(columns) < MANY
        else 1.4
    )
    return (first, *(1.4 if figure is _left_silent else 1.0 for figure, _ in columns)), rows


def _parts(steps: list[_Step], *, merged: bool) -> list[tuple[str, ...]]:
    """The groups that have a row each; `merged` for a version that is posted.

    Of a group with one voter the row would tell that voter's answer; to leave it out would not help, as it
    is the total less the others. So it shares a row with the smallest other group: 新居民、街道.
    """
    order = list(steps[-1][1])
    parts: list[tuple[str, ...]] = [(key,) for key in order]

    def voters(part: tuple[str, ...]) -> int:
        return min(_sum(groups[key] for key in part).present for _, groups, _ in steps)

    while merged and len(parts) > 1:
        alone = next((part for part in parts if voters(part) == 1), None)
        if alone is None:
            break
        parts.remove(alone)
        other = min(parts[::-1], key=voters)
        both = tuple(sorted((*other, *alone), key=order.index))
        parts[parts.index(other)] = both
    return parts


def _sum(tallies: Iterable[Tally]) -> Tally:
    """Several groups as one."""
    several = list(tallies)
    fields = Tally.__struct_fields__
    return Tally(**{field: sum(getattr(one, field) for one in several) for field in fields})


def _cells(
    columns: Iterable[tuple[Figure, tuple[str, str]]],
    tallies: list[Tally],
    shown: Callable[[int], str],
) -> list[Cell]:
    return [mid(history([shown(figure(tally)) for tally in tallies])) for figure, _ in columns]


def _hands(c: Clerk, wholes: list[Tally]) -> Figures:
    """One row of totals: a show of hands knows no names and no groups."""
    t = c.t
    only = t("Present {n}; hands are counted in total only", n=wholes[-1].present)
    labels = (
        ("in_favour", mark_in("column", "For")),
        ("against", mark_in("column", "Against")),
        ("abstained", mark_in("column", "Abstain")),
        ("absent", mark_in("column", "Absent")),
        ("recused", mark_in("column", "Recused")),
        ("silent", mark_in("column", "No answer")),
        ("vacant", mark_in("column", "Vacant")),
    )
    shown = [
        (field, label)
        for at, (field, label) in enumerate(labels)
        if at < 4 or any(getattr(tally, field) for tally in wholes)
    ]
    cells = [mid(only)]
    for field, label in shown:
        values = [str(getattr(tally, field)) for tally in wholes]
        figure = history(values) if len(set(values)) > 1 else (bold(values[0]),)
        cells.append(mid(f"{t.within(*label)} ", figure))
    return (43.0, *(57.0 / len(shown),) * len(shown)), [row(*cells)]


def _paper(c: Clerk, poll: Poll) -> Figures:
    """Every count as it was found; what the standing one does not bear out is struck."""
    t = c.t
    heads = [t.within("column", "Count"), t.within("ballots", "Issued")]
    heads += [t.within(*label) for _, label in _BALLOTS]
    widths = (1.6, *(1.0,) * (len(heads) - 1))
    rows = [row(*heads, kind=RowKind.HEAD)]
    final = poll.agreed_count
    for at, count in enumerate(poll.counts):
        last = at == len(poll.counts) - 1
        stands = last and not count.teller and final is not None
        name = _count_name(c, poll, count)
        rows.append(_count(c, poll, name, count.ballots, final, stands=stands))
    if final is not None and poll.counts and poll.counts[-1].teller:
        rows.append(_count(c, poll, t("Agreed"), final, final, stands=True))
    if not poll.counts:
        issued = "—" if poll.issued is None else str(poll.issued)
        rows.append(row("—", issued, *("—",) * len(_BALLOTS)))
    rows.append(wide(len(heads), _paper_note(c, poll)))
    return widths, rows


def _count_name(c: Clerk, poll: Poll, count: Count) -> str:
    """甲首次, 乙首次, 复点, 更正."""
    t = c.t
    if count.teller:
        return t("{teller}, first count", teller=teller_letter(c, poll, count.teller))
    if isinstance(count.recorded.event, BallotsCorrected):
        return t.within("column", "Corrected")
    return t("Recount")


def teller_letter(c: Clerk, poll: Poll, teller: str) -> str:
    """甲 or 乙, A or B."""
    letters = "甲乙丙丁" if c.lang == "zh" else "ABCD"
    return letters[poll.tellers.index(teller)]


def _count(
    c: Clerk, poll: Poll, name: str, found: Ballots, final: Ballots | None, *, stands: bool
) -> Row:
    cells = [mid(name), mid("—" if poll.issued is None else str(poll.issued))]
    for field, _ in _BALLOTS:
        value = getattr(found, field)
        wrong = final is not None and not stands and value != getattr(final, field)
        cells.append(mid(struck(str(value)) if wrong else str(value)))
    return row(*cells, kind=RowKind.TOTAL if stands else RowKind.BODY)


def _paper_note(c: Clerk, poll: Poll) -> str:
    """Whether the tellers agreed, and who was not among the voters."""
    t = c.t
    first = [count.ballots for count in poll.counts if count.teller]
    parts: list[str] = []
    if len(first) == 2:
        recounted = any(
            not one.teller and not isinstance(one.recorded.event, BallotsCorrected)
            for one in poll.counts
        )
        if first[0] == first[1]:
            parts.append(t("Both tellers found the same."))
        elif recounted:
            parts.append(t("The first counts differed; A and B counted again together."))
        else:
            parts.append(t("The counts differ; they were not counted again."))
    parts.append(t("A secret ballot is not split by group."))
    if poll.outcome is not None:
        tally = poll.outcome.tally
        for number, text in (
            (tally.absent, mark_in("ballots", "Absent {n}")),
            (tally.recused, mark_in("ballots", "Recused {n}")),
            (tally.silent, mark_in("ballots", "Gave in no ballot {n}")),
            (tally.vacant, mark_in("ballots", "Vacant seats {n}")),
        ):
            if number:
                parts.append(t("{text}.", text=t.within(*text, n=number)))
    return c.sentences(*parts)
