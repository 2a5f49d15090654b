"""Who waits to speak, in the order a fair host calls them; the first with the key that gives the floor."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.acts import RuleViolation
from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.item.deeds import Deed
from facilitator.desk.item.leave import give_floor
from facilitator.desk.item.sides import side_words
from facilitator.desk.item.speaking import minutes_seconds
from facilitator.desk.widgets import (
    Button,
    Elided,
    GroupMark,
    button,
    card,
    clear,
    column,
    elided,
    line,
    row,
    tip,
    words,
)
from facilitator.meeting import Meeting
from facilitator.meeting.asking import refusal
from facilitator.meeting.floor import GiveFloor, Side, TakeHandDown, limits, next_speakers
from facilitator.meeting.timing import spoken, turns
from facilitator.words.figures import Unit, airy, counted

LEAST = 360
"""So many pixels it can be narrow."""


@dataclass(frozen=True, slots=True)
class Hand:
    """One raised hand as it is shown; `most` 0 where one may speak as often as one likes."""

    id: str
    name: str
    group: int
    side: Side
    turns: int
    most: int
    why_not: str
    """Why the floor cannot be given; "" when it can, if need be by leave of the meeting."""


class QueueBox(QWidget):
    """Rebuilt only when somebody's hand, turn or name is another; the keyboard stays where it was."""

    def __init__(self, desk: Desk, ask: Deed, give: Deed, agree: Deed) -> None:
        super().__init__()
        self._desk, self._give, self._agree = desk, give, agree
        self._meeting: Meeting | None = None
        self._hands: tuple[Hand, ...] | None = None
        t, px = desk.t, desk.px
        self.setObjectName("queue")
        self._head = words("", "head", name="queue.head")
        order = t("who has not spoken first, then the other side")
        self._order = elided(order, "secondary")
        self._limits = agree.button("link", "small", name="floor.limits")
        self._total = words("", "secondary", name="queue.total")
        self._ask = ask.button("plain", "small", name="floor.ask")
        self._ask.setIcon(desk.theme.icon("plus"))
        self._facts = row(self._limits, self._total, gap=px(12))
        self._line = row(self._head, gap=px(12))
        self._line.addWidget(self._order)
        self._line.addStretch(1)
        self._line.addWidget(self._ask)
        self._under = row(gap=0)
        self._narrow: bool | None = None
        self._card = card(name="queue.card")
        self._rows = column(on=self._card, gap=0, margins=1)
        column(self._line, self._under, self._card, on=self, gap=px(6))

    def show_floor(self, meeting: Meeting, names: dict[str, str]) -> None:
        """Show who waits now."""
        self._meeting = meeting
        self._show_limits(meeting)
        self.tick()
        hands = tuple(self._hand(meeting, key, names) for key in next_speakers(meeting))
        if hands == self._hands:
            return
        self._hands = hands
        t, people = self._desk.t, counted(len(hands), Unit.PEOPLE, self._desk.lang)
        self._head.setText(airy(t("Waiting to speak: {people}", people=people)))
        self._build(meeting, hands)

    def tick(self) -> None:
        """A second is over."""
        if self._meeting is None:
            return
        meeting, t = self._meeting, self._desk.t
        long = spoken(meeting, meeting.agenda.in_hand, self._desk.steady(meeting))
        seconds = int(long.total_seconds())
        said = t("on this item {time}", time=minutes_seconds(seconds)) if seconds else ""
        if self._total.text() != airy(said):
            self._total.setText(airy(said))

    def minimumSizeHint(self) -> QSize:
        """It folds: see `_fold`."""
        return QSize(self._desk.px(LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Where it is narrow the limits have a line of their own, and buttons are as wide as need be."""
        px = self._desk.px
        taken = self._head.sizeHint().width() + self._ask.sizeHint().width()
        facts = self._facts.sizeHint().width() + px(12)
        narrow = self.width() < taken + facts + px(24)
        left = self.width() - taken - px(36) - (0 if narrow else facts)
        several = self._hands is not None and len(self._hands) > 1
        self._order.setVisible(several and left >= self._order.sizeHint().width())
        if narrow is not self._narrow:
            self._narrow = narrow
            (self._line if narrow else self._under).removeItem(self._facts)
            self._facts.setParent(None)
            if narrow:
                self._under.addLayout(self._facts)
                self._under.addStretch(1)
            else:
                while self._under.count():
                    self._under.takeAt(0)
                self._line.insertLayout(3, self._facts)
        wide = px(208) if self.width() > px(620) else 0
        for one in self.findChildren(Button):
            if one.objectName().endswith(".give"):
                one.setMinimumWidth(wide)

    def _show_limits(self, meeting: Meeting) -> None:
        """What holds now, as the words of the button that changes it."""
        t, agreed = self._desk.t, limits(meeting)
        time, n = minutes_seconds(agreed.seconds), agreed.speeches
        if agreed.seconds and n:
            said = t.many("{time} each, {n} speech", "{time} each, {n} speeches", n, time=time)
        elif agreed.seconds:
            said = t("{time} each", time=time)
        elif n:
            said = t.many("{n} speech each", "{n} speeches each", n)
        else:
            said = t("no limit on speeches")
        self._limits.setText(airy(said) + "…")
        self._limits.setAccessibleName(f"{self._agree.text} {said}")

    def _hand(self, meeting: Meeting, speaker: str, names: dict[str, str]) -> Hand:
        keys = [group.key for group in meeting.charter.groups]
        key, allowed = meeting.group_of(speaker), limits(meeting)
        found = refusal(meeting, GiveFloor(meeting=meeting.id, speaker=speaker))
        stands = found is not None and found.code != "speech-limit"
        return Hand(
            speaker,
            names.get(speaker, speaker),
            keys.index(key) if key in keys else -1,
            meeting.floor.queue[speaker],
            turns(meeting, meeting.agenda.in_hand, speaker),
            0 if speaker == meeting.life.host else allowed.speeches,
            self._desk.sentence(found) if stands and isinstance(found, RuleViolation) else "",
        )

    def _build(self, meeting: Meeting, hands: tuple[Hand, ...]) -> None:
        focused = self.focusWidget()
        kept = focused.objectName() if focused is not None and focused.hasFocus() else ""
        clear(self._rows)
        if not hands:
            nobody = words(self._desk.t("Nobody has asked to speak."), "secondary")
            self._rows.addLayout(row(nobody, None, margins=self._desk.px(16)))
        for place, hand in enumerate(hands):
            if place:
                self._rows.addWidget(line())
            self._rows.addWidget(self._row(meeting, place, hand))
        self._align(hands)
        self._fold()
        if kept and (again := self.findChild(Button, kept)) is not None:
            again.setFocus()

    def _align(self, hands: tuple[Hand, ...]) -> None:
        """All names take as much as the longest, within reason: sides stand below one another."""
        names = [self.findChild(Elided, f"queue.{hand.id}.name") for hand in hands]
        shown = [one for one in names if one is not None]
        widest = max((one.sizeHint().width() for one in shown), default=0)
        for one in shown:
            one.setFixedWidth(min(max(widest, self._desk.px(64)), self._desk.px(160)))

    def _row(self, meeting: Meeting, place: int, hand: Hand) -> QWidget:
        px, t, made = self._desk.px, self._desk.t, QWidget()
        made.setObjectName(f"queue.{hand.id}")
        made.setFixedHeight(px(48))
        number = words(str(place + 1), "", "soft")
        number.setFixedWidth(px(24))
        mark = QWidget()
        mark.setFixedWidth(px(20))
        if hand.group >= 0:
            row(GroupMark(self._desk.theme, hand.group, 14), None, on=mark)
        name = elided(hand.name, "strong", name=f"queue.{hand.id}.name")
        side = side_words(self._desk, hand.side)
        side.setMinimumWidth(px(80))
        down = button("", "quiet", "small", name=f"queue.{hand.id}.down")
        down.setIcon(self._desk.theme.icon("x"))
        down.setProperty("narrow", True)
        down.setAccessibleName(t("{name} no longer wants to speak", name=hand.name))
        tip(down, t("No longer wants to speak"))
        taking = TakeHandDown(meeting=meeting.id, speaker=hand.id)
        down.clicked.connect(lambda _checked=False: self._desk.do(taking))
        box = row(number, mark, name, side, gap=px(4), margins=(px(12), 0, px(8), 0))
        box.addWidget(self._turns(hand), 1)
        box.addWidget(down)
        box.addWidget(self._giving(meeting, hand, first=not place))
        made.setLayout(box)
        return made

    def _turns(self, hand: Hand) -> QWidget:
        t = self._desk.t
        if not hand.turns:
            said = t("has not spoken")
        elif hand.most and hand.turns >= hand.most:
            said = t.many(
                "has spoken {n} time, the limit", "has spoken {n} times, the limit", hand.turns
            )
        else:
            said = t.many("has spoken {n} time", "has spoken {n} times", hand.turns)
        full = bool(hand.most) and hand.turns >= hand.most
        made = elided(airy(said), "secondary", "warn" if full else "")
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return made

    def _giving(self, meeting: Meeting, hand: Hand, *, first: bool) -> Button:
        t = self._desk.t
        name = f"queue.{hand.id}.give"
        if first:
            short = hand.name if len(hand.name) <= 12 else hand.name[:11] + "…"
            made = self._give.button(
                "soft", "small", text=t("{name} to speak", name=short), name=name
            )
        else:
            made = button(t("Give the floor"), "plain", "small", name=name)
            made.setAccessibleName(t("Give the floor to {name}", name=hand.name))
            made.clicked.connect(lambda _checked=False: give_floor(self._desk, meeting, hand.id))
            made.setEnabled(not hand.why_not)
            tip(made, hand.why_not)
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made
