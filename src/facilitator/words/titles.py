"""The word for every state, kind and choice that people see: one table each, and one function that reads it.

Each word has the name of its table as context, because "Undecided" is 未定 of a motion and 未决 of a selection.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from facilitator.followup.calls import Settled
from facilitator.followup.entries import Kinship, Notice, View
from facilitator.followup.intake import Source
from facilitator.meeting.agenda import ItemState
from facilitator.meeting.attendance import Capacity
from facilitator.meeting.floor import Side
from facilitator.meeting.format import Stage
from facilitator.meeting.forum.convergence import Way
from facilitator.meeting.forum.theme import Hosting
from facilitator.meeting.forum.wall import TopicState
from facilitator.meeting.motions import MotionState
from facilitator.meeting.notes import NoteKind
from facilitator.meeting.polls import Method
from facilitator.meeting.reviews import Progress
from facilitator.meeting.selection.pitches import How
from facilitator.rules.charter import Base, Blank, Charter, Measure, QuorumLost, Recusal, Tie
from facilitator.rules.composition import FindingKind
from facilitator.rules.counting import Prospect
from facilitator.rules.outcome import Role, Verdict
from facilitator.rules.selection.ballots import BallotKind, Fault
from facilitator.rules.selection.outcome import Fate
from facilitator.rules.selection.outcome import Verdict as Decidedness
from facilitator.rules.selection.problem import Completion, Rule, TieBreak, Unaffordable, Worth
from facilitator.rules.tally import Choice
from facilitator.words.tongue import mark_in, tongue

Titles = Mapping[StrEnum, tuple[str, str]]

VERDICTS: Titles = {
    Verdict.PASSED: mark_in("verdict", "Passed"),
    Verdict.FAILED: mark_in("verdict", "Not passed"),
    Verdict.NOT_VALID: mark_in("verdict", "Vote not valid"),
    Verdict.UNDECIDED: mark_in("verdict", "Undecided"),
}
METHODS: Titles = {
    Method.HANDS: mark_in("method", "Show of hands"),
    Method.ROLL_CALL: mark_in("method", "Roll call"),
    Method.PAPER: mark_in("method", "Secret ballot"),
}
CHOICES: Titles = {
    Choice.FOR: mark_in("choice", "For"),
    Choice.AGAINST: mark_in("choice", "Against"),
    Choice.ABSTAIN: mark_in("choice", "Abstain"),
}
SIDES: Titles = {
    Side.FOR: mark_in("side", "For"),
    Side.AGAINST: mark_in("side", "Against"),
    Side.NEUTRAL: mark_in("side", "Neutral"),
}
ITEM_STATES: Titles = {
    ItemState.PLANNED: mark_in("item", "Not taken up yet"),
    ItemState.IN_HAND: mark_in("item", "In hand"),
    ItemState.PAUSED: mark_in("item", "Put aside"),
    ItemState.DONE: mark_in("item", "Dealt with"),
    ItemState.WITHDRAWN: mark_in("item", "Withdrawn"),
    ItemState.POSTPONED: mark_in("item", "Postponed"),
}
MOTION_STATES: Titles = {
    MotionState.PENDING: mark_in("motion", "To be decided"),
    MotionState.CARRIED: mark_in("motion", "Carried"),
    MotionState.LOST: mark_in("motion", "Not carried"),
    MotionState.UNDECIDED: mark_in("motion", "Undecided"),
    MotionState.WITHDRAWN: mark_in("motion", "Withdrawn"),
    MotionState.POSTPONED: mark_in("motion", "Postponed"),
}
PROGRESS: Titles = {
    Progress.NOT_STARTED: mark_in("progress", "Not started"),
    Progress.IN_PROGRESS: mark_in("progress", "In progress"),
    Progress.DONE: mark_in("progress", "Done"),
    Progress.ON_HOLD: mark_in("progress", "On hold"),
    Progress.ABANDONED: mark_in("progress", "Abandoned"),
}
CAPACITIES: Titles = {
    Capacity.OBSERVER: mark_in("capacity", "Observer"),
    Capacity.SECRETARY: mark_in("capacity", "Secretary"),
    Capacity.STAFF: mark_in("capacity", "Staff"),
    Capacity.PARTICIPANT: mark_in("capacity", "Participant"),
}
NOTE_KINDS: Titles = {
    NoteKind.STATEMENT: mark_in("note", "Statement"),
    NoteKind.FACT: mark_in("note", "Fact"),
    NoteKind.HOST: mark_in("note", "Host intervenes"),
    NoteKind.REFUSED: mark_in("note", "Not accepted"),
    NoteKind.READ_BACK: mark_in("note", "At the reading back"),
}
STAGES: Titles = {
    Stage.BEFORE: mark_in("stage", "Being prepared"),
    Stage.GATHERING: mark_in("stage", "Gathering"),
    Stage.RUNNING: mark_in("stage", "Running"),
    Stage.CLOSING: mark_in("stage", "Reading back"),
    Stage.CLOSED: mark_in("stage", "Closed"),
}
BASES: Titles = {
    Base.SEATS: mark_in("base", "all seats"),
    Base.IN_OFFICE: mark_in("base", "members in office"),
    Base.PRESENT: mark_in("base", "those present"),
    Base.RETURNED: mark_in("base", "ballots returned"),
    Base.VALID: mark_in("base", "valid votes"),
    Base.FOR_AGAINST: mark_in("base", "votes for and against"),
}
MEASURES: Titles = {
    Measure.HEADS: mark_in("measure", "by head"),
    Measure.WEIGHT: mark_in("measure", "by weight"),
}
TIES: Titles = {
    Tie.FAILS: mark_in("tie", "equal votes: not passed"),
    Tie.UNDECIDED: mark_in("tie", "equal votes: undecided"),
    Tie.CHAIR: mark_in("tie", "equal votes: the chair has a casting vote"),
}
RECUSALS: Titles = {
    Recusal.KEEPS_BASE: mark_in("recusal", "recused members stay in the base"),
    Recusal.LEAVES_BASE: mark_in("recusal", "recused members leave the base"),
}
BLANKS: Titles = {
    Blank.ABSTAINS: mark_in("blank", "a blank ballot is an abstention"),
    Blank.VOID: mark_in("blank", "a blank ballot is void"),
}
QUORUM_LOST: Titles = {
    QuorumLost.BLOCK: mark_in("quorum", "without a quorum no vote is opened"),
    QuorumLost.RECORD: mark_in("quorum", "without a quorum a vote is recorded as not valid"),
}
ROLES: Titles = {
    Role.QUORUM: mark_in("role", "Quorum"),
    Role.PARTICIPATION: mark_in("role", "Taking part"),
    Role.CONSENT: mark_in("role", "In favour"),
}
PROSPECTS: Titles = {
    Prospect.CARRIED: mark_in("prospect", "Enough votes already"),
    Prospect.OPEN: mark_in("prospect", "Still open"),
    Prospect.LOST: mark_in("prospect", "Can no longer pass"),
}
FINDING_KINDS: Titles = {
    FindingKind.MISSING: mark_in("finding", "Seats vacant"),
    FindingKind.SURPLUS: mark_in("finding", "Too many of one group"),
    FindingKind.WRONG_GROUP: mark_in("finding", "Seat of another group"),
    FindingKind.TERM_EXPIRED: mark_in("finding", "Term expired"),
    FindingKind.DUPLICATE: mark_in("finding", "Same name twice"),
    FindingKind.OFFICE_WRONG_GROUP: mark_in("finding", "Office of another group"),
    FindingKind.OFFICE_TWICE: mark_in("finding", "Office held twice"),
    FindingKind.OFFICE_VACANT: mark_in("finding", "Office vacant"),
}

TOPIC_STATES: Titles = {
    TopicState.OPEN: mark_in("topic", "Open"),
    TopicState.PARKED: mark_in("topic", "Parked"),
    TopicState.MERGED: mark_in("topic", "Merged"),
    TopicState.SPLIT: mark_in("topic", "Split"),
    TopicState.NOT_HELD: mark_in("topic", "Not held"),
    TopicState.WITHDRAWN: mark_in("topic", "Withdrawn"),
    TopicState.TAKEN_BACK: mark_in("topic", "Posted by mistake"),
}
HOSTINGS: Titles = {
    Hosting.NEUTRAL: mark_in("hosting", "Neutral"),
    Hosting.GUIDING: mark_in("hosting", "Guiding"),
}
WAYS: Titles = {
    Way.DOTS: mark_in("way", "Dots"),
    Way.REOPEN: mark_in("way", "Space reopened"),
}
VIEWS: Titles = {
    View.DONE: mark_in("view", "Done"),
    View.HALF: mark_in("view", "Half done"),
    View.NOT_DONE: mark_in("view", "Not done"),
    View.UNCLEAR: mark_in("view", "Cannot say"),
    View.MIXED: mark_in("view", "Opinions differ"),
}
NOTICES: Titles = {
    Notice.RESOLUTION: mark_in("notice", "Resolution"),
    Notice.OUTCOME: mark_in("notice", "What was done"),
}
KINSHIPS: Titles = {
    Kinship.AMENDS: mark_in("kinship", "Amends"),
    Kinship.REPEALS: mark_in("kinship", "Repeals"),
    Kinship.REPEATS: mark_in("kinship", "Repeats"),
}
SETTLEDS: Titles = {
    Settled.YES: mark_in("settled", "Settled"),
    Settled.PARTLY: mark_in("settled", "Settled in part"),
    Settled.NO: mark_in("settled", "Not settled"),
}
SOURCES: Titles = {
    Source.HOTLINE: mark_in("source", "Hotline"),
    Source.DEPARTMENT: mark_in("source", "Department"),
    Source.LETTER: mark_in("source", "Letter"),
    Source.VISIT: mark_in("source", "Visit"),
    Source.WALK: mark_in("source", "Walk through the neighbourhood"),
    Source.PETITION: mark_in("source", "Joint petition"),
    Source.OTHER: mark_in("source", "Otherwise"),
}

BALLOT_KINDS: Titles = {
    BallotKind.APPROVAL: mark_in("ballot kind", "Ticks"),
    BallotKind.KNAPSACK: mark_in("ballot kind", "Ticks within the budget"),
    BallotKind.POINTS: mark_in("ballot kind", "Points"),
    BallotKind.DOTS: mark_in("ballot kind", "Dots"),
    BallotKind.SCORE: mark_in("ballot kind", "Scores"),
    BallotKind.RANKING: mark_in("ballot kind", "Ranking"),
}
FAULTS: Titles = {
    Fault.TOO_MANY_TICKS: mark_in("fault", "too many ticks"),
    Fault.OVER_BUDGET: mark_in("fault", "ticked for more than there is"),
    Fault.TOO_MANY_POINTS: mark_in("fault", "too many points in all"),
    Fault.TOO_MANY_ON_ONE: mark_in("fault", "too many points on one project"),
    Fault.SCORE_RANGE: mark_in("fault", "a score above the highest"),
    Fault.RANK_RANGE: mark_in("fault", "more places than there are"),
    Fault.RANK_TWICE: mark_in("fault", "a place given twice"),
    Fault.RANK_GAP: mark_in("fault", "a place left out"),
    Fault.UNKNOWN_PROJECT: mark_in("fault", "a project that is not on the ballot"),
    Fault.MARK_RANGE: mark_in("fault", "a mark that cannot be"),
}
RULES: Titles = {
    Rule.GREEDY: mark_in("rule", "One after another by votes"),
    Rule.EQUAL_SHARES: mark_in("rule", "Method of Equal Shares"),
}
UNAFFORDABLES: Titles = {
    Unaffordable.SKIP: mark_in("unaffordable", "pass over what does not fit"),
    Unaffordable.STOP: mark_in("unaffordable", "end at what does not fit"),
}
COMPLETIONS: Titles = {
    Completion.NONE: mark_in("completion", "what is left stays"),
    Completion.GREEDY: mark_in("completion", "what is left goes on by votes"),
    Completion.RAISE: mark_in("completion", "shares are raised step by step"),
}
WORTHS: Titles = {
    Worth.COUNT: mark_in("worth", "as the ballot says"),
    Worth.COST: mark_in("worth", "times what the project costs"),
}
TIE_BREAKS: Titles = {
    TieBreak.LOWER_COST: mark_in("tie break", "the cheaper one first"),
    TieBreak.MORE_VOTES: mark_in("tie break", "more votes first"),
    TieBreak.LOT: mark_in("tie break", "drawing lots"),
    TieBreak.REVOTE: mark_in("tie break", "voting again among the tied"),
}
FATES: Titles = {
    Fate.FUNDED: mark_in("fate", "Funded"),
    Fate.UNAFFORDABLE: mark_in("fate", "Too little left"),
    Fate.ABOVE_BUDGET: mark_in("fate", "Above the whole budget"),
    Fate.BELOW_MINIMUM: mark_in("fate", "Too few votes"),
    Fate.STOPPED: mark_in("fate", "After the end"),
    Fate.NOT_BOUGHT: mark_in("fate", "Not enough from supporters"),
    Fate.TIED: mark_in("fate", "Tied"),
    Fate.WAITING: mark_in("fate", "Waits for a tie"),
}
DECIDEDNESSES: Titles = {
    Decidedness.DECIDED: mark_in("selection", "Decided"),
    Decidedness.UNDECIDED: mark_in("selection", "Undecided"),
}
ORDERINGS: Titles = {
    How.DRAWN: mark_in("ordering", "drawn by lot"),
    How.BY_HAND: mark_in("ordering", "set by hand"),
}

# By type, because members of different enums with the same text are equal: Choice.FOR == Side.FOR.
TITLES: Mapping[type[StrEnum], Titles] = {
    Verdict: VERDICTS,
    Method: METHODS,
    Choice: CHOICES,
    Side: SIDES,
    ItemState: ITEM_STATES,
    MotionState: MOTION_STATES,
    Progress: PROGRESS,
    Capacity: CAPACITIES,
    NoteKind: NOTE_KINDS,
    Stage: STAGES,
    Base: BASES,
    Measure: MEASURES,
    Tie: TIES,
    Recusal: RECUSALS,
    Blank: BLANKS,
    QuorumLost: QUORUM_LOST,
    Role: ROLES,
    Prospect: PROSPECTS,
    FindingKind: FINDING_KINDS,
    TopicState: TOPIC_STATES,
    Hosting: HOSTINGS,
    Way: WAYS,
    View: VIEWS,
    Notice: NOTICES,
    Kinship: KINSHIPS,
    Settled: SETTLEDS,
    Source: SOURCES,
    BallotKind: BALLOT_KINDS,
    Fault: FAULTS,
    Rule: RULES,
    Unaffordable: UNAFFORDABLES,
    Completion: COMPLETIONS,
    Worth: WORTHS,
    TieBreak: TIE_BREAKS,
    Fate: FATES,
    Decidedness: DECIDEDNESSES,
    How: ORDERINGS,
}


def title(value: StrEnum, lang: str) -> str:
    """The word for a state, kind or choice; `KeyError` for an enum that has no table (our own bug)."""
    return tongue(lang).within(*TITLES[type(value)][value])


def titles_in(charter: Charter, lang: str) -> Callable[[str], str]:
    """A function that turns the key of a group, office or rule of a charter into its title; else the key."""
    named = (*charter.groups, *charter.offices, *charter.rules)
    titles = {one.key: one.title.text(lang) for one in named} | {
        charter.key: charter.title.text(lang)
    }
    return lambda key: titles.get(key, key)
