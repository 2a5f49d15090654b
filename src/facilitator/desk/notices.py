"""What the window says to people by itself: data, so that no test waits on a dialog."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from facilitator.data import dataclass


class Tone(StrEnum):
    """How a notice is meant."""

    DONE = "done"  # it worked; goes away by itself
    TOLD = "told"  # worth knowing; goes with the next act
    REFUSED = "refused"  # a rule stood in the way; nothing changed
    TROUBLE = "trouble"  # the disk or the machine did; nothing is lost
    ASKED = "asked"  # offers a way on; stays until answered or dismissed


@dataclass(frozen=True)
class Notice:
    """One calm line, with at most one button (`way`: its words and what it does)."""

    tone: Tone
    text: str
    way: tuple[str, Callable[[], object]] | None = None
