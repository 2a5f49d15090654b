"""Lines about votes and what came of them. Of a secret ballot nothing is told before both have counted."""

from __future__ import annotations

from collections import Counter

from facilitator.meeting.closing import (
    CastingVoteGiven,
    ContestedRuledOn,
    PollClosed,
    PollVoided,
)
from facilitator.meeting.consequences import OutcomeRevised
from facilitator.meeting.decisions import (
    Assigned,
    AssignmentCorrected,
    DecisionAnnulled,
    DecisionMade,
)
from facilitator.meeting.polls import Ballots, Hands, PollOpened, RecusalLifted, Recused
from facilitator.meeting.tellers import ReportCorrected, TellerReplaced
from facilitator.meeting.voting import (
    BallotsCorrected,
    BallotsIssued,
    BallotsReported,
    HandsCorrected,
    HandsCounted,
    VoteCast,
    VoteCorrected,
)
from facilitator.rules.tally import Choice
from facilitator.words.figures import Unit, counted, date_words
from facilitator.words.lines.telling import Teller, Telling
from facilitator.words.outcomes import decision_words, outcome_sentence
from facilitator.words.thresholds import members
from facilitator.words.titles import title


def _recused(telling: Telling, event: Recused) -> str:
    t = telling.t
    name, reason = telling.name_of(event.member), telling.ended(event.reason)
    return t("{name} declares an interest and does not vote: {reason}", name=name, reason=reason)


def _lifted(telling: Telling, event: RecusalLifted) -> str:
    t = telling.t
    name, reason = telling.name_of(event.member), telling.ended(event.reason)
    return t("The recusal of {name} is lifted: {reason}", name=name, reason=reason)


def _opened(telling: Telling, event: PollOpened) -> str:
    t = telling.t
    telling.votes[event.poll] = {}
    method = title(event.method, telling.lang)
    line = t(
        "{motion} is put to the vote: {method}.",
        motion=telling.motion(event.motion, first=True),
        method=method.lower() if telling.lang == "en" else method,
    )
    return telling.sentences(line, telling.room())


def _cast(telling: Telling, event: VoteCast) -> str:
    votes = telling.votes[event.poll]
    votes[event.member] = event.choice
    return telling.sentences(_answer(telling, event), _so_far(telling, event.poll))


def _answer(telling: Telling, event: VoteCast) -> str:
    t = telling.t
    name, choice = telling.name_of(event.member), title(event.choice, telling.lang)
    holding = telling.meeting.seat_of(event.member)
    if holding is None or not holding.seat:
        return t("{name}: {choice}.", name=name, choice=choice)
    return t("Seat {seat}, {name}: {choice}.", seat=holding.seat, name=name, choice=choice)


def _so_far(telling: Telling, poll: str) -> str:
    found = Counter(telling.votes[poll].values())
    return _numbers(telling, *(found[choice] for choice in Choice))


def _numbers(telling: Telling, in_favour: int, against: int, abstained: int) -> str:
    t = telling.t
    return t(
        "For {in_favour}, against {against}, abstaining {abstained}.",
        in_favour=f"{in_favour:,}",
        against=f"{against:,}",
        abstained=f"{abstained:,}",
    )


def _vote_corrected(telling: Telling, event: VoteCorrected) -> str:
    t = telling.t
    votes = telling.votes.setdefault(event.poll, {})
    votes.pop(event.member, None)
    if event.choice is not None:
        votes[event.member] = event.choice
    none = t("no answer")
    line = t(
        "{name}: entered as “{old}”, put right to “{new}”.",
        name=telling.name_of(event.member),
        old=title(event.old, telling.lang) if event.old else none,
        new=title(event.choice, telling.lang) if event.choice else none,
    )
    return telling.sentences(line, telling.because(event.reason))


def _hands(telling: Telling, hands: Hands) -> str:
    return _numbers(telling, hands.in_favour, hands.against, hands.abstained)


def _hands_counted(telling: Telling, event: HandsCounted) -> str:
    t = telling.t
    return telling.sentences(t("Hands are counted."), _hands(telling, event.hands))


def _hands_corrected(telling: Telling, event: HandsCorrected) -> str:
    t = telling.t
    line = t("The count of hands is put right.")
    return telling.sentences(line, _hands(telling, event.hands), telling.because(event.reason))


def _issued(telling: Telling, event: BallotsIssued) -> str:
    t = telling.t
    ballots = counted(event.issued, Unit.BALLOTS, telling.lang)
    return t("Ballot papers handed out: {ballots}.", ballots=ballots)


def _ballots(telling: Telling, found: Ballots) -> str:
    t = telling.t
    return t(
        "Returned {returned}: for {in_favour}, against {against}, abstaining {abstained}, "
        "blank {blank}, void {void}.",
        returned=f"{found.returned:,}",
        in_favour=f"{found.in_favour:,}",
        against=f"{found.against:,}",
        abstained=f"{found.abstained:,}",
        blank=f"{found.blank:,}",
        void=f"{found.void:,}",
    )


