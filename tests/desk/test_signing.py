"""Acts bear the name in the settings, else the one recorder's of the meeting shown, else the account's."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.bodies.people import Person
from facilitator.meeting.attendance import AdmitObserver, Capacity
from facilitator.meeting.floor import EndSpeech
from facilitator.session import account
from tests.desk.evening import EVENING, at_desk
from tests.desk.shown import shown

CLERK = "zheng-xiaotong"


@pytest.fixture
def desk(qapp, tmp_path):
    """Give the desk of the evening while Lin Xiuying speaks; nobody is named in its settings."""
    with at_desk(tmp_path, '"n6"') as it:
        yield it


def test_at_the_meeting_the_recorder_signs(desk):
    """A key pressed there is the recorder's act; on another page the account acts again."""
    with shown(desk) as window:
        assert desk.session.actor == account()
        desk.go("meetings", EVENING)
        heard = []
        desk.changed.connect(heard.append)
        QTest.keyClick(window, Qt.Key.Key_F6)
        assert heard[0].events[0].actor == "郑晓彤"
        desk.go("meetings")
        assert desk.session.actor == account()


def test_two_recorders_are_none(desk):
    """Nobody can tell which of them types; when one is struck out the other signs."""
    with shown(desk, f"meetings/{EVENING}"):
        admit = AdmitObserver(
            meeting=EVENING,
            person_id="x",
            person=Person(name="何敏"),
            capacity=Capacity.SECRETARY,
        )
        assert desk.do(admit)
        assert desk.session.actor == account()


def test_the_name_in_the_settings_goes_first(desk):
    """Whoever said once who keeps the record here is believed at every meeting."""
    desk.settings.actor = "何敏"
    with shown(desk, f"meetings/{EVENING}"):
        (first, *_) = desk.do(EndSpeech(meeting=EVENING))
        assert first.actor == "何敏"
