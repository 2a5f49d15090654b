"""One desk on the 29th of May 2025 for all tests of a module: each of them has a project of its own."""

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.desk.theme import wear
from tests.desk.evening import desk_after, leave
from tests.desk.projects.conftest import MAY, up_to_last


@pytest.fixture(scope="module")
def may(qapp, tmp_path_factory):
    """Give the desk; the archive is played once for the whole session."""
    made = desk_after(tmp_path_factory.mktemp("may"), up_to_last(MAY), play="round")
    wear(QApplication.instance(), made.theme)
    yield made
    leave(made)
    qapp.setStyleSheet("")


@pytest.fixture
def desk_of_words(may):
    """Give a desk for what needs its words and its sizes only."""
    return may
