"""The desk: from the call to a Today page that can be used, and the memory that a meeting at rest takes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.measure import Row, Work

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
app.processEvents()
"""
TOLD = """
told = open("/proc/self/status").read().split("VmRSS:")[1].split()[0]
print(int(told) / 1024)
"""
LIVING = """
import facilitator.desk.life as life
async def live(self):
    self._app.processEvents()
    print(int(open("/proc/self/status").read().split("VmRSS:")[1].split()[0]) / 1024)
life.Life.live = live
from facilitator.app import asks_for_windows, windows
windows(asks_for_windows([]))
"""
SHOWN = """
import os
import facilitator.desk.life as life
begin = life.Life.begin
def begun(self, archive):
    begin(self, archive)
    self._app.processEvents()
    os._exit(0)
life.Life.begin = begun
from facilitator.app import asks_for_windows, windows
windows(asks_for_windows([]))
"""
MEETING = "sbg-2026-11-27"


@contextmanager
def start() -> Iterator[tuple[Work, Work]]:
    """Show an empty window; show Today on the archive of the sample evening."""
    with _home() as environment:
        yield lambda: _run(BARE, environment), lambda: _run(SHOWN, environment)


@contextmanager
def memory() -> Iterator[tuple[Work, Work]]:
    """Hold an empty window; hold the desk of a meeting, both at rest."""
    with _home(page=f"meetings/{MEETING}", until='"20:12:20') as environment:
        yield (
            lambda: float(_told(BARE + TOLD, environment)),
            lambda: float(_told(LIVING, environment)),
        )


@contextmanager
def _home(page: str = "today", until: str = "") -> Iterator[dict[str, str]]:
    """An environment with settings and an archive of its own, the evening played in it."""
    from facilitator.demo.stage import staged, up_to
    from facilitator.desk.settings import HOME

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        desk = staged(Path(folder), up_to(until.strip('"')))
        desk.session.close()
        settings = desk.settings
        settings.archive, settings.page = str(Path(folder) / "sample.facilitator"), page
        settings.save()

        environment = {**os.environ, HOME: str(settings.folder), "QT_QPA_PLATFORM": "offscreen"}
        # Warm is what people have from the second start on: modules compiled once and kept.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        yield {**environment, "PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled")}


def _run(program: str, environment: dict[str, str]) -> None:
    _told(program, environment)


def _told(program: str, environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


ROWS: tuple[Row, ...] = (
    Row(
        "start to a Today page that can be used, warm",
        "a bare window, shown",
        "≤ 2.5×",
        start,
        rounds=11,
    ),
    Row(
        "memory at rest with a meeting open",
        "a bare window",
        "≤ 2.2×",
        memory,
        rounds=5,
        measured="MB",
    ),
)
