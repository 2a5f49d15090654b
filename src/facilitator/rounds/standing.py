"""How a project stands: its stage, what is to be done next and by which day, and its money.

One pure function over the thread itself and its round, so that screens, papers and registers say the same.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from facilitator.data import dataclass
from facilitator.rounds.ending import Ending, ending_of
from facilitator.rounds.measures import days_after
from facilitator.rounds.milestones import milestones_of
from facilitator.rounds.monitoring import Progress, monitoring_of
from facilitator.rounds.needs import needs_of
from facilitator.rounds.project import Outcome, Project
from facilitator.rounds.proposal import proposals_of
from facilitator.rounds.screening import Verdict, screening_of
from facilitator.rounds.spending import Money, money_of
from facilitator.rounds.team import present

START_DAYS = 30
"""So many days after the first milestone was due, a project of which nothing was seen has not started."""
PLAN_DAYS = 90
"""So many days after the grant, one without any milestone has not started either."""


class Stage(StrEnum):
    """Where a project is on its way."""

    NEEDS = "needs"  # 需求评估: nothing was proposed yet
    PROPOSAL = "proposal"  # 退回修改: sent back, to be revised
    SCREENING = "screening"  # 待初审
    ADMITTED = "admitted"  # 待评选
    REFUSED = "refused"  # 初审未通过
    WITHDRAWN = "withdrawn"  # 撤回
    NOT_SELECTED = "not-selected"  # 未入选
    SELECTED = "selected"  # 入选: no team yet
    TEAM = "team"  # 组队: nothing is planned, paid or seen yet
    RUNNING = "running"  # 实施中
    CLOSED = "closed"  # 结项
    LOOKED_BACK = "looked-back"  # 已回看


class Deed(StrEnum):
    """What is to be done next."""

    ASK = "ask"  # ask residents
    RANK = "rank"  # rank what they named
    PROPOSE = "propose"
    REVISE = "revise"
    SCREEN = "screen"
    SELECT = "select"
    FORM_TEAM = "form-team"
    PLAN = "plan"  # plan milestones
    REACH = "reach"  # reach the next milestone
    CLOSE = "close"
    LOOK_BACK = "look-back"


OVER = (Stage.REFUSED, Stage.WITHDRAWN, Stage.NOT_SELECTED, Stage.LOOKED_BACK)
"""Nothing more is to be done."""
BEFORE_GRANT = (Stage.NEEDS, Stage.PROPOSAL, Stage.SCREENING, Stage.ADMITTED)
GRANTED = (Stage.SELECTED, Stage.TEAM, Stage.RUNNING)
"""Money was granted, and it has not ended."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a project stands. Money in fen (0.01 yuan)."""

    stage: Stage
    outcome: Outcome | None
    """How it ended; None while it goes on."""
    deed: Deed | None
    """What is to be done next; None when nothing is."""
    day: date | None
    """By when; None where no day is fixed."""
    milestone: str
    """The milestone that is to be reached next, if that is the deed; else empty."""
    milestone_due: date | None
    """The day of the first milestone that was not reached; None once it has ended."""
    not_started_from: date | None
    """From which day on it is to be said that it has not started; None if it has, or cannot yet."""
    look_due: date | None
    """The day of the twelve-month look that was not taken yet."""
    money: Money
    asked_fen: int
    """What the last proposal asks for; 0 without one."""

    def overdue(self, day: date) -> int:
        """By how many days what is to be done is overdue on `day`; 0 if it is not."""
        return max(0, (day - self.day).days) if self.day is not None else 0


def standing_of(case: Project) -> Standing:
    """How a project stands now, whatever the day; refused (`unknown-project`, `unknown-round`) without one."""
    ending, proposals = ending_of(case), proposals_of(case)
    stage = _stage(case, ending)
    deed, day, milestone = _next(case, stage, ending)
    open_ones = [one for one in milestones_of(case) if one.reached is None]
    return Standing(
        stage=stage,
        outcome=ending.closed.outcome if ending.closed else None,
        deed=deed,
        day=day,
        milestone=milestone,
        milestone_due=open_ones[0].due if open_ones and stage in GRANTED else None,
        not_started_from=_not_started_from(case) if stage in GRANTED else None,
        look_due=ending.look_due if ending.look is None else None,
        money=money_of(case),
        asked_fen=proposals.current.asked_fen if proposals.current else 0,
    )


def _stage(case: Project, ending: Ending) -> Stage:
    if ending.closed is not None:
        return Stage.CLOSED if ending.look is None else Stage.LOOKED_BACK
    grant = case.project and case.round.grant(case.number)
    if grant is not None and grant.fen:
        return _granted(case)
    proposals = proposals_of(case)
    if proposals.withdrawn is not None:
        return Stage.WITHDRAWN
    if proposals.current is None:
        return Stage.NEEDS
    if grant is not None:
        return Stage.NOT_SELECTED
    verdict = screening_of(case).verdict
    return _SCREENED[verdict] if verdict else Stage.SCREENING


_SCREENED = {
    Verdict.ADMITTED: Stage.ADMITTED,
    Verdict.SEND_BACK: Stage.PROPOSAL,
    Verdict.REFUSED: Stage.REFUSED,
}


def _granted(case: Project) -> Stage:
    if not present(case):
        return Stage.SELECTED
    money = money_of(case)
    begun = milestones_of(case) or money.paid or money.spent or money.spent_own
    return Stage.RUNNING if begun or monitoring_of(case).visits else Stage.TEAM


def _next(case: Project, stage: Stage, ending: Ending) -> tuple[Deed | None, date | None, str]:
    """What is to be done next, by when, and the milestone if that is it."""
    plan = case.round.plan
    if stage in BEFORE_GRANT and not case.round.open:
        return None, None, ""  # the round is over: nothing waits for what it did not grant
    if stage is Stage.NEEDS:
        needs = needs_of(case)
        if not needs.asked or not needs.needs:
            return Deed.ASK, plan.needs_by, ""
        if needs.unranked:
            return Deed.RANK, plan.needs_by, ""
    if stage is Stage.RUNNING:
        waiting = [one for one in milestones_of(case) if one.reached is None]
        if waiting:
            return Deed.REACH, waiting[0].due, waiting[0].id
        return (Deed.CLOSE if milestones_of(case) else Deed.PLAN), None, ""
    if stage is Stage.CLOSED:
        return (Deed.LOOK_BACK if ending.look_due else None), ending.look_due, ""
    deeds = {
        Stage.NEEDS: (Deed.PROPOSE, plan.proposals_by),
        Stage.PROPOSAL: (Deed.REVISE, plan.proposals_by),
        Stage.SCREENING: (Deed.SCREEN, plan.selection_on),
        Stage.ADMITTED: (Deed.SELECT, plan.selection_on),
        Stage.SELECTED: (Deed.FORM_TEAM, None),
        Stage.TEAM: (Deed.PLAN, None),
    }
    deed, day = deeds.get(stage, (None, None))
    return deed, day, ""


def _not_started_from(case: Project) -> date | None:
    """Anything that was reached, spent or seen to go on means that it has started."""
    milestones = milestones_of(case)
    money = money_of(case)
    seen = any(one.state is not Progress.NOT_STARTED for one in monitoring_of(case).visits)
    if seen or money.spent or money.spent_own or any(one.reached for one in milestones):
        return None
    if milestones:
        return days_after(milestones[0].due, START_DAYS)
    grant = case.round.grant(case.number)
    assert grant is not None
    return days_after(grant.on, PLAN_DAYS)
