"""What the vote bar is made of: everybody who has a seat, by what became of their vote. Nobody is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from facilitator.data import dataclass
from facilitator.rules.tally import Tally
from facilitator.words.figures import Unit, airy, counted
from facilitator.words.tongue import NBSP, mark_in, tongue


class Mark(StrEnum):
    """What a cell stands for, in the order of the bar."""

    FOR = "for"
    OPEN = "open"  # may still answer
    ABSTAIN = "abstain"
    AGAINST = "against"
    BLANK = "blank"
    VOID = "void"
    SILENT = "silent"  # in the room to the end, and no answer
    LEFT = "left"  # gone before the close without one
    RECUSED = "recused"
    ABSENT = "absent"
    VACANT = "vacant"


@dataclass(frozen=True, slots=True)
class Cells:
    """So many cells of one kind; of weights, so much."""

    mark: Mark
    number: int


WORDS: Mapping[Mark, tuple[str, str]] = {
    Mark.FOR: mark_in("choice", "For"),
    Mark.OPEN: mark_in("vote", "Not answered yet"),
    Mark.ABSTAIN: mark_in("choice", "Abstain"),
    Mark.AGAINST: mark_in("choice", "Against"),
    Mark.BLANK: mark_in("ballots", "Blank"),
    Mark.VOID: mark_in("ballots", "Void"),
    Mark.SILENT: mark_in("column", "No answer"),
    Mark.LEFT: mark_in("column", "Left, no answer"),
    Mark.RECUSED: mark_in("column", "Recused"),
    Mark.ABSENT: mark_in("column", "Absent"),
    Mark.VACANT: mark_in("column", "Vacant"),
}
SHORT: Mapping[Mark, tuple[str, str]] = {
    Mark.BLANK: mark_in("cell", "blank"),
    Mark.VOID: mark_in("cell", "void"),
    Mark.SILENT: mark_in("cell", "none"),
    Mark.LEFT: mark_in("cell", "left"),
    Mark.RECUSED: mark_in("cell", "recused"),
    Mark.ABSENT: mark_in("cell", "absent"),
    Mark.VACANT: mark_in("cell", "vacant"),
}
"""What stands in a cell that has no sign, where there is room for it."""
SIGNED = {Mark.FOR: "for", Mark.AGAINST: "against", Mark.ABSTAIN: "abstain"}
"""Cells with a painted sign."""


def cells_of(tally: Tally, *, running: bool = False, left: int = 0) -> tuple[Cells, ...]:
    """All seats of a tally, in the order of the bar; kinds that nobody is of are left out.

    While a vote is `running` whoever is silent may still answer. Afterwards `left` of the silent had gone
    before the close (`meeting.standing.left_silent`; a tally's own `left` counts the recused, too).
    """
    silent = tally.silent
    numbers = {
        Mark.FOR: tally.in_favour,
        Mark.OPEN: silent if running else 0,
        Mark.ABSTAIN: tally.abstained,
        Mark.AGAINST: tally.against,
        Mark.BLANK: tally.blank,
        Mark.VOID: tally.void,
        Mark.SILENT: 0 if running else silent - left,
        Mark.LEFT: 0 if running else left,
        Mark.RECUSED: tally.recused,
        Mark.ABSENT: tally.absent,
        Mark.VACANT: tally.vacant,
    }
    return tuple(Cells(mark, number) for mark, number in numbers.items() if number)


def needed_words(needed: int, lang: str) -> str:
    """What stands over the line: 需要 9 票; 9 votes needed."""
    t = tongue(lang)
    return airy(t("{votes} needed", votes=counted(needed, Unit.VOTES, lang)))


def word_of(mark: Mark, lang: str) -> str:
    """赞成, 未表态, 缺席."""
    t = tongue(lang)
    return t.within(*WORDS[mark])


def legend(one: Cells, lang: str, amount: str = "") -> str:
    """One kind and its number: 赞成 7; `amount` where the number is one of weight."""
    return f"{word_of(one.mark, lang)}{NBSP}{amount or f'{one.number:,}'}"


def described(
    cells: Iterable[Cells],
    needed: int,
    lang: str,
    amount: Callable[[int], str] | None = None,
) -> str:
    """The bar in words, for those who do not see it."""
    t = tongue(lang)
    parts = [legend(one, lang, amount(one.number) if amount else "") for one in cells]
    if needed:
        parts.append(needed_words(needed, lang))
    return t.within("between", ", ").join(parts)
