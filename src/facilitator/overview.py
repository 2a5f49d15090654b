"""What every door asks about a whole archive: its bodies, meetings and decisions, and what still waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitator.meeting.reviews import Progress
from facilitator.record import lookups, paging
from facilitator.record.lookups import (
    BodyRow,
    DecisionRow,
    GroupRow,
    ItemRow,
    MeetingRow,
    MotionRow,
)
from facilitator.record.paging import TermRow
from facilitator.session import Session

__all__ = [
    "ActionRow",
    "BodyRow",
    "DecisionRow",
    "ItemRow",
    "MeetingRow",
    "MotionRow",
    "OpenAssignment",
    "TermRow",
    "bodies",
    "decisions",
    "meetings",
    "open_actions",
    "open_assignments",
    "put_off",
    "unfinished",
]


@dataclass(frozen=True, slots=True)
class OpenAssignment:
    """A decision that somebody is to carry out and of which no report said that it is done or given up."""

    decision: DecisionRow
    due: date | None
    """When it is to be done, as last put off; without that, when it is to be reported on or looked at."""
    overdue: bool
    progress: Progress | None
    """What was last reported, None if nothing was."""


@dataclass(frozen=True, slots=True)
class ActionRow:
    """What an action group of a forum set out to do first; `due` None when they named no day."""

    meeting: str
    body: str
    body_name: str
    group: str
    title: str
    lead: str
    """Their id; `lead_name` is what they are called, empty once that was erased."""
    first_step: str
    due: date | None
    overdue: bool
    lead_name: str = ""


def bodies(session: Session) -> list[BodyRow]:
    """All bodies, by name, with how many sit."""
    return lookups.bodies(session.record)


def meetings(session: Session) -> list[MeetingRow]:
    """All meetings, newest first; also those that were cancelled, with the reason."""
    return lookups.meetings(session.record)


def meetings_page(
    session: Session, text: str = "", *, lang: str, after: MeetingRow | None = None, limit: int
) -> list[MeetingRow]:
    """So many meetings after one, newest first: those in which every word of `text` occurs.

    Body, title, place and day are looked through; the day may be written as ISO or in words of `lang`.
    """
    return paging.meetings(session.record, wanted=_words(text), lang=lang, after=after, limit=limit)


def count_meetings(session: Session, text: str = "", *, lang: str, most: int = -1) -> int:
    """How many meetings there are in which every word of `text` occurs, counted up to `most`."""
    return paging.count_meetings(session.record, wanted=_words(text), lang=lang, most=most)


def _words(text: str) -> list[str]:
    return text.casefold().replace("\u00a0", " ").split()


def last_meeting(session: Session, body: str) -> MeetingRow | None:
    """A body's newest meeting that was not cancelled."""
    return paging.last_meeting(session.record, body)


def terms(session: Session, body: str) -> list[TermRow]:
    """The terms of office in which a body has met, newest first, with what came of them."""
    return paging.terms(session.record, body)


def unfinished(session: Session) -> list[MeetingRow]:
    """Meetings that run or are still to be held, newest first; however many others there are."""
    return lookups.meetings(session.record, unfinished=True)


def put_off(session: Session, body: str = "") -> list[ItemRow]:
    """Items of earlier meetings, of one body or of all, that are on no later agenda yet; with their motions."""
    return lookups.put_off(session.record, body)


def decisions(session: Session, body: str = "", *, limit: int | None = None) -> list[DecisionRow]:
    """Decisions of one body or of all, newest first, annulled ones among them; at most `limit`."""
    return lookups.decisions(session.record, body, limit=limit)


def open_assignments(
    session: Session, day: date, *, body: str = "", limit: int = -1
) -> list[OpenAssignment]:
    """What is still to be carried out on `day`: overdue first, then what is due next, undated last."""
    rows = paging.waiting(session.record, body, limit)
    return [_open(row, day) for row in rows]


def _open(row: paging.WaitingRow, day: date) -> OpenAssignment:
    due = date.fromisoformat(row.due) if row.due else None
    progress = Progress(row.progress) if row.progress else None
    return OpenAssignment(row.decision, due, due is not None and due < day, progress)


def open_actions(session: Session, day: date, *, limit: int = -1) -> list[ActionRow]:
    """What action groups are still to do on `day`: overdue first, then what is due next, undated last."""
    return [_action(row, day) for row in lookups.action_groups(session.record, limit)]


def _action(row: GroupRow, day: date) -> ActionRow:
    due = date.fromisoformat(row.due) if row.due else None
    return ActionRow(
        meeting=row.meeting,
        body=row.body,
        body_name=row.body_name,
        group=row.group,
        title=row.title,
        lead=row.lead,
        first_step=row.first_step,
        due=due,
        overdue=due is not None and due < day,
        lead_name=row.lead_name,
    )
