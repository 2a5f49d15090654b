"""Beside the wall: what there is to settle, what would come of the move in hand, what was done just now."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.wall.dryrun import Outlook
from facilitator.desk.forum.wall.facts import Card
from facilitator.desk.forum.wall.paint import paint_warning
from facilitator.desk.widgets import button, card, clear, column, elided, row, words
from facilitator.desk.widgets.marks import SignMark
from facilitator.meeting import Meeting
from facilitator.meeting.forum.clashes import Clash, ClashKind
from facilitator.words.figures import airy, listing
from facilitator.words.forum import (
    clash_sentence,
    clash_title,
    slot_title,
    spot_words,
    topic_number,
)
from facilitator.words.tongue import Tongue

MOST_SHOWN = 12
"""So many things to settle are shown as cards at once; the others come with a button."""


class WarningMark(QWidget):
    """The triangle beside the word for what there is to settle."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setFixedSize(QSize(desk.px(16), desk.px(16)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_warning(painter, QRectF(self.rect()), self._desk.theme.color("warn_ink"))


class Fitting(QScrollArea):
    """Scrolls, and asks for as much height as what is in it needs at this width."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._content, self._most = content, 10_000
        self.setWidget(content)

    def keep_to(self, most: int) -> None:
        """Be no higher than so many pixels."""
        self._most = most
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The height of all of it, as far as it may be so high."""
        high = self._content.heightForWidth(self.width())
        return QSize(self.width(), min(max(high, 0), self._most))

    def minimumSizeHint(self) -> QSize:
        """The same: it scrolls only from its largest height on."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class Told(NamedTuple):
    """What a card of something to settle says; what says the same stays the same card."""

    clash: Clash
    sentence: str
    topics: tuple[tuple[str, str, str], ...]
    """Number, title and place of each."""


class ToSettle(QWidget):
    """What there is to settle, one card each with its reason. The program says it, people settle it."""

    wanted = Signal(object)
    """A `Clash` that is to be shown on the wall."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__()
        self._desk, self._meeting = desk, meeting
        self._cards: dict[Told, QFrame] = {}
        self._all = False
        self._clashes: tuple[Clash, ...] = ()
        self.head = words("", "head", name="wall.settle")
        self.head.setFixedHeight(desk.px(40))
        content = QWidget()
        self._more = button("", "quiet", name="wall.settle.more")
        self._more.clicked.connect(self._show_all)
        self._content = column(self._more, on=content, gap=desk.px(8))
        self._area = Fitting(content)
        self._area.setObjectName("wall.settle.area")
        column(self.head, self._area, on=self, gap=desk.px(8))

    def keep_to(self, most: int) -> None:
        """Be no higher than so many pixels, below the title."""
        self._area.keep_to(most)

    def show_clashes(self, clashes: tuple[Clash, ...]) -> None:
        """Show these; nothing is made anew while they and their words stay the same."""
        desk, t = self._desk, self._desk.t
        meeting = desk.session.meeting(self._meeting)
        names = desk.session.names(meeting)
        self._clashes = clashes
        shown = clashes if self._all else clashes[:MOST_SHOWN]
        lang = desk.lang
        told = [
            Told(one, _sentence(t, meeting, one, names, lang), _topics(meeting, one))
            for one in shown
        ]
        more = len(clashes) - len(shown)
        said = t("Nothing to settle")
        if clashes:
            said = airy(t.many("{n} thing to settle", "{n} things to settle", len(clashes)))
        self.head.setText(said)
        for old in [one for one in self._cards if one not in told]:
            gone = self._cards.pop(old)
            gone.hide()
            self._content.removeWidget(gone)
            gone.deleteLater()
        for at, one in enumerate(told):
            if one not in self._cards:
                self._cards[one] = self._card(one)
                self._content.insertWidget(at, self._cards[one])
            elif self._content.indexOf(self._cards[one]) != at:
                self._content.insertWidget(at, self._cards[one])
        self._more.setText(airy(t.many("{n} more", "{n} more", more)))
        self._more.setVisible(more > 0)
        self._area.setVisible(bool(clashes))
        self._area.updateGeometry()

    def _show_all(self) -> None:
        self._all = True
        self.show_clashes(self._clashes)

    def _card(self, told: Told) -> QFrame:
        desk, t, clash = self._desk, self._desk.t, told.clash
        made, title = card("settle"), clash_title(clash.kind, desk.lang)
        inner = column(
            row(WarningMark(desk), words(title, "strong", "warn"), None),
            words(told.sentence, "caption", wrap=True),
            gap=desk.px(4),
            margins=desk.px(12),
            on=made,
        )
        for number, named, place in told.topics:
            pieces = words(number, "caption", "accent"), elided(named, "caption")
            line = row(*pieces, words(f"· {place}", "caption"), gap=desk.px(6))
            line.setStretch(1, 1)
            inner.addLayout(line)
        inner.addWidget(words(_advice(desk, clash.kind), "secondary", wrap=True))
        show = button(t("Show on the wall"), grade="small", name=f"wall.show.{clash.topics[0]}")
        show.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        show.clicked.connect(lambda: self.wanted.emit(clash))
        inner.addWidget(show)
        return made


