"""Ties of a selection and how they were broken, who stepped back, what was corrected: below the result."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.acts import Recorded
from facilitator.meeting.selection.closing import PaperCorrected
from facilitator.meeting.selection.ties import LotDrawn, RevoteCounted, TieRuled
from facilitator.papers.kinds.cells import say
from facilitator.papers.kinds.choosing import chamber_words, project_words, projects_words
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.model import BlockKind, Heading, Line
from facilitator.rules.selection.outcome import Selection
from facilitator.words.figures import Unit, counted
from facilitator.words.titles import title

_COLUMN = 2.2


def ties(c: Clerk, found: Selection) -> Iterator[BlockKind]:
    """How ties were broken before witnesses, and which are still open; nothing where there was none."""
    t = c.t
    said = [told for entry in c.meeting.chronicle if (told := _broken(c, entry.recorded))]
    if found.tied:
        said.append(
            t(
                "Not broken: {projects}. The result is undecided.",
                projects=projects_words(c, found.tied),
            )
        )
    yield from _listed(t.within("result", "Ties"), said)


def _broken(c: Clerk, recorded: Recorded) -> str:
    t, event = c.t, recorded.event
    when = c.clock(recorded.at)
    match event:
        case LotDrawn():
            return t(
                "{time} Lot drawn ({how}) before {witnesses}; the order is {projects}.",
                time=when,
                how=c.told(event.how),
                witnesses=c.named(event.witnesses),
                projects=projects_words(c, event.order),
            )
        case TieRuled():
            return t(
                "{time} No way to break a tie had been fixed beforehand. For {projects} it was agreed: "
                "{ways}. Reason: {reason}",
                time=when,
                projects=projects_words(c, event.tied),
                ways=c.listing(title(one, c.lang) for one in event.ties),
                reason=c.ended(c.told(event.reason)),
            )
        case RevoteCounted():
            return _revote(c, event, when)
        case _:
            return ""


def _revote(c: Clerk, event: RevoteCounted, when: str) -> str:
    t = c.t
    votes = c.listing(
        t(
            "“{title}” {votes}",
            title=project_words(c, one),
            votes=counted(number, Unit.VOTES, c.lang),
        )
        for one, number in sorted(event.votes.items(), key=lambda pair: -pair[1])
    )
    told = t("{time} Second vote among the tied: {votes}.", time=when, votes=votes)
    return told if event.order else c.sentences(told, t("Two again had as many."))


def remarks(c: Clerk) -> Iterator[BlockKind]:
    """Who did not vote on what, what was withdrawn, votes that did not count, papers read anew."""
    said = [*_recused(c), *_withdrawn(c), *_void(c), *_corrected(c), *_taken_back(c)]
    yield from _listed(c.t.within("result", "Remarks"), said)


def _listed(head: str, said: list[str]) -> Iterator[BlockKind]:
    if said:
        yield Heading(head)
    for number, told in enumerate(said, 1):
        yield Line(f"{number}.", say(told), column=_COLUMN)


def _recused(c: Clerk) -> Iterator[str]:
    """Who stepped back from what, all in one: each head of a committee from the project of their own."""
    t = c.t
    told: list[str] = []
    for project, members in c.meeting.recusals.all.items():
        if not members:
            continue
        if c.public:
            who = counted(len(members), Unit.PEOPLE, c.lang)
        else:
            who = c.listing(
                c.name(member) + c.brackets(c.bare(c.told(reason)))
                for member, reason in members.items()
            )
        told.append(t("“{title}” {votes}", title=project_words(c, project), votes=who))
    if told:
        yield t("Stepped back: {list}.", list=t.within("between", "; ").join(told))


def _withdrawn(c: Clerk) -> Iterator[str]:
    for project, reason in c.meeting.slate.withdrawn.items():
        yield c.t(
            "“{title}” was withdrawn: {reason}",
            title=project_words(c, project),
            reason=c.ended(c.told(reason)),
        )


def _void(c: Clerk) -> Iterator[str]:
    t = c.t
    for vote in c.meeting.ballots.votes:
        if vote.overfull:
            names = c.listing(chamber_words(c, one) for one in vote.overfull)
            yield t(
                "Vote {n} did not count: more ballots than handed out in the box of {chambers}.",
                n=vote.number,
                chambers=names,
            )
        elif vote.void:
            reason = c.ended(c.told(vote.void))
            yield t("Vote {n} did not count: {reason}", n=vote.number, reason=reason)


def _corrected(c: Clerk) -> Iterator[str]:
    for entry in c.meeting.chronicle:
        event = entry.recorded.event
        if isinstance(event, PaperCorrected):
            yield c.t(
                "Ballot {number} of {chamber} had been read wrongly; all was counted again. Reason: {reason}",
                number=event.number,
                chamber=chamber_words(c, event.group),
                reason=c.ended(c.told(event.reason)),
            )


def _taken_back(c: Clerk) -> Iterator[str]:
    for recorded, reason in c.meeting.outcome.taken_back:
        yield c.t(
            "{time} An earlier announcement was taken back: {reason}",
            time=c.clock(recorded.at),
            reason=c.ended(c.told(reason)),
        )
