"""What waits to be put on an agenda: items that earlier meetings put off, and decisions that are overdue."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from facilitator import overview
from facilitator.desk.desk import Desk
from facilitator.meeting.items import AddItem
from facilitator.overview import ItemRow, OpenAssignment
from facilitator.words.figures import airy, short_date
from facilitator.words.tongue import tongue

MINUTES = 5
"""Proposed for a report on an overdue decision."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that could be put on the agenda; `detail` says why it waits, `motions` what it is about."""

    key: str
    title: str
    detail: str
    minutes: int = 0
    text: str = ""
    proposer: str = ""
    carried_from: str = ""
    motions: tuple[str, ...] = ()

    @property
    def put_off(self) -> bool:
        """Whether an earlier meeting meant it for the next one."""
        return bool(self.carried_from)

    def command(self, meeting: str, item: str) -> AddItem:
        """What puts it on the agenda of a meeting as that item."""
        return AddItem(
            meeting=meeting,
            item=item,
            title=self.title,
            minutes=self.minutes,
            text=self.text,
            proposer=self.proposer,
            carried_from=self.carried_from,
        )


def waiting_for(
    desk: Desk, body: str, today: date, *, lang: str, but: str = "", has: Collection[str] = ()
) -> tuple[Waiting, ...]:
    """All that waits for a meeting of a body, in the order in which it came to wait; overdue ones after that.

    `lang` is the language of the meeting's papers, `but` the meeting itself, `has` the titles on its agenda.
    """
    put_off = [row for row in overview.put_off(desk.session, body) if row.meeting != but]
    found = [_carried(desk, row) for row in put_off]
    found += _overdue(desk, body, today, lang)
    return tuple(one for one in found if one.put_off or one.title not in has)


def _carried(desk: Desk, row: ItemRow) -> Waiting:
    t = desk.t
    day = short_date(desk.session.meeting(row.meeting).call.planned.date(), desk.lang)
    single = row.motions[0] if len(row.motions) == 1 else None
    return Waiting(
        key=f"{row.meeting}.{row.item}",
        title=row.title,
        detail=airy(t("Put off on {date}: {reason}", date=day, reason=row.reason)),
        minutes=row.minutes,
        text=row.text or (single.text if single else ""),
        proposer=row.proposer or (single.mover if single else ""),
        carried_from=row.meeting,
        motions=tuple(motion.text for motion in row.motions),
    )


def _overdue(desk: Desk, body: str, today: date, lang: str) -> Iterator[Waiting]:
    for one in overview.open_assignments(desk.session, today):
        if one.overdue and one.decision.body == body:
            t = tongue(lang)
            title = t("Follow-up: {title}", title=one.decision.title)
            key = f"decision.{one.decision.term}.{one.decision.number}"
            yield Waiting(key, title, _due_words(desk, one, today), MINUTES)


def _due_words(desk: Desk, one: OpenAssignment, today: date) -> str:
    t = desk.t
    given = one.decision.assignment
    assert given is not None
    assert one.due is not None
    said = t.many(
        "{implementer}, due on {date}, {n} day overdue",
        "{implementer}, due on {date}, {n} days overdue",
        (today - one.due).days,
        implementer=given.implementer,
        date=short_date(one.due, desk.lang),
    )
    return airy(said)
