"""Archives of several laptops, for tests of merging: toy events, and what every file holds."""

from __future__ import annotations

import shutil
from pathlib import Path

from facilitator.acts import Event
from facilitator.record.archive import Record
from facilitator.record.merging import Plan, merge, survey
from facilitator.record.merging.plan import State
from tests.record.toys import Joined, Noted, Person, add, opened

OURS, THEIRS = "meeting/1", "meeting/2"


def written(path: Path, *acts: tuple[str, Event], actor: str = "secretary") -> Path:
    """A closed archive in which this happened, after whatever is in it."""
    with opened(path, create=True) as record:
        for stream, event in acts:
            add(record, event, stream=stream, actor=actor)
    return path


def twin(path: Path, name: str) -> Path:
    """A copy of a closed archive, as somebody carries it to another laptop."""
    copy = path.with_name(name)
    shutil.copyfile(path, copy)
    return copy


def states(plan: Plan) -> dict[str, State]:
    """How each history stands."""
    return {line.stream: line.state for line in plan.lines}


def merged(record: Record, path: Path) -> Plan:
    """Look, then act."""
    plan = survey(record, path)
    merge(record, plan)
    return plan


def rows(record: Record) -> list[tuple[object, ...]]:
    """Everything that is in the journal and beside it, by stream."""
    return record.ask(
        "SELECT j.stream, j.version, j.kind, j.at, j.actor, j.body, j.prev, j.hash, b.subject, b.salt, b.body"
        " FROM journal j LEFT JOIN beside b USING (stream, version) ORDER BY j.stream, j.version"
    )


def registers(
    record: Record, tables: dict[str, tuple[str, ...]]
) -> dict[str, list[tuple[object, ...]]]:
    """Every register, each in the order of its key."""
    return {
        table: record.ask(f'SELECT * FROM "{table}" ORDER BY {", ".join(key)}')
        for table, key in tables.items()
    }


COMMON = (
    (OURS, Joined("m-1", Person("王秀英", "13900001111"))),
    (OURS, Noted("开会")),
    (OURS, Noted("第一条意见")),
)
