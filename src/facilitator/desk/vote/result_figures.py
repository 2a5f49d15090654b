"""The figures under a result: by seat group, by every base, test by test. Quoted from the outcome alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from facilitator.desk.desk import Desk
from facilitator.desk.vote.figures import Cell, Figures, Line
from facilitator.meeting import Meeting
from facilitator.rules.charter import Base, Measure
from facilitator.rules.counting import other_bases
from facilitator.rules.outcome import Outcome, Test, Verdict
from facilitator.rules.outlook import the_line
from facilitator.rules.tally import Tally
from facilitator.words.figures import airy, weight
from facilitator.words.outcomes import verdict_word
from facilitator.words.thresholds import base_words, comparison, share_of_base
from facilitator.words.titles import title
from facilitator.words.tongue import mark_in

LOOKS = {
    Verdict.PASSED: ("good", "for", "good_ink"),
    Verdict.FAILED: ("bad", "against", "bad_ink"),
    Verdict.NOT_VALID: ("warn", "abstain", "warn_ink"),
    Verdict.UNDECIDED: ("warn", "abstain", "warn_ink"),
}
"""The ground, the sign and the ink of a verdict."""
ALWAYS = (Base.SEATS, Base.IN_OFFICE, Base.PRESENT, Base.FOR_AGAINST)
"""The bases that people argue with; another one is shown when it is the one that counts."""

Figure = Callable[[Tally], int]
_COLUMNS: tuple[tuple[str, tuple[str, str], bool], ...] = (
    ("against", mark_in("column", "Against"), True),
    ("abstained", mark_in("column", "Abstain"), True),
    ("blank", mark_in("ballots", "Blank"), False),
    ("void", mark_in("ballots", "Void"), False),
    ("silent", mark_in("column", "No answer"), False),
    ("recused", mark_in("column", "Recused"), False),
    ("absent", mark_in("column", "Absent"), True),
    ("vacant", mark_in("column", "Vacant"), False),
)


def group_figures(desk: Desk, meeting: Meeting, outcome: Outcome) -> Figures:
    """A row for each seat group whose answers are known, then all, then all by weight."""
    t, lang = desk.t, desk.lang
    shown = [
        (name, label) for name, label, always in _COLUMNS if always or getattr(outcome.tally, name)
    ]
    heads = (t("Group"), t("For / seats"), *(t.within(*label) for _, label in shown))
    lines: list[Line] = []
    if len(outcome.groups) > 1:
        for at, group in enumerate(meeting.charter.groups):
            # English names are long, and a column of figures stands beside them.
            said = group.short_text(lang) if lang == "en" else group.title.text(lang)
            name = Cell(said, group=at)
            lines.append(_tally_line(name, outcome.groups[group.key], shown))
    total = Cell(t.within("column", "Total"), bold=True)
    lines.append(_tally_line(total, outcome.tally, shown, bold=True))
    if outcome.weights is not None:
        unit = meeting.charter.weight_unit
        name = Cell(t.within("column", "By weight"))
        lines.append(_tally_line(name, outcome.weights, shown, lambda n: weight(n, unit)))
    return Figures(heads, tuple(lines))


def _tally_line(
    name: Cell,
    tally: Tally,
    shown: Iterable[tuple[str, tuple[str, str]]],
    said: Callable[[int], str] = lambda number: f"{number:,}",
    *,
    bold: bool = False,
) -> Line:
    given = f"{said(tally.in_favour)} / {said(tally.seats)}"
    numbers = [Cell(said(getattr(tally, field)), bold=bold) for field, _ in shown]
    return Line((name, Cell(given, bold=True), *numbers))


def base_figures(desk: Desk, meeting: Meeting, outcome: Outcome) -> Figures | None:
    """The same votes of every base, the one that counts marked; None where no single base decides.

    The others tell only whether the votes would have been enough, which is not a verdict.
    """
    governing = the_line(outcome)
    if governing is None:
        return None
    t = desk.t
    heads = (t("Base"), t("Of"), t("Needed"), t.within("column", "For"), t("By this"))
    lines = [
        _base_line(desk, meeting, test, outcome if test.base is governing.base else None)
        for test in other_bases(outcome, meeting.charter)
        if test.base in ALWAYS or test.base is governing.base
    ]
    lines.sort(key=lambda line: not line.look)
    return Figures(heads, tuple(lines))


def _base_line(desk: Desk, meeting: Meeting, test: Test, counts: Outcome | None) -> Line:
    t, lang = desk.t, desk.lang
    name = base_words(test.base, lang, charter=meeting.charter)
    numbers = (test.base_size, test.needed, test.reached)
    if counts is None:
        short = t("enough") if test.met else airy(t("{n} short", n=f"{test.missing:,}"))
        cells = (Cell(f"{number:,}", tone="soft") for number in numbers)
        return Line((Cell(name, tone="soft"), *cells, Cell(short, tone="soft")))
    look, sign, ink = LOOKS[counts.verdict]
    verdict = Cell(verdict_word(counts.verdict, lang), bold=True, tone=ink, sign=sign)
    cells = (Cell(f"{number:,}", bold=True) for number in numbers)
    mine = t("{base} · the rule here", base=name)
    return Line((Cell(mine, bold=True, mark=True), *cells, verdict), look)


def test_figures(desk: Desk, meeting: Meeting, outcome: Outcome) -> Figures:
    """Every test of the rule with what was reached, for a rule that is more than one share of one base."""
    t, unit = desk.t, meeting.charter.weight_unit
    heads = (t("What the rule asks"), t("Of"), t("Needed"), t("Reached"), t("Met"))
    lines: list[Line] = []
    for test in outcome.tests:

        def figure(number: int, test: Test = test) -> str:
            return weight(number, unit) if test.measure is Measure.WEIGHT else f"{number:,}"

        share = share_of_base(test, desk.lang, charter=meeting.charter)
        name = t("{role}: {rule}", role=title(test.role, desk.lang), rule=share)
        met = Cell(
            comparison(test, unit),
            bold=True,
            tone="good_ink" if test.met else "bad_ink",
            sign="for" if test.met else "against",
        )
        numbers = (test.base_size, test.needed, test.reached)
        lines.append(Line((Cell(airy(name)), *(Cell(figure(n)) for n in numbers), met)))
    return Figures(heads, tuple(lines))
