"""Merging with a way back: look at other archives first, then back up and take over what only goes on there."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from facilitator.acts import RuleViolation, Trouble
from facilitator.opening import open_session
from facilitator.record.merging import Plan
from facilitator.safekeeping.backing import Backup, back_up
from facilitator.safekeeping.taking import Raw, Step, Tell
from facilitator.session import Session


@dataclass(frozen=True, slots=True)
class Looked:
    """What one of the other archives has, or why that cannot be told."""

    other: Path
    plan: Plan | None = None
    wrong: RuleViolation | Trouble | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """What was done, archive by archive, and the backup that was made before."""

    backup: Backup | None
    """None when there was nothing here that could be lost."""
    done: tuple[Looked, ...]


def look(
    raw: Raw, archive: Path, others: Sequence[Path], tell: Tell | None = None
) -> tuple[Looked, ...]:
    """Say what merging other archives would do, from a copy of the one that is open; changes nothing.

    One that cannot be looked at does not keep the others out.
    """
    found: list[Looked] = []
    with closing(open_session(str(raw.path))) as session:
        for number, other in enumerate(others):
            _tell(tell, Step.LOOKING, number, len(others))
            found.append(_looked(session, other, archive))
    return tuple(found)


def merge(
    archive: Path,
    others: Sequence[Path],
    folder: Path,
    at: datetime,
    tell: Tell | None = None,
) -> Merged:
    """Back a closed archive up, then take over from each of the others: as a whole or not at all.

    Trouble as for opening it and for `backing.back_up`: then nothing was merged. What was left out stands in
    the plans.
    """
    with closing(open_session(str(archive))) as session:
        backup = back_up(session, folder, at, tell) if session.record.extent().events else None
        done: list[Looked] = []
        for number, other in enumerate(others):
            _tell(tell, Step.MERGING, number, len(others))
            done.append(_taken_in(session, other))
    return Merged(backup, tuple(done))


def _looked(session: Session, other: Path, archive: Path) -> Looked:
    try:
        if other.exists() and other.samefile(archive):
            raise RuleViolation("merge-itself", path=str(other))
        return Looked(other, session.survey(other))
    except (RuleViolation, Trouble) as wrong:
        return Looked(other, wrong=wrong)
    except OSError as error:  # a stick that is pulled out just now
        return Looked(other, wrong=_io(other, error))


def _taken_in(session: Session, other: Path) -> Looked:
    """Look anew, for what came from the archive before it is here by now."""
    try:
        plan = session.survey(other)
        if plan.events:
            session.take_in(plan)
    except (RuleViolation, Trouble) as wrong:
        return Looked(other, wrong=wrong)
    except OSError as error:
        return Looked(other, wrong=_io(other, error))
    return Looked(other, plan)


def _io(other: Path, error: OSError) -> Trouble:
    return Trouble("io", path=str(other), reason=error.strerror or str(error))


def _tell(tell: Tell | None, step: Step, done: int, total: int) -> None:
    if tell is not None:
        tell(step, done, total)
