"""Stopping a work wherever it touches the disk: killed as by a power cut, or refused as by a lost stick."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TOUCHES = frozenset(
    {"open", "os.rename", "os.link", "os.remove", "os.chmod", "os.rmdir", "sqlite3.connect"}
)
"""What Python says of itself before it does it."""
DEAD, DONE = "dead", "done"

_hooks: list[Callable[[str, tuple[Any, ...]], None]] = []


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if _hooks and event in TOUCHES:
        _hooks[-1](event, arguments)


sys.addaudithook(_hook)  # there is no way to take one off again


@contextmanager
def watched(watch: Callable[[str, tuple[Any, ...]], None]) -> Iterator[None]:
    """Call `watch` before each touch of the disk."""
    _hooks.append(watch)
    try:
        yield
    finally:
        _hooks.pop()


def _among(arguments: tuple[Any, ...], folder: Path) -> bool:
    return any(
        isinstance(one, str | bytes | Path) and str(folder) in os.fsdecode(one) for one in arguments
    )


def killed_at(place: int, folder: Path, work: Callable[[], object]) -> str:
    """Do the work in a child that is killed before its touch number `place` of something in `folder`."""
    child = os.fork()
    if child == 0:
        count = iter(range(100_000))

        def watch(_: str, arguments: tuple[Any, ...]) -> None:
            if _among(arguments, folder) and next(count) == place:
                os.kill(os.getpid(), signal.SIGKILL)

        code = 1
        try:
            with watched(watch):
                work()
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, -signal.SIGKILL), f"the work failed at {place}"
    return DEAD if code else DONE


@contextmanager
def lost_at(place: int, folder: Path, error: int = errno.EIO) -> Iterator[None]:
    """From touch number `place` on, whatever is in `folder` cannot be reached any more."""
    count = iter(range(100_000))

    def watch(_: str, arguments: tuple[Any, ...]) -> None:
        if _among(arguments, folder) and next(count) >= place:
            raise OSError(error, os.strerror(error))

    with watched(watch):
        yield
