"""What can be done with the wall as a whole, as a menu: counts, screening, places and slots."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.matrix.panels import fresh_place
from facilitator.desk.forum.wall.facts import gone
from facilitator.desk.meeting.asked import allow, why_not
from facilitator.desk.panel import Panel
from facilitator.meeting.forum.interest import CountInterest, ScreenTopics, hottest
from facilitator.meeting.forum.matrix import AddPlace

WALL = "facilitator.desk.forum.wall"
MATRIX = "facilitator.desk.forum.matrix"


def tools_menu(desk: Desk, meeting_id: str, parent: QWidget) -> QMenu:
    """The menu; open it with `popup`. What cannot be done now is grey and says why."""
    t, meeting = desk.t, desk.session.meeting(meeting_id)
    menu = QMenu(parent)
    menu.setObjectName("wall.tools")
    menu.setToolTipsVisible(True)
    live = [heat.topic for heat in hottest(meeting)]
    none = "" if live else t("There is no topic yet.")

    def panel(key: str, text: str, where: str) -> QAction:
        made = menu.addAction(text)
        made.setObjectName(f"wall.tools.{key}")
        made.triggered.connect(lambda _c=False: _opener(where)(desk, parent, meeting_id).open())
        return made

    counts = panel("counts", t("How many want to come…"), f"{WALL}.counts:CountsPanel")
    asked = [CountInterest(meeting=meeting.id, topic=one.id, heads=0) for one in live[:1]]
    allow(counts, none or why_not(desk, asked[0]))
    screen = panel("hottest", t("Keep the hottest topics…"), f"{WALL}.hottest:HottestPanel")
    keep = [ScreenTopics(meeting=meeting.id, keep=(one.id,)) for one in live[:1]]
    allow(screen, none or why_not(desk, keep[0]))
    away = panel("gone", t("Merged, split, withdrawn…"), f"{WALL}.gone:GonePanel")
    allow(away, "" if gone(meeting) else t("There are none."))
    menu.addSeparator()
    key = fresh_place(meeting)
    refused = why_not(desk, AddPlace(meeting=meeting.id, place=key, name=key))
    allow(panel("place", t("Add a place…"), f"{MATRIX}.panels:AddPlacePanel"), refused)
    allow(panel("slot", t("Add a time slot…"), f"{MATRIX}.panels:AddSlotPanel"), refused)
    return menu


def _opener(where: str) -> Callable[[Desk, QWidget, str], Panel]:
    """The panel; imported when it is first wanted."""
    module, name = where.split(":")
    return getattr(importlib.import_module(module), name)
