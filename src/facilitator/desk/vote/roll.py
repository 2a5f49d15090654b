"""The roll call: who is being called, what they answer, by click or by key."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.vote.answers import ACTIONS
from facilitator.desk.vote.call_card import CallCard
from facilitator.desk.vote.correcting import CorrectVotePanel
from facilitator.desk.vote.roll_grid import RollGrid
from facilitator.desk.vote.roll_list import RollList
from facilitator.desk.vote.voters import Voter, voters_of
from facilitator.desk.widgets import row, scrolling
from facilitator.desk.widgets.someone import Someone
from facilitator.meeting import Meeting
from facilitator.meeting.polls import Poll
from facilitator.meeting.voting import CastVote
from facilitator.rules.charter import SeatGroup
from facilitator.rules.tally import Choice

MOST_ROWS = 39
"""More members than this are shown as a list."""
FEW = 2
"""Groups of so many seats stand above the card, where others are larger."""
SIDE = 304
TYPING = 1500
"""Milliseconds within which two digits are one seat."""


class RollCall(QWidget):
    """Y, N and A answer for the one who is called; digits choose a seat, arrows go back and on."""

    def __init__(self, desk: Desk, meeting: Meeting, poll: Poll) -> None:
        super().__init__()
        self.desk, self._meeting, self._poll = desk, meeting, poll
        self.voters: list[Voter] = voters_of(desk, meeting, poll)
        self.called = ""
        self._answering = ""
        """Whose answer is on its way to the disk; it may get there later, when it is tried again."""
        self._digits = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING)
        self._pause.timeout.connect(self._forget)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._reveal)
        self.setObjectName("vote.rollcall")
        self.setAccessibleName(desk.t("Roll call"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.card = CallCard(desk, len(meeting.charter.groups))
        self.card.answered.connect(lambda said: self.answer(Choice(said)))
        self._grids: list[RollGrid] = []
        self._list: RollList | None = None
        self._area: QScrollArea | None = None
        self._small: RollGrid | None = None
        self._arrange()
        self._keys()

    def _arrange(self) -> None:
        px = self.desk.px
        groups = [(group, at) for at, group in enumerate(self._meeting.charter.groups)]
        sizes = {at: sum(one.group == at for one in self.voters) for _, at in groups}
        left: QScrollArea | RollList
        self._side, self._under = QVBoxLayout(), QVBoxLayout()
        for box in (self._side, self._under):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(px(8))
        if len(self.voters) > MOST_ROWS:
            left = self._list = RollList(self.desk)
            left.pressed.connect(self.call)
        else:
            large = [one for one in groups if sizes[one[1]] > FEW] or groups
            small = [one for one in groups if one not in large and sizes[one[1]]]
            self._under.addWidget(self._grid(large))
            self._under.addStretch(1)
            content = QWidget()
            content.setLayout(self._under)
            left = self._area = scrolling(content)
            left.setAccessibleName(self.desk.t("Roll call"))
            if small:
                self._small = self._grid(small)
                self._side.addWidget(self._small)
        self._side.addWidget(self.card)
        self._side.addStretch(1)
        self._right = QWidget()
        self._right.setLayout(self._side)
        self._right.setFixedWidth(px(SIDE))
        box = row(left, self._right, on=self, gap=px(16))
        box.setStretch(0, 1)

    def set_side(self, width: int) -> None:
        """So much for the one who is called."""
        self._right.setFixedWidth(width)

    def set_low(self, *, low: bool) -> None:
        """Where there is little height, small groups stand below the others, and the card is lower."""
        self.card.set_low(low=low)
        if self._small is None:
            return
        wanted, at = (self._under, self._under.count() - 1) if low else (self._side, 0)
        if wanted.indexOf(self._small) < 0:
            wanted.insertWidget(at, self._small)

    def _grid(self, groups: list[tuple[SeatGroup, int]]) -> RollGrid:
        made = RollGrid(self.desk, groups, self.voters)
        made.answered.connect(self._clicked)
        made.pressed.connect(self.call)
        self._grids.append(made)
        return made

    def _keys(self) -> None:
        for choice, name in ACTIONS.items():
            action(self.desk, self, name, lambda said=choice: self.answer(said))
        back = action(self.desk, self, "vote.back", lambda: self.step(-1))
        back.setShortcuts([back.shortcut(), QKeySequence(Qt.Key.Key_Up)])
        on = action(self.desk, self, "vote.on", lambda: self.step(1))
        on.setShortcuts([on.shortcut(), QKeySequence(Qt.Key.Key_Down)])
        for grid in self._grids:
            grid.addActions([back, on])

    def show_poll(self, meeting: Meeting, poll: Poll) -> None:
        """Show the answers as they are now; whoever is called stays called until they have answered."""
        self._meeting, self._poll = meeting, poll
        self.voters = voters_of(self.desk, meeting, poll)
        one = self._voter(self.called)
        if one is None:
            self.called = self._next(0)
        elif one.member == self._answering and one.choice is not None:
            self._answering, self.called = "", self._next(one.seat)
        self._show()

    def call(self, member: str) -> None:
        """Call somebody; out of turn, too."""
        if self._voter(member) is not None:
            self.called = member
            self._show()
        self.take_keys()

    def take_keys(self) -> None:
        """Let Y, N, A and the digits come here."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Go back to the one before, or on to the one after, among those on the roll."""
        self._forget()
        line = [one.member for one in self._in_order() if one.on_roll]
        if not line:
            return
        if self.called in line:
            at = max(0, min(len(line) - 1, line.index(self.called) + by))
        else:
            at = len(line) - 1 if by < 0 else 0
        self.call(line[at])

    def answer(self, choice: Choice) -> None:
        """The one who is called gives this answer; one who has answered is corrected, with a reason."""
        self._forget()
        voter = self._voter(self.called)
        if voter is None or voter.out:
            return
        if voter.choice is choice:
            self._go_on(voter)
        elif voter.choice is not None:
            self._correct(voter, choice)
        else:
            command = CastVote(
                meeting=self._meeting.id, poll=self._poll.id, member=voter.member, choice=choice
            )
            self._answering = voter.member
            if self.desk.do(command):
                self._go_on(voter)

    def _clicked(self, member: str, said: str) -> None:
        voter = self._voter(member)
        if voter is None:
            return
        self.call(member)
        if voter.choice is None:
            self.answer(Choice(said))
        else:
            self._correct(voter, Choice(said))

    def _correct(self, voter: Voter, choice: Choice) -> None:
        people = [Someone(voter.member, voter.name, voter.seat, voter.group)]
        wanted = choice if choice is not voter.choice else None
        panel = CorrectVotePanel(self.desk, self, self._meeting.id, self._poll, people, wanted)
        panel.finished.connect(self.take_keys)
        panel.open()

    def _in_order(self) -> list[Voter]:
        """The roll by seat number."""
        return sorted((one for one in self.voters if one.member), key=lambda one: one.seat)

    def _go_on(self, voter: Voter) -> None:
        self.called = self._next(voter.seat)
        self._show()

    def _next(self, seat: int) -> str:
        """Who is to be called next: the first waiting after a seat, else the first of all."""
        waiting = [one for one in self._in_order() if one.waiting]
        later = [one for one in waiting if one.seat > seat]
        return (later or waiting)[0].member if waiting else ""

    def _voter(self, member: str) -> Voter | None:
        return next((one for one in self.voters if member and one.member == member), None)

    def _show(self) -> None:
        for grid in self._grids:
            grid.show_voters(self.voters, self.called)
        if self._list is not None:
            self._list.show_voters(self.voters, self.called)
        self.card.show_voter(self._voter(self.called))
        self._soon.start(0)  # once everything has its place

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whoever is called stays in sight."""
        super().resizeEvent(event)
        self._soon.start(0)

    def _reveal(self) -> None:
        if self._list is not None:
            self._list.scrollTo(self._list.currentIndex())
        content = self._area.widget() if self._area is not None else None
        for grid in self._grids:
            shown = grid.row_of(self.called)
            if shown is not None and content is not None and content.isAncestorOf(shown):
                self._area.ensureWidgetVisible(shown, 0, self.desk.px(20))  # pyright: ignore[reportOptionalMemberAccess]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose a seat; two of them within a moment are one number."""
        text = event.text()
        if text and text.isascii() and text.isdigit():
            self._digit(text)
        else:
            super().keyPressEvent(event)

    def _digit(self, digit: str) -> None:
        seats = {str(one.seat): one.member for one in self.voters if one.member and one.seat}
        wanted = self._digits + digit
        fits = any(seat.startswith(wanted) for seat in seats)
        self._digits = wanted if fits else digit
        self._pause.start()
        if self._digits in seats:
            self.called = seats[self._digits]
            self._show()

    def _forget(self) -> None:
        self._digits = ""
        self._pause.stop()
