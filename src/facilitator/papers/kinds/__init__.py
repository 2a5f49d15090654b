"""The papers of a meeting, one file each: what they say, taken from the meeting's own state."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.meeting.format import Format
from facilitator.papers.kinds.ballots import ballots, ballots_for_motion
from facilitator.papers.kinds.cards import cards
from facilitator.papers.kinds.doors import doors
from facilitator.papers.kinds.forms import reports
from facilitator.papers.kinds.invitation import invitation
from facilitator.papers.kinds.notice import notice
from facilitator.papers.kinds.proceedings import proceedings
from facilitator.papers.kinds.record import record
from facilitator.papers.kinds.resolution import resolutions
from facilitator.papers.kinds.signin import signin
from facilitator.papers.kinds.slip import slips
from facilitator.papers.kinds.summary import summary
from facilitator.papers.kinds.wall import wall
from facilitator.papers.material import Material
from facilitator.papers.model import Paper

__all__ = ["ACROSS", "COUNCIL", "FORUM", "PAPERS", "ballots_for_motion", "kinds_of"]

PAPERS: dict[str, Callable[[Material], list[Paper]]] = {
    "notice": notice,
    "signin": signin,
    "ballots": ballots,
    "record": record,
    "summary": summary,
    "resolution": resolutions,
    "slip": slips,
    "invitation": invitation,
    "cards": cards,
    "doors": doors,
    "wall": wall,
    "reports": reports,
    "proceedings": proceedings,
}
"""Kinds of paper by name. Each gives one paper or several, and refuses with `nothing-to-print`."""

COUNCIL = ("notice", "signin", "ballots", "record", "summary", "resolution", "slip")
"""What a council needs, in the order in which it needs it."""
FORUM = (
    "invitation",
    "signin",
    "cards",
    "doors",
    "wall",
    "reports",
    "proceedings",
    "record",
    "summary",
    "ballots",
    "resolution",
    "slip",
)
"""What a forum needs: it is invited to instead of being called by a notice."""


ACROSS = frozenset({"wall"})
"""Kinds whose sheets lie on their long side."""


def kinds_of(format: Format) -> tuple[str, ...]:
    """The kinds of paper that make sense for a kind of meeting, in the order in which it needs them."""
    return FORUM if format.has("wall") else COUNCIL
