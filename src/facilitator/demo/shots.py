"""`python -m facilitator.demo.shots FOLDER`: every screen in both languages, light and dark, 100 and 150 %."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.data import dataclass

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication, QWidget

    from facilitator.demo.fingers import Fingers
    from facilitator.desk.desk import Desk
    from facilitator.desk.window import Window

MEETING, FORUM = "meetings/sbg-2026-11-27", "meetings/qyl-2026-11-21"
AT_THE_END = "2028-04-18"
"""The last day that the samples name."""
PATIENCE = 20.0
IN_FEBRUARY = '"followup.change-due"'
"""A reimbursement is overdue and stands on the next agenda; three months of follow-up lie behind."""
LOOKS = tuple(product(("zh", "en"), (False, True), (100, 150)))


@dataclass(frozen=True)
class Shot:
    """One screen: after which line of a sample (the `nth` with `mark`), where, what is done there first."""

    name: str
    mark: str
    place: str
    nth: int = 0
    first: Callable[[Fingers], object] | None = None
    changes: bool = False
    """Whether what is done first is an act, so that the sample is played anew for every look."""
    script: str = "evening"
    """Which sample: `evening`, `forum`, `followup` after both, or `round`."""
    scene: str = ""
    """What the room sees, in the place of the window."""
    other: tuple[tuple[str, str], ...] = ()
    """What reads otherwise in the lines of the sample, such as less money."""
    until: Callable[[Fingers], object] | None = None
    """What is waited for, where that comes from beside the window."""
    stage: Callable[[Path], Desk] | None = None
    """Makes a desk on another archive than one of a sample."""


def _pitched(fingers: Fingers) -> None:
    """Somebody announces a topic; it is typed, and not posted."""
    fingers.click("wall.new.button")
    fingers.write("pitch.title", "夜里停电谁来通知")
    fingers.write("pitch.who", "丁晓东")
    fingers.press("Return", on="pitch.who")


def _looked_for(fingers: Fingers) -> None:
    """A word is typed over whatever stood there."""
    fingers.press("Ctrl+A", on="decisions.field")
    fingers.write("decisions.field", "车位")
    fingers.wait(lambda: fingers.see("decision.vote"), "what was found")


SHOTS: tuple[Shot, ...] = (
    Shot("first-start", "", "today"),
    Shot("found-a-body", "", "bodies/new"),
    Shot("today", "meeting.post-notice", "today"),
    Shot("meetings", "meeting.post-notice", "meetings"),
    Shot("settings", "meeting.post-notice", "settings"),
    Shot("help", "meeting.post-notice", "today", first=lambda f: f.act("help")),
    Shot("body", "body.seat", "bodies/songbaigang", 11),
    Shot("new-meeting", "body.seat", "today", 12, first=lambda f: f.act("meeting.new")),
    Shot("prepare", "meeting.post-notice", MEETING),
    Shot("sign-in", "19:27", MEETING),
    Shot("desk", "20:10:10", MEETING),
    Shot("note-a-speaker", "20:10:10", MEETING, first=lambda f: f.act("floor.ask")),
    Shot("put-a-motion", "20:06:10", MEETING, first=lambda f: f.act("motion.put")),
    Shot("before-the-vote", "20:11:40", MEETING, first=lambda f: f.act("vote.open")),
    Shot("roll-call", "20:12:20", MEETING, 7),
    Shot("hands", "20:02:00", MEETING),
    Shot("ballots", "20:46:00", MEETING),
    Shot("result", "20:25:20", MEETING, 10, first=lambda f: f.act("vote.close"), changes=True),
    Shot("papers", "20:12:50", f"{MEETING}/papers"),
    Shot("read-back", "meeting.enter", MEETING, 2),
    Shot("closed", "meeting.close", MEETING),
    Shot("forum-prepare", "meeting.post-notice", FORUM, script="forum"),
    Shot("forum-opening", "heads.count", FORUM, script="forum"),
    Shot("pitch", '"topic": "t17"', FORUM, first=_pitched, script="forum"),
    Shot("wall", "T09:48:00", FORUM, script="forum"),
    Shot("rounds", "T11:30:40", FORUM, script="forum"),
    Shot(
        "room-scenes", "T11:30:40", FORUM, first=lambda f: f.act("projector.scenes"), script="forum"
    ),
    Shot("reports", "T14:46:00", FORUM, script="forum"),
    Shot("focus", "T15:26:40", FORUM, script="forum"),
    Shot("action-groups", "actions.form", FORUM, 5, script="forum"),
    Shot("forum-closing", "T16:34:00", FORUM, script="forum"),
    Shot(
        "decisions",
        AT_THE_END,
        "decisions",
        first=_looked_for,
        script="followup",
    ),
    Shot("decision", AT_THE_END, "decisions/sbg-2026-11-27/1", script="followup"),
    Shot("followup", IN_FEBRUARY, "followup", script="followup"),
    Shot("calls", '"call": "qyl-2027-03-03"', "followup//~calls", script="followup"),
    Shot("intake", '"intake": "sbg-2027-02-03"', "followup//~intake", script="followup"),
    Shot(
        "note-a-report",
        IN_FEBRUARY,
        "followup",
        first=lambda f: f.act("followup.report"),
        script="followup",
    ),
)


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.argument("names", nargs=-1)
@click.option(
    "--all/--some", "every", default=True, help="All looks, or Chinese, light, 100 % alone."
)
def shots(folder: Path, names: tuple[str, ...], every: bool) -> None:
    """Take the pictures of NAMES, or of all screens, into FOLDER/LANG-LOOK-SIZE/NAME.png."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from facilitator.demo.round_shots import ROUND_SHOTS
    from facilitator.desk.loop import make_loop

    app = QApplication([])
    loop = make_loop(app)
    with loop:
        for shot in (*SHOTS, *ROUND_SHOTS):
            if not names or shot.name in names:
                looks = LOOKS if every else LOOKS[:1]
                for some in [(look,) for look in looks] if shot.changes else [looks]:
                    for path in taken(app, loop, shot, folder, some):
                        click.echo(str(path))


