"""The middle of the desk as a whole: everybody can read it and reach it, wherever and however it is shown."""

import pytest
from PySide6.QtWidgets import QScrollArea

from facilitator.bodies.membership import CorrectPerson
from facilitator.desk.item.view import ItemView
from facilitator.meeting.floor import AskForFloor, GiveFloor
from tests.desk.audit import audit
from tests.desk.evening import EVENING, at_desk
from tests.desk.freed import assert_freed

MOMENTS = (
    '"do": "agenda.move"',
    '"review": "r2"',
    '"speaker": "liang-huifang", "side": "against"',
    '"do": "motions.second", "meeting": "sbg-2026-11-27", "motion": "a2"',
    '"note": "n5"',
    '"do": "motions.second", "meeting": "sbg-2026-11-27", "motion": "m4"',
    '"do": "agenda.postpone", "meeting": "sbg-2026-11-27", "item": "i4"',
)


@pytest.mark.parametrize(
    ("until", "lang", "size", "room_"),
    [pytest.param(moment, "zh", 100, (734, 590), marks=pytest.mark.soak) for moment in MOMENTS]
    + [(moment, "en", 100, (500, 386)) for moment in MOMENTS]
    + [(moment, "zh", 150, (760, 600)) for moment in MOMENTS[2:4]],
)
def test_it_can_be_read_and_reached(room, until, lang, size, room_):
    """Names, keys, contrast, cut words: at each moment, in both languages, small and large."""
    here = room(until, lang=lang, size=size, room=room_)
    assert audit(here.window, size / 100) == []


@pytest.mark.parametrize("lang", [pytest.param("zh", marks=pytest.mark.soak), "en"])
@pytest.mark.parametrize(
    "deed",
    ["floor.ask", "floor.limits", "motion.put", "motion.amend", "item.report", "item.postpone"],
)
def test_so_can_its_panels(room, lang, deed):
    """Each panel."""
    here = room('"do": "floor.agree-limits"', lang=lang)
    here.view._deeds[deed].do()
    here.later(0)
    assert audit(here.panel) == []


def test_when_a_speech_begins_its_clock_is_in_sight(room):
    """However low the window is."""
    here = room('"speaker": "liang-huifang", "side": "against"', room=(500, 386))
    here.do(GiveFloor(meeting=EVENING, speaker="wang-jianjun"))
    here.later(0)
    area = here.view.findChild(QScrollArea, "item.scroll")
    clock = here.find("speaker.clock")
    top = clock.mapTo(area.viewport(), clock.rect().topLeft()).y()
    assert 0 <= top <= area.viewport().height() - clock.height()


def test_a_name_that_is_put_right_is_right_here(room):
    """People are corrected in their body; the queue follows."""
    here = room('"speaker": "liang-huifang", "side": "against"')
    person = here.desk.session.people(here.meeting)["he-weiming"]
    long = "<b>何</b>" + "伟明" * 45
    here.do(
        CorrectPerson(
            body="songbaigang",
            member="he-weiming",
            person=type(person)(name=long, address=person.address, phone=person.phone),
        )
    )
    assert here.find("queue.he-weiming.name").text() == long
    here.do(GiveFloor(meeting=EVENING, speaker="he-weiming"))
    assert here.find("speaker.name").text() == long
    assert audit(here.window) == []


def test_an_act_elsewhere_is_shown_when_the_view_comes_back(room):
    """A hidden view reads when it is shown, and not before."""
    here = room('"do": "floor.agree-limits"')
    here.view.hide()
    here.do(AskForFloor(meeting=EVENING, speaker="wu-dequan"))
    assert here.view._queue._hands == ()
    here.view.show()
    assert [hand.id for hand in here.view._queue._hands] == ["wu-dequan"]


def test_it_is_freed(qapp, tmp_path):
    """Closed, nothing holds it: neither its keys nor its clock nor a row that was made anew."""
    with at_desk(tmp_path, '"note": "n5"') as desk:

        def used(view):
            view.show()
            desk.do(AskForFloor(meeting=EVENING, speaker="wu-dequan"))
            view._deeds["floor.ask"].do()

        assert_freed(lambda: ItemView(desk, EVENING), used)
