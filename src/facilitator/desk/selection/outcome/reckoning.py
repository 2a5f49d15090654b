"""The result of the ballots known so far, worked out beside the window where that may take a while."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from facilitator.desk.desk import Desk
from facilitator.desk.selection.counter import counter_of
from facilitator.rules.selection.problem import Problem
from facilitator.rules.selection.remembered import selected


class Reckoning(QObject):
    """`ask` with a problem, and `found` tells its selection; of several questions only the last is answered."""

    found = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._counter = counter_of(desk)
        self._wanted: Problem | None = None
        self._busy = False
        desk.resting.connect(self.forget)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._busy or self._wanted is not None

    def ask(self, problem: Problem) -> None:
        """Work this out; what was asked before and is not answered yet is of no interest any more."""
        if self._counter.over:
            return
        self._wanted = problem
        if not self._busy:
            self._next()

    def forget(self) -> None:
        """Nothing is to be answered any more."""
        self._wanted = None

    def _next(self) -> None:
        problem, self._wanted = self._wanted, None
        if problem is None or self._counter.over:
            return
        if not self._counter.apart(problem):
            self.found.emit(selected(problem))
            return
        self._busy = True
        self._desk.works.start(self._apart(problem))

    async def _apart(self, problem: Problem) -> None:
        try:
            selection = await self._counter.work_out(problem)
        finally:
            self._busy = False
        if self._counter.over or not isValid(self):
            return
        if self._wanted is None:
            self.found.emit(selection)
        self._next()
