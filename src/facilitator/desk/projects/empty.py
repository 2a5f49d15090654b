"""The page Projects before there is a round: what a round is, in four steps, and the way to open one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.followup.reading import own
from facilitator.desk.widgets import button, card, column, row, scrolling, words
from facilitator.rounds.round import Round
from facilitator.words.figures import airy
from facilitator.words.tongue import mark

STEPS = (
    (
        "users",
        mark("Ask what is needed"),
        mark(
            "Each place asks its residents before anything is written: whom, how many, and what comes first."
        ),
    ),
    (
        "file-text",
        mark("Propose and screen"),
        mark("A proposal answers a need: goals, steps with who does them, risks, an exact budget."),
    ),
    (
        "vote",
        mark("Select in public"),
        mark(
            "Residents, committee heads and officials hear every project and select in one meeting."
        ),
    ),
    (
        "sprout",
        mark("Carry out and look back"),
        mark(
            "Staff and residents carry it out; money follows milestones; after a year somebody looks again."
        ),
    ),
)
LEAST = 210
"""Pixels at 100 % that one step wants beside the others."""


class NoRounds(QWidget):
    """`way` opens the first one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("projects.empty")
        t, px = desk.t, desk.px
        sign = QLabel()
        sign.setPixmap(desk.theme.pixmap("sprout", "faint", 56))
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = words(t("No project round yet"), "title", wrap=True)
        head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        said = t(
            "A round asks several places what they need, has them propose projects, and follows every project "
            "from the need to the report."
        )
        lead = words(said, "lead", wrap=True)
        lead.setAlignment(Qt.AlignmentFlag.AlignCenter)
        lead.setMaximumWidth(px(640))
        spread = row(None, lead, None)
        spread.setStretch(1, 9)
        self._steps = row(gap=px(12))
        for number, (icon, title, text) in enumerate(STEPS, 1):
            self._steps.addWidget(self._step(number, icon, t(title), t(text)), 1)
        self.way = button(t("Open a round…"), "primary", "big", name="projects.new.first")
        own(desk, self.way)
        way = row(None, self.way, None)
        middle = column(sign, head, spread, way, px(8), self._steps, gap=px(14))
        inner = QWidget()
        column(None, middle, None, on=inner, margins=px(8))
        area = scrolling(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(area, on=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._desk.px(LEAST) * len(STEPS)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._steps.setDirection(beside if wide else below)

    def _step(self, number: int, icon: str, title: str, text: str) -> QWidget:
        desk, px = self._desk, self._desk.px
        held = card()
        sign = QLabel()
        sign.setPixmap(desk.theme.pixmap(icon, "accent_ink", 24))
        above = row(sign, words(f"{number}", "value", "accent"), None, gap=px(8))
        column(
            above,
            words(title, "head", wrap=True),
            words(text, "secondary", wrap=True),
            None,
            on=held,
            margins=px(16),
            gap=px(6),
        )
        return held


class NoProjects(QWidget):
    """A round in which no place has begun yet; `way` starts its first project."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("round.empty")
        t, px = desk.t, desk.px
        head = words(t("No project yet"), "item", wrap=True)
        said = t(
            "For each place: who is something to be done for? Then residents are asked what they need, and "
            "only then a proposal is written."
        )
        lead = words(said, "lead", "soft", wrap=True)
        self._about = words("", "secondary", wrap=True)
        for one in (head, lead, self._about):
            one.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.way = button(t("Start a project…"), "primary", "big", name="round.start.first")
        self.first = self.way
        own(desk, self.way)
        middle = column(head, lead, self._about, row(None, self.way, None), gap=px(16))
        column(None, middle, None, on=self, margins=px(24))

    def show_round(self, case: Round) -> None:
        """Say how many places wait; without places or when it is over nothing can be started."""
        t, places = self._desk.t, len(case.places)
        said = t.many("{n} place takes part", "{n} places take part", places)
        if not places:
            said = t("No place takes part yet: add them under “Money and places”.")
        self._about.setText(airy(said))
        self.way.setVisible(case.closed is None and bool(places))
