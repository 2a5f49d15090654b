"""One side's view of a matter, as a card: a word with its sign, what they said, who and when, the photos."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame

from facilitator.desk.desk import Desk
from facilitator.desk.followup.signs import MarkLabel
from facilitator.desk.followup.views import Said
from facilitator.desk.widgets import Button, button, column, row, words
from facilitator.words.figures import airy


class ViewCard(QFrame):
    """A card with a bar on top in the colour of its side; its words say whose it is."""

    def __init__(self, desk: Desk, name: str, head: str, said: Said, color: int) -> None:
        super().__init__()
        self._desk, self._color = desk, color
        self.setProperty("look", "card")
        self.setObjectName(name)
        px = desk.px
        mark = MarkLabel(desk.theme, said.mark, name=f"{name}.mark")
        self._box = column(
            row(words(head, "strong"), None, mark, gap=px(8)),
            on=self, margins=(px(12), px(12), px(12), px(10)), gap=px(4),
        )  # fmt: skip
        if said.text:
            self._box.addWidget(words(airy(said.text), wrap=True))
        if said.about:
            self._box.addWidget(words(said.about, "secondary", wrap=True))

    def add_files(self, said: Said, opened: Callable[[object], object]) -> None:
        """A button for the photos and papers that came with it."""
        if said.files:
            t, px = self._desk.t, self._desk.px
            text = airy(t.many("{n} photo or file", "{n} photos and files", len(said.files)))
            icon = self._desk.theme.icon("image", "accent_ink")
            look = button(text, "link", "tiny", icon=icon, name=f"{self.objectName()}.files")
            look.clicked.connect(lambda _on=False: opened(said.files))
            self._box.addLayout(row(look, None, gap=px(4)))

    def add_way(self, way: Button) -> None:
        """A button below the words."""
        self._box.addStretch(1)
        self._box.addLayout(row(way, None))

    def settle(self) -> None:
        """Keep the words at the top where the card beside it is higher."""
        self._box.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, painter = self._desk.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QPainterPath()
        inner.addRoundedRect(QRectF(self.rect()), theme.px(8), theme.px(8))
        painter.setClipPath(inner)
        color = theme.color("accent") if self._color < 0 else theme.group_color(self._color)
        painter.fillRect(0, 0, self.width(), theme.px(4), color)
