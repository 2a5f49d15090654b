"""The first start: three doors, none of them wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QSizePolicy, QWidget

from facilitator.desk.archives import choose_archive
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import button, card, column, row, words
from facilitator.desk.wishes import Rehearse, Restore

WIDE = 720
"""Pixels at 100 % from which the doors stand side by side."""


class Doors(QWidget):
    """Try it, found your body, open what you have."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t, px = desk.t, desk.px
        self.setObjectName("today.doors")
        doors = (
            self._door(
                "rehearse", "play", t("Try an evening first"),
                t("A sample with a year of a council, a forum and a round of projects behind it, and an "
                  "evening about to begin. All people in it are invented; nothing counts."),
                t("Rehearse"), lambda: desk.wished.emit(Rehearse()),
            ),
            self._door(
                "found", "landmark", t("Set up your body"),
                t("Choose how it sits and decides, give it a name, and enter its members: typed, or from a "
                  "spreadsheet."),
                t("Set up a body…"), lambda: desk.go("bodies", "new"), first=True,
            ),
            self._door(
                "open", "folder-open", t("Open an archive"),
                t("Somebody has given you one, or it lies on a stick: everything is in that one file."),
                t("Choose a file…"), lambda: choose_archive(desk, self),
            ),
        )  # fmt: skip
        self._doors = row(*doors, gap=px(16))
        for place in range(3):
            self._doors.setStretch(place, 1)
        kept = t("Everything stays on this computer, in one file: {path}", path=desk.session.path)
        inner = QWidget()
        inner.setMaximumWidth(px(1120))
        column(
            words(t("Welcome to Facilitator"), "title"),
            words(t("What would you like to begin with?"), "lead", "soft", wrap=True),
            px(8), self._doors, px(8), self._back(),
            words(kept, "secondary", wrap=True),
            on=inner, gap=px(8),
        )  # fmt: skip
        middle = row(None, inner, None)
        middle.setStretch(1, 100)
        box = column(None, middle, None, on=self)
        box.setStretch(0, 2)
        box.setStretch(2, 3)

    def _back(self) -> QWidget:
        """For whoever had an archive before: on another computer, or on a disk that broke."""
        desk, t, held = self._desk, self._desk.t, QWidget()
        do = button(t("Restore a backup…"), "link", name="today.door.restore")
        do.clicked.connect(lambda: desk.wished.emit(Restore()))
        said = words(t("A new computer, or the archive is lost?"), "secondary")
        row(said, do, None, on=held, gap=desk.px(8))
        return held

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= self._desk.px(WIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._doors.setDirection(way)

    def _door(
        self,
        name: str,
        icon: str,
        title: str,
        said: str,
        act: str,
        go: Callable[[], object],
        *,
        first: bool = False,
    ) -> QFrame:
        px, theme = self._desk.px, self._desk.theme
        sign = QLabel()
        sign.setPixmap(theme.pixmap(icon, "accent_ink", 32))
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign.setFixedSize(px(56), px(56))
        sign.setProperty("chip", "tile")
        do = button(act, "primary" if first else "plain", "big", name=f"today.door.{name}")
        do.setAutoDefault(True)
        do.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        do.clicked.connect(go)
        if first:
            self.first = do
        door = card()
        text = words(said, tone="soft", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        box = column(
            sign, px(4), words(title, "item", wrap=True), text, px(12), do,
            on=door, margins=px(24), gap=px(8),
        )  # fmt: skip
        box.setStretch(3, 1)
        return door
