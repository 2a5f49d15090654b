"""What else there is to read: decisions that this one changed or that changed it, what came out of a topic."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from facilitator.desk.decisions.known import Kindred, Reading
from facilitator.desk.decisions.which import Which
from facilitator.desk.desk import Desk
from facilitator.desk.followup.reading import own
from facilitator.desk.widgets import button, card, column, row, words
from facilitator.desk.widgets.elided import paint_line
from facilitator.searching import Kind
from facilitator.words.figures import airy

WIDE = 208


def kin_of(
    desk: Desk, reading: Reading, show: Callable[[Which], object], parent: QWidget
) -> QWidget | None:
    """The links, each leading to the other; under those of a decision the way to note another one.

    None where there is neither.
    """
    t, px = desk.t, desk.px
    decision = reading.which.sort is Kind.DECISION
    stands = reading.decision is not None and reading.decision.annulled is None
    if not reading.kindred and not stands:
        return None
    made = QWidget()
    made.setObjectName("decision.kin")
    box = column(on=made, gap=px(8))
    if reading.kindred:
        head = t("Amended, repealed, repeated") if decision else t("What came out of it")
        box.addWidget(words(head, "strong", "soft", wrap=True))
    for one in reading.kindred:
        link = LinkButton(desk, one)
        link.clicked.connect(lambda _on=False, which=one.which: show(which))
        box.addWidget(link)
    if reading.proposed is not None:
        box.addWidget(_proposal(desk, parent, reading, reading.proposed))
    elif stands:
        way = button(t("Note what it changes…"), "link", "small", name="decision.link")
        way.setToolTip(t("Which earlier decision it amends, repeals or repeats"))
        way.clicked.connect(lambda: _open_linking(desk, parent, reading.which))
        own(desk, way)
        box.addLayout(row(way, None))
    if reading.kindred:
        made.setMinimumWidth(px(WIDE))
    return made


def _proposal(desk: Desk, parent: QWidget, reading: Reading, one: Kindred) -> QWidget:
    """Asks what a decision does to the one that it was drafted from; nobody has to answer."""
    t, px = desk.t, desk.px
    made = card("rule", name="decision.proposed")
    said = t("Its topic came from {decision}. Does it change that one?", decision=one.name)
    way = button(t("Note it…"), "soft", "small", name="decision.link")
    way.clicked.connect(lambda: _open_linking(desk, parent, reading.which, one))
    own(desk, way)
    column(words(airy(said), "secondary", wrap=True), row(way, None), on=made, margins=px(12))
    return made


def _open_linking(
    desk: Desk, parent: QWidget, which: Which, proposed: Kindred | None = None
) -> None:
    from facilitator.desk.decisions.linking import LinkPanel

    LinkPanel(desk, parent, which, proposed).open()


class LinkButton(QAbstractButton):
    """What is done to what, above the other's number and title; all of it can be pressed."""

    def __init__(self, desk: Desk, one: Kindred) -> None:
        super().__init__()
        self._desk, self._one = desk, one
        self.setObjectName(f"decision.to.{one.which.meeting}.{one.which.key}")
        self.setText(airy(one.name))
        self.setAccessibleName(f"{one.said}: {airy(one.name)}")
        self.setToolTip(airy(f"{one.said}\n{one.name}").replace("<", "＜"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(self._desk.px(WIDE), self._desk.px(60))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, px, painter = self._desk.theme, self._desk.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit, keyed = self.underMouse() or self.isDown(), self.hasFocus()
        width = 2 if keyed else 1
        painter.setPen(QPen(theme.color("accent" if keyed else "edge"), width))
        painter.setBrush(theme.color("sunken" if lit else "surface"))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, px(6), px(6))
        inner = box.adjusted(px(10), px(6), -px(10), -px(6))
        half = inner.height() / 2
        upper = QRectF(inner.left(), inner.top(), inner.width(), half)
        paint_line(painter, theme, upper, self._one.said, theme.color("soft"), 14)
        arrow = px(16)
        lower = QRectF(inner.left(), inner.top() + half, inner.width() - arrow - px(4), half)
        paint_line(painter, theme, lower, self.text(), theme.color("ink"), 14, bold=True)
        at = QPointF(inner.right() - arrow, lower.center().y() - arrow / 2)
        painter.drawPixmap(at, theme.pixmap("arrow-right", "soft", 16))
