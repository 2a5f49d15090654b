"""Calls to departments with the time they took: figures for each department, then case by case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from facilitator.followup.calls import Settled, within
from facilitator.papers.kinds.cells import Piece, bold, left, mid, row, say
from facilitator.papers.kinds.clerk import nothing
from facilitator.papers.kinds.office import Office, office, write_list
from facilitator.papers.material import BodyMaterial
from facilitator.papers.model import BlockKind, Heading, Paper, Paragraph, Row, RowKind, Table
from facilitator.words.aftermath import call_words, span
from facilitator.words.figures import clock
from facilitator.words.titles import title

if TYPE_CHECKING:
    from facilitator.record.aftermath import CallRow


def calls(source: BodyMaterial) -> list[Paper]:
    """One list; refused (`nothing-to-print`) when nobody was called."""
    if not source.calls:
        raise nothing("calls")
    c = office(source)
    t = c.t
    return [write_list(c, "calls", t.within("calls", "Calls to departments"), _blocks(c))]


def _blocks(c: Office) -> Iterator[BlockKind]:
    t = c.t
    yield Heading(t("By department"))
    yield _figures(c)
    yield Paragraph(
        say(
            t(
                "Each call has its own time, set when it was made; withdrawn calls are not counted. The middle "
                "time is that of the call in the middle, with as many quicker as slower."
            )
        ),
        indented=False,
        small=True,
    )
    yield Heading(t("Case by case"))
    yield _cases(c)


def _figures(c: Office) -> Table:
    """How many calls, how many were answered in time, and how the cases were assessed; totals last."""
    t = c.t
    heads = (
        t.within("calls", "Department"),
        t.within("calls", "Calls"),
        t.within("calls", "In time"),
        t.within("calls", "Too late"),
        t.within("calls", "Nobody came"),
        t.within("calls", "Middle time"),
        t.within("calls", "Settled"),
        t.within("calls", "In part"),
        t.within("calls", "Not settled"),
    )
    counted = [one for one in c.source.calls if one.withdrawn is None]
    names = sorted({one.department for one in counted})
    rows = [row(*heads, kind=RowKind.HEAD)]
    for name in names:
        rows.append(_sums(c, name, [one for one in counted if one.department == name]))
    if len(names) != 1:
        rows.append(_sums(c, t.within("calls", "All"), counted, kind=RowKind.TOTAL))
    return Table(widths=(70, 20, 22, 22, 28, 34, 22, 22, 24), rows=tuple(rows))


def _sums(c: Office, name: str, found: list[CallRow], kind: RowKind = RowKind.BODY) -> Row:
    came = [took for one in found if (took := _took(one)) is not None]
    good = sum(within(took, one.minutes) for one, took in _timed(found))
    gone = sum(one.arrived_at is None and _over(c, one) for one in found)
    settled = {key: sum(one.settled == key for one in found) for key in Settled}
    return row(
        left(name),
        str(len(found)),
        str(good),
        str(len(came) - good),
        str(gone),
        span(_minutes(sorted(came)[(len(came) - 1) // 2]), c.lang) if came else "—",
        *(str(settled[key]) for key in Settled),
        kind=kind,
    )


def _timed(found: list[CallRow]) -> Iterator[tuple[CallRow, timedelta]]:
    for one in found:
        took = _took(one)
        if took is not None:
            yield one, took


def _took(one: CallRow) -> timedelta | None:
    """How long it took until somebody was there; None while nobody is."""
    if one.arrived_at is None:
        return None
    return datetime.fromisoformat(one.arrived_at) - datetime.fromisoformat(one.made_at)


def _over(c: Office, one: CallRow) -> bool:
    """Whether nobody came in the time set; while the clock still runs that is not known."""
    due = datetime.fromisoformat(one.made_at) + timedelta(minutes=one.minutes)
    return one.settled is not None or due < c.source.now


def _minutes(length: timedelta) -> int:
    """Minutes, with the one that has just begun."""
    return -(-length // timedelta(minutes=1))


def _cases(c: Office) -> Table:
    t = c.t
    heads = (
        t.within("calls", "Called"),
        t.within("calls", "Department"),
        t.within("calls", "Matter"),
        t.within("calls", "On the spot"),
        t.within("calls", "Assessment of this case"),
    )
    rows = [row(*heads, kind=RowKind.HEAD)]
    rows += [_case(c, one) for one in c.source.calls]
    return Table(widths=(36, 42, 66, 50, 66), rows=tuple(rows))


def _case(c: Office, one: CallRow) -> Row:
    made = c.here(datetime.fromisoformat(one.made_at))
    caller = c.brackets(one.caller) if one.caller and not c.public else ""
    where = c.brackets(one.place) if one.place and not c.public else ""
    return row(
        mid(c.date(made.date()), "\n", f"{clock(made)}{caller}"),
        left(one.department),
        left(c.told(one.matter) + where),
        left(*_arrival(c, one, made)),
        left(*_assessment(c, one)),
    )


def _arrival(c: Office, one: CallRow, made: datetime) -> Iterator[Piece]:
    if one.withdrawn is not None:
        yield "—"
        return
    arrived = c.here(datetime.fromisoformat(one.arrived_at)) if one.arrived_at else None
    if arrived is None and one.settled is not None:
        yield bold(c.t("Nobody came."))
        return
    said = call_words(made, one.minutes, arrived, c.source.now, c.lang)
    late = arrived is not None and not within(arrived - made, one.minutes)
    yield bold(said) if late else said
    if arrived is not None and one.arrived_who and not c.public:
        yield c.brackets(one.arrived_who)


def _assessment(c: Office, one: CallRow) -> Iterator[Piece]:
    t = c.t
    if one.withdrawn is not None:
        yield t("withdrawn: {reason}", reason=c.told(one.withdrawn))
        return
    if one.settled is None:
        yield t("Not assessed yet")
        return
    yield bold(title(Settled(one.settled), c.lang))
    if one.assessment:
        yield ("：" if c.lang == "zh" else ": ") + c.told(one.assessment)
