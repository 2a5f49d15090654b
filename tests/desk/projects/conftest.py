"""The desk of the subdistrict: in May, when proposals were screened, and on the evening of the selection."""

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.demo.stage import script
from facilitator.desk.theme import wear
from tests.desk.evening import desk_after, leave

ROUND = "qy-2025"
MAY, EVENING = b'"at": "2025-05-29T', b'"outcome.announce"'


def up_to_last(mark):
    """The lines of the sample up to the last one that holds a mark."""
    lines = script("round")
    return lines[: 1 + max(n for n, line in enumerate(lines) if mark in line)]


def _desk(qapp, folder, mark):
    made = desk_after(folder, up_to_last(mark), play="round")
    wear(QApplication.instance(), made.theme)
    return made


@pytest.fixture
def desk(qapp, tmp_path):
    """Give the desk on the 29th of May 2025."""
    made = _desk(qapp, tmp_path, MAY)
    yield made
    leave(made)
    qapp.setStyleSheet("")


@pytest.fixture
def announced(qapp, tmp_path):
    """Give the desk on the 14th of June 2025, right after the result was announced."""
    made = _desk(qapp, tmp_path, EVENING)
    yield made
    leave(made)
    qapp.setStyleSheet("")
