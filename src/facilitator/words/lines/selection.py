"""Lines about a selection: its projects and terms, pitches, ballots handed out and read, the result, ties.

What is on a single ballot is told only once it was put right after the close: two helpers read it on their own.
"""

from __future__ import annotations

from itertools import pairwise

from facilitator.meeting.selection.ballots import BoxCounted, PapersIssued, VoteOpened, VoteVoided
from facilitator.meeting.selection.closing import PaperCorrected, VoteClosed
from facilitator.meeting.selection.entering import (
    BallotTyped,
    PaperEntered,
    PaperSettled,
    TypedTakenBack,
)
from facilitator.meeting.selection.outcome import Announced, AnnouncementTakenBack, FundedInPart
from facilitator.meeting.selection.pitches import (
    How,
    PassedOver,
    PitchBegun,
    PitchEnded,
    PitchesOrdered,
    QuestionsOpened,
)
from facilitator.meeting.selection.recount import SelectionCounted, Why
from facilitator.meeting.selection.recusals import StepBackLifted, SteppedBack
from facilitator.meeting.selection.reinstating import CandidateReinstated
from facilitator.meeting.selection.slate import (
    BudgetSet,
    Candidate,
    CandidateAdded,
    CandidateChanged,
    CandidateRemoved,
    CandidateWithdrawn,
    RoundTaken,
)
from facilitator.meeting.selection.terms import TermsSet
from facilitator.meeting.selection.ties import LotDrawn, RevoteCounted, TieRuled
from facilitator.rules.selection.ballots import BallotKind
from facilitator.words.ballots import (
    marks_words,
    papers_words,
    result_words,
    terms_words,
    worth_words,
)
from facilitator.words.figures import Unit, counted, duration, listing, money
from facilitator.words.lines.telling import Teller, Telling
from facilitator.words.titles import title
from facilitator.words.tongue import mark

AGAIN: dict[Why, str] = {
    Why.CORRECTED: mark("Counted again with the ballot put right."),
    Why.WITHDRAWN: mark("Counted again without the project that was withdrawn."),
    Why.LOT: mark("Counted again with the order that was drawn."),
    Why.REVOTE: mark("Counted again with the order of the vote among the tied."),
    Why.RULED: mark("Counted again with the way that was agreed for the tie."),
    Why.REINSTATED: mark("Counted again with the project that stands again."),
    Why.VOIDED: mark("Counted again without the vote among the tied that does not count."),
}
"""Why it was counted a second time."""


def _round(telling: Telling, event: RoundTaken) -> str:
    t = telling.t
    for one in event.candidates:
        telling.projects[one.id] = one.title
    telling.budget = event.budget
    return t(
        "From the round “{title}”: {projects}, {budget} to give away.",
        title=event.title,
        projects=counted(len(event.candidates), Unit.PROJECTS, telling.lang),
        budget=money(event.budget, telling.lang),
    )


def _budget(telling: Telling, event: BudgetSet) -> str:
    t, new = telling.t, money(event.budget, telling.lang)
    telling.budget = event.budget
    if not event.old:
        return t("Money to give away: {budget}.", budget=new)
    old = money(event.old, telling.lang)
    return t("Money to give away, before {old}, now {budget}.", old=old, budget=new)


def _added(telling: Telling, event: CandidateAdded) -> str:
    t, one = telling.t, event.candidate
    telling.projects[one.id] = one.title
    return t("On the list: {project}.", project=_whole(telling, one))


def _whole(telling: Telling, one: Candidate) -> str:
    """“口袋公园”（第三社区），申请30,000元."""
    t, asked = telling.t, money(one.asked, telling.lang)
    if one.place:
        return t("“{title}” ({place}) for {asked}", title=one.title, place=one.place, asked=asked)
    return t("“{title}” for {asked}", title=one.title, asked=asked)


