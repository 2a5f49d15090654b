"""In a copy to look at, whatever would record something is switched off; what only shows is left."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, only_looking

READS = (
    "agenda.numbers",
    "ballots.boxes",
    "ballots.differ",
    "ballots.entry",
    "ballots.named",
    "body.back",
    "body.charter",
    "body.more",
    "body.papers",
    "closed.check",
    "closed.papers",
    "door.missing",
    "focus.order",
    "group.contact.show",
    "guests",
    "item.before",
    "item.more",
    "motion.",
    "news.back",
    "outcome.order",
    "outcome.round",
    "outcome.save",
    "outcome.tab",
    "papers",
    "participation.back",
    "participation.paper",
    "pitch.before",
    "pitches.projector",
    "plan.before",
    "put.before",
    "ready.forum-papers",
    "ready.papers",
    "ready.print",
    "record.",
    "report.blank-form",
    "report.optional",
    "reports.news",
    "reports.only",
    "result.back",
    "result.papers",
    "seat.",
    "seats.",
    "settle.back",
    "slot.",
    "speaker.before",
    "strip.more",
    "strip.presence",
    "strip.projector",
    "table.",
    "trial.",
    "vote.back-to-item",
    "wall.fit",
    "wall.gone",
    "wall.larger",
    "wall.print",
    "wall.smaller",
    "wall.tools",
)
"""How the names begin of what only shows, leads elsewhere, or opens a menu whose entries say what can be."""
ENTRIES = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)


def still(desk: Desk, part: QWidget) -> None:
    """Switch off what records something, with the reason; nothing in an archive of one's own."""
    if not (why := only_looking(desk)):
        return
    for one in part.findChildren(QWidget):
        if one.objectName().startswith((*READS, "qt_")):
            continue
        if isinstance(one, QAbstractButton):
            allow(one, why)
        elif isinstance(one, ENTRIES) and not _reads(one) and one.isEnabled():
            one.setEnabled(False)


def _reads(entry: QWidget) -> bool:
    """Whether a text is only there to be read, and scrolled."""
    return isinstance(entry, QLineEdit | QPlainTextEdit | QTextEdit) and entry.isReadOnly()
