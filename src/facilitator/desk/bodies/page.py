"""The room of bodies: which page a place is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.bodies.body import BodyPage
from facilitator.desk.desk import Desk
from facilitator.desk.places import Place


def bodies_page(desk: Desk, place: Place) -> QWidget:
    """The list of bodies, the founding of one, or a part of one body's page."""
    return BodyPage(desk, place.which)
