"""The story of one project from need to report, day after day: what was, and what is to come."""

from __future__ import annotations

from datetime import date

from facilitator.acts import Recorded
from facilitator.rounds.milestones import milestone_of
from facilitator.rounds.outside import Grant
from facilitator.rounds.project import Project, ProjectFileDropped
from facilitator.rounds.standing import Deed, standing_of
from facilitator.words.figures import money
from facilitator.words.rounds import deed_words
from facilitator.words.timeline.line import Line, Shown, Sign
from facilitator.words.timeline.thread_entries import TELLERS, Told
from facilitator.words.tongue import tongue


def thread_story(case: Project, day: date, lang: str) -> list[Line]:
    """Everything told of a project, by days; last what is to be done next.

    Names of people stand in `who`; what people said in `said`, so that a public version can leave both out.
    """
    of = Told(case, day, lang)
    lines = [_line(of, one) for one in case.chronicle if type(one.event) in TELLERS]
    grant = case.round.grant(case.number)
    if grant is not None:
        lines.append(_granted(of, grant))
    return sorted(lines, key=lambda one: one.day) + _ahead(of)


def _line(of: Told, one: Recorded) -> Line:
    """One event; an entry that was struck says so."""
    event = one.event
    text, said, sign, who = TELLERS[type(event)](of, event)
    entry: str = getattr(event, "entry", "")
    struck = of.case.struck.get(entry) if entry else None
    return Line(
        day=getattr(event, "begins", None) or getattr(event, "on", None) or one.at.date(),
        sign=sign if struck is None else Sign.OPEN,
        text=text,
        said=said,
        who=who,
        entry=entry,
        files=tuple(
            Shown(file, _dropped(of, file.hash, one.version))
            for file in getattr(event, "attached", ())
        ),
        struck=struck,
    )


def _dropped(of: Told, content: str, after: int) -> str:
    """Why a file that was attached then was erased later; empty while it is there."""
    for one in of.case.chronicle:
        event = one.event
        if isinstance(event, ProjectFileDropped) and event.hash == content and one.version > after:
            return event.reason
    return ""


def _granted(of: Told, grant: Grant) -> Line:
    """What the round decided of it: in a meeting, or by hand."""
    t = tongue(of.lang)
    if not grant.fen and grant.by_hand:
        text = t("Nothing is granted, says {name}", name=grant.by)
    elif not grant.fen:
        text = t("Not selected at the selection meeting")
    elif grant.by_hand:
        text = t(
            "{sum} granted by {name}, without a public meeting",
            sum=money(grant.fen, of.lang),
            name=grant.by,
        )
    elif grant.fen < grant.asked:
        text = t(
            "Selected at the selection meeting: {sum} of {asked}",
            sum=money(grant.fen, of.lang),
            asked=money(grant.asked, of.lang),
        )
    else:
        text = t("Selected at the selection meeting: {sum}", sum=money(grant.fen, of.lang))
    sign = Sign.WARN if grant.by_hand else Sign.DONE if grant.fen else Sign.OPEN
    return Line(grant.on, sign, text, grant.reason)


def _ahead(of: Told) -> list[Line]:
    """What is to be done next, where there is a day for it."""
    standing = standing_of(of.case)
    if standing.deed is None or standing.day is None:
        return []
    named = milestone_of(of.case, standing.milestone).what if standing.deed is Deed.REACH else ""
    text = deed_words(standing.deed, None, of.today, of.lang, milestone=named)
    sign = Sign.WARN if standing.day < of.today else Sign.LATER
    return [Line(standing.day, sign, text)]
