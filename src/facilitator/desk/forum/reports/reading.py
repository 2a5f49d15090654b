"""A report as people read it: the fields in the order of the form, what was added, what was corrected."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QTextEdit
from shiboken6 import isValid

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import clock_at
from facilitator.meeting import Meeting
from facilitator.meeting.forum.reports import Report, Sheet
from facilitator.meeting.forum.wall import Topic
from facilitator.meeting.part import Change
from facilitator.words.figures import airy, listing, short_date
from facilitator.words.forum import topic_number


class Reading(QTextEdit):
    """Words to read, to select and to scroll through by keys; plain text whatever was written."""

    def __init__(self, desk: Desk, *, name: str, says: str) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setProperty("look", "reading")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setCursorWidth(0)
        kinds = Qt.TextInteractionFlag
        self.setTextInteractionFlags(kinds.TextSelectableByMouse | kinds.TextSelectableByKeyboard)

    def begin(self, size: float = 15, margin: int = 16) -> Writer:
        """Take out what is shown and write anew."""
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(self.desk.px(margin))
        return Writer(self.desk, document, size)

    def show_written(self, writer: Writer) -> None:
        """Show what was written."""
        old = self.document()
        self.setDocument(writer.document)
        if isValid(old):  # Qt takes away the one it made itself
            old.deleteLater()


class Writer:
    """Writes reports into a document; `size` is that of ordinary words in pixels at 100 %."""

    def __init__(self, desk: Desk, document: QTextDocument, size: float) -> None:
        self.desk, self.document, self._size = desk, document, size
        self._cursor = QTextCursor(document)
        self._begun = False

    def card(self) -> None:
        """What follows stands on a card."""
        theme, px = self.desk.theme, self.desk.px
        frame = QTextFrameFormat()
        frame.setBackground(theme.color("surface"))
        frame.setBorder(1)
        frame.setBorderBrush(theme.color("line"))
        frame.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        frame.setPadding(px(16))
        frame.setBottomMargin(px(16))
        self._cursor = self.document.rootFrame().lastCursorPosition()
        between = QTextBlockFormat()
        between.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._cursor.setBlockFormat(between)
        self._cursor.insertFrame(frame)
        self._begun = False

    def report(
        self, meeting: Meeting, topic: Topic, report: Report, names: Mapping[str, str]
    ) -> None:
        """The whole of a report."""
        t = self.desk.t
        number = topic_number(topic.number)
        self._block(above=0)
        self._put(f"{number}  ", bold=True, size=self._size + 4, color="accent_ink")
        self._put(topic.title, bold=True, size=self._size + 4)
        conveners = listing((names.get(one, one) for one in topic.conveners), self.desk.lang)
        self._field(t("Convener"), conveners)
        self.sheet(report.sheet, names, beside=True)
        for addition in report.additions:
            who = names.get(addition.person, addition.person) or t("Somebody")
            at = clock_at(meeting, addition.recorded.at)
            self._label(airy(t("Added by {who}, {time}", who=who, time=at)))
            self._text(addition.text)
        for change in report.changes:
            self._change(meeting, change, names)

    def sheet(
        self, sheet: Sheet, names: Mapping[str, str], *, old: bool = False, beside: bool = False
    ) -> None:
        """A filled-in form; `old` is one that was corrected since, `beside` goes on in the same line."""
        t, lang, text = self.desk.t, self.desk.lang, sheet.text
        color = "soft" if old else "ink"
        if sheet.recorder:
            if beside:
                self._put("\u2003\u2003", color)
            recorder = names.get(sheet.recorder, sheet.recorder)
            self._field(t("Recorder"), recorder, color, below=not beside)
        people = listing((names.get(one, one) for one in sheet.participants), lang)
        if sheet.heads > len(sheet.participants):
            said = t.many("{n} person in all", "{n} people in all", sheet.heads)
            people = f"{people}{t('; ')}{said}" if people else said
        if people:
            self._field(t("Took part"), airy(people), color)
        if sheet.blank:
            self._text(t("The group met and wrote nothing down."), "soft")
        if text.points:
            self._label(t("Discussion"), color)
            for n, point in enumerate(text.points, 1):
                self._numbered(n, point, color)
        if text.next_steps:
            self._label(t("Next steps"), color)
            for n, step in enumerate(text.next_steps, 1):
                by = airy(short_date(step.by, lang)) if step.by else ""
                who = t("{who}: {what}", who=step.who, what=step.what) if step.who else step.what
                self._numbered(n, t("{what} ({when})", what=who, when=by) if by else who, color)
        for title, said in (
            (t("Recommendations"), text.recommendations),
            (t("What is needed for it"), text.resources),
            (t("Words to others"), text.requests),
        ):
            if said:
                self._label(title, color)
                self._text(said, color)

    def _change(self, meeting: Meeting, change: Change, names: Mapping[str, str]) -> None:
        t = self.desk.t
        at = clock_at(meeting, change.recorded.at)
        said = t(
            "Corrected {time} by {who}: {reason}",
            time=at, who=change.recorded.actor, reason=change.reason,
        )  # fmt: skip
        self._label(airy(said), "warn_ink")
        self._text(t("Before, it said:"), "soft")
        self.sheet(msgspec.json.decode(change.old, type=Sheet), names, old=True)

    def line(self, number: str, title: str, note: str) -> None:
        """One topic in a line."""
        self._block()
        self._put(f"{number}  ", "accent_ink", bold=True)
        self._put(title)
        self._put(f"\u2003{note}", "soft")

    # Blocks.

    def _block(self, above: float = 4, indent: float = 0) -> None:
        px = self.desk.px
        block = QTextBlockFormat()
        block.setTopMargin(px(above))
        block.setLineHeight(112, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block.setLeftMargin(px(indent))
        block.setTextIndent(-px(indent))
        if self._begun:
            self._cursor.insertBlock(block)
        else:
            self._cursor.setBlockFormat(block)
            self._begun = True

    def _put(
        self, text: str, color: str = "ink", *, bold: bool = False, size: float | None = None
    ) -> None:
        look = QTextCharFormat()
        look.setFont(self.desk.theme.font(size or self._size, bold=bold))
        look.setForeground(self.desk.theme.color(color))
        self._cursor.insertText(text.replace("\n", "\u2028"), look)

    def _label(self, text: str, color: str = "ink") -> None:
        self._block(above=12)
        self._put(text, color, bold=True)

    def _field(self, label: str, text: str, color: str = "ink", *, below: bool = True) -> None:
        if below:
            self._block()
        self._put(f"{label}\u2002", "soft")
        self._put(text, color)

    def _text(self, text: str, color: str = "ink") -> None:
        for piece in text.split("\n"):
            self._block()
            self._put(piece, color)

    def _numbered(self, number: int, text: str, color: str) -> None:
        self._block(above=2, indent=30)
        self._put(f"{number}\u2003", "soft")
        self._put(text, color)
