"""What was agreed before the vote, in words: what goes on a ballot, how it is counted, how ties break."""

from __future__ import annotations

from facilitator.meeting import Meeting
from facilitator.rules.selection.ballots import BallotKind, BallotRule
from facilitator.rules.selection.problem import Rule, SelectionRule
from facilitator.words.figures import airy, listing
from facilitator.words.titles import title
from facilitator.words.tongue import Tongue


def ballot_words(rule: BallotRule, t: Tongue) -> str:
    """What everybody may put down: 每人最多勾选 3 项."""
    n = rule.most
    match rule.kind:
        case BallotKind.APPROVAL:
            said = t.many(
                "Everybody ticks at most {n} project", "Everybody ticks at most {n} projects", n
            )
            return said if n else t("Everybody ticks as many projects as they like")
        case BallotKind.KNAPSACK:
            return t("Everybody ticks projects that together cost no more than there is")
        case BallotKind.SCORE:
            return t("Everybody scores each project from 0 to {most}", most=n)
        case BallotKind.RANKING:
            return t("Everybody ranks projects, 1 for the best, up to place {most}", most=n)
        case kind:
            dots = kind is BallotKind.DOTS
            said = (
                t.many("Everybody has {n} dot", "Everybody has {n} dots", n)
                if dots
                else t.many("Everybody has {n} point", "Everybody has {n} points", n)
            )
            if not n:
                said = t("Everybody gives points as they like")
            return (
                t("{said}, at most {each} on one project", said=said, each=rule.each)
                if rule.each
                else said
            )


def counting_words(rule: SelectionRule, t: Tongue) -> str:
    """How it is counted: 依次入选法，放不下的跳过; at least so many votes."""
    parts = [title(rule.rule, t.lang)]
    greedy = rule.rule is Rule.GREEDY
    parts.append(title(rule.unaffordable if greedy else rule.completion, t.lang))
    if rule.least_votes > 1:
        parts.append(t.many("at least {n} vote", "at least {n} votes", rule.least_votes))
    return t.within("between", ", ").join(parts)


def ties_words(rule: SelectionRule, t: Tongue) -> str:
    """How ties break, in the order agreed; that nothing was agreed is said."""
    if not rule.ties:
        return t(
            "Nothing is agreed for ties: where money does not reach for all who are tied, it stays open."
        )
    ways = [title(one, t.lang) for one in rule.ties]
    return t("Ties: {ways}.", ways=t.within("between", ", then ").join(ways))


def terms_words(meeting: Meeting, t: Tongue) -> str:
    """All of it as one paragraph."""
    ballot = ballot_words(meeting.terms.ballot, t)
    counting = counting_words(meeting.terms.counting, t)
    said = t("{ballot}. {counting}. {ties}", ballot=ballot, counting=counting,
             ties=ties_words(meeting.terms.counting, t))  # fmt: skip
    return airy(said)


def stepped_back(meeting: Meeting, project: str, names: dict[str, str], t: Tongue) -> str:
    """Who does not vote on a project: 李建国回避; "" where nobody."""
    members = meeting.recusals.all.get(project, {})
    if not members:
        return ""
    people = listing((names.get(one, one) for one in members), t.lang)
    return t("{people} step back", people=people)
