"""The foot of a meeting's desk: what was recorded last, and the secretary's line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.acts import RuleViolation
from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.secretary.bar import Bar
from facilitator.desk.secretary.completion import Completion
from facilitator.desk.secretary.line import Line
from facilitator.desk.secretary.offer import Offer
from facilitator.desk.secretary.recent import Recent
from facilitator.desk.secretary.record_lines import RecordLines
from facilitator.desk.secretary.whole_record import WholeRecord
from facilitator.desk.secretary.writer import Writer
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, column, row
from facilitator.meeting import Meeting
from facilitator.meeting.format import Stage
from facilitator.session import Change
from facilitator.words.figures import airy

LOW = 768
"""Below this height of the window, at 100 %, one recorded line is shown instead of three."""
LOWEST = 600
"""Below this height the tables of several phases need the room of that one line, too."""
ROWS, ROWS_LOW, ROWS_WHILE_VOTING = 3, 1, 2


class Foot(View):
    """Shows the end of the record and takes what is written. No word typed here is lost: see `Writer`."""

    keys_back = Signal()
    """A line was recorded during a roll call (or given up): the keys go back to it."""

    def __init__(self, desk: Desk, meeting_id: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.meeting_id = meeting_id
        self.setObjectName("foot")
        self._elsewhere = False
        self._terse = desk.session.meeting(meeting_id).format.has_course
        """Whether one recorded line is enough: the tables of several phases want the room."""
        self._borrowed = False
        """Whether the writer has the keys in the middle of a roll call."""
        self._names_changed = False
        self.lines = RecordLines(desk, self)
        self.line = Line(desk)
        self.bar = Bar(desk)
        self.recent = Recent(desk, self.lines)
        self.recent.setFocusProxy(self.line.editor)
        self.writer = Writer(desk, meeting_id, self.line, self)
        self.offer = Offer(desk, self.line.editor)
        self.offer.setParent(self)
        self.offer.hide()
        self.completion = Completion(desk, self.line, self.writer, self.offer, self._meeting)
        self.whole = WholeRecord(desk, meeting_id, self.lines)
        self.whole.setParent(self)
        self.whole.hide()
        self.bar.setParent(self)
        self.why_not: RuleViolation | None = None
        """Why nothing can be written now."""
        self._make()
        self._connect()
        self.refresh_now()

    def _make(self) -> None:
        desk, px, t = self.desk, self.desk.px, self.desk.t
        self._all = button(t("The whole record"), "quiet", "small", name="record.open")
        beside = column(self._all, None)
        ground = card("foot")
        told = row(self.recent, beside, gap=px(8))
        margins = (px(16), px(8), px(16), px(12))
        column(told, self.line, on=ground, margins=margins, gap=px(8))
        column(ground, on=self, gap=0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        within = Qt.ShortcutContext.WindowShortcut
        action(desk, self, "line", self.take_keys, context=within)
        opening = action(desk, self, "record", self.open_record, context=within)
        self._all.follow(opening, text=False)

    def _connect(self) -> None:
        editor = self.line.editor
        editor.left.connect(self._done_writing)
        editor.focused.connect(self._focused)
        self.line.asked.connect(self.take_keys)
        self.bar.again.connect(self.writer.again)
        self.writer.recorded.connect(self._done_writing)
        self.writer.said.connect(self._say)
        self.whole.closed.connect(self._record_closed)
        self.recent.opened.connect(self.open_record)
        # They lie over the page, and do not outlive this.
        self.destroyed.connect(self.offer.deleteLater)
        self.destroyed.connect(self.whole.deleteLater)

    # What the page asks for.

    def take_keys(self) -> None:
        """The keys go into the line (F2)."""
        if self.why_not is not None and self.line.editor.blank():
            if self.why_not.code != "only-looking":  # that stands above the page already
                self.desk.noticed.emit(Notice(Tone.REFUSED, self.desk.sentence(self.why_not)))
            return
        self._borrowed = self._elsewhere
        self._show_keys()
        self.line.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keys_elsewhere(self, on: bool) -> None:
        """While a roll call has the keys the line is grey and says how to come back."""
        if on and self.line.editor.composing:
            QGuiApplication.inputMethod().commit()
        self._elsewhere, self._borrowed = on, False
        self.offer.hide()
        self._show_keys()
        self._arrange()

    def open_record(self, version: int = 0) -> None:
        """Open the whole record above the line (at a row, or at its end), or close it."""
        if self.whole.isVisible():
            self.whole.leave()
            return
        self._place_record()
        self.whole.open_at(version)

    # What is shown.

    def concerns(self, change: Change) -> bool:
        if change.everything or change.stream == f"body/{self._meeting().council.body}":
            self._names_changed = True
            return True
        return change.stream == f"meeting/{self.meeting_id}"

    def refresh(self) -> None:
        with self.desk.asking():
            meeting = self._meeting()
            self.lines.read(meeting, anew=self._names_changed)
            self._names_changed = False
            self.why_not = self.writer.why_not()
            self._show_item(meeting)
            self._show_keys()

    def _meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    def _show_item(self, meeting: Meeting) -> None:
        t = self.desk.t
        item, begun = meeting.agenda.in_hand, self.writer.item
        changed = ""
        if begun != item and not self.line.editor.blank():
            changed = t("It was begun under another item; it will stand here.")
        self.line.show_item(self._item_name(meeting, item), changed)

    def _item_name(self, meeting: Meeting, item: str) -> str:
        t = self.desk.t
        found = meeting.agenda.get(item) if item else None
        if found is not None:
            return airy(t("Item {number}", number=found.number))
        running = meeting.phase.stage is Stage.RUNNING and not meeting.phase.lead
        return t("Between items") if running else meeting.phase.title.text(self.desk.lang)

    def _show_keys(self) -> None:
        """Open, unless the keys are elsewhere or nothing may be written; words that wait stay in sight."""
        t = self.desk.t
        if self._elsewhere and not self._borrowed:
            if self.line.editor.hasFocus():
                self.line.editor.clearFocus()
            self.line.show_keys(self._elsewhere_words())
        elif self.why_not is not None and self.line.editor.blank():
            said = t("Nothing can be written now: {why}", why=self.desk.sentence(self.why_not))
            self.line.show_keys(said, back=False)
        else:
            self.line.show_keys()

    def _elsewhere_words(self) -> str:
        t = self.desk.t
        waiting = " ".join(self.line.editor.text()[:200].split())
        if waiting:
            return t("The keys are for the roll call; F2 goes on with: {text}", text=waiting)
        return t("The keys are for the roll call. F2 writes a line, then they go back.")

    def _say(self, text: str, again: bool) -> None:
        self.bar.say(text, again=again)
        self._arrange()
        self.line.show_trouble(self.writer.in_trouble)

    def _arrange(self) -> None:
        """So many recorded lines as there is room for."""
        height, px = self.window().height(), self.desk.px
        low = height < px(LOW) or self._terse
        rows = ROWS_LOW if low else ROWS_WHILE_VOTING if self._elsewhere else ROWS
        covered = 0 if self.bar.isHidden() else self.bar.height()
        lowest = self._terse and height < px(LOWEST) and not covered
        self.recent.setVisible(not lowest)
        self._all.setVisible(not lowest)
        self.recent.show_rows(rows, covered)
        self._place_bar()

    # Who has the keys.

    def _done_writing(self) -> None:
        """Recorded, or given up with Esc: during a roll call the keys go back."""
        self.offer.hide()
        self._show_item(self._meeting())
        if self._elsewhere:
            self._borrowed = False
            self._show_keys()
            self.keys_back.emit()

    def _focused(self, on: bool) -> None:
        if on:
            return
        self.offer.hide()
        self.writer.flush()
        if self._borrowed:
            self._borrowed = False
            self._show_keys()

    def _record_closed(self) -> None:
        if self._elsewhere:
            self.keys_back.emit()
        else:
            self.take_keys()

    # Where everything lies.

    def _place_record(self) -> None:
        """Over the page, down to the line."""
        page = self.parentWidget() or self
        if self.whole.parent() is not page:
            self.whole.setParent(page)
        bottom = self.line.mapTo(page, QPoint(0, 0)).y() if page is not self else self.line.y()
        left = self.mapTo(page, QPoint(0, 0)).x() if page is not self else 0
        top = min(self.desk.px(72), bottom // 4)
        air = self.desk.px(8)
        self.whole.setGeometry(left + air, top, self.width() - 2 * air, bottom - top - air // 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self._arrange()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)
        self.writer.catch_up()
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        self.offer.hide()
        self.whole.hide()
        self.writer.flush()
        super().hideEvent(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()

    def _place_bar(self) -> None:
        """Over the lowest recorded line, so that nothing moves."""
        left = self.recent.mapTo(self, QPoint(0, 0)).x()
        bottom = self.recent.mapTo(self, QPoint(0, self.recent.maximumHeight())).y()
        wide = self.width() - 2 * left
        self.bar.setGeometry(left, bottom - self.bar.height(), wide, self.bar.height())
        self.bar.raise_()

    def _follow(self) -> None:
        self._place_bar()
        self.completion.follow()
        if self.whole.isVisible():
            self._place_record()