def _changed(telling: Telling, event: CandidateChanged) -> str:
    t, one = telling.t, event.candidate
    telling.projects[one.id] = one.title
    old, new = _whole(telling, event.old), _whole(telling, one)
    if old == new:
        own = (money(sum_, telling.lang) for sum_ in (event.old.own, one.own))
        before, now = own
        line = t(
            "“{title}”: own contribution {old} put right to {new}.",
            title=one.title, old=before, new=now,
        )  # fmt: skip
    else:
        line = t("On the list, before {old}, now {new}.", old=old, new=new)
    return telling.sentences(line, telling.because(event.reason))


def _removed(telling: Telling, event: CandidateRemoved) -> str:
    t = telling.t
    return t("“{title}” is taken off the list, where it stood by mistake.", title=event.title)


def _withdrawn(telling: Telling, event: CandidateWithdrawn) -> str:
    t = telling.t
    line = t("“{title}” is withdrawn and stands no more.", title=event.title)
    return telling.sentences(line, telling.because(event.reason))


def _reinstated(telling: Telling, event: CandidateReinstated) -> str:
    t = telling.t
    line = t("“{title}” was withdrawn by mistake and stands again.", title=event.title)
    return telling.sentences(line, telling.because(event.reason))


def _terms(telling: Telling, event: TermsSet) -> str:
    t = telling.t
    budget = telling.budget or telling.meeting.slate.budget
    line = t("How people vote and how it is counted is fixed.")
    return telling.sentences(line, terms_words(event.terms, budget, telling.lang))


def _stepped_back(telling: Telling, event: SteppedBack) -> str:
    t = telling.t
    return t(
        "{name} steps back from {project}: {reason}",
        name=telling.name_of(event.member),
        project=telling.project(event.candidate),
        reason=telling.ended(event.reason),
    )


def _lifted(telling: Telling, event: StepBackLifted) -> str:
    t = telling.t
    return t(
        "{name} does not step back from {project} after all: {reason}",
        name=telling.name_of(event.member),
        project=telling.project(event.candidate),
        reason=telling.ended(event.reason),
    )


def _ordered(telling: Telling, event: PitchesOrdered) -> str:
    t = telling.t
    order = listing(map(telling.project, event.order), telling.lang)
    if event.how is How.DRAWN:
        return t("Order of the pitches, drawn by lot: {order}.", order=order)
    return t("Order of the pitches: {order}.", order=order)


def _begun(telling: Telling, event: PitchBegun) -> str:
    t, project = telling.t, telling.project(event.candidate)
    telling.pitch = [telling.now]
    if event.who:
        return t("{project} is presented by {who}.", project=project, who=event.who)
    return t("{project} is presented.", project=project)


def _questions(telling: Telling, event: QuestionsOpened) -> str:
    t = telling.t
    telling.pitch.append(telling.now)
    return t("Questions on {project}.", project=telling.project(event.candidate))


def _ended(telling: Telling, event: PitchEnded) -> str:
    """With how long it took."""
    t, project = telling.t, telling.project(event.candidate)
    times = [*telling.pitch, telling.now]
    lasted = [
        duration(max(0, int((end - begin).total_seconds())), telling.lang)
        for begin, end in pairwise(times)
    ]
    if len(lasted) > 1:
        return t(
            "Pitch of {project} over: {pitch}, questions {questions}.",
            project=project, pitch=lasted[0], questions=lasted[1],
        )  # fmt: skip
    return t("Pitch of {project} over: {pitch}.", project=project, pitch="".join(lasted[:1]))


def _passed(telling: Telling, event: PassedOver) -> str:
    t = telling.t
    line = t("Nobody presents {project}.", project=telling.project(event.candidate))
    return telling.sentences(line, telling.because(event.reason))


def _opened(telling: Telling, event: VoteOpened) -> str:
    t = telling.t
    telling.read.clear()
    if event.among:
        tied = listing(map(telling.project, event.among), telling.lang)
        line = t("People vote again among the tied: {projects}.", projects=tied)
    else:
        line = t("The vote on the projects begins.")
    helpers = t("Ballots are entered by {names}.", names=telling.names(event.helpers))
    return telling.sentences(line, telling.room(), helpers if event.helpers else "")


