"""All commands, as JSON: read from a script's line, and described by a schema."""

from __future__ import annotations

import difflib
import json
import re
from datetime import datetime
from typing import Any, Union

import msgspec

from facilitator import bodies, followup, meeting, rounds
from facilitator.acts import Command, RuleViolation
from facilitator.shapes import as_typed, misfit

COMMANDS: tuple[type[Command], ...] = (
    *bodies.COMMANDS,
    *meeting.COMMANDS,
    *followup.COMMANDS,
    *rounds.COMMANDS,
)
MOST_BYTES = 4_000_000
"""Bytes in one line of a script."""
MOST_NEAR = 3
"""How many names are offered for one that there is not."""


def tag_of(kind: type[msgspec.Struct]) -> str:
    """The name a command or event bears in JSON."""
    return str(kind.__struct_config__.tag)


TAGS = {tag_of(kind): kind for kind in COMMANDS}


class Said(msgspec.Struct, frozen=True):
    """A command with what its line says of it: when, and by whom."""

    command: Command
    at: datetime | None = None
    by: str = ""
    attach: tuple[str, ...] = ()
    """Paths of files to attach, as the line gives them; who carries it out reads them."""


def read_line(line: bytes) -> Said:
    """A command from one JSON object: `do` names it, `at`, `by`, `attach` are optional, the rest its fields.

    Refused: `line-too-long`, `not-json` (with the character), `not-an-object`, `duplicate-field`,
    `command-missing`, `unknown-command` (with the nearest), `bad-field` (with the path and what is wrong
    there, see `shapes.misfit`), `time-without-zone`.
    """
    if len(line) > MOST_BYTES:
        raise RuleViolation("line-too-long", length=len(line), most=MOST_BYTES)
    fields = _object(line)
    told = {"at": fields.pop("at", None), "by": fields.pop("by", "")}
    attach = _convert(fields.pop("attach", ()), tuple[str, ...], "attach")
    command = _convert(fields, _kind(fields))
    at = _convert(told["at"], Union[datetime, None], "at")  # noqa: UP007 msgspec takes it so
    by = _convert(told["by"], str, "by")
    if at is not None and at.tzinfo is None:
        raise RuleViolation("time-without-zone", field="at")
    return Said(command, at, by, attach)


def _kind(fields: dict[str, Any]) -> type[Command]:
    """The command that a line names."""
    if "do" not in fields:
        raise RuleViolation("command-missing")
    name = fields["do"]
    if isinstance(name, str) and name in TAGS:
        return TAGS[name]
    shown = as_typed(name)
    raise RuleViolation("unknown-command", command=shown, near=nearest(shown))


def nearest(name: str) -> list[str]:
    """The commands whose names are most like this one, best first; those of the same last part count too."""
    plain = name.lower().replace("_", "-").replace(" ", "-")
    last = [tag for tag in TAGS if tag.rpartition(".")[2] == plain.rpartition(".")[2]]
    close = difflib.get_close_matches(plain, TAGS, MOST_NEAR)
    ends = {tag.rpartition(".")[2]: tag for tag in TAGS}
    parts = difflib.get_close_matches(plain.rpartition(".")[2], ends, MOST_NEAR, 0.75)
    return list(dict.fromkeys([*last, *close, *(ends[part] for part in parts)]))[:MOST_NEAR]


def _object(line: bytes) -> dict[str, Any]:
    try:
        fields: Any = msgspec.json.decode(line)
        if isinstance(fields, dict):
            json.loads(line, object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise RuleViolation("not-json", problem="encoding") from error
    except msgspec.DecodeError as error:
        raise RuleViolation("not-json", **_flaw(line, str(error))) from None
    except RecursionError:
        raise RuleViolation("not-json", problem="too-deep") from None
    if not isinstance(fields, dict):
        raise RuleViolation("not-an-object")
    return fields  # pyright: ignore[reportUnknownVariableType] keys of a JSON object are text


def _once(pairs: list[tuple[str, Any]]) -> None:
    """Refuse an object that says one thing twice: parsers keep the last, and nobody would know."""
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            raise RuleViolation("duplicate-field", field=key[:80])
        seen.add(key)


def _flaw(line: bytes, said: str) -> dict[str, Any]:
    """What is no JSON and, where it is known, at which character, counted from 1."""
    if "truncated" in said:
        return {"problem": "cut-off"}
    if "out of range" in said:
        return {"problem": "number-size"}
    found = re.search(r"\(byte (\d+)\)$", said)
    column = len(line[: int(found[1])].decode(errors="replace")) + 1 if found else None
    return {"problem": "not-as-json", "column": column}


def _convert(value: Any, kind: Any, field: str = "") -> Any:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        facts = misfit(error, value, kind)
        place = facts.pop("place")
        raise RuleViolation("bad-field", field=field or place, **facts) from None


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a script's line: any one of the commands, with `at` and `by`."""
    kinds = [TAGS[name] for name in sorted(TAGS)]
    schemas, components = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    envelope = {
        "at": {"type": "string", "format": "date-time", "description": "When; now if left out."},
        "by": {"type": "string", "description": "Who types; the computer's user if left out."},
        "attach": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Paths of photos and papers, seen from the script.",
        },
    }
    for kind in kinds:
        components[kind.__name__].setdefault("properties", {}).update(envelope)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Facilitator command",
        "oneOf": list(schemas),
        "$defs": components,
    }
