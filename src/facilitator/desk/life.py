"""The program from the first archive to the last: opening, changing over, rehearsing, and an orderly end."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.acts import Trouble
from facilitator.desk import logbook, rehearsal
from facilitator.desk.desk import Desk
from facilitator.desk.landing import crash_notice, landing
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.places import Place
from facilitator.desk.settings import Settings
from facilitator.desk.theme import Letters, Theme, letters, wear
from facilitator.desk.window import Window
from facilitator.desk.wishes import (
    End,
    LookAt,
    Merge,
    MergeNow,
    OpenArchive,
    Rehearse,
    Restore,
    RestoreNow,
    Salvage,
    Wish,
)
from facilitator.desk.works import Works
from facilitator.opening import Onlooker, archive_path, left_open, open_or_look
from facilitator.session import Session
from facilitator.words.figures import airy

if TYPE_CHECKING:
    import asyncio

    from facilitator.desk.safekeeping.granting import Archives

TODAY = Place("today")
OPEN = "open"
"""The setting that names the archive that is open; it is empty after an orderly end."""


class Life:
    """Grants wishes one after another. `begin` needs no loop, so that Today is seen before one is made."""

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        window: Window,
        fall: str = "",
        failed: int = 0,
    ) -> None:
        """`fall`: where the program of before fell (`fallen`), "" when not; `failed` starts before this one."""
        self.settings, self.window, self._fall = settings, window, fall
        self._unwell = bool(fall) or failed > 0
        self._left = False
        """Whether the archive that was opened last had not been closed in order before."""
        self.desk: Desk | None = None
        self._app = app
        self._wishes: list[Wish] = []
        self._wished: asyncio.Event | None = None
        self._unkept = False
        """Whether it was said that settings cannot be kept."""
        self._safe: tuple[str, int] | None = None
        """The archive and the failed starts that the screen of a safe start is about."""
        window.closing.connect(lambda: self.wish(End()))
        app.commitDataRequest.connect(self.part_at_once)

    @cached_property
    def _archives(self) -> Archives:
        """Who grants wishes about whole archives."""
        from facilitator.desk.safekeeping.granting import Archives

        return Archives(self)

    def wish(self, wish: Wish) -> None:
        """Take a wish; it is granted when those before it are."""
        self._wishes.append(wish)
        if self._wished is not None:
            self._wished.set()

    def asked_to_show(self, archive: str) -> None:
        """The program was started once more: come to the front, and offer the archive that was named."""
        window = self.window
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        desk = self.desk
        if not archive or (desk is not None and _same(Path(archive), desk.session.path)):
            return
        if desk is None:  # nothing is in anybody's hands
            self.wish(OpenArchive(archive))
            return
        t = desk.t
        text = t("Open the archive {name}?", name=Path(archive).name)
        way = (t("Open it"), lambda: self.wish(OpenArchive(archive)))
        desk.noticed.emit(Notice(Tone.ASKED, text, way))

    def say_again(self) -> None:
        """A mistake of the program that was reported before has happened once more."""
        if self.desk is not None:
            t = self.desk.t
            text = t("The same mistake in the program as before. What is recorded is safe.")
            self.desk.noticed.emit(Notice(Tone.REFUSED, text))

    def begin(self, archive: str) -> None:
        """Open the first archive: the one named, the last one, or one's own, which is made if need be."""
        last = self.settings.archive
        left = self.settings.text(OPEN)
        path = archive or last
        own = not path or _same(Path(path), archive_path(None))
        again = not archive or _same(Path(archive), Path(last or archive_path(None)))
        self._open("" if own else path, Place.read(self.settings.page) if again else TODAY)
        if self.desk is None:
            return
        if self._fall or (left and _same(Path(left), self.desk.session.path)):
            self.desk.noticed.emit(crash_notice(self.desk, fell=bool(self._fall)))

    def tell_of_fonts(self) -> None:
        """That other fonts stand in for the program's own, which are damaged or gone."""
        if self.desk is None or letters() is Letters.OURS:
            return
        logbook.note("fonts-lost")
        text = self.desk.t(
            "Fonts of this program are missing or damaged; others of this computer stand in for them. Install "
            "the program again."
        )
        self.desk.noticed.emit(Notice(Tone.TOLD, text))

    def stand_safe(self, archive: str, failed: int) -> None:
        """Open nothing yet: say what happened to the starts before this one, and what can be done."""
        from facilitator.desk.safe import SafeScreen

        self._safe = archive or self.settings.archive, failed
        screen = SafeScreen(self.settings, *self._safe)
        screen.wished.connect(self.wish)
        screen.plain.connect(lambda: self._start_plain(screen.usual()))
        self.window.cover(screen)

    def stand_again(self) -> bool:
        """Back to the screen of the safe start, if that is where one is; whether it is shown."""
        if self._safe is None or self.desk is not None:
            return False
        self.stand_safe(*self._safe)
        return True

    def _start_plain(self, usual: OpenArchive) -> None:
        """Forget how everything looked, then open the archive."""
        self.settings.forget_looks()
        wear(self._app, Theme(dark=self.settings.dark, size=self.settings.size))
        self.wish(usual)

    async def live(self) -> None:
        """Grant wishes until the last, which is to end."""
        import asyncio

        if self.desk is not None:
            self.desk.works.begin()
            # The first act should not wait for what it needs to be imported.
            asyncio.get_running_loop().run_in_executor(None, self.desk.session.make_ready)
        self._wished = asyncio.Event()
        while True:
            while not self._wishes:
                self._wished.clear()
                await self._wished.wait()
            if isinstance(wish := self._wishes.pop(0), End):
                break
            try:
                await self._grant(wish)
            except Exception as error:  # ours: it is told, and the window can still be closed
                sys.excepthook(type(error), error, error.__traceback__)
                if self.desk is not None:
                    self.window.uncover()
                else:
                    self.stand_before("", Trouble("not-opened"))
        await self.leave(self.desk)
        self._go()

    def part_at_once(self, _manager: QSessionManager | None = None) -> None:
        """The computer is shut down: what is recorded is on the disk, and nothing is waited for."""
        if self.desk is not None:
            self._close(self.desk)
        self._go()

    async def _grant(self, wish: Wish) -> None:
        match wish:
            case OpenArchive(path, create):
                make = create or self._may_make(path)
                await self.change(path, lambda: open_or_look(path or None, create=make))
            case LookAt(path):
                await self.change(path, lambda: Onlooker(Path(path)))
            case Rehearse(anew):
                from facilitator.desk.rehearsing import rehearse

                await rehearse(self, anew=anew)
            case Restore(path, backup):
                self._archives.choose_backup(path, backup)
            case RestoreNow(archive, backup):
                await self._archives.restore(archive, backup)
            case Merge():
                self._archives.choose_others()
            case MergeNow(others):
                await self._archives.merge(others)
            case Salvage(path):
                await self._archives.salvage(path)
            case End():
                pass

    async def change(self, path: str, opening: Callable[[], Session]) -> None:
        """Open another archive; the one that is open is left when that has worked, not before."""
        old = self.desk
        there = old is not None and _same(archive_path(path or None), old.session.path)
        if old is not None and there and not isinstance(old.session, Onlooker):
            self.window.uncover()
            return
        session = self.opened(path, opening)
        if session is None:
            return
        await self.leave(old)
        self.take(session, TODAY)

    def _open(self, path: str, place: Place) -> None:
        make = self._may_make(path)
        session = self.opened(path, lambda: open_or_look(path or None, create=make))
        if session is not None:
            self.take(session, place)

    def _may_make(self, path: str) -> bool:
        """One's own is made silently, but where it was before: its backups tell that it is lost, not new."""
        from facilitator.desk.safekeeping.folders import has_backups

        own = archive_path(None)
        return not path and (own.exists() or not has_backups(self.settings, own))

    def opened(self, path: str, opening: Callable[[], Session]) -> Session | None:
        """The session; None when there was trouble, and the window says which."""
        self._left = self._was_left(path)
        try:
            return opening()
        except Trouble as trouble:
            logbook.note("not-opened", code=trouble.code)
            self.stand_before(path, trouble)
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
            self.stand_before(path, Trouble("not-opened"))
        return None

    def _was_left(self, path: str) -> bool:
        kept = self.settings.text(OPEN)
        again = bool(kept) and _same(Path(kept), archive_path(path or None))
        return self._unwell or again or left_open(path or None)

    def stand_before(self, path: str, trouble: Trouble) -> None:
        """Show why an archive could not be opened, and what can be done."""
        from facilitator.desk.troubled import TroubleScreen

        back = self.desk is not None
        screen = TroubleScreen(self.settings, path, trouble, back=back)
        screen.wished.connect(self.wish)
        screen.back.connect(self.window.uncover)
        self.window.cover(screen)

    def take(self, session: Session, place: Place) -> None:
        """Put a desk on an archive that is open, and show it, at its running meeting or that place.

        One that proves damaged only now is closed again, and the window says so.
        """
        try:
            self._sit(session)
            assert self.desk is not None
            self.window.show_place(landing(self.desk, place))
        except Trouble as trouble:
            logbook.note("not-shown", code=trouble.code)
            path = str(session.path)
            if self.desk is not None:
                self._close(self.desk)
            session.close()
            self.stand_before(path, trouble)

    def _sit(self, session: Session) -> None:
        session.actor = self.settings.actor or session.actor
        logbook.note("opened", looking=isinstance(session, Onlooker))
        if rehearsal.is_rehearsal(session.path):
            rehearsal.set_the_clock(session)
        elif not isinstance(session, Onlooker):
            self.settings.archive = str(session.path)
        self.settings.keep_text(OPEN, str(session.path))
        QTimer.singleShot(
            0, self.window, self._keep_settings
        )  # the first page need not wait for it
        self.desk = Desk(session, self.settings, Works())
        self.desk.wished.connect(self.wish)
        self.desk.keeper.begin(left=self._left)
        self.window.sit(self.desk)
        self.window.uncover()

    def _keep_settings(self) -> None:
        """Write them; that this cannot be done here is said once."""
        self.settings.save()
        if self.settings.kept or self._unkept or self.desk is None:
            return
        self._unkept = True
        logbook.note("settings-not-kept")
        text = self.desk.t(
            "Settings cannot be kept on this computer: {path} cannot be written to. Language, size and "
            "which archive was open are forgotten at the end; what is recorded is not.",
            path=self.settings.folder,
        )
        self.desk.noticed.emit(Notice(Tone.TOLD, text))

    def tell_trouble(self, trouble: Trouble) -> None:
        """Something in the archive that somebody wanted to see or do cannot be read."""
        logbook.note("trouble", code=trouble.code)
        desk = self.desk
        if desk is None:
            self.stand_before("", trouble)
        elif not desk.keeper.meet_damage(say=True):
            desk.noticed.emit(Notice(Tone.ASKED, desk.sentence(trouble)))

    async def leave(self, desk: Desk | None) -> None:
        """Wait for what is still being written, then close the archive."""
        if desk is None:
            return
        desk.keeper.give_up_check()
        if desk.works.busy:
            await self._settle(desk)
        await desk.works.settle()
        self._close(desk)

    async def _settle(self, desk: Desk) -> None:
        import asyncio

        from facilitator.desk.troubled import WaitScreen

        t, works, most = desk.t, desk.works, desk.works.going
        title, no = t("Papers are still being written"), t("Do not wait for them")
        if desk.keeper.busy and most == 1:
            title, no = t("A backup is still being made"), t("Do without it")
        screen = WaitScreen(self.settings, title, give_up=no)
        screen.given_up.connect(works.give_up)
        self.window.cover(screen)
        settled = asyncio.ensure_future(works.settle())
        while not settled.done():
            left = works.going
            said = t.many("{n} is left; then it closes.", "{n} are left; then it closes.", left)
            screen.tell(most - left, most, airy(said))
            await asyncio.wait({settled}, timeout=0.1)

    def _close(self, desk: Desk) -> None:
        if self.desk is desk:
            self.desk = None
        desk.session.close()
        logbook.note("closed")
        self.settings.keep_text(OPEN, "")
        self.settings.save()
        desk.rest()

    def _go(self) -> None:
        """Close every window of ours."""
        self.window.may_close = True
        for one in self._app.topLevelWidgets():
            if one is not self.window and isinstance(one, QWidget):
                one.close()
        self.window.close()


def _same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, there or not."""
    try:
        return one.resolve() == other.resolve()
    except OSError:
        return one.absolute() == other.absolute()
