"""A panel in which needs are put into an order, with buttons or Alt and the arrows."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QStringListModel, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.projects.project.parts import ProjectPanel
from facilitator.desk.widgets import Button, button, column, row, words
from facilitator.rounds.needs import RankNeeds, needs_of
from facilitator.words.figures import airy

ROW = 36
MOST_SHOWN = 8


class RankPanel(ProjectPanel):
    """All needs that count stand in it; those without a rank come last at first."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t, px = desk.t, desk.px
        super().__init__(desk, parent, round_, project, t("Rank the needs"), width=720)
        self.setObjectName("rank")
        found = needs_of(self.case)
        self._texts = {one.entry: " ".join(one.text.split()) for one in found.needs}
        self.order = list(self._texts)
        said = t("The most urgent one stands first. Alt with the arrows moves the chosen one, too.")
        self.form.addWidget(words(said, "secondary", wrap=True))
        self._model = QStringListModel(self)
        self.list = QListView()
        self.list.setObjectName("rank.list")
        self.list.setAccessibleName(t("Needs by rank"))
        self.list.setModel(self._model)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(px(min(MOST_SHOWN, max(3, len(self.order))) * ROW + 8))
        up = self._mover(t("Move up"), "rank.up", "arrow-up", -1)
        down = self._mover(t("Move down"), "rank.down", "arrow-down", 1)
        line = row(self.list, column(up, down, None, gap=px(6)), gap=px(8))
        line.setStretch(0, 1)
        self.form.addLayout(line)
        for key, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda by=by: self.move_by(by))
        how = found.ranking.how if found.ranking else ""
        self.how = self.add_line(
            t("How that was found, e.g. three dots for each resident"), "rank.how", how
        )
        self.on = DayField(desk, t("Ranked on"), self.today, "rank.on", self.today)
        self.add_days(self.on)
        self.finish(t("Note the order"), self._send, name="rank.done")
        self._show(0)
        self.settle()
        self.list.setFocus()

    def move_by(self, by: int) -> None:
        """Move the chosen need up or down by one."""
        at = self.list.currentIndex().row()
        to = at + by
        if at >= 0 and 0 <= to < len(self.order):
            self.order[at], self.order[to] = self.order[to], self.order[at]
            self._show(to)

    def _mover(self, said: str, name: str, icon: str, by: int) -> Button:
        made = button("", "plain", "small", icon=self.desk.theme.icon(icon), name=name, tip=said)
        made.quick().clicked.connect(lambda: self.move_by(by))
        return made

    def _show(self, at: int) -> None:
        told = [f"{n}  {self._texts[entry]}" for n, entry in enumerate(self.order, 1)]
        self._model.setStringList([airy(one) for one in told])
        index = self._model.index(at, 0)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, flag)

    def _send(self) -> None:
        if self.days_right(self.on):
            self.send(
                self.command(
                    RankNeeds, order=tuple(self.order), how=self.how.text(), on=self.on.day
                )
            )
