"""Where one is among a few steps: numbered dots with words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import chip, row
from facilitator.desk.widgets.words import retone
from facilitator.words.figures import airy


class Steps(QWidget):
    """Done ones with ✓, the present one in colour."""

    def __init__(self, desk: Desk, titles: Iterable[str]) -> None:
        super().__init__()
        self._titles = tuple(titles)
        self._chips = [chip(title) for title in self._titles]
        row(*self._chips, on=self, gap=desk.px(8))
        self.show_step(0)

    def show_step(self, now: int) -> None:
        """Be at this step."""
        for at, (one, title) in enumerate(zip(self._chips, self._titles, strict=True)):
            sign = "✓" if at < now else str(at + 1)
            one.setText(airy(f"{sign} {title}"))
            look = "accent" if at == now else "good" if at < now else "plain"
            retone(one, chip=look)
