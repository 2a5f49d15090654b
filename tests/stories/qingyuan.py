"""The sample round of 23 committees, played once for all tests that look at it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.commands import read_line
from facilitator.opening import open_session
from tests.stories.months import SAMPLES, play_line

ROUND, MEETING = "qy-2025", "qy-2025-06-14"


@dataclass(frozen=True, slots=True)
class Qingyuan:
    """Its archive, only to be copied or looked at; and command and code of every line that was refused."""

    archive: Path
    refused: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])


def play(archive: Path) -> Qingyuan:
    """Play it into a new archive at one go."""
    made = Qingyuan(archive)
    with (
        closing(open_session(str(archive), create=True)) as session,
        session.record.together(),
    ):
        for line in (SAMPLES / "round.jsonl").read_bytes().splitlines():
            if code := play_line(session, line):
                made.refused.append((type(read_line(line).command).__name__, code))
    return made
