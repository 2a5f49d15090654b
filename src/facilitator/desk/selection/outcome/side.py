"""Beside the list of the result: one project with its reason, every round, and the numbers by chamber."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QTextEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, why_not
from facilitator.desk.papers.segments import Segments
from facilitator.desk.selection.ballots.entry import chamber_name
from facilitator.desk.vote.figures import Cell, Figures, FigureTable
from facilitator.desk.vote.figures import Line as FigureLine
from facilitator.desk.widgets import button, card, column, row, scrolling, words
from facilitator.meeting import Meeting
from facilitator.meeting.selection.outcome import FundInPart
from facilitator.meeting.selection.papers import chambers
from facilitator.meeting.selection.recount import Papers, papers_of
from facilitator.meeting.selection.slate import WithdrawCandidate
from facilitator.rules.selection.outcome import Line, Selection
from facilitator.words.ballots import UNITS
from facilitator.words.figures import airy, money
from facilitator.words.selection import round_told, share_told, why

ASKED = "?"


class ResultSide(QFrame):
    """`part_wanted`, `withdraw_wanted` and `reinstate_wanted` of the project that is shown."""

    part_wanted = Signal(str)
    withdraw_wanted = Signal(str)
    reinstate_wanted = Signal(str)

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__()
        self.desk, self.meeting_id, self.project = desk, meeting_id, ""
        self._result: tuple[Selection, bool] | None = None
        self.setProperty("look", "card")
        t, px = desk.t, desk.px
        choices = (
            ("project", t.within("selection", "Project")),
            ("rounds", t.within("selection", "Rounds")),
            ("chambers", t.within("selection", "Chambers")),
        )
        self.tabs = Segments(desk, "outcome.tab", t("What is shown beside the list"), choices)
        self._pages = QStackedWidget()
        self._rounds = QTextEdit()
        self._rounds.setReadOnly(True)
        self._rounds.setProperty("look", "reading")
        self._rounds.setObjectName("outcome.rounds")
        self._rounds.setAccessibleName(t("Every round of the reckoning"))
        self._rounds.setTabChangesFocus(True)
        for page in (self._one(), self._all_rounds(), self._by_chamber()):
            self._pages.addWidget(page)
        column(row(self.tabs, margins=px(4)), self._pages, on=self, gap=0, margins=1).setStretch(
            1, 1
        )
        self.tabs.chosen.connect(self._show_tab)
        self._part.clicked.connect(lambda: self.part_wanted.emit(self.project))
        self._withdraw.clicked.connect(lambda: self.withdraw_wanted.emit(self.project))
        self._again.clicked.connect(lambda: self.reinstate_wanted.emit(self.project))

    def _one(self) -> QWidget:
        t, px, made = self.desk.t, self.desk.px, QWidget()
        self._title = words("", "item", wrap=True, name="outcome.title")
        self._facts = words("", "secondary", wrap=True, name="outcome.facts")
        self._why = words("", "lead", wrap=True, name="outcome.why")
        self._more = words("", "secondary", wrap=True, name="outcome.more")
        self._votes = FigureTable(self.desk, "outcome.votes", t("Votes by chamber"))
        inner = QWidget()
        column(
            self._title, self._facts, self._why, self._more, self._votes, None,
            on=inner, margins=(px(16), px(4), px(16), px(12)), gap=px(10),
        )  # fmt: skip
        area = scrolling(inner)
        area.setAccessibleName(t("This project"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._part = button(t("Fund in part…"), "plain", "small", name="outcome.part")
        self._withdraw = button(
            t.within("selection", "Withdraw…"), "quiet", "small", name="outcome.withdraw"
        )
        self._again = button(t("Let it stand again…"), "plain", "small", name="outcome.reinstate")
        self._acts = card("foot")
        row(self._part, self._again, None, self._withdraw, on=self._acts, margins=px(10))
        column(area, self._acts, on=made, gap=0).setStretch(0, 1)
        return made

    def _all_rounds(self) -> QWidget:
        made, px = QWidget(), self.desk.px
        column(self._rounds, on=made, margins=(px(16), 0, px(8), px(8)))
        return made

    def _by_chamber(self) -> QWidget:
        t, px, inner = self.desk.t, self.desk.px, QWidget()
        self._papers = FigureTable(self.desk, "outcome.papers", t("Ballots by chamber"))
        self._all = FigureTable(
            self.desk, "outcome.all-votes", t("Votes of every project by chamber")
        )
        column(
            words(t("Ballots"), "head"), self._papers,
            words(t.within("selection", "Votes by chamber"), "head"), self._all, None,
            on=inner, margins=(px(16), px(4), px(16), px(12)), gap=px(8),
        )  # fmt: skip
        area = scrolling(inner)
        area.setAccessibleName(t("By chamber"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    @property
    def meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    def show_result(self, meeting: Meeting, found: Selection, *, final: bool) -> None:
        """Show it; of the three pages only the one that is open is written anew."""
        self._result = (found, final)
        self._show_page(meeting)

    def _show_page(self, meeting: Meeting) -> None:
        if self._result is None:
            return
        found, final = self._result
        match self.tabs.choice:
            case "project":
                self._show_project(meeting, found, final=final)
            case "rounds":
                self._show_rounds(meeting, found)
            case _:
                self._show_chambers(meeting, found, _papers(meeting, final=final))

    def show_project(self, project: str) -> None:
        """Another project."""
        self.project = project
        self._show_page(self.meeting)

    def _show_tab(self, key: str) -> None:
        self._show_page(self.meeting)
        self._pages.setCurrentIndex(("project", "rounds", "chambers").index(key))

    def _show_project(self, meeting: Meeting, found: Selection, *, final: bool) -> None:
        t, lang, slate = self.desk.t, self.desk.lang, meeting.slate
        one = slate.all.get(self.project)
        line = next((line for line in found.lines if line.project == self.project), None)
        gone = self.project in slate.withdrawn
        if one is None:
            return
        self._title.setText(
            airy(t("{number} {title}", number=slate.numbers[one.id], title=one.title))
        )
        facts = t("{place}, asks for {money}", place=one.place, money=money(one.asked, lang))
        self._facts.setText(airy(facts if one.place else money(one.asked, lang)))
        said = ""
        if line is not None:
            said = why(
                line,
                found,
                lang,
                lambda name: slate.all[name].title,
                UNITS[meeting.terms.ballot.kind],
            )
        if gone:
            said = t("Withdrawn: {reason}", reason=slate.withdrawn[one.id])
        self._why.setText(airy(said))
        part, reason = meeting.outcome.parts.get(one.id, (0, "")) if final else (0, "")
        more = (
            t("{money} in part: {reason}", money=money(part, lang), reason=reason) if part else ""
        )
        self._more.setText(airy(more))
        self._more.setVisible(bool(more))
        self._votes.setVisible(line is not None)
        if line is not None:
            groups = enumerate(chambers(meeting))
            lines = [
                FigureLine(
                    (
                        Cell(chamber_name(meeting, group, lang), group=n),
                        Cell(f"{line.by_group.get(group, 0):,}"),
                    )
                )
                for n, group in groups
            ]
            lines.append(
                FigureLine(
                    (
                        Cell(t.within("sum", "Together"), bold=True),
                        Cell(f"{line.votes:,}", bold=True),
                    )
                )
            )
            self._votes.show_figures(
                Figures((t.within("selection", "Votes by chamber"), ""), tuple(lines))
            )
        self._allow(meeting, line, final=final, gone=gone)

    def _allow(self, meeting: Meeting, line: Line | None, *, final: bool, gone: bool) -> None:
        """What may be done with the project now."""
        self._acts.setVisible(final and not meeting.outcome.is_announced)
        self._part.setVisible(line is not None and not line.funded)
        self._withdraw.setVisible(not gone)
        self._again.setVisible(gone)
        one = meeting.slate.all[self.project]
        least = FundInPart(meeting=self.meeting_id, candidate=self.project, fen=1, reason=ASKED)
        had = self.project in meeting.outcome.parts
        allow(self._part, "" if had or one.asked <= 1 else why_not(self.desk, least))
        off = WithdrawCandidate(meeting=self.meeting_id, candidate=self.project, reason=ASKED)
        allow(self._withdraw, "" if gone else why_not(self.desk, off))

    def _show_rounds(self, meeting: Meeting, found: Selection) -> None:
        lang, slate = self.desk.lang, meeting.slate
        unit = UNITS[meeting.terms.ballot.kind]
        told = [share_told(found, lang)] if found.share else []
        told += [
            round_told(one, found, lang, lambda name: slate.all[name].title, unit)
            for one in found.rounds
        ]
        said = airy("\n\n".join(told)) or self.desk.t("No project got money yet.")
        if said != self._rounds.toPlainText():
            self._rounds.setPlainText(said)

    def _show_chambers(self, meeting: Meeting, found: Selection, papers: dict[str, Papers]) -> None:
        t, lang, groups = self.desk.t, self.desk.lang, chambers(meeting)
        heads = [chamber_name(meeting, group, lang) for group in groups]
        kinds = (
            ("issued", t("Handed out")),
            ("returned", t("In the box")),
            ("typed", t("Typed for somebody")),
            ("valid", t.within("ballots", "Valid")),
            ("blank", t.within("ballots", "Blank")),
            ("void", t.within("ballots", "Void")),
        )
        lines = [
            FigureLine(
                (
                    Cell(said),
                    *self._cells([getattr(papers[g], key) if g in papers else 0 for g in groups]),
                )
            )
            for key, said in kinds
        ]
        self._papers.show_figures(Figures(("", *heads, t.within("sum", "Together")), tuple(lines)))
        slate = meeting.slate
        votes = [
            FigureLine(
                (
                    Cell(
                        f"{slate.numbers[line.project]} {slate.all[line.project].title}",
                        sign="for" if line.funded else "",
                    ),
                    *self._cells([line.by_group.get(group, 0) for group in groups]),
                )
            )
            for line in found.lines
        ]
        self._all.show_figures(
            Figures(
                (t.within("selection", "Project"), *heads, t.within("sum", "Together")),
                tuple(votes),
            )
        )

    @staticmethod
    def _cells(numbers: list[int]) -> list[Cell]:
        return [*(Cell(f"{n:,}") for n in numbers), Cell(f"{sum(numbers):,}", bold=True)]


def _papers(meeting: Meeting, *, final: bool) -> dict[str, Papers]:
    """The ballots by chamber: as they were counted, or as far as they are known."""
    main, last = meeting.ballots.main(), meeting.outcome.last
    if final and last is not None:
        return last.papers
    return papers_of(meeting, main) if main is not None else {}