def _issued(telling: Telling, event: PapersIssued) -> str:
    t, group = telling.t, telling.chamber(event.group)
    if event.old is None:
        return t("Ballots handed out, {group}: {n}.", group=group, n=event.issued)
    line = t(
        "Ballots handed out, {group}: {old} put right to {new}.",
        group=group, old=event.old, new=event.issued,
    )  # fmt: skip
    return telling.sentences(line, telling.because(event.reason))


def _box(telling: Telling, event: BoxCounted) -> str:
    t, group = telling.t, telling.chamber(event.group)
    if event.old is None:
        return t("Ballots in the box, {group}: {n}.", group=group, n=event.returned)
    line = t(
        "Ballots in the box, {group}: {old} put right to {new}.",
        group=group, old=event.old, new=event.returned,
    )  # fmt: skip
    return telling.sentences(line, telling.because(event.reason))


def _entered(telling: Telling, event: PaperEntered) -> str:
    t, group = telling.t, telling.chamber(event.group)
    telling.read.setdefault(event.helper, set()).add((event.group, event.number))
    if not telling.meeting.terms.twice:
        return t("Ballot {number} of {group} is entered.", number=event.number, group=group)
    return t(
        "Ballot {number} of {group} is entered by helper {helper}.",
        number=event.number,
        group=group,
        helper=event.helper,
    )


def _settled(telling: Telling, event: PaperSettled) -> str:
    t = telling.t
    telling.read.setdefault(0, set()).add((event.group, event.number))
    line = t(
        "Ballot {number} of {group}, which was read differently, is settled by both together.",
        number=event.number,
        group=telling.chamber(event.group),
    )
    return telling.sentences(line, telling.because(event.reason))


def entered_so_far(telling: Telling) -> str:
    """All ballots that were entered up to here, as one line instead of one for each."""
    t, read = telling.t, telling.read
    if not telling.meeting.terms.twice:
        return t("Ballots entered: {n}.", n=len(read[1]))
    said = [
        t("helper {helper}: {n}", helper=helper, n=len(read[helper]))
        for helper in sorted(read)
        if helper
    ]
    line = t("Ballots entered, {helpers}.", helpers=t.within("between", "; ").join(said))
    settled = len(read.get(0, ()))
    if not settled:
        return line
    told = t.many(
        "{n} that was read differently is settled.",
        "{n} that were read differently are settled.",
        settled,
    )
    return telling.sentences(line, told)


def _typed(telling: Telling, event: BallotTyped) -> str:
    t, name = telling.t, telling.name_of(event.member)
    if event.typed_by:
        line = t("A ballot is typed for {name} by {who}.", name=name, who=event.typed_by)
    else:
        line = t("A ballot is typed for {name}.", name=name)
    return telling.sentences(line, telling.because(event.reason))


def _typed_taken_back(telling: Telling, event: TypedTakenBack) -> str:
    t = telling.t
    name = telling.name_of(event.member)
    line = t("The ballot typed for {name} is taken back and does not count.", name=name)
    return telling.sentences(line, telling.because(event.reason))


def _closed(telling: Telling, event: VoteClosed) -> str:
    t = telling.t
    line = t(
        "The vote is closed: {issued} ballots handed out, {returned} in the boxes.",
        issued=event.issued, returned=event.returned,
    )  # fmt: skip
    typed = t("Typed for somebody: {n}.", n=event.typed) if event.typed else ""
    void = (
        t(
            "In the box of {groups} there are more than were handed out: the vote does not count and is "
            "held again.",
            groups=listing(map(telling.chamber, event.overfull), telling.lang),
        )
        if event.overfull
        else ""
    )
    return telling.sentences(line, typed, void)


def _corrected(telling: Telling, event: PaperCorrected) -> str:
    t, kind = telling.t, telling.meeting.terms.ballot.kind
    line = t(
        "Ballot {number} of {group} was read wrongly and is put right: {old} to {new}.",
        number=event.number,
        group=telling.chamber(event.group),
        old=marks_words(event.old, kind, telling.lang, telling.project_title),
        new=marks_words(event.ballot, kind, telling.lang, telling.project_title),
    )
    return telling.sentences(line, telling.because(event.reason))


