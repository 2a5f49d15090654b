"""What answers can be narrowed down by, as one list: a head for each facet, its values with their counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import plain
from facilitator.searching import Counts, Facet, Total
from facilitator.words.figures import airy
from facilitator.words.found import facet_word, implementation_word, kind_word, result_word

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
ORDER = (
    Facet.BODY,
    Facet.YEAR,
    Facet.OUTCOME,
    Facet.IMPLEMENTATION,
    Facet.KIND,
    Facet.FORMAT,
)
FEW = 4
"""So many values of a facet are shown before "more"; what is ticked always is."""

Names = Mapping[Facet, Callable[[str], str]]


@dataclass(frozen=True, slots=True)
class Row:
    """A head (`value` None), a value, or the way to the values that are not shown (`more`)."""

    facet: Facet
    text: str
    value: str | None = None
    count: str = ""
    ticked: bool = False
    more: bool = False

    @property
    def is_head(self) -> bool:
        """Whether it only says what follows."""
        return self.value is None and not self.more


class Facets(QAbstractListModel):
    """`ticked` tells a value that somebody ticked or unticked; what is chosen then comes back by `show`."""

    ticked = Signal(object, str)

    def __init__(self, desk: Desk, names: Names) -> None:
        super().__init__()
        self._desk, self._names = desk, names
        self.rows: list[Row] = []
        self._open: set[Facet] = set()
        self._counts: Counts = {}
        self._chosen: Mapping[Facet, frozenset[str]] = {}

    def show(self, counts: Counts, chosen: Mapping[Facet, frozenset[str]]) -> None:
        """Show these counts and ticks; only rows that became others are told."""
        self._counts, self._chosen = counts, chosen
        self._lay()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].is_head:
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_value = self.rows[index.row()].value is not None
        return plain | Qt.ItemFlag.ItemIsUserCheckable if is_value else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.text} {row.count}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{facet_word(row.facet, self._desk.lang)}: {row.text} {row.count}".strip()
        if role == Qt.ItemDataRole.ToolTipRole and row.value is not None:
            return plain(row.text)
        if role == Qt.ItemDataRole.CheckStateRole and row.value is not None:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        return None

    def press(self, index: Index) -> None:
        """Tick or untick a value; show the rest of a facet."""
        row = self.rows[index.row()]
        if row.more:
            self._open.add(row.facet)
            self._lay()
        elif row.value is not None:
            self.ticked.emit(row.facet, row.value)

    def _lay(self) -> None:
        rows = [row for facet in ORDER for row in self._of(facet)]
        if len(rows) == len(self.rows):
            for at, (old, new) in enumerate(zip(self.rows, rows, strict=True)):
                if old != new:
                    self.rows[at] = new
                    self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def _of(self, facet: Facet) -> Iterator[Row]:
        """The rows of one facet; none where there is nothing to choose between."""
        counts, chosen = dict(self._counts.get(facet, {})), self._chosen.get(facet, frozenset())
        for value in chosen:
            counts.setdefault(value, Total(0))
        if len(counts) < 2 and not chosen:
            return
        t = self._desk.t
        values = sorted(counts, reverse=True) if facet is Facet.YEAR else list(counts)
        whole = facet in self._open or len(values) <= FEW + 1
        shown = values if whole else [v for n, v in enumerate(values) if n < FEW or v in chosen]
        yield Row(facet, facet_word(facet, self._desk.lang))
        for value in shown:
            said = self._names[facet](value)
            yield Row(facet, said, value, total_text(counts[value]), value in chosen)
        if rest := len(values) - len(shown):
            yield Row(facet, airy(t.many("{n} more…", "{n} more…", rest)), more=True)


def total_text(total: Total) -> str:
    """A count as a figure: 12; 1,000+."""
    return f"{total.count:,}{'+' if total.more else ''}"


def names_for(desk: Desk, bodies: Callable[[str], str]) -> Names:
    """How the values of each facet are called; `bodies` knows the names of bodies."""
    from facilitator.acts import RuleViolation
    from facilitator.presets import format_of

    lang = desk.lang

    def form(key: str) -> str:
        try:
            return format_of(key).title.text(lang)
        except RuleViolation:  # a kind of meeting that only a later version knows
            return key

    return {
        Facet.BODY: bodies,
        Facet.YEAR: str,
        Facet.FORMAT: form,
        Facet.KIND: lambda value: kind_word(value, lang),
        Facet.OUTCOME: lambda value: result_word(value, lang),
        Facet.IMPLEMENTATION: lambda value: implementation_word(value, lang),
    }
