"""How a round's projects stand, in words: where one is on its way, what is to be done next, by which day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from facilitator.rounds.ending import Alive
from facilitator.rounds.monitoring import Progress
from facilitator.rounds.needs import Announced, Invitation, Source
from facilitator.rounds.outside import FunderKind
from facilitator.rounds.project import Initiator, Outcome
from facilitator.rounds.proposal import OwnKind
from facilitator.rounds.screening import Verdict
from facilitator.rounds.standing import Deed, Stage, Standing
from facilitator.rounds.team import MemberKind
from facilitator.words.aftermath import clauses, near
from facilitator.words.tongue import mark_in, tongue

Titles = Mapping[StrEnum, tuple[str, str]]

STAGES: Titles = {
    Stage.NEEDS: mark_in("project", "Needs"),
    Stage.PROPOSAL: mark_in("project", "Sent back"),
    Stage.SCREENING: mark_in("project", "To be screened"),
    Stage.ADMITTED: mark_in("project", "To be selected"),
    Stage.REFUSED: mark_in("project", "Refused at screening"),
    Stage.WITHDRAWN: mark_in("project", "Withdrawn"),
    Stage.NOT_SELECTED: mark_in("project", "Not selected"),
    Stage.SELECTED: mark_in("project", "Selected"),
    Stage.TEAM: mark_in("project", "Team formed"),
    Stage.RUNNING: mark_in("project", "Under way"),
    Stage.CLOSED: mark_in("project", "Closed"),
    Stage.LOOKED_BACK: mark_in("project", "Looked back on"),
}
DEEDS: Titles = {
    Deed.ASK: mark_in("deed", "Ask residents"),
    Deed.RANK: mark_in("deed", "Rank the needs"),
    Deed.PROPOSE: mark_in("deed", "Write the proposal"),
    Deed.REVISE: mark_in("deed", "Revise the proposal"),
    Deed.SCREEN: mark_in("deed", "Screen the proposal"),
    Deed.SELECT: mark_in("deed", "Selection meeting"),
    Deed.FORM_TEAM: mark_in("deed", "Form the team"),
    Deed.PLAN: mark_in("deed", "Plan milestones"),
    Deed.REACH: mark_in("deed", "Reach the next milestone"),
    Deed.CLOSE: mark_in("deed", "Close and report"),
    Deed.LOOK_BACK: mark_in("deed", "Look back"),
}
OUTCOMES: Titles = {
    Outcome.DONE: mark_in("outcome", "Done"),
    Outcome.PARTLY: mark_in("outcome", "Done in part"),
    Outcome.ABANDONED: mark_in("outcome", "Abandoned"),
    Outcome.NEVER_STARTED: mark_in("outcome", "Never started"),
}
ALIVE: Titles = {
    Alive.ALIVE: mark_in("alive", "Alive"),
    Alive.WEAK: mark_in("alive", "Barely kept up"),
    Alive.GONE: mark_in("alive", "Gone"),
}
INITIATORS: Titles = {
    Initiator.RESIDENTS: mark_in("initiator", "Residents"),
    Initiator.COMMITTEE: mark_in("initiator", "Residents' committee"),
    Initiator.SUBDISTRICT: mark_in("initiator", "Subdistrict office"),
    Initiator.EXPERT: mark_in("initiator", "Experts or an organisation"),
    Initiator.OTHER: mark_in("initiator", "Somebody else"),
    Initiator.UNKNOWN: mark_in("initiator", "Not known"),
}
FUNDER_KINDS: Titles = {
    FunderKind.COMMUNITY_FOUNDATION: mark_in("funder", "Community foundation"),
    FunderKind.SERVICE_CONTRACT: mark_in("funder", "Contract for a purchased service"),
    FunderKind.GOVERNMENT: mark_in("funder", "Subdistrict or government"),
    FunderKind.OTHER: mark_in("funder", "Otherwise"),
}
SOURCES: Titles = {
    Source.WALK: mark_in("asked", "Walk through the place"),
    Source.SURVEY: mark_in("asked", "Survey"),
    Source.MEETING: mark_in("asked", "Meeting"),
    Source.HOTLINE: mark_in("asked", "Hotline"),
    Source.DOOR: mark_in("asked", "Door to door"),
    Source.OTHER: mark_in("asked", "Otherwise"),
}
INVITATIONS: Titles = {
    Invitation.PUBLIC_NOTICE: mark_in("invited", "Public notice"),
    Invitation.OPEN_DOOR: mark_in("invited", "Came by themselves"),
    Invitation.RANDOM_DRAW: mark_in("invited", "Drawn by lot"),
    Invitation.BUILDING_LEADER: mark_in("invited", "Building leader"),
    Invitation.NEIGHBOUR: mark_in("invited", "Neighbour"),
    Invitation.COMMITTEE: mark_in("invited", "Named by the committee"),
    Invitation.OTHER: mark_in("invited", "Otherwise"),
}
ANNOUNCED: Titles = {
    Announced.NEEDS_MEETING: mark_in("announced", "Meeting on needs"),
    Announced.SELECTION: mark_in("announced", "Selection meeting"),
    Announced.OTHER: mark_in("announced", "Something else"),
}
OWN_KINDS: Titles = {
    OwnKind.MONEY: mark_in("own", "Money"),
    OwnKind.LABOUR: mark_in("own", "Labour"),
    OwnKind.GOODS: mark_in("own", "Goods"),
}
SCREENED: Titles = {
    Verdict.ADMITTED: mark_in("screening", "Admitted"),
    Verdict.SEND_BACK: mark_in("screening", "Sent back"),
    Verdict.REFUSED: mark_in("screening", "Refused"),
}
MEMBER_KINDS: Titles = {
    MemberKind.STAFF: mark_in("team", "Staff"),
    MemberKind.RESIDENT: mark_in("team", "Resident"),
    MemberKind.VOLUNTEER: mark_in("team", "Volunteer"),
    MemberKind.EXPERT: mark_in("team", "Expert"),
    MemberKind.PARTNER: mark_in("team", "Partner"),
    MemberKind.OTHER: mark_in("team", "Other"),
}
PROGRESS: Titles = {
    Progress.NOT_STARTED: mark_in("monitoring", "Not started"),
    Progress.ON_TRACK: mark_in("monitoring", "On track"),
    Progress.BEHIND: mark_in("monitoring", "Behind"),
    Progress.STUCK: mark_in("monitoring", "Stuck"),
}
ANSWER_WORDS: Mapping[str, tuple[str, str]] = {
    "very_satisfied": mark_in("answer", "Very satisfied"),
    "satisfied": mark_in("answer", "Satisfied"),
    "neutral": mark_in("answer", "So-so"),
    "dissatisfied": mark_in("answer", "Dissatisfied"),
    "very_dissatisfied": mark_in("answer", "Very dissatisfied"),
}
"""The five answers of a satisfaction assessment, by the field that counts them."""
_ALL: Mapping[type[StrEnum], Titles] = {
    Stage: STAGES,
    Deed: DEEDS,
    Outcome: OUTCOMES,
    Alive: ALIVE,
    Initiator: INITIATORS,
    FunderKind: FUNDER_KINDS,
    Source: SOURCES,
    Invitation: INVITATIONS,
    Announced: ANNOUNCED,
    OwnKind: OWN_KINDS,
    Verdict: SCREENED,
    MemberKind: MEMBER_KINDS,
    Progress: PROGRESS,
}
_ON_THE_DAY = (Deed.SELECT, Deed.LOOK_BACK)
"""Done on its day; everything else by its day."""


def round_title(value: StrEnum, lang: str) -> str:
    """The word for a stage, deed, outcome or kind of a round's things; `KeyError` for an enum without one."""
    return tongue(lang).within(*_ALL[type(value)][value])


def deed_words(
    deed: Deed | None, day: date | None, today: date, lang: str, *, milestone: str = ""
) -> str:
    """写项目申请书，9月30日前: what is to be done next, and by when.

    `milestone` is what is to be reached, where that is the deed. "" where nothing is to be done.
    """
    if deed is None:
        return ""
    t = tongue(lang)
    said = [milestone if deed is Deed.REACH and milestone else round_title(deed, lang)]
    if day is not None:
        when = near(day, today, lang)
        said.append(when if deed in _ON_THE_DAY else t("by {day}", day=when))
    return clauses(said, lang)


def standing_deed(standing: Standing, today: date, lang: str, *, milestone: str = "") -> str:
    """The same of how a project stands."""
    return deed_words(standing.deed, standing.day, today, lang, milestone=milestone)
