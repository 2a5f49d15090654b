"""Grants the wishes about whole archives: restoring, merging, seeing what is left of a damaged one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.acts import RuleViolation, Trouble
from facilitator.desk.places import Place
from facilitator.desk.safekeeping.folders import made_folder
from facilitator.desk.wishes import OpenArchive
from facilitator.opening import Onlooker, archive_path, open_session
from facilitator.words.refusals import refusal_sentence
from facilitator.words.tongue import tongue

if TYPE_CHECKING:
    from facilitator.desk.life import Life
    from facilitator.desk.safekeeping.telling import TellScreen
    from facilitator.desk.troubled import WaitScreen

SETTINGS = Place("settings")
TODAY = Place("today")


class Archives:
    """What replaces an archive is done while it is closed, in a process of its own; then it is opened again."""

    def __init__(self, life: Life) -> None:
        self._life = life

    def choose_backup(self, path: str, backup: str = "") -> None:
        """Show the backups of the archive that is open, or of the one at `path` that cannot be opened.

        `backup`, one that was found elsewhere, is proposed before them.
        """
        from facilitator.desk.safekeeping.restoring import RestoreScreen

        life, desk = self._life, self._life.desk
        mine = not path and desk is not None and not isinstance(desk.session, Onlooker)
        session = desk.session if mine and desk is not None else None
        archive = session.path if session is not None else Path(path or archive_path(None))
        now = desk.now() if desk is not None else datetime.now().astimezone()
        screen = RestoreScreen(life.settings, archive, session, now, backup)
        screen.wished.connect(life.wish)
        screen.back.connect(lambda: self._go_back(path))
        life.window.cover(screen)

    async def restore(self, archive: Path, backup: Path) -> None:
        """Put the backup in place, open the archive, and say what was done."""
        from facilitator.desk.safekeeping.awaiting import awaited
        from facilitator.safekeeping import restoring
        from facilitator.safekeeping.errand import Errand, Stopped

        t, life = tongue(self._life.settings.lang), self._life
        await life.leave(life.desk)
        self._wait(t("The backup is being put in place"), str(archive))
        at = datetime.now().astimezone()
        try:
            done = await awaited(Errand(restoring.restore, archive, backup, at))
        except (Trouble, RuleViolation) as wrong:
            self._reopen(archive, self._failed(t("The backup was not restored"), wrong))
            return
        except Stopped:
            self._reopen(archive)
            return
        lines = [t("Restored: {path}", path=done.archive)]
        if done.aside is not None:
            lines.append(t("The archive of before is now {path}", path=done.aside))
        told = self._told(t("The backup is restored"), lines, good=True)
        self._reopen(archive, told, TODAY)

    def choose_others(self) -> None:
        """Show what other archives would bring into the one that is open."""
        from facilitator.desk.safekeeping.merging import MergeScreen

        life, desk = self._life, self._life.desk
        if desk is None or not desk.keeper.keeps:
            return
        screen = MergeScreen(life.settings, desk.session)
        screen.wished.connect(life.wish)
        screen.back.connect(lambda: self._go_back(""))
        life.window.cover(screen)

    async def merge(self, others: tuple[Path, ...]) -> None:
        """Back up, take over what only goes on there, and say what was left out."""
        from facilitator.desk.safekeeping.awaiting import awaited
        from facilitator.desk.safekeeping.merged import merged_screen
        from facilitator.safekeeping import merging
        from facilitator.safekeeping.errand import Errand, Stopped

        t, life = tongue(self._life.settings.lang), self._life
        if life.desk is None:
            return
        archive, at = life.desk.session.path, life.desk.now()
        await life.leave(life.desk)
        screen = self._wait(t("Archives are being merged"), give_up=t("Stop"))
        try:
            work = Errand(merging.merge, archive, others, made_folder(life.settings), at)
            screen.given_up.connect(work.stop)
            done = await awaited(work, screen.tell_step)
        except (Trouble, RuleViolation) as wrong:
            self._reopen(archive, self._failed(t("Nothing was merged"), wrong))
            return
        except Stopped:
            said = t("Stopped. Of each archive everything or nothing was taken over.")
            self._reopen(archive, self._told(t("Merging was stopped"), [said], good=False))
            return
        self._reopen(archive, merged_screen(life.settings, done))

    async def salvage(self, path: str) -> None:
        """Look at what can still be proven of a damaged archive."""
        from facilitator.desk.safekeeping.awaiting import awaited
        from facilitator.opening import salvaged
        from facilitator.safekeeping.errand import Errand, Stopped

        t, life = tongue(self._life.settings.lang), self._life
        desk = life.desk
        if (
            desk is not None
            and not isinstance(desk.session, Onlooker)
            and desk.session.path == Path(path)
        ):
            await life.leave(desk)  # the damage was found while it was open, and it holds the lock
        screen = self._wait(t("Looking for what is undamaged"), path, give_up=t("Stop"))
        work = Errand(salvaged, Path(path))
        screen.given_up.connect(work.stop)
        try:
            found = await awaited(work)
        except Trouble as trouble:
            if trouble.code == "damaged":  # which was known: say that it was tried
                trouble = Trouble("nothing-left", path=path)
            life.stand_before(path, trouble)
            return
        except Stopped:
            self._go_back(path)
            return
        await life.change(path, lambda: Onlooker(Path(path), salvaged=found))

    # --- coming back

    def _reopen(
        self, archive: Path, told: TellScreen | None = None, place: Place = SETTINGS
    ) -> None:
        """Open the archive again, as it is now, and lay over it what is to be told."""
        life = self._life
        session = life.opened(str(archive), lambda: open_session(str(archive)))
        if session is not None:
            life.take(session, place)
        if told is not None:
            told.back.connect(lambda: self._go_back(str(archive)))
            life.window.cover(told)

    def _go_back(self, path: str) -> None:
        """To the desk that waits beneath; without one, to why the archive cannot be opened."""
        if self._life.desk is not None:
            self._life.window.uncover()
        elif not self._life.stand_again():
            self._life.wish(OpenArchive(path))

    def _failed(self, title: str, wrong: Trouble | RuleViolation) -> TellScreen:
        sentence = refusal_sentence(wrong.code, wrong.facts, self._life.settings.lang)
        return self._told(title, [sentence], good=False)

    def _told(self, title: str, lines: list[str], *, good: bool) -> TellScreen:
        from facilitator.desk.safekeeping.telling import TellScreen

        return TellScreen(self._life.settings, title, lines, good=good)

    def _wait(self, title: str, said: str = "", *, give_up: str = "") -> WaitScreen:
        from facilitator.desk.troubled import WaitScreen

        screen = WaitScreen(self._life.settings, title, said, give_up=give_up)
        self._life.window.cover(screen)
        return screen
