"""Screening by heat: the topics that most people want stand first; which of them go on, people choose."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QSpinBox, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import plain
from facilitator.desk.meeting.items_panel import MinutesField
from facilitator.desk.panel import Panel, as_high_as_its_rows
from facilitator.desk.widgets import row, words
from facilitator.meeting.forum.interest import Heat, ScreenTopics, cut, hottest
from facilitator.words.figures import airy
from facilitator.words.forum import topic_number

USUAL = 3
"""So many are kept in the practice this comes from."""
LEAST = 120
"""The height of the list on a screen with little room."""
Index = QModelIndex | QPersistentModelIndex


class HeatModel(QAbstractListModel):
    """Topics by heat, each with a tick; those at the cut with equal interest say so and wait for people."""

    ticked = Signal()

    def __init__(self, desk: Desk, heats: list[Heat], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._heats = desk, heats
        self._kept: set[str] = set()
        self._tied: set[str] = set()

    def cut_at(self, most: int) -> None:
        """Tick the hottest; nobody is ticked for the sake of a number among equals."""
        above, tied = cut(self._heats, most)
        self._kept = {one.topic.id for one in above}
        self._tied = {one.topic.id for one in tied}
        if self._heats:
            last = self.index(len(self._heats) - 1)
            self.dataChanged.emit(self.index(0), last)
        self.ticked.emit()

    @property
    def kept(self) -> tuple[str, ...]:
        """The topics that are ticked, the hottest first."""
        return tuple(one.topic.id for one in self._heats if one.topic.id in self._kept)

    @property
    def tied(self) -> int:
        """How many stand at the cut with equal interest."""
        return len(self._tied)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._heats)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        heat = self._heats[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            kept = heat.topic.id in self._kept
            return Qt.CheckState.Checked if kept else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._told(heat)
        return plain(heat.topic.title) if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        topic = self._heats[index.row()].topic.id
        self._kept ^= {topic}
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def _told(self, heat: Heat) -> str:
        t, topic = self._desk.t, heat.topic
        said = t(
            "{rank}. {n} {title}: {wanted} want it",
            rank=heat.rank, n=topic_number(topic.number), title=topic.title, wanted=heat.wanted,
        )  # fmt: skip
        tied = topic.id in self._tied
        return airy(t("{topic} (equal at the cut: choose)", topic=said) if tied else said)


class HottestPanel(Panel):
    """See the module. The others are parked, and can be taken up again."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t, px = desk.t, desk.px
        super().__init__(desk, t("Keep the hottest topics"), parent, width=640)
        self.setObjectName("hottest")
        self.meeting_id = meeting
        heats = hottest(desk.session.meeting(meeting))
        self._model = HeatModel(desk, heats, self)
        self._most: QSpinBox = MinutesField()
        self._most.setObjectName("hottest.most")
        self._most.setRange(1, max(1, len(heats)))
        self._most.setValue(USUAL)
        self._most.lineEdit().setTextMargins(px(8), 0, 0, 0)
        label = words(t("So many are to go on:"))
        label.setBuddy(self._most)
        self._most.setAccessibleName(t("So many are to go on:"))
        self.body.addLayout(row(label, self._most, None))
        self.list = QListView()
        self.list.setObjectName("hottest.list")
        self.list.setAccessibleName(t("Topics by heat"))
        self.list.setProperty("framed", True)
        self.list.setModel(self._model)
        as_high_as_its_rows(self.list, px(LEAST))
        self.body.addWidget(self.list)
        self._told = words("", "secondary", wrap=True, name="hottest.said")
        self.body.addWidget(self._told)
        self.finish(t("Keep these"), self._send, name="hottest.done")
        self._most.valueChanged.connect(self._model.cut_at)
        self._model.ticked.connect(self._tell)
        self._model.cut_at(self._most.value())
        self._most.setFocus()

    def _tell(self) -> None:
        t, kept, most = self.desk.t, len(self._model.kept), self._most.value()
        said = t.many(
            "{n} is ticked; the others are parked.", "{n} are ticked; the others are parked.", kept
        )
        if self._model.tied and kept < most:
            said += "\n" + t.many(
                "{n} stands at the cut.",
                "{n} stand at the cut with equal interest: people choose which go on.",
                self._model.tied,
            )
        self._told.setText(airy(said))
        self.done_button.setEnabled(bool(kept))

    def _send(self) -> None:
        self.send(ScreenTopics(meeting=self.meeting_id, keep=self._model.kept))