def _topics(meeting: Meeting, clash: Clash) -> tuple[tuple[str, str, str], ...]:
    """Number, title and place of each topic that a clash is about."""
    topics = [meeting.wall.topic(name) for name in clash.topics]
    return tuple(
        (topic_number(one.number), one.title, meeting.matrix.places[spot.place].name)
        for one in topics
        for spot in one.spots
        if spot.slot == clash.slot
    )


def _sentence(t: Tongue, meeting: Meeting, clash: Clash, names: dict[str, str], lang: str) -> str:
    """What there is to settle; the topics themselves stand below it."""
    if clash.kind is not ClashKind.CONVENER_TWICE:
        return airy(clash_sentence(clash, meeting, names, lang))
    slot = slot_title(meeting.matrix, clash.slot, lang)
    who = listing([names.get(person, person) for person in clash.people], lang)
    return airy(t("{slot}: {who} would convene two:", slot=slot, who=who))


def _advice(desk: Desk, kind: ClashKind) -> str:
    t = desk.t
    return {
        ClashKind.CONVENER_TWICE: t("Ask them to move one, or to let somebody else convene it."),
        ClashKind.FIELD_TWICE: t("Let them move one, take half of the slot each, or meet as one."),
        ClashKind.TOO_SMALL: t("A larger place, or a second slot? Ask the convener."),
        ClashKind.BOTH_WANTED: t("Ask both conveners whether one can take another slot."),
    }[kind]


class InHand(QFrame):
    """The move in hand: from where to where, and whether anything speaks against it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("look", "card")
        self.setObjectName("wall.move")
        self._title = words("", "strong", name="wall.move.title")
        self._from = words("", "caption", wrap=True)
        self._to = words("", "caption", wrap=True, name="wall.move.to")
        self._lines = column(gap=desk.px(2))
        self._hint = words("", "secondary", wrap=True)
        px = desk.px
        column(self._title, self._from, self._to, self._lines, self._hint, on=self,
               margins=px(12), gap=px(4))  # fmt: skip
        self.said: list[tuple[bool, str]] = []
        """What speaks for (True) and against it, in words."""

    def show_outlook(self, outlook: Outlook) -> None:
        """Show what would come of it."""
        desk, t = self._desk, self._desk.t
        self._title.setText(outlook.title)
        self._from.setText(outlook.start)
        self._from.setVisible(bool(outlook.start))
        self._to.setText(f"→ {outlook.end}")
        clear(self._lines)
        self.said = list(outlook.said)
        for good, text in outlook.said:
            sign = SignMark(desk.theme, "for", "good_ink") if good else WarningMark(desk)
            line = row(
                sign, words(text, "caption", "" if good else "warn", wrap=True), gap=desk.px(6)
            )
            line.setStretch(1, 1)
            self._lines.addLayout(line)
        put = t("Enter puts it down") if outlook.by_keys else t("Let go to put it down")
        self._hint.setText(t("{put} · Esc: do not move it", put=put))


class Selected(QFrame):
    """The card that is selected: all of its words, and the way to everything that can be done with it."""

    menu_wanted = Signal(object)
    move_wanted = Signal(object)

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__()
        self._desk, self._meeting = desk, meeting
        self.setProperty("look", "card")
        self.setObjectName("wall.selected")
        self._card: Card | None = None
        t, px = desk.t, desk.px
        self._title = words("", "strong", wrap=True, name="wall.selected.title")
        self._about = words("", "caption", wrap=True, name="wall.selected.about")
        self._why = words("", "secondary", wrap=True)
        self._move = button(t("Move"), grade="small", name="wall.selected.move")
        self.more = button(
            "", grade="small", icon=desk.theme.icon("ellipsis"), name="wall.selected.more"
        )
        self.more.setAccessibleName(t("What can be done with it"))
        self.more.setToolTip(t("What can be done with it"))
        self._move.clicked.connect(lambda: self.move_wanted.emit(self._card))
        self.more.clicked.connect(lambda: self.menu_wanted.emit(self._card))
        column(self._title, self._about, self._why, row(self._move, None, self.more), on=self,
               margins=px(12), gap=px(4))  # fmt: skip

    def show_card(self, card: Card) -> None:
        """Show this."""
        desk, t = self._desk, self._desk.t
        self._card = card
        meeting = desk.session.meeting(self._meeting)
        topic, lang = meeting.wall.topic(card.topic), desk.lang
        self._title.setText(f"{card.number} {card.title}")
        where = [airy(spot_words(meeting.matrix, spot, lang)) for spot in topic.spots]
        signed = len(meeting.interest.signed.get(topic.id, ()))
        where = where or [""]
        where[-1] = " · ".join(one for one in (where[-1], card.wanted) if one)
        lines = [t("convened by {who}", who=card.who), *where]
        lines += [t.many("{n} name under it", "{n} names under it", signed)] if signed else []
        self._about.setText("\n".join(one for one in lines if one))
        self._why.setText(card.reason or topic.why)
        self._why.setVisible(bool(card.reason or topic.why))
        self._move.setEnabled(topic.live)
