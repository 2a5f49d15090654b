"""The way one has come through the manual, to go back on it and on again."""

from __future__ import annotations

from facilitator.manual.model import Target

MOST = 100


class History:
    """Places in order, each with how far its text was scrolled when it was left."""

    def __init__(self) -> None:
        self._places: list[tuple[Target, int | None]] = []
        self._at = -1

    @property
    def here(self) -> Target | None:
        """The place one is at; None before the first."""
        return self._places[self._at][0] if self._places else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before."""
        return self._at > 0

    @property
    def can_go_on(self) -> bool:
        """Whether one has come back from somewhere."""
        return self._at + 1 < len(self._places)

    def go(self, to: Target, scrolled: int) -> None:
        """Go to a place; what lay ahead is forgotten. The same place twice is one."""
        if to == self.here:
            return
        self._leave(scrolled)
        self._places = [*self._places[: self._at + 1], (to, None)][-MOST:]
        self._at = len(self._places) - 1

    def walk(self, step: int, scrolled: int) -> tuple[Target, int | None] | None:
        """Go so many places on or back: the place, and how far it was scrolled; None beyond the ends."""
        if not 0 <= self._at + step < len(self._places):
            return None
        self._leave(scrolled)
        self._at += step
        return self._places[self._at]

    def _leave(self, scrolled: int) -> None:
        if self._places:
            self._places[self._at] = (self._places[self._at][0], scrolled)
