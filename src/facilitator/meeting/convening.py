"""Calling a meeting: which body, when and where, under which charter and with whom; and the notice of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

import msgspec

from facilitator.acts import Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.bodies.seats import expect_seat
from facilitator.meeting.format import Format
from facilitator.meeting.part import MeetingCommand
from facilitator.rules.charter import Charter
from facilitator.rules.composition import Holding

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

FIRST_YEAR, LAST_YEAR = 1990, 2199
"""Years in which a meeting can be called."""


class Council(msgspec.Struct, frozen=True, kw_only=True):
    """A body as a meeting takes it over: the charter in force on its day, and who holds which seat."""

    body: str
    name: str
    term: int
    charter: Charter
    seats: tuple[Holding, ...]
    posting_places: str = ""
    sample: bool = False


class ConveneMeeting(MeetingCommand, frozen=True, kw_only=True, tag="meeting.convene"):
    """A meeting of a body is called for a time and a place."""

    body: str
    planned: datetime
    place: str
    title: str = ""
    format: str = "yishihui"
    host: str = ""
    """Member who runs it; empty takes the office that chairs."""
    lang: str = "zh"
    """Language of its papers: zh or en."""


class PostNotice(MeetingCommand, frozen=True, kw_only=True, tag="meeting.post-notice"):
    """The notice was posted or sent out."""

    posted: date
    where: str = ""


class MeetingConvened(Event, frozen=True, kw_only=True, tag="meeting.convened"):
    council: Council
    format: Format
    planned: datetime
    place: str
    ordinal: int
    title: str = ""
    host: str = ""
    lang: str = "zh"


class NoticePosted(Event, frozen=True, kw_only=True, tag="meeting.notice-posted"):
    posted: date
    where: str = ""


def convene(meeting: Meeting, command: ConveneMeeting) -> Iterable[Event]:
    """A body may be convened for any time; the charter in force on that day comes with it."""
    if meeting.convened:
        raise RuleViolation("meeting-exists", meeting=meeting.id)
    clean_id(command.meeting, "meeting")
    council, chosen = meeting.outside.council, meeting.outside.format
    if council is None:
        raise RuleViolation("unknown-body", body=command.body)
    if chosen is None:
        raise RuleViolation("unknown-format", format=command.format)
    every_seat_exists(council)
    expect_planned(command.planned)
    if command.lang not in ("zh", "en"):
        raise RuleViolation("unknown-language", lang=command.lang)
    host = command.host or _chair(council)
    if host and all(holding.member != host for holding in council.seats):
        raise RuleViolation("not-in-body", member=host)
    yield MeetingConvened(
        council=council,
        format=chosen,
        planned=command.planned,
        place=clean_text(command.place, "place", one_line=True),
        ordinal=meeting.outside.next_ordinal,
        title=clean_text(command.title, "title", required=False, one_line=True),
        host=host,
        lang=command.lang,
    )


def expect_planned(planned: datetime) -> None:
    """Refuse a time without its zone, or in a year that can only be mistyped: slots are counted from it."""
    if planned.tzinfo is None:
        raise RuleViolation("time-without-zone", field="planned")
    if not FIRST_YEAR <= planned.year <= LAST_YEAR:
        raise RuleViolation(
            "number-range", field="planned", value=planned.year, least=FIRST_YEAR, most=LAST_YEAR
        )


def _chair(council: Council) -> str:
    chairs = {office.key for office in council.charter.offices if office.chairs}
    return next((h.member for h in council.seats if chairs & set(h.offices)), "")


def post_notice(meeting: Meeting, command: PostNotice) -> Iterable[Event]:
    """The posting is noted with its day; whether it was in time is for all to see."""
    where = clean_text(command.where, "where", required=False, one_line=True)
    yield NoticePosted(posted=command.posted, where=where or meeting.council.posting_places)


def every_seat_exists(council: Council) -> None:
    """A seat may be one of a newer charter's, not yet in force: its holder cannot be counted under this one."""
    for holding in council.seats:
        expect_seat(council.charter, holding.seat, holding.group)


def on_convened(meeting: Meeting, event: MeetingConvened, recorded: Recorded) -> None:
    meeting.convened = recorded
    meeting.call = event
    meeting.taken, meeting.format = event.council, event.format
    meeting.life.phase = event.format.phases[0].key
    meeting.life.set_host(event.host, recorded)


def on_notice(meeting: Meeting, event: NoticePosted, _recorded: Recorded) -> None:
    meeting.life.notice = event
    meeting.agenda.announced = True
