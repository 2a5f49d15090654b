"""Where people are counted nothing but a number can be typed."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from facilitator.desk.forum.digits import Digits


@pytest.mark.parametrize(
    ("typed", "stays"),
    [("17", "17"), ("+5", "5"), ("-5", "5"), ("1,000", "1000"), ("1.5", "15"), ("x", ""), ("", "")],
)
def test_only_digits_stay(qapp, typed, stays):
    """Qt lets +5 and 1,000 stand, and both would stop the program where the number is read."""
    field = QLineEdit()
    field.setValidator(Digits(0, 100_000, field))
    QTest.keyClicks(field, typed)
    assert field.text() == stays
    assert field.hasAcceptableInput()


def test_a_number_too_large_is_not_acceptable(qapp):
    """It may be on its way to another number while it is typed."""
    field = QLineEdit("999999")
    field.setValidator(Digits(0, 100_000, field))
    assert not field.hasAcceptableInput()
