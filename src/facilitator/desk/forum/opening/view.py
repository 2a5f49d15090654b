"""The desk while people come to a forum: counting heads, or signing in by name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.desk.actions import action, key_of
from facilitator.desk.desk import Desk
from facilitator.desk.forum.opening.count import CountView
from facilitator.desk.forum.segments import Segments
from facilitator.desk.view import View
from facilitator.desk.widgets import card, column, row

COUNT, PEOPLE = "count", "people"


class OpeningView(View):
    """Two tables; the list by name is made when it is first laid."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        t, px = desk.t, desk.px
        self.setObjectName("opening")
        self.meeting_id = meeting
        self._made: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        self.segments = Segments(desk)
        self.segments.chosen.connect(self.lay)
        said = {COUNT: t("Count heads"), PEOPLE: t("Sign in by name")}
        self.segments.offer(
            [(key, said[key], key_of(f"table.{n}")) for n, key in enumerate(said, 1)]
        )
        bar = card("bar")
        row(self.segments, None, on=bar, margins=(px(16), px(4), px(16), px(5)))
        column(bar, self._stack, on=self, gap=0)
        for number, key in enumerate(said, 1):
            action(
                desk,
                self,
                f"table.{number}",
                lambda key=key: self.lay(key),
                context=Qt.ShortcutContext.WindowShortcut,
            )
        self.lay(COUNT)
        self._stale = False

    def refresh(self) -> None:
        """Both read by themselves."""

    def lay_people(self) -> None:
        """Sign people in by name."""
        self.lay(PEOPLE)

    def lay(self, key: str) -> None:
        """Work at this one."""
        if key not in self._made:
            self._made[key] = self._make(key)
            self._stack.addWidget(self._made[key])
        self.segments.show_chosen(key)
        self._stack.setCurrentWidget(self._made[key])
        self.setFocusProxy(self._made[key])
        if self.isVisible():
            self._made[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, key: str) -> QWidget:
        if key == COUNT:
            return CountView(self.desk, self.meeting_id)
        from facilitator.desk.prepare.signin import SignInView

        return SignInView(self.desk, self.meeting_id)
