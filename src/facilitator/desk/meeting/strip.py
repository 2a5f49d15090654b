"""The strip on top of a meeting: where it stands, who is here, what is needed, the time, what is recorded."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QIcon, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.acts import RuleViolation
from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, why_not
from facilitator.desk.meeting.cells import (
    Cell,
    ClockCell,
    NeedsCell,
    TitleCell,
)
from facilitator.desk.meeting.more import more_menu
from facilitator.desk.meeting.moving import move_on
from facilitator.desk.meeting.phases import (
    all_forward_words,
    entering,
    forward_words,
    next_phase,
    suggested,
)
from facilitator.desk.meeting.presence import PresenceCell
from facilitator.desk.meeting.recorded import RecordedCell
from facilitator.desk.meeting.stepper import Stepper
from facilitator.desk.meeting.switch import Switch
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, column, row, upright
from facilitator.meeting import Meeting
from facilitator.meeting.format import Stage
from facilitator.words.figures import airy

HEIGHT = 72
MOST_SAID = 2
"""Of what is still open, so many sentences are said."""
EVERYWHERE = Qt.ShortcutContext.WindowShortcut
WIDEST = 16_777_215
"""As wide as it likes (Qt's own limit)."""


class PhaseCell(Cell):
    """The phases, and at their right the button that leads to the next one."""

    least = 2

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk, "strip.phase")
        self.meeting_id = meeting
        self._stepper = Stepper(desk)
        self._on = button("", "soft", "small", name="strip.forward")
        self._on.setProperty("elides", True)
        policy = self._on.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._on.setSizePolicy(policy)
        self._words: list[str] = []
        row(self._stepper, self._on, on=self, margins=self._margins(), gap=desk.px(12))
        self.act = action(desk, self, "meeting.forward", self._by_key, context=EVERYWHERE)
        self._on.clicked.connect(self.go_on)

    def wants(self, level: int) -> int:
        """All words; the word of the present phase; and the button without its words."""
        stepper, gap = self._stepper.width_for(short=level > 0), self.desk.px(12)
        return stepper + gap + self._button_width(level) + self.air(level)

    def _button_width(self, level: int) -> int:
        px, metrics = self.desk.px, QFontMetrics(self.desk.theme.font(14, bold=True))
        if level > 1:
            return px(44)
        longest = max((metrics.horizontalAdvance(one) for one in self._words), default=0)
        return longest + px(26)

    def shed(self) -> None:
        """Take words away, from the stepper first."""
        self._stepper.shorten(self.level > 0)
        self._on.setFixedWidth(self._button_width(self.level))
        self._label(self.desk.session.meeting(self.meeting_id))

    def show_meeting(self, meeting: Meeting) -> None:
        """Show where it stands and what comes next."""
        self._stepper.show_meeting(meeting)
        self._words = all_forward_words(meeting, self.desk.t)
        self._label(meeting)

    def _label(self, meeting: Meeting) -> None:
        then = next_phase(meeting)
        self._on.setVisible(then is not None)
        if then is None:
            self.act.setEnabled(False)
            return
        said = forward_words(then, self.desk.t)
        short = self.level > 1
        self._on.setText("" if short else said)
        self._on.setIcon(self.desk.theme.icon("arrow-right", "accent_ink") if short else QIcon())
        self._on.set_look("soft" if suggested(meeting) else "plain")
        self._on.setAccessibleName(said)
        reason = why_not(self.desk, entering(meeting, then))
        key = self.act.shortcut().toString().replace("Return", "Enter")
        allow(self._on, reason, f"{said} ({key})")
        allow(self.act, reason)

    def _by_key(self) -> None:
        """Enter the next phase, but not by a slip in the middle of something: then say what is open."""
        meeting = self.desk.session.meeting(self.meeting_id)
        running = meeting.phase.stage is Stage.RUNNING
        if running and (hindrances := meeting.hindrances()):
            self._say_what_is_open([refusal for _, refusal in hindrances])
        else:
            self.go_on()

    def _say_what_is_open(self, refusals: list[RuleViolation]) -> None:
        t = self.desk.t
        said = self.desk.sentence(refusals[0])
        for one in refusals[1:MOST_SAID]:
            said = t("{sentence} {another}", sentence=said, another=self.desk.sentence(one))
        text = t(
            "{open} If it is to be so, the button “{button}” above goes on all the same.",
            open=said,
            button=self._on.accessibleName(),
        )
        self.desk.noticed.emit(Notice(Tone.REFUSED, airy(text)))

    def go_on(self) -> None:
        """Enter the next phase."""
        move_on(self.desk, self, self.meeting_id)


