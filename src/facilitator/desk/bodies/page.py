"""The room of bodies: which page a place is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator import overview
from facilitator.desk.bodies.body import BodyPage
from facilitator.desk.bodies.listing import BodiesPage
from facilitator.desk.desk import Desk
from facilitator.desk.places import Place

EVERY = "all"
"""The part of the room that is the list, even where there is only one body."""


def bodies_page(desk: Desk, place: Place) -> QWidget:
    """The list of bodies, the founding of one, or a part of one body's page.

    Whoever has a single body goes straight to it.
    """
    if place.which == "new":
        from facilitator.desk.bodies.founding import FoundingPage

        return FoundingPage(desk)
    if place.which:
        return _part(desk, place)
    known = overview.bodies(desk.session)
    if len(known) == 1 and place.part != EVERY:
        return BodyPage(desk, known[0].body, others=False)
    return BodiesPage(desk)


def _part(desk: Desk, place: Place) -> QWidget:
    """A part of a body's page; the page itself for a part that there is not."""
    match place.part.partition(".")[0]:
        case "papers":
            from facilitator.desk.bodies.paperspage import BodyPapersPage

            return BodyPapersPage(desk, place)
        case "roster":
            from facilitator.desk.bodies.rosterpage import RosterPage

            return RosterPage(desk, place.which)
        case "import":
            from facilitator.desk.bodies.importing import ImportPage

            return ImportPage(desk, place.which)
        case "participation":
            from facilitator.desk.bodies.participation import ParticipationPage

            return ParticipationPage(desk, place.which)
        case "charter":
            from facilitator.desk.bodies.charterpage import CharterPage

            return CharterPage(desk, place.which)
        case "amend":
            from facilitator.desk.bodies.amending import AmendPage

            return AmendPage(desk, place.which)
        case "adopt":
            from facilitator.desk.bodies.amending import AdoptPage

            return AdoptPage(desk, place.which)
        case _:
            several = len(overview.bodies(desk.session)) > 1
            return BodyPage(desk, place.which, others=several)
