"""A window on an archive in which a sample has been played up to a moment of one's choice."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from facilitator.acts import RuleViolation
from facilitator.attaching import with_files
from facilitator.clock import ToldClock
from facilitator.commands import read_line
from facilitator.desk.decisions.library import Library
from facilitator.desk.desk import Desk
from facilitator.desk.places import Place
from facilitator.desk.safekeeping.folders import keep_folder
from facilitator.desk.settings import Settings
from facilitator.desk.theme import wear
from facilitator.desk.window import Window
from facilitator.desk.works import Works
from facilitator.opening import open_session
from facilitator.places import resources
from facilitator.safekeeping.backing import back_up
from facilitator.session import Session

EVENING, FORUM, SELECTION = "sbg-2026-11-27", "qyl-2026-11-21", "qy-2025-06-14"
"""The meetings of the samples."""
BEFORE = datetime.fromisoformat("2026-09-01T09:00:00+08:00")
"""When the first line of the script is played."""


def script(name: str = "evening") -> list[bytes]:
    """The lines of a sample: `evening` is that of a council, `forum` an Open Space, `round` a project round.

    `followup` are the first two, and what became of what they decided.
    """
    parts = ("evening", "forum", "followup") if name == "followup" else (name,)
    return [
        line
        for part in parts
        for line in (resources() / "demo" / f"{part}.jsonl").read_bytes().splitlines()
    ]


def up_to(mark: str, name: str = "evening") -> Iterator[bytes]:
    """The lines of a sample up to and with the first that holds `mark`; all of them for ""."""
    for line in script(name):
        yield line
        if mark and mark.encode() in line:
            return


def staged(
    folder: Path, lines: Iterable[bytes], *, lang: str = "zh", size: int = 100, dark: bool = False
) -> Desk:
    """A desk on a new archive in `folder` in which `lines` were played; the clock stands at the last."""
    settings = Settings(folder / "settings")
    settings.lang, settings.size, settings.dark = lang, size, dark
    clock = ToldClock(BEFORE)
    session = open_session(str(folder / "sample.facilitator"), create=True, clock=clock)
    play_lines(session, clock, lines)
    return Desk(session, settings, Works())


def play_lines(session: Session, clock: ToldClock, lines: Iterable[bytes]) -> None:
    """Carry out lines of a script, each at its time and all at one go; what is refused is passed over."""
    with session.record.together():
        for line in lines:
            said = read_line(line)
            with suppress(RuleViolation):
                paths = (resources() / "demo" / path for path in said.attach)
                command, files = with_files(said.command, paths)
                session.do(command, at=said.at, actor=said.by, files=files)
            clock.at = said.at or clock.at


def show(
    app: QApplication, desk: Desk, place: Place, *, width: int = 1366, height: int = 768
) -> Window:
    """The window of a desk at a place, shown at a size."""
    wear(app, desk.theme)
    window = Window(desk)
    window.setMinimumSize(1, 1)
    window.resize(width, height)
    window.show_place(place)
    window.show()
    app.processEvents()
    return window


async def quiet(desk: Desk) -> None:
    """Wait until nothing is being worked on beside the window, such as the pages of a preview."""
    await asyncio.sleep(0)
    while desk.works.busy or _reads(desk):
        while desk.works.busy or _reads(desk):
            await asyncio.sleep(0.02)
        await asyncio.sleep(0.4)  # a preview may ask once more when its size is known


def _reads(desk: Desk) -> bool:
    """Whether the archive is being read so that one can search in it."""
    library = desk.findChild(Library)
    return library is not None and library.reading


def backed_up(desk: Desk) -> None:
    """Two backups of the archive lie in a folder beside it, and the desk knows."""
    folder = desk.session.path.parent / "backups"
    folder.mkdir(exist_ok=True)
    keep_folder(desk.settings, folder)
    for hours in (26, 2):
        back_up(desk.session, folder, desk.now() - timedelta(hours=hours))
    desk.keeper.look()
