"""A wall without places or slots says what is lacking, and offers to add it."""

from __future__ import annotations

from facilitator.desk.desk import Desk
from facilitator.desk.forum.matrix.panels import AddPlacePanel, AddSlotPanel, fresh_place
from facilitator.desk.meeting.asked import allow, why_not
from facilitator.desk.view import View
from facilitator.desk.widgets import button, column, row, words
from facilitator.meeting.forum.matrix import AddPlace


class NoFields(View):
    """See the module."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        self.setObjectName("wall.lacks")
        self.meeting_id = meeting
        t, px = desk.t, desk.px
        self._said = words("", "lead", wrap=True, name="wall.lacks.said")
        hint = t(
            "Topics can be posted already; they wait at the left until there is a field for them."
        )
        self._place = button(t("Add a place…"), "soft", name="wall.lacks.place")
        self._slot = button(t("Add a time slot…"), "soft", name="wall.lacks.slot")
        self._place.clicked.connect(lambda: AddPlacePanel(desk, self, meeting).open())
        self._slot.clicked.connect(lambda: AddSlotPanel(desk, self, meeting).open())
        column(
            None, self._said, words(hint, "secondary", wrap=True),
            row(self._place, self._slot, None), None, None,
            on=self, margins=px(32), gap=px(16),
        )  # fmt: skip
        self.refresh_now()

    def refresh(self) -> None:
        """Say what is lacking now."""
        desk, t = self.desk, self.desk.t
        matrix = desk.session.meeting(self.meeting_id).matrix
        if matrix.places:
            said = t("There is no time slot yet. The wall needs one at least.")
        elif matrix.slots:
            said = t("There is no place yet. The wall needs one at least.")
        else:
            said = t("There are no places and no time slots yet. The wall needs both.")
        self._said.setText(said)
        refused = why_not(desk, _asking(desk, self.meeting_id))
        allow(self._place, refused)
        allow(self._slot, refused)


def _asking(desk: Desk, meeting: str) -> AddPlace:
    place = fresh_place(desk.session.meeting(meeting))
    return AddPlace(meeting=meeting, place=place, name=place)
