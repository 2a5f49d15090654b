"""What tests of papers stand on: a worker that all of them share, and waiting until it is idle."""

import asyncio
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from facilitator.desk.works import Works
from tests.desk.evening import at_desk

PATIENCE = 60
"""Seconds until a test gives up: a worker that starts on a busy machine takes a few."""


@pytest.fixture(scope="session")
def works():
    """One worker process for all tests: to start one takes longer than most of what it does.

    It sets papers in our own fonts, as those do that they are compared with.
    """
    made = Works()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACILITATOR_OWN_FONTS", "1")
        made._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        made._pool.submit(os.getpid).result()
    yield made
    made._pool.shutdown(cancel_futures=True)


@pytest.fixture
def bench(qapp, aloop, works, tmp_path):
    """Make a desk at a moment of the evening: `bench(until, lang=…)`; `bench.idle()` waits for the worker."""
    made = Bench(aloop, works, tmp_path)
    # The last window to be closed would end the loop that a test waits on.
    quits = qapp.quitOnLastWindowClosed()
    qapp.setQuitOnLastWindowClosed(False)
    yield made
    made.close()
    qapp.setQuitOnLastWindowClosed(quits)


class Bench:
    """Desks, and the loop that their work goes on in."""

    def __init__(self, aloop, works, folder):
        self.loop, self.works, self.folder = aloop, works, folder
        self._open = []
        self.shown = []

    def __call__(self, until="", **how):
        """Give a desk at the evening, played up to the line that holds `until`."""
        folder = self.folder / f"desk{len(self._open)}"
        folder.mkdir()
        held = at_desk(folder, until, **how)
        self._open.append(held)
        desk = held.__enter__()
        desk.works = self.works
        return desk

    def show(self, widget, width=1278, height=560):
        """Show a view at a size and wait until its pages are there."""
        self.shown.append(widget)
        widget.resize(width, height)
        widget.show()
        self.idle()
        return widget

    def idle(self):
        """Wait until nothing is done beside the window."""
        self.run(self.works.idle())

    def run(self, work):
        """Run a coroutine to its end."""
        return self.loop.run_until_complete(asyncio.wait_for(work, PATIENCE))

    def close(self):
        """Delete what was shown, wait for what still goes on, close the archives."""
        self.idle()
        for widget in self.shown:
            widget.deleteLater()
        self.shown.clear()
        for held in self._open:
            held.__exit__(None, None, None)


def alone(code):
    """Run some Python in a process of its own, offscreen; what it prints."""
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120
    )
    assert told.returncode == 0, told.stderr
    return told.stdout.strip()
