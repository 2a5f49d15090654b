"""Nothing in the desk stops the program until somebody clicks."""

import ast
from pathlib import Path

import pytest

import facilitator
from tests.desk.conftest import MODAL

DESK = Path(facilitator.__file__).parent / "desk"
STATIC = {
    (kind.__name__, function)
    for kind, functions in MODAL.items()
    for function in functions
    if not function.startswith("exec")
}


def modal_calls(source):
    """Return the line of every call of exec(), and of a static function that runs a dialog."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _modal(node.func)
    ]


def _modal(called):
    owner = called.value.id if isinstance(called.value, ast.Name) else None
    return called.attr in ("exec", "exec_") or (owner, called.attr) in STATIC


def test_the_desk_never_waits_modally():
    """No file of the desk calls exec(), not even of a menu, nor a static dialog."""
    found = [
        f"{path.relative_to(DESK)}:{line}"
        for path in sorted(DESK.rglob("*.py"))
        for line in modal_calls(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "line", ["menu.exec(at)", "QDialog().exec_()", "QMessageBox.question(self, '', '')"]
)
def test_modal_calls_are_seen(line):
    """The reader finds what it looks for."""
    assert modal_calls(f"def slot():\n    {line}\n") == [2]


@pytest.mark.parametrize("line", ["dialog.open()", "menu.popup(at)", "exec('1')", "board.about()"])
def test_other_calls_are_left_alone(line):
    """What does not wait is not accused."""
    assert modal_calls(line) == []
