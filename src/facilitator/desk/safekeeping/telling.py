"""What came of restoring or merging, told over the archive that is open again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.desk.safekeeping.airing import aired
from facilitator.desk.settings import Settings
from facilitator.desk.troubled import Screen
from facilitator.desk.widgets import button, column, row, words
from facilitator.desk.widgets.marks import SignMark


class TellScreen(Screen):
    """A title with ✓ or ✗, lines, perhaps more; one button leads on."""

    back = Signal()

    def __init__(
        self,
        settings: Settings,
        title: str,
        lines: Sequence[str],
        *,
        good: bool,
        more: QWidget | None = None,
        wide: bool = False,
    ) -> None:
        super().__init__(settings, "told", wide=wide)
        px = self.px
        sign = SignMark(self.theme, "for" if good else "against", "good_ink" if good else "bad")
        head = row(sign, words(title, "title", wrap=True, name="told.title"), gap=px(12))
        head.setStretch(1, 1)
        on = button(self.t("Go on"), "primary", "big", name="told.on")
        on.clicked.connect(self.back)
        box = column(
            head,
            *(words(aired(line), wrap=True) for line in lines),
            *([more] if more is not None else []),
            row(None, on),
            on=self.card, margins=px(24), gap=px(12),
        )  # fmt: skip
        if more is not None:
            box.setStretch(box.indexOf(more), 1)
        self.first = on
