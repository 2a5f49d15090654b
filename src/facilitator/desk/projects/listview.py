"""The list with its filters: what is typed, a place, a stage, a concern; how many are shown of how many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from facilitator.desk.desk import Desk
from facilitator.desk.projects.rows import Row
from facilitator.desk.projects.table import (
    ASKED,
    CARD,
    FEW,
    GRANTED,
    LATE,
    NEXT,
    NUMBER,
    PLACE,
    STAGE,
    TITLE,
    WATCH,
    WATCHED,
    Narrowed,
    Projects,
    TableLook,
)
from facilitator.desk.widgets import button, column, row, words
from facilitator.desk.widgets.steady import steady
from facilitator.rounds.standing import Stage
from facilitator.words.concerns import concern_head
from facilitator.words.figures import airy
from facilitator.words.rounds import round_title

WIDE = {NUMBER: 64, PLACE: 108, STAGE: 140, ASKED: 108, GRANTED: 108, NEXT: 236, WATCH: 200}
"""Pixels at 100 % of each column; the title takes what is left."""
LONGER = 36
"""So much wider are the English words of a stage."""
FIRST_TO_GO = ((PLACE, 800), (ASKED, 880), (WATCH, 980), (GRANTED, 640))
"""A column is hidden below so many pixels at 100 %."""


class Table(QTableView):
    """`entered` tells the project that is to be opened."""

    entered = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("projects.table")
        self.setAccessibleName(desk.t("Projects"))
        self.model_all = Projects(desk, self)
        self.narrowed = Narrowed(self.model_all)
        self.setModel(self.narrowed)
        self.setItemDelegate(TableLook(desk, self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(desk.px(44))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for one, wide in WIDE.items():
            more = LONGER if one == STAGE and desk.lang == "en" else 0
            head.resizeSection(one, desk.px(wide + more))
        self.setSortingEnabled(True)
        self.sortByColumn(NUMBER, Qt.SortOrder.AscendingOrder)

    @property
    def number(self) -> str:
        """The project that is current; "" for none."""
        card = self.currentIndex().data(CARD) if self.currentIndex().isValid() else None
        return card.row.number if card is not None else ""

    def choose(self, number: str) -> None:
        """Make a project current; the first where it is not shown."""
        places = range(self.narrowed.rowCount())
        found = (n for n in places if self.narrowed.index(n, NUMBER).data() == number)
        place = next(found, 0)
        if places:
            self.setCurrentIndex(self.narrowed.index(place, TITLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.number:
            self.entered.emit(self.number)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a line opens its project."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.entered.emit(self.number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for one, least in FIRST_TO_GO:
            self.setColumnHidden(one, self.viewport().width() < self.desk.px(least))


class ListView(QWidget):
    """`entered` as the table does."""

    entered = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t, px = desk.t, desk.px
        self.table = Table(desk)
        self.table.setProperty("framed", True)
        self.table.entered.connect(self.entered)
        self.typed = QLineEdit()
        self.typed.setObjectName("projects.find")
        self.typed.setPlaceholderText(t("Number, title or place"))
        self.typed.setAccessibleName(t("Number, title or place"))
        self.typed.setClearButtonEnabled(True)
        self.places = self._choice("projects.place", t("Every place"))
        self.stages = self._choice("projects.stage", t("Every stage"))
        self.concerns = self._choice("projects.concern", t("Every concern"))
        self._count = words("", "secondary", name="projects.count")
        self._all = button(t("Show all"), "link", "small", name="projects.all")
        self._all.clicked.connect(self.show_all)
        self.typed.textChanged.connect(self._narrow)
        for one in (self.places, self.stages, self.concerns):
            one.currentIndexChanged.connect(self._narrow)
        bar = row(self.typed, self.places, self.stages, self.concerns, self._count, self._all,
                  gap=px(8))  # fmt: skip
        bar.setStretch(0, 1)
        column(bar, self.table, on=self, gap=px(8))

    def show_rows(self, rows: Sequence[Row], day: date) -> None:
        """Show these projects; filters and what is current stay."""
        number, at = self.table.number, self.table.verticalScrollBar().value()
        self.table.model_all.show_rows(rows, day)
        lang, t = self._desk.lang, self._desk.t
        places = {one.place: one.place_name for one in rows}
        self._offer(self.places, [(key, f"{key:02} {places[key]}") for key in sorted(places)])
        there = {one.stage for one in rows}
        self._offer(
            self.stages, [(one.value, round_title(one, lang)) for one in Stage if one in there]
        )
        codes = list(dict.fromkeys(code for one in rows for code in one.codes))
        several = [
            (LATE, t("Overdue"), any(one.late for one in rows)),
            (FEW, t("Too few asked"), {"few-asked", "nobody-asked"} & set(codes)),
            (WATCHED, t("Anything to look at"), codes),
        ]
        named = [(key, said) for key, said, there in several if there]
        self._offer(self.concerns, [*named, *((one, concern_head(one, lang)) for one in codes)])
        self._narrow()
        self.table.choose(number)
        self.table.verticalScrollBar().setValue(at)

    def narrow_to(self, concern: str) -> None:
        """Show those alone that have this."""
        self.show_all()
        self.concerns.setCurrentIndex(max(0, self.concerns.findData(concern)))

    def show_all(self) -> None:
        """Take every filter away."""
        self.typed.clear()
        for one in (self.places, self.stages, self.concerns):
            one.setCurrentIndex(0)

    def _choice(self, name: str, everything: str) -> QComboBox:
        made = QComboBox()
        made.setObjectName(name)
        made.setAccessibleName(everything)
        made.addItem(everything, "")
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(7 if self._desk.lang == "zh" else 11)
        steady(made)
        return made

    @staticmethod
    def _offer(box: QComboBox, pieces: Sequence[tuple[str | int, str]]) -> None:
        """Offer these after "all"; what was chosen stays so where it is still there."""
        now = [(box.itemData(n), box.itemText(n)) for n in range(1, box.count())]
        if now == list(pieces):
            return
        chosen = box.currentData()
        box.blockSignals(True)
        while box.count() > 1:
            box.removeItem(1)
        for key, said in pieces:
            box.addItem(said, key)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.blockSignals(False)

    def _narrow(self) -> None:
        t, table, number = self._desk.t, self.table, self.table.number
        table.narrowed.narrow(
            place=self.places.currentData() or 0,
            stage=self.stages.currentData() or "",
            concern=self.concerns.currentData() or "",
            text=self.typed.text(),
        )
        shown, there = table.narrowed.rowCount(), table.model_all.rowCount()
        self._count.setText(airy(t("{n} of {all}", n=shown, all=there)))
        self._all.setVisible(shown < there)
        table.choose(number)
