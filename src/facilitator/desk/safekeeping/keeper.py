"""Backups by themselves: made when they are due, beside the window; what stands in their way stays in sight."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.acts import RuleViolation, Trouble
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.rehearsal import is_rehearsal
from facilitator.desk.safekeeping.alarm import say_damaged, say_ground
from facilitator.desk.safekeeping.folders import (
    backups_in,
    folder_of,
    keep_folder,
    made_folder,
    same_disk,
)
from facilitator.desk.safekeeping.ground import Ground, ground_of
from facilitator.desk.safekeeping.looking import look_due, read_copy
from facilitator.opening import Onlooker
from facilitator.safekeeping.policy import EVERY, Moment, due

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Coroutine

    from facilitator.desk.desk import Desk
    from facilitator.safekeeping.backing import Backup
    from facilitator.safekeeping.taking import Step
    from facilitator.session import Change

SOON = 3000
"""Milliseconds after opening: the first page comes before."""
MINUTE = 60_000
DAMAGE = "copy-unsound"  # of the archive itself: no other folder is a cure for it
MOMENTS = {"PollClosed": Moment.POLL, "MeetingClosed": Moment.MEETING}
"""Events after which a backup may be due, by the names of their types."""


class Keeper(QObject):
    """Knows how the backups of one desk's archive stand. `begin` has it make them by itself."""

    changed = Signal()
    """Something that it knows is another now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.last: Backup | None = None
        """The newest backup that is sound."""
        self.count = 0
        self.known = False
        """Whether the folder was looked at yet."""
        self.same_disk = False
        """Whether backups and archive lie on one disk, so that both would be lost with it."""
        self.ground = Ground.OWN
        """What kind of place the archive lies in."""
        self.trouble: Trouble | None = None
        """Why the last attempt failed; None again when one has worked."""
        self.step: tuple[Step, int, int] | None = None
        """What is being done now, and how much of it; None when nothing is."""
        self._task: asyncio.Task[None] | None = None
        self._made: float | None = None
        self._tried: float | None = None
        self._took = timedelta()
        self._over = False
        """Whether the archive is closed."""
        self._only_checks = self._left = False
        """`_left`: whether the archive was not closed in order the last time."""
        desk.resting.connect(self._rest)
        self._clock = QTimer(self)
        self._clock.setInterval(MINUTE)
        self._clock.timeout.connect(lambda: self.consider(Moment.CLOCK))

    @property
    def keeps(self) -> bool:
        """Whether this archive is backed up at all: neither one to look at nor the sample is."""
        session = self._desk.session
        return not isinstance(session, Onlooker) and not is_rehearsal(session.path)

    @property
    def folder(self) -> Path:
        """Where backups lie."""
        return folder_of(self._desk.settings)

    @property
    def busy(self) -> bool:
        """Whether a backup is being made."""
        return self.step is not None

    @property
    def damaged(self) -> bool:
        """Whether the archive itself was found to be damaged."""
        return self.trouble is not None and self.trouble.code == DAMAGE

    @property
    def safe(self) -> bool:
        """Whether all that is recorded is in the newest backup, as far as is known."""
        from facilitator.safekeeping.backing import extent
        from facilitator.safekeeping.names import SHORT

        now = extent(self._desk.session)
        return not now.events or (self.last is not None and self.last.last == now.last[:SHORT])

    def begin(self, *, left: bool = False) -> None:
        """Make backups by itself from now on, as long as the desk is there.

        `left`: the archive was not closed in order the last time, so that it is looked at in any case.
        """
        if not self.keeps:
            return
        self._left, desk = left, self._desk
        desk.changed.connect(self._heard)
        self._clock.start()
        if desk.works.ready:
            self._open()
        else:
            desk.works.put_off(self._open)

    def consider(self, moment: Moment) -> None:
        """Make a backup if one is due. After opening, if none is, see whether a look at all of it is."""
        if self.busy or not self.keeps or not self._desk.works.ready:
            return
        now = monotonic()
        if moment is Moment.CLOCK and self._failed_lately(now):
            return
        since = None if self._made is None else timedelta(seconds=now - self._made)
        try:
            changed = not self.safe
            look = not changed and moment is Moment.OPENED and look_due(self._desk, left=self._left)
        except Trouble:
            return  # the archive itself is in trouble, which is said where it is used
        if due(moment, changed=changed, since=since, took=self._took):
            self.back_up()
        elif look:
            self.check()

    def meet_damage(self, *, say: bool = False) -> bool:
        """Something that was wanted cannot be read: as if a check had found it. Whether that is ours to say."""
        if self.keeps:
            told, self.trouble = self.damaged, Trouble(DAMAGE, path=str(self._desk.session.path))
            if say and not told:
                say_damaged(self._desk, self.trouble)
            self.changed.emit()
        return self.keeps

    def check(self) -> None:
        """See whether the archive is whole: in one where nothing new is recorded, too, a disk can fail."""
        from facilitator.safekeeping.backing import extent

        if not self.busy and self._desk.works.ready and extent(self._desk.session).events:
            self._start(self._check(), only_checks=True)

    def back_up(self) -> None:
        """Make a backup now; nothing while one is being made."""
        if self.busy or not self._desk.works.ready:
            return
        self._start(self._make())

    def give_up_check(self) -> None:
        """Stop what is only a check; whoever closes the archive does not wait for that."""
        if self._only_checks:
            self.stop()

    def stop(self) -> None:
        """Give up the backup that is being made: nothing half is left of it."""
        if self._task is not None:
            self._task.cancel()

    def choose(self, folder: Path) -> None:
        """Put backups there from now on; those made before stay where they are."""
        keep_folder(self._desk.settings, folder)
        self.trouble = self.last = None
        self.known, self.count = False, 0
        self.look()

    def look(self) -> None:
        """See what there is in the folder."""
        if self._desk.works.ready and self.keeps:
            self._desk.works.start(self._look())

    # --- how it goes on

    def _open(self) -> None:
        self.look()
        QTimer.singleShot(SOON, self, lambda: self.consider(Moment.OPENED))

    def _heard(self, change: Change) -> None:
        for one in change.events:
            if moment := MOMENTS.get(type(one.event).__name__):
                self.consider(moment)
        self.changed.emit()

    def _rest(self) -> None:
        self._over = True
        self._clock.stop()
        self.stop()

    def _failed_lately(self, now: float) -> bool:
        failed = self.trouble is not None and self._tried is not None
        return failed and now - (self._tried or 0) < EVERY.total_seconds()

    def _start(self, work: Coroutine[Any, Any, None], *, only_checks: bool = False) -> None:
        from facilitator.safekeeping.taking import Step

        self._only_checks = only_checks
        self._tell(Step.COPYING, 0, 0)
        self._task = self._desk.works.start(work)

    async def _check(self) -> None:
        from facilitator.safekeeping.errand import Stopped
        from facilitator.safekeeping.taking import examine

        try:
            with suppress(Stopped):
                await self._read(examine)
        except Trouble as trouble:
            if trouble.code == DAMAGE:  # of any other the next backup tells
                self._say_damaged(trouble)
        finally:
            self._only_checks = False
            self.step = self._task = None
            self._say_changed()

    async def _make(self) -> None:
        begun = self._tried = monotonic()
        try:
            await self._done(made_folder(self._desk.settings), self._desk.now())
        except Trouble as trouble:
            if trouble.code == DAMAGE:
                self._say_damaged(trouble)
            else:
                self.trouble = trouble
        except RuleViolation as refusal:  # asked for by hand where there is nothing yet
            self._desk.noticed.emit(Notice(Tone.REFUSED, self._desk.sentence(refusal)))
        else:
            self.trouble = None
            self._made = monotonic()
            self._took = timedelta(seconds=self._made - begun)
        finally:
            self.step = self._task = None
            self._say_changed()

    async def _done(self, folder: Path, at: datetime) -> None:
        from facilitator.safekeeping.backing import finish
        from facilitator.safekeeping.errand import Stopped

        if self._over:
            return
        with suppress(Stopped):
            await self._read(finish, folder, at)
            await self._seen()

    async def _read(self, call: Callable[..., object], *args: object) -> None:
        """Do something with a copy that reads it whole; thereby the archive is known to be so."""
        await read_copy(self._desk, self._tell, call, *args)
        self._left = False

    async def _look(self) -> None:
        try:
            await self._seen()
        except Trouble as trouble:
            if not self.damaged:  # which says more
                self.trouble = trouble
        self._say_changed()

    async def _seen(self) -> None:
        from facilitator.desk.safekeeping.awaiting import elsewhere
        from facilitator.safekeeping.backing import extent

        if self._over:
            return
        session, settings = self._desk.session, self._desk.settings
        first = extent(session).first
        found = await elsewhere(backups_in, settings, first) if first else []
        self.same_disk = await elsewhere(same_disk, folder_of(settings), session.path)
        self.ground = await elsewhere(ground_of, session.path)
        if not self._over:
            say_ground(self._desk, self.ground)
        self.last = next((one for one in found if one.sound), None)
        self.count, self.known = len(found), True

    def _say_damaged(self, trouble: Trouble) -> None:
        told, self.trouble = self.damaged, trouble
        if not told and not self._over:
            say_damaged(self._desk, trouble)

    def _say_changed(self) -> None:
        with suppress(RuntimeError):  # the desk went while it was waited for
            self.changed.emit()

    def _tell(self, step: Step, done: int, total: int) -> None:
        self.step = (step, done, total)
        self.changed.emit()
