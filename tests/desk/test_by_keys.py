"""Every declared act is somewhere in the windows, and can be done without a mouse."""

from facilitator.words.actions import ACTS
from tests.desk.register import TESTS

DESK = TESTS.parent / "src" / "facilitator" / "desk"
BY_BUTTON = {"item.postpone": "item/view.py"}
"""Without a key of its own: where the button lies that Tab comes by."""


def test_every_act_has_a_key_or_a_button_that_tab_comes_by():
    """No act is for the mouse alone; those without a key are buttons of the head of an item."""
    keyless = {act.name for act in ACTS if not act.keys}
    assert keyless == set(BY_BUTTON)
    for name, where in BY_BUTTON.items():
        assert f'"{name}"' in (DESK / where).read_text("utf-8")


def test_every_act_is_done_somewhere():
    """What the help promises is used by a window: nothing in the table is a dead key."""
    source = "".join(path.read_text("utf-8") for path in DESK.rglob("*.py"))
    built = ("page.", "table.", "vote.")  # from a list of pages, of tables, of answers
    named = [act.name for act in ACTS if not act.name.startswith(built)]
    assert [name for name in named if f'"{name}"' not in source] == []
