"""Ballot papers of a selection (选票): the list of projects for each chamber, own projects struck out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from facilitator.meeting.selection.papers import Vote, chambers
from facilitator.papers.kinds.choosing import chamber_words, rule_of, sign_of, waiting_for_revote
from facilitator.papers.kinds.clerk import Clerk, chosen, clerk, meeting_name, nothing, write
from facilitator.papers.material import Material
from facilitator.papers.model import Layout, Paper, Project, Voters, VotingPapers
from facilitator.rules.selection.ballots import TICKS, BallotKind, BallotRule
from facilitator.words.ballots import offered
from facilitator.words.figures import date_words, money


def selection_ballots(material: Material) -> list[Paper]:
    """One paper with the ballots of all chambers; refused (`nothing-to-print`) without projects or voters.

    For the vote that runs; before it for everybody who holds a seat; where a tie waits for a vote among the
    tied, for that.
    """
    chosen(material, ())
    c = clerk(material)
    vote = c.meeting.ballots.open
    among = vote.among if vote is not None else waiting_for_revote(c)
    standing = [one.id for one in c.meeting.slate.standing if not among or one.id in among]
    voters = tuple(_voters(c, vote, standing)) if c.meeting.format.has("ballots") else ()
    if not standing or not voters:
        raise nothing("selection-ballots")
    return [_paper(c, voters, rule_of(c, vote, among), len(standing), again=bool(among))]


def _paper(
    c: Clerk, voters: tuple[Voters, ...], rule: BallotRule, projects: int, *, again: bool
) -> Paper:
    t = c.t
    body = c.meeting.council.name
    title = (
        t("{body}: second vote", body=body) if again else t("{body}: ballot on projects", body=body)
    )
    block = VotingPapers(
        voters=voters,
        stub_title=t.within("ballot", "Stub"),
        number_label="№",
        stub_lines=tuple(
            one for one in (meeting_name(c), t("Sample") if c.meeting.council.sample else "") if one
        ),
        stub_blanks=(
            t.within("ballot", "Received by"),
            t.within("ballot", "Time"),
            t.within("ballot", "Issued by"),
        ),
        title=title,
        right=c.joined(meeting_name(c), date_words(c.day, c.lang), _money(c)),
        help=help_words(c, rule, projects),
        heads=(
            t.within("ballot", "No."),
            t.within("ballot", "Project"),
            t.within("ballot", "Asks for"),
            _box_head(c, rule),
        ),
        sheet=t("continued, {n} of {of}", n="{n}", of="{of}"),
        foot=_foot(c, rule),
        written=rule.kind not in TICKS,
    )
    return write(c, "selection-ballots", Layout.VOTING, title, [block])


def _money(c: Clerk) -> str:
    return c.t("Budget {money}", money=money(c.meeting.slate.budget, c.lang))


def _voters(c: Clerk, vote: Vote | None, standing: Sequence[str]) -> Iterator[Voters]:
    """A kind of paper for each chamber, and one more for each set of projects that somebody may not vote on."""
    meeting = c.meeting
    people = vote.present if vote else tuple(h.member for h in meeting.council.seats)
    typed = vote.named if vote else {}
    several = len(chambers(meeting)) > 1
    for chamber in chambers(meeting):
        ours = [m for m in people if meeting.group_of(m) == chamber and m not in typed]
        struck = Counter(_struck(c, member, standing) for member in ours)
        for own, count in sorted(struck.items(), key=lambda pair: (len(pair[0]), pair[0])):
            yield Voters(
                count=count,
                projects=tuple(_project(c, one, struck=one in own) for one in standing),
                chamber=chamber_words(c, chamber) if several else "",
                sign=sign_of(c, chamber),
                stub=_stub(c, own),
            )


def _struck(c: Clerk, member: str, standing: Sequence[str]) -> tuple[str, ...]:
    own = c.meeting.recusals.of(member)
    return tuple(one for one in standing if one in own)


def _stub(c: Clerk, own: Sequence[str]) -> tuple[str, ...]:
    """For whom these copies are, where a project is struck out on them."""
    if not own:
        return ()
    numbers = c.listing(str(c.meeting.slate.numbers[one]) for one in own)
    return (c.t("for those who step back from {numbers}", numbers=numbers),)


def _project(c: Clerk, name: str, *, struck: bool) -> Project:
    one = c.meeting.slate.all[name]
    return Project(
        number=str(c.meeting.slate.numbers[name]),
        title=one.title,
        place=one.place,
        sum=money(one.asked, c.lang),
        struck=struck,
        note=c.t.within("ballot", "own") if struck else "",
    )


def _box_head(c: Clerk, rule: BallotRule) -> str:
    t = c.t
    match rule.kind:
        case BallotKind.POINTS:
            return t.within("ballot", "Points")
        case BallotKind.DOTS:
            return t.within("ballot", "Dots")
        case BallotKind.SCORE:
            return t.within("ballot", "Score")
        case BallotKind.RANKING:
            return t.within("ballot", "Place")
        case _:
            return t.within("ballot", "Tick")


def _foot(c: Clerk, rule: BallotRule) -> str:
    """What is added up by hand, where a sum makes a ballot void."""
    t = c.t
    if rule.kind is BallotKind.KNAPSACK:
        most = money(c.meeting.slate.budget, c.lang)
        return t("Together: ______________ (at most {money})", money=most)
    if rule.kind in (BallotKind.POINTS, BallotKind.DOTS) and rule.most:
        return t("Together: ________ (at most {n})", n=rule.most)
    return ""


def help_words(c: Clerk, rule: BallotRule, projects: int) -> str:
    """How the ballot is marked, what makes it void, and what becomes of a blank one."""
    t = c.t
    end = t(
        "An unmarked paper is blank, an unreadable one void. Do not number or sign this paper; fold it and "
        "drop it in the box of your chamber."
    )
    return c.sentences(_how(c, rule, projects), end)


def _how(c: Clerk, rule: BallotRule, projects: int) -> str:
    t, tick, rule = c.t, "{tick}", offered(rule, projects)
    match rule.kind:
        case BallotKind.KNAPSACK:
            return t(
                "Tick the projects that you want funded, like {tick}. Together they may cost {money} at most; "
                "a paper that goes beyond that is void.",
                tick=tick,
                money=money(c.meeting.slate.budget, c.lang),
            )
        case BallotKind.POINTS | BallotKind.DOTS:
            return _points(c, rule)
        case BallotKind.SCORE:
            return t(
                "Give each project a score from 0 to {n} in its box, {n} for the best; an empty box is 0. "
                "A score above {n} makes the paper void.",
                n=rule.most,
            )
        case BallotKind.RANKING:
            return t(
                "Write 1 in the box of the project that you want most, 2 for the next, and so on to {n} at "
                "most. A place given twice or left out makes the paper void.",
                n=rule.most,
            )
        case _ if not rule.most:
            return t("Tick every project that you want funded, like {tick}.", tick=tick)
        case _:
            return t.many(
                "Tick one project that you want funded, like {tick}. A paper with more ticks is void.",
                "Tick the projects that you want funded, like {tick}, {n} at most. A paper with more ticks is "
                "void.",
                rule.most,
                tick=tick,
            )


def _points(c: Clerk, rule: BallotRule) -> str:
    t = c.t
    dots = rule.kind is BallotKind.DOTS
    if dots:
        how = t.many(
            "You have {n} dot: stick it in the box of a project that you want funded.",
            "You have {n} dots: stick them in the boxes of the projects that you want funded, several on "
            "one if you like.",
            rule.most,
        )
    else:
        how = t.many(
            "You have {n} point: write it in the box of a project that you want funded.",
            "You have {n} points: share them out among the projects that you want funded and write the number "
            "in each box.",
            rule.most,
        )
    each = t("At most {n} on one project.", n=rule.each) if rule.each else ""
    return c.sentences(how, each, t("A paper with more than that in all is void."))