def _reported(telling: Telling, event: BallotsReported) -> str:
    """One teller's numbers are for nobody while the other still counts; what both found is."""
    t = telling.t
    if event.teller:
        return t("{name} has handed in a count.", name=telling.name_of(event.teller))
    return telling.sentences(t("The tellers have counted again."), _ballots(telling, event.ballots))


def _ballots_corrected(telling: Telling, event: BallotsCorrected) -> str:
    t = telling.t
    line = t("The count of ballots is put right.")
    return telling.sentences(line, _ballots(telling, event.ballots), telling.because(event.reason))


def _report_corrected(telling: Telling, event: ReportCorrected) -> str:
    t = telling.t
    line = t("The count of {name} is put right.", name=telling.name_of(event.teller))
    return telling.sentences(line, telling.because(event.reason))


def _teller_replaced(telling: Telling, event: TellerReplaced) -> str:
    t = telling.t
    name, other = telling.name_of(event.by), telling.name_of(event.teller)
    line = t("{name} counts in place of {other}.", name=name, other=other)
    return telling.sentences(line, telling.because(event.reason))


def _closed(telling: Telling, event: PollClosed) -> str:
    t = telling.t
    line = t("The vote on {motion} is closed.", motion=telling.poll(event.poll))
    charter = telling.meeting.charter
    return telling.sentences(line, outcome_sentence(event.outcome, telling.lang, charter))


def _voided(telling: Telling, event: PollVoided) -> str:
    t = telling.t
    line = t("The vote on {motion} is declared void.", motion=telling.poll(event.poll))
    return telling.sentences(line, telling.because(event.reason))


def _casting(telling: Telling, event: CastingVoteGiven) -> str:
    t = telling.t
    choice = title(event.choice, telling.lang)
    choice = choice.lower() if telling.lang == "en" else choice
    line = t("The chair votes: {choice}.", choice=choice)
    return telling.sentences(line, telling.because(event.reason))


def _ruled(telling: Telling, event: ContestedRuledOn) -> str:
    t = telling.t
    who = members(telling.meeting.charter, telling.lang)
    if event.count_them:
        line = t("The votes of {members} of another group count.", members=who)
    else:
        line = t(
            "The votes of {members} of another group do not count; their seats are taken as vacant.",
            members=who,
        )
    return telling.sentences(line, telling.because(event.reason))


def _revised(telling: Telling, event: OutcomeRevised) -> str:
    t = telling.t
    line = t("The result on {motion} is worked out anew.", motion=telling.poll(event.poll))
    charter = telling.meeting.charter
    return telling.sentences(line, outcome_sentence(event.outcome, telling.lang, charter))


def _decided(telling: Telling, event: DecisionMade) -> str:
    t = telling.t
    motion = telling.meeting.motions.all[event.motion]
    item = telling.item(motion.item)
    name = motion.title or (item.title if item else "")
    number = decision_words(event.number, telling.lang)
    return t("{decision} is made: {title}.", decision=number, title=name)


def _annulled(telling: Telling, event: DecisionAnnulled) -> str:
    t = telling.t
    number = decision_words(event.number, telling.lang)
    return t("{decision} is annulled; its number is not given again.", decision=number)


def _assigned(telling: Telling, event: Assigned) -> str:
    t = telling.t
    number, task = decision_words(event.decision, telling.lang), event.assignment
    if task.due is None:
        return t("{name} carries out {decision}.", name=task.implementer, decision=number)
    return t(
        "{name} carries out {decision}, due {date}.",
        name=task.implementer,
        decision=number,
        date=date_words(task.due, telling.lang),
    )


def _assignment_corrected(telling: Telling, event: AssignmentCorrected) -> str:
    t = telling.t
    number = decision_words(event.decision, telling.lang)
    line = t("Who carries out {decision} is put right.", decision=number)
    return telling.sentences(line, telling.because(event.reason))


LINES: dict[type, Teller] = {
    Recused: _recused,
    RecusalLifted: _lifted,
    PollOpened: _opened,
    VoteCast: _cast,
    VoteCorrected: _vote_corrected,
    HandsCounted: _hands_counted,
    HandsCorrected: _hands_corrected,
    BallotsIssued: _issued,
    BallotsReported: _reported,
    BallotsCorrected: _ballots_corrected,
    ReportCorrected: _report_corrected,
    TellerReplaced: _teller_replaced,
    PollClosed: _closed,
    PollVoided: _voided,
    CastingVoteGiven: _casting,
    ContestedRuledOn: _ruled,
    OutcomeRevised: _revised,
    DecisionMade: _decided,
    DecisionAnnulled: _annulled,
    Assigned: _assigned,
    AssignmentCorrected: _assignment_corrected,
}
