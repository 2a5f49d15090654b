"""The story of one matter, line by line: its day, what happened, the photos of it, and a way to correct it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.theme import Theme
from facilitator.desk.widgets import Button, button, clear, column, row, tip, words
from facilitator.words.aftermath import near
from facilitator.words.figures import airy
from facilitator.words.timeline import Line, Shown, Sign
from facilitator.words.tongue import mark

MOST = 12
"""Lines that are shown at once; of more the last ones."""
WHO = mark("From: {name}")
DOTS = {
    Sign.DONE: ("good", True),
    Sign.OPEN: ("accent", False),
    Sign.WARN: ("bad", False),
    Sign.LATER: ("warn", False),
}
"""Colour, and whether it is filled; the words say the same."""


class Dot(QWidget):
    """● or ○ before a line."""

    def __init__(self, theme: Theme, sign: Sign) -> None:
        super().__init__()
        self._theme, self._sign = theme, sign
        self.setFixedSize(theme.px(16), theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, filled = DOTS[self._sign]
        side = theme.px(12)
        spot = QRectF(theme.px(2), (self.height() - side) / 2, side, side)
        if filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(color))
        else:
            painter.setPen(QPen(theme.color(color), 2))
            spot.adjust(1, 1, -1, -1)
        painter.drawEllipse(spot)


class Story(QWidget):
    """`opened` with the files of a line and which is wanted; `wrong` with an entry that is to be struck.

    `who` is how a person is named below a line.
    """

    opened = Signal(object)
    wrong = Signal(str)

    def __init__(self, desk: Desk, *, most: int = MOST, who: str = WHO) -> None:
        super().__init__()
        self._desk, self._most, self._who = desk, most, who
        self._everything = False
        self._lines: Sequence[Line] = ()
        self._texts: dict[str, QLabel] = {}
        self._stuck = ""
        self.setObjectName("followup.story")
        self._box = column(on=self, gap=desk.px(2))

    def show_lines(self, lines: Sequence[Line], stuck: str) -> None:
        """Show these; `stuck` is why nothing of it can be corrected, "" if it can."""
        self._lines, self._stuck, self._everything = lines, stuck, False
        self._fill()

    @property
    def entries(self) -> set[str]:
        """The entries that are told, struck or not."""
        return {one.entry for one in self._lines if one.entry}

    def text_of(self, entries: set[str]) -> QLabel | None:
        """The words of the first of these entries; everything is shown where it is one that is left out."""
        if entries and not entries & self._texts.keys() and entries & self.entries:
            self._show_everything()
        return next((text for key, text in self._texts.items() if key in entries), None)

    def _fill(self) -> None:
        t, px = self._desk.t, self._desk.px
        clear(self._box)
        self._texts = {}
        left_out = 0 if self._everything else max(0, len(self._lines) - self._most)
        if left_out:
            said = airy(t.many("↑ {n} earlier", "↑ {n} earlier", left_out))
            more = button(said, "link", "tiny", name="followup.story.all")
            more.clicked.connect(self._show_everything)
            self._box.addLayout(row(px(100), more, None))
        today, lang = self._desk.now().date(), self._desk.lang
        shown = self._lines[left_out:]
        days = [words(airy(near(line.day, today, lang)), tone="soft") for line in shown]
        wide = max((one.sizeHint().width() for one in days), default=0)
        for line, day in zip(shown, days, strict=True):
            day.setFixedWidth(max(wide, px(72)))
            self._box.addLayout(self._line(line, day))

    def _show_everything(self) -> None:
        self._everything = True
        self._fill()

    def _line(self, line: Line, day: QLabel) -> QHBoxLayout:
        desk, px, lang = self._desk, self._desk.px, self._desk.lang
        text = words(airy(line.whole(lang)), wrap=True, tone="soft" if line.struck else "")
        if line.entry:
            self._texts[line.entry] = text
        middle = column(text, gap=px(2))
        if line.who:
            who = desk.t(self._who, name=line.who)
            middle.addWidget(words(who, "small", wrap=True))
        if line.files:
            middle.addLayout(self._files(line.files))
        dot = Dot(desk.theme, line.sign)
        made = row(dot, day, gap=px(8))
        made.addLayout(middle, 1)
        for one in (dot, day):
            made.setAlignment(one, Qt.AlignmentFlag.AlignTop)
        if line.entry and line.struck is None:
            wrong = self._correct(line)
            made.addWidget(wrong)
            made.setAlignment(wrong, Qt.AlignmentFlag.AlignTop)
        return made

    def _correct(self, line: Line) -> Button:
        t = self._desk.t
        made = button("", "quiet", "tiny", name=f"followup.wrong.{line.entry}")
        made.setIcon(self._desk.theme.icon("pencil", "soft"))
        made.setProperty("narrow", True)
        made.setAccessibleName(t("This is wrong: {line}", line=line.text))
        tip(made, t("This entry is wrong…"))
        made.clicked.connect(lambda _on=False, entry=line.entry: self.wrong.emit(entry))
        if self._stuck:
            made.setEnabled(False)
            tip(made, self._stuck)
        return made

    def _files(self, files: Sequence[Shown]) -> QHBoxLayout:
        """One button for all that are there; what was erased says so."""
        t, px = self._desk.t, self._desk.px
        made = row(gap=px(8))
        there = [one for one in files if not one.dropped]
        if there:
            photos = all(one.file.media.startswith("image/") for one in there)
            said = (
                t.many("{n} photo", "{n} photos", len(there))
                if photos
                else t.many("{n} file", "{n} files", len(there))
            )
            icon = self._desk.theme.icon("image" if photos else "paperclip", "accent_ink")
            look = button(airy(said), "link", "tiny", icon=icon, name="followup.files")
            look.setAccessibleName(f"{airy(said)}: {there[0].file.name}")
            shown = tuple(one.file for one in there)
            look.clicked.connect(lambda _on=False: self.opened.emit(shown))
            made.addWidget(look)
        for one in files:
            if one.dropped:
                gone = t("{name} was erased: {reason}", name=one.file.name, reason=one.dropped)
                made.addWidget(words(gone, "small", wrap=True), 1)
        if not any(one.dropped for one in files):
            made.addStretch(1)
        return made
