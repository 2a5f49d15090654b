"""Which blocks minutes are made of, and in which order: chosen once for a body and remembered."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.settings import Settings
from facilitator.desk.widgets import button, column, row, words
from facilitator.papers.kinds.proceedings import ASKED
from facilitator.papers.kinds.proceedings import BLOCKS as BOOK
from facilitator.papers.kinds.record import BLOCKS as RECORD
from facilitator.papers.kinds.summary import BLOCKS as SUMMARY
from facilitator.words.codes import BLOCKS as TITLES
from facilitator.words.tongue import Tongue

Index = QModelIndex | QPersistentModelIndex
ALL: dict[str, tuple[str, ...]] = {
    "record": RECORD,
    "summary": SUMMARY,
    "proceedings": (*BOOK, *ASKED),
}
"""The blocks of the papers that have some, in the usual order."""


def chosen_blocks(settings: Settings, body: str, kind: str) -> tuple[str, ...]:
    """The blocks of a body's papers of that kind; () for all in the usual order, and for other papers."""
    if kind not in ALL:
        return ()
    picked = tuple(name for name, on in _remembered(settings, body, kind) if on)
    usual = tuple(name for name, on in _usual(kind) if on)
    return () if picked in ((), usual) else picked


def _usual(kind: str) -> list[tuple[str, bool]]:
    """Every block in its usual place; what has to be asked for is off."""
    return [(name, name not in ASKED) for name in ALL[kind]]


def _remembered(settings: Settings, body: str, kind: str) -> list[tuple[str, bool]]:
    """Every block with whether it is wanted, in the chosen order; what is new since then comes last."""
    said = settings.text(f"papers/{kind}.{body}").split(",")
    kept = [(name.lstrip("-"), not name.startswith("-")) for name in said]
    kept = [(name, on) for name, on in kept if name in ALL[kind]]
    known = {name for name, _ in kept}
    found = list(dict(kept).items()) + [
        (name, on) for name, on in _usual(kind) if name not in known
    ]
    return found if any(on for _, on in found) else _usual(kind)


class Blocks(QAbstractListModel):
    """The blocks of one kind of minutes: ticked or not, in their order. One always stays ticked."""

    chosen = Signal()
    """Another choice was made; it is remembered already."""

    def __init__(self, settings: Settings, t: Tongue, body: str, kind: str) -> None:
        super().__init__()
        self._settings, self._t = settings, t
        self._body, self._kind = body, kind
        self._blocks = _remembered(settings, body, kind)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._blocks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        name, on = self._blocks[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            t = self._t
            title = t.within(*TITLES[name])
            return title[:1].upper() + title[1:]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a block; the last that is ticked stays: a paper without any says nothing."""
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        name, was = self._blocks[index.row()]
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        if on == was or (not on and sum(ticked for _, ticked in self._blocks) == 1):
            return False
        self._blocks[index.row()] = (name, on)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self._remember()
        return True

    def move(self, at: int, by: int) -> bool:
        """Move a block up (-1) or down (1); whether there was room to."""
        to = at + by
        if not (0 <= at < len(self._blocks) and 0 <= to < len(self._blocks)):
            return False
        none = QModelIndex()
        self.beginMoveRows(none, at, at, none, to if by < 0 else to + 1)
        self._blocks.insert(to, self._blocks.pop(at))
        self.endMoveRows()
        self._remember()
        return True

    def reset(self) -> None:
        """All blocks, in the usual order."""
        self.beginResetModel()
        self._blocks = [(name, True) for name in ALL[self._kind]]
        self.endResetModel()
        self._remember()

    @property
    def usual(self) -> bool:
        """Whether nothing was chosen otherwise."""
        return self._blocks == [(name, True) for name in ALL[self._kind]]

    def _remember(self) -> None:
        said = ",".join(name if on else f"-{name}" for name, on in self._blocks)
        self._settings.keep_text(f"papers/{self._kind}.{self._body}", said)
        self.chosen.emit()


class BlockList(QListView):
    """The blocks as a list: Space ticks, Alt with an arrow moves."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_block(by)
        else:
            super().keyPressEvent(event)

    def move_block(self, by: int) -> None:
        """Move the block that is selected."""
        model, at = self.model(), self.currentIndex().row()
        if isinstance(model, Blocks) and model.move(at, by):
            self.setCurrentIndex(model.index(at + by))


class BlocksBox(QWidget):
    """The list with its buttons; `chosen` when another choice was made."""

    chosen = Signal()

    def __init__(self, desk: Desk, body: str, kind: str) -> None:
        super().__init__()
        t, px = desk.t, desk.px
        self.model = Blocks(desk.settings, t, body, kind)
        self.model.setParent(self)
        self.list = BlockList()
        self.list.setObjectName("papers.blocks")
        self.list.setAccessibleName(t("Parts of the paper, in their order"))
        self.list.setProperty("framed", "true")
        self.list.setModel(self.model)
        self.list.setCurrentIndex(self.model.index(0))
        self._up = button("", grade="small", name="papers.block.up", tip=t("Up (Alt+↑)"))
        self._up.quick().setIcon(desk.theme.icon("arrow-up"))
        self._down = button("", grade="small", name="papers.block.down", tip=t("Down (Alt+↓)"))
        self._down.quick().setIcon(desk.theme.icon("arrow-down"))
        self._usual = button(t("As usual"), "link", "small", name="papers.block.usual")
        self._up.clicked.connect(lambda: self.list.move_block(-1))
        self._down.clicked.connect(lambda: self.list.move_block(1))
        self._usual.clicked.connect(self.model.reset)
        self.model.chosen.connect(self.chosen)
        self.model.chosen.connect(self._refresh)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._refresh())
        label = words(t.within("papers", "Parts"), "strong")
        label.setBuddy(self.list)
        tools = row(label, None, self._up, self._down, gap=px(4))
        column(tools, self.list, row(self._usual, None), on=self, gap=px(6))
        self._refresh()
        self.list.setMinimumHeight(self.model.rowCount() * self.list.sizeHintForRow(0) + px(4))

    def _refresh(self) -> None:
        at = self.list.currentIndex().row()
        self._up.setEnabled(at > 0)
        self._down.setEnabled(0 <= at < self.model.rowCount() - 1)
        self._usual.setEnabled(not self.model.usual)
