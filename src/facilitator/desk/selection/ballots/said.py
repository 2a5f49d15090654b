"""A paper in words: what is marked on it, what it is worth, and why it is void."""

from __future__ import annotations

from enum import Enum

from facilitator.data import dataclass
from facilitator.meeting import Meeting
from facilitator.meeting.selection.papers import Marks, Vote
from facilitator.meeting.selection.recount import ballot_rule, reading
from facilitator.rules.selection.ballots import TICKS, BallotKind, Fault, fault
from facilitator.words.ballots import offered
from facilitator.words.figures import airy, listing, money
from facilitator.words.titles import title
from facilitator.words.tongue import Tongue


class Worth(Enum):
    """What a paper is."""

    VALID = "valid"
    BLANK = "blank"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Told:
    """A paper and the word on it."""

    worth: Worth
    said: str


def numbers_on(meeting: Meeting, vote: Vote) -> dict[str, int]:
    """The projects on the ballot of a vote with their numbers, in their order."""
    numbers = meeting.slate.numbers
    return {one: n for one, n in numbers.items() if one in vote.candidates}


def marks_words(meeting: Meeting, vote: Vote, marks: Marks, t: Tongue) -> str:
    """What is marked, in short: 3、7、12; a blank paper is said to be blank."""
    if marks.unreadable:
        return t.within("paper", "unreadable")
    numbers, kind = numbers_on(meeting, vote), ballot_rule(meeting, vote).kind
    made = [name for name, mark in marks.marks.items() if mark]
    if kind is BallotKind.RANKING:
        made.sort(key=lambda name: (marks.marks[name], numbers.get(name, 0)))
    else:
        made.sort(key=lambda name: numbers.get(name, 0))
    placed = kind is BallotKind.RANKING and _in_places(marks, made)
    plain = kind in TICKS or placed
    pieces = [
        str(numbers.get(name, "?")) if plain else f"{numbers.get(name, '?')}={marks.marks[name]}"
        for name in made
    ]
    said = listing(pieces, t.lang) if pieces else t.within("paper", "blank")
    if marks.struck:
        struck = listing((str(numbers.get(one, "?")) for one in marks.struck), t.lang)
        said = t("{marks} (struck {numbers})", marks=said, numbers=struck)
    return said


def _in_places(marks: Marks, made: list[str]) -> bool:
    """Whether the order alone tells the places: 1, 2, 3 …, each once."""
    return [marks.marks[name] for name in made] == list(range(1, len(made) + 1))


def told(meeting: Meeting, vote: Vote, marks: Marks, t: Tongue) -> Told:
    """What a paper is worth, and the sentence that says it to whoever enters it."""
    rule, costs = ballot_rule(meeting, vote), meeting.slate.costs
    most = offered(rule, len(vote.candidates)).most
    made = {name: n for name, n in marks.marks.items() if n and name not in marks.struck}
    if marks.unreadable:
        return Told(Worth.VOID, t("Void: nobody can tell what it means."))
    wrong = fault(rule, made, costs, meeting.slate.budget)
    if wrong is not None and reading(meeting, vote, marks)[0] == "void":
        counts = _counts(meeting, rule.kind, most, made, t)
        if wrong is Fault.TOO_MANY_ON_ONE:
            mark = max(made.values())
            name = next(name for name, n in made.items() if n == mark)
            number = numbers_on(meeting, vote)[name]
            counts = t(
                "{mark} for project {number}, at most {each} for one",
                mark=mark,
                number=number,
                each=rule.each,
            )
        why = title(wrong, t.lang)
        said = t("Void by the rules: {why} ({counts}). It is kept as void.", why=why, counts=counts)
        return Told(Worth.VOID, airy(said))
    if not made:
        return Told(Worth.BLANK, t("A blank ballot: it counts to those who took part."))
    return Told(Worth.VALID, airy(_counts(meeting, rule.kind, most, made, t)))


def _counts(meeting: Meeting, kind: BallotKind, most: int, made: dict[str, int], t: Tongue) -> str:
    """勾选 3 项，最多 3 项: what there is and what may be."""
    n, total = len(made), sum(made.values())
    if kind is BallotKind.KNAPSACK:
        cost = money(sum(meeting.slate.costs[name] for name in made), t.lang)
        there = money(meeting.slate.budget, t.lang)
        return t("{cost} ticked, {budget} there", cost=cost, budget=there)
    if kind is BallotKind.APPROVAL:
        ticks = t.many("{n} tick", "{n} ticks", n)
        return t("{ticks}, at most {most}", ticks=ticks, most=most) if most else ticks
    if kind is BallotKind.RANKING:
        return t("{n} placed, at most {most}", n=n, most=most)
    if kind is BallotKind.SCORE:
        return t("{n} scored, 0 to {most}", n=n, most=most)
    return t("{n} given, at most {most}", n=total, most=most) if most else str(total)
