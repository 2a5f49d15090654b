"""The papers of a meeting, of its decisions and of a body: what they say, one file each."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.meeting.format import Format
from facilitator.papers.kinds.ballots import ballots, ballots_for_motion
from facilitator.papers.kinds.calls import calls
from facilitator.papers.kinds.cards import cards
from facilitator.papers.kinds.closing_report import closing
from facilitator.papers.kinds.decided import decisions
from facilitator.papers.kinds.doors import doors
from facilitator.papers.kinds.followsheet import sheets
from facilitator.papers.kinds.forms import reports
from facilitator.papers.kinds.invitation import invitation
from facilitator.papers.kinds.monitoring_card import monitoring, monitoring_form
from facilitator.papers.kinds.needs_sheet import needs, needs_form
from facilitator.papers.kinds.notice import notice
from facilitator.papers.kinds.open_matters import open_matters
from facilitator.papers.kinds.outcome import outcomes
from facilitator.papers.kinds.participation import participation
from facilitator.papers.kinds.proceedings import proceedings
from facilitator.papers.kinds.proposal_form import proposal, proposal_form
from facilitator.papers.kinds.record import record
from facilitator.papers.kinds.resolution import resolutions
from facilitator.papers.kinds.round_list import projects
from facilitator.papers.kinds.selection_ballots import selection_ballots
from facilitator.papers.kinds.selection_result import selection_result
from facilitator.papers.kinds.signin import signin
from facilitator.papers.kinds.slip import slips
from facilitator.papers.kinds.summary import summary
from facilitator.papers.kinds.team_sheet import team
from facilitator.papers.kinds.wall import wall
from facilitator.papers.material import BodyMaterial, Material, ProjectMaterial, RoundMaterial
from facilitator.papers.model import Paper

__all__ = [
    "ACROSS",
    "BODY",
    "COUNCIL",
    "FORUM",
    "OF_BODY",
    "OF_MATTER",
    "OF_PROJECT",
    "OF_ROUND",
    "PAPERS",
    "PROJECT",
    "ROUND",
    "SELECTION",
    "ballots_for_motion",
    "kinds_of",
]

PAPERS: dict[str, Callable[[Material], list[Paper]]] = {
    "notice": notice,
    "signin": signin,
    "ballots": ballots,
    "record": record,
    "summary": summary,
    "resolution": resolutions,
    "slip": slips,
    "outcome": outcomes,
    "followup": sheets,
    "invitation": invitation,
    "cards": cards,
    "doors": doors,
    "wall": wall,
    "reports": reports,
    "proceedings": proceedings,
    "selection-ballots": selection_ballots,
    "selection-result": selection_result,
}
"""Kinds of paper by name. Each gives one paper or several, and refuses with `nothing-to-print`."""

COUNCIL = (
    "notice",
    "signin",
    "ballots",
    "record",
    "summary",
    "resolution",
    "slip",
    "outcome",
    "followup",
)
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
    "outcome",
    "followup",
)
"""What a forum needs: it is invited to instead of being called by a notice."""
SELECTION = (
    "notice",
    "signin",
    "selection-ballots",
    "selection-result",
    "record",
    "summary",
    "ballots",
    "resolution",
    "slip",
    "outcome",
    "followup",
)
"""What a selection meeting needs; motions may be put in it, too."""

OF_MATTER = ("resolution", "slip", "outcome", "followup")
"""Kinds made for one decision or action group each."""

OF_BODY: dict[str, Callable[[BodyMaterial], list[Paper]]] = {
    "open-matters": open_matters,
    "calls": calls,
    "decisions": decisions,
    "participation": participation,
}
"""Kinds of paper of a body, or of a whole archive, by name. A new one is a function and a line here."""
BODY = tuple(OF_BODY)

OF_PROJECT: dict[str, Callable[[ProjectMaterial], list[Paper]]] = {
    "needs-form": needs_form,
    "needs": needs,
    "proposal-form": proposal_form,
    "proposal": proposal,
    "team": team,
    "monitoring-form": monitoring_form,
    "monitoring": monitoring,
    "closing": closing,
}
"""Kinds of paper of one project of a round, in the order in which it needs them; forms are to be filled in."""
PROJECT = tuple(OF_PROJECT)

OF_ROUND: dict[str, Callable[[RoundMaterial], list[Paper]]] = {"projects": projects}
"""Kinds of paper of a project round as a whole."""
ROUND = tuple(OF_ROUND)

ACROSS = frozenset(
    {
        "selection-ballots",
        "selection-result",
        "wall",
        "open-matters",
        "calls",
        "decisions",
        "participation",
    }
)
"""Kinds whose sheets lie on their long side."""


def kinds_of(format: Format) -> tuple[str, ...]:
    """The kinds of paper that make sense for a kind of meeting, in the order in which it needs them."""
    if format.has("ballots"):
        return SELECTION
    return FORUM if format.has("wall") else COUNCIL
