"""What lies on the stick after publishing: its name, size and checksum, and to whom it may be given."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import button, card, column, row, words
from facilitator.safekeeping.publishing import Published
from facilitator.words.keeping import size_words

SHOWN = 16
"""Hex digits of the checksum that people compare by eye; all of it stands in the file beside."""


def result(desk: Desk, made: Published) -> QWidget:
    """A card that tells it, with the warning below."""
    t, px = desk.t, desk.px
    sha = made.sha256[:SHOWN]
    groups = " ".join(sha[at : at + 4] for at in range(0, SHOWN, 4))
    folder = made.path.parent
    show = button(t("Open folder"), grade="small", name="publish.folder")
    show.setIcon(desk.theme.icon("folder-open"))
    show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
    checksum = t("Checksum {sha}… (all of it in {file})", sha=groups, file=made.checksum.name)
    box, held = card("good", name="publish.result"), QWidget()
    column(
        words(t("Published, and verified where it lies."), "strong", "good", wrap=True),
        words(made.path.name, "strong", wrap=True, name="publish.file"),
        words(
            t("In {folder}, {size}", folder=folder, size=size_words(made.size)), "caption", wrap=True
        ),
        words(checksum, "caption", wrap=True, name="publish.checksum"),
        row(show, None),
        on=box, margins=px(16), gap=px(8),
    )  # fmt: skip
    warning = t(
        "The file is read-only and complete. It holds names and telephone numbers of people: "
        "give it only to those who may have them."
    )
    column(box, words(warning, tone="warn", wrap=True, name="publish.warning"), on=held, gap=px(12))
    return held
