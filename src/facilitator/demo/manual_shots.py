"""`python -m facilitator.demo.manual_shots`: the pictures of the manual, in both languages, into its folder."""

from __future__ import annotations

import os
import shutil
import tempfile
from asyncio import AbstractEventLoop
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from facilitator.acts import Trouble
from facilitator.demo.keeping_shots import KEEPING_SHOTS, desk_of
from facilitator.demo.palette import reduced, trimmed
from facilitator.demo.round_shots import ROUND_SHOTS
from facilitator.demo.shots import AT_THE_END, MEETING, SHOTS, Shot, taken
from facilitator.demo.stage import backed_up
from facilitator.desk import rehearsal
from facilitator.desk.desk import Desk
from facilitator.desk.loop import make_loop
from facilitator.desk.settings import Settings
from facilitator.desk.works import Works
from facilitator.manual.model import Chapter
from facilitator.manual.read import chapters, picture_path
from facilitator.opening import open_session

if TYPE_CHECKING:
    from facilitator.demo.fingers import Fingers
    from facilitator.desk.window import Window

LOOKS = tuple((lang, False, 100) for lang in ("zh", "en"))
HOME = "议事"
NEXT = "sbg-2027-02-26"
"""The meeting of the council that is being prepared in the months after the sample evening."""
REPORT = """Facilitator 1.0.0 · Python 3.11 · Qt 6

ValueError
  facilitator/desk/item/form.py, line 61, in send"""
COLOURS = 64
"""As many colours as a picture keeps: a window has few, and its letters stay smooth."""
AROUND = 24
"""Pixels of empty ground that are left around a card."""


def _bottom(fingers: Fingers) -> None:
    """There are backups, and what the settings say of them is in sight."""
    backed_up(desk_of(fingers))
    fingers.settle()
    window = fingers.window
    found = window.findChild(QWidget, "settings.merge")
    above = found.parentWidget() if found else None
    while found is not None and above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(found, 0, 60)
        above = above.parentWidget()


def _rehearsing(home: Path) -> Desk:
    """On the rehearsal as it was just begun."""
    session = open_session(str(rehearsal.make(lambda *_: None)))
    rehearsal.set_the_clock(session)
    return Desk(session, Settings(home / "settings"), Works())


def _like_before(fingers: Fingers) -> None:
    """A topic is typed that was talked about before."""
    fingers.write("plan.title", "拆除车位桩", instead=True)


def _restoring(fingers: Fingers) -> None:
    from facilitator.desk.safekeeping.restoring import RestoreScreen

    desk = desk_of(fingers)
    backed_up(desk)
    _window(fingers).cover(
        RestoreScreen(desk.settings, desk.session.path, desk.session, desk.now())
    )


def _safe(fingers: Fingers) -> None:
    from facilitator.desk.safe import SafeScreen

    desk = desk_of(fingers)
    backed_up(desk)
    _window(fingers).cover(SafeScreen(desk.settings, str(desk.session.path), 2))


def _in_trouble(fingers: Fingers) -> None:
    from facilitator.desk.troubled import TroubleScreen

    desk, path = desk_of(fingers), str(desk_of(fingers).session.path)
    _window(fingers).cover(
        TroubleScreen(desk.settings, path, Trouble("damaged", path=path), back=False)
    )


def _crashed(fingers: Fingers) -> None:
    from facilitator.desk.crash import CrashWindow

    CrashWindow(desk_of(fingers).settings, REPORT, fingers.window).open()


def _window(fingers: Fingers) -> Window:
    return cast("Window", fingers.window)


MANUAL_SHOTS: tuple[Shot, ...] = (
    Shot(
        "settings-archive",
        "meeting.close",
        "settings",
        first=_bottom,
        changes=True,
    ),
    Shot(
        "restore",
        "meeting.close",
        "settings",
        first=_restoring,
        changes=True,
        until=lambda f: (found := f.see("restore.act")) is not None and found.isEnabled(),
    ),
    Shot("trouble", "meeting.close", "today", first=_in_trouble),
    Shot("rehearsal", "", "today", stage=_rehearsing),
    Shot("safe-start", "meeting.close", "today", first=_safe, changes=True),
    Shot("crash", "20:10:10", MEETING, first=_crashed),
    Shot("reopen", "meeting.close", MEETING, first=lambda f: f.click("closed.reopen")),
    Shot("participation", AT_THE_END, "bodies/songbaigang/participation", script="followup"),
    Shot(
        "discussed-before",
        f'"meeting": "{NEXT}"',
        f"meetings/{NEXT}",
        first=_like_before,
        until=lambda f: f.see("plan.before") is not None,
        script="followup",
    ),
)
"""What only the manual shows; `KEEPING_SHOTS` are of whole archives."""


@click.command()
@click.argument("names", nargs=-1)
def manual_shots(names: tuple[str, ...]) -> None:
    """Take the pictures of NAMES, or all that the chapters name, and throw away those that none names."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wanted = wanted_pictures(chapters("zh"))
    known = {shot.name: shot for shot in (*SHOTS, *ROUND_SHOTS, *MANUAL_SHOTS, *KEEPING_SHOTS)}
    if unknown := [name for name in (*wanted, *names) if name not in known]:
        raise click.ClickException(f"no shot is called {', '.join(unknown)}")
    if not names:
        _sweep(wanted)
    app = QApplication([])
    loop = make_loop(app)
    with loop, tempfile.TemporaryDirectory() as folder:
        for name in names or wanted:
            shot = known[name]
            for some in [(look,) for look in LOOKS] if shot.changes else [LOOKS]:
                for (lang, *_), path in zip(
                    some, _taken(app, loop, shot, Path(folder), some), strict=True
                ):
                    target = picture_path(lang, name)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    _reduce(path, target)
                    click.echo(f"{name} {lang} {target.stat().st_size // 1024} kB")


def _taken(
    app: QApplication,
    loop: AbstractEventLoop,
    shot: Shot,
    folder: Path,
    looks: Sequence[tuple[str, bool, int]],
) -> Iterator[Path]:
    """The archive lies where a name can be read, for some screens show it."""
    home = Path(tempfile.gettempdir()) / HOME
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    os.environ["XDG_DATA_HOME"] = str(home)  # nobody's own archive is touched
    try:
        yield from taken(app, loop, shot, folder, looks, home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def wanted_pictures(chapters: Iterable[Chapter]) -> list[str]:
    """Every picture that chapters show, once, in their order."""
    return list(dict.fromkeys(one.name for chapter in chapters for one in chapter.pictures))


def _sweep(wanted: Iterable[str]) -> None:
    """Take away what no chapter shows any more."""
    for lang, *_ in LOOKS:
        for path in picture_path(lang, "any").parent.glob("*.png"):
            if path.stem not in wanted:
                path.unlink()


def _reduce(path: Path, target: Path) -> None:
    """Keep a picture with few colours: a quarter of the size, and no eye sees it."""
    image = reduced(trimmed(QImage(str(path)), AROUND), COLOURS)
    if not image.save(str(target), "PNG", 0):  # pyright: ignore[reportArgumentType, reportCallIssue]
        raise click.ClickException(f"{target} could not be written")


if __name__ == "__main__":
    manual_shots()
