"""Beside the door: how many have come, what that is enough for, who runs the meeting, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.desk.actions import key_of
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, clock_at, why_not
from facilitator.desk.meeting.calls import host_panel
from facilitator.desk.meeting.moving import move_on
from facilitator.desk.meeting.phases import earlier_phases, entering, forward_words, next_phase
from facilitator.desk.prepare.door import outlook_words
from facilitator.desk.view import View
from facilitator.desk.widgets import (
    GroupMark,
    button,
    card,
    clear,
    column,
    elided,
    line,
    row,
    scrolling,
    words,
)
from facilitator.meeting import Meeting
from facilitator.meeting.standing import try_out
from facilitator.words.figures import Unit, airy, counted, listing

WIDTH = 304
LOW = 440
"""Pixels at 100 %."""


class DoorSide(View):
    """What can be pressed stands at the bottom and never scrolls away."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        t, px = desk.t, desk.px
        self.meeting_id = meeting
        self.setFixedWidth(px(WIDTH))
        self._number, self._of = words("", "verdict", name="door.here"), words("", "", "soft")
        self._groups, self._by_group = column(gap=px(4)), QWidget()
        self._by_group.setLayout(self._groups)
        self._outlook = words("", wrap=True, name="door.outlook")
        box = card("rule")
        column(self._outlook, on=box, margins=px(12))
        self._host = elided("", "strong", name="door.host")
        self._host_state = words("", "small", wrap=True)
        self._change = button(t("Another host…"), grade="small", name="door.host.change")
        self._change.clicked.connect(self._change_host)
        host = column(
            words(t.within("header", "Host"), "small"), self._host, self._host_state, gap=0
        )
        content, inner = QWidget(), QWidget()
        column(inner, on=content)
        column(
            row(self._number, self._of, None, gap=px(6)),
            box,
            self._by_group,
            row(host, self._change, gap=px(8)),
            None,
            on=inner,
            gap=px(12),
            margins=(px(20), px(12), px(20), px(12)),
        )
        ground, area = card("side-right"), scrolling(content)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ways_card = self._ways()
        column(area, line(), self._ways_card, on=ground, gap=0)
        column(ground, on=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is low, the groups' numbers stand above the cards alone."""
        super().resizeEvent(event)
        self._by_group.setVisible(self.height() > self.desk.px(LOW))

    def refresh(self) -> None:
        """Show how things stand, and whether the meeting can be opened."""
        meeting, t = self.desk.session.meeting(self.meeting_id), self.desk.t
        whole = meeting.figures().whole
        self._number.setText(str(whole.present))
        self._of.setText(airy(t("of {n} here", n=whole.in_office)))
        self._show_groups(meeting)
        self._outlook.setText(airy(self._outlook_words(meeting)))
        self._show_host(meeting)
        self._show_ways(meeting)

    def _outlook_words(self, meeting: Meeting) -> str:
        """What a motion would need, or how many ballots a selection needs."""
        t, lang = self.desk.t, self.desk.lang
        if not meeting.format.has("slate"):
            return outlook_words(meeting, try_out(meeting, ""), lang, t)
        here = meeting.figures()
        empty = [
            group.title.text(lang)
            for group in meeting.charter.groups
            if not here.groups[group.key].present
        ]
        if empty:
            return t("Nobody is here yet of: {chambers}.", chambers=listing(empty, lang))
        ballots = counted(here.whole.present, Unit.BALLOTS, lang)
        return t("One ballot each: {ballots} so far.", ballots=ballots)

    def _show_groups(self, meeting: Meeting) -> None:
        clear(self._groups)
        groups = meeting.figures().groups
        if len(groups) < 2:
            return
        for index, group in enumerate(meeting.charter.groups):
            tally = groups[group.key]
            name = elided(group.title.text(self.desk.lang))
            number = words(f"{tally.present}/{tally.in_office}", "value")
            mark = GroupMark(self.desk.theme, index, 14)
            self._groups.addLayout(row(mark, name, None, number, gap=self.desk.px(8)))

    def _show_host(self, meeting: Meeting) -> None:
        t, host = self.desk.t, meeting.life.host
        name = self.desk.session.names(meeting).get(host, host)
        self._host.setText(name or t.within("host", "nobody yet"))
        self._change.setText(t("Another host…") if host else t("Name a host…"))
        here = meeting.attendance.is_present(host)
        came = meeting.attendance.stays[host][-1].came if here else None
        state = t("here since {time}", time=clock_at(meeting, came)) if came else t("not here yet")
        self._host_state.setText(airy(state) if host else "")

    def _ways(self) -> QWidget:
        desk, made = self.desk, QWidget()
        self._why = words("", "small", "warn", wrap=True, name="door.why")
        self._on = button("", "primary", "big", name="door.forward")
        self._on.setProperty("twin", True)  # of the one in the strip
        self._back = button("", "quiet", "small", name="door.back")
        for one, go in ((self._on, self._go_on), (self._back, self._go_back)):
            one.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            one.clicked.connect(go)
        px = desk.px
        margins = (px(20), px(12), px(20), px(8))
        column(self._why, self._on, self._back, on=made, margins=margins, gap=px(6))
        return made

    def _show_ways(self, meeting: Meeting) -> None:
        t, then = self.desk.t, next_phase(meeting)
        self._ways_card.setVisible(not meeting.format.has_course)  # the bar of the phases has them
        self._on.setVisible(then is not None)
        reason = why_not(self.desk, entering(meeting, then)) if then else ""
        if then is not None:
            self._on.setText(forward_words(then, t))
            self._on.set_key(key_of("meeting.forward"))
            if self._on.sizeHint().width() > self.width() - 2 * self.desk.px(20):
                self._on.set_key("")
            allow(self._on, reason)
        self._why.setText(reason)
        self._why.setVisible(bool(reason))
        back = next(iter(earlier_phases(meeting)), None)
        self._back.setVisible(back is not None)
        if back is not None:
            self._back.setText(t("Back to {phase}", phase=back.title.text(self.desk.lang)))
            allow(self._back, why_not(self.desk, entering(meeting, back)))

    def _change_host(self) -> None:
        meeting = self.desk.session.meeting(self.meeting_id)
        host_panel(self.desk, self, meeting).open()

    def _go_on(self) -> None:
        move_on(self.desk, self, self.meeting_id)

    def _go_back(self) -> None:
        meeting = self.desk.session.meeting(self.meeting_id)
        for back in earlier_phases(meeting)[:1]:
            self.desk.do(entering(meeting, back))
