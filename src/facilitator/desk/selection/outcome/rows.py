"""The lines of a result as they are read: in their order, with sums, reasons, and where the money ends."""

from __future__ import annotations

from dataclasses import replace

from facilitator.data import dataclass
from facilitator.meeting import Meeting
from facilitator.meeting.selection.papers import chambers
from facilitator.rules.selection.outcome import Fate, Line, Selection
from facilitator.words.ballots import UNITS
from facilitator.words.figures import airy, counted, money
from facilitator.words.selection import why
from facilitator.words.tongue import tongue

SIGNS = {Fate.FUNDED: "for", Fate.TIED: "tied", Fate.WAITING: "tied"}


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One project. `sign`: for, against, tied, part or abstain (withdrawn); `chambers`: its votes by chamber.

    `cut` is what stands at the line under it where the money ends; "" for every other.
    """

    project: str
    number: int
    title: str
    place: str
    rank: str
    said: str
    sign: str
    votes: str
    chambers: tuple[int, ...]
    part: int
    """Its votes in thousandths of the most."""
    asked: str
    sum: str
    cut: str = ""


def ordered(selection: Selection, *, by_rounds: bool) -> list[Line]:
    """In the order of votes; or as they got their money, those that did not after them."""
    lines = list(selection.lines)
    if by_rounds:
        lines.sort(key=lambda line: (not line.funded, line.round or len(lines) + 1))
    return lines


def result_rows(
    meeting: Meeting, selection: Selection, lang: str, *, by_rounds: bool = False, final: bool
) -> tuple[ResultRow, ...]:
    """Every project that was counted, then those withdrawn. Part-funding is told of a `final` result only."""
    lines = ordered(selection, by_rounds=by_rounds)
    last = max((n for n, line in enumerate(lines) if line.funded), default=-1)
    most = max((line.votes for line in lines), default=0)
    spent, rows = 0, list[ResultRow]()
    for n, line in enumerate(lines):
        spent += line.cost if line.funded else 0
        row = _row(meeting, selection, line, lang, most, spent, final=final)
        rows.append(row)
        if n == last:
            rows[-1] = _with_cut(row, selection, lang)
    counted_ones = {line.project for line in lines}
    gone = [one for one in meeting.slate.withdrawn if one not in counted_ones]
    return (*rows, *(_withdrawn(meeting, one, lang) for one in gone))


def _row(
    meeting: Meeting, found: Selection, line: Line, lang: str, most: int, spent: int, *, final: bool
) -> ResultRow:
    t, slate = tongue(lang), meeting.slate
    one = slate.all[line.project]
    unit = UNITS[meeting.terms.ballot.kind]
    part, reason = meeting.outcome.parts.get(line.project, (0, "")) if final else (0, "")
    said = why(line, found, lang, lambda name: slate.all[name].title, unit)
    if part:
        said = t("{money} in part: {reason}", money=money(part, lang), reason=reason)
    sums = t("{money} so far", money=money(spent, lang)) if line.funded else ""
    return ResultRow(
        line.project,
        slate.numbers[line.project],
        one.title,
        one.place,
        _rank(found, line, lang),
        airy(said),
        "part" if part else SIGNS.get(line.fate, "against"),
        airy(counted(line.votes, unit, lang)),
        tuple(line.by_group.get(group, 0) for group in chambers(meeting)),
        line.votes * 1000 // most if most else 0,
        airy(money(line.cost, lang)),
        airy(sums),
    )


def _rank(found: Selection, line: Line, lang: str) -> str:
    level = sum(other.place == line.place for other in found.lines) > 1
    t = tongue(lang)
    return t("={n}", n=line.place) if level else str(line.place)


def _with_cut(row: ResultRow, found: Selection, lang: str) -> ResultRow:
    t = tongue(lang)
    facts = {
        "spent": money(found.spent, lang),
        "budget": money(found.budget, lang),
        "left": money(found.left, lang),
    }
    said = t("Cut line: {spent} of {budget}, {left} left", **facts)
    if found.tied:
        said = t("Certain so far: {spent} of {budget}, {left} left", **facts)
    return replace(row, cut=airy(said))


def _withdrawn(meeting: Meeting, project: str, lang: str) -> ResultRow:
    t, one = tongue(lang), meeting.slate.all[project]
    said = t("Withdrawn: {reason}", reason=meeting.slate.withdrawn[project])
    asked = airy(money(one.asked, lang))
    return ResultRow(
        project,
        meeting.slate.numbers[project],
        one.title,
        one.place,
        "",
        airy(said),
        "abstain",
        "",
        (),
        0,
        asked,
        "",
    )
