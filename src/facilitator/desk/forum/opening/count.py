"""Counting heads at the opening: one large field, steps of one and ten, and what was counted before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.heads import heads_field
from facilitator.desk.forum.host import HostCard
from facilitator.desk.meeting.asked import clock_at
from facilitator.desk.view import View
from facilitator.desk.widgets import Button, button, card, column, row, scrolling, words
from facilitator.meeting import Meeting
from facilitator.meeting.forum.rounds import CountHeads, people_here
from facilitator.words.figures import airy

STEPS = (1, 10)
SHOWN = 6
"""So many earlier counts are told."""


class BigField(QSpinBox):
    """Enter records what it holds, even when that is what was counted before."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.interpretText()
            self.editingFinished.emit()
            return
        super().keyPressEvent(event)


class CountView(View):
    """Enter or the button records the number; +1 and +10 record at once, so that a helper only presses."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        t, px = desk.t, desk.px
        self.setObjectName("count")
        self.meeting_id = meeting
        self.field = heads_field(desk, "count.heads", t("People here"), kind=BigField)
        self.field.setProperty("look", "huge")
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setFixedWidth(px(220))
        self.field.editingFinished.connect(self._entered)
        done = button(t("Count"), "soft", "big", name="count.done")
        done.clicked.connect(self.count)
        self._about = words("", "secondary", wrap=True, name="count.about")
        self._about.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._earlier = words("", "secondary", wrap=True, name="count.earlier")
        self._earlier.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = words(t("How many people are here?"), "item")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        steps = [self._step(step) for step in STEPS]
        main = QWidget()
        column(
            None,
            title,
            row(None, self._step(-1), self.field, *steps, None, gap=px(8)),
            row(None, done, None),
            self._about,
            self._earlier,
            None,
            on=main,
            gap=px(14),
            margins=px(16),
        )
        side, held = card("side-right"), QWidget()
        self._ready = words("", wrap=True, name="count.ready")
        column(HostCard(desk, meeting), self._ready, None, on=held, margins=px(16), gap=px(12))
        areas = scrolling(main), scrolling(held)
        for area in areas:
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(areas[1], on=side)
        side.setFixedWidth(px(328))
        whole = row(areas[0], side, on=self, gap=0)
        whole.setStretch(0, 1)
        self.setFocusProxy(self.field)
        self.refresh_now()

    def refresh(self) -> None:
        """Show the last count; a number that is being typed stays."""
        t, meeting = self.desk.t, self.desk.session.meeting(self.meeting_id)
        here, expected = people_here(meeting), meeting.theme.expected
        if not self._typing(here):
            self.field.setValue(here)
            self.field.selectAll()
        self._shown = here
        signed = sum(map(meeting.attendance.is_present, meeting.attendance.stays))
        said = [t.many("{n} person signed in by name", "{n} people signed in by name", signed)]
        if expected:
            said.insert(0, t("{n} expected", n=expected))
        self._about.setText(airy(" · ".join(said)))
        self._earlier.setText(airy(self._earlier_words(meeting)))
        self._ready.setText(airy(self._ready_words(meeting)))

    _shown = -1

    def _typing(self, here: int) -> bool:
        return (
            self.field.hasFocus()
            and self._shown >= 0
            and self.field.value() not in (self._shown, here)
        )

    def _earlier_words(self, meeting: Meeting) -> str:
        t = self.desk.t
        counts = meeting.rounds.total[-SHOWN:]
        told = t.within("between", ", ").join(
            t("{time}: {n}", time=clock_at(meeting, one.at), n=one.heads) for one in counts
        )
        return t("Counted: {counts}", counts=told) if told else t("Not counted yet.")

    def _ready_words(self, meeting: Meeting) -> str:
        """What the marketplace opens with."""
        t, places, slots = self.desk.t, len(meeting.matrix.places), len(meeting.matrix.slots)
        lines = [meeting.theme.question or t("There is no theme question yet.")]
        if places and slots:
            lines.append(t("{places} places, {slots} rounds", places=places, slots=slots))
        else:
            lines.append(t("Places and rounds are still missing; they can be added at the wall."))
        return "\n\n".join(lines)

    def _step(self, step: int) -> Button:
        t = self.desk.t
        made = button(f"{step:+d}".replace("-", "−"), "plain", "big", name=f"count.step.{step}")
        less = t.many("{n} person less", "{n} people less", -step)
        more = t.many("{n} person more", "{n} people more", step)
        made.setAccessibleName(more if step > 0 else less)
        made.clicked.connect(lambda: self._by(step))
        return made.quick()

    def _by(self, step: int) -> None:
        self.field.setValue(max(0, self.field.value() + step))
        self.count()

    def _entered(self) -> None:
        if self.field.hasFocus():
            self.count()

    def count(self) -> None:
        """Record the number, if it is another one."""
        meeting = self.desk.session.meeting(self.meeting_id)
        total = meeting.rounds.total
        if total and total[-1].heads == self.field.value():
            self.field.selectAll()
            return
        if self.desk.do(CountHeads(meeting=self.meeting_id, heads=self.field.value())):
            self.field.selectAll()
