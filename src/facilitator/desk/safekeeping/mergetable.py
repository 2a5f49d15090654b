"""Other archives as rows of a table: how each of their histories stands to ours, urgent first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from facilitator.desk.safekeeping.grid import Grid, Row
from facilitator.desk.theme import Theme
from facilitator.words.mergerows import STATES, MergeRow, MergeRows
from facilitator.words.refusals import refusal_sentence
from facilitator.words.tongue import tongue

if TYPE_CHECKING:
    from facilitator.safekeeping.merging import Looked

INKS = {"forked": "bad_ink", "damaged": "bad_ink", "waiting": "bad_ink", "doubled": "warn_ink",
        "ahead": "accent_ink", "new": "accent_ink"}  # fmt: skip
ORDER = tuple(STATES)


def merge_table(theme: Theme, lang: str, name: str) -> Grid:
    """The empty table."""
    t = tongue(lang)
    heads = (
        t.within("merging", "State"),
        t.within("merging", "What"),
        t.within("merging", "More"),
        t.within("merging", "From"),
    )
    table = Grid(theme, name, t("What merging brings"), heads, (140, 0, 0, 150))
    table.wrap()
    table.chooses = False  # nothing is done with a row: a refusal is not to stand on green
    return table


def merge_rows(looked: Sequence[Looked], lang: str, *, only_left_out: bool = False) -> list[Row]:
    """Every row of every archive, urgent first; `only_left_out` for what people have to see to."""
    t = tongue(lang)
    state = "✗ " + t.within("merging", "Refused")
    wrong = [
        Row((state, one.other.name, _why(one, lang), one.other.stem), ink="bad_ink")
        for one in looked
        if one.wrong is not None
    ]
    found = [
        (row, one.other.stem)
        for one in looked
        if one.plan is not None
        for row in _told(one, lang, only_left_out)
    ]
    found.sort(key=lambda pair: ORDER.index(pair[0].state))
    return wrong + [_row(row, name, lang) for row, name in found]


def coming(looked: Iterable[Looked], lang: str) -> tuple[str, int]:
    """What would come over in all, in words by archive, and how many entries that is."""
    t = tongue(lang)
    parts: list[str] = []
    events = 0
    for one in looked:
        if one.plan is not None and one.plan.events:
            what = MergeRows(one.plan, one.histories, lang).coming()
            parts.append(t("{name}: {what}", name=one.other.stem, what=what))
            events += one.plan.events
    return t.within("listing", "; ").join(parts), events


def amiss(looked: Iterable[Looked]) -> int:
    """How many histories, numbers and files people have to see to."""
    count = 0
    for one in looked:
        if one.plan is None:
            count += 1
        else:
            count += len(one.plan.left_out) + len(one.plan.doubles)
    return count


def _told(one: Looked, lang: str, only_left_out: bool) -> list[MergeRow]:
    rows = MergeRows(one.plan, one.histories, lang)
    return rows.left_out() if only_left_out else rows.rows()


def _row(row: MergeRow, name: str, lang: str) -> Row:
    sign, word = STATES[row.state]
    cells = (f"{sign} {tongue(lang).within(*word)}", row.what, row.more, name)
    return Row(cells, row.state, INKS.get(row.state, "ink"))


def _why(one: Looked, lang: str) -> str:
    assert one.wrong is not None
    return refusal_sentence(one.wrong.code, one.wrong.facts, lang)
