"""The card of first steps: it ticks, leads, goes when it is told to, and comes back from the help."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton

from facilitator.bodies.founding import FoundBody
from facilitator.desk import deeds, rehearsal
from facilitator.desk.desk import Desk
from facilitator.desk.help import Help
from facilitator.desk.places import Place
from facilitator.desk.settings import Settings
from facilitator.desk.today.steps import Steps
from facilitator.desk.wishes import Rehearse
from facilitator.desk.works import Works
from facilitator.firststeps import Deed
from facilitator.opening import open_session
from tests.cli.terminal import play, until
from tests.desk.audit import audit
from tests.desk.evening import leave
from tests.desk.looks import OF_A_ROOM
from tests.desk.shown import find, said, shown


@pytest.fixture
def own(qapp, tmp_path, monkeypatch):
    """Give the desk of a new archive of one's own; no rehearsal was made yet."""
    monkeypatch.setattr(deeds, "rehearsal_path", lambda: tmp_path / "rehearsal")
    session = open_session(str(tmp_path / "own"), create=True)
    desk = Desk(session, Settings(tmp_path / "settings"), Works())
    yield desk
    leave(desk)


def words_of(window, step):
    """What a step says to somebody who does not see it."""
    return find(window, f"today.step.{step}", QAbstractButton).accessibleName()


def test_it_ticks_what_was_done_and_leads_to_what_was_not(own):
    """By one click each; an act elsewhere ticks it at once."""
    went, wished = [], []
    own.went.connect(went.append)
    own.wished.connect(wished.append)
    with shown(own) as window:
        assert "0/6" in said(window.page).replace("\u00a0", "")
        find(window, "today.step.rehearse").click()
        assert wished == [Rehearse()]
        find(window, "today.step.found").click()
        assert went.pop() == Place("bodies", "new")
        own.go("today")
        own.do(FoundBody(body="b", name="楼委会", charter="robert_simple"))
        assert words_of(window, "found") == "已完成：成立自己的机构"
        assert words_of(window, "enrol") == "还没做：登记成员"
        for step, place in (
            ("enrol", Place("bodies", "b", "roster")),
            ("back-up", Place("settings")),
        ):
            find(window, f"today.step.{step}").click()
            assert went.pop() == place
            own.go("today")


def test_what_was_done_elsewhere_is_ticked_when_it_is_shown_again(own):
    """A record that was saved, not a notice, and a rehearsal that was made meanwhile."""
    own.do(FoundBody(body="b", name="楼委会", charter="robert_simple"))
    with shown(own) as window:
        assert words_of(window, "minutes").startswith("还没做")
        own.go("meetings")
        deeds.paper_left(own, "notice")
        own.go("today")
        assert words_of(window, "minutes").startswith("还没做")
        own.go("meetings")
        deeds.paper_left(own, "record")
        deeds.rehearsal_path().touch()
        own.go("today")
        assert words_of(window, "minutes").startswith("已完成")
        assert words_of(window, "rehearse").startswith("已完成")


def test_it_is_put_away_for_good_and_brought_back(own, qapp):
    """Put away it stays so on every page made anew; the list of keys has a button for it."""
    own.do(FoundBody(body="b", name="楼委会", charter="robert_simple"))
    with shown(own) as window:
        find(window, "today.steps.hide").click()
        assert not window.findChild(Steps)._frame.isVisible()
        own.do(FoundBody(body="c", name="二会", charter="robert_simple"))
        assert not window.findChild(Steps)._frame.isVisible()
        qapp.processEvents()  # what was made anew is shown when the loop turns
        own.go("settings")
        panel = Help(own, window)
        panel.open()
        find(panel, "help.steps").click()
        qapp.processEvents()
        assert find(window, "today.step.enrol").isVisible()


@pytest.fixture
def rehearsing(qapp, tmp_path, monkeypatch):
    """Give the desk of a rehearsal, shortly before its evening."""
    path = tmp_path / "rehearsal"
    monkeypatch.setattr(rehearsal, "rehearsal_path", lambda: path)
    monkeypatch.setattr(deeds, "rehearsal_path", lambda: path)
    play(path, *until("post-notice"))
    desk = Desk(open_session(str(path)), Settings(tmp_path / "settings"), Works())
    yield desk
    leave(desk)


def test_a_rehearsal_has_things_to_try(rehearsing, monkeypatch):
    """They lead to that evening; begun anew, nothing was tried yet. The title of the window says what it is."""
    evening = rehearsing.session.meeting("sbg-2026-11-27").call.planned
    monkeypatch.setattr("facilitator.desk.today.steps.TONIGHT", evening - timedelta(hours=1))
    went = []
    rehearsing.went.connect(went.append)
    deeds.remember(rehearsing, Deed.SOUGHT)
    with shown(rehearsing) as window:
        assert window.windowTitle() == "演练 – 议事"
        assert "可以试试" in said(window.page)
        assert words_of(window, "seek") == "已完成：找一条以前的决议"
        find(window, "today.step.notice").click()
        assert went.pop() == Place("meetings", "sbg-2026-11-27", "papers")
    deeds.forget_rehearsal(rehearsing.settings)
    assert Deed.SOUGHT not in deeds.done(rehearsing)


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_everybody_can_read_and_reach_it(own, lang, size):
    """The audit finds nothing, with one step taken."""
    own.settings.lang, own.settings.size = lang, size
    own.look_again()
    own.do(FoundBody(body="b", name="楼委会", charter="robert_simple"))
    with shown(own) as window:
        assert audit(window) == []
