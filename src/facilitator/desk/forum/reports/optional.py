"""What a report may also hold: folded away, because asking for recommendations hands the work to others."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import button, card, column, row, words
from facilitator.words.figures import airy

HIGH = 64


class Optional(QWidget):
    """Recommendations, resources, requests. It is open when something stands in it."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        t, px = desk.t, desk.px
        self._desk = desk
        self._open = button(t("Optional"), "quiet", "small", name="report.optional")
        self._open.clicked.connect(lambda: self.unfold(not self._box.isVisibleTo(self)))
        self._note = words("", "secondary", wrap=True)
        self._box = QWidget()
        self._fields = {
            name: self._field(name, says)
            for name, says in (
                ("recommendations", t("Recommendations")),
                ("resources", t("What is needed for it")),
                ("requests", t("Words to others")),
            )
        }
        box = column(on=self._box, gap=px(4), margins=(px(10), 0, px(10), px(10)))
        for field in self._fields.values():
            label = words(field.accessibleName(), "secondary")
            label.setBuddy(field)
            box.addWidget(label)
            box.addWidget(field)
        frame = card()
        head = row(self._open, self._note, gap=px(8), margins=(0, 0, px(10), 0))
        head.setStretch(1, 1)
        column(head, self._box, on=frame, gap=0)
        column(frame, on=self)
        self.unfold(False)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """What Tab comes by."""
        return (self._open, *self._fields.values())

    @property
    def texts(self) -> tuple[str, str, str]:
        """Recommendations, resources, requests."""
        one, two, three = (field.toPlainText() for field in self._fields.values())
        return one, two, three

    def show_texts(self, *texts: str) -> None:
        """Show these; unfolded when one of them holds something."""
        for field, text in zip(self._fields.values(), texts, strict=True):
            field.setPlainText(text)
        self.unfold(any(one.strip() for one in texts))

    def unfold(self, shown: bool) -> None:
        """Open or fold it."""
        t = self._desk.t
        self._box.setVisible(shown)
        self._open.setIcon(self._desk.theme.icon("chevron-up" if shown else "chevron-right"))
        filled = sum(bool(one.strip()) for one in self.texts)
        names = t("recommendations, what is needed, words to others")
        said = t.many("{n} of them is filled in", "{n} of them are filled in", filled)
        self._note.setText("" if shown else airy(said) if filled else names)

    def _field(self, name: str, says: str) -> QPlainTextEdit:
        made = QPlainTextEdit()
        made.setObjectName(f"report.{name}")
        made.setAccessibleName(says)
        made.setTabChangesFocus(True)
        made.setFixedHeight(self._desk.px(HIGH))
        made.textChanged.connect(self.changed)
        return made
