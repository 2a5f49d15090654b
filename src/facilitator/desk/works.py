"""Work that takes long, beside the window: in a process of its own, awaited on the desk's loop.

The typesetter keeps Python's lock while it works, so a thread would hold up the window all the same.
The loop and processes are imported when they are first used: nobody waits for them to see the first page.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar
from weakref import WeakMethod

from shiboken6 import isValid

from facilitator.acts import Trouble
from facilitator.desk import logbook
from facilitator.desk.loop import desk_loop

if TYPE_CHECKING:
    import asyncio
    from concurrent.futures import Executor

P = ParamSpec("P")
T = TypeVar("T")


class Works:
    """All that is going on; closing waits for it. `start` begins a coroutine, `apart` calls in the process."""

    def __init__(self) -> None:
        self._pool: Executor | None = None
        self._going: set[asyncio.Task[Any]] = set()
        self._put_off: list[WeakMethod[Callable[[], object]]] = []
        self._over = False
        """Whether all is settled: what a timer asks for now would find the archive closed."""

    @property
    def busy(self) -> bool:
        """Whether something is still being written."""
        return bool(self._going)

    @property
    def going(self) -> int:
        """How many works are going on."""
        return len(self._going)

    def give_up(self) -> None:
        """Wait no longer: what has not been written yet is not."""
        for task in set(self._going):
            task.cancel()

    @property
    def ready(self) -> bool:
        """Whether work can begin: the desk's loop is there, and the desk is not being closed.

        Where windows are drawn without a loop, nothing is done apart.
        """
        return not self._over and desk_loop() is not None

    def put_off(self, method: Callable[[], object]) -> None:
        """Call a widget's method when there is a loop, if it is still there: the first page is seen before."""
        if (one := WeakMethod(method)) not in self._put_off:
            self._put_off.append(one)

    def begin(self) -> None:
        """There is a loop now: do what was put off."""
        put_off, self._put_off = self._put_off, []
        for one in put_off:
            if (method := one()) is not None and isValid(getattr(method, "__self__", None)):
                method()

    def start(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Begin work on the desk's loop. What goes wrong in it reaches the loop's exception handler."""
        loop = desk_loop()
        if loop is None:
            work.close()
            raise RuntimeError("there is no loop yet: ask `ready` first")
        task = loop.create_task(work)
        self._going.add(task)
        task.add_done_callback(self._ended)
        return task

    async def apart(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a top-level function with plain data in the worker process; what it raises is raised here.

        A process that was killed (by a system that is short of memory, most often) is Trouble `worker-gone` of
        this call only: the next one starts another.
        """
        import asyncio
        from concurrent.futures import BrokenExecutor

        if self._pool is None:
            self._pool = _process()
        try:
            future = self._pool.submit(call, *args, **kwargs)
            return await asyncio.wrap_future(future)
        except BrokenExecutor as error:
            self._pool = None
            raise Trouble("worker-gone") from error

    async def idle(self) -> None:
        """Wait for all that is going on."""
        import asyncio

        while self._going:
            await asyncio.wait(set(self._going))

    async def settle(self) -> None:
        """Wait for all that is going on, then let the process go; from then on nothing begins."""
        await self.idle()
        self._over = True
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._going.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            context = {"message": "work beside the window failed", "exception": error}
            task.get_loop().call_exception_handler(context)


def _process() -> Executor:
    """One process, started anew and not forked: a fork of a program with windows is not safe."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    try:
        return ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    except (ImportError, NotImplementedError, OSError) as error:  # no /dev/shm, or it is full
        logbook.note("no-semaphores", code=type(error).__name__)
        return _one_for_each()


def _one_for_each() -> Executor:
    """A process for each call, one after another: they need no semaphores, but remember nothing."""
    from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor

    from facilitator.safekeeping.errand import Errand, Gone

    class OneForEach(ThreadPoolExecutor):
        def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
            errand = Errand(fn, *args, **kwargs)

            def run() -> T:
                try:
                    return errand.run()
                except Gone as error:
                    raise BrokenExecutor from error

            return super().submit(run)

    return OneForEach(1)
