"""A small window that asks for something and sends it; it stays open when that is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from facilitator.acts import Command
from facilitator.desk.desk import NO_FILES, Desk
from facilitator.desk.meeting.asked import allow, only_looking
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.reading_order import bring_to_sight, step
from facilitator.desk.widgets import button, card, column, line, row, words
from facilitator.words.actions import BY_NAME


class _Scrolled(QScrollArea):
    """What a panel holds, where it is higher than the screen: it asks for all its height and takes less."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self.held = QWidget(self)
        self.setWidget(self.held)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def settle(self) -> None:
        """Take what has changed in it for what it is now: by itself it would, only later."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        held, bar = self.held, self.verticalScrollBar().sizeHint().width()
        high = held.heightForWidth(self.width() - bar) if held.hasHeightForWidth() else -1
        return QSize(held.sizeHint().width() + bar, max(high, held.sizeHint().height()))


HEARD = "panel.heard"
"""The property of an entry whose changes a panel hears of."""


class Panel(QDialog):
    """Fill `self.body`; give `finish` the words of its button and what it does.

    `send(*commands)` carries them out one after another; the first that is refused is told in the panel,
    which stays open, and the rest is not tried. Open it with `open()`, never `exec()`. It is never higher than
    the screen: what it holds scrolls then, its title and its buttons stay.
    """

    records = True
    """Whether its button records something; one that can only be closed is not asked."""

    def __init__(self, desk: Desk, title: str, parent: QWidget, *, width: int = 520) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(min(desk.px(width), 1280))
        self.body = QVBoxLayout()
        self.body.setSpacing(desk.px(12))
        self._said = words("", wrap=True, tone="bad", name="panel.said")
        self._box = card("bad")
        row(self._said, on=self._box, margins=desk.px(12))
        self._box.hide()
        self._foot = row(gap=desk.px(8))
        self._foot.addStretch(1)
        self._rolled: _Scrolled | None = None
        self._for_good = False
        self._pile = column(
            words(title, "item", wrap=True), self.body, self._box, line(), self._foot,
            gap=desk.px(16), margins=desk.px(24),
        )  # fmt: skip
        self.setLayout(self._pile)

    def finish(
        self,
        text: str,
        act: Callable[[], object],
        *,
        cancel: bool = True,
        name: str = "panel.done",
        for_good: bool = False,
    ) -> None:
        """The filled button that does it (also Enter), and one that does nothing (also Esc).

        `for_good`: what it takes away cannot be brought back, see `warn`.
        """
        if cancel:
            self._cancel = button(self.desk.t("Cancel"), name="panel.cancel")
            self._cancel.clicked.connect(self.reject)
            self._foot.addWidget(self._cancel)
        self.done_button = button(text, "primary", name=name)
        self.done_button.clicked.connect(act)
        self._foot.addWidget(self.done_button)
        self.warn(for_good=for_good)
        if cancel and self.records and (stuck := only_looking(self.desk)):
            allow(self.done_button, stuck)
            self.wrong(stuck)

    def warn(self, *, for_good: bool) -> None:
        """Outline the button in red if what it takes away never comes back: Enter leads there, no further."""
        self._for_good = for_good
        self.done_button.set_look("danger" if for_good else "primary")
        self.done_button.setDefault(not for_good)

    def end(self, text: str) -> None:
        """It is done and told: the one button that is left closes the panel."""
        self.done_button.setText(text)
        self.done_button.clicked.disconnect()
        self.done_button.clicked.connect(self.accept)
        self.warn(for_good=False)
        self.done_button.setFocus()
        self._cancel.hide()
        self.shrink()

    def say(self, notice: Notice) -> None:
        """Tell why it was not done; the panel stays."""
        self._said.setText(notice.text)
        self._box.setVisible(bool(notice.text))
        self.fit()
        if notice.text:
            QTimer.singleShot(0, self, self._show_entry)  # focused after the telling, often
            QTimer.singleShot(0, self, self._listen)  # emptied after the telling, sometimes

    def wrong(self, text: str) -> None:
        """Tell of an entry that cannot be meant."""
        self.say(Notice(Tone.REFUSED, text))

    def _listen(self) -> None:
        """Hear of the next change of any entry: of whatever Qt itself takes for what a widget holds."""
        for one in self.findChildren(QWidget):
            if one.property(HEARD) or isinstance(one, QScrollBar):
                continue
            told = one.metaObject().userProperty().notifySignal()
            if told.isValid():
                getattr(one, told.name().toStdString()).connect(self._mended)
            elif isinstance(one, QAbstractItemView) and one.selectionModel() is not None:
                one.selectionModel().currentChanged.connect(self._mended)
                one.model().dataChanged.connect(self._mended)
            one.setProperty(HEARD, True)

    def _mended(self) -> None:
        """What was told is over. Its room stays: no button moves away from under the pointer."""
        if self._box.isVisibleTo(self):
            keep_room(self._box, kept=True)
            self._box.hide()
            self._said.clear()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its words are at the width it has: names of any length may stand in it."""
        super().showEvent(event)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """It may have grown out of the screen while it is open."""
        super().resizeEvent(event)
        if event.size().height() > self._highest():
            QTimer.singleShot(0, self, self.fit)

    def _highest(self) -> int:
        return self.screen().availableGeometry().height() - self.desk.px(48)

    def shrink(self) -> None:
        """Be as high as what it holds, once that has become less."""
        keep_room(self._box, kept=False)
        self.resize(self.width(), 1)
        self.fit()

    def fit(self) -> None:
        """Be as high as what it holds, once that has become more, but never higher than the screen."""
        layout = self.layout()
        if layout is None or not self.isVisible():
            return
        if self._rolled is not None:
            self._rolled.settle()
        layout.activate()
        wide, most, by_width = self.width(), self._highest(), layout.hasHeightForWidth()
        least = layout.totalMinimumHeightForWidth(wide) if by_width else self.minimumHeight()
        if self._rolled is None and least > most:
            self._roll()
        wants = layout.totalHeightForWidth(wide) if by_width else layout.totalSizeHint().height()
        if (by_width and wants > self.height()) or self.height() > most:
            self.resize(wide, min(most, wants))
        self._rise()

    def _rise(self) -> None:
        """It grows downwards: its buttons are not to go out of the screen. Above it there is its title."""
        lowest = self.screen().availableGeometry().top() + self._highest() - self.height()
        if self.y() > lowest:
            self.move(self.x(), lowest)

    def _roll(self) -> None:
        """Put the body where it can scroll. Whoever has the keys keeps them; Tab goes as before."""
        had, place = self.focusWidget(), self._pile.indexOf(self.body)
        self._rolled = area = _Scrolled(self)
        held = area.held
        area.setAccessibleName(self.windowTitle())
        self._pile.removeItem(self.body)
        self.body.setParent(None)
        self.body.setContentsMargins(0, 0, self.desk.px(12), 0)
        held.setLayout(self.body)
        self._pile.insertWidget(place, area, 1)
        if any(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in held.findChildren(QWidget)):
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys of what is in it scroll it
        area.show()
        self._pile.activate()
        if had is not None:
            had.setFocus()

    def _show_entry(self) -> None:
        """Scroll to the entry in hand: the one that was refused may be out of sight."""
        bring_to_sight(self.focusWidget())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """As one reads, and to sight."""
        moved = step(self, forward=forward) or super().focusNextPrevChild(forward)
        self._show_entry()
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that is held down finishes one panel, not the next one too. The manual opens beside it."""
        if QKeySequence(event.keyCombination()) == QKeySequence(BY_NAME["manual"].keys):
            from facilitator.desk.manual.which import open_manual

            open_manual(self.desk, self)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            super().keyPressEvent(event)
            self._to_done()

    def _to_done(self) -> None:
        """Enter did nothing where nothing comes back: the keys go to the button, to be pressed once more."""
        if self._for_good and self.isVisible():
            self.done_button.setFocus()
            self._show_entry()

    def send(self, *commands: Command, files: Mapping[str, bytes] = NO_FILES) -> bool:
        """Carry out; close when all were taken. `files` are what they attach, by hash."""
        for command in commands:
            if not self.desk.do(command, say=self.say, files=files):
                return False
        self.accept()
        return True


def keep_room(widget: QWidget, *, kept: bool) -> None:
    """Whether a widget keeps its room while it is hidden."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(kept)
    widget.setSizePolicy(policy)


def as_high_as_its_rows(view: QAbstractItemView, least: int) -> None:
    """Let a list in a panel ask for the height of all its rows; where the screen has less, it scrolls."""
    view.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
    view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
    view.setMinimumHeight(least)
