"""What a decision does to an earlier one: it amends, repeals or repeats it."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.acts import Event, RuleViolation
from facilitator.followup.case import line
from facilitator.followup.entries import Kinship, Linked
from facilitator.followup.following import Following, MatterCommand


class Link(MatterCommand, frozen=True, kw_only=True, tag="followup.link"):
    """This decision amends, repeals or repeats an earlier one; a wrong link is struck."""

    entry: str
    kinship: Kinship
    to_meeting: str
    to_decision: int
    clause: str = ""


def link(case: Following, command: Link) -> Iterable[Event]:
    """Only a decision that stands does something to another one, and only to one made before it."""
    matter = case.expect_standing()
    if not matter.decision:
        raise RuleViolation("link-of-group", title=matter.title)
    other = case.outside.other
    if other is None:
        raise RuleViolation(
            "unknown-matter", meeting=command.to_meeting, decision=command.to_decision, group=""
        )
    if (other.meeting, other.decision) == (matter.meeting, matter.decision):
        raise RuleViolation("link-to-itself", title=matter.title)
    if other.made > matter.made:
        raise RuleViolation("link-to-later", title=other.title)
    for one in case.standing():
        event = one.event
        if isinstance(event, Linked) and _same(event, command):
            raise RuleViolation("linked-already", title=other.title)
    yield Linked(
        entry=case.new_entry(command.entry),
        kinship=command.kinship,
        to_meeting=command.to_meeting,
        to_decision=command.to_decision,
        clause=line(command.clause, "clause"),
    )


def _same(event: Linked, command: Link) -> bool:
    return (event.kinship, event.to_meeting, event.to_decision) == (
        command.kinship,
        command.to_meeting,
        command.to_decision,
    )


DECIDES = {Link: link}
APPLIES = dict.fromkeys((Linked,))
