"""Those without a vote, in one line below the seats: who is there, who comes and goes, who is let in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QWidget,
)

from facilitator.bodies.people import Person
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import local
from facilitator.desk.meeting.seat_acts import person_menu
from facilitator.desk.meeting.seating import AWAY, Guest, guests
from facilitator.desk.panel import Panel
from facilitator.desk.view import View
from facilitator.desk.widgets import column, row, tip, words
from facilitator.meeting import Meeting
from facilitator.meeting.attendance import AdmitObserver, Arrive, Capacity
from facilitator.meeting.format import Stage
from facilitator.words.figures import airy, listing
from facilitator.words.titles import title
from facilitator.words.tongue import Tongue


class GuestList(View):
    """One line that can be pressed: it opens a menu with everybody without a vote."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        self.meeting_id = meeting
        self._line = GuestLine(desk)
        self._line.clicked.connect(self._open)
        row(self._line, on=self)

    def refresh(self) -> None:
        """Name those who are there."""
        self._line.show_words(guest_words(self._guests(), self.desk.t))

    def _guests(self) -> tuple[Guest, ...]:
        meeting = self._meeting()
        return guests(meeting, self.desk.session.names(meeting), partial(local, meeting))

    def _meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    def _open(self) -> None:
        t, menu = self.desk.t, QMenu(self)
        menu.setObjectName("guests.menu")
        for guest in self._guests():
            own = person_menu(self.desk, self._meeting(), guest.person, self)
            own.setTitle(guest.words(t).replace("&", "&&"))
            menu.addMenu(own)
            menu.aboutToHide.connect(own.deleteLater)
        menu.addSeparator()
        let_in = menu.addAction(self.desk.theme.icon("user-plus"), t("Let somebody in…"))
        let_in.setObjectName("guests.admit")
        let_in.triggered.connect(
            lambda _c=False: AdmitPanel(self.desk, self, self.meeting_id).open()
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._line.mapToGlobal(QPoint(0, -menu.sizeHint().height())))


def guest_words(some: tuple[Guest, ...], t: Tongue) -> str:
    """列席 叶永康、谢婉仪 · 记录 郑晓彤: those who are there by capacity, then how many are not."""
    parts: list[str] = []
    for capacity in Capacity:
        here = [one.name for one in some if one.capacity is capacity and one.doing not in AWAY]
        if here:
            head = title(capacity, t.lang)
            names = listing(here, t.lang)
            parts.append(t.within("guests", "{capacity} {names}", capacity=head, names=names))
    away = sum(one.doing in AWAY for one in some)
    if away:
        parts.append(t.many("{n} not in the room", "{n} not in the room", away))
    return airy(" · ".join(parts)) or t("Nobody without a vote is here")


class GuestLine(QAbstractButton):
    """Words in one line, cut where there is no room, with a small arrow."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._words = desk, ""
        self.setObjectName("guests")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_words(self, said: str) -> None:
        """Show this from now on."""
        self._words = said
        self.setAccessibleName(said)
        tip(self, said)
        self.update()

    def sizeHint(self) -> QSize:
        """One line high."""
        return QSize(self._desk.px(120), self._desk.px(28))

    def minimumSizeHint(self) -> QSize:
        """Words are cut before it gets smaller than this."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._desk.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setBrush(theme.color("sunken"))
            painter.setPen(theme.color("ink") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), theme.px(6), theme.px(6))
        side = theme.px(16)
        room = self.rect().adjusted(theme.px(4), 0, -side - theme.px(8), 0)
        painter.setFont(theme.font(14))
        painter.setPen(theme.color("soft"))
        flat = " ".join(self._words.split(" "))
        cut = painter.fontMetrics().elidedText(flat, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)
        top = (self.height() - side) // 2
        painter.drawPixmap(room.right() + theme.px(4), top, theme.pixmap("chevron-up", "soft", 16))


class AdmitPanel(Panel):
    """Somebody without a vote is let in: who, in what capacity, and whether they are there already.

    While the meeting is prepared nobody is there: they are only expected.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        meeting: str,
        capacity: Capacity = Capacity.OBSERVER,
    ) -> None:
        t = desk.t
        super().__init__(desk, t("Let somebody in"), parent)
        self.meeting_id = meeting
        self.setObjectName("admit")
        self._name, self._address, self._asked_by = QLineEdit(), QLineEdit(), QLineEdit()
        self._name.setObjectName("admit.name")
        self._address.setObjectName("admit.address")
        self._asked_by.setObjectName("admit.asked-by")
        self._asked_by.setPlaceholderText(t("such as the committee, a building leader"))
        self._capacity = QComboBox()
        self._capacity.setObjectName("admit.capacity")
        for one in Capacity:
            self._capacity.addItem(title(one, desk.lang), one)
        self._capacity.setCurrentIndex(list(Capacity).index(capacity))
        preparing = desk.session.meeting(meeting).phase.stage is Stage.BEFORE
        self._here = QCheckBox(t("Is in the room already"))
        self._here.setObjectName("admit.here")
        self._here.setChecked(not preparing)
        self._here.setHidden(preparing)
        fields = (
            (t.within("guest", "Name"), self._name),
            (t.within("guest", "From where"), self._address),
            (t.within("guest", "In what capacity"), self._capacity),
            (t.within("guest", "Asked to come by"), self._asked_by),
        )
        for said, field in fields:
            label = words(said)
            label.setBuddy(field)
            self.body.addLayout(column(label, field, gap=desk.px(4)))
        self.body.addWidget(self._here)
        self.finish(t("Let in"), self._send, name="admit.done")
        self._name.setFocus()

    def _send(self) -> None:
        meeting = self.desk.session.meeting(self.meeting_id)
        person = _new_id(meeting)
        known = Person(
            name=self._name.text(),
            address=self._address.text(),
            invited_by=self._asked_by.text(),
        )
        capacity = self._capacity.currentData()
        admit = AdmitObserver(
            meeting=meeting.id, person_id=person, person=known, capacity=Capacity(capacity)
        )
        come = [Arrive(meeting=meeting.id, person=person)] if self._here.isChecked() else []
        self.send(admit, *come)


def _new_id(meeting: Meeting) -> str:
    """A name for somebody new that nobody bears in this meeting."""
    taken = meeting.attendance.observers.keys() | meeting.attendance.dismissed
    number = 1 + len(taken)
    while meeting.is_member(f"guest-{number}") or f"guest-{number}" in taken:
        number += 1
    return f"guest-{number}"
