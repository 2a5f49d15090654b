"""What the histories of a report are called, of what the signed paper is, and what was recorded after it.

Read in the process that checked the archive: all of its lists and a long meeting may be wanted for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from itertools import islice
from typing import Any

from facilitator import overview
from facilitator.acts import RuleViolation, Trouble
from facilitator.data import dataclass
from facilitator.followup import History
from facilitator.followup.calls import Call
from facilitator.followup.intake import Intake
from facilitator.followup.matter import matter_of
from facilitator.meeting import Meeting
from facilitator.session import Session
from facilitator.words.figures import airy, clock, clock_seconds, date_words
from facilitator.words.histories import history_words
from facilitator.words.lines import Lines, folds
from facilitator.words.tongue import tongue

MOST = 40
"""Acts that are told one by one."""
HISTORIES = 200
"""Histories that are named, damaged ones first."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the archive itself says about a report on it, as plain data."""

    names: Mapping[str, str]
    """What histories are called, by their names in the file: `streams_told`, and all with a finding."""
    paper: str = ""
    """Of what history the paper is, and up to when; "" when there is none."""
    acts: tuple[str, ...] = ()
    """Whatever was recorded in it since, with the time, below a line that says so."""


NOTHING = Told({})
"""What is told when the archive cannot be read."""


def told(session: Session, report: Mapping[str, Any], lang: str) -> Told:
    """Read all of it; `report` is a verifier's as plain data."""
    paper = report["paper"]
    streams = {one["head"]["stream"] for one in streams_told(report)}
    streams |= {one["stream"] for one in report["findings"] if one["stream"]}
    streams |= {paper["stream"]} if paper is not None else set()
    listed = _by_lists(session, lang)
    names = {one: _named(session, one, lang) or listed(one) for one in sorted(streams)}
    if paper is None:
        return Told(names)
    acts = tuple(_after_paper(session, report, lang))
    return Told(names, _of_what(paper, names[paper["stream"]], lang), acts)


def streams_told(report: Mapping[str, Any]) -> list[Any]:
    """So many of a report's histories as somebody would read, damaged ones first."""
    return sorted(report["streams"], key=lambda one: one["sound"])[:HISTORIES]


def _of_what(paper: Mapping[str, Any], history: str, lang: str) -> str:
    t, at = tongue(lang), datetime.fromisoformat(paper["at"])
    return airy(
        t(
            "The paper is of: {history}. It holds all that was recorded up to {time}.",
            history=history,
            time=f"{date_words(at.date(), lang)} {clock_seconds(at)}",
        )
    )


def _after_paper(session: Session, report: Mapping[str, Any], lang: str) -> Iterator[str]:
    t, paper = tongue(lang), report["paper"]
    first, count = paper["version"], len(report["since_paper"])
    if not count:
        return
    acts = _acts(session, paper["stream"], lang, first, first + count)
    yield t("Recorded after it:")
    yield from islice(acts, MOST)
    if (more := len(list(acts))) > 0:
        yield t.many("and {n} more", "and {n} more", more)


def _named(session: Session, stream: str, lang: str) -> str:
    """What a history says of itself; "" when the lists have to say it: then a damaged one has a name, too."""
    room, _, name = stream.partition("/")
    try:
        match room:
            case "project":
                title = session.project(*name.split("/")).title
            case "round":
                title = session.round(name).round.title
            case "call" | "intake":
                title = _title(session.history(stream))
            case _:
                return ""
        return history_words(stream, lang, title=title)
    except (RuleViolation, Trouble):
        return ""


def _title(history: History) -> str:
    match history:
        case Call():
            return history.call.matter
        case Intake():
            return history.matter.title
        case _:
            return ""


def _by_lists(session: Session, lang: str) -> Callable[[str], str]:
    """What histories are called by the lists of bodies and meetings, in which unreadable ones still stand."""
    try:
        bodies = {one.body: one.name for one in overview.bodies(session)}
        meetings = {one.meeting: one for one in overview.meetings(session)}
    except Trouble:
        return str

    def called(stream: str) -> str:
        room, _, name = stream.partition("/")
        if room not in ("meeting", "followup"):
            return history_words(stream, lang, body=bodies.get(name, ""), title=name)
        meeting, number = name, 0
        if room == "followup":
            try:
                meeting, number, _ = matter_of(stream)
            except (RuleViolation, Trouble, ValueError):
                return stream
        if (row := meetings.get(meeting)) is None:
            return stream
        day = date.fromisoformat(row.planned[:10])
        return history_words(stream, lang, body=bodies.get(row.body, ""), day=day, number=number)

    return called


def _acts(session: Session, stream: str, lang: str, after: int, last: int) -> Iterator[str]:
    """Each act of a history between two versions; of a meeting in a sentence."""
    room, _, name = stream.partition("/")
    try:
        if room == "meeting":
            yield from _of_meeting(session, session.meeting(name), lang, after, last)
            return
        chronicle = [one for one in session.record.read(stream) if after < one.version <= last]
    except (RuleViolation, Trouble):
        return
    t = tongue(lang)
    for one in chronicle:
        when = f"{date_words(one.at.date(), lang)} {clock(one.at)}"
        yield airy(t("{time}, by {name}", time=when, name=one.actor))


def _of_meeting(
    session: Session, meeting: Meeting, lang: str, after: int, last: int
) -> Iterator[str]:
    t, names = tongue(lang), session.names(meeting)
    teller = Lines(meeting, lang, lambda one: names.get(one) or t("(deleted)"))
    shown, folded = "", False
    for entry in meeting.chronicle:
        one = entry.recorded
        told = teller.told(one)
        told = teller.folded(one) or told
        if not after < one.version <= last:
            continue
        at = one.at.astimezone(meeting.call.planned.tzinfo)
        line = airy(f"{date_words(at.date(), lang)} {clock(at)}  {told}")
        if shown and not (folded and folds(one)):
            yield shown
        shown, folded = line, folds(one)
    if shown:
        yield shown
