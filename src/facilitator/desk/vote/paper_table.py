"""The counts of a secret ballot side by side: every teller's, the recount, and where they differ."""

from __future__ import annotations

from facilitator.desk.desk import Desk
from facilitator.desk.vote.ballot_form import FIELDS
from facilitator.desk.vote.figures import Cell, Figures, Line
from facilitator.meeting.polls import Count, Poll
from facilitator.meeting.voting import BallotsCorrected
from facilitator.words.figures import listing


def count_figures(desk: Desk, poll: Poll) -> Figures:
    """Every count in the order it came in; the one that stands stands out, what differs from it is red."""
    t = desk.t
    heads = (t.within("column", "Count"), *(t.within(*label) for label in FIELDS.values()))
    agreed = poll.agreed_count
    lines = [_line(desk, poll, count) for count in poll.counts]
    if agreed is not None and poll.counts[-1].teller:
        numbers = (Cell(f"{getattr(agreed, field):,}", bold=True) for field in FIELDS)
        lines.append(Line((Cell(t("Agreed"), bold=True), *numbers), "good"))
    return Figures(heads, tuple(lines))


def _line(desk: Desk, poll: Poll, count: Count) -> Line:
    agreed = poll.agreed_count
    stands = count is poll.counts[-1] and not count.teller
    different = {field for field in FIELDS if _differs(poll, field)}

    def cell(field: str) -> Cell:
        value = getattr(count.ballots, field)
        wrong = value != getattr(agreed, field) if agreed is not None else field in different
        return Cell(f"{value:,}", bold=stands or wrong, tone="bad_ink" if wrong else "ink")

    name = Cell(_name(desk, poll, count), bold=stands)
    return Line((name, *(cell(field) for field in FIELDS)), "good" if stands else "")


def _name(desk: Desk, poll: Poll, count: Count) -> str:
    t = desk.t
    if count.teller:
        return t("Teller {name}", name=desk.session.name_of(count.teller))
    if isinstance(count.recorded.event, BallotsCorrected):
        return t.within("column", "Corrected")
    return t("Recount")


def _differs(poll: Poll, field: str) -> bool:
    own = [one.ballots for one in poll.counts if one.teller]
    return len({getattr(ballots, field) for ballots in own}) > 1


def differing(desk: Desk, poll: Poll) -> str:
    """In what the two tellers differ: 赞成 8、9，废票 1、0."""
    t = desk.t
    own = [one.ballots for one in poll.counts if one.teller]
    parts = [
        t(
            "{what} {numbers}",
            what=t.within(*label),
            numbers=listing([str(getattr(ballots, field)) for ballots in own], desk.lang),
        )
        for field, label in FIELDS.items()
        if _differs(poll, field)
    ]
    return t.within("between", "; ").join(parts)
