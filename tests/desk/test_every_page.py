"""What holds on every page, at every moment of the sample evening."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.demo.stage import SELECTION, up_to
from facilitator.desk.places import Place
from facilitator.desk.theme import wear
from tests.desk.evening import EVENING, at_desk, desk_after, leave
from tests.desk.shown import shown

MOMENTS = (
    "meeting.convene",
    "post-notice",
    '"sign-in"',
    '"item": "i2", "by"',
    '"p-a2", "motion"',
    '"poll": "p2", "member": "huang',
    '"poll": "p5", "issued"',
    '"read-back"',
    '"meeting.close"',
)
ROUND_MOMENTS = ('"ballots.count-box"', '"project.monitor"')
OF_THE_MEETING = ("today", f"meetings/{EVENING}", f"meetings/{EVENING}/papers")
ROUND = "projects/qy-2025"
OF_A_ROUND = (
    *("projects", ROUND, f"{ROUND}/~list", f"{ROUND}/~round", f"{ROUND}/~history", f"{ROUND}/10-1"),
    *("today", f"meetings/{SELECTION}", f"meetings/{SELECTION}/papers"),
)
OTHERS = (
    "meetings",
    "projects",
    "bodies",
    "bodies/songbaigang",
    "bodies/new",
    "decisions",
    "settings",
)


class Windows(QObject):
    """Sees every window that is shown."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):
        """Note it; let it be shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.objectName()!r}")
        return False


@pytest.mark.parametrize("until", MOMENTS)
def test_no_window_flashes_up_and_the_keys_are_on_the_page(qapp, tmp_path, until):
    """A widget that is shown before it has a place is a window for a moment, and takes the keys away.

    What the meeting changes is looked at at every moment, the other pages once.
    """
    places = OF_THE_MEETING + (OTHERS if until == MOMENTS[-1] else ())
    with at_desk(tmp_path, until) as desk:
        assert shown_by_the_way(qapp, desk, places) == []


@pytest.mark.parametrize("until", ROUND_MOMENTS)
def test_so_it_is_in_a_round_and_in_its_meeting(qapp, tmp_path, until):
    """While its vote is counted, and while its projects are carried out."""
    desk = desk_after(tmp_path, up_to(until, "round"), play="round")
    wear(qapp, desk.theme)
    try:
        assert shown_by_the_way(qapp, desk, OF_A_ROUND) == []
    finally:
        leave(desk)
        qapp.setStyleSheet("")


def shown_by_the_way(qapp, desk, places):
    """Go to all the places; tell which windows were shown, and that the keys are on each page."""
    windows = Windows()
    with shown(desk) as window:
        qapp.installEventFilter(windows)
        try:
            for place in places:
                window.show_place(Place.read(place))
                qapp.processEvents()
                desk.second.emit()
                had = QApplication.focusWidget()
                assert had is not None, f"nobody has the keys at {place}"
                assert window.page.isAncestorOf(had) or had is window.page, place
            window.build()
            qapp.processEvents()
        finally:
            qapp.removeEventFilter(windows)
    return windows.seen
