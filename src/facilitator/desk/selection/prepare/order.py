"""The order of the pitches: drawn before everybody, or set by hand with drag, keys and buttons."""

from __future__ import annotations

from dataclasses import replace
from random import Random, SystemRandom

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, why_not
from facilitator.desk.prepare.terse import TerseRow
from facilitator.desk.selection.projects import ProjectList
from facilitator.desk.selection.rows import ProjectRow, pitch_rows
from facilitator.desk.view import View
from facilitator.desk.widgets import Button, button, card, column, elided, line, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.selection.pitches import How, OrderPitches, in_order
from facilitator.words.figures import airy

TURNS, EVERY = 12, 90
"""How often the list is mixed before everybody's eyes, and every how many milliseconds."""


class OrderCard(View):
    """Drawing mixes the list in sight and stops; what it stopped at is what is recorded."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        t, px = desk.t, desk.px
        self.setObjectName("order")
        self.meeting_id = meeting
        self.chance: Random = SystemRandom()
        """What mixes the list. Only a demonstration brings one of its own."""
        self._turns = 0
        self._mixed: list[str] = []
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._turn)
        self.list = ProjectList(desk, name="order.list", says=t("Order of the pitches"), grip=True)
        self.list.moved.connect(self._move)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._ask())
        self._how = elided("", "secondary", name="order.how")
        head = row(
            words(t("Order of the pitches"), "head"), self._how,
            margins=(px(20), px(14), px(20), px(10)), gap=px(12),
        )  # fmt: skip
        head.setStretch(1, 1)
        acts = column(self._made_acts(), margins=(px(12), px(6), px(12), px(8)))
        box = card()
        whole = column(head, line(), self.list, line(), acts, on=box, gap=0)
        whole.setStretch(2, 1)
        column(box, on=self)
        self.setFocusProxy(self.list)
        self.refresh_now()

    def refresh(self) -> None:
        """Show the order as it is; while it is being drawn, as it is mixed."""
        meeting = self._meeting()
        if not self._mixed:
            self.list.show_rows(self._rows(meeting))
        self.list.setFixedHeight(
            self.list.sizeHintForRow(0) * min(8, max(2, len(meeting.slate.all))) + 2
        )
        self._how.setText(airy(self._how_words(meeting)))
        self._ask()

    def _rows(self, meeting: Meeting) -> tuple[ProjectRow, ...]:
        return tuple(one for one in pitch_rows(self.desk, meeting) if one.open or one.place)

    def _how_words(self, meeting: Meeting) -> str:
        t = self.desk.t
        if self._mixed:
            return t("Drawing…")
        if not meeting.pitches.order:
            return t("not settled yet: as on the slate")
        drawn = meeting.pitches.how is How.DRAWN
        return t("drawn by lot, recorded") if drawn else t("set by hand, recorded")

    def _made_acts(self) -> QWidget:
        t, icon = self.desk.t, self.desk.theme.icon
        self._draw = button(t("Draw the order"), "soft", "small", name="order.draw")
        self._draw.setIcon(icon("refresh-cw", "accent_ink"))
        self._draw.clicked.connect(self.draw)
        self._keep = button(t("Keep it so"), "quiet", "small", name="order.keep")
        self._keep.setIcon(icon("check"))
        self._keep.clicked.connect(self.keep)
        self._steps: dict[int, Button] = {}
        for by, sign, said in (
            (-1, "arrow-up", t("Move up (Alt+↑)")),
            (1, "arrow-down", t("Move down (Alt+↓)")),
        ):
            made = button("", "quiet", "small", name=f"order.{sign[6:]}", tip=said)
            made.setIcon(icon(sign))
            made.setProperty("narrow", True)
            made.clicked.connect(lambda _on=False, by=by: self.list.step(self.list.current, by))
            self._steps[by] = made.quick()
        return TerseRow(self.desk, self._draw, self._keep, None, *self._steps.values(), gap=4)

    def _ask(self) -> None:
        meeting, t = self._meeting(), self.desk.t
        order = tuple(in_order(meeting))
        reason = why_not(self.desk, OrderPitches(meeting=meeting.id, order=order))
        if not order:
            reason = t("There is no project yet.")
        elif self._mixed:
            reason = t("The order is being drawn.")
        elif meeting.pitches.held:
            reason = t("The pitches have begun. What is left can still be moved by hand.")
        again = t("Draw it again") if meeting.pitches.how is How.DRAWN else t("Draw the order")
        allow(self._draw, reason, again)
        self._keep.setVisible(not meeting.pitches.order)
        allow(self._keep, reason, t("Record the order in which they stand"))
        place = order.index(self.list.current) if self.list.current in order else -1
        for by, made in self._steps.items():
            why = "" if place >= 0 else t("Select a project first.")
            if not why and not 0 <= place + by < len(order):
                why = t("It is the first already.") if by < 0 else t("It is the last already.")
            allow(made, why, t("Move up (Alt+↑)") if by < 0 else t("Move down (Alt+↓)"))

    # --- drawing

    def draw(self) -> None:
        """Mix the list before everybody's eyes."""
        self._mixed, self._turns = in_order(self._meeting()), 0
        self._timer.start()
        self.refresh()

    def _turn(self) -> None:
        """Once more, and at the end keep what came."""
        self.chance.shuffle(self._mixed)
        self._turns += 1
        rows = {one.item: one for one in self._rows(self._meeting())}
        if self._turns < TURNS and set(rows) >= set(self._mixed):
            self._show_mixed(rows)
            return
        self._timer.stop()
        order, self._mixed = tuple(self._mixed), []
        self.desk.do(OrderPitches(meeting=self.meeting_id, order=order, how=How.DRAWN))
        self.refresh()

    def _show_mixed(self, rows: dict[str, ProjectRow]) -> None:
        mixed = [replace(rows[name], place=at) for at, name in enumerate(self._mixed, 1)]
        self.list.model_of.show_rows(tuple(mixed))

    def finish_drawing(self) -> None:
        """Do not wait for the rest of the turns."""
        if self._mixed:
            self._turns = TURNS
            self._turn()

    # --- by hand

    def keep(self) -> None:
        """Record the order in which they stand."""
        self._order(in_order(self._meeting()))

    def _move(self, name: str, before: str) -> None:
        order = in_order(self._meeting())
        if self._mixed or name not in order:
            return
        order.remove(name)
        order.insert(order.index(before) if before in order else len(order), name)
        self._order(order)
        self.list.select(name)

    def _order(self, order: list[str]) -> None:
        self.desk.do(OrderPitches(meeting=self.meeting_id, order=tuple(order)))

    def _meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)
