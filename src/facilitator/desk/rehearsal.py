"""The rehearsal: a sample archive beside one's own, in which it is always the evening of a meeting."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

from facilitator.acts import RuleViolation
from facilitator.opening import archive_path, open_session
from facilitator.places import resources
from facilitator.session import Session

NAME = "rehearsal.facilitator"
SCRIPTS = ("evening.jsonl", "rehearsal.jsonl")
"""An evening that is over, with all that was decided; and the next one, ready to be opened."""
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
    from facilitator.commands import read_line

    path = rehearsal_path()
    new = path.with_name(f"{NAME}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    _remove(new)
    lines = [line for name in SCRIPTS for line in _script(name)]
    with closing(open_session(str(new), create=True)) as session:
        for number, line in enumerate(lines, 1):
            said = read_line(line)
            with suppress(RuleViolation):  # one line of the evening is meant to be refused
                session.do(said.command, at=said.at, actor=said.by)
            tell(number, len(lines))
    _remove(path)
    new.replace(path)
    return path


def _script(name: str) -> list[bytes]:
    return (resources() / "demo" / name).read_bytes().splitlines()


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
    from facilitator import overview

    rows = overview.meetings(session)
    lasts = (session.meeting(row.meeting).chronicle[-1].recorded.at for row in rows)
    session.clock = RehearsalClock(max((TONIGHT, *lasts)))
