"""The wall's room: what waits at the left, the wall in the middle, what there is to settle at the right."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.forum.wall.acts import fresh_topics
from facilitator.desk.forum.wall.board import WallBoard
from facilitator.desk.forum.wall.dryrun import outlook
from facilitator.desk.forum.wall.empty import NoFields
from facilitator.desk.forum.wall.facts import Board, Card, Memory, read_board
from facilitator.desk.forum.wall.hand import Carry, Hand
from facilitator.desk.forum.wall.head import WallHead
from facilitator.desk.forum.wall.menu import TopicMenu
from facilitator.desk.forum.wall.paint import CardPainter
from facilitator.desk.forum.wall.putting import Putting
from facilitator.desk.forum.wall.right import RightSide
from facilitator.desk.forum.wall.tools import tools_menu
from facilitator.desk.forum.wall.waiting import WaitingSide
from facilitator.desk.meeting.asked import ASKED, why_not
from facilitator.desk.view import View
from facilitator.desk.widgets import card, column, row
from facilitator.meeting.forum.clashes import Clash
from facilitator.meeting.forum.topics import PostTopic
from facilitator.session import Change
from facilitator.words.figures import airy

LEFT, RIGHT = 208, 240
NARROW = 980
"""Pixels of width (at 100 %) under which only one of the two sides is shown."""


class WallView(View):
    """See the module. It shows and asks; every act goes to the session as a command."""

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__(desk)
        self.setObjectName("wall")
        self.meeting_id = meeting_id
        self._read: Board | None = None
        self._narrow, self._memory = False, Memory()
        painter = CardPainter(desk.theme)
        self.board = WallBoard(desk, painter)
        self.hand = Hand(desk, self.board, painter, self)
        self.board.hand = self.hand
        self._putting = Putting(desk, self, meeting_id, self.board.choose)
        self._menu = TopicMenu(desk, self, meeting_id, self.hand)
        new = action(desk, self, "wall.new", self.new_topic)
        action(desk, self, "wall.fit", self.toggle_fit)
        self.waiting = WaitingSide(desk, painter, self.hand, new)
        self.tray, self.parking = self.waiting.tray, self.waiting.parking
        self.right = RightSide(desk, meeting_id)
        self.head = WallHead(desk)
        px = desk.px
        self.waiting.setFixedWidth(px(LEFT))
        self.right.setFixedWidth(px(RIGHT))
        sides = (self.waiting, self._middle(), self.right)
        row(*sides, on=self, margins=px(16), gap=px(16)).setStretch(1, 1)
        self._connect()
        self.setFocusProxy(self.board)
        self.refresh_now()

    def _middle(self) -> QWidget:
        """The wall under its title, or what is lacking to have one."""
        made, holder, ground = QWidget(), QWidget(), card("card", name="wall.ground")
        column(self.board, on=ground, margins=1)
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(ground)
        self._stack.addWidget(NoFields(self.desk, self.meeting_id))
        column(self.head, holder, on=made, gap=self.desk.px(8)).setStretch(1, 1)
        return made

    def _connect(self) -> None:
        desk, head, right = self.desk, self.head, self.right
        self.hand.changed.connect(self._show_move)
        self.hand.put.connect(self._putting.put)
        self.hand.held.connect(self._menu.open)
        self.board.chosen.connect(self._chosen_on_wall)
        self.board.menu_wanted.connect(self._menu.open)
        self.waiting.picked.connect(self._picked)
        self.waiting.menu_wanted.connect(self._menu.open)
        self.waiting.gone_wanted.connect(self._show_gone)
        right.settle.wanted.connect(self._show_clash)
        right.selected.move_wanted.connect(self.hand.take_by_keys)
        right.selected.menu_wanted.connect(self._menu_of_selected)
        head.zoomed.connect(self.zoom_by)
        head.fitted.connect(self.toggle_fit)
        head.printed.connect(lambda: desk.go("meetings", self.meeting_id, "papers.wall"))
        head.tools_wanted.connect(self._open_tools)
        head.side_wanted.connect(lambda _settle: self._fold())

    # what is shown

    def concerns(self, change: Change) -> bool:
        """This meeting; the bodies, for people's names."""
        return change.stream == f"meeting/{self.meeting_id}" or change.stream.startswith("body/")

    def refresh(self) -> None:
        """Read the wall; what stayed the same is not touched."""
        meeting = self.desk.session.meeting(self.meeting_id)
        board = read_board(self.desk, meeting, self._memory)
        (key,) = fresh_topics(meeting, 1)
        anybody = tuple(self.desk.session.names(meeting))[:1]
        ask = PostTopic(meeting=meeting.id, topic=key, title=ASKED, conveners=anybody)
        self.waiting.allow_new(why_not(self.desk, ask))
        self.right.deeds.refresh()
        self.right.settle.show_clashes(board.clashes)
        if board != self._read:
            self._read = board
            self._stack.setCurrentIndex(0 if board.lines and board.columns else 1)
            self.head.say(self._about(board), self.right.settle.head.text())
            self.waiting.show_board(board)
            self.board.show_board(board)
        if self.hand.carry is None:
            self.right.show_card(self._card)

    def _about(self, board: Board) -> str:
        t = self.desk.t
        topics = t.many("{n} topic", "{n} topics", board.topics)
        hanging = t.many("{n} up on the wall", "{n} up on the wall", board.hanging)
        return airy(f"{topics} · {hanging}")

    @property
    def _card(self) -> Card | None:
        """The card that is selected, wherever it lies."""
        return self.board.card or self.waiting.card

    def _show_move(self, carry: Carry | None) -> None:
        """The move in hand stands where the selected card stood; above the wall where that is folded away."""
        found = None
        if carry is not None:
            meeting = self.desk.session.meeting(self.meeting_id)
            found = outlook(self.desk, meeting, carry)
        self.right.show_move(found)
        self.right.show_card(self._card if carry is None else None)
        if self.right.isHidden() and self._read is not None:
            about = found.line() if found is not None else self._about(self._read)
            self.head.say(about, self.right.settle.head.text())

    def _chosen_on_wall(self, chosen: Card | None) -> None:
        if chosen is not None:
            self.waiting.choose_nothing()
        self._show_selected()

    def _picked(self, picked: Card | None) -> None:
        if picked is not None:
            self.board.choose_nothing()
        self._show_selected()

    def _show_selected(self) -> None:
        if self.hand.carry is None:
            self.right.show_card(self._card)

    def _show_clash(self, clash: Clash) -> None:
        self.board.choose(clash.topics[0], clash.slot)
        self.board.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._narrow = event.size().width() < self.desk.px(NARROW)
        self._fold()

    def _fold(self) -> None:
        """Both sides where there is room, else the one that was chosen."""
        settle = self.head.side.isChecked()
        self.waiting.setVisible(not self._narrow or not settle)
        self.right.setVisible(not self._narrow or settle)
        px = self.desk.px
        sides = px(RIGHT if settle else LEFT) if self._narrow else px(LEFT + RIGHT + 16)
        self.head.fold(self._narrow, self.width() - sides - px(48))

    # what is asked for

    def new_topic(self) -> None:
        """Pitch mode."""
        from facilitator.desk.forum.wall.pitch import PitchPanel

        PitchPanel(self.desk, self, self.meeting_id).open()

    def toggle_fit(self) -> None:
        """The whole wall at once, or at its own size again."""
        self.board.fit(not self.board.fits)
        self.head.fit.setChecked(self.board.fits)

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller."""
        self.board.zoom_by(factor)
        self.head.fit.setChecked(False)

    def _show_gone(self) -> None:
        from facilitator.desk.forum.wall.gone import GonePanel

        GonePanel(self.desk, self, self.meeting_id).open()

    def _open_tools(self, at: QPoint) -> None:
        menu = tools_menu(self.desk, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _menu_of_selected(self, one: Card) -> None:
        more = self.right.selected.more
        self._menu.open(one, more.mapToGlobal(QPoint(0, more.height())))
