"""How a register writes its rows: upsert and change by key, with the column names in plain sight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from facilitator.record.handle import Handle
from facilitator.record.registers import Table


def put(db: Handle, table: Table, **values: Any) -> None:
    """Write one row, in place of the one with the same key if there is one. Names come from our own code."""
    columns = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" for _ in values)
    db.execute(
        f'INSERT OR REPLACE INTO "{table.name}" ({columns}) VALUES ({marks})',
        tuple(values.values()),
    )


def put_all(
    db: Handle, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Write many rows as `put` writes one; each has its values in the order of `columns`."""
    named = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" for _ in columns)
    db.execute_many(f'INSERT OR REPLACE INTO "{table.name}" ({named}) VALUES ({marks})', rows)


def change(db: Handle, table: Table, key: tuple[Any, ...], **values: Any) -> None:
    """Change columns of the row with that key."""
    columns = ", ".join(f'"{name}" = ?' for name in values)
    where = " AND ".join(f'"{name}" = ?' for name in table.key)
    db.execute(f'UPDATE "{table.name}" SET {columns} WHERE {where}', (*values.values(), *key))


def day(value: Any) -> str | None:
    """A date or time as ISO text, None as itself."""
    return None if value is None else value.isoformat()


def as_json(value: msgspec.Struct) -> str:
    """A value as JSON text."""
    return msgspec.json.encode(value).decode()
