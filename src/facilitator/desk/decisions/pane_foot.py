"""What can be done with what is shown: read its minutes and papers, see what became of it, move it again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from facilitator.desk.decisions.known import Reading
from facilitator.desk.desk import Desk
from facilitator.desk.followup.reading import own
from facilitator.desk.papers.going import go_to_paper
from facilitator.desk.prepare.terse import TerseRow
from facilitator.desk.widgets import Button, button, column, line, row
from facilitator.searching import Kind
from facilitator.words.found import kind_word

OF_MEETING = ("record", "summary")
OF_DECISION = ("resolution", "slip")
OF_FORUM = ("proceedings", *OF_MEETING)


class PaneFoot(QWidget):
    """Its buttons give up their words where there is no room for all of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t, px = desk.t, desk.px
        self._reading: Reading | None = None
        self._minutes = self._button(
            kind_word(Kind.MINUTES, desk.lang), "file-text", "decision.minutes", self._to_minutes
        )
        self._meeting = self._button(t("Meeting"), "users", "decision.meeting", self._to_meeting)
        self._follow = self._button(
            t("Follow-up"), "list-checks", "decision.follow", self._to_follow
        )
        self._papers = self._button(t("Papers"), "printer", "decision.papers", self._open_papers)
        self._project = button(t("Open the project"), "primary", name="decision.project")
        self._project.clicked.connect(self._to_project)
        self._draft = button(t("Draft a motion…"), "primary", name="decision.draft")
        self._draft.clicked.connect(self._open_draft)
        own(desk, self._draft)
        left = (self._minutes, self._papers, self._meeting, self._follow)
        self.row = TerseRow(desk, *left, None)
        self._box = row(self.row, self._project, self._draft, gap=px(8))
        self._box.setStretch(0, 1)
        self._box.setContentsMargins(px(16), px(12), px(16), px(12))
        column(line(), self._box, on=self, gap=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where even the signs alone leave no room for it, the first thing to do has a row of its own."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        ways = (self._project, self._draft)
        draft = sum(0 if one.isHidden() else one.sizeHint().width() for one in ways)
        needs = self.row.minimumSizeHint().width() + draft + self._desk.px(8 + 2 * 16)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(down if needs > self.width() else right)

    def show_reading(self, reading: Reading) -> None:
        """Offer what makes sense for this."""
        self._reading = reading
        sort = reading.which.sort
        for one in (self._minutes, self._meeting, self._papers):
            one.setVisible(reading.held is not None)
        self._project.setVisible(sort is Kind.PROJECT)
        self._follow.setVisible(sort in (Kind.DECISION, Kind.GROUP))
        self._draft.setVisible(sort in (Kind.DECISION, Kind.MOTION, Kind.ITEM, Kind.TOPIC))
        self.row.fit()
        self._fit()

    def _button(self, text: str, icon: str, name: str, act: Callable[[], object]) -> Button:
        made = button(text, icon=self._desk.theme.icon(icon), name=name)
        made.clicked.connect(act)
        return made

    def _to_minutes(self) -> None:
        if (shown := self._reading) is not None:
            forum = shown.which.sort in (Kind.TOPIC, Kind.GROUP)
            go_to_paper(self._desk, shown.meeting.id, "proceedings" if forum else "record")

    def _to_meeting(self) -> None:
        if self._reading is not None:
            self._desk.go("meetings", self._reading.meeting.id)

    def _to_project(self) -> None:
        if self._reading is not None:
            which = self._reading.which
            self._desk.go("projects", which.round, which.key)

    def _to_follow(self) -> None:
        if self._reading is not None:
            place = self._reading.which.follow_up
            self._desk.go(place.page, place.which, place.part)

    def _open_papers(self) -> None:
        from facilitator.desk.papers.kinds import title_of  # brings all papers along

        shown = self._reading
        if shown is None:
            return
        menu = QMenu(self)
        menu.setObjectName("decision.papers.menu")
        t, number = self._desk.t, shown.which.number
        of_meeting = OF_FORUM if shown.meeting.format.has("wall") else OF_MEETING
        for kind in (*(OF_DECISION if number else ()), *of_meeting):
            matter = str(number) if kind in OF_DECISION else ""
            act = menu.addAction(title_of(kind, t).replace("&", "&&"))
            act.triggered.connect(
                lambda _on=False, kind=kind, matter=matter: go_to_paper(
                    self._desk, shown.meeting.id, kind, matter
                )
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._papers.mapToGlobal(self._papers.rect().topLeft()))

    def _open_draft(self) -> None:
        from facilitator.desk.decisions.drafting import DraftPanel

        if self._reading is not None:
            DraftPanel(self._desk, self, self._reading).open()
