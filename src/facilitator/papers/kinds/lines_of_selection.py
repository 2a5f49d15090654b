"""Lines about a selection: pitches, who stepped back, votes with their sums, ties, the result, its reading out.

No ballot has a line of its own: of hundreds that are entered the record tells how many there were.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitator.meeting.selection.ballots import BoxCounted, PapersIssued, VoteOpened, VoteVoided
from facilitator.meeting.selection.closing import PaperCorrected, VoteClosed
from facilitator.meeting.selection.entering import (
    BallotTyped,
    PaperEntered,
    PaperSettled,
    TypedTakenBack,
)
from facilitator.meeting.selection.outcome import Announced, AnnouncementTakenBack, FundedInPart
from facilitator.meeting.selection.papers import Vote
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
from facilitator.papers.kinds.cells import ONE, THREE, TWO, called, fill, say, struck
from facilitator.papers.kinds.choosing import project_words, projects_words
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.kinds.lines_of_meeting import because
from facilitator.papers.kinds.record_selection import result_table, sums_table
from facilitator.papers.kinds.telling import Said, Teller, Telling, Told, silent
from facilitator.rules.selection.ballots import BallotKind
from facilitator.words.ballots import marks_words, result_words, terms_words, worth_words
from facilitator.words.figures import Unit, counted, duration, money
from facilitator.words.lines.selection import AGAIN
from facilitator.words.titles import title


def _budget(telling: Telling, event: BudgetSet) -> Iterable[Told]:
    """Until the meeting is opened it is preparation; its head says what came of it."""
    c, t = telling.clerk, telling.clerk.t
    if telling.opened:
        sentence = t("Money to give away, before {old}, now {budget}.", old=ONE, budget=TWO)
        old = struck(money(event.old, c.lang))
        yield Said(fill(sentence, old, money(event.budget, c.lang)))


def _round(telling: Telling, event: RoundTaken) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    if telling.opened:
        line = t(
            "From the round “{title}”: {projects}, {budget} to give away.",
            title=event.title,
            projects=counted(len(event.candidates), Unit.PROJECTS, c.lang),
            budget=money(event.budget, c.lang),
        )
        yield Said(say(line))


def _added(telling: Telling, event: CandidateAdded) -> Iterable[Told]:
    t = telling.clerk.t
    if telling.opened:
        yield Said(
            say(t("On the list: {project}.", project=_whole(telling.clerk, event.candidate)))
        )


def _changed(telling: Telling, event: CandidateChanged) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    if not telling.opened:
        return
    old, new = _whole(c, event.old), _whole(c, event.candidate)
    if old == new:
        sums = [money(one.own, c.lang) for one in (event.old, event.candidate)]
        sentence = t(
            "“{title}”: own contribution {old} put right to {new}.", title=ONE, old=TWO, new=THREE
        )
        line = fill(sentence, event.candidate.title, struck(sums[0]), sums[1])
    else:
        sentence = t("On the list, before {old}, now {new}.", old=ONE, new=TWO)
        line = fill(sentence, struck(old), new)
    yield Said(say(line, because(telling, event.reason)))


def _whole(c: Clerk, one: Candidate) -> str:
    t, asked = c.t, money(one.asked, c.lang)
    if one.place:
        return t("“{title}” ({place}) for {asked}", title=one.title, place=one.place, asked=asked)
    return t("“{title}” for {asked}", title=one.title, asked=asked)


def _removed(telling: Telling, event: CandidateRemoved) -> Iterable[Told]:
    t = telling.clerk.t
    if telling.opened:
        line = t("“{title}” is taken off the list, where it stood by mistake.", title=event.title)
        yield Said(say(line))


def _withdrawn(telling: Telling, event: CandidateWithdrawn) -> Iterable[Told]:
    t = telling.clerk.t
    line = t("“{title}” is withdrawn and stands no more.", title=event.title)
    yield Said(say(line, because(telling, event.reason)))


def _reinstated(telling: Telling, event: CandidateReinstated) -> Iterable[Told]:
    t = telling.clerk.t
    line = t("“{title}” was withdrawn by mistake and stands again.", title=event.title)
    yield Said(say(line, because(telling, event.reason)))


def _terms(telling: Telling, event: TermsSet) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    if telling.opened:
        line = t("How people vote and how it is counted is fixed.")
        said = terms_words(event.terms, c.meeting.slate.budget, c.lang)
        yield Said(say(c.sentences(line, said)))


def _ordered(telling: Telling, event: PitchesOrdered) -> Iterable[Told]:
    """One that was found beforehand is told when the first project is presented."""
    if telling.opened:
        yield Said(say(_order(telling.clerk, event)))


def _order(c: Clerk, event: PitchesOrdered) -> str:
    t, order = c.t, projects_words(c, event.order)
    if event.how is How.DRAWN:
        return t("Order of the pitches, drawn by lot: {order}.", order=order)
    return t("Order of the pitches: {order}.", order=order)


def _begun(telling: Telling, event: PitchBegun) -> Iterable[Told]:
    """The whole pitch in one line: who presented it, how long, how long people asked."""
    c, t = telling.clerk, telling.clerk.t
    held = c.meeting.pitches.held
    pitch = next(one for one in held if one.begun == telling.now.at)
    if pitch is held[0] and (before := _ordered_before(telling)) is not None:
        yield Said(say(_order(c, before)))
    if event.who:
        sentence = t("{project} is presented by {who}.", project=ONE, who=TWO)
        line = fill(sentence, _project(c, event.candidate), called(c.told(event.who)))
    else:
        line = say(t("{project} is presented.", project=_project(c, event.candidate)))
    times = ""
    if pitch.ended is not None:
        spoken, asked = pitch.seconds(pitch.ended)
        times = t("Pitch {time}.", time=duration(spoken, c.lang))
        if pitch.questions is not None:
            times = t(
                "Pitch {time}, questions {questions}.",
                time=duration(spoken, c.lang),
                questions=duration(asked, c.lang),
            )
    yield Said(say(line, c.space if times else "", times))


def _ordered_before(telling: Telling) -> PitchesOrdered | None:
    """The order that was found before the meeting was opened, if it still held at its first pitch."""
    meeting, found = telling.clerk.meeting, None
    opened = meeting.life.opened
    for entry in meeting.chronicle:
        recorded = entry.recorded
        if recorded.version > telling.now.version:
            break
        if isinstance(recorded.event, PitchesOrdered):
            early = opened is not None and recorded.version < opened.version
            found = recorded.event if early else None
    return found


def _project(c: Clerk, project: str) -> str:
    t = c.t
    return t("“{title}”", title=project_words(c, project))


def _passed(telling: Telling, event: PassedOver) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    line = t("Nobody presents {project}.", project=_project(c, event.candidate))
    yield Said(say(line, because(telling, event.reason)))


def _opened(telling: Telling, event: VoteOpened) -> Iterable[Told]:
    """With who may vote, who enters the ballots, and who has stepped back from what."""
    c, t = telling.clerk, telling.clerk.t
    if event.among:
        line = t(
            "People vote again among the tied: {projects}.", projects=projects_words(c, event.among)
        )
    else:
        line = t("The vote on the projects begins.")
    names = c.named(event.helpers)
    helpers = t("Ballots are entered by {names}.", names=names) if event.helpers else ""
    yield Said(say(c.sentences(line, telling.room(), helpers)))
    votes = c.meeting.ballots.votes
    before = votes[event.number - 2].opened.version if event.number > 1 else 0
    recused = _recused(c, telling.now.version)
    if recused == _recused(c, before):
        return  # nobody yet, or told at the vote before
    for candidate, members in recused.items():
        who = c.listing(
            t("{name} ({why})", name=c.name(member), why=c.bare(c.told(reason)))
            for member, reason in members.items()
        )
        said = t("Not voting on {project}: {who}.", project=_project(c, candidate), who=who)
        if not event.among or candidate in event.among:
            yield Said(say(said))


def _recused(c: Clerk, version: int) -> dict[str, dict[str, str]]:
    """Who had stepped back from what up to then, with the reason."""
    found: dict[str, dict[str, str]] = {}
    for entry in c.meeting.chronicle:
        event = entry.recorded.event
        if entry.recorded.version > version:
            break
        if isinstance(event, SteppedBack):
            found.setdefault(event.candidate, {})[event.member] = event.reason
        elif isinstance(event, StepBackLifted):
            found[event.candidate].pop(event.member, None)
    return {candidate: members for candidate, members in found.items() if members}


def _closed(telling: Telling, event: VoteClosed) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    vote = c.meeting.ballots.votes[event.number - 1]
    line = t(
        "The vote is closed: {issued} ballots handed out, {returned} in the boxes.",
        issued=event.issued,
        returned=event.returned,
    )
    overfull = ""
    if event.overfull:
        groups = c.listing(c.group(key) for key in event.overfull)
        overfull = t(
            "In the box of {groups} there are more than were handed out: the vote does not count and is "
            "held again.",
            groups=groups,
        )
    yield Said(say(c.sentences(line, *_put_right(c, vote), overfull)))
    if vote.named:
        typed = c.listing(
            c.name(member)
            + (c.brackets(c.told(vote.typed_by[member])) if vote.typed_by[member] else "")
            for member in vote.named
        )
        yield Said(say(t("Ballots typed for (by whom): {names}.", names=typed)))
    if settled := _settled(telling, vote):
        said = t.many(
            "{n} ballot was read differently by the two helpers and settled by both together.",
            "{n} ballots were read differently by the two helpers and settled by both together.",
            settled,
        )
        yield Said(say(said))


def _put_right(c: Clerk, vote: Vote) -> Iterator[str]:
    """Numbers of papers that were put right before the close, with the reason."""
    t = c.t
    for one in vote.changes:
        what, _, group = one.field.partition(".")
        if what in ("issued", "box"):
            words = {
                "issued": t("Ballots handed out, {group}: {old} put right to {new}.",
                            group=c.group(group), old=one.old, new=one.new),
                "box": t("Ballots in the box, {group}: {old} put right to {new}.",
                         group=c.group(group), old=one.old, new=one.new),
            }  # fmt: skip
            yield c.sentences(
                words[what], t("Reason: {reason}", reason=c.ended(c.told(one.reason)))
            )


def _settled(telling: Telling, vote: Vote) -> int:
    """How many papers of a vote both helpers settled before its close."""
    found = {
        (event.group, event.number)
        for entry in telling.clerk.meeting.chronicle
        if isinstance(event := entry.recorded.event, PaperSettled)
        and vote.opened.version < entry.recorded.version < telling.now.version
    }
    return len(found)


def _voided(telling: Telling, event: VoteVoided) -> Iterable[Told]:
    t = telling.clerk.t
    line = t("The vote on the projects is declared void and does not count.")
    yield Said(say(line, because(telling, event.reason)))


def _corrected(telling: Telling, event: PaperCorrected) -> Iterable[Told]:
    """In public without what is on it: in a small chamber its voter would be known."""
    c, t = telling.clerk, telling.clerk.t
    if c.public:
        line = t("A ballot was read wrongly and is put right.")
        yield Said(say(line, because(telling, event.reason)))
        return
    kind = c.meeting.terms.ballot.kind
    old, new = (
        marks_words(marks, kind, c.lang, lambda one: project_words(c, one))
        for marks in (event.old, event.ballot)
    )
    sentence = t(
        "Ballot {number} of {group} was read wrongly and is put right: {old} to {new}.",
        number=event.number,
        group=c.group(event.group),
        old=ONE,
        new=TWO,
    )
    yield Said(say(fill(sentence, struck(old), new), because(telling, event.reason)))


def _counted(telling: Telling, event: SelectionCounted) -> Iterable[Told]:
    """How many ballots there were, by chamber; the table of results comes with the count that stands."""
    c, t = telling.clerk, telling.clerk.t
    found = result_words(event.selection, c.lang, lambda one: project_words(c, one))
    again = AGAIN.get(event.why)
    if event.why is Why.CLOSED:
        yield sums_table(c, event)
    yield Said(say(c.sentences(t(again) if again else "", found)))
    if event is c.meeting.outcome.last:
        yield result_table(c, event)


def _part(telling: Telling, event: FundedInPart) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    name = _project(c, event.candidate)
    if event.fen:
        line = t(
            "{project} is funded in part with {sum}.", project=name, sum=money(event.fen, c.lang)
        )
    else:
        line = t("{project} is not funded in part after all.", project=name)
    yield Said(say(line, because(telling, event.reason)))


def _lot(telling: Telling, event: LotDrawn) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    line = t(
        "Lots are drawn ({how}) before {witnesses}: {order}, in this order.",
        how=c.bare(c.told(event.how)),
        witnesses=c.named(event.witnesses),
        order=projects_words(c, event.order),
    )
    yield Said(say(line))


def _ruled(telling: Telling, event: TieRuled) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    line = t(
        "Nothing had been agreed for the tie of {projects}; people agree now, after the count: {ways}.",
        projects=projects_words(c, event.tied),
        ways=t.within("tie break", ", then ").join(title(one, c.lang) for one in event.ties),
    )
    yield Said(say(line, because(telling, event.reason)))


def _revote(telling: Telling, event: RevoteCounted) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    each = [
        t(
            "{project} {votes}",
            project=_project(c, name),
            votes=worth_words(votes, BallotKind.APPROVAL, c.lang),
        )
        for name, votes in sorted(event.votes.items(), key=lambda one: -one[1])
    ]
    line = t("The vote among the tied: {list}.", list=t.within("between", "; ").join(each))
    yield Said(say(c.sentences(line, "" if event.order else t("They are tied again."))))


def _announced(telling: Telling, _event: Announced) -> Iterable[Told]:
    yield Said(say(telling.clerk.t("The result is announced.")))


def _taken_back(telling: Telling, event: AnnouncementTakenBack) -> Iterable[Told]:
    line = telling.clerk.t("The announcement is taken back.")
    yield Said(say(line, because(telling, event.reason)))


LINES: dict[type, Teller] = {
    RoundTaken: _round,
    BudgetSet: _budget,
    CandidateAdded: _added,
    CandidateChanged: _changed,
    CandidateRemoved: _removed,
    CandidateWithdrawn: _withdrawn,
    CandidateReinstated: _reinstated,
    TermsSet: _terms,
    SteppedBack: silent,  # at the opening of the vote
    StepBackLifted: silent,
    PitchesOrdered: _ordered,
    PitchBegun: _begun,
    QuestionsOpened: silent,  # in the line of its pitch
    PitchEnded: silent,
    PassedOver: _passed,
    VoteOpened: _opened,
    PapersIssued: silent,  # sums at the close
    BoxCounted: silent,
    PaperEntered: silent,
    PaperSettled: silent,
    BallotTyped: silent,
    TypedTakenBack: silent,
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
