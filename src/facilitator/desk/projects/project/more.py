"""A small button with a menu of what else can be done with one thing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from facilitator.desk.desk import Desk
from facilitator.desk.followup.reading import own
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import Button, button

Way = tuple[str, str, Callable[[], Panel]]
"""The key of what can be done, its words, and the panel that asks for it."""


def more_button(desk: Desk, name: str, about: str, ways: list[Way]) -> Button:
    """`name` is what tests and the demo call it; the entries are `name.key`. `about` is what it is about."""
    made = button("", "quiet", "tiny", name=name)
    made.setIcon(desk.theme.icon("ellipsis"))
    made.setProperty("narrow", True)
    said = desk.t("More: {what}", what=about)
    made.setAccessibleName(said)
    made.setToolTip(desk.t("What else can be done"))
    menu = QMenu(made)
    for key, words, make in ways:
        action = menu.addAction(words)
        action.setObjectName(f"{name}.{key}")
        action.triggered.connect(lambda _on=False, make=make: make().open())
    made.clicked.connect(lambda: menu.popup(made.mapToGlobal(made.rect().bottomLeft())))
    own(desk, made)
    return made
