"""Papers that the two helpers read differently, side by side: one reading is taken, or both look together."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice
from facilitator.desk.selection.ballots.entry import chamber_name
from facilitator.desk.selection.ballots.paper_form import PaperForm
from facilitator.desk.selection.ballots.papers_list import PaperRow, PapersList
from facilitator.desk.selection.ballots.said import marks_words, numbers_on, told
from facilitator.desk.vote.figures import Cell, Figures, FigureTable
from facilitator.desk.vote.figures import Line as FigureLine
from facilitator.desk.widgets import button, card, column, row, scrolling, words
from facilitator.meeting import Meeting
from facilitator.meeting.selection.entering import SettlePaper
from facilitator.meeting.selection.papers import Marks, Paper, Vote, chambers
from facilitator.meeting.selection.recount import ballot_rule
from facilitator.rules.selection.ballots import TICKS
from facilitator.words.figures import airy, listing
from facilitator.words.tongue import Tongue

SIDE, PART = 300, 0.3


class DifferencesPage(QWidget):
    """At the left the papers, at the right both readings of one."""

    entry_wanted = Signal(str, int, int)

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__()
        self.desk, self.meeting_id = desk, meeting_id
        t, px = desk.t, desk.px
        self._at: tuple[str, int] = ("", 0)
        self._together = False
        self.list = PapersList(desk, "differ.papers", t("Ballots that were read differently"))
        self._count = words("", "head", wrap=True, name="differ.count")
        self._side = card()
        column(
            row(self._count, margins=px(12)), self.list, on=self._side, gap=0, margins=1
        ).setStretch(1, 1)
        self._title = words("", "item", wrap=True, name="differ.title")
        self._what = words("", "secondary", wrap=True, name="differ.what")
        self.table = FigureTable(desk, "differ.table", t("Both readings"))
        self.form = PaperForm(desk, "settle")
        self._none = words("", "lead", wrap=True, name="differ.none")
        self._refused = words("", wrap=True, tone="bad", name="differ.refused")
        self._refused.hide()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._reading())
        self._pages.addWidget(self._looking())
        empty = QWidget()
        column(self._none, None, on=empty, margins=px(24))
        self._pages.addWidget(empty)
        frame = card()
        column(self._pages, on=frame, margins=1)
        row(self._side, frame, on=self, gap=px(16)).setStretch(1, 1)
        self.list.chosen.connect(self._choose)
        self.form.finished.connect(lambda: self._settle(self.form.marks))
        self.setFocusProxy(self._one)

    def _reading(self) -> QWidget:
        t, px, made = self.desk.t, self.desk.px, QWidget()
        self._one = button("", name="differ.take.1")
        self._two = button("", name="differ.take.2")
        both = button(t("Look together…"), "soft", name="differ.together")
        self._one.clicked.connect(lambda: self._take(1))
        self._two.clicked.connect(lambda: self._take(2))
        both.clicked.connect(lambda: self._look_together(on=True))
        inner = QWidget()
        column(
            self._title,
            self._what,
            self.table,
            self._refused,
            None,
            on=inner,
            gap=px(10),
            margins=px(16),
        )
        area = scrolling(inner)
        area.setAccessibleName(t("Both readings"))
        foot = card("foot")
        row(self._one, self._two, None, both, on=foot, margins=px(12), gap=px(8))
        column(area, foot, on=made, gap=0).setStretch(0, 1)
        return made

    def _looking(self) -> QWidget:
        t, px, made = self.desk.t, self.desk.px, QWidget()
        self._head = words("", "head", wrap=True, name="settle.head")
        back = button(t("Back"), "quiet", name="settle.back")
        done = button(t("Record what both see"), "primary", name="settle.done")
        done.set_key("Enter")
        said = t("What was wrong (may stay empty)")
        self._why = QLineEdit()
        self._why.setObjectName("settle.reason")
        self._why.setPlaceholderText(said)
        self._why.setAccessibleName(said)
        self._why.returnPressed.connect(self.form.enter)
        back.clicked.connect(lambda: self._look_together(on=False))
        done.clicked.connect(self.form.enter)
        foot = row(back, self._why, done, gap=px(8))
        foot.setStretch(1, 1)
        column(self._head, self.form, foot, on=made, gap=px(8), margins=px(12)).setStretch(1, 1)
        return made

    @property
    def meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what differs now; the one that was chosen stays while it does."""
        vote = meeting.ballots.open
        if vote is None:
            return
        differ = vote.differences()
        groups = chambers(meeting)
        rows = tuple(
            PaperRow(
                one.group,
                one.number,
                self._short(meeting, vote, one),
                chamber=groups.index(one.group),
            )
            for one in differ
        )
        keys = [(one.group, one.number) for one in differ]
        if self._at not in keys:
            self._at, self._together = (keys[0] if keys else ("", 0)), False
        self.list.show_rows(rows, *self._at)
        n, t = len(differ), self.desk.t
        self._count.setText(
            airy(t.many("{n} ballot read differently", "{n} ballots read differently", n))
        )
        if not differ:
            self._show_none(vote)
        else:
            self._show_paper(meeting, vote, differ[keys.index(self._at)])

    def _short(self, meeting: Meeting, vote: Vote, paper: Paper) -> str:
        t = self.desk.t
        name = chamber_name(meeting, paper.group, t.lang)
        one, two = (marks_words(meeting, vote, paper.read[n], t) for n in (1, 2))
        return t("{chamber}: {one} ≠ {two}", chamber=name, one=one, two=two)

    def _show_none(self, vote: Vote) -> None:
        t = self.desk.t
        self._pages.setCurrentIndex(2)
        both = sum(len(one.read) == 2 for one in vote.papers.values())
        said = t.many(
            "{n} ballot was read by both, without a difference.",
            "{n} ballots were read by both, without a difference.",
            both,
        )
        self._none.setText(airy(said if both else t("No ballot was read by both helpers yet.")))

    def _show_paper(self, meeting: Meeting, vote: Vote, paper: Paper) -> None:
        t = self.desk.t
        name = chamber_name(meeting, paper.group, t.lang)
        title = airy(t("{chamber}, ballot {n}", chamber=name, n=paper.number))
        self._title.setText(title)
        self._head.setText(airy(t("{paper}: look at the paper together", paper=title)))
        self._pages.setCurrentIndex(1 if self._together else 0)
        names = self._names(meeting, vote)
        what = [
            t(
                "{name}: {marks}. {said}",
                name=name,
                marks=marks_words(meeting, vote, paper.read[n], t),
                said=told(meeting, vote, paper.read[n], t).said,
            )
            for n, name in enumerate(names, 1)
        ]
        self._what.setText(airy("\n".join(what)))
        self.table.show_figures(side_by_side(meeting, vote, paper, names, t))
        for n, one in ((1, self._one), (2, self._two)):
            one.setText(airy(t("Take {name}", name=names[n - 1])))
            one.updateGeometry()

    def _names(self, meeting: Meeting, vote: Vote) -> list[str]:
        names = self.desk.session.names(meeting)
        return [names.get(one, one) for one in vote.helpers]

    def _choose(self, group: str, number: int) -> None:
        self._at, self._together = (group, number), False
        self._say(None)
        self.show_meeting(self.meeting)

    def _look_together(self, *, on: bool) -> None:
        meeting = self.meeting
        vote = meeting.ballots.open
        if vote is None:
            return
        self._together = on
        if on:
            self.form.begin(meeting, vote)
            self._why.clear()
        self.show_meeting(meeting)
        (self.form if on else self._one).setFocus()

    def _take(self, helper: int) -> None:
        vote = self.meeting.ballots.open
        paper = vote.papers.get(self._at) if vote is not None else None
        if paper is not None:
            self._settle(paper.read[helper])

    def _settle(self, marks: Marks | None) -> None:
        if marks is None:
            return
        group, number = self._at
        self._say(None)
        command = SettlePaper(
            meeting=self.meeting_id,
            group=group,
            number=number,
            ballot=marks,
            reason=self._why.text() if self._together else "",
        )
        self.desk.do(command, say=self._say)

    def _say(self, notice: Notice | None) -> None:
        self._refused.setText(notice.text if notice else "")
        self._refused.setVisible(notice is not None)
        if notice is not None and self._together:
            self.form.tell(notice.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self.desk.px
        self._side.setFixedWidth(max(px(200), min(px(SIDE), int(self.width() * PART))))


def side_by_side(
    meeting: Meeting, vote: Vote, paper: Paper, names: list[str], t: Tongue
) -> Figures:
    """Every project that one of the two saw something on; where they differ stands ≠ and the row stands out."""
    one, two = paper.read[1], paper.read[2]
    ticks = ballot_rule(meeting, vote).kind in TICKS
    lines: list[FigureLine] = []
    for name, number in numbers_on(meeting, vote).items():
        a, b = _cell(one, name, t, ticks=ticks), _cell(two, name, t, ticks=ticks)
        if a.text or b.text:
            differs = a != b
            title = f"{number} {meeting.slate.all[name].title}"
            sign = Cell(
                "≠" if differs else "=", bold=differs, tone="warn_ink" if differs else "soft"
            )
            lines.append(
                FigureLine((Cell(title, bold=differs), a, b, sign), "warn" if differs else "")
            )
    if one.unreadable != two.unreadable:
        said = t.within("paper", "unreadable")
        cells = [Cell(said if marks.unreadable else "") for marks in (one, two)]
        lines.append(
            FigureLine(
                (Cell(t("The whole paper"), bold=True), *cells, Cell("≠", bold=True)), "warn"
            )
        )
    return Figures((t.within("selection", "Project"), *names, ""), tuple(lines))


def _cell(marks: Marks, project: str, t: Tongue, *, ticks: bool) -> Cell:
    """What one of them saw on one project."""
    mark = marks.marks.get(project, 0)
    parts = [t.within("paper", "tick") if ticks else str(mark)] if mark else []
    if project in marks.struck:
        parts.append(t.within("paper", "struck out"))
    return Cell(listing(parts, t.lang), sign="for" if ticks and mark else "")
