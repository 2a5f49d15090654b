"""Archives of many meetings: starting, and listing, must not care how many there are."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache, partial
from pathlib import Path
from time import perf_counter

from bench.desk import SHOWN
from bench.keeping import folder, keep, kept
from bench.measure import Row, Work

FEW, MANY, MOST = 10, 1_000, 25_000
LISTED = """
import os, sys
from time import perf_counter
from PySide6.QtWidgets import QApplication
from facilitator.demo.stage import show
from facilitator.desk.desk import Desk
from facilitator.desk.places import Place
from facilitator.desk.settings import Settings
from facilitator.desk.works import Works
from facilitator.opening import open_session
from pathlib import Path
app = QApplication([])
desk = Desk(open_session(sys.argv[1]), Settings(Path(sys.argv[1] + ".settings")), Works())
window = show(app, desk, Place("today"))
begin = perf_counter()
window.show_place(Place("meetings"))
app.processEvents()
window.grab()
print((perf_counter() - begin) * 1000, flush=True)
os._exit(0)
"""
"""Goes from Today to the list of meetings, and tells how long that took until it was painted."""


@cache
def _archive(meetings: int) -> Path:
    """An archive of so many meetings, made once for all rows."""
    from facilitator.demo.many.years import make

    name = f"{meetings}.facilitator"
    path = folder() / name
    if not kept(name):
        path.unlink(missing_ok=True)
        make(path, meetings)
        keep(name)
    return path


@contextmanager
def start(meetings: int) -> Iterator[tuple[Work, Work]]:
    """Show Today on an archive of a few meetings; show it on one of many."""
    with _home(FEW) as few, _home(meetings) as many:
        yield lambda: _nothing(_told(SHOWN, few)), lambda: _nothing(_told(SHOWN, many))


@contextmanager
def listed(meetings: int) -> Iterator[tuple[Work, Work]]:
    """Open the list of a few meetings; open that of many."""
    with _home(FEW) as few, _home(meetings) as many:
        yield _figure(few, FEW), _figure(many, meetings)


@contextmanager
def survey(meetings: int) -> Iterator[tuple[Work, Work]]:
    """Verify an archive; look at what merging it into a new one would do, and do it."""
    from facilitator.opening import open_session
    from facilitator.record.registers.product import KINDS, REGISTERS
    from facilitator.record.verify import verify

    path, target = _archive(meetings), folder() / "merged"

    def merged() -> float:
        target.unlink(missing_ok=True)
        session = open_session(str(target), create=True)
        begin = perf_counter()
        session.take_in(session.survey(path))
        took = (perf_counter() - begin) * 1000
        session.close()
        return took

    yield lambda: _nothing(verify(path, KINDS, registers=REGISTERS)), merged


def _nothing(_done: object) -> None:
    """A work that is timed from outside."""


def _figure(environment: dict[str, str], meetings: int) -> Work:
    path = str(_archive(meetings))
    return lambda: float(_told(LISTED, environment, path))


@contextmanager
def _home(meetings: int) -> Iterator[dict[str, str]]:
    """An environment whose settings name the archive and the page Today."""
    from facilitator.desk.settings import HOME, Settings

    folder = Path(tempfile.mkdtemp())
    try:
        settings = Settings(folder / "settings")
        settings.archive, settings.page = str(_archive(meetings)), "today"
        settings.save()
        environment = {**os.environ, HOME: str(settings.folder), "QT_QPA_PLATFORM": "offscreen"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        yield {**environment, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _told(program: str, environment: dict[str, str], *words: str) -> str:
    from facilitator.desk.settings import HOME
    from facilitator.desk.starts import NAME

    # It is left in the midst of its start, which counts as failed: the third would begin with care.
    Path(environment[HOME], NAME).unlink(missing_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def _prepared(
    work: Callable[[int], AbstractContextManager[tuple[Work, Work]]], meetings: int
) -> Callable[[], AbstractContextManager[tuple[Work, Work]]]:
    return partial(work, meetings)


def _rows(meetings: int) -> tuple[Row, ...]:
    """The same rows for an archive of any size."""
    where = f"archive of {meetings:,} meetings"
    return (
        Row(
            f"start to a Today page that can be used, {where}",
            f"the same with {FEW} meetings",
            "≤ 1.1×",
            _prepared(start, meetings),
            rounds=9,
        ),
        Row(
            f"the list of meetings opened and painted, {where}",
            f"the same with {FEW} meetings",
            "≤ 1.5×",
            _prepared(listed, meetings),
            rounds=5,
        ),
        Row(
            f"looked through and merged into a new archive, {where}",
            "`facilitator verify` of it",
            "≤ 2×",
            _prepared(survey, meetings),
            rounds=3,
        ),
    )


ROWS = _rows(MANY)
LONG_ROWS = _rows(MOST)[:2]
"""The archive takes half an hour to be made, and 1 GB."""
