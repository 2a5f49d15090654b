"""A table that one types in: steps, risks, lines; the row at its end waits for one more."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from facilitator.desk.desk import Desk
from facilitator.desk.projects.project.proposal.fill import (
    TABLES,
    Kind,
    Rows,
    day_or_none,
    fen_or_none,
    is_wrong,
    told_rows,
)
from facilitator.rounds.proposal import OwnKind
from facilitator.words.figures import airy, date_words, money
from facilitator.words.rounds import round_title

Index = QModelIndex | QPersistentModelIndex


class TypedModel(QAbstractTableModel):
    """Rows as typed; the last is always empty. `changed` after each key."""

    changed = Signal()

    def __init__(self, desk: Desk, key: str, near: date) -> None:
        super().__init__()
        self._desk, self._near = desk, near
        self.columns = TABLES[key]
        self.rows: Rows = [self._empty()]

    @property
    def told(self) -> Rows:
        """The rows in which anything stands."""
        return told_rows(self.rows)

    def show_rows(self, rows: Rows) -> None:
        """Show these and tell nobody."""
        self.beginResetModel()
        self.rows = [*(list(row) for row in rows), self._empty()]
        self.endResetModel()

    def first_wrong(self) -> tuple[int, int] | None:
        """The first cell that cannot be read."""
        for n in range(len(self.rows)):
            for at in range(len(self.columns)):
                if self.is_wrong(n, at):
                    return n, at
        return None

    def is_wrong(self, row: int, column: int) -> bool:
        """Whether a cell cannot be read."""
        return is_wrong(self.columns[column].kind, self.rows[row][column], self._near)

    def is_waiting(self, row: int) -> bool:
        """Whether it is the empty row at the end."""
        return row == len(self.rows) - 1 and not any(self.rows[-1])

    def tidy(self) -> None:
        """Take out rows that were emptied, but for the last."""
        for row in range(len(self.rows) - 2, -1, -1):
            if not any(cell.strip() for cell in self.rows[row]):
                self._remove(row)

    def take_out(self, row: int) -> bool:
        """Take a row out; not the one that waits."""
        if not 0 <= row < len(self.rows) or self.is_waiting(row):
            return False
        self._remove(row)
        self.changed.emit()
        return True

    def move(self, row: int, by: int) -> bool:
        """Move a row up or down among those that hold something."""
        to, last = row + by, len(self.rows) - 2
        if not (0 <= row <= last and 0 <= to <= last):
            return False
        top = QModelIndex()
        self.beginMoveRows(top, row, row, top, to + 1 if by > 0 else to)
        self.rows.insert(to, self.rows.pop(row))
        self.endMoveRows()
        self.changed.emit()
        return True

    def paste(self, row: int, column: int, text: str) -> None:
        """Put the cells of a sheet from here on, in as many rows as they need."""
        lines = [line.split("\t") for line in text.replace("\r", "").rstrip("\n").split("\n")]
        self.beginResetModel()
        for n, cells in enumerate(lines):
            while row + n >= len(self.rows):
                self.rows.append(self._empty())
            for at, cell in enumerate(cells[: len(self.columns) - column], column):
                if self.columns[at].kind is not Kind.OWN:
                    self.rows[row + n][at] = cell.strip()
        if any(self.rows[-1]):
            self.rows.append(self._empty())
        self.endResetModel()
        self.changed.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if index.isValid() else found

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._desk.t.within(*column.head)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(self.side(section) | Qt.AlignmentFlag.AlignVCenter)
        return None

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Amounts stand at the right."""
        money_ = self.columns[column].kind is Kind.MONEY
        return Qt.AlignmentFlag.AlignRight if money_ else Qt.AlignmentFlag.AlignLeft

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        text = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._shown(index, text)
        return None

    def _shown(self, index: Index, text: str) -> str:
        t, lang, kind = self._desk.t, self._desk.lang, self.columns[index.column()].kind
        if self.is_waiting(index.row()):
            return t("One more") if index.column() == 0 else ""
        if kind is Kind.OWN:
            return round_title(OwnKind(text or OwnKind.MONEY), lang)
        if not text.strip() or kind is Kind.TEXT:
            return text
        if self.is_wrong(index.row(), index.column()):
            if kind is Kind.DAY:
                return t("{text}: no date", text=text)
            return t("{text}: no amount", text=text)
        if kind is Kind.DAY:
            day = day_or_none(text, self._near)
            return airy(date_words(day, lang)) if day else ""
        return airy(money(fen_or_none(text) or 0, lang))

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what is typed; a new row follows as soon as the last one holds something."""
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index, role):
            return False
        self.rows[index.row()][index.column()] = str(value)
        last = self.index(index.row(), len(self.columns) - 1)
        self.dataChanged.emit(self.index(index.row(), 0), last)
        if any(self.rows[-1]):
            at = len(self.rows)
            self.beginInsertRows(QModelIndex(), at, at)
            self.rows.append(self._empty())
            self.endInsertRows()
        self.changed.emit()
        return True

    def _empty(self) -> list[str]:
        return [""] * len(self.columns)

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self.rows[row]
        self.endRemoveRows()
