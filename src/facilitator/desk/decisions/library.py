"""The search of one desk's archive: questions on a thread of their own, feeding in small steps.

A question goes off at once where the loop does not turn yet (a picture, a test): nothing waits there.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from facilitator.acts import Trouble
from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.loop import desk_loop
from facilitator.desk.notices import Notice, Tone
from facilitator.searching import Search, Standing

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")

SLICE = 0.008
"""Seconds of feeding between two turns of the loop: nobody who types notices."""
BREATH = 4
"""Milliseconds between them."""
TELL = 0.4
"""Seconds between two words about how far it is."""


@dataclass(frozen=True, slots=True)
class _Question:
    who: QObject
    work: Callable[[Search], Any]
    then: Callable[[Any], object]


class Library(QObject):
    """Ask with `ask`; call `freshen` where everything that was recorded has to be found."""

    grew = Signal()
    """More can be found than before."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._search = Search(desk.session)
        self._waiting: dict[int, _Question] = {}
        self._busy = self._over = False
        self._stale, self._told = True, 0.0
        self._pool: ThreadPoolExecutor | None = None
        self._feeder = QTimer(self)
        self._feeder.setInterval(BREATH)
        self._feeder.timeout.connect(self._feed)
        desk.changed.connect(self._grown_old)
        desk.resting.connect(self._rest)

    @property
    def standing(self) -> Standing:
        """How many meetings are still to be read."""
        return self._search.standing()

    @property
    def complete(self) -> bool:
        """Whether all that was recorded can be found."""
        return not self._stale

    @property
    def reading(self) -> bool:
        """Whether it is being read just now."""
        return self._feeder.isActive()

    def freshen(self) -> None:
        """Have everything read that was recorded since, step by step."""
        if self._stale and not self._over:
            self._feeder.start()

    def ask(self, who: QObject, work: Callable[[Search], T], then: Callable[[T], object]) -> None:
        """Ask something on another thread; `then` is told the answer here.

        A newer question of the same `who` takes the place of an older one, whose answer is never told.
        """
        if self._over:
            return
        self._waiting[id(who)] = _Question(who, work, then)
        if self._stale:
            self.freshen()
            self._step()
        self._next()

    def _next(self) -> None:
        if self._busy or self._over or not self._waiting:
            return
        one = self._waiting.pop(next(iter(self._waiting)))
        self._busy = True
        if self._desk.works.ready:
            self._desk.works.start(self._apart(one))
            return
        try:
            found = self._answered(one)
        finally:
            self._busy = False
        self._tell(one, found)
        self._next()

    async def _apart(self, one: _Question) -> None:
        loop = desk_loop()
        assert loop is not None  # `ready` has asked
        try:
            found = await loop.run_in_executor(self._thread(), self._answered, one)
        finally:
            self._busy = False
        self._tell(one, found)
        self._next()

    def _answered(self, one: _Question) -> Any:
        """The answer, or the trouble that there was; on any thread."""
        try:
            return one.work(self._search)
        except Trouble as trouble:
            return trouble

    def _tell(self, one: _Question, found: Any) -> None:
        """Tell it, unless something newer was asked since, or whoever asked is gone."""
        if self._over or id(one.who) in self._waiting or not isValid(one.who):
            return
        if isinstance(found, Trouble):
            self._desk.noticed.emit(Notice(Tone.TROUBLE, self._desk.sentence(found)))
            return
        one.then(found)

    def _thread(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor

        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="search")
        return self._pool

    def _feed(self) -> None:
        if self._busy:
            return  # the index is being asked, and answers one at a time
        if self._step() or monotonic() - self._told > TELL:
            self._told = monotonic()
            self.grew.emit()

    def _step(self) -> bool:
        """Read on for a moment; whether that was the last of it."""
        if self._busy:
            return False
        try:
            done = self._search.step(SLICE)
        except Trouble as trouble:
            self._feeder.stop()
            self._desk.noticed.emit(Notice(Tone.TROUBLE, self._desk.sentence(trouble)))
            return False
        except BaseException:
            self._feeder.stop()  # a mistake of ours is told once, not a hundred times a second
            raise
        if done:
            self._stale = False
            self._feeder.stop()
        return done

    def _grown_old(self) -> None:
        self._stale = True

    def _rest(self) -> None:
        """The archive is closed."""
        self._over = True
        self._feeder.stop()
        self._waiting.clear()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)  # a question takes milliseconds
        self._search.close()


def library_of(desk: Desk) -> Library:
    """The search of a desk, made when it is first wanted."""
    found = desk.findChild(Library)
    return found if found is not None else Library(desk)
