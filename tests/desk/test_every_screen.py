"""Every screen of the program passes the audit, in both languages, small and large, and leaves no trace."""

import pytest

from facilitator.demo.fingers import Fingers
from facilitator.demo.round_shots import ROUND_SHOTS
from facilitator.demo.shots import SHOTS, lines_of
from facilitator.demo.stage import show
from facilitator.desk.places import Place
from tests.desk.audit import audit
from tests.desk.evening import desk_after, leave
from tests.desk.freed import Watch, do_what_was_put_off
from tests.desk.looks import OF_ALL

OF_ROUNDS = [pytest.param(one, marks=pytest.mark.soak) for one in ROUND_SHOTS if not one.scene]
"""Rooms have walks of their own through these, see walked.py."""


@pytest.mark.parametrize("shot", [*SHOTS, *OF_ROUNDS], ids=lambda shot: shot.name)
@pytest.mark.parametrize(("lang", "size"), OF_ALL)
def test_a_screen_can_be_used_by_everybody(qapp, aloop, tmp_path, shot, lang, size):
    """Names, keys, contrast, nothing cut and nothing outside: at 1366×768, at 100 and at 150 %."""
    desk = desk_after(tmp_path, lines_of(shot), lang=lang, size=size, play=shot.script)
    window = show(qapp, desk, Place.read(shot.place))
    window.activateWindow()
    qapp.processEvents()
    if shot.first is not None:
        shot.first(Fingers(window))
    top = qapp.activeModalWidget() or window
    found = audit(top, scale=size / 100)
    if top is not window:
        top.close()
    watch = Watch(window)
    aloop.run_until_complete(desk.works.settle())
    window.may_close = True
    window.close()
    window.deleteLater()
    del window, top
    leave(desk)
    del desk
    do_what_was_put_off()
    qapp.setStyleSheet("")
    if shot.script == "evening":  # for those of a forum see below, and why in forum/test_looks.py
        watch.assert_freed()
    assert found == []


@pytest.mark.parametrize("name", ["pitch", "wall", "reports", "focus", "action-groups"])
def test_a_table_of_a_forum_leaves_no_trace(qapp, aloop, tmp_path, name):
    """A window that was closed is gone, from Qt and from Python, with the panel that lay over it."""
    shot = next(one for one in SHOTS if one.name == name)
    desk = desk_after(tmp_path, lines_of(shot), play=shot.script)
    window = show(qapp, desk, Place.read(shot.place))
    window.activateWindow()
    qapp.processEvents()
    if shot.first is not None:
        shot.first(Fingers(window))
        qapp.activeModalWidget().close()
    watch = Watch(window)
    aloop.run_until_complete(desk.works.settle())
    window.may_close = True
    window.close()
    window.deleteLater()
    del window
    leave(desk)
    del desk
    qapp.setStyleSheet("")
    watch.assert_freed()
