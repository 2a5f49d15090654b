"""How many pages a scene has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from facilitator.desk.projector.forum.pages import PAGES as FORUM
from facilitator.desk.projector.room import Room
from facilitator.desk.projector.scenes import Scene
from facilitator.desk.projector.selection.pages import PAGES as SELECTION
from facilitator.meeting import Meeting

PAGES: Mapping[Scene, Callable[[Meeting], Sequence[object]]] = {**FORUM, **SELECTION}


def page_count(scene: Scene, room: Room) -> int:
    """How many pages a scene has now; one at least."""
    return max(1, len(PAGES[scene](room.meeting))) if scene in PAGES else 1
