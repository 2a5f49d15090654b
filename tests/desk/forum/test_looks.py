"""The screens of a forum from its preparing to its close pass the audit, and leave no trace.

Not in one test: the audit follows the keys round the window, and where the last of them is a scroll bar that
Qt made, Python keeps the window for it.
"""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QPushButton

from facilitator.demo.stage import show
from facilitator.desk.places import Place
from facilitator.meeting.forum.rounds import StartRound
from facilitator.meeting.lifecycle import EnterPhase
from tests.desk.audit import audit
from tests.desk.forum.opening.test_view import DOORS
from tests.desk.forum.prepare.test_view import CALLED
from tests.desk.forum.table import ACTION, NEWS
from tests.desk.forum.wall.day import FORUM, MARKET, at_forum
from tests.desk.freed import Watch, do_what_was_put_off
from tests.desk.looks import OF_ALL

M = {"meeting": FORUM}
OVER = datetime.fromisoformat("2026-11-21T16:41:00+08:00")
ON = (EnterPhase(**M, phase="rounds"), StartRound(**M, slot="s1"))
SCREENS = {
    "preparing": (CALLED, (), f"meetings/{FORUM}", ""),
    "counting": (DOORS, (), f"meetings/{FORUM}", ""),
    "signing-in": (DOORS, (), f"meetings/{FORUM}", "table.people"),
    "rounds": (MARKET, ON, f"meetings/{FORUM}", ""),
    "debate": (NEWS, (), f"meetings/{FORUM}", "table.debate"),
    "circle": (ACTION, (EnterPhase(**M, phase="circle"),), f"meetings/{FORUM}", ""),
    "closed": (OVER, (), f"meetings/{FORUM}", ""),
    "today": (OVER, (), "today", ""),
    "today-on": (MARKET, ON, "today", ""),
}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("lang", "size"), OF_ALL)
def test_a_screen_can_be_used_by_everybody(qapp, aloop, tmp_path, screen, lang, size):
    """Names, keys, contrast, nothing cut and nothing outside: at 1366×768, at 100 and at 150 %."""
    until, commands, place, press = SCREENS[screen]
    with at_forum(tmp_path, until, lang=lang, size=size) as desk:
        for command in commands:
            assert desk.do(command)
        window = show(qapp, desk, Place.read(place))
        window.activateWindow()
        if press:
            window.findChild(QPushButton, press).click()
        qapp.processEvents()
        found = audit(window, scale=size / 100)
        aloop.run_until_complete(desk.works.settle())
        window.may_close = True
        window.close()
        window.deleteLater()
        do_what_was_put_off()
    assert found == []


@pytest.mark.parametrize("screen", ["preparing", "counting", "rounds", "circle"])
def test_a_screen_leaves_no_trace(qapp, aloop, tmp_path, screen):
    """A window that was closed is gone, from Qt and from Python."""
    until, commands, place, _ = SCREENS[screen]
    with at_forum(tmp_path, until) as desk:
        for command in commands:
            assert desk.do(command)
        window = show(qapp, desk, Place.read(place))
        watch = Watch(window)
        aloop.run_until_complete(desk.works.settle())
        window.may_close = True
        window.close()
        window.deleteLater()
        del window
    del desk
    watch.assert_freed()
