"""What there is to look at, each with its sentence; nothing here stands in the way of anything."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.item.form import FormPanel
from facilitator.desk.widgets import card, column, row, words
from facilitator.rounds.concerns import Concern
from facilitator.words.concerns import concern_head, concern_sentence
from facilitator.words.figures import airy


class ConcernsPanel(FormPanel):
    """All of them, one below the other; closed with Enter or Esc."""

    def __init__(self, desk: Desk, parent: QWidget, about: str, found: Iterable[Concern]) -> None:
        t = desk.t
        super().__init__(desk, t("What there is to look at"), parent, "", width=600)
        self.setObjectName("concerns")
        self.form.addWidget(words(airy(about), "secondary", wrap=True))
        for one in found:
            self.form.addWidget(concern_row(desk, one))
        said = t("None of this stands in the way of anything: people look, and decide.")
        self.form.addWidget(words(said, "small", wrap=True))
        self.finish(t("Close"), self.accept, cancel=False, name="concerns.done")
        self.settle()


def concern_row(desk: Desk, one: Concern) -> QWidget:
    """A sign, a few words, and the sentence."""
    px, held = desk.px, card("warn")
    sign = QLabel()
    sign.setPixmap(desk.theme.pixmap("triangle-alert", "warn_ink", 20))
    head = words(concern_head(one.code, desk.lang), "strong", "warn", wrap=True)
    said = words(airy(concern_sentence(one, desk.lang)), wrap=True)
    told = column(head, said, gap=px(2))
    line = row(gap=px(12), margins=(px(12), px(10), px(12), px(10)), on=held)
    line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(told, 1)
    return held
