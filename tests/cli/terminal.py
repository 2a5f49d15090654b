"""Somebody at a terminal: runs `facilitator` in this process and reads its answers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from facilitator.cli import facilitator
from facilitator.places import resources

MEETING = "sbg-2026-11-27"
EVENING = resources() / "demo" / "evening.jsonl"


@dataclass(frozen=True)
class Answer:
    """What a run printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The JSON objects on standard output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def data(self) -> dict[str, Any]:
        """The one JSON object on standard output."""
        (row,) = self.rows
        return row


def run(*words: str | Path, typed: bytes = b"", lang: str = "en") -> Answer:
    """Run `facilitator --lang LANG words…` with `typed` on standard input."""
    result = CliRunner().invoke(facilitator, ["--lang", lang, *map(str, words)], input=typed)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Answer(result.exit_code, result.stdout, result.stderr)


def evening_lines() -> list[bytes]:
    """The sample evening's script, line by line."""
    return EVENING.read_bytes().splitlines()


def play(archive: Path, *lines: bytes | dict[str, Any], keep_going: bool = False) -> Answer:
    """Play lines (bytes as they are, or objects) into an archive."""
    script = b"\n".join(
        one if isinstance(one, bytes) else json.dumps(one).encode() for one in lines
    )
    more = ["--keep-going"] if keep_going else []
    return run("play", "-", "--archive", archive, *more, typed=script)


def played_evening(archive: Path) -> Path:
    """An archive that holds the sample evening."""
    run("play", EVENING, "--archive", archive, "--keep-going")
    return archive


def until(mark: str) -> list[bytes]:
    """The evening's lines before the first one that contains `mark`."""
    lines = evening_lines()
    place = next(n for n, line in enumerate(lines) if mark.encode() in line)
    return lines[:place]
