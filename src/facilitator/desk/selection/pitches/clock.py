"""The pitch that is on: what is presented, by whom, and a clock that warns and runs over."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.item.speaking import LOOKS, Figures, Gauge, minutes_seconds
from facilitator.desk.meeting.asked import allow
from facilitator.desk.widgets import button, column, row, words
from facilitator.desk.widgets.words import retone
from facilitator.meeting import Meeting
from facilitator.meeting.selection.pitches import MOST_WHO, Pitch, next_pitch
from facilitator.meeting.selection.slate import Candidate
from facilitator.meeting.timing import Pace, pace_of
from facilitator.words.figures import airy, duration, money

MINUTE = 60


@dataclass(frozen=True, slots=True)
class Reading:
    """What the clock shows: seconds used of so many (0: no limit), and whether these are the questions."""

    used: int
    limit: int
    asking: bool

    @property
    def pace(self) -> Pace:
        """Whether the end is near, or over."""
        return pace_of(self.limit, self.used)


def reading(meeting: Meeting, pitch: Pitch, steady: datetime) -> Reading:
    """What the clock of a pitch shows at a time; `steady` as for `timing`."""
    said, asked = pitch.seconds(steady)
    if pitch.questions is None:
        return Reading(said, meeting.terms.pitch_seconds, asking=False)
    return Reading(asked, meeting.terms.question_seconds, asking=True)


class BigClock(Figures):
    """To be read from where the host stands."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self.setObjectName("pitch.clock")
        retone(self, kind="big-clock")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._desk.px(66))


class PitchCard(QFrame):
    """While nothing is presented it offers what comes next. `forward` is the one filled button of the table."""

    forward = Signal()
    ended = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t, px = desk.t, desk.px
        self._meeting: Meeting | None = None
        self.setObjectName("pitch")
        self.setProperty("look", "resting")
        self._what = words("", "secondary", name="pitch.what")
        self._title = words("", "name", wrap=True, name="pitch.title")
        self._facts = words("", "secondary", wrap=True, name="pitch.facts")
        self._clock = BigClock(desk)
        self._left = words("", "secondary", name="pitch.left")
        self._left.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._gauge = Gauge(desk.theme)
        self.who = QLineEdit()
        self.who.setObjectName("pitch.who")
        self.who.setMaxLength(MOST_WHO)
        self.who.setPlaceholderText(t("Presented by (name)"))
        self.who.setAccessibleName(t("Presented by"))
        self.who.returnPressed.connect(self.forward)
        self._on = button("", "primary", "big", name="pitch.forward")
        self._on.clicked.connect(self.forward)
        self._end = button(t("End without questions"), name="pitch.end")
        self._end.clicked.connect(self.ended)
        top = row(
            column(self._what, self._title, self._facts, gap=px(2)),
            column(self._clock, self._left, None, gap=0),
            gap=px(16),
        )
        top.setStretch(0, 1)
        self._acts = row(self._on, self._end, self.who, gap=px(8))
        self._acts.setStretch(2, 1)
        self._acts.addStretch(0)
        self.setMinimumWidth(1)  # as narrow as the table has it: the buttons fold
        column(
            top,
            self._gauge,
            self._acts,
            on=self,
            margins=(px(20), px(12), px(20), px(14)),
            gap=px(10),
        )

    def keys(self, forward: str, end: str) -> None:
        """Show the keys that do the same."""
        self._on.set_key(forward)
        self._end.set_key(end)

    def show_meeting(self, meeting: Meeting, why_not: str) -> None:
        """Show what is presented, or what comes next; `why_not` why it cannot begin."""
        self._meeting = meeting
        pitch = meeting.pitches.running()
        for one in (self._clock, self._left, self._gauge):
            one.setVisible(pitch is not None)
        self._dress("accent" if pitch is not None else "resting")
        if pitch is not None:
            self._show_pitch(meeting, pitch)
        else:
            self._show_next(meeting, why_not)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Buttons that have no room beside each other lie one below the other."""
        shown = [one.sizeHint().width() for one in (self._on, self._end) if not one.isHidden()]
        edges = 2 * self._desk.px(20) + self._desk.px(8) * len(shown)
        way = QBoxLayout.Direction
        narrow = sum(shown) + edges > self.width()
        self._acts.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def _show_pitch(self, meeting: Meeting, pitch: Pitch) -> None:
        t = self._desk.t
        asking = pitch.questions is not None
        self._what.setText(t("Questions now") if asking else t("Presented now"))
        self._describe(meeting, meeting.slate.candidate(pitch.candidate), pitch.who)
        self.who.hide()
        self._on.show()
        self._on.setText(t("Questions are over") if asking else t("Go on to questions"))
        allow(self._on, "", self._on.text())
        self._end.setVisible(not asking)
        self.tick()

    def _show_next(self, meeting: Meeting, why_not: str) -> None:
        t, then = self._desk.t, next_pitch(meeting)
        self._end.hide()
        self._on.setVisible(bool(then))
        self.who.setVisible(bool(then) and not why_not)
        if not then:
            over = bool(meeting.pitches.held)
            self._what.setText("")
            said = (
                t("All projects have been presented")
                if over
                else t("No project stands for selection yet")
            )
            self._title.setText(said)
            self._facts.setText("")
            return
        self._what.setText(t("Comes next"))
        self._describe(meeting, meeting.slate.candidate(then), "")
        self._on.setText(t("Begin the pitch"))
        allow(self._on, why_not, t("Begin the pitch"))

    def _describe(self, meeting: Meeting, one: Candidate, who: str) -> None:
        """No. 3 · 兴丰社区 · 申请 36,000 元 · 陈述人 何秀珍."""
        t, lang = self._desk.t, self._desk.lang
        self._title.setText(one.title)
        facts = [t("No. {n}", n=meeting.slate.numbers[one.id]), one.place]
        facts.append(t("asks for {sum}", sum=money(one.asked, lang)))
        if one.own:
            facts.append(t("own {sum}", sum=money(one.own, lang)))
        if who:
            facts.append(t("presented by {name}", name=who))
        self._facts.setText(airy(" · ".join(fact for fact in facts if fact)))

    def tick(self) -> None:
        """A second is over."""
        meeting = self._meeting
        pitch = meeting.pitches.running() if meeting is not None else None
        if meeting is None or pitch is None:
            return
        read = reading(meeting, pitch, self._desk.steady(meeting))
        tone, color = LOOKS[read.pace]
        over = read.used - read.limit
        text = f"+{minutes_seconds(over)}" if read.pace is Pace.OVER else minutes_seconds(read.used)
        self._clock.setText(text)
        self._left.setText(airy(self._limit_words(read)))
        for label, wanted in (
            (self._clock, tone),
            (self._left, tone if read.pace is not Pace.CALM else ""),
        ):
            if label.property("tone") != wanted:
                retone(label, tone=wanted)
        self._gauge.setVisible(bool(read.limit))
        self._gauge.show_part(read.used / read.limit if read.limit else 0.0, color)

    def _limit_words(self, read: Reading) -> str:
        t, lang = self._desk.t, self._desk.lang
        if not read.limit:
            return t("no limit")
        clock = minutes_seconds(read.limit)
        of = t("questions {time}", time=clock) if read.asking else t("pitch {time}", time=clock)
        if read.pace is Pace.OVER:
            return f"{of} · {t('over time')}"
        rest = read.limit - read.used
        left = minutes_seconds(rest) if rest >= MINUTE else duration(rest, lang)
        return f"{of} · {t('{time} left', time=left)}"

    def _dress(self, look: str) -> None:
        if self.property("look") != look:
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)
