"""Which pages the scenes of a selection have, and what stands on them."""

from __future__ import annotations

from facilitator.data import dataclass
from facilitator.desk.projector.forum.pages import shared
from facilitator.desk.projector.scenes import Scene
from facilitator.meeting import Meeting
from facilitator.meeting.selection.outcome import Award, awards
from facilitator.meeting.selection.pitches import in_order, next_pitch
from facilitator.rules.selection.outcome import Line

ROWS = 6
"""Projects on a page of the order."""
RESULTS = {"zh": 4, "en": 3}
"""Projects on a page of the result: title, bar and reason each. English reasons take two lines."""
CARDS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A project in the result; `cut` where the cut line is drawn below it."""

    line: Line
    award: Award
    cut: bool = False


def slate_pages(meeting: Meeting) -> list[tuple[str, ...]]:
    """The projects in the order of their pitches."""
    return shared(in_order(meeting), ROWS)


def first_slate_page(meeting: Meeting) -> int:
    """Where the list begins: at the project that is on, else at the next one."""
    wanted = meeting.pitches.on or next_pitch(meeting)
    pages = slate_pages(meeting)
    return next((n for n, page in enumerate(pages) if wanted in page), 0)


def result_rows(meeting: Meeting) -> list[Row]:
    """Every project in the order of votes; the line below the last one that is funded by the rule."""
    found = meeting.outcome.selection
    if found is None:
        return []
    given = {one.candidate: one for one in awards(meeting)}
    last = max((at for at, one in enumerate(found.lines) if one.funded), default=-1)
    return [Row(one, given[one.project], at == last) for at, one in enumerate(found.lines)]


def result_pages(meeting: Meeting) -> list[tuple[Row, ...]]:
    """The result, some projects on each page."""
    return shared(result_rows(meeting), RESULTS[meeting.call.lang])


def funded_pages(meeting: Meeting) -> list[tuple[Award, ...]]:
    """Who gets money, in full or in part, in the order of votes."""
    return shared([one for one in awards(meeting) if one.fen], CARDS)


def tie_pages(meeting: Meeting) -> list[tuple[str, ...]]:
    """The projects that are tied."""
    return shared(meeting.outcome.tied, CARDS - 1)


PAGES = {
    Scene.SLATE: slate_pages,
    Scene.CHOSEN: result_pages,
    Scene.FUNDED: funded_pages,
    Scene.TIE: tie_pages,
}
