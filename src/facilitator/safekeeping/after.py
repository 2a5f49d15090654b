"""What a signed paper is of, and what was recorded after it: read from the archive that is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from itertools import islice
from typing import Any

from facilitator import overview
from facilitator.acts import Recorded, RuleViolation, Trouble
from facilitator.desk.desk import Desk
from facilitator.followup.matter import matter_of
from facilitator.meeting import Meeting
from facilitator.words.figures import airy, clock, clock_seconds, date_words
from facilitator.words.histories import history_words
from facilitator.words.lines import Lines, folds

MOST = 40
"""Acts that are told one by one."""


def paper_lines(desk: Desk, report: Mapping[str, Any]) -> Iterator[str]:
    """Of what history the paper is, up to when; then whatever was recorded in it since, with the time."""
    paper = report["paper"]
    if paper is None:
        return
    t = desk.t
    at = datetime.fromisoformat(paper["at"])
    yield airy(
        t(
            "The paper is of: {history}. It holds all that was recorded up to {time}.",
            history=named(desk, paper["stream"]),
            time=f"{date_words(at.date(), desk.lang)} {clock_seconds(at)}",
        )
    )
    first, count = paper["version"], len(report["since_paper"])
    if not count:
        return
    acts = _acts(desk, paper["stream"], first, first + count)
    yield t("Recorded after it:")
    yield from islice(acts, MOST)
    if (more := len(list(acts))) > 0:
        yield t.many("and {n} more", "and {n} more", more)


def named(desk: Desk, stream: str) -> str:
    """What a history is called; its name in the file when it is not in the open archive."""
    room, _, name = stream.partition("/")
    try:
        if room == "meeting":
            return _named(desk, stream, desk.session.meeting(name))
        if room == "followup":
            meeting, number, _ = matter_of(stream)
            return _named(desk, stream, desk.session.meeting(meeting), number)
        if room == "project":
            project = desk.session.project(*name.split("/"))
            return history_words(stream, desk.lang, title=project.title)
    except (RuleViolation, Trouble):
        pass
    return by_lists(desk)(stream)


def by_lists(desk: Desk) -> Callable[[str], str]:
    """What histories are called by the lists of bodies and meetings, in which unreadable ones still stand."""
    try:
        bodies = {one.body: one.name for one in overview.bodies(desk.session)}
        meetings = {one.meeting: one for one in overview.meetings(desk.session)}
    except Trouble:
        return str

    def called(stream: str) -> str:
        room, _, name = stream.partition("/")
        if room not in ("meeting", "followup"):
            return history_words(stream, desk.lang, body=bodies.get(name, ""), title=name)
        meeting, number = name, 0
        if room == "followup":
            try:
                meeting, number, _ = matter_of(stream)
            except (RuleViolation, Trouble, ValueError):
                return stream
        if (row := meetings.get(meeting)) is None:
            return stream
        day = date.fromisoformat(row.planned[:10])
        return history_words(
            stream, desk.lang, body=bodies.get(row.body, ""), day=day, number=number
        )

    return called


def _named(desk: Desk, stream: str, meeting: Meeting, number: int = 0) -> str:
    day = meeting.call.planned.date()
    return history_words(stream, desk.lang, body=meeting.council.name, day=day, number=number)


def _acts(desk: Desk, stream: str, after: int, last: int) -> Iterator[str]:
    """Each act of a history between two versions; of a meeting in a sentence."""
    room, _, name = stream.partition("/")
    try:
        if room == "meeting":
            yield from _of_meeting(desk, desk.session.meeting(name), after, last)
            return
        chronicle = _chronicle(desk, stream)
    except (RuleViolation, Trouble):
        return
    t = desk.t
    for one in chronicle:
        if after < one.version <= last:
            when = f"{date_words(one.at.date(), desk.lang)} {clock(one.at)}"
            yield airy(t("{time}, by {name}", time=when, name=one.actor))


def _chronicle(desk: Desk, stream: str) -> list[Recorded]:
    room, _, name = stream.partition("/")
    if room == "project":
        return desk.session.project(*name.split("/")).chronicle
    return desk.session.history(stream).chronicle


def _of_meeting(desk: Desk, meeting: Meeting, after: int, last: int) -> Iterator[str]:
    names = desk.session.names(meeting)
    teller = Lines(meeting, desk.lang, lambda one: names.get(one) or desk.t("(deleted)"))
    shown, folded = "", False
    for entry in meeting.chronicle:
        one = entry.recorded
        told = teller.told(one)
        told = teller.folded(one) or told
        if not after < one.version <= last:
            continue
        at = one.at.astimezone(meeting.call.planned.tzinfo)
        line = airy(f"{date_words(at.date(), desk.lang)} {clock(at)}  {told}")
        if shown and not (folded and folds(one)):
            yield shown
        shown, folded = line, folds(one)
    if shown:
        yield shown
