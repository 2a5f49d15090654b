"""The whole record of a meeting, over the page and above the line: to read back, to find, to put right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFrame, QLineEdit, QListView

from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.secretary.record_lines import RecordLine, RecordLines, Source
from facilitator.desk.secretary.rows import Whole
from facilitator.desk.secretary.writing import why_not
from facilitator.desk.widgets import button, column, elided, line, row, tip, words
from facilitator.words.figures import airy

Index = QModelIndex | QPersistentModelIndex


class Found(QSortFilterProxyModel):
    """The rows that hold the words looked for, of one source, of one item."""

    def __init__(self, lines: RecordLines, parent: QObject) -> None:
        super().__init__(parent)
        self._lines = lines
        self._words: tuple[str, ...] = ()
        self._source: Source | None = None
        self._item: str | None = None
        self.setSourceModel(lines)

    def look_for(self, text: str, source: Source | None, item: str | None) -> None:
        """Show what fits; nothing asked for is everything."""
        self._words = tuple(text.casefold().split())
        self._source, self._item = source, item
        self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        line = self._lines.lines[row]
        if self._source is not None and line.source is not self._source:
            return False
        if self._item is not None and line.item != self._item:
            return False
        if not self._words:
            return True
        held = f"{line.time} {line.who} {line.mark} {line.text}".casefold().replace("\u00a0", " ")
        bare = held.replace(" ", "")
        return all(word in held or word in bare for word in self._words)


class WholeRecord(QFrame):
    """A drawer. `leave` closes it, and so does Esc."""

    closed = Signal()

    def __init__(self, desk: Desk, meeting_id: str, lines: RecordLines) -> None:
        super().__init__()
        self._desk, self._id, self._lines = desk, meeting_id, lines
        self.setObjectName("record")
        self.setProperty("look", "choices")
        self._found = Found(lines, self)
        self._at_end = True
        self._laid_out = 0
        """How far the list could be scrolled when it last was."""
        self._make_list()
        self._make()
        action(desk, self, "record.find", self._find)

    def open_at(self, version: int = 0) -> None:
        """Show it with a row chosen; without one, at its end."""
        self._fill_items()
        self.show()
        self.raise_()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if version:
            self._choose(lambda line: line.version == version)
            self.list.scrollTo(self.list.currentIndex())
        else:
            self._to_end()
            self._choose(lambda line: line.source is Source.WRITTEN)

    def leave(self) -> None:
        """Close it; the keys go back to the line."""
        self.hide()
        self.closed.emit()

    @property
    def chosen(self) -> RecordLine | None:
        """The row that is chosen."""
        index = self.list.currentIndex()
        return index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.scheduleDelayedItemsLayout()

    def _make_list(self) -> None:
        t = self._desk.t
        self.list = QListView()
        self.list.setObjectName("record.list")
        self.list.setAccessibleName(t("The whole record"))
        self.list.setModel(self._found)
        self.list.setItemDelegate(Whole(self._desk, self.list))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # In batches, so that thousands of rows do not hold up the window.
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setTabKeyNavigation(False)
        self.list.activated.connect(lambda _index: self._correct())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self._found.rowsInserted.connect(self._grown)
        bar = self.list.verticalScrollBar()
        bar.rangeChanged.connect(self._keep_end)
        bar.valueChanged.connect(self._scrolled)

    def _make(self) -> None:
        desk, t, px = self._desk, self._desk.t, self._desk.px
        self.text = QLineEdit()
        self.text.setObjectName("record.text")
        self.text.setAccessibleName(t("Find in the record"))
        self.text.setPlaceholderText(t("Words or a name"))
        self.text.setClearButtonEnabled(True)
        self.source = QComboBox()
        self.source.setObjectName("record.source")
        self.source.setAccessibleName(t("Which lines"))
        for said, source in (
            (t("All lines"), None),
            (t("Written lines"), Source.WRITTEN),
            (t("Acts"), Source.NOTED),
        ):
            self.source.addItem(said, source)
        self.item = QComboBox()
        self.item.setObjectName("record.item")
        self.item.setAccessibleName(t("Which item"))
        self.item.setMaximumWidth(px(320))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self.text.textChanged.connect(lambda _text: self._timer.start(0))
        self.source.currentIndexChanged.connect(lambda _row: self._look())
        self.item.currentIndexChanged.connect(lambda _row: self._look())
        self._count = words("", "secondary", name="record.count")
        close = button(t("Close"), "quiet", "small", name="record.close", icon=desk.theme.icon("x"))
        close.clicked.connect(self.leave)
        self._put_right = button(t("Put right…"), "soft", "small", name="record.correct")
        self._put_right.clicked.connect(self._correct)
        self._why_not = elided(kind="secondary", name="record.why-not")
        title = words(t("The whole record"), "head")
        column(
            row(title, self._count, None, self.text, self.source, self.item, close, gap=px(8)),
            line(), self.list, line(),
            row(self._put_right, self._why_not, gap=px(12)),
            on=self, margins=px(12), gap=px(8),
        )  # fmt: skip

    def _fill_items(self) -> None:
        t = self._desk.t
        kept = self.item.currentData()
        self.item.blockSignals(True)
        self.item.clear()
        self.item.addItem(t("The whole meeting"), None)
        for one in self._desk.session.meeting(self._id).agenda.items:
            number = airy(t("Item {number}", number=one.number))
            self.item.addItem(f"{number}\u2002{one.title}", one.id)
        self.item.setCurrentIndex(max(0, self.item.findData(kept)) if kept else 0)
        self.item.blockSignals(False)
        self._look()

    def _look(self) -> None:
        source = self.source.currentData()  # Qt gives an enum of texts back as a text
        wanted = Source(source) if source else None
        self._found.look_for(self.text.text(), wanted, self.item.currentData())
        self._show_count()
        self._to_end()

    def _show_count(self) -> None:
        t = self._desk.t
        rows, of = self._found.rowCount(), self._lines.rowCount()
        if rows == of:
            self._count.setText(airy(t.many("{n} line", "{n} lines", of, n=f"{of:,}")))
        else:
            said = t.many("{rows} of {n} line", "{rows} of {n} lines", of, rows=rows, n=f"{of:,}")
            self._count.setText(airy(said))
        self._show_chosen()

    def _grown(self) -> None:
        """Something was recorded meanwhile; who reads at the end stays at the end."""
        if not self.isVisible():
            return
        self._show_count()

    def _to_end(self) -> None:
        """Go to the end, and stay there while rows are laid out or come in, until somebody scrolls."""
        last = self._found.rowCount() - 1
        if last >= 0:
            self.list.setCurrentIndex(self._found.index(last, 0))
        self._at_end = True
        self._keep_end()

    def _keep_end(self) -> None:
        bar = self.list.verticalScrollBar()
        if self._at_end:
            bar.setValue(bar.maximum())

    def _scrolled(self, value: int) -> None:
        """Whoever has scrolled away reads there; whoever scrolls to the end stays at the end."""
        bar = self.list.verticalScrollBar()
        if self._laid_out == bar.maximum():
            self._at_end = value == bar.maximum()
        self._laid_out = bar.maximum()

    def _choose(self, which: Callable[[RecordLine], bool]) -> None:
        """Choose the last of the rows shown that is meant."""
        for place in range(self._found.rowCount() - 1, -1, -1):
            index = self._found.index(place, 0)
            if which(index.data(Qt.ItemDataRole.UserRole)):
                self.list.setCurrentIndex(index)
                return

    def _find(self) -> None:
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def _show_chosen(self) -> None:
        reason = self._reason()
        self._put_right.setEnabled(not reason)
        tip(self._put_right, reason)
        self._put_right.setAccessibleDescription(reason)
        self._why_not.setText(reason)

    def _reason(self) -> str:
        """Why the chosen row cannot be put right; "" when it can."""
        t, chosen = self._desk.t, self.chosen
        if chosen is None:
            return t("No line is chosen.")
        if chosen.source is Source.NOTED:
            return t("This line tells of an act; put the act right where it was done.")
        if chosen.struck is not None:
            return t("A struck line stays as it is.")
        session = self._desk.session
        refused = why_not(session, session.meeting(self._id))
        return self._desk.sentence(refused) if refused is not None else ""

    def _correct(self) -> None:
        chosen = self.chosen
        if chosen is None or self._reason():
            return
        from facilitator.desk.secretary.correct import CorrectPanel

        CorrectPanel(self._desk, self, self._id, chosen.note).open()
