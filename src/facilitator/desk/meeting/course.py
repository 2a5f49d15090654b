"""The head of a meeting that goes through several phases: a lower strip, and below it the bar of its phases."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.forum.heads import HeadsPanel
from facilitator.desk.meeting.asked import clock_at, local
from facilitator.desk.meeting.cells import LARGE, SMALL, Cell, ClockCell, NeedsCell, set_text
from facilitator.desk.meeting.course_bar import PhaseBar
from facilitator.desk.meeting.presence import PresenceCell
from facilitator.desk.meeting.recorded import RecordedCell
from facilitator.desk.meeting.strip import Strip, SwitchCell
from facilitator.desk.widgets import button, chip, column, elided, row, tip, upright, words
from facilitator.meeting import Meeting
from facilitator.meeting.format import Stage
from facilitator.meeting.forum.rounds import people_here
from facilitator.words.figures import airy, short_date
from facilitator.words.moments import weekday_words

HIGH = 60
WIDEST = 640


class DayTitle(Cell):
    """What the meeting is called, where it takes place and on which day."""

    least = 3

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "strip.title")
        self._title, self._where = elided("", "head", name="strip.called"), elided("", "small")
        self._sample = chip(desk.t("Sample"), "sample", name="strip.sample")
        self._is_sample = False
        self.lines(self._title, row(self._where, self._sample, None, gap=desk.px(8)))

    def _margins(self) -> tuple[int, int, int, int]:
        return self.desk.px(16 if self.level == 0 else 8), 0, self.desk.px(8), 0

    def wants(self, level: int) -> int:
        """The strip gives it what the others leave."""
        return self.desk.px((320, 240, 168, 96)[level])

    def wide(self, room: int) -> None:
        """Take what room there is, but no more than the words need."""
        title = QFontMetrics(self.desk.theme.font(16, bold=True)).horizontalAdvance(
            self._title.text()
        )
        where = self.advance(self._where.text(), SMALL) + self.desk.px(64)
        needs = max(title, where) + self.desk.px(32)
        self.setFixedWidth(max(self.width(), min(room, needs, self.desk.px(WIDEST))))

    def shed(self) -> None:
        """The chip goes first; its word stands in the tip."""
        self._sample.setVisible(self._is_sample and self.level == 0)

    def show_meeting(self, meeting: Meeting) -> None:
        """Name it, with place and day: the one that was planned, until it is opened, perhaps on another."""
        t, lang, call = self.desk.t, self.desk.lang, meeting.call
        opened = meeting.life.opened
        held = local(meeting, opened.at if opened else call.planned).date()
        day = f"{airy(short_date(held, lang))} {weekday_words(held, lang)}"
        where = " · ".join(one for one in (call.place, day) if one)
        self._is_sample = meeting.council.sample
        self._title.setText(call.title or meeting.council.name)
        self._where.setText(where)
        told = [call.title, meeting.council.name, where]
        told += [t("Sample: all names are invented")] if self._is_sample else []
        tip(self, "\n".join(one for one in told if one))
        self.shed()


class HeadsCell(Cell):
    """How many people are here, and how that is known; the pencil counts anew."""

    least = 1
    list_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "strip.presence")
        t = desk.t
        self.meeting_id = ""
        self._here = words("", "value", name="strip.here")
        self._how = words("", "small", name="strip.counted")
        self._count = button(
            "", "quiet", "tiny", name="strip.count", tip=t("How many people are here…")
        )
        self._count.setIcon(desk.theme.icon("pencil"))
        self._count.setFixedSize(desk.px(28), desk.px(28))
        self._count.setProperty("narrow", True)
        everywhere = Qt.ShortcutContext.WindowShortcut
        self._act = action(desk, self, "forum.heads", self._open, context=everywhere)
        self._count.clicked.connect(self._act.trigger)
        both = column(self._here, self._how, gap=0)
        row(both, self._count, on=self, margins=self._margins(), gap=desk.px(4))

    def wants(self, level: int) -> int:
        """Number and how it is known; the number alone."""
        t, px = self.desk.t, self.desk.px
        many = self.advance(
            airy(t.many("{n} person here", "{n} people here", 888)), LARGE, bold=True
        )
        how = max(
            self.advance(one, SMALL)
            for one in (t("counted {time}", time="00:00"), t("by the sign-in list"))
        )
        button_room = px(32) if self._counts else 0
        return max(many, 0 if level else how) + button_room + self.air(level)

    _counts = True

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the last count, else who signed in."""
        t, total = self.desk.t, meeting.rounds.total
        self.meeting_id = meeting.id
        here = airy(t.many("{n} person here", "{n} people here", people_here(meeting)))
        how = t("by the sign-in list")
        if meeting.phase.stage is Stage.BEFORE:
            here = airy(t("{n} expected", n=meeting.theme.expected or "–"))
            how = ""
        elif total:
            how = airy(t("counted {time}", time=clock_at(meeting, total[-1].at)))
        set_text(self._here, here)
        set_text(self._how, how)
        self._counts = "heads" in meeting.phase.parts
        self._count.setVisible(self._counts)
        self._act.setEnabled(self._counts)
        self.setAccessibleName(f"{here} · {how}".rstrip(" ·"))
        tip(self._here, f"{here} · {how}".rstrip(" ·"))
        self.shed()

    def shed(self) -> None:
        """How it is known goes; it stands in the tip."""
        self._how.setVisible(self.level == 0 and bool(self._how.text()))

    def _open(self) -> None:
        panel = HeadsPanel(self.desk, self, self.meeting_id)
        panel.list_wanted.connect(self.list_wanted)
        panel.open()


