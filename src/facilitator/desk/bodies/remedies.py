"""What opens when a seat or the button of a finding is pressed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.bodies.member import MemberPanel, OfficePanel, member_panel, ruling_panel
from facilitator.desk.bodies.seating import SeatPanel
from facilitator.desk.bodies.sitting import Sitting
from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.rules.composition import Finding, FindingKind


def open_member(desk: Desk, parent: QWidget, body: str, sitting: Sitting) -> None:
    """The panel of a member, or the one that fills a vacant seat."""
    member_panel(desk, parent, body, sitting).open()


def remedy(desk: Desk, parent: QWidget, body: str, finding: Finding) -> None:
    """The panel with which people put a finding right. Nothing is repaired by itself."""
    _panel(desk, parent, body, finding).open()


def _panel(desk: Desk, parent: QWidget, body: str, finding: Finding) -> Panel:
    match finding.kind:
        case FindingKind.MISSING:
            return SeatPanel(desk, parent, body, seat=finding.seat)
        case FindingKind.WRONG_GROUP:
            return ruling_panel(desk, parent, body, finding.member)
        case FindingKind.TERM_EXPIRED:
            seat = finding.seat
            return SeatPanel(desk, parent, body, seat=seat, leaving=finding.member)
        case FindingKind.OFFICE_VACANT | FindingKind.OFFICE_TWICE | FindingKind.OFFICE_WRONG_GROUP:
            return OfficePanel(desk, parent, body, office=finding.office)
        case _:
            return MemberPanel(desk, parent, body, finding.member)
