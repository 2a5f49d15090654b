"""Who may answer a vote that is to be opened: how many of each group, who is not there, who steps aside."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, clock_at, why_not
from facilitator.desk.vote.recusals import LiftPanel, RecusePanel
from facilitator.desk.widgets import GroupMark, button, clear, column, elided, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.polls import Recuse
from facilitator.meeting.standing import room
from facilitator.words.figures import Unit, airy, counted, listing
from facilitator.words.tongue import NBSP

MOST_NAMES = 12


class WhoMayAnswer(QFrame):
    """The people of a vote, before it is opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._meeting: Meeting | None = None
        t, px = desk.t, desk.px
        self.setProperty("look", "card")
        self.setObjectName("vote.who")
        self._head = words("", "head", name="vote.who.head", wrap=True)
        self._groups = column(gap=px(4))
        self._told: list[str] = []
        """Each group with its numbers."""
        self._lines: list[list[int]] = []
        """Which of them stand in which line."""
        self._absent = words("", "secondary", wrap=True, name="vote.who.absent")
        self._recused = column(gap=px(4))
        self.recuse = button(t("Somebody steps aside…"), "plain", "small", name="vote.recuse.open")
        self.recuse.clicked.connect(self._open_recuse)
        head = row(self._head, self.recuse, gap=px(8))
        head.setStretch(0, 1)
        pieces = (head, self._groups, self._absent, self._recused, None)
        column(*pieces, on=self, gap=px(6), margins=px(16))

    def show_meeting(self, meeting: Meeting) -> None:
        """Show who may answer now."""
        self._meeting = meeting
        t, lang = self._desk.t, self._desk.lang
        numbers = room(meeting, meeting.agenda.in_hand)
        people = counted(numbers.whole.silent, Unit.PEOPLE, lang)
        self._head.setText(airy(t("{people} may answer", people=people)))
        self._show_groups(meeting)
        names = self._desk.session.names(meeting)
        away = [
            h.member for h in meeting.council.seats if not meeting.attendance.is_present(h.member)
        ]
        told = [
            self._why(meeting, names.get(member, member), member) for member in away[:MOST_NAMES]
        ]
        dots = "…" if len(away) > MOST_NAMES else ""
        said = t("Not in the room: {people}", people=listing(told, lang) + dots) if away else ""
        self._absent.setText(airy(said))
        self._absent.setVisible(bool(said))
        self._show_recused(meeting, names)
        present = meeting.attendance.present(meeting.council.seats)
        out = meeting.polls.recused.get(meeting.agenda.in_hand, {})
        someone = next((h.member for h in present if h.member not in out), "")
        reason = why_not(self._desk, Recuse(meeting=meeting.id, member=someone, reason="?"))
        allow(self.recuse, reason)

    def _show_groups(self, meeting: Meeting) -> None:
        numbers = room(meeting, meeting.agenda.in_hand)
        self._told, self._lines = [], []
        for group in meeting.charter.groups:
            tally, name = numbers.groups[group.key], group.short_text(self._desk.lang)
            self._told.append(f"{name}{NBSP}{tally.silent:,}/{tally.seats:,}")
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Groups that have no room beside the others stand below them."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        px, metrics = self._desk.px, self.fontMetrics()
        lines, left = list[list[int]](), 0
        for at, told in enumerate(self._told):
            wide = px(13 + 6 + 14) + metrics.horizontalAdvance(told)
            if not lines or wide > left:
                lines.append([])
                left = self.width() - 2 * px(16)
            lines[-1].append(at)
            left -= wide
        if lines == self._lines:
            return
        self._lines = lines
        clear(self._groups)
        for line in lines:
            laid = row(gap=px(6))
            for at in line:
                laid.addWidget(GroupMark(self._desk.theme, at, 13))
                laid.addWidget(elided(self._told[at]))
                laid.addSpacing(px(8))
            laid.addStretch(1)
            self._groups.addLayout(laid)

    def _why(self, meeting: Meeting, name: str, member: str) -> str:
        t = self._desk.t
        stays = meeting.attendance.stays.get(member)
        if stays and (left := stays[-1].left) is not None:
            why = t("left {time}", time=clock_at(meeting, left))
        elif member in meeting.attendance.excused:
            why = t.within("absence", "with leave")
        else:
            why = t.within("absence", "did not come")
        return t("{name} ({note})", name=name, note=why)

    def _show_recused(self, meeting: Meeting, names: dict[str, str]) -> None:
        clear(self._recused)
        t = self._desk.t
        recused = meeting.polls.recused.get(meeting.agenda.in_hand, {})
        for member, reason in recused.items():
            name = names.get(member, member)
            said = elided(t("Steps aside: {name} ({reason})", name=name, reason=reason))
            undo = button(t("Votes after all…"), "link", "small", name=f"vote.lift.{member}")
            undo.clicked.connect(lambda _on=False, member=member: self._open_lift(member))
            line = row(said, undo, gap=self._desk.px(8))
            line.setStretch(0, 1)
            self._recused.addLayout(line)

    def _open_recuse(self) -> None:
        if self._meeting is not None:
            RecusePanel(self._desk, self, self._meeting).open()

    def _open_lift(self, member: str) -> None:
        if self._meeting is not None:
            LiftPanel(self._desk, self, self._meeting, member).open()
