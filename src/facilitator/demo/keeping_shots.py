"""Screens about whole archives that the manual shows: published, only looked at, merged."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from facilitator.clock import ToldClock
from facilitator.demo.shots import Shot
from facilitator.demo.stage import BEFORE, play_lines, script, staged
from facilitator.desk.desk import Desk
from facilitator.desk.safekeeping.targets import KEPT
from facilitator.desk.works import Works
from facilitator.opening import Onlooker, open_session
from facilitator.safekeeping.publishing import publish

if TYPE_CHECKING:
    from facilitator.demo.fingers import Fingers
    from facilitator.desk.panel import Panel
    from facilitator.desk.window import Window

STICK = "U盘"
CLOSED = '"meeting.close"'
OTHERS = {"清苑里": "forum", "南榕里": "year"}
"""Archives of neighbours by the sample that is in them."""


def _evening() -> Iterable[bytes]:
    """The lines of the sample evening up to its close."""
    lines = script()
    end = next(at for at, line in enumerate(lines) if CLOSED.encode() in line)
    return lines[: end + 1]


def _stick(home: Path) -> Path:
    """A folder that stands for one."""
    stick = home / STICK
    stick.mkdir(exist_ok=True)
    return stick


def _published(fingers: Fingers) -> None:
    desk = desk_of(fingers)
    desk.settings.keep_text(KEPT, str(_stick(desk.session.path.parent)))
    fingers.act("publish")
    cast("Panel", fingers.find("publish")).done_button.click()


def _looking(home: Path) -> Desk:
    """On the archive of the evening, published."""
    desk = staged(home, _evening())
    made = publish(desk.session, _stick(home), desk.now())
    clock = ToldClock(desk.now())
    desk.session.close()
    return Desk(Onlooker(made.path, clock=clock), desk.settings, Works())


def _merging(fingers: Fingers) -> None:
    from facilitator.desk.safekeeping.merging import MergeScreen

    desk = desk_of(fingers)
    others = [
        _archive(desk.session.path.with_name(f"{name}.facilitator"), sample)
        for name, sample in OTHERS.items()
    ]
    screen = MergeScreen(desk.settings, desk.session)
    cast("Window", fingers.window).cover(screen)
    screen.look_at([str(path) for path in others])


def _archive(path: Path, sample: str) -> Path:
    """An archive with a sample in it, closed."""
    if not path.exists():
        clock = ToldClock(BEFORE)
        session = open_session(str(path), create=True, clock=clock)
        play_lines(session, clock, script(sample))
        session.close()
    return path


def desk_of(fingers: Fingers) -> Desk:
    """The desk at whose window the fingers are."""
    desk = cast("Window", fingers.window).desk
    assert desk is not None
    return desk


KEEPING_SHOTS: tuple[Shot, ...] = (
    Shot(
        "publish",
        "meeting.close",
        "settings",
        first=_published,
        changes=True,
        until=lambda f: f.see("publish.result") is not None,
    ),
    Shot("read-only", "", "decisions", stage=_looking),
    Shot(
        "merge",
        "meeting.close",
        "settings",
        first=_merging,
        changes=True,
        until=lambda f: (found := f.see("merge.act")) is not None and found.isEnabled(),
    ),
)
