"""The screens of a project round and of its selection meeting, taken of the sample round of 23 places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.demo.shots import Shot
from facilitator.demo.stage import SELECTION

if TYPE_CHECKING:
    from facilitator.demo.fingers import Fingers

ROUND = "projects/qy-2025"
GARDEN = f"{ROUND}/10-1"
MEETING = f"meetings/{SELECTION}"
AT_WORK = '"do": "project.monitor"'
"""Teams work, money is spent, the first visits have been made."""
LOOKED_BACK = '"do": "project.look-back"'
TIED = (
    ('"fen": 12000000', '"fen": 5700000'),
    ('"ties": ["lower-cost", "lot"]', '"ties": ["lot"]'),
)
"""With so little money, and nothing but the lot agreed on, two projects are tied."""


def _typed(fingers: Fingers) -> None:
    """A helper has typed a paper; Enter has not been pressed yet."""
    fingers.click("ballots.entry")
    fingers.click("entry.helper.2")
    fingers.write("paper.line", "1 4 7 -9")


def _differing(fingers: Fingers) -> None:
    """The papers that were read differently."""
    fingers.click("ballots.differ")


def _part_funded(fingers: Fingers) -> None:
    """The project that gets a part is looked at."""
    for _ in range(15):
        fingers.press("Down", on="outcome.list")


def _round(name: str, mark: str, place: str, nth: int = 0, **more: object) -> Shot:
    return Shot(name, mark, place, nth, script="round", **more)  # pyright: ignore[reportArgumentType]


ROUND_SHOTS: tuple[Shot, ...] = (
    _round("rounds-of-projects", AT_WORK, "projects", 6),
    _round("round-board", '"do": "slate.take-round"', ROUND),
    _round("round-list", AT_WORK, f"{ROUND}/~list", 6),
    _round("round-money", AT_WORK, f"{ROUND}/~round", 6),
    _round("project-needs", AT_WORK, f"{GARDEN}.needs", 6),
    _round("project-proposal", AT_WORK, f"{GARDEN}.proposal", 6),
    _round("project-screening", AT_WORK, f"{GARDEN}.screening", 6),
    _round("project-team", AT_WORK, f"{GARDEN}.team", 6),
    _round("project-money", AT_WORK, f"{GARDEN}.money", 6),
    _round("project-visits", AT_WORK, f"{GARDEN}.visits", 11),
    _round("project-ending", LOOKED_BACK, f"{GARDEN}.ending", 6),
    _round("project-story", LOOKED_BACK, f"{GARDEN}.story", 6),
    _round("selection-prepare", '"do": "pitches.order"', MEETING),
    _round(
        "selection-terms", '"do": "pitches.order"', MEETING, first=lambda f: f.click("terms.change")
    ),
    _round("selection-door", "T08:45:", MEETING),
    _round("pitches", "T09:18:57", MEETING),
    _round("selection-boxes", "T10:58:31", MEETING),
    _round("ballots-entry", '"do": "ballots.enter"', MEETING, 75, first=_typed),
    _round("ballots-differ", '"do": "ballots.enter"', MEETING, 119, first=_differing),
    _round("selection-result", '"do": "outcome.announce"', MEETING, first=_part_funded),
    _round("selection-tie", '"phase": "result"', MEETING, other=TIED),
    _round("room-order", '"do": "meeting.enter"', MEETING, 1, scene="slate"),
    _round("room-clock", "T09:18:57", MEETING, scene="project"),
    _round("room-voting", '"do": "ballots.open"', MEETING, scene="ballot"),
    _round("room-result", '"do": "outcome.announce"', MEETING, scene="chosen"),
    _round("room-funded", '"do": "outcome.announce"', MEETING, scene="funded"),
)
