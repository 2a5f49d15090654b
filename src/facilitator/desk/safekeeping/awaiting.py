"""Waiting on the desk's loop for work that goes on elsewhere, and stopping it when nobody waits any more."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import ParamSpec, Protocol, TypeVar

from facilitator.desk.loop import desk_loop
from facilitator.safekeeping.taking import Step

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Tell = Callable[[Step, int, int], None]


class Work(Protocol[T_co]):
    """Something that is run on another thread and can be stopped: a copy, an errand."""

    def run(self, tell: Tell | None = None) -> T_co:
        """Do it."""
        ...

    def stop(self) -> None:
        """Give it up; `run` then ends soon, in `Stopped`."""
        ...


async def awaited(work: Work[T], tell: Tell | None = None) -> T:
    """What the work answers or raises; `tell` is called on the loop's own thread.

    Whoever is cancelled while waiting has stopped the work, and waits until it has cleaned up.
    """
    import asyncio

    loop = desk_loop()
    assert loop is not None, "only what is begun on the desk's loop waits"

    def told(step: Step, done: int, total: int) -> None:
        with suppress(RuntimeError):  # the loop is closed: nobody looks any more
            loop.call_soon_threadsafe(shown, step, done, total)

    def shown(step: Step, done: int, total: int) -> None:
        if tell is not None:
            with suppress(RuntimeError):  # the widget is gone
                tell(step, done, total)

    going = loop.run_in_executor(None, work.run, told)
    try:
        return await asyncio.shield(going)
    except asyncio.CancelledError:
        work.stop()
        with suppress(Exception):
            await going
        raise


async def elsewhere(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What a function answers that may be held up by a disk: called on another thread."""
    loop = desk_loop()
    assert loop is not None, "only what is begun on the desk's loop waits"
    return await loop.run_in_executor(None, partial(call, *args, **kwargs))
