"""All commands, as JSON: read from a script's line, and described by a schema."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Union

import msgspec

from facilitator import bodies, meeting
from facilitator.acts import Command, RuleViolation

COMMANDS: tuple[type[Command], ...] = (*bodies.COMMANDS, *meeting.COMMANDS)
MOST_BYTES = 4_000_000
"""Bytes in one line of a script."""


def tag_of(kind: type[msgspec.Struct]) -> str:
    """The name a command or event bears in JSON."""
    return str(kind.__struct_config__.tag)


TAGS = {tag_of(kind): kind for kind in COMMANDS}


class Said(msgspec.Struct, frozen=True):
    """A command with what its line says of it: when, and by whom."""

    command: Command
    at: datetime | None = None
    by: str = ""


def read_line(line: bytes) -> Said:
    """A command from one JSON object: `do` names it, `at` and `by` are optional, the rest are its fields.

    Refused: `line-too-long`, `not-json` (with the column), `not-an-object`, `unknown-command`, `bad-field`
    (with the path and what is wrong there), `time-without-zone`.
    """
    if len(line) > MOST_BYTES:
        raise RuleViolation("line-too-long", length=len(line), most=MOST_BYTES)
    fields = _object(line)
    told = {"at": fields.pop("at", None), "by": fields.pop("by", "")}
    name = fields.get("do")
    if not isinstance(name, str) or name not in TAGS:
        raise RuleViolation("unknown-command", command=str(name)[:80])
    command = _convert(fields, TAGS[name])
    at = _convert(told["at"], Union[datetime, None], "at")  # noqa: UP007 msgspec takes it so
    by = _convert(told["by"], str, "by")
    if at is not None and at.tzinfo is None:
        raise RuleViolation("time-without-zone", field="at")
    return Said(command, at, by)


def _object(line: bytes) -> dict[str, Any]:
    try:
        fields: Any = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RuleViolation("not-json", problem=str(error)) from None
    if not isinstance(fields, dict):
        raise RuleViolation("not-an-object")
    return fields  # pyright: ignore[reportUnknownVariableType] keys of a JSON object are text


def _convert(value: Any, kind: Any, field: str = "") -> Any:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        problem, _, path = str(error).partition(" - at `$")
        place = field or path.removesuffix("`").lstrip(".")
        raise RuleViolation("bad-field", field=place, problem=problem) from None


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a script's line: any one of the commands, with `at` and `by`."""
    kinds = [TAGS[name] for name in sorted(TAGS)]
    schemas, components = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    envelope = {
        "at": {"type": "string", "format": "date-time", "description": "When; now if left out."},
        "by": {"type": "string", "description": "Who types; the computer's user if left out."},
    }
    for kind in kinds:
        components[kind.__name__].setdefault("properties", {}).update(envelope)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Facilitator command",
        "oneOf": list(schemas),
        "$defs": components,
    }
