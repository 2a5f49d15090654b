"""Where a project is on its way, as a sign with its word."""

from __future__ import annotations

from facilitator.desk.desk import Desk
from facilitator.desk.followup.signs import Mark, MarkLabel
from facilitator.rounds.project import Outcome
from facilitator.rounds.standing import Stage
from facilitator.words.rounds import round_title

LOOKS = {
    Stage.NEEDS: ("circle", "plain"),
    Stage.PROPOSAL: ("half", "warn"),
    Stage.SCREENING: ("half", "accent"),
    Stage.ADMITTED: ("half", "accent"),
    Stage.REFUSED: ("against", "bad"),
    Stage.WITHDRAWN: ("abstain", "plain"),
    Stage.NOT_SELECTED: ("abstain", "plain"),
    Stage.SELECTED: ("for", "good"),
    Stage.TEAM: ("for", "good"),
    Stage.RUNNING: ("half", "accent"),
    Stage.CLOSED: ("for", "good"),
    Stage.LOOKED_BACK: ("for", "good"),
}
OUTCOMES = {
    Outcome.DONE: ("for", "good"),
    Outcome.PARTLY: ("half", "warn"),
    Outcome.ABANDONED: ("against", "bad"),
    Outcome.NEVER_STARTED: ("against", "bad"),
}
"""How what has ended is shown: by what came of it."""


def stage_mark(stage: Stage, outcome: Outcome | None, lang: str) -> Mark:
    """The mark of a stage; of what has ended, its outcome."""
    if outcome is not None:
        return Mark(round_title(outcome, lang), *OUTCOMES[outcome])
    return Mark(round_title(stage, lang), *LOOKS[stage])


def stage_label(desk: Desk, stage: Stage, outcome: Outcome | None) -> MarkLabel:
    """The same as a widget."""
    return MarkLabel(desk.theme, stage_mark(stage, outcome, desk.lang), name="project.stage")
