"""The declared actions (`words/actions.py`) as Qt's: with key, icon and what they do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from facilitator.words.actions import ACTS, BY_NAME, Act, key_of

if TYPE_CHECKING:
    from facilitator.desk.desk import Desk

__all__ = ["ACTS", "BY_NAME", "Act", "action", "key_of"]

REPEATED = {"vote.back", "vote.on", "papers.next-page", "papers.page-before"}
"""What goes on while its key is held down. Everything else is done once: a held key is no second vote."""


def action(
    desk: Desk,
    owner: QWidget,
    name: str,
    slot: Callable[[], object],
    *,
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
    seen: bool = True,
) -> QAction:
    """The declared action, working while `owner` (or something in it) has the keys, doing `slot`.

    One that is not `seen` is a key and nothing else: no button or menu shows it, so no icon is drawn.
    """
    act = BY_NAME[name]
    made = QAction(desk.t(act.text), owner)
    made.setObjectName(name)
    made.setShortcut(QKeySequence(act.keys))
    made.setShortcutContext(context)
    made.setAutoRepeat(name in REPEATED)
    if act.icon and seen:
        made.setIcon(desk.theme.icon(act.icon))
    made.triggered.connect(lambda _checked=False: slot())
    owner.addAction(made)
    if name == "record.find":
        desk.finders.add(owner)
    return made
