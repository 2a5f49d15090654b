"""What came of an act, in one line: who is there now, what is needed, how a vote or a round ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitator.acts import Event
from facilitator.meeting import Meeting
from facilitator.meeting.attendance import Arrived, Left
from facilitator.meeting.closing import OutcomeRevised, PollClosed
from facilitator.meeting.decisions import DecisionMade
from facilitator.meeting.forum.convergence import DotsClosed
from facilitator.meeting.forum.rounds import RoundEnded, RoundStarted
from facilitator.meeting.forum.topics import TopicPosted
from facilitator.meeting.lifecycle import PhaseEntered
from facilitator.meeting.polls import PollOpened
from facilitator.meeting.selection.ballots import VoteOpened
from facilitator.meeting.selection.closing import VoteClosed
from facilitator.meeting.selection.recount import SelectionCounted
from facilitator.meeting.selection.slate import RoundTaken
from facilitator.rules.counting import Prospect, prospect, the_rule
from facilitator.words.ballots import filling_words, offered, papers_words, result_words
from facilitator.words.figures import Unit, counted, money
from facilitator.words.forum import control_sum, slot_title, topic_number
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


def _posted(_meeting: Meeting, event: TopicPosted, lang: str) -> str:
    """The number that a topic was given: whoever wrote the script did not know it."""
    t = tongue(lang)
    return t("{number} “{title}”", number=topic_number(event.number), title=event.title)


def _started(meeting: Meeting, event: RoundStarted, lang: str) -> str:
    t = tongue(lang)
    return t("{slot} begins.", slot=slot_title(meeting.matrix, event.slot, lang))


def _over(meeting: Meeting, event: RoundEnded, lang: str) -> str:
    """With the people counted in all places together, if anybody counted."""
    t = tongue(lang)
    line = t("{slot} is over.", slot=slot_title(meeting.matrix, event.slot, lang))
    places = [place for slot, place in meeting.rounds.heads if slot == event.slot]
    if not places:
        return line
    heads = sum(meeting.rounds.heads_in(event.slot, place) or 0 for place in places)
    told = t("Counted in all: {people}.", people=counted(heads, Unit.PEOPLE, lang))
    return line + ("" if lang == "zh" else " ") + told


def _dots(_meeting: Meeting, event: DotsClosed, lang: str) -> str:
    return control_sum(event.counted, event.expected, lang)


def _taken(meeting: Meeting, event: RoundTaken, lang: str) -> str:
    """How many projects ask for how much of how much."""
    t = tongue(lang)
    asked = sum(one.asked for one in meeting.slate.standing)
    return t(
        "{projects} ask for {asked}; there is {budget}.",
        projects=counted(len(meeting.slate.standing), Unit.PROJECTS, lang),
        asked=money(asked, lang),
        budget=money(event.budget, lang),
    )


def _vote_opened(meeting: Meeting, event: VoteOpened, lang: str) -> str:
    """Who may vote, and how a ballot is filled in."""
    t = tongue(lang)
    people = counted(len(event.present), Unit.PEOPLE, lang)
    if event.among:
        return t("{people} may vote, one tick each.", people=people)
    rule = offered(meeting.terms.ballot, len(meeting.slate.standing))
    said = filling_words(rule, meeting.slate.budget, lang)
    return t("{people} may vote. {how}", people=people, how=said)


def _vote_closed(_meeting: Meeting, event: VoteClosed, lang: str) -> str:
    """Where the count says no more: the vote does not count."""
    t = tongue(lang)
    return (
        t("There were more ballots in a box than were handed out: vote again.")
        if event.overfull
        else ""
    )


def _selected(meeting: Meeting, event: SelectionCounted, lang: str) -> str:
    between = "" if lang == "zh" else " "
    titles = {one.id: one.title for one in meeting.slate.all.values()}
    found = result_words(event.selection, lang, lambda one: titles.get(one, one))
    return papers_words(event.papers, lang) + between + found


TELLERS: Mapping[type[Event], Callable[[Meeting, Any, str], str]] = {
    PhaseEntered: _room,
    Arrived: _room,
    Left: _room,
    PollOpened: _opened,
    PollClosed: _closed,
    OutcomeRevised: _closed,
    DecisionMade: _decided,
    TopicPosted: _posted,
    RoundStarted: _started,
    RoundEnded: _over,
    DotsClosed: _dots,
    RoundTaken: _taken,
    VoteOpened: _vote_opened,
    VoteClosed: _vote_closed,
    SelectionCounted: _selected,
}
