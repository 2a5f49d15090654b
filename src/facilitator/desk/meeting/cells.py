"""The cells of the strip: each two lines, as wide as its widest words, so that nothing beside it ever moves."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import local
from facilitator.desk.meeting.needs import need_of
from facilitator.desk.widgets import chip, column, elided, row, tip, words
from facilitator.meeting import Meeting
from facilitator.words.figures import airy, clock, short_date
from facilitator.words.matters import meeting_words

SIDE, NARROW = 10, 8
"""Air at either side of a cell, and of one that has left words away."""
LARGE, SMALL = 20, 13


class Cell(QWidget):
    """One cell. At each level from 0 to `least` it shows less and is narrower; `wants` says how wide."""

    least = 0

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.desk, self.level = desk, 0
        self.setObjectName(name)

    def wants(self, level: int) -> int:
        """How wide the cell is at a level, whatever it will ever show there."""
        raise NotImplementedError

    def wear(self, level: int) -> None:
        """Show what there is room for, and take that room."""
        self.level = level
        self.setFixedWidth(self.wants(level))
        if (inner := self.layout()) is not None:
            inner.setContentsMargins(*self._margins())
        self.shed()

    def shed(self) -> None:
        """Hide what the level has no room for."""

    def show_meeting(self, meeting: Meeting) -> None:
        """Show how things are now."""
        raise NotImplementedError

    def advance(self, text: str, pixels: float, *, bold: bool = False) -> int:
        """How wide a text is in so many pixels."""
        return QFontMetrics(self.desk.theme.font(pixels, bold=bold)).horizontalAdvance(text) + 2

    def air(self, level: int) -> int:
        """The air at both sides together."""
        return 2 * self.desk.px(NARROW if level else SIDE)

    def lines(self, *pieces: QWidget | QBoxLayout | None) -> None:
        """Lay pieces out below one another."""
        column(None, *pieces, None, on=self, margins=self._margins(), gap=0)

    def _margins(self) -> tuple[int, int, int, int]:
        side = self.air(self.level) // 2
        return side, 0, side, 0


class TitleCell(Cell):
    """The body, and which of its meetings this is."""

    least = 3

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "strip.title")
        t = desk.t
        self._body, self._which = elided("", "head"), elided("", "small")
        self._sample = chip(t("Sample"), "sample", name="strip.sample")
        second = row(self._which, self._sample, None, gap=desk.px(8))
        self.lines(self._body, second)

    def _margins(self) -> tuple[int, int, int, int]:
        return self.desk.px(16 if self.level == 0 else 8), 0, self.desk.px(8), 0

    def wants(self, level: int) -> int:
        """As wide as the agenda below it, or less."""
        return self.desk.px((232, 176, 120, 76)[level])

    def shed(self) -> None:
        """The chip goes first; its word stands in the tip."""
        self._sample.setVisible(self._is_sample and self.level == 0)

    _is_sample = False

    def show_meeting(self, meeting: Meeting) -> None:
        """Name body and meeting."""
        which = airy(meeting_words(meeting, self.desk.lang))
        self._is_sample = meeting.council.sample
        self._body.setText(meeting.council.name)
        self._which.setText(meeting.call.title or which)
        t = self.desk.t
        told = [meeting.council.name, which, meeting.call.title]
        told += [t("Sample: all names are invented")] if self._is_sample else []
        tip(self, "\n".join(one for one in told if one))
        self.shed()


class NeedsCell(Cell):
    """What a motion needs."""

    least = 1

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "strip.needs")
        self._value, self._of = words("", "value", name="strip.needed"), words("", "small")
        self._width = [0, 0]
        self.lines(self._value, self._of)

    def wants(self, level: int) -> int:
        """Number and share; the number alone."""
        return self._width[level] + self.air(level)

    def show_meeting(self, meeting: Meeting) -> None:
        """Say what it needs now."""
        need = need_of(meeting, self.desk.t)
        self._value.setText(need.value)
        self._of.setText(need.of)
        value = self.advance(need.value, LARGE, bold=True)
        both = max(value, self.advance(need.of, SMALL))
        # Once as wide as it was, it stays so: another rule or number beside it must not push.
        self._width = [max(old, new) for old, new in zip(self._width, (both, value), strict=True)]
        tip(self, need.sentence)
        self.setAccessibleName(need.sentence)

    def shed(self) -> None:
        """The share goes; the whole rule stands in the tip."""
        self._of.setVisible(self.level == 0)


class ClockCell(Cell):
    """The time in the room, and the day."""

    least = 1

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "strip.clock")
        self._time, self._day = words("", "value", name="strip.time"), words("", "small")
        self.lines(self._time, self._day)
        self._meeting: Meeting | None = None
        desk.second.connect(self._tick)

    def wants(self, level: int) -> int:
        """Time and day; the time alone."""
        time = self.advance("00:00", LARGE, bold=True)
        day = self.advance(
            airy(short_date(self.desk.now().replace(month=12, day=28), self.desk.lang)), 13
        )
        return (max(time, day) if level == 0 else time) + self.air(level)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the time of the room."""
        self._meeting = meeting
        self._tick()

    def shed(self) -> None:
        """The day goes."""
        self._day.setVisible(self.level == 0)

    def _tick(self) -> None:
        if self._meeting is None:
            return
        now = local(self._meeting, self.desk.now())
        set_text(self._time, clock(now))
        set_text(self._day, airy(short_date(now.date(), self.desk.lang)))


def set_text(label: QWidget, text: str) -> None:
    """Give a label a text, if it is another one."""
    if label.property("text") != text:
        label.setProperty("text", text)
