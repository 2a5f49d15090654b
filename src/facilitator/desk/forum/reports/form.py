"""The form of a report, in the fields and the order of the printed one; every key is kept as a draft."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QRect, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.digits import Digits
from facilitator.desk.forum.people import NameField, NamesField
from facilitator.desk.forum.reports.fill import Fill
from facilitator.desk.forum.reports.optional import Optional
from facilitator.desk.forum.reports.points import Points
from facilitator.desk.forum.reports.steps import Steps
from facilitator.desk.widgets import card, column, elided, row, scrolling, words
from facilitator.meeting.forum.interest import MOST_HEADS
from facilitator.words.figures import airy

BESIDE = 560
"""From so many pixels on convener and recorder stand side by side."""


class Form(QWidget):
    """`changed` after each key; `fill` is what stands in it."""

    changed = Signal()

    def __init__(self, desk: Desk, meeting: str, held: date) -> None:
        super().__init__()
        t = desk.t
        self.desk = desk
        self.title = elided(name="report.title")
        self.conveners = NamesField(desk, meeting, name="report.conveners", says=t("Convener"))
        self.recorder = NameField(desk, meeting, name="report.recorder", says=t("Recorder"))
        self.recorder.setPlaceholderText(t("not named"))
        self.participants = NamesField(
            desk, meeting, name="report.participants", says=t("Who took part")
        )
        self.heads = self._number()
        self.points = Points(desk, name="report.points", says=t("What was discussed"))
        self.steps = Steps(desk, meeting, held)
        self.optional = Optional(desk)
        self._narrow: bool | None = None
        self._soon = QTimer(self)  # when what was filled in has its height
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_points)
        self._inner = QWidget()
        self._grid = QGridLayout(self._inner)
        self._labels = {
            name: words(said, tone="soft")
            for name, said in (
                ("title", t("Topic")),
                ("conveners", t("Convener")),
                ("recorder", t("Recorder")),
                ("participants", t("Took part")),
                ("points", t("Discussion")),
                ("steps", t("Next steps")),
            )
        }
        self.area = scrolling(self._inner)
        self._settle(self.area)
        column(self.area, on=self)
        self.setFocusProxy(self.points)
        self._listen()

    def show_fill(self, title: str, fill: Fill) -> None:
        """Show a form from its beginning; nobody is told."""
        with QSignalBlocker(self):
            self.title.setText(title)
            self.conveners.show_names(fill.conveners)
            self.recorder.setText(fill.recorder)
            self.participants.show_names(fill.participants)
            self.heads.setText(fill.heads)
            self.points.setPlainText(fill.points)
            self.steps.steps.show_steps(fill.steps)
            self.optional.show_texts(fill.recommendations, fill.resources, fill.requests)
        self.area.verticalScrollBar().setValue(0)
        self._say_heads()

    def take_keys(self) -> None:
        """Write on: the discussion has the keys, and is in sight."""
        self.points.setFocus(Qt.FocusReason.OtherFocusReason)
        self._soon.start()

    @property
    def fill(self) -> Fill:
        """What stands in it, as it was typed."""
        recommendations, resources, requests = self.optional.texts
        return Fill(
            conveners=tuple(self.conveners.names),
            recorder=self.recorder.text().strip(),
            participants=tuple(self.participants.names),
            heads=self.heads.text().strip(),
            points=self.points.toPlainText(),
            steps=self.steps.steps.steps,
            recommendations=recommendations,
            resources=resources,
            requests=requests,
        )

    def renew(self, old: Fill, new: Fill) -> None:
        """What the meeting tells is another now: show it where nobody typed anything else."""
        now = self.fill
        with QSignalBlocker(self):
            if now.recorder == old.recorder != new.recorder:
                self.recorder.setText(new.recorder)
            if now.conveners == old.conveners != new.conveners:
                self.conveners.show_names(new.conveners)
            if now.participants == old.participants != new.participants:
                self.participants.show_names(new.participants)
            if now.heads == old.heads != new.heads:
                self.heads.setText(new.heads)
        self._say_heads()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self.width() < self.desk.px(BESIDE))

    # Inside.

    def _number(self) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName("report.heads")
        made.setAccessibleName(self.desk.t("People in all, also those not named"))
        made.setValidator(Digits(0, MOST_HEADS, made))
        made.setFixedWidth(self.desk.px(72))
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
        return made

    def _settle(self, area: QScrollArea) -> None:
        t, px = self.desk.t, self.desk.px
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(t("Report"))
        self._grid.setContentsMargins(px(16), px(8), px(16), px(16))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(8))
        self._grid.setColumnStretch(1, 1)
        self._topic = card("sunken")
        kept = words(t("in the words of the wall"), "secondary")
        row(self.title, kept, on=self._topic, margins=(px(10), px(6), px(10), px(6))).setStretch(
            0, 1
        )
        self._told = words("", "caption", "bad", wrap=True, name="report.heads.says")
        self._told.hide()
        said = words(t("in all"), "secondary")
        said.setBuddy(self.heads)
        self._people = QWidget()
        beside = row(said, self.heads, words(t("people"), "secondary"), gap=px(6))
        right = column(beside, None, gap=0)
        both = row(self.participants, right, gap=px(12))
        both.setStretch(0, 1)
        both.setAlignment(self.participants, Qt.AlignmentFlag.AlignTop)
        column(both, self._told, on=self._people, gap=px(4))
        self._people.setFocusProxy(self.participants)
        buddies = {
            "conveners": self.conveners,
            "recorder": self.recorder,
            "participants": self.participants,
            "points": self.points,
            "steps": self.steps,
        }
        for name, field in buddies.items():
            self._labels[name].setBuddy(field)

    def _lay_out(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        while self._grid.takeAt(0) is not None:
            pass
        top, right = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        line = 0
        self._grid.addWidget(self._labels["title"], line, 0, right)
        self._grid.addWidget(self._topic, line, 1, 1, -1)
        line += 1
        self._grid.addWidget(self._labels["conveners"], line, 0, top)
        self._grid.addWidget(self.conveners, line, 1, 1, -1 if narrow else 1, top)
        line += narrow
        place = 0 if narrow else 2
        self._grid.addWidget(self._labels["recorder"], line, place, top)
        self._grid.addWidget(self.recorder, line, place + 1, 1, -1, top)
        self._grid.setColumnStretch(3, 0 if narrow else 1)
        for name, field in (
            ("participants", self._people),
            ("points", self.points),
            ("steps", self.steps),
        ):
            line += 1
            self._grid.addWidget(self._labels[name], line, 0, top)
            self._grid.addWidget(field, line, 1, 1, -1)
        self._grid.addWidget(self.optional, line + 1, 1, 1, -1)
        self._grid.setRowStretch(line + 2, 1)
        # A label stands at the height of the words beside it.
        for label in self._labels.values():
            label.setMinimumHeight(self.desk.px(38))
        self._order()

    def _order(self) -> None:
        """Tab goes down the form as it is printed."""
        fields: list[QWidget] = [
            *(self.conveners.line, self.recorder, self.participants.line),
            *(self.heads, self.points, self.steps, *self.optional.fields),
        ]
        for one, after in pairwise(fields):
            QWidget.setTabOrder(one, after)

    def _listen(self) -> None:
        for signal in (
            self.conveners.changed,
            self.recorder.textChanged,
            self.participants.changed,
            self.heads.textChanged,
            self.points.textChanged,
            self.steps.steps.changed,
            self.optional.changed,
        ):
            signal.connect(lambda *_: self.changed.emit())
        for signal in (self.participants.changed, self.heads.textChanged):
            signal.connect(lambda *_: self._say_heads())
        self.points.cursorPositionChanged.connect(self._follow)
        self.area.verticalScrollBar().rangeChanged.connect(lambda *_: self._soon.start())

    def _show_points(self) -> None:
        """The field as a whole while there is room for it, else where somebody writes in it."""
        if not self.points.hasFocus():
            return
        place = self.points.geometry()
        if place.height() < self.area.viewport().height():
            for y in (place.bottom(), place.top()):
                self.area.ensureVisible(place.left(), y, 0, self.desk.px(8))
        else:
            self._follow()

    def _follow(self) -> None:
        """What is being written stays in sight."""
        if self.points.hasFocus():
            place: QRect = self.points.cursorRect()
            at = self.points.viewport().mapTo(self._inner, place.bottomLeft())
            self.area.ensureVisible(at.x(), at.y(), 0, self.desk.px(40))

    def _say_heads(self) -> None:
        """Fewer heads than names cannot be; said while it is typed, refused when it is sent."""
        t, names = self.desk.t, len(self.participants.names)
        heads = int(self.heads.text() or 0)
        wrong = 0 < heads < names
        self._told.setText(airy(t("✗ {n} are named: more than that", n=names)) if wrong else "")
        self._told.setVisible(wrong)
