"""The charters and formats that come with the program, and charters that people bring as files."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from facilitator.acts import RuleViolation, Trouble
from facilitator.meeting.format import Format
from facilitator.places import resources
from facilitator.rules.charter import Charter
from facilitator.rules.charter_check import check_charter
from facilitator.shapes import misfit

MOST_BYTES = 1_000_000
"""A charter is a page or two: a bigger file is something else."""

T = TypeVar("T")


class _Broken(Exception):
    """A file that does not hold what it should: where, what is wrong there, and that problem's own facts."""

    def __init__(self, place: str, problem: str, **facts: Any) -> None:
        super().__init__(place, problem)
        self.facts = {"place": place, "problem": problem, **facts}


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
    `problem` one of encoding, size, syntax (with the parser's own English as `detail`), a problem of
    `shapes.misfit` with its facts, or of `charter-wrong`. Trouble when the file cannot be had: `no-file`,
    `unreadable` (a folder, no right to read it, a disk that fails).
    """
    try:
        if not path.is_file() and path.exists():
            raise Trouble("unreadable", path=str(path), reason="not a file")
        found = _read(path, Charter)
        check_charter(found)
    except _Broken as broken:
        raise RuleViolation("charter-file", file=path.name, **broken.facts) from broken
    except RuleViolation as refusal:
        raise RuleViolation("charter-file", file=path.name, **refusal.facts) from refusal
    except FileNotFoundError as error:
        raise Trouble("no-file", path=str(path)) from error
    except OSError as error:
        raise Trouble("unreadable", path=str(path), reason=error.strerror or str(error)) from error
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
    import tomllib

    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _Broken("", "size")
    try:
        # Windows editors put a mark before UTF-8, which TOML does not allow.
        table = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _Broken(f"line {line}", "encoding", detail=str(error)) from error
    except RecursionError as error:
        raise _Broken("", "too-deep") from error
    except ValueError as error:  # TOMLDecodeError, or a number with thousands of digits
        raise _Broken(_line(str(error)), "syntax", detail=str(error)) from error
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        raise _Broken(**misfit(error, table, kind)) from error


def _line(message: str) -> str:
    found = re.search(r"\(at (.+)\)$", message)
    return found[1] if found else ""