def _voided(telling: Telling, event: VoteVoided) -> str:
    t = telling.t
    line = t("The vote on the projects is declared void and does not count.")
    return telling.sentences(line, telling.because(event.reason))


def _counted(telling: Telling, event: SelectionCounted) -> str:
    t = telling.t
    again = AGAIN.get(event.why)
    first = t(again) if again else papers_words(event.papers, telling.lang)
    found = result_words(event.selection, telling.lang, telling.project_title)
    return telling.sentences(first, found)


def _part(telling: Telling, event: FundedInPart) -> str:
    t, project = telling.t, telling.project(event.candidate)
    if event.fen:
        sum_ = money(event.fen, telling.lang)
        line = t("{project} is funded in part with {sum}.", project=project, sum=sum_)
    else:
        line = t("{project} is not funded in part after all.", project=project)
    return telling.sentences(line, telling.because(event.reason))


def _lot(telling: Telling, event: LotDrawn) -> str:
    t = telling.t
    return t(
        "Lots are drawn ({how}) before {witnesses}: {order}, in this order.",
        how=telling.bare(event.how),
        witnesses=telling.names(event.witnesses),
        order=listing(map(telling.project, event.order), telling.lang),
    )


def _ruled(telling: Telling, event: TieRuled) -> str:
    t = telling.t
    ways = t.within("tie break", ", then ").join(title(one, telling.lang) for one in event.ties)
    line = t(
        "Nothing had been agreed for the tie of {projects}; people agree now, after the count: {ways}.",
        projects=listing(map(telling.project, event.tied), telling.lang),
        ways=ways,
    )
    return telling.sentences(line, telling.because(event.reason))


def _revote(telling: Telling, event: RevoteCounted) -> str:
    t = telling.t
    each = [
        t("{project} {votes}", project=telling.project(name),
          votes=worth_words(votes, BallotKind.APPROVAL, telling.lang))
        for name, votes in sorted(event.votes.items(), key=lambda one: -one[1])
    ]  # fmt: skip
    line = t("The vote among the tied: {list}.", list=t.within("between", "; ").join(each))
    return telling.sentences(line, "" if event.order else t("They are tied again."))


def _announced(telling: Telling, _event: Announced) -> str:
    return telling.t("The result is announced.")


def _taken_back(telling: Telling, event: AnnouncementTakenBack) -> str:
    t = telling.t
    line = t("The announcement is taken back.")
    return telling.sentences(line, telling.because(event.reason))


LINES: dict[type, Teller] = {
    RoundTaken: _round,
    BudgetSet: _budget,
    CandidateAdded: _added,
    CandidateChanged: _changed,
    CandidateRemoved: _removed,
    CandidateWithdrawn: _withdrawn,
    CandidateReinstated: _reinstated,
    TermsSet: _terms,
    SteppedBack: _stepped_back,
    StepBackLifted: _lifted,
    PitchesOrdered: _ordered,
    PitchBegun: _begun,
    QuestionsOpened: _questions,
    PitchEnded: _ended,
    PassedOver: _passed,
    VoteOpened: _opened,
    PapersIssued: _issued,
    BoxCounted: _box,
    PaperEntered: _entered,
    PaperSettled: _settled,
    BallotTyped: _typed,
    TypedTakenBack: _typed_taken_back,
    VoteClosed: _closed,
    PaperCorrected: _corrected,
    VoteVoided: _voided,
    SelectionCounted: _counted,
    FundedInPart: _part,
    LotDrawn: _lot,
    TieRuled: _ruled,
    RevoteCounted: _revote,
    Announced: _announced,
    AnnouncementTakenBack: _taken_back,
}
FOLDED = (PaperEntered, PaperSettled)
"""Hundreds of these follow one another: a list shows `entered_so_far` for all of a row."""
