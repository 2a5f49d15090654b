"""One piece of work at a time for a screen that may be shown before any archive is open."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from facilitator.desk.loop import desk_loop

if TYPE_CHECKING:
    import asyncio


class Job:
    """Goes with its owner: what is still done for it then is stopped."""

    def __init__(self, owner: QObject) -> None:
        self._task: asyncio.Task[None] | None = None
        self._ending: set[asyncio.Task[None]] = set()
        owner.destroyed.connect(lambda: self.stop())

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Do this now, instead of what is being done. What goes wrong in it reaches the loop's handler."""
        self.stop()
        loop = desk_loop()
        if loop is None:
            work.close()
            return
        self._task = loop.create_task(work)
        self._ending.add(self._task)
        self._task.add_done_callback(self._over)

    def stop(self) -> None:
        """Give up what is being done."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def before(self) -> None:
        """Wait, in what was begun, until whatever was stopped for it has cleaned up."""
        import asyncio

        while others := self._ending - {self._task}:
            await asyncio.wait(others)

    def _over(self, task: asyncio.Task[None]) -> None:
        self._ending.discard(task)
        if self._task is task:
            self._task = None
        if not task.cancelled() and (error := task.exception()) is not None:
            context = {"message": "work beside the window failed", "exception": error}
            task.get_loop().call_exception_handler(context)
