"""A selection as its papers see it: what projects, chambers and ballots are called there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitator.meeting.selection.papers import Vote, chambers
from facilitator.meeting.selection.recount import ballot_rule
from facilitator.papers.kinds.clerk import Clerk
from facilitator.rules.selection.ballots import BallotRule
from facilitator.rules.selection.problem import TieBreak

SIGNS = ("●", "■", "▲", "◆", "★", "○")
"""What tells the papers of the chambers apart at a glance, also in black and white."""


def sign_of(c: Clerk, chamber: str) -> str:
    """The sign of a chamber; none where there is only one, or more than anybody could tell apart."""
    keys = chambers(c.meeting)
    at = keys.index(chamber)
    return SIGNS[at] if len(keys) > 1 and at < len(SIGNS) else ""


def chamber_words(c: Clerk, chamber: str) -> str:
    """居民代表, in full."""
    group = c.charter.group(chamber)
    return group.title.text(c.lang) if group is not None else chamber


def project_words(c: Clerk, project: str) -> str:
    """What a project is called."""
    found = c.meeting.slate.all.get(project)
    return found.title if found is not None else project


def projects_words(c: Clerk, projects: Iterable[str]) -> str:
    """Projects one after another, each in quotation marks."""
    t = c.t
    return c.listing(t("“{title}”", title=project_words(c, one)) for one in projects)


def rule_of(c: Clerk, vote: Vote | None, among: Sequence[str]) -> BallotRule:
    """What may be on a ballot."""
    if vote is not None:
        return ballot_rule(c.meeting, vote)
    if among:
        return BallotRule(kind=c.meeting.terms.ballot.kind.APPROVAL, most=1)
    return c.meeting.terms.ballot


def waiting_for_revote(c: Clerk) -> tuple[str, ...]:
    """The tied projects that people vote on again, once papers for it are printed; none else."""
    outcome = c.meeting.outcome
    ways = (*c.meeting.terms.counting.ties, *outcome.ruled_ties)
    return outcome.tied if TieBreak.REVOTE in ways and not outcome.is_announced else ()


def chamber_parts(c: Clerk) -> list[tuple[str, ...]]:
    """The chambers that have figures of their own, in the order of the charter, if they have any ballot.

    In public, a chamber with one ballot would tell how its one voter marked it; to leave it out would not
    help, as it is the total less the others. So it shares its figures with the smallest other chamber.
    """
    last = c.meeting.outcome.last
    papers = last.papers if last is not None else {}
    order = chambers(c.meeting)

    def ballots(part: tuple[str, ...]) -> int:
        return sum(papers[key].returned + papers[key].typed for key in part if key in papers)

    parts: list[tuple[str, ...]] = [(key,) for key in order]
    parts = [part for part in parts if ballots(part)] or parts
    while c.public and len(parts) > 1:
        alone = next((part for part in parts if ballots(part) == 1), None)
        if alone is None:
            break
        parts.remove(alone)
        other = min(parts[::-1], key=ballots)
        parts[parts.index(other)] = tuple(sorted((*other, *alone), key=order.index))
    return parts
