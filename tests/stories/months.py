"""The sample months: an evening, a forum, and what became of what they decided, in one archive."""

from __future__ import annotations

from pathlib import Path

from facilitator.acts import RuleViolation
from facilitator.attaching import with_files
from facilitator.clock import Clock
from facilitator.commands import read_line
from facilitator.opening import open_session
from facilitator.places import resources
from facilitator.session import Session

SAMPLES = resources() / "demo"
ALL = ("evening", "forum", "followup")
COUNCIL, SECOND, FORUM = "sbg-2026-11-27", "sbg-2027-02-26", "qyl-2026-11-21"
"""The two evenings of the council, and the forum."""


def played(archive: Path, *scripts: str, clock: Clock | None = None) -> Session:
    """An open archive that holds the sample scripts (all of them if none is named), written at one go.

    Lines that are refused are those that the samples have for it.
    """
    session = open_session(str(archive), create=True, clock=clock)
    with session.record.together():
        for name in scripts or ALL:
            for line in (SAMPLES / f"{name}.jsonl").read_bytes().splitlines():
                play_line(session, line)
    return session


def play_line(session: Session, line: bytes) -> str:
    """Carry a line of a sample out; the code with which it is refused, or ""."""
    said = read_line(line)
    try:
        command, files = with_files(said.command, (SAMPLES / path for path in said.attach))
        session.do(command, at=said.at, actor=said.by, files=files)
    except RuleViolation as refusal:
        return refusal.code
    return ""
