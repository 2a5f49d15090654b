"""A kind of meeting in which nobody can put a motion: the desk offers none and says nothing of votes needed."""

import msgspec
import pytest

from facilitator.desk.item.steps import steps
from facilitator.desk.meeting.strip import DROPS, Strip, fitting
from tests.desk.evening import EVENING, at_desk

BEGUN = '"do": "agenda.take-up", "meeting": "sbg-2026-11-27", "item": "i2"'
GONE = {"motions", "polls", "decisions"}


@pytest.fixture(scope="module")
def desk(qapp, tmp_path_factory):
    """An item is in hand, in a format of reports and talk alone."""
    with at_desk(tmp_path_factory.mktemp("talk"), BEGUN) as desk:
        meeting = desk.session.meeting(EVENING)
        meeting.format = msgspec.structs.replace(
            meeting.format,
            phases=tuple(
                msgspec.structs.replace(one, parts=tuple(p for p in one.parts if p not in GONE))
                for one in meeting.format.phases
            ),
        )
        yield desk


def test_the_next_step_is_to_finish_the_item(desk):
    """What could never be done is not offered greyed; reports and putting off are as before."""
    meeting = desk.session.meeting(EVENING)
    found = steps(desk, meeting, meeting.agenda.item("i2"))
    assert found.main == "item.finish"
    assert found.beside == ("item.report", "item.postpone")


def test_the_strip_has_no_cell_for_votes_needed(desk):
    """However narrow it gets."""
    strip = Strip(desk, EVENING)
    try:
        assert "needs" not in strip.cells
        assert set(fitting(strip.cells, 200, DROPS)) == set(strip.cells)
    finally:
        strip.deleteLater()
