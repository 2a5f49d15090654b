"""What waits to be put on an agenda: items put off, decisions and groups that are due, matters that came in."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from facilitator import aftermath, overview
from facilitator.aftermath import FollowRow
from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.followup.agenda import brought, followed_up
from facilitator.followup.intake import Source
from facilitator.followup.standing import SOON_DAYS
from facilitator.meeting.items import AddItem
from facilitator.overview import ItemRow
from facilitator.words.aftermath import late_words, near, source_words
from facilitator.words.figures import airy, short_date

MOST = 200
"""Of each kind that are offered: nobody reads more."""


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
    source: str = ""
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
            source=self.source,
        )


def waiting_for(
    desk: Desk, body: str, today: date, *, lang: str, but: str = "", has: Collection[str] = ()
) -> tuple[Waiting, ...]:
    """All that waits for a meeting of a body: put off, then due by then or soon, then what came in.

    `lang` is the language of the meeting's papers, `but` the meeting itself, `has` the titles on its agenda.
    """
    put_off = [row for row in overview.put_off(desk.session, body) if row.meeting != but]
    found = [_carried(desk, row) for row in put_off]
    found += _due(desk, body, today, lang, but)
    found += _came_in(desk, body, lang)
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


def _due(desk: Desk, body: str, today: date, lang: str, but: str) -> Iterator[Waiting]:
    """What is overdue or due within a fortnight, and on no agenda yet."""
    for row in aftermath.followups(desk.session, body=body, waiting=True, limit=MOST):
        if row.next_day is None or (row.next_day - today).days > SOON_DAYS:
            return  # the next day comes first, so that none after this one is due
        if not row.on_agenda and row.meeting != but:
            item = followed_up(desk, row, lang)
            yield Waiting(
                key=f"{row.meeting}.{row.matter.replace('/', '.')}",
                title=item.title,
                detail=_due_words(desk, row, today),
                minutes=item.minutes,
                text=item.text,
                source=row.stream,
            )


def _came_in(desk: Desk, body: str, lang: str) -> Iterator[Waiting]:
    """What came in from outside, is not settled, and was on no agenda; the oldest first."""
    rows = aftermath.intakes(desk.session, waiting=True, body=body, limit=MOST)
    for row in reversed(rows):
        if not row.on_agenda:
            item = brought(row, lang)
            source = source_words(Source(row.source), row.source_name, row.reference, desk.lang)
            yield Waiting(
                key=row.intake,
                title=item.title,
                detail=airy(source),
                minutes=item.minutes,
                text=item.text,
                source=row.stream,
            )


def _due_words(desk: Desk, row: FollowRow, today: date) -> str:
    t, lang, late = desk.t, desk.lang, row.overdue(today)
    who = row.implementer or row.lead_name
    day = near(row.next_day, today, lang) if row.next_day else ""
    parts = [who, t("due on {day}", day=day), late_words(late, lang) if late else ""]
    return airy(t.within("between", ", ").join(part for part in parts if part))
