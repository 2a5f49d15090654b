"""Ballots on projects in words: how one is filled in, when it is void, how all are counted, how ties break."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from facilitator.meeting.selection.papers import Marks
from facilitator.meeting.selection.recount import Papers
from facilitator.meeting.selection.terms import Terms
from facilitator.rules.selection.ballots import TICKS, BallotKind, BallotRule
from facilitator.rules.selection.outcome import Selection
from facilitator.rules.selection.problem import Completion, Rule, SelectionRule, Unaffordable
from facilitator.rules.selection.raising import MOST_STEPS
from facilitator.words.figures import Unit, counted, duration, listing, money
from facilitator.words.titles import title
from facilitator.words.tongue import tongue

UNITS: Mapping[BallotKind, Unit] = {
    BallotKind.APPROVAL: Unit.VOTES,
    BallotKind.KNAPSACK: Unit.VOTES,
    BallotKind.POINTS: Unit.POINTS,
    BallotKind.DOTS: Unit.DOTS,
    BallotKind.SCORE: Unit.POINTS,
    BallotKind.RANKING: Unit.POINTS,
}
"""What the votes of a project are called: a ranking gives points by place."""


BY_PROJECT = frozenset({BallotKind.APPROVAL, BallotKind.RANKING})
"""Kinds whose number counts projects."""


def worth_words(number: int, kind: BallotKind, lang: str) -> str:
    """What a project got: 61票, 61 votes; 120分, 120 points."""
    return counted(number, UNITS[kind], lang)


def offered(rule: BallotRule, projects: int) -> BallotRule:
    """The rule as it comes to on a ballot with so many projects; as it is where they are not known (0).

    Nobody can tick or place more projects than there are: as many ticks as projects is no limit at all.
    """
    if not 0 < projects <= rule.most or rule.kind not in BY_PROJECT:
        return rule
    return replace(rule, most=0 if rule.kind is BallotKind.APPROVAL else projects)


def filling_words(rule: BallotRule, budget: int, lang: str) -> str:
    """How a ballot is filled in, as one says it to whoever holds one."""
    t, most = tongue(lang), rule.most
    if rule.kind is BallotKind.KNAPSACK:
        return t("Tick projects that together cost no more than {sum}.", sum=money(budget, lang))
    if rule.kind is BallotKind.SCORE:
        return t("Give each project a score from 0 to {n}.", n=most)
    if rule.kind is BallotKind.RANKING:
        return t(
            "Write 1 beside the project that comes first for you, 2 beside the next, up to {n}.",
            n=most,
        )
    if rule.kind is BallotKind.APPROVAL:
        if not most:
            return t("Tick every project that you are for.")
        return t.many("Tick {n} project.", "Tick at most {n} projects.", most)
    if rule.kind is BallotKind.DOTS:
        line = t("Stick at most {n} dots, several beside one project if you like.", n=most)
    else:
        line = t("Give at most {n} points in all, several to one project if you like.", n=most)
    if not rule.each:
        return line
    return _sentences(lang, line, t("No more than {n} for one project.", n=rule.each))


def void_words(rule: BallotRule, budget: int, lang: str) -> str:
    """What makes a ballot void."""
    t, most = tongue(lang), rule.most
    if rule.kind is BallotKind.KNAPSACK:
        return t("Ticked for more than {sum}: void.", sum=money(budget, lang))
    if rule.kind is BallotKind.SCORE:
        return t("A score above {n}: void.", n=most)
    if rule.kind is BallotKind.RANKING:
        return t("A place given twice or left out: void.")
    if rule.kind is BallotKind.APPROVAL:
        return t("More than {n} ticks: void.", n=most) if most else ""
    return t("More than {n} in all: void.", n=most) if most else ""


def counting_words(rule: SelectionRule, lang: str) -> str:
    """How money is given out, in sentences."""
    t = tongue(lang)
    if rule.rule is Rule.EQUAL_SHARES:
        line = t(
            "Method of Equal Shares: every voter has the same part of the money, and whoever is for a "
            "project pays for it together."
        )
        line = _sentences(lang, line, _completion(rule, lang))
    elif rule.unaffordable is Unaffordable.STOP:
        line = t("By votes, one after another; at the first that does not fit it ends.")
    else:
        line = t("By votes, one after another; what does not fit any more is passed over.")
    if rule.least_votes > 1:
        line = _sentences(lang, line, t("At least {n} votes are needed.", n=rule.least_votes))
    return line


def _completion(rule: SelectionRule, lang: str) -> str:
    t = tongue(lang)
    if rule.completion is Completion.NONE:
        return t("What is left is not given out.")
    if rule.completion is Completion.RAISE:
        return t(
            "The parts are raised by {step} at a time, or by a hundredth of a part where that is more, as far "
            "as it goes and at most {n} times; what is left then goes by votes.",
            step=money(rule.step, lang),
            n=MOST_STEPS,
        )
    return t("What is left goes by votes.")


def ties_words(rule: SelectionRule, lang: str) -> str:
    """How a tie is broken, as it was agreed beforehand."""
    t = tongue(lang)
    if not rule.ties:
        return t("Nothing was agreed for a tie: one that matters leaves the result undecided.")
    return t("Where projects are tied: {ways}.", ways=tie_ways(rule, lang))


def tie_ways(rule: SelectionRule, lang: str) -> str:
    """金额低者优先，再抽签: what goes first among equals; "" where nothing was agreed."""
    t = tongue(lang)
    return t.within("tie break", ", then ").join(title(one, lang) for one in rule.ties)


def ties_told(rule: SelectionRule, lang: str) -> str:
    """How a tie is broken, as a sentence beside the word "Ties"."""
    t, ways = tongue(lang), tie_ways(rule, lang)
    if not ways:
        return ties_words(rule, lang)
    return t("{ways}.", ways=ways[:1].upper() + ways[1:])


def entering_words(twice: bool, lang: str) -> str:
    """How ballots get into the computer."""
    t = tongue(lang)
    if twice:
        return t("Every ballot is entered twice, by two helpers on their own.")
    return t("Every ballot is entered once.")


def times_words(terms: Terms, lang: str) -> str:
    """How long a pitch and its questions may be."""
    t = tongue(lang)
    pitch, asked = terms.pitch_seconds, terms.question_seconds
    return t(
        "Pitch: {pitch}; questions: {questions}.",
        pitch=duration(pitch, lang) if pitch else t("no limit"),
        questions=duration(asked, lang) if asked else t("no limit"),
    )


def terms_words(terms: Terms, budget: int, lang: str) -> str:
    """All that was agreed beforehand, in sentences."""
    return _sentences(
        lang,
        filling_words(terms.ballot, budget, lang),
        counting_words(terms.counting, lang),
        ties_words(terms.counting, lang),
        entering_words(terms.twice, lang),
        times_words(terms, lang),
    )


def marks_words(marks: Marks, kind: BallotKind, lang: str, title_of: Callable[[str], str]) -> str:
    """What is on one ballot: “口袋公园”、“助餐点”; with numbers where there are any."""
    t = tongue(lang)
    if marks.unreadable:
        return t.within("ballot", "unreadable")
    made = {name: mark for name, mark in marks.marks.items() if name not in marks.struck}
    if not made:
        return t.within("ballot", "blank")
    if kind is BallotKind.RANKING:
        made = dict(sorted(made.items(), key=lambda one: one[1]))
    said = [
        t("“{title}”", title=title_of(name))
        if kind in TICKS
        else t("“{title}” {n}", title=title_of(name), n=mark)
        for name, mark in made.items()
    ]
    return listing(said, lang)


class Sums(NamedTuple):
    """The ballots of all chambers together."""

    issued: int
    returned: int
    typed: int
    valid: int
    blank: int
    void: int


def sums_of(papers: Mapping[str, Papers]) -> Sums:
    """The ballots of all chambers added up."""
    return Sums(*(sum(getattr(one, name) for one in papers.values()) for name in Sums._fields))


def papers_words(papers: Mapping[str, Papers], lang: str) -> str:
    """How many ballots there were: 有效36张，空白3张，废票2张."""
    t, sums = tongue(lang), sums_of(papers)
    return t(
        "Ballots valid {valid}, blank {blank}, void {void}.",
        valid=f"{sums.valid:,}", blank=f"{sums.blank:,}", void=f"{sums.void:,}",
    )  # fmt: skip


def result_words(found: Selection, lang: str, title_of: Callable[[str], str]) -> str:
    """How many projects get how much of the money; or between which ones a tie has to be broken first."""
    t = tongue(lang)
    if found.tied:
        tied = listing((t("“{title}”", title=title_of(one)) for one in found.tied), lang)
        return t(
            "Undecided: {projects} are tied, and the money depends on which goes first.",
            projects=tied,
        )
    return t(
        "{n} of {all} projects are funded with {spent} of {budget}; {left} left.",
        n=len(found.funded), all=len(found.lines), spent=money(found.spent, lang),
        budget=money(found.budget, lang), left=money(found.left, lang),
    )  # fmt: skip


def _sentences(lang: str, *parts: str) -> str:
    return ("" if lang == "zh" else " ").join(part for part in parts if part)


def parts_words(parts: Sequence[int], left: int, lang: str) -> str:
    """另有1个项目获部分资助，共16,800元，最后余700元: what was given in part, in fen; "" where nothing was."""
    if not parts:
        return ""
    t, given, rest = tongue(lang), money(sum(parts), lang), money(left, lang)
    return t.many(
        "{n} more project gets part of what it asked for: {sum}; {left} left in the end.",
        "{n} more projects get part of what they asked for: {sum}; {left} left in the end.",
        len(parts),
        sum=given,
        left=rest,
    )
