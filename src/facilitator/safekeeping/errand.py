"""One long piece of work on archives in a process of its own: which says how far it is and can be given up.

A window does not wait for it, and what is stopped cleans up after itself: the process is interrupted, as by
Ctrl+C, so that every `finally` on its way is gone through. One that does not listen is ended.
"""

from __future__ import annotations

import _thread
import inspect
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from typing import Any, Generic, ParamSpec, TypeVar

from facilitator.record.copying import Stopped
from facilitator.safekeeping.taking import Step, Tell

__all__ = ["Errand", "Gone", "Stopped"]

P = ParamSpec("P")
T = TypeVar("T")

LOOK = 0.1
"""Seconds between two looks at whether it was given up."""
TURNS = 50
"""So often a process that is to stop may look whether it is done, until it ends as it is. It counts turns of
its own, no seconds: on a busy computer nothing is left half done only because its turn came too seldom."""
PATIENCE = 30.0
"""Seconds until one that does not even come to that is killed."""
POLITE = 10
"""How far behind others it stands for the processor: a projector comes first."""
_BELOW_NORMAL = 0x4000
"""The same, as Windows calls it."""
_over = threading.Event()
"""In the process: whether all is done, so that nothing is left to be interrupted."""


class Gone(RuntimeError):
    """The process ended without an answer: killed by a system that is short of memory, most often."""


class Errand(Generic[T]):
    """A top-level function and plain data for it; if it takes `tell`, it is given what to tell its steps to."""

    def __init__(
        self,
        call: Callable[P, T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        self._call, self._args, self._kwargs = call, args, kwargs
        self._given_up = threading.Event()

    def run(self, tell: Tell | None = None) -> T:
        """Do it, on any thread; what it raises is raised here. `Stopped` when it was given up."""
        if self._given_up.is_set():
            raise Stopped
        context = get_context("spawn")  # a fork of a program with windows is not safe
        ours, theirs = context.Pipe()
        process = context.Process(
            target=_serve, args=(theirs, self._call, self._args, self._kwargs), daemon=True
        )
        process.start()
        theirs.close()
        try:
            return self._heard(ours, process, tell)
        finally:
            ours.close()  # by which whoever still works there knows that nobody waits
            process.join(PATIENCE)
            if process.is_alive():
                process.kill()
                process.join()
            process.close()

    def stop(self) -> None:
        """Give it up; `run` then returns, soon, by raising `Stopped`."""
        self._given_up.set()

    def _heard(self, pipe: Any, process: Any, tell: Tell | None) -> T:
        deadline = 0.0
        while True:
            try:
                if pipe.poll(LOOK):
                    kind, *what = pipe.recv()
                    if kind == "told":
                        if tell is not None and not deadline:
                            tell(*what)
                        continue
                    if deadline or kind == "stopped":
                        raise Stopped
                    if kind == "wrong":
                        raise what[0]
                    return what[0]
            except (EOFError, OSError) as error:
                if deadline or self._given_up.is_set():
                    raise Stopped from error
                raise Gone("the process that worked on an archive is gone") from error
            if self._given_up.is_set() and not deadline:
                deadline = time.monotonic() + PATIENCE
                pipe.send("stop")
            if deadline and time.monotonic() > deadline:
                process.kill()
                raise Stopped


def _serve(
    pipe: Any, call: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> None:
    """What the process does."""
    _stand_behind()
    # Whoever was started in the background of a script has Ctrl+C ignored, and so has all that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    threading.Thread(target=_listen, args=(pipe,), daemon=True).start()

    def tell(step: Step, done: int, total: int) -> None:
        pipe.send(("told", step, done, total))

    if "tell" in inspect.signature(call).parameters:
        kwargs = {**kwargs, "tell": tell}
    answer: tuple[Any, ...]
    try:
        answer = ("done", call(*args, **kwargs))
    except KeyboardInterrupt:
        answer = ("stopped",)
    except BaseException as error:
        answer = ("wrong", _carried(error))
    _over.set()
    try:
        pipe.send(answer)
    except (OSError, KeyboardInterrupt):
        return  # nobody waits any more


def _listen(pipe: Any) -> None:
    """Stop when told to, or when nobody is there any more."""
    with suppress(EOFError, OSError):
        pipe.recv()
    if _over.is_set():
        return
    _thread.interrupt_main()
    for _ in range(TURNS):
        if _over.wait(LOOK):
            return
    os._exit(1)  # it is in the middle of something that cannot be interrupted


def _carried(error: BaseException) -> BaseException:
    """The error, if it can travel; else one that says as much."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(repr(error))
    return error


def _stand_behind() -> None:
    """Let whatever else is done on this computer come first."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(POLITE)
