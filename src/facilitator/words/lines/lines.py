"""The lines of one meeting, told in the order in which things happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitator.acts import Event, Recorded
from facilitator.meeting import Meeting
from facilitator.words.lines import business, floor, forum, meeting, selection, votes, wall
from facilitator.words.lines.selection import entered_so_far
from facilitator.words.lines.telling import Teller, Telling

TELLERS: Mapping[type[Event], Teller] = {
    **meeting.LINES,
    **business.LINES,
    **floor.LINES,
    **votes.LINES,
    **forum.LINES,
    **wall.LINES,
    **selection.LINES,
}
"""What every event of a meeting becomes."""


class Lines:
    """Tells a meeting's chronicle. Give it every event once, in order: numbers are those of that moment."""

    def __init__(self, one: Meeting, lang: str, name_of: Callable[[str], str]) -> None:
        self._telling = Telling(one, name_of, lang)

    def told(self, recorded: Recorded) -> str:
        """One event as a plain line; never empty. Compact as on paper, see `figures.airy` for a screen."""
        self._telling.recorded = recorded
        kind = type(recorded.event)
        line = TELLERS[kind](self._telling, recorded.event)
        if kind in wall.LINES:
            self._telling.told[recorded.version] = line
        return line

    def folded(self, recorded: Recorded) -> str:
        """The line that stands for all of a row of such events, up to this one; "" where each has its own.

        Ask after `told`.
        """
        return entered_so_far(self._telling) if folds(recorded) else ""


def folds(recorded: Recorded) -> bool:
    """Whether an event is one of hundreds that a list shows as one line."""
    return isinstance(recorded.event, selection.FOLDED)