class TimeCell(ClockCell):
    """The time in the room; the day stands in the title."""

    least = 0

    def wants(self, level: int) -> int:
        """The time alone."""
        return super().wants(1) + self.air(0) - self.air(1)

    def shed(self) -> None:
        """There is no second line."""
        self._day.hide()


class MotionCell(NeedsCell):
    """What a motion needs, while one lies before the room."""

    def wants(self, level: int) -> int:
        """Nothing while there is none."""
        return 0 if self.isHidden() else super().wants(level)

    def show_meeting(self, meeting: Meeting) -> None:
        """Appear with a motion."""
        on = motion_open(meeting)
        self.setVisible(on)
        if on:
            super().show_meeting(meeting)


class LowSwitches(SwitchCell):
    """The switches in a lower strip."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk, meeting)
        self._more.setProperty("grade", "tiny")


def motion_open(meeting: Meeting) -> bool:
    """Whether something waits to be voted on or is being voted on."""
    if "polls" not in meeting.phase.parts or meeting.phase.stage is not Stage.RUNNING:
        return False
    in_hand = meeting.agenda.in_hand
    return bool(meeting.polls.running or (in_hand and meeting.motions.open_on(in_hand)))


DROPS = (
    ("switches", 1),
    ("needs", 1),
    ("title", 1),
    ("presence", 1),
    ("recorded", 1),
    ("title", 2),
    ("title", 3),
)


class CourseStrip(Strip):
    """60 high: title with place and day; at the right what is needed, who is here, the time, the record."""

    high, drops = HIGH, DROPS

    def _cells(self) -> dict[str, Cell]:
        desk = self.desk
        counts = desk.session.meeting(self.meeting_id).format.has("heads")
        return {
            "title": DayTitle(desk),
            "needs": MotionCell(desk),
            "presence": HeadsCell(desk) if counts else PresenceCell(desk),
            "clock": TimeCell(desk),
            "recorded": RecordedCell(desk),
            "switches": LowSwitches(desk, self.meeting_id),
        }

    def _lay(self, ground: QWidget) -> None:
        """The title at the left, the rest at the right: what a motion needs comes and goes between them."""
        title, needs, *others = self.cells.values()
        pieces: list[QWidget | None] = [title, None, needs]
        for cell in others:
            pieces += [upright(), cell]
        row(*pieces, on=ground, gap=0)

    def _fit(self) -> None:
        super()._fit()
        title = self.cells["title"]
        assert isinstance(title, DayTitle)
        others = (
            sum(cell.width() for cell in self.cells.values() if not cell.isHidden()) - title.width()
        )
        title.wide(self.width() - others - len(self.cells))


class CourseHead(QWidget):
    """The strip and below it the bar of the phases."""

    people_wanted = Signal()
    """Somebody is to be signed in by name."""
    moved = Signal()
    """The day was moved on by the button or a pill."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__()
        self.strip, self.bar = CourseStrip(desk, meeting), PhaseBar(desk, meeting)
        presence = self.strip.cells["presence"]
        if isinstance(presence, HeadsCell):
            presence.list_wanted.connect(self.people_wanted)
        self.bar.moved.connect(self.moved)
        column(self.strip, self.bar, on=self, gap=0)
