"""What waits for this meeting, each with a button that puts it on the agenda."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.items_panel import fresh_item
from facilitator.desk.prepare.waiting import Waiting, waiting_for
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, clear, column, elided, line, row, words
from facilitator.words.figures import airy


class WaitList(View):
    """Shows nothing while nothing waits."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        px = desk.px
        self.meeting_id = meeting
        self._found: tuple[Waiting, ...] = ()
        self._head = words("", "head", name="waiting.head")
        self._lines = column(gap=0)
        self._box = card(name="waiting")
        head = row(self._head, None, margins=(px(20), px(14), px(20), px(10)))
        column(head, self._lines, on=self._box, gap=0)
        column(self._box, on=self)
        self._box.hide()

    def refresh(self) -> None:
        """Show what waits now; what still waits keeps its place and its button."""
        meeting = self.desk.session.meeting(self.meeting_id)
        found = waiting_for(
            self.desk,
            meeting.taken.body,
            self.desk.now().astimezone(meeting.call.planned.tzinfo).date(),
            lang=meeting.call.lang,
            but=meeting.id,
            has=[item.title for item in meeting.agenda.items],
        )
        if found != self._found:
            self._found = found
            self._show(found)

    def _show(self, found: tuple[Waiting, ...]) -> None:
        t = self.desk.t
        clear(self._lines)
        self._head.setText(airy(t("Waiting to be put on the agenda: {n}", n=len(found))))
        for one in found:
            self._lines.addWidget(line())
            self._lines.addWidget(self._line(one))
        self._box.setVisible(bool(found))

    def _line(self, one: Waiting) -> QWidget:
        t, px = self.desk.t, self.desk.px
        take = button(t("Put on the agenda"), grade="small", name=f"waiting.take.{one.key}")
        take.clicked.connect(partial(self._take, one))
        take.setAccessibleName(t("Put “{title}” on the agenda", title=one.title))
        said = column(elided(one.title), elided(one.detail, "small"), gap=0)
        for text in one.motions:
            said.addWidget(elided(t("Motion: {text}", text=text), "small"))
        made = QWidget()
        row(said, take, on=made, margins=(px(20), px(10), px(20), px(10)), gap=px(16)).setStretch(
            0, 1
        )
        return made

    def _take(self, one: Waiting, _checked: bool = False) -> None:
        meeting = self.desk.session.meeting(self.meeting_id)
        self.desk.do(one.command(meeting.id, fresh_item(meeting)))
