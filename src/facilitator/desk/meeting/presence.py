"""The cell of the strip that counts who is here, all in all and by group."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.cells import LARGE, SMALL, Cell, set_text
from facilitator.desk.widgets import GroupMark, clear, column, row, tip, words
from facilitator.meeting import Meeting
from facilitator.rules.charter import Measure
from facilitator.rules.counting import quorum_tests
from facilitator.rules.outcome import Test
from facilitator.rules.tally import Votes
from facilitator.words.figures import airy


class PresenceCell(Cell):
    """How many are here, all in all and by group."""

    least = 3

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "strip.presence")
        self._here = words("", "value", name="strip.here")
        self._of = words("", "small")
        self._groups = row(gap=desk.px(10))
        self._keys: tuple[str, ...] = ()
        self._parts: list[tuple[GroupMark, QLabel, QLabel]] = []
        self._width = [0, 0, 0, 0]
        self.lines(column(row(self._here, self._of, None, gap=desk.px(4)), self._groups, gap=0))

    def wants(self, level: int) -> int:
        """All of it; without the groups' words; without how many there are in all; the one number."""
        return self._width[level] + self.air(level)

    def show_meeting(self, meeting: Meeting) -> None:
        """Count those who are here."""
        t, figures = self.desk.t, meeting.figures()
        whole = figures.whole
        self._here.setText(airy(t("{n} here", n=whole.present)))
        short = self._short(meeting, figures)
        self._of.setText(self._of_words(figures, short))
        self._here.setProperty("tone", "warn" if short else "")
        self._here.style().polish(self._here)
        self._measure(meeting, figures)
        groups = [group for group in meeting.charter.groups if group.key in figures.groups]
        if tuple(group.key for group in groups) != self._keys:
            self._keys = tuple(group.key for group in groups)
            self._build(meeting)
        for (_, name, number), group in zip(self._parts, groups, strict=True):
            tally = figures.groups[group.key]
            set_text(number, f"{tally.present}/{tally.in_office}")
            set_text(name, group.short_text(self.desk.lang))
        told = self._told(meeting, figures, self._of.text())
        self.setAccessibleName(told)
        tip(self, told)
        self.shed()

    def _short(self, meeting: Meeting, figures: Votes) -> Test | None:
        """The part of the quorum that is not there yet, if any."""
        tests = quorum_tests(meeting.charter, figures)
        return next((one for one in tests if not one.met), None)

    def _of_words(self, figures: Votes, short: Test | None) -> str:
        """/ 13 人; while there is no quorum, what it takes."""
        t = self.desk.t
        if short is not None and not short.group and short.measure is Measure.HEADS:
            return airy(t("quorum {n}", n=short.needed))
        return airy(t.many("/ {n} member", "/ {n} members", figures.whole.in_office))

    def _measure(self, meeting: Meeting, figures: Votes) -> None:
        """The widest that this can ever be: with everybody here, and with the quorum named."""
        t, px = self.desk.t, self.desk.px
        n = figures.whole.in_office
        of = [airy(t.many("/ {n} member", "/ {n} members", n)), airy(t("quorum {n}", n=n))]
        number = self.advance(airy(t("{n} here", n=n)), LARGE, bold=True)
        first = number + px(4) + max(self.advance(one, SMALL) for one in of)
        words_, marks = 0, 0
        for group in meeting.charter.groups:
            tally = figures.groups[group.key]
            marks += px(12 + 4 + 10) + self.advance(f"{tally.in_office}/{tally.in_office}", 14)
            words_ += px(4) + self.advance(group.short_text(self.desk.lang), 14)
        self._width = [max(first, marks + words_), max(first, marks), max(number, marks), number]

    def _build(self, meeting: Meeting) -> None:
        clear(self._groups)
        self._parts = []
        for index, group in enumerate(meeting.charter.groups):
            name, number = words("", "secondary", "ink"), words("", "secondary", "ink")
            number.setObjectName(f"strip.here.{group.key}")
            mark = GroupMark(self.desk.theme, index)
            self._groups.addLayout(row(mark, name, number, gap=self.desk.px(4)))
            self._parts.append((mark, name, number))
        self._groups.addStretch(1)

    def shed(self) -> None:
        """First the groups' words go, then how many there are in all, then the groups' numbers."""
        self._of.setVisible(self.level < 2)
        for mark, name, number in self._parts:
            mark.setVisible(self.level < 3)
            name.setVisible(self.level == 0)
            number.setVisible(self.level < 3)

    def _told(self, meeting: Meeting, figures: Votes, of: str) -> str:
        t, lang = self.desk.t, self.desk.lang
        lines = [airy(t("{n} here", n=figures.whole.present)) + " " + of]
        for group in meeting.charter.groups:
            tally = figures.groups[group.key]
            lines.append(f"{group.title.text(lang)} {tally.present}/{tally.in_office}")
        return "\n".join(lines)
