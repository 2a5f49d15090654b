"""Checking an archive that is open against a signed paper: what `facilitator verify` answers, at the desk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from facilitator.opening import Onlooker
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.record.verify import verify
from facilitator.safekeeping.taking import Raw, Step, Taking, Tell, begin
from facilitator.session import Session

Answer = dict[str, Any]
"""A verifier's report as plain data, as `words.soundness` and `words.checked` tell it."""


def taking(session: Session) -> Taking | None:
    """The copy to be taken of an archive in use first; None when its file is examined where it lies."""
    return None if isinstance(session, Onlooker) else begin(session)


def check(path: Path, paper: str, tell: Tell | None = None) -> Answer:
    """Verify the archive at `path`, and find in it the head that stands on a paper ("" for none).

    For a process of its own. Trouble and refusals as `verify` tells them.
    """
    if tell is not None:
        tell(Step.VERIFYING, 0, 0)
    report = verify(path, KINDS, paper or None, registers=REGISTERS)
    data: Answer = msgspec.to_builtins(report)
    return data


def check_copy(raw: Raw, paper: str, tell: Tell | None = None) -> Answer:
    """The same of a copy, which is gone afterwards."""
    try:
        return check(raw.path, paper, tell)
    finally:
        raw.discard()
