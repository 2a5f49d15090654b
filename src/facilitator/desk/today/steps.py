"""First steps: a small card on Today that ticks what was done, leads to what was not, and can be put away."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from facilitator import overview
from facilitator.desk import deeds
from facilitator.desk.desk import Desk
from facilitator.desk.rehearsal import TONIGHT
from facilitator.desk.view import View
from facilitator.desk.widgets import Button, button, card, clear, column, row, words
from facilitator.desk.wishes import Rehearse
from facilitator.firststeps import Stand, Step, first_steps, trials
from facilitator.opening import Onlooker
from facilitator.words.figures import airy
from facilitator.words.tongue import mark

TITLES: Mapping[Step, str] = {
    Step.FOUND: mark("Set up your body"),
    Step.ENROL: mark("Enter its members"),
    Step.REHEARSE: mark("Rehearse an evening"),
    Step.PREPARE: mark("Prepare a meeting"),
    Step.BACK_UP: mark("Keep backups on a stick or another disk"),
    Step.MINUTES: mark("Export or print the record of a meeting"),
    Step.OPEN: mark("Open tonight's meeting"),
    Step.VOTE: mark("Hold a vote"),
    Step.NOTICE: mark("Print a paper or save one"),
    Step.SEEK: mark("Find an earlier decision"),
    Step.REPORT: mark("Note how something is going"),
}
HIDDEN, SHOWN = "hidden", "shown"
"""What people have said of the card; while they have said nothing, it goes when everything is done."""
WIDE, NARROW = 900, 560
"""Pixels at 100 % from which steps stand in three columns, in two."""


def kept(desk: Desk) -> str:
    """The setting that remembers whether it is put away."""
    return f"steps/{deeds.room(desk)}"


def offered(desk: Desk) -> bool:
    """Whether this archive has first steps: one's own has, and the rehearsal; none that is looked at."""
    if isinstance(desk.session, Onlooker):
        return False
    return deeds.room(desk) == deeds.REHEARSAL or not overview.holds_sample(desk.session)


class Steps(View):
    """Read anew whenever it is shown: what it ticks may have been done on any page, or outside the archive."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("today.steps")
        px = desk.px
        self._frame = card()
        self._count = words("", "secondary", name="today.steps.count")
        rehearses = deeds.room(desk) == deeds.REHEARSAL
        t = desk.t
        title = t("Things to try here") if rehearses else t("First steps")
        hide = button(
            t("Hide"), "quiet", "small", icon=desk.theme.icon("x"), name="today.steps.hide"
        )
        hide.setAccessibleName(t("Hide the first steps"))
        hide.setToolTip(t("“Keys” ({key}) brings them back.", key="Ctrl+F1"))
        hide.clicked.connect(self._hide)
        head = row(words(title, "head"), self._count, None, hide, gap=px(12))
        self._held = QWidget()
        self._grid = QGridLayout(self._held)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(2))
        self._steps: list[Button] = []
        self._columns = 0
        column(head, self._held, on=self._frame, margins=(px(20), px(8), px(12), px(10)), gap=px(4))
        column(self._frame, on=self)
        desk.keeper.changed.connect(self._look_again)
        self.refresh_now()

    def refresh(self) -> None:
        """Tick what was done; the step that has the keys keeps them."""
        desk = self.desk
        done = deeds.done(desk)
        said = desk.settings.text(kept(desk))
        stands: tuple[Stand, ...] = ()
        if offered(desk) and said != HIDDEN:
            rehearses = deeds.room(desk) == deeds.REHEARSAL
            stands = (
                trials(desk.session, done, TONIGHT)
                if rehearses
                else first_steps(desk.session, done)
            )
        taken = sum(one.done for one in stands)
        self._frame.setVisible(bool(stands) and (said == SHOWN or taken < len(stands)))
        self._count.setText(airy(desk.t("{n} of {of} done", n=taken, of=len(stands))))
        had = next((one.objectName() for one in self._steps if one.hasFocus()), "")
        clear(self._grid)
        self._steps = [self._step(one) for one in stands]
        self._columns = 0
        self._arrange()
        for one in self._steps:
            if one.objectName() == had:
                one.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        self._stale = True
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _look_again(self) -> None:
        if self.isVisible():
            self.refresh_now()

    def _step(self, one: Stand) -> Button:
        t = self.desk.t
        title = t(TITLES[one.step])
        sign = ("✓" if one.done else "○") + "  "
        made = button(sign + title, "link", "small", name=f"today.step.{one.step}")
        state = (
            t("Done: {title}", title=title) if one.done else t("To be done: {title}", title=title)
        )
        made.setAccessibleName(state)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        made.clicked.connect(lambda: self._lead(one))
        return made

    def _arrange(self) -> None:
        """In as many columns as there is room for."""
        width, px = self.width(), self.desk.px
        columns = 3 if width >= px(WIDE) else 2 if width >= px(NARROW) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, one in enumerate(self._steps):
            self._grid.addWidget(one, place // columns, place % columns, Qt.AlignmentFlag.AlignLeft)
        for place in range(3):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)

    def _hide(self) -> None:
        desk = self.desk
        desk.settings.keep_text(kept(desk), HIDDEN)
        self.refresh_now()
        desk.done(
            desk.t("The first steps are put away. “Keys” ({key}) brings them back.", key="Ctrl+F1")
        )

    def _lead(self, one: Stand) -> None:
        """Go to where the step is taken, or to what came of it."""
        desk = self.desk
        match one.step:
            case Step.REHEARSE:
                desk.wished.emit(Rehearse())
            case Step.BACK_UP:
                desk.go("settings")
            case Step.SEEK:
                desk.go("decisions")
            case Step.REPORT:
                desk.go("followup")
            case Step.FOUND if one.done:
                desk.go("bodies", one.body)
            case Step.ENROL if one.body:
                desk.go("bodies", one.body, "roster")
            case Step.MINUTES | Step.NOTICE if one.meeting:
                desk.go("meetings", one.meeting, "papers")
            case Step.PREPARE if one.body and not one.meeting:
                from facilitator.desk.meetings.new import new_meeting

                new_meeting(desk, self)
            case _ if one.meeting:
                desk.go("meetings", one.meeting)
            case _:
                desk.go("bodies", "new")


def bring_back(desk: Desk) -> None:
    """Show the card again, whatever is done, and go there."""
    desk.settings.keep_text(kept(desk), SHOWN)
    desk.go("today")
