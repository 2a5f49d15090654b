"""An archive that was merged while its windows are open: every view tells what is true now, and none chokes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.clock import ToldClock
from facilitator.demo.many.years import LAST, Meeting, write
from facilitator.demo.stage import BEFORE, EVENING, play_lines, script, up_to
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.undo import undoing
from facilitator.desk.places import Place
from facilitator.desk.window import Window
from facilitator.meeting.notes import WriteNote
from facilitator.opening import open_session
from tests.desk.evening import at_desk
from tests.desk.shown import find, said, shown


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The sample evening in the middle of a roll call."""
    with at_desk(tmp_path, '"poll": "p3", "member": "huang') as desk:
        yield desk


def played_on(desk: Desk, folder: Path) -> Path:
    """The same archive as another laptop has carried it on to the evening's end."""
    other = folder / "other.facilitator"
    played = list(up_to('"poll": "p3", "member": "huang'))
    desk.session.record._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    shutil.copyfile(desk.session.path, other)
    clock = ToldClock(BEFORE)
    with closing(open_session(str(other), clock=clock)) as session:
        play_lines(session, clock, script()[len(played) :])
    return other


def every_page(window: Window, qapp: QApplication) -> dict[str, str]:
    """What is said on each page."""
    found = {}
    for place in ("today", "meetings", f"meetings/{EVENING}", "bodies", "bodies/songbaigang"):
        window.show_place(Place.read(place))
        qapp.processEvents()
        found[place] = said(window.page)
    return found


def test_a_meeting_that_went_on_elsewhere(qapp: QApplication, desk: Desk, tmp_path: Path) -> None:
    """The page that is open goes to where the meeting stands; hidden ones read anew when they are shown."""
    other = played_on(desk, tmp_path)
    committee = tmp_path / "committee.facilitator"
    write(committee, [Meeting(5, n, LAST - timedelta(days=40 - 20 * n)) for n in range(2)])
    with shown(desk, f"meetings/{EVENING}") as window:
        before = every_page(window, qapp)
        window.show_place(Place("meetings", EVENING))
        desk.session.take_in(desk.session.survey(other))
        qapp.processEvents()
        assert desk.session.meeting(EVENING).phase.key == "closed"
        assert find(window.page, "closed").isVisible()
        desk.session.take_in(desk.session.survey(committee))
        after = every_page(window, qapp)
        assert {place for place in before if before[place] != after[place]} >= {"today", "meetings"}
        assert desk.recorded is not None
        assert desk.trouble is None


def test_what_is_being_written_stays(qapp: QApplication, desk: Desk, tmp_path: Path) -> None:
    """A merge of other meetings takes no word out of the secretary's line, and the next act goes on.

    What was done at this desk before may not be the last thing any more, so that it is not taken back.
    """
    committee = tmp_path / "committee.facilitator"
    write(committee, [Meeting(5, 0, LAST)])
    undoing(desk)
    with shown(desk, f"meetings/{EVENING}") as window:
        assert desk.do(WriteNote(meeting=EVENING, note="x1", text="先记一句"))
        assert undoing(desk).way(EVENING).what
        editor = find(window, "line").editor
        editor.insertPlainText("还没写完")
        desk.session.take_in(desk.session.survey(committee))
        qapp.processEvents()
        assert editor.text() == "还没写完"
        assert not undoing(desk).way(EVENING).what
        assert desk.do(WriteNote(meeting=EVENING, note="x2", text="再记一句"))
