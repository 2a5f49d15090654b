"""Which chapter of the manual fits the page that one is on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.acts import RuleViolation, Trouble
from facilitator.desk.desk import Desk
from facilitator.desk.places import Place
from facilitator.desk.rehearsal import is_rehearsal

FIRST = "10-first-evening"
COUNCIL = "20-council"
FORUM = "30-forum"
PROJECTS = "40-projects"
OF_PAGES = {
    "meetings": COUNCIL,
    "bodies": COUNCIL,
    "decisions": "50-looking-back",
    "followup": "50-looking-back",
    "projects": PROJECTS,
    "settings": "60-safekeeping",
}
OF_PARTS = (("wall", FORUM), ("slate", PROJECTS))
"""What a meeting is made of says which chapter tells of it; the first part that it has."""


def chapter_for(desk: Desk, place: Place) -> str:
    """The slug of the chapter that helps here."""
    if place.page == "meetings" and place.which:
        return _of_meeting(desk, place.which)
    if place.page in OF_PAGES:
        return OF_PAGES[place.page]
    return "15-rehearsal" if is_rehearsal(desk.session.path) else FIRST


def open_manual(desk: Desk, over: QWidget) -> None:
    """Open it for a panel that lies over a page: at the chapter of that page."""
    below = over.parentWidget()
    while below is not None:
        if isinstance(
            place := getattr(below, "place", None), Place
        ):  # a form has a field of this name
            desk.manual.open(chapter_for(desk, place))
            return
        below = below.parentWidget()
    desk.manual.open(chapter_for(desk, Place("today")))


def _of_meeting(desk: Desk, which: str) -> str:
    try:
        held = desk.session.meeting(which).format
    except (RuleViolation, Trouble):  # it is damaged, and the page says so
        return COUNCIL
    return next((chapter for part, chapter in OF_PARTS if held.has(part)), COUNCIL)
