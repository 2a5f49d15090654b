"""The result of the ballots known so far, worked out beside the window where that may take a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from facilitator.desk.desk import Desk
from facilitator.desk.loop import desk_loop
from facilitator.rules.selection.outcome import Selection
from facilitator.rules.selection.problem import Problem, Rule
from facilitator.rules.selection.selecting import select

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor


class Reckoning(QObject):
    """`ask` with a problem, and `found` tells its selection; of several questions only the last is answered.

    By votes it takes about a millisecond and is done at once. Equal shares go to a thread, and where the loop
    does not turn yet (a picture, a test) nothing waits there.
    """

    found = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wanted: Problem | None = None
        self._busy = self._over = False
        self._pool: ThreadPoolExecutor | None = None
        desk.resting.connect(self._rest)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._busy or self._wanted is not None

    def ask(self, problem: Problem) -> None:
        """Work this out; what was asked before and is not answered yet is of no interest any more."""
        if self._over:
            return
        self._wanted = problem
        if not self._busy:
            self._next()

    def forget(self) -> None:
        """Nothing is to be answered any more."""
        self._wanted = None

    def _next(self) -> None:
        problem, self._wanted = self._wanted, None
        if problem is None or self._over:
            return
        if problem.rule.rule is Rule.GREEDY or not self._desk.works.ready:
            self.found.emit(select(problem))
            return
        self._busy = True
        self._desk.works.start(self._apart(problem))

    async def _apart(self, problem: Problem) -> None:
        loop = desk_loop()
        assert loop is not None  # `ready` has asked
        try:
            selection: Selection = await loop.run_in_executor(self._thread(), select, problem)
        finally:
            self._busy = False
        if self._over or not isValid(self):
            return
        if self._wanted is None:
            self.found.emit(selection)
        self._next()

    def _thread(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor

        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="reckoning")
        return self._pool

    def _rest(self) -> None:
        """The archive is closed."""
        self._over = True
        self._wanted = None
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