class SwitchCell(Cell):
    """What the room sees, and everything that is seldom wanted."""

    least = 1

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk, "strip.switches")
        t = desk.t
        self.meeting_id = meeting
        self._projector = Switch(desk, "strip.projector", t("Projector"))
        self._projector.clicked.connect(self._toggle)
        desk.projector.changed.connect(self._show)
        self._more = button(t("More"), "quiet", "small", name="strip.more")
        self._more.setIcon(desk.theme.icon("ellipsis"))
        self._more.setFixedHeight(desk.px(28))
        self._more.clicked.connect(self._open)
        self.lines(column(self._projector, self._more, gap=0))

    def wants(self, level: int) -> int:
        """With words, or without."""
        more = self._more.fontMetrics().horizontalAdvance(self.desk.t("More")) + self.desk.px(52)
        wide = max(self._projector.width_for(short=False), more)
        wide = wide if level == 0 else self._projector.width_for(short=True)
        return wide + self.air(level)

    def shed(self) -> None:
        """The words go; names stay for readers."""
        t, short = self.desk.t, self.level > 0
        self._projector.shorten(short)
        self._more.setText("" if short else t("More"))
        self._more.setAccessibleName(t("More about this meeting"))
        self._more.setToolTip(t("More about this meeting"))
        if short:
            self._more.setFixedWidth(self._projector.width_for(short=True))
        else:
            self._more.setMinimumWidth(0)
            self._more.setMaximumWidth(WIDEST)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show whether the room sees this meeting."""
        self.meeting_id = meeting.id
        self._show()

    def _show(self) -> None:
        projector = self.desk.projector
        on = projector.on and projector.meeting_id == self.meeting_id
        t = self.desk.t
        self._projector.show_on(on)
        self._projector.setToolTip(t("What the room sees (F9)"))

    def _toggle(self) -> None:
        self.desk.projector.toggle(self.meeting_id)
        self._show()

    def _open(self) -> None:
        menu = more_menu(self.desk, self.meeting_id, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


DROPS: tuple[tuple[str, int], ...] = (
    ("clock", 1),
    ("switches", 1),
    ("needs", 1),
    ("presence", 1),
    ("phase", 1),
    ("title", 1),
    ("recorded", 1),
    ("title", 2),
    ("phase", 2),
    ("presence", 2),
    ("title", 3),
    ("presence", 3),
)
"""What goes when there is no room, in this order: secondary words first, figures last."""


class Strip(View):
    """72 high. Cells keep their order and their widths; where there is no room, words go as `DROPS` says."""

    high, drops = HEIGHT, DROPS

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        self.meeting_id = meeting
        self.setObjectName("strip")
        self.setFixedHeight(desk.px(self.high))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.cells: dict[str, Cell] = self._cells()
        ground = card("strip")
        self._lay(ground)
        column(ground, on=self)
        self.refresh_now()

    def _cells(self) -> dict[str, Cell]:
        """What a motion needs is of no use where nobody can put one."""
        desk = self.desk
        needs = desk.session.meeting(self.meeting_id).format.has("motions")
        return {
            "title": TitleCell(desk),
            "phase": PhaseCell(desk, self.meeting_id),
            "presence": PresenceCell(desk),
            **({"needs": NeedsCell(desk)} if needs else {}),
            "clock": ClockCell(desk),
            "recorded": RecordedCell(desk),
            "switches": SwitchCell(desk, self.meeting_id),
        }

    def _lay(self, ground: QWidget) -> None:
        """One beside the other, with a hair line between."""
        pieces: list[QWidget | None] = []
        for n, cell in enumerate(self.cells.values()):
            pieces += [upright()] if n else []
            pieces.append(cell)
        row(*pieces, None, on=ground, gap=0)

    def refresh(self) -> None:
        """Show how things are now; widths follow only when the widest words have changed."""
        meeting = self.desk.session.meeting(self.meeting_id)
        for cell in self.cells.values():
            cell.show_meeting(meeting)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words away, or show them again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - len(self.cells)
        for key, level in fitting(self.cells, room, self.drops).items():
            self.cells[key].wear(level)


def fitting(
    cells: dict[str, Cell], room: int, drops: tuple[tuple[str, int], ...] = DROPS
) -> dict[str, int]:
    """The level of each cell, so that all of them together fit into so many pixels."""
    levels = dict.fromkeys(cells, 0)

    def total() -> int:
        return sum(cells[key].wants(level) for key, level in levels.items())

    dropped: list[tuple[str, int]] = []
    for key, level in drops:
        if total() <= room:
            break
        if key not in cells:
            continue
        levels[key] = level
        dropped.append((key, level))
    for key, level in reversed(
        dropped
    ):  # a later, larger drop may have made an earlier one needless
        if levels[key] == level:
            levels[key] = level - 1
            if total() > room:
                levels[key] = level
    return levels
