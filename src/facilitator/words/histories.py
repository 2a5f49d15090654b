"""What a history of an archive is called among people: a body, a meeting of it, what became of a decision."""

from __future__ import annotations

from datetime import date

from facilitator.words.figures import airy, date_words
from facilitator.words.tongue import tongue


def history_words(
    stream: str,
    lang: str,
    *,
    body: str = "",
    title: str = "",
    day: date | None = None,
    number: int = 0,
) -> str:
    """The words for it; the name it has in the file where nothing is known of it."""
    t, room = tongue(lang), stream.partition("/")[0]
    if room == "body" and body:
        return t("{body}: members and charter", body=body)
    if room in ("meeting", "followup") and day is not None:
        told = airy(date_words(day, lang))
        meeting = t("{body}, meeting of {day}", body=body or "…", day=told)
        if room == "meeting":
            return meeting
        if number:
            return t("{meeting}: what became of decision {n}", meeting=meeting, n=number)
        return t("{meeting}: what became of an action group", meeting=meeting)
    if room == "call" and title:
        return t("Call to a department: {title}", title=title)
    if room == "intake" and title:
        return t("Matter that came in: {title}", title=title)
    if room == "round" and title:
        return t("Project round: {title}", title=title)
    if room == "project" and title:
        return t("Project: {title}", title=title)
    return stream
