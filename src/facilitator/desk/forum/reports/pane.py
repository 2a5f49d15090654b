"""The right side: the form of a topic, its report as it hangs, or why there is none; and what can be done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.reports.form import Form
from facilitator.desk.forum.reports.reading import Reading
from facilitator.desk.notices import Notice
from facilitator.desk.widgets import Button, button, card, column, elided, line, row, words
from facilitator.desk.widgets.ground import add
from facilitator.words.tongue import mark

NOTHING, WRITING, CORRECTING, READING, GONE = "nothing", "writing", "correcting", "reading", "gone"


class Kept(QWidget):
    """A dot and words: whether what was typed is on the disk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._color = desk, "good"
        self._words = words("", "caption", "good", name="report.kept", wrap=True)
        row(self._words, on=self, margins=(desk.px(18), 0, 0, 0))

    def say(self, text: str, *, bad: bool = False) -> None:
        """Say it; `bad` when it is not there."""
        self._color = "bad" if bad else "good"
        self._words.setText(text)
        self._words.setProperty("tone", self._color)
        self._words.style().polish(self._words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, painter = self._desk.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._desk.theme.color(self._color))
        painter.setBrush(self._desk.theme.color(self._color))
        painter.drawEllipse(QRectF(0, self.height() / 2 - px(4), px(9), px(9)))


NARROW = 440
"""Pixels at 100 %."""


class Pane(QFrame):
    """`wanted` names a button that was pressed: see BUTTONS."""

    wanted = Signal(str)
    BUTTONS = (
        ("not-held", mark("Not held…"), "plain"),
        ("held", mark("It was held after all"), "soft"),
        ("blank-form", mark("Print blank form"), "plain"),
        ("add", mark("Add to it…"), "soft"),
        ("correct", mark("Correct it…"), "plain"),
        ("open-other", mark("Open that one"), "soft"),
    )

    def __init__(self, desk: Desk, meeting: str, held: date) -> None:
        super().__init__()
        self.desk = desk
        self.state = ""
        self.setProperty("look", "card")
        self.form = Form(desk, meeting, held)
        self.sheet = Reading(desk, name="report.sheet", says=desk.t("Report"))
        self.why = words("", "lead", wrap=True, name="report.why")
        self._number = words("", "item", "accent", name="report.number")
        self._name = words("", "head", name="report.head")
        self._where = elided("", "secondary", name="report.where")
        self._buttons = {key: self._button(key, text, look) for key, text, look in self.BUTTONS}
        self._buttons["blank-form"].setAccessibleName(desk.t("Print blank form"))
        self._stack = QStackedWidget()
        for one in (self.form, self.sheet, self._gone()):
            self._stack.addWidget(one)
        self._said = words("", wrap=True, tone="bad", name="report.said")
        self._box = card("bad")
        row(self._said, on=self._box, margins=desk.px(10))
        self._ask = self._blank_question()
        self._foot = self._made_foot()
        px = desk.px
        boxes = column(self._box, self._ask, margins=(px(16), 0, px(16), 0), gap=0)
        column(
            self._head(), line(), self._stack, boxes, self._foot, on=self, gap=0, margins=1
        ).setStretch(2, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the buttons of the head say less."""
        super().resizeEvent(event)
        t, blank = self.desk.t, self._buttons["blank-form"]
        narrow = self.width() < self.desk.px(NARROW)
        blank.setText(t("Print…") if narrow else t("Print blank form"))
        blank.updateGeometry()

    def show_state(self, state: str, number: str, name: str, where: str) -> None:
        """Show one of the states, with what stands in the head."""
        self.state = state
        self._number.setText(number)
        self._name.setText(name)
        self._where.setText(where)
        shown = {
            WRITING: ("not-held", "blank-form"),
            READING: ("add", "correct"),
        }.get(state, ())
        for key, one in self._buttons.items():
            one.setVisible(key in shown)
        page = {WRITING: 0, CORRECTING: 0, READING: 1}.get(state, 2)
        self._stack.setCurrentIndex(page)
        self._foot.setVisible(page == 0)
        for one in (self.kept, self.post):
            one.setVisible(state == WRITING)
        for one in (self.reason, self._reason_label, self.cancel, self.record):
            one.setVisible(state == CORRECTING)
        self.say(None)
        self._ask.hide()

    def show_way_out(self, key: str, text: str = "") -> None:
        """What can be done about a topic without a report."""
        self._buttons[key].setVisible(True)
        if text:
            self._buttons[key].setText(text)

    def say(self, notice: Notice | None) -> None:
        """Tell why something was not done."""
        self._said.setText(notice.text if notice else "")
        self._box.setVisible(notice is not None)

    def ask_blank(self) -> None:
        """Nothing is written: one word more is asked for."""
        self._ask.show()
        self.blank.setFocus()

    def take_back_question(self) -> None:
        """Somebody goes on writing."""
        self._ask.hide()

    def take_keys(self) -> None:
        """Give the keys to what leads on where there is nothing to write or read."""
        for key in ("held", "open-other"):
            if self._buttons[key].isVisibleTo(self):
                self._buttons[key].setFocus()

    def _button(self, key: str, text: str, look: str) -> Button:
        made = button(self.desk.t(text), look, "small", name=f"report.{key}")
        made.clicked.connect(lambda: self.wanted.emit(key))
        return made

    def _head(self) -> QHBoxLayout:
        px, keys = self.desk.px, self._buttons
        box = row(
            self._number, self._name, self._where,
            gap=px(12), margins=(px(16), px(8), px(12), px(8)),
        )  # fmt: skip
        box.setStretch(2, 1)
        for key in ("not-held", "blank-form", "add", "correct"):
            add(box, keys[key])
        return box

    def _gone(self) -> QWidget:
        px, holder = self.desk.px, QWidget()
        ways = row(self._buttons["held"], self._buttons["open-other"], None)
        column(self.why, ways, None, on=holder, margins=px(24), gap=px(16))
        return holder

    def _blank_question(self) -> QFrame:
        t, px, box = self.desk.t, self.desk.px, card("warn")
        said = words(
            t("Nothing is written yet. A blank report is valid, too: the group met, that is all."),
            wrap=True,
            name="report.ask",
        )
        self.blank = button(t("Post it blank"), "soft", "small", name="report.blank")
        self.blank.clicked.connect(lambda: self.wanted.emit("blank"))
        on = button(t("Go on writing"), "plain", "small", name="report.go-on")
        on.clicked.connect(lambda: self.wanted.emit("go-on"))
        row(said, self.blank, on, on=box, margins=px(8)).setStretch(0, 1)
        box.hide()
        return box

    def _made_foot(self) -> QFrame:
        t, px, foot = self.desk.t, self.desk.px, card("foot")
        self.kept = Kept(self.desk)
        self.post = button("", "primary", name="report.post")
        self.post.setFixedHeight(px(42))
        self._reason_label = words(t("Reason for the correction"))
        self.reason = QLineEdit()
        self.reason.setObjectName("report.reason")
        self._reason_label.setBuddy(self.reason)
        self.cancel = button(t("Cancel"), name="report.cancel")
        self.cancel.clicked.connect(lambda: self.wanted.emit("cancel"))
        self.record = button(t("Record the correction"), "primary", name="report.record")
        self.record.clicked.connect(lambda: self.wanted.emit("record"))
        row(
            self.kept, self._reason_label, self.reason, self.post, self.cancel, self.record,
            on=foot, gap=px(8), margins=(px(16), px(7), px(16), px(7)),
        ).setStretch(0, 1)  # fmt: skip
        return foot
