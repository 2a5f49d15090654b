"""Whether a decision still holds, and the others that it changed or that changed it."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.aftermath import LinkRow
from facilitator.desk.decisions.known import Chip, Kindred
from facilitator.desk.decisions.which import Which
from facilitator.desk.desk import Desk
from facilitator.followup.entries import Kinship
from facilitator.meeting.decisions import Decision
from facilitator.searching import Kind
from facilitator.words.outcomes import decision_words
from facilitator.words.tongue import mark_in


def state_chip(desk: Desk, decision: Decision, links: list[LinkRow]) -> Chip:
    """有效, 已修改, 已废止, 已撤销: whether a decision still holds."""
    t = desk.t
    done = {link.kinship for link in links if not link.out and link.stands}
    if decision.annulled is not None:
        return Chip(t.within("decision", "Annulled"), "bad", "against")
    if Kinship.REPEALS in done:
        return Chip(t.within("decision", "Repealed"))
    if Kinship.AMENDS in done:
        return Chip(t.within("decision", "Amended"), "warn")
    return Chip(t.within("decision", "In force"), "good", "for")


_OUT = {
    Kinship.AMENDS: mark_in("link", "This decision amends"),
    Kinship.REPEALS: mark_in("link", "This decision repeals"),
    Kinship.REPEATS: mark_in("link", "This decision repeats"),
}
_INTO = {
    Kinship.AMENDS: mark_in("link", "Later amended by"),
    Kinship.REPEALS: mark_in("link", "Later repealed by"),
    Kinship.REPEATS: mark_in("link", "Repeated by"),
}


def kindred(desk: Desk, links: list[LinkRow]) -> Iterator[Kindred]:
    """What a decision does to others and others do to it, each with the way to the other."""
    t = desk.t
    for link in links:
        said = t.within(*(_OUT if link.out else _INTO)[Kinship(link.kinship)])
        if link.clause:
            said = t("{said} ({clause})", said=said, clause=link.clause)
        if not link.stands:
            said = t("{said}, which was annulled", said=said)
        name = f"{decision_words(link.number, desk.lang)} {link.title}"
        yield Kindred(said, name, Which(link.meeting, Kind.DECISION, str(link.number)))
