"""Merging with a way back: look at other archives first, then back up and take over what only goes on there."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import field, replace
from datetime import date, datetime
from pathlib import Path

from facilitator.acts import RuleViolation, Trouble
from facilitator.data import dataclass
from facilitator.followup.matter import matter_of
from facilitator.opening import open_session
from facilitator.record.merging import Plan
from facilitator.record.merging.plan import Line
from facilitator.safekeeping.backing import Backup, back_up
from facilitator.safekeeping.choosing import History, history
from facilitator.safekeeping.taking import Raw, Step, Tell
from facilitator.session import Session

NAMED = 200
"""Histories left out that are told by name."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What one of the other archives has, or why that cannot be told."""

    other: Path
    plan: Plan | None = None
    wrong: RuleViolation | Trouble | None = None
    histories: dict[str, History] = field(default_factory=dict[str, History])
    """What those are that are told by name: what is left out, and bodies and meetings that come over."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What was done, archive by archive, and the backup that was made before."""

    backup: Backup | None
    """None when there was nothing here that could be lost."""
    done: tuple[Looked, ...]


def look(
    raw: Raw | None, archive: Path, others: Sequence[Path], tell: Tell | None = None
) -> tuple[Looked, ...]:
    """Say what merging other archives would do, from a copy of the one that is open; changes nothing.

    Without a copy it has nothing in it yet. One that cannot be looked at does not keep the others out.
    """
    found: list[Looked] = []
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        closing(
            open_session(str(raw.path if raw else Path(folder) / "none"), create=raw is None)
        ) as session,
    ):
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
        plan = session.survey(other)
        return Looked(other, plan, histories=_histories(session, plan))
    except (RuleViolation, Trouble) as wrong:
        return Looked(other, wrong=wrong)
    except OSError as error:  # a stick that is pulled out just now
        return Looked(other, wrong=_io(other, error))


def _taken_in(session: Session, other: Path) -> Looked:
    """Look anew, for what came from the archive before it is here by now."""
    try:
        plan = session.survey(other)
        histories = _histories(session, plan)
        if plan.events:
            session.take_in(plan)
    except (RuleViolation, Trouble) as wrong:
        return Looked(other, wrong=wrong)
    except OSError as error:
        return Looked(other, wrong=_io(other, error))
    return Looked(other, plan, histories=histories)


def _histories(session: Session, plan: Plan) -> dict[str, History]:
    """As the other archive tells of them, else as ours does."""
    named = {line.about.body: line.about.name for line in plan.lines if line.about.name}
    found = {
        line.stream: _about(session, line, named)
        for line in plan.lines
        if line.about.title or line.about.body
    }
    told = [line.stream for line in plan.left_out[:NAMED]]
    told += [line.waits_for for line in plan.left_out[:NAMED] if line.waits_for]
    for double in plan.doubles[:NAMED]:
        told += [*double.ours, f"body/{double.number.body}"]
    for stream in told:
        if stream not in found:
            found[stream] = _known(session, stream, found)
    return found


def _about(session: Session, line: Line, named: dict[str, str]) -> History:
    about = line.about
    body = named.get(about.body) or history(session, f"body/{about.body}").body
    day = date.fromisoformat(about.planned[:10]) if about.planned else None
    return History(line.stream, body, about.title, day)


def _known(session: Session, stream: str, found: dict[str, History]) -> History:
    """What became of something is known by its meeting, wherever that comes from."""
    if stream.startswith("followup/"):
        meeting, decision, _ = matter_of(stream)
        if (one := found.get(f"meeting/{meeting}")) is not None:
            return replace(one, stream=stream, number=decision)
    return history(session, stream)


def _io(other: Path, error: OSError) -> Trouble:
    return Trouble("io", path=str(other), reason=error.strerror or str(error))


def _tell(tell: Tell | None, step: Step, done: int, total: int) -> None:
    if tell is not None:
        tell(step, done, total)
