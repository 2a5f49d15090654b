"""The ways of taking a vote as cards, and who counts the ballots of a secret one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QComboBox, QSizePolicy, QToolButton, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import column, row, tip, words
from facilitator.desk.widgets.someone import Someone
from facilitator.meeting.polls import Method
from facilitator.words.titles import title
from facilitator.words.tongue import mark

ICONS = {Method.ROLL_CALL: "list-checks", Method.HANDS: "hand", Method.PAPER: "eye-off"}
SAYS: Mapping[Method, str] = {
    Method.ROLL_CALL: mark("Each is called and answers; everybody sees how it stands."),
    Method.HANDS: mark("Only the numbers are recorded; the quickest."),
    Method.PAPER: mark("Ballots; two tellers count apart. Nobody knows who voted how."),
}


class MethodCard(QToolButton):
    """One way, chosen by click, Space or arrow keys."""

    def __init__(self, desk: Desk, method: Method) -> None:
        super().__init__()
        self._desk, self.method = desk, method
        t = desk.t
        self._title, self._says = title(method, desk.lang), t(SAYS[method])
        self.setObjectName(f"vote.method.{method.value}")
        self.setCheckable(True)
        self.setText(self._title)
        self.setAccessibleName(self._title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def refuse(self, reason: str) -> None:
        """Say why this way cannot be taken; "" when it can."""
        self.setEnabled(not reason)
        tip(self, reason)
        self.setAccessibleDescription(reason or self._says)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for two lines of words."""
        return QSize(self._desk.px(200), self._high())

    def minimumSizeHint(self) -> QSize:
        """Words wrap."""
        return QSize(self._desk.px(120), self._high())

    def _high(self) -> int:
        """Two lines of Chinese under the title; English takes three."""
        return self._desk.px(86 if self._desk.lang == "zh" else 106)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, px = self._desk.theme, self._desk.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, able = self.isChecked(), self.isEnabled()
        ground = "accent_soft" if chosen else "surface" if able else "sunken"
        edge = "accent" if chosen or self.hasFocus() else "edge" if able else "line"
        painter.setBrush(theme.color(ground))
        wide = 2 if chosen or self.hasFocus() else 1
        painter.setPen(QPen(theme.color(edge), wide))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), px(8), px(8))
        ink = "accent_ink" if chosen else "ink" if able else "soft"
        icon = theme.pixmap(ICONS[self.method], ink, 22)
        painter.drawPixmap(px(14), px(12), icon)
        painter.setPen(theme.color(ink))
        painter.setFont(theme.font(17, bold=True))
        room = self.rect().adjusted(px(44), px(7), -px(8), 0)
        room.setHeight(px(30))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._title)
        painter.setPen(theme.color("soft"))
        painter.setFont(theme.font(13))
        below = self.rect().adjusted(px(14), px(40), -px(10), -px(4))
        said = self.toolTip() if not able else self._says
        flags = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        if self._desk.lang == "zh":
            flags |= int(Qt.TextFlag.TextWrapAnywhere)
        painter.drawText(below, flags, said)


class Methods(QWidget):
    """The cards side by side; `chosen` tells of another choice."""

    chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.cards = {method: MethodCard(desk, method) for method in ICONS}
        for one in self.cards.values():
            self._group.addButton(one)
        self._group.buttonClicked.connect(lambda _one: self.chosen.emit())
        row(*self.cards.values(), on=self, gap=desk.px(12))

    @property
    def method(self) -> Method | None:
        """The way that is chosen; None while none of them can be."""
        return next((key for key, one in self.cards.items() if one.isChecked()), None)

    def show_refusals(self, reasons: Mapping[Method, str], wanted: Method) -> None:
        """Which ways can be taken; what was chosen stays where it can, else `wanted`, else the first."""
        for method, one in self.cards.items():
            one.refuse(reasons[method])
        now = self.method
        able = [method for method in (now, wanted, *self.cards) if method and not reasons[method]]
        self._group.setExclusive(False)
        for method, one in self.cards.items():
            one.setChecked(bool(able) and method is able[0])
        self._group.setExclusive(True)


class Tellers(QWidget):
    """Two people in the room, members or not, who count the ballots."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t, px = desk.t, desk.px
        self.fields = [self._field(number) for number in range(2)]
        says = words(t("Who counts the ballots"), "head")
        hint = words(t("Two people in the room; they count apart."), "secondary", wrap=True)
        both = row(*self.fields, gap=px(12))
        head = row(says, hint, gap=px(12))
        head.setStretch(1, 1)
        column(head, both, on=self, gap=px(4))

    def _field(self, number: int) -> QComboBox:
        t = self._desk.t
        made = QComboBox()
        made.setObjectName(f"vote.setup.teller.{number + 1}")
        letter = ("甲乙" if self._desk.lang == "zh" else "AB")[number]
        made.setAccessibleName(t("Teller {letter}", letter=letter))
        made.setPlaceholderText(t("Teller {letter}", letter=letter))
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.currentIndexChanged.connect(lambda _at: self.changed.emit())
        return made

    @property
    def tellers(self) -> tuple[str, ...]:
        """Those chosen, in their order."""
        chosen = (one.currentData() for one in self.fields)
        return tuple(person for person in chosen if person)

    def show_people(self, people: list[Someone]) -> None:
        """Who can be chosen; whoever is chosen and still here stays."""
        for one in self.fields:
            kept = one.currentData()
            one.blockSignals(True)
            one.clear()
            for someone in people:
                said = f"{someone.seat} {someone.name}" if someone.seat else someone.name
                one.addItem(said, someone.id)
            one.setCurrentIndex(one.findData(kept) if kept else -1)
            one.blockSignals(False)
