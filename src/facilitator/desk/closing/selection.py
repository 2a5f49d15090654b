"""What is said of a selection at its end: what there is to care for before the close, and what came of it."""

from __future__ import annotations

from facilitator.acts import RuleViolation
from facilitator.desk.desk import Desk
from facilitator.meeting import Meeting
from facilitator.meeting.selection.outcome import awards
from facilitator.words.ballots import parts_words, result_words
from facilitator.words.figures import airy, listing, money


def selection_cares(desk: Desk, meeting: Meeting) -> list[str]:
    """Projects nobody heard of, a vote that was not held or is undecided, a result that was not announced."""
    t, lang, outcome = desk.t, desk.lang, meeting.outcome
    found: list[str] = []
    pitches = meeting.pitches
    silent = [
        one.title
        for one in meeting.slate.standing
        if not pitches.of(one.id) and one.id not in pitches.passed
    ]
    if silent and pitches.held:
        titles = listing((t("“{title}”", title=one) for one in silent), lang)
        found.append(t("Neither presented nor passed over: {titles}.", titles=titles))
    if outcome.selection is None:
        found.append(t("No vote on the projects has been counted."))
    elif outcome.tied:
        found.append(t("The result is undecided: a tie is still open."))
    elif not outcome.is_announced:
        found.append(t("The result has not been announced."))
    return [airy(one) for one in found]


def what_was_chosen(desk: Desk, meeting: Meeting) -> str:
    """The selection is closed: 9 of 18 projects funded, 198,400 yuan."""
    t, lang = desk.t, desk.lang
    if not meeting.outcome.is_announced:
        return t("The selection is closed without a result")
    given = [one for one in awards(meeting) if one.fen]
    said = t(
        "The selection is closed: {n} of {all} projects funded, {sum}",
        n=len(given),
        all=len(awards(meeting)),
        sum=money(sum(one.fen for one in given), lang),
    )
    return airy(said)


def result_told(desk: Desk, meeting: Meeting) -> str:
    """How many projects are funded with how much, and what was given in part; or that nothing was counted."""
    lang, outcome = desk.lang, meeting.outcome
    if outcome.selection is None:
        return desk.t("No vote on the projects has been counted.")
    said = result_words(outcome.selection, lang, lambda one: meeting.slate.all[one].title)
    parts = parts_words([fen for fen, _ in outcome.parts.values()], outcome.left, lang)
    return " ".join(filter(None, (said, parts)))


def round_here(desk: Desk, meeting: Meeting) -> str:
    """The round that the projects came from, if it is in this archive; else ""."""
    if not meeting.slate.round:
        return ""
    try:
        desk.session.round(meeting.slate.round)
    except RuleViolation:
        return ""
    return meeting.slate.round