def taken(
    app: QApplication,
    loop: asyncio.AbstractEventLoop,
    shot: Shot,
    folder: Path,
    looks: Sequence[tuple[str, bool, int]],
    home: Path | None = None,
) -> Iterator[Path]:
    """One screen in every look; the sample is played once for all of them, in a new folder or in `home`."""
    from facilitator.demo.fingers import Fingers
    from facilitator.demo.stage import quiet, show, staged
    from facilitator.desk.places import Place
    from facilitator.desk.theme import Theme

    with nullcontext(str(home)) if home else tempfile.TemporaryDirectory() as room:
        desk = shot.stage(Path(room)) if shot.stage else staged(Path(room), lines_of(shot))
        for lang, dark, size in looks:
            desk.settings.lang, desk.settings.dark, desk.settings.size = lang, dark, size
            desk.theme = Theme(dark=dark, size=size)
            window = show(app, desk, Place.read(shot.place))
            window.activateWindow()
            app.processEvents()
            if shot.first is not None:
                shot.first(Fingers(window))
            loop.run_until_complete(quiet(desk))
            if shot.until is not None:
                loop.run_until_complete(_comes(shot.until, Fingers(window)))
            path = folder / f"{lang}-{'dark' if dark else 'light'}-{size}" / f"{shot.name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            shown = _scene(desk, window, shot) if shot.scene else _picture(app, window)
            shown.save(str(path))
            yield path
            _put_away(app, window)
        loop.run_until_complete(desk.works.settle())
        desk.session.close()


async def _comes(until: Callable[[Fingers], object], fingers: Fingers) -> None:
    latest = asyncio.get_running_loop().time() + PATIENCE
    while not until(fingers):
        if asyncio.get_running_loop().time() > latest:
            raise TimeoutError("what the picture is to show does not come")
        await asyncio.sleep(0.05)


def lines_of(shot: Shot) -> list[bytes]:
    """The lines of the sample that are played before a picture is taken."""
    from facilitator.demo.stage import script

    if not shot.mark:
        return []
    lines = script(shot.script)
    for before, after in shot.other:
        lines = [line.replace(before.encode(), after.encode()) for line in lines]
    found = [n for n, line in enumerate(lines) if shot.mark.encode() in line]
    return lines[: found[shot.nth] + 1]


def _picture(app: QApplication, window: QWidget) -> QPixmap:
    """The window, with the panel that lies over it."""
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QColor, QPainter

    picture, panel = window.grab(), app.activeModalWidget()
    if panel is not None and panel is not window:
        room = window.size() - panel.size()
        with QPainter(picture) as painter:
            painter.fillRect(picture.rect(), QColor(0, 0, 0, 70))
            middle = QPoint(max(0, room.width() // 2), max(0, room.height() // 2))
            painter.drawPixmap(middle, panel.grab())
    return picture


def _scene(desk: Desk, window: QWidget, shot: Shot) -> QPixmap:
    """What the room sees of the meeting at the place of the shot."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter, QPixmap

    from facilitator.desk.places import Place
    from facilitator.desk.projector.paint import paint_scene
    from facilitator.desk.projector.room import room_of
    from facilitator.desk.projector.scenes import Scene

    picture = QPixmap(window.size())
    with desk.asking(), QPainter(picture) as painter:
        room = room_of(desk, Place.read(shot.place).which)
        paint_scene(painter, QRectF(picture.rect()), Scene(shot.scene), room)
    return picture


def _put_away(app: QApplication, window: Window) -> None:
    panel = app.activeModalWidget()
    if panel is not None:
        panel.close()
    window.may_close = True
    window.close()
    window.deleteLater()
    app.processEvents()


if __name__ == "__main__":
    shots()
