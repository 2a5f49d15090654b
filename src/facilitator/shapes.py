"""What does not fit its shape: the parser's English turned into a place, a code and facts for a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import inspect

from facilitator.rules.charter import Key, ShareText

_STEP = re.compile(r"\.(\w+)|\[(\d+|\.\.\.)\]")
_PATTERNS = {
    Key.__metadata__[0].pattern: "not-a-key",  # type: ignore[attr-defined]
    ShareText.__metadata__[0].pattern: "not-a-share",  # type: ignore[attr-defined]
}
_FIELD = re.compile(r"Object (?:contains (unknown)|missing required) field `(.+)`")
_TYPE = re.compile(r"Expected `(.+)`, got `(.+)`")
_BOUND = re.compile(r"Expected `int` (>=|<=) (-?\d+)")
_SHOWN = 80
"""Characters of a wrong value that are shown again."""


def as_typed(value: object) -> str:
    """A value as it stands in the file, cut short: text without quotes, anything else as JSON."""
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode(errors="replace")
    return text[:_SHOWN]


def misfit(error: msgspec.ValidationError, value: object, kind: object) -> dict[str, Any]:
    """What stood in the way of reading `value` as a `kind`: `place`, `problem` and that problem's own facts.

    `place` is a path such as `hands.in_favour`, "" for the whole. `problem` is one of `unknown-field` (with
    `allowed`), `missing-field`, `wrong-type` (`expected`, `got`: JSON's names of types), `not-one-of` (`given`,
    `allowed`), `not-a-time`, `not-a-date`, `not-a-key`, `not-a-share` (`given`), `too-small` (`least`),
    `too-large` (`most`), `number-size`, and `value` for anything else.
    """
    said, _, where = (
        str(error).rpartition(" - at ") if " - at " in str(error) else (str(error), "", "")
    )
    path = where.rpartition("`$")[2].rstrip("`")
    given, shape = value, inspect.type_info(kind)
    for name, number in _STEP.findall(path):
        given, shape = _inside(given, name or number), _shape_inside(shape, name or number)
    place = path.removeprefix(".")
    if found := _FIELD.fullmatch(said):
        here = f"{place}.{found[2]}" if place else found[2]
        if not found[1]:
            return {"place": here, "problem": "missing-field"}
        return {"place": here, "problem": "unknown-field", "allowed": _fields(shape)}
    return {"place": place, **_wrong(said, given, shape)}


def _wrong(said: str, given: Any, shape: inspect.Type) -> dict[str, Any]:
    """What is wrong with one value."""
    shown = as_typed(given)
    for one in _alternatives(shape):
        if isinstance(one, inspect.StrType) and one.pattern in _PATTERNS:
            return {"problem": _PATTERNS[one.pattern], "given": shown}
        if isinstance(one, inspect.EnumType):
            allowed = [str(member.value) for member in one.cls]
            return {"problem": "not-one-of", "given": shown, "allowed": allowed}
        if isinstance(one, inspect.DateTimeType):
            return {"problem": "not-a-time", "given": shown}
        if isinstance(one, inspect.DateType):
            return {"problem": "not-a-date", "given": shown}
    if found := _TYPE.fullmatch(said):
        return {"problem": "wrong-type", "expected": found[1], "got": found[2]}
    if found := _BOUND.fullmatch(said):
        least = found[1] == ">="
        bound = {"least" if least else "most": int(found[2])}
        return {"problem": "too-small" if least else "too-large", **bound}
    return {"problem": "number-size" if "out of range" in said else "value"}


def _alternatives(shape: inspect.Type) -> tuple[inspect.Type, ...]:
    """The shapes that a value may take, without the notes on them."""
    if isinstance(shape, inspect.Metadata):
        return _alternatives(shape.type)
    if isinstance(shape, inspect.UnionType):
        return tuple(inner for one in shape.types for inner in _alternatives(one))
    return (shape,)


def _fields(shape: inspect.Type) -> list[str]:
    """The names of the fields that an object of this shape may have."""
    named = [one for one in _alternatives(shape) if isinstance(one, inspect.StructType)]
    return [field.encode_name for one in named for field in one.fields]


def _inside(value: Any, step: str) -> Any:
    """The part of a value that a step of a path leads to; "" where it cannot be told."""
    if isinstance(value, Mapping):
        return value.get(step, "")  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    if isinstance(value, list) and step.isdigit():
        return value[int(step)]  # pyright: ignore[reportUnknownVariableType]
    return ""


def _shape_inside(shape: inspect.Type, step: str) -> inspect.Type:
    """The shape of the part that a step of a path leads to."""
    for one in _alternatives(shape):
        match one:
            case inspect.StructType(fields=fields):
                for field in fields:
                    if field.encode_name == step:
                        return field.type
            case inspect.VarTupleType(item_type=item) | inspect.ListType(item_type=item):
                return item
            case inspect.DictType(value_type=inner):
                return inner
            case _:
                continue
    return inspect.AnyType()
