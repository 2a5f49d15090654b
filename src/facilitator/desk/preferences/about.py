"""What the program is made of: a panel with every part, its licence and whose it is."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from facilitator import __version__
from facilitator.desk.desk import Desk
from facilitator.desk.preferences.licences import PARTS
from facilitator.desk.widgets import button, column, line, row, scrolling, words


def version_words(desk: Desk) -> str:
    """The versions that a report needs."""
    t = desk.t
    return t(
        "Facilitator {ours} · Python {python} · Qt {qt}",
        ours=__version__,
        python=platform.python_version(),
        qt=qVersion(),
    )


class Licences(QDialog):
    """Open it with `open()`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        t, px = desk.t, desk.px
        self.setObjectName("licences")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("Licences"))
        close = button(t("Close"), "primary", name="licences.close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        qt = t(
            "Qt and PySide6 are used under the GNU Lesser General Public License, version 3, unchanged and "
            "as libraries of their own: you may put other builds of the same version in their place. "
            "Their source is at {place}.",
            place="https://download.qt.io",
        )
        area = scrolling(_table(desk))
        area.setAccessibleName(t("Licences"))
        column(
            words(t("Licences"), "item"), words(qt, wrap=True), line(), area, line(), row(None, close),
            on=self, margins=px(24), gap=px(12),
        )  # fmt: skip
        room = parent.window().size()
        self.resize(min(px(760), room.width() - 32), min(px(600), room.height() - 32))
        close.setFocus()


def _table(desk: Desk) -> QWidget:
    held = QWidget()
    grid = QGridLayout(held)
    grid.setContentsMargins(0, 0, desk.px(12), 0)
    grid.setHorizontalSpacing(desk.px(24))
    grid.setVerticalSpacing(desk.px(6))
    for place, part in enumerate(PARTS):
        for at, text in enumerate((part.name, part.licence, part.whose)):
            label = words(text, "strong" if at == 0 else "", "soft" if at == 2 else "", wrap=True)
            grid.addWidget(label, place, at, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(1, 2)
    grid.setColumnStretch(2, 4)
    grid.setRowStretch(len(PARTS), 1)
    return held
