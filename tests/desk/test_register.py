"""Every kind of widget of the program comes by the audit in some test, and the table that says so is true."""

from pathlib import Path

from PySide6.QtWidgets import QLabel

from facilitator.desk.widgets import button
from tests.desk import register
from tests.desk.register import ROOT, TESTS, told, widgets

NEVER = {
    "projector.window.ProjectorWindow": "a picture for the room: nothing in it is pressed or has the keys",
    "unlettered.Unlettered": "a picture, for computers on which no letter can be drawn",
    "window._Ground": "two colours, painted before anything else can be",
}
"""What no audit comes by, and why it need not."""


def test_every_widget_of_ours_is_audited_somewhere():
    """A new panel, page or list fails here until a test audits it and the table names that test."""
    kept = set().union(*told().values())
    assert sorted(widgets() - kept - NEVER.keys()) == [], (
        "audit it; then it has a line in audited.txt"
    )
    assert sorted((kept | NEVER.keys()) - widgets()) == [], "there is no such widget any more"


def test_the_table_names_files_of_tests_that_there_are():
    """Each has classes, and none has a class that another one has."""
    named = [one for classes in told().values() for one in classes]
    assert [name for name in told() if not (TESTS / name).is_file()] == []
    assert len(named) == len(set(named))
    assert all(told().values())


def test_what_a_widget_is_made_from_is_audited_with_it(qapp):
    """The audit notes our classes by their names, those they are made from too, and none of Qt's."""
    here, kind = Path(__file__), type(button("a"))
    before, register.seen[here] = register.seen[here], set()
    try:
        register.note([button("a"), QLabel("b")])
        assert register.seen[here] == {f"{kind.__module__}.{kind.__name__}".removeprefix(ROOT)}
    finally:
        register.seen[here] |= before
