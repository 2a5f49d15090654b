"""Starting the windows: one program per person, one loop for Qt and asyncio, and an orderly end."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import qasync
from PySide6.QtWidgets import QApplication

from facilitator.desk.desk import Desk
from facilitator.desk.places import Place
from facilitator.desk.settings import Settings
from facilitator.desk.theme import wear
from facilitator.desk.window import Window
from facilitator.desk.works import Works
from facilitator.opening import archive_path, open_session


def run(archive: str | None = None) -> int:
    """Open the windows and stay until they are closed; the exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Facilitator")
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop:
        loop.run_until_complete(_live(app, archive))
    return 0


async def _live(app: QApplication, archive: str | None) -> None:
    settings = Settings()
    path = archive or settings.archive or None
    session = open_session(path, create=True)
    settings.archive = str(Path(archive_path(path)))
    desk = Desk(session, settings, Works())
    wear(app, desk.theme)
    window = Window(desk)
    done = asyncio.Event()
    window.closing.connect(done.set)
    window.show_place(Place.read(settings.page))
    window.show()
    await done.wait()
    await desk.works.settle()
    session.close()
    window.may_close = True
    window.close()
