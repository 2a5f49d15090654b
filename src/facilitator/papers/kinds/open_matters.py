"""What is still to be done (落实一览), for the wall of the office: what is overdue first, longest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from facilitator.followup.entries import View
from facilitator.followup.standing import SOON_DAYS
from facilitator.meeting.reviews import Progress
from facilitator.papers.kinds.cells import Piece, bold, called, left, mid, row, wide
from facilitator.papers.kinds.clerk import nothing
from facilitator.papers.kinds.office import Office, office, write_list
from facilitator.papers.material import BodyMaterial
from facilitator.papers.model import BlockKind, Paper, Row, RowKind, Table
from facilitator.words.aftermath import late_words, near
from facilitator.words.outcomes import decision_words
from facilitator.words.titles import title

if TYPE_CHECKING:
    from facilitator.record.aftermath import FollowRow


def open_matters(source: BodyMaterial) -> list[Paper]:
    """One list; refused (`nothing-to-print`) when nothing waits."""
    if not source.matters:
        raise nothing("open-matters")
    c = office(source)
    heading = c.t("Still to be done")
    return [write_list(c, "open-matters", heading, _blocks(c), subtitle=_subtitle(c))]


def _subtitle(c: Office) -> str:
    t, rows = c.t, c.source.matters
    late = sum(row.overdue(c.today) > 0 for row in rows)
    said = t.many("{n} matter", "{n} matters", len(rows))
    overdue = t.many("{n} overdue", "{n} overdue", late) if late else ""
    return c.joined(
        c.source.name, t("as of {date}", date=c.date(c.today)), c.separated(said, overdue)
    )


def _blocks(c: Office) -> Iterator[BlockKind]:
    t = c.t
    heads = (
        t.within("list", "No."),
        t.within("list", "Matter"),
        t.within("list", "Implementer"),
        t.within("list", "Due"),
        t.within("list", "The office says"),
        t.within("list", "Residents say"),
        t.within("list", "Agenda"),
    )
    rows: list[Row] = [row(*heads, kind=RowKind.HEAD)]
    for words, found in _groups(c):
        if found:
            rows.append(wide(len(heads), words, kind=RowKind.GROUP))
            rows += [_row(c, one) for one in found]
    widths = (15, 88, 42, 40, 27, 27, 22) if c.lang == "zh" else (20, 84, 42, 40, 27, 27, 22)
    yield Table(widths=widths, rows=tuple(rows))


def _groups(c: Office) -> Iterator[tuple[str, list[FollowRow]]]:
    t, rows = c.t, c.source.matters
    late = [one for one in rows if one.overdue(c.today)]
    soon = [one for one in rows if one not in late and _soon(one, c.today)]
    rest = [one for one in rows if one not in late and one not in soon]
    yield t.within("list", "Overdue") + c.gap + t("longest first"), late
    yield t.within("list", "Due within a fortnight"), soon
    yield t.within("list", "Later, or without a day"), rest


def _soon(one: FollowRow, today: date) -> bool:
    return one.next_day is not None and (one.next_day - today).days <= SOON_DAYS


def _row(c: Office, one: FollowRow) -> Row:
    t = c.t
    number = decision_words(one.decision, c.lang) if one.decision else t("Action group")
    due: list[Piece] = []
    if one.next_day is not None:
        due.append(near(one.next_day, c.today, c.lang))
        if one.review_on == one.next_day != one.due:
            due.append(c.brackets(t("to be looked at again")))
        if late := one.overdue(c.today):
            due += ["\n", bold(late_words(late, c.lang))]
    matter: list[Piece] = [one.title]
    if not c.source.body:
        matter += ["\n", called(one.body_name)]
    office_says = title(Progress(one.progress or "not-started"), c.lang)
    residents = title(View(one.view), c.lang) if one.view else "—"
    return row(
        mid(str(one.decision) if one.decision else number),
        left(*matter),
        left(_who(c, one)),
        mid(*due) if due else mid("—"),
        mid(office_says),
        mid(bold(residents)) if _differ(one) else mid(residents),
        mid(t("yes") if one.on_agenda else ""),
    )


def _who(c: Office, one: FollowRow) -> str:
    """Who carries it out; of a group that has its own lead, that person."""
    if one.implementer:
        return c.told(one.implementer)
    return c.person(one.lead_name) or c.t("Nobody was named.")


def _differ(one: FollowRow) -> bool:
    """Whether the office and the residents do not say the same of whether it is done."""
    return one.view not in (None, "unclear") and (one.progress == "done") != (one.view == "done")
