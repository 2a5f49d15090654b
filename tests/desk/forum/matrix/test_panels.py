"""Small panels add a place or a time slot, one or several in a row; a refusal is told in the panel."""

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QWidget

from facilitator.desk.forum.matrix.panels import AddPlacePanel, AddSlotPanel
from tests.desk.audit import audit
from tests.desk.evening import write
from tests.desk.forum.wall.day import FORUM, at_forum
from tests.desk.meeting.menus import click
from tests.desk.shown import find, said


@pytest.fixture
def desk(qapp, tmp_path):
    """Give the desk of a forum for which neither places nor slots were prepared."""
    with at_forum(tmp_path, bare=True) as it:
        yield it


@pytest.fixture
def window(qapp):
    """Give a window that panels can belong to."""
    it = QWidget()
    it.show()
    yield it
    it.close()
    it.deleteLater()


def matrix(desk):
    return desk.session.meeting(FORUM).matrix


def test_places_are_added_in_a_row(desk, window):
    """Name, seats, and another: the panel names those that are there and is ready for the next."""
    panel = AddPlacePanel(desk, window, FORUM)
    panel.open()
    for name, seats in (("大厅东", 30), ("书画室", 20)):
        write(find(panel, "place.name"), name)
        find(panel, "place.seats").setValue(seats)
        click(panel, "place.further")
    assert [(one.name, one.seats) for one in matrix(desk).places.values()] == [
        ("大厅东", 30),
        ("书画室", 20),
    ]
    assert "已有：大厅东、书画室" in said(panel)
    assert find(panel, "place.name").hasFocus() or find(panel, "place.name").text() == ""


def test_two_places_of_one_name_are_refused(desk, window):
    """The panel says so and stays open."""
    for _ in range(2):
        panel = AddPlacePanel(desk, window, FORUM)
        panel.open()
        write(find(panel, "place.name"), "大厅东")
        click(panel, "place.done")
    assert panel.isVisible()
    assert "大厅东" in find(panel, "panel.said").text()
    assert audit(panel) == []


def test_a_slot_is_offered_after_the_last_one(desk, window):
    """Ten minutes after its end, for as many minutes; the first one after gathering and opening."""
    panel = AddSlotPanel(desk, window, FORUM)
    panel.open()
    find(panel, "slot.begins").setTime(QTime(9, 50))
    click(panel, "slot.further")
    assert find(panel, "slot.begins").time() == QTime(11, 0)
    click(panel, "slot.done")
    told = [(f"{one.begins:%H:%M}", one.minutes) for one in matrix(desk).slots.values()]
    assert [minutes for _, minutes in told] == [60, 60]


def test_slots_that_overlap_are_refused(desk, window):
    """The panel says which one is in the way."""
    panel = AddSlotPanel(desk, window, FORUM)
    panel.open()
    find(panel, "slot.begins").setTime(QTime(9, 50))
    click(panel, "slot.further")
    find(panel, "slot.begins").setTime(QTime(10, 0))
    click(panel, "slot.done")
    assert panel.isVisible()
    assert find(panel, "panel.said").text()
    assert len(matrix(desk).slots) == 1
