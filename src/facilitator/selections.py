"""Between a round and its selection meeting: what the one offers, and what the other has decided."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.meeting import Meeting
from facilitator.meeting.selection.outcome import awards
from facilitator.meeting.selection.slate import Candidate, Offered
from facilitator.record import Record, threads
from facilitator.rounds.outside import Granted, Selected
from facilitator.rounds.results import results_of
from facilitator.rounds.round import Round
from facilitator.rounds.standing import Stage

STANDING = (Stage.ADMITTED, Stage.NOT_SELECTED)
"""Projects that may be selected: admitted, also those that an earlier selection left without money."""


def offered(record: Record, name: str) -> Offered | None:
    """The projects of a round that stand for selection, and the money that is not granted yet; or None."""
    around = threads.view(record.ask, name)
    if around is None or not around.open:
        return None
    granted = sum(one.fen for one in around.grants)
    places = {one.no: one.name for one in around.places}
    candidates = tuple(
        Candidate(id=project, title=title, place=places.get(place, ""), asked=asked, own=own)
        for project, title, place, asked, own in threads.standing(record.ask, name, STANDING)
    )
    return Offered(name, around.title, max(0, around.budget_fen - granted), candidates)


def selection_result(meeting: Meeting) -> Selected | None:
    """What a selection meeting has announced and not taken back, or None."""
    outcome = meeting.outcome
    if not outcome.is_announced:
        return None
    grants = tuple(
        Granted(
            project=one.candidate,
            fen=one.fen,
            asked=one.asked,
            verdict=one.fate.value,
            reason=one.reason,
        )
        for one in awards(meeting)
    )
    return Selected(meeting.id, outcome.announced[-1].at, grants, round=meeting.slate.round)


def untaken(case: Round, meetings: Iterable[Meeting]) -> list[Meeting]:
    """Of these, the ones whose announced result is not in the round yet, or was corrected since."""
    taken, found = results_of(case), list[Meeting]()
    for meeting in meetings:
        result, last = selection_result(meeting), taken.get(meeting.id)
        if result is not None and (last is None or last.grants != result.grants):
            found.append(meeting)
    return found


def taken_back(case: Round, meetings: Iterable[Meeting]) -> list[str]:
    """Titles of those whose result the round took over and which announce it no more."""
    taken = results_of(case)
    return [
        one.call.title or one.id
        for one in meetings
        if one.id in taken and selection_result(one) is None
    ]
