"""The charters and formats that come with the program, and charters that people bring as files."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from facilitator.acts import RuleViolation
from facilitator.meeting.format import Format
from facilitator.places import resources
from facilitator.rules.charter import Charter
from facilitator.rules.charter_check import check_charter

MOST_BYTES = 1_000_000
"""A charter is a page or two: a bigger file is something else."""

T = TypeVar("T")


class _Broken(Exception):
    """A file that does not hold what it should: where, what is wrong there, and the parser's own words."""

    def __init__(self, place: str, problem: str, detail: str = "") -> None:
        super().__init__(place, problem, detail)
        self.facts = {"place": place, "problem": problem, "detail": detail}


@cache
def charters() -> tuple[Charter, ...]:
    """Every charter that people may choose from, by key, disabled ones too."""
    return tuple(_read(path, Charter) for path in sorted((resources() / "charters").glob("*.toml")))


@cache
def sample_charter() -> Charter:
    """The charter of the sample council: not to be chosen, but the demo founds its body under it."""
    return _read(resources() / "demo" / "charter.toml", Charter)


def charter(key: str, *, sample: bool = True) -> Charter:
    """The charter of that name; refused when there is none or it cannot be used.

    The sample council's own is found only where `sample` allows it: no real body is founded under it.

    Refusals: `unknown-charter` (with what there is) and `charter-disabled` (with the reason, in zh and en).
    """
    for found in (*charters(), sample_charter()) if sample else charters():
        if found.key == key:
            if found.disabled is not None:
                why = found.disabled
                raise RuleViolation("charter-disabled", charter=key, zh=why.zh, en=why.en)
            return found
    usable = ", ".join(one.key for one in charters() if one.disabled is None)
    raise RuleViolation("unknown-charter", charter=key, charters=usable)


def read_charter(path: Path) -> Charter:
    """A charter that people have written themselves, checked as a whole.

    Refused with `charter-file`: `place` is a line ("line 3, column 9") or a field ("rules[0].title.en"),
    `problem` one of encoding, size, syntax, unknown-field, missing-field, value, or a problem of
    `charter-wrong`; `detail` is the parser's own English sentence. A file that cannot be opened is an
    OSError.
    """
    try:
        found = _read(path, Charter)
        check_charter(found)
    except _Broken as broken:
        raise RuleViolation("charter-file", file=path.name, **broken.facts) from broken
    except RuleViolation as refusal:
        raise RuleViolation("charter-file", file=path.name, detail="", **refusal.facts) from refusal
    return found


@cache
def formats() -> tuple[Format, ...]:
    """Every kind of meeting that comes with the program, by key."""
    return tuple(_read(path, Format) for path in sorted((resources() / "formats").glob("*.toml")))


def format_of(key: str) -> Format:
    """The format of that name, or a refusal (`unknown-format`, with what there is)."""
    for found in formats():
        if found.key == key:
            return found
    known = ", ".join(one.key for one in formats())
    raise RuleViolation("unknown-format", format=key, formats=known)


def _read(path: Path, kind: type[T]) -> T:
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _Broken("", "size")
    try:
        # Windows editors put a mark before UTF-8, which TOML does not allow.
        return msgspec.convert(tomllib.loads(data.decode("utf-8-sig")), kind)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _Broken(f"line {line}", "encoding", str(error)) from error
    except tomllib.TOMLDecodeError as error:
        raise _Broken(_line(str(error)), "syntax", str(error)) from error
    except msgspec.ValidationError as error:
        raise _Broken(*_field(str(error))) from error


def _line(message: str) -> str:
    found = re.search(r"\(at (.+)\)$", message)
    return found[1] if found else ""


def _field(message: str) -> tuple[str, str, str]:
    """Place, problem and detail from a message such as "Expected `str`, got `int` - at `$.title.zh`"."""
    detail, _, where = message.partition(" - at ")
    place = where.strip("`").removeprefix("$").removeprefix(".")
    for start, problem in (
        ("Object contains unknown field `", "unknown-field"),
        ("Object missing required field `", "missing-field"),
    ):
        if detail.startswith(start):
            name = detail.removeprefix(start).rstrip("`")
            return (f"{place}.{name}" if place else name), problem, detail
    return place, "value", detail
