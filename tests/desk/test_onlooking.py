"""In a copy to look at, what cannot be done is grey, and why is said once above the page."""

from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from facilitator.clock import ToldClock
from facilitator.demo.stage import EVENING, show, up_to
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.calls import HostPanel
from facilitator.desk.places import Place
from facilitator.desk.secretary.phrases_panel import PhrasesPanel
from facilitator.desk.settings import Settings
from facilitator.desk.works import Works
from facilitator.opening import Onlooker
from tests.desk.evening import at_desk, leave, played


@contextmanager
def looking(app, folder, until, place):
    """Give the window of a copy of the evening up to a moment, and what was noticed in it."""
    archive, at = played(len(list(up_to(until))), "evening")
    desk = Desk(Onlooker(archive, clock=ToldClock(at)), Settings(folder / "settings"), Works())
    noticed = []
    desk.noticed.connect(noticed.append)
    window = show(app, desk, Place.read(place))
    try:
        yield window, noticed
    finally:
        window.may_close = True
        window.close()
        window.deleteLater()
        leave(desk)
        app.setStyleSheet("")


def usable(window):
    """The names of the buttons that can be pressed, and of those that cannot."""
    seen = [one for one in window.page.findChildren(QAbstractButton) if one.isVisible()]
    on = {one.objectName() for one in seen if one.isEnabled()}
    return on, {one.objectName() for one in seen} - on


@pytest.mark.parametrize(
    ("until", "place", "shows", "records"),
    [
        (
            "20:30:00",
            f"meetings/{EVENING}",
            {"record.open", "strip.more", "strip.projector", "seat.su-huimin"},
            {"strip.forward", "agenda.adjust", "floor.ask"},
        ),
        (
            "",
            f"meetings/{EVENING}",
            {"closed.check", "closed.papers", "papers.export", "record.head.copy"},
            {"closed.reopen", "closed.guests"},
        ),
        (
            "meeting.convene",
            "bodies/songbaigang",
            {"body.charter", "body.more", "trial.present.more", "seat.1"},
            {"body.import", "terms.new"},
        ),
    ],
    ids=["running", "closed", "body"],
)
def test_what_records_is_grey_and_what_shows_is_not(qapp, tmp_path, until, place, shows, records):
    """Each grey button says why when it is asked; the page says it once, without anybody asking."""
    with looking(qapp, tmp_path, until, place) as (window, noticed):
        on, off = usable(window)
        assert (shows - on, records - off) == (set(), set())
        why = {
            window.page.findChild(QAbstractButton, name).accessibleDescription() for name in records
        }
        assert len(why) == 1
        assert "" not in why
        said = window.findChild(QLabel, "banner.said")
        assert said.isVisible()
        assert noticed == []
        line = window.findChild(QWidget, "line.text")
        assert line is None or not line.isVisible() or not line.isEnabled()


def test_a_panel_says_that_it_records_nothing(qapp, tmp_path):
    """One that is reached all the same has a grey button and the reason; one that keeps a setting works."""
    with looking(qapp, tmp_path, "20:30:00", "today") as (window, _noticed):
        host = HostPanel(window.desk, window, EVENING)
        assert not host.done_button.isEnabled()
        assert (
            host.done_button.accessibleDescription() == host.findChild(QLabel, "panel.said").text()
        )
        assert PhrasesPanel(window.desk, window).done_button.isEnabled()


def test_in_an_archive_of_ones_own_nothing_is_touched(qapp, tmp_path):
    """The same page, the same buttons, to be pressed."""
    with at_desk(tmp_path, "20:30:00") as desk:
        window = show(qapp, desk, Place.read(f"meetings/{EVENING}"))
        on, _off = usable(window)
        assert {"agenda.adjust", "floor.ask", "record.open"} <= on
        assert window.findChild(QWidget, "line.text").isEnabled()
        window.may_close = True
        window.close()
        window.deleteLater()
