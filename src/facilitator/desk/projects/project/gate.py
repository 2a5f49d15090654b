"""Why something cannot be done with a project now, said on the button that would do it."""

from __future__ import annotations

from facilitator.acts import RuleViolation
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, only_looking
from facilitator.desk.widgets import Button
from facilitator.rounds.project import Project
from facilitator.rounds.spending import money_of


def why_over(desk: Desk, case: Project) -> str:
    """That it has ended, as a sentence; "" while it goes on."""
    if case.closing is None:
        return ""
    return desk.sentence(RuleViolation("project-closed", title=case.title))


def why_no_money(desk: Desk, case: Project) -> str:
    """That nothing was granted for it, as a sentence; "" where something was, or was paid out meanwhile."""
    if case.granted_fen or money_of(case).paid:
        return ""
    return desk.sentence(RuleViolation("not-granted", project=case.number))


def gated(desk: Desk, made: Button, *reasons: str) -> Button:
    """Grey with the first reason there is; nothing is recorded in a copy, whatever else there is."""
    why = only_looking(desk) or next((one for one in reasons if one), "")
    allow(made, why, made.toolTip())
    return made
