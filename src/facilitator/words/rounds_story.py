"""The history of a round, line by line: what happened to it, in the words of a clerk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitator.acts import Event, Recorded
from facilitator.data import dataclass
from facilitator.followup.case import Entry
from facilitator.rounds import funders, results, round
from facilitator.rounds.outside import Funder
from facilitator.rounds.round import Round
from facilitator.words.aftermath import clauses
from facilitator.words.figures import listing, money, short_date
from facilitator.words.rounds import round_title
from facilitator.words.timeline.line import Line, Sign
from facilitator.words.tongue import Tongue, tongue


@dataclass(frozen=True, slots=True)
class _Told:
    """What a line is told from."""

    case: Round
    titles: Mapping[str, str]
    t: Tongue

    @property
    def lang(self) -> str:
        return self.t.lang

    def project(self, key: str) -> str:
        return f"{key} {self.titles[key]}" if key in self.titles else key

    def sum(self, fen: int) -> str:
        return money(fen, self.lang)


def round_story(case: Round, titles: Mapping[str, str], lang: str) -> list[Line]:
    """Everything that happened to a round, oldest first; `titles` are those of its projects, by number."""
    of = _Told(case, titles, tongue(lang))
    return [line for one in case.chronicle if (line := _line(one, of)) is not None]


def _line(one: Recorded, of: _Told) -> Line | None:
    event = one.event
    tell = _TELLERS.get(type(event))
    if tell is None:
        return None
    text, said = tell(event, of)
    entry = event.entry if isinstance(event, Entry) else ""
    sign = Sign.WARN if isinstance(event, results.GrantedByHand) else Sign.DONE
    struck = of.case.struck.get(entry) if entry else None
    return Line(one.at.date(), sign, text, said, entry=entry, struck=struck)


def _opened(event: round.RoundOpened, of: _Told) -> tuple[str, str]:
    t, n = of.t, len(event.places)
    return t.many("Opened with {n} place", "Opened with {n} places", n), ""


def _included(event: round.PlaceIncluded, of: _Told) -> tuple[str, str]:
    t = of.t
    return t("{place} takes part", place=f"{event.place.no:02} {event.place.name}"), ""


def _left_out(event: round.PlaceLeftOut, of: _Told) -> tuple[str, str]:
    t = of.t
    return t(
        "{place} is left out", place=f"{event.place:02} {_place_name(of, event.place)}"
    ), event.reason


def _place_name(of: _Told, no: int) -> str:
    """What a place that left was called: as it was told last."""
    told = [
        place.name
        for one in of.case.chronicle
        for place in getattr(one.event, "places", ()) or _one_place(one.event)
        if place.no == no
    ]
    return told[-1] if told else ""


def _one_place(event: Event) -> tuple[Any, ...]:
    return (event.place,) if isinstance(event, round.PlaceIncluded) else ()


def _planned(event: round.RoundPlanned, of: _Told) -> tuple[str, str]:
    t, lang = of.t, of.lang
    told = (
        (t("Needs by"), event.needs_by),
        (t("Proposals by"), event.proposals_by),
        (t("Selection on"), event.selection_on),
    )
    between = " " if lang == "en" else ""
    days = [f"{head}{between}{short_date(day, lang)}" for head, day in told if day]
    return t("Days set"), clauses(days, lang) if days else t("none fixed")


def _closed(event: round.RoundClosed, of: _Told) -> tuple[str, str]:
    t = of.t
    return t("The round is closed"), event.text


def _reopened(event: round.RoundReopened, of: _Told) -> tuple[str, str]:
    t = of.t
    return t("The round is open again"), event.reason


def _funder(one: Funder, of: _Told) -> str:
    kind = round_title(one.kind, of.lang)
    return clauses(
        [f"{one.name}（{kind}）" if of.lang == "zh" else f"{one.name} ({kind})", of.sum(one.fen)],
        of.lang,
    )


def _added(event: funders.FunderAdded, of: _Told) -> tuple[str, str]:
    t = of.t
    return t("Money from"), _funder(event.funder, of)


def _changed(event: funders.FunderChanged, of: _Told) -> tuple[str, str]:
    t = of.t
    return t("Another word on the money: {funder}", funder=_funder(event.funder, of)), event.reason


def _dropped(event: funders.FunderDropped, of: _Told) -> tuple[str, str]:
    t = of.t
    return t("No money after all from {name}", name=_funder_name(of, event.funder)), event.reason


def _funder_name(of: _Told, key: str) -> str:
    names = [
        one.event.funder.name
        for one in of.case.chronicle
        if isinstance(one.event, (funders.FunderAdded, funders.FunderChanged))
        and one.event.funder.id == key
    ]
    return names[-1] if names else key


def _split(event: funders.GrantSplit, of: _Told) -> tuple[str, str]:
    t = of.t
    shares = [f"{_funder_name(of, one.funder)} {of.sum(one.fen)}" for one in event.shares]
    said = listing(shares, of.lang) if shares else t("all funders together")
    return t("Who pays for {project}", project=of.project(event.project)), said


def _contract(event: funders.ContractClosed, of: _Told) -> tuple[str, str]:
    t = of.t
    return t("The contract with {name} is closed", name=_funder_name(of, event.funder)), event.text


def _taken(event: results.ResultTaken, of: _Told) -> tuple[str, str]:
    t = of.t
    won = [one for one in event.grants if one.fen]
    said = t(
        "{sum} for {n} of {all} projects",
        sum=of.sum(sum(one.fen for one in won)),
        n=len(won),
        all=len(event.grants),
    )
    day = short_date(event.announced.date(), of.lang)
    return t("Result of the selection meeting of {day} taken over", day=day), said


def _by_hand(event: results.GrantedByHand, of: _Told) -> tuple[str, str]:
    t = of.t
    text = t(
        "{by} grants {project} {sum}, not in a public meeting",
        by=event.by,
        project=of.project(event.project),
        sum=of.sum(event.fen),
    )
    return text, event.reason


_TELLERS: Mapping[type[Event], Callable[[Any, _Told], tuple[str, str]]] = {
    round.RoundOpened: _opened,
    round.PlaceIncluded: _included,
    round.PlaceLeftOut: _left_out,
    round.RoundPlanned: _planned,
    round.RoundClosed: _closed,
    round.RoundReopened: _reopened,
    funders.FunderAdded: _added,
    funders.FunderChanged: _changed,
    funders.FunderDropped: _dropped,
    funders.GrantSplit: _split,
    funders.ContractClosed: _contract,
    results.ResultTaken: _taken,
    results.GrantedByHand: _by_hand,
}
"""A striking is told at what it struck."""
