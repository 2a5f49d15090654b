"""What can be done with the wall as a whole, as a menu: counts, screening, places and slots, its size."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.matrix.panels import fresh_place
from facilitator.desk.forum.wall.facts import gone
from facilitator.desk.forum.wall.plane import ZOOM_STEP
from facilitator.desk.meeting.asked import allow, why_not
from facilitator.desk.panel import Panel
from facilitator.meeting.forum.interest import CountInterest, ScreenTopics, hottest
from facilitator.meeting.forum.matrix import AddPlace

if TYPE_CHECKING:
    from facilitator.desk.forum.wall.view import WallView

WALL = "facilitator.desk.forum.wall"
MATRIX = "facilitator.desk.forum.matrix"


def tools_menu(desk: Desk, view: WallView) -> QMenu:
    """The menu; open it with `popup`. What cannot be done now is grey and says why."""
    t = desk.t
    menu = QMenu(view)
    menu.setObjectName("wall.tools")
    menu.setToolTipsVisible(True)
    _add_topics(desk, menu, view)
    menu.addSeparator()
    meeting = desk.session.meeting(view.meeting_id)
    key = fresh_place(meeting)
    refused = why_not(desk, AddPlace(meeting=meeting.id, place=key, name=key))
    for name, text, panel in (
        ("place", t("Add a place…"), "AddPlacePanel"),
        ("slot", t("Add a time slot…"), "AddSlotPanel"),
    ):
        allow(_panel(desk, menu, view, name, text, f"{MATRIX}.panels:{panel}"), refused)
    menu.addSeparator()
    fit = _act(menu, "fit", t("Fit to window"), view.toggle_fit)
    fit.setCheckable(True)
    fit.setChecked(view.board.fits)
    _act(menu, "larger", t("Larger"), lambda: view.zoom_by(ZOOM_STEP))
    _act(menu, "smaller", t("Smaller"), lambda: view.zoom_by(1 / ZOOM_STEP))
    _act(menu, "print", t("Print"), view.head.printed.emit)
    return menu


def _add_topics(desk: Desk, menu: QMenu, view: WallView) -> None:
    """What concerns many topics at once."""
    t, meeting = desk.t, desk.session.meeting(view.meeting_id)
    live = [heat.topic for heat in hottest(meeting)]
    none = "" if live else t("There is no topic yet.")
    text = t("How many want to come…")
    counts = _panel(desk, menu, view, "counts", text, f"{WALL}.counts:CountsPanel")
    asked = [CountInterest(meeting=meeting.id, topic=one.id, heads=0) for one in live[:1]]
    allow(counts, none or why_not(desk, asked[0]))
    text = t("Keep the hottest topics…")
    screen = _panel(desk, menu, view, "hottest", text, f"{WALL}.hottest:HottestPanel")
    keep = [ScreenTopics(meeting=meeting.id, keep=(one.id,)) for one in live[:1]]
    allow(screen, none or why_not(desk, keep[0]))
    text = t("Merged, split, withdrawn…")
    away = _panel(desk, menu, view, "gone", text, f"{WALL}.gone:GonePanel")
    allow(away, "" if gone(meeting) else t("There are none."))


def _act(menu: QMenu, key: str, text: str, act: Callable[[], object]) -> QAction:
    made = menu.addAction(text)
    made.setObjectName(f"wall.tools.{key}")
    made.triggered.connect(lambda _c=False: act())
    return made


def _panel(desk: Desk, menu: QMenu, view: WallView, key: str, text: str, where: str) -> QAction:
    """An entry that opens a panel; imported when it is first wanted."""

    def show() -> None:
        module, name = where.split(":")
        made: Callable[[Desk, QWidget, str], Panel]
        made = getattr(importlib.import_module(module), name)
        made(desk, view, view.meeting_id).open()

    return _act(menu, key, text, show)
