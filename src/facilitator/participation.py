"""Who took part: attendance and votes by seat group over time, beside the community's own numbers."""

from __future__ import annotations

from facilitator.record import participation
from facilitator.rules.taking_part import CommunityRow, InvitedRow, TurnoutRow, VoteRow
from facilitator.session import Session

__all__ = [
    "CommunityRow",
    "InvitedRow",
    "TurnoutRow",
    "VoteRow",
    "community",
    "invited",
    "turnout",
    "votes",
]


def turnout(session: Session, body: str, *, since: str = "") -> list[TurnoutRow]:
    """Every held meeting of a body by seat group, oldest first; `since` is a day as ISO text."""
    return participation.turnout(session.record, body, since=since)


def votes(session: Session, body: str, *, since: str = "") -> list[VoteRow]:
    """How each seat group voted in every vote of a body that counts, oldest first."""
    return participation.votes(session.record, body, since=since)


def community(session: Session, body: str) -> list[CommunityRow]:
    """The community's own numbers as they were noted, oldest first."""
    return participation.community(session.record, body)


def invited(session: Session, body: str, *, since: str = "") -> list[InvitedRow]:
    """Who asked those without a seat to come, by meeting."""
    return participation.invited(session.record, body, since=since)
