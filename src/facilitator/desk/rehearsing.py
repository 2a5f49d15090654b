"""Going over to the rehearsal: it is made beside the window if need be, and opened."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.acts import Trouble
from facilitator.desk import rehearsal
from facilitator.desk.deeds import forget_rehearsal
from facilitator.desk.troubled import WaitScreen
from facilitator.opening import open_session
from facilitator.words.tongue import tongue

if TYPE_CHECKING:
    from facilitator.desk.life import Life


async def rehearse(life: Life, *, anew: bool) -> None:
    """Make the sample on another thread, telling how far it is, and open it."""
    t, path, old = tongue(life.settings.lang), rehearsal.rehearsal_path(), life.desk
    there = old is not None and rehearsal.is_rehearsal(old.session.path)
    if there and not anew:
        return
    if anew or not path.exists():
        if there:
            await life.leave(old)
        said = t("The rehearsal is being set up"), t("One moment, please.")
        screen = WaitScreen(life.settings, *said)
        life.window.cover(screen)
        if not await _made(life, path, screen):
            return
    await life.change(str(path), lambda: open_session(str(path)))


async def _made(life: Life, path: Path, screen: WaitScreen) -> bool:
    loop = asyncio.get_running_loop()

    def tell(done: int, of: int) -> None:
        loop.call_soon_threadsafe(screen.tell, done, of)

    try:
        await loop.run_in_executor(None, rehearsal.make, tell)
        forget_rehearsal(life.settings)
    except Trouble as trouble:
        life.stand_before(str(path), trouble)
        return False
    except OSError as error:  # no folder for it, no room
        reason = error.strerror or str(error)
        life.stand_before(str(path), Trouble("io", path=str(path), reason=reason))
        return False
    return True
