"""A meeting that is over: what was decided, its papers in one click, and the way to open it again."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.desk.closing.decisions import DecisionsView
from facilitator.desk.closing.forum import what_came
from facilitator.desk.closing.head import RecordHead
from facilitator.desk.closing.selection import round_here, what_was_chosen
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.reason import ReasonPanel
from facilitator.desk.papers.blocks import chosen_blocks
from facilitator.desk.papers.exporting import SetExport
from facilitator.desk.papers.orders import Orders
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, column, line, row, scrolling, words
from facilitator.meeting import Meeting
from facilitator.meeting.agenda import Item, ItemState
from facilitator.meeting.lifecycle import ReopenMeeting
from facilitator.meeting.motions import Motion, MotionState
from facilitator.press import Order
from facilitator.session import Change
from facilitator.words.figures import airy, item_number, listing, meeting_time
from facilitator.words.matters import motion_name

FAILED = (MotionState.LOST, MotionState.UNDECIDED)


class ClosedView(View):
    """Left what came of the meeting, right what is done with it now."""

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__(desk)
        self.setObjectName("closed")
        self.meeting_id = meeting_id
        meeting = desk.session.meeting(meeting_id)
        self._body, self._lang = meeting.council.body, meeting.call.lang
        self._title = words("", "item", wrap=True, name="closed.title")
        self._when = words("", "secondary", wrap=True, name="closed.when")
        self._rest = words("", "secondary", wrap=True, name="closed.rest")
        self.decisions = DecisionsView(desk, meeting_id)
        self.export = SetExport(desk, Orders(desk, meeting_id), self._order_of)
        self.head = RecordHead(desk, meeting_id)
        px = desk.px
        top = column(self._title, self._when, self._rest, gap=px(4))
        main = column(top, self.decisions, margins=(px(24), px(16), px(24), 0), gap=px(12))
        side = card("side-right")
        area = scrolling(self._side())
        area.setAccessibleName(desk.t("What to do with it"))
        column(area, on=side)
        self._side_card = side
        box = row(on=self, gap=0)
        box.addLayout(main, 1)
        box.addWidget(side)

    def concerns(self, change: Change) -> bool:
        """Acts of this meeting, and of its body."""
        return change.stream in (f"meeting/{self.meeting_id}", f"body/{self._body}")

    def refresh(self) -> None:
        """Say what came of it."""
        meeting = self.desk.session.meeting(self.meeting_id)
        self._title.setText(self._what(meeting))
        self._when.setText(airy(self._times(meeting)))
        rest = airy("\n".join(self._besides(meeting)))
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self._round.setVisible(bool(round_here(self.desk, meeting)))
        self.export.refresh()
        self.head.refresh(closed=True)

    def minimumSizeHint(self) -> QSize:
        """Room for both sides; each scrolls."""
        return QSize(self.desk.px(520), self.desk.px(260))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side_card.setFixedWidth(min(self.desk.px(344), self.width() * 2 // 5))

    def reopen(self) -> None:
        """Ask why, and open the meeting again."""
        t = self.desk.t
        panel = ReasonPanel(
            self.desk,
            self,
            t("Open the meeting again"),
            lambda reason: ReopenMeeting(meeting=self.meeting_id, reason=reason),
            done=t("Open again"),
            note=t(
                "What was recorded stays. Who is in the room is noted anew; the reason stands in the record."
            ),
            asks=t("Why it is opened again"),
        )
        panel.open()

    def check(self) -> None:
        """Hold the archive against the paper that was signed."""
        from facilitator.desk.safekeeping.checking import CheckPanel

        CheckPanel(self.desk, self, f"meeting/{self.meeting_id}").open()

    def erase_guest(self) -> None:
        """Ask whose personal data is to be erased."""
        from facilitator.desk.closing.guests import GuestsPanel

        GuestsPanel(self.desk, self, self.meeting_id).open()

    # --- the pieces

    def _side(self) -> QWidget:
        t, px = self.desk.t, self.desk.px
        papers = button(t("Look at the papers"), "plain", name="closed.papers")
        papers.setIcon(self.desk.theme.icon("file-text"))
        papers.clicked.connect(lambda: self.desk.go("meetings", self.meeting_id, "papers"))
        book = button(t("Book of proceedings"), "soft", name="closed.book")
        book.clicked.connect(
            lambda: self.desk.go("meetings", self.meeting_id, "papers.proceedings")
        )
        book.setVisible(self.desk.session.meeting(self.meeting_id).format.has("wall"))
        self._round = button(t("Go to the round"), "soft", name="closed.round")
        self._round.clicked.connect(self._to_round)
        reopen = button(t("Open the meeting again…"), "link", name="closed.reopen")
        reopen.clicked.connect(self.reopen)
        check = button(t("Check against the signed paper…"), "link", name="closed.check")
        check.clicked.connect(self.check)
        guest = button(t("Erase personal data of a guest…"), "link", name="closed.guests")
        guest.clicked.connect(self.erase_guest)
        seldom = column(row(check, None), row(guest, None), row(reopen, None), gap=px(4))
        inner = QWidget()
        column(
            self.export,
            column(row(self._round, None), row(book, None), row(papers, None), gap=px(8)),
            line(),
            self.head,
            seldom,
            None,
            on=inner,
            margins=px(16),
            gap=px(16),
        )
        return inner

    def _to_round(self) -> None:
        self.desk.go("projects", self.desk.session.meeting(self.meeting_id).slate.round)

    def _order_of(self, kind: str, public: bool) -> Order:
        blocks = chosen_blocks(self.desk.settings, self._body, kind)
        return Order(kind, self._lang, public, blocks)

    # --- the words

    def _what(self, meeting: Meeting) -> str:
        t = self.desk.t
        if meeting.life.cancelled:
            return t("The meeting was cancelled")
        if meeting.life.opened is None:
            return t("The meeting was closed without having been opened")
        if meeting.format.has("wall"):
            return what_came(self.desk, meeting)
        if meeting.format.has("slate"):
            return what_was_chosen(self.desk, meeting)
        count = sum(not one.annulled for one in meeting.decisions.all.values())
        said = t.many(
            "The meeting is closed: {n} decision", "The meeting is closed: {n} decisions", count
        )
        return airy(said) if count else t("The meeting is closed: no decision")

    def _times(self, meeting: Meeting) -> str:
        lang, zone = self.desk.lang, meeting.call.planned.tzinfo
        life = meeting.life
        if life.cancelled:
            return life.cancelled
        first = life.opened.at if life.opened else meeting.call.planned
        last = life.closed.at.astimezone(zone) if life.closed else None
        return meeting_time(first.astimezone(zone), last if life.opened else None, lang)

    def _besides(self, meeting: Meeting) -> list[str]:
        """What was not carried, what waits for the next meeting, what was objected: one line each."""
        t = self.desk.t
        lost = [m for m in meeting.motions.all.values() if not m.amends and m.state in FAILED]
        put_off = [i for i in meeting.agenda.items if i.state is ItemState.POSTPONED]
        lines: list[str] = []
        if lost:
            names = listing((self._motion(meeting, motion) for motion in lost), self.desk.lang)
            lines.append(t("Not carried: {motions}", motions=names))
        if put_off:
            lines.append(t("Put off to the next meeting: {items}", items=self._items(put_off)))
        if meeting.life.objections:
            lines.append(t("Objections: {text}", text=meeting.life.objections))
        if meeting.life.opened and not meeting.life.cancelled and not meeting.life.read_back:
            lines.append(t("The record was not read back at the meeting."))
        return lines

    def _motion(self, meeting: Meeting, motion: Motion) -> str:
        title = motion.title or meeting.agenda.item(motion.item).title
        return f"{motion_name(meeting.motions, motion, self.desk.lang)} {title}"

    def _items(self, items: list[Item]) -> str:
        t, lang = self.desk.t, self.desk.lang
        said = (
            t("{number}. {title}", number=item_number(one.number, lang), title=one.title)
            for one in items
        )
        return listing(said, lang)
