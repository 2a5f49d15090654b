"""Who has the floor: name, side, which time, and a clock that warns before the limit and shows what is over."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.item.deeds import Deed
from facilitator.desk.item.sides import SideChip
from facilitator.desk.theme import Theme
from facilitator.desk.widgets import GroupMark, chip, column, elided, row, words
from facilitator.desk.widgets.words import retone
from facilitator.meeting import Meeting
from facilitator.meeting.floor import Speech
from facilitator.meeting.timing import Pace, lasting, pace, turns
from facilitator.words.figures import airy, duration

LOOKS = {Pace.CALM: ("ink", "accent"), Pace.WARNING: ("warn", "warn"), Pace.OVER: ("bad", "bad")}
"""The tone of the clock's words and the colour of the bar."""
LEAST, FOLDS = 360, 560
"""Pixels: how narrow it can be, and from which width down it folds."""
MINUTE = 60


def minutes_seconds(seconds: int) -> str:
    """A running clock: 1:38, 0:07, 12:00; hours are minutes, too."""
    return f"{seconds // 60}:{seconds % 60:02}"


class Gauge(QWidget):
    """A bar that fills up as time is used."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._part, self._color = theme, 0.0, "accent"
        self.setFixedHeight(theme.px(8))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float, color: str) -> None:
        """Show so much of the whole (0 to 1) in the colour of a token."""
        if (part, color) != (self._part, self._color):
            self._part, self._color = min(1.0, part), color
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box, round_ = QRectF(self.rect()), self.height() / 2
        painter.setBrush(self._theme.color("empty"))
        painter.drawRoundedRect(box, round_, round_)
        box.setWidth(max(box.height(), box.width() * self._part))
        painter.setBrush(self._theme.color(self._color))
        painter.drawRoundedRect(box, round_, round_)


class Figures(QLabel):
    """The running clock: figures have nothing above and below the line, and take no room for it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("speaker.clock")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        retone(self, kind="clock")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(40))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class SpeakerCard(QFrame):
    """Frames whoever speaks. While nobody does it keeps its place and tells of the last speech."""

    def __init__(self, desk: Desk, end: Deed) -> None:
        super().__init__()
        self._desk = desk
        self._meeting: Meeting | None = None
        t, px = desk.t, desk.px
        self.setObjectName("speaker")
        self.setProperty("look", "accent")
        self._what = words(t("Speaking now"), "secondary")
        self._group = row(gap=0)
        self._name = elided("", "name", name="speaker.name")
        self._side = SideChip(desk.theme)
        self._host = chip(t("Host guides"), "accent", name="speaker.host")
        self._turn = words("", "secondary", name="speaker.turn")
        self._before = elided("", "secondary", name="speaker.before")
        self._end = end.button(name="floor.end")
        self._clock = Figures(desk.theme)
        self._left = words("", "secondary", name="speaker.left")
        self._left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._gauge = Gauge(desk.theme)
        for one in (self._end, self._clock, self._left, self._gauge):
            _keep_place(one)
        who = row(
            self._group, self._name, self._side, self._host, self._turn, None, gap=px(10)
        )  # fmt: skip
        self._top = QGridLayout()
        self._top.setHorizontalSpacing(px(16))
        self._top.setVerticalSpacing(0)
        self._top.setColumnStretch(0, 1)
        self._top.addLayout(column(self._what, who, self._before, gap=0), 0, 0, 2, 1)
        self._top.addWidget(self._clock, 0, 2)
        self._narrow: bool | None = None
        self._fold(narrow=False)
        margins = (px(16), px(10), px(16), px(12))
        column(self._top, self._gauge, on=self, margins=margins, gap=px(8))

    def minimumSizeHint(self) -> QSize:
        """It folds: see `_fold`."""
        return QSize(self._desk.px(LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold(narrow=self.width() < self._desk.px(FOLDS))

    def _fold(self, *, narrow: bool) -> None:
        """Where it is narrow, the button and what is left of the time stand on a line of their own."""
        if narrow is self._narrow:
            return
        self._narrow = narrow
        self._top.removeWidget(self._end)
        self._top.removeWidget(self._left)
        if narrow:
            self._top.addWidget(self._end, 2, 0, Qt.AlignmentFlag.AlignLeft)
            self._top.addWidget(self._left, 2, 1, 1, 2)
        else:
            self._top.addWidget(self._end, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
            self._top.addWidget(self._left, 1, 2)

    @property
    def speaking(self) -> bool:
        """Whether somebody is shown as speaking."""
        return self.property("look") == "accent" and self._meeting is not None

    def show_floor(self, meeting: Meeting, names: dict[str, str]) -> None:
        """Show who speaks, or that nobody does."""
        self._meeting = meeting
        speech = meeting.floor.speaking
        t = self._desk.t
        self._dress("accent" if speech else "resting")
        self._what.setText(t("Speaking now") if speech else t("Nobody is speaking"))
        for one in (self._name, self._turn, self._end, self._clock, self._left, self._gauge):
            one.setVisible(speech is not None)
        self._before.setVisible(speech is None)
        self._host.setVisible(speech is not None and speech.host)
        self._side.setVisible(speech is not None and not speech.host)
        if speech is None:
            self._tell_last(meeting, names)
            return
        self._mark(meeting, speech)
        self._name.setText(names.get(speech.speaker, speech.speaker))
        self._side.show_side(speech.side, self._desk.lang)
        number = turns(meeting, speech.item, speech.speaker)
        said = "" if speech.host else airy(t("speech {n}", n=number))
        by_leave = t("by leave of the meeting")
        self._turn.setText(f"{said} · {by_leave}" if speech.by_leave else said)
        self.tick()

    def tick(self) -> None:
        """A second is over."""
        speech = self._meeting.floor.speaking if self._meeting else None
        if self._meeting is None or speech is None:
            return
        steady = self._desk.steady(self._meeting)
        used = int(lasting(speech, steady).total_seconds())
        over = used - speech.limit
        at = pace(speech, steady)
        tone, color = LOOKS[at]
        self._clock.setText(
            f"+{minutes_seconds(over)}" if at is Pace.OVER else minutes_seconds(used)
        )
        self._left.setText(self._limit_words(speech, used, at))
        for label in (self._clock, self._left):
            wanted = tone if label is self._clock or at is not Pace.CALM else ""
            if label.property("tone") != wanted:
                retone(label, tone=wanted)
        self._gauge.setVisible(bool(speech.limit))
        self._gauge.show_part(used / speech.limit if speech.limit else 0.0, color)

    def _limit_words(self, speech: Speech, used: int, at: Pace) -> str:
        t, lang = self._desk.t, self._desk.lang
        if not speech.limit:
            return t("no limit")
        each = t("{time} each", time=minutes_seconds(speech.limit))
        if at is Pace.OVER:
            over = t("over time")
            return airy(f"{each} · {over}")
        rest = speech.limit - used
        clock = minutes_seconds(rest) if rest >= MINUTE else duration(rest, lang)
        left = t("{time} left", time=clock)
        return airy(f"{each} · {left}")

    def _tell_last(self, meeting: Meeting, names: dict[str, str]) -> None:
        """How long the speech before was, so that the host can say so."""
        t, lang = self._desk.t, self._desk.lang
        self._mark(meeting, None)
        said = [one for one in meeting.floor.speeches if one.item == meeting.agenda.in_hand]
        if not said:
            self._before.setText("")
            return
        last = said[-1]
        long = int(lasting(last, last.steady_began).total_seconds())
        text = t(
            "before: {name}, {time}",
            name=names.get(last.speaker, last.speaker),
            time=minutes_seconds(long),
        )
        if last.overrun:
            text += " · " + t("{time} over", time=duration(last.overrun, lang))
        self._before.setText(airy(text))

    def _mark(self, meeting: Meeting, speech: Speech | None) -> None:
        """The shape of the speaker's seat group; none for somebody without a seat."""
        while (old := self._group.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        keys = [group.key for group in meeting.charter.groups]
        key = meeting.group_of(speech.speaker) if speech else ""
        if key in keys:
            self._group.addWidget(GroupMark(self._desk.theme, keys.index(key), 16))

    def _dress(self, look: str) -> None:
        if self.property("look") != look:
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)


def _keep_place(widget: QWidget) -> None:
    """Take the same room while hidden: nothing below jumps when somebody begins or ends."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
