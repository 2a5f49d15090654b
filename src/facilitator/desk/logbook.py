"""The log: starts, ends, refusals and troubles by their codes, mistakes of ours; by its make never a fact."""

from __future__ import annotations

import os
import platform
import re
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion

import facilitator
from facilitator.desk.settings import HOME

if TYPE_CHECKING:
    from logging import Logger

NAME = "facilitator.log"
MOST = 200_000
"""Bytes of the log; one older of the same size is kept."""
LATEST = 60
"""Lines that a report takes along."""
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
"""What a value in the log may look like. Anything else is left out: it might be somebody's words."""

_lines: deque[str] = deque(maxlen=LATEST)
_log: Logger | None = None


def log_folder() -> Path:
    """Where the log lies: the system's folder for logs; beside settings that were moved."""
    named = os.environ.get(HOME)
    if named:
        return Path(named) / "logs"
    return Path(platformdirs.user_log_dir("facilitator", appauthor=False))


def note(what: str, **facts: str | int | bool) -> None:
    """Take down that something happened. Facts are codes and numbers; what is none is left out."""
    said = [f"{key}={value}" for key, value in facts.items() if CODE.fullmatch(str(value))]
    if not CODE.fullmatch(what):
        return
    _take(" ".join([what, *said]))


def note_report(report: str) -> None:
    """Take down the report of a mistake, which names our files and nothing else (`crash.report`)."""
    begin()
    for line in report.splitlines():
        _take(f"| {line}")


def latest() -> str:
    """The last lines, from memory: also there when no file could be written."""
    return "\n".join(_lines)


def report(*more: str) -> str:
    """What support needs: the versions, what else is known, and the last lines."""
    return "\n".join([*about(), *more, "", latest()]).rstrip() + "\n"


def about() -> list[str]:
    """Which program this is, on what."""
    return [
        f"Facilitator {facilitator.__version__} · Python {platform.python_version()} · Qt {qVersion()}",
        f"{platform.system()} {platform.machine()}",
    ]


def begin() -> None:
    """Write from now on, and what was noted before: not before the first page, which should not wait."""
    global _log
    if _log is not None:
        return
    from logging import INFO, Formatter, getLogger
    from logging.handlers import RotatingFileHandler

    class Silent(RotatingFileHandler):
        """A log that cannot be written is no reason to say anything."""

        def handleError(self, record: object) -> None:
            """A full disk, a folder that is gone: go on."""

    _log = getLogger("facilitator.log")
    _log.setLevel(INFO)
    _log.propagate = False
    try:
        log_folder().mkdir(parents=True, exist_ok=True)
        handler = Silent(
            log_folder() / NAME, maxBytes=MOST, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(Formatter("%(message)s"))
    _log.addHandler(handler)
    for line in tuple(_lines):
        _log.info("%s", line)


def end() -> None:
    """Close the file; what is noted afterwards waits for the next `begin`."""
    global _log
    if _log is not None:
        for handler in tuple(_log.handlers):
            _log.removeHandler(handler)
            with suppress(OSError):  # what a full disk did not take
                handler.close()
    _log = None
    _lines.clear()


def hear_qt() -> None:
    """Note of every warning of Qt its category, never its words; they are said where they always were."""
    before: list[Callable[..., object] | None] = []

    def heard(kind: QtMsgType, context: QMessageLogContext, said: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            note("qt", kind=kind.name, category=context.category or "default")
        if before[0] is not None:
            before[0](kind, context, said)
        else:
            os.write(2, f"{said}\n".encode(errors="replace"))

    before.append(qInstallMessageHandler(heard))


def _take(line: str) -> None:
    stamped = f"{time.strftime('%Y-%m-%dT%H:%M:%S')} {line}"
    _lines.append(stamped)
    if _log is not None:
        _log.info("%s", stamped)
