"""Where the room is in a scene of several pages: told by the time that has passed, and by who turns on."""

from __future__ import annotations

from datetime import datetime

from facilitator.data import dataclass

SECONDS = 12
"""So long a page stays before the next one comes by itself."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """Since when a scene has been shown, and how many pages it had been turned on before."""

    since: datetime | None = None
    turned: int = 0

    def page(self, now: datetime, pages: int, first: int = 0) -> int:
        """The page that is shown now, counted from 0; a scene begins at `first`."""
        return (first + self.turned + self._gone(now)) % pages if pages else 0

    def turn(self, now: datetime) -> Leaf:
        """Somebody has turned to the next page: it stays its whole time."""
        return Leaf(now, self.turned + self._gone(now) + 1)

    def _gone(self, now: datetime) -> int:
        passed = (now - self.since).total_seconds() if self.since else 0
        return max(0, int(passed)) // SECONDS


@dataclass(frozen=True, slots=True)
class Pitch:
    """A topic as it is being typed while somebody announces it. Nothing of it is recorded."""

    title: str = ""
    who: str = ""

    def __bool__(self) -> bool:
        return bool(self.title or self.who)
