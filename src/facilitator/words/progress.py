"""What came of an act, in one line: who is there now, what is needed, how a vote ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitator.acts import Event
from facilitator.meeting import Meeting
from facilitator.meeting.attendance import Arrived, Left
from facilitator.meeting.closing import OutcomeRevised, PollClosed
from facilitator.meeting.decisions import DecisionMade
from facilitator.meeting.lifecycle import PhaseEntered
from facilitator.meeting.polls import PollOpened
from facilitator.rules.counting import Prospect, prospect, the_rule
from facilitator.words.figures import Unit, counted
from facilitator.words.outcomes import decision_words, outcome_sentence
from facilitator.words.thresholds import rule_sentence
from facilitator.words.tongue import tongue


def progress_line(meeting: Meeting, event: Event, lang: str) -> str:
    """The line for one event that has just been recorded; "" for an event that needs none."""
    teller = TELLERS.get(type(event))
    return teller(meeting, event, lang) if teller else ""


def _room(meeting: Meeting, _event: Event, lang: str) -> str:
    """How many are in the room, and what the charter's own rule takes."""
    t = tongue(lang)
    figures = meeting.figures()
    rule = the_rule(meeting.charter)
    return t(
        "Present {present} of {all}. {rule}.",
        present=figures.whole.present,
        all=counted(figures.whole.in_office, Unit.PEOPLE, lang),
        rule=rule_sentence(meeting.charter, rule, lang, figures),
    )


def _opened(meeting: Meeting, event: PollOpened, lang: str) -> str:
    """What it takes, and whether those who may answer can carry it at all."""
    t = tongue(lang)
    figures = meeting.figures()
    rule = the_rule(meeting.charter, event.rule)
    entitled = len(event.present) - len(event.recused)
    line = t(
        "{people} may answer. {rule}.",
        people=counted(entitled, Unit.PEOPLE, lang),
        rule=rule_sentence(meeting.charter, rule, lang, figures),
    )
    out: dict[str, int] = {}
    for member in event.present:
        if member not in event.recused:
            key = meeting.group_of(member)
            out[key] = out.get(key, 0) + 1
    if (
        figures.weights is None
        and prospect(meeting.charter, rule.key, figures, out) is Prospect.LOST
    ):
        line += " " + t("Those present cannot carry it, even if all are in favour.")
    return line


def _closed(meeting: Meeting, event: PollClosed | OutcomeRevised, lang: str) -> str:
    return outcome_sentence(event.outcome, lang, meeting.charter, worked=True)


def _decided(_meeting: Meeting, event: DecisionMade, lang: str) -> str:
    return decision_words(event.number, lang)


TELLERS: Mapping[type[Event], Callable[[Meeting, Any, str], str]] = {
    PhaseEntered: _room,
    Arrived: _room,
    Left: _room,
    PollOpened: _opened,
    PollClosed: _closed,
    OutcomeRevised: _closed,
    DecisionMade: _decided,
}
