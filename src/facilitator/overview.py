"""What every door asks about a whole archive: its bodies, meetings and decisions, and items put off."""

from __future__ import annotations

from datetime import datetime

from facilitator.record import lookups, paging
from facilitator.record.lookups import (
    BodyRow,
    DecisionRow,
    ItemRow,
    MeetingRow,
    MotionRow,
)
from facilitator.record.paging import TermRow
from facilitator.session import Session

__all__ = [
    "BodyRow",
    "DecisionRow",
    "ItemRow",
    "MeetingRow",
    "MotionRow",
    "TermRow",
    "bodies",
    "decisions",
    "meetings",
    "put_off",
    "unfinished",
]


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


def holds_sample(session: Session) -> bool:
    """Whether something in the archive is invented: then its windows say so, wherever one is."""
    return True in session.record.natures()


def all_sample(session: Session) -> bool:
    """Whether nothing in the archive is anything but invented; so it is in an empty one."""
    return False not in session.record.natures()


def last_recorded(session: Session) -> datetime | None:
    """When the last entry of all was recorded; None in a new archive."""
    return lookups.last_recorded(session.record)


def followed_up_since(session: Session, since: datetime) -> bool:
    """Whether it was noted since then what became of something."""
    heads = session.record.streams("followup/")
    return any(one.at is not None and one.at >= since for one in heads)


def unfinished(session: Session) -> list[MeetingRow]:
    """Meetings that run or are still to be held, newest first; however many others there are."""
    return lookups.meetings(session.record, unfinished=True)


def put_off(session: Session, body: str = "") -> list[ItemRow]:
    """Items of earlier meetings, of one body or of all, that are on no later agenda yet; with their motions."""
    return lookups.put_off(session.record, body)


def decisions(session: Session, body: str = "", *, limit: int | None = None) -> list[DecisionRow]:
    """Decisions of one body or of all, newest first, annulled ones among them; at most `limit`."""
    return lookups.decisions(session.record, body, limit=limit)
