"""The wall's room: what waits at the left, the wall in the middle, what there is to settle at the right."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.forum.wall.acts import fresh_topics
from facilitator.desk.forum.wall.board import ZOOM_STEP, WallBoard
from facilitator.desk.forum.wall.deeds import JustNow
from facilitator.desk.forum.wall.dryrun import outlook
from facilitator.desk.forum.wall.empty import NoFields
from facilitator.desk.forum.wall.facts import Board, Card, read_board
from facilitator.desk.forum.wall.hand import Carry, Hand
from facilitator.desk.forum.wall.menu import TopicMenu
from facilitator.desk.forum.wall.paint import CardPainter
from facilitator.desk.forum.wall.putting import Putting
from facilitator.desk.forum.wall.shelf import CardList, Shelf
from facilitator.desk.forum.wall.side import InHand, Selected, ToSettle
from facilitator.desk.forum.wall.tools import tools_menu
from facilitator.desk.meeting.asked import ASKED, allow, why_not
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, column, elided, row, words
from facilitator.meeting.forum.clashes import Clash
from facilitator.meeting.forum.topics import PostTopic
from facilitator.session import Change
from facilitator.words.figures import airy

LEFT, RIGHT = 208, 240
ALL_AT_ONCE = 600
"""Pixels of height (at 100 %) from which on the last deeds stay in sight beside a move in hand."""


class WallView(View):
    """See the module. It shows and asks; every act goes to the session as a command."""

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__(desk)
        self.setObjectName("wall")
        self.meeting_id = meeting_id
        self._read: Board | None = None
        painter = CardPainter(desk.theme)
        self.board = WallBoard(desk, painter)
        self.hand = Hand(desk, self.board, painter, self)
        self.board.hand = self.hand
        self._putting = Putting(desk, self, meeting_id, self._select)
        self._menu = TopicMenu(desk, self, meeting_id, self.hand)
        px = desk.px
        left, right = self._left(painter), self._right()
        left.setFixedWidth(px(LEFT))
        right.setFixedWidth(px(RIGHT))
        row(left, self._middle(), right, on=self, margins=px(16), gap=px(16)).setStretch(1, 1)
        self._connect()
        self.setFocusProxy(self.board)
        self.refresh_now()

    # made once

    def _left(self, painter: CardPainter) -> QWidget:
        """New topics, those that wait, those put aside, and the way to those that are gone."""
        desk, t, px, made = self.desk, self.desk.t, self.desk.px, QWidget()
        self._new_act = action(desk, self, "wall.new", self.new_topic)
        self._new = button("", name="wall.new.button").follow(self._new_act)
        self._new.setMinimumWidth(px(LEFT))
        hint = t("Drag it to the wall, or select it and press →")
        self.tray = Shelf(
            desk, painter, self.hand, key="tray", title=t("Not on the wall yet"), hint=hint
        )
        self.parking = Shelf(desk, painter, self.hand, key="parking", title=t("Parked"), hint="")
        self.parking.setMinimumHeight(px(96))
        self._gone = button("", "link", "small", name="wall.gone")
        self._gone.clicked.connect(self._show_gone)
        column(self._new, self.tray, self.parking, self._gone, on=made, gap=px(8))
        made.layout().setStretch(1, 3)  # type: ignore[union-attr]
        made.layout().setStretch(2, 2)  # type: ignore[union-attr]
        return made

    def _middle(self) -> QWidget:
        """The wall under its title, or what is lacking to have one."""
        desk, t, px, made = self.desk, self.desk.t, self.desk.px, QWidget()
        self._about = elided("", "secondary", name="wall.about")
        smaller = button("−", name="wall.smaller", tip=t("Smaller"))
        larger = button("+", name="wall.larger", tip=t("Larger"))
        for one, said, factor in (
            (smaller, t("Smaller"), 1 / ZOOM_STEP),
            (larger, t("Larger"), ZOOM_STEP),
        ):
            one.setProperty("narrow", True)
            one.setAccessibleName(said)
            one.clicked.connect(lambda _c=False, factor=factor: self._zoom(factor))
        fit = action(desk, self, "wall.fit", self._fit)
        self._fits = button(desk.t("Fit to window"), name="wall.fit.button")
        self._fits.setCheckable(True)
        self._fits.setProperty("look", "side")
        self._fits.clicked.connect(fit.trigger)
        prints = button(t("Print"), name="wall.print")
        prints.clicked.connect(lambda: desk.go("meetings", self.meeting_id, "papers"))
        self._more = button("", icon=desk.theme.icon("ellipsis"), name="wall.tools")
        self._more.setAccessibleName(t("More for the wall"))
        self._more.setToolTip(t("More for the wall"))
        self._more.clicked.connect(self._open_tools)
        title = words(t("Agenda wall"), "item")
        head = row(title, self._about, smaller, larger, self._fits, prints, self._more, gap=px(8))
        head.setStretch(1, 1)
        self._lacks = NoFields(desk, self.meeting_id)
        holder, ground = QWidget(), card("card", name="wall.ground")
        column(self.board, on=ground, margins=1)
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(ground)
        self._stack.addWidget(self._lacks)
        column(head, holder, on=made, gap=px(8))
        made.layout().setStretch(1, 1)  # type: ignore[union-attr]
        return made

    def _right(self) -> QWidget:
        """What to settle, the move in hand or the card that is selected, and the last deeds."""
        made = QWidget()
        self.settle = ToSettle(self.desk, self.meeting_id)
        self.in_hand = InHand(self.desk)
        self.selected = Selected(self.desk, self.meeting_id)
        self.deeds = JustNow(self.desk, self.meeting_id)
        self.in_hand.hide()
        self.selected.hide()
        pieces = (self.settle, self.in_hand, self.selected, self.deeds, None)
        column(*pieces, on=made, gap=self.desk.px(8)).setStretch(3, 1000)
        return made

    def _connect(self) -> None:
        hand, board = self.hand, self.board
        hand.changed.connect(self._show_move)
        hand.put.connect(self._putting.put)
        hand.held.connect(self._menu.open)
        board.chosen.connect(self._chosen_on_wall)
        board.menu_wanted.connect(self._menu.open)
        for shelf in (self.tray, self.parking):
            shelf.list.picked.connect(self._picked)
            shelf.list.menu_wanted.connect(self._menu.open)
        self.settle.wanted.connect(self._show_clash)
        self.selected.move_wanted.connect(self.hand.take_by_keys)
        self.selected.menu_wanted.connect(self._menu_of_selected)

    # what is shown

    def concerns(self, change: Change) -> bool:
        """This meeting; the bodies, for people's names."""
        return change.stream == f"meeting/{self.meeting_id}" or change.stream.startswith("body/")

    def refresh(self) -> None:
        """Read the wall; what stayed the same is not touched."""
        desk, t = self.desk, self.desk.t
        meeting = desk.session.meeting(self.meeting_id)
        board = read_board(desk, meeting)
        (key,) = fresh_topics(meeting, 1)
        anybody = tuple(desk.session.names(meeting))[:1]
        ask = PostTopic(meeting=meeting.id, topic=key, title=ASKED, conveners=anybody)
        refused = why_not(desk, ask)
        self._new_act.setEnabled(not refused)
        allow(self._new, refused)
        self.deeds.refresh()
        if board != self._read:
            self._read = board
            self._stack.setCurrentIndex(0 if board.lines and board.columns else 1)
            topics = t.many("{n} topic", "{n} topics", board.topics)
            hanging = t.many("{n} up on the wall", "{n} up on the wall", board.hanging)
            self._about.setText(airy(f"{topics} · {hanging}"))
            self.tray.show_cards(board.tray)
            self.parking.show_cards(board.parked)
            gone = t.many(
                "{n} merged, split or withdrawn", "{n} merged, split or withdrawn", board.gone
            )
            self._gone.setText(airy(gone))
            self._gone.setVisible(board.gone > 0)
            self.board.show_board(board)
        self.settle.show_clashes(board.clashes)
        if not self.selected.isHidden() and self._card is not None:
            self.selected.show_card(self._card)

    @property
    def _card(self) -> Card | None:
        """The card that is selected, wherever it lies."""
        shelves = (shelf.list.card for shelf in (self.tray, self.parking))
        return self.board.card or next((one for one in shelves if one is not None), None)

    def _show_move(self, carry: Carry | None) -> None:
        """The move in hand stands where the selected card stood."""
        self.in_hand.setVisible(carry is not None)
        self.deeds.setVisible(carry is None or self.height() >= self.desk.px(ALL_AT_ONCE))
        if carry is not None:
            meeting = self.desk.session.meeting(self.meeting_id)
            self.in_hand.show_outlook(outlook(self.desk, meeting, carry))
        self._show_selected(self._card if carry is None else None)

    def _chosen_on_wall(self, chosen: Card | None) -> None:
        if chosen is not None:
            self.tray.list.choose_nothing()
            self.parking.list.choose_nothing()
        self._show_selected(self._card)

    def _picked(self, picked: Card | None) -> None:
        """A card beside the wall is selected: none of the others is any more."""
        if picked is not None:
            sender = self.sender()
            for one in (self.tray.list, self.parking.list):
                if one is not sender and isinstance(sender, CardList):
                    one.choose_nothing()
            self.board.choose_nothing()
        self._show_selected(self._card)

    def _show_selected(self, one: Card | None) -> None:
        shown = one is not None and self.hand.carry is None
        self.selected.setVisible(shown)
        if one is not None and shown:
            self.selected.show_card(one)

    def _select(self, topic: str, slot: str) -> None:
        """What was put down is selected where it hangs now."""
        self.board.choose(topic, slot)

    def _show_clash(self, clash: Clash) -> None:
        self.board.choose(clash.topics[0], clash.slot)
        self.board.setFocus()

    # what is asked for

    def new_topic(self) -> None:
        """Pitch mode."""
        from facilitator.desk.forum.wall.pitch import PitchPanel

        PitchPanel(self.desk, self, self.meeting_id).open()

    def _show_gone(self) -> None:
        from facilitator.desk.forum.wall.gone import GonePanel

        GonePanel(self.desk, self, self.meeting_id).open()

    def _open_tools(self) -> None:
        menu: QMenu = tools_menu(self.desk, self.meeting_id, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _menu_of_selected(self, one: Card) -> None:
        more = self.selected.more
        self._menu.open(one, more.mapToGlobal(QPoint(0, more.height())))

    def _fit(self) -> None:
        self.board.fit(not self.board.fits)
        self._fits.setChecked(self.board.fits)

    def _zoom(self, factor: float) -> None:
        self.board.zoom_by(factor)
        self._fits.setChecked(False)
