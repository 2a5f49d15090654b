"""What tests of windows share: a loop for coroutines, and nothing that waits for a click."""

import asyncio

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QDrag
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QFontDialog,
    QInputDialog,
    QMessageBox,
)

from facilitator.desk.loop import make_loop
from tests.desk import register
from tests.desk.freed import do_what_was_put_off

# What stops until somebody clicks: loops of their own, and the static functions that run one.
# QMenu.exec cannot be replaced (it is static and not, at once): test_nothing_modal.py reads for it.
MODAL = {
    QDialog: ("exec", "exec_"),
    QPrintDialog: ("exec", "exec_"),
    QPageSetupDialog: ("exec", "exec_"),
    QDrag: ("exec", "exec_"),
    QMessageBox: ("about", "aboutQt", "critical", "information", "question", "warning"),
    QFileDialog: (
        "getExistingDirectory",
        "getExistingDirectoryUrl",
        "getOpenFileName",
        "getOpenFileNames",
        "getOpenFileUrl",
        "getOpenFileUrls",
        "getSaveFileName",
        "getSaveFileUrl",
    ),
    QInputDialog: ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    QColorDialog: ("getColor",),
    QFontDialog: ("getFont",),
}


@pytest.fixture(autouse=True)
def modal(monkeypatch):
    """Fail a test that opens something modal, at the call and again at its end; return the names.

    The end is needed where the program catches what a slot raises. A test of this very fixture
    takes the names out again.
    """
    opened = []

    def refusing(name):
        def refuse(*_args, **_keywords):
            opened.append(name)
            pytest.fail(f"{name}() waits for a click that never comes; use open()")

        return refuse

    for kind, functions in MODAL.items():
        for function in functions:
            name = f"{kind.__name__}.{function}"
            # For those that are called on the class, too, so that nothing is bound.
            monkeypatch.setattr(kind, function, staticmethod(refusing(name)))
    yield opened
    assert not opened, f"waited for a click: {opened}"


@pytest.fixture(autouse=True, scope="session")
def _qt_writes_elsewhere():
    """Let Qt's own notion of the user's folders point to folders for tests."""
    QStandardPaths.setTestModeEnabled(True)


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    """Give each test settings and an archive folder of its own: none finds what another left."""
    for name in ("FACILITATOR_SETTINGS", "XDG_DATA_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "own" / name.lower()))


@pytest.fixture(autouse=True)
def astray(monkeypatch):
    """Fail a test for which asyncio made a loop of its own, at its end; return the loops.

    What is begun in such a loop never goes on, and is found when it is collected: in a later test.
    A test of this very fixture takes the loops out again.
    """
    asyncio.set_event_loop_policy(None)  # what another test set is forgotten, as in a new program
    policy = asyncio.get_event_loop_policy()
    make, made = policy.new_event_loop, []

    def noting():
        made.append(make())
        return made[-1]

    monkeypatch.setattr(policy, "new_event_loop", noting)
    yield made
    for loop in made:
        _cancel_what_is_left(loop)
        loop.close()
    if made:
        asyncio.set_event_loop(None)
    assert not made, "asyncio made a loop: `aloop` is lacking, or the program asked without need"


@pytest.fixture(autouse=True)
def _nothing_stands_about():
    """Collect the windows that a test lets go of, at its end: to dress the next one would dress them too."""
    yield
    if QApplication.instance() is not None and QApplication.topLevelWidgets():
        do_what_was_put_off()


def pytest_runtest_call(item):
    """Tell the register which file of tests the audit is called from."""
    register.begin(item.path, item.nodeid)


def pytest_deselected(items):
    """Note that somebody chose among the tests of a file, other than leaving out the long ones."""
    for item in items:
        if item.get_closest_marker("soak") is None:
            register.ran[item.path].add("chosen")


@pytest.fixture(autouse=True, scope="module")
def _audits_what_the_register_says(request):
    """Fail a file of tests that was run whole and whose audits came by less than `audited.txt` says."""
    yield
    session, ran = request.session, register.ran[request.path]
    every = {item.nodeid for item in session.items if item.path == request.path}
    chosen = any("::" in one for one in request.config.args) or "chosen" in ran
    if every <= ran and not chosen and not session.testsfailed:
        lacking = register.lacking(request.path)
        assert lacking == set(), "audited.txt says that these tests audit them, and they do not"


@pytest.fixture
def aloop(qapp):
    """Return Qt's loop as asyncio's; `aloop.run_until_complete(asyncio.wait_for(it, 5))` runs it.

    When the test is over, tasks still running are cancelled, and one that failed unheard fails
    the test.
    """
    loop = make_loop(qapp)
    unheard = []
    loop.set_exception_handler(lambda _loop, context: unheard.append(context))
    try:
        yield loop
        _cancel_what_is_left(loop)
        loop.run_until_complete(loop.shutdown_asyncgens())
    finally:
        loop.close()
        asyncio.set_event_loop(None)
    assert not unheard, f"nobody heard of: {unheard}"


def _cancel_what_is_left(loop):
    """Let no task outlive its test, begun or not."""
    left = asyncio.all_tasks(loop)
    for task in left:
        task.cancel()
    if left:
        loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
