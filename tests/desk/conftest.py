"""What tests of windows share: a loop for coroutines, and nothing that waits for a click."""

import asyncio

import pytest
import qasync
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QDrag
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog
from PySide6.QtWidgets import (
    QColorDialog,
    QDialog,
    QFileDialog,
    QFontDialog,
    QInputDialog,
    QMessageBox,
)

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


@pytest.fixture
def aloop(qapp):
    """Return Qt's loop as asyncio's; `aloop.run_until_complete(asyncio.wait_for(it, 5))` runs it.

    When the test is over, tasks still running are cancelled, and one that failed unheard fails
    the test.
    """
    loop = qasync.QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    unheard = []
    loop.set_exception_handler(lambda _loop, context: unheard.append(context))
    try:
        yield loop
        left = asyncio.all_tasks(loop)
        for task in left:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        loop.run_until_complete(loop.shutdown_asyncgens())
    finally:
        loop.close()
        asyncio.set_event_loop(None)
    assert not unheard, f"nobody heard of: {unheard}"
