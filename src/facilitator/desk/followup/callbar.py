"""Running calls on top of a page: how long until somebody should be there, and by how much it is over."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from facilitator import aftermath
from facilitator.aftermath import CallRow
from facilitator.desk.desk import Desk
from facilitator.desk.followup.reading import own
from facilitator.desk.view import View
from facilitator.desk.widgets import button, clear, column, elided, row, upright, words
from facilitator.desk.widgets.words import retone
from facilitator.session import Change
from facilitator.words.aftermath import at_words, span
from facilitator.words.figures import airy

MOST = 3
"""Clocks that are shown; of more it is said how many."""
WIDE = 860
"""Pixels at 100 % from which the bar of time is there."""


class CallBar(View):
    """A clock for each call that nobody has come for yet; nothing to see while there is none."""

    def __init__(self, desk: Desk, *, air: int = 0) -> None:
        super().__init__(desk)
        self._air = air
        self.setObjectName("calls.running")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._box = column(on=self, gap=desk.px(8))
        self._clocks: list[Clock] = []
        self._rows: list[CallRow] | None = None
        desk.second.connect(self._tick)
        self.refresh_now()

    def concerns(self, change: Change) -> bool:
        """Only calls start and stop clocks."""
        return change.stream.startswith("call/")

    def refresh(self) -> None:
        """Read which calls run: those whose time ends first come first."""
        rows = sorted(aftermath.calls(self.desk.session, running=True), key=due_of)
        if rows == self._rows:
            return
        self._rows = rows
        clear(self._box)
        self._clocks = [Clock(self.desk, one) for one in rows[:MOST]]
        for one in self._clocks:
            self._box.addWidget(one)
        if len(rows) > MOST:
            t = self.desk.t
            said = t.many("{n} more call runs.", "{n} more calls run.", len(rows) - MOST)
            more = button(airy(said), "link", "small", name="calls.more")
            more.clicked.connect(lambda: self.desk.go("followup", "", "~calls"))
            self._box.addLayout(row(more, None))
        # Never hidden: a hidden view would not hear of the next call.
        self._box.setContentsMargins(0, 0, 0, self._air if rows else 0)

    def _tick(self) -> None:
        if self.isVisible():
            for one in self._clocks:
                one.tick()


def due_of(call: CallRow) -> datetime:
    """When somebody should be on the spot."""
    return datetime.fromisoformat(call.made_at) + timedelta(minutes=call.minutes)


class Clock(QFrame):
    """One call: the time that is left, large; what it is about; how much of the time is gone."""

    def __init__(self, desk: Desk, call: CallRow) -> None:
        super().__init__()
        self._desk, self._call = desk, call
        t, px = desk.t, desk.px
        self.setObjectName(f"call.{call.call}")
        self._made = datetime.fromisoformat(call.made_at)
        self._due = due_of(call)
        self._sign = words("")
        self._time = words("", "clock", name=f"call.{call.call}.time")
        self._rest = words("", name=f"call.{call.call}.rest")
        what = t("{department} called: {matter}", department=call.department, matter=call.matter)
        self._bar = Bar(desk, self._made, self._due, call.minutes)
        reach = button(t("Somebody is here"), name=f"call.{call.call}.reach")
        reach.clicked.connect(self._reach)
        receive = button(t("Taken on"), "quiet", name=f"call.{call.call}.receive")
        receive.clicked.connect(self._receive)
        receive.setVisible(call.received_at is None)
        own(desk, reach, receive)
        said = column(elided(airy(what), "strong"), elided(self._about(), "secondary"), gap=px(2))
        self._box = row(
            self._sign, self._time, self._rest, upright(), said, self._bar, receive, reach,
            on=self, margins=(px(16), px(8), px(16), px(8)), gap=px(12),
        )  # fmt: skip
        self._box.setStretch(4, 1)
        self._late: bool | None = None
        self.tick()

    def _reach(self) -> None:
        from facilitator.desk.followup.callpanels import ReachPanel  # most days nobody is called

        ReachPanel(self._desk, self.window(), self._call).open()

    def _receive(self) -> None:
        from facilitator.desk.followup.callpanels import ReceivePanel

        ReceivePanel(self._desk, self.window(), self._call).open()

    def tick(self) -> None:
        """Set what the clock changes; after its time it turns, in sign, words and colour."""
        t, lang, now = self._desk.t, self._desk.lang, self._desk.now()
        late = now > self._due
        if late is not self._late:
            self._late = late
            self.setProperty("look", "clock-late" if late else "clock")
            self.style().unpolish(self)
            self.style().polish(self)
            icon, ink = ("triangle-alert", "bad_ink") if late else ("clock", "warn_ink")
            self._sign.setPixmap(self._desk.theme.pixmap(icon, ink, 24))
            retone(self._time, kind="figure" if late else "clock", tone="bad" if late else "warn")
        if late:
            over = int((now - self._due) / timedelta(minutes=1))
            said = span(max(1, over), lang)
            head = t("over by {time}", time=said)
            if not over:
                head = t("over by less than {time}", time=said)
            self._show(airy(head), t("nobody is there yet"))
        else:
            self._show(_left(self._due - now, lang), t("to be on the spot"))
        self._bar.show_time(now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bar.setVisible(self.width() >= self._desk.px(WIDE))

    def _show(self, time: str, rest: str) -> None:
        if self._time.text() != time:
            self._time.setText(time)
            self.setAccessibleName(f"{self._call.department}, {self._call.matter}, {time} {rest}")
        if self._rest.text() != rest:
            self._rest.setText(rest)

    def _about(self) -> str:
        """When it was called, by whom, where; who has taken it on."""
        t, call = self._desk.t, self._call
        parts = [t("called at {time}", time=_at(self._desk, call.made_at))]
        if call.caller:
            parts.append(t("{name} telephoned", name=call.caller))
        if call.place:
            parts.append(call.place)
        if call.received_at:
            parts.append(t("taken on at {time}", time=_at(self._desk, call.received_at)))
        return airy(t.within("between", ", ").join(parts))


def _at(desk: Desk, at: str) -> str:
    return at_words(datetime.fromisoformat(at), desk.now().date(), desk.lang)


def _left(left: timedelta, lang: str) -> str:
    """11:24; from two hours on 3 hours."""
    seconds = max(0, int(left / timedelta(seconds=1)))
    if seconds < 7200:
        return f"{seconds // 60}:{seconds % 60:02}"
    return airy(span(seconds // 60, lang))


class Bar(QWidget):
    """How much of the time is gone, with when it began and ends below it."""

    def __init__(self, desk: Desk, begin: datetime, end: datetime, minutes: int) -> None:
        super().__init__()
        self._desk, self._begin, self._end = desk, begin, end
        self._gone = 0.0
        today = desk.now().date()
        self._words = (
            at_words(begin, today, desk.lang),
            airy(span(minutes, desk.lang)),
            at_words(end, today, desk.lang),
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(desk.px(240), desk.px(40))

    def show_time(self, now: datetime) -> None:
        """Show how much is gone."""
        gone = min(1.0, max(0.0, (now - self._begin) / (self._end - self._begin)))
        if round(gone * 240) != round(self._gone * 240):
            self._gone = gone
            self.update()

    def sizeHint(self) -> QSize:
        """As drawn."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, theme, painter = self._desk.px, self._desk.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, px(4) + 0.5, self.width() - 1, px(12))
        shape = QPainterPath()
        shape.addRoundedRect(box, px(6), px(6))
        painter.fillPath(shape, theme.color("surface"))
        painter.setClipPath(shape)
        color = "bad" if self._gone >= 1 else "warn"
        gone = QRectF(box.left(), box.top(), box.width() * self._gone, box.height())
        painter.fillRect(gone, theme.color(color))
        painter.setClipping(False)
        painter.setPen(QPen(theme.color("edge"), 1))
        painter.drawPath(shape)
        painter.setFont(theme.font(14))
        painter.setPen(theme.color("soft"))
        room = QRectF(0, px(19), self.width(), px(20))
        flag = Qt.AlignmentFlag
        sides = (flag.AlignLeft, flag.AlignHCenter, flag.AlignRight)
        for text, side in zip(self._words, sides, strict=True):
            painter.drawText(room, int(side | flag.AlignVCenter), text)
