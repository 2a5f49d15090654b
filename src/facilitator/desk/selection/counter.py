"""Counting beside the window: one thread of a desk, and acts that wait for what they count.

Equal shares of a large vote take up to a second or two; nobody may look at a window that stands still for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from facilitator.acts import Command
from facilitator.desk.desk import NO_FILES, Desk
from facilitator.desk.loop import desk_loop
from facilitator.desk.panel import Panel
from facilitator.meeting.asking import to_count
from facilitator.meeting.part import MeetingCommand
from facilitator.rules.selection.outcome import Selection
from facilitator.rules.selection.problem import Problem, Rule
from facilitator.rules.selection.remembered import selected

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor


class Counter(QObject):
    """Works out selections one after another; `counter_of` gives that of a desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.over = False
        self._pool: ThreadPoolExecutor | None = None
        desk.resting.connect(self._rest)

    def apart(self, problem: Problem) -> bool:
        """Whether to leave a problem to the thread: by votes it takes about a millisecond, and is done at once.

        Where the loop does not turn yet (a picture, a test) nothing waits.
        """
        return problem.rule.rule is not Rule.GREEDY and self._desk.works.ready and not self.over

    async def work_out(self, problem: Problem) -> Selection:
        """The result, by the thread; what it has worked out lately it knows."""
        from concurrent.futures import ThreadPoolExecutor

        loop = desk_loop()
        assert loop is not None  # `apart` has asked
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="reckoning")
        return await loop.run_in_executor(self._pool, selected, problem)

    def first(
        self,
        command: Command,
        act: Callable[[], object],
        busy: Callable[[bool], object],
        of: QObject,
    ) -> None:
        """Have worked out what a command counts, and then `act`: at once, where nothing takes long.

        `busy` is told while it lasts; where `of` has gone in the meantime, nothing is done.
        """
        wanted = self._wanted(command)
        if wanted is None or not self.apart(wanted):
            act()
            return
        busy(True)
        self._desk.works.start(self._then(command, wanted, act, busy, of))

    def _wanted(self, command: Command) -> Problem | None:
        if not isinstance(command, MeetingCommand):
            return None
        return to_count(self._desk.session.meeting(command.meeting), command)

    async def _then(
        self,
        command: Command,
        wanted: Problem | None,
        act: Callable[[], object],
        busy: Callable[[bool], object],
        of: QObject,
    ) -> None:
        import asyncio

        while wanted is not None:  # something may have been recorded meanwhile
            await self.work_out(wanted)
            if self.over or not isValid(of):
                return
            wanted = self._wanted(command)
        for step in (lambda: busy(False), act):
            await asyncio.sleep(0)  # the window has its turn between them
            if self.over or not isValid(of):
                return
            step()

    def _rest(self) -> None:
        """The archive is closed."""
        self.over = True
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)


def counter_of(desk: Desk) -> Counter:
    """The counter of a desk; made when it is first asked for."""
    found = desk.findChild(Counter)
    return found if found is not None else Counter(desk)


class Counts(Panel):
    """A panel whose act is counted: it says so while that lasts, and then sends."""

    def send(self, *commands: Command, files: Mapping[str, bytes] = NO_FILES) -> bool:
        """As any panel; whether all were taken is known at once only where nothing takes long to count."""
        done: list[bool] = []
        send = super().send

        def act() -> None:
            done.append(send(*commands, files=files))

        counter_of(self.desk).first(commands[0], act, self._busy, self)
        return bool(done) and done[0]

    def _busy(self, on: bool) -> None:
        button = self.done_button
        if on:
            self._says = button.text()
            button.setText(self.desk.t("Counting…"))
        else:
            button.setText(self._says)
        button.setEnabled(not on)
        button.updateGeometry()
