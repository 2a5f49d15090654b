"""The screens of a selection from its preparing to its pitches pass the audit, and leave no trace."""

import pytest
from PySide6.QtWidgets import QDialog, QPushButton

from facilitator.demo.stage import show
from facilitator.desk.places import Place
from tests.desk.audit import audit
from tests.desk.freed import Watch, do_what_was_put_off
from tests.desk.looks import OF_A_ROOM
from tests.desk.selection.hall import MEETING, at_selection

SCREENS = {
    "preparing": ("called", ""),
    "terms": ("called", "terms.change"),
    "pitches": ("pitching", ""),
    "step-back": ("pitching", "recused.add"),
    "slate": ("pitching", "table.slate"),
}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_a_screen_can_be_used_by_everybody(qapp, aloop, tmp_path, screen, lang, size):
    """Names, keys, contrast, nothing cut and nothing outside: at 1366×768, at 100 and at 150 %."""
    what, press = SCREENS[screen]
    with at_selection(tmp_path, what, lang=lang, size=size) as desk:
        window = show(qapp, desk, Place.read(f"meetings/{MEETING}"))
        window.activateWindow()
        if press:
            window.findChild(QPushButton, press).click()
        # What was put in while it was hidden is laid out one ground after another.
        for _ in range(3):
            qapp.processEvents()
        panels = [one for one in window.findChildren(QDialog) if one.isVisible()]
        found = audit(panels[-1] if panels else window, scale=size / 100)
        for one in panels:
            one.reject()
        aloop.run_until_complete(desk.works.settle())
        window.may_close = True
        window.close()
        window.deleteLater()
        do_what_was_put_off()
    assert found == []


def test_the_pitches_leave_no_trace(qapp, aloop, tmp_path):
    """A window that was closed is gone, from Qt and from Python."""
    with at_selection(tmp_path, "pitching") as desk:
        window = show(qapp, desk, Place.read(f"meetings/{MEETING}"))
        watch = Watch(window)
        aloop.run_until_complete(desk.works.settle())
        window.may_close = True
        window.close()
        window.deleteLater()
        del window
    del desk
    watch.assert_freed()
