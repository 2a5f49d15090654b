"""What is looked at before a meeting: the notice, the seats, who asked for leave, the projector."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum

from PySide6.QtGui import QGuiApplication

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.meeting import Meeting
from facilitator.meeting.notice_time import NoticeTime, notice_time
from facilitator.rules.composition import FindingKind
from facilitator.words.figures import Unit, airy, counted, listing, short_date
from facilitator.words.findings import finding_sentence


class State(Enum):
    """Icon and colour; the words say the same."""

    GOOD = ("check", "good_ink")
    LOOK = ("triangle-alert", "warn_ink")
    BAD = ("triangle-alert", "bad_ink")


@dataclass(frozen=True, slots=True)
class Check:
    """One line, and the page where it can be put right, "" if nowhere. `key` says what it is about."""

    key: str
    state: State
    text: str
    page: str = ""
    which: str = ""


def checks(desk: Desk, meeting: Meeting) -> list[Check]:
    """All lines for a meeting that is being prepared, in a fixed order."""
    lang = desk.lang
    found = [*_agenda(desk, meeting), *_notice(desk, meeting), *_seats(desk, meeting)]
    names = desk.session.names(meeting)
    if away := [names.get(key, key) for key in meeting.attendance.excused]:
        t = desk.t
        number = counted(len(away), Unit.PEOPLE, lang)
        found.append(
            Check(
                "leave",
                State.GOOD,
                airy(t("On leave, {number}: {names}", number=number, names=listing(away, lang))),
            )
        )
    return [*found, projector(desk)]


def projector(desk: Desk) -> Check:
    """Whether there is a second screen."""
    t = desk.t
    if len(QGuiApplication.screens()) > 1:
        return Check("projector", State.GOOD, t("Projector connected"))
    return Check("projector", State.LOOK, t("No projector yet (can be connected later)"))


def _agenda(desk: Desk, meeting: Meeting) -> Iterator[Check]:
    if meeting.format.has("wall"):
        from facilitator.desk.forum.prepare.readiness import forum_checks

        yield from (check for check, _ in forum_checks(desk, meeting))
    elif meeting.format.has("slate"):
        from facilitator.desk.selection.prepare.readiness import selection_checks

        yield from (check for check, _ in selection_checks(desk, meeting))
    elif not meeting.agenda.items:
        t = desk.t
        yield Check("agenda", State.BAD, t("Nothing is on the agenda yet"), "meetings", meeting.id)


def _notice(desk: Desk, meeting: Meeting) -> Iterator[Check]:
    today = desk.now().astimezone(meeting.call.planned.tzinfo).date()
    time = notice_time(meeting, today)
    state, text = _posted(desk, time) if time.posted else _not_posted(desk, time, today)
    yield Check("notice", state, airy(text), "meetings", meeting.id)


def _posted(desk: Desk, time: NoticeTime) -> tuple[State, str]:
    t = desk.t
    if time.late:
        return State.BAD, t.many(
            "Notice posted {n} day too late (the charter asks for {asked})",
            "Notice posted {n} days too late (the charter asks for {asked})",
            time.late,
            asked=time.asked,
        )
    if time.ahead <= 0:
        return State.LOOK, t("Notice posted on the day of the meeting")
    return State.GOOD, t.many(
        "Notice posted {n} day ahead", "Notice posted {n} days ahead", time.ahead
    )


def _not_posted(desk: Desk, time: NoticeTime, today: date) -> tuple[State, str]:
    t, lang = desk.t, desk.lang
    if time.late:
        return State.BAD, t.many(
            "Notice not posted, {n} day late already",
            "Notice not posted, {n} days late already",
            time.late,
        )
    if time.due is None:
        return State.LOOK, t("Notice not posted yet")
    if time.due == today:
        return State.LOOK, t("Notice to be posted today at the latest")
    return State.LOOK, t(
        "Notice not posted yet, {day} at the latest", day=short_date(time.due, lang)
    )


def _seats(desk: Desk, meeting: Meeting) -> Iterator[Check]:
    """Seats that are empty, group by group; whether anything else about the roster is to be looked at."""
    t, lang, charter = desk.t, desk.lang, meeting.charter
    body = desk.session.body(meeting.taken.body)
    findings = body.findings(meeting.call.planned.date())
    missing = [one for one in findings if one.kind is FindingKind.MISSING]
    for one in missing:
        yield Check(
            "seats", State.LOOK, airy(finding_sentence(one, charter, lang)), "bodies", body.id
        )
    if not missing:
        yield Check("seats", State.GOOD, airy(_full(desk, meeting)))
    if others := len(findings) - len(missing):
        text = t.many(
            "{n} point of the roster to look at", "{n} points of the roster to look at", others
        )
        yield Check("roster", State.LOOK, airy(text), "bodies", body.id)


def _full(desk: Desk, meeting: Meeting) -> str:
    t, groups = desk.t, meeting.charter.groups
    if not meeting.charter.seats:
        members = counted(len(meeting.council.seats), Unit.PEOPLE, desk.lang)
        return t("{members} on the roster", members=members)
    seats = counted(meeting.charter.seats, Unit.SEATS, desk.lang)
    sizes = " + ".join(str(group.seats) for group in groups if group.seats)
    if len(groups) == 1:
        return t("All {seats} filled", seats=seats)
    return t("All {seats} filled: {sizes}", seats=seats, sizes=sizes)
