"""The list of matters and the one that is chosen, side by side."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from facilitator import aftermath
from facilitator.aftermath import FollowRow
from facilitator.desk.desk import Desk
from facilitator.desk.followup.detail import Detail
from facilitator.desk.followup.head import Empty
from facilitator.desk.followup.list import MatterList
from facilitator.desk.followup.rows import ASK, Wanted, act_of
from facilitator.desk.widgets import row
from facilitator.words.figures import airy

LIST, DETAIL = 656, 574
"""Pixels at 100 % of list and detail in a window of 1366; they share what there is in that ratio."""


class MattersView(QWidget):
    """`wanted` names an act and the matter it is for; `opened` has files, `wrong` an entry, with the matter."""

    wanted = Signal(str, object)
    opened = Signal(object, object)
    wrong = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._list = MatterList(desk)
        self.view = self._list.view
        self.detail = Detail(desk)
        self._list.chosen.connect(self._show)
        self._list.acted.connect(self._act)
        self._list.entered.connect(self._to_detail)
        self.detail.wanted.connect(self._wanted)
        self.detail.opened.connect(lambda files: self.opened.emit(files, self.detail.row))
        self.detail.wrong.connect(lambda entry: self.wrong.emit(entry, self.detail.row))
        both = QWidget()
        self._box: QBoxLayout = row(self._list, self.detail, on=both, gap=desk.px(16))
        self._box.setStretch(0, LIST)
        self._box.setStretch(1, DETAIL)
        self._none = Empty(desk, "followup.none")
        self._over = QStackedWidget()
        self._over.addWidget(both)
        self._over.addWidget(self._none)
        row(self._over, on=self)

    @property
    def matter(self) -> FollowRow | None:
        """The matter that is shown."""
        return self.detail.row if self.detail.isVisibleTo(self) else None

    def show_matters(self, wanted: Wanted, spread: dict[str, dict[str, int]]) -> None:
        """Show these, and the chosen one as it is now."""
        self._list.show_matters(wanted, spread)
        if not self._list.model.total:
            self._say_none(wanted)
        self._over.setCurrentIndex(0 if self._list.model.total else 1)

    def choose(self, stream: str) -> None:
        """Show one matter; one that is not in the list is shown all the same."""
        if self._list.choose(stream):
            return
        _, meeting, matter = stream.split("/", 2)
        if (found := aftermath.followup(self._desk.session, meeting, matter)) is not None:
            self.detail.show_matter(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() - self._desk.px(16)
        self._list.setFixedWidth(round(wide * LIST / (LIST + DETAIL)))

    def _show(self, matter: FollowRow | None) -> None:
        if matter is not None:
            self.detail.show_matter(matter)

    def _act(self, matter: FollowRow) -> None:
        self.wanted.emit("assess" if act_of(matter) == ASK else "put", matter)

    def _wanted(self, key: str) -> None:
        self.wanted.emit(key, self.detail.row)

    def _to_detail(self) -> None:
        """Enter leads to the filled button, and to the first one where that is grey."""
        foot = self.detail.foot
        (foot.put if foot.put.isEnabled() else foot.report).setFocus()

    def _say_none(self, wanted: Wanted) -> None:
        t = self._desk.t
        if wanted.state:
            said = t("Nothing is in this state.")
        else:
            said = t(
                "Nothing is followed up yet. A decision stands here once it is noted who carries it out, "
                "an action group once it is formed."
            )
        self._none.say(airy(said))
