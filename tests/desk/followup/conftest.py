"""The desk in February: a reimbursement is overdue, and three months of follow-up lie behind."""

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.demo.stage import script
from facilitator.desk.theme import wear
from tests.desk.evening import desk_after, leave

MARK = b'"followup.change-due"'


def february():
    """The lines of the samples up to the 20th of February."""
    lines = script("followup")
    return lines[: 1 + next(n for n, line in enumerate(lines) if MARK in line)]


@pytest.fixture
def desk(qapp, tmp_path):
    """Give the desk on the 20th of February 2027, 14:20."""
    made = desk_after(tmp_path, february(), play="followup")
    wear(QApplication.instance(), made.theme)
    yield made
    leave(made)
    qapp.setStyleSheet("")
