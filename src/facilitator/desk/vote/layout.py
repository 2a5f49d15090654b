"""Where everything on a vote bar stands. All is as large as the height allows, in parts of a cell of 36."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from facilitator.data import dataclass
from facilitator.desk.theme import Theme
from facilitator.desk.vote.cells import SHORT, SIGNED, Cells, Mark, legend
from facilitator.words.tongue import tongue

CELL = 36.0
"""Height of a cell."""
GAP = 4.0
OVER = 10.0
"""Above the cells, for the end of the line; its label comes on top of that."""
LETTERS = 14.0
MOST_CELLS = 60
"""More seats than this are drawn as lengths."""
LEAST_CELL = 9.0
"""So are cells that would be narrower."""
MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Look:
    """How a bar is drawn: `said` replaces the words of a kind, `amount` writes a number (a weight, say).

    `letters` is their height, in parts as everything else.
    """

    lang: str
    letters: float = LETTERS
    said: Mapping[Mark, str] | None = None
    amount: Callable[[int], str] | None = None

    def words(self, one: Cells) -> str:
        """What stands under cells of a kind."""
        if self.said and one.mark in self.said:
            return self.said[one.mark]
        return legend(one, self.lang, self.amount(one.number) if self.amount else "")

    @property
    def line(self) -> float:
        """The height of a line of the legend."""
        return round(self.letters * 1.5)


@dataclass(frozen=True, slots=True)
class Span:
    """Cells of a kind and the stretch of the bar they take; the gap after the last is not in it."""

    cells: Cells
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Layout:
    """One bar of a width: `unit` is the number of pixels in one part."""

    theme: Theme
    look: Look
    cells: tuple[Cells, ...]
    needed: int
    unit: float

    def font(self, *, bold: bool = False) -> QFont:
        """The letters of label and legend."""
        font = self.theme.font(bold=bold)
        font.setPixelSize(max(1, round(self.look.letters * self.unit)))
        return font

    @property
    def total(self) -> int:
        """All seats, or all weight."""
        return sum(one.number for one in self.cells)

    @property
    def over(self) -> float:
        """Pixels above the cells."""
        return (OVER + self.look.line if self.needed else 4.0) * self.unit

    def height(self, lines: int) -> float:
        """Pixels of the whole, with so many lines of legend."""
        return self.over + (CELL + 12 + lines * self.look.line) * self.unit

    def lines(self, width: float) -> int:
        """How many lines the legend takes at that width."""
        lines, used = 1, 0.0
        for one in self.cells:
            wide = self.label_width(one)
            if used and used + wide > width:
                lines, used = lines + 1, 0.0
            used += wide + LETTERS * self.unit
        return min(lines, MOST_LINES)

    def label_width(self, one: Cells) -> float:
        """Pixels that a kind takes in the legend, with its sign."""
        signed = one.mark in SIGNED
        width = QFontMetricsF(self.font(bold=signed)).horizontalAdvance(self.look.words(one))
        return width + 2 + (self.look.letters * 1.2 * self.unit if signed else 0)

    def single(self, width: float) -> bool:
        """Whether each seat has a cell of its own."""
        wide = width / self.total - GAP * self.unit
        return self.total <= MOST_CELLS and wide >= LEAST_CELL * self.unit

    def spans(self, bar: QRectF) -> list[Span]:
        """Every kind on the bar, from the left; as lengths, the smallest can still be seen."""
        gap = GAP * self.unit
        whole = bar.width() + gap
        numbers = [one.number for one in self.cells]
        least = 0.0 if self.single(bar.width()) else 2 * gap
        shares = _shares(numbers, whole, min(least, whole / len(numbers)))
        found: list[Span] = []
        begin = bar.left()
        for one, share in zip(self.cells, shares, strict=True):
            found.append(Span(one, begin, begin + share - gap))
            begin += share
        return found

    def place(self, spans: Sequence[Span]) -> float:
        """Where the line stands: behind the cell of that number, in the middle of the gap."""
        gap, before = GAP * self.unit, 0
        for span in spans:
            number = span.cells.number
            if self.needed <= before + number:
                part = (self.needed - before) / number
                return span.begin + (span.end + gap - span.begin) * part - gap / 2
            before += number
        return spans[-1].end + gap / 2

    def shorts(self, spans: Sequence[Span]) -> bool:
        """Whether the short words fit into cells; none is shown where one would not."""
        t = tongue(self.look.lang)
        metrics = QFontMetricsF(self.font())
        return all(
            metrics.horizontalAdvance(t.within(*SHORT[span.cells.mark])) <= self._inside(span)
            for span in spans
            if span.cells.mark in SHORT and span.cells.mark is not Mark.VOID
        )

    def _inside(self, span: Span) -> float:
        gap = GAP * self.unit
        return (span.end - span.begin + gap) / span.cells.number - gap - 2 * self.unit

    def labels(self, spans: Sequence[Span], under: QRectF) -> list[QRectF]:
        """Where the legend of each kind stands: below its cells, moved aside where two would touch."""
        gap, high = LETTERS * self.unit, self.look.line * self.unit
        widths = [self.label_width(span.cells) for span in spans]
        lefts = _beside([span.begin for span in spans], widths, under, gap)
        if lefts is not None:
            return [
                QRectF(left, under.top(), width, high)
                for left, width in zip(lefts, widths, strict=True)
            ]
        found: list[QRectF] = []
        x, y = under.left(), under.top()
        for width in widths:
            if x > under.left() and x + width > under.right():
                x, y = under.left(), y + high
            found.append(QRectF(x, y, width, high))
            x += width + gap
        return found


def _shares(numbers: Sequence[int], whole: float, least: float) -> list[float]:
    """A length for each number, in proportion, and none of them under `least`; together the whole."""
    small: set[int] = set()
    while True:
        rest = whole - least * len(small)
        total = sum(number for at, number in enumerate(numbers) if at not in small) or 1
        shares = [
            least if at in small else rest * number / total for at, number in enumerate(numbers)
        ]
        more = {at for at, share in enumerate(shares) if share < least - 1e-9} - small
        if not more:
            return shares
        small |= more


def _beside(
    wished: list[float], widths: list[float], under: QRectF, gap: float
) -> list[float] | None:
    """The nearest places to those wished, in one line without touching; None if there is no room."""
    lefts = list(wished)
    end = under.left() - gap
    for at, width in enumerate(widths):
        lefts[at] = max(lefts[at], end + gap)
        end = lefts[at] + width
    room = under.right()
    for at in range(len(lefts) - 1, -1, -1):
        lefts[at] = min(lefts[at], room - widths[at])
        room = lefts[at] - gap
    return lefts if not lefts or lefts[0] >= under.left() - 1 else None


def fitted(size: QRectF, cells: Sequence[Cells], needed: int, theme: Theme, look: Look) -> Layout:
    """The layout that fills a height."""
    layout = Layout(theme, look, tuple(cells), needed, 1.0)
    lines = 0
    while lines < MOST_LINES:
        lines += 1
        unit = size.height() / Layout(theme, look, layout.cells, needed, 1.0).height(lines)
        layout = Layout(theme, look, layout.cells, needed, unit)
        if layout.lines(size.width()) <= lines:
            break
    return layout
