"""The kinds of meeting to choose from: a picture, the name, and the phases that it goes through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import button, card, column, row, words
from facilitator.meeting.format import Format, Stage
from facilitator.words.tongue import mark

PICTURES = {"yishihui": "landmark", "open_space": "layout-grid", "selection": "vote"}
"""Icons by the key of a format; others get the one for people."""
ABOUT = {
    "yishihui": mark("Members deal with an agenda, debate motions and vote on them."),
    "open_space": mark(
        "One theme; everybody may bring a topic, groups talk, and all go home with the reports."
    ),
    "selection": mark(
        "Projects are presented, people of several chambers vote by ballot, and the money goes to those chosen."
    ),
}
"""What is special about a format, in one sentence."""


class FormatChoice(QWidget):
    """`key` is the format that is chosen. Of one alone nothing can be chosen: it is shown as it is."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, formats: Sequence[Format]) -> None:
        super().__init__()
        self._desk, self._formats = desk, formats
        self._several = QButtonGroup(self)
        self._about = words("", "small", wrap=True)
        if len(formats) == 1:
            self._show_one(formats[0])
        else:
            self._offer()
        self._tell()

    @property
    def key(self) -> str:
        """The format that is chosen."""
        return self._formats[max(0, self._several.checkedId())].key

    def choose(self, key: str) -> None:
        """Choose a format, if it is one of them."""
        place = next((n for n, one in enumerate(self._formats) if one.key == key), -1)
        if place >= 0 and len(self._formats) > 1:
            self._several.button(place).setChecked(True)

    def _show_one(self, form: Format) -> None:
        desk, px = self._desk, self._desk.px
        picture = QLabel()
        picture.setPixmap(desk.theme.pixmap(_picture(form), "accent_ink", 32))
        picture.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        name = words(form.title.text(desk.lang), "strong", name="new.format")
        box = card("rule")
        inner = column(name, self._about, gap=px(2))
        row(picture, inner, on=box, margins=(px(16), px(10), px(16), px(10)), gap=px(16))
        column(box, on=self)

    def _offer(self) -> None:
        line = row(gap=self._desk.px(8))
        for number, form in enumerate(self._formats):
            icon = self._desk.theme.icon(_picture(form))
            said = form.title.text(self._desk.lang)
            one = button(said, "choice", icon=icon, name=f"new.format.{form.key}")
            one.setCheckable(True)
            one.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._several.addButton(one, number)
            line.addWidget(one)
        self._several.button(0).setChecked(True)
        self._several.idToggled.connect(lambda _id, on: self._choose() if on else None)
        self._special = words("", wrap=True, name="new.format.about")
        column(line, self._special, self._about, on=self, gap=self._desk.px(6))

    def _choose(self) -> None:
        self._tell()
        self.chosen.emit(self.key)

    def _tell(self) -> None:
        """Say what it is, and name the phases."""
        t, lang = self._desk.t, self._desk.lang
        form = next(one for one in self._formats if one.key == self.key)
        phases = [phase for phase in form.phases if phase.stage is not Stage.CLOSED]
        self._about.setText(" → ".join(phase.title.text(lang) for phase in phases))
        if len(self._formats) > 1:
            about = ABOUT.get(form.key, "")
            self._special.setText(t(about) if about else "")
        for one, known in zip(self._several.buttons(), self._formats, strict=False):
            title = known.title.text(lang)
            one.setText(f"✓ {title}" if one.isChecked() else title)


def _picture(form: Format) -> str:
    return PICTURES.get(form.key, "users")
