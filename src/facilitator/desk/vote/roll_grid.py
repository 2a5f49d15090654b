"""All members of a roll call by seat group, in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.vote.roll_row import HEIGHT, RollRow
from facilitator.desk.vote.voters import Voter
from facilitator.desk.widgets import GroupMark, elided, line, row, words
from facilitator.rules.charter import SeatGroup
from facilitator.rules.tally import Choice
from facilitator.words.figures import airy

HEAD = 32
GAP = 16
MOST_COLUMNS = 3


class GroupHead(QFrame):
    """The name of a seat group and how many of it are in favour."""

    def __init__(self, desk: Desk, group: SeatGroup, at: int) -> None:
        super().__init__()
        self._desk = desk
        px = desk.px
        self._count = words("", "secondary")
        mark = GroupMark(desk.theme, at, 13)
        box = row(mark, elided(group.title.text(desk.lang), "strong"), self._count, gap=px(8))
        box.setStretch(1, 1)
        box.setContentsMargins(px(4), 0, px(4), 0)
        outer = row(on=self, gap=0)
        outer.addLayout(box)
        self.setFixedHeight(px(HEAD))

    def show_voters(self, voters: Sequence[Voter]) -> None:
        """Count those in favour."""
        t = self._desk.t
        given = sum(voter.choice is Choice.FOR for voter in voters)
        self._count.setText(airy(t("For {n}/{all}", n=given, all=len(voters))))


class RollGrid(QWidget):
    """Rows are made once and stay where they are: a roll does not change while it is called."""

    answered = Signal(str, str)
    pressed = Signal(str)
    """The member whose row was clicked; keys go there too, see the roll."""

    def __init__(
        self, desk: Desk, groups: Sequence[tuple[SeatGroup, int]], voters: Sequence[Voter]
    ) -> None:
        super().__init__()
        self._desk = desk
        self.rows: dict[tuple[str, int], RollRow] = {}
        self._blocks: list[tuple[GroupHead | None, QFrame | None, list[RollRow]]] = []
        self._heads: list[tuple[GroupHead, int]] = []
        for group, at in groups:
            self._add(group, at, [voter for voter in voters if voter.group == at])
        self._fit()

    def _add(self, group: SeatGroup, at: int, voters: list[Voter]) -> None:
        head, under = GroupHead(self._desk, group, at), line()
        head.setParent(self)
        under.setParent(self)
        rows: list[RollRow] = []
        for voter in voters:
            made = RollRow(self._desk, voter)
            made.setParent(self)
            made.answered.connect(self.answered)
            self.rows[voter.member, voter.seat] = made
            rows.append(made)
        self._heads.append((head, at))
        self._blocks.append((head, under, rows))

    def show_voters(self, voters: Sequence[Voter], called: str) -> None:
        """Show the answers as they are, and who is being called."""
        for voter in voters:
            made = self.rows.get((voter.member, voter.seat))
            if made is not None:
                made.show_voter(voter)
                made.show_called(called=bool(called) and voter.member == called)
        for head, at in self._heads:
            head.show_voters([voter for voter in voters if voter.group == at])

    def row_of(self, member: str) -> RollRow | None:
        """The row of a member, if it is here."""
        return next((one for (key, _), one in self.rows.items() if key == member), None)

    @property
    def least(self) -> int:
        """The width that one column needs."""
        return max((one.least for one in self.rows.values()), default=0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        hit = (one for one in self.rows.values() if one.geometry().contains(where))
        one = next(hit, None)
        if one is not None and one.voter.member:
            self.pressed.emit(one.voter.member)
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self._desk.px
        gap = px(GAP)
        count = max(1, min(MOST_COLUMNS, (self.width() + gap) // (self.least + gap)))
        for one in self.rows.values():
            one.set_narrow(narrow=self.width() < self.least)
        columns = _columns(self._blocks, count)
        width = (self.width() - gap * (len(columns) - 1)) // max(1, len(columns))
        height = 0
        for number, column in enumerate(columns):
            left, y = number * (width + gap), 0
            for head, under, rows in column:
                if head is not None and under is not None:
                    head.setGeometry(left, y, width, px(HEAD) - 4)
                    under.setGeometry(left, y + px(HEAD) - 4, width, 1)
                y += px(HEAD)
                for one in rows:
                    one.setGeometry(left, y, width, px(HEIGHT))
                    y += px(HEIGHT)
                y += px(4)
            height = max(height, y)
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)


_Block = tuple[GroupHead | None, QFrame | None, list[RollRow]]


def _columns(blocks: Sequence[_Block], count: int) -> list[list[_Block]]:
    """The groups in so many columns, in their order: the largest are split, the smallest share one."""
    parts = [[block] for block in blocks]
    while len(parts) < count:
        longest = max(range(len(parts)), key=lambda at: len(parts[at][0][2]))
        head, under, rows = parts[longest][0]
        if len(rows) < 4:
            break
        half = (len(rows) + 1) // 2
        parts[longest : longest + 1] = [[(head, under, rows[:half])], [(None, None, rows[half:])]]
    while len(parts) > count:
        sizes = [sum(len(block[2]) + 1 for block in part) for part in parts]
        at = min(range(len(parts) - 1), key=lambda i: sizes[i] + sizes[i + 1])
        parts[at : at + 2] = [[*parts[at], *parts[at + 1]]]
    return parts
