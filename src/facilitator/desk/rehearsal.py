"""The rehearsal: a sample archive beside one's own, with much behind it, on the evening of a meeting."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator import overview
from facilitator.acts import RuleViolation, Trouble
from facilitator.opening import archive_path, open_session
from facilitator.places import resources
from facilitator.session import Session

if TYPE_CHECKING:
    from facilitator.commands import Said

NAME = "rehearsal.facilitator"
SCRIPTS = (
    "round.jsonl",
    "year.jsonl",
    "forum.jsonl",
    "evening.jsonl",
    "followup.jsonl",
    "rehearsal.jsonl",
)
"""A round of projects, a year of a council, a forum, an evening of another council and what became of it; and
the next evening, ready to be opened."""
STEPS = 100
"""How often it is told how far the making is: each time the window stops the work for a moment."""
TONIGHT = datetime.fromisoformat("2027-01-29T18:52:00+08:00")
"""What the clock of the rehearsal says when it is begun."""


def rehearsal_path() -> Path:
    """Where the sample archive lies: beside one's own."""
    return archive_path(None).with_name(NAME)


def is_rehearsal(path: Path) -> bool:
    """Whether this is that file."""
    return path.absolute() == rehearsal_path().absolute()


def make(tell: Callable[[int, int], object]) -> Path:
    """Play the scripts into a new sample archive, in place of one that is there; `tell` how far it is.

    May be called on another thread: nothing of it is shared. A half archive is never left under the name.
    """
    path = rehearsal_path()
    new = path.with_name(f"{NAME}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    _remove(new)
    with closing(open_session(str(new), create=True)) as session:
        play(session, told(), tell)
    _make_room(path)
    new.replace(path)
    return path


def play(session: Session, lines: list[Said], tell: Callable[[int, int], object]) -> list[str]:
    """Carry the lines out at one go; the codes with which some are refused, as they are meant to be."""
    from facilitator.attaching import with_files

    folder, refused, of = resources() / "demo", [], len(lines)
    with session.at_one_go():
        for number, said in enumerate(lines, 1):
            try:
                command, files = with_files(said.command, (folder / name for name in said.attach))
                session.do(command, at=said.at, actor=said.by, files=files)
            except RuleViolation as refusal:
                refused.append(refusal.code)
            if number * STEPS // of > (number - 1) * STEPS // of:
                tell(number, of)
    return refused


def told() -> list[Said]:
    """What has happened until tonight, in the order in which it did: the samples go on for some months."""
    from facilitator.commands import read_line

    folder = resources() / "demo"
    lines = [line for name in SCRIPTS for line in (folder / name).read_bytes().splitlines()]
    said = [(one.at, one) for one in map(read_line, lines) if one.at is not None]
    return [one for at, one in sorted(said, key=itemgetter(0)) if at < TONIGHT]


def _make_room(path: Path) -> None:
    """Only samples are thrown away: whatever else lies there is given another name."""
    if path.exists() and not _is_sample(path):
        at = datetime.now().astimezone()
        path.replace(path.with_name(f"{path.stem}_{at:%Y-%m-%d_%H-%M-%S}{path.suffix}"))
    _remove(path)


def _is_sample(path: Path) -> bool:
    try:
        with closing(open_session(str(path))) as session:
            return overview.all_sample(session)
    except Trouble:
        return False


def _remove(path: Path) -> None:
    for part in (path, path.with_name(f"{path.name}-wal")):
        part.unlink(missing_ok=True)


class RehearsalClock:
    """Goes on from a told moment, whatever the computer's clock says."""

    def __init__(self, start: datetime) -> None:
        self._start, self._began = start, time.monotonic()

    def now(self) -> datetime:
        """The time of the rehearsal."""
        return self._start + timedelta(seconds=int(time.monotonic() - self._began))

    def jump(self) -> timedelta:
        """Nobody sets this clock."""
        return timedelta()

    def unnoticed(self) -> timedelta:
        """Nor did anybody."""
        return timedelta()


def set_the_clock(session: Session) -> None:
    """Have it be the evening of the rehearsal, or the moment at which one has stopped."""
    last = overview.last_recorded(session)
    session.clock = RehearsalClock(max(TONIGHT, last or TONIGHT))
