"""The pages of the window, in the order of the rail; each is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from facilitator.data import dataclass
from facilitator.desk.places import Place
from facilitator.words.tongue import mark

if TYPE_CHECKING:
    from facilitator.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Page:
    """`made_by` names a function `(Desk, Place) -> QWidget` as module:function.

    A page is kept while one is on another one. When one goes to another part of the meeting or body that it
    shows, its method `goes_to(place) -> bool` is asked first; without it the page is made anew.
    """

    key: str
    title: str
    icon: str
    made_by: str
    on_rail: bool = True

    def make(self, desk: Desk, place: Place) -> QWidget:
        """The page for a place."""
        module, name = self.made_by.split(":")
        made = cast("Callable[[Desk, Place], QWidget]", getattr(import_module(module), name))
        return made(desk, place)


PAGES: tuple[Page, ...] = (
    Page("today", mark("Today"), "calendar-check", "facilitator.desk.today.page:TodayPage"),
    Page("meetings", mark("Meetings"), "users", "facilitator.desk.meetings.page:meetings_page"),
    Page("bodies", mark("Bodies"), "landmark", "facilitator.desk.bodies.page:bodies_page"),
    Page(
        "decisions",
        mark("Decisions"),
        "file-check",
        "facilitator.desk.decisions.page:DecisionsPage",
    ),
    Page(
        "followup", mark("Follow-up"), "list-checks", "facilitator.desk.followup.page:FollowupPage"
    ),
    Page("projects", mark("Projects"), "sprout", "facilitator.desk.projects.page:projects_page"),
    Page(
        "settings", mark("Settings"), "settings-2", "facilitator.desk.preferences.page:SettingsPage"
    ),
)
