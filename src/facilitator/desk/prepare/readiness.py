"""What is looked at while a meeting is prepared, as lines: what Today looks at, and who runs it and writes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitator.desk.desk import Desk
from facilitator.desk.today.checks import Check, State, checks
from facilitator.meeting import Meeting
from facilitator.meeting.attendance import Capacity
from facilitator.meeting.notice_time import notice_time
from facilitator.meeting.standing import with_all_expected
from facilitator.rules.outcome import Verdict
from facilitator.words.figures import Unit, airy, counted, listing
from facilitator.words.tongue import mark_many
from facilitator.words.votes import dry_run_words

SHOWN = ("notice", "seats", "roster", "host", "recorder", "leave", "papers")
"""In this order; the agenda is seen beside, and the projector is a matter of the evening."""

_ASKS = mark_many(
    "It has to hang {n} day before the meeting.", "It has to hang {n} days before the meeting."
)


def readiness(desk: Desk, meeting: Meeting) -> list[tuple[Check, str]]:
    """Each line, with what else there is to know of it ("" for nothing)."""
    found = [*checks(desk, meeting), *_people(desk, meeting), _papers(desk, meeting)]
    if not meeting.attendance.excused:
        t = desk.t
        found.append(Check("leave", State.GOOD, t("Nobody has asked for leave")))
    shown = [one for one in found if one.key in SHOWN]
    if meeting.council.seats and with_all_expected(meeting).best.verdict is not Verdict.PASSED:
        shown = [replace(one, state=State.LOOK) if one.key == "leave" else one for one in shown]
    shown.sort(key=lambda one: SHOWN.index(one.key))
    return [(one, _detail(desk, meeting, one)) for one in shown]


def _people(desk: Desk, meeting: Meeting) -> Iterator[Check]:
    """Who runs it, and who keeps the record."""
    t, names = desk.t, desk.session.names(meeting)
    host = meeting.life.host
    name = names.get(host, host)
    if not host:
        yield Check("host", State.LOOK, t("Nobody is named as host yet"))
    elif host in meeting.attendance.excused:
        yield Check("host", State.BAD, t("The host, {name}, has asked for leave", name=name))
    else:
        yield Check("host", State.GOOD, t("Host: {name}", name=name))
    recorders = [
        names[key]
        for key, seen in meeting.attendance.observers.items()
        if seen.capacity is Capacity.SECRETARY and key in names
    ]
    if recorders:
        said = t("Recorder: {names}", names=listing(recorders, desk.lang))
        yield Check("recorder", State.GOOD, said)
    else:
        yield Check("recorder", State.LOOK, t("Nobody is named to keep the record yet"))


def _papers(desk: Desk, meeting: Meeting) -> Check:
    """For how many items ballot papers can be printed beforehand: those that have a wording."""
    t = desk.t
    worded = sum(bool(item.text) for item in meeting.agenda.unfinished())
    people = counted(len(meeting.council.seats), Unit.PEOPLE, desk.lang)
    sheet = t("Sign-in sheet for {people}", people=people)
    more = t("no ballot papers: no item has a wording yet")
    if worded:
        more = t.many("ballot papers for {n} motion", "ballot papers for {n} motions", worded)
    return Check("papers", State.GOOD, airy(t.within("between", ", ").join((sheet, more))))


def _detail(desk: Desk, meeting: Meeting, check: Check) -> str:
    t = desk.t
    if check.key == "notice":
        notice = meeting.life.notice
        asked = notice_time(meeting, desk.now().date()).asked
        if notice is not None and notice.where:
            return notice.where
        return airy(t.many(*_ASKS, asked)) if asked else ""
    if check.key != "leave" or not meeting.council.seats:
        return ""
    run = with_all_expected(meeting)
    if run.best.verdict is Verdict.PASSED and not meeting.attendance.excused:
        return ""
    coming = len(meeting.council.seats) - len(meeting.attendance.excused)
    said = dry_run_words(meeting.charter, run, coming, desk.lang)
    return airy(t("If all the others come: {text}", text=said))
