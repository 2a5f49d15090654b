"""The wall of the forum at the marketplace: one window for a file of tests, put back after each of them."""

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.desk.theme import wear
from tests.desk.forum.wall.day import FORUM, at_forum, put_back, wall_on


@pytest.fixture(scope="module")
def kept(qapp, tmp_path_factory):
    """Give the wall at 09:40."""
    with at_forum(tmp_path_factory.mktemp("forum")) as desk, wall_on(desk) as it:
        yield it


@pytest.fixture
def view(kept):
    """Give it for one test; what was done in it at the wall is taken back afterwards."""
    if not QApplication.instance().styleSheet():  # another window was dressed and undressed since
        wear(QApplication.instance(), kept.desk.theme)
    kept.window().activateWindow()
    QApplication.processEvents()
    kept.board.setFocus()
    deeds = len(kept.desk.session.meeting(FORUM).wall.deeds)
    yield kept
    put_back(kept, deeds)
