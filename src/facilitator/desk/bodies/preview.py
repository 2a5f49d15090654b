"""The rows of a sheet before they are imported: as they will sit, or what is wrong with them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QFont

from facilitator.desk.bodies.reading import Reading, Row
from facilitator.desk.desk import Desk
from facilitator.rules.charter import Charter
from facilitator.words.figures import listing
from facilitator.words.refusals import refusal_sentence
from facilitator.words.titles import titles_in
from facilitator.words.tongue import mark_in

Index = QModelIndex | QPersistentModelIndex
COLUMNS: tuple[tuple[str, tuple[str, str]], ...] = (
    ("row", mark_in("roster", "row")),
    ("seat", mark_in("roster", "seat")),
    ("name", mark_in("roster", "name")),
    ("group", mark_in("roster", "group")),
    ("office", mark_in("roster", "offices")),
    ("address", mark_in("roster", "address")),
    ("phone", mark_in("roster", "telephone")),
    ("term", mark_in("roster", "term of office")),
    ("invited_by", mark_in("roster", "invited by")),
    ("weight", mark_in("roster", "weight")),
)
ALWAYS = ("row", "seat", "name", "group")


class PreviewModel(QAbstractTableModel):
    """One row for each of the sheet; columns that the sheet does not have are left out."""

    def __init__(self, desk: Desk, charter: Charter) -> None:
        super().__init__()
        self._desk, self._charter = desk, charter
        self._title_of = titles_in(charter, desk.lang)
        self._rows: tuple[Row, ...] = ()
        self._columns: list[tuple[str, tuple[str, str]]] = []

    def show_reading(self, reading: Reading) -> None:
        """Show this sheet."""
        self.beginResetModel()
        self._rows = reading.rows
        has = {*reading.heads, *ALWAYS}
        if has & {"since", "until"}:
            has.add("term")
        self._columns = [one for one in COLUMNS if one[0] in has]
        self.endResetModel()

    def sentence(self, row: Row) -> str:
        """What is wrong with a row, "" where nothing is."""
        if row.problem is None:
            return ""
        facts = {**row.problem.facts, "row": row.number}
        if "groups" in facts:  # on a screen nobody has to type a key
            facts["groups"] = [self._title_of(key) for key in facts["groups"]]
        lang = self._desk.lang
        return refusal_sentence(row.problem.code, facts, lang, title_of=self._title_of)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- as Qt declares it
        """As many as the sheet has below its heads."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- as Qt declares it
        """Those that the sheet has."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What the columns are called here, whatever the sheet calls them."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            t = self._desk.t
            return t.within(*self._columns[section][1])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text; red and with its reason as a tip where the row cannot be taken."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row, field = self._rows[index.row()], self._columns[index.column()][0]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, field)
        wrong = row.problem is not None
        if role == Qt.ItemDataRole.ToolTipRole and wrong:
            return self.sentence(row).replace("<", "＜")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (self._text(row, field), self.sentence(row) if field == "row" else "")
            return listing([one for one in said if one], self._desk.lang)
        if role == Qt.ItemDataRole.ForegroundRole and wrong:
            return QBrush(self._desk.theme.color("bad_ink"))
        if role == Qt.ItemDataRole.FontRole and field == "name":
            return QFont(self._desk.theme.font(15, bold=True))
        return None

    def _text(self, row: Row, field: str) -> str:
        t = self._desk.t
        if field == "row":
            return f"✗ {row.number}" if row.problem is not None else str(row.number)
        said, holding = row.cells.get(field, ""), row.holding
        if holding is None:
            if field == "term":
                return "—".join((row.cells.get("since", ""), row.cells.get("until", "")))
            return said
        if field == "seat":
            return str(holding.seat) if holding.seat else t.within("roster", "alternate")
        if field == "group":
            return self._title_of(holding.group)
        if field == "office":
            return listing(map(self._title_of, holding.offices), t.lang)
        if field == "term":
            return f"{holding.since or ''}—{holding.until or ''}".strip("—")
        return said
